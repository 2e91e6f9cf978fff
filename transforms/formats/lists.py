"""Numbers that lists count and do not print.

>>> printed("a", 3), printed("1", 12), printed("i", 4)
('(c)', '12.', '(iv)')
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from transforms.numerals import roman

_STYLED = {
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
}
LARGEST = 10_000


@dataclass(slots=True)
class Lists:
    """The open lists: for each what it counts with (empty for bullets), and how far."""

    open: list[tuple[str, int]] = field(default_factory=list)

    def start(self, element: etree._Element, tag: str) -> str | None:
        """What stands before an element: a number for an item that is counted, "" for a bullet, None for no item."""
        if tag == "ol":
            self.open.append((_type(element), _integer(element.get("start"), 1)))
        elif tag == "ul":
            self.open.append(("", 0))
        elif tag == "li" and self.open:
            kind, number = self.open[-1]
            if not kind:
                return ""
            number = _integer(element.get("value"), number)
            self.open[-1] = (kind, number + 1)
            return printed(kind, number)
        return None

    def end(self, tag: str) -> None:
        """A list is closed."""
        if tag in {"ol", "ul"} and self.open:
            self.open.pop()


def printed(kind: str, number: int) -> str:
    """The label of an item as a UN document prints it."""
    match kind:
        case "a" if 1 <= number <= 26:
            return f"({chr(96 + number)})"
        case "A" if 1 <= number <= 26:
            return f"{chr(64 + number)}."
        case "i" if 1 <= number < 40:
            return f"({roman(number).lower()})"
        case "I" if 1 <= number < 40:
            return f"{roman(number)}."
        case _:
            return f"{number}."


def _type(element: etree._Element) -> str:
    style = (element.get("style") or "").replace(" ", "")
    named = next((kind for name, kind in _STYLED.items() if f"list-style-type:{name}" in style), None)
    return named or element.get("type") or "1"


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and text.strip().isdecimal() and int(text) < LARGEST else default
