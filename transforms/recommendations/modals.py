"""Modal and impersonal turns: `should`, `may wish to`, `must`, `there is a need for`, `it is essential that`, `I hope`.

>>> text = "Donors should help."
>>> modal(Sentence(text, 0, len(text), candidates(text, ()), Voice()), next(cues(text)), ()).kind
'recommendation'
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.recommendations.actors import Actors, leading
from transforms.recommendations.cues import Cue
from transforms.recommendations.frames import EXPECTED, OPEN, PASSIVE, REMARK, frame_of
from transforms.recommendations.sentence import (
    Ask,
    Sentence,
    acting_before,
    agent_after,
    asked,
    asker_before,
    clause_start,
)

_HOPED = re.compile(r"\bhopes? (?:that )?[^,;]*$")
_INVERTED = re.compile(r"\b(?:may|will|would|can)\b[^,;:]*$")
"""A clause before `should` that is whole: `assessments may rise should conditions worsen`."""
_DECIDED = re.compile(
    r"(?:,|\band) (?:\w+ ){0,2}(?:decides|demands|stresses|emphasi[sz]es|reiterates|reaffirms|underlines) that\b"
)
_JUDGES = re.compile(
    r" (?:also |further |therefore )*(?:considers|believes|is of the (?:view|opinion)|stresses|emphasizes|is convinced|reiterates|holds|maintains)\b"
)


def modal(sentence: Sentence, cue: Cue, found: Sequence[Ask]) -> Ask | None:
    """`The Council should …`, `may wish to`, `could consider`; `must` and `shall` where they ask."""
    text, voice, verb = sentence.text, sentence.voice, cue.verb
    before = sentence.before(cue.start)
    if (
        voice.is_preamble
        or OPEN.search(before)
        or REMARK.match(text, cue.end)
        or _is_within(text, cue, found)
    ):
        return None
    frame = frame_of(before, voice)
    is_off = (verb == "shall" and not voice.is_operative) or (verb == "could" and not voice.is_advising)
    if frame == "none" or is_off:
        return None
    subject = acting_before(sentence, cue.start)
    is_passive = text[cue.start : cue.end].endswith("considered") or PASSIVE.match(text, cue.end) is not None
    actors = agent_after(sentence, cue.end) if is_passive else subject
    action = min(cue.end + 1, sentence.end)
    if _HOPED.search(before):
        return Ask(cue.start, 0, "weak", (), actors, cue, verb, action, "subject")
    kind = _modal_kind(sentence, cue, verb, actors, is_passive)
    if kind is None or (frame == "reported" and actors is None and not is_passive):
        return None
    start = subject.start if subject else clause_start(sentence, cue.start)
    method = "subject" if actors else "thing"
    return Ask(
        start, 0, "reported_request" if frame == "reported" else kind, (), actors, cue, verb, action, method
    )


def _is_within(text: str, cue: Cue, found: Sequence[Ask]) -> bool:
    """Whether a modal belongs to what is asked already: `I recommend that States should …`."""
    if not found:
        return False
    between = text[found[-1].action : cue.start]
    if ";" in between or _DECIDED.search(between):
        return False
    return found[-1].method not in {"subject", "thing"} or re.search(r",? and |, ", between) is None


def _modal_kind(
    sentence: Sentence, cue: Cue, verb: str, actors: Actors | None, is_passive: bool
) -> str | None:
    if actors is None:
        return _kind_of_thing(sentence, cue, verb, is_passive)
    voice = sentence.voice
    if actors.ids == ("group:we",):
        return "weak" if verb in {"should", "must"} else None
    if verb == "shall":
        return None if is_passive else voice.own
    if voice.is_operative or voice.is_advising or verb not in {"must", "could"}:
        return voice.own
    return "weak" if verb == "must" else None


def _kind_of_thing(sentence: Sentence, cue: Cue, verb: str, is_passive: bool) -> str | None:
    """The kind where nobody is named who is to act: asked under a heading of recommendations, weak elsewhere."""
    voice = sentence.voice
    if verb in {"may wish to", "could consider"}:
        return voice.own if is_passive or voice.is_advising else None
    if voice.is_operative or verb in {"shall", "could"} or _INVERTED.search(sentence.before(cue.start)):
        return None
    is_there = sentence.before(cue.start).lower().endswith("there ")
    if not is_passive and not is_there and (verb == "must" or EXPECTED.match(sentence.text, cue.end)):
        return None
    is_asked = (voice.is_advising and verb == "should") or _is_judged(sentence, cue.start)
    return voice.own if is_asked else "weak"


def _is_judged(sentence: Sentence, at: int) -> bool:
    """Whether the author says what should be: `The Committee is of the view that the method should be refined`."""
    before, authors = sentence.before(at), sentence.voice.authors
    judged = _JUDGES.search(before)
    return judged is not None and authors is not None and authors.search(before[: judged.start()]) is not None


def wished(sentence: Sentence, cue: Cue, found: Sequence[Ask]) -> Ask | None:
    """`There is a need for States to …`, `It is essential that …`, `I hope that …`."""
    voice = sentence.voice
    if (
        voice.is_preamble
        or voice.is_operative
        or found
        or frame_of(sentence.before(cue.start), sentence.voice) != "own"
    ):
        return None
    actors, action, kind = None, cue.end + 1, "weak"
    if cue.kind == "need":
        aside = re.match(r"(?:,[^,]{0,120},| in [a-z ]{1,30})? for ", sentence.text[cue.end :])
        if aside:
            actors, action = asked(sentence, cue.end + aside.end() - 1, "need")
        if actors is not None or (voice.is_advising and sentence.text.startswith(" to ", cue.end)):
            kind = voice.own
    verb = cue.verb
    return Ask(cue.start, 0, kind, (), actors, cue, verb, min(action, sentence.end), "impersonal")


def announced(sentence: Sentence, cue: Cue, _: Sequence[Ask]) -> Ask | None:
    """`The actions to be taken by the General Assembly are:`, `The group made the following recommendations:`."""
    if cue.kind == "actions":
        actors = leading(sentence.text, cue.end + 1, sentence.end, sentence.near)
        return Ask(
            sentence.start, 0, sentence.voice.own, (), actors, cue, "request", sentence.end, "announced"
        )
    before = sentence.before(cue.start)
    if re.search(r"\b(?:made|adopted|formulated|agreed|endorsed|received)\b", before):
        subject = asker_before(
            sentence, re.sub(r" (?:made|adopted|formulated|agreed|endorsed|received).*", "", before)
        )
        return Ask(
            sentence.start,
            0,
            "reported_request",
            subject[1] if subject else (),
            None,
            cue,
            "recommend",
            sentence.end,
            "announced",
        )
    return Ask(sentence.start, 0, sentence.voice.own, (), None, cue, "recommend", sentence.end, "announced")
