"""Text -> Symbol, by the order in which every series puts its elements: body, session, type, number, suffixes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from transforms.errors import Refusal
from transforms.symbols.draft import YEAR, Draft, finish
from transforms.symbols.spelling import refuse, spell
from transforms.symbols.symbol import Symbol
from transforms.symbols.vocabulary import (
    BARE_NEEDS_NUMBER,
    MISSPELT,
    MIXED_CASE,
    NUMBERED_BODIES,
    PART_WORDS,
    ROOTS,
    SUFFIXES,
    TREATY_ROOTS,
    TYPES,
)

_JOINT = re.compile(r"(?<=[0-9A-Za-z)*])-(?=[A-Za-z]+/)")
_SLASH = re.compile(r"/(?![^()]*\))")
_SEGMENT = re.compile(r"([^()*]*?) ?((?:\([^()]+\) ?)*)(\**)")
_PARENTHESIS = re.compile(r"\(([^()]+)\)")

_ROOT = re.compile(r"[A-Za-z]{1,12}(?:\.[A-Za-z]{1,6})?(?:\.\d{1,3})?")
_SUFFIX = re.compile(r"(Add|Amend|Corr|Rev|Summary)(?:\. ?(\d{1,3}(?:-\d{1,3})?))?", re.IGNORECASE)
_SPECIAL = re.compile(r"(E?S)-(\d{1,3}|[IVXLC]+)", re.IGNORECASE)
_DOTTED = re.compile(
    r"([A-Za-z]+(?:\.[A-Za-z]+)*)\. ?(\d{1,6}(?:-\d{1,6})?|[IVX]+)(?: ?([A-Z]))?", re.IGNORECASE
)
_NUMBER = re.compile(
    r"(\d{1,6}(?:-\d{1,6})?)(?: ?([A-Z](?:-[A-Z])?|[A-Z](?:(?:,| and) [A-Z])+))?", re.IGNORECASE
)
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z]+[A-Za-z0-9]*(?:[.\-][A-Za-z][A-Za-z0-9]*)*")
_NAMED_PART = re.compile(r"([A-Za-z]+)\.? ?(.*)")
_COUNTRY = re.compile(r"[A-Z]{3}")
_ROMAN = re.compile(r"[IVXLC]+")


def parse(text: str) -> tuple[Symbol, ...]:
    """The symbols that `text` holds: one, or those of a joint symbol in the order printed.

    Feed it a symbol, not prose; misspelt ones go to `repair`.

    Raises:
        Refusal: `malformed-symbol`, quoting the text and saying what was expected.
    """
    spelt = spell(text)
    return tuple(_parse_one(half, text) for half in _JOINT.split(spelt))


def readable(texts: Iterable[str]) -> Iterator[Symbol]:
    """Every symbol that some texts hold, in order; a text that is no symbol, as catalogues have them, is passed over.

    >>> [str(symbol) for symbol in readable(["A/999/1", "no symbol"])]
    ['A/999/1']
    """
    for text in texts:
        try:
            yield from parse(text)
        except Refusal:
            continue


def join(symbols: tuple[Symbol, ...]) -> str:
    """The joint symbol of `symbols`, as printed on one document; `parse` takes it apart again."""
    return "-".join(str(symbol) for symbol in symbols)


def _parse_one(text: str, source: str) -> Symbol:
    segments = _SLASH.split(text)
    draft = Draft(source)
    is_reissued = text.endswith("*")
    for position, segment in enumerate(segments):
        found = _SEGMENT.fullmatch(segment)
        if found is None or not found[1]:
            raise refuse(source, "an element between two slashes is empty or its parentheses do not match")
        if found[3] and position + 1 < len(segments):
            raise refuse(source, "'*' may stand at the end alone")
        core = _read_root(draft, found[1]) if position == 0 else _read_element(draft, found[1])
        draft.canonical.append(core + _read_parentheses(draft, found[2]))
    return finish(draft, is_reissued=is_reissued)


def _read_root(draft: Draft, core: str) -> str:
    if not _ROOT.fullmatch(core):
        raise refuse(draft.source, "it must begin with a body such as A, S, E, ST or UNEP")
    is_ours = core.partition(".")[0].upper() in ROOTS
    if not is_ours and not core[0].isupper():
        raise refuse(draft.source, "it must begin with a body in capital letters")
    draft.body.append(core.upper() if is_ours else core)
    return draft.body[0]


def _read_element(draft: Draft, core: str) -> str:
    if _SUFFIX.fullmatch(core):
        return _read_suffix(draft, core)
    if draft.suffixes:
        raise refuse(draft.source, f"{core} stands after {draft.suffixes[-1]}, where only suffixes may stand")
    if special := _SPECIAL.fullmatch(core):
        draft.set_session(core.upper(), "emergency" if special[1].upper() == "ES" else "special")
        return core.upper()
    if number := _NUMBER.fullmatch(core):
        return _read_number(draft, number)
    if _ORDINAL.fullmatch(core):
        draft.numbers.append(core.lower())
        return core.lower()
    if dotted := _DOTTED.fullmatch(core):
        return _read_dotted(draft, dotted)
    if _NAME.fullmatch(core):
        return _read_name(draft, core)
    raise refuse(draft.source, f"its element {core[:20]!r} is no body, session, type, number or suffix")


def _read_suffix(draft: Draft, core: str) -> str:
    name, _, number = core.replace(" ", "").partition(".")
    if not draft.has_numbers:
        raise refuse(draft.source, f"{name} stands before any number")
    if not number and name.upper() != "SUMMARY":
        raise refuse(draft.source, f"{name} needs its number, as in {SUFFIXES[name.upper()]}.1")
    suffix = SUFFIXES[name.upper()] + (f".{number}" if number else "")
    draft.suffixes.append(suffix)
    return suffix


def _read_number(draft: Draft, found: re.Match[str]) -> str:
    digits, letters = found[1], found[2]
    if digits.startswith("0"):
        raise refuse(draft.source, f"the number {digits} begins with 0")
    if draft.type_number or draft.part:
        raise refuse(draft.source, f"the number {digits} stands after the document's own number")
    draft.numbers.append(digits)
    draft.after_type += draft.type is not None
    return digits + _read_part(draft, letters)


def _read_part(draft: Draft, letters: str | None) -> str:
    if not letters:
        return ""
    each = re.findall(r"\b[A-Z]\b", letters.upper())
    draft.part = each[0] if len(each) == 1 else f"{each[0]}-{each[-1]}"
    return f" {draft.part}"


def _read_dotted(draft: Draft, found: re.Match[str]) -> str:
    head, number, letter = found[1], found[2].upper(), found[3]
    if (
        head.upper() in TYPES and head.upper() != "GC"
    ):  # GC.23 is the Governing Council, GC/35 a general comment
        if draft.type is not None or number.startswith("0"):
            raise refuse(draft.source, f"{found[0]} cannot stand there")
        draft.type, draft.type_number = head.upper(), number
        return f"{_cased(head)}.{number}{_read_part(draft, letter)}"
    if draft.numbers:
        draft.qualifiers.append(f"{_cased(head)}.{number}")
    elif _counts_sessions(draft, head, number):
        draft.body.append(_cased(head))
        draft.set_session(number, "year" if YEAR.fullmatch(number) else "regular")
    else:
        draft.body.append(f"{_cased(head)}.{number}")
    return f"{_cased(head)}.{number}"


def _counts_sessions(draft: Draft, head: str, number: str) -> bool:
    if head.upper() in NUMBERED_BODIES:
        return head.upper() == "CONF" and YEAR.fullmatch(number) is not None
    return draft.session is None and number.isdigit()


def _read_name(draft: Draft, core: str) -> str:
    upper = core.upper()
    if upper in TYPES and draft.type is None and not (upper == "STAT" and not draft.numbers):
        draft.type = upper
        return _cased(upper)
    if upper in BARE_NEEDS_NUMBER or (upper in ("C", "CONF") and draft.body in (["A"], ["E"], ["S"])):
        raise refuse(draft.source, f"{core} needs a number after a point, as in {_cased(core)}.1")
    if draft.type in ("RES", "DEC", "PRST", "PV"):
        raise refuse(draft.source, f"{core} stands after the type {draft.type}")
    if upper in MISSPELT:
        raise refuse(draft.source, f"no body is called {upper}; {MISSPELT[upper]} may be meant")
    body = "/".join(draft.body)
    if (
        _COUNTRY.fullmatch(upper)
        and draft.country is None
        and (draft.body[0] in TREATY_ROOTS or body in TREATY_ROOTS)
    ):
        draft.country = upper
    elif draft.numbers:
        draft.qualifiers.append(_cased(core))
    else:
        draft.body.append(_cased(core))
    return _cased(core)


def _cased(core: str) -> str:
    """`core` in canonical case: upper, but as printed where it was printed in mixed case."""
    if core.isupper() or core.islower():
        return ".".join(MIXED_CASE.get(word, word) for word in core.upper().split("."))
    return core


def _read_parentheses(draft: Draft, printed: str) -> str:
    canonical = ""
    for inner in _PARENTHESIS.findall(printed):
        value = inner.strip()
        if not draft.has_numbers and value.isdigit():
            draft.set_session(value, "regular")
            canonical += f"({value})"
            continue
        canonical += f" ({_read_parenthesis(draft, value)})"
    return canonical


def _read_parenthesis(draft: Draft, value: str) -> str:
    upper = value.upper()
    if special := _SPECIAL.fullmatch(value):
        draft.set_session(upper, "emergency" if special[1].upper() == "ES" else "special")
        return upper
    if _ROMAN.fullmatch(upper):
        draft.set_session(upper, "regular")
        return upper
    if YEAR.fullmatch(value):
        if draft.body == ["A"]:
            raise refuse(
                draft.source, f"the General Assembly counts sessions, so the year ({value}) does not belong"
            )
        draft.set_session(value, "year")
        return value
    part = _name_part(value)
    draft.named_parts.append(part)
    return part


def _name_part(value: str) -> str:
    found = _NAMED_PART.fullmatch(value)
    if found and (word := PART_WORDS.get(found[1].upper())):
        return f"{word} {found[2]}".strip()
    glued = re.fullmatch(r"(parts?|vols?|sect)\.?([IVX]+|\d+[A-Z]?)", value, re.IGNORECASE)
    return f"{PART_WORDS[glued[1].upper()]} {glued[2].upper()}" if glued else value
