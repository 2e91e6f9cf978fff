"""What came back of a paper that is not what was written: one sentence for each difference.

>>> differences(paper, plain(paper), "A_999_1.txt")
()
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from tests.builder.paper import Paper, Report
from tests.builder.rows import Row, rows, tables
from transforms import formats, masthead, paragraphs
from transforms.errors import Refusal
from transforms.masthead import Masthead
from transforms.paragraphs import Structure


def differences(paper: Paper, content: bytes, name: str, *, has_cells: bool = True) -> tuple[str, ...]:
    """All that a reader makes of the file and that the paper does not say, or the other way round.

    Labels, kinds, numbers, parents, headings, texts, notes and cells, the fields of the masthead, and whether each
    visible character is accounted for once.
    """
    try:
        layout = formats.lay_out(content, None, name)
        head, body = masthead.take(layout)
        structure = paragraphs.assemble(body)
    except Refusal as refusal:
        return (f"refused: {refusal}",)
    lost = paragraphs.uncounted(layout, head, structure)
    found = [*_masthead(paper, head), *_rows(paper, structure), *_orphans(structure)]
    if has_cells:
        found.extend(_cells(paper, structure))
    if lost:
        found.append(
            f"{len(lost)} characters are not counted once, from {layout.source[lost[0] : lost[0] + 40]!r}"
        )
    return tuple(found)


def read_rows(structure: Structure) -> tuple[Row, ...]:
    """The paragraphs of a structure as rows, parents by their labels."""
    labels = {paragraph.eid: paragraph.label for paragraph in structure.paragraphs}
    found = []
    for p in structure.paragraphs:
        notes = sorted(
            (note.anchor_char or 0, note.marker, note.text)
            for note in structure.footnotes
            if note.paragraph_eid == p.eid
        )
        found.append(
            Row(
                p.label,
                p.kind,
                p.number,
                labels.get(p.parent_eid or ""),
                p.section_path,
                p.text,
                tuple((marker, at, text) for at, marker, text in notes),
            )
        )
    return tuple(found)


def _rows(paper: Paper, structure: Structure) -> Iterator[str]:
    wanted, found = rows(paper), read_rows(structure)
    for due, came in zip_longest(wanted, found):
        if due == came:
            continue
        if due is None or came is None:
            yield f"due: {due}\n  came: {came}"
            return
        for name in Row.__dataclass_fields__:
            if getattr(due, name) != getattr(came, name):
                yield f"{due.label} {name}\n   due: {getattr(due, name)!r}\n  came: {getattr(came, name)!r}"
        if due.label != came.label:
            return


def _orphans(structure: Structure) -> Iterator[str]:
    for note in structure.footnotes:
        if note.paragraph_eid is None and not note.marker.startswith("*"):
            yield f"note {note.marker} is referred to nowhere: {note.text!r}"


def _cells(paper: Paper, structure: Structure) -> Iterator[str]:
    wanted = [
        (n, cell.row, cell.column, cell.rows, cell.columns, cell.is_header, cell.text)
        for n, table in enumerate(tables(paper), 1)
        for cell in table.cells
    ]
    found = [
        (c.table_ordinal, c.row_ordinal, c.column_ordinal, c.row_span, c.column_span, c.is_header, c.text)
        for c in structure.cells
    ]
    yield from (f"cell due: {cell}" for cell in wanted if cell not in found)
    yield from (f"cell came: {cell}" for cell in found if cell not in wanted)


def _masthead(paper: Paper, head: Masthead) -> Iterator[str]:
    due = paper.head
    sessions = [body.number for body in due.bodies if body.number]
    wanted: Sequence[tuple[str, object, object]] = (
        ("symbols", due.symbols, tuple(str(symbol) for symbol in head.symbols)),
        ("organs", tuple(body.organ for body in due.bodies), head.organs),
        ("session", sessions[0] if sessions else None, head.session),
        ("title", (due.title or due.author).split(". ")[-1], head.title),
        ("author", due.author or None, head.author),
        ("distribution", "General", head.distribution),
        ("distribution date", due.issued, head.distribution_date),
        ("adoption date", due.adoption, head.adoption_date),
        ("original language", due.original, head.original_language),
        ("agenda items", tuple(item for body in due.bodies for item in body.items), head.agenda_items),
        ("job number", due.job.split()[0], (head.job_number or "").split(" ")[0]),
    )
    yield from (f"{name}: due {a!r}, came {b!r}" for name, a, b in wanted if a != b)


def is_plain(paper: Paper) -> bool:
    """Whether the paper has no tables, which a plain text cannot show."""
    return not (isinstance(paper.body, Report) and tables(paper))
