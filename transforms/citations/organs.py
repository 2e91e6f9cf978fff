"""Words near a resolution's number -> the body that adopted it, and the symbol that number then has."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import NamedTuple

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
    }
)
"""Name -> the body of its symbols. `Council` is whichever council is meant; `?` one whose series is not known."""

_NAMES = "|".join(sorted(_BODIES, key=len, reverse=True))
_BEFORE = re.compile(rf"\b(?P<name>{_NAMES})(?:’s|'s)?,? $")
_OTHER_BEFORE = re.compile(r"(?P<word>[A-Z][\w’'-]+)(?P<and> and)? $")
_SHORT = frozenset({"Assembly", "Council", "Commission", "Security Council"})
"""Names that also end the names of other bodies (Peace and Security Council, World Health Assembly)."""

_UNKNOWN = re.compile(
    r"\b(?P<name>(?:[A-Z][\w’'-]+ (?:(?:of|on|for)(?: the)? )?)*"
    r"(?:Board|Committee|Conference|Congress|Parties|Union|Meeting|Summit|Bureau|Commission|Assembly|Council))(?:’s|'s)?,? $"
)
_REACH = 70
_DATE = r"(?: (?:of|dated) \d{1,2} \w+ \d{4})?"
_ANY_BODY = rf"(?:{_NAMES}|[A-Z]\w+(?: \w+){{0,5}}? (?:Board|Conference|Parties|Committee))\b(?! resolutions?| decisions?)"
_AFTER = re.compile(
    rf"{_DATE},?(?:,[^,.;:()]{{1,40}},)? (?:(?:of|adopted by|in which|by which|whereby)(?: the)?|the) "
    rf"(?P<other>(?:[A-Z][\w’']+ (?:of |and |on |for |the )*)*?)(?P<name>{_ANY_BODY})"
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
    ("United Nations Environment Assembly", "UNEP/EA"),
    ("the Council", "Council"),
    ("The Council", "Council"),
    ("the Assembly", "A"),
    ("The Assembly", "A"),
)
_SENTENCE = re.compile(r"[.;:] (?=[A-Z“\"(])")
_ORGAN_IDS = {"org:un.ga": "A", "org:un.sc": "S", "org:un.hrc": "A/HRC", "org:un.ecosoc": "E"}


class Named(NamedTuple):
    """A body said beside the number: its symbols' body (`?` where it has none), its name, where the name begins."""

    body: str
    name: str
    start: int


def before(text: str, position: int) -> Named | None:
    """The body named directly before `position`, where the word `resolution` begins."""
    offset = max(0, position - _REACH)
    window = text[offset:position]
    if not window.endswith(" "):
        return None
    found = _BEFORE.search(window)
    if found and not _is_longer(window[: found.start("name")], found["name"]):
        return Named(_BODIES[found["name"]], found["name"], offset + found.start("name"))
    unknown = _UNKNOWN.search(window)
    if unknown is None:
        return None
    name = _without_starter(unknown["name"])
    return Named("?", name, offset + unknown.end("name") - len(name))


def _is_longer(lead: str, name: str) -> bool:
    """Whether the words before a short name make it another body's."""
    other = _OTHER_BEFORE.search(lead)
    if name not in _SHORT or other is None:
        return False
    if name == "Security Council" or other["and"]:
        return other["word"] == "Peace"
    return not _starts_sentence(other["word"])


def _starts_sentence(word: str) -> bool:
    return word in _STARTERS or word.endswith("ing")


def _without_starter(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if rest and _starts_sentence(first) else name


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
