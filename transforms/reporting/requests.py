"""What somebody is asked -> the reports among it: who owes whom a report, on what and when.

>>> [(r.product, r.session) for r in requested(found, passages, mentions, own)]  # "to report at its next session"
[('report', '1000')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from transforms.passages import Mention, Passage
from transforms.recommendations import Recommendation, addressed
from transforms.reporting import times
from transforms.reporting.values import Own, Request
from transforms.sentences import Span

_PRODUCTS = r"(?:report|update|briefing|study|note|assessment|review|survey|paper|summary)s?"
_REPORT = re.compile(
    r"(?:^|\b(?:[Tt]o|and|shall|or|he|it|they) |, |\b[A-Z][\w-]+ )(?:also |again |further |regularly |continue to )*(?P<verb>report|reports(?= to\b| on\b)|brief)\b(?: back| regularly| annually| periodically| orally)*"
    r"(?= (?:to|on|thereon|by|at|within|in|before|no|not|every|the|it|as|its|upon|prior|accordingly|\w+ months)\b|$|[;,.])"
    r"|\b[Tt]o (?:[a-z]+ly |further )*(?P<plain>report|(?:update|inform) (?=(?:the [\w ]{0,30}?(?:Council|Committee|Assembly|Board|Commission|Conference)|it)\b))"
)
_SUBMIT = re.compile(
    rf"\b(?:submit|provide|present|prepare|deliver|produce|compile|circulate|transmit)s?\b(?P<between>[^;.]{{0,160}}?)\b(?P<product>{_PRODUCTS})\b(?! (?:of|by) the (?:Secretary|Panel|Committee))"
)
_KEEP = re.compile(
    r"\bkeep (?P<who>[^,;.]{2,90}?) (?:[a-z]+ly (?:and [a-z]+ly )?)?(?:informed|updated|apprised|abreast)\b|\bbe (?:kept )?(?:[a-z]+ly )?informed\b"
)
_INCLUDE = re.compile(
    r"\binclude\b[^;.]{0,240}? in (?:his|her|its|their|the) (?:[a-z-]+ ){0,3}(?P<product>reports?)\b"
)
_ARTICLE = re.compile(
    r"\b(?:an?|the|its|his|her|their|regular|annual|written|oral|further|comprehensive|interim|final|progress|periodic|updated) (?:[\w-]+ ){0,4}$|^ $"
)
_LISTING = re.compile(r" (?:which|that|on|containing)\b")
_CLAUSE_END = re.compile(r";|\. ")
_TO = re.compile(r"\b(?:to|keep|inform|brief) (?=it\b|the |its |all |each |[A-Z])")
_SUBJECT = re.compile(
    r"\b(?:on|concerning|regarding|about|assessing|describing|containing|(?<=informed )of) (?!\d|behalf|an? |(?:[a-z]+ )?basis|its |thereon)(?P<subject>[^;.]{4,240}?)"
    r"(?=, | by | at (?:its|the|each) | no later| not later| in (?:his|her|its|their) | as soon | before | within \w+ (?:days|months)| every | and to |;|\.|$)"
)
_ASKING = frozenset({"request", "reported_request", "chapeau"})


def requested(
    recommendations: Sequence[Recommendation],
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    own: Own,
) -> Iterator[Request]:
    """The reports that resolutions ask for, and those of which others tell that they were asked for."""
    wanted = {asked.passage for asked in recommendations if asked.kind in _ASKING}
    named: dict[int, list[Mention]] = {}
    for mention in mentions if wanted else ():
        if mention.passage in wanted and mention.layer != "nested":
            named.setdefault(mention.passage, []).append(mention)
    for asked in recommendations:
        if asked.action is None or asked.kind not in _ASKING:
            continue
        text = passages[asked.passage].text
        if (span := clause_of(text, *asked.action)) is not None:
            yield _request(text, span, asked, named.get(asked.passage, ()), own)


def clause_of(text: str, start: int, end: int) -> Span | None:
    """The part of an action that speaks of reporting, from its verb to the end of the clause."""
    for pattern in (_REPORT, _SUBMIT, _KEEP, _INCLUDE):
        found = pattern.search(text, max(0, start - 3), end)
        if found and (
            pattern is not _SUBMIT or _ARTICLE.search(found["between"]) or _LISTING.match(text, found.end())
        ):
            stop = _CLAUSE_END.search(text, found.end(), end)
            words = text[: stop.start() if stop else end].rstrip(" ,;.")
            verb = found.lastgroup if pattern is _REPORT else 0
            return found.start(verb or 0), len(words)
    return None


def _request(text: str, span: Span, asked: Recommendation, named: Sequence[Mention], own: Own) -> Request:
    words = text[slice(*span)]
    is_reported = asked.kind == "reported_request"
    source, place = asked.source, asked.place
    askers = asked.askers
    if not is_reported and own.symbol:
        source, place = own.symbol, _place(own.labels[asked.passage])
        askers = (own.organ,) if own.organ else ()
    session, due = times.session(words, None if is_reported else own.session), times.due(words)
    subject = _subject(words, span[0], named)
    return Request(
        asked.passage, *span, source, place, is_reported, asked.addressees, _recipients(text, span, named, (askers, own.organ)),
        _product(words), subject, session, due[0] if due else None,
        times.day(span[0] + due.start(), span[0] + due.end(), named) if due else None, times.period(words),
        round(asked.confidence * (0.95 if source else 0.8), 3),
    )  # fmt: skip


def _subject(words: str, start: int, named: Sequence[Mention]) -> str | None:
    """On what a report is, as printed; `on` within a name, as in the Committee on Information, tells nothing."""
    for found in _SUBJECT.finditer(words):
        at = start + found.start("subject")
        if not any(m.start < at < m.end for m in named):
            return found["subject"]
    return None


def _product(words: str) -> str:
    if words.startswith(("keep", "be ", "inform", "update")):
        return "information"
    if words.startswith("brief"):
        return "briefing"
    found = re.search(rf"\b{_PRODUCTS}\b", words)
    return found[0].removesuffix("s") if found else "report"


def _place(label: str) -> str | None:
    number = re.match(r"(?:[A-Z]+:)?(\d+)((?:\([a-z]+\))*)$", label)
    return f"para. {number[1]}{' ' + number[2] if number[2] else ''}" if number else None


def _recipients(
    text: str, span: Span, named: Sequence[Mention], asking: tuple[tuple[str, ...], str | None]
) -> tuple[str, ...]:
    """To whom: the first body after `to` or `keep`; `it`, and nobody, are whoever asks, `the Council` a council's own."""
    askers, organ = asking
    further = text.find(" and to ", *span)
    for found in _TO.finditer(text, span[0], further if further > 0 else min(span[1], span[0] + 160)):
        if text.startswith("it", found.end()):
            return askers
        bodies = addressed(text, found.end(), span[1], named)
        if bodies is not None:
            is_own = text[bodies.start : bodies.end] == "the Council" and organ is not None and not bodies.ids
            return (organ,) if is_own and organ else bodies.ids
    return askers
