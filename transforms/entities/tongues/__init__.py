"""Passages in Arabic, Chinese, French, Russian or Spanish -> the states, bodies, dates and resolutions named in them.

>>> named, cited = find([Passage("para_1", "au Mali le 3 mai 2023")], gazetteer, "fr", organ=None)
>>> [(mention.type, mention.ids) for mention in named]
[('COUNTRY', ('geo:MLI',)), ('DATE', ('edtf:2023-05-03',))]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transforms.citations import CitationContext, tongues
from transforms.entities.referring import citations_of, mention_of
from transforms.entities.tongues import bodies
from transforms.entities.tongues.days import days
from transforms.entities.tongues.states import StateFinder, state_finder
from transforms.gazetteer import Gazetteer
from transforms.passages import Citation, Mention, Passage

__all__ = ["REPLACED", "find"]

REPLACED = frozenset({"COUNTRY", "DATE"})
"""The types that are found here, and not by English words, in a document in one of these languages.

Places and regions that English words find are kept: "New York" and "Sahel" are spelled alike in several.
"""


ADJECTIVE = "adjective"
"""The method of a mention whose words are a state's adjective: "le Gouvernement libyen"."""
_SHORT = 8
"""Characters of the longest Chinese short form of a mission, which stands for an acronym: nothing is nested in it."""


def find(
    passages: Sequence[Passage], gazetteer: Gazetteer, language: str, organ: str | None
) -> tuple[list[Mention], list[Citation]]:
    """The mentions and citations of all passages, in order, no mention overlapping another.

    What is longer goes before what it holds, a name before a date within it.

    Args:
        passages: all texts of one document.
        gazetteer: the reference data.
        language: one of `transforms.gazetteer.tongues.TONGUES`.
        organ: the id of the body that speaks, where it is known.
    """
    context = CitationContext(organ)
    named = [list(_named(index, passage.text, gazetteer, language)) for index, passage in enumerate(passages)]
    _add_short_forms(passages, named, gazetteer, language)
    mentions: list[Mention] = []
    citations: list[Citation] = []
    for index, passage in enumerate(passages):
        references = tongues.cite(passage.text, language, context)
        mentions += _apart([*(mention_of(index, each) for each in references), *named[index]])
        for reference in references:
            citations += citations_of(index, reference)
    return _backed(mentions), citations


def _backed(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions without adjectives of states that the document nowhere names: "congolais" may be either's."""
    named = {mention.ids for mention in mentions if mention.method != ADJECTIVE}
    return [mention for mention in mentions if mention.method != ADJECTIVE or mention.ids in named]


def _add_short_forms(
    passages: Sequence[Passage], named: Sequence[list[Mention]], gazetteer: Gazetteer, language: str
) -> None:
    """Add, to what each passage names, the short forms that the document defines and no list has."""
    short = bodies.short_forms(zip((each.text for each in passages), named, strict=True), language)
    listed = gazetteer.tongues[language]
    if own := {form: identifier for form, identifier in short.items() if form not in listed}:
        finder = StateFinder.of(own, language)
        for index, passage in enumerate(passages):
            named[index] += [
                Mention(index, start, end, "ORG", (identifier,), None, "main", "definition", 0.9)
                for start, end, identifier, _ in finder.find(passage.text)
            ]


def _named(index: int, text: str, gazetteer: Gazetteer, language: str) -> Iterator[Mention]:
    for start, end, identifier, is_adjective in state_finder(gazetteer, language).find(text):
        kind = gazetteer.entities[identifier].type
        method, confidence = (ADJECTIVE, 0.8) if is_adjective else ("gazetteer", 0.95)
        yield Mention(index, start, end, kind, (identifier,), None, "main", method, confidence)
        if kind == "ORG" and (language != "zh" or end - start > _SHORT):
            for at, stop, inside, _ in state_finder(gazetteer, language, of="geo:").find(text[start:end]):
                yield Mention(
                    index, start + at, start + stop, "COUNTRY", (inside,), None, "nested", "gazetteer", 0.95
                )
    for start, end, value in days(text, language):
        yield Mention(index, start, end, "DATE", (f"edtf:{value}",), value, "main", "date", 0.95)


def _apart(found: Sequence[Mention]) -> Iterator[Mention]:
    reach = 0
    for mention in sorted(found, key=lambda each: (each.start, -each.end)):
        if mention.layer == "nested":
            yield mention
        elif mention.start >= reach:
            yield mention
            reach = mention.end
