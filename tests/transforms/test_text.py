"""Clean text keeps the way back to what was printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.text import DIGITS, gather, normalise


@given(st.text())
def test_normalising_keeps_the_offset_map(text: str) -> None:
    """Every character of the clean text is the one at its place in the source, and none is lost."""
    clean = normalise(text)

    for offset, char in enumerate(clean.text):
        place = clean.source_of(offset)
        assert char == " " if place is None else text[place].translate(DIGITS) == char
    assert "".join(clean.text.split()) == "".join(text.translate(DIGITS).split())
    assert clean.text == " ".join(text.translate(DIGITS).split())


@given(st.text(alphabet="ab -\n\t"))
def test_offsets_go_back_and_forth(text: str) -> None:
    """The offset of a character's place is the character's own offset."""
    clean = normalise(text)

    for offset in range(len(clean.text)):
        place = clean.source_of(offset)
        assert place is None or clean.offset_of(place) == offset


@given(st.text(alphabet="abc d-"), st.integers(0, 20), st.integers(0, 20))
def test_taking_out_a_stretch_keeps_the_map(text: str, start: int, size: int) -> None:
    """What is left after a cut is the text around it, and still knows where it stood."""
    clean = normalise(text)
    start = min(start, len(clean.text))
    end = min(start + size, len(clean.text))

    cut = clean.without(start, end)

    assert cut.text == clean.text[:start] + clean.text[end:]
    assert all(
        text[place] == cut.text[i] for i in range(len(cut.text)) if (place := cut.source_of(i)) is not None
    )


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (("Capacity-", "Building"), "Capacity-Building"),
        (("Secretary-", "  General"), "Secretary-General"),
        (("three-", "to six-month"), "three- to six-month"),
        (("in 2031 -", "and later"), "in 2031 - and later"),
        (("peace", "and war"), "peace and war"),
        (("peace \u2014", "war"), "peace \u2014 war"),
        (("\u70b9\u4eae\u6e2f\u53e3", "\u7684\u706f\u3002"), "\u70b9\u4eae\u6e2f\u53e3\u7684\u706f\u3002"),
        (("\u7b2c", "14\u6bb5"), "\u7b2c14\u6bb5"),
        (("\u0661\u0662 -", "\u0645\u0635\u0628\u0627\u062d"), "12 - \u0645\u0635\u0628\u0627\u062d"),
        (("\uff13\u76cf", "\u706f"), "3\u76cf\u706f"),
    ],
)
def test_lines_are_joined_as_they_were_broken(lines: tuple[str, str], joined: str) -> None:
    """A hyphen at a line's end is kept and joined without a space, unless it hangs before a conjunction."""
    source = "\n".join(lines)
    cut = len(lines[0])

    assert gather(source, [[(0, cut)], [(cut + 1, len(source))]]).text == joined
