"""What kind of document it is, and the words or the rule that say so.

>>> from transforms.masthead import Masthead
>>> classify(Masthead(author="Note by the Secretary-General"), Structure((), (), (), (), ()), Layout("", (), "text/plain"))
('note', 'Note by the Secretary-General')
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from transforms.blocks import Layout
from transforms.kinds import words
from transforms.masthead import Masthead
from transforms.paragraphs import Structure
from transforms.paragraphs.speakers import opening

TITLES = 3
"""Headings at the start among which the title of a list stands, where the masthead ended before it."""
FIRST = 12
"""Paragraphs at the start in which a document speaks of itself."""


def classify(masthead: Masthead, structure: Structure, layout: Layout) -> tuple[str, str]:
    """The kind of a document and its evidence: symbol, then masthead, then what it is made of, then its own words.

    An addendum is of the kind of what it adds to, where it says so: A/80/604/Add.1 is a report.
    """
    return next(_signs(masthead, structure, layout), ("document", "no sign of another kind"))


def _signs(masthead: Masthead, structure: Structure, layout: Layout) -> Iterator[tuple[str, str]]:
    for symbol in map(str, masthead.symbols):
        yield from ((kind, symbol) for kind in words.of_symbol(symbol))
    head = "\n".join(layout.source[start:end] for start, end in masthead.spans)
    for text in (masthead.author or "", head, masthead.title or ""):
        if (told := words.told(text)) is not None:
            yield told
    for section in structure.sections[:TITLES]:
        told = words.told(section.heading)
        if told is not None and (told[0] == "list_of_participants" or not masthead.spans):
            yield told
    yield from _made_of(structure, is_draft=any("/L." in str(symbol) for symbol in masthead.symbols))
    for paragraph in structure.paragraphs[:FIRST]:
        if (told := words.self_told(paragraph.text)) is not None:
            yield told
    yield from (("addendum", str(symbol)) for symbol in masthead.symbols if "/Add." in str(symbol))
    is_bare = not masthead.spans and not masthead.symbols and layout.media_type.startswith("text/")
    if is_bare and (layout.media_type == "text/html" or all(p.number is None for p in structure.paragraphs)):
        yield "web_page", "no masthead and no numbered paragraphs"


def _made_of(structure: Structure, *, is_draft: bool) -> Iterator[tuple[str, str]]:
    """The kind that the paragraphs themselves show.

    A report that recommends drafts has numbered paragraphs before them: A/52/613.
    """
    kinds = Counter(paragraph.kind for paragraph in structure.paragraphs)
    before = takewhile(lambda paragraph: paragraph.kind != "preambular", structure.paragraphs)
    if kinds["operative"] and kinds["preambular"] and all(p.number is None for p in before):
        yield ("draft_resolution" if is_draft else "resolution"), "preambular and operative paragraphs"
    if kinds["speech"]:
        is_verbatim = any(p.kind == "speech" and opening(p.text) for p in structure.paragraphs)
        yield ("verbatim_record" if is_verbatim else "summary_record"), "the call to order and the speakers"
    if kinds["letter"]:
        yield "letter", "the opening of a letter"
