"""What SQL cannot tell: how our own grammar reads the symbols that stand in the rows.

>>> symbols_read({"documents": documents}).to_pylist()[0]
{'printed': 'A/999/1', 'canonical': 'A/999/1'}
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import pyarrow as pa

from transforms import symbols
from transforms.errors import Refusal

_COLUMNS = (
    ("documents", "symbol"),
    ("document_symbols", "symbol"),
    ("citations", "cited_symbol"),
    ("links", "linked_symbol"),
)
_SCHEMA = pa.schema([("printed", pa.string()), ("canonical", pa.string())])


def symbols_read(tables: Mapping[str, pa.Table]) -> pa.Table:
    """Each distinct symbol of the rows with its canonical form, null where it does not parse."""
    printed = {
        value
        for table, column in _COLUMNS
        for value in tables[table].column(column).unique().to_pylist()
        if value is not None
    }
    rows = [{"printed": symbol, "canonical": _canonical(symbol)} for symbol in sorted(printed)]
    return pa.Table.from_pylist(rows, schema=_SCHEMA)


@lru_cache(maxsize=100_000)
def _canonical(symbol: str) -> str | None:
    try:
        return symbols.join(symbols.parse(symbol))
    except Refusal:
        return None
