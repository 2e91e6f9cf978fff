"""`Ibid.` -> what the note before, or the words before in the same text, cite.

>>> notes = [Passage("footnote_1", "A/61/3, para. 4.", is_footnote=True), Passage("footnote_2", "Ibid., annex.", is_footnote=True)]
>>> [(each.cited_symbol, each.pinpoint) for each in follow(notes, [Citation(0, 0, 6, "A/61/3", "para. 4", "symbol", 1.0)])]
[('A/61/3', 'para. 4'), ('A/61/3', 'annex')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from transforms.citations import pinpoints
from transforms.passages import Citation, Passage

_WORD = "bid"
_IBIDEM = re.compile(r"\b[Ii]bid\b\.?")
_ANOTHER = re.compile(r"[^;]*?(?:\b(?:Supplements?|[Vv]ols?\.|Nos?\.|Session|Series|Sales)|, \d{4},)")
"""What of the same series is then another text: `Ibid., Supplement No. 18 (A/77/18)`, `Ibid., vol. 75, No. 973`."""
_ANNEX = re.compile(r"annex(?: (?:[IVX]+|\d+|[A-Z]))?(?=,|$)")
_ONE, _SEVERAL, _BEFORE = 0.85, 0.6, 0.5


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
        own = sorted(cited.get(index, ()), key=lambda each: each.start)
        if index and passage.is_footnote != passages[index - 1].is_footnote:
            before = []
        if _WORD in passage.text:
            for repeated in _repeated(index, passage, own, before):
                own = sorted([*own, *repeated], key=lambda each: each.start)
        found += own
        before = own
    return found


def _repeated(
    index: int, passage: Passage, own: Sequence[Citation], before: Sequence[Citation]
) -> Iterator[list[Citation]]:
    """What each `ibid.` of a passage repeats."""
    text = passage.text
    made: list[Citation] = []
    for word in _IBIDEM.finditer(text):
        place = pinpoints.after(text, word.end())
        end = next((each.start for each in own if each.start > word.start()), len(text))
        if place is None and (
            (end < len(text) and ";" not in text[word.end() : end]) or _ANOTHER.match(text, word.end())
        ):
            continue
        here = [each for each in (*own, *made) if each.start < word.start()]
        sure = _ONE if here or passage.is_footnote else _BEFORE
        same = _last(sorted(here, key=lambda each: each.start) or before)
        if len({each[:3] for each in (here or before)}) > 1:
            sure = min(sure, _SEVERAL)
        repeated = [
            Citation(
                index, *word.span(), each.cited_symbol,
                _place(place.place if place else None, each.pinpoint, is_all=not text[word.end() :].strip(" .)”")),
                "ibid", sure,
            )
            for each in same
        ]  # fmt: skip
        made += repeated
        yield repeated


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
