"""Who a document is: its symbols and its language, from the masthead, the file name or the request.

The masthead outranks the file name: of 604 files that partners had downloaded, 5 were another document
or language than their name said. A page without any symbol is `web:` and its name, when its name says
that it is one (`…_webpage.txt`) or it is HTML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from transforms.errors import Refusal
from transforms.masthead import Masthead
from transforms.symbols import Symbol, from_file_name, parse

_PAGE = re.compile(r"[_-]web-?page\Z", re.IGNORECASE)
_HTML = frozenset({"html", "htm", "xhtml"})
_SLUG = re.compile(r"[^a-z0-9]+")


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


def identify(masthead: Masthead, hint: Hint, kind: str, language: str) -> Identity:
    """A masthead and what was known before become an identity.

    Args:
        masthead: what the document prints.
        hint: its file name, and the symbol and language asked for.
        kind: as `kinds.classify` says.
        language: as `language.tell` says of the text itself.

    Raises:
        Refusal: no-symbol, wrong-document, wrong-language.
    """
    if hint.language is not None and hint.language != language:
        raise Refusal(
            "wrong-language",
            f"{hint.name} was asked for in {hint.language!r} and its text is in {language!r}; the source gave another "
            "language. Ask for that one, or fetch it again.",
        )
    asked = parse(hint.symbol) if hint.symbol else ()
    symbols, evidence = _symbols(masthead, hint, asked)
    if not symbols:
        return Identity((_page(hint, kind),), language, "page_name")
    _check(symbols, asked, hint)
    return Identity(tuple(map(str, symbols)), language, evidence, symbols[0].organ)


def _symbols(masthead: Masthead, hint: Hint, asked: tuple[Symbol, ...]) -> tuple[tuple[Symbol, ...], str]:
    """The symbols and where they were taken from: printed, then named, then asked for."""
    found = from_file_name(hint.name)
    named = found[0] if found is not None else ()
    if masthead.symbols:
        is_half = set(_keys(masthead.symbols)) < set(_keys(named))
        return (named if is_half else masthead.symbols), masthead.symbol_evidence
    if named and (not asked or set(_keys(asked)) <= set(_keys(named))):
        return named, "file_name"
    return asked, "request"


def _check(symbols: tuple[Symbol, ...], asked: tuple[Symbol, ...], hint: Hint) -> None:
    if asked and not set(_keys(asked)) & set(_keys(symbols)):
        raise Refusal(
            "wrong-document",
            f"{hint.name} was asked for as {hint.symbol} and prints {' and '.join(map(str, symbols))} in its masthead. "
            "The source gave another document: ask for that symbol, or fetch it again.",
        )


def _keys(symbols: tuple[Symbol, ...]) -> list[str]:
    return [symbol.key for symbol in symbols]


def _page(hint: Hint, kind: str) -> str:
    name = hint.name.replace("\\", "/").rpartition("/")[2]
    stem, _, suffix = name.rpartition(".") if "." in name else (name, "", "")
    is_page = _PAGE.search(stem) is not None or suffix.lower() in _HTML
    slug = _SLUG.sub("-", _PAGE.sub("", stem).lower()).strip("-")
    if not is_page or not slug:
        raise Refusal(
            "no-symbol",
            f"{hint.name} prints no symbol of its own, and neither its name nor a request gives one (kind: {kind}). Rename the "
            "file by the Library's convention, e.g. A_73_328-EN.txt, or end a page's name in _webpage.",
        )
    return f"web:{slug}"
