"""Where a corrigendum puts something right: "Page 4, paragraph 12, line 3", as printed.

>>> place = read("Paragraph 5 (b), first sentence For 61 gauges read 64 gauges.")
>>> place.printed, place.label
('Paragraph 5 (b), first sentence', '5(b)')
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|penultimate|final|operative|preambular|introductory|footnote|agenda|cover|title"
    r"|premi[e\u00e8]re?|deuxi\u00e8me|troisi\u00e8me|derni[e\u00e8]re?|primera?|segund[oa]|tercera?|\u00faltim[oa]|\u043f\u0435\u0440\u0432\w+|\u0432\u0442\u043e\u0440\w+|\u043f\u043e\u0441\u043b\u0435\u0434\u043d\w+)"
)
_PARAGRAPH = r"(?:sub-?)?paragraphs?|paras?\.?|paragraphes?|p\u00e1rrafos?|\u043f\u0443\u043d\u043a\u0442\w*|\u0627\u0644\u0641\u0642\u0631\u0629"
_LEVEL = (
    rf"(?:{_PARAGRAPH}|pages?|p\.|lines?|sentences?|annex(?:es)?|appendix|enclosure|tables?|figures?|box(?:es)?|section|chapter|part|article|rule|regulation"
    r"|footnotes?|notes?|columns?|rows?|entr(?:y|ies)|items?|headings?|subheadings?|title|summary|bullet\spoints?|texts?"
    r"|lignes?|phrases?|annexe|tableau|note\sde\sbas\sde\spage|p\u00e1ginas?|l\u00edneas?|oraci\u00f3n|anexo|cuadro|nota\sde\spie|cap\u00edtulo|secci\u00f3n|t\u00edtulo"
    r"|\u0441\u0442\u0440\u0430\u043d\u0438\u0446\w*|\u0441\u0442\u0440\u043e\u043a\w*|\u0430\u0431\u0437\u0430\u0446\w*|\u043f\u0440\u0438\u043b\u043e\u0436\u0435\u043d\u0438\w+|\u0442\u0430\u0431\u043b\u0438\u0446\w+|\u0441\u043d\u043e\u0441\u043a\w+|\u0627\u0644\u0635\u0641\u062d\u0629|\u0627\u0644\u0633\u0637\u0631|\u0627\u0644\u0645\u0631\u0641\u0642|\u0627\u0644\u062c\u062f\u0648\u0644)"
)
_ID = r"(?:\d{1,4}[A-Z]?(?:\.\d{1,3})?(?:\s?\([a-z]{1,4}\))*|[IVXLC]{1,6}\b|\([a-z]{1,4}\)|[A-Z]\b)"
_IDS = rf"{_ID}(?:\s?(?:,|and|to|et|\u00e0|y|a|\u0438|\u2013|-)\s?{_ID})*"
_HEAD = rf"(?:{_ORDINAL}\s)?{_LEVEL}(?!\w)(?:\s{_IDS})?"
_UNIT = rf"(?:(?:in|of|dans|en|\u0432)\s)?(?:(?:the|la|le|el)\s)?{_HEAD}"
_PLACE = re.compile(
    rf"(?:(?:In|Dans|En|\u0412)\s(?:the\s|la\s|le\s|el\s)?)?{_HEAD}(?:(?:,\s?|;\s?|\s(?:of|in|to|de|du)\s|\s(?-i:(?![A-Z\u0410-\u042f])))(?:\([a-z]{{1,4}}\)|{_UNIT}))*"
    r"|\u7b2c\s?\d+\s?(?:\u9875|\u6bb5)(?:[\uff0c,]?\s?\u7b2c\s?\d+\s?(?:\u9875|\u6bb5|\u884c))*",
    re.IGNORECASE,
)
_LABEL = re.compile(
    rf"(?:{_PARAGRAPH})\s(?P<number>\d{{1,4}}[A-Z]?(?:\.\d{{1,3}})?)(?P<points>(?:\s?\([a-z]{{1,4}}\))*)(?!\s?(?:and|to|et|y|\u0438|,\s?\d|\u2013|-))"
    r"|\u7b2c\s?(?P<han>\d+)\s?\u6bb5",
    re.IGNORECASE,
)
_SPECIFIC = re.compile(r"\d|\b[IVX]+\b|title|summary|annex|cover|first|last|second|heading", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """A place as printed, the label of the one paragraph it names, and how many characters it takes."""

    printed: str
    label: str | None
    size: int


def read(text: str) -> Place | None:
    """The place a text begins with; None where it begins with something else."""
    match = _PLACE.match(text)
    if match is None or (not text[:1].isupper() and match[0][:1] not in "\u7b2c\u0627"):
        return None
    printed = match[0].rstrip(" ,;")
    if not _SPECIFIC.search(printed):
        return None
    return Place(printed, _label(printed), match.end())


def _label(printed: str) -> str | None:
    """The label of the paragraph: `12` and `5(b)` as `paragraphs.label` has them."""
    match = _LABEL.search(printed)
    if match is None:
        return None
    return match["han"] or match["number"] + re.sub(r"\s", "", match["points"] or "")
