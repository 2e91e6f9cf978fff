"""From a body's blocks to its `Structure`: the steps in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from transforms.blocks import Block, Layout, SetAside, aside
from transforms.errors import Refusal
from transforms.formats.told import is_told
from transforms.masthead import Body
from transforms.masthead.reading import margins
from transforms.paragraphs import (
    chunks,
    contents,
    footnotes,
    joins,
    modes,
    numbering,
    orphans,
    parts,
    records,
    told,
)
from transforms.paragraphs.anchoring import Anchor, anchor
from transforms.paragraphs.composing import Composer
from transforms.paragraphs.drafts import Draft
from transforms.paragraphs.footnotes import Note
from transforms.paragraphs.joins import Unit
from transforms.paragraphs.roles import Role, roles
from transforms.paragraphs.structure import Cell, Footnote, Paragraph, Section, Structure
from transforms.paragraphs.titles import FORMULA, is_annex
from transforms.text import Traced, gather
from transforms.wording.signs import is_closed


@dataclass(frozen=True, slots=True)
class _Reading:
    """A body read: units with their roles, notes, the lines of the contents, and labels that count nothing."""

    units: Sequence[Unit]
    roles: Sequence[Role]
    notes: Sequence[Note]
    listed: Sequence[Block] = ()
    alone: Sequence[chunks.Chunk] = ()
    foot: Sequence[Block] = ()


_WHOLE = {"rule": "rule", "navigation": "navigation", "script": "markup"}


def assemble(body: Body) -> Structure:
    """A body becomes its structure; every character of its blocks ends in one row or is set aside.

    Raises:
        Refusal: no-text, where no paragraph is found.
    """
    layout = body.layout
    reading = _told(body) if is_told(layout) else _guessed(body)
    composer = Composer(
        layout, trusts_levels=layout.media_type != "text/plain" or not _has_labels(reading.units)
    )
    drafts = composer.compose(reading.units, reading.roles)
    if not drafts.paragraphs and not any(block.place and block.text.strip() for block in body.blocks):
        raise Refusal(
            "no-text",
            f"no paragraph was found in {len(layout.source)} characters and {len(body.blocks)} lines; a document's text was "
            "expected. Look at the file: it may be a list of headings, a table or a page that shows nothing without a browser.",
        )
    for draft in (*drafts.headings, *drafts.paragraphs):
        draft.traced = _gathered(layout, draft.blocks)
    notes = reading.notes
    anchors, glued = anchor(
        layout, notes, drafts.paragraphs, drafts.headings, may_be_glued=not is_told(layout)
    )
    put = [*body.set_aside, *drafts.set_aside, *glued, *_margins(layout, body.blocks, notes, reading.listed)]
    put.extend(_orphaned(layout, reading.alone))
    put.extend(
        piece
        for block in reading.foot
        for span in block.runs
        for piece in aside(layout.source, span, "boilerplate", block.page)
    )
    return Structure(
        tuple(_section(d) for d in drafts.headings),
        tuple(_paragraph(d) for d in drafts.paragraphs),
        _footnotes(layout, notes, anchors),
        tuple(_cells(layout, body.blocks)),
        tuple(sorted(put, key=lambda piece: piece.span)),
    )


def _told(body: Body) -> _Reading:
    """A body whose format says what each block is."""
    found = told.read(body.blocks)
    return _Reading([unit for unit, _ in found.written], [role for _, role in found.written], found.notes)


def _guessed(body: Body) -> _Reading:
    """A body of lines of which nobody has said what they are."""
    marks = frozenset(
        piece.text.replace("\\", "") for piece in body.set_aside if piece.reason == "footnote_marker"
    )
    notes, lines = footnotes.take(
        [b for b in body.blocks if b.style not in {"navigation", "script", "cell"}], marks
    )
    lines = [block for block in lines if block.style != "rule"]
    extent = contents.extent(lines)
    listed = lines[slice(*extent)] if extent else []
    text = lines[: extent[0]] + lines[extent[1] :] if extent else lines
    found, alone = orphans.adopt(_chunks([block for block in text if block.text.strip()]))
    record = records.tell(found)
    if record is None:
        units = _units(found)
        return _Reading(units, roles(units), notes, listed, alone)
    said = records.read(found, record)
    return _Reading(said.units, said.roles, notes, listed, alone, said.foot)


def _chunks(lines: Sequence[Block]) -> list[chunks.Chunk]:
    return chunks.make(lines) if lines else []


def _units(found: Sequence[chunks.Chunk]) -> list[Unit]:
    annexes = frozenset(i for i, chunk in enumerate(found) if is_annex(chunk.text))
    letters = parts.starts(found)
    numbers = numbering.chain(found, annexes | letters.keys() | modes.declared(found))
    return joins.join(found, numbers, _preamble(found, numbers, annexes), letters)


def _orphaned(layout: Layout, alone: Iterable[chunks.Chunk]) -> Iterable[SetAside]:
    """Labels that stood alone and count nothing."""
    for chunk in alone:
        for block in chunk.blocks:
            for span in block.runs:
                yield from aside(layout.source, span, "label", block.page)


def _preamble(
    found: Sequence[chunks.Chunk], numbers: dict[int, int], annexes: frozenset[int]
) -> frozenset[int]:
    """The chunks of preambles: from the organ's name to the first number."""
    inside: set[int] = set()
    is_open = False
    for i, chunk in enumerate(found):
        if i in numbers or i in annexes:
            is_open = False
        if is_open and is_closed(found[i - 1].text):
            inside.add(i)
        is_open = is_open or bool(FORMULA.match(chunk.text))
    return frozenset(inside)


def _has_labels(units: Iterable[Unit]) -> bool:
    return any(
        unit.chunk.label is not None and unit.chunk.label.is_upper and unit.chunk.is_short for unit in units
    )


def _gathered(layout: Layout, blocks: Sequence[Block]) -> Traced:
    return gather(layout.source, (block.runs for block in blocks))


def _margins(
    layout: Layout, blocks: Sequence[Block], notes: Sequence[Note], listed: Sequence[Block]
) -> list[SetAside]:
    """All that is no text: rules, contents, leads, marks and markup."""
    put: list[SetAside] = []
    contents_places = {block.span for block in listed}
    for block in blocks:
        reason = "contents" if block.span in contents_places else _WHOLE.get(block.style)
        if reason is not None:
            put.extend(aside(layout.source, block.span, reason, block.page))
        else:
            put.extend(margins(layout, block))
    starts = {note.place for note in notes}
    for block in blocks:
        if block.lead is not None and block.span not in contents_places:
            reason = "footnote_marker" if block.lead.span[0] in starts else "label"
            put.extend(aside(layout.source, block.lead.span, reason, block.page))
    leads = {block.lead.span for block in blocks if block.lead is not None}
    for note in notes:
        if note.mark.span not in leads:
            put.extend(aside(layout.source, note.mark.span, "footnote_marker", note.blocks[0].page))
    return put


def _section(draft: Draft) -> Section:
    text = draft.traced.text
    return Section(
        draft.eid, draft.level, draft.label or None, text, (*draft.path, text), draft.page, draft.traced.spans
    )


def _paragraph(draft: Draft) -> Paragraph:
    return Paragraph(
        draft.eid,
        draft.label,
        draft.kind,
        draft.number,
        draft.parent_eid,
        draft.path,
        draft.page,
        draft.traced.text,
        draft.traced.spans,
        draft.blocks[0].source_eid,
    )


def _footnotes(
    layout: Layout, notes: Sequence[Note], anchors: Sequence[Anchor | None]
) -> tuple[Footnote, ...]:
    found: list[Footnote] = []
    seen: dict[str, int] = {}
    for note, place in zip(notes, anchors, strict=True):
        traced = _gathered(layout, note.blocks)
        name = f"star_{len(note.marker)}" if note.marker.startswith("*") else note.marker
        draft = place.draft if place is not None else None
        prefix = (
            draft.eid.split("__")[0] + "__"
            if draft is not None
            and draft.eid.startswith(("annex_", "part_", "enclosure_", "appendix_", "attachment_"))
            else ""
        )
        eid = f"footnote_{name}"
        eid = f"{prefix}{eid}" if eid in seen else eid
        seen[eid] = seen.get(eid, 0) + 1
        eid = eid if seen[eid] == 1 else f"{eid}__{seen[eid]}"
        offset = draft.traced.offset_of(place.place) if draft is not None and place is not None else None
        found.append(
            Footnote(
                eid,
                note.marker,
                traced.text,
                draft.eid if draft else None,
                offset,
                note.blocks[0].page,
                traced.spans,
            )
        )
    return tuple(found)


def _cells(layout: Layout, blocks: Iterable[Block]) -> Iterable[Cell]:
    for block in blocks:
        place = block.place
        if place is not None:
            traced = _gathered(layout, [block])
            yield Cell(
                place.table,
                place.row,
                place.column,
                place.row_span,
                place.column_span,
                place.is_header,
                traced.text,
                traced.spans,
            )
