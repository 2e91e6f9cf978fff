"""Amounts of money -> who gave them to whom, through which fund, for what, and in which role.

>>> [(f.role, f.givers, f.receivers) for f in find(passages, mentions)]  # "Kenya contributed $2 million to UNDP."
[('contribution', ('geo:KEN',), ('org:un.undp',))]
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from transforms.passages import Mention, Passage
from transforms.sentences import Span, spans

_CUES: tuple[tuple[str, str], ...] = (
    ("contribution", (r"contribut(?:ed|es?|ions?|ing)|donat(?:ed|es?|ions?)|granted|grants?|in funding|provided|provides?|offered|received|"
                     r"gave|given|mobilized|raised(?! (?:to|from|by) )|funded|financed|allocated|disbursed|transferred")),
    ("pledge", r"pledg(?:ed|es?|ing)|committed"),
    ("appropriation", (r"appropriat(?:ed?|ions?)|apportion(?:ed|ments?)?|allot(?:ted|ments?)|approved|assess(?:ed|ments?)?|authoriz(?:ed?|ing|ation)|"
                      r"commitment authority|enter into commitments")),
    ("expenditure", r"expenditures?|expenses?|spent|spending|costs?|costing|paid|payments?|implemented|purchased"),
    ("requirement", r"requirements?|required?|requires|proposed?|proposes|estimated at|gap|shortfall|appeal(?:ed)?|request(?:ed|s|ing)?|needs?|needed"),
    ("loss", r"loss(?:es)?|lost|damages?|write-offs?|written off|stolen|theft|fraud"),
    ("other", (r"balances?|increases?|decreases?|reductions?|variances?|revenue|income|cash|value|valued|obligations|liabilit(?:y|ies)|redeploy(?:ed|ments?)|"
              r"savings?|gains|arrears|credits?|exceeding|difference|outstanding|refunds?|over-?expenditure|cancellation|reserves?|trade|debt|gross domestic product")),
)  # fmt: skip
_CUE = re.compile("|".join(rf"(?P<{role}>\b(?:{words})\b)" for role, words in _CUES), re.IGNORECASE)
_KIND = re.compile(r" (?:gross |net |\((?:gross|net)\) )?(?:in|of|as|was|were) (?:\w+ ){0,3}?$")
"""What stands between an amount and the word for it: "$3 million in pledges", "$3 million was redeployed"."""

_ADVERBS = r"(?:[ ,]+(?:which|who|has|have|had|is|are|was|were|also|and|will|would|alone|recently|generously|already|so far|to date|jointly|further))*"
_GIVES = re.compile(
    rf"^(?:, by its resolutions? [^,;]{{1,30}},)?{_ADVERBS} (?:contributed|contributes|donated|pledged|provided|provides|offered|allocated|granted|gave|disbursed|transferred|"
    r"committed|appropriated|approved|spent|invested|incurred|paid)\b[^.;()]{0,90}$"
)
_GETS = re.compile(rf"^(?: \([^()]{{1,30}}\))?{_ADVERBS} (?:received|receives)\b[^.;()]{{0,60}}$")
_AGENT = re.compile(r"\b(?:by|from|with) (?:the )?(?:Governments? of )?[^.;]{0,40}$")
"""Words before a party that is no subject: "a fund created by Peru and Fiji, has received"."""
_SOURCE = re.compile(r"\b(?:from|by) (?:the )?(?:Governments? of )?(?:the )?$")
_WITH = re.compile(r"^,? with (?:approximately |some |about |over |nearly )?$")
_TO = re.compile(
    r"^(?: \((?:gross|net)\)| gross| net)?(?: in \w+(?: and \w+)?| of \w+(?: \w+)?)?(?: (?:was|were|had been|has been) \w+)? (?:to|into|for the maintenance of) (?:the |its )?$"
)
_FROM = re.compile(
    r"^(?: in \w+(?: and \w+)?)?,? ?(?:(?:was|were|had been|has been) )?(?:received |provided |contributed |donated |pledged )?(?:from|by) "
    r"(?:the )?(?:Governments? of )?(?:the )?$"
)
_FROM_LIST = re.compile(r"^(?:, | and |, and )(?:the )?$")
_NAMED = re.compile(
    r"(?:[A-Z][\w\u2019\u2013-]*(?: of| for| and| the|,)? )*(?:[A-Z][\w\u2019\u2013-]* )(?:Trust Fund|Fund|Facility)(?! [A-Z])(?: for(?: [A-Z][\w\u2019-]+)+)?"
)
_PURPOSE = re.compile(
    r"^(?:[^.;,(]{0,80}?)\b(?:for|towards|to (?=(?:support|help|assist|finance|fund|strengthen|build|implement|cover|meet)\b)) ?([^.;,()]{3,160})"
)
_PERIOD = re.compile(r"(?:the )?(?:\d|(?:[\w-]+ ){0,2}(?:period|year|month|biennium)\b)")
_PARTIES = frozenset({"ORG", "COUNTRY", "PROGRAMME"})
_GIVING = frozenset({"contribution", "pledge", "appropriation"})
_REACH = 240
_BEFORE = 60
_LIMIT = Decimal(10) ** 20


class Funding(NamedTuple):
    """One amount: `passage.text[start:end]` are its words; the ids are of mentions in its sentence."""

    passage: int
    start: int
    end: int
    currency: str
    amount: Decimal
    upper: Decimal | None
    role: str
    cue: str | None
    givers: tuple[str, ...]
    receivers: tuple[str, ...]
    fund_id: str | None
    fund_name: str | None
    purpose: str | None
    method: str
    confidence: float


def find(passages: Sequence[Passage], mentions: Sequence[Mention]) -> tuple[Funding, ...]:
    """The amounts among `mentions` in order, each read within its sentence; passages without one cost nothing."""
    found: list[Funding] = []
    for at, group in groupby(mentions, attrgetter("passage")):
        named = sorted((m for m in group if m.layer != "nested"), key=attrgetter("start"))
        if any(m.type == "MONEY" for m in named):
            found.extend(_in_passage(passages[at].text, named))
    return tuple(found)


def _in_passage(text: str, named: Sequence[Mention]) -> Iterator[Funding]:
    parts = iter(spans(text))
    part = next(parts, (0, len(text)))
    parties = [m for m in named if m.type in _PARTIES]
    first = 0
    for money in named:
        if money.type != "MONEY":
            continue
        while part[1] <= money.start and (after := next(parts, None)):
            part = after
        sentence = (max(part[0], money.start - _REACH), min(part[1], money.end + _REACH))
        while first < len(parties) and parties[first].start < sentence[0]:
            first += 1
        last = first
        while last < len(parties) and parties[last].end <= sentence[1]:
            last += 1
        made = _read(text, sentence, money, parties[first:last])
        if made:
            yield made


def _read(text: str, sentence: Span, money: Mention, near: Sequence[Mention]) -> Funding | None:
    currency, _, value = money.ids[0].removeprefix("money:").partition(" ")
    low, _, high = value.partition("/")
    amount, upper = Decimal(low), Decimal(high) if high else None
    if max(amount, upper or amount) >= _LIMIT:
        return None
    role, cue, distance = _role(text, sentence, money)
    givers, receivers = _sides(text, money, near, role)
    fund_id, fund_name = _fund(text, sentence, money, near)
    method = "parties" if givers or receivers else "cue" if cue else "amount"
    confidence = {"parties": 0.9, "cue": 0.8 if distance < 60 else 0.6, "amount": 0.4}[method]
    return Funding(
        money.passage, money.start, money.end, currency, amount, upper, role, cue, givers, receivers,
        fund_id, fund_name, _purpose(text[money.end : sentence[1]]), method, confidence,
    )  # fmt: skip


def _role(text: str, sentence: Span, money: Mention) -> tuple[str, str | None, int]:
    """The role, the word that says so and how far it stands: one tied to the amount, else the last before, else the next after."""
    after = next(_CUE.finditer(text, money.end, min(sentence[1], money.end + 80)), None)
    if after and _KIND.match(text[money.end : after.start()]):
        return str(after.lastgroup), after[0], 0
    before = deque(_CUE.finditer(text, sentence[0], money.start), maxlen=1)
    nearest = before[0] if before else after
    if nearest is None:
        return "other", None, 0
    return str(nearest.lastgroup), nearest[0], max(money.start - nearest.end(), nearest.start() - money.end)


def _sides(
    text: str, money: Mention, near: Sequence[Mention], role: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Givers and receivers that the grammar around the amount names; none where it does not."""
    givers: list[str] = []
    receivers: list[str] = []
    end = None
    for party in near:
        if party.end <= money.start:
            between = text[party.end : money.start]
            before = text[max(0, party.start - _BEFORE) : party.start]
            if between == " (" and _SOURCE.search(before):
                givers = [party.ids[0]]
            elif _AGENT.search(before):
                continue
            elif _GETS.match(between) or (_WITH.match(between) and role == "contribution"):
                receivers = [party.ids[0]]
            elif _GIVES.match(between) and role != "other":
                givers = [party.ids[0]]
        elif party.start >= money.end:
            between = text[money.end : party.start]
            if role in _GIVING | {"requirement"} and _TO.match(between):
                receivers.append(party.ids[0])
            elif _FROM.match(between) or (end is not None and _FROM_LIST.match(text[end : party.start])):
                givers.append(party.ids[0])
                end = party.end
    kept = tuple(dict.fromkeys(givers))
    return kept, tuple(r for r in dict.fromkeys(receivers) if r not in kept)


def _fund(
    text: str, sentence: Span, money: Mention, near: Sequence[Mention]
) -> tuple[str | None, str | None]:
    """The fund of the sentence that stands nearest, listed or only named."""
    listed = [p for p in near if re.search(r"\b(?:Fund|Facility)\b", text[p.start : p.end])]
    if listed:
        one = min(listed, key=lambda p: max(money.start - p.end, p.start - money.end))
        return one.ids[0], text[one.start : one.end]
    if "Fund" not in text[sentence[0] : sentence[1]] and "Facility" not in text[sentence[0] : sentence[1]]:
        return None, None
    spelled = list(_NAMED.finditer(text, *sentence))
    if not spelled:
        return None, None
    return None, min(spelled, key=lambda m: max(money.start - m.end(), m.start() - money.end))[0]


def _purpose(after: str) -> str | None:
    found = _PURPOSE.match(after)
    if found is None or _PERIOD.match(found[1]):
        return None
    return re.split(r" for the (?:\S+ )?period| from 1 | through ", found[1])[0].strip() or None
