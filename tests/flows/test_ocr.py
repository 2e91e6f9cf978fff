"""Scans are read by what is recognised on their pages, marked as such; without the program they wait for it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from difflib import SequenceMatcher
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from flows.build import build
from flows.collect import collect
from flows.converting import tesseract
from flows.explain import explain
from flows.fake_un.papers import Paper
from flows.fake_un.pdf import pdf as paper_file
from flows.home import Home
from flows.pipeline import Order, run
from flows.settings import Settings
from tests.flows.fakes import Memory
from tests.flows.test_converting import marks
from tests.flows.test_pipeline import tables
from transforms import document, formats
from transforms.errors import Refusal
from transforms.formats.pdf import lay_out, pictures, recognised
from transforms.gazetteer import Gazetteer
from transforms.identity import Hint

TESSERACT = tesseract.find(Settings())
needs_tesseract = pytest.mark.skipif(TESSERACT is None, reason="tesseract is not installed here")

REPORTS = {
    "A_999_11-EN.pdf": Paper(
        ("A/999/11",),
        "en",
        "Lending of tide gauges",
        (
            "The gauges were lent to three ports of the country in the spring of that year.",
            "They were returned in good order, and the keepers of the harbours were thanked for their care.",
        ),
    ),
    "A_999_12-FR.pdf": Paper(
        ("A/999/12",),
        "fr",
        "Prêt de marégraphes",
        (
            "Les appareils ont été prêtés à trois ports du pays au printemps de cette année.",
            "Ils ont été rendus en bon état, et les gardiens des ports ont été remerciés de leurs soins.",
        ),
    ),
}


def scan_of(content: bytes) -> bytes:
    """A PDF whose pages are pictures of the pages of another."""
    made = pdfium.PdfDocument.new()
    with closing(pdfium.PdfDocument(content)) as document_:
        for page in document_:
            width, height = page.get_size()
            sheet, image = made.new_page(width, height), pdfium.PdfImage.new(made)
            image.set_bitmap(page.render(scale=200 / 72))
            image.set_matrix(pdfium.PdfMatrix().scale(width, height))
            sheet.insert_obj(image)
            sheet.gen_content()
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


@needs_tesseract
def test_a_scan_is_read_as_its_text_would_be(home: Home, settings: Settings, reference: Gazetteer) -> None:
    """English and French pages come back with their symbols, numbers and nearly every letter, marked as recognised."""
    files = {name: paper_file(paper) for name, paper in REPORTS.items()}

    done = run(home, settings, Order(Memory({name: scan_of(content) for name, content in files.items()})))

    assert done.built is not None
    assert done.built.refused == ()
    rows = tables(home.path)
    assert rows["documents"].column("is_ocr").to_pylist() == [True, True]
    for name, content in files.items():
        printed = document.read(content, None, Hint(name), reference)
        assert not printed.is_ocr
        expected = {p.label: p.text for p in printed.structure.paragraphs if p.number is not None}
        found = {
            row["label"]: row["text"]
            for row in rows["paragraphs"].to_pylist()
            if row["document_id"] == printed.id and row["number"] is not None
        }
        assert found.keys() == expected.keys()
        for label, text in expected.items():
            assert SequenceMatcher(None, found[label], text, autojunk=False).ratio() > 0.97
    assert any("tesseract" in line for line in explain(home, "A/999/12"))


def test_a_page_becomes_a_picture_of_its_size() -> None:
    """Three hundred dots an inch, one byte a dot; a page as large as a wall is drawn less sharp."""
    page = pictures.picture(paper_file(REPORTS["A_999_11-EN.pdf"]), 1, "a.pdf")
    width, height = (int(n) for n in page.content.split(b" ", 3)[1:3])
    wall = pdfium.PdfDocument.new()
    wall.new_page(14_400, 14_400)
    held = io.BytesIO()
    wall.save(held)

    large = pictures.picture(held.getvalue(), 1, "b.pdf")

    assert (page.dots_per_inch, len(page.content)) == (
        300,
        width * height + len(f"P5 {width} {height} 255\n"),
    )
    assert len(large.content) < pictures.MOST_DOTS * 1.01


def hocr(*lines: str, size: tuple[int, int] = (2550, 3300)) -> bytes:
    width, height = size
    return (
        f"<html><body><div class='ocr_page' title='image \"stdin\"; bbox 0 0 {width} {height}; ppageno 0; scan_res 300 300'>"
        f"{''.join(lines)}</div></body></html>"
    ).encode()


def line(
    text: str,
    left: int,
    bottom: int,
    *,
    sure: int = 96,
    slope: float = 0.0,
    gap: int = 15,
    size: float = 40.0,
) -> str:
    """A line of hOCR, each letter 20 dots wide; its box reaches down to where a turned line ends."""
    at, words = left, []
    for word in text.split():
        base = round(bottom + slope * (at - left))
        words.append(
            f"<span class='ocrx_word' title='bbox {at} {base - 30} {at + 20 * len(word)} {base}; x_wconf {sure}'>{word}</span>"
        )
        at += 20 * len(word) + gap
    return (
        f"<span class='ocr_line' title='bbox {left} {bottom - 30} {at} {bottom}; baseline {slope} 0; x_size {size}; "
        f"x_ascenders {size / 4}; x_descenders {size / 4}'>{''.join(words)}</span>"
    )


def test_words_stand_where_they_were_recognised() -> None:
    """Dots become points from the lower left corner; spaces are kept however narrow; a usual size is one size."""
    (page,) = recognised.pages(
        hocr(line("Lamps are lit.", 300, 300), line("They burn.", 300, 360, size=42.0)), "a.pdf"
    )

    first, *_ = page.pieces
    assert "".join(piece.text for piece in page.pieces) == "Lamps are lit.They burn."
    assert (first.left, first.base, page.width, page.height) == (72.0, 792 - 72.0, 612.0, 792.0)
    assert len({piece.size for piece in page.pieces}) == 1


def test_a_page_that_lay_askew_is_read_straight() -> None:
    """One turned by half a degree has each line on one baseline."""
    words = " ".join(["lamps"] * 14)
    askew = [line(words, 300, 300 + 60 * n, slope=0.009) for n in range(6)]

    (page,) = recognised.pages(hocr(*askew), "a.pdf")

    bases = sorted({round(piece.base) for piece in page.pieces})
    assert len(bases) == 6


def test_specks_are_no_words_and_unsure_words_are() -> None:
    """A line of which recognition is unsure is left out whole; an unsure word within a good line is kept."""
    good = line("Lamps are lit in every", 300, 300).replace("</span></span>", "</span><span class='ocrx_word' title='bbox 900 270 990 300; x_wconf 7'>harb0ur</span></span>")  # fmt: skip

    (page,) = recognised.pages(hocr(line("ff ii", 300, 200, sure=30), good), "a.pdf")

    assert "".join(piece.text for piece in page.pieces).split() == [
        "Lamps",
        "are",
        "lit",
        "in",
        "every",
        "harb0ur",
    ]


@pytest.mark.parametrize(
    ("gap", "read"), [(60, "12. Lamps are lit."), (12, "12, Lamps are lit.")], ids=["number", "text"]
)
def test_a_number_with_a_comma_before_a_wide_gap_is_a_paragraph_s(gap: int, read: str) -> None:
    """Recognition takes the full stop of `12.` for a comma; within a sentence a comma is one."""
    (page,) = recognised.pages(hocr(line("12, Lamps", 300, 300, gap=gap)), "a.pdf")

    assert "".join(piece.text for piece in page.pieces) == read.removesuffix(" are lit.")


def separator(left: int, right: int, at: int) -> str:
    return f"<div class='ocr_separator' title='bbox {left} {at} {right} {at + 2}'></div>"


def small(text: str, bottom: int) -> str:
    return line(text, 515, bottom, size=34.0)


def test_small_print_below_a_short_rule_is_a_note() -> None:
    """In a picture of A/80/604/Add.11 the note's digit is taken for `|`; above the rule small print is a table's text."""
    body = [
        line(f"{n}. Lamps are lit in every harbour of the country {n}.", 515, 300 + 60 * n)
        for n in range(1, 8)
    ]

    laid = lay_out(
        b"", "a.pdf", hocr(*body, small("North 12 Lamps", 900), separator(415, 715, 2999), small("| Excludes the small ones.", 3050))
    )  # fmt: skip

    note = next(block for block in laid.blocks if "Excludes" in block.text)
    assert note.lead is not None
    assert note.lead.marker == "1"
    assert [block.text for block in laid.blocks if block.lead is not None] == [note.text]


@pytest.mark.parametrize(("text", "read"), [("by | March", "by 1 March"), ("| March", "| March")])
def test_a_stroke_within_a_line_is_a_one(text: str, read: str) -> None:
    """Recognition takes a narrow 1 for a stroke; at the edge of a line it is one."""
    (page,) = recognised.pages(hocr(line(text, 300, 300)), "a.pdf")

    assert "".join(piece.text for piece in page.pieces) == read


def test_a_line_from_the_right_keeps_the_order_of_its_words() -> None:
    """Arabic words come in the order in which they are read, whatever their places."""
    (page,) = recognised.pages(hocr(line("أعيرت الأجهزة إلى الموانئ", 300, 300)), "a.pdf")

    assert [piece.text for piece in page.pieces] == ["أعيرت الأجهزة إلى الموانئ"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<!DOCTYPE html [<!ENTITY a 'b'>]><html><body>&a;</body></html>", "hostile-xml"),
        (b"<html><body><div class='ocr_page' title='bbox 0 0", "broken"),
        (hocr(), "no-text"),
        (hocr(line("It", 300, 300)), "no-text"),
    ],
)
def test_what_recognition_gives_is_not_trusted(content: bytes, reason: str) -> None:
    """Entities, broken markup and empty pages are refused, each for its own reason, none of which asks for more."""
    with pytest.raises(Refusal) as refused:
        lay_out(b"", "a.pdf", content)

    assert refused.value.reason == reason


# A stand-in for tesseract, for what the real one seldom does.
_STAND_IN = """#!/bin/sh
echo "$@" >> {log}
case "$*" in
  *--version*) echo "tesseract 99.1"; exit 0;;
  *--list-langs*) printf 'List of available languages (2):\\n{models}\\n'; exit 0;;
  *osd*) echo "Script: Cyrillic"; exit 0;;
esac
cat > {given}
[ -e {folder}/crash ] && kill -SEGV $$
[ -e {folder}/hang ] && sleep 60
cat {hocr}
"""


class StandIn:
    """A program that behaves like tesseract, and misbehaves where a file beside it says so."""

    def __init__(self, folder: Path, models: Sequence[str] = ("eng", "osd")) -> None:
        self.path, self.log, self.folder = folder / "tesseract", folder / "calls", folder
        lines = "United Nations|A/999/11|General Assembly|Distr.: General|14 March 2096|Original: English|Lending of tide gauges|Report of the Secretary-General|1. The gauges were lent to three ports of the country.|2. They were returned in good order, every one."  # fmt: skip
        drawn = (line(text, 300, 300 + 90 * n) for n, text in enumerate(lines.split("|")))
        (folder / "page.hocr").write_bytes(hocr(*drawn))
        self.path.write_text(
            _STAND_IN.format(
                log=self.log,
                models="\\n".join(models),
                given=folder / "given.pgm",
                hocr=folder / "page.hocr",
                folder=folder,
            )
        )
        self.path.chmod(0o755)

    @property
    def pages(self) -> list[str]:
        """What it was called with for each page."""
        return [line for line in self.log.read_text().splitlines() if line.endswith("hocr")]


@pytest.fixture
def stand_in(tmp_path: Path) -> StandIn:
    return StandIn(tmp_path)


@pytest.fixture
def at(tmp_path: Path, stand_in: StandIn) -> Iterator[Home]:
    settings = Settings(home=tmp_path / "home", workers=1, tesseract=stand_in.path)
    with Home.open(settings, create=True) as opened, opened.writing():
        yield opened


SCAN = scan_of(paper_file(REPORTS["A_999_11-EN.pdf"]))


def refused(at: Home, name: str = "A_999_11-EN.pdf", **more: object) -> list[tuple[str, str]]:
    """What is refused of a scan, where the program has these limits."""
    collect(at, Memory({name: SCAN + b"\n%" + name.encode()}))
    reading, at.settings = at.settings, at.settings.model_copy(update=more)
    return [(one.reason, one.message) for one in build(at, reading).refused]


def test_a_scan_waits_for_the_program(at: Home, stand_in: StandIn) -> None:
    """Without tesseract it says what to install, asks for nothing again, and is read by the next build with it."""
    ((reason, message),) = refused(at, tesseract=Path("/nowhere/tesseract"))
    assert reason == "no-text-layer"
    assert all(word in message for word in ("A_999_11-EN.pdf", "/nowhere/tesseract", "apt install"))
    assert build(at, at.settings).read == 0

    at.settings = at.settings.model_copy(update={"tesseract": stand_in.path})
    built = build(at, at.settings)

    assert (built.read, built.accepted) == (1, 1)
    assert at.ledger().refused(*marks()) == ()


def test_a_scan_is_recognised_in_its_language(at: Home, stand_in: StandIn) -> None:
    """As its name says; else as its script does, and a language that is not installed is named."""
    assert refused(at) == []
    ((reason, message),) = refused(at, "scan.pdf")

    assert "-l eng " in stand_in.pages[0]
    assert "--dpi 300" in stand_in.pages[0]
    assert (reason, "tesseract-ocr-rus" in message) == (tesseract.FAILED, True)


def test_a_page_that_crashes_the_program_fails_its_document(at: Home, stand_in: StandIn) -> None:
    (stand_in.folder / "crash").touch()

    ((reason, message),) = refused(at)

    assert reason == tesseract.FAILED
    assert re.search(r"page 1 of A_999_11-EN.pdf: it ended with code -11", message)


def test_a_page_that_takes_too_long_fails_its_document(at: Home, stand_in: StandIn) -> None:
    (stand_in.folder / "hang").touch()

    ((reason, message),) = refused(at, read_timeout=1.0)

    assert (reason, "did not end in time" in message) == (tesseract.FAILED, True)


def test_a_scan_without_words_is_not_tried_again(at: Home, stand_in: StandIn) -> None:
    """What was recognised is kept, and says for good that nothing was."""
    (stand_in.folder / "page.hocr").write_bytes(hocr())

    assert [reason for reason, _ in refused(at)] == ["no-text"]
    assert build(at, at.settings).read == 0
    assert build(at, at.settings, retry=True).read == 0


def test_a_scan_alone_says_that_it_is_one() -> None:
    """The core reads no pictures."""
    with pytest.raises(Refusal) as refused_:
        formats.lay_out(SCAN, None, "a.pdf")

    assert refused_.value.reason == "no-text-layer"
