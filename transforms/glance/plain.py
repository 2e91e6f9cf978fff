r"""Text, markdown and HTML -> the symbols of the masthead and some of the text, by their first 64 KiB.

>>> [str(symbol) for symbol in see(b"A/999/1\n\nGeneral Assembly\n\n1. Text is here.", None, "a.txt").symbols]
['A/999/1']
"""

from __future__ import annotations

from transforms import formats, masthead
from transforms.errors import Refusal
from transforms.glance.printed import headed, is_certain
from transforms.glance.values import Seen

HEAD = 64 * 1024
"""Bytes that are enough to show a masthead and a language."""
_WIDE = (b"\xff\xfe", b"\xfe\xff")
"""Marks of a text in units of two bytes or four."""


def see(content: bytes, media_type: str | None, name: str) -> Seen:
    """What the beginning of a text shows; nothing where it is not one that can be read."""
    try:
        layout = formats.lay_out(_head(content), media_type, name)
        head, body = masthead.take(layout)
    except Refusal:
        return Seen()
    texts = tuple(block.text for block in body.blocks)
    if head.symbols and all(map(is_certain, head.symbols)):
        return Seen(head.symbols, head.symbol_evidence, texts)
    symbols = headed([block.text for block in layout.blocks[:60]])  # mastheads in the other languages
    return Seen(symbols, "masthead" if symbols else "", texts)


def _head(content: bytes) -> bytes:
    """The beginning of a file, cut between lines, or else words, so that no character is cut in two."""
    head = content[:HEAD]
    if len(content) <= HEAD or head.startswith(_WIDE):
        return head
    end = head.rfind(b"\n", HEAD // 2)
    return head[: end if end >= 0 else head.rfind(b" ")]
