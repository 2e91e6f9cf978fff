"""One court for all tests of the gate: Great Expectations takes seconds to import."""

from __future__ import annotations

from collections.abc import Callable

import pyarrow as pa
import pytest

from expectations import content, structure
from expectations.printed import symbols_read
from expectations.rule import Rule
from expectations.suites import Court, Fault
from tests.expectations.tables import Rows, tables
from transforms.schema import TABLES

Hear = Callable[[Rows, Rule], tuple[Fault, ...]]


@pytest.fixture(scope="session")
def court() -> Court:
    return Court()


@pytest.fixture(scope="session")
def hear(court: Court) -> Hear:
    """The faults that one rule alone finds in some rows."""
    held: dict[str, pa.Table] = {}

    def heard(rows: Rows, rule: Rule) -> tuple[Fault, ...]:
        given = {name: spec.arrow.empty_table() for name, spec in TABLES.items()} | tables(rows)
        given |= {content.SYMBOLS_READ: symbols_read(given), structure.COLUMNS: structure.columns_of(given)}
        court.hold({name: table for name, table in given.items() if name not in held or table != held[name]})
        held.update(given)
        return court.hear((rule,))[rule.name]

    return heard
