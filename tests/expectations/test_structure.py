"""Structure follows the declarations of the schema, column by column, and repeats none of them."""

from __future__ import annotations

import pytest

from expectations import structure
from tests.expectations.conftest import Hear
from tests.expectations.tables import REPORT, of, release, rows
from transforms.schema import STRING, TABLES, Column, ForeignKey, Table

REQUIRED = [
    (spec.name, column.name)
    for spec in TABLES.values()
    if spec.per_document and spec.name != "entities"
    for column in spec.columns
    if not column.nullable and column.name != "document_id"
]


@pytest.mark.parametrize(("table", "column"), REQUIRED)
def test_every_required_column_is_looked_at(hear: Hear, table: str, column: str) -> None:
    """A null in any column that is not declared nullable is found and named."""
    spoiled = rows()
    of(spoiled, table, REPORT)[column] = None
    (rule,) = [rule for rule in structure.rules() if rule.name == f"{table}.not_null"]

    (fault,) = hear(spoiled, rule)

    assert fault.document_id == REPORT
    assert fault.examples[0].startswith(f"{column} is null")


@pytest.mark.parametrize(
    "name", ["verdicts.not_null", "verdicts.unique_verdict_id", "events.not_null", "events.unique_sequence"]
)
def test_the_log_tables_of_a_release_are_held_too(hear: Hear, name: str) -> None:
    """Verdicts and events have keys and required columns like every table."""
    spoiled = release()
    event = {column.name: "x" for column in TABLES["events"].columns}
    event |= {"sequence": 1, "stream_version": 1, "happened_at": 0, "recorded_at": 0, "hash": None}
    spoiled["events"] = [event, dict(event)]
    spoiled["verdicts"] += [spoiled["verdicts"][0] | {"check_name": None}]
    (rule,) = [rule for rule in structure.rules() if rule.name == name]

    assert hear(spoiled, rule)


def test_a_new_table_brings_its_rules_with_it() -> None:
    """Declaring a table is enough: nulls, key, values and references follow."""
    votes = Table(
        "votes",
        "Who voted how.",
        ("document_id", "state"),
        (
            Column("document_id", STRING, "The document."),
            Column("state", STRING, "Who."),
            Column("vote", STRING, "How.", values=("yes", "no")),
        ),
        (ForeignKey("document_id", "documents", "document_id"),),
    )

    derived = structure.rules({**TABLES, "votes": votes})

    assert [rule.name for rule in derived if rule.table == "votes"] == [
        "votes.not_null",
        "votes.unique_document_id_state",
        "votes.known_values",
        "votes.references",
    ]
