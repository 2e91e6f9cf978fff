"""What a corrigendum orders: for one text another is to be read, or one is added, or one goes.

>>> read("Replace \u201cnine\u201d with \u201cten\u201d.")
Order(action='replace', words='Replace', old='nine', new='ten')
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_QUOTED = re.compile(r"[\u201c\"\u00ab]\s?(?P<text>[^\u201d\"\u00bb]*)\s?[\u201d\"\u00bb]\s?\.?\Z")
_WORDS = r"(?:the\s(?:existing\s)?(?:words?|text|figures?|phrase|sentence|paragraph|number|date|name)s?\s)?"
_REPLACE = (
    rf"For\s{_WORDS}(?P<old>.+?),?\s(?:read|substitute)\b:?\s*(?P<new>.*)",
    rf"(?:Replace|Substitute)\s{_WORDS}(?P<old>.+?)\s(?:with|by)\b:?\s*(?:the\sfollowing(?:\stext)?:?\s*)?(?P<new>.*)",
    r"(?:The\s)?(?P<old>[^.:]{0,120}?)\sis\sreplaced\s(?:with|by)\b:?\s*(?P<new>.*)",
    r"Au\slieu\sde\s(?P<old>.+?),?\slire\b\s?:?\s*(?P<new>.*)",
    r"Remplacer\s(?P<old>.+?)\spar\b\s?:?\s*(?P<new>.*)",
    r"Donde\sdice\s(?P<old>.+?),?\s(?:debe\sdecir|l\u00e9ase)\b\s?:?\s*(?P<new>.*)",
    r"Sustit\u00fayase\s(?P<old>.+?)\spor\b\s?:?\s*(?P<new>.*)",
    r"\u0412\u043c\u0435\u0441\u0442\u043e\s(?P<old>.+?),?\s(?:\u0441\u043b\u0435\u0434\u0443\u0435\u0442\s)?\u0447\u0438\u0442\u0430\u0442\u044c\b\s?:?\s*(?P<new>.*)",
    r"\u0417\u0430\u043c\u0435\u043d\u0438\u0442\u044c\s(?P<old>.+?)\s\u043d\u0430\b\s?:?\s*(?P<new>.*)",
    r"\u5c06\s?(?P<old>.+?)\s?\u6539\u4e3a\s?(?P<new>.*)",
    r"\u064a\u0633\u062a\u0639\u0627\u0636\s\u0639\u0646\s(?P<old>.+?)\s\u0628(?:\u0640\s?|\u0639\u0628\u0627\u0631\u0629\s)(?P<new>.*)",
)
_READ = (
    r"(?:The\s[^.:\u201c]{0,160}?\s|This\s[^.:\u201c]{0,80}?\s)?[Ss]hould\s(?:now\s)?read(?:\sas\sfollows)?\b\s?:?\s*(?P<new>.*)",
    r"(?:L[ae]\s[^.:]{0,80}?\s)?(?:doit\sse\slire|Lire)\b(?:\scomme\ssuit)?\s?:?\s*(?P<new>.*)",
    r"(?:El\s[^.:]{0,80}?\s|La\s[^.:]{0,80}?\s)?[Dd]ebe\sdecir(?:\slo\ssiguiente)?\s?:?\s*(?P<new>.*)",
    r"(?:[^.:]{0,80}\s)?(?:\u0441\u043b\u0435\u0434\u0443\u0435\u0442|\u0434\u043e\u043b\u0436\w+)\s\u0447\u0438\u0442\u0430\u0442\u044c(?:\u0441\u044f)?(?:\s\u0441\u043b\u0435\u0434\u0443\u044e\u0449\u0438\u043c\s\u043e\u0431\u0440\u0430\u0437\u043e\u043c)?\s?:?\s*(?P<new>.*)",
)
_INSERT = (
    r"(?:(?:After|Before|At\sthe\s(?:end|beginning)\sof|Following|Between)\s[^.]{0,200}?,?\s)?(?i:insert|add)\b(?:\sthe\s(?:words?|following(?:\s\w+)?))?\s?:?\s*(?P<new>.*)",
    r"(?:Apr\u00e8s\s.{0,160}?,?\s)?(?i:ins\u00e9rer|ajouter)\b\s?:?\s*(?P<new>.*)",
    r"(?:Despu\u00e9s\sde\s.{0,160}?,?\s)?(?i:ins\u00e9rtese|agr\u00e9guese|a\u00f1\u00e1dase)\b\s?:?\s*(?P<new>.*)",
    r"(?:\u041f\u043e\u0441\u043b\u0435\s.{0,160}?,?\s)?(?i:\u0434\u043e\u0431\u0430\u0432\u0438\u0442\u044c|\u0432\u043a\u043b\u044e\u0447\u0438\u0442\u044c)\b\s?:?\s*(?P<new>.*)",
)
_DELETE = (
    rf"(?:Delete|Omit)\b\s{_WORDS}(?P<old>.+)",
    r"Supprimer\s(?P<old>.+)",
    r"Supr\u00edma(?:n)?se\s(?P<old>.+)",
    r"(?:\u0418\u0441\u043a\u043b\u044e\u0447\u0438\u0442\u044c|\u0421\u043d\u044f\u0442\u044c)\s(?P<old>.+)",
    r"\u5220\u9664\s?(?P<old>.+)",
)
_ORDERS = tuple(
    (action, re.compile(pattern, re.DOTALL))
    for action, patterns in (("replace", _REPLACE), ("read", _READ), ("delete", _DELETE), ("insert", _INSERT))
    for pattern in patterns
)
_WHOLE = re.compile(
    r"(?:the\s)?(?:existing\s|present\s|current\s)?(?:text|paragraph|sentence|table|title)s?\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Order:
    """What is ordered, its own words, the words to be replaced and those to be read, as printed, without their quotes.

    `words` are those before either: "The first sentence should read". `old` is None where an order speaks of a whole paragraph or sentence and does not repeat it.
    """

    action: str
    words: str
    old: str | None
    new: str | None


def read(text: str) -> Order | None:
    """The order a text begins with; None where it orders nothing."""
    for action, pattern in _ORDERS:
        if (match := pattern.match(text)) is not None:
            found = match.groupdict()
            old = _bare(found.get("old"))
            words = text[: min(match.start(name) for name in found)].strip(' :\u201c"\u00ab')
            return Order(action, words, None if old and _WHOLE.match(old) else old, _bare(found.get("new")))
    return None


def _bare(text: str | None) -> str | None:
    """Words without the quotation marks around all of them; None where there are none."""
    if text is None or not text.strip():
        return None
    match = _QUOTED.match(text.strip())
    return match["text"].strip() if match else text.strip()
