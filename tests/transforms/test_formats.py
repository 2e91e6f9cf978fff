"""Bytes become a layout or a typed refusal; nothing takes long, whatever is sent."""

import os
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms import formats, masthead, paragraphs
from transforms.blocks import Layout
from transforms.errors import Refusal


def laid(content: bytes, name: str = "A_999_1.txt", media_type: str | None = None) -> Layout:
    return formats.lay_out(content, media_type, name)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n ", "empty"),
        (bytes(range(256)) * 20, "binary"),
        (b"abc\x00\x01\x02" * 100, "binary"),
        (b"%PDF-1.7 ...", "broken"),
        (b"PK\x03\x04....", "unknown-type"),
        (b"\xd0\xcf\x11\xe0....", "unknown-type"),
        (b"<?xml version='1.0'?><akomaNtoso/>", "unknown-type"),
        (b"\xff\xfe1. od", "not-text"),
        (b"<html>" + b"<div>" * 5000 + b"deep", "not-text"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, reason: str) -> None:
    """Each kind of unreadable input has its own reason."""
    with pytest.raises(Refusal) as refusal:
        laid(content)

    assert refusal.value.reason == reason


def test_random_bytes_are_refused() -> None:
    """Binary rubbish never becomes paragraphs."""
    with pytest.raises(Refusal):
        laid(os.urandom(4000))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_text_is_read_in_the_encoding_it_is_in(encoding: str) -> None:
    """A byte order mark, valid UTF-8 or the encoding that fits best decides, in that order."""
    text = "1. L\u2019Assembl\u00e9e g\u00e9n\u00e9rale a \u00e9t\u00e9 pri\u00e9e de d\u00e9cider \u2013 une fois encore \u2013 de la suite."

    assert "".join(block.text for block in laid(text.encode(encoding)).blocks) == text


def test_a_page_says_its_own_encoding() -> None:
    """An HTML page that is not UTF-8 is read as it declares."""
    page = '<html><head><meta charset="windows-1251"></head><body><p>\u041c\u0438\u0440</p></body></html>'

    assert [b.text for b in laid(page.encode("cp1251")).blocks] == ["\u041c\u0438\u0440"]


def test_a_lone_carriage_return_ends_a_line() -> None:
    """All three kinds of line end are the same."""
    assert [b.text for b in laid(b"one\rtwo\r\nthree\nfour").blocks] == ["one", "two", "three", "four"]


def test_form_feeds_turn_pages() -> None:
    """A page is known where the text shows page breaks, and only there."""
    assert [b.page for b in laid(b"one\ftwo\f\fthree").blocks] == [1, 2, 4]
    assert [b.page for b in laid(b"one\ntwo").blocks] == [None, None]


def test_scripts_in_plain_text_stay_text() -> None:
    """Only light markup is markup; a script is words on a page."""
    text = "1. The <script>alert('x')</script> was read."

    assert laid(text.encode()).blocks[0].text == text


@pytest.mark.parametrize(
    ("line", "style", "text", "marks"),
    [
        ("## **II. Support**", "heading-2", "II. Support", []),
        ("- 12. The item", "item", "12. The item", []),
        ("noted, *inter alia*, that", "plain", "noted, inter alia, that", []),
        ("for Development,<sup>1</sup> the", "plain", "for Development, the", ["1"]),
        ("the Council.\u00b9\u00b2", "plain", "the Council.", ["12"]),
        ("an area of 5 km\u00b2 was", "plain", "an area of 5 km\u00b2 was", []),
        ("the provisional agenda\\*", "plain", "the provisional agenda", ["*"]),
        ("the provisional agenda**", "plain", "the provisional agenda", ["**"]),
        ("see [A/999/1](#) and <http://a.example/b>", "plain", "see A/999/1 and http://a.example/b", []),
        ("over \\$20 billion in youth\\_work", "plain", "over $20 billion in youth_work", []),
        ("2 * 3 * 4 = 24", "plain", "2 * 3 * 4 = 24", []),
        ("> quoted", "quote", "quoted", []),
        ("the 2<sup>nd</sup> day", "plain", "the 2nd day", []),
    ],
)
def test_markup_leaves_the_text(line: str, style: str, text: str, marks: list[str]) -> None:
    """Light markup, escapes and note marks are told from words."""
    block = laid(line.encode()).blocks[0]

    assert (block.style, block.text, [mark.marker for mark in block.marks]) == (style, text, marks)


def test_emphasis_may_cross_a_line_end() -> None:
    """Stars opened on one line and closed on the next are emphasis, not a note's mark."""
    blocks = laid(b"**Cooperation between\nother organizations**").blocks

    assert [(b.text, b.marks) for b in blocks] == [("Cooperation between", ()), ("other organizations", ())]


HTML = b"""<!doctype html><html><head><title>Page</title><script>let a = "<p>";</script></head><body>
<nav><a href="/">Home</a></nav><h2>I. Start</h2><ol start="3"><li>Third<sup>1</sup> item.</li>
<li>Fourth:<ol type="a"><li>alpha;</li></ol></li></ol><ul><li>dash</li></ul><blockquote><p>Said so.</p></blockquote>
<table><tr><th colspan="2">Head</th></tr><tr><td rowspan="2">x<br>y</td><td>1</td></tr><tr><td>2</td></tr></table>
<p><sup>1</sup> A note.</p></body></html>"""


def test_html_becomes_blocks() -> None:
    """Headings, counted items, bullets, quotations and cells keep what the page says of them."""
    blocks = laid(HTML).blocks

    assert [
        (b.style, b.label, b.text.strip()) for b in blocks if b.style not in {"navigation", "script", "cell"}
    ] == [
        ("heading-2", None, "I. Start"),
        ("plain", "3.", "Third item."),
        ("plain", "4.", "Fourth:"),
        ("plain", "(a)", "alpha;"),
        ("item", None, "dash"),
        ("quote", None, "Said so."),
        ("plain", None, "A note."),
    ]
    places = [b.place for b in blocks if b.place is not None]
    assert [(p.row, p.column, p.row_span, p.column_span, p.is_header) for p in places] == [
        (1, 1, 1, 2, True), (2, 1, 2, 1, False), (2, 2, 1, 1, False), (3, 2, 1, 1, False),
    ]  # fmt: skip


def test_scripts_and_menus_of_a_page_are_set_aside() -> None:
    """What a page carries and does not say is no paragraph."""
    head, body = masthead.take(laid(HTML))
    structure = paragraphs.assemble(body)

    assert {(piece.reason, piece.text) for piece in structure.set_aside} >= {
        ("navigation", "Home"),
        ("markup", 'let a = "<p>";'),
    }
    assert structure.footnotes[0].paragraph_eid == "para_3"
    assert paragraphs.conserved(laid(HTML), head, structure) == 1.0


@pytest.mark.parametrize("declared", ["iso-8859-1", "latin1", "us-ascii", "windows-1252"])
def test_what_a_page_calls_latin_is_what_browsers_take_it_for(declared: str) -> None:
    """Curly quotation marks of Windows pages are not lost as control characters."""
    page = f'<html><head><meta charset="{declared}"></head><body><p>\u201cCaf\u00e9\u201d</p></body></html>'

    assert [b.text for b in laid(page.encode("cp1252")).blocks] == ["\u201cCaf\u00e9\u201d"]


def test_a_byte_order_mark_outranks_what_a_page_declares() -> None:
    """A page saved again as UTF-8 often keeps its old declaration."""
    page = '<html><head><meta charset="windows-1252"></head><body><p>Caf\u00e9</p></body></html>'

    assert [b.text for b in laid(page.encode("utf-8-sig")).blocks] == ["Caf\u00e9"]


NOTES = {
    "ids": '<p>Lamps<sup><a href="#fn1">1</a></sup> are lit.</p><ol><li id="fn1">A note. <a href="#r1">\u21a9</a></li></ol>',
    "role": '<p>Lamps<sup>1</sup> are lit.</p><section role="doc-endnotes"><ol><li id="x"><p>A note.</p></li></ol></section>',
    "word": '<p>Lamps<a href="#_ftn1" name="_ftnref1">[1]</a> are lit.</p><div><p><a href="#_ftnref1">[1]</a> A note.</p></div>',
}


@pytest.mark.parametrize("case", NOTES)
def test_notes_of_a_page_are_found_however_they_are_linked(case: str) -> None:
    """Ids, roles and brackets all say which text is a note and where it belongs; arrows back are no text."""
    structure = assembled(NOTES[case])

    assert [(n.marker, n.text, n.anchor_char) for n in structure.footnotes] == [("1", "A note.", 5)]
    assert [p.text for p in structure.paragraphs] == ["Lamps are lit."]


def test_what_a_page_does_not_show_is_set_aside() -> None:
    """Hidden elements, templates, forms and comments hold no paragraph."""
    structure = assembled(
        '<p>1. Lamps<!-- c --> are lit.</p><p style="display: none">x</p><p hidden>x</p><template><p>x</p></template>'
        "<noscript>x</noscript><select><option>x</select><button>x</button><svg><text>x</text></svg>"
    )

    assert [p.text for p in structure.paragraphs] == ["Lamps are lit."]
    assert [p.text for p in structure.set_aside if p.text == "x"] == ["x"] * 7


def test_a_table_that_only_sets_numbers_beside_texts_is_no_table() -> None:
    """Pages made from Word lay numbered paragraphs out in two columns."""
    rows = "".join(f"<tr><td>{n}.</td><td>The lamps of harbour {n} are lit.</td></tr>" for n in (1, 2))

    structure = assembled(f"<table>{rows}</table>")

    assert ([p.label for p in structure.paragraphs], structure.cells) == (["1", "2"], ())


def test_bullets_that_a_page_prints_are_bullets() -> None:
    """S/RES/2677 (2023) as a page has `\u2022` before paragraphs that are no list items."""
    structure = assembled("<p>1. Decides:</p><p>\u2022&nbsp;To meet;</p><p>\u2013 To part.</p>")

    assert [p.label for p in structure.paragraphs] == ["1", "1[b1]", "1[b2]"]


def assembled(page: str) -> paragraphs.Structure:
    layout = laid(f"<!doctype html><html><body>{page}</body></html>".encode())
    head, body = masthead.take(layout)
    structure = paragraphs.assemble(body)
    assert paragraphs.uncounted(layout, head, structure) == []
    return structure


@pytest.mark.parametrize("tag", ["div", "span", "ol><li", "sup", "table><tr><td", "a href='#1'"])
def test_deep_nesting_is_read_or_refused_at_once(tag: str) -> None:
    """A page nested 500 deep is read; one nested 100,000 deep is refused, and neither takes long."""
    started = time.process_time()

    assert laid(f"<html><body>{f'<{tag}>' * 500}{'deep ' * 20_000}".encode()).blocks
    with pytest.raises(Refusal, match=r"to its end: its elements are nested more than 2,048 deep\. Save"):
        laid(f"<html><body>{'<div>' * 100_000}deep".encode())

    assert time.process_time() - started < 5


@given(st.text())
@settings(max_examples=200, deadline=None)
def test_blocks_are_made_of_their_runs(text: str) -> None:
    """A block's text is what its runs hold, and its runs lie inside it, in order."""
    try:
        layout = laid(text.encode("utf-8", "replace"))
    except Refusal:
        return
    for block in layout.blocks:
        assert "".join(layout.source[a:b] for a, b in block.runs) == block.text
        edges = [edge for run in block.runs for edge in run]
        assert edges == sorted(edges)
        assert all(block.span[0] <= edge <= block.span[1] for edge in edges)


SIZE = 5_000_000
LONG = {
    "a report": "".join(
        f"{i}. {'The Assembly of Nations met by the sea and spoke of peace. ' * 8}\n\n"
        for i in range(1, SIZE // 480)
    ),
    "one line": "word " * (SIZE // 5),
    "empty lines": "1. Text.\n" + "\n" * SIZE,
    "brackets": "[" * (SIZE // 5),
}


@pytest.mark.parametrize("case", LONG)
def test_five_megabytes_take_seconds(case: str) -> None:
    """Reading is linear: no size or repetition makes it hang."""
    started = time.monotonic()

    layout = laid(LONG[case].encode())
    _, body = masthead.take(layout)
    paragraphs.assemble(body)

    assert time.monotonic() - started < 60


@pytest.mark.parametrize(
    "piece",
    ["(a) abc;\n\n", "- abc;\n\n", "(i) item;\n\n(a) item:\n\n", "\u201cabc\n\n", "Abc\n\n", "I. Head\n\nA. Head\n\n1. X is.\n\n", "*a ", "[a](",
     "<sup>", "\\*", "1 ", ". ", "m\u00b2", "hundred and ", "Annex\n\n1. A is.\n\n", "text\f", "99-12345 1/2\n\n"],
)  # fmt: skip
def test_repetition_costs_no_more_than_its_length(piece: str) -> None:
    """Twice as much of anything takes about twice as long, not four times."""
    small, large = (_cost(piece * (size // len(piece))) for size in (5_000, 40_000))

    assert large < max(1.0, small * 30)


def _cost(text: str) -> float:
    started = time.process_time()
    try:
        _, body = masthead.take(laid(("A/999/1\n\nText is here:\n\n" + text).encode()))
        paragraphs.assemble(body)
    except Refusal:
        pass
    return time.process_time() - started
