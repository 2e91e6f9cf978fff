"""A sentence and the phrases around its verbs: who is asked, who acts, who asks.

>>> said = Sentence(text := "Kenya asked Fiji to come.", 0, 25, candidates(text, ()), Voice())
>>> asked(said, 11, "ask")[1]
19
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from transforms.recommendations.actors import Actors, ending, leading, within
from transforms.recommendations.cues import ADVERBS, Cue
from transforms.recommendations.frames import PASSIVE
from transforms.recommendations.groups import Actor
from transforms.recommendations.voices import Voice

_TRAILING = re.compile(rf"(?:,| and|, and|\b(?:has|have|had|would|also|further|[a-z]+ly))* ?(?:{ADVERBS})?$")
_BETWEEN_COMMAS = re.compile(
    r", (?:taking|having|noting|bearing|recalling|considering|following|acting|while|in|after|as|with|on|by|for|through|under|pursuant)\b[^;]*, $"
)
_ADVERBIAL = re.compile(rf" ?{ADVERBS}$")
_INFINITIVE = re.compile(
    r" (?:not )?to (?:[a-z]+ly )?(?!the\b|an?\b|its\b|their\b|all\b|this\b|that\b|these\b|those\b|which\b|whom\b|it\b|them\b|date\b|which\b|other\b|any\b|such\b|each\b|every\b|no\b)(?=[a-z]{2,})"
)
THAT = re.compile(r",? (?:to the effect )?that(?:,? |(?=:))")
FROM_TO = re.compile(r" to (?P<who>[^;:]{2,120}?) (?:that|(?P<what>the (?:adoption|approval)))\b")
_THEN = re.compile(
    r"(?:,? (?:in (?:this|that) (?:regard|respect|context|connection)|also|further|again|once again|once more|in particular|therefore|strongly|accordingly)\b,?)+"
)
"""Between a verb and its object: `Requests also the Secretary-General …`."""
_TO = re.compile(r",? (?:to|upon|on)(?= (?:the|all|those|its)\b| [A-Z])")
"""After a noun of asking: `reiterates its request to the Secretary-General to …`."""
_AGENT = re.compile(r"(?:(?! to )[^,;.:]){0,60}? be (?:[a-z]+ly )?\w+(?:(?! to )[^,;.:]){0,60}? by (?:the )?")
_IN_ITS = re.compile(
    r",? (?:in|by|under|through) (?:(?:paragraph|section)s? [\w ]+ of )?(?:its|their|that|his) [^,]*$|,? in [A-Z][a-z]+ \d{4}$"
)
_SELF = re.compile(r"\b(?:me|I)\b")


class Ask(NamedTuple):
    """One clause that asks. `action` is where the words of what is to be done begin."""

    start: int
    end: int
    kind: str
    askers: tuple[str, ...]
    actors: Actors | None
    cue: Cue
    verb: str
    action: int
    method: str


class Sentence(NamedTuple):
    """A sentence with what is named near it, and the voice it is in."""

    text: str
    start: int
    end: int
    near: Sequence[Actor]
    voice: Voice

    def before(self, at: int) -> str:
        """The words of the sentence before a place."""
        return self.text[self.start : at]


def asked(sentence: Sentence, at: int, verb: str) -> tuple[Actors | None, int]:
    """Who is asked after a verb, and where what is asked begins."""
    text, end = sentence.text, sentence.end
    if then := _THEN.match(text, at):
        at = then.end()
    if verb in {"recommend", "propose", "suggest"} and (told := FROM_TO.match(text, at, end)):
        who = within(text, *told.span("who"), sentence.near)
        if who is not None:
            return who, told.start("what") if told["what"] else told.end()
    if (to := _TO.match(text, at)) and verb in {"request", "call upon", "invite", "demand"}:
        at = to.end()
    if that := THAT.match(text, at, end):
        return _that(sentence, that.end()), that.end()
    stop = min((p for p in (text.find(";", at, end), text.find(":", at, end)) if p >= 0), default=end)
    for number, infinitive in enumerate(_INFINITIVE.finditer(text, at, stop)):
        who = _who(sentence, at + 1, infinitive.start())
        if who is not None:
            return who, infinitive.end()
        if number == 3:
            break
    if stop < end and text[stop] == ":":
        return _who(sentence, at + 1, stop), stop + 1
    return None, min(at + 1, end)


def _who(sentence: Sentence, start: int, end: int) -> Actors | None:
    if start >= end:
        return None
    if _SELF.fullmatch(sentence.text, start, end):
        return Actors(start, end, sentence.voice.speaker)
    if sentence.text[start:end] in {"it", "them", "him", "her", "both"}:
        return Actors(start, end, ())
    that = re.search(r" that$", sentence.text[start:end])
    return within(sentence.text, start, end - 5 if that else end, sentence.near)


def _that(sentence: Sentence, at: int) -> Actors | None:
    """The acting subject of a clause after `that`; the agent of a passive one."""
    text, end = sentence.text, sentence.end
    if _SELF.match(text, at):
        return Actors(at, at + 1, sentence.voice.speaker)
    actors = leading(text, at, end, sentence.near)
    if actors is None and (comma := text.find(", ", at, min(end, at + 160))) > 0:
        actors = leading(text, comma + 2, end, sentence.near)
    rest = actors.end if actors else at
    if actors is None or re.match(
        r"(?: \([^)]*\))?,?(?: (?:should|shall|must|will|may))?(?: [a-z]+ly| also)* be ", text[rest:end]
    ):
        return agent_after(sentence, rest) if actors is None or _is_passive_after(text[rest:end]) else actors
    if actors and not re.match(
        r"(?: \([^)]*\))?(?:,? (?!experience|report|reports|budget|resolution|process)|:?$)",
        text[actors.end : end],
    ):
        return None
    return actors


def _is_passive_after(text: str) -> bool:
    found = re.search(r"(?<!to) be\b", text)
    return found is not None and PASSIVE.match(text, found.start()) is not None


def agent_after(sentence: Sentence, at: int) -> Actors | None:
    """Whoever a passive verb says does it: `should be established by the United Nations`."""
    by = _AGENT.match(sentence.text, at, sentence.end)
    return leading(sentence.text, by.end(), sentence.end, sentence.near) if by else None


def acting_before(sentence: Sentence, at: int) -> Actors | None:
    """The acting subject that ends where a verb begins."""
    text = sentence.text
    part = sentence.before(at)
    part = part[:-60] + _ADVERBIAL.sub("", part[-60:] + ("" if part.endswith(" ") else " ")).rstrip(" ")
    stop = sentence.start + len(part.rstrip(","))
    start = sentence.start + max(
        (
            found.end()
            for found in re.finditer(
                r"[;:] (?:\([a-z]+\) )?|\bthat (?=the |all |[A-Z])|, (?:and|but|so|while|as) (?=the |all |[A-Z])",
                part,
            )
        ),
        default=0,
    )
    actors = ending(text, start, stop, sentence.near)
    if actors is None and start > sentence.start:
        return None
    return actors


def asker_before(sentence: Sentence, before: str) -> tuple[int, tuple[str, ...]] | None:
    """Where the subject before a verb begins, in its sentence, and its ids; for a pronoun those of the last body named."""
    bare = _IN_ITS.sub("", before.rstrip(" ,")).rstrip(" ,")
    end = sentence.start + len(bare)
    if (direct := ending(sentence.text, max(sentence.start, end - 160), end, sentence.near)) is not None:
        return direct.start - sentence.start, direct.ids
    if re.search(r"\bI$", bare):
        return len(bare) - 1, sentence.voice.speaker
    pronoun = re.search(r"\b(?:it|which|they|he|she|who|[Ii]t|They)$", bare)
    if pronoun:
        bodies = [
            a for a in sentence.near if a.end <= end and a.ids and a.ids[0].startswith(("org:", "post:"))
        ]
        return pronoun.start(), bodies[-1].ids if bodies else ()
    if (first := leading(sentence.text, sentence.start, end, sentence.near)) is not None and ends_joined(
        before + " "
    ):
        return 0, first.ids
    return None


def clause_start(sentence: Sentence, at: int) -> int:
    """Where the clause before a verb begins."""
    before = sentence.before(at)
    starts = [found.end() for found in re.finditer(r"; (?:and )?|, and |: ", before)]
    return sentence.start + (starts[-1] if starts else 0)


def has_object(sentence: Sentence, at: int, action: int, verb: str, actors: Actors | None) -> bool:
    """Whether what follows a verb can be its object; `requests` and `calls` are nouns as well."""
    if actors is not None or THAT.match(sentence.text, at) or sentence.text[action - 1 : action] == ":":
        return True
    if verb in {"request", "invite", "ask", "call upon", "appeal to", "instruct", "direct", "advise"}:
        return has_clause(sentence, at, action) or (
            re.search(r"\bto [a-z]", sentence.text[at : sentence.end]) is not None
            and re.match(r" (?:the|all|those|any|each|every)\b", sentence.text[at:]) is not None
        )
    return re.match(r"(?:, [^,]{1,60},)? [a-z]+\b", sentence.text[at : sentence.end]) is not None


def has_clause(sentence: Sentence, at: int, action: int) -> bool:
    """Whether an infinitive or a clause with `that` follows, and not a bare noun."""
    return re.search(r"(?:\bto(?: [a-z]+ly)?|that,?) $|:$", sentence.text[at:action]) is not None


def ends_joined(before: str) -> bool:
    """Whether a verb after these words shares its subject with an earlier one: `notes it, and …`."""
    return re.search(rf"(?:[,;]|\band) (?:{ADVERBS})$", before) is not None


def without_adverbs(before: str) -> str:
    """What stands before a verb, without adverbs, auxiliaries and what is said between commas."""
    aside = _BETWEEN_COMMAS.search(before, max(0, len(before) - 200)) if before.endswith(", ") else None
    return before[: aside.start()] if aside else before[:-60] + _TRAILING.sub("", before[-60:])
