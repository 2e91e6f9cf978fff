"""A paper as a Word file, as the document system has them: masthead in the first page's header, typed numbers, notes.

>>> word(paper, Look())[:2]
b'PK'
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from tests.builder.lines import Contents, Item, Line, lines
from tests.builder.paper import Body, Head, Note, Paper, Said, Table, day

STYLES = (
    "HCh", "H1", "H23", "H4", "H56", "SingleTxt", "FootnoteText", "FootnoteReference", "Quotation", "Bullet", "Small", "TOC",
)  # fmt: skip
_UNUSED = ("stylesWithEffects", "theme", "customXml", "thumbnail", "webSettings")
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_SPLIT = re.compile(r"(?<=\s)(?=\w{6})")
_LISTS = (
    '<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
    '<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
)


@dataclass(frozen=True, slots=True)
class Look:
    """How a file is made.

    Attributes:
        is_counted: whether Word counts numbers, letters and bullets, as in Geneva; in New York they are typed.
        is_split: whether the text is cut into many runs, some of them inserted, with deleted words between them.
        has_header: whether the masthead stands in the first page's header; else at the head of the body.
    """

    is_counted: bool = False
    is_split: bool = False
    has_header: bool = True


def word(paper: Paper, look: Look) -> bytes:
    """The paper as a Word file; the same paper gives the same bytes."""
    press = _Press(paper, look)
    press.print()
    return _timeless(press.document)


@dataclass(slots=True)
class _Press:
    """Writes one paper."""

    paper: Paper
    look: Look
    document: docx.document.Document = field(default_factory=docx.Document)
    notes: list[Note] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    list_of: dict[int, int] = field(default_factory=dict)
    """The open list of each depth; 0 counts paragraphs."""

    def print(self) -> None:
        for rels in (self.document.part.rels, self.document.part.package.rels):
            for key in [key for key, rel in rels.items() if rel.reltype.endswith(_UNUSED)]:
                del rels[key]
        for name in STYLES:
            self.document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        _margins(self.document, self.paper.head, has_header=self.look.has_header)
        _front(self.document, self.paper.head)
        for item in lines(self.paper):
            self._item(item)
        self._add_notes()
        self._add_lists()

    def _item(self, item: Item) -> None:
        match item:
            case Contents():
                _contents(self.document, item)
            case Table():
                _table(self.document, item)
            case Line(style="heading"):
                style = ("HCh", "H1", "H23", "H4")[item.depth - 1]
                self._put(self.document.add_paragraph(style=style), item.said, f"\t{item.mark}\t")
            case Line(style="summary-head" | "annex"):
                self._put(self.document.add_paragraph(style="HCh"), item.said)
                self.list_of.clear()
            case Line(style="annex-title"):
                self._put(self.document.add_paragraph(style="H1"), item.said, "\t\t")
            case Line(style="numbered" | "point" | "bullet") if self.look.is_counted:
                self._counted(item)
            case Line(style="quote"):
                self._put(self.document.add_paragraph(style="Quotation"), item.said)
            case Line():
                indent = (
                    "\t" * item.depth if item.style in {"point", "preambular", "formula", "letter"} else ""
                )
                mark = f"{indent}{item.mark}\t" if item.mark else indent
                self._put(self.document.add_paragraph(style="SingleTxt"), item.said, mark)

    def _counted(self, line: Line) -> None:
        """A paragraph before which Word counts: each list of points has a list of its own."""
        depth = {"numbered": 0, "bullet": -1}.get(line.style, line.depth)
        is_first = line.mark in {"1.", "(a)", "(i)"}
        if is_first or depth not in self.list_of:
            kind = {"numbered": "decimal", "bullet": "bullet"}.get(
                line.style, ("", "lowerLetter", "lowerRoman")[depth]
            )
            self.lists.append(
                _LISTS.format(
                    n=len(self.lists) + 1,
                    kind=kind,
                    text={"numbered": "%1.", "bullet": "•"}.get(line.style, "(%1)"),
                )
            )
            self.list_of[depth] = len(self.lists)
        paragraph = self.document.add_paragraph(style="SingleTxt")
        number = (
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{self.list_of[depth]}"/></w:numPr>'
        )
        paragraph._p.get_or_add_pPr().append(parse_xml(number))
        if line.style == "bullet":
            del self.list_of[depth]
        self._put(paragraph, line.said)

    def _put(self, paragraph: Paragraph, said: Said, mark: str = "") -> None:
        at = 0
        if mark:
            paragraph.add_run(mark)
        for place, note in said.notes:
            self._text(paragraph, said.text[at:place])
            self._refer(paragraph, note)
            at = place
        self._text(paragraph, said.text[at:])

    def _text(self, paragraph: Paragraph, text: str) -> None:
        """Text in one run, or in many: every third inserted, with a deleted word before it."""
        if not self.look.is_split:
            paragraph.add_run(text)
            return
        for n, part in enumerate(_SPLIT.split(text)):
            run = paragraph.add_run(part)
            if n % 3 == 2:
                run._r.addprevious(
                    parse_xml(
                        f'<w:del {nsdecls("w")}><w:r><w:delText xml:space="preserve">broken </w:delText></w:r></w:del>'
                    )
                )
                inserted = parse_xml(f"<w:ins {nsdecls('w')}/>")
                run._r.addprevious(inserted)
                inserted.append(run._r)

    def _refer(self, paragraph: Paragraph, note: Note) -> None:
        self.notes.append(note)
        kind = "endnote" if self.paper.has_endnotes else "footnote"
        own = "" if note.marker.isdigit() else ' w:customMarkFollows="1"'
        typed = "" if note.marker.isdigit() else f"<w:t>{note.marker}</w:t>"
        paragraph._p.append(
            parse_xml(
                f'<w:r {nsdecls("w")}><w:rPr><w:rStyle w:val="FootnoteReference"/><w:vertAlign w:val="superscript"/></w:rPr>'
                f'<w:{kind}Reference{own} w:id="{len(self.notes) + 1}"/>{typed}</w:r>'
            )
        )

    def _add_notes(self) -> None:
        if not self.notes:
            return
        kind = "endnote" if self.paper.has_endnotes else "footnote"
        made = "".join(
            f'<w:{kind} w:id="{n}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:tab/></w:r>{_raised(_mark(kind, note))}'
            f'<w:r><w:tab/><w:t xml:space="preserve">{escape(note.text)}</w:t></w:r></w:p></w:{kind}>'
            for n, note in enumerate(self.notes, 2)
        )
        rule = f'<w:{kind} w:id="0" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
        self._part(f"{kind}s", f"<w:{kind}s {nsdecls('w')}>{rule}{made}</w:{kind}s>")
        if self.paper.has_endnotes:
            settings = self.document.settings.element
            settings.insert(
                0, parse_xml(f'<w:endnotePr {nsdecls("w")}><w:numFmt w:val="decimal"/></w:endnotePr>')
            )

    def _add_lists(self) -> None:
        if self.lists:
            part = self.document.part.numbering_part
            nums = (
                f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>'
                for n in range(1, len(self.lists) + 1)
            )
            made = parse_xml(
                f"<w:numbering {nsdecls('w')}>{''.join(self.lists)}{''.join(nums)}</w:numbering>"
            )
            part._element = made

    def _part(self, name: str, xml: str) -> None:
        package = self.document.part.package
        part = Part(PackURI(f"/word/{name}.xml"), f"{_TYPE}{name}+xml", xml.encode(), package)
        self.document.part.relate_to(part, getattr(RELATIONSHIP_TYPE, name.upper()))


def _mark(kind: str, note: Note) -> str:
    return f"<w:{kind}Ref/>" if note.marker.isdigit() else f"<w:t>{note.marker}</w:t>"


def _raised(inside: str) -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>{inside}</w:r>'


def _margins(document: docx.document.Document, head: Head, *, has_header: bool) -> None:
    """The first page's header and foot, and the running heads of the pages after it."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    if has_header:
        table = section.first_page_header.add_table(2, 2, section.page_width)
        _mast(table.rows[0].cells, table.rows[1].cells, head)
    else:
        table = document.add_table(2, 2)
        _mast(table.rows[0].cells, table.rows[1].cells, head)
    section.first_page_footer.paragraphs[0].add_run(f"{head.job} {head.issued:%d%m%y}")
    for header, footer in (
        (section.header, section.footer),
        (section.even_page_header, section.even_page_footer),
    ):
        header.paragraphs[0].add_run(head.symbol)
        footer.paragraphs[0].add_run(f"{head.job.split()[0]}\t2/9")


def _mast(first: Iterable[_Cell], second: Iterable[_Cell], head: Head) -> None:
    (name, symbol), (organs, distribution) = first, second
    name.text = "United Nations"
    initial, _, rest = head.symbol.partition("/")
    paragraph = symbol.paragraphs[0]
    paragraph.add_run(initial)
    paragraph.add_run(f"/{rest}")
    _fill(organs, [body.organ for body in head.bodies])
    _fill(
        distribution,
        ["Distr.: General", day(head.issued), *([f"Original: {head.original}"] if head.original else [])],
    )


def _fill(cell: _Cell, texts: Iterable[str]) -> None:
    for n, text in enumerate(texts):
        (cell.paragraphs[0] if not n else cell.add_paragraph()).add_run(text)


def _front(document: docx.document.Document, head: Head) -> None:
    """Sessions and agenda items, side by side where there are two organs; then title and author."""
    if len(head.bodies) > 1:
        table = document.add_table(1, len(head.bodies))
        for cell, body in zip(table.rows[0].cells, head.bodies, strict=True):
            _fill(cell, [body.organ, *_session(body)])
    else:
        for text in _session(head.bodies[0]):
            document.add_paragraph(text, style="Normal")
    for text, style in ((head.adopted, "H1"), (head.title, "HCh"), (head.author, "H1")):
        if text:
            document.add_paragraph(f"\t\t{text}", style=style)


def _session(body: Body) -> Iterator[str]:
    yield from filter(None, (body.session, body.agenda, body.subject))


def _contents(document: docx.document.Document, contents: Contents) -> None:
    document.add_paragraph("Contents", style="Normal")
    table = document.add_table(0, 3)
    for n, (label, title, _) in enumerate(contents.entries):
        cells = table.add_row().cells
        for cell, text in zip(cells, (label, f"{title}\t", str(n + 2)), strict=True):
            cell.text = text


def _table(document: docx.document.Document, table: Table) -> None:
    grid = document.add_table(table.height, table.width)
    for cell in table.cells:
        start = grid.cell(cell.row - 1, cell.column - 1)
        if cell.rows * cell.columns > 1:
            start = start.merge(grid.cell(cell.row + cell.rows - 2, cell.column + cell.columns - 2))
        start.text = cell.text
    heads = {cell.row + cell.rows - 1 for cell in table.cells if cell.is_header}
    for row in grid.rows[: max(heads)]:
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))


def _timeless(document: docx.document.Document) -> bytes:
    """The file without the time at which it was made."""
    made, target = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as file, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in file.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0, 0
            copy.writestr(entry, file.read(name))
    return target.getvalue()
