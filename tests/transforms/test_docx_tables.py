"""Tables of Word files: cells and what they span, pages laid out in tables, contents."""

from __future__ import annotations

import io
import zipfile

from tests.transforms.wordfile import (
    cell,
    changed,
    laid,
    p,
    read,
    texts,
    word,
    zipped,
)


def test_cells_know_what_they_span() -> None:
    """Columns and rows that a cell spans are counted, and a row that was deleted is gone."""
    made = word(
        p("1.\tLamps are lit."),
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>", cell("Head", '<w:gridSpan w:val="2"/>'), "</w:tr>",
        "<w:tr>", cell("left", '<w:vMerge w:val="restart"/>'), cell("1"), "</w:tr>",
        "<w:tr>", cell("", "<w:vMerge/>"), cell("2"), "</w:tr>",
        "<w:tr><w:trPr><w:del/></w:trPr>", cell("gone"), cell("gone"), "</w:tr></w:tbl>",
    )  # fmt: skip

    cells = read(made)[1].cells

    assert [(c.row_ordinal, c.column_ordinal, c.row_span, c.column_span, c.is_header, c.text) for c in cells] == [
        (1, 1, 1, 2, True, "Head"), (2, 1, 2, 1, False, "left"), (2, 2, 1, 1, False, "1"), (3, 2, 1, 1, False, "2"),
    ]  # fmt: skip


def test_a_table_that_lays_out_the_page_is_no_table() -> None:
    """A summary's box and numbers set beside their texts are paragraphs."""
    made = word(
        "<w:tbl><w:tr>", cell("Summary"), "</w:tr><w:tr>", cell("All the lamps of the harbour are lit, and they burn for all."), "</w:tr></w:tbl>",
        p("I.\tLamps", style="HCh"),
        "<w:tbl><w:tr>", cell("1."), cell("The lamps of one harbour are lit."), "</w:tr>",
        "<w:tr>", cell("2."), cell("The lamps of two harbours are lit."), "</w:tr></w:tbl>",
    )  # fmt: skip

    assert [label for label, _ in texts(made)] == ["summary-1", "1", "2"]
    assert read(made)[1].cells == ()


def test_contents_are_set_aside() -> None:
    """A list of contents repeats the headings, and is no table."""
    made = word(
        p("Contents", style="HCh"), p(), "<w:tbl><w:tr>", cell("Introduction"), cell("2"), "</w:tr></w:tbl>",
        p("I.\tIntroduction", style="HCh"), p("1.\tLamps are lit."),
    )  # fmt: skip

    structure = read(made)[1]

    assert ([s.heading for s in structure.sections], structure.cells) == (["I. Introduction"], ())
    assert ("navigation", "Introduction 2") in [(piece.reason, piece.text) for piece in structure.set_aside]


def charted(chart: str, reference: str = '<c:chart r:id="id_figure"/>', kind: str = "chart") -> bytes:
    """A paragraph with a drawing, and the part that the drawing refers to."""
    names = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    made = word(
        p("1.\tLamps are lit.", inside=f"<w:r><w:drawing><x {names} xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\">{reference}</x></w:drawing></w:r>"),
        p("2.\tThey burn."),
    )  # fmt: skip
    link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    related = f'<Relationship Id="id_figure" Type="{link}{kind}" Target="figure.xml"/></Relationships>'
    made = changed(made, "word/_rels/document.xml.rels", lambda t: t.replace("</Relationships>", related))
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        parts = {n: file.read(n).decode() for n in file.namelist()}
    return zipped(parts | {"word/figure.xml": f"<c:chartSpace {names}>{chart}</c:chartSpace>"})


def points(name: str, *values: str, code: str = "") -> str:
    told = "".join(f'<c:pt idx="{n}"><c:v>{v}</c:v></c:pt>' for n, v in enumerate(values) if v)
    return f"<c:{name}><c:numRef><c:numCache><c:formatCode>{code}</c:formatCode>{told}</c:numCache></c:numRef></c:{name}>"


def test_the_data_of_a_chart_are_a_table() -> None:
    """A chart stands in a part of its own; what it shows comes behind the paragraph that it hangs on."""
    series = "".join(
        f"<c:ser>{points('tx', name)}{points('cat', '2095', '2096')}{points('val', *values, code=code)}</c:ser>"
        for name, values, code in (
            ("Lamps", ("0.56999999999999995", ""), "0%"),
            ("Harbours", ("61.899999999999999", "7"), ""),
        )
    )
    made = charted(
        "<c:chart><c:title><a:p><a:r><a:t>Lit</a:t></a:r></a:p></c:title>"
        f"<c:plotArea><c:barChart>{series}</c:barChart></c:plotArea></c:chart>"
    )

    cells = [(c.row_ordinal, c.column_ordinal, c.is_header, c.text) for c in read(made)[1].cells]

    assert cells == [
        (1, 1, True, ""), (1, 2, True, "Lamps"), (1, 3, True, "Harbours"),
        (2, 1, False, "2095"), (2, 2, False, "57%"), (2, 3, False, "61.9"),
        (3, 1, False, "2096"), (3, 2, False, ""), (3, 3, False, "7"),
    ]  # fmt: skip
    assert [text for _, text in texts(made)] == ["Lamps are lit.", "Lit", "They burn."]


def test_the_words_of_a_diagram_are_lines() -> None:
    """An organization chart drawn as a diagram keeps its words in a part of its own."""
    made = charted("<a:p><a:r><a:t>Office of </a:t></a:r><a:r><a:t>Lamps</a:t></a:r></a:p>", '<dgm:relIds r:dm="id_figure"/>', "diagramData")  # fmt: skip

    assert [block.text for block in laid(made).blocks] == [
        "1. Lamps are lit.",
        "Office of Lamps",
        "2. They burn.",
    ]


def test_a_table_in_a_box_of_a_cell_is_text_of_the_cell() -> None:
    """Nothing is lost where a cell holds a box, and the box a table."""
    inner = "<w:tbl><w:tr>" + cell("deep") + cell("down") + "</w:tr></w:tbl>"
    box = p("above", inside=f"<w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>")
    made = word(p("1.\tLamps are lit."), f"<w:tbl><w:tr>{cell('left')}<w:tc>{box}</w:tc></w:tr></w:tbl>")

    assert [c.text for c in read(made)[1].cells] == ["left", "above deep down"]


def test_a_table_inside_a_table_is_a_table() -> None:
    """The outer one only lays out the page."""
    inner = "<w:tbl><w:tr>" + cell("Lamps") + cell("7") + "</w:tr></w:tbl>"
    made = word(p("1.\tLamps are lit."), f"<w:tbl><w:tr><w:tc>{inner}{p()}</w:tc>{cell('2. They burn.')}</w:tr></w:tbl>")  # fmt: skip

    assert [c.text for c in read(made)[1].cells] == ["Lamps", "7"]
    assert [text for _, text in texts(made)] == ["Lamps are lit.", "They burn."]
