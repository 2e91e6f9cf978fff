"""What comes from documents never steers a terminal or a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import unicodedata
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.ask import excerpt
from flows.terminal import Format, as_csv, as_json, distinct, safe, show

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


@pytest.mark.parametrize("form", ["table", "json"])
def test_what_is_read_in_a_terminal_is_safe(form: Format, capsys: pytest.CaptureFixture[str]) -> None:
    """Escape sequences in a cell come out as text."""
    show(("text",), [(HOSTILE,)], form)

    out = capsys.readouterr().out
    assert safe(out, keep="\n") == out


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_csv_keeps_the_text(text: str) -> None:
    """A program reads from CSV the very text, controls and line ends too, but for the apostrophe of a formula."""
    written = as_csv(("a", "b"), [(text, 1)])

    rows = list(csv.reader(io.StringIO(written, newline="")))
    assert rows[1][0].removeprefix("'") == text.removeprefix("'")
    assert written.startswith("a,b\r\n")
    assert written.endswith(",1\r\n")


def test_a_name_of_a_column_is_no_formula_either() -> None:
    """Whoever writes the question need not be who opens the file."""
    assert as_csv(("=cmd()",), []) == "'=cmd()\r\n"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (float("nan"), None),
        (float("-inf"), None),
        ([1.5, float("inf")], [1.5, None]),
        (Decimal(2**80), 2**80),
        (Decimal("1.50"), 1.5),
        (date(2099, 1, 2), "2099-01-02"),
        (datetime(2099, 1, 2, 3, 4, tzinfo=UTC), "2099-01-02T03:04:00+00:00"),
        (time(3, 4), "03:04:00"),
        (pa.MonthDayNano((14, 3, 1_500_000_000)), "P14M3DT1.5S"),
        (pa.MonthDayNano((0, 0, 0)), "PT0S"),
        (pa.MonthDayNano((0, 0, 60_000_000_000)), "PT60S"),
        ({"a": [date(2099, 1, 2), None]}, {"a": ["2099-01-02", None]}),
        ([("a", True)], [["a", True]]),
        (b"\xaa\x01", "aa01"),
    ],
)
def test_json_has_every_value_in_a_form_of_its_own(value: object, expected: object) -> None:
    """Numbers stay numbers, what is no number is null, and the rest is a text that others can read."""
    line = as_json({"value": value})

    assert json.loads(line, parse_constant=pytest.fail) == {"value": expected}


@given(st.lists(st.sampled_from(["a", "b", "a_1", "a_2", "a_1_1"])))
def test_every_column_has_a_name_of_its_own(names: list[str]) -> None:
    """No column of a JSON line hides another, and the first of a name keeps it."""
    kept = distinct(names)

    assert len(set(kept)) == len(names)
    assert all(kept[names.index(name)] == name for name in names)


def test_json_shows_both_columns_of_one_name(capsys: pytest.CaptureFixture[str]) -> None:
    """`SELECT 1 AS a, 2 AS a` has two columns."""
    show(("a", "a"), [(1, 2)], "json")

    assert json.loads(capsys.readouterr().out) == {"a": 1, "a_1": 2}


@pytest.mark.parametrize("form", ["table", "json", "csv"])
@pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="only some systems have a file that is always full"
)
def test_a_full_disk_is_told_in_a_line(form: str) -> None:
    """Neither a traceback nor silence, and nothing more when Python ends; the same where output is closed."""
    program = f"""
import sys
from flows.errors import ShellError
from flows.terminal import complain, say, show
for write in (lambda: say("a"), lambda: show(("a",), [(1,)], {form!r})):
    try:
        write()
    except ShellError as error:
        complain(str(error))
        sys.exit(1)
"""
    for redirection in (">/dev/full", ">&-"):
        command = f'"$0" -c "$1" {redirection}'
        ended = subprocess.run(
            ["sh", "-c", command, sys.executable, program],
            capture_output=True, text=True, cwd=Path(__file__).parents[2], check=False,
        )  # fmt: skip

        assert ended.returncode == 1
        assert ended.stderr.startswith("standard output ")
        assert ended.stderr.count("\n") == 1


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


def test_an_excerpt_shows_the_phrase_before_its_words() -> None:
    """Words in quotation marks are shown where they stand together."""
    text = "tide " + "word " * 500 + "the tide-gauges " + "word " * 500

    assert "tide-gauges" in excerpt(text, '"tide gauge*"')
