"""Tables that nobody names: blocks that stand beside each other, row after row.

Most UN files tag the cells of a table as paragraphs; a row is what stands side by side, a column what stands under
the cells of the fullest rows.

    >>> mark(page, drafts)
    >>> [(cell.place.row, cell.place.column) for cell in drafts if cell.kind == "cell"]
    [(1, 1), (1, 2), (2, 1), (2, 2)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from transforms.blocks import Place
from transforms.formats.pdf.drafts import CELL, TEXT, Draft
from transforms.formats.pdf.values import Page, Rule

FEWEST = 2
"""Rows of several cells that make a table; one row of `MANY` cells is one, too."""
MANY = 3
NEAR = 3.0
"""Times the size of the type: rows of one table stand no farther apart, unless rules enclose them."""
PROSE = 5
"""Lines of a single block inside a table; longer ones are text between two tables."""
HEADS = 3
"""Blocks above a table that may be heads of its columns."""
ALIGNED = 6.0
"""Points by which the left edges of one column may differ."""
_SIGNED = re.compile(
    r"\(\s?(?:Signed|Sign\u00e9|Firmado|\u041f\u043e\u0434\u043f\u0438\u0441\u044c|\u7b7e\u540d|\u62ab\u7f72)",
    re.IGNORECASE,
)
_MASTHEAD = re.compile(
    r"session\b|Distr|General Assembly|Security Council|Economic and Social|[Aa]genda|Original|United Nations|\byear\Z"
    r"|Assembl\u00e9e|Conseil|Asamblea|Consejo|\u0410\u0441\u0441\u0430\u043c\u0431\u043b\u0435\u044f|\u0421\u043e\u0432\u0435\u0442"
)


@dataclass(frozen=True, slots=True)
class _Row:
    """Drafts side by side, and the band of the page that they stand in."""

    cells: tuple[Draft, ...]
    low: float
    high: float

    @property
    def is_wide(self) -> bool:
        return len(self.cells) > 1


def mark(page: Page, drafts: Sequence[Draft]) -> None:
    """Make the drafts of a page that are cells of untold tables cells; tables are counted on from those told."""
    rows = _with_heads(list(_rows(drafts)))
    number = max((draft.place.table for draft in drafts if draft.place), default=0)
    for first, end in _tables(page, rows):
        own = rows[first:end]
        if _is_no_table(page, own):
            continue
        number += 1
        _place(page, own, number)


def _band(draft: Draft) -> tuple[float, float]:
    return draft.lines[-1].base - 0.25 * draft.size, draft.lines[0].base + 0.75 * draft.size


def _left(draft: Draft) -> float:
    return min(line.left for line in draft.lines)


def _right(draft: Draft) -> float:
    return max(line.right for line in draft.lines)


def _rows(drafts: Sequence[Draft]) -> Iterator[_Row]:
    """Drafts in rows, in order; what is no text stands alone."""
    held: list[Draft] = []
    for draft in drafts:
        if held and not _is_beside(held, draft):
            yield _row(held)
            held = []
        held.append(draft)
    if held:
        yield _row(held)


def _row(cells: Sequence[Draft]) -> _Row:
    bands = [_band(cell) for cell in cells]
    return _Row(tuple(cells), min(low for low, _ in bands), max(high for _, high in bands))


def _is_beside(row: Sequence[Draft], draft: Draft) -> bool:
    """Whether a draft stands to the right of a row's last one, at the same height."""
    last = row[-1]
    if last.kind != TEXT or draft.kind != TEXT or _left(draft) < _right(last) - 1:
        return False
    low, high = _band(draft)
    under = min(_band(cell)[0] for cell in row)
    over = max(_band(cell)[1] for cell in row)
    shared = min(high, over) - max(low, under)
    return shared > 0.5 * min(high - low, over - under)


def _tables(page: Page, rows: Sequence[_Row]) -> Iterator[tuple[int, int]]:
    """Half-open ranges of rows that are tables."""
    n = 0
    while n < len(rows):
        if not rows[n].is_wide:
            n += 1
            continue
        end, last = n + 1, n
        while end < len(rows) and _goes_on(page, rows[end - 1], rows[end], rows[n:end]):
            last = end if rows[end].is_wide else last
            end += 1
        wide = [row for row in rows[n : last + 1] if row.is_wide]
        if len(wide) >= FEWEST or (wide and len(wide[0].cells) >= MANY):
            yield n - _heads(rows, n), last + 1
        n = max(last + 1, n + 1)


def _goes_on(page: Page, before: _Row, row: _Row, table: Sequence[_Row]) -> bool:
    """Whether a row is the next of a table."""
    if any(cell.kind != TEXT for cell in row.cells) or row.high > before.high:
        return False
    size = max(cell.size for cell in (*before.cells, *row.cells))
    if before.low - row.high > NEAR * size and not _is_ruled(page.rules, before.low, row.high):
        return False
    if row.is_wide:
        return True
    cell = row.cells[0]
    if any(abs(_left(cell) - _left(other)) < ALIGNED for r in table for other in r.cells[1:]):
        return True
    if len(cell.lines) > PROSE:
        return False
    left = min(_left(c) for r in table for c in r.cells)
    right = max(_right(c) for r in table for c in r.cells)
    is_inside = _left(cell) >= left - 2 * ALIGNED and _right(cell) <= right + 2 * ALIGNED
    return is_inside and _right(cell) - _left(cell) < 0.8 * (right - left) + 1


def _heads(rows: Sequence[_Row], first: int) -> int:
    """How many blocks above a table are heads of its columns, each in a row of its own ("Variance", A/80/590)."""
    count = 0
    table = rows[first]
    while count < HEADS and first - count > 0:
        row, below = rows[first - count - 1], rows[first - count]
        cell = row.cells[0]
        is_near = 0 <= row.low - below.high + cell.size <= NEAR * cell.size
        is_inner = _left(cell) > _right(table.cells[0]) or (
            len(table.cells) > 1 and _left(cell) >= _left(table.cells[1]) - ALIGNED
        )
        is_head = cell.kind == TEXT and len(cell.lines) <= PROSE and cell.size <= table.cells[0].size + 0.5
        if row.is_wide or not (is_near and is_inner and is_head):
            break
        count += 1
    return count


def _with_heads(rows: list[_Row]) -> list[_Row]:
    """Rows, a block put before the row at whose height it stands, though others that span columns were drawn between."""
    found: list[_Row] = []
    for row in rows:
        place = next(
            (
                n
                for n in range(len(found) - 1, max(-1, len(found) - 1 - HEADS), -1)
                if _stands_before(found[n], row)
            ),
            None,
        )
        if place is not None and row.is_wide:
            head = found.pop(place)
            found.append(_row((*head.cells, *row.cells)))
        else:
            found.append(row)
    return found


def _stands_before(head: _Row, row: _Row) -> bool:
    """Whether a single block stands left of a row, its last line on the row's last one."""
    cell = head.cells[0]
    return (
        not head.is_wide
        and cell.kind == TEXT == row.cells[0].kind
        and abs(cell.lines[-1].base - row.cells[0].lines[-1].base) < 0.3 * cell.size
        and _right(cell) <= _left(row.cells[0])
    )


def _is_ruled(rules: Sequence[Rule], low: float, high: float) -> bool:
    """Whether a lying rule stands between two heights."""
    return any(rule.is_lying and min(low, high) - 2 <= rule.low <= max(low, high) + 2 for rule in rules)


def _is_no_table(page: Page, rows: Sequence[_Row]) -> bool:
    """Whether what stands side by side is a masthead, signatures, or the columns of running text."""
    cells = [cell for row in rows for cell in row.cells]
    if any(_SIGNED.match(cell.text) for cell in cells):
        return True
    if page.number == 1 and len(rows) <= 6 and any(_MASTHEAD.search(cell.text) for cell in cells):
        return True
    prose = sum(len(cell.lines) > PROSE for cell in cells)
    if any(_is_ruled(page.rules, above.low, below.high) for above, below in pairwise(rows)):
        return False
    return max(len(row.cells) for row in rows) == 2 and prose * 2 > len(cells)


def _place(page: Page, rows: Sequence[_Row], number: int) -> None:
    """Give each cell its row and its columns."""
    columns = _columns(rows)
    header = _header(page, rows)
    for n, row in enumerate(rows, 1):
        taken = 0
        for cell in row.cells:
            spanned = [
                k for k, (left, right) in enumerate(columns, 1) if _left(cell) < right and _right(cell) > left
            ]
            if not spanned:
                spanned = [
                    min(range(1, len(columns) + 1), key=lambda k: abs(columns[k - 1][0] - _left(cell)))
                ]
            first = max(spanned[0], taken + 1)
            last = max(first, spanned[-1])
            taken = last
            cell.kind = CELL
            cell.place = Place(number, n, first, 1, last - first + 1, is_header=n <= header)


def _columns(rows: Sequence[_Row]) -> list[tuple[float, float]]:
    """Left and right edges of the columns: what the cells of the fullest rows cover, apart from each other."""
    most = max(len(row.cells) for row in rows)
    full = [row for row in rows if len(row.cells) == most]
    edges = [
        (min(_left(row.cells[k]) for row in full), max(_right(row.cells[k]) for row in full))
        for k in range(most)
    ]
    for k in range(most - 1):
        if edges[k][1] > edges[k + 1][0]:
            middle = (edges[k][1] + edges[k + 1][0]) / 2
            edges[k], edges[k + 1] = (edges[k][0], middle), (middle, edges[k + 1][1])
    return edges


def _header(page: Page, rows: Sequence[_Row]) -> int:
    """How many rows stand above the first rule that is inside a table."""
    for n, (above, below) in enumerate(pairwise(rows), 1):
        if _is_ruled(page.rules, above.low, below.high):
            return n if n * 2 <= len(rows) else 0
    return 0
