"""A Word file's parts -> its layout: the first page's header, the body in its order, then the notes.

>>> lay_out(unpack(content, "A_80_590.docx"), "word/document.xml").blocks[1].text
'A/80/590'
"""

from __future__ import annotations

from transforms.blocks import Layout
from transforms.errors import Refusal
from transforms.formats.archive import Archive
from transforms.formats.docx import margins, notes, runs
from transforms.formats.docx.looks import Looks
from transforms.formats.docx.names import MEDIA_TYPE, P, w
from transforms.formats.docx.notes import NoteOf
from transforms.formats.docx.numbering import Numbering
from transforms.formats.docx.package import Package
from transforms.formats.docx.runs import Reference
from transforms.formats.docx.styles import Styles
from transforms.formats.docx.writing import Writer


def lay_out(archive: Archive, main: str) -> Layout:
    """A Word file becomes a layout; headers and footers of later pages are left out.

    Raises:
        Refusal: broken, too-complex, hostile-xml.
    """
    package = Package(archive, main)
    body = package.parsed(main).find(w("body"))
    if body is None:
        raise Refusal(
            "broken",
            f"{archive.name}: its part {main} has no body; a Word document was expected. Fetch it again.",
        )
    looks = Looks(Styles(package.root("styles")))
    writer = Writer(package, looks, Numbering(package.root("numbering")), notes.read(package, looks, body))
    margins.write(writer, package, looks.add(body))
    writer.write(body)
    for note in writer.notes.referred():
        _note(writer, note)
    writer.lines.close()
    return Layout(writer.lines.source, tuple(writer.lines.blocks), MEDIA_TYPE)


def _note(writer: Writer, note: NoteOf) -> None:
    """A note after its mark, one line a paragraph; a mark that is typed once more goes."""
    found = [runs.pieces(p, writer.looks) for p in note.element.iter(P)]
    found = [pieces for pieces in found if pieces.text.strip()]
    writer.lines.close()
    for n, pieces in enumerate(found):
        if n:
            writer.lines.break_line()
        else:
            if note.is_custom:
                pieces.parts = _without_mark(pieces.joined(), note.marker)
            writer.lines.open("plain")
            writer.lines.mark(note.marker, note.marker)
        writer.put(pieces)


def _without_mark(parts: list[str | Reference], marker: str) -> list[str | Reference]:
    """A note without its own mark, which stands before its text, typed or raised."""
    first, *rest = parts
    if isinstance(first, str) and first.strip():
        return [first.lstrip().removeprefix(marker), *rest]
    if rest and isinstance(rest[0], Reference) and rest[0].key == marker:
        return rest[1:]
    return parts
