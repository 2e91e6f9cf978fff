r"""Word files as the document system has them: the masthead in the first page's header, numbers typed, properties.

One template is made with python-docx; each paper is that template with its own words, zipped with no date in it.

>>> docx(paper)[:4]
b'PK\x03\x04'
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from flows.fake_un.papers import LETTERS, Line, Paper, Style, lines, missing
from flows.fake_un.wording import words

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

_STYLES: Mapping[Style, str] = {"session": "Session", "title": "HCh", "heading": "H1", "text": "SingleTxt"}
_KEPT = frozenset({"Normal", "Header", "Footer", "Default Paragraph Font", "Normal Table", "No List"})
_UNUSED = ("stylesWithEffects", "theme", "customXml", "numbering", "thumbnail", "webSettings")
_PARAGRAPH = re.compile(r"<w:p>(?:(?!</w:p>).)*?@(\w+)@</w:t>.*?</w:p>", re.DOTALL)
_PARAGRAPHS = "</w:t></w:r></w:p><w:p><w:r><w:t>"
"""Between the lines of one cell."""
_BODY_AT = "@BODY@"
_CUSTOM = "docProps/custom.xml"
_CUSTOM_TYPE = (
    '<Override PartName="/docProps/custom.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>'
)
_CUSTOM_LINK = (
    '<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" '
    'Target="docProps/custom.xml"/></Relationships>'
)
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


@dataclass(frozen=True, slots=True)
class _Template:
    """The parts of the file with `@WORDS@` to fill in, and a paragraph of each style."""

    parts: Mapping[str, str]
    paragraphs: Mapping[str, str]


def docx(paper: Paper) -> bytes:
    """The paper as a Word file; the same paper gives the same bytes.

    Raises:
        Usage: python-docx is not installed.
    """
    template = _template()
    said = words(paper.language)
    body = "".join(_paragraph(template.paragraphs[_STYLES[line.style]], line, paper) for line in lines(paper))
    values = {
        "UN": escape(said.united_nations),
        "SYMBOL": escape(paper.symbol),
        "ORGANS": _PARAGRAPHS.join(escape(said.organs[organ]) for organ in paper.organs),
        "DISTR": _PARAGRAPHS.join(map(escape, said.distribution(paper.date))),
        "JOB": escape(paper.printed_job),
    }
    parts = {name: _fill(text, values) for name, text in template.parts.items()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(_BODY_AT, body)
    return _zip(parts | {_CUSTOM: _properties(paper)})


def _fill(text: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    return text


def _paragraph(pattern: str, line: Line, paper: Paper) -> str:
    number = "" if line.number is None else f"{line.number}.</w:t><w:tab/><w:t>"
    filled = pattern.replace(f"@{_STYLES[line.style]}@", number + escape(line.text, quote=False))
    if paper.language == "ar":
        return filled.replace("</w:pPr>", "<w:bidi/></w:pPr>", 1).replace(
            "<w:r>", "<w:r><w:rPr><w:rtl/></w:rPr>"
        )
    return filled


def _properties(paper: Paper) -> str:
    """The custom properties of New York's files; their values end in an escaped carriage return."""
    first, second = (*paper.symbols, "")[:2]
    values = {
        "Symbol1": first,
        "Symbol2": second,
        "JobNo": paper.job_number[1:] + LETTERS[paper.language],
        "Language": paper.language,
        "Session1": words(paper.language).sessions[paper.organs[0]],
        "Agenda1": str(paper.agenda_item),
        "Title1": paper.title,
        "DocType": "Resolution" if paper.preamble else "Report",
        "Category": "General",
        "Publication Date": f"{paper.date:%Y-%m-%d}",
    }
    properties = "".join(
        f'<property fmtid="{_FORMAT}" pid="{pid}" name="{name}"><vt:lpwstr>{escape(value)}_x000d_</vt:lpwstr></property>'
        for pid, (name, value) in enumerate(values.items(), start=2)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        f'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{properties}</Properties>'
    )


def _zip(parts: Mapping[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0, 0
            file.writestr(entry, text.encode())
    return target.getvalue()


@cache
def _template() -> _Template:
    try:
        from docx import Document  # noqa: PLC0415 - an extra that only invented documents need
    except ImportError as error:
        raise missing("python-docx") from error
    document = Document()
    _thin_out(document)
    _mark(document)
    target = io.BytesIO()
    document.save(target)
    with zipfile.ZipFile(target) as file:
        parts = {name: file.read(name).decode() for name in file.namelist()}
    main = parts["word/document.xml"]
    found = {match[1]: match[0] for match in _PARAGRAPH.finditer(main)}
    first, last = main.index("<w:p>"), main.rindex("</w:p>") + len("</w:p>")
    parts["word/document.xml"] = main[:first] + _BODY_AT + main[last:]
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace("</Types>", _CUSTOM_TYPE)
    parts["_rels/.rels"] = parts["_rels/.rels"].replace("</Relationships>", _CUSTOM_LINK)
    return _Template(parts, found)


def _thin_out(document: Document) -> None:
    """Leave out what a new file of python-docx brings and no paper uses: it is 98 % of the bytes."""
    for style in list(document.styles):
        if style.name not in _KEPT:
            style.delete()
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(_UNUSED)]:
            del rels[key]


def _mark(document: Document) -> None:
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415

    for name in _STYLES.values():
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        document.add_paragraph(f"@{name}@", style=name)
    _mark_margins(document.sections[0])


def _mark_margins(section: Section) -> None:
    """The masthead stands in the first page's header; later pages run the symbol."""
    from docx.shared import Pt  # noqa: PLC0415

    section.different_first_page_header_footer = True
    table = section.first_page_header.add_table(2, 2, Pt(432))
    for row, column, mark in ((0, 0, "UN"), (0, 1, "SYMBOL"), (1, 0, "ORGANS"), (1, 1, "DISTR")):
        table.cell(row, column).text = f"@{mark}@"
    section.first_page_footer.paragraphs[0].text = "@JOB@"
    section.header.paragraphs[0].text = "@SYMBOL@"
