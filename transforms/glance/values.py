"""What a quick look at a file has shown.

>>> seen = Glance("application/pdf", parse("A/73/328-S/2018/592"), "masthead", "en", 1_200)
>>> str(seen.symbols[0]), seen.language
('A/73/328', 'en')
"""

from __future__ import annotations

from dataclasses import dataclass

from transforms.symbols import Symbol


@dataclass(frozen=True, slots=True)
class Glance:
    """What a file is, as its own bytes say. What is not certain is left out.

    Attributes:
        media_type: what the bytes are, whatever the name or the source said.
        symbols: the document's own symbols, first one first; empty where none is found with confidence.
        evidence: where they stand: `masthead`, `running_head`, `metadata`; empty without symbols. What is printed
            outranks what properties say, so `metadata` means that nothing is printed that could be read.
        language: ISO 639-1 code of the language that the text is clearly in; null where too little text tells.
        letters: how many letters of text were seen.
        beside: other languages that hold a fair share of the text seen.
    """

    media_type: str
    symbols: tuple[Symbol, ...]
    evidence: str
    language: str | None
    letters: int
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """What one reader has seen: symbols and where they stand, some text, and the language that metadata names."""

    symbols: tuple[Symbol, ...] = ()
    evidence: str = ""
    texts: tuple[str, ...] = ()
    language: str | None = None
