"""`Ibid.` -> what the note before, or the words before in the same text, cite.

>>> notes = [Passage("footnote_1", "A/61/3, para. 4.", is_footnote=True), Passage("footnote_2", "Ibid., annex.", is_footnote=True)]
>>> [(each.cited_symbol, each.pinpoint) for each in follow(notes, [Citation(0, 0, 6, "A/61/3", "para. 4", "symbol", 1.0)])]
[('A/61/3', 'para. 4'), ('A/61/3', 'annex')]
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from transforms.citations import pinpoints
from transforms.passages import Citation, Passage

_WORD = "bid"
_IBIDEM = re.compile(r"\b[Ii]bid\b\.?")
_ANOTHER = re.compile(r"[^;]{0,160}?(?:\b(?:Supplements?|[Vv]ols?\.|Nos?\.|Session|Series|Sales)|, \d{4},)")
"""What of the same series is then another text: `Ibid., Supplement No. 18 (A/77/18)`, `Ibid., vol. 75, No. 973`."""
_ANNEX = re.compile(r"annex(?: (?:[IVX]+|\d+|[A-Z]))?(?=,|$)")
_ONE, _SEVERAL, _BEFORE = 0.85, 0.6, 0.5
_REACH = 12
"""So many citations before are looked at: more are not named in one breath."""
_TAIL = 4
_START = attrgetter("start")


def follow(passages: Sequence[Passage], citations: Sequence[Citation]) -> list[Citation]:
    """The citations of a document with those that `ibid.` repeats, in the order of the passages.

    A note's `Ibid.` repeats what it cites itself before, or else what the note before cites; one that cites nothing we know
    ends the chain. In a paragraph it repeats what was cited before in it, or last in the paragraph before.

    Args:
        passages: all texts of the document, in order.
        citations: what was found in them, sorted by passage.
    """
    if not any(_WORD in passage.text for passage in passages):
        return list(citations)
    cited: dict[int, list[Citation]] = {}
    for citation in citations:
        cited.setdefault(citation.passage, []).append(citation)
    found: list[Citation] = []
    before: list[Citation] = []
    for index, passage in enumerate(passages):
        own = sorted(cited.get(index, ()), key=_START)
        if index and passage.is_footnote != passages[index - 1].is_footnote:
            before = []
        if _WORD in passage.text:
            own = _with_repeated(index, passage, own, before)
        found += own
        before = own[-_REACH:]
    return found


def _with_repeated(
    index: int, passage: Passage, own: Sequence[Citation], before: Sequence[Citation]
) -> list[Citation]:
    """What a passage cites, with what each `ibid.` in it repeats, in order."""
    text = passage.text
    starts = [each.start for each in own]
    made: list[Citation] = []
    for word in _IBIDEM.finditer(text):
        at = bisect_left(starts, word.start())
        end = starts[at] if at < len(own) else len(text)
        place = pinpoints.after(text, word.end())
        is_beside = end < len(text) and text.find(";", word.end(), end) < 0
        if place is None and (is_beside or _ANOTHER.match(text, word.end())):
            continue
        here = sorted([*own[max(0, at - _REACH) : at], *made[-_REACH:]], key=_START)
        sure = _ONE if here or passage.is_footnote else _BEFORE
        if len({each[:3] for each in (here or before)}) > 1:
            sure = min(sure, _SEVERAL)
        is_all = not text[word.end() : word.end() + _TAIL].strip(" .)”")
        said = place.place if place else None
        made += [
            Citation(
                index,
                *word.span(),
                each.cited_symbol,
                _place(said, each.pinpoint, is_all=is_all),
                "ibid",
                sure,
            )
            for each in _last(here or before)
        ]
    return sorted([*own, *made], key=_START)


def _place(said: str | None, before: str | None, *, is_all: bool) -> str | None:
    """The place: the one before where nothing else is said; one in an annex where that was the annex.

    `Resolution 69/313, annex.` and then `Ibid., para. 123.` is the annex's paragraph.
    """
    if said is None:
        return before if is_all else None
    annex = _ANNEX.match(before or "")
    return (
        f"{annex[0]}, {said}" if annex and not said.startswith(("annex", "enclosure", "appendix")) else said
    )


def _last(cited: Sequence[Citation]) -> list[Citation]:
    """The last document cited, both halves of a joint one; of one and its addenda and corrigenda the document itself."""
    if not cited:
        return []
    last = [each for each in cited if each[:3] == cited[-1][:3]]
    bases = [each for each in cited if last[0].cited_symbol.startswith(f"{each.cited_symbol}/")]
    return [each for each in cited if each[:3] == bases[0][:3]] if bases else last
