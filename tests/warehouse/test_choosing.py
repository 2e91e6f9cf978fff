"""Choice: of several files of a document the worthiest, whatever the order in which they came."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.warehouse.writers import NOON
from transforms.schema import CRITERIA, FORMATS
from warehouse.ledger import Acceptance, Reading
from warehouse.ledger.choosing import Candidate, decided, format_of, ranked

MEDIA_TYPES = {
    "akn": "application/akn+xml",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "doc": "application/msword",
    "html": "text/html",
    "pdf": "application/pdf",
    "text": "text/plain",
    "ocr": "application/pdf",
    "unknown": "image/png",
}


def candidate(format_: str = "pdf", *, sequence: int = 1, characters: int | None = 9_000) -> Candidate:
    media_type = MEDIA_TYPES[format_]
    url = f"file:///{sequence}"
    reading = Reading(url, "x", None, None, f"{sequence:064x}", media_type, sequence, "folder", 9, NOON)
    acceptance = Acceptance(
        reading, "reader", "gate", "A/999/1@en", ("A/999/1",), "en", "f" * 64, MappingProxyType({}), (), "e", sequence,
        sequence, media_type, format_ == "ocr", characters,
    )  # fmt: skip
    return Candidate(reading, acceptance, (url,))


def told(*candidates: Candidate) -> list[tuple[int, str]]:
    """The files in order of their worth, by their time, with what decided."""
    order = ranked(candidates)
    return list(zip([each.reading.sequence for each in order], decided(order), strict=True))


def test_the_only_file_is_chosen_alone() -> None:
    assert told(candidate()) == [(1, "alone")]


def test_formats_come_in_the_order_in_which_they_give_back_what_was_printed() -> None:
    """As measured on pairs of files: XML of the UN first, text out of a PDF late."""
    order = ranked(candidate(name, sequence=n) for n, name in enumerate(sorted(MEDIA_TYPES), start=1))

    assert [each.format for each in order] == ["akn", "docx", "doc", "html", "pdf", "text", "ocr", "unknown"]
    assert [name for name in FORMATS if name in MEDIA_TYPES] == [each.format for each in order]


CASES = (
    ("the newer of two alike", candidate(sequence=2), candidate(sequence=1), "time"),
    ("the better format", candidate("docx", sequence=1), candidate("pdf", sequence=2), "format"),
    ("the better format, though a fifth is lost", candidate("docx", characters=8_000), candidate("pdf", sequence=2, characters=10_000), "format"),
    ("the whole and not the cover", candidate("pdf"), candidate("docx", sequence=2, characters=700), "length"),
    ("the whole of one format", candidate("pdf"), candidate("pdf", sequence=2, characters=6_000), "length"),
    ("the newer though it lost a line", candidate("pdf", sequence=2, characters=8_900), candidate("pdf"), "time"),
    ("the newer of a length unknown", candidate("pdf", sequence=2, characters=None), candidate("pdf"), "time"),
)  # fmt: skip


@pytest.mark.parametrize(("what", "better", "worse", "by"), CASES, ids=[case[0] for case in CASES])
def test_one_of_two_is_better_for_one_reason(what: str, better: Candidate, worse: Candidate, by: str) -> None:
    """The better one is chosen whichever is met first, and both are told why."""
    expected = [(better.reading.sequence, by), (worse.reading.sequence, by)]

    assert told(better, worse) == told(worse, better) == expected


def test_a_verdict_of_an_older_version_goes_by_the_first_look() -> None:
    """Its own media type is not known, and that of the fetch decides."""
    old = candidate("docx")
    unknown = replace(
        old, acceptance=replace(old.acceptance, media_type=None, is_ocr=None, character_count=None)
    )

    assert unknown.format == "docx"


CANDIDATES = st.lists(
    st.builds(
        lambda name, characters: (name, characters),
        st.sampled_from(sorted(MEDIA_TYPES)),
        st.none() | st.integers(0, 20_000),
    ),
    min_size=1,
    max_size=6,
)


@given(CANDIDATES, st.randoms())
def test_the_order_in_which_files_are_met_decides_nothing(
    held: list[tuple[str, int | None]], dice: Random
) -> None:
    files = [candidate(name, sequence=n, characters=size) for n, (name, size) in enumerate(held, start=1)]
    shuffled = list(files)
    dice.shuffle(shuffled)

    assert ranked(shuffled) == ranked(files)
    assert set(decided(ranked(files))) <= set(CRITERIA) - {"verdict"}


@given(CANDIDATES)
def test_a_chosen_file_is_the_fullest_or_holds_a_third_of_it(held: list[tuple[str, int | None]]) -> None:
    """A cover or an excerpt never stands for a document of which more is held."""
    files = [
        candidate(name, sequence=n, characters=size or 0) for n, (name, size) in enumerate(held, start=1)
    ]

    chosen = ranked(files)[0].acceptance.character_count or 0

    assert 3 * chosen >= max(each.acceptance.character_count or 0 for each in files)


@pytest.mark.parametrize(
    ("media_type", "name"),
    [("application/pdf", "pdf"), ("Text/HTML; charset=utf-8", "html"), (None, "unknown"), ("", "unknown")],
)
def test_a_format_is_read_off_the_media_type(media_type: str | None, name: str) -> None:
    """Parameters and case are of no account."""
    assert format_of(media_type) == name
