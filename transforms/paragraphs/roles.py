"""What each unit is: heading, numbered paragraph, subparagraph, bullet, quotation or plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto

from transforms.paragraphs import labels
from transforms.paragraphs.chunks import known
from transforms.paragraphs.joins import Unit
from transforms.paragraphs.modes import Mode, acts, modes
from transforms.paragraphs.titles import POST, SIGNED, is_annex
from transforms.wording.signs import COLONS, QUOTES

_CAPTION = re.compile(r"(?:\bUN Photo\b|\bPhoto(?:graph)?\s*(?:/|:|by\b)|\bCredit\s*:)")
LIST = 3
"""So many short lines in a row are a list, not headings."""
CAPTION = 300
SIGNATURE_LINES = 3
POST_LINE = 120


class Role(Enum):
    """The part a unit plays."""

    HEADING = auto()
    PARAGRAPH = auto()
    OPERATIVE = auto()
    ITEM = auto()
    BULLET = auto()
    QUOTE = auto()
    CAPTION = auto()
    PREAMBULAR = auto()
    LETTER = auto()
    SIGNATURE = auto()
    TEXT = auto()
    SPEECH = auto()
    """The first paragraph of a speech."""
    SAID = auto()
    """A paragraph that goes on with a speech."""
    PROCEDURE = auto()


def roles(units: Sequence[Unit]) -> list[Role]:
    """The role of each unit, told from the unit, its neighbours and the roles before it."""
    found: list[Role] = []
    shorts = _short_runs(units)
    since = SIGNATURE_LINES
    for i, (unit, mode) in enumerate(zip(units, modes(units), strict=True)):
        since = SIGNATURE_LINES if is_annex(unit.chunk.text) else since
        since = 0 if _is_signed(unit) else since + 1
        is_signing = since == 0 or (since < SIGNATURE_LINES and _is_post(unit))
        found.append(Role.SIGNATURE if is_signing else _role(units, i, found, mode, shorts[i]))
    return found


def _is_signed(unit: Unit) -> bool:
    return unit.number is None and len(unit.chunk.text) <= CAPTION and bool(SIGNED.match(unit.chunk.text))


def _is_post(unit: Unit) -> bool:
    """Whether a line below a signature says what the signatory is: "Ambassador", "Permanent Representative"."""
    chunk = unit.chunk
    is_plain = unit.number is None and chunk.label is None and not chunk.is_styled_heading
    is_line = len(chunk.text) <= POST_LINE and not is_annex(chunk.text)
    return is_plain and is_line and bool(POST.search(chunk.text))


def _role(units: Sequence[Unit], i: int, before: Sequence[Role], mode: Mode, run: int) -> Role:
    unit = units[i]
    if unit.number is not None:
        return Role.OPERATIVE if mode is Mode.OPERATIVE else Role.PARAGRAPH
    if _is_caption(unit):
        return Role.CAPTION
    if _is_heading(units, i, before, run, mode):
        return Role.HEADING
    return _part(units, i, before) or _plain(unit, mode)


def _plain(unit: Unit, mode: Mode) -> Role:
    """What a paragraph is that has no number and is no part of another."""
    match mode:
        case Mode.PREAMBLE:
            return Role.OPERATIVE if acts(unit.chunk.text) else Role.PREAMBULAR
        case Mode.LETTER:
            return Role.LETTER
        case Mode.TEXT | Mode.OPERATIVE:
            return Role.TEXT


def _part(units: Sequence[Unit], i: int, before: Sequence[Role]) -> Role | None:
    """What part of a paragraph a unit is; None where it stands for itself."""
    chunk = units[i].chunk
    label = chunk.label
    if label is not None and (label.is_bracketed or (label.number is not None and _counts(units, i, before))):
        return Role.ITEM
    if chunk.is_bullet or (chunk.first.lead is not None and chunk.first.style == "plain"):
        return Role.BULLET
    is_quoting = i > 0 and chunk.text.startswith(QUOTES) and _is_quoted(units[i - 1], before[i - 1])
    return Role.QUOTE if chunk.first.style == "quote" or is_quoting else None


def _is_caption(unit: Unit) -> bool:
    chunk = unit.chunk
    is_short = len(chunk.text) < CAPTION and not chunk.is_ended and chunk.label is None
    return chunk.first.style == "caption" or (is_short and bool(_CAPTION.search(chunk.text)))


def _is_heading(units: Sequence[Unit], i: int, before: Sequence[Role], run: int, mode: Mode) -> bool:
    chunk = units[i].chunk
    label = chunk.label
    if chunk.is_styled_heading or is_annex(chunk.text) or units[i].part is not None:
        return True
    if not chunk.is_short or chunk.first.style in {"quote", "cell"}:
        return False
    if label is not None and label.is_upper:
        return True
    if chunk.first.lead is not None and not (chunk.is_bullet and label is not None):
        return False
    if label is not None:
        return chunk.first.label is None and _is_item_like_heading(units, i, before)
    is_free = run < LIST and mode is not Mode.LETTER and not chunk.text.startswith(QUOTES)
    return is_free and i + 1 < len(units) and not chunk.is_bullet


def _is_item_like_heading(units: Sequence[Unit], i: int, before: Sequence[Role]) -> bool:
    """A short phrase with a letter is a heading where a numbered paragraph follows and no item of its list stood before.

    "2. Oil" after "(b) The rope." and before "4. Lamps are lit." heads a section, though an item stands above it.
    """
    follows = i + 1 < len(units) and (
        units[i + 1].number is not None or units[i + 1].chunk.is_styled_heading or _is_deeper(units, i)
    )
    return follows and not (i and before[i - 1] is Role.ITEM and _are_alike(units[i - 1], units[i]))


def _are_alike(unit: Unit, other: Unit) -> bool:
    """Whether two labels may belong to one list."""
    one, two = unit.chunk.label, other.chunk.label
    if one is None or two is None:
        return one is two
    return bool({reading.style for reading in one.readings} & {reading.style for reading in two.readings})


def _is_deeper(units: Sequence[Unit], i: int) -> bool:
    """A heading with a letter, right above one counted in another way, above a numbered paragraph."""
    following = units[i + 1].chunk
    return (
        following.is_short
        and following.label is None
        and i + 2 < len(units)
        and units[i + 2].number is not None
    )


def _counts(units: Sequence[Unit], i: int, before: Sequence[Role]) -> bool:
    """A number that is no paragraph's counts a list: it opens one after a colon, or follows an item."""
    label = units[i].chunk.label
    assert label is not None
    return i > 0 and (
        (label.number == 1 and units[i - 1].chunk.text.endswith(COLONS))
        or (before[i - 1] is Role.ITEM and _is_next(units[i - 1], label))
    )


def _is_next(unit: Unit, label: labels.Label) -> bool:
    before = unit.chunk.label
    return before is not None and before.number is not None and label.number == before.number + 1


def _is_quoted(unit: Unit, role: Role) -> bool:
    return role is Role.QUOTE or unit.chunk.text.endswith(COLONS)


def _is_plain_short(unit: Unit) -> bool:
    chunk = unit.chunk
    is_known = known(chunk.text) or SIGNED.match(chunk.text)
    return (
        chunk.is_short
        and chunk.label is None
        and unit.number is None
        and not chunk.is_styled_heading
        and not is_known
    )


def _short_runs(units: Sequence[Unit]) -> list[int]:
    """For each unit, how many short unlabelled lines stand together where it stands."""
    runs = [0] * len(units)
    start = 0
    for i in range(len(units) + 1):
        if i < len(units) and _is_plain_short(units[i]):
            continue
        for j in range(start, i):
            runs[j] = i - start
        start = i + 1
    return runs
