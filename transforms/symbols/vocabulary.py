"""The words of symbols: series, document types, suffixes. Sources: the UN Digital Library's symbol guide."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ROOTS = _words(
    """
    A ACC APDC AT BWC CAC CAT CCC CCPR CCW CD CEB CED CEDAW CERD CLCS CMW CRC CRPD CTOC DC DP DPI EB ECA ECE ECLAC
    ECWA ESCAP ESCWA E FCCC GEGN GC HBP HRI HS HSP ICC ICCD ICEF IDB INCB ISBA ITCP JIU LC LOS MAG NPT OPI OPCW PBC
    PCNICC S SPLOS SSC ST T TD TRANS UNAT UNCC UNCTAD UNDP UNEP UNFPA UNHCR UNIDIR UNIDO UNITAR UNSCEAR UNU UNW UNWTO
    WCED
    """
)
"""First elements of the series of the United Nations; a symbol with another one is foreign."""

TREATY_ROOTS = _words("CAT CCPR CED CEDAW CERD CMW CRC CRPD HRI PBC DP E/C.12 A/HRC/WG.6")
"""Bodies whose papers carry a country's code."""

NUMBERED_BODIES = _words("AC C CN CONF GE PC SC SUB WG")
"""Subsidiaries that are told apart by a number after a point; other such numbers are sessions (`UNEP/GC.23`)."""

BARE_NEEDS_NUMBER = frozenset({"AC", "CN", "SC", "SUB", "WG"})
"""Subsidiaries that never stand without their number."""

MISSPELT = {"HCR": "HRC"}
"""Bodies that no series has, with the ones that were meant."""

TYPES = _words(
    """
    AGENDA AI BP CO COMM CRP D DEC DECISION GC IC IM INF L LOP MIN MISC NGO NOTE OBS PET POW PRST PV Q QPR REP RES SGB
    SR STAT SUPP WP
    """
)

SUFFIXES = {"ADD": "Add", "AMEND": "Amend", "CORR": "Corr", "REV": "Rev", "SUMMARY": "Summary"}

MIXED_CASE = {"SUB": "Sub", "AGENDA": "Agenda", "OZL": "OzL", "PRO": "Pro"}
"""Elements whose canonical form is not upper case."""

PART_WORDS = {
    "PART": "Part", "PARTS": "Parts", "VOL": "Vol.", "VOLS": "Vols.", "SECT": "Sect.", "CHAP": "Chap.",
    "SUPP": "SUPP", "INTRODUCTION": "Introduction", "RESUMPTION": "Resumption", "ANNEX": "Annex",
}  # fmt: skip

WITH_PARTS = frozenset({"RES", "DEC", "L"})
"""Resolutions, decisions and their drafts: the letter after their number is a part's."""
