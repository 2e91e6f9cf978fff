"""What the catalogue's views say, from a few rows made by hand to what is expected by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.warehouse.tables import small, tables_of
from transforms import schema
from warehouse import duck, parquet

Row = dict[str, Any]

STAMP = duck.Stamp("v1", 41, "1.1.0", "9f2c", "9f2c" * 16)
MODEL: Row = small(1)["documents"].to_pylist()[0]


def document(symbols: Sequence[str], language: str = "en", **changes: object) -> Row:
    """A document as the masthead gives it: of 31 January 2099, nothing else known unless told."""
    known = {"title": None, "session": None, "agenda_items": [], "job_number": None}
    identity = {"document_id": f"{symbols[0]}@{language}", "symbol": symbols[0], "symbols": list(symbols)}
    return {**MODEL, **known, **identity, "language": language, **changes}


def record(number: int, symbols: Sequence[str], **changes: object) -> Row:
    """A catalogue record with these symbols, and nothing else unless told."""
    columns = schema.TABLES["records"].columns
    empty: Row = {c.name: [] if c.type == schema.STRINGS else None for c in columns}
    provenance = {"source_url": "https://example.org", "content_sha256": "ab" * 32, "imported_event_id": "e"}
    identity = {"record_id": f"undl:{number}", "symbols": list(symbols), "link_count": 0}
    return {**empty, **identity, **provenance, **changes}


def item(number: int, ordinal: int, text: str) -> Row:
    place = {"record_id": f"undl:{number}", "ordinal": ordinal, "item": text}
    return {**place, "document": None, "title": None}


def aliases(held: Sequence[Row]) -> list[Row]:
    """The rows of `document_symbols`: every symbol, and the joint one of those that have two."""
    return [
        {"symbol": symbol, "document_id": one["document_id"], "is_first": symbol == one["symbol"]}
        for one in held
        for symbol in dict.fromkeys([*one["symbols"], "-".join(one["symbols"])])
    ]


def asked(path: Path, sql: str, rows: Mapping[str, list[Row]]) -> list[Row]:
    """The answer over a file that holds these rows, with the aliases of its documents."""
    whole = {**rows, "document_symbols": aliases(rows.get("documents", []))}
    tables = {name: parquet.conform(table, schema.TABLES[name]) for name, table in tables_of(whole).items()}
    database = path / "unfold.duckdb"
    duck.build(tables, database, STAMP)
    answer: list[Row] = duck.query(database, sql).to_pylist()
    return answer


def differences(path: Path, one: Row, other: Row, items: Sequence[Row] = ()) -> dict[str, tuple[str, str]]:
    """Field -> what the document prints and what the catalogue says."""
    rows = {"documents": [one], "records": [other], "record_agenda": list(items)}
    found = asked(path, "FROM disagreements", rows)
    assert all(row["document_id"] == one["document_id"] for row in found)
    assert all(row["record_id"] == other["record_id"] for row in found)
    return {row["field"]: (row["document_value"], row["catalogue_value"]) for row in found}


def test_one_row_says_who_differs_from_whom_in_what(tmp_path: Path) -> None:
    """Document, record, first symbol, field and both values stand in one row."""
    held = document(["A/999/1"], document_date=date(2099, 1, 31))
    said = record(7, ["a/999/1"], document_date=date(2099, 2, 1))

    assert asked(tmp_path, "FROM disagreements", {"documents": [held], "records": [said]}) == [
        {
            "document_id": "A/999/1@en",
            "record_id": "undl:7",
            "symbol": "A/999/1",
            "field": "document_date",
            "document_value": "2099-01-31",
            "catalogue_value": "2099-02-01",
        }
    ]


def test_what_only_one_side_says_is_no_disagreement(tmp_path: Path) -> None:
    """A record that says nothing, and a document that prints nothing, contradict nobody."""
    full = {
        "title": "Water in the north",
        "session": "999",
        "agenda_items": ["12"],
        "job_number": "99-12345",
    }
    told = {
        "title": "Water in the north",
        "document_date": date(2099, 2, 1),
        "session": "998",
        "job_numbers": ["N9912345"],
        "languages": ["en"],
    }
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()

    silent_record = differences(tmp_path / "one", document(["A/999/1"], **full), record(7, ["A/999/1"]))
    bare = document(["A/999/1"], document_date=None, distribution_date=None)
    silent_document = differences(tmp_path / "two", bare, record(7, ["A/999/1"], **told), [item(7, 1, "12")])

    assert silent_record == {}
    assert silent_document == {}


@pytest.mark.parametrize(
    ("printed", "catalogued", "differ"),
    [
        (["S/RES/9001 (2099)"], ["S/RES/9001(2099)"], False),
        (["A/999/1", "S/2099/1"], ["s/2099/1", "A/999/1"], False),
        (["A/999/1", "S/2099/1"], ["A/999/1"], True),
        (["A/999/1"], ["A/999/1", "E/2099/3"], True),
        (["A/999/1"], ["A/999/1", "misprint"], True),
    ],
)
def test_symbols_differ_as_sets(
    printed: list[str], catalogued: list[str], differ: bool, tmp_path: Path
) -> None:
    """Order, case and spaces make no difference; one symbol more does."""
    found = differences(tmp_path, document(printed), record(7, catalogued))

    assert found == ({"symbols": (", ".join(printed), ", ".join(catalogued))} if differ else {})


@pytest.mark.parametrize(
    ("printed", "catalogued", "differ"),
    [
        ("Water in the north", "Water in the north : report of the Secretary-General", False),
        ("WATER, in the “North”", "Water in the north.", False),
        ("Report on water in the north", "Water in the north", False),
        ("L’été à Genève", "L'ete a Geneve", False),
        ("Water in the north", "Water in the south", True),
        ("Water in the north", "...", False),
    ],
)
def test_titles_differ_when_neither_holds_the_other(
    printed: str, catalogued: str, differ: bool, tmp_path: Path
) -> None:
    """Case, accents, punctuation and what one adds at either end do not count."""
    found = differences(
        tmp_path, document(["A/999/1"], title=printed), record(7, ["A/999/1"], title=catalogued)
    )

    assert found == ({"title": (printed, catalogued)} if differ else {})


@pytest.mark.parametrize(("languages", "differ"), [(["en", "fr"], False), ([], False), (["fr"], True)])
def test_a_title_is_held_against_one_in_its_own_language(
    languages: list[str], differ: bool, tmp_path: Path
) -> None:
    """Titles are catalogued in English; a French one is compared where there is only a French text."""
    held = document(["A/999/1"], "fr", title="L’eau dans le nord")
    said = record(7, ["A/999/1"], title="Snow in the south", languages=languages)

    assert ("title" in differences(tmp_path, held, said)) == differ


@pytest.mark.parametrize(
    ("catalogued", "differ"),
    [(date(2099, 1, 31), False), (date(2099, 2, 10), False), (date(2099, 3, 1), True)],
)
def test_a_date_differs_from_both_that_are_printed(catalogued: date, differ: bool, tmp_path: Path) -> None:
    """A resolution prints the day of its adoption and that of its distribution; the catalogue chooses either."""
    held = document(
        ["A/RES/999/1"],
        document_date=date(2099, 1, 31),
        adoption_date=date(2099, 1, 31),
        distribution_date=date(2099, 2, 10),
    )

    assert bool(differences(tmp_path, held, record(7, ["A/RES/999/1"], document_date=catalogued))) == differ


@pytest.mark.parametrize(
    ("printed", "catalogued", "differ"),
    [
        ("73", "73", False),
        ("73", "73rd sess.", False),
        ("73", "74", True),
        ("73", "74th year", True),
        ("73", "2018", False),
        ("2018", "2019", True),
        ("73", "10th emergency", False),
        (None, "74", False),
    ],
)
def test_sessions_differ_by_their_number(
    printed: str | None, catalogued: str, differ: bool, tmp_path: Path
) -> None:
    """Sessions are compared with sessions and years with years, whatever words stand around the number."""
    found = differences(
        tmp_path, document(["A/999/1"], session=printed), record(7, ["A/999/1"], session=catalogued)
    )

    assert found == ({"session": (printed, catalogued)} if differ else {})


def test_sessions_of_two_organs_are_not_compared(tmp_path: Path) -> None:
    """A record that names the other organ first gives that organ's session."""
    held = document(["A/999/1", "S/2099/1"], session="73")

    assert differences(tmp_path, held, record(7, ["S/2099/1", "A/999/1"], session="74")) == {}


@pytest.mark.parametrize(
    ("language", "catalogued", "languages", "differ"),
    [
        ("en", ["N9912345"], ["en"], False),
        ("en", ["GE.99-12345 (E)"], ["en"], False),
        ("en", ["N9912340 A", "N9912345 E"], ["ar", "en"], False),
        ("en", ["N9912346"], ["en"], True),
        ("fr", ["N9912346"], ["en", "fr"], False),
        ("fr", ["N9912346", "N9912347"], ["en", "fr"], True),
        ("en", ["unnumbered"], ["en"], False),
    ],
)
def test_a_job_number_differs_from_all_that_are_catalogued(
    language: str, catalogued: list[str], languages: list[str], differ: bool, tmp_path: Path
) -> None:
    """Only the digits count; a translation has its own number, which not every record gives."""
    found = differences(
        tmp_path,
        document(["A/999/1"], language, job_number="99-12345"),
        record(7, ["A/999/1"], job_numbers=catalogued, languages=languages),
    )

    assert found == ({"job_number": ("99-12345", ", ".join(catalogued))} if differ else {})


@pytest.mark.parametrize(
    ("catalogued", "differ"), [(["en", "fr"], False), (["fr", "ru"], True), ([], False), (["mul"], False)]
)
def test_a_language_differs_when_the_record_does_not_list_it(
    catalogued: list[str], differ: bool, tmp_path: Path
) -> None:
    """`mul` lists them all."""
    found = differences(tmp_path, document(["A/999/1"]), record(7, ["A/999/1"], languages=catalogued))

    assert found == ({"language": ("en", ", ".join(catalogued))} if differ else {})


@pytest.mark.parametrize(
    ("printed", "catalogued", "differ"),
    [
        (["129 (a)"], ["129a"], False),
        (["129 (a)"], ["[agenda item 129(a)]"], False),
        (["129 (a)"], ["129"], False),
        (["129"], ["129 (b)"], False),
        (["64 (b)"], ["64 (a) and (b)"], False),
        (["12", "34"], ["34"], False),
        (["129 (a)"], ["129 (b)"], True),
        (["129 (a)"], ["12"], True),
        (["12"], ["13", "14 (a)"], True),
        (["12"], ["special"], False),
    ],
)
def test_agenda_items_differ_when_none_is_shared(
    printed: list[str], catalogued: list[str], differ: bool, tmp_path: Path
) -> None:
    """An item without a letter holds all of its letters; words around the number do not count."""
    items = [item(7, ordinal, text) for ordinal, text in enumerate(catalogued, start=1)]
    found = differences(tmp_path, document(["A/999/1"], agenda_items=printed), record(7, ["A/999/1"]), items)

    assert found == ({"agenda_items": (", ".join(printed), ", ".join(catalogued))} if differ else {})


def test_a_record_of_another_document_says_nothing(tmp_path: Path) -> None:
    """Only a shared symbol brings a document and a record together."""
    said = record(7, ["A/999/11"], document_date=date(2099, 5, 5))

    assert differences(tmp_path, document(["A/999/1"]), said) == {}


def test_a_change_is_linked_to_what_it_changes(tmp_path: Path) -> None:
    """The last suffix says how, the rest of the symbol says what; a joint document changes twice."""
    held = [
        document(["A/999/1"]),
        document(["A/999/1/Add.1"]),
        document(["A/999/1/Add.1/Corr.2"]),
        document(["A/C.3/999/L.60/Rev.1"]),
        document(["A/999/6 (Sect. 3)/Amend.1"]),
        document(["A/999/9/Summary"]),
        document(["A/999/2/Add.1", "E/2099/2/Add.1"]),
        document(["A/999/6/Add.1 (Part II)"]),
    ]

    found = asked(tmp_path, "FROM amendments ORDER BY symbol", {"documents": held})

    assert [
        (row["symbol"], row["relation"], row["changed_symbol"], row["changed_document_id"]) for row in found
    ] == [
        ("A/999/1/Add.1", "adds_to", "A/999/1", "A/999/1@en"),
        ("A/999/1/Add.1/Corr.2", "corrects", "A/999/1/Add.1", "A/999/1/Add.1@en"),
        ("A/999/2/Add.1", "adds_to", "A/999/2", None),
        ("A/999/6 (Sect. 3)/Amend.1", "amends", "A/999/6 (Sect. 3)", None),
        ("A/999/6/Add.1 (Part II)", "adds_to", "A/999/6", None),
        ("A/999/9/Summary", "summarizes", "A/999/9", None),
        ("A/C.3/999/L.60/Rev.1", "revises", "A/C.3/999/L.60", None),
        ("E/2099/2/Add.1", "adds_to", "E/2099/2", None),
    ]


@pytest.mark.parametrize(
    ("held", "linked"), [(["ar", "en", "fr"], "fr"), (["ar", "en"], "en"), (["ar", "es"], "ar"), ([], None)]
)
def test_a_change_is_linked_in_its_own_language_first(
    held: list[str], linked: str | None, tmp_path: Path
) -> None:
    """A French corrigendum corrects the French text, else the English, else the first held."""
    documents = [document(["A/999/1"], language) for language in held]
    documents.append(document(["A/999/1/Corr.1"], "fr"))

    (row,) = asked(tmp_path, "FROM amendments", {"documents": documents})

    assert row == {
        "document_id": "A/999/1/Corr.1@fr",
        "symbol": "A/999/1/Corr.1",
        "relation": "corrects",
        "changed_symbol": "A/999/1",
        "changed_document_id": f"A/999/1@{linked}" if linked else None,
        "language": "fr",
    }


def test_a_change_that_is_held_and_not_read_is_linked_too(tmp_path: Path) -> None:
    """A corrigendum in a format that cannot be read yet corrects the report all the same, once in each language."""
    documents = [document(["A/999/1"]), document(["A/999/1/Add.1"])]
    holdings = [
        holding("A_999_1_Corr.1-EN.pdf", ["A/999/1/Corr.1"], "en"),
        holding("A_999_1_Corr.1-FR.pdf", ["A/999/1/Corr.1"], "fr"),
        holding("A_999_1_Add.1-EN.txt", ["A/999/1/Add.1"], "en"),
        holding("A_999_1_Corr.2-EN.pdf", ["A/999/1/Corr.2"], "en", is_withdrawn=True),
    ]

    found = asked(tmp_path, "FROM amendments", {"documents": documents, "holdings": holdings})

    assert {
        (row["document_id"], row["symbol"], row["language"], row["changed_document_id"]) for row in found
    } == {
        ("A/999/1/Add.1@en", "A/999/1/Add.1", "en", "A/999/1@en"),
        (None, "A/999/1/Corr.1", "en", "A/999/1@en"),
        (None, "A/999/1/Corr.1", "fr", "A/999/1@en"),
    }
    assert len(found) == 3


def holding(name: str, symbols: list[str], language: str, *, is_withdrawn: bool = False) -> Row:
    """Bytes that are held under these symbols."""
    columns: Row = {column.name: None for column in schema.TABLES["holdings"].columns}
    place = {"source_url": f"un:/{name}", "source_name": "un", "file_name": name, "content_sha256": "ab" * 32}
    known = {"byte_count": 9, "symbols": symbols, "language": language, "revision_count": 1}
    return {**columns, **place, **known, "is_withdrawn": is_withdrawn}


def test_a_mandate_joins_a_report_to_its_resolution(tmp_path: Path) -> None:
    """One row a record and resolution, with the documents that are held, English first."""
    held = [
        document(["A/999/1"]),
        document(["A/999/1"], "fr"),
        document(["A/RES/998/70"], "ar"),
        document(["A/RES/998/70"], "en"),
    ]
    note = "Submitted pursuant to General Assembly resolutions 998/70 and 998/71."
    records = [
        record(
            7,
            ["a/999/1"],
            title="Water",
            document_date=date(2099, 1, 31),
            mandate_note=note,
            mandate_symbols=["A/RES/998/70", "A/RES/998/71"],
        ),
        record(8, [], mandate_symbols=["S/RES/9001 (2099)"]),
        record(9, ["A/999/3"]),
    ]

    found = asked(tmp_path, "FROM mandates_catalogued", {"documents": held, "records": records})

    whole = {
        "record_id": "undl:7",
        "symbol": "a/999/1",
        "title": "Water",
        "document_date": date(2099, 1, 31),
        "mandate_note": note,
        "document_id": "A/999/1@en",
    }
    nothing = dict.fromkeys(("symbol", "title", "document_date", "mandate_note", "document_id"))
    assert found == [
        {**whole, "mandate_symbol": "A/RES/998/70", "mandate_document_id": "A/RES/998/70@en"},
        {**whole, "mandate_symbol": "A/RES/998/71", "mandate_document_id": None},
        {
            **nothing,
            "record_id": "undl:8",
            "mandate_symbol": "S/RES/9001 (2099)",
            "mandate_document_id": None,
        },
    ]


def test_views_over_nothing_give_nothing(tmp_path: Path) -> None:
    """Without a record and a document there is nothing to compare."""
    for name in ("disagreements", "amendments", "mandates_catalogued"):
        assert asked(tmp_path, f"FROM {name}", {}) == []
