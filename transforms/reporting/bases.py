"""The first paragraphs of a report -> what it says that it answers, and which report it follows.

>>> [(b.relation, b.symbol) for b in bases(found, passages, citations, own)]  # "The present report is submitted pursuant to …"
[('mandate', 'A/RES/71/4')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from transforms.passages import Citation, Passage
from transforms.recommendations import Recommendation
from transforms.reporting.requests import clause_of
from transforms.reporting.values import Basis, Own
from transforms.sentences import spans

_PRESENT = re.compile(
    r"\b(?:[Tt]he present|[Tt]his)(?: \w+){0,3} (?:report|note|document|addendum|study|paper)\b|\b[Tt]he report is (?:[a-z]+ )*submitted\b"
)
_BASIS = re.compile(
    r"\b(?:pursuant to|in (?:accordance|compliance|conformity|response|pursuance|fulfill?ment|line) (?:with|to|of)|(?:as )?(?:requested|called for|mandated|invited) (?:in|by|under)|responds? to|answers|submitted (?:to [\w -]+ )?under|by virtue of)\b"
)
_THAT = re.compile(
    r"\b(?:that|this|the same|those|these|the above(?:-mentioned)?) (?:request|resolution|mandate|decision|invitation|provision)s?\b"
)
_PREVIOUS = re.compile(
    r"\b(?:previous|last|preceding|most recent|earlier|prior|initial|first|second|third|interim) (?:[a-z-]+ ){0,3}reports?\b|\b[Ss]ince (?:my|the) report\b|\b(?:my|the) (?:[a-z]+ )?reports? (?:of|dated) \d"
    r"|\b(?:follows|updates|supplements|complements)(?: up)?(?: on)? (?:my|the) (?:[a-z]+ )?report\b"
)
_ADOPTED = re.compile(r"/(?:RES|DEC|PRST)/")
_CUT = re.compile(r", (?:in|by) which\b|, which\b|, (?:the|and) (?:present|report)\b|\bsince the\b")


def bases(
    recommendations: Sequence[Recommendation],
    passages: Sequence[Passage],
    citations: Sequence[Citation],
    own: Own,
) -> tuple[Basis, ...]:
    """What the first paragraphs of a report say that it answers and follows; one value a symbol and relation."""
    cited: dict[int, list[Citation]] = {}
    for each in citations:
        cited.setdefault(each.passage, []).append(each)
    told: dict[int, list[Recommendation]] = {}
    for asked in recommendations:
        if asked.kind == "reported_request" and asked.source:
            told.setdefault(asked.passage, []).append(asked)
    found: dict[tuple[str, str], Basis] = {}
    for at in own.opening:
        text, here = passages[at].text, cited.get(at, ())
        for basis in (*_mandates(at, text, here, told), *_previous(at, text, here)):
            key = (basis.relation, basis.symbol)
            if basis.symbol not in own.symbols and (
                key not in found or (basis.place and not found[key].place)
            ):
                found[key] = basis
    if own.is_chief and not any(relation == "mandate" for relation, _ in found):
        for basis in _requested_of_chief(own.opening[:4], told, passages):
            found.setdefault((basis.relation, basis.symbol), basis)
    return tuple(found.values())


def _mandates(
    at: int, text: str, cited: Sequence[Citation], told: Mapping[int, Sequence[Recommendation]]
) -> Iterator[Basis]:
    for start, end in spans(text):
        present = _PRESENT.search(text, start, end)
        basis = _BASIS.search(text, start, end) if present else None
        if basis is None:
            continue
        cut = _CUT.search(text, basis.end(), end)
        stop = cut.start() if cut else end
        meant = [c for c in cited if basis.end() <= c.start < stop and _ADOPTED.search(c.cited_symbol)]
        for each in meant:
            yield Basis(at, start, end, "mandate", each.cited_symbol, each.pinpoint, "stated", 0.95)
        if not meant and _THAT.search(text, basis.end(), stop):
            for asked in _asked_before(at, start, told):
                if asked.source:
                    yield Basis(at, start, end, "mandate", asked.source, asked.place, "referred", 0.85)


def _requested_of_chief(
    opening: Sequence[int], told: Mapping[int, Sequence[Recommendation]], passages: Sequence[Passage]
) -> Iterator[Basis]:
    """Requests to report to which a report by the Secretary-General points at its start, without `pursuant to`: A/47/466."""
    for at in opening:
        for asked in told.get(at, ()):
            is_own = "post:un.sg" in asked.addressees and asked.action is not None
            if is_own and asked.source and asked.action and clause_of(passages[at].text, *asked.action):
                yield Basis(
                    at, asked.start, asked.end, "mandate", asked.source, asked.place, "requested", 0.75
                )


def _asked_before(
    at: int, start: int, told: Mapping[int, Sequence[Recommendation]]
) -> Sequence[Recommendation]:
    """The requests told nearest before a sentence that answers `that request`."""
    same = [asked for asked in told.get(at, ()) if asked.start < start]
    return same[-1:] or told.get(at - 1, ())[-1:]


def _previous(at: int, text: str, cited: Sequence[Citation]) -> Iterator[Basis]:
    for found in _PREVIOUS.finditer(text):
        after = [
            c
            for c in cited
            if 0 <= c.start - found.end() < 120
            and not _ADOPTED.search(c.cited_symbol)
            and not re.search(r"[.;] ", text[found.end() : c.start])
        ]
        if after:
            yield Basis(
                at,
                found.start(),
                after[0].end,
                "previous_report",
                after[0].cited_symbol,
                after[0].pinpoint,
                "stated",
                0.9,
            )
