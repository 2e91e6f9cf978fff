"""Document symbols printed in a text: `A/61/204-S/2006/590`, `PSC/PR/2(XCVIII)`, `A/57/470 and Add.1`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms import symbols
from transforms.citations import pinpoints
from transforms.citations.reference import Reference
from transforms.errors import Refusal
from transforms.symbols.vocabulary import ROOTS

_ROOT_CHARACTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.")
_ROOT = re.compile(r"[A-Z][A-Za-z]{0,11}(?:\.[A-Z\d][A-Za-z\d]{0,5})?(?=/)")
_PARENTHESIS = (
    r" ?\((?:[IVXLC]+|E?S-[IVXLC]+|(?:19|20)\d\d|\d{1,2}(?=\)/)|(?i:parts?|vols?|sects?|chap)\.? ?[^()]{1,24}|(?i:supp)|"
    r"Introduction|Plan outline|Resumption \d)\)"
)
_ELEMENT = r"(?:[A-Za-z0-9]+(?:[.\-–‑][A-Za-z0-9]+)*)"
_SYMBOL = re.compile(rf"[A-Z][A-Za-z]{{0,11}}(?:\.[A-Z\d][A-Za-z\d]*)?(?:/{_ELEMENT}(?:{_PARENTHESIS})?)+")
_TAIL = re.compile(r" ?(?:\([^()]*\)|[-–‑.][^-–‑./()]*)$")
_PART = re.compile(r" [A-Z](?:-[A-Z]| and [A-Z])?(?![\w.’'(])(?: \([IVXLC]+\))?")
_MORE = re.compile(r"(?:,? and |, )((?:Add|Corr|Rev|Amend)\.\d{1,3})\b")
_MORE_NUMBERS = re.compile(r"(?:,? and |, )(\d{1,2})\b(?!/)(?![-–]\d)")
_FOREIGN = re.compile(
    r"[A-Z]{2,8}(?:\.[A-Z]{1,4})?(?:/(?:[A-Z]{1,8}|[A-Z][a-z]{1,4}\.\d+|[A-Z]+\.\d+|\d+(?: ?\([IVXLC]+\))?))+"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SURE, _REPAIRED, _FOREIGN_SURE = 1.0, 0.8, 0.9


def cite_symbols(text: str, slashes: Sequence[int]) -> list[Reference]:
    """The document symbols in `text`, of which every one has a slash at one of `slashes`."""
    found: list[Reference] = []
    done = 0
    for slash in slashes:
        if slash < done:
            continue
        start = _root_start(text, slash)
        if start is None:
            continue
        references = _cite_at(text, start)
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


def _cite_at(text: str, start: int) -> list[Reference]:
    found = _SYMBOL.match(text, start)
    if found is None:
        return []
    printed = found[0]
    parsed = _read(printed)
    while parsed is None and (tail := _TAIL.search(printed)):  # what belongs to the sentence
        printed = printed[: tail.start()]
        parsed = _read(printed)
    if parsed is None:
        return []
    cited, confidence = parsed
    end = start + len(printed)
    if cited[-1].type in ("RES", "DEC") and cited[-1].part is None and (part := _PART.match(text, end)):
        longer = _read(printed + part[0])
        if longer is not None:
            cited, end = longer[0], part.end()
    pinpoint = (
        pinpoints.after(text, end) or pinpoints.after_parenthesis(text, end) or pinpoints.before(text, start)
    )
    first = _reference(start, end, cited, confidence, pinpoint)
    return [first, *_continue(text, end, cited)] if pinpoint is None else [first]


def _reference(
    start: int,
    end: int,
    cited: tuple[symbols.Symbol, ...],
    confidence: float,
    pinpoint: pinpoints.Pinpoint | None,
) -> Reference:
    names = tuple(str(symbol) for symbol in cited)
    return Reference(
        start=start,
        end=end,
        type="DOC_SYMBOL",
        ids=tuple(f"sym:{name}" for name in names),
        cited_symbols=names,
        pinpoint=pinpoint.place if pinpoint else None,
        method="symbol"
        if confidence == _SURE
        else "symbol-repaired"
        if confidence == _REPAIRED
        else "symbol-foreign",
        confidence=confidence,
        pinpoint_spans=((pinpoint.start, pinpoint.end),) if pinpoint else (),
    )


def _read(printed: str) -> tuple[tuple[symbols.Symbol, ...], float] | None:
    is_ours = printed.partition("/")[0].partition(".")[0] in ROOTS
    try:
        parsed = symbols.parse(printed)
        confidence = _SURE if is_ours else _FOREIGN_SURE
    except Refusal:
        if not is_ours:
            return None
        try:
            parsed, confidence = symbols.repair(printed), _REPAIRED
        except Refusal:
            return None
    return (parsed, confidence) if all(_is_likely(symbol, printed) for symbol in parsed) else None


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


def _continue(text: str, end: int, cited: tuple[symbols.Symbol, ...]) -> list[Reference]:
    """What is added to a symbol without repeating it: `A/57/470 and Add.1 and 2`."""
    found: list[Reference] = []
    while more := _MORE.match(text, end):
        suffix = more[1]
        found.append(_added(more, cited, suffix))
        end = more.end()
        while number := _MORE_NUMBERS.match(text, end):
            found.append(_added(number, cited, f"{suffix.partition('.')[0]}.{number[1]}"))
            end = number.end()
    return found


def _added(found: re.Match[str], cited: tuple[symbols.Symbol, ...], suffix: str) -> Reference:
    longer = tuple(symbols.parse(f"{symbol}/{suffix}")[0] for symbol in cited)
    return _reference(found.start(1), found.end(1), longer, _SURE, None)
