"""The paragraphs of a document -> who is asked to do what in them.

>>> [(r.kind, r.addressees) for r in find(structure.paragraphs, passages, findings, speaking)]  # "Donors should help."
[('recommendation', ('group:donors',))]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from typing import TypeVar

from transforms.paragraphs import Paragraph
from transforms.passages import Citation, Findings, Mention, Passage
from transforms.recommendations.actors import candidates, leading
from transforms.recommendations.clauses import asks
from transforms.recommendations.cues import cues
from transforms.recommendations.groups import Actor
from transforms.recommendations.sentence import Ask
from transforms.recommendations.values import Recommendation
from transforms.recommendations.voices import ORGANS, Speaking, Voice, is_advising, voice_of
from transforms.sentences import spans

_RESOLVES = frozenset({"resolution", "decision", "draft_resolution", "presidential_statement"})
_SILENT_KINDS = frozenset({"verbatim_record", "summary_record", "list_of_participants", "corrigendum"})
_SILENT = frozenset({"quote", "speech", "signature", "caption", "procedure"})
_ADOPTED = re.compile(r"/(?:RES|DEC|PRST)/")
_BODIES = (("A/HRC/", "org:un.hrc"), ("A/", "org:un.ga"), ("S/", "org:un.sc"), ("E/", "org:un.ecosoc"))
_COUNCILS = frozenset({"org:un.sc", "org:un.hrc", "org:un.ecosoc"})
_CONFIDENCE = {
    "operative": 0.95, "first_person": 0.95, "subject": 0.9, "author": 0.9, "impersonal": 0.85,
    "inherited": 0.9, "announced": 0.85, "reported": 0.85, "thing": 0.7, "listed": 0.85,
}  # fmt: skip
_DECISION = re.compile(
    r"The (?:General |Security |Human Rights |Economic and Social )?(?:Assembly|Council)\b"
)
"""How the paragraphs of a draft decision begin, in a report that recommends it (A/49/624)."""
_BY_STATE = re.compile(r"\s\((?P<states>[A-Z][^()]*(?:\([^()]*\)[^()]*)?)\)[;.]?\s*$")
_PRONOUN = re.compile(r"(?:it|which|they)\b", re.IGNORECASE)
_Found = TypeVar("_Found", Mention, Citation)


def find(
    paragraphs: Sequence[Paragraph], passages: Sequence[Passage], findings: Findings, speaking: Speaking
) -> tuple[Recommendation, ...]:
    """What the paragraphs ask of whom, one value a paragraph, kind, asker and set of addressees; English texts alone.

    Records of meetings tell what many speakers ask, and give none.

    Args:
        paragraphs: of the body, in order.
        passages: the same paragraphs in the same order, then the notes.
        findings: what is named and cited in the passages.
        speaking: whose document it is.
    """
    if speaking.language != "en" or speaking.kind in _SILENT_KINDS:
        return ()
    return tuple(_Reader.of(paragraphs, passages, findings, speaking).read())


@dataclass(frozen=True, slots=True)
class _Reader:
    paragraphs: Sequence[Paragraph]
    passages: Sequence[Passage]
    index: Mapping[str, int]
    named: Mapping[int, Sequence[Mention]]
    council: str | None
    cited: Mapping[int, Sequence[Citation]]
    known: frozenset[str]
    voice: Voice
    resolves: bool
    has_drafts: bool
    parents: frozenset[str]

    @classmethod
    def of(
        cls,
        paragraphs: Sequence[Paragraph],
        passages: Sequence[Passage],
        findings: Findings,
        speaking: Speaking,
    ) -> _Reader:
        voice = voice_of(speaking, [p.text for p in paragraphs if p.kind not in _SILENT])
        council = speaking.organ if speaking.organ in _COUNCILS else None
        return cls(
            paragraphs,
            passages,
            {paragraph.eid: at for at, paragraph in enumerate(paragraphs)},
            dict(_by_passage(findings.mentions)),
            council,
            {
                at: [c for c in group if _ADOPTED.search(c.cited_symbol)]
                for at, group in _by_passage(findings.citations)
            },
            frozenset(entity.id for entity in findings.entities).union(
                voice.speaker, dict(_BODIES).values(), ("post:un.sg",)
            ),
            voice,
            speaking.kind in _RESOLVES,
            any(p.kind == "operative" for p in paragraphs),
            frozenset(p.parent_eid for p in paragraphs if p.parent_eid),
        )

    def read(self) -> Iterator[Recommendation]:
        handed: dict[str, Recommendation] = {}
        for at, paragraph in enumerate(self.paragraphs):
            text = self.passages[at].text
            if paragraph.kind in _SILENT and not (self.voice.is_statement and paragraph.kind == "quote"):
                continue
            above = handed.get(paragraph.parent_eid or "")
            found = self._listed(at, paragraph, text)
            if not found:
                found = _merged(self._own(at, paragraph, text, is_item=above is not None))
            if above and any(map(str.isalpha, text)):
                found = self._item(at, text, above, found)
            if paragraph.eid in self.parents and found and _hands_down(text, found[-1]):
                handed[paragraph.eid] = found[-1]
                if found[-1].kind in {"recommendation", "request"}:
                    found[-1] = found[-1]._replace(kind="chapeau")
            yield from found

    def _listed(self, at: int, paragraph: Paragraph, text: str) -> list[Recommendation]:
        """One recommendation of a list of the universal periodic review: `To ratify the Convention (Spain);`."""
        if not text.rstrip(" ;.").endswith(")") or not is_advising(paragraph.section_path):
            return []
        by = _BY_STATE.search(text)
        if by is None:
            return []
        states = tuple(
            dict.fromkeys(
                one
                for m in self.named.get(at, ())
                if m.type == "COUNTRY" and m.start >= by.start()
                for one in m.ids
            )
        )
        start = len(text) - len(text.lstrip("0123456789. "))
        return (
            [
                Recommendation(
                    at,
                    start,
                    len(text.rstrip()),
                    "recommendation",
                    states,
                    None,
                    (),
                    by[0].strip(" ;."),
                    "recommend",
                    (start, by.start()),
                    None,
                    None,
                    None,
                    "listed",
                    _CONFIDENCE["listed"],
                )
            ]
            if states and by.start() > start
            else []
        )

    def _own(self, at: int, paragraph: Paragraph, text: str, *, is_item: bool) -> Iterator[Recommendation]:
        """What the paragraph itself asks; an item that inherits adds only what it asks of somebody else."""
        waiting = list(cues(text))
        if not waiting:
            return
        voice = self._voice(paragraph)
        near = self._actors(at, text)
        for span in spans(text):
            here = [cue for cue in waiting if span[0] <= cue.start < span[1]]
            for ask in asks(text, span, here, near, voice) if here else ():
                if not is_item or (ask.actors is not None and ask.kind != "weak" and ask.method != "thing"):
                    yield self._value(at, text, ask)

    def _value(self, at: int, text: str, ask: Ask) -> Recommendation:
        actors, askers = ask.actors, self._known(ask.askers)
        source = None
        if ask.kind == "reported_request":
            source = next(
                (c for c in reversed(self.cited.get(at, ())) if c.start < ask.action and _may_ask(c, askers)),
                None,
            )
        if source and (not askers or _PRONOUN.match(text, ask.start)):
            askers = self._known((_body(source.cited_symbol),))
        return Recommendation(
            at, ask.start, ask.end, ask.kind, askers,
            text[actors.start : actors.end].strip(" ,") if actors else None, self._known(actors.ids) if actors else (),
            text[ask.cue.start : ask.cue.end], ask.verb, (ask.action, ask.end) if ask.action < ask.end else None, None,
            source.cited_symbol if source else None, source.pinpoint if source else None, ask.method, _CONFIDENCE[ask.method],
        )  # fmt: skip

    def _item(
        self, at: int, text: str, above: Recommendation, own: list[Recommendation]
    ) -> list[Recommendation]:
        """What an item inherits from its chapeau, with the addressee that it names itself where the chapeau names none."""
        addressee, ids = above.addressee, above.addressees
        is_clause = re.search(r"\bthat ?:$", self.passages[above.passage].text.rstrip()) is not None
        if addressee is None and own and own[0].start == 0 and own[0].kind == above.kind:
            addressee, ids = own[0].addressee, own[0].addressees
        elif (
            addressee is None
            and is_clause
            and (actors := leading(text, 0, len(text), self._actors(at, text)))
        ):
            addressee, ids = text[: actors.end], self._known(actors.ids)
        inherited = above._replace(
            passage=at, start=0, end=len(text), addressee=addressee, addressees=ids, action=(0, len(text)), chapeau=above.passage,
            method="inherited", confidence=round(above.confidence * _CONFIDENCE["inherited"], 3),
        )  # fmt: skip
        return [
            inherited,
            *(each for each in own if each.start > 0 and (each.kind, each.addressees) != (above.kind, ids)),
        ]

    def _actors(self, at: int, text: str) -> Sequence[Actor]:
        """All actors of a paragraph; `the Council` in a document of a council is that one."""
        named = [m for m in self.named.get(at, ()) if m.layer != "nested"]
        if self.council:
            ids = (self.council,)
            named = [
                m._replace(ids=ids) if m.layer == "coref" and text[m.start : m.end] == "Council" else m
                for m in named
            ]
        found = candidates(text, named)
        if self.council is None:
            return found
        return [
            a._replace(ids=(self.council,)) if not a.ids and text[a.start : a.end] == "Council" else a
            for a in found
        ]

    def _voice(self, paragraph: Paragraph) -> Voice:
        top = paragraph
        while top.parent_eid is not None and top.parent_eid in self.index:
            top = self.paragraphs[self.index[top.parent_eid]]
        is_decision = self.has_drafts and _DECISION.match(paragraph.text) is not None
        return replace(
            self.voice,
            authors=ORGANS if is_decision else self.voice.authors,
            own="request" if top.kind == "operative" or self.resolves or is_decision else self.voice.own,
            is_operative=top.kind == "operative",
            is_preamble=paragraph.kind == "preambular",
            is_advising=is_advising(paragraph.section_path),
        )

    def _known(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(one for one in ids if one in self.known or one.startswith("group:"))


def _by_passage(found: Iterable[_Found]) -> Iterator[tuple[int, list[_Found]]]:
    return ((at, list(group)) for at, group in groupby(found, attrgetter("passage")))


def _hands_down(text: str, last: Recommendation) -> bool:
    """Whether a paragraph ends by announcing items, in the words of its last clause that asks."""
    bare = text.rstrip()
    if not bare.endswith((":", "\u2014")):
        return False
    between = bare[last.start + len(last.cue) : -1].strip()
    return (
        last.method != "first_person"
        or last.verb not in {"suggest", "propose"}
        or not between
        or "following" in between
    )


def _body(symbol: str) -> str:
    return next((body for start, body in _BODIES if symbol.startswith(start)), "")


def _may_ask(citation: Citation, askers: Sequence[str]) -> bool:
    """Whether the resolution cited is one of the body that asks."""
    body = _body(citation.cited_symbol)
    return (
        not askers
        or not body
        or body in askers
        or not any(asker in {b for _, b in _BODIES} for asker in askers)
    )


def _merged(found: Iterator[Recommendation]) -> list[Recommendation]:
    """One value a kind, asker and set of addressees: further clauses that ask the same body lengthen the first."""
    kept: dict[tuple[object, ...], Recommendation] = {}
    for each in found:
        key = (
            each.kind,
            each.askers,
            each.source,
            frozenset(each.addressees),
            None if each.addressees else each.addressee,
        )
        first = kept.get(key)
        if first is None:
            kept[key] = each
        else:
            kept[key] = first._replace(
                end=each.end, action=(first.action[0], each.end) if first.action else each.action
            )
    return sorted(kept.values(), key=lambda each: (each.start, each.end))
