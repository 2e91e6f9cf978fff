"""A PDF -> its own symbols and some of its text, from three pages at most.

What is born digital is taken at its word. In a scan the symbol was read from a picture, and A/39/361 was read
`A/39/36I` on one page and `A/39/36r` on the next: there two pages must agree.

>>> see(content, "A_79_876.en.pdf").symbols
(Symbol(text='A/79/876', ...), Symbol(text='S/2025/230', ...))
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing

import pypdfium2 as pdfium
from pypdfium2 import raw

from transforms.errors import Refusal
from transforms.glance import placing
from transforms.glance.pages import Page, look
from transforms.glance.values import Seen
from transforms.symbols import Symbol

ENOUGH = 400
"""Characters of the first page with which no other page is asked for its language."""


def see(content: bytes, name: str) -> Seen:
    """The symbols that a PDF prints as its own, and the text of the pages looked at.

    Raises:
        Refusal: `encrypted`, `broken` where no page can be opened.
    """
    pages: list[Page] = []
    seen = Seen()
    with closing(_open(content, name)) as document:
        for page in _pages(document):
            pages.append(page)
            symbols, evidence = _judge(pages)
            seen = Seen(symbols, evidence, tuple(p.text for p in pages))
            if symbols and sum(len(p.text) for p in pages) >= ENOUGH:
                break
    if not pages:
        raise Refusal("broken", f"{name} is a PDF, and none of its pages can be opened. Fetch it again.")
    return seen


def _open(content: bytes, name: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise Refusal(
                "encrypted", f"{name} is a PDF that asks for a password. Get a copy without one."
            ) from error
        raise Refusal(
            "broken",
            f"{name} begins like a PDF of {len(content)} bytes and cannot be opened: {error} Fetch it again.",
        ) from error


def _pages(document: pdfium.PdfDocument) -> Iterator[Page]:
    count = len(document)
    for index in dict.fromkeys((0, 1, count - 1)):
        if 0 <= index < count and (page := look(document, index)) is not None:
            yield page


def _judge(pages: Sequence[Page]) -> tuple[tuple[Symbol, ...], str]:
    """The own symbols of a document, by the pages seen so far, and where they stand."""
    first, later = pages[0], [placing.heads(page) for page in pages[1:]]
    repeated = {symbol for heads in later for symbol in heads}
    own = placing.own(first)
    if own and not first.is_scan:
        return own, "masthead"
    own = tuple(s for s in own or placing.unplaced(first) if s in repeated)
    if own:
        return own, "masthead"
    if len(later) > 1 and not first.is_scan and (own := tuple(s for s in later[0] if s in later[1])):
        return own, "running_head"
    return (), ""
