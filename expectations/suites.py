"""Rules become Great Expectations suites, and their results become faults by document.

One suite a table, one expectation a rule. The expectation is `UnexpectedRowsExpectation`, asked once: a
rule's query already counts the failing rows of each document.

    >>> court = Court()
    >>> court.hold({"sections": table})
    >>> court.hear(rules)["sections.level_from_one"]
    (Fault(document_id='A/999/1@en', failing_count=1, examples=('section_id A/999/1@en#section_1',)),)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import great_expectations as gx
import pyarrow as pa
from great_expectations.core import ExpectationSuite, ExpectationValidationResult
from great_expectations.data_context.data_context.abstract_data_context import AbstractDataContext
from great_expectations.data_context.types.base import (
    DataContextConfig,
    InMemoryStoreBackendDefaults,
    ProgressBarsConfig,
)
from great_expectations.expectations.core.unexpected_rows_expectation import UnexpectedRowsExpectation

from expectations.datasource import DuckDBMemory, memory
from expectations.rule import Rule
from transforms.errors import UnfoldError

_ROWS = "unexpected_rows_query.table"


class GateError(UnfoldError):
    """An expectation could not be evaluated: a fault of the gate or of the tables' shape, not of a document."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Rows of one document that fail a rule; `document_id` is None where they belong to none."""

    document_id: str | None
    failing_count: int
    examples: tuple[str, ...]


class ExpectNoFailingRow(UnexpectedRowsExpectation):
    """Expect a rule's query to find nothing."""

    metric_dependencies: ClassVar[tuple[str, ...]] = (_ROWS,)

    def _validate(
        self,
        metrics: dict[str, Any],
        runtime_configuration: dict[str, Any] | None = None,  # noqa: ARG002
        execution_engine: Any = None,  # noqa: ANN401, ARG002
    ) -> dict[str, Any]:
        rows = metrics[_ROWS]
        return {"success": not rows, "result": {"details": {"unexpected_rows": rows}}}


class Court:
    """One Great Expectations context and one database in memory, kept for batch after batch.

    Not for several threads at once: a batch's tables replace those of the batch before.
    """

    def __init__(self) -> None:
        self._datasource: DuckDBMemory = memory(_quiet_context(), "batch")
        self._suites: dict[tuple[Rule, ...], ExpectationSuite] = {}

    def hold(self, tables: Mapping[str, pa.Table]) -> None:
        """Copy tables in under their names, in place of the batch before."""
        for name, table in tables.items():
            self._datasource.hold(name, table)

    def hear(self, rules: Iterable[Rule]) -> dict[str, tuple[Fault, ...]]:
        """The faults found by each rule, by the rule's name; empty where there is none.

        Raises:
            GateError: a rule's query could not be run.
        """
        by_table: dict[str, list[Rule]] = {}
        for rule in rules:
            by_table.setdefault(rule.table, []).append(rule)
        return {
            name: faults
            for table, asked in by_table.items()
            for name, faults in self._ask(table, tuple(asked))
        }

    def _ask(self, table: str, rules: tuple[Rule, ...]) -> list[tuple[str, tuple[Fault, ...]]]:
        outcome = self._datasource.batch(table).validate(self._suite(table, rules), result_format="COMPLETE")
        return [(_rule(result), _faults(result)) for result in outcome.results]

    def _suite(self, table: str, rules: tuple[Rule, ...]) -> ExpectationSuite:
        if rules not in self._suites:
            expectations = [
                ExpectNoFailingRow(
                    unexpected_rows_query=rule.answer, description=rule.meaning, meta={"rule": rule.name}
                )
                for rule in rules
            ]
            self._suites[rules] = ExpectationSuite(table, expectations=expectations)
        return self._suites[rules]


def _quiet_context() -> AbstractDataContext:
    """A context in memory that sends nothing, draws nothing, and has no Data Docs, which escape no value."""
    return gx.get_context(
        mode="ephemeral",
        project_config=DataContextConfig(
            store_backend_defaults=InMemoryStoreBackendDefaults(init_temp_docs_sites=False),
            analytics_enabled=False,
            progress_bars=ProgressBarsConfig(globally=False),
        ),
    )


def _rule(result: ExpectationValidationResult) -> str:
    assert result.expectation_config is not None
    return str(result.expectation_config.meta["rule"])


def _faults(result: ExpectationValidationResult) -> tuple[Fault, ...]:
    if "details" not in result.result:
        raise GateError(
            f"the expectation {_rule(result)} could not be evaluated: "
            f"{_reason(result.exception_info)} Compare its query with transforms/schema.py."
        )
    return tuple(
        Fault(fault["document_id"], fault["failing_count"], tuple(fault["examples"]))
        for row in result.result["details"]["unexpected_rows"]
        for fault in row["faults"]
    )


def _reason(exception_info: Mapping[str, Any]) -> str:
    """The message of what went wrong, which stands alone or under the figure that was asked for."""
    nested = [value for value in exception_info.values() if isinstance(value, Mapping)]
    return " ".join(str(info.get("exception_message")) for info in nested or [exception_info])
