"""Passages -> everything named and cited in them.

One scan of each passage, then, in this order: what is written by rule (symbols, resolutions, amounts, dates), what the
document defines for itself, what the gazetteer lists, what a noun announces ("the Commission", "Institute of …").
Layers, types and ids follow the annotation guideline: `main` mentions never overlap; `nested` ones stand inside them;
`coref` ones take their id from a name before them in the same passage.

>>> findings = find([Passage("para_1", "The Security Council met in Mali on 6 August 2013.")], gazetteer, organ=None)
>>> [(mention.type, mention.ids) for mention in findings.mentions]
[('ORG', ('org:un.sc',)), ('COUNTRY', ('geo:MLI',)), ('DATE', ('edtf:2013-08-06',))]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from transforms.citations import ibidem
from transforms.entities.beside import near
from transforms.entities.collect import entities_of
from transforms.entities.lexicon import lexicon
from transforms.entities.local import apply, learn
from transforms.entities.names import Reader
from transforms.entities.seen import see
from transforms.entities.tongues import REPLACED, bodies
from transforms.entities.tongues import find as find_in_tongue
from transforms.gazetteer import Gazetteer
from transforms.passages import Citation, Findings, Mention, Passage

__all__ = ["find"]

_Found = TypeVar("_Found", Mention, Citation)


def find(
    passages: Sequence[Passage], gazetteer: Gazetteer, organ: str | None = None, language: str = "en"
) -> Findings:
    """Everything named, defined and cited in a document's passages.

    Args:
        passages: all texts of one document; what one of them defines holds in all.
        gazetteer: the reference data.
        organ: the id of the body that speaks ("its resolution"), where it is known.
        language: the ISO 639-1 code of the texts; states and dates have words of their own in five besides English.
    """
    words = lexicon(gazetteer)
    printed = [passage.text for passage in passages]
    seen = see(printed, words)
    own = learn(seen, printed, gazetteer, words)
    apply(seen, own.terms)
    reader = Reader.of(gazetteer, words, own, seen, organ)
    mentions: list[Mention] = []
    citations: list[Citation] = []
    for index, text in enumerate(printed):
        reader.read(index, text, mentions, citations)
    if language in gazetteer.tongues:
        named, cited = find_in_tongue(passages, gazetteer, language, organ)
        known = bodies.listed(mentions, named)
        own.definitions = bodies.redefined(own.definitions, known)
        mentions = _in_tongue(bodies.renamed(_apart(mentions, cited), known), named)
        citations = sorted([*_apart(citations, cited), *cited], key=lambda citation: citation[:3])
    return Findings(
        tuple(mentions),
        tuple(own.definitions),
        tuple(ibidem.follow(passages, citations)),
        entities_of(mentions, own, reader.made, gazetteer),
    )


def _apart(found: Sequence[_Found], cited: Sequence[Citation]) -> list[_Found]:
    """What English words found, without the resolutions that the language's own words found in the same place."""
    taken: dict[int, list[Citation]] = {}
    for citation in cited:
        taken.setdefault(citation.passage, []).append(citation)
    return [
        each
        for each in found
        if not each.method.startswith("resolution")
        or not any(other.start < each.end and each.start < other.end for other in taken.get(each.passage, ()))
    ]


def _in_tongue(found: Sequence[Mention], own: Sequence[Mention]) -> list[Mention]:
    """What English words found in a document of another language, with what that language's own words name."""
    kept = [mention for mention in found if mention.type not in REPLACED]
    taken: dict[int, list[Mention]] = {}
    for mention in kept:
        if mention.layer == "main":
            taken.setdefault(mention.passage, []).append(mention)
    placed: list[Mention | None] = []
    covered: set[Mention] = set()
    for mention in own:
        over = _over(mention, taken.get(mention.passage, ()))
        if bodies.outranks(mention, over):
            covered.update(over)
            placed.append(mention)
        else:
            placed.append(_beside(mention, over))
    kept = [mention._replace(layer="nested") if mention in covered else mention for mention in kept]
    return sorted([*kept, *filter(None, placed)], key=lambda mention: mention[:3])


def _over(mention: Mention, taken: Sequence[Mention]) -> list[Mention]:
    """Those that overlap with a mention, of mentions in the order of their starts."""
    before, after = near(taken, mention.start)
    return [each for each in (*before, *after) if each.start < mention.end and mention.start < each.end]


def _beside(mention: Mention, over: Sequence[Mention]) -> Mention | None:
    """The mention; nested where it is a name within a longer one, None where something else stands in its place."""
    if not over:
        return mention
    is_within = len(over) == 1 and over[0].start <= mention.start and mention.end <= over[0].end
    if (
        not is_within
        or mention.type == "DATE"
        or over[0].type == "DOC_SYMBOL"
        or over[0][1:3] == mention[1:3]
    ):
        return None
    return mention.within()
