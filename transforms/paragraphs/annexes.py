"""What an annex is called in eIds: its kind and its number as printed, the same in every language.

>>> named("Annex II"), named("Enclosure"), named("Appendice 3")
(('annex', 2), ('enclosure', None), ('appendix', 3))
"""

from __future__ import annotations

import re

from transforms.paragraphs import labels

_KINDS = (
    (
        "enclosure",
        re.compile(
            r"enclosure|pi\u00e8ce\s+jointe|documento\s+adjunto|\u9644\u6587|(?:\u0627\u0644)?\u0636\u0645\u064a\u0645\u0629",
            re.IGNORECASE,
        ),
    ),
    (
        "appendix",
        re.compile(
            r"appendi(?:x|ce)|ap\u00e9ndice|\u0434\u043e\u0431\u0430\u0432\u043b\u0435\u043d\u0438\u0435|\u9644\u5f55|(?:\u0627\u0644)?\u062a\u0630\u064a\u064a\u0644",
            re.IGNORECASE,
        ),
    ),
    ("attachment", re.compile(r"attachment", re.IGNORECASE)),
)
_NUMBER = re.compile(
    r"\w+(?:\s+(?:jointe|adjunto))?\s+(?P<number>[IVX]+|\d{1,2}|[A-H]|[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341])(?![\w.])"
)
_HAN = "\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341"
_LATIN = re.compile(r"[IVX]+\Z")


def named(heading: str) -> tuple[str, int | None]:
    """The kind of annex that a heading opens, and its number where one is printed."""
    kind = next((kind for kind, pattern in _KINDS if pattern.match(heading)), "annex")
    match = _NUMBER.match(heading) or re.match(rf"\u9644[\u4ef6\u6587\u5f55](?P<number>[{_HAN}])", heading)
    return kind, _value(match["number"]) if match else None


def _value(printed: str) -> int:
    if printed.isdigit():
        return int(printed)
    if printed in _HAN:
        return _HAN.index(printed) + 1
    if _LATIN.match(printed) and (label := labels.read(f"{printed}. ")) is not None:
        return next((r.value for r in label.readings if r.style == "roman."), label.readings[0].value)
    return ord(printed) - ord("A") + 1
