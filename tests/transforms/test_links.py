"""Links: an address tells which document it leads to, and its words are found in the row that holds them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.blocks import Layout, Reference
from transforms.links import placed, symbol_at
from transforms.paragraphs.structure import Footnote, Paragraph, Section, Structure
from transforms.text import gather, retrace


@pytest.mark.parametrize(
    ("href", "symbol"),
    [
        ("https://undocs.org/en/A/RES/70/1", "A/RES/70/1"),
        ("https://undocs.org/ch/S/RES/1701(2006)", "S/RES/1701 (2006)"),
        ("https://undocs.org/ot/S/RES/2653(2022)", "S/RES/2653 (2022)"),
        ("https://docs.un.org/zh/S/RES/1970%20(2011)", "S/RES/1970 (2011)"),
        ("http://undocs.org/S/RES/2098(2013)", "S/RES/2098 (2013)"),
        ("https://www.undocs.org/A/73/328#page=2", "A/73/328"),
        ("https://undocs.org/ST/SGB/2003/13", "ST/SGB/2003/13"),
        ("https://documents.un.org/api/symbol/access?s=A/73/328&l=en&t=pdf", "A/73/328"),
        ("https://www.un.org/ga/search/view_doc.asp?symbol=A/RES/60/1", "A/RES/60/1"),
        ("http://daccess-ods.un.org/access.nsf/Get?Open&DS=A/RES/60/1&Lang=E", "A/RES/60/1"),
        ("https://digitallibrary.un.org/record/1/files/S_RES_37%281947%29-ES.pdf", "S/RES/37 (1947)"),
    ],
)  # fmt: skip
def test_an_address_gives_the_symbol_it_leads_to(href: str, symbol: str) -> None:
    """Viewers, the document system, its forerunners and the Library each spell a symbol in their own way."""
    assert symbol_at(href) == symbol


@pytest.mark.parametrize(
    "href",
    [
        "", "#note", "mailto:a@un.org", "file:///C:/A_73_328.pdf", "https://undocs.org/", "https://undocs.org.example/A/73/328",
        "https://example.org/undocs.org/A/73/328", "https://undocs.org/ar/2272 (2016)", "https://undocs.org/ar/S/2023724",
        "https://documents-dds-ny.un.org/doc/UNDOC/GEN/K16/107/30/PDF/K1610730.pdf", "https://[undocs.org/A/73/328", "javascript:alert(1)",
        "https://un.org/en/about-us",
    ],
)  # fmt: skip
def test_an_address_that_names_no_document_gives_no_symbol(href: str) -> None:
    """Job numbers, pages, other hosts and malformed symbols are links without a document."""
    assert symbol_at(href) is None


@given(st.text(max_size=60))
def test_no_address_is_an_error(text: str) -> None:
    """Whatever a file has for an address, it gives a symbol or none."""
    for href in (text, f"https://undocs.org/en/{text}", f"https://un.org/?s={text}"):
        assert symbol_at(href) is None or "/" in str(symbol_at(href))


def layout_of(source: str, *linked: str) -> Layout:
    references = (Reference("https://undocs.org/A/73/328", _span(source, words)) for words in linked)
    return Layout(source, (), "text/html", references=tuple(references))


def _span(source: str, words: str) -> tuple[int, int]:
    return source.index(words), source.index(words) + len(words)


def test_a_link_is_found_in_paragraph_note_and_heading() -> None:
    """Offsets count the clean text: white space folded, the label and the mark left out."""
    source = "I. On lamps\n3. See  the\n  report A/73/328 and 1 more\n1 Lamps of A/5/1.\nA/9/9\nA/8/8"
    texts = {name: gather(source, [[_span(source, part)]]) for name, part in (
        ("heading", "I. On lamps"), ("paragraph", "See  the\n  report A/73/328 and 1 more"), ("note", "Lamps of A/5/1.")
    )}  # fmt: skip
    structure = Structure(
        (Section("section_1", 1, "I", texts["heading"].text, (), None, texts["heading"].spans),),
        (Paragraph("para_3", "3", "paragraph", 3, None, (), None, texts["paragraph"].text, texts["paragraph"].spans),),
        (Footnote("footnote_1", "1", texts["note"].text, None, None, None, texts["note"].spans),),
        (), (),
    )  # fmt: skip

    found = placed(
        layout_of(source, "the\n  report A/73/328 ", "lamps", "A/5/1", "3. See", "A/9/9"), structure
    )

    assert [(link.place, link.eid, link.start, link.end, link.surface) for link in found] == [
        ("heading", "section_1", 6, 11, "lamps"),
        ("paragraph", "para_3", 0, 3, "See"),
        ("paragraph", "para_3", 4, 23, "the report A/73/328"),
        ("footnote", "footnote_1", 9, 14, "A/5/1"),
        ("masthead", None, None, None, "A/9/9"),
    ]
    assert {link.linked_symbol for link in found} == {"A/73/328"}


@given(st.lists(st.text("ab -\n", max_size=12), max_size=6), st.data())
def test_the_way_back_to_the_source_can_be_walked_again(lines: list[str], data: st.DataObject) -> None:
    """A clean text and its stretches are enough to know where each character was printed."""
    source = "|".join(lines)
    ends = [sum(len(line) + 1 for line in lines[: i + 1]) - 1 for i in range(len(lines))]
    traced = gather(source, [[(end - len(line), end)] for line, end in zip(lines, ends, strict=True)])

    again = retrace(traced.text, source, traced.spans)

    assert again == traced
    if traced.text:
        place = data.draw(st.integers(0, len(traced.text) - 1))
        assert again.source_of(place) == traced.source_of(place)
