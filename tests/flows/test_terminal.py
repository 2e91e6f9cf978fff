"""What comes from documents never steers a terminal or a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.ask import excerpt
from flows.terminal import as_csv, as_json, safe, show

HOSTILE = "a\x1b]0;title\x07b\x9b31mc\u202ed\r\n"


@given(st.text())
def test_nothing_a_terminal_obeys_is_left(text: str) -> None:
    """After `safe` no character is a control, a line or paragraph separator or a surrogate."""
    assert not {unicodedata.category(c) for c in safe(text)} & {"Cc", "Cs", "Zl", "Zp"}


@given(st.text(alphabet=st.characters(categories=("L", "N", "P", "Zs"))))
def test_plain_text_is_shown_as_it_is(text: str) -> None:
    """Letters, digits and punctuation of every script stay."""
    assert safe(text) == text


@given(st.text())
def test_json_keeps_the_value(text: str) -> None:
    """A line of JSON gives back the very text, though nothing in the line steers a terminal."""
    line = as_json({"text": text})

    assert json.loads(line) == {"text": text}
    assert safe(line) == line


@pytest.mark.parametrize("cell", ["=cmd()", "+1", "-1+2", "@SUM(A1)"])
def test_a_formula_in_a_text_is_no_formula_in_csv(cell: str) -> None:
    """A text that a spreadsheet would run gets an apostrophe; numbers stay numbers."""
    rows = list(csv.reader(io.StringIO(as_csv(("a", "b"), [(cell, -1)]))))

    assert rows == [["a", "b"], [f"'{cell}", "-1"]]


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_every_format_is_safe(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Escape sequences in a cell come out as text in each format."""
    show(("text",), [(HOSTILE,)], form)  # type: ignore[arg-type]

    out = capsys.readouterr().out
    assert safe(out, keep="\n") == out


@given(st.text(max_size=2_000), st.text(max_size=40))
def test_an_excerpt_is_short_and_in_the_text(text: str, words: str) -> None:
    """However odd the text and the words, an excerpt is one short line of it."""
    shown = excerpt(text, words)

    assert len(shown) <= 320
    assert "\n" not in shown
    assert shown.removeprefix("… ").removesuffix(" …").strip() in " ".join(text.split()) or not shown


def test_an_excerpt_shows_the_word_that_was_found() -> None:
    """The first word found stands in the excerpt of a long text."""
    assert "gauges" in excerpt("word " * 500 + "tide gauges " + "word " * 500, "gauges")
