"""Who a document is: its symbols and its language, from the masthead, the file name or the request.

The masthead outranks the file name: of 604 files that partners had downloaded, 5 were another document
or language than their name said. A page without any symbol is `web:` and its name, when its name says
that it is one (`…_webpage.txt`) or it is HTML.
"""

from __future__ import annotations

from dataclasses import dataclass

from transforms.symbols import Symbol


@dataclass(frozen=True, slots=True)
class Hint:
    """What is known of a file before it is opened: its name, and what was asked for."""

    name: str
    symbol: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """A document's symbols (canonical strings; `web:<slug>` for a page without one), language and evidence."""

    symbols: tuple[str, ...]
    language: str
    evidence: str
    organ: str | None = None
    """Id of the organ that speaks: `org:un.sc` for S/…, `org:un.ga` for A/…; what "its resolution" means."""

    @property
    def document_id(self) -> str:
        """First symbol and language: `A/73/328@en`."""
        return f"{self.symbols[0]}@{self.language}"
