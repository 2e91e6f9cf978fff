"""Document symbols printed in a text: `A/61/204-S/2006/590`, `PSC/PR/2(XCVIII)`, `A/57/470 and Add.1`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from transforms import symbols
from transforms.citations import dating, pinpoints
from transforms.citations.reference import Reference
from transforms.citations.yearly import year_of
from transforms.errors import Refusal
from transforms.symbols.vocabulary import ROOTS

_ROOT_CHARACTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.")
_ROOT = re.compile(r"[A-Z][A-Za-z]{0,11}(?:\.[A-Z\d][A-Za-z\d]{0,5})?(?=/)")
_PARENTHESIS = (
    r" ?\((?:[IVXLC]+|E?S-[IVXLC]+|(?:19|20)\d\d|\d{1,2}(?=\)/)|(?i:parts?|vols?|sects?|chap)\.? ?[^()]{1,24}|(?i:supp)|"
    r"Introduction|Plan outline|Resumption \d)\)"
)
_ELEMENT = r"(?:[A-Za-z0-9]+(?:[.\-–‑][A-Za-z0-9]+)*)"
_SYMBOL = re.compile(
    rf"[A-Z][A-Za-z]{{0,11}}(?:\.[A-Z\d][A-Za-z\d]*)?(?:/{_ELEMENT}(?:{_PARENTHESIS})?){{1,10}}"
)
_TAIL = re.compile(r" ?(?:\([^()]*\)|[-–‑.][^-–‑./()]*)$")
_PART = re.compile(r" [A-Z](?:-[A-Z]| and [A-Z])?(?![\w.’'(])(?: \((?:E?S-)?[IVXLC]+\))?")
_MORE = re.compile(r"(?:,? and |, )((?:Add|Corr|Rev|Amend)\.\d{1,3})\b")
_MORE_NUMBERS = re.compile(r"(?:,? and |, )(\d{1,2})\b(?!/)(?![-–]\d)")
_FOREIGN = re.compile(
    r"[A-Z]{2,8}(?:\.[A-Z]{1,4})?(?:/(?:[A-Z]{1,8}|[A-Z][a-z]{1,4}\.\d+|[A-Z]+\.\d+|\d+(?: ?\([IVXLC]+\))?))+"
)
_LONGEST = 100
_YEAR = re.compile(r"(?:19|20)\d\d")
_PLAIN = re.compile(
    r"(?:A/[1-9]\d?|[SE]/(?:199[4-9]|20\d\d)|S/PRST/(?:199[4-9]|20\d\d)|A/RES/[3-9]\d)/[1-9]\d{0,3}"
)
"""The shapes of most symbols, whose canonical form is what is printed."""
_MAY_HAVE_PARTS = re.compile(r"/(?:RES|DEC)/[^ (]+$")
_STATEMENT = re.compile(
    r"(?:PRST|[Pp]residential [Ss]tatement) (?P<number>(?:199[4-9]|20\d\d)/[1-9]\d?)(?![\d/])"
)
_STATEMENT_REACH = 23
"""Characters of the longest words that announce a statement by its year and number alone."""
_WITHOUT_YEAR = re.compile(r"S/RES/([1-9]\d*)")
_CONFIDENCE = {
    "symbol": 1.0, "symbol-foreign": 0.9, "symbol-completed": 0.9, "statement-number": 0.9, "symbol-repaired": 0.8,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Read:
    """The canonical symbols of a printed one, and the rule that read it."""

    names: tuple[str, ...]
    method: str


def cite_symbols(text: str, slashes: Sequence[int]) -> list[Reference]:
    """The document symbols in `text`, of which every one has a slash at one of `slashes`."""
    found: list[Reference] = []
    done = 0
    for slash in slashes:
        if slash < done:
            continue
        start = _root_start(text, slash)
        references = _cite_statement(text, slash) if start is None else _cite_at(text, start)
        found += references
        if references:
            done = references[-1].end
    return found


def _root_start(text: str, slash: int) -> int | None:
    start = slash
    while start and slash - start < 20 and text[start - 1] in _ROOT_CHARACTERS:
        start -= 1
    if start == slash or (start and text[start - 1] in "/-@_&=\\"):
        return None
    while text[start] == ".":
        start += 1
    return start if _ROOT.match(text, start) else None


def _cite_statement(text: str, slash: int) -> list[Reference]:
    """A statement of the Council's President cited without its series: `PRST 2006/39`, `Presidential Statement 2012/2`."""
    begin = max(0, slash - len("2006") - _STATEMENT_REACH)
    if (
        not text.startswith(("PRST ", "tatement "), max(0, slash - 9))
        and "tatement " not in text[begin:slash]
    ):
        return []
    found = next((each for each in _STATEMENT.finditer(text, begin, slash + 4) if each.end() > slash), None)
    if found is None:
        return []
    name = f"S/PRST/{found['number']}"
    pinpoint = pinpoints.after(text, found.end())
    return [
        _reference(
            *found.span(), _Read((name,), "statement-number"), pinpoint, dating.after(text, found.end())
        )
    ]


def _cite_at(text: str, start: int) -> list[Reference]:
    found = _SYMBOL.match(text, start)
    if found is None or text.startswith("/", found.end()) or len(found[0]) > _LONGEST:
        return []
    printed = found[0]
    part = _PART.match(text, found.end()) if _MAY_HAVE_PARTS.search(printed) else None
    if part and _read(printed + part[0]):
        printed += part[0]
    read = _read(printed)
    while read is None and (tail := _TAIL.search(printed)):  # what belongs to the sentence
        printed = printed[: tail.start()]
        read = _read(printed)
    if read is None:
        return []
    end = start + len(printed)
    pinpoint = (
        pinpoints.after(text, end)
        or pinpoints.after_parenthesis(text, end)
        or pinpoints.before(text, start)
        or pinpoints.before_parenthesis(text, start)
        or pinpoints.singled_out(text, end)
    )
    first = _reference(start, end, read, pinpoint, dating.before(text, start) or dating.after(text, end))
    return [first] if pinpoint else [first, *_continue(text, end, read)]


def _reference(
    start: int, end: int, read: _Read, pinpoint: pinpoints.Pinpoint | None, stated: dt.date | None = None
) -> Reference:
    return Reference(
        start=start,
        end=end,
        type="DOC_SYMBOL",
        ids=tuple(f"sym:{name}" for name in read.names),
        cited_symbols=read.names,
        pinpoint=pinpoint.place if pinpoint else None,
        method=read.method,
        confidence=_CONFIDENCE[read.method],
        pinpoint_spans=((pinpoint.start, pinpoint.end),) if pinpoint else (),
        stated_date=stated,
    )


@lru_cache(maxsize=4096)
def _read(printed: str) -> _Read | None:
    """The symbols in `printed`, or None where it is something else with strokes. Texts repeat their symbols."""
    if _PLAIN.fullmatch(printed):
        return _Read((printed,), "symbol")
    if printed.startswith("PRST/"):
        return _read(f"S/{printed}")
    is_ours = printed.partition("/")[0].partition(".")[0] in ROOTS
    method = "symbol" if is_ours else "symbol-foreign"
    if (bare := _WITHOUT_YEAR.fullmatch(printed)) and (year := year_of(int(bare[1]))):
        return _Read((f"{printed} ({year})",), "symbol-completed")
    try:
        parsed = symbols.parse(printed)
    except Refusal:
        if not is_ours:
            return None
        try:
            parsed, method = symbols.repair(printed), "symbol-repaired"
        except Refusal:
            return None
    likely = all(_is_likely(symbol, printed) for symbol in parsed)
    return _Read(tuple(map(str, parsed)), method) if likely else None


def _is_likely(symbol: symbols.Symbol, printed: str) -> bool:
    """Whether it is a symbol and no list of names or numbers with strokes (`UNDP/2018`, `HIV/AIDS`, `A/1`)."""
    if symbol.is_foreign:
        return (
            bool(_FOREIGN.fullmatch(printed))
            and printed.count("/") > 1
            and not _YEAR.fullmatch(symbol.number)
        )
    if symbol.text.count("/") > 1 or symbol.type or symbol.suffixes:
        return True
    is_single = len(symbol.body) == 1
    return (symbol.body == "CD" or not _YEAR.fullmatch(symbol.number)) and (
        not is_single or len(symbol.number) > 1
    )


def _continue(text: str, end: int, read: _Read) -> list[Reference]:
    """What is added to a symbol without repeating it: `A/57/470 and Add.1 and 2`."""
    found: list[Reference] = []
    while more := _MORE.match(text, end):
        suffix = more[1]
        found.append(_added(more, read, suffix))
        end = more.end()
        while number := _MORE_NUMBERS.match(text, end):
            found.append(_added(number, read, f"{suffix.partition('.')[0]}.{number[1]}"))
            end = number.end()
    return found


def _added(found: re.Match[str], read: _Read, suffix: str) -> Reference:
    longer = _Read(tuple(f"{name}/{suffix}" for name in read.names), read.method)
    return _reference(found.start(1), found.end(1), longer, None)
