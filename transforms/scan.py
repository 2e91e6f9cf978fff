"""Text -> where the literals of a list stand in it, all of them in one Aho-Corasick pass.

The longest literal at the leftmost place wins. A literal that begins or ends with a letter or digit
counts only between word boundaries; where the longest one breaks a boundary, what it hid is looked for again:
"African Union Commission" breaks one in "African Union Commissioner", where "African Union" stands.

>>> scanner = Scanner(["Guinea", "Guinea-Bissau", "$"])
>>> scanner.hits("Guinea-Bissau and Guineans: $5")
[(1, 0, 13), (2, 28, 29)]
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

Hit = tuple[int, int, int]
"""(place of the literal in the list, first code point, one past the last)."""

_FOLDS = (
    ("’", "'"), ("‘", "'"), ("ʼ", "'"), ("–", "-"), ("‑", "-"), ("‐", "-"), ("‒", "-"), ("—", "-"), ("−", "-"),
    ("\u00a0", " "), ("\u202f", " "),
)  # fmt: skip


def fold(text: str) -> str:
    """The text with typographic apostrophes, dashes and spaces made plain, each code point for one code point.

    Offsets in the result are offsets in `text`.
    """
    if text.isascii():
        return text
    for printed, plain in _FOLDS:
        text = text.replace(printed, plain)
    return text


def fold_all(texts: Sequence[str]) -> list[str]:
    """Each text folded, at the cost of folding all that are not ASCII in one go."""
    folded = fold("".join(text for text in texts if not text.isascii()))
    plain: list[str] = []
    at = 0
    for text in texts:
        if text.isascii():
            plain.append(text)
        else:
            plain.append(folded[at : at + len(text)])
            at += len(text)
    return plain


class Scanner:
    """Finds the literals of a list. Build one for a list and keep it: building costs far more than a scan."""

    def __init__(self, literals: Sequence[str], anywhere: Collection[str] = frozenset()) -> None:
        """Build the automaton.

        Args:
            literals: what to look for, no two equal, none empty, in folded form (see `fold`).
            anywhere: those of them that count inside a longer word too.
        """
        self._find = AhoCorasick(
            literals, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA
        ).find_matches_as_indexes
        self._opens = tuple(each not in anywhere and each[0].isalnum() for each in literals)
        self._closes = tuple(each not in anywhere and each[-1].isalnum() for each in literals)
        self._longest = max(map(len, literals), default=0)

    def hits(self, text: str) -> list[Hit]:
        """Every literal in `text`, leftmost first, longest at each place, none overlapping another."""
        opens, closes = self._opens, self._closes
        padded = text + " "  # before the first character, too: padded[-1]
        raw: list[Hit] = self._find(text)
        for key, start, end in raw:
            if (padded[end].isalnum() and closes[key]) or (padded[start - 1].isalnum() and opens[key]):
                return self._mended(padded, raw)
        return raw

    def _mended(self, padded: str, raw: list[Hit]) -> list[Hit]:
        kept: list[Hit] = []
        reach = 0
        for hit in raw:
            for each in (hit,) if self._stands(padded, hit) else self._hidden(padded, hit[1], hit[2]):
                if each[1] >= reach:
                    kept.append(each)
                    reach = each[2]
        return kept

    def _hidden(self, padded: str, start: int, end: int) -> list[Hit]:
        """What a literal that broke a boundary hid: a shorter one at its start, others that begin inside it."""
        shorter = self._shorter(padded, start, end)
        found = [] if shorter is None else [shorter]
        resume = _next_word(padded, start, end) if shorter is None else shorter[2]
        if resume >= end:
            return found
        for key, s, e in self._find(padded[resume : end + self._longest]):
            hit = (key, s + resume, e + resume)
            if hit[1] >= end:
                break
            found += [hit] if self._stands(padded, hit) else self._hidden(padded, hit[1], hit[2])
        return found

    def _shorter(self, padded: str, start: int, end: int) -> Hit | None:
        stop = end - 1
        while stop > start:
            hits = self._find(padded[start:stop])
            if not hits or hits[0][1]:
                return None
            hit = (hits[0][0], start, start + hits[0][2])
            if self._stands(padded, hit):
                return hit
            stop = hit[2] - 1
        return None

    def _stands(self, padded: str, hit: Hit) -> bool:
        key, start, end = hit
        if start and self._opens[key] and padded[start - 1].isalnum():
            return False
        return not (self._closes[key] and padded[end].isalnum())


def _next_word(text: str, start: int, end: int) -> int:
    at = start + 1
    while at < end and (text[at - 1].isalnum() or not text[at].isalnum()):
        at += 1
    return at
