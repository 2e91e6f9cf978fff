"""Headings that every document may have, by their words.

>>> is_annex("Annex to the letter dated 6 January 2096 from the Permanent Representative of Fiji")
True
"""

from __future__ import annotations

import re

ANNEX = re.compile(
    r"(?:Annex|Enclosure|Appendix|Attachment|Annexe|Anexo|Pi\u00e8ce\s+jointe|Documento\s+adjunto|Ap\u00e9ndice|Appendice|\u0414\u043e\u0431\u0430\u0432\u043b\u0435\u043d\u0438\u0435|\u9644\u6587|\u9644\u5f55|(?:\u0627\u0644)?\u0636\u0645\u064a\u0645\u0629|(?:\u0627\u0644)?\u062a\u0630\u064a\u064a\u0644|\u041f\u0440\u0438\u043b\u043e\u0436\u0435\u043d\u0438\u0435"
    r"|\u9644\u4ef6[A-Z\u4e00\u4e8c\u4e09\u56db\u4e94]?|(?:\u0627\u0644)?\u0645\u0631\u0641\u0642(?:\s+(?:\u0623\u0644\u0641|\u0628\u0627\u0621|\u062c\u064a\u0645|\u062f\u0627\u0644|\u0627\u0644\u0623\u0648\u0644|\u0627\u0644\u062b\u0627\u0646\u064a))?)"
    r"(?:\s+(?:[IVX]+|\d{1,2}|[A-Z])(?:\s*[:\u2013\u2014-]\s+[^.;]{3,150})?)?(?:\s+to\s+the\s+(?:identical\s+)?(?:letters?|notes?)\b.{0,400})?(?:\s*[*\u2020]+)?\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
ANNEXED = re.compile(
    r"(?:Annex|Enclosure)(?:\s+(?:[IVX]+|\d{1,2}))?\s+to\s+the\s+(?:identical\s+)?(?:letters?|notes?)\b",
    re.IGNORECASE,
)
ADDRESSED = re.compile(
    r"(?:Secretary-General|Security Council|General Assembly|Economic and Social Council)\s*[*\u2020]*\s*\Z"
)
"""Where the heading "Annex to the letter dated …" ends that is broken over lines: A/79/949-S/2025/386."""
SUMMARY = re.compile(
    r"(?:Executive\s+)?(?:Summary|R[\u00e9e]sum[\u00e9e]|Resumen|\u0420\u0435\u0437\u044e\u043c\u0435|\u6458\u8981|\u0645\u0648\u062c\u0632)"
    r"\s*[*\u2020]*\s*\Z",
    re.IGNORECASE,
)
INTRODUCTION = re.compile(r"(?:(?:I|1|A)\.\s+)?Introduction\s*\Z", re.IGNORECASE)
PART = re.compile(r"(?:Part|Chapter)\s+(?:[IVX]+|\d+|[A-Z][a-z]+)\b", re.IGNORECASE)
SIGNED = re.compile(
    r"\(?(?:Signed|Firmado|Sign\u00e9)\)?\s+\S|[(\uff08](?:Signed|Firmado|Sign\u00e9|\u041f\u043e\u0434\u043f\u0438\u0441\u044c|\u7b7e\u540d|\u062a\u0648\u0642\u064a\u0639)[)\uff09](?:\s*\S|\s*\Z)"
)
POST = re.compile(
    r"\b(?:Ambassador|(?:Permanent\s)?Representative|Charg[e\u00e9]e?|Minister|President|Secretary|Chair\w*|Co-?[Cc]hair\w*|Head|Director|Deputy|Observer|Coordinator"
    r"|Commissioner|General|Rapporteur|Counsel\w*|Envoy|Adviser|Administrator|Officer|Facilitator|Inspector|Member|Expert|Judge|Prosecutor|Governor|Speaker"
    r"|Ambassadeur|Ambassadrice|Repr\u00e9sentante?|Ministre|Pr\u00e9sidente?|Secr\u00e9taire|Directeur|Directrice|Embajadora?|Representante|Encargad[oa]|Ministr[oa]|President[ea]"
    r"|Secretari[oa]|Director[a]?|\u041f\u043e\u0441\u043e\u043b|\u041f\u043e\u0441\u0442\u043e\u044f\u043d\u043d\w+|\u041f\u0440\u0435\u0434\u0441\u0435\u0434\u0430\u0442\u0435\u043b\w+|\u041c\u0438\u043d\u0438\u0441\u0442\u0440|\u0417\u0430\u043c\u0435\u0441\u0442\u0438\u0442\u0435\u043b\w+|\u0412\u0440\u0435\u043c\u0435\u043d\u043d\w+)\b"
    r"|\u5927\u4f7f|\u4ee3\u8868|\u4e3b\u5e2d|\u90e8\u957f|\u0627\u0644\u0633\u0641\u064a\u0631|\u0627\u0644\u0645\u0645\u062b\u0644|\u0627\u0644\u0631\u0626\u064a\u0633|\u0627\u0644\u0648\u0632\u064a\u0631"
)
"""What a signatory is, in the six languages."""
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
