"""The part of an AKN file that is for machines -> what it states: keywords, the way of the text, votes.

>>> meta = '<meta><workflow><step date="0001-01-01" outcome="draftResolution" as="A/C.3/77/L.5" by="Malta"/></workflow></meta>'
>>> stated(etree.fromstring(meta)).steps[0].words
'Malta'
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from lxml import etree

from transforms.stated import Count, Keyword, Stated, Step, Voting

_NO_DAY = "0001-01-01"
"""How these files write that they know no day."""
_NUMBER = re.compile(r"\d{1,4}\Z")


def stated(root: etree._Element) -> Stated:
    """All keywords, steps and votes in the order of the file; what is empty is none."""
    return Stated(tuple(_keywords(root)), tuple(_steps(root)), tuple(_votings(root)))


def _keywords(root: etree._Element) -> Iterator[Keyword]:
    for keyword in root.iter("{*}keyword"):
        value, label = _words(keyword.get("value")), _words(keyword.get("showAs"))
        if value or label:
            yield Keyword(
                _words(keyword.get("dictionary")), value, label, keyword.get("href") or None, keyword.get("refersTo") or None
            )  # fmt: skip


def _steps(root: etree._Element) -> Iterator[Step]:
    for step in root.iter("{*}step"):
        day, symbol, words = _day(step.get("date")), _words(step.get("as")), _words(step.get("by"))
        reference = _words(step.get("refersTo"))
        if day or symbol or words or reference:
            yield Step(step.get("outcome") or "", day, symbol or None, words, reference or None)


def _votings(root: etree._Element) -> Iterator[Voting]:
    for voting in root.iter("{*}voting"):
        counts = tuple(_counts(voting))
        if counts or voting.get("outcome"):
            yield Voting(voting.get("outcome") or "", counts)


def _counts(voting: etree._Element) -> Iterator[Count]:
    for count in voting.iter("{*}count"):
        voters = tuple(filter(None, (_words(each.text) for each in count.iter("{*}organization"))))
        number = (count.get("value") or "").strip()
        yield Count(
            count.get("refersTo") or "", int(number) if _NUMBER.match(number) else len(voters), voters
        )


def _day(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text and text != _NO_DAY else None
    except ValueError:
        return None


def _words(text: str | None) -> str:
    return " ".join((text or "").split())
