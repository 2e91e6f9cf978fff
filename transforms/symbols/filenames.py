"""File names <-> symbols, as the UN Digital Library and the document system name their files.

>>> from_file_name("S_RES_37%281947%29-ES.pdf")
((Symbol(text='S/RES/37 (1947)', ...),), 'es')
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from transforms.errors import Refusal
from transforms.symbols.grammar import parse
from transforms.symbols.repair import repair
from transforms.symbols.spelling import LONGEST
from transforms.symbols.symbol import Symbol

_EXTENSION = re.compile(r"\.(?:pdf|docx?|txt|text|md|markdown|html?|xml|json|rtf|wpf)$", re.IGNORECASE)
_LANGUAGE = re.compile(r"[-._](ar|en|es|fr|ru|zh)$", re.IGNORECASE)
_JOB_NUMBER = re.compile(r"[-_](?:[A-Z]?\d{7})([ACEFGRS])?$")
_LETTER = re.compile(r"(?:(?<=\d)-|(?<=^S_RES_\d{4})_|(?<=^S_RES_\d{3})_)([ACEFGRS])$")
_GENEVA = re.compile(r"^(?!.*_(?:RES|DEC|L\.)).*(?<=\d)_([ACEFRS])$", re.IGNORECASE)
"""Geneva's own names end in the letter of the language, `A_HRC_14_15_E`; only resolutions and drafts have parts."""
_LETTERS = {"A": "ar", "C": "zh", "E": "en", "F": "fr", "R": "ru", "S": "es", "G": "de"}
_COPY = re.compile(r"(?<=\d)_0$")
"""What a library's software puts after a name that it holds already: `S_PRST_2007_36_0`; no number is 0."""
_SECOND = re.compile(r"[ _]\(\d{1,2}\)$")
"""What a browser puts after a name that it has saved before: `A_79_876-EN (1)`."""
_SLIP = re.compile(r"(?<=_)(RES|DEC|PRST)-(?=\d)")
"""A hyphen put for the underline before a number: `S_RES-2780`."""
_BRACKETED = re.compile(r"^\[([A-Z_]+)_\](?=[A-Z])")
"""A body that the library adds and the page does not print: `[E_ECE_]TRANS_SC.2_2001_20`."""
_DATE = re.compile(r"^\d{4}-\d\d-\d\d_")
_INSIDE = re.compile(r"\([^()]*\)")
_PART_LETTER = re.compile(r"(?<=\d)_(?=[A-Z](?:-[A-Z])?(?:$|_?\())")
_JOINT = re.compile(r"&|(?<=[\w)])-(?=[A-Z]+_[A-Z\d])")


def from_file_name(name: str) -> tuple[tuple[Symbol, ...], str | None] | None:
    """The symbols and the language (ISO code) that a file's name gives, or None when it is no symbol's name.

    Only series of the United Nations are recognised: any two words joined by `_` would look like a foreign one.
    """
    if len(name) > 2 * LONGEST:
        return None
    stem = _SECOND.sub("", _EXTENSION.sub("", unquote(name)))
    stem, language = _take_language(stem)
    stem = _SLIP.sub(r"\1_", _COPY.sub("", _DATE.sub("", stem).strip("_ ")))
    halves = _JOINT.split(_BRACKETED.sub(r"\1_", stem))
    try:
        symbols = tuple(symbol for half in halves for symbol in _read(half))
    except Refusal:
        return None
    if any(symbol.is_foreign for symbol in symbols):
        return None
    return symbols, language


def to_file_name(symbols: tuple[Symbol, ...], language: str | None) -> str:
    """The stem of the file that holds `symbols` in `language`: `A_61_204&S_2006_590-EN`. No extension."""
    stem = "&".join(str(symbol).replace("/", "_").replace(" ", "_") for symbol in symbols)
    return f"{stem}-{language.upper()}" if language else stem


def _take_language(stem: str) -> tuple[str, str | None]:
    if found := _LANGUAGE.search(stem):
        return stem[: found.start()], found[1].lower()
    if found := _JOB_NUMBER.search(stem) or _LETTER.search(stem):
        return stem[: found.start()], _LETTERS.get(found[1] or "")
    if found := _GENEVA.match(stem):
        return stem[: found.start(1) - 1], _LETTERS[found[1].upper()]
    return stem, None


def _read(half: str) -> tuple[Symbol, ...]:
    spaced = _INSIDE.sub(lambda found: found[0].replace("_", " "), half)
    spaced = _PART_LETTER.sub(" ", spaced).replace("_(", " (")
    spelt = spaced.replace("_", "/")
    try:
        return parse(spelt)
    except Refusal:
        return repair(spelt)
