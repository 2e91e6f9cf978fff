"""The files of a document beside each other: which was chosen, what the others lost by, which were refused.

>>> [(each.ordinal, each.format, each.decided_by) for each in witnesses("A/999/1@en", order, refused)]
[(1, 'docx', 'format'), (2, 'pdf', 'format'), (3, 'html', 'verdict')]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from warehouse.ledger.choosing import Candidate, decided, format_of
from warehouse.ledger.holding import held_as
from warehouse.ledger.values import Acceptance, Refused, Witness


def witnesses(document_id: str, order: Sequence[Candidate], refused: Iterable[Refused]) -> Iterator[Witness]:
    """One witness a content: the accepted ones in order of their worth, then the refused ones, oldest first."""
    held = {one.reading.content_sha256 for one in order}
    lost = {one.reading.content_sha256: one for one in refused if one.reading.content_sha256 not in held}
    reasons = ("verdict",) if len(order) == 1 and lost else decided(order)
    for ordinal, (one, reason) in enumerate(zip(order, reasons, strict=True), start=1):
        yield Witness(document_id, ordinal, one.reading, one.acceptance, one.format, reason, one.places)
    for ordinal, refusal in enumerate(lost.values(), start=len(order) + 1):
        reading = refusal.reading
        yield Witness(
            document_id, ordinal, reading, refusal, format_of(reading.media_type), "verdict", (reading.url,)
        )


def told(refused: Iterable[Refused], accepted: Iterable[Acceptance]) -> Mapping[str, Sequence[Refused]]:
    """The refused files by the document that each is, or says that it is; those of no accepted document are left out."""
    named: defaultdict[str, list[Acceptance]] = defaultdict(list)
    documents: set[str] = set()
    for one in accepted:
        documents.add(one.document_id)
        for key in _keys(one.symbols):
            named[key].append(one)
    found: defaultdict[str, list[Refused]] = defaultdict(list)
    for refusal in refused:
        own = {refusal.document_id} if refusal.document_id is not None else _documents(refusal, named)
        for document_id in sorted(own & documents):
            found[document_id].append(refusal)
    return found


def _documents(refused: Refused, named: Mapping[str, Sequence[Acceptance]]) -> set[str]:
    """The documents that the symbols and the language of a file name, where it could not be read."""
    known = held_as(refused.reading)
    return {
        one.document_id
        for key in _keys(known.symbols)
        for one in named.get(key, ())
        if known.language in (None, one.language)
    }


def _keys(symbols: Iterable[str]) -> set[str]:
    """Symbols in canonical form as they are compared: to parse those of every document would take seconds."""
    return {symbol.replace(" ", "").casefold() for symbol in symbols}
