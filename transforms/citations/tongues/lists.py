"""A text made plain -> the lists of resolutions' numbers in it, with what the words around them say of each.

In four languages the word comes first, "ses résolutions 46/182 et 47/1"; in Chinese it closes the list,
"其2007年12月22日第62/219号、2008年12月24日第63/263号决议".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from transforms.citations.tongues.grammar import Grammar, body

_FAR = 320
"""Between two numbers of a list stand a date, a pinpoint or what the first was about, and no more."""
_NEAR = 60
_APART = re.compile(r"[,;:()«»“”\"،]")
"""What does not stand between the word and its first number."""
_KINDS = frozenset({"RES", "DEC"})
_ENDS = _KINDS | {"stop"}
_BEFORE = 200
"""Tokens in front of a word among which a body is looked for."""
_ORDINAL = re.compile(r"第 ?\Z")
_CLOSED = re.compile(r" ?号?[^，。；第]{0,12}")
_CLOSED_AT_ONCE = re.compile(r" ?号?")

Token = re.Match[str]


@dataclass(slots=True)
class Member:
    """A number of a list with the span it gets, and the body named beside it, in front or behind."""

    start: int
    end: int
    number: Token
    named: str | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """Numbers under one word.

    Attributes:
        kind: `RES` or `DEC`.
        is_own: whether the word says that they are its organ's own.
        near: the bodies named before it, nearest first: in the sentence, and before it where `is_own`.
        members: the numbers, one at least.
    """

    kind: str
    is_own: bool
    near: tuple[str, ...]
    members: Sequence[Member]


def with_word_first(text: str, grammar: Grammar) -> Iterator[Listed]:
    """Each word with the numbers behind it, up to the next word or the end of the sentence."""
    tokens = list(grammar.tokens.finditer(text))
    for place, word in enumerate(tokens):
        if word.lastgroup not in _KINDS:
            continue
        under = takewhile(lambda each: each.lastgroup not in _ENDS, islice(tokens, place + 1, None))
        members = _behind(text, word, under)
        if members:
            _owned(text, members, grammar)
            is_own = any(
                grammar.own.search(text, first, last)
                for first, last in ((max(0, word.start() - 24), word.start()), word.span())
            )
            yield Listed(str(word.lastgroup), is_own, _near(tokens, place, is_own=is_own), members)


def _behind(text: str, word: Token, under: Iterator[Token]) -> list[Member]:
    members: list[Member] = []
    end, named = word.end(), None
    for token in under:
        if token.lastgroup != "number":
            if not members and token.start() - end < _NEAR:
                end, named = token.end(), body(token)
            continue
        gap = token.start() - end
        if members and gap < _FAR:
            members.append(Member(token.start(), token.end(), token, named))
        elif not members and gap < _NEAR and not _APART.search(text, end, token.start()):
            members.append(Member(word.start(str(word.lastgroup)), token.end(), token, named))
        else:
            break
        end = token.end()
    return members


def _owned(text: str, members: list[Member], grammar: Grammar) -> None:
    """The organ behind a number is that of those before it too: "242 (1967) et 338 (1973) du Conseil de sécurité"."""
    owner = None
    for member in reversed(members):
        found = grammar.owner.match(text, member.end)
        owner = body(found) if found else owner
        member.owner = owner


def _near(tokens: Sequence[Token], place: int, *, is_own: bool) -> tuple[str, ...]:
    before = (tokens[at] for at in range(place - 1, max(-1, place - _BEFORE), -1))
    heard = takewhile(lambda each: is_own or each.lastgroup != "stop", before)
    bodies = [body(each) for each in heard if str(each.lastgroup)[0] == "o"]
    return tuple(each for each in bodies if each != "?")


def with_word_last(text: str, grammar: Grammar) -> Iterator[Listed]:
    """The numbers in front of each word, from the end of the sentence or of the list before."""
    tokens = list(grammar.tokens.finditer(text))
    pending: list[Token] = []
    after = 0
    for token in tokens:
        if token.lastgroup == "number":
            if pending and token.start() - pending[-1].end() > _FAR:
                pending = []
            pending.append(token)
        elif token.lastgroup in _ENDS:
            if (
                pending
                and token.lastgroup in _KINDS
                and _CLOSED.fullmatch(text, pending[-1].end(), token.start())
            ):
                yield _in_front(text, max(after, pending[0].start() - _FAR), pending, token, tokens, grammar)
            pending, after = [], token.end()


def _in_front(  # noqa: PLR0913, PLR0917 - a list, where it may begin, and what it stands among
    text: str, end: int, pending: Sequence[Token], word: Token, tokens: Sequence[Token], grammar: Grammar
) -> Listed:
    members: list[Member] = []
    named, is_own, head = None, False, pending[0].start()
    for token in pending:
        if found := grammar.owner.search(text, end, token.start()):
            head = min(head, found.start())
            named, is_own = (None, True) if found.lastgroup == "own" else (body(found), is_own)
        ordinal = _ORDINAL.search(text, end, token.start())
        end = token.end()
        members.append(Member(ordinal.start() if ordinal else token.start(), end, token, named))
    if _CLOSED_AT_ONCE.fullmatch(text, end, word.start()):
        members[-1].end = word.end()
    place = bisect_left(tokens, head, key=Token.start)
    return Listed(str(word.lastgroup), is_own, _near(tokens, place, is_own=is_own), members)
