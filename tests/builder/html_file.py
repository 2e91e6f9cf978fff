"""A paper as an HTML page: headings, paragraphs with typed numbers, tables, raised note marks and the notes at the end.

>>> page(paper).startswith(b"<!doctype html>")
True
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from tests.builder.lines import Contents, Item, Line, lines, notes
from tests.builder.paper import Cell, Head, Paper, Said, Table, day


def page(paper: Paper) -> bytes:
    """The paper as UTF-8."""
    items = lines(paper)
    parts = [*_masthead(paper.head), *map(_item, items), *_notes(items)]
    head = f'<head><meta charset="utf-8"><title>{escape(paper.head.symbol)}</title><style>p {{ margin: 0 }}</style></head>'
    return f"<!doctype html><html>{head}<body>\n{chr(10).join(parts)}\n</body></html>".encode()


def _masthead(head: Head) -> Iterator[str]:
    texts = [
        "United Nations",
        head.symbol,
        *(body.organ for body in head.bodies),
        "Distr.: General",
        day(head.issued),
    ]
    if head.original:
        texts.append(f"Original: {head.original}")
    for body in head.bodies:
        texts += [body.session, body.agenda, body.subject]
    texts += [head.adopted, head.title, head.author, head.job]
    return (f"<p>{escape(text)}</p>" for text in texts if text)


def _item(item: Item) -> str:
    match item:
        case Contents():
            entries = (
                f"<p>{escape(f'{label} {title}')} {'.' * 30} {n + 2}</p>"
                for n, (label, title, _) in enumerate(item.entries)
            )
            return "\n".join(("<p>Contents</p>", *entries))
        case Table():
            return _table(item)
        case Line(style="caption"):
            return ""  # the table's own
        case Line(style="heading"):
            return f"<h{item.depth + 1}>{item.mark} {_said(item.said)}</h{item.depth + 1}>"
        case Line(style="summary-head" | "annex"):
            return f"<h2>{_said(item.said)}</h2>"
        case Line(style="annex-title"):
            return f"<h3>{_said(item.said)}</h3>"
        case Line(style="quote"):
            return f"<blockquote>{_said(item.said)}</blockquote>"
        case Line(style="bullet"):
            return f"<ul><li>{_said(item.said)}</li></ul>"
        case Line(style="signature" | "meeting"):
            return f"<p>{_said(item.said).replace(chr(10), '<br>')}</p>"
        case Line():
            return f"<p>{item.mark}{'&nbsp;&nbsp;' if item.mark else ''}{_said(item.said)}</p>"


def _said(said: Said) -> str:
    text, parts, at = said.text, [], 0
    for place, note in said.notes:
        parts += [escape(text[at:place]), f'<sup><a href="#fn{note.marker}">{note.marker}</a></sup>']
        at = place
    return "".join((*parts, escape(text[at:])))


def _table(table: Table) -> str:
    caption = f"<caption>{escape(table.title)}</caption>" if table.title else ""
    rows = (
        f"<tr>{''.join(map(_cell, cells))}</tr>" for _, cells in groupby(table.cells, lambda cell: cell.row)
    )
    return f"<table>{caption}{''.join(rows)}</table>"


def _cell(cell: Cell) -> str:
    tag = "th" if cell.is_header else "td"
    spans = "".join(
        f' {name}="{n}"' for name, n in (("rowspan", cell.rows), ("colspan", cell.columns)) if n > 1
    )
    return f"<{tag}{spans}><p>{escape(cell.text)}</p></{tag}>"


def _notes(items: tuple[Item, ...]) -> Iterator[str]:
    """Numbered notes as a list that counts, those with letters as paragraphs."""
    found = notes(items)
    listed = "".join(
        f'<li id="fn{note.marker}">{escape(note.text)}</li>' for note in found if note.marker.isdigit()
    )
    lettered = "".join(
        f"<p><sup>{note.marker}</sup> {escape(note.text)}</p>" for note in found if note.marker.isalpha()
    )
    if found:
        yield f'<section role="doc-endnotes"><hr>{listed and f"<ol>{listed}</ol>"}{lettered}</section>'
