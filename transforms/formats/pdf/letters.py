"""The text of each text object of a page.

pdfium looks through all letters of the page for each object it is asked of; where a page holds many objects, as scans do
whose words were recognised one by one, the letters are gone through once instead.

    >>> Letters(page_text, objects=120).of(item)
    'United Nations '
"""

from __future__ import annotations

import ctypes

from pypdfium2 import PdfTextPage, raw

CROWDED = 6_000_000
"""Objects times letters from which one pass over the letters is cheaper."""
_ROOM = 8192
_TEXT = ctypes.create_string_buffer(_ROOM)
_TEXT_AT = ctypes.cast(_TEXT, ctypes.POINTER(ctypes.c_ushort))


class Letters:
    """The letters of one page, by the object that drew them."""

    def __init__(self, page: PdfTextPage, objects: int) -> None:
        self._page = page.raw
        count = page.count_chars()
        self._texts = _texts(page.raw, count) if objects * count > CROWDED else None

    def of(self, item: object) -> str:
        """What a text object says; empty where it draws nothing that has a character."""
        if self._texts is not None:
            return self._texts.get(_address(item), "")
        size = raw.FPDFTextObj_GetText(item, self._page, _TEXT_AT, _ROOM)
        if size <= 2:
            return ""
        if size <= _ROOM:
            return ctypes.string_at(_TEXT, size - 2).decode("utf-16-le", "replace")
        buffer = ctypes.create_string_buffer(size)
        raw.FPDFTextObj_GetText(item, self._page, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
        return buffer.raw[: size - 2].decode("utf-16-le", "replace")


def _address(item: object) -> int:
    return ctypes.cast(item, ctypes.c_void_p).value or 0  # type: ignore[arg-type]  # pypdfium2 has no types for handles


def _texts(page: object, count: int) -> dict[int, str]:
    found: dict[int, list[str]] = {}
    for n in range(count):
        item = raw.FPDFText_GetTextObject(page, n)
        if item and not raw.FPDFText_IsGenerated(page, n):
            letter = raw.FPDFText_GetUnicode(page, n)
            if 0 < letter < 0x110000 and not 0xD800 <= letter < 0xE000:
                found.setdefault(_address(item), []).append(chr(letter))
    return {address: "".join(letters) for address, letters in found.items()}
