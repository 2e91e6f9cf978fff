"""Word files: headings, numbers typed or counted, tables, notes, and the masthead in the first page's header.

>>> lay_out(content, "A_80_590.docx").blocks[1].text
'A/80/590'
"""

from transforms.formats.docx.names import MEDIA_TYPE
from transforms.formats.docx.opening import lay_out

__all__ = ["MEDIA_TYPE", "lay_out"]
