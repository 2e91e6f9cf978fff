r"""Records of meetings: which paragraphs are speeches, verbatim or told in the third person, and what the meeting did.

>>> from transforms.formats.plain import lay_out
>>> from transforms.paragraphs import chunks
>>> text = "The meeting was called to order at 9 a.m.\n\nThe President: We meet.\n\nMs. Lamp (Fiji): Gladly."
>>> tell(chunks.make(lay_out(text).blocks)).name
'VERBATIM'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from transforms.blocks import Block
from transforms.paragraphs import joins, numbering, speakers
from transforms.paragraphs.chunks import Chunk
from transforms.paragraphs.joins import Unit
from transforms.paragraphs.meetings import closes_foot, is_procedure, is_vote, opens_foot
from transforms.paragraphs.roles import Role, roles
from transforms.wording.headings import CALLED

_ITEM = re.compile(
    r"(?:Agenda )?[Ii]tems? \d|AGENDA ITEM|Points? \d|Temas? \d|\u041f\u0443\u043d\u043a\u0442\w* \d|\u8bae\u7a0b\u9879\u76ee|\u0627\u0644\u0628\u0646\u062f"
)
_CONSIDERED = re.compile(
    r"\(?(?:(?:Revised |Oral )?[Dd]raft|Amendments?|Reports?|Notes?|Letters?|Memorandum|Provisional agenda|Projets?|Rapports?|Lettres?|Proyectos?|Informes?|Cartas?"
    r"|\u041f\u0440\u043e\u0435\u043a\u0442\w*|\u0414\u043e\u043a\u043b\u0430\u0434\w*|\u041f\u0438\u0441\u044c\u043c\w*)\b|\(?[A-Z]{1,4}/[\w./]+\)?\s*\Z"
)
LINE = 160
"""Characters of the line that calls a meeting to order; a report that tells of it says more."""
MANY = 5
"""So many speakers make a record of a text that does not say when its meeting was called to order."""
NUMBERED = 2
"""So many numbered speeches show that a verbatim record numbers its paragraphs."""
FOOT = 8
"""Lines that the note on corrections may be broken into."""
_AGENDA = 400


class Record(Enum):
    """How a record gives what was said: word for word, or in the third person."""

    VERBATIM = auto()
    SUMMARY = auto()


def tell(found: Iterable[Chunk]) -> Record | None:
    """What kind of record the chunks of a body are; None where they are none."""
    called, verbatim, reported = False, 0, 0
    for chunk in found:
        text = chunk.bare
        called = called or (len(text) <= LINE and bool(CALLED.match(text)))
        verbatim += speakers.opening(text) is not None
        reported += speakers.reported(text) is not None
    if not called and max(verbatim, reported if not verbatim else 0) < MANY:
        return None
    if not called:
        return Record.VERBATIM if verbatim else None
    return None if not verbatim + reported else Record.VERBATIM if verbatim >= reported else Record.SUMMARY


@dataclass(frozen=True, slots=True)
class Said:
    """A record read: units with their roles, and the lines of the note on corrections."""

    units: Sequence[Unit]
    roles: Sequence[Role]
    foot: Sequence[Block]


def read(found: Sequence[Chunk], record: Record) -> Said:
    """The chunks of a record become units; the note on how to correct it stands in the way of the text."""
    feet = _feet(found)
    said = [chunk for i, chunk in enumerate(found) if i not in feet]
    numbers = numbering.chain(said, frozenset()) if record is Record.SUMMARY or _is_numbered(said) else {}
    units = joins.join(said, numbers, _starts(said), {}, is_said=True)
    foot = [block for i in sorted(feet) for block in found[i].blocks]
    found_roles = recast(units, roles(units), record)
    return Said(
        [_ranked(unit, role) for unit, role in zip(units, found_roles, strict=True)], found_roles, foot
    )


def _is_numbered(found: Sequence[Chunk]) -> bool:
    """Whether the paragraphs of a verbatim record are numbered, as they were until the 1980s: "12. The PRESIDENT: …"."""
    opening = (chunk.label for chunk in found if speakers.opening(chunk.bare) is not None)
    return sum(label is not None and label.number is not None for label in opening) >= NUMBERED


def _ranked(unit: Unit, role: Role) -> Unit:
    """A heading with its rank: the item of the agenda, its title or sub-item, then what is considered under it."""
    if role is not Role.HEADING:
        return unit
    text = unit.chunk.text
    depth = 1 if _ITEM.match(text) else 3 if _CONSIDERED.match(text) else 2
    return replace(unit, chunk=replace(unit.chunk, label=None), depth=depth)


def _feet(found: Sequence[Chunk]) -> frozenset[int]:
    """The chunks of the note that says how a record is to be corrected; it stands inside the first speech."""
    start = next((i for i, chunk in enumerate(found) if opens_foot(chunk.text)), None)
    if start is None:
        return frozenset()
    ends = [i for i in range(start, min(start + FOOT, len(found))) if closes_foot(found[i].text)]
    return frozenset(range(start, max(ends, default=start) + 1))


def _starts(found: Sequence[Chunk]) -> frozenset[int]:
    """The chunks that never go on with the one before: speeches, and what the meeting did."""
    return frozenset(
        i for i, chunk in enumerate(found) if speakers.begins(chunk.bare) or is_procedure(chunk.bare)
    )


def recast(units: Sequence[Unit], before: Sequence[Role], record: Record) -> list[Role]:
    """The roles that the units of a record play, for those they had before; a speech goes on to the next speaker or heading."""
    found: list[Role] = []
    is_open = is_listing = False
    opening = speakers.opening if record is Record.VERBATIM else speakers.reported
    texts = [unit.chunk.bare if unit.number is not None else unit.chunk.text for unit in units]
    anew = [opening(text) is not None or is_procedure(text) for text in texts]
    for i, (unit, role) in enumerate(zip(units, before, strict=True)):
        text = texts[i]
        if opening(text) is not None:
            found.append(Role.SPEECH)
            is_open, is_listing = True, False
        elif is_procedure(text) or is_listing:
            is_listing = is_vote(text) or (is_listing and not is_procedure(text))
            found.append(Role.PROCEDURE)
        elif role is Role.HEADING or _is_heading(unit, is_last=_closes(units, anew, i)):
            found.append(Role.HEADING)
            is_open = False
        else:
            found.append(_said(role, is_open=is_open))
    return found


def _is_heading(unit: Unit, *, is_last: bool) -> bool:
    """Whether a line is an item of the agenda, its title, or what is considered under it, however many stand together.

    One with a letter is a sub-item where somebody speaks right after it: "(l) Cooperation …" in A/79/PV.64.
    """
    chunk = unit.chunk
    if unit.number is not None or chunk.is_bullet or (chunk.label is not None and not is_last):
        return False
    is_item = chunk.text.startswith("Agenda item") and len(chunk.text) <= _AGENDA and not chunk.is_ended
    return chunk.is_short or is_item


def _closes(units: Sequence[Unit], anew: Sequence[bool], i: int) -> bool:
    """Whether what stands behind a line is new: a speech, what the meeting did, or a heading without a letter."""
    if i + 1 == len(units):
        return False
    following = units[i + 1].chunk
    return anew[i + 1] or (following.is_short and following.label is None and not following.is_bullet)


def _said(role: Role, *, is_open: bool) -> Role:
    """What stands below a speech is part of it; outside of one nothing is a letter or a resolution."""
    match role:
        case (
            Role.ITEM | Role.BULLET | Role.QUOTE | Role.CAPTION | Role.HEADING | Role.SPEECH | Role.PROCEDURE
        ):
            return role
        case Role.TEXT | Role.LETTER | Role.SIGNATURE | Role.PREAMBULAR | Role.SAID:
            return Role.SAID if is_open else Role.TEXT
        case Role.PARAGRAPH | Role.OPERATIVE:
            return Role.SAID if is_open else Role.PARAGRAPH
