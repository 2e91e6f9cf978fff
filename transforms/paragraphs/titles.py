"""Headings that every document may have, by their words.

>>> is_annex("Annex to the letter dated 6 January 2096 from the Permanent Representative of Fiji")
True
"""

from __future__ import annotations

import re

from transforms.wording.headings import ANNEX, FORMULA, INTRODUCTION, PART, SIGNED, SUMMARY

__all__ = [
    "ADDRESSED", "ANNEX", "ANNEXED", "FORMULA", "INTRODUCTION", "LONE", "PART", "POST", "SIGNED", "SUMMARY", "is_annex",
]  # fmt: skip

ANNEXED = re.compile(
    r"(?:Annex|Enclosure)(?:\s+(?:[IVX]+|\d{1,2}))?\s+to\s+the\s+(?:identical\s+)?(?:letters?|notes?)\b",
    re.IGNORECASE,
)
ADDRESSED = re.compile(
    r"(?:Secretary-General|Security Council|General Assembly|Economic and Social Council)\s*[*\u2020]*\s*\Z"
)
"""Where the heading "Annex to the letter dated …" ends that is broken over lines: A/79/949-S/2025/386."""
POST = re.compile(
    r"\b(?:Ambassador|(?:Permanent\s)?Representative|Charg[e\u00e9]e?|Minister|President|Secretary|Chair\w*|Co-?[Cc]hair\w*|Head|Director|Deputy|Observer|Coordinator"
    r"|Commissioner|General|Rapporteur|Counsel\w*|Envoy|Adviser|Administrator|Officer|Facilitator|Inspector|Member|Expert|Judge|Prosecutor|Governor|Speaker"
    r"|Ambassadeur|Ambassadrice|Repr\u00e9sentante?|Ministre|Pr\u00e9sidente?|Secr\u00e9taire|Directeur|Directrice|Embajadora?|Representante|Encargad[oa]|Ministr[oa]|President[ea]"
    r"|Secretari[oa]|Director[a]?|\u041f\u043e\u0441\u043e\u043b|\u041f\u043e\u0441\u0442\u043e\u044f\u043d\u043d\w+|\u041f\u0440\u0435\u0434\u0441\u0435\u0434\u0430\u0442\u0435\u043b\w+|\u041c\u0438\u043d\u0438\u0441\u0442\u0440|\u0417\u0430\u043c\u0435\u0441\u0442\u0438\u0442\u0435\u043b\w+|\u0412\u0440\u0435\u043c\u0435\u043d\u043d\w+)\b"
    r"|\u5927\u4f7f|\u4ee3\u8868|\u4e3b\u5e2d|\u90e8\u957f|\u0627\u0644\u0633\u0641\u064a\u0631|\u0627\u0644\u0645\u0645\u062b\u0644|\u0627\u0644\u0631\u0626\u064a\u0633|\u0627\u0644\u0648\u0632\u064a\u0631"
)
"""What a signatory is, in the six languages."""
LONE = re.compile(r"(?:[A-Z\u0410-\u042f]|[IVX]{1,6})\s*\Z")
"""A letter or numeral alone on its line heads a part or a section."""
LONGEST = 500


def is_annex(text: str) -> bool:
    """Whether a text is the heading of an annex."""
    return len(text) <= LONGEST and bool(ANNEX.match(text))
