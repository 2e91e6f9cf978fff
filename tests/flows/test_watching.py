"""What the watchlist says is asked of the stand-in: no more than is due, no less than there is, within its budgets."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from flows import watching
from flows.build import build
from flows.collect import close, collect
from flows.collected import Collected
from flows.errors import Usage
from flows.fake_un import Condition, FakeUN, Fault, Faults, Paper, World
from flows.fake_un.wording import report as wording
from flows.fake_un.wording import words
from flows.home import Home
from flows.pipeline import Order, run
from flows.settings import Settings
from flows.sources.named import Watched
from flows.watchlist import Watchlist
from tests.flows.fakes import Memory, report
from transforms.symbols import parse
from warehouse.events import SourceFetched, SourceUnchanged, source_stream
from warehouse.log import open_log

Pair = tuple[str, str]


def paper(symbol: str, language: str = "en") -> Paper:
    """An invented report."""
    symbols = tuple(map(str, parse(symbol)))
    return Paper(symbols, language, words(language).titles[0], wording(language, symbol, ()))


@contextmanager
def home_for(path: Path, un: FakeUN, listed: str, days_ago: int = 0, **more: object) -> Iterator[Home]:
    """A home whose watchlist says what is given, and that asks the stand-in, for Word files alone.

    What is recorded in it is recorded as of so many days ago.
    """
    given = {
        "un_url": un.url, "library_url": un.url, "rate": 500, "backoff": 0.01, "fetch_timeout": 2, "workers": 1,
        "tries": 3, "types": "docx",
    }  # fmt: skip
    settings = Settings.model_validate({"home": path, **given, **more})
    path.mkdir(parents=True, exist_ok=True)
    settings.watchlist_path.write_text(listed, encoding="utf-8")
    with open_log(settings.log_url, clock=lambda: ago(days_ago)) as log:
        home = Home(settings, log)
        with home.writing():
            yield home


def asked(un: FakeUN, since: int = 0) -> set[Pair]:
    """Which symbols were asked for, in which languages."""
    return {(str(a.symbol), str(a.language)) for a in un.requests[since:] if a.endpoint == "access"}


def held(home: Home) -> set[Pair]:
    return {(a.symbol, a.language) for a in home.ledger().askings if a.state == "held"}


def ago(days: int) -> datetime:
    return datetime.now(UTC) - timedelta(days=days)


# A series: A/999/1, 2 and 4 are there in English, 1 and 2 in French; later 3, 5 and 6 come in English.

SERIES = '[[watch]]\nseries = "A/999/*"\nlanguages = ["en", "fr"]\ngap = 2\n'
EARLY = [paper(f"A/999/{n}") for n in (1, 2, 4)] + [paper(f"A/999/{n}", "fr") for n in (1, 2)]
LATE = [*EARLY, *(paper(f"A/999/{n}") for n in (3, 5, 6))]


@dataclass(frozen=True)
class Followed:
    """A series followed two days ago: at first, and when it had grown; and today, when it is watched no longer."""

    met: Mapping[str, Collected]
    asked: Mapping[str, set[Pair]]
    held: Mapping[str, set[Pair]]


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Followed:
    met, told, known = dict[str, Collected](), dict[str, set[Pair]](), dict[str, set[Pair]]()
    path, port = tmp_path_factory.mktemp("series") / "home", 0
    for when, papers, listed, days in (
        ("first", EARLY, SERIES, 2),
        ("grown", LATE, SERIES, 2),
        ("today", LATE, "# nothing any more\n", 0),
    ):
        with (
            FakeUN(World.of(papers), port=port) as un,
            home_for(path, un, listed, days) as home,
        ):
            met[when] = collect(home, Watched(started=ago(days)))
            told[when], known[when] = asked(un), held(home)
            port = int(un.url.rpartition(":")[2])
    return Followed(met, told, known)


def test_a_series_is_asked_for_until_enough_absences_on_end(followed: Followed) -> None:
    """Over a hole and to two numbers beyond the frontier: all there is is held, and nobody is told of what is not."""
    assert followed.held["first"] == {(p.symbol, p.language) for p in EARLY}
    assert followed.asked["first"] == {(f"A/999/{n}", "en") for n in range(1, 7)} | {
        (f"A/999/{n}", "fr") for n in range(1, 5)
    }
    assert (followed.met["first"].offered, followed.met["first"].fetched) == (10, 5)
    assert followed.met["first"].absent == ()


def test_the_next_run_goes_on_from_the_frontier(followed: Followed) -> None:
    """What is held is not asked for again, nor the hole of today; what has come beyond the frontier is found."""
    assert followed.asked["grown"] == {(f"A/999/{n}", "en") for n in (5, 6, 7, 8)} | {
        ("A/999/3", "fr"),
        ("A/999/4", "fr"),
    }
    assert followed.held["grown"] - followed.held["first"] == {("A/999/5", "en"), ("A/999/6", "en")}


def test_a_hole_below_the_frontier_is_asked_for_when_it_is_due(followed: Followed) -> None:
    """Two days later the hole is filled; whatever else is two days old is asked for once, watched by then or not."""
    assert followed.held["today"] - followed.held["grown"] == {("A/999/3", "en")}
    assert followed.asked["today"] == followed.asked["first"] | followed.asked["grown"]
    assert (followed.met["today"].offered, followed.met["today"].unchanged) == (12, 7)


def test_a_series_begins_where_it_is_told_to(tmp_path: Path) -> None:
    """With a first number, nothing before it is asked for; with two stars the next session is tried once, too."""
    listed = '[[watch]]\nseries = "A/HRC/*/*"\nfirst = [998, 3]\ngap = 1\n'
    world = World.of([paper("A/HRC/998/3"), paper("A/HRC/998/2"), paper("A/HRC/997/3")])
    with FakeUN(world) as un, home_for(tmp_path / "home", un, listed) as home:
        collect(home, Watched())

        assert held(home) == {("A/HRC/998/3", "en")}
        assert asked(un) == {(f"A/HRC/{number}", "en") for number in ("998/3", "998/4", "999/1")}


def test_a_series_ends_where_the_server_does_not_answer(tmp_path: Path) -> None:
    """Nobody goes on counting upwards at a server that is down; the next run goes on."""
    with (
        FakeUN(World.of(EARLY), Faults.always(Fault.UNAVAILABLE)) as un,
        home_for(tmp_path / "home", un, '[[watch]]\nseries = "A/999/*"\ngap = 2\n') as home,
    ):
        met = collect(home, Watched())

        assert asked(un) == {("A/999/1", "en"), ("A/999/2", "en")}
        assert (met.unsettled, met.fetched) == (2, 0)
        assert held(home) == set()


def test_all_requests_of_a_run_are_one_budget(tmp_path: Path) -> None:
    """When the run's requests are spent, the rest is left to the next, which asks for just that."""
    listed = "".join(f'[[watch]]\nsymbol = "A/999/{n}"\n' for n in (1, 2, 4))
    with (
        FakeUN(World.of(EARLY)) as un,
        home_for(tmp_path / "home", un, listed, budget=4, host_workers=1) as home,
    ):
        first = collect(home, Watched())
        spent = len(un.requests)
        second = collect(home, Watched())

        assert (spent, first.fetched, first.left) == (4, 2, 1)
        assert (second.fetched, second.left) == (1, 0)
        assert asked(un, spent) == {("A/999/4", "en")}


# Watched by name: one that stays, one that changes, one that comes later, and one that is old.

NAMED = "".join(f'[[watch]]\nsymbol = "{s}"\n' for s in ("A/999/1", "A/999/2", "A/999/3", "S/1999/1"))
CONDITIONS = {"A/999/2": Condition.CHANGED, "A/999/3": Condition.LATER}


@dataclass(frozen=True)
class Revisited:
    """Documents watched by name, asked for two days ago, at once again, and today."""

    met: Mapping[str, Collected]
    asked: Mapping[str, set[Pair]]
    events: list[object]
    revisions: Mapping[str, list[bytes]]


@pytest.fixture(scope="module")
def revisited(tmp_path_factory: pytest.TempPathFactory) -> Revisited:
    met, told = dict[str, Collected](), dict[str, set[Pair]]()
    world = World.of(map(paper, ("A/999/1", "A/999/2", "A/999/3", "S/1999/1")), CONDITIONS)
    path = tmp_path_factory.mktemp("named") / "home"
    with FakeUN(world) as un:
        for when, days in (("first", 2), ("at once", 2), ("today", 0)):
            with home_for(path, un, NAMED, days) as home:
                before, position = len(un.requests), home.ledger().position
                met[when] = collect(home, Watched(started=ago(days)))
                told[when] = asked(un, before)
    with Home.open(Settings(home=path)) as home:
        events: list[object] = [event.payload() for event in home.log.read(after=position)]
        revisions = {
            str(history[0].requested_symbol): [home.blobs.get(one.content_sha256) for one in history]
            for history in map(home.ledger().history, home.ledger().urls)
        }
    return Revisited(met, told, events, revisions)


def test_nothing_due_asks_nothing(revisited: Revisited) -> None:
    """A second run at once makes no request, whatever the first one heard, and tells of nothing."""
    assert revisited.asked["at once"] == set()
    assert revisited.met["at once"] == Collected()


def test_what_is_held_is_asked_for_again_by_its_age(revisited: Revisited) -> None:
    """After two days a new document, and one that was absent, are asked for; one of last century can wait."""
    assert revisited.asked["first"] == {
        ("A/999/1", "en"), ("A/999/2", "en"), ("A/999/3", "en"), ("S/1999/1", "en"),
    }  # fmt: skip
    assert revisited.asked["today"] == {("A/999/1", "en"), ("A/999/2", "en"), ("A/999/3", "en")}


def test_the_same_bytes_again_are_told_and_nothing_else(revisited: Revisited) -> None:
    """An unchanged document makes one small event and no second revision."""
    unchanged = [event for event in revisited.events if isinstance(event, SourceUnchanged)]

    assert [event.symbol for event in unchanged] == ["A/999/1"]
    assert revisited.met["today"].unchanged == 1
    assert len(revisited.revisions["A/999/1"]) == 1


def test_other_bytes_are_a_second_revision_and_the_first_is_kept(revisited: Revisited) -> None:
    """A document that was issued again has both versions in the bytes; one that came late has its first."""
    fetched = {event.requested_symbol for event in revisited.events if isinstance(event, SourceFetched)}
    first, second = revisited.revisions["A/999/2"]

    assert fetched == {"A/999/2", "A/999/3"}
    assert first != second
    assert len(revisited.revisions["A/999/3"]) == 1
    assert (revisited.met["first"].fetched, revisited.met["today"].fetched) == (3, 2)


# A search of the catalogue.


def test_a_search_takes_records_in_and_asks_for_what_they_list(tmp_path: Path) -> None:
    """All records of a search come in at once, its documents as far as its budget goes, and the rest the next time."""
    listed = """[[watch]]\nsearch = '191__a:"A/999/*"'\nbudget = 3\n"""
    world = World.of([*(paper(f"A/999/{n}") for n in (1, 2, 3, 4)), paper("S/2096/1")])
    with FakeUN(world) as un, home_for(tmp_path / "home", un, listed) as home:
        first = collect(home, Watched())
        before = len(un.requests)
        second = collect(home, Watched())

        assert (first.records, first.fetched, first.later) == (4, 3, 1)
        assert (second.records, second.fetched, second.later) == (0, 1, 0)
        assert len(asked(un, before)) == 1
        assert held(home) == {(f"A/999/{n}", "en") for n in (1, 2, 3, 4)}
        assert len(home.ledger().records) == 4


# A closure: A/999/1 and A/999/2 are held as texts of our own. A/999/1 cites A/999/2, three documents of the stand-in,
# and S/2097/9, which a closure brought two days ago; and that cites S/2093/5.

TEXTS = {
    "A_999_1-EN.txt": report(
        "A/999/1",
        "The gauges were lent as described in document S/2094/3 and in document S/2096/1.",
        "See also document A/999/2, document S/2095/7 and document S/2097/9.",
    ),
    "A_999_2-EN.txt": report("A/999/2", "A second report follows document A/999/1."),
}
BROUGHT = report("S/2097/9", "It is said in document S/2093/5 that gauges float.")
CITED = {("S/2096/1", "en"), ("S/2095/7", "en"), ("S/2094/3", "en")}
AGO, BEYOND = ("S/2097/9", "en"), ("S/2093/5", "en")
CLOSURE = "[[watch]]\nclosure = {depth}\nbudget = {budget}\n"


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the texts are read and judged."""
    path = tmp_path_factory.mktemp("texts") / "home"
    with FakeUN(World.of([])) as un, home_for(path, un, "", days_ago=2) as home:
        collect(home, Memory(TEXTS))
        url, sha256 = "memory:/S_2097_9", home.blobs.put(BROUGHT)
        brought = SourceFetched(
            "un", url, "S_2097_9-EN.txt", "S/2097/9", "en", sha256, len(BROUGHT), "text/plain", ("S/2097/9",), "en",
            "closure", (),
        )  # fmt: skip
        home.record([(source_stream(url), brought)])
        assert build(home, home.settings).accepted == 3
    return path


@pytest.fixture
def read(texts: Path, tmp_path: Path) -> Path:
    """A copy of that home."""
    return Path(shutil.copytree(texts, tmp_path / "home"))


@pytest.fixture(scope="module")
def cited() -> Iterator[FakeUN]:
    """A stand-in that has all that is cited."""
    symbols = ("S/2094/3", "S/2095/7", "S/2096/1", "S/2097/9", "S/2093/5")
    with FakeUN(World.of(map(paper, symbols))) as un:
        yield un


def test_what_is_cited_is_asked_for_newest_first_within_the_budget(cited: FakeUN, read: Path) -> None:
    """Two of three at first, those of the latest years; the last one in the next run; what is held never."""
    with home_for(read, cited, CLOSURE.format(depth=1, budget=2)) as home:
        start = len(cited.requests)
        first = close(home, Watched())
        middle = len(cited.requests)
        second = close(home, Watched())

    assert asked(cited, start) == CITED
    assert asked(cited, middle) == {("S/2094/3", "en")}
    assert (first.fetched, first.later) == (2, 1)
    assert (second.fetched, second.later) == (1, 0)


def test_a_second_step_follows_what_a_closure_brought(cited: FakeUN, read: Path) -> None:
    """Over two steps, what is cited by a document that is cited is asked for too; one step does not reach it."""
    with home_for(read, cited, CLOSURE.format(depth=2, budget=100)) as home:
        start = len(cited.requests)
        close(home, Watched())

    assert asked(cited, start) == CITED | {BEYOND}


def test_what_a_closure_brought_is_no_root_ever_after(cited: FakeUN, read: Path) -> None:
    """Asked for again days later, it still is what a closure brought: its citations are a step further."""
    with home_for(read, cited, CLOSURE.format(depth=1, budget=100)) as home:
        start = len(cited.requests)
        collect(home, Watched())
        revisited = asked(cited, start)
        close(home, Watched())
        reasons = {asking.symbol: asking.reason for asking in home.ledger().askings}

    assert revisited == {AGO}
    assert asked(cited, start) == CITED | revisited
    assert set(reasons.values()) == {"closure"}


def test_a_run_reads_what_it_brings_until_nothing_more_is_cited(cited: FakeUN, read: Path) -> None:
    """Collect, build, and a round of what is cited with its own build; then one release of all of it."""
    listed = '[[watch]]\nsymbol = "S/2093/5"\n\n' + CLOSURE.format(depth=1, budget=100)
    with home_for(read, cited, listed) as home:
        start, position = len(cited.requests), home.ledger().position
        done = run(home, home.settings, Order(Watched()))
        types = [event.type.partition(".")[0] for event in home.log.read(after=position)]

    assert asked(cited, start) == CITED | {AGO, BEYOND}
    assert done.collected is not None
    assert done.built is not None
    assert done.published is not None
    assert (done.collected.offered, done.collected.fetched, done.built.read) == (5, 5, 5)
    assert (types[0], types[-2:]) == ("run-started", ["release-published", "run-finished"])
    assert [type_.partition("-")[0] for type_ in types[1:-2]] == [
        *["source"] * 2, *["document"] * 2, *["source"] * 3, *["document"] * 3,
    ]  # fmt: skip
    assert done.published.is_new
    assert done.published.documents >= 3


def test_a_watchlist_of_nothing_is_wrong_usage(tmp_path: Path) -> None:
    """Where nothing is watched, one is told how to begin, and nothing is asked."""
    with FakeUN(World.of([paper("A/999/1")])) as un, home_for(tmp_path / "home", un, "# later\n") as home:
        for step in (collect, close):
            with pytest.raises(Usage, match=r"watches nothing yet; add something: unfold watch add"):
                step(home, Watched())

        assert un.requests == []


def test_each_entry_tells_what_is_known_of_it(cited: FakeUN, read: Path) -> None:
    """Held and last of a series, state and next day of a symbol, what is cited, the records: each in words."""
    listed = (
        '[[watch]]\nseries = "S/2097/*"\nlanguages = ["en", "fr"]\n\n[[watch]]\nsymbol = "S/2097/9"\n'
        '\n[[watch]]\nsymbol = "S/2098/1"\n\n[[watch]]\nclosure = 1\n\n[[watch]]\nsearch = "gauges"\n'
    )
    with home_for(read, cited, listed) as home:
        series, known, unknown, closure, search = (
            watching.state(home, entry) for entry in Watchlist.read(home.settings.watchlist_path).entries
        )

    assert series.startswith("en: 1 held, the last S/2097/9; asked ")
    assert series.endswith("; fr: never asked")
    assert known.startswith("en: held, asked ")
    assert unknown == "en: never asked"
    assert closure == "4 symbols are cited and not held"
    assert search == "0 records held"
