"""Who speaks: the words a speech opens with in the record of a meeting.

>>> said = opening("Ms. Lamp (Fiji) (spoke in French): We are glad.")
>>> said.speaker, said.affiliation, said.spoken
('Ms. Lamp', 'Fiji', 'spoke in French')
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from transforms.blocks import Span

_CHAIR = (
    r"(?i:The|Le|La|El)\s(?:[A-Z][\w-]*\s){0,2}(?i:(?:Vice-?|Co-)?(?:President|Chair|Secretary|Moderator|Rapporteur|Facilitator"
    r"|Commissioner|Director|Pr\u00e9sident|Secr\u00e9taire|Secretari|Relator|Moderador|Animat)[\w-]*)"
    r"(?:\s(?:of|for|the|and|de|del|du|des|la|g\u00e9n\u00e9rale?|g\u00e9n\u00e9ral|par\sint\u00e9rim|provisoire|interin[oa]|provisional|[A-Z][\w-]*)){0,8}?"
    r"|(?:\u0418\u0441\u043f\u043e\u043b\u043d\u044f\u044e\u0449\w+\s\u043e\u0431\u044f\u0437\u0430\u043d\u043d\u043e\u0441\u0442\u0438\s|\u0412\u0440\u0435\u043c\u0435\u043d\u043d\w+\s|\u0417\u0430\u043c\u0435\u0441\u0442\u0438\u0442\u0435\u043b\w+\s|\u0421\u043e)?"
    r"(?:\u041f|\u043f)\u0440\u0435\u0434\u0441\u0435\u0434\u0430\u0442\u0435\u043b\w+|\u0413\u0435\u043d\u0435\u0440\u0430\u043b\u044c\u043d\w+\s\u0441\u0435\u043a\u0440\u0435\u0442\u0430\u0440\w+"
    r"|(?:\u4ee3\u7406|\u4e34\u65f6|\u526f|\u5171\u540c)?(?:\u4e3b\u5e2d|\u79d8\u4e66\u957f|\u4e3b\u6301\u4eba)"
    r"|(?:\u0646\u0627\u0626\u0628\u0629?\s)?\u0627\u0644\u0631\u0626\u064a\u0633\u0629?(?:\s\u0628\u0627\u0644\u0646\u064a\u0627\u0628\u0629|\s\u0627\u0644\u0645\u0624\u0642\u062a\u0629?)?|\u0627\u0644\u0623\u0645\u064a\u0646\u0629?\s\u0627\u0644\u0639\u0627\u0645\u0629?"
)
"""Who speaks for an office, in the six languages: "The Acting President", "La Pr\u00e9sidente", \u4e3b\u5e2d."""
_STYLED = (
    r"(?:(?:Mr|Ms|Mrs|Miss|Dr|Sr|Sra|Srta|M|Mme|Mlle|St|Prof|Gen)\.?|Sir|Dame|Lord|Lady|Baroness|(?:Crown\s)?Prince(?:ss)?|King|Queen|Emir"
    r"|Sheikha?|Archbishop|Bishop|Monsignor|Cardinal|Reverend|Judge|Justice|President|Prime\sMinister|Professor|Ambassador|Count"
    r"|(?:(?:Lieutenant|Major|Brigadier)\s)?(?:General|Colonel)|Admiral|Captain|Datuk?|Tan\sSri|Ato|Roi|Reine|Rey|Reina|Pr\u00edncipe"
    r"|\u0413-\u043d|\u0413-\u0436\u0430|\u0421\u044d\u0440|\u041a\u043e\u0440\u043e\u043b\u044c|\u041f\u0440\u0438\u043d\u0446|\u0627\u0644\u0633\u064a\u062f\u0629?|\u0627\u0644\u0622\u0646\u0633\u0629|\u0627\u0644\u0634\u064a\u062e\u0629?|\u0627\u0644\u0623\u0645\u064a\u0631\u0629?|\u0627\u0644\u0645\u0644\u0643|\u0627\u0644\u0633\u064a\u0631)"
)
_NAME = r"[^\s():\uff1a;?!\u201c\u201d]+"
_PARTICLE = r"(?:de|da|do|dos|du|van|von|der|den|del|della|di|la|le|el|al|bin|bint|ibn|y|e|ten|ter|zu|of)"
_CAPITAL = r"(?:[^\W\d_a-z\u0430-\u044f][\w\u2019'.-]*)"
_PERSON = rf"{_STYLED}(?:\s{_NAME}){{1,8}}?|[\u4e00-\u9fff\u00b7\u2027-]{{1,20}}(?:\u5148\u751f|\u5973\u58eb|\u592b\u4eba|\u535a\u58eb|\u7235\u58eb)"
_NOTE = r"\s?[(\uff08](?:[^()\uff08\uff09]|[(\uff08][^()\uff08\uff09]{0,60}[)\uff09]){1,160}[)\uff09]"
"""A parenthesis beside a speaker, which may hold another: "(Iran (Islamic Republic of))"."""
_SPOKEN = re.compile(
    r"spoke\b|speaking\b|interpretation\s|translated\sfrom\s|parle\s|a parl\u00e9\s|interpr\u00e9tation\s|habla\s|interpretaci\u00f3n\s|\u0433\u043e\u0432\u043e\u0440|\u043f\u0435\u0440\u0435\u0432\u043e\u0434\s"
    r"|\u4ee5.{1,8}\u53d1\u8a00|\u062a\u0643\u0644\u0645"
)
_VOCATIVE = re.compile(
    rf"{_STYLED}\s(?:Vice-)?(?:President|Chair|Secretary|Ministe?r|Pr\u00e9sident|Secr\u00e9taire|Secretari|Speaker|\u041f\u0440\u0435\u0434\u0441\u0435\u0434\u0430\u0442\u0435\u043b)",
    re.IGNORECASE,
)
_VERBATIM = re.compile(
    rf"(?P<speaker>{_CHAIR}|{_PERSON})(?P<notes>(?:{_NOTE}){{0,3}})\s?[:\uff1a]\s?(?=\S|\Z)"
    rf"|(?P<named>{_CAPITAL}(?:\s(?:{_PARTICLE}\s){{0,2}}{_CAPITAL}){{0,6}})(?P<named_notes>(?:{_NOTE}){{1,3}})\s?[:\uff1a]\s?(?=\S|\Z)"
)
_REPORTED = re.compile(
    rf"(?P<speaker>(?i:The)\s(?:[A-Z][a-z]+\s)?(?:Vice-|Co-)?(?i:President|Chair(?:man|woman|person)?)"
    rf"|(?:Mr|Ms|Mrs|Miss|Dr|Sir|Dame|Judge|Archbishop|Monsignor|Prince(?:ss)?|Sheikha?)\.?(?:\s(?:{_PARTICLE}\s){{0,3}}{_CAPITAL}){{1,8}})"
    rf"(?P<notes>(?:{_NOTE}){{0,2}})(?=,\s|\s(?!of\b|for\b|and\b)[a-z])"
)
_BROKEN = re.compile(rf"(?:{_CHAIR}|{_PERSON})(?:{_NOTE}){{0,2}}\s?[(\uff08][^()\uff08\uff09]*\Z")
_PARENTHESES = re.compile(_NOTE)
LONGEST = 400
"""Characters in which a speech must have named its speaker."""


@dataclass(frozen=True, slots=True)
class Opening:
    """How a speech opens, all as printed: offsets count in the text; `size` ends behind the colon or the name."""

    speaker: str
    affiliation: str | None
    affiliation_span: Span | None
    spoken: str | None
    is_office: bool
    size: int


def opening(text: str) -> Opening | None:
    """The opening of a speech as verbatim records print it, up to its colon; None where a text has none.

    "Mr. President:" is how a speaker turns to the chair, not who speaks.
    """
    match = _VERBATIM.match(text[:LONGEST])
    if match is None:
        return None
    name = "speaker" if match["speaker"] else "named"
    if _VOCATIVE.fullmatch(match[name].split("(")[0].rstrip()) or _VOCATIVE.match(match[name]):
        return None
    return _opening(match, name, "notes" if name == "speaker" else "named_notes")


def reported(text: str) -> Opening | None:
    """The opening of a speech told in the third person, as summary records do: up to the name and its state."""
    match = _REPORTED.match(text[:LONGEST])
    return None if match is None else _opening(match, "speaker", "notes")


def begins(line: str) -> bool:
    """Whether a line is the first of a speech, even where it breaks off inside the parenthesis after the name."""
    return opening(line) is not None or bool(_BROKEN.match(line[:LONGEST]))


def _opening(match: re.Match[str], name: str, notes: str) -> Opening:
    found = [
        (
            match.start(notes) + m.start() + len(m[0]) - len(m[0].lstrip()) + 1,
            match.start(notes) + m.end() - 1,
        )
        for m in _PARENTHESES.finditer(match[notes])
    ]
    texts = [(match.string[start:end], (start, end)) for start, end in found]
    spoken = next((text for text, _ in texts if _SPOKEN.match(text)), None)
    place = next(((text, span) for text, span in texts if not _SPOKEN.match(text)), None)
    return Opening(
        match[name],
        place[0] if place else None,
        place[1] if place else None,
        spoken,
        bool(re.fullmatch(_CHAIR, match[name])),
        match.end(),
    )
