"""The number of a resolution or decision, whose such numbers are, and the symbol it has.

>>> number = NUMBER.fullmatch("217 A (III)")
>>> fits("A", number, "RES"), fits("S", number, "RES"), symbol_of("A", "RES", number)
(True, False, 'A/RES/217 A (III)')
"""

from __future__ import annotations

import re

_PARTS = (
    r"(?P<{0}>(?:[A-HJ-Z]|I(?= of |[,;.)]|$))(?:-[A-Z]|(?:, [A-Z])*,? (?:and|to) [A-Z])?)(?![\w’'.-]\w|\w)"
)
NUMBER = re.compile(
    r"(?:(?P<council>[1-9]\d{0,3}) ?\((?P<year>(?:19[4-9]|20\d)\d)\)"
    rf"|(?P<early>[1-9]\d{{0,3}})(?: ?{_PARTS.format('early_parts')})? ?\((?P<roman>(?:E?S[-‑])?[IVXLC]+)\)"
    rf"|(?P<session>E?S[-‑][1-9]\d?|(?:19[4-9]|20\d)\d|[1-9]\d{{0,2}})/(?P<serial>[1-9]\d{{0,2}})(?![\d/])"
    rf"(?: ?{_PARTS.format('parts')})?)"
)
"""Groups `council` and `year`; or `early`, `early_parts` and `roman`; or `session`, `serial` and `parts`."""
_ENVIRONMENT_SESSIONS = 20
"""The Environment Assembly meets every second year since 2014; the General Assembly's numbers begin at session 31."""


def fits(body: str, number: re.Match[str], kind: str) -> bool:
    """Whether `body` gives its texts such numbers."""
    session = number["session"] or ""
    is_year = len(session) == 4 and session.isdigit()
    match body:
        case "S":
            return number["council"] is not None
        case "A":
            return number["early"] is not None or (
                bool(session) and not is_year and _is_assembly(number, kind)
            )
        case "E":
            return number["early"] is not None or is_year
        case "A/HRC":
            return bool(session) and not is_year
        case "UNEP/EA":
            return session.isdigit() and int(session) <= _ENVIRONMENT_SESSIONS
        case _:
            return number["council"] is None


def _is_assembly(number: re.Match[str], kind: str) -> bool:
    """The Assembly counts by session since the thirty-first, and its decisions from 301."""
    session = number["session"]
    return not session.isdigit() or (int(session) > 30 and (kind == "RES" or int(number["serial"]) > 300))


def symbol_of(body: str, kind: str, number: re.Match[str]) -> str:
    """The symbol in canonical form, as `symbols.parse` would give it."""
    if number["council"]:
        return f"{body}/{kind}/{number['council']} ({number['year']})"
    if number["early"]:
        session = number["roman"].replace("‑", "-")
        return f"{body}/{kind}/{number['early']}{_part(number['early_parts'])} ({session})"
    session, serial = number["session"].replace("‑", "-"), number["serial"]
    if body == "UNEP/EA":
        return f"UNEP/EA.{session}/{kind.title()}.{serial}"
    return f"{body}/{kind}/{session}/{serial}{_part(number['parts'])}"


def _part(letters: str | None) -> str:
    if not letters:
        return ""
    each = re.findall("[A-Z]", letters)
    return f" {each[0]}" if len(each) == 1 else f" {each[0]}-{each[-1]}"
