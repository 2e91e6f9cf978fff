r"""Labels that stand alone on their line, as broken extraction leaves them: put before their text, or left over.

>>> from transforms.formats.plain import lay_out
>>> whole, orphans = adopt(chunks.make(lay_out("1.\n\nLamps are lit.\n\n(1)\n\n(2)").blocks))
>>> [chunk.text for chunk in whole], [chunk.text for chunk in orphans]
(['1. Lamps are lit.'], ['(1)', '(2)'])
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.paragraphs import chunks
from transforms.paragraphs.chunks import Chunk


def adopt(found: Sequence[Chunk]) -> tuple[list[Chunk], list[Chunk]]:
    """Chunks with each label that stood alone put before its text; and the labels that have none.

    A label is joined to the unlabelled text right after it, a number also to a list that begins at once
    ("3." above "(a) The lamps"). A label above another label heads nothing: `(1)` in the columns of a table.
    """
    whole: list[Chunk] = []
    orphans: list[Chunk] = []
    pending: Chunk | None = None
    for chunk in found:
        following = chunk
        if pending is not None and _belongs(pending, chunk):
            following = chunks.of((*pending.blocks, *chunk.blocks))
        elif pending is not None:
            orphans.append(pending)
        pending = following if following.label is not None and not following.bare.strip() else None
        if pending is None:
            whole.append(following)
    return whole, orphans if pending is None else [*orphans, pending]


def _belongs(label: Chunk, chunk: Chunk) -> bool:
    """Whether a text is what a label that stood alone before it counts."""
    own, other = label.label, chunk.label
    if own is None or chunk.first.style not in {"plain", label.first.style} or chunk.first.lead is not None:
        return False
    if chunks.known(chunk.text):
        return False
    return other is None or (own.number is not None and other.is_bracketed and bool(chunk.bare.strip()))
