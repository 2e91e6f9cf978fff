"""Words near a resolution's number -> the body that adopted it, and the symbol that number then has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType

_BODIES = MappingProxyType(
    {
        "General Assembly": "A",
        "Security Council": "S",
        "Human Rights Council": "A/HRC",
        "Economic and Social Council": "E",
        "Trusteeship Council": "T",
        "Commission on Human Rights": "E/CN.4",
        "Statistical Commission": "E/CN.3",
        "Commission for Social Development": "E/CN.5",
        "Commission on the Status of Women": "E/CN.6",
        "Commission on Narcotic Drugs": "E/CN.7",
        "Commission on Population and Development": "E/CN.9",
        "Commission on Crime Prevention and Criminal Justice": "E/CN.15",
        "Economic and Social Commission for Asia and the Pacific": "E/ESCAP",
        "United Nations Environment Assembly": "UNEP/EA",
        "Environment Assembly": "UNEP/EA",
        "Assembly": "A",
        "Council": "Council",
        "Commission": "?",
    }
)
"""Name -> the body of its symbols. `Council` is whichever council is meant; `?` one whose series is not known."""

_NAMES = "|".join(sorted(_BODIES, key=len, reverse=True))
_BEFORE = re.compile(rf"\b(?P<name>{_NAMES})(?:’s|'s)?,? $")
_OTHER_BEFORE = re.compile(r"(?P<word>[A-Z][\w’']+)(?: (?:and|of|for|on))? $")
_SHORT = frozenset({"Assembly", "Council", "Security Council"})
"""Names that also end the names of other bodies (Peace and Security Council, World Health Assembly)."""

_UNKNOWN = re.compile(
    r"(?:Board|Committee|Conference|Congress|Parties|Union|Meeting|Summit|Bureau|Plenary)(?:’s|'s)?,? $"
)
_REACH = 70
_DATE = r"(?: (?:of|dated) \d{1,2} \w+ \d{4})?"
_AFTER = re.compile(
    rf"{_DATE},?(?:,[^,.;:()]{{1,40}},)? (?P<how>of|adopted by|in which|by which|whereby|) ?(?:the |by the )?"
    rf"(?P<other>(?:[A-Z][\w’']+ (?:of |and |on |for |the )*)*?)(?P<name>{_NAMES}|[A-Z]\w+(?: \w+){{0,5}}? (?:Board|Conference|Parties|Committee))\b"
)
_STARTERS = frozenset(
    [
        "The",
        "In",
        "By",
        "See",
        "Its",
        "And",
        "To",
        "Recalling",
        "Reaffirming",
        "Under",
        "That",
        "Of",
        "With",
        "Since",
        "When",
        "As",
    ]
)
_NEARBY = (
    ("General Assembly", "A"),
    ("Security Council", "S"),
    ("Human Rights Council", "A/HRC"),
    ("Economic and Social Council", "E"),
    ("the Council", "Council"),
    ("The Council", "Council"),
    ("the Assembly", "A"),
    ("The Assembly", "A"),
)
_SENTENCE = re.compile(r"[.;:] (?=[A-Z“\"(])")
_ORGAN_IDS = {"org:un.ga": "A", "org:un.sc": "S", "org:un.hrc": "A/HRC", "org:un.ecosoc": "E"}


@dataclass(frozen=True, slots=True)
class Named:
    """A body said beside the number, and where its name begins."""

    body: str
    start: int


def before(text: str, position: int) -> Named | None:
    """The body named directly before `position`, where the word `resolution` begins."""
    window = text[max(0, position - _REACH) : position]
    if not window.endswith(" "):
        return None
    found = _BEFORE.search(window)
    if found is None:
        return Named("?", position) if _UNKNOWN.search(window) else None
    start = max(0, position - _REACH) + found.start("name")
    if found["name"] in _SHORT and _is_longer(window[: found.start("name")]):
        return Named("?", start)
    return Named(_BODIES[found["name"]], start)


def _is_longer(lead: str) -> bool:
    """Whether the words before a short name make it another body's."""
    other = _OTHER_BEFORE.search(lead)
    return other is not None and other["word"] not in _STARTERS and not other["word"].endswith("ing")


def after(text: str, position: int) -> str | None:
    """The body named after a number that ends at `position`: `of the …`, `adopted by the …`, `, the …`."""
    found = _AFTER.match(text, position)
    if found is None:
        return None
    body = _BODIES.get(found["name"], "?")
    if found["other"] and found["name"] in ("Assembly", "Council"):
        body = "?"
    return body


def nearby(text: str, position: int, *, is_own: bool) -> list[str]:
    """Bodies mentioned before `position`, nearest first: in the sentence, and before it where `is_own` (`its`)."""
    window_start = max(0, position - 600)
    window = text[window_start:position]
    if not is_own:
        stops = [stop.end() for stop in _SENTENCE.finditer(window)]
        window = window[stops[-1] :] if stops else window
    found = []
    for name, body in _NEARBY:
        at = window.rfind(name)
        if at >= 0:
            found.append((at + len(name), -len(name), body))
    return [body for _, _, body in sorted(found, reverse=True)]


def speaking(organ: str | None) -> str | None:
    """The body of the symbols of the organ that speaks."""
    return _ORGAN_IDS.get(organ or "")
