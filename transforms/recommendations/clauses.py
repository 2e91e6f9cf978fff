"""A sentence -> the clauses in it that ask somebody for something.

>>> text = "Donors should help."
>>> [(a.kind, a.verb) for a in asks(text, (0, 19), tuple(cues(text)), candidates(text, ()), Voice())]
[('recommendation', 'should')]
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from transforms.recommendations.cues import Cue
from transforms.recommendations.frames import is_quoted
from transforms.recommendations.groups import Actor
from transforms.recommendations.modals import announced, modal, wished
from transforms.recommendations.sentence import Ask, Sentence
from transforms.recommendations.verbs import first_person, impersonal, past, present
from transforms.recommendations.voices import Voice
from transforms.sentences import Span

_READERS: Mapping[str, Callable[[Sentence, Cue, Sequence[Ask]], Ask | None]] = {
    "first": first_person, "joined": first_person, "third": present, "past": past, "impersonal": impersonal, "passive": impersonal,
    "recommended": impersonal, "modal": modal, "could": modal, "must": modal, "shall": modal, "need": wished, "vital": wished, "hope": wished,
    "made": announced, "actions": announced,
}  # fmt: skip


def asks(text: str, span: Span, cues: Sequence[Cue], near: Sequence[Actor], voice: Voice) -> list[Ask]:
    """The clauses that ask, in order; each ends where the next begins.

    Args:
        text: a whole paragraph.
        span: one of its sentences.
        cues: those of the sentence.
        near: all actors of the paragraph.
        voice: whose words they are.
    """
    sentence = Sentence(text, *span, near, voice)
    found: list[Ask] = []
    for cue in cues:
        if found and cue.start < found[-1].action:
            continue
        made = (
            None
            if is_quoted(sentence.before(cue.start)) and not voice.is_statement
            else _READERS[cue.kind](sentence, cue, found)
        )
        if made is not None:
            found.append(made)
    ends = [*(ask.start for ask in found[1:]), span[1]]
    return [ask._replace(end=_trimmed(text, ask.action, end)) for ask, end in zip(found, ends, strict=False)]


def _trimmed(text: str, start: int, end: int) -> int:
    """The end without the comma and the conjunction that lead to the next clause."""
    bare = text[start:end].rstrip(" ,;")
    return start + len(bare.removesuffix(" and").rstrip(" ,;"))
