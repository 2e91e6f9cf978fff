"""A line of print -> the symbols that it consists of. A line that says anything else cites them, and gives none.

>>> [str(symbol) for symbol in symbols_of("United Nations   A/79/876\u2013S/2025/230*")]
['A/79/876', 'S/2025/230']
>>> symbols_of("see A/79/876")
()
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from transforms import symbols
from transforms.errors import Refusal
from transforms.symbols import Symbol
from transforms.symbols.vocabulary import WITH_PARTS

LONGEST = 160
"""Characters of a line that may be a symbol."""
LONG = 250
"""Characters from which a line is a paragraph, and the masthead is over."""
NEAR = 8
"""Lines between a symbol and the words of its masthead: `Distr.`, `GENERAL`, a date and two languages stand between."""

NATIONS = re.compile(
    r"United Nations|Nations Unies|Naciones Unidas|Организация Объединенных Наций|联合国|聯合國|الأمم المتحدة|Vereinte Nationen",
    re.IGNORECASE,
)
DISTRIBUTION = re.compile(r"Distr?\b|Distribu|Verteilung|(?:UN)?RESTRICTED|GENERALE?\b|LIMITED|PROVISIONAL")
SUFFIX = re.compile(r"\s*(?:(?:Add|Amend|Corr|Rev)\. ?\d|\((?:Part|Vol|Sect))")
JOB_NUMBER = re.compile(r"(?:[A-Z]{2}\.)?\d{2}-\d{5}(?:\s*\([A-Z]\))?\s*\Z")

_SYMBOL_LIKE = re.compile(r"[A-Z][A-Za-z]{0,7}(?:\.\d+)?/")
_BREAKS = ("-", "/")
_GOES_ON = re.compile(
    r"/|\((?:Parts?|Vols?|Sect|Chap|SUPP|Resumption|\d{4}\)|[IVXLC]+\))|(?:Add|Amend|Corr|Rev)\b|[A-Z]{1,7}/"
)
_LOOK_ALIKE = str.maketrans("АВЕКМНОРСТХІ", "ABEKMHOPCTXI")
"""Typists of Russian texts take the letter of their own alphabet that looks like the one they need."""
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_JOINT = re.compile(r"\s*-\s*(?=[A-Z]{1,7}(?:\.\d+)?/)")
_BETWEEN = re.compile(r"(?<=[\w)*])(?:\s+|\s*[,;]\s*)(?:and\s+)?(?=[A-Z]{1,7}(?:\.\d+)?/)")
_PART_OF_SECTION = re.compile(r"/Part [A-Z](?=\**\Z)")
"""A/81/6 (Sect. 13) prints `/Part A` after its symbol; its running heads and its properties do not."""
_WORDED = re.compile(r"\(([^()]*(?:partie|parte))\)|\(Часть ([IVX]+|\d+)\)", re.IGNORECASE)
_ORDINALS = {
    word: numeral
    for words in (
        "premiere deuxieme troisieme quatrieme cinquieme sixieme",
        "primera segunda tercera cuarta quinta sexta",
    )
    for word, numeral in zip(words.split(), ("I", "II", "III", "IV", "V", "VI"), strict=True)
}


def symbols_of(text: str) -> tuple[Symbol, ...]:
    """The symbols that a line consists of, a joint one as its halves; none where it says anything else."""
    line = tidy(text)
    if len(line) > LONGEST or not _SYMBOL_LIKE.match(line):
        return ()
    line = _JOINT.sub("-", _PART_OF_SECTION.sub("", _WORDED.sub(_in_english, line)))
    try:
        found = [symbol for each in _BETWEEN.split(line) for symbol in _read(each)]
    except Refusal:
        return ()
    return tuple(dict.fromkeys(found)) if all(map(is_certain, found)) else ()


def is_certain(symbol: Symbol) -> bool:
    """Whether a symbol reads as one that the United Nations print.

    Not so another organisation's, `(continued)` as the name of a part, and a letter after the number of anything but
    a resolution or a draft of one: in scans stand `A/39/36I` for A/39/361, and `E/lCEF/672`.
    """
    if symbol.is_foreign or (symbol.part is not None and symbol.type not in WITH_PARTS):
        return False
    return not any(name[:1].islower() for name in (*symbol.named_parts, *symbol.body.split("/")))


def tidy(text: str) -> str:
    """A line in one spelling, without invisible marks and without the name of the United Nations around it."""
    line = unicodedata.normalize("NFKC", text[: 2 * LONG])
    line = "".join(" " if c.isspace() else c for c in line if unicodedata.category(c) != "Cf")
    line = " ".join(NATIONS.sub(" ", line).split()).translate(_DASHES)
    return line.translate(_LOOK_ALIKE) if "/" in line else line


def joined(line: str, following: str) -> str | None:
    """A symbol that goes on in the next line, as one; None where the next line begins something else."""
    start, rest = tidy(line), tidy(following)
    if not _SYMBOL_LIKE.match(start) or not _GOES_ON.match(rest):
        return None
    if rest[0] == "(":
        return f"{start} {rest}"
    if rest[0] == "/" or start.endswith(_BREAKS):
        return start + rest
    return None if _SYMBOL_LIKE.match(rest) else f"{start}/{rest}"


def headed(lines: Sequence[str], *, is_header: bool = False) -> tuple[Symbol, ...]:
    """The symbols of the masthead that lines open with: each alone on its line, near the words that mastheads print.

    Args:
        lines: the first lines of a document.
        is_header: whether they are a first page's header, which says who the document is even without those words.
    """
    head = list(_head(lines))
    words = [n for n, line in enumerate(head) if is_name(line) or DISTRIBUTION.match(line.strip())]
    found: list[Symbol] = []
    last = None
    for n, line in enumerate(head):
        read = _longest(line, head[n + 1 : n + 2])
        is_near = is_header or any(abs(n - word) <= NEAR for word in words)
        if read and is_near and (last is None or n - last <= 2):
            found.extend(symbol for symbol in read if symbol.body not in {s.body for s in found})
            last = n
    return tuple(found)


def is_name(line: str) -> bool:
    """Whether a line is the name of the United Nations, with nothing beside it but symbols."""
    return bool(NATIONS.search(line)) and (not tidy(line) or bool(symbols_of(line)))


def _longest(line: str, following: Sequence[str]) -> tuple[Symbol, ...]:
    """The symbols of a line, with the next one where the symbol goes on in it."""
    whole = joined(line, following[0]) if following else None
    return (symbols_of(whole) if whole else ()) or symbols_of(line)


def _head(lines: Sequence[str]) -> Iterator[str]:
    for line in lines[:60]:
        if len(line) > LONG:
            return
        if line.strip():
            yield line


def _read(text: str) -> tuple[Symbol, ...]:
    try:
        return symbols.parse(text)
    except Refusal:
        return symbols.repair(text)


def _in_english(found: re.Match[str]) -> str:
    """`(Première partie)` as `(Part I)`: papers of UNICEF of 1980 print it so, and no list of symbols does."""
    if found[2]:
        return f"(Part {found[2]})"
    plain = unicodedata.normalize("NFD", found[1].lower())
    word = "".join(c for c in plain if not unicodedata.combining(c)).split()[0]
    return f"(Part {_ORDINALS[word]})" if word in _ORDINALS else found[0]
