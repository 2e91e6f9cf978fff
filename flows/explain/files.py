"""Which files are held of a document, and why one of them was chosen.

>>> list(files(home, acceptance))
['  chosen    1 of 2 files: a DOCX file; its format comes before that of the next',
 '  also      2. a PDF file, by its format: file:///A_80_590.pdf', '            0.9910 of 111 paragraphs agree; 7 differences']
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, assert_never

from flows.home import Home
from transforms.collation import witness_id
from warehouse import parquet, release
from warehouse.ledger import Acceptance, Refused, Witness

_NAMES = {
    "akn": "an AKN4UN XML file", "docx": "a DOCX file", "doc": "a DOC file", "html": "an HTML page", "pdf": "a PDF file",
    "text": "a text file", "ocr": "a file read by OCR", "unknown": "a file of a type unknown here",
}  # fmt: skip
_CHOSEN = {
    "verdict": "the others were refused",
    "length": "the next lacks much of its text",
    "format": "its format comes before that of the next",
    "time": "it was fetched after the next of its format",
}
_OTHER = {
    "length": "lacks much of the text", "format": "by its format", "time": "fetched before", "verdict": "refused",
}  # fmt: skip


def files(home: Home, acceptance: Acceptance) -> Iterator[str]:
    """The files of a document in order of their worth, with what decided, and how much of each agrees."""
    ledger = home.ledger()
    held = ledger.witnesses(acceptance.reader_fingerprint, acceptance.gate_fingerprint)
    own = [one for one in held if one.document_id == acceptance.document_id]
    figures = _figures(home, acceptance.document_id) if len(own) > 1 else {}
    for one in own:
        if one.is_chosen and len(own) > 1:
            yield f"  chosen    1 of {len(own)} files: {_NAMES[one.format]}; {_CHOSEN[one.decided_by]}"
        elif not one.is_chosen:
            yield f"  also      {one.ordinal}. {_NAMES[one.format]}, {_OTHER[one.decided_by]}: {one.reading.url}"
            yield from _came_to(one, figures)
        yield from (
            f"  also      {url} (same bytes{'' if one.is_chosen else f' as {one.ordinal}'})"
            for url in one.places
            if url != one.reading.url
        )


def _came_to(one: Witness, figures: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """What was said of a file that is not published: why it was refused, or how much of it agrees."""
    match one.verdict:
        case Refused(reason=reason):
            yield f"            {reason}; more below"
        case Acceptance():
            row = figures.get(witness_id(one.document_id, one.reading.content_sha256))
            if row is None:
                yield "            not compared yet; run `unfold publish`"
            elif row["agreement"] is None:
                yield "            no paragraphs to compare"
            else:
                common = f"; doubtful: {row['likeness']:.0%} of the text is common to both"
                yield (
                    f"            {row['agreement']:.4f} of {row['compared_count']} paragraphs agree; "
                    f"{row['difference_count']} differences, in the view `variants`{common if row['is_doubtful'] else ''}"
                )
        case _ as never:
            assert_never(never)


def _figures(home: Home, document_id: str) -> Mapping[str, Mapping[str, Any]]:
    """What the current release says of the files that were compared, by witness id."""
    current = release.current(home.path)
    if current is None or not current.parquet("witnesses").exists():
        return {}
    columns = [
        "witness_id",
        "document_id",
        "agreement",
        "compared_count",
        "difference_count",
        "likeness",
        "is_doubtful",
    ]
    rows: Sequence[dict[str, Any]] = parquet.read(current.parquet("witnesses")).select(columns).to_pylist()
    own = (row for row in rows if row["document_id"] == document_id and row["is_doubtful"] is not None)
    return {row["witness_id"]: row for row in own}
