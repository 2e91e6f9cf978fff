"""Pages of the United Nations become documents: their text is kept, their menus are set aside, their links are rows."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms import formats, masthead, paragraphs
from transforms.blocks import Layout
from transforms.document import Document, read
from transforms.formats import html
from transforms.gazetteer import Gazetteer
from transforms.identity import Hint

PRESS = """<!doctype html><html lang="en"><head><title>Lamps lit | Press</title>
<meta name="keywords" content="Lamps, Harbours, Lamps"><meta property="article:tag" content="Sea at night"></head><body>
<a href="#main" class="visually-hidden">Skip to main content</a>
<header role="banner"><a href="/">United Nations</a><form role="search"><input><button>Search</button></form></header>
<div class="breadcrumb"><a href="/en">Home</a> &raquo; <a href="/en/sc">Council</a></div>
<main id="main"><article><h1>Lamps Lit in Twelve Harbours, Council Told</h1><p>SC/99999<br>3 March 2097</p>
<p>The Security Council today adopted <a href="https://undocs.org/S/RES/9999(2097)">resolution 9999 (2097)</a> on lamps, by a recorded vote of
13 in favour to none against, with 2 abstentions.</p>
<h2>Statements</h2><p>ANN LEE (Fiji) said that her country keeps <em>all</em> of its lamps<a class="note" href="#_ftn1">1</a>.</p>
<p id="_ftn1"><a href="#_ftnref1">[1]</a> See <a href="/en/A/999/1">A/999/1</a>.</p>
<aside><h3>Related</h3><ul><li><a href="/more">More lamps</a></li></ul></aside>
<p><em>For information media. Not an official record.</em></p></article></main>
<footer><p>Terms of use</p></footer><script>track("lamps")</script></body></html>"""


@pytest.fixture(scope="module")
def press(reference: Gazetteer) -> Document:
    return read(PRESS.encode(), None, Hint("lamps.html"), reference)


def test_a_press_release_is_its_text_without_the_menus(press: Document) -> None:
    """What is around the main part, hidden, or beside the text is set aside and none of the paragraphs."""
    texts = [p.text for p in press.structure.paragraphs]

    assert texts[0].startswith("The Security Council today adopted resolution 9999 (2097) on lamps")
    assert texts[-1] == "For information media. Not an official record."
    assert {piece.text for piece in press.structure.set_aside if piece.reason == "navigation"} >= {
        "Skip to main content", "United Nations", "Search", "Related", "More lamps", "Terms of use",
    }  # fmt: skip
    assert [piece.text for piece in press.structure.set_aside if piece.reason == "markup"] == [
        'track("lamps")'
    ]
    assert press.text_conserved == 1.0


def test_headings_and_notes_of_a_press_release_are_found(press: Document) -> None:
    """A bare number is a note's mark when its address says so; the first heading is the title."""
    assert press.masthead.title == "Lamps Lit in Twelve Harbours, Council Told"
    assert [section.heading for section in press.structure.sections] == ["Statements"]
    assert [(note.marker, note.text) for note in press.structure.footnotes] == [("1", "See A/999/1.")]


def test_links_of_a_page_are_rows_and_lead_to_documents(press: Document) -> None:
    """An address inside the page is no link; one of a menu is set aside with it."""
    found = [(link.place, link.surface, link.linked_symbol) for link in press.links if link.place != "aside"]

    assert found == [
        ("paragraph", "resolution 9999 (2097)", "S/RES/9999 (2097)"),
        ("footnote", "A/999/1", None),
    ]
    assert {link.surface for link in press.links if link.place == "aside"} >= {"United Nations", "More lamps"}


def test_keywords_of_a_page_are_subjects(press: Document) -> None:
    """Each once, whatever the name of the field."""
    assert [(s.scheme, s.label) for s in press.subjects] == [
        ("keyword", "Lamps"), ("keyword", "Harbours"), ("keyword", "Sea at night"),
    ]  # fmt: skip


def structure_of(page: str) -> paragraphs.Structure:
    layout = html.lay_out(f"<html><body>{page}</body></html>")
    head, body = masthead.take(layout)
    structure = paragraphs.assemble(body)
    assert paragraphs.uncounted(layout, head, structure) == []
    return structure


def test_numbered_lists_are_numbered_paragraphs() -> None:
    """A list that goes on after a heading starts where it says; an item of two paragraphs is one numbered one and text."""
    structure = structure_of(
        "<h2>I. Lamps</h2><ol><li>The first lamp is lit.</li><li><p>The second one is lit:</p><ol type='a'><li>By day;</li>"
        "<li>By night.</li></ol></li></ol><h2>II. Oil</h2><ol start='3'><li>Oil is dear.</li><li value='4'>Oil burns.</li></ol>"
    )

    assert [p.label for p in structure.paragraphs] == ["1", "2", "2(a)", "2(b)", "3", "4"]


def test_two_breaks_running_part_paragraphs() -> None:
    """Old pages of the Office of the High Commissioner have one element, and a break at the end of each line."""
    lines = (
        "The Committee met in the harbour and saw how all of the",
        "lamps of the town were lit before the",
        "night.",
    )
    page = "<br><br>".join("<br>".join(lines) for _ in range(3))

    assert [p.text for p in structure_of(f"<div>{page}</div>").paragraphs] == [" ".join(lines)] * 3


def test_a_title_outside_the_main_part_is_kept() -> None:
    """A page may print its title in a banner over the main part."""
    text = "The lamps of all harbours are lit until the morning, by the will of the Assembly. " * 2
    structure = structure_of(f"<div><h1>Lamps of the sea</h1><p>Menu</p></div><main><p>{text}</p></main>")

    assert [section.heading for section in structure.sections] == ["Lamps of the sea"]
    assert "Menu" not in {p.text for p in structure.paragraphs}


def test_a_main_part_with_little_of_the_text_decides_nothing() -> None:
    """Some pages name a part for their menu, and have the text beside it."""
    text = "The lamps of all harbours are lit until the morning, by the will of the Assembly. " * 2
    structure = structure_of(f"<main><p>Lamps</p></main><div><p>{text}</p></div>")

    assert [p.text for p in structure.paragraphs] == [text.strip()]
    assert structure.set_aside == ()


def test_cells_of_a_tables_head_are_headers() -> None:
    """Many pages have plain cells in the head of a table."""
    structure = structure_of(
        "<p>The lamps are shown.</p><table><thead><tr><td>Harbour</td><td>Lamps</td></tr></thead>"
        "<tbody><tr><td rowspan='2'>Suva</td><td>1</td></tr><tr><td>2</td></tr></tbody></table>"
    )

    assert [(c.row_ordinal, c.column_ordinal, c.is_header, c.text) for c in structure.cells] == [
        (1, 1, True, "Harbour"), (1, 2, True, "Lamps"), (2, 1, False, "Suva"), (2, 2, False, "1"), (3, 2, False, "2"),
    ]  # fmt: skip


WORDS = st.text("abcé.,;( )1’", min_size=1, max_size=12)
INLINE = ("b", "i", "span", "a href='/x'", "sup", "em", "br")
AROUND = (
    "div",
    "p",
    "ul",
    "ol",
    "li",
    "blockquote",
    "table",
    "tr",
    "td",
    "h2",
    "main",
    "nav",
    "aside",
    "pre",
    "section",
    "dl",
    "dd",
)


def element(inner: st.SearchStrategy[str], tags: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.tuples(st.sampled_from(tags), inner).map(
        lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0].split()[0]}>"
    )


PAGES = st.recursive(
    WORDS | element(WORDS, INLINE),
    lambda inner: st.lists(inner, min_size=1, max_size=4).map("".join) | element(inner, AROUND),
    max_leaves=25,
)


@given(PAGES)
@settings(max_examples=300)
def test_the_text_of_any_page_is_kept(page: str) -> None:
    """Every visible character stands in the layout once and in order, and in one row or set aside with a reason."""
    layout = html.lay_out(f"<html><body><p>1. The lamps are lit.</p>{page}</body></html>")

    head, body = masthead.take(layout)
    assert paragraphs.uncounted(layout, head, paragraphs.assemble(body)) == []
    assert _shown(layout.source) == _shown(f"1. The lamps are lit.{_unmarked(page)}")


@given(PAGES)
@settings(max_examples=100)
def test_a_links_span_holds_its_words(page: str) -> None:
    """What a link covers in the source is what the page prints in it."""
    layout: Layout = formats.lay_out(
        f"<html><body><p>See <a href='/a'>the lamps</a>{page}</body></html>".encode(), "text/html", "a.html"
    )

    first = layout.references[0]
    assert layout.source[slice(*first.span)] == "the lamps"
    assert all(0 <= start < end <= len(layout.source) for start, end in (r.span for r in layout.references))


def _unmarked(page: str) -> str:
    """The page without its tags; the words of the strategy hold no sign of a tag."""
    kept, depth = [], 0
    for sign in page:
        depth += (sign == "<") - (sign == ">")
        if not depth and sign != ">":
            kept.append(sign)
    return "".join(kept)


def _shown(text: str) -> str:
    return "".join(text.split())
