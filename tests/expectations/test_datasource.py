"""The internals of Great Expectations that the gate leans on are as they were when it was written."""

from __future__ import annotations

import inspect
from importlib.metadata import version

import great_expectations as gx
import pyarrow as pa
import pytest
from great_expectations.datasource.fluent.sql_datasource import SQLDatasource
from great_expectations.execution_engine.sqlalchemy_execution_engine import SqlAlchemyExecutionEngine
from great_expectations.expectations.core.unexpected_rows_expectation import UnexpectedRowsExpectation
from great_expectations.expectations.registry import get_metric_provider

from expectations.datasource import DuckDBMemory, KeptConnection, memory
from expectations.rule import Rule
from expectations.suites import Court, ExpectNoFailingRow, GateError

TABLE = pa.table({"document_id": ["a", "b"], "name": ["A/999/1", "x"]})


@pytest.fixture
def datasource() -> DuckDBMemory:
    return memory(gx.get_context(mode="ephemeral"), "test")


def test_the_version_is_the_one_that_was_read() -> None:
    """Version 2 may change any of this: read the internals again before allowing it."""
    assert version("great-expectations").partition(".")[0] == "1"


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        (SQLDatasource, "get_engine"),
        (SQLDatasource, "get_execution_engine"),
        (SqlAlchemyExecutionEngine, "get_connection"),
        (UnexpectedRowsExpectation, "_validate"),
        (UnexpectedRowsExpectation, "metric_dependencies"),
    ],
)
def test_what_is_overridden_is_there(owner: type, name: str) -> None:
    """An override of something that is no longer called would do nothing, silently."""
    assert hasattr(owner, name)


def test_queries_go_through_the_kept_connection() -> None:
    """`execute_query` takes its connection where ours is kept."""
    assert "self.get_connection()" in inspect.getsource(SqlAlchemyExecutionEngine.execute_query)


def test_our_expectation_needs_one_query() -> None:
    """The base asks the same query twice, for its rows and for their number; ours once."""
    assert set(ExpectNoFailingRow.metric_dependencies) < set(UnexpectedRowsExpectation.metric_dependencies)


def test_metrics_are_found_for_our_engine(datasource: DuckDBMemory) -> None:
    """Metrics registered for the SQLAlchemy engine serve a subclass of it."""
    engine = datasource.get_execution_engine()

    assert isinstance(engine, KeptConnection)
    assert get_metric_provider("unexpected_rows_query.table", engine)


def test_every_query_sees_the_same_database(datasource: DuckDBMemory) -> None:
    """The engine of assets and the engine of expectations are one, so what is held is seen by both."""
    datasource.hold("things", TABLE)

    assert datasource.get_engine() is datasource.get_execution_engine().engine
    with datasource.get_engine().connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM things").scalar() == 2


def test_expectations_of_the_library_itself_run(datasource: DuckDBMemory) -> None:
    """Not only our own: expectations of Great Expectations answer rightly and name the failing rows."""
    datasource.hold("things", TABLE)
    batch = datasource.batch("things")
    known = gx.expectations.ExpectColumnValuesToBeInSet(column="name", value_set=["A/999/1"])

    filled = batch.validate(gx.expectations.ExpectColumnValuesToNotBeNull(column="name"))
    listed = batch.validate(
        known, result_format={"result_format": "COMPLETE", "unexpected_index_column_names": ["document_id"]}
    )

    assert filled.success
    assert listed.result["unexpected_index_list"] == [{"document_id": "b", "name": "x"}]


def test_a_table_takes_the_place_of_the_one_before(datasource: DuckDBMemory) -> None:
    """A batch of the same name holds the new rows and no metric of the old ones."""
    counted = gx.expectations.ExpectTableRowCountToEqual(value=1)
    datasource.hold("things", TABLE)
    before = datasource.batch("things").validate(counted)

    datasource.hold("things", TABLE.slice(1))

    assert not before.success
    assert datasource.batch("things").validate(counted).success


def test_a_query_that_cannot_run_is_an_error_and_no_pass(court: Court) -> None:
    """Great Expectations puts exceptions into its results; the gate raises them."""
    court.hold({"things": TABLE})
    rule = Rule("things.broken", "things", "Nothing.", "SELECT document_id, colour AS example FROM batch")

    with pytest.raises(GateError, match="colour"):
        court.hear((rule,))


def test_colons_braces_and_percent_signs_reach_duckdb(court: Court) -> None:
    """A pattern with a group, a count and a percent sign is neither a parameter nor a placeholder."""
    court.hold({"things": TABLE})
    rule = Rule(
        "things.pattern",
        "things",
        "Names are not symbols.",
        r"SELECT document_id, name::VARCHAR || '100%' AS example FROM batch "
        r"WHERE regexp_matches(name, '^(?:A|B)/\d{3}/(?:\d+)$')",
    )

    (fault,) = court.hear((rule,))["things.pattern"]

    assert (fault.document_id, fault.failing_count, fault.examples) == ("a", 1, ("A/999/1100%",))


def test_nothing_is_sent_or_drawn(court: Court) -> None:
    """Analytics, progress bars and Data Docs are off."""
    context = court._datasource.data_context

    assert context is not None
    assert context.config.analytics_enabled is False
    assert context.progress_bars is not None
    assert context.progress_bars["globally"] is False
    assert context.config.data_docs_sites == {}
