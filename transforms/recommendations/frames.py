"""Whose words a verb stands among: the document's own, an earlier request, or somebody's remark.

>>> bool(OPEN.search("The question is whether the Council "))
True
"""

from __future__ import annotations

import re

from transforms.recommendations.cues import ADVERBS
from transforms.recommendations.voices import Voice

SAID = re.compile(
    r"\b(?P<verb>stated|noted|said|agreed|declared|stressed|emphasi[sz]ed|underlined|underscored|reiterated|affirmed|reaffirmed|argued|suggested|considered|believed|indicated|concluded|"
    r"proposed|requested|recommended|urged|decided|highlighted|recalled|observed|insisted|maintained|felt|held|informed|acknowledged|recognized|determined|advised|explained|added|"
    r"stating|noting|affirming|stressing|emphasi[sz]ing|declaring|adding|providing|indicating|recognizing|suggesting|arguing|agreeing|underlining|expressed|pointed out|was of the view|were of the view|reported|made clear|clarified|demanded|warned|found|provided|established|called)\b[^;]*?\b(?:that|but|and)\b(?!.*\b(?:I|we) (?:believe|think|consider)\b)"
)
"""A verb of saying in the past: what follows is somebody's earlier words."""

SAYS = re.compile(
    r"\b(?:states|notes|stipulates|provides|indicates|requires|affirms|declares|says|stresses|recalls|emphasi[sz]es|reads|acknowledges|recognizes|considers|believes|underlines|highlights|suggests|specif(?:ies|y)|establishes)\b[^;]*?\bthat\b"
)
ASKED = frozenset({"requested", "recommended", "proposed", "urged", "suggested", "demanded", "advised"})

OPEN = re.compile(
    rf"(?:\b(?:how|what|whether|when|where|why|if|unless|than)\b[^,;:]*|(?:^|, )as (?!well)[^,;:]*|\b(?:which|who|that|as|whom) {ADVERBS}"
    r"|\b(?:is|was|recommendation|proposal|request|(?<!of the )view|suggestion|idea|principle|fact|notion|understanding) that [^;:]*)$"
)
"""Before a modal: a question, a condition or a relative clause, in which nothing is asked."""

REMARK = re.compile(
    r" (?:also |therefore |however |further )*(?:not )?be (?:noted|recalled|stressed|emphasi[sz]ed|mentioned|pointed out|borne in mind|read|understood|seen|added|underlined|said|recogni[sz]ed|remembered|construed|interpreted|acknowledged|clear|possible|kept in mind|assumed)\b"
)
"""After a modal: the reader is told how to take something."""

PASSIVE = re.compile(
    r"(?: [a-z]+ly| also| therefore| thus| then| further| always| not)* be (?:(?:[a-z]+ly|further|also|duly) )*(?!encouraged to|requested to|invited to|urged to|asked to|called upon|prepared to|determined to|committed|required to|guided|concerned)"
    r"(?:[a-z]+ed|given|made|taken|held|kept|paid|set|put|seen|drawn|built|brought|done|found|led|met|sought|undertaken|withdrawn|understood|chosen|shown|written|sent|spent|borne|begun|laid|left|told|taught|driven|overcome|dealt)\b"
)
EXPECTED = re.compile(
    r" (?:also |not |thus |therefore |further |in turn )*(?:help|allow|enable|lead|result|make|bring|provide|improve|increase|reduce|facilitate|contribute|ensure|commence|begin|become|be (?:able|completed|available|in place|ready|finalized|operational)|take place|serve|prove|have|fall|arrive|yield|permit|add|come)\b"
)
"""After `should` with a thing as subject: what is expected, not asked."""


def frame_of(before: str, voice: Voice) -> str:
    """What the words before a verb make of it: `own` words, a `reported` request, or `none`, a saying that asks nothing."""
    if said := SAID.search(before):
        return "reported" if said["verb"] in ASKED else "none"
    if (says := SAYS.search(before)) and not voice.is_operative:
        own = voice.authors is not None and voice.authors.search(before[: says.start()].rstrip())
        return "own" if own or re.search(r"\bI\b", before[: says.start()]) else "none"
    return "own"


def is_quoted(before: str) -> bool:
    """Whether a quotation is still open."""
    return before.count("\u201c") > before.count("\u201d")
