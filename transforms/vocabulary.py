"""Whether a text is made of words: the share of them that are known in its language.

A text layer of a PDF may be no text at all: letters dropped, parts of words in the wrong order, as in Arabic ones.
Its words are then unknown. What is compared is how words begin, for Russian and Arabic ones have many endings; for
Chinese it is characters.

>>> words = {"en": frozenset(("the", "counci", "decide", "to", "meet", "again"))}
>>> share("The Council decides to meet", "en", words)
1.0
>>> beginning("decides", "en"), beginning("والقرارات", "ar")
('decide', 'قرار')
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from transforms import language
from transforms.blocks import Block, Layout, SetAside, aside
from transforms.errors import Refusal

Words = Mapping[str, frozenset[str]]
"""For each language the beginnings of its words; for Chinese, its characters."""

LENGTHS = {"en": 6, "fr": 6, "es": 6, "ru": 5, "ar": 4}
"""How many letters of a word are compared."""
SAMPLE = 100_000
"""Characters that are looked at."""
FEW = 40
"""Words under which nothing is told: a title page, a table of figures, a list of names."""
REJECTED, FLAGGED = 0.50, 0.85
"""Under the first a text layer is not read; under the second it is flagged."""

_PDF = "application/pdf"
_WORD = re.compile(r"[^\W\d_]+(?:[\u064b-\u0652\u0640]+[^\W\d_]*)*")
_HAN = re.compile(r"[\u3400-\u9fff]")
_VOWELS = re.compile(r"[\u064b-\u0652\u0640\u0670]")
_ARTICLES = re.compile(r"(?:[وف]?(?:ال|بال|كال|لل)|[وف](?=\w{3}))(?=\w{2})")
_ALIFS = str.maketrans("أإآى", "اااي")
_SCRIPTS = {
    "ar": re.compile(r"[\u0621-\u064a]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "en": re.compile(r"[a-z\u00df-\u024f]"),
}


@dataclass(frozen=True, slots=True)
class Reckoning:
    """How many words of a text were compared, and how many of them are known."""

    compared: int
    known: int

    @property
    def share(self) -> float:
        """The share that is known; 1 where there are too few to tell."""
        return self.known / self.compared if self.compared >= FEW else 1.0

    @property
    def is_rejected(self) -> bool:
        """Whether this is no text at all."""
        return self.share < REJECTED

    @property
    def is_flagged(self) -> bool:
        """Whether a doubt remains."""
        return REJECTED <= self.share < FLAGGED


def share(text: str, code: str, words: Words) -> float:
    """The share (0 to 1) of a text's words that are known in its language; 1 where too few are there to tell.

    Names are not compared, where capitals tell them: a word with a capital counts only when it is known.

    Args:
        text: plain text, such as a page's; not a heap of several languages.
        code: ISO 639-1 of its language, as `language.tell` gives it.
        words: what is known, by language.
    """
    return reckon(text, code, words).share


def reckon(text: str, code: str, words: Words) -> Reckoning:
    """The words of a text, compared with those known in its language."""
    known = words.get(code, frozenset())
    if not known:
        return Reckoning(0, 0)
    compared = found = 0
    for key, is_name in _keys(unicodedata.normalize("NFKC", text[:SAMPLE]), code):
        is_known = key in known
        compared += is_known or not is_name
        found += is_known
    return Reckoning(compared, found)


def beginning(word: str, code: str) -> str:
    """What of a word is compared: its first letters, an Arabic one's without vowel signs, "and" and the article."""
    if code == "ar":
        word = _VOWELS.sub("", word).translate(_ALIFS)
        word = _ARTICLES.sub("", word, count=1) if _ARTICLES.match(word) else word
    return word.lower()[: LENGTHS[code]]


def keys(text: str, code: str) -> Iterator[str]:
    """Everything of a text that is compared, as it is kept in the lists; used to make them."""
    return (key for key, _ in _keys(unicodedata.normalize("NFKC", text), code))


def _keys(text: str, code: str) -> Iterator[tuple[str, bool]]:
    """Each thing compared, and whether it looks like a name."""
    if code == "zh":
        yield from ((character, False) for character in _HAN.findall(text))
        return
    script = _SCRIPTS.get(code, _SCRIPTS["en"])
    for word in _WORD.findall(text):
        if script.match(word.lower()):
            yield beginning(word, code), word[0].isupper()


def readable(layout: Layout, words: Words) -> tuple[Layout, tuple[SetAside, ...]]:
    """A layout without the pages whose text layer is none, and what was on them, set aside.

    Only a PDF is looked at: what other formats hold was typed as text. A/79/876 has an English letter on its first page,
    and behind it an Arabic annex of which a quarter of the words are words.

    Raises:
        Refusal: unreadable-text, where no page is left that could be read.
    """
    if layout.media_type != _PDF:
        return layout, ()
    pages: dict[int | None, list[Block]] = {}
    for block in layout.blocks:
        pages.setdefault(block.page, []).append(block)
    bad = {page: found for page, blocks in pages.items() if (found := _page(blocks, words)).is_rejected}
    kept = tuple(block for block in layout.blocks if block.page not in bad)
    if bad and not any(block.text.strip() for block in kept):
        found = Reckoning(sum(r.compared for r in bad.values()), sum(r.known for r in bad.values()))
        raise Refusal(
            "unreadable-text",
            f"{found.share:.0%} of {found.compared} words in the text layer are words; at least {REJECTED:.0%} were expected. "
            "Fetch the DOCX or XML file of this document, or read the pages by OCR (unfold[ocr]).",
        )
    put = (aside(layout.source, b.span, "unreadable", b.page) for b in layout.blocks if b.page in bad)
    return replace(layout, blocks=kept), tuple(piece for pieces in put for piece in pieces)


def _page(blocks: Sequence[Block], words: Words) -> Reckoning:
    text = "\n".join(block.text for block in blocks)
    return reckon(text, language.tell([text]), words)
