"""What the view of mandates and the macro of chains say, from a few rows made by hand."""

from __future__ import annotations

from pathlib import Path

from tests.warehouse.test_docket_views import Row, asked, blank


def report(symbol: str, session: str = "99") -> Row:
    return blank(
        "documents",
        document_id=f"{symbol}@en",
        symbol=symbol,
        symbols=[symbol],
        language="en",
        session=session,
    )


def alias(symbol: str) -> Row:
    return blank("document_symbols", symbol=symbol, document_id=f"{symbol}@en", is_first=True)


def request(place: str, **values: object) -> Row:
    paragraph = f"A/RES/98/1@en#{place}"
    told = {"is_reported": False, "source_symbol": "A/RES/98/1", "source_place": place, **values}
    return blank(
        "report_requests", report_request_id=f"{paragraph}/q0-9", document_id="A/RES/98/1@en", paragraph_id=paragraph, **told
    )  # fmt: skip


def basis(later: str, relation: str, symbol: str, place: str | None = None) -> Row:
    return blank(
        "report_bases", document_id=f"{later}@en", relation=relation, basis_symbol=symbol, basis_place=place
    )


def test_a_request_meets_the_report_that_names_its_paragraph(tmp_path: Path) -> None:
    """One request is answered, one is for a later session, one by nobody; a report whose request is unknown has a row."""
    rows = {
        "documents": [report("A/99/7"), report("A/99/8")],
        "document_symbols": [alias("A/99/7"), alias("A/99/8")],
        "report_requests": [
            request("para. 3", session="99"), request("para. 4", session="99"), request("para. 3 (b)", session="100"),
        ],
        "report_bases": [
            basis("A/99/7", "mandate", "A/RES/98/1", "para. 3"), basis("A/99/8", "mandate", "S/RES/9999 (2098)"),
        ],
    }  # fmt: skip

    found = asked(
        tmp_path, "SELECT mandate_symbol, mandate_place, report_symbol, evidence FROM mandates", rows
    )

    assert [tuple(row.values()) for row in found] == [
        ("A/RES/98/1", "para. 3", "A/99/7", "report"),
        ("A/RES/98/1", "para. 3 (b)", None, None),
        ("A/RES/98/1", "para. 4", None, None),
        ("S/RES/9999 (2098)", None, "A/99/8", "report"),
    ]


def test_the_catalogue_answers_where_the_report_does_not(tmp_path: Path) -> None:
    """A record's note names the mandate; a periodic report answers in whatever session it comes."""
    rows = {
        "documents": [report("A/99/7")],
        "document_symbols": [alias("A/99/7")],
        "records": [blank("records", record_id="undl:1", symbols=["A/99/7"], mandate_symbols=["a/res/98/1"])],
        "report_requests": [request("para. 3", session="98", period="P1Y")],
    }

    found = asked(tmp_path, "SELECT report_symbol, evidence FROM mandates", rows)

    assert [tuple(row.values()) for row in found] == [("A/99/7", "catalogue")]


def test_what_others_tell_of_a_request_counts_where_it_is_not_held(tmp_path: Path) -> None:
    """Two reports tell of the request of one resolution; the resolution's own words outrank them."""
    told = request("para. 3", is_reported=True)
    own = request("para. 4")

    alone = asked(tmp_path, "SELECT is_reported FROM mandates", {"report_requests": [told]})
    (tmp_path / "both").mkdir()
    both = asked(tmp_path / "both", "SELECT is_reported FROM mandates", {"report_requests": [told, own]})

    assert [row["is_reported"] for row in (*alone, *both)] == [True, False]


def test_a_chain_goes_back_and_forth_from_any_of_its_reports(tmp_path: Path) -> None:
    """A report that is not held has its symbol alone; one that follows itself in a ring ends the chain."""
    rows = {
        "documents": [report("A/97/7"), report("A/98/7"), report("A/99/7")],
        "document_symbols": [alias("A/97/7"), alias("A/98/7"), alias("A/99/7")],
        "report_bases": [
            basis("A/97/7", "previous_report", "A/96/7"), basis("A/98/7", "previous_report", "A/97/7"),
            basis("A/99/7", "previous_report", "A/98/7"), basis("A/99/7", "mandate", "A/RES/98/1"),
        ],
    }  # fmt: skip

    found = asked(tmp_path, "SELECT step, symbol, document_id FROM report_chain('a/98/7')", rows)

    assert [tuple(row.values()) for row in found] == [
        (-2, "A/96/7", None),
        (-1, "A/97/7", "A/97/7@en"),
        (0, "A/98/7", "A/98/7@en"),
        (1, "A/99/7", "A/99/7@en"),
    ]
