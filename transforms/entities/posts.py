"""Titles beside their organisations, states and duties -> posts.

"Executive Director of UNODC", "INTERPOL Secretary-General", "Prime Minister of Romania", "Council President",
"Under-Secretary-General for Peace Operations", "Special Rapporteur on the situation of human rights in the Sudan".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.entities.anaphora import Antecedents
from transforms.entities.beside import add, near
from transforms.entities.lexicon import Lexicon
from transforms.entities.local import slug
from transforms.entities.persons import persons
from transforms.entities.seen import Seen
from transforms.entities.unlisted import COMPLEMENT
from transforms.entities.words import ALWAYS_HELD, MANDATES, OF_STATES_ALONE, ORGANS, STATE_POSTS
from transforms.passages import Entity, Mention

_SLUGS = {
    "Secretary-General": "sg",
    "Deputy Secretary-General": "dsg",
    "Director General": "dg",
    "Director-General": "dg",
}
_OF_A_BODY = {
    "post:un.sg": "Secretary-General",
    "post:un.dsg": "Deputy Secretary-General",
    "post:srsg-and-head": "srsg",
}
"""Listed posts that another body may have too: its own one is meant where it stands beside them."""
_WITH_A_FIELD = frozenset({"post:un.usg", "post:un.asg", "post:srsg", "post:special-envoy"})
"""Listed posts of many holders, told apart by their field."""
_SENDERS = re.compile(r" of the (?:Chairman|Chairperson|President|High Commissioner|Director-General)\b")
_FIELD = re.compile(
    r" (?:for|on) (?:the )?[A-Z][\w'-]*"
    r"(?:(?: (?!and Head\b)(?:(?:and|of|in|the|on|for) ){0,2}|, (?=[A-Z][\w-]*(?: [A-Z][\w-]*){0,3},? and [A-Z]))[A-Z][\w'-]*){0,12}"
)
_PARTS = frozenset({"REGION", "COUNTRY", "PLACE"})
_JOINT = re.compile(r"(?:,| and| of| the| for| on| in)* $")
_PORTFOLIO = re.compile(r" (?:for|of) (?:the )?[A-Z][\w'-]*(?:(?: |, | and |, and )[A-Z][\w'-]*){0,8}")
_MANDATE = re.compile(
    r" on (?:the )?[a-z][^.;()]{4,150}?(?=,? (?:to|who|which|has|had|was|is|will|in (?:its|his|her)|and the|submitted|presented|visited)\b"
    r"|, (?!(?:its|sale|including)\b)|[.;()]|$)"
)


@dataclass(slots=True)
class OfficeHolders:
    """Reads the titles of one passage after another. `made` gains the posts that no list has."""

    lexicon: Lexicon
    made: dict[str, Entity]
    antecedents: Antecedents

    def complete(self, index: int, seen: Seen, names: list[Mention]) -> list[Mention]:
        """The names of a passage with the posts beside their organisation, state or duty, and who holds them."""
        text = seen.text
        for name in [name for name in names if name.type == "POST"]:
            fuller = self._fuller(text, name, names)
            if fuller != name:
                names.remove(name)
                add(names, fuller)
        for key, start, end in seen.posts:
            if any(
                name.start <= start < name.end and name.layer != "nested" for name in near(names, start)[0]
            ):
                continue
            post = self._held(text, self.lexicon.literals[key], (start, end), names)
            if post is not None:
                add(names, Mention(index, start, post[0], "POST", (post[1],), None, "main", "post", 0.85))
        for person in persons(index, seen, names, self.made):
            add(names, person)
        return names

    def _held(
        self, text: str, title: str, span: tuple[int, int], names: Sequence[Mention]
    ) -> tuple[int, str] | None:
        """Where the words for a post end, and its id."""
        start, end = span
        if title in MANDATES:
            mandate = _MANDATE.match(text, end)
            return None if mandate is None else (mandate.end(), self._of_its_own(text[start : mandate.end()]))
        if title == "Minister":
            portfolio = _PORTFOLIO.match(text, end)
            end = end if portfolio is None else _before(text, names, end, portfolio.end())
            title = text[start:end]
        body = None if title in OF_STATES_ALONE else _body(text, start, end, names)
        if body is not None:
            return end, self._of(body.ids[0], title)
        state = _state(text, end, names) if title in STATE_POSTS or " " in title else None
        if state is not None:
            code = state.ids[0].partition(":")[2].lower()
            return end, self._made(f"post:?{code}.{slug(title)}", title, state.ids[0])
        organ = self._organ(text, start) or _spoken_of(text, title, span, names)
        return None if organ is None else (end, self._of(organ, title))

    def _organ(self, text: str, start: int) -> str | None:
        """The body that a noun right before a title stands for in the document: "Council President"."""
        word = text[text.rfind(" ", 0, max(0, start - 1)) + 1 : max(0, start - 1)]
        return self.antecedents.in_document(word) if word in ORGANS else None

    def _fuller(self, text: str, name: Mention, names: Sequence[Mention]) -> Mention:
        """A listed post with its field, or as the post of the body beside it."""
        if name.ids[0] in _WITH_A_FIELD:
            return self._with_field(text, name, names)
        title = _OF_A_BODY.get(name.ids[0])
        body = None if title is None else _body(text, name.start, name.end, names)
        if title is None or body is None or body.ids[0] == "org:un":
            return name
        return name._replace(ids=(self._of(body.ids[0], title),), method="post", confidence=0.85)

    def _with_field(self, text: str, name: Mention, names: Sequence[Mention]) -> Mention:
        sender = _SENDERS.match(text, name.end)
        end = name.end if sender is None else sender.end()
        field = _FIELD.match(text, end)
        if field is not None:
            end = _before(text, names, end, field.end())
        if end == name.end:
            return name
        identifier = self._of_its_own(text[name.start : end])
        return name._replace(end=end, ids=(identifier,), method="post", confidence=0.85)

    def _of(self, body: str, title: str) -> str:
        return self._made(f"post:{body.partition(':')[2]}.{_SLUGS.get(title) or slug(title)}", title, body)

    def _of_its_own(self, title: str) -> str:
        return self._made(f"post:?{slug(title)}", title, None)

    def _made(self, identifier: str, title: str, parent: str | None) -> str:
        self.made.setdefault(identifier, Entity(identifier, "POST", title, None, parent))
        return identifier


def _before(text: str, names: Sequence[Mention], start: int, end: int) -> int:
    """The end of a title's field: before the body or post that comes next, and with all of a region's name."""
    for name in names:
        if name.layer == "main" and start < name.start < end and name.type not in _PARTS:
            return start + len(_JOINT.sub("", text[start : name.start]))
        if name.layer != "nested" and name.start < end < name.end:
            return name.end
    return end


def _spoken_of(text: str, title: str, span: tuple[int, int], names: Sequence[Mention]) -> str | None:
    """The body named last before a post that every such body has: "the Executive Secretary"."""
    start, end = span
    if (
        title not in ALWAYS_HELD
        or not text.endswith("the ", 0, start)
        or text.startswith((" of ", " for "), end)
    ):
        return None
    bodies = (n.ids[0] for n in reversed(names) if n.end < start and n.type == "ORG" and n.layer != "nested")
    return next((body for body in bodies if body != "org:un"), None)


def _body(text: str, start: int, end: int, names: Sequence[Mention]) -> Mention | None:
    joint = COMPLEMENT.match(text, end)
    for name in names:
        if name.type == "ORG" and name.layer != "nested":
            if name.end + 1 == start and text[name.end] == " ":
                return name
            if joint and name.start == joint.end():
                return name
    return None


def _state(text: str, end: int, names: Sequence[Mention]) -> Mention | None:
    joint = COMPLEMENT.match(text, end)
    if joint is None:
        return None
    return next(
        (n for n in names if n.type == "COUNTRY" and n.layer == "main" and n.start == joint.end()), None
    )
