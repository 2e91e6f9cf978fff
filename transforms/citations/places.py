"""A pinpoint in normal form -> the places it names, one by one, ranges expanded.

>>> [target.paragraph for target in read("annex I, paras. 7 (e) and 11-13")]
['7(e)', '11', '12', '13']
>>> read("sect. III, para. 9")
(Target(annex=None, chapter=None, section='III', paragraph='9'),)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from transforms.numerals import roman


class Target(NamedTuple):
    """One place inside a document; what it lies in stands before it.

    Attributes:
        annex: the annex by its number (`I`), `annex` where it has none; other additions by name (`enclosure`, `appendix II`).
        chapter: the chapter or the part of a text in parts, by its number (`IV`).
        section: the section as printed (`III`, `I.A`).
        paragraph: the paragraph by its label in `paragraphs` (`79(d)(ii)`, `p3` for the third of a preamble).
    """

    annex: str | None = None
    chapter: str | None = None
    section: str | None = None
    paragraph: str | None = None


_LEVELS = ("annex", "chapter", "section", "paragraph")
_HEAD = re.compile(
    r"(?:(?P<annex>annex(?:es)?|enclosures?|appendix|appendices|attachment)|(?P<chapter>chaps?\.|parts?)|(?P<section>sects?\.)|"
    r"(?P<paragraph>(?:operative )?(?:paras?\.|paragraphs?))|(?P<other>[a-z]{2,}\.?|pp?\.))(?= |,|$)"
)
_PREAMBULAR = re.compile(r"(first|second|third) preambular paragraph")
_ORDINALS = {"first": "1", "second": "2", "third": "3"}
_SPLIT = re.compile(r",? (?:and|or) |, ")
_RANGE = re.compile(r"(\d{1,4})(?: ?[-–] ?| to | through )(\d{1,4})")
_POINTS = re.compile(r"(\d*)((?:\([a-z]+\))*)\(([a-z])\)(?: ?[-–] ?| to )\d*\(([a-z])\)")
_GLUED = re.compile(r"(?<=[\d)]) (?=\()")
_PARAGRAPH_OF_ANNEX = re.compile(r"\d+(?: ?\([a-z]+\))+")
_HAVE_PARAGRAPHS = ("art", "rule", "regulation")
"""Places with paragraphs of their own."""
_COUNTED = re.compile(r"\d+")
_LONGEST_RANGE = 200
_ROMAN = {roman(number): number for number in range(1, 31)}
_LETTERS = {letter: number for number, letter in enumerate("ABCDEFGH", start=1)}


@lru_cache(maxsize=4096)
def read(pinpoint: str) -> tuple[Target, ...]:
    """The places that a pinpoint names, in its order; none where it names pages, rules or articles alone."""
    found: list[Target] = []
    held = Target()
    for level, numbers in _pieces(pinpoint):
        depth = _LEVELS.index(level)
        if found and found[-1] == held and held != Target() and _depth(held) < depth:
            found.pop()  # a place within the one before
        else:
            held = held._replace(**dict.fromkeys(_LEVELS[depth:])) if _depth(held) < depth else Target()
        for number in numbers:
            held = held._replace(**{level: number})
            found.append(held)
        held = held._replace(paragraph=None) if level == "paragraph" else held
    return tuple(dict.fromkeys(found))


def holders(label: str) -> Iterator[str]:
    """A paragraph's label and those that hold it: `79(d)(ii)`, `79(d)`, `79`."""
    while label:
        yield label
        label = label[: label.rindex("(")] if label.endswith(")") else ""


def ordinal(annex: str) -> int:
    """The place of an annex among annexes by its number or letter, 1 for the `annex` without; 0 for what is no annex."""
    if annex == "annex":
        return 1
    return int(annex) if annex.isdigit() else _ROMAN.get(annex) or _LETTERS.get(annex, 0)


def _depth(target: Target) -> int:
    """The deepest level that it names; -1 for none."""
    return max((depth for depth, value in enumerate(target) if value is not None), default=-1)


def _pieces(pinpoint: str) -> Iterator[tuple[str, list[str]]]:
    """Each word for a place with the numbers that follow it."""
    if preambular := _PREAMBULAR.search(pinpoint):
        yield "paragraph", [f"p{_ORDINALS[preambular[1]]}"]
        return
    heads = [head for head in _HEAD.finditer(pinpoint) if head[0] not in {"and", "or", "to", "through"}]
    ends = [*(each.start() for each in heads[1:]), len(pinpoint)]
    for head, end in zip(heads, ends, strict=False):
        level = str(head.lastgroup)
        listed = pinpoint[head.end() : end].strip(" ,").removesuffix(" and").rstrip(" ,")
        if level == "other" and head[0].startswith(_HAVE_PARAGRAPHS):
            return
        if level == "annex":
            numbers, _, rest = listed.partition(", ")
            is_paragraph = _PARAGRAPH_OF_ANNEX.fullmatch(rest)
            yield level, _annexes(head[0], numbers if is_paragraph else listed)
            if is_paragraph:
                yield "paragraph", list(paragraphs(rest))
        elif level == "paragraph" and listed:
            yield level, list(paragraphs(listed))
        elif level in _LEVELS and listed:
            yield level, _SPLIT.split(listed)


def _annexes(word: str, listed: str) -> list[str]:
    name = (
        ""
        if word.startswith("annex")
        else {"enclosures": "enclosure", "appendices": "appendix"}.get(word, word)
    )
    if not listed:
        return [name or "annex"]
    return [f"{name} {number}".strip() for number in _SPLIT.split(listed)]


def paragraphs(listed: str) -> Iterator[str]:
    """`7 (e), 11 and 19-21` -> the label of each paragraph; a point alone belongs to the number before it."""
    number = ""
    for part in _SPLIT.split(listed):
        glued = _GLUED.sub("", part)
        if counted := _COUNTED.match(glued):
            number = counted[0]
        if bounds := _RANGE.fullmatch(part):
            first, last = int(bounds[1]), int(bounds[2])
            yield from map(
                str, range(first, last + 1) if 0 < last - first <= _LONGEST_RANGE else (first, last)
            )
        elif points := _POINTS.fullmatch(glued):
            for letter in range(ord(points[3]), ord(points[4]) + 1):
                yield f"{number}{points[2]}({chr(letter)})"
        elif glued.startswith("("):
            yield f"{number}{glued}"
        elif glued[:1].isdigit():
            yield glued
