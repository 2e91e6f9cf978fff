"""Verbs of asking, by tense and voice: `I urge`, `Requests`, `the Assembly requested`, `is invited to`.

>>> text = "The Assembly requested the Secretary-General to report."
>>> past(Sentence(text, 0, len(text), candidates(text, ()), Voice()), next(cues(text)), ()).askers
('org:un.ga',)
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.recommendations.cues import ADVERBS, Cue
from transforms.recommendations.frames import OPEN, SAID, frame_of
from transforms.recommendations.sentence import (
    FROM_TO,
    THAT,
    Ask,
    Sentence,
    acting_before,
    asked,
    asker_before,
    clause_start,
    ends_joined,
    has_clause,
    has_object,
    without_adverbs,
)
from transforms.recommendations.voices import Voice

_WAS = re.compile(rf"\b(?:was|were|been) (?:{ADVERBS})$")
_TEXT = re.compile(r"\b(?:resolution|decision|statement|declaration|report|paragraph)s? [^;]{0,60}$")
"""A subject that is itself a text: `Paragraph 6 of Security Council resolution 1631 (2005) urges …`."""
_NO_VERB = re.compile(
    r"\b(?:as|is|are|was|were|be|been|being|the|an?|of|by|not|to|any|all|its|their|his|and|or|previously|for|with|on|in|at|am)$",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(rf" ?{ADVERBS}$")


def first_person(sentence: Sentence, cue: Cue, _: Sequence[Ask]) -> Ask | None:
    """`I recommend that …`; and the verbs joined to it: `I welcome it, and encourage them to …`."""
    is_joined = cue.kind == "joined"
    if sentence.voice.is_preamble or (
        is_joined and not re.search(r"\b(?:I|[Ww]e)\b", sentence.before(cue.start))
    ):
        return None
    verb = cue.verb
    if verb in {"propose", "ask"} and re.match(r" to [a-z]", sentence.text[cue.end :]):
        return None
    if sentence.text.startswith(",", cue.end) and sentence.before(cue.start).endswith(", "):
        return None
    actors, action = asked(sentence, cue.end, verb)
    if is_joined and actors is None:
        return None
    if SAID.search(sentence.before(cue.start)):
        return None
    return Ask(cue.start, 0, sentence.voice.own, (), actors, cue, verb, action, "first_person")


def present(sentence: Sentence, cue: Cue, _: Sequence[Ask]) -> Ask | None:
    """`Requests …`, `The Committee recommends …`; of somebody else it is a report of his request."""
    verb, voice = cue.verb, sentence.voice
    whole = sentence.before(cue.start)
    before = without_adverbs(whole)
    actors, action = asked(sentence, cue.end, verb)
    is_bare = voice.is_operative and not before and sentence.text[cue.end : cue.end + 1] == " "
    is_repeated = (
        sentence.text[cue.start : cue.start + 2].lower() == "re" and " " in sentence.text[cue.start : cue.end]
    )
    if not (is_bare or is_repeated) and not has_object(sentence, cue.end, action, verb, actors):
        return None
    stands_first = not before and not sentence.text[: sentence.start].strip("0123456789. ")
    if (stands_first and verb != "trust") or (voice.is_operative and (not before or ends_joined(whole))):
        return Ask(cue.start, 0, "request", (), actors, cue, verb, action, "operative")
    subject = asker_before(sentence, before)
    start = sentence.start + subject[0] if subject else cue.start
    if _is_author(whole, before, subject[0] if subject else 0, voice):
        return Ask(start, 0, voice.own, (), actors, cue, verb, action, "author")
    if verb == "trust" or voice.is_operative or not has_clause(sentence, cue.end, action):
        return None
    is_told = _TEXT.search(before) is not None or (subject is not None and actors is not None)
    askers = subject[1] if subject else ()
    return (
        Ask(start, 0, "reported_request", askers, actors, cue, verb, action, "reported") if is_told else None
    )


def _is_author(whole: str, before: str, start: int, voice: Voice) -> bool:
    """Whether the subject of a verb is the document's author; that of an earlier verb only where `and` joins the two."""
    if voice.authors is None or voice.is_preamble:
        return False
    reach = before if re.search(r"\band (?:\w+ )*$", whole) else before[-60:]
    return voice.authors.search(reach) is not None and voice.authors.search(before[start:]) is not None


def past(sentence: Sentence, cue: Cue, _: Sequence[Ask]) -> Ask | None:
    """`The Assembly requested the Secretary-General to …`."""
    text, verb = sentence.text, cue.verb
    before = sentence.before(cue.start)
    if passive := _WAS.search(before):
        return _was_asked(sentence, cue, passive.start())
    bare = before[:-60] + _ADVERBIAL.sub("", before[-60:]).rstrip()
    if _NO_VERB.search(bare) and not ends_joined(before):
        return None
    actors, action = asked(sentence, cue.end, verb)
    is_that = (
        THAT.match(text, cue.end)
        or (verb == "recommend" and FROM_TO.match(text, cue.end))
        or text.startswith(" to be ", cue.end)
    )
    is_list = text[action - 1 : action] == ":" and (
        actors is not None or not text[cue.end : action - 1].strip()
    )
    if not (is_that or is_list or (actors and has_clause(sentence, cue.end, action))):
        return None
    subject = asker_before(sentence, without_adverbs(before))
    start = sentence.start + subject[0] if subject else cue.start
    askers = subject[1] if subject else ()
    return Ask(start, 0, "reported_request", askers, actors, cue, verb, action, "reported")


def _was_asked(sentence: Sentence, cue: Cue, at: int) -> Ask | None:
    """`The Secretary-General was requested to …`."""
    if cue.verb not in {"request", "call upon"} or not sentence.text.startswith(" to ", cue.end):
        return None
    before = re.sub(r" (?:has|have|had)$", "", sentence.before(sentence.start + at).rstrip())
    actors = acting_before(sentence, sentence.start + len(before))
    return actors and Ask(
        actors.start, 0, "reported_request", (), actors, cue, cue.verb, cue.end + 4, "reported"
    )


def impersonal(sentence: Sentence, cue: Cue, _: Sequence[Ask]) -> Ask | None:
    """`It is recommended that …`, `The Assembly is requested to …`, `Clinics are recommended`."""
    before = sentence.before(cue.start)
    if sentence.voice.is_preamble or frame_of(sentence.before(cue.start), sentence.voice) != "own":
        return None
    if cue.kind == "impersonal":
        actors, action = asked(sentence, cue.end, "recommend")
        return Ask(cue.start, 0, sentence.voice.own, (), actors, cue, cue.verb, action, "impersonal")
    if cue.kind == "recommended":
        if OPEN.search(before) or re.search(r"\b(?:as|than)\b[^,]*$", before):
            return None
        actors, action = (
            (None, cue.end)
            if not sentence.text.startswith(" that", cue.end)
            else asked(sentence, cue.end, "recommend")
        )
        return Ask(
            clause_start(sentence, cue.start),
            0,
            sentence.voice.own,
            (),
            actors,
            cue,
            "recommend",
            action,
            "impersonal",
        )
    actors = acting_before(sentence, cue.start)
    if actors is None or OPEN.search(before):
        return None
    action = cue.end + 4 if sentence.text.startswith(" to ", cue.end) else cue.end + 1
    return Ask(actors.start, 0, sentence.voice.own, (), actors, cue, cue.verb, action, "subject")
