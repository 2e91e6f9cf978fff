"""Word files made for tests, part by part, and what the reader makes of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx

from transforms import formats, masthead, paragraphs
from transforms.blocks import Layout
from transforms.masthead import Masthead
from transforms.paragraphs import Structure

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def word(*body: str, **parts: str) -> bytes:
    """A file of python-docx with that body, and parts such as `footnotes` or `numbering` with that inside."""
    made = io.BytesIO()
    docx.Document().save(made)
    with zipfile.ZipFile(made) as file:
        held = {name: file.read(name).decode() for name in file.namelist() if not name.endswith("jpeg")}
    main = held["word/document.xml"]
    last = main[main.index("<w:sectPr") : main.index("</w:body>")]
    held["word/document.xml"] = f"<w:document {NAMES}><w:body>{''.join(body)}{last}</w:body></w:document>"
    for name, inside in parts.items():
        kind = name.rstrip("123456789")
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        if f"word/{name}.xml" not in held:
            held["[Content_Types].xml"] = held["[Content_Types].xml"].replace(
                "</Types>", f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}{kind}+xml"/></Types>'
            )
            rels = "word/_rels/document.xml.rels"
            held[rels] = held[rels].replace(
                "</Relationships>",
                f'<Relationship Id="id_{name}" Type="{_LINK}{kind}" Target="{name}.xml"/></Relationships>',
            )
        held[f"word/{name}.xml"] = f"<w:{root} {NAMES}>{inside}</w:{root}>"
    return zipped(held)


def zipped(parts: dict[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return target.getvalue()


def changed(content: bytes, part: str, edit: Callable[[str], str]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return zipped(
            {n: edit(file.read(n).decode()) if n == part else file.read(n).decode() for n in file.namelist()}
        )


def p(text: str = "", *, style: str = "", num: tuple[int, int] | None = None, inside: str = "") -> str:
    """A paragraph; tabs in its text are tabs."""
    counted = f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>' if num else ""
    look = f'<w:pPr>{f"""<w:pStyle w:val="{style}"/>""" if style else ""}{counted}</w:pPr>'
    return f"<w:p>{look}{r(text) if text else ''}{inside}</w:p>"


def r(text: str, look: str = "") -> str:
    parts = "<w:tab/>".join(f'<w:t xml:space="preserve">{part}</w:t>' for part in text.split("\t"))
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{parts}</w:r>"


def laid(content: bytes, name: str = "A_999_1.docx") -> Layout:
    return formats.lay_out(content, None, name)


def read(content: bytes) -> tuple[Masthead, Structure, Layout]:
    layout = laid(content)
    head, body = masthead.take(layout)
    return head, paragraphs.assemble(body), layout


def texts(content: bytes) -> list[tuple[str, str]]:
    """Label and text of each paragraph, and proof that nothing is lost on the way."""
    head, structure, layout = read(content)
    assert paragraphs.conserved(layout, head, structure) == 1.0
    return [(each.label, each.text) for each in structure.paragraphs]


def levels(*shapes: tuple[str, str], start: int = 1, more: str = "") -> str:
    return "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'
        for n, (kind, text) in enumerate(shapes)
    )


def lists(abstract: str, *nums: str) -> str:
    made = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="7"/>{num}</w:num>' for n, num in enumerate(nums, 1)
    )
    return f'<w:abstractNum w:abstractNumId="7">{abstract}</w:abstractNum>{made}'


def note(key: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{key}"/></w:r>'


def cell(text: str, look: str = "") -> str:
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{p(text)}</w:tc>"
