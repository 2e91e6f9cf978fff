"""A DuckDB file holds the tables, says what they mean, answers the views, and lets a statement only read it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pytest

from tests.warehouse.tables import small
from transforms import schema
from warehouse import duck, parquet

STAMP = duck.Stamp("v1", 41, "1.0.0", "9f2c", "9f2c" * 16)


def built(tables: Mapping[str, pa.Table], path: Path) -> Path:
    ordered = {name: parquet.conform(table, schema.TABLES[name]) for name, table in tables.items()}
    duck.build(ordered, path, STAMP)
    return path


def rows(path: Path, sql: str, *parameters: object) -> list[dict[str, Any]]:
    answer: list[dict[str, Any]] = duck.query(path, sql, parameters).to_pylist()
    return answer


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(small(), tmp_path_factory.mktemp("duck") / "unfold.duckdb")


def with_changed(
    tables: dict[str, pa.Table], name: str, changes: list[dict[str, Any]]
) -> dict[str, pa.Table]:
    """The tables with the first rows of one of them changed, one change a row."""
    held = tables[name].to_pylist()
    held = [{**row, **change} for row, change in zip(held, changes, strict=False)] + held[len(changes) :]
    return {**tables, name: pa.Table.from_pylist(held, schema=schema.TABLES[name].arrow)}


@pytest.mark.parametrize("name", schema.TABLES)
def test_a_table_holds_its_rows_in_order_of_key(name: str, database: Path) -> None:
    """Values and types come back as they went in."""
    expected = parquet.conform(small()[name], schema.TABLES[name])

    answer = duck.query(database, f"FROM {name}")

    assert answer.cast(expected.schema).equals(expected)


def test_every_table_and_column_has_its_meaning(database: Path) -> None:
    """Comments are the words of the declaration; what may not be null is declared so."""
    tables = {row["table_name"]: row["comment"] for row in rows(database, "FROM duckdb_tables()")}
    columns = rows(database, "FROM duckdb_columns() WHERE NOT internal AND database_name = 'unfold'")
    found = {(row["table_name"], row["column_name"]): (row["comment"], row["is_nullable"]) for row in columns}

    for table in (*schema.TABLES.values(), duck.META):
        assert tables[table.name] == table.meaning
        for column in table.columns:
            assert found[table.name, column.name] == (column.meaning, column.nullable)


def test_every_view_column_and_macro_has_a_meaning(database: Path) -> None:
    """Whoever opens the file finds a sentence for each."""
    described = {each.name: each for each in duck.describe(database)}

    assert set(described) >= {
        "cited_by",
        "timeline",
        "parallel",
        "cooperation",
        "concordance",
        "paragraph",
        "search",
    }
    for each in described.values():
        assert each.meaning, each.name
        assert all(meaning for _, _, meaning in each.columns), each


def test_the_file_says_which_release_it_is(database: Path) -> None:
    """One row of `meta`."""
    assert rows(database, "FROM meta") == [
        {
            "version": "v1",
            "position": 41,
            "schema_version": "1.0.0",
            "data_version": "9f2c",
            "inputs_sha256": "9f2c" * 16,
        }
    ]


def test_only_the_file_is_left(tmp_path: Path) -> None:
    """No write-ahead log and nothing half-written stays beside it."""
    path = built(small(), tmp_path / "unfold.duckdb")

    assert list(tmp_path.iterdir()) == [path]


def test_a_file_with_another_name_answers_alike(database: Path, tmp_path: Path) -> None:
    """Views and macros do not lean on the name of the file."""
    other = tmp_path / "copy of it's.duckdb"
    other.write_bytes(database.read_bytes())

    with duckdb.connect(str(other), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM cooperation").fetchone() == (4,)
    assert len(rows(other, "FROM search('water')")) == 4


def test_tables_without_rows_make_a_file(tmp_path: Path) -> None:
    """Views and search over nothing give nothing."""
    path = built(small(documents=0), tmp_path / "unfold.duckdb")

    for source in (
        "cited_by",
        "timeline",
        "parallel",
        "cooperation",
        "concordance",
        "search('x')",
        "partners_of('org:un')",
        "mechanisms_between('x', 'y')",
    ):
        assert rows(path, f"FROM {source}") == []


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO meta VALUES ('x', 1, 'x', 'x', 'x')",
        "UPDATE documents SET title = 'x'",
        "DELETE FROM documents",
        "DROP TABLE documents",
        "CREATE TABLE more AS SELECT 1",
        "CREATE OR REPLACE VIEW cited_by AS SELECT 1",
        "COPY documents TO 'out.csv'",
        "COPY (SELECT 1) TO '/dev/stdout'",
        "EXPORT DATABASE 'out'",
        "FROM read_csv('/etc/passwd')",
        "FROM read_text('/etc/passwd')",
        "FROM '/etc/passwd'",
        "FROM glob('/*')",
        "ATTACH 'other.duckdb'",
        "INSTALL fts",
        "LOAD '/tmp/evil.duckdb_extension'",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "SET temp_directory = '/tmp'",
        "PRAGMA enable_profiling = 'json'",
        "PRAGMA profiling_output = 'profile.json'",
        "CREATE SECRET s (TYPE s3)",
        "SELECT getenv('HOME')",
        "FROM local_frame",
        "SELEC 1",
        "",
    ],
)
def test_a_statement_can_only_read(
    statement: str, tmp_path: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Writing, files, settings and the variables of the process are out of reach."""
    local_frame = pa.table({"secret": [1]})
    monkeypatch.chdir(tmp_path)
    before = database.read_bytes()

    with pytest.raises(duck.QueryRefused):
        duck.query(database, statement)

    assert local_frame.num_rows == 1
    assert database.read_bytes() == before
    assert list(tmp_path.iterdir()) == []
    assert list(database.parent.iterdir()) == [database]


@pytest.mark.parametrize(
    "asked",
    [
        "CALL Enable_Logging({})",
        "FROM Enable_Logging({})",
        'FROM "enable_logging" /* so */ ({})',
        "EXPLAIN ANALYZE FROM enable_logging({})",
        "WITH a AS MATERIALIZED (FROM main.enable_logging({})) FROM a",
        "EXPLAIN ANALYZE CALL enable_logging({})",
        "FROM query('FROM enable_' || 'logging({})')",
        "FROM\u00a0query('FROM enable_' || 'logging({})')",
        "FROM\u200bquery\u3000('FROM enable_' || 'logging({})')",
        "FROM json_execute_serialized_sql(json_serialize_sql('FROM enable_' || 'logging({})'))",
        "FROM enable_profiling(save_location='profile.json')",
    ],
)
def test_nothing_writes_a_file_by_another_name(asked: str, tmp_path: Path, database: Path) -> None:
    """DuckDB would take the request, fail when it writes the log, and end the whole process."""
    folder = tmp_path / "logs"
    options = f"storage='file', storage_config={{'path': '{folder}'}}"

    with pytest.raises(duck.QueryRefused):
        duck.query(database, asked.format(options))

    assert not folder.exists()


@pytest.mark.parametrize(
    "asked",
    [
        "WITH a AS (SELECT 1 AS b) FROM a;",
        "VALUES (1) -- one; only",
        "TABLE documents",
        "DESCRIBE documents",
        "SHOW TABLES",
        "SUMMARIZE documents",
        "PRAGMA table_info('documents')",
        "EXPLAIN SELECT 1",
        "PIVOT documents ON kind USING count(*)",
        "SELECT 'enable_logging(); query(1)' AS query, label FROM paragraphs",
    ],
)
def test_whatever_returns_rows_is_answered(asked: str, database: Path) -> None:
    """What a statement does counts, and no word inside a literal or a comment."""
    assert duck.query(database, asked).num_rows > 0


def test_more_than_one_statement_is_refused(database: Path) -> None:
    """Nobody is given the answer to the last of two questions alone."""
    with pytest.raises(duck.QueryRefused, match="2 statements; a query is one"):
        duck.query(database, "SELECT 1; SELECT 2")


@pytest.mark.parametrize(
    "asked", ["CREATE TEMP TABLE a (b INT)", "SET VARIABLE a = 1", "USE memory", "BEGIN"]
)
def test_a_statement_without_rows_is_refused(asked: str, database: Path) -> None:
    """Even what would change nothing but the connection."""
    with pytest.raises(duck.QueryRefused, match="is no question"):
        duck.query(database, asked)


def test_duckdb_gives_its_reason_once(database: Path) -> None:
    """A mistake is told in the words of DuckDB, and half a character is told too."""
    with pytest.raises(duck.QueryRefused) as refused:
        duck.query(database, "SELECT titel FROM documents")
    with pytest.raises(duck.QueryRefused, match="half a character"):
        duck.query(database, "SELECT '\udc80'")

    assert str(refused.value).count("titel") == 2, "DuckDB names the column and shows the line"
    assert "title" in str(refused.value)


def test_two_readers_do_not_hinder_each_other(database: Path) -> None:
    """A file opened elsewhere for reading can be asked at the same time."""
    with duckdb.connect(str(database), read_only=True) as connection:
        held = connection.execute("SELECT count(*) FROM paragraphs").fetchone()

        assert rows(database, "SELECT count(*) AS n FROM paragraphs") == [{"n": held[0] if held else None}]


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """Asking makes no file."""
    with pytest.raises(duck.DatabaseUnreadable, match=r"absent\.duckdb"):
        duck.query(tmp_path / "absent.duckdb", "SELECT 1")

    assert list(tmp_path.iterdir()) == []


def test_parameters_take_the_place_of_question_marks(database: Path) -> None:
    """A value from outside need not be pasted into a statement."""
    answer = rows(database, "SELECT label FROM paragraph(?, ?) WHERE language = 'en'", "A/999/2", 3)

    assert answer == [{"label": "3"}, {"label": "3(a)"}]


def test_instants_are_in_utc(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine's time zone does not reach an answer."""
    monkeypatch.setenv("TZ", "Asia/Tokyo")

    answer = rows(database, "SELECT happened_at::VARCHAR AS printed FROM events LIMIT 1")

    assert answer == [{"printed": "2099-01-01 00:00:00.000001+00"}]


def test_cited_by_lists_the_places_that_cite(database: Path) -> None:
    """A symbol finds the documents that cite it, with the place and the paragraph cited."""
    answer = rows(
        database, "SELECT * FROM cited_by WHERE cited_symbol = 'A/999/1' AND citing_symbol = 'A/999/2'"
    )

    (row,) = answer
    assert (row["label"], row["section_path"], row["pinpoint"]) == ("3", ["I. Introduction"], "para. 1")
    assert row["cited_paragraph_id"] == "A/999/1@en#para_1"


def test_a_citation_in_a_footnote_stands_at_its_paragraph(tmp_path: Path) -> None:
    """The label is that of the paragraph to which the note belongs."""
    in_note = {"paragraph_id": None, "footnote_id": "A/999/1@en#footnote_1"}
    path = built(with_changed(small(), "citations", [in_note]), tmp_path / "unfold.duckdb")

    (row,) = rows(path, "SELECT * FROM cited_by WHERE footnote_id IS NOT NULL")

    assert (row["label"], row["paragraph_id"]) == ("1", None)


SPANS: dict[str, tuple[date | None, date | None]] = {
    "2018-08-17": (date(2018, 8, 17), date(2018, 8, 17)),
    "2018-08": (date(2018, 8, 1), date(2018, 8, 31)),
    "2016-02": (date(2016, 2, 1), date(2016, 2, 29)),
    "2018": (date(2018, 1, 1), date(2018, 12, 31)),
    "2017/2018": (date(2017, 1, 1), date(2018, 12, 31)),
    "2019-03-20/2019-03-22": (date(2019, 3, 20), date(2019, 3, 22)),
    "2019-11/2020-01-15": (date(2019, 11, 1), date(2020, 1, 15)),
    "../2018-06": (None, date(2018, 6, 30)),
    "2018-06/..": (date(2018, 6, 1), None),
    "199X": (date(1990, 1, 1), date(1999, 12, 31)),
    "198X/2001": (date(1980, 1, 1), date(2001, 12, 31)),
    "2018-XX": (date(2018, 1, 1), date(2018, 12, 31)),
    "2018~": (date(2018, 1, 1), date(2018, 12, 31)),
    "2018-02-31": (None, None),
    "XXXX-12-10": (None, None),
}


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file in which the dates mentioned are those of `SPANS`, a document each."""
    tables = small(documents=len(SPANS))
    mentions = tables["mentions"].to_pylist()
    for row in mentions:
        number = int(row["document_id"].split("/")[2].partition("@")[0])
        if row["type"] == "DATE":
            row["norm"] = list(SPANS)[number - 1]
    tables["mentions"] = pa.Table.from_pylist(mentions, schema=schema.TABLES["mentions"].arrow)
    return built(tables, tmp_path_factory.mktemp("dated") / "unfold.duckdb")


@pytest.mark.parametrize("edtf", SPANS)
def test_timeline_knows_the_first_and_last_day(edtf: str, dated: Path) -> None:
    """As precise as the date is printed, and no further."""
    (row,) = rows(dated, "FROM timeline WHERE edtf = ? AND language = 'en'", edtf)

    assert (row["start_date"], row["end_date"]) == SPANS[edtf]


def test_timeline_is_in_order_and_holds_the_documents_own_dates(database: Path) -> None:
    """Mentions and distribution dates stand in one line."""
    answer = rows(database, "SELECT start_date, origin FROM timeline")

    assert answer == sorted(answer, key=lambda row: row["start_date"])
    assert {row["origin"] for row in answer} == {"mention", "distribution"}


def test_timeline_tells_an_event_once(tmp_path: Path) -> None:
    """A date that governs an event stands there as the event, with who and where, and not as a mention too."""
    event = mechanism(31, ["org:au", "org:un"], "2018-08-17") | {
        "occurrence_id": "A/999/1@en#para_1/o31-50-1",
        "kind": "signing",
        "is_planned": False,
        "place_id": "org:x.arctic",
    }
    del event["mechanism_id"]
    table = pa.Table.from_pylist([event], schema=schema.TABLES["occurrences"].arrow)
    path = built({**small(), "occurrences": table}, tmp_path / "unfold.duckdb")

    answer = rows(path, "FROM timeline WHERE edtf = '2018-08-17' AND document_id = 'A/999/1@en'")

    assert [(row["origin"], row["kind"], row["participant_ids"], row["place"]) for row in answer] == [
        ("occurrence", "signing", ["org:au", "org:un"], "Arctic Forum")
    ]
    assert answer[0]["text"].endswith("17 August 2018.")


def test_parallel_pairs_the_same_place_in_two_languages(database: Path) -> None:
    """Each pair once, the subparagraph among them."""
    answer = rows(database, "SELECT eid, language, other_language FROM parallel")

    assert [row["eid"] for row in answer] == ["para_1", "para_2", "para_3", "para_3__point_a"]
    assert {(row["language"], row["other_language"]) for row in answer} == {("en", "fr")}


def test_cooperation_quotes_the_sentence(database: Path) -> None:
    """A UN body, a partner, and the sentence that ties them, without the rest of the paragraph."""
    answer = rows(database, "FROM cooperation WHERE document_id = 'A/999/1@en'")

    assert [(row["un_body"], row["partner"], row["cue"], row["year"]) for row in answer] == [
        ("United Nations", "African Union", "signed", 2018)
    ]
    assert answer[0]["sentence"].endswith("17 August 2018.")
    assert answer[0]["cited_symbols"] == []


def test_cooperation_names_what_the_sentence_cites(tmp_path: Path) -> None:
    """A resolution cited in the sentence is its mandate; one cited after it is not."""
    tables = with_changed(
        small(), "citations", [{"paragraph_id": "A/999/1@en#para_1", "start_char": 4, "end_char": 18}]
    )
    path = built(tables, tmp_path / "unfold.duckdb")

    answer = rows(path, "SELECT cited_symbols FROM cooperation WHERE document_id = 'A/999/1@en'")

    assert answer == [{"cited_symbols": ["S/RES/9001 (2099)"]}]


@pytest.mark.parametrize(
    ("asked", "other"), [("org:un", "African Union"), ("org:au", "United Nations"), ("org:x", None)]
)
def test_partners_of_answers_for_either_side(database: Path, asked: str, other: str | None) -> None:
    """By theme: how many sentences, from which year to which."""
    answer = rows(database, "FROM partners_of(?)", asked)

    assert [(row["partner"], row["sentences"], row["first_year"]) for row in answer] == (
        [(other, 4, 2018)] if other else []
    )


def test_mechanisms_between_two_bodies_come_in_order_of_time(tmp_path: Path) -> None:
    """A body under the one asked for counts, a third body does not; an undated one stands at the date of its document."""
    made = [
        mechanism(1, ["org:au", "org:un.sc"], "2100"),
        mechanism(2, ["org:au", "org:un"], None),
        mechanism(3, ["org:au", "org:un"], "1999-05"),
        mechanism(4, ["org:un", "org:x.arctic"], "1998"),
    ]
    table = pa.Table.from_pylist(made, schema=schema.TABLES["mechanisms"].arrow)
    path = built({**small(), "mechanisms": table}, tmp_path / "unfold.duckdb")

    answer = rows(path, "SELECT edtf, sentence FROM mechanisms_between('org:au', 'org:un')")

    assert [row["edtf"] for row in answer] == ["1999-05", None, "2100"]
    assert answer[0]["sentence"].endswith("17 August 2018.")


def mechanism(place: int, participants: list[str], edtf: str | None) -> dict[str, Any]:
    return {
        "mechanism_id": f"A/999/1@en#para_1/k{place}-50",
        "document_id": "A/999/1@en",
        "paragraph_id": "A/999/1@en#para_1",
        "start_char": place,
        "end_char": 50,
        "surface": "x",
        "kind": "agreement",
        "participant_ids": participants,
        "edtf": edtf,
        "place_id": None,
        "sentence_start_char": 0,
        "sentence_end_char": small()["partnerships"].column("end_char")[0].as_py(),
        "confidence": 0.9,
    }


def test_concordance_cuts_at_the_words(database: Path) -> None:
    """Before, words and after are a piece of the text, and at most 60 characters each side."""
    answer = rows(database, "SELECT c.*, p.text FROM concordance c JOIN paragraphs p USING (paragraph_id)")

    assert len(answer) == 20
    for row in answer:
        assert row["words_before"] + row["surface"] + row["words_after"] in row["text"]
        assert max(len(row["words_before"]), len(row["words_after"])) <= 60


@pytest.mark.parametrize("symbol", ["A/999/1", "S/2099/1", " s/2099/1 "])
def test_paragraph_is_found_under_any_symbol(symbol: str, database: Path) -> None:
    """Aliases and lower case lead to it; what hangs on it comes along, in every language."""
    answer = rows(database, "FROM paragraph(?, '3')", symbol)

    assert [(row["language"], row["label"]) for row in answer] == [
        ("en", "3"),
        ("en", "3(a)"),
        ("fr", "3"),
        ("fr", "3(a)"),
    ]


def test_paragraph_one_is_not_paragraph_ten(tmp_path: Path) -> None:
    """A number is whole."""
    path = built(
        with_changed(small(), "paragraphs", [{}, {"label": "10", "number": 10}]), tmp_path / "u.duckdb"
    )

    assert [row["label"] for row in rows(path, "FROM paragraph('A/999/1', 1) WHERE language = 'en'")] == ["1"]


def test_search_puts_the_best_first(database: Path) -> None:
    """Rarer words and more of them weigh more; case is no matter."""
    answer = rows(database, "FROM search('WATER forum visitors')")

    assert answer[0]["label"] == "3(a)"
    assert answer[0]["found_terms"] == 2
    assert [row["score"] for row in answer] == sorted((row["score"] for row in answer), reverse=True)


@pytest.mark.parametrize(
    ("text", "words", "is_found"),
    [
        ("The waters rose.", "water", False),
        ("Water, water: everywhere.", "water", True),
        ("Coopération à l’échelle régionale", "cooperation ECHELLE", True),
        ("See A/999/7, annex.", "a/999/7", True),
        ("安全理事会关于粮食安全的决议", "粮食", True),
        ("100% of it's (done)", "it's 100%", True),
        ("Сотрудничество в Африке", "сотрудничество", True),
        ("nothing of the kind", "''; DROP TABLE paragraphs", False),
        ("anything", "  .,; ", False),
        ("anything", '"" " - " *', False),
        ("A tide-gauge was lent.", '"Tide gauge"', True),
        ("A gauge of the tide.", '"tide gauge"', False),
        ("The tide gauges.", '"tide gauge"', False),
        ("The tide gauges.", "“tide gau*”", True),
        ("The tide gauges.", '"gauges', True),
        ("Coopération régionale", "coop*", True),
        ("A hencoop.", "coop*", False),
        ("粮食 安全", '"粮食 安全"', True),
    ],
)
def test_search_finds_whole_words(text: str, words: str, is_found: bool, tmp_path: Path) -> None:
    """Without regard to case or accents; Chinese by parts of the text; signs ask for nothing."""
    everything = [{"text": text}] + [{"text": f"line {n}"} for n in range(15)]
    path = built(with_changed(small(), "paragraphs", everything), tmp_path / "unfold.duckdb")

    answer = rows(path, "FROM search(?)", words)

    assert [row["text"] for row in answer] == ([text] if is_found else [])


def test_search_counts_a_word_that_stands_twice_running(tmp_path: Path) -> None:
    """`water water` holds the word twice."""
    texts = [{"text": "water water and air"}, {"text": "water fire and air"}]
    path = built(with_changed(small(), "paragraphs", texts), tmp_path / "unfold.duckdb")

    answer = rows(path, "SELECT text FROM search('water')")

    assert answer[0]["text"] == "water water and air"
