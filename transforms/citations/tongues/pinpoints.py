"""Words of five languages around a citation -> the place inside the cited text, in the normal form of the English ones.

>>> before("au paragraphe 6 b) et c) de la résolution", 30, "fr")
Pinpoint(place='para. 6 (b) and (c)', start=3, end=24)
>>> after("第1970(2011)号决议第9和10段", 15, "zh")
Pinpoint(place='paras. 9 and 10', start=15, end=21)
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import NamedTuple

from transforms.citations.pinpoints import Pinpoint
from transforms.citations.tongues.numbers import plain
from transforms.numerals import roman
from transforms.wording.letters import HAN, han, latin

_REACH = 110
_LETTER = r"(?:\(?(?:[a-zа-я]{1,4}|[\u0621-\u064a]\u0640?)\)|[㈠-㈩])"
_ORDINALS = (
    "الاول",
    "الثاني",
    "الثالث",
    "الرابع",
    "الخامس",
    "السادس",
    "السابع",
    "الثامن",
    "التاسع",
    "العاشر",
)
_MARK = rf"(?:\d{{1,3}}(?![\d/(]\d)|(?:[IVXL]{{1,5}}(?:\.[A-Z])?|[A-Z]|{'|'.join(_ORDINALS)})(?!\w))(?: ?{_LETTER})*|{_LETTER}"
_JOIN = r"(?:,? (?:et|ou|y|e|o|и|или) |[,،] ?|،? ?و ?|、|以?及|和|或| ?- ?| (?:à|al?|по|до|الي) |至)"
_MARKS = rf"(?:{_MARK})(?:{_JOIN}(?:{_MARK}))*"
_HAN = rf"[{HAN}十]{{1,3}}(?:[、和至][{HAN}十]{{1,3}})*"


class _Places(NamedTuple):
    """The words of one language: those of each kind of place, what joins places, and what leads from one to the text."""

    point: str
    paragraph: str
    section: str
    chapter: str
    article: str
    annex: str
    joint: str
    lead: str


_KINDS = MappingProxyType({
    "point": ("subpara.", "subparas."), "paragraph": ("para.", "paras."), "section": ("sect.", "sects."), "chapter": ("chap.", "chaps."),
    "article": ("art.", "arts."), "annex": ("annex", "annexes"),
})  # fmt: skip
_AL = r"(?<!\w)[وف]?(?:ال|لل|بال|كال)?"
_LANGUAGES = MappingProxyType({
    "fr": _Places(
        r"\balinéas?\b", r"\b[Pp]ar(?:agraphes?\b|\.)", r"\b[Ss]ect(?:ions?\b|\.)", r"\b[Cc]hap(?:itres?\b|\.)", r"\b[Aa]rt(?:icles?\b|\.)",
        r"\b[Aa]nnexes?\b", r"(?:, | et (?:à la |au |aux |de la |du |des |la |le |les |à l'|de l'|l')?)",
        r",? (?:(?:de la|de sa|de ses|du|des|de cette|de ladite|de leur|à la|à sa|de|joint aux?) |de l')",
    ),
    "es": _Places(
        r"\b(?:apartado|inciso)s?\b", r"\b[Pp]árr(?:afos?\b|s?\.)", r"\b[Ss]ecc(?:ión\b|iones\b|s?\.)", r"\b[Cc]ap(?:ítulos?\b|s?\.)",
        r"\b[Aa]rt(?:ículos?\b|s?\.)", r"\b[Aa]nexos?\b", r"(?:, | y (?:en )?(?:el |la |los |las )?)",
        r",? (?:de la|de su|de sus|de las|del|de los|de esa|de dicha|a la|de) ",
    ),
    "ru": _Places(
        r"\bподпункт(?:а|у|ом|е|ы|ов|ам|ами|ах)?\b", r"\b(?:[Пп]ункт(?:а|у|ом|е|ы|ов|ам|ами|ах)?\b|пп?\.)", r"\b[Рр]азд(?:ел(?:а|у|ом|е|ы|ов|ам|ами|ах)?\b|\.)",
        r"\b[Гг]лав(?:а|ы|е|у|ой|ах)\b", r"\b[Сс]тат(?:ья|ьи|ье|ью|ьей|ей|ьях|ьям)\b",
        r"\b[Пп]риложени(?:е|я|ю|ем|и|й|ям|ями|ях)\b", r"(?:, | и (?:в )?)", r",? (?:к )?(?:своей |своих |его |ее |той же )?",
    ),
    "ar": _Places(
        rf"{_AL}فقر(?:ة الفرعية|تين الفرعيتين|ات الفرعية)", rf"{_AL}فقر(?:ة|تين|تان|ات)(?: من)?", rf"{_AL}(?:فرع|جزء)(?:ين)?", rf"{_AL}فصل(?:ين)?", rf"{_AL}ماد(?:ة|تين)",
        rf"{_AL}مرفق(?:ين|ات)?(?!\w)", r"(?:، ?| ?و ?)", r"،? (?:من |ل|ب)",
    ),
    "zh": _Places("(?!)", "段", "节", "章", "条", "附件", "[、,和及]?", "的?"),
})  # fmt: skip


def _place(words: _Places) -> str:
    kinds = "|".join(getattr(words, kind) for kind in ("point", "paragraph", "section", "chapter", "article"))
    return rf"(?:(?:{kinds}) {_MARKS}|{words.annex}(?: (?-i:{_MARKS}))?)"


_CHINESE = rf"(?:第(?:{_MARKS}|{_HAN})[段节章条](?: ?{_LETTER})*|附件(?:{_HAN})?)"
_BEFORE = MappingProxyType(
    {
        language: re.compile(
            rf"(?P<places>{_place(words)}(?:(?:{words.joint}|{words.lead}){_place(words)})*){words.lead}\Z"
        )
        for language, words in _LANGUAGES.items()
        if language != "zh"
    }
)
_AFTER = MappingProxyType(
    {
        language: re.compile(
            rf"[ ,]?的?(?P<places>{_CHINESE}(?:[、,和及以]{{0,2}}{_CHINESE})*)"
            if language == "zh"
            else rf"[,،] (?P<places>{_place(words)}(?:{words.joint}{_place(words)})*)"
        )
        for language, words in _LANGUAGES.items()
    }
)
_EACH = MappingProxyType(
    {
        language: re.compile("|".join(f"(?P<{kind}>{getattr(words, kind)})" for kind in _KINDS))
        for language, words in _LANGUAGES.items()
    }
)
_OF_ANOTHER = MappingProxyType(
    {
        "fr": re.compile(
            r" (?:de|des|à) (?:la |sa |ses |cette )?(?:résolution|décision)|(?: de la| des) résolution"
        ),
        "es": re.compile(r" de (?:la |las |su |sus )?(?:resoluci|decisi)"),
        "ru": re.compile(r" (?:\w+ )?(?:резолюц|решени)"),
        "ar": re.compile(r" من \w{0,2}(?:قرار|مقرر)"),
    }
)
"""A place that is followed by this belongs to the text cited next."""
_CHINESE_PLACE = re.compile(
    rf"第(?P<marks>[^段节章条]+)(?P<word>[段节章条])(?P<more>(?: ?{_LETTER})*)|(?P<annex>附件)(?P<han>{_HAN})?"
)
_TOKENS = re.compile(
    rf"(?P<mark>{_MARK}|[{HAN}十]+)|(?P<to>-| à | al? | по | до | الي |至)|(?P<comma>[,،、])|(?P<and>[^\W\d_])"
)
_PARTS = re.compile(r"(?P<number>\d+|[IVXL]+(?:\.[A-Z])?|[A-Z])|\(?(?P<letter>[^\W\d_]+)\u0640?\)|[㈠-㈩]")
_APART = re.compile(r",|،| (?:et|y|и|و) ")
_FIRST = ord("㈠") - 1


def before(text: str, position: int, language: str) -> Pinpoint | None:
    """The pinpoint that leads to a citation starting at `position`: `au paragraphe 9 de la `. Chinese has none."""
    if language == "zh":
        return None
    start = max(0, position - _REACH)
    found = _BEFORE[language].search(plain(text[start:position]))
    return _pinpoint(found, start, language) if found else None


def after(text: str, position: int, language: str) -> Pinpoint | None:
    """The pinpoint that follows a citation ending at `position`: `, annexe, par. 5`, `第9段`."""
    if text[position : position + 1] not in (",", "،", "，", "第", "附", "的", " "):
        return None
    near = plain(text[position : position + _REACH])
    found = _AFTER[language].match(near)
    if found is None or (language != "zh" and _OF_ANOTHER[language].match(near, found.end())):
        return None
    return _pinpoint(found, position, language)


def _pinpoint(found: re.Match[str], offset: int, language: str) -> Pinpoint:
    start, end = found.span("places")
    places = _chinese(found["places"]) if language == "zh" else _read(found["places"], language)
    return Pinpoint(", ".join(places), offset + start, offset + end)


def _read(words: str, language: str) -> list[str]:
    """Each place said, the widest first: "alinéa e) du paragraphe 9 de l'annexe" -> annex, para. 9 (e)."""
    heads = list(_EACH[language].finditer(words))
    ends = [head.start() for head in heads[1:]] + [len(words)]
    places: list[str] = []
    points = ""
    for head, end in zip(heads, ends, strict=True):
        place = _normal(str(head.lastgroup), words[head.end() : end])
        if head.lastgroup == "point":
            points = place.partition(".")[2]
        elif head.lastgroup == "annex" and places and not _APART.search(words[: head.start()]):
            places.insert(0, place)
        else:
            places.append(place + points)
            points = ""
    return places


def _chinese(words: str) -> list[str]:
    kinds = {"段": "paragraph", "节": "section", "章": "chapter", "条": "article"}
    return [
        _normal("annex", each["han"] or "")
        if each["annex"]
        else _normal(kinds[each["word"]], each["marks"] + each["more"])
        for each in _CHINESE_PLACE.finditer(words)
    ]


def _normal(kind: str, marks: str) -> str:
    """`paragraph`, "6 b) et c)" -> para. 6 (b) and (c)."""
    said, count, joint = "", 0, ""
    for token in _TOKENS.finditer(marks):
        if token["mark"]:
            mark = _mark(token["mark"])
            count += mark[0] != "("
            if joint == " and ":  # Arabic says it before each: 15 and 16 and 17
                said = said.replace(" and ", ", ")
            said += (joint or " ") + mark
            joint = " "
        elif said:
            joint = " to " if token["to"] else ", " if token["comma"] else " and "
    singular, plural = _KINDS[kind]
    return (plural if count > 1 else singular) + said


def _mark(printed: str) -> str:
    """The number with its letters: `6 b)` and `6 (ب)` -> 6 (b)."""
    if han(printed[-1]):
        return roman(han(printed))
    if printed in _ORDINALS:
        return roman(_ORDINALS.index(printed) + 1)
    return " ".join(
        part["number"]
        or f"({latin(part['letter']) if part['letter'] else roman(ord(part[0]) - _FIRST).lower()})"
        for part in _PARTS.finditer(printed)
    )
