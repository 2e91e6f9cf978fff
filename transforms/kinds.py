"""What kind of document it is, and the words or the rule that say so.

>>> from transforms.masthead import Masthead
>>> classify(Masthead(author="Note by the Secretary-General"), Structure((), (), (), (), ()), Layout("", (), "text/plain"))
('note', 'Note by the Secretary-General')
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.blocks import Layout
from transforms.masthead import Masthead
from transforms.paragraphs import Structure

_BY_SYMBOL = (
    ("corrigendum", re.compile(r"/Corr\.\d")),
    ("addendum", re.compile(r"/Add\.\d")),
    ("resolution", re.compile(r"(?:\A|/)RES/")),
    ("decision", re.compile(r"(?:\A|/)DEC/")),
    ("presidential_statement", re.compile(r"/PRST/")),
    ("verbatim_record", re.compile(r"/PV\.\d")),
    ("summary_record", re.compile(r"/SR\.\d")),
)
_BY_WORDS = (
    ("corrigendum", re.compile(r"Corrigendum\b")),
    ("addendum", re.compile(r"Addendum\b")),
    ("letter", re.compile(r"(?:Identical letters?|Letters?|Note verbale) dated\b[^\n]{0,120}")),
    ("presidential_statement", re.compile(r"Statement by the President of the Security Council")),
    (
        "resolution",
        re.compile(
            r"Resolution adopted by the [A-Z][^\n]{0,60}|Adopted by the Security Council at its [^\n]{0,60}"
        ),
    ),
    ("budget", re.compile(r"[Pp]ro(?:posed|gramme) (?:programme )?budget for [^\n]{0,40}")),
    ("note", re.compile(r"Note by (?:the )?[A-Z][^\n]{0,80}")),
    (
        "report",
        re.compile(
            r"(?:\w+ )?[Rr]eport (?:of|by|submitted by) (?:the )?[A-Z][^\n]{0,80}|[Rr]eport on [^\n]{0,80}"
        ),
    ),
)
_OWN_WORDS = (
    ("report", re.compile(r"\b[Tt]he present (?:\w+ )?report\b")),
    ("note", re.compile(r"\b[Tt]he present note\b")),
    (
        "report",
        re.compile(r"\b[Ii]n presenting this report\b|\bsubmit(?:ting)? (?:the present|this) report\b"),
    ),
)
FIRST = 12
"""Paragraphs at the start in which a document speaks of itself."""


def classify(masthead: Masthead, structure: Structure, layout: Layout) -> tuple[str, str]:
    """The kind of a document and its evidence: symbol, then masthead, then what it is made of, then its own words."""
    return next(_signs(masthead, structure, layout), ("document", "no sign of another kind"))


def _signs(masthead: Masthead, structure: Structure, layout: Layout) -> Iterator[tuple[str, str]]:
    for symbol in masthead.symbols:
        yield from ((kind, str(symbol)) for kind, pattern in _BY_SYMBOL if pattern.search(str(symbol)))
    head = "\n".join(layout.source[start:end] for start, end in masthead.spans)
    for text in (masthead.author or "", head):
        yield from (
            (kind, " ".join(match[0].split()))
            for kind, pattern in _BY_WORDS
            if (match := pattern.search(text))
        )
    kinds = {paragraph.kind for paragraph in structure.paragraphs}
    if {"operative", "preambular"} <= kinds:
        yield "resolution", "preambular and operative paragraphs"
    if "letter" in kinds:
        yield "letter", "the opening of a letter"
    for paragraph in structure.paragraphs[:FIRST]:
        yield from (
            (kind, match[0]) for kind, pattern in _OWN_WORDS if (match := pattern.search(paragraph.text))
        )
    is_bare = not masthead.spans and not masthead.symbols
    if is_bare and (layout.media_type == "text/html" or all(p.number is None for p in structure.paragraphs)):
        yield "web_page", "no masthead and no numbered paragraphs"
