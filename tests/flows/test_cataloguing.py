"""The Library's catalogue, asked of the stand-in: records become events once, and are held against what we hold."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from flows import cataloguing, pipeline
from flows.ask import ask
from flows.cataloguing import Searched, queries_of
from flows.collect import collect
from flows.command import told
from flows.errors import Nothing, Usage
from flows.fake_un import Condition, Document, FakeUN, Fault, Faults, Paper, Record, Shape, World
from flows.fake_un.library import spelt
from flows.fake_un.wording import report as wording
from flows.fake_un.wording import words
from flows.home import Home
from flows.pipeline import Order
from flows.reconciling import Difference, Reconciled, describe, reconciled
from flows.settings import Settings
from flows.sources.named import UnitedNations
from flows.sources.sample import Sample
from flows.sources.un import Budget
from transforms import catalogue
from transforms.symbols import parse
from warehouse.events import RecordImported

SERIES = "A/999/*"
QUERY = f'191__a:"{SERIES}"'


def paper(symbol: str, title: str | None = None) -> Paper:
    """An invented report."""
    symbols = tuple(map(str, parse(symbol)))
    return Paper(symbols, "en", title or words("en").titles[0], wording("en", symbol, ()))


@contextmanager
def home_for(path: Path, un: FakeUN, **more: object) -> Iterator[Home]:
    """A home that asks the stand-in, three times at most, with little patience."""
    given = {
        "un_url": un.url, "library_url": un.url, "rate": 500, "backoff": 0.01, "fetch_timeout": 2, "workers": 1,
        "tries": 3, "types": "docx",
    }  # fmt: skip
    settings = Settings.model_validate({"home": path, **given, **more})
    with Home.open(settings, create=True) as home, home.writing():
        yield home


def searched(home: Home, *queries: str) -> Searched:
    return cataloguing.describe(home, queries, Budget(1000))


def imported(home: Home, after: int = 0) -> list[RecordImported]:
    payloads = (event.payload() for event in home.log.read(after=after))
    return [payload for payload in payloads if isinstance(payload, RecordImported)]


def asked(un: FakeUN, name: str) -> list[str]:
    """One parameter of every search, in the order in which they were answered."""
    return [parse_qs(urlsplit(each.path).query)[name][0] for each in un.requests if each.endpoint == "search"]


def test_a_symbol_is_looked_up_under_both_its_spellings(tmp_path: Path) -> None:
    """Each record is found, whether the Library has a space before the year or not, and its symbol is one of ours."""
    symbols = [f"S/RES/{number} (2096)" for number in range(9000, 9006)]
    with FakeUN(World.of(map(paper, symbols))) as un, home_for(tmp_path / "home", un) as home:
        found = searched(home, *queries_of(symbol for each in symbols for symbol in parse(each)))

        assert {" (" in spelt(symbol) for symbol in symbols} == {True, False}
        assert set(found.symbols) == {(symbol,) for symbol in symbols}
        assert found.met.records == 6
        assert asked(un, "p")[:2] == ['191__a:"S/RES/9000 (2096)"', '191__a:"S/RES/9000(2096)"']


# A search of more than one page: 205 records, of which one has another title the next day.

MANY = [f"A/999/{number}" for number in range(1, 206)]


@dataclass(frozen=True)
class Paged:
    """A long search, three times: at first, again, and after a record had changed."""

    firsts: list[str]
    found: Sequence[Searched]
    heads: Sequence[int]
    changed: list[RecordImported]
    latest: str
    last_page: Searched
    page_again: Searched
    firsts_again: list[str]


@pytest.fixture(scope="module")
def paged(tmp_path_factory: pytest.TempPathFactory) -> Paged:
    shapes = dict.fromkeys(MANY, Shape.DOCX)
    papers = [paper(symbol) for symbol in MANY]
    path = tmp_path_factory.mktemp("paged") / "home"
    with FakeUN(World.of(papers, shapes=shapes)) as un, home_for(path, un) as home:
        found = [searched(home, QUERY)]
        firsts, heads = asked(un, "jrec"), [home.ledger().position]
        found.append(searched(home, QUERY))
        heads.append(home.ledger().position)
        port = int(un.url.rpartition(":")[2])
    changed = World.of(papers, shapes=shapes, records={"A/999/7": Record.OTHER_TITLE})
    with FakeUN(changed, port=port) as un, home_for(path, un) as home:
        found.append(searched(home, QUERY))
        new = imported(home, after=heads[-1])
        latest = next(one for one in home.ledger().records if one.symbols == ("A/999/7",))
        title = catalogue.record(home.blobs.get(latest.content_sha256)).title or ""
    faults = Faults.script({("search", QUERY, "201"): [Fault.UNAVAILABLE] * 3})
    with FakeUN(changed, faults) as un, home_for(path.with_name("other"), un) as home:
        last_page = searched(home, QUERY)
        before = len(un.requests)
        page_again = searched(home, QUERY)
        return Paged(firsts, found, heads, new, title, last_page, page_again, asked(un, "jrec")[before:])


def test_a_long_search_is_asked_for_page_by_page(paged: Paged) -> None:
    """Two hundred records at a time, each once, until the total is reached."""
    assert paged.firsts == ["1", "201"]
    assert paged.found[0].met.records == 205
    assert sorted(paged.found[0].symbols) == sorted((symbol,) for symbol in MANY)


def test_unchanged_records_make_no_event(paged: Paged) -> None:
    """The same search again finds the same and records nothing."""
    assert paged.heads[0] == paged.heads[1]
    assert paged.found[1].met.records == 0
    assert paged.found[1].symbols == paged.found[0].symbols


def test_a_changed_record_is_a_second_event_and_the_newest_stands(paged: Paged) -> None:
    """Of all, the one that was given another title comes in again."""
    assert [record.symbols for record in paged.changed] == [("A/999/7",)]
    assert paged.found[2].met.records == 1
    assert "and other matters" in paged.latest


def test_pages_that_came_are_kept_where_a_later_one_does_not(paged: Paged) -> None:
    """A search that breaks off has what it had by then and says that it broke off; the next takes in the rest."""
    assert (paged.last_page.met.records, paged.last_page.met.unsettled) == (200, 1)
    assert paged.last_page.met.troubles[0].reason == "catalogue"
    assert (paged.page_again.met.records, paged.page_again.met.unsettled) == (5, 0)
    assert paged.firsts_again == ["1", "201"]


def test_a_search_that_finds_nothing_is_no_trouble(tmp_path: Path) -> None:
    """A series without a record is an answer."""
    with FakeUN(World.of([paper("S/2096/1")])) as un, home_for(tmp_path / "home", un) as home:
        found = searched(home, QUERY)

    assert found.met.unsettled == 0
    assert found.symbols == ()


FAULTS = (
    Fault.UNAVAILABLE, Fault.BAD_GATEWAY, Fault.TOO_MANY, Fault.RESET, Fault.TRUNCATED, Fault.WRONG_LENGTH, Fault.EMPTY,
    Fault.HTML, Fault.GZIP_BOMB, Fault.ENDLESS_CHUNK, Fault.SLOW_DRIP,
)  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_no_record_is_trouble_and_never_an_import(tmp_path: Path, fault: Fault) -> None:
    """Whatever always goes wrong, nothing comes in; the run says so, ends with code 6, and asked no more than it may."""
    with (
        FakeUN(World.of([paper("A/999/1")]), Faults.always(fault, drip=0.1)) as un,
        home_for(tmp_path / "home", un, fetch_timeout=0.3, max_bytes=1_000_000, tries=2) as home,
    ):
        done = describe(home, (SERIES,), None)
        un.settle()

        assert imported(home) == []
        assert told(done, home.path) == 6
        assert 1 <= len(un.requests) <= 2
    assert done.collected is not None
    assert [(trouble.name, trouble.reason) for trouble in done.collected.troubles] == [(QUERY, "catalogue")]


def test_the_challenge_of_the_firewall_is_trouble(tmp_path: Path) -> None:
    """A page with status 200, given to a program whose name the firewall does not like, is no empty catalogue."""
    with (
        FakeUN(World.of([paper("A/999/1")])) as un,
        home_for(tmp_path / "home", un, contact="https://example.org/curl") as home,
    ):
        done = describe(home, (SERIES,), None)

        assert {request.status for request in un.requests} == {200}
        assert imported(home) == []
        assert told(done, home.path) == 6


def test_what_goes_wrong_for_a_while_is_got_over(tmp_path: Path) -> None:
    """Two bad answers on end, and the third is taken."""
    faults = Faults.script({("search", QUERY, "1"): [Fault.UNAVAILABLE, Fault.HTML]})
    with FakeUN(World.of([paper("A/999/1")]), faults) as un, home_for(tmp_path / "home", un) as home:
        found = searched(home, QUERY)

        assert (found.met.records, found.met.unsettled) == (1, 0)
        assert len(un.requests) == 3


def test_searches_are_left_where_the_requests_of_a_run_are_spent(tmp_path: Path) -> None:
    """With one request, the second search is left for the next run, and told."""
    with FakeUN(World.of([paper("A/999/1")])) as un, home_for(tmp_path / "home", un, budget=1) as home:
        done = describe(home, ("A/999/*", "S/2096/*"), None)

        assert len(un.requests) == 1
        assert told(done, home.path) == 6
    assert done.collected is not None
    assert done.collected.records == 1
    assert "left for the next run" in done.collected.troubles[0].message


@pytest.mark.parametrize("what", ["nonsense", "A/*/*/*", "*", 'A/RES/80/*"'])
def test_what_is_no_symbol_and_no_series_is_wrong_usage(tmp_path: Path, what: str) -> None:
    """Neither a description nor a comparison begins with it, and nothing is asked."""
    with FakeUN(World.of([paper("A/999/1")])) as un, home_for(tmp_path / "home", un) as home:
        with pytest.raises(Usage):
            describe(home, (what,), None)
        for is_offline in (True, False):
            with pytest.raises(Usage):
                reconciled(home, what, is_offline=is_offline)

        assert un.requests == []
        assert home.log.head() == 0


def test_in_an_empty_home_there_is_nothing_to_describe(tmp_path: Path) -> None:
    """Where nothing is held and nothing named, one is told to name some symbols."""
    with FakeUN(World.of([paper("A/999/1")])) as un, home_for(tmp_path / "home", un) as home:
        with pytest.raises(Nothing, match="name some symbols"):
            describe(home, (), None)

        assert un.requests == []


# The sample, described by a catalogue that is right of one document and wrong of three.


def described(
    symbols: str, title: str, day: dt.date, job: str, record: Record = Record.PLAIN, *cites: str
) -> Document:
    made = paper(symbols, title)
    printed = Paper(made.symbols, "en", title, made.paragraphs, date=day, job_number=job)
    return Document(made.symbols, {"en": printed}, record=record, cites=cites)


LETTER = (
    "Letter dated 6 January 2096 from the Permanent Representative of Fiji to the United Nations addressed to the "
    "President of the Security Council"
)
RIGHT = described(
    "A/999/12", "Lending of tide gauges between regional organizations", dt.date(2096, 3, 14), "N9600412",
    Record.PLAIN, "A/RES/999/3",
)  # fmt: skip
LATE = described("S/2096/4", LETTER, dt.date(2096, 1, 7), "N9600107", Record.OTHER_DATE)
OTHERWISE = described("E/2096/8", "Schools of the coast", dt.date(2096, 2, 28), "N9600001")
MISLINKED = described(
    "A/HRC/999/21", "The right to be warned", dt.date(2096, 5, 22), "N9603118", Record.WRONG_LINK
)


@dataclass(frozen=True)
class Release:
    """What was asked of the catalogue about the sample, and the release with its answers."""

    settings: Settings
    queries: list[str]
    records: int
    is_new: tuple[bool, bool]


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    path = tmp_path_factory.mktemp("release") / "home"
    with FakeUN(World([RIGHT, LATE, OTHERWISE, MISLINKED])) as un, home_for(path, un) as home:
        first = pipeline.run(home, home.settings, Order(Sample())).published
        done = describe(home, (), None)
        second = pipeline.publish_only(home, home.settings).published
        assert first is not None
        assert second is not None
        assert done.collected is not None
        is_new = (first.is_new, second.is_new)
        return Release(home.settings, asked(un, "p"), done.collected.records, is_new)


def rows(release: Release, sql: str) -> list[tuple[object, ...]]:
    return [tuple(row.values()) for row in ask(release.settings, sql).to_pylist()]


def test_all_that_is_held_is_looked_up_when_nothing_is_named(release: Release) -> None:
    """Every symbol of every document, of one that cannot be read too, and of no page of the web."""
    assert {'191__a:"A/999/45"', '191__a:"S/2096/67"', '191__a:"A/999/98"'} <= set(release.queries)
    assert {'191__a:"S/RES/9990 (2096)"', '191__a:"S/RES/9990(2096)"'} <= set(release.queries)
    assert not any("web" in query for query in release.queries)
    assert release.records == 4


def test_records_are_in_the_next_release(release: Release) -> None:
    """New records make a new release; each row leads back to the event that brought it, and to the bytes."""
    found = rows(
        release,
        "SELECT r.symbols[1], e.type FROM records r JOIN events e ON e.event_id = r.imported_event_id",
    )

    assert release.is_new == (True, True)
    assert {symbol for symbol, _ in found} == {"A/999/12", "S/2096/4", "E/2096/8", "A/HRC/999/21"}
    assert {type_ for _, type_ in found} == {"record-imported.v1"}


def test_links_to_other_documents_stand_out_in_a_release(release: Release) -> None:
    """Each linked file has a row, and the one that is named after another document is marked."""
    found = rows(
        release,
        "SELECT r.symbols[1], l.is_other_document FROM record_links l JOIN records r USING (record_id)",
    )

    assert dict(found) == {"A/999/12": False, "S/2096/4": False, "E/2096/8": False, "A/HRC/999/21": True}


def test_mandates_lead_from_the_record_to_both_documents(release: Release) -> None:
    """The note that a resolution asked for a report becomes a row with both, as they are held."""
    sql = "SELECT symbol, mandate_symbol, document_id, mandate_document_id FROM mandates_catalogued"

    assert rows(release, sql) == [("A/999/12", "A/RES/999/3", "A/999/12@en", "A/RES/999/3@en")]


def test_where_the_catalogue_and_the_masthead_differ_is_a_row(release: Release) -> None:
    """A date of another day and a title of other words are found; the record that is right makes no row."""
    sql = "SELECT document_id, field, document_value, catalogue_value FROM disagreements"

    found = {(document, field): values for document, field, *values in rows(release, sql)}

    assert found[("S/2096/4@en", "document_date")] == ["2096-01-07", "2096-01-16"]
    assert found[("E/2096/8@en", "title")][0] == "Harbour schools"
    assert not any(document == "A/999/12@en" for document, _ in found)


# A series of which each document is wrong in its own way.

TROUBLES = {
    "A/999/1": (Condition.HELD, Record.PLAIN),
    "A/999/2": (Condition.ABSENT, Record.PLAIN),
    "A/999/3": (Condition.HELD, Record.NONE),
    "A/999/4": (Condition.HELD, Record.WRONG_LINK),
    "A/999/5": (Condition.WRONG_DOCUMENT, Record.NONE),
    "A/999/6-S/2096/3": (Condition.HELD, Record.PLAIN),
    "A/999/7": (Condition.HELD, Record.UNTITLED),
    "A/999/8": (Condition.HELD, Record.INCOMPLETE),
    "A/999/9": (Condition.SILENT, Record.OTHER_TITLE),
    "A/998/1": (Condition.ABSENT, Record.PLAIN),
    "A/998/2": (Condition.HELD, Record.NONE),
}


@dataclass(frozen=True)
class Compared:
    """A series compared with the catalogue, with and without asking it, and what is true."""

    world: World
    path: Path
    before: Reconciled
    online: Reconciled
    offline: Reconciled
    one: Reconciled
    offline_requests: int


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Compared:
    world = World.of(
        map(paper, TROUBLES),
        {symbol: condition for symbol, (condition, _) in TROUBLES.items()},
        records={symbol: record for symbol, (_, record) in TROUBLES.items()},
    )
    path = tmp_path_factory.mktemp("compared") / "home"
    with FakeUN(world) as un, home_for(path, un) as home:
        collect(home, UnitedNations(), tuple(TROUBLES), ("en",))
        start = len(un.requests)
        before = reconciled(home, SERIES, is_offline=True)
        offline_requests = len(un.requests) - start
        online = reconciled(home, SERIES, is_offline=False)
        start = len(un.requests)
        offline = reconciled(home, SERIES, is_offline=True)
        one = reconciled(home, "a/999/4", is_offline=True)
        offline_requests += len(un.requests) - start
    return Compared(world, path, before, online, offline, one, offline_requests)


def of_kind(found: Reconciled, kind: str) -> set[str]:
    return {each.symbol for each in found.differences if each.kind == kind}


def test_a_comparison_finds_what_is_wrong_and_nothing_else(compared: Compared) -> None:
    """What is true of the catalogue within the series is found, by kind, and no other kind or document."""
    truth, found = compared.world.catalogue_truth(), compared.online
    within = {symbol for symbol in TROUBLES if symbol.startswith("A/999/")}

    assert of_kind(found, "lacking") == truth.only_in_catalogue & within == {"A/999/2", "A/999/9"}
    assert of_kind(found, "uncatalogued") == truth.only_in_system & within == {"A/999/3"}
    assert of_kind(found, "wrong-link") == truth.odd[Record.WRONG_LINK] & within == {"A/999/4"}
    assert of_kind(found, "wrong-document") == {"A/999/5"}
    assert len(found.differences) == 5
    assert (found.catalogued, found.held, found.trouble) == (7, 6, None)


def test_each_difference_says_what_it_is_about(compared: Compared) -> None:
    """The language and title that are lacking, the file that is linked, the document that was given."""
    details = {each.symbol: each.detail for each in compared.online.differences}

    assert details["A/999/2"].startswith(f"listed in en: {words('en').titles[0]}")
    assert details["A/999/3"] == "held in en"
    assert details["A/999/4"].startswith("links to a file named after A/999/5: ")
    assert "asked for in en, the server gave A/999/6" in details["A/999/5"]


def test_offline_the_records_that_are_held_are_compared(compared: Compared) -> None:
    """Nothing is asked; with the records at hand the answer is the same, and without any all is uncatalogued."""
    assert compared.offline_requests == 0
    assert compared.offline == compared.online
    assert of_kind(compared.before, "uncatalogued") == {f"A/999/{number}" for number in (1, 3, 4, 6, 7, 8)}
    assert compared.before.catalogued == 0


def test_one_symbol_is_compared_alone(compared: Compared) -> None:
    """In whatever case it is written, a symbol is a series of one."""
    assert [(each.kind, each.symbol) for each in compared.one.differences] == [("wrong-link", "A/999/4")]
    assert (compared.one.catalogued, compared.one.held) == (1, 1)


def test_a_comparison_with_a_catalogue_that_is_down_says_so(compared: Compared, tmp_path: Path) -> None:
    """What is held already is compared, and why the rest could not be is told."""
    path = Path(shutil.copytree(compared.path, tmp_path / "home"))
    with (
        FakeUN(compared.world, Faults.always(Fault.UNAVAILABLE)) as un,
        home_for(path, un) as home,
    ):
        found = reconciled(home, SERIES, is_offline=False)

    assert found.trouble is not None
    assert "503" in found.trouble
    assert found.differences == compared.online.differences


def test_differences_are_told_in_one_order(compared: Compared) -> None:
    """Sorted by kind and symbol, so that two comparisons can be compared."""
    differences = compared.online.differences

    assert list(differences) == sorted(differences, key=lambda each: (each.kind, each.symbol))
    assert all(isinstance(each, Difference) for each in differences)
