"""A text made plain -> the lists of resolutions' numbers in it, with what the words around them say of each.

In four languages the word comes first, "ses résolutions 46/182 et 47/1"; in Chinese it closes the list,
"其2007年12月22日第62/219号、2008年12月24日第63/263号决议".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from transforms.citations.tongues.grammar import Grammar, body
from transforms.citations.tongues.numbers import NUMBER

_FAR = 320
"""Between two numbers of a list stand a date, a pinpoint or what the first was about, and no more."""
_NEAR = 60
_BESIDE = re.compile(r"[^,;:()«»“”\"،]*")
"""What stands between the word and its first number."""
_LED = re.compile(
    r"(?:[,،;(]|\b(?:et|y|e|ou|o|u|и|или|les|las|la|no|nos|núm\.|núms\.|№|que|como|также|же)|و|(?<=[\d)])) ?\Z"
)
"""How what stands between two numbers of a list ends: other nouns have numbers of their own."""
_ENDS = frozenset({"RES", "DEC", "stop"})
_ORDINAL = re.compile(r"第 ?\Z")
_CLOSED = re.compile(r" ?号?[^，。；第]{0,12}")
_JOINED = re.compile(
    r"(?:以?及|和|、|,)(?:\d{4}年\d{1,2}月\d{1,2}日)?(?:(?:关于|题为|载有|涉及|有关)[^。;号]{1,120}的)?"
)
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
        position: before which its organ may be named: in the sentence, and before it where `is_own`.
        members: the numbers, one at least.
    """

    kind: str
    is_own: bool
    position: int
    members: Sequence[Member]


def with_word_first(text: str, grammar: Grammar) -> Iterator[Listed]:
    """Each word with the numbers behind it, up to the next word or the end of the sentence."""
    for word in grammar.words.finditer(text):
        members = _behind(text, word, grammar)
        if members:
            _owned(text, members, grammar)
            is_own = any(
                grammar.own.search(text, first, last)
                for first, last in ((max(0, word.start() - 24), word.start()), word.span())
            )
            yield Listed(str(word.lastgroup), is_own, word.start(), members)


def _behind(text: str, word: Token, grammar: Grammar) -> list[Member]:
    members: list[Member] = []
    end, named = word.end(), None
    while token := grammar.tokens.search(text, end, end + (_FAR if members else _NEAR)):
        if token.lastgroup in _ENDS:
            break
        if token.lastgroup == "number":
            is_led = _LED.search if members else _BESIDE.fullmatch
            if not is_led(text, end, token.start()):
                break
            start = token.start() if members else word.start(str(word.lastgroup))
            members.append(Member(start, token.end(), token, named))
        elif not members:
            named = body(token)
        end = token.end()
    return members


def _owned(text: str, members: list[Member], grammar: Grammar) -> None:
    """The organ behind a number is that of those before it too: "242 (1967) et 338 (1973) du Conseil de sécurité"."""
    owner = None
    for member in reversed(members):
        found = grammar.owner.match(text, member.end)
        owner = body(found) if found else owner
        member.owner = owner


def with_word_last(text: str, grammar: Grammar) -> Iterator[Listed]:
    """The numbers in front of each word, from the end of the sentence or of the list before."""
    after = 0
    last: Listed | None = None
    for word in grammar.words.finditer(text):
        start = max(after, max((text.rfind(stop, after, word.start()) + 1 for stop in "。;"), default=after))
        pending: list[Token] = []
        for number in NUMBER.finditer(text, start, word.start()):
            if pending and number.start() - pending[-1].end() > _FAR:
                pending = []
            pending.append(number)
        after = word.end()
        if behind := NUMBER.match(text, after):  # 大会决议66/288
            after = behind.end()
            alone = Member(word.start(), after, behind)
            yield Listed(str(word.lastgroup), False, word.start(), [alone])
        elif pending and _CLOSED.fullmatch(text, pending[-1].end(), word.start()):
            listed = _in_front(text, max(start, pending[0].start() - _FAR), pending, word, grammar)
            if last and _JOINED.fullmatch(text, last.members[-1].end, listed.members[0].start):
                listed = _like(last, listed)
            yield listed
            last = listed


def _like(last: Listed, listed: Listed) -> Listed:
    """A list joined to one of the same organ: "其…第60/251号决议和2011年6月17日关于审查人权理事会的第65/281号决议"."""
    if listed.is_own or any(member.named for member in listed.members):
        return listed
    for member in listed.members:
        member.named = last.members[-1].named
    return replace(listed, is_own=last.is_own, position=last.position)


def _in_front(text: str, end: int, pending: Sequence[Token], word: Token, grammar: Grammar) -> Listed:
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
    return Listed(str(word.lastgroup), is_own, head, members)
