"""Real files of partner libraries and the UN's own XML are taken in by symbol, thousands a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.collect import collect
from flows.collected import Collected
from flows.home import Home
from flows.settings import Settings
from flows.sources.open import open_source
from warehouse.ledger import Ledger, held_as

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"

pytestmark = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="real UN documents are needed: ../shared/corpus is not beside the project"
)


def taken(tmp_path: Path, kind: str) -> tuple[Collected, Ledger]:
    settings = Settings(home=tmp_path / "home", log=None)
    with Home.open(settings, create=True) as home, home.writing():
        met = collect(home, open_source(str(CORPUS / kind), settings))
        return met, home.ledger()


def test_every_file_of_the_un_s_own_xml_is_held_by_symbol_and_language(tmp_path: Path) -> None:
    """747 files in six languages and German: each is held under a symbol, and none is thought misnamed.

    S_PRST_2007_22 and the German S_RES_2685 have another document's symbol on their cover, which the text
    contradicts: they are held by what their names say.
    """
    met, ledger = taken(tmp_path, "akn")

    held = [held_as(reading) for reading in ledger.holdings]
    assert (met.offered, met.fetched, met.declined, met.troubles) == (747, 747, (), ())
    assert all(one.symbols for one in held)
    assert sum(one.evidence == "printed" for one in held) == 745
    assert {one.language for one in held} == {"ar", "de", "en", "es", "fr", "ru", "zh"}
    assert {reading.media_type for reading in ledger.holdings} == {"application/akn+xml"}


def test_files_that_are_another_document_than_their_name_says_are_found(tmp_path: Path) -> None:
    """E_2024_1 is A/AC.292/2024/3, S_2024_145 is CEDAW/C/CAF/CO/6, and both parts of E_ICEF_672 are in French."""
    met, ledger = taken(tmp_path, "pdf")

    named = {trouble.name for trouble in met.troubles}
    held = {reading.name: held_as(reading) for reading in ledger.holdings}
    assert named == {
        "E_2024_1.en.pdf", "S_2024_145.en.pdf", "E_ICEF_672(PartI).en.pdf", "E_ICEF_672(PartII).en.pdf",
    }  # fmt: skip
    assert held["E_2024_1.en.pdf"].symbols == ("A/AC.292/2024/3",)
    assert held["S_2024_145.en.pdf"].symbols == ("CEDAW/C/CAF/CO/6",)
    assert (held["E_2024_1.en.pdf"].language, held["S_2024_145.en.pdf"].language) == ("es", "ru")
    assert [name for name, one in held.items() if one.is_misnamed] == ["E_2024_1.en.pdf", "S_2024_145.en.pdf"]


@pytest.mark.parametrize(("kind", "count", "without"), [("docx", 18, 3), ("doc", 5, 5), ("seeds", 5, 1)])
def test_files_without_a_symbol_are_held_too(tmp_path: Path, kind: str, count: int, without: int) -> None:
    """Papers of the periodic review print no symbol and are named for none; they are held, and nothing is made up."""
    met, ledger = taken(tmp_path, kind)

    held = [held_as(reading) for reading in ledger.holdings]
    assert (met.offered, met.fetched, met.troubles) == (count, count, ())
    assert sum(not one.symbols for one in held) == without
