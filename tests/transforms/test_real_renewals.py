"""Real resolutions that renew each other, where the corpus stands beside the project."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pyarrow as pa
import pytest

from transforms import corpus, document
from transforms.gazetteer import Gazetteer
from transforms.identity import Hint
from transforms.reuse import repetitions
from transforms.tables import tables_of

COUNCIL = Path(__file__).parents[3] / "shared" / "corpus" / "akn" / "SC"

pytestmark = pytest.mark.skipif(not COUNCIL.is_dir(), reason=f"{COUNCIL} is not here")


@pytest.fixture(scope="module")
def held(reference: Gazetteer) -> dict[str, pa.Table]:
    """The mandates of UNDOF of June and December 2023, and two resolutions on other matters, in English."""
    files = [
        path
        for number in (2689, 2690, 2717, 2718)
        for path in sorted(COUNCIL.rglob(f"S_RES_{number}*E.xml"))
        if path.parent.name == "English"
    ]
    read = [document.read(path.read_bytes(), None, Hint(path.name), reference) for path in files]
    assert len(read) == 4
    return corpus.merge(tables_of(one, content_sha256="0" * 64, reader_fingerprint="1" * 16) for one in read)


def test_a_mandate_renewed_after_six_months_repeats_the_one_before(held: dict[str, pa.Table]) -> None:
    """S/RES/2718 (2023) says again what 2689 said, with other dates; of the two on other matters it repeats nothing."""
    found = repetitions(held["documents"], held["document_symbols"], held["paragraphs"]).to_pylist()

    taken = Counter(
        row["earlier_document_id"] for row in found if row["document_id"] == "S/RES/2718 (2023)@en"
    )
    assert set(taken) == {"S/RES/2689 (2023)@en"}
    assert taken.total() >= 37
    places = {
        row["paragraph_id"].partition("#")[2]: row["earlier_paragraph_id"].partition("#")[2] for row in found
    }
    assert places["para_1"] == "para_1"
