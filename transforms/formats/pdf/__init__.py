"""PDF: text objects and geometry -> a layout, by way of pdfium.

>>> lay_out(content, "A_999_1.pdf").blocks[0].text
'United Nations'
"""

from transforms.formats.pdf.reading import lay_out, lay_out_pages

__all__ = ["lay_out", "lay_out_pages"]
