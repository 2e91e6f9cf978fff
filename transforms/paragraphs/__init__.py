r"""Blocks become sections, numbered paragraphs, subparagraphs, footnotes and tables; the rest is set aside, and why.

>>> from transforms import formats, masthead
>>> _, body = masthead.take(formats.lay_out(b"1. One is.\n\n2. Two is:\n\n(a) Half;", None, "a.txt"))
>>> [paragraph.label for paragraph in assemble(body).paragraphs]
['1', '2', '2(a)']
"""

from transforms.blocks import SetAside
from transforms.paragraphs.accounting import conserved, uncounted
from transforms.paragraphs.assembling import assemble
from transforms.paragraphs.structure import Cell, Footnote, Paragraph, Section, Structure

__all__ = [
    "Cell",
    "Footnote",
    "Paragraph",
    "Section",
    "SetAside",
    "Structure",
    "assemble",
    "conserved",
    "uncounted",
]
