"""Headings that every document may have, by their words.

>>> is_annex("Annex to the letter dated 6 January 2096 from the Permanent Representative of Fiji")
True
"""

from __future__ import annotations

import re

ANNEX = re.compile(
    r"(?:Annex|Enclosure|Appendix|Attachment|Annexe|Anexo|\u041f\u0440\u0438\u043b\u043e\u0436\u0435\u043d\u0438\u0435"
    r"|\u9644\u4ef6[A-Z\u4e00\u4e8c\u4e09\u56db\u4e94]?|(?:\u0627\u0644)?\u0645\u0631\u0641\u0642(?:\s+(?:\u0623\u0644\u0641|\u0628\u0627\u0621|\u062c\u064a\u0645|\u062f\u0627\u0644|\u0627\u0644\u0623\u0648\u0644|\u0627\u0644\u062b\u0627\u0646\u064a))?)"
    r"(?:\s+(?:[IVX]+|\d{1,2}|[A-Z])(?:\s*[:\u2013\u2014-]\s+[^.;]{3,150})?)?(?:\s+to\s+the\s+(?:identical\s+)?(?:letters?|notes?)\b.{0,400})?(?:\s*[*\u2020]+)?\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
SUMMARY = re.compile(
    r"(?:Executive\s+)?(?:Summary|R[\u00e9e]sum[\u00e9e]|Resumen|\u0420\u0435\u0437\u044e\u043c\u0435|\u6458\u8981|\u0645\u0648\u062c\u0632)"
    r"\s*[*\u2020]*\s*\Z",
    re.IGNORECASE,
)
INTRODUCTION = re.compile(r"(?:(?:I|1|A)\.\s+)?Introduction\s*\Z", re.IGNORECASE)
PART = re.compile(r"(?:Part|Chapter)\s+(?:[IVX]+|\d+|[A-Z][a-z]+)\b", re.IGNORECASE)
SIGNED = re.compile(r"\(?(?:Signed|Firmado|Sign\u00e9)\)?\s+\S|\((?:Signed|Firmado|Sign\u00e9)\)\s*\Z")
FORMULA = re.compile(
    r"The\s+(?:General Assembly|Security Council|Economic and Social Council|Human Rights Council|Trusteeship Council|Conference of the Parties"
    r"|Commission on [A-Z][A-Za-z ]{3,60}|(?:[A-Z][A-Za-z ]{3,50})?(?:Council|Assembly|Commission|Committee|Conference)(?: of [A-Z][A-Za-z ]{3,50})?),\s*\Z"
)
"""The words with which the organ begins to speak."""
LONE = re.compile(r"(?:[A-Z]|[IVX]{1,6})\s*\Z")
"""A letter or numeral alone on its line heads a part or a section."""
LONGEST = 500


def is_annex(text: str) -> bool:
    """Whether a text is the heading of an annex."""
    return len(text) <= LONGEST and bool(ANNEX.match(text))
