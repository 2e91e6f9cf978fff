"""The words by which UN documents ask, found by one pass for their stems, then read each in its place.

>>> [(cue.kind, cue.verb) for cue in cues("The Council may wish to consider it.")]
[('modal', 'may wish to')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick


class Cue(NamedTuple):
    """One word or phrase that may ask: `text[start:end]`."""

    kind: str
    start: int
    end: int
    verb: str


_FORMS = (
    ("recommend", "recommend", "recommends", "recommended"),
    ("request", "request", "requests", "requested"),
    ("invite", "invite", "invites", "invited"),
    ("encourage", "encourage", "encourages", "encouraged"),
    ("urge", "urge", "urges", "urged"),
    ("ask", "ask", "asks", "asked"),
    ("propose", "propose", "proposes", "proposed"),
    ("suggest", "suggest", "suggests", "suggested"),
    ("appeal to", "appeal to", "appeals to", "appealed to"),
    ("call upon", "call upon", "calls upon", "called upon"),
    ("call upon", "call on", "calls on", "called on"),
    ("call for", "call for", "calls for", "called for"),
    ("demand", "demand", "demands", "demanded"),
    ("instruct", "instruct", "instructs", "instructed"),
    ("direct", "direct", "directs", "directed"),
    ("exhort", "exhort", "exhorts", "exhorted"),
    ("advise", "advise", "advises", "advised"),
)
_TENSES = ("base", "third", "past")
_VERBS = {
    form: (lemma, tense) for lemma, *forms in _FORMS for form, tense in zip(forms, _TENSES, strict=True)
}
_VERBS["trusts"] = ("trust", "third")
_NOUNS = {
    "request": "request", "call": "call upon", "calls": "call upon", "appeal": "appeal to", "invitation": "invite",
    "recommendation": "recommend", "recommendations": "recommend", "requests": "request", "demand": "demand",
    "call upon": "call upon", "call on": "call upon", "appeal to": "appeal to", "call for": "call for",
}  # fmt: skip
ADVERBS = (
    r"(?:\b(?i:also|further|again|once again|once more|hereby|therefore|thus|accordingly|furthermore|moreover|however|now|likewise|respectfully|strongly|(?-i:[a-z]+ly)|in (?:this|that) (?:regard|respect|context|connection)|"
    r"continues? to|would|wish(?:es)? to|(?:would|should) like to|can only|must|and),? )*"
)
"""What may stand between a subject and its verb."""

_STEMS = (
    "ecommend", "equest", "nvit", "ncourage", "rge", "ask", "Ask", "ropose", "uggest", "ppeal", "all upon", "alls upon", "alled upon", "all on", "alls on", "alled on",
    "all for", "alls for", "alled for", "all to", "emand", "nstruct", "irect", "xhort", "dvise", "rusts ", "should", "wish", "could", "ight ", "must", "need", "shall", "t is ", "t is, ", "hope",
    "ctions to be taken", "ctions re", "ollowing ", "ction to be taken",
)  # fmt: skip
_WORD = re.compile(r"[A-Za-z]+(?: (?:upon|on|to|for)\b)?")
_SELF = re.compile(rf"\b(?:I|[Ww]e),? {ADVERBS}$")
_I = re.compile(rf"\bI {ADVERBS}$")
_JOINED = re.compile(rf", (?:and )?{ADVERBS}$")
_IS = re.compile(rf"(?P<it>\b[Ii]t )?\b(?:is|are) {ADVERBS}$")
_AGAIN = re.compile(
    r"\b(?P<verb>[Rr]eiterate|[Rr]enew|[Rr]epeat|[Rr]eaffirm)(?P<tense>s|d|ed)? (?:its|my|his|her|their|the|our) (?:[a-z]+ ){0,2}$"
)
_MODAL = re.compile(
    r"(?<!\bI )\bshould\b(?! (?:(?:like|the|an?|this|such|these|any|all|there|it|they)\b|[A-Z]))|\b(?:may|might) (?:[a-z]+ )?wish(?: to)?\b|\b(?:could|might) (?:also |usefully )?(?:consider\b|be considered\b(?! as| to be| an? ))"
)
_MUST = re.compile(r"\bmust\b|(?<!the )(?<!a )(?<!no )(?<!any )\bneeds? to(?= [a-z])")
_THERE = re.compile(r"\b[Tt]here (?:is|remains) (?:(?!of )[a-z]+,? ){0,4}$")
_VITAL = re.compile(
    rf"[Ii]t is,? (?:{ADVERBS}(?P<vital>critical|essential|important|imperative|crucial|vital|necessary|incumbent|indispensable)\b(?=,? that\b|,? for\b| to\b| upon\b)|(?P<hope>{ADVERBS}hoped\b|(?:my|our) (?:\w+ )?hope\b)"
    rf"|{ADVERBS}(?P<good>advisable|desirable)(?= that\b))"
)
_MADE = re.compile(r"ollowing (?:[a-z]+ )?(?:recommendations|proposals|suggestions)\b(?=[^.;]*:$)")
_ACTIONS = re.compile(r"ctions? (?:to be taken|requested|required) (?:by|of)\b(?=[^.;]*:$)")


def cues(text: str) -> Iterator[Cue]:
    """The cues of a text in order, none within another."""
    reached = 0
    for _, start, end in _automaton().find_matches_as_indexes(text):
        if start >= reached and (found := _cue(text, start, end)) is not None and found.start >= reached:
            reached = found.end
            yield found


def _cue(text: str, start: int, end: int) -> Cue | None:
    stem = text[start:end]
    return _BY_STEM.get(stem, _verb)(text, start, end)


def _plain(text: str, start: int, end: int) -> Cue | None:
    """`must` and `shall`."""
    is_word = not text[start - 1 : start].isalpha() and not text[end : end + 1].isalpha()
    return Cue(text[start:end], start, end, text[start:end]) if is_word else None


def _it_is(text: str, start: int, _: int) -> Cue | None:
    found = _VITAL.match(text, max(0, start - 1))
    if found is None:
        return None
    kinds = (("vital", "be essential"), ("hope", "hope"), ("good", "recommend"))
    group, verb = next(each for each in kinds if found[each[0]])
    return Cue("impersonal" if group == "good" else group, found.start(), found.end(), verb)


def _hope(text: str, start: int, end: int) -> Cue | None:
    before = text[max(0, start - 90) : start]
    own = _I.search(before)
    is_verb = own is not None and not text[end : end + 1].isalpha()
    return Cue("hope", start - len(before) + own.start(), end, "hope") if own and is_verb else None


def _following(text: str, start: int, _: int) -> Cue | None:
    found = _MADE.match(text, start)
    return Cue("made", start - 1, found.end(), "recommend") if found else None


def _actions(text: str, start: int, _: int) -> Cue | None:
    found = _ACTIONS.match(text, start)
    return Cue("actions", start - 1, found.end(), "request") if found else None


def _verb(text: str, start: int, end: int) -> Cue | None:
    """A verb of asking, or the noun of one that is repeated: `reiterates its call upon`."""
    start -= not text[start:end].lower().startswith("ask")
    word = _WORD.match(text, max(0, start))
    if word is None or text[start - 1 : start].isalpha():
        return None
    words = word[0].lower()
    if words not in _VERBS and words not in _NOUNS:
        words = words.partition(" ")[0]
    end = start + len(words)
    if words in _NOUNS and (again := _AGAIN.search(text, max(0, start - 90), start)):
        return _repeated(text, again, end, _NOUNS[words])
    return _finite(text, start, end, *_VERBS[words]) if words in _VERBS else None


def _repeated(text: str, again: re.Match[str], end: int, verb: str) -> Cue | None:
    tense = {None: "base", "s": "third"}.get(again["tense"], "past")
    if own := _SELF.search(text, max(0, again.start() - 90), again.start()):
        return Cue("first", own.start(), end, verb)
    return Cue(tense, again.start(), end, verb) if tense != "base" else None


def _finite(text: str, start: int, end: int, verb: str, tense: str) -> Cue | None:
    """A verb in the voice that the words before it give it."""
    at = max(0, start - 90)
    if tense == "base":
        if own := _SELF.search(text, at, start):
            return Cue("first", own.start(), end, verb)
        joined = _JOINED.search(text, at, start)
        return Cue("joined", joined.start() + 2, end, verb) if joined else None
    if tense == "past" and (passive := _IS.search(text, at, start)):
        if passive["it"] and text.startswith(" that", end):
            return Cue("impersonal", passive.start(), end, verb)
        kind, goes_on = (
            ("recommended", not text.startswith((" by", " to "), end))
            if verb == "recommend"
            else ("passive", text.startswith((" to ", ":"), end))
        )
        return Cue(kind, passive.start(), end, verb) if goes_on else None
    return Cue(tense, start, end, verb)


def _modal(text: str, start: int, end: int) -> Cue | None:
    stem = text[start:end]
    found = _MODAL.search(text, max(0, start - (16 if stem == "wish" else 1)), min(len(text), start + 40))
    if found and found.start() <= start:
        verb = "should" if found[0] == "should" else "may wish to" if "wish" in found[0] else "could consider"
        return Cue("modal", found.start(), found.end(), verb)
    return (
        Cue("could", start, start + 5, "could")
        if stem == "could" and not text[start + 5 : start + 6].isalpha()
        else None
    )


def _need(text: str, start: int, end: int) -> Cue | None:
    before = max(0, start - 60)
    there = _THERE.search(text[before:start])
    if there and re.match(r",? for\b| to\b|,| in [a-z ]{1,30} for\b", text[end : end + 40]):
        return Cue("need", before + there.start(), end, "need")
    found = re.match(r"s? to(?= [a-z])", text[end : end + 8])
    if (
        found is None
        or text[start - 1 : start].isalpha()
        or re.search(r"\b(?:the|a|no|any) (?:[a-z]+ )?$", text[before:start])
    ):
        return None
    return Cue("must", start, end + found.end(), "must")


_BY_STEM = {
    "should": _modal, "could": _modal, "wish": _modal, "ight ": _modal, "must": _plain, "shall": _plain, "need": _need, "t is ": _it_is, "t is, ": _it_is, "hope": _hope,
    "ollowing ": _following, "ctions to be taken": _actions, "ctions re": _actions, "ction to be taken": _actions,
}  # fmt: skip


@cache
def _automaton() -> AhoCorasick:
    return AhoCorasick(list(_STEMS))
