"""Lines of a page without tags -> drafts, told by how the lines stand.

Rules were measured on UN documents from 1993 to 2014: a new paragraph begins on a gap wider than the leading, on a
number or letter after a sentence's end, on an indent, on another size of type.

    >>> [draft.text for draft in drafts(page, pieces)]
    ['8. The Committee heard petitioners as follows:', '9. With the consent of the Committee, …']
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from transforms.formats.pdf import baselines
from transforms.formats.pdf.baselines import Line
from transforms.formats.pdf.contents import is_entry
from transforms.formats.pdf.drafts import TEXT, Draft
from transforms.formats.pdf.values import Page, Piece

GAP = 1.25
"""Times the leading: lines that stand farther apart are not of one paragraph."""
OTHER = 0.08
"""Part of the size by which another size of type differs."""
RIGHT, HEAD = 0.55, 0.6
"""Parts of the page's width and height beyond which the right column of a masthead stands."""
INDENT = 0.9
"""Times the size of the type."""
UNDERLINE = 0.22
"""Part of the size of the type: a rule nearer below the letters underlines them."""
ROOM = 1.0
"""Times the size of the type: so much more room than a word takes shows that a line was not full."""
CENTRED = 4.0
"""Points by which the middles of centred lines may differ."""
_LABEL = re.compile(
    r"(?:\d{1,4}\s?[.\uff0e](?=\s|\Z|[A-Z\u0410-\u042f\u4e00-\u9fff])|\(\s?(?:[a-z]{1,5}|\d{1,2}|[A-Z])\s?\)"
    r"|(?:[a-z]{1,4}|\d{1,2})\)\s|[IVXLC]{1,6}\.\s|[A-Z]\.\s|[a-z]\.\s|[\u2022\u25cf\u25aa\uf0b7\u2013\u2014-]\s)"
)
_ALONE = re.compile(
    r"(?:\d{1,4}[.)]?|\(?[a-z]{1,5}\)|[IVXLC]{1,6}\.|[A-Z]\.|[\u2022\u25cf\u25aa\uf0b7\u2013\u2014*-])\Z"
)
_ENDED = re.compile(
    r"[.:;?!\u2026\u3002\uff1a\uff1b\u061b\u061f][\"'\u201d\u2019\u00bb)\]]*\s*\Z"
    r"|(?<!\d)[.:;?!\u2026][\"'\u201d\u2019\u00bb)\]]*\s?\d{1,3}/?\s*\Z|\s\d{1,3}/\s*\Z"
)

_MARK = re.compile(r"\d{1,3}\Z|[a-z]\Z|\*{1,4}\Z")
_ASKS = re.compile(r"(?:Dist|Distr)\.?:?\Z|.{3,12}:\Z")
_SHORTENED = re.compile(
    r"(?:\A|[\s(])(?:Mrs?|Ms|Dr|St|Nos?|[Aa]rts?|[Pp]aras?|[Vv]ols?|pp?|[Cc]haps?|[Ss]ects?|Suppl|cf|Prof|Gen|Lt|Col|e\.g|i\.e"
    r"|Mmes?|MM?|Sra?|Dra|n\u00fam|p\u00e1rrs?|\u0433|\u0433\u0433|\u0441\u0442|\u043f|\u043f\u043f)\.\Z"
)


def is_label(text: str) -> bool:
    """Whether a line begins with a number, a letter or a list mark."""
    return bool(_LABEL.match(text))


def is_ended(text: str) -> bool:
    """Whether a sentence or an item ends with the line; the full stop of an abbreviation ends none."""
    tail = text[-16:].rstrip()
    return bool(_ENDED.search(tail)) and not _SHORTENED.search(tail)


def drafts(page: Page, pieces: Sequence[Piece]) -> list[Draft]:
    """The paragraphs of a page, in the order in which they were drawn."""
    lines = _labelled(baselines.make(_in_order(pieces)))
    leadings = _leadings(lines)
    columns = _columns(page, lines)
    found: list[Draft] = []
    for line in lines:
        column = next((c for c in columns if c[0] - 2 <= line.left <= c[1]), (line.left, line.right))
        last = found[-1] if found else None
        if (
            last is not None
            and not _is_in_masthead(page, last.lines[-1], line)
            and not _is_parted(page, last.lines[-1], line)
            and _belongs(last, line, leadings, column)
        ):
            last.lines.append(line)
        else:
            found.append(Draft(TEXT, [line], page.number, column=column))
    return found


def _is_in_masthead(page: Page, last: Line, line: Line) -> bool:
    """Whether a line stands at the upper right of the first page, where each says something of its own.

    Only "Distr." says it in two.
    """
    is_right = page.number == 1 and line.left > RIGHT * page.width and line.base > HEAD * page.height
    return is_right and not _ASKS.match(last.text.strip())


def _is_parted(page: Page, last: Line, line: Line) -> bool:
    """Whether a lying rule stands between two lines, as below the head of several columns; one that underlines is none."""
    return any(
        rule.is_lying
        and line.base + 0.8 * line.size < rule.high
        and rule.low < last.base - UNDERLINE * last.size
        and rule.left < line.right
        and rule.right > line.left
        for rule in page.rules
    )


def _in_order(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces as they were drawn; those of a page that was drawn in no order, line by line.

    Notes that were drawn before the text above them come last (A/53/601, page 3).
    """
    pieces = _notes_last(pieces)
    jumps = sum(b.base > a.base + a.size * 3 for a, b in pairwise(pieces))
    if jumps <= max(6, len(pieces) // 12):
        return list(pieces)
    return [piece for row in rows(pieces) for piece in row]


def _notes_last(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Pieces, those drawn first put last where all of them stand below all others."""
    lowest = [0.0] * len(pieces)
    for n in range(len(pieces) - 1, -1, -1):
        lowest[n] = min(pieces[n].base, lowest[n + 1] if n + 1 < len(pieces) else pieces[n].base)
    highest = float("-inf")
    for n in range(len(pieces) - 1):
        highest = max(highest, pieces[n].base + pieces[n].size)
        if highest < lowest[n + 1]:
            return [*pieces[n + 1 :], *pieces[: n + 1]]
    return pieces


def rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces by the height at which they stand, from the top, each row from left to right."""
    found: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: -p.base):
        row = found[-1] if found else None
        if row and abs(row[0].base - piece.base) < baselines.SAME * max(p.size for p in (*row[:1], piece)):
            row.append(piece)
        else:
            found.append([piece])
    return [sorted(row, key=lambda p: p.left) for row in found]


def _labelled(lines: Sequence[Line]) -> list[Line]:
    """Lines, a number that stands alone put before the text on its baseline."""
    found: list[Line] = []
    for line in lines:
        last = found[-1] if found else None
        if (
            last is not None
            and abs(last.base - line.base) < baselines.SAME * line.size
            and 0 <= line.left - last.right < 6 * line.size
            and _ALONE.match(last.text.strip())
        ):
            found[-1:] = baselines.of((*last.pieces, *line.pieces))
        elif last is not None and _marks(line, last):
            found[-1:] = baselines.of((*line.pieces, *last.pieces))
        else:
            found.append(line)
    return found


def _marks(line: Line, text: Line) -> bool:
    """Whether a line is the mark of the note drawn before it, left of it and raised (A/53/601)."""
    is_raised = 0 < line.base - text.base < 0.75 * text.size and line.size < baselines.SMALL * text.size
    return is_raised and bool(_MARK.match(line.text.strip())) and 0 <= text.left - line.right < 2 * text.size


def _leadings(lines: Sequence[Line]) -> dict[float, float]:
    """How far apart the lines of one size of type usually stand."""
    counts: dict[float, Counter[float]] = {}
    for a, b in pairwise(lines):
        step = round(a.base - b.base, 1)
        if abs(a.size - b.size) < 0.3 and 0.7 * a.size < step < 2.6 * a.size:
            counts.setdefault(round(b.size), Counter())[round(step * 2) / 2] += 1
    found: dict[float, float] = {}
    for size, steps in counts.items():
        often = [step for step, count in steps.items() if count * 3 >= max(steps.values())]
        found[size] = min(often)
    return found


def _columns(page: Page, lines: Sequence[Line]) -> list[tuple[float, float]]:
    """Left and right edges of the columns of running text."""
    edges: dict[float, list[Line]] = {}
    for line in lines:
        if line.right - line.left > 0.2 * page.width:
            edges.setdefault(round(line.left / 4) * 4, []).append(line)
    found = []
    for _, own in sorted(edges.items(), key=lambda item: -len(item[1])):
        if len(own) >= 3:
            found.append((min(line.left for line in own), _edge(line.right for line in own)))
    if not found and lines:
        found = [(min(line.left for line in lines), max(line.right for line in lines))]
    return sorted(found)


def _edge(values: Iterable[float]) -> float:
    """The right edge of lines: where most of them end, if they are justified, else where nine of ten do."""
    ordered = sorted(values)
    often, count = Counter(round(value / 3) for value in ordered).most_common(1)[0]
    return often * 3.0 if count * 5 >= len(ordered) * 2 else ordered[len(ordered) * 9 // 10]


def _belongs(draft: Draft, line: Line, leadings: dict[float, float], column: tuple[float, float]) -> bool:
    """Whether a line goes on with the paragraph that the line before it is of."""
    if not _is_under(draft.lines[-1], line, leadings):
        return False
    if _is_centred(draft.lines[-1], line, column):
        return not is_label(line.text)
    return not _opens(draft, line, column)


def _is_under(last: Line, line: Line, leadings: dict[float, float]) -> bool:
    """Whether a line stands right under another, in the same size of type."""
    size = max(last.size, line.size)
    leading = leadings.get(round(line.size), 1.2 * line.size)
    return (
        0.3 * size < last.base - line.base <= max(GAP * leading, 1.1 * size)
        and abs(last.size - line.size) <= OTHER * size
        and line.left <= last.right
        and line.right >= last.left
    )


def _is_centred(last: Line, line: Line, column: tuple[float, float]) -> bool:
    """Whether two lines are set around one middle, as headings are."""
    shift = abs(line.left + line.right - last.left - last.right) / 2
    is_short = last.right - last.left < 0.75 * (column[1] - column[0])
    return is_short and shift < CENTRED and abs(line.left - last.left) > INDENT * line.size


def _opens(draft: Draft, line: Line, column: tuple[float, float]) -> bool:
    """Whether something new begins with a line that stands right under another."""
    last, size = draft.lines[-1], line.size
    text, before = line.text, last.text
    is_short = had_room(last, line, column)
    if line.has_lead or is_entry(before) or (last.is_bold != line.is_bold and is_short):
        return True
    if is_label(text.lstrip()) and (is_ended(before) or is_short or before.rstrip().endswith(",")):
        return True
    is_hanging = last is draft.lines[0] and (is_label(before) or not is_ended(before))
    if line.left > last.left + INDENT * size and not is_hanging:
        return True
    return is_ended(before) and is_short and line.left >= last.left - INDENT * size and text[:1].isupper()


def had_room(last: Line, line: Line, column: tuple[float, float]) -> bool:
    """Whether the first word of a line would have stood on the line above it, which ended for another reason then."""
    words = line.text.split(maxsplit=1)
    if not words:
        return False
    letter = (line.right - line.left) / max(1, len(line.text.strip()))
    return last.right + letter * (len(words[0]) + 1) + ROOM * line.size < column[1]
