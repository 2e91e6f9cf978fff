"""The first page above its text, and the margins of all pages, laid out as the United Nations does.

>>> sheet, y = first_page(head)
>>> sheet.groups[0].pieces[0].text
'United Nations'
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.builder.pages import BOLD, EDGE, FURNITURE, LEFT, RIGHT, ROMAN, TEXT, Group, Piece, Sheet
from tests.builder.paper import Body, Head, day
from tests.builder.setting import Measure, Run, lines_of

DISTRIBUTION = 397.0
SECOND = 348.0
"""Where the second of two organs begins."""


def first_page(head: Head) -> tuple[Sheet, float]:
    """The first page with its masthead, and the baseline above which all of it stands."""
    sheet = Sheet(1)
    sheet.groups.append(Group(FURNITURE, 0, [*_top(head), *_bottom(head)]))
    sheet.rules += [(LEFT, EDGE, 727.0), (LEFT, EDGE, 582.4)]
    key, y = 0, 569.8
    if len(head.bodies) > 1:
        low = y
        for body, left in zip(head.bodies, (LEFT, SECOND), strict=True):
            key, at = _session(sheet, body, left, key, y, names_organ=True)
            low = min(low, at)
        y = low
    else:
        key, y = _session(sheet, head.bodies[0], LEFT, key, y, names_organ=False)
    for text, size, above in (
        (head.adopted, 12.0, 18.0),
        (head.title, 14.0, 20.0),
        (head.author, 12.0, 14.0),
    ):
        if text:
            key, y = _put(sheet, text, BOLD, size, Measure(TEXT, TEXT, RIGHT), key, y - above)
    return sheet, y - 12.0


def _top(head: Head) -> list[Piece]:
    pieces = [Piece(TEXT, 734.2, "United Nations", ROMAN, 14.0), *_symbol(head.symbols)]
    pieces += [Piece(TEXT, 705.6 - 19.6 * n, body.organ, BOLD, 20.0) for n, body in enumerate(head.bodies)]
    texts = [
        "Distr.: General",
        day(head.issued),
        *(["", f"Original: {head.original}"] if head.original else []),
    ]
    return [
        *pieces,
        *(Piece(DISTRIBUTION, 705.4 - 12.0 * n, text, ROMAN, 10.0) for n, text in enumerate(texts) if text),
    ]


def _symbol(symbols: Sequence[str]) -> list[Piece]:
    """The symbol at the right edge: the letter of its organ large."""
    parts: list[tuple[str, float]] = []
    for n, symbol in enumerate(symbols):
        organ, _, rest = symbol.partition("/")
        parts += [("-", 10.0)] * bool(n) + [(organ, 20.0), (f"/{rest}", 10.0)]
    x = EDGE - sum(stringWidth(text, ROMAN, size) for text, size in parts)
    pieces = []
    for text, size in parts:
        pieces.append(Piece(x, 735.5, text, ROMAN, size))
        x += stringWidth(text, ROMAN, size)
    return pieces


def _bottom(head: Head) -> list[Piece]:
    """Job number, the day it went to print, and what the bar code says."""
    digits = head.job.split()[0].replace("-", "")
    return [
        Piece(65.4, 44.5, f"{head.job}    {head.issued:%d%m%y}", ROMAN, 10.0),
        Piece(65.4, 29.9, f"*{digits}*", ROMAN, 12.0),
    ]


def _session(
    sheet: Sheet, body: Body, left: float, key: int, y: float, *, names_organ: bool
) -> tuple[int, float]:
    measure = Measure(left, left, left + 230.0)
    texts = (
        (body.organ if names_organ else "", BOLD),
        (body.session, BOLD),
        (body.agenda, ROMAN),
        (body.subject, BOLD),
    )
    for text, font in texts:
        if text:
            key, y = _put(sheet, text, font, 10.0, measure, key, y)
    return key, y


def _put(
    sheet: Sheet, text: str, font: str, size: float, measure: Measure, key: int, y: float
) -> tuple[int, float]:
    group = Group("P", key + 1)
    for line in lines_of([Run(text, font)], size, measure):
        group.pieces += [Piece(piece.x, y, piece.text, piece.font, piece.size) for piece in line.pieces]
        y -= size * 1.1 if size > 10 else 12.0
    sheet.groups.append(group)
    return key + 1, y


def running_heads(sheets: Sequence[Sheet], head: Head) -> None:
    """Symbol, page number and job number of the pages after the first, their sides alternating."""
    job = head.job.split()[0]
    for sheet in sheets[1:]:
        is_left = sheet.number % 2 == 0
        texts = [(symbol, 733.0 + 9.8 * n) for n, symbol in enumerate(reversed(head.symbols))]
        page = f"{sheet.number}/{len(sheets)}"
        pieces = [
            Piece(LEFT if is_left else EDGE - stringWidth(text, BOLD, 8.5), y, text, BOLD, 8.5)
            for text, y in texts
        ]
        pieces.append(Piece(LEFT if is_left else EDGE - stringWidth(page, BOLD, 8.5), 36.7, page, BOLD, 8.5))
        pieces.append(Piece(EDGE - stringWidth(job, ROMAN, 7.0) if is_left else LEFT, 36.5, job, ROMAN, 7.0))
        sheet.groups.insert(0, Group(FURNITURE, 0, pieces))
        sheet.rules.append((LEFT, EDGE, 727.0))
