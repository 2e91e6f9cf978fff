"""Hypothesis strategies for papers: reports, letters with an annex, resolutions, of one organ or two."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from tests.builder import words
from tests.builder.paper import (
    Annex,
    Body,
    Bullet,
    Cell,
    Head,
    Letter,
    Note,
    Numbered,
    Paper,
    Point,
    Quote,
    Report,
    Resolution,
    Said,
    Section,
    Table,
    day,
)  # fmt: skip

DAYS = st.dates(dt.date(2091, 1, 1), dt.date(2096, 12, 31))
ROMANS = ("I", "II", "III", "IV", "V", "VI")
ABBREVIATED = re.compile(r"\b(?:No|St|Mr)\.\Z")
"""No note is referred to inside "No. 5"."""
SMALL = ("i", "ii", "iii", "iv")


@dataclass(slots=True)
class Counting:
    """How far paragraphs and notes are counted, and how often notes and tables come."""

    draw: st.DrawFn
    notes: int = 0
    paragraphs: int = 0
    has_notes: bool = True
    has_tables: bool = True
    has_captions: bool = True
    has_contents: bool = True
    is_annex: bool = False

    def pick(self, options: Sequence[str]) -> str:
        """Any of the options."""
        return options[self.draw(st.integers(0, len(options) - 1))]

    def chance(self, of: int) -> bool:
        """True about once in so many times; False is the simpler case."""
        return self.draw(st.integers(0, of - 1)) == of - 1

    def said(self, text: str) -> Said:
        """A text, with a note behind one of its sentences or words now and then."""
        if not self.has_notes or not self.chance(4):
            return Said(text)
        places = [
            n + 1
            for n, c in enumerate(text)
            if c in ".,;" and text[n + 1 : n + 2] in {"", " "} and not ABBREVIATED.search(text, 0, n + 1)
        ]
        if not places:
            return Said(text)
        self.notes += 1
        marker = chr(96 + self.notes) if self.is_annex else str(self.notes)
        return Said(
            text,
            ((places[self.draw(st.integers(0, len(places) - 1))], Note(marker, self.pick(words.NOTES))),),
        )

    def sentences(self, most: int) -> Said:
        """Some sentences, as a paragraph says them."""
        start, count = self.draw(st.integers(0, len(words.SENTENCES) - 1)), self.draw(st.integers(1, most))
        return self.said(" ".join(words.SENTENCES[(start + n) % len(words.SENTENCES)] for n in range(count)))

    def number(self) -> int:
        self.paragraphs += 1
        return self.paragraphs


def _points(counting: Counting, marks: Sequence[str], *, may_nest: bool) -> tuple[Point, ...]:
    count = 2 + counting.draw(st.integers(0, len(marks) - 2))
    found: list[Point] = []
    for n, mark in enumerate(marks[:count]):
        clause = counting.pick(words.CLAUSES)
        if may_nest and counting.chance(5):
            said = counting.said(clause + ":")
            found.append(Point(mark, said, _points(counting, SMALL[:3], may_nest=False)))
            continue
        end = "." if n == count - 1 else ";"
        found.append(Point(mark, counting.said(clause + end)))
    return tuple(found)


def _numbered(counting: Counting) -> Numbered:
    number = counting.number()
    kind = counting.draw(st.sampled_from(("plain", "plain", "plain", "points", "bullets", "quotes")))
    if kind == "plain":
        return Numbered(number, counting.sentences(4))
    said = Said(counting.pick(words.INTRODUCTIONS))
    if kind == "points":
        return Numbered(number, said, _points(counting, "abcde", may_nest=True))
    if kind == "quotes":
        return Numbered(number, said, (Quote(counting.said(counting.pick(words.QUOTED))),))
    count = counting.draw(st.integers(2, 4))
    clauses = [counting.pick(words.CLAUSES) for _ in range(count)]
    ends = [";"] * (count - 1) + ["."]
    return Numbered(
        number, said, tuple(Bullet(counting.said(a + b)) for a, b in zip(clauses, ends, strict=True))
    )


def _table(counting: Counting) -> Table:
    """A header of one row or of two, its first cell two rows high, and a row for each harbour."""
    width = counting.draw(st.integers(2, 4))
    is_high = width > 2 and counting.chance(2)
    high = 2 if is_high else 1
    cells = [Cell("Harbour", 1, 1, rows=high, is_header=True)]
    if is_high:
        cells.append(Cell("Counted in 2095", 1, 2, columns=width - 1, is_header=True))
    cells += [Cell(words.COLUMNS[n], high, n + 2, is_header=True) for n in range(width - 1)]
    for row in range(counting.draw(st.integers(1, 4))):
        cells.append(Cell(words.HARBOURS[row], high + row + 1, 1))
        cells += [Cell(str((row + 3) * (n + 7) * 11), high + row + 1, n + 2) for n in range(width - 1)]
    return Table(
        "(Thousands of United States dollars)" if counting.has_captions and counting.chance(3) else "",
        tuple(cells),
    )


def _blocks(counting: Counting, most: int) -> tuple[Numbered | Table, ...]:
    found: list[Numbered | Table] = []
    for _ in range(counting.draw(st.integers(1, most))):
        found.append(_numbered(counting))
        if counting.has_tables and counting.chance(6):
            found.append(_table(counting))
    return tuple(found)


def _sections(counting: Counting) -> tuple[Section, ...]:
    """Sections `I.`, of which some are divided in `A.`, `B.`, and some of those in `1.`, `2.`."""
    found: list[Section] = []
    for roman in ROMANS[: counting.draw(st.integers(1, 4))]:
        title = counting.pick(words.TITLES)
        blocks = _blocks(counting, 3) if counting.chance(2) else ()
        inner = _below(counting, ("A.", "B.", "C."), 1) if not blocks or counting.chance(3) else ()
        found.append(Section(f"{roman}.", title, blocks, inner))
    return tuple(found)


def _below(counting: Counting, labels: Sequence[str], depth: int) -> tuple[Section, ...]:
    found: list[Section] = []
    for label in labels[: counting.draw(st.integers(2, len(labels)))]:
        title = counting.pick(words.TITLES)
        deeper = _below(counting, ("1.", "2."), depth + 1) if depth == 1 and counting.chance(5) else ()
        found.append(Section(label, title, () if deeper else _blocks(counting, 2), deeper))
    return tuple(found)


def _report(counting: Counting) -> Report:
    summary = tuple(Said(counting.sentences(3).text) for _ in range(counting.draw(st.integers(0, 2))))
    counting.notes = 0
    return Report(summary, counting.has_contents and counting.chance(3), _sections(counting))


def _letter(counting: Counting) -> Letter:
    paragraphs = tuple(Said(text) for text in words.LETTERS[: counting.draw(st.integers(1, 3))])
    return Letter(paragraphs, ("(Signed) Litia Waqanisau", "Ambassador", "Permanent Representative"))


def _resolution(counting: Counting, organ: str, meeting: str) -> Resolution:
    preamble = words.PREAMBLES[: counting.draw(st.integers(1, len(words.PREAMBLES)))]
    said = tuple(counting.said(text) for text in preamble)
    count = counting.draw(st.integers(1, len(words.OPERATIVES)))
    operative: list[Numbered] = []
    for n, text in enumerate(words.OPERATIVES[:count]):
        if counting.chance(4):
            number = counting.number()
            operative.append(Numbered(number, Said(words.ASKING), _points(counting, "abc", may_nest=False)))
        end = "." if n == count - 1 else ";"
        operative.append(Numbered(counting.number(), counting.said(text + end)))
    return Resolution(f"The {organ},", said, tuple(operative), meeting)


def _annex(counting: Counting, heading: str) -> Annex:
    counting.paragraphs = counting.notes = 0
    counting.is_annex = True
    title = counting.pick(("Note by the harbour masters", "List of gauges", "Terms of reference"))
    blocks = tuple(_numbered(counting) for _ in range(counting.draw(st.integers(1, 3))))
    return Annex(heading, title, blocks)


@st.composite
def heads(draw: st.DrawFn, *, is_joint: bool) -> Head:
    """The first page of a report: of the Assembly, the Council, or both."""
    serial, issued = draw(st.integers(1, 999)), draw(DAYS)
    item = draw(st.sampled_from(("41 (b)", "58", "7")))
    assembly = Body(
        "General Assembly", "Nine hundred and ninety-ninth session", "999",
        f"Agenda item {item}", (item,), "Oceans and coasts: shared coastal warning",
    )  # fmt: skip
    council = Body("Security Council", "One hundred and fifty-first year", "151")
    symbols = (f"A/999/{serial}", f"S/{issued.year}/{serial + 7}")
    which = slice(0, 2) if is_joint else slice(0, 1) if draw(st.booleans()) else slice(1, 2)
    job = f"{issued:%y}-{10000 + serial} (E)"
    title = draw(
        st.sampled_from(("Lending of tide gauges between regional organizations", "Harbour schools"))
    )
    return Head(
        symbols[which], (assembly, council)[which], title, "Report of the Secretary-General", issued,
        draw(st.sampled_from(("English", "French"))), job,
    )  # fmt: skip


@st.composite
def reports(draw: st.DrawFn, **options: bool) -> Paper:
    """Summary, contents, sections of several depths, and now and then an annex; the options are those of `Counting`."""
    counting = Counting(draw, **options)
    body = _report(counting)
    annexes = (_annex(counting, "Annex"),) if counting.chance(4) else ()
    has_endnotes = not annexes and counting.chance(4)
    return Paper(draw(heads(is_joint=counting.chance(3))), body, annexes, has_endnotes)


@st.composite
def letters(draw: st.DrawFn, *, has_notes: bool = True) -> Paper:
    """A letter to the President of the Council, signed, and what it forwards."""
    counting = Counting(draw, has_notes=has_notes, has_tables=False)
    issued, serial = draw(DAYS), draw(st.integers(1, 999))
    text = (
        f"Letter dated {day(issued)} from the Permanent Representative of Fiji to the United Nations "
        "addressed to the President of the Security Council"
    )
    head = Head(
        (f"S/{issued.year}/{serial}",), (Body("Security Council", "", ""),), "", text, issued, "English",
        f"{issued:%y}-{10000 + serial} (E)",
    )  # fmt: skip
    body = _letter(counting)
    heading = f"Annex to the l{text[1:]}" if counting.chance(2) else "Annex"
    return Paper(head, body, (_annex(counting, heading),))


@st.composite
def resolutions(draw: st.DrawFn, *, has_notes: bool = True) -> Paper:
    """A resolution of the Assembly: preamble, operative paragraphs, and now and then an annex."""
    counting = Counting(draw, has_notes=has_notes, has_tables=False)
    adopted, serial = draw(DAYS), draw(st.integers(1, 400))
    issued = adopted + dt.timedelta(days=8)
    body = Body(
        "General Assembly", "Nine hundred and ninety-ninth session", "999", "Agenda item 41 (b)", ("41 (b)",)
    )
    head = Head(
        (f"A/RES/999/{serial}",), (body,), f"999/{serial}. Shared coastal warning", "", issued, None,
        f"{issued:%y}-{10000 + serial} (E)",
        f"Resolution adopted by the General Assembly on {day(adopted)}", adopted,
    )  # fmt: skip
    text = _resolution(counting, "General Assembly", f"27th plenary meeting\n{day(adopted)}")
    annexes = (_annex(counting, "Annex"),) if counting.chance(3) else ()
    return Paper(head, text, annexes)


def papers(**options: bool) -> st.SearchStrategy[Paper]:
    """Papers of every kind, most of them reports; the options are those of `Counting`."""
    has_notes = options.get("has_notes", True)
    return st.one_of(
        reports(**options), reports(**options), letters(has_notes=has_notes), resolutions(has_notes=has_notes)
    )
