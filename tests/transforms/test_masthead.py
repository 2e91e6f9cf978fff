"""A masthead says who a document is, and takes nothing that it only cites."""

import datetime as dt

import pytest

from transforms import formats, masthead
from transforms.masthead import Body, Masthead
from transforms.masthead.fields import agenda_items, ordinal, session


def taken(text: str) -> tuple[Masthead, Body]:
    return masthead.take(formats.lay_out(text.encode(), None, "A_999_1.txt"))


REPORT = """United Nations A/999/12-S/2031/45

Distr.: General
3 March 2031
Original: English

General Assembly
Ninety-ninth session
Agenda item 12 (a) and (b) of the provisional agenda*

Security Council
Eighty-sixth year

* A/999/50.

Sharing of harbour lamps

Report of the Secretary-General

Summary

The present report speaks of lamps; see A/998/7.

31-01234 (E) 050331

I. Introduction

1. Lamps are lit.
"""


def test_a_report_says_who_it_is() -> None:
    """Symbols, organs, session, dates, items, title, author, language and job number are those printed."""
    head, body = taken(REPORT)

    assert [str(s) for s in head.symbols] == ["A/999/12", "S/2031/45"]
    assert head.organs == ("General Assembly", "Security Council")
    assert (head.session, head.title, head.author) == (
        "99",
        "Sharing of harbour lamps",
        "Report of the Secretary-General",
    )
    assert (head.distribution, head.distribution_date) == ("General", dt.date(2031, 3, 3))
    assert (head.original_language, head.job_number) == ("English", "31-01234 (E) 050331")
    assert head.agenda_items == ("12 (a)", "12 (b)")
    assert [b.text for b in body.blocks[:2]] == ["A/999/50.", "Summary"]


@pytest.mark.parametrize(
    "text",
    [
        "General Assembly\n\nItem 3 of the provisional agenda*\n\n* A/999/150.\n\nLamps\n\nReport of the Secretary-General\n\n1. See A/999/3.",
        "Summary\n\nSee A/999/3 and S/2031/4.\n\n1. As in A/999/5.",
        "General Assembly\n\n[on the report of the Second Committee (A/999/423)]\n\n1. Text is here.",
        "Distr.: General\n\nSubmitted pursuant to resolution A/RES/998/1\n\nLamps\n\nNote by the Secretariat\n\n1. Text is here.",
    ],
)
def test_a_symbol_cited_is_not_the_documents_own(text: str) -> None:
    """Notes to the agenda, committees' reports and citations in the text give no symbol."""
    assert taken(text)[0].symbols == ()


def test_a_running_head_gives_the_symbol_where_no_masthead_does() -> None:
    """A symbol between two halves of a sentence, beside a page number, is the document's own."""
    head, body = taken("1. The lamps of the\n\n\nS/2031/9\n\n\n3 31-01234\n\n\nharbour were lit.")

    assert ([str(s) for s in head.symbols], head.symbol_evidence, head.job_number) == (
        ["S/2031/9"],
        "running_head",
        "31-01234",
    )
    assert [b.text for b in body.blocks] == ["1. The lamps of the", "harbour were lit."]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Adopted by the Security Council at its 9999th meeting, on 3 March 2031", dt.date(2031, 3, 3)),
        ("Resolution adopted by the General Assembly on 20 December 2031", dt.date(2031, 12, 20)),
    ],
)
def test_adoption_is_kept_apart_from_distribution(line: str, date: dt.date) -> None:
    """The day on which a text was adopted is not the day on which it was sent out."""
    head, _ = taken(
        f"S/RES/9999 (2031)\n\nSecurity Council\n\nDistr.: General\n9 March 2031\n\n{line}\n\nThe Security Council,\n\n1. Decides to meet."
    )

    assert (head.adoption_date, head.distribution_date) == (date, dt.date(2031, 3, 9))


def test_the_closing_lines_of_a_resolution_give_its_day() -> None:
    """The meeting and the day at the end belong to the masthead, not to a paragraph."""
    head, body = taken(
        "A/RES/999/1\n\nGeneral Assembly\n\nThe General Assembly,\n\n1. Decides to meet.\n\n7th plenary meeting\n\n3 March 2031"
    )

    assert head.adoption_date == dt.date(2031, 3, 3)
    assert [p.text for p in body.set_aside if p.reason == "masthead_note"] == [
        "7th plenary meeting",
        "3 March 2031",
    ]


@pytest.mark.parametrize(
    ("words", "number"),
    [("Seventy-third", 73), ("Sixtieth", 60), ("twelfth", 12), ("One hundred and second", 102), ("Nine hundred and ninety-ninth", 999),
     ("one thousand and first", 1001), ("79th", 79), ("present", None)],
)  # fmt: skip
def test_ordinals_are_numbers(words: str, number: int | None) -> None:
    """Sessions are counted in words."""
    assert ordinal(words) == number


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Security Council Eighty-sixth year", "86"),
        ("2031 session", "2031"),
        ("Tenth emergency special session", "10"),
        ("last year", None),
    ],
)
def test_sessions_and_years_are_read(line: str, number: str | None) -> None:
    """A session or a year, in words or in figures."""
    assert session(line) == number


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("Agenda item 129 (a), (b) and (z)", ("129 (a)", "129 (b)", "129 (z)")),
        ("Items 11 and 105", ("11", "105")),
        ("Item 25 (b)", ("25 (b)",)),
    ],
)
def test_agenda_items_take_their_short_form(line: str, items: tuple[str, ...]) -> None:
    """Each letter of an item is an item."""
    assert agenda_items(line) == items


def test_a_page_without_a_masthead_is_all_body() -> None:
    """A web page has a title and nothing else that a masthead says."""
    text = (
        "Harbour masters at dawn. UN Photo\n\nHarbours\n\n"
        + "Harbours are where ships rest, and where people meet. " * 4
    )
    head, body = taken(text)

    assert (head.title, head.spans, body.is_headed) == ("Harbours", (), False)
    assert len(body.blocks) == 3


def test_each_half_of_a_joint_symbol_may_have_a_line_of_its_own() -> None:
    """Two running heads of two organs are both the document's own, as in A/61/204-S/2006/590."""
    head, body = taken("1. The lamps of the\n\n\nA/99/9\n\n\nS/2031/9\n\n\n3 31-01234\n\n\nharbour were lit.")

    assert [str(s) for s in head.symbols] == ["A/99/9", "S/2031/9"]
    assert [b.text for b in body.blocks] == ["1. The lamps of the", "harbour were lit."]
