"""Pairs that work together -> the means by which they do: dialogues, agreements, liaison offices, task forces.

>>> [(m.kind, m.participants, m.edtf) for m in find(passages, mentions, pairs)]  # "In 2010, UNHCR and OIC signed a memorandum of understanding."
[('memorandum', ('org:oic', 'org:un.unhcr'), '2010')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from transforms.parties import beside
from transforms.partnerships import Partnership
from transforms.passages import Mention, Passage

_MEETINGS = "meeting meetings dialogue dialogues consultation consultations conference conferences summit summits talks"
_RULES: tuple[tuple[str, str, str], ...] = (
    ("desk_to_desk", f"{_MEETINGS} exchange exchanges", r"desk-to-desk[\u201d\"]? (?:\w+ )?"),
    ("high_level_meeting", _MEETINGS, r"high-level (?:[\w-]+ ){0,2}"),
    ("regular_meeting", _MEETINGS, (r"(?:(?:general|cooperation|staff[- ]level|coordination|sectoral|tripartite|annual|biennial|consultative|joint(?: \w+)?|review|"
                                     r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+teenth)(?: [\w-]+)?) )+")),
    ("memorandum", "understanding intent mou mous", r"(?:(?:memorand(?:um|a)|letters?) of (?:mutual )?|(?<!\w))"),
    ("liaison_office", "office offices officer officers team teams presence", r"liaison "),
    ("trust_fund", "fund funds", r"trust "),
    ("centre_of_excellence", "excellence", r"cent(?:re|er)s? of "),
    ("task_force", "force forces", r"task "),
    ("working_group", "group groups", r"working "),
    ("steering_committee", "committee committees commission commissions mechanism mechanisms", r"(?:steering |joint |liaison |(?:coordinat(?:ion|ing)|consultative) (?!mechanism)|(?-i:Coordination|Consultative) )"),
    ("focal_point", "point points", r"focal "),
    ("standby_arrangement", "arrangement arrangements team teams force forces capacity", r"stand-?by "),
    ("staff_exchange", "secondment secondments secondees exchange exchanges", r"(?:(?:staff|personnel) |(?<!\w)(?=second))"),
    ("joint_mission", "mission missions visit visits assessment assessments", r"joint (?:[\w-]+ ){0,3}?"),
    ("joint_programme", "programme programmes project projects initiative initiatives campaign campaigns seminars", r"joint (?:[\w-]+ ){0,2}?"),
    ("training", "training course courses programme programmes workshop workshops exercise exercises", r"(?:joint (?=training|exercise)|training (?!training))"),
    ("framework", "framework frameworks", r"(?:joint (?:[\w-]+ ){0,4}?|(?:cooperation|partnership|strategic|new) (?:[\w-]+ )?|(?:the|an?|union|nations) (?-i:(?=F)))"),
    ("agreement", "agreement agreements", (r"(?:(?:an?|the|that|this|draft|signed|new|framework|cooperation|relationship|partnership|collaboration|technical|bilateral|"
                                           r"administrative|joint|tripartite|contribution) |(?:letters?|framework) of )+")),
    ("agreement", "protocol protocols declaration declarations communiqu\u00e9 plan", r"(?:joint (?:action )?|(?:the|a) (?=protocol))"),
)  # fmt: skip
KINDS = tuple(dict.fromkeys(kind for kind, _, _ in _RULES))
_AFTER: Mapping[str, re.Pattern[str]] = {
    "agreement": re.compile(
        r"(?! (?:was|were) reached| that| on (?:the need|Cessation|the Cessation)| in principle)"
    ),
    "protocol": re.compile(r" (?:of (?:cooperation|amendment|intent)|signed|between|with|on cooperation)"),
    "framework": re.compile(r"(?! (?:Convention|Programme)\b)"),
}
"""What must follow a word, or must not, for it to be a mechanism."""


def _by_head() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for kind, heads, before in _RULES:
        for head in heads.split():
            pattern = re.compile(rf"(?:(?<=[\s\u201c\"(-])|^)(?P<words>{before}{head})$", re.IGNORECASE)
            found.setdefault(head, []).append((kind, pattern))
    return found


_HEADS = _by_head()
_WORD = re.compile(r"[\w]+")
_LOOK_BACK = 60
_NEAR = 100
_DETERMINER = re.compile(r"(?:(?:an?|the|that|this|signed) )+", re.IGNORECASE)
_TALKS = frozenset({"desk_to_desk", "high_level_meeting", "regular_meeting"})
_OF_BOTH = _TALKS | {"framework", "agreement", "memorandum"}
"""What both make together: where one only helps or visits the other, it is somebody else's."""
_SHARED = frozenset({"compound", "between", "with", "jointly"})


class Mechanism(NamedTuple):
    """One means: `passage.text[start:end]` names it, in the sentence `sentence`."""

    passage: int
    start: int
    end: int
    sentence: tuple[int, int]
    kind: str
    participants: tuple[str, ...]
    edtf: str | None
    place_id: str | None
    confidence: float


def find(
    passages: Sequence[Passage], mentions: Sequence[Mention], pairs: Sequence[Partnership]
) -> tuple[Mechanism, ...]:
    """The mechanisms of each sentence that ties a pair, in order, with the bodies tied nearest to each."""
    if not pairs:
        return ()
    named: dict[int, list[Mention]] = {}
    wanted = {pair.passage for pair in pairs}
    for mention in mentions:
        if mention.passage in wanted and mention.type in ("DATE", "PLACE", "ORG") and mention.layer == "main":
            named.setdefault(mention.passage, []).append(mention)
    found: list[Mechanism] = []
    for (at, start, end), tied in groupby(pairs, itemgetter(0, 1, 2)):
        found.extend(_in_sentence(at, passages[at].text, (start, end), tuple(tied), named.get(at, ())))
    return tuple(found)


def _in_sentence(
    at: int,
    text: str,
    sentence: tuple[int, int],
    tied: Sequence[Partnership],
    named: Sequence[Mention],
) -> Iterator[Mechanism]:
    near = [m for m in named if sentence[0] <= m.start and m.end <= sentence[1]]
    talked: set[int] = set()
    last = sentence[0]
    for start, end, kind in _words(text, sentence):
        tie = min(tied, key=lambda p: (abs(p.at - start), p.at))
        is_ours = kind not in _OF_BOTH or tie.form in _SHARED
        is_again = kind in _TALKS and tie.at in talked
        if start < last or is_again or not is_ours or _is_in_name(start, near):
            continue
        last = end
        talked.update({tie.at} if kind in _TALKS else ())
        bodies = sorted({i for p in tied if p.at == tie.at for i in (p.un_id, p.partner_id)})
        date, place = beside(near, "DATE", start, end), beside(near, "PLACE", start, end)
        sure = 0.9 if abs(tie.at - start) < _NEAR else 0.7
        edtf = date.removeprefix("edtf:") if date else None
        yield Mechanism(at, start, end, sentence, kind, tuple(bodies), edtf, place, sure)


def _words(text: str, sentence: tuple[int, int]) -> Iterator[tuple[int, int, str]]:
    """Where a mechanism is named, and its kind."""
    for word in _WORD.finditer(text, *sentence):
        head = word[0].lower()
        for kind, pattern in _HEADS.get(head, ()):
            found = pattern.search(text[max(sentence[0], word.start() - _LOOK_BACK) : word.end()])
            if found and (head not in _AFTER or _AFTER[head].match(text, word.end())):
                start = word.end() - len(found["words"])
                determiner = _DETERMINER.match(text, start)
                yield determiner.end() if determiner else start, word.end(), kind
                break


def _is_in_name(start: int, near: Sequence[Mention]) -> bool:
    """Whether the words belong to the name of a listed body: the Counter-Terrorism Implementation Task Force."""
    return any(m.type == "ORG" and m.start <= start < m.end and m.ids[0][:5] != "org:?" for m in near)
