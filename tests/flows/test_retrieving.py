"""The United Nations are asked, politely and patiently, and nothing but the right document is kept."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from typing import Self

import pytest

from flows import retrieving
from flows.collect import collect
from flows.collected import Collected
from flows.errors import Usage
from flows.fake_un import ALL, Condition, FakeUN, Fault, Faults, Paper, Shape, World
from flows.fake_un.wording import report, resolution, words
from flows.home import Home
from flows.settings import Settings
from flows.sources.named import UnitedNations
from flows.sources.open import provider
from flows.sources.un import Ask, Budget
from transforms.retrieval.schedule import CONFIRMATIONS
from transforms.symbols import parse
from warehouse.events import (
    Asked,
    DocumentWithdrawn,
    Event,
    Payload,
    RequestUnmet,
    SourceFetched,
    SourceUnchanged,
    asked_stream,
)
from warehouse.ledger import Ledger
from warehouse.log import open_log

ROOT = Path(__file__).parents[2]
ONE, OTHER, JOINT = "A/999/1000", "A/999/1001", "A/999/1002-S/2096/3"


def paper(symbol: str = ONE, language: str = "en") -> Paper:
    symbols = tuple(map(str, parse(symbol)))
    if "/RES/" in symbol:
        preamble, paragraphs = resolution(language, symbol, ())
        return Paper(symbols, language, words(language).titles[0], paragraphs, preamble)
    return Paper(symbols, language, words(language).titles[0], report(language, symbol, ()))


def world(
    *papers: Paper, condition: Condition = Condition.HELD, shape: Shape = Shape.BOTH, patience: int = 2
) -> World:
    """The papers given, the first of them under that condition; another document is always there."""
    made = papers or (paper(),)
    first = "-".join(made[0].symbols)
    return World.of((*made, paper(OTHER)), {first: condition}, {first: shape}, patience=patience)


def settings_for(home: Path, url: str, **more: object) -> Settings:
    """Settings that lead to a server on this machine, quick where the real ones are patient."""
    told: dict[str, object] = {
        "home": home, "un_url": url, "library_url": url, "workers": 1, "rate": 500.0, "backoff": 0.01,
        "fetch_timeout": 3.0, "max_bytes": 4 * 2**20, "patience": 3.0,
    }  # fmt: skip
    return Settings.model_validate(told | more)


@dataclass(frozen=True, slots=True)
class Left:
    """A home as a collection left it."""

    settings: Settings
    ledger: Ledger
    payloads: tuple[Payload, ...]
    kept: tuple[bytes, ...]

    @classmethod
    def by(cls, home: Home) -> Self:
        ledger = home.ledger()
        kept = tuple(home.blobs.get(sha256) for sha256 in ledger.contents)
        return cls(home.settings, ledger, tuple(event.payload() for event in home.log.read()), kept)

    def state(self, symbol: str = ONE, language: str = "en") -> str:
        asking = self.ledger.asking("un", symbol, language)
        return "never asked" if asking is None else asking.state


def asked_of(
    home: Path,
    un: FakeUN,
    *symbols: str,
    languages: tuple[str, ...] = ("en",),
    again: bool = False,
    **more: object,
) -> tuple[Collected, Left]:
    """What a collection came to, and the home as it was left."""
    settings = settings_for(home, un.url, **more)
    with Home.open(settings, create=True) as at, at.writing():
        return collect(at, UnitedNations(), symbols or (ONE,), languages, again=again), Left.by(at)


def test_a_document_comes_by_its_symbol_in_each_language_asked_for(tmp_path: Path) -> None:
    """The bytes of the right document in the right language are kept, and a first look tells what they print."""
    with FakeUN(world(paper(), paper(language="fr"))) as un:
        met, home = asked_of(tmp_path, un, languages=("en", "fr"))

        readings = {reading.requested_language: reading for reading in home.ledger.holdings}
        truths = {code: un.world.truth(ONE, code).sha256s for code in ("en", "fr")}

    assert met.fetched == 2
    assert {code: {reading.content_sha256} <= truths[code] for code, reading in readings.items()} == {
        "en": True, "fr": True,
    }  # fmt: skip
    assert [reading.printed_symbols for reading in readings.values()] == [(ONE,), (ONE,)]
    assert {reading.printed_language for reading in readings.values()} == {"en", "fr"}


@pytest.mark.parametrize(
    ("shape", "ending"),
    [(Shape.BOTH, "docx"), (Shape.PDF, "pdf"), (Shape.DOC_IS_OOXML, "docx"), (Shape.DOC_IS_PDF, "pdf")],
)
def test_the_type_is_what_the_bytes_are(tmp_path: Path, shape: Shape, ending: str) -> None:
    """Word is asked for before PDF, and what comes is named by its first bytes, whatever the address calls it."""
    with FakeUN(world(shape=shape)) as un:
        _, home = asked_of(tmp_path, un)

    (reading,) = home.ledger.holdings
    assert reading.name == f"A_999_1000-EN.{ending}"


def test_types_are_asked_for_in_the_order_that_the_settings_name(tmp_path: Path) -> None:
    """With PDF alone wanted, nothing else is asked for."""
    with FakeUN(world()) as un:
        _, home = asked_of(tmp_path, un, types="pdf")

        kinds = {request.type for request in un.requests}

    assert kinds == {"pdf"}
    assert home.ledger.holdings[0].name.endswith(".pdf")


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru", "zh"])
def test_all_six_languages_are_told_apart(tmp_path: Path, language: str) -> None:
    """A document that is there in a language is kept in it; where English comes instead, nothing is."""
    right, wrong = (
        world(paper(language=language)),
        world(paper(), paper(language=language), condition=Condition.WRONG_LANGUAGE),
    )
    with FakeUN(right) as un:
        _, good = asked_of(tmp_path / "right", un, languages=(language,))
    with FakeUN(wrong) as un:
        _, bad = asked_of(tmp_path / "wrong", un, languages=(language,))

    assert (good.state(language=language), len(good.kept)) == ("held", 1)
    assert (bad.state(language=language), bad.kept) == ("wrong-language", ())


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (Condition.ABSENT, "absent"),
        (Condition.SILENT, "absent"),
        (Condition.MALFORMED, "malformed"),
        (Condition.WRONG_DOCUMENT, "wrong-document"),
        (Condition.TOO_LARGE, "too-large"),
        (Condition.NOT_A_DOCUMENT, "not-a-document"),
    ],
)
def test_each_outcome_is_an_event_of_its_own_with_every_request(
    tmp_path: Path, condition: Condition, expected: str
) -> None:
    """What is not the document is told apart and not kept; the event names each request and its answer."""
    with FakeUN(world(condition=condition)) as un:
        _, home = asked_of(tmp_path, un)

    (payload,) = home.payloads
    assert home.state() == expected
    assert home.kept == ()
    assert isinstance(payload, Asked)
    assert len(payload.attempts) >= 2
    assert all(
        attempt.address.startswith(un.url) and attempt.status in (200, 302, 404)
        for attempt in payload.attempts
    )


@pytest.mark.parametrize("at", ["access", "file"])
@pytest.mark.parametrize("fault", ALL)
def test_one_fault_of_any_kind_is_got_over(tmp_path: Path, fault: Fault, at: str) -> None:
    """Whatever goes wrong once, the right bytes are kept in the end, and no others."""
    script = Faults.script({ONE: [fault]}, at=at, drip=0.05)  # type: ignore[arg-type]
    with FakeUN(world(shape=Shape.DOCX), script) as un:
        met, home = asked_of(tmp_path, un, fetch_timeout=1.0)

        truth = un.world.truth(ONE, "en").sha256s

    assert home.state() == "held"
    assert home.ledger.contents <= truth
    assert met.fetched == 1


@pytest.mark.parametrize("fault", [f for f in ALL if f not in (Fault.NOT_FOUND_ONCE, Fault.WRONG_DOCUMENT, Fault.WRONG_LANGUAGE)])  # fmt: skip
def test_a_fault_that_stays_is_never_marked_done(tmp_path: Path, fault: Fault) -> None:
    """Where nothing but trouble comes, nothing is kept, the tries are bounded, and the next run asks again."""
    with FakeUN(world(), Faults.always(fault, drip=0.05)) as un:
        met, home = asked_of(tmp_path, un, fetch_timeout=0.5, tries=3)
        first = len(un.requests)
        un.settle()

    asking = home.ledger.asking("un", ONE, "en")
    assert asking is not None
    assert asking.state in {"failed", "refused", "not-a-document", "too-large"}
    assert home.kept == ()
    assert first <= 3 * 3 * 7
    if asking.state in {"failed", "refused"}:
        assert met.unsettled == 1
        assert asking.due <= datetime.now(UTC)


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (Fault.TOO_MANY, "refused"),
        (Fault.TOO_MANY_WITH_RETRY_AFTER, "refused"),
        (Fault.BAD_GATEWAY, "failed"),
        (Fault.RESET, "failed"),
        (Fault.TRUNCATED, "failed"),
        (Fault.GZIP_BOMB, "failed"),
        (Fault.TO_PRIVATE, "failed"),
        (Fault.TO_FILE, "failed"),
        (Fault.LOOP, "failed"),
        (Fault.EMPTY, "failed"),
        (Fault.HTML, "not-a-document"),
        (Fault.WRONG_LENGTH, "not-a-document"),
        (Fault.ENDLESS_CHUNK, "too-large"),
        (Fault.NOT_FOUND_ONCE, "absent"),
        (Fault.WRONG_DOCUMENT, "wrong-document"),
    ],
)
def test_an_attempt_is_recorded_as_what_it_was(tmp_path: Path, fault: Fault, outcome: str) -> None:
    """The first of the requests is recorded with its own outcome, though the second brought the document."""
    with FakeUN(world(shape=Shape.DOCX), Faults.script({ONE: [fault]})) as un:
        _, home = asked_of(tmp_path, un, fetch_timeout=2.0)

    (payload,) = home.payloads
    assert isinstance(payload, SourceFetched)
    assert [attempt.outcome for attempt in payload.attempts][:: len(payload.attempts) - 1] == [
        outcome,
        "held",
    ]


def test_a_server_that_asks_for_patience_is_left_alone_so_long(tmp_path: Path) -> None:
    """After 429 with Retry-After: 1, nobody asks it anything for a second."""
    script = Faults.script({ONE: [Fault.TOO_MANY_WITH_RETRY_AFTER]})
    with FakeUN(world(), script) as un:
        asked_of(tmp_path, un, ONE, OTHER, host_workers=1)

        times = [request.ended for request in un.requests]
        struck = next(i for i, request in enumerate(un.requests) if request.status == 429)

    assert times[struck + 1] - times[struck] >= 0.95


def test_a_server_that_asks_for_more_patience_than_a_run_has_is_asked_no_more(tmp_path: Path) -> None:
    """The rest is left for the next run, and told as left."""
    script = Faults.script({ONE: [Fault.TOO_MANY_WITH_RETRY_AFTER] * 9})
    with FakeUN(world(), script) as un:
        met, home = asked_of(tmp_path, un, ONE, OTHER, host_workers=1, patience=0.5)

        requests = len(un.requests)

    assert requests == 1
    assert (home.state(), home.state(OTHER)) == ("refused", "never asked")
    assert met.left == 1


def test_requests_keep_to_the_rate(tmp_path: Path) -> None:
    """By the server's own clock, no window holds more requests than the rate allows, but for one that was late."""
    papers = [paper(f"A/999/{number}") for number in range(1100, 1112)]
    with FakeUN(World.of(papers)) as un:
        asked_of(tmp_path, un, *(p.symbol for p in papers), rate=20.0)

        times = sorted(request.started for request in un.requests)

    assert len(times) >= 24
    assert all(later - earlier >= 9 / 20 for earlier, later in zip(times, times[10:], strict=False))


def test_no_more_than_the_workers_allowed_ask_at_once(tmp_path: Path) -> None:
    """With two workers and a slow server, two requests are under way and never three."""
    papers = [paper(f"A/999/{number}") for number in range(1100, 1108)]
    with FakeUN(World.of(papers), delay=0.05) as un:
        asked_of(tmp_path, un, *(p.symbol for p in papers), host_workers=2)

        spans = [(request.started, request.ended) for request in un.requests]

    at_once = max(sum(start <= moment < end for start, end in spans) for moment, _ in spans)
    assert at_once == 2


def test_the_budget_of_a_run_is_kept(tmp_path: Path) -> None:
    """With five requests to spend, five are made; what is left is told, and the next run takes it."""
    papers = [paper(f"A/999/{number}") for number in range(1100, 1106)]
    symbols = [p.symbol for p in papers]
    with FakeUN(World.of(papers)) as un:
        first, home = asked_of(tmp_path, un, *symbols, budget=5, host_workers=1)
        spent = len(un.requests)
        second, _ = asked_of(tmp_path, un, *symbols)

    assert spent == 5
    assert first.fetched == 2
    assert first.left + first.unsettled == 4
    assert second.fetched == 4
    assert len(home.ledger.holdings) == 2


def test_what_is_held_is_not_asked_for_again(tmp_path: Path) -> None:
    """A second run over the same symbols makes no request and no event, and says that it knows them."""
    with FakeUN(world(condition=Condition.ABSENT)) as un:
        asked_of(tmp_path, un, ONE, OTHER)
        before = len(un.requests)
        again, home = asked_of(tmp_path, un, ONE, OTHER)

        assert len(un.requests) == before
    assert (again.offered, again.fetched, again.known) == (0, 0, 2)
    assert [absent.symbol for absent in again.absent] == [ONE]
    assert len(home.payloads) == 2


def test_a_revisit_that_brings_the_same_bytes_is_a_compact_event(tmp_path: Path) -> None:
    """Asked again, an unchanged document leaves one `unchanged` and no second revision."""
    with FakeUN(world()) as un:
        asked_of(tmp_path, un)
        again, home = asked_of(tmp_path, un, again=True)

    assert isinstance(home.payloads[-1], SourceUnchanged)
    assert (again.fetched, again.unchanged) == (0, 1)
    assert [len(home.ledger.history(url)) for url in home.ledger.urls] == [1]


def test_new_bytes_are_a_new_revision_and_the_old_stay(tmp_path: Path) -> None:
    """A document that changed is fetched again; both revisions are kept in the order in which they came."""
    with FakeUN(world(condition=Condition.CHANGED)) as un:
        asked_of(tmp_path, un)
        again, home = asked_of(tmp_path, un, again=True)

        truth = un.world.truth(ONE, "en").sha256s

    (url,) = home.ledger.urls
    history = home.ledger.history(url)
    assert again.fetched == 1
    assert len({reading.content_sha256 for reading in history}) == 2
    assert {reading.content_sha256 for reading in history} <= truth


def test_a_document_that_comes_later_is_found_when_it_is_asked_for_again(tmp_path: Path) -> None:
    """Absent is an answer of its day: the same symbol is held once the server has it."""
    with FakeUN(world(condition=Condition.LATER, patience=4)) as un:
        _, before = asked_of(tmp_path, un)
        was = before.state()
        _, after = asked_of(tmp_path, un, again=True)

    assert (was, after.state()) == ("absent", "held")


def test_a_joint_document_is_asked_for_once(tmp_path: Path) -> None:
    """Either half of a joint symbol is the document that the other has brought."""
    with FakeUN(World.of([paper(JOINT)])) as un:
        asked_of(tmp_path, un, "S/2096/3")
        before = len(un.requests)
        again, home = asked_of(tmp_path, un, "A/999/1002", JOINT)

        assert len(un.requests) == before
    assert again.known == 2
    assert home.ledger.holdings[0].printed_symbols == ("A/999/1002", "S/2096/3")


def test_a_withdrawal_wants_several_days_and_leaves_the_bytes(tmp_path: Path) -> None:
    """Said not to exist on three days, a held document is withdrawn: a tombstone, and nothing is deleted."""
    with FakeUN(world()) as un:
        _, home = asked_of(tmp_path, un)
        settings = home.settings
    attempts = ()
    day = timedelta(days=1)
    with Home.open(settings) as at, at.writing():
        stream = asked_stream("un", ONE, "en")
        for number in range(1, CONFIRMATIONS + 1):
            version = at.ledger().version(stream)
            said = RequestUnmet("un", ONE, "en", "request", "no such document", attempts)
            _append_later(at, stream, said, version, number * day)
            retrieving.withdraw(at)
            states = at.ledger().asking("un", ONE, "en")
            assert states is not None
            assert (states.state == "withdrawn") == (number == CONFIRMATIONS)
        last = list(at.log.read())[-1].payload()

        assert isinstance(last, DocumentWithdrawn)
        assert at.ledger().accepted("any", "any") == ()
        assert len(Left.by(at).kept) == 1


def _append_later(home: Home, stream: str, said: RequestUnmet, version: int, after: timedelta) -> None:
    """Record an answer as if it had come so much later."""
    now = datetime.now(UTC) + after
    with open_log(home.settings.log_url, clock=lambda: now) as log:
        log.append(stream, [Event.of(stream, said, now)], version)


def test_nothing_asked_of_the_united_nations_is_wrong_usage(tmp_path: Path) -> None:
    """A server cannot list what it has: without a symbol the message says what to do, before anything is written."""
    with pytest.raises(Usage, match="unfold watch add"):
        provider("un", (), settings_for(tmp_path / "home", "http://127.0.0.1:1"))

    assert not (tmp_path / "home").exists()


def test_no_one_at_the_address_is_a_failure_and_no_absence(tmp_path: Path) -> None:
    """Where nobody listens, the document is not marked as absent, and the tries end."""
    with FakeUN(world()) as un:
        url = un.url
    settings = settings_for(tmp_path, url, tries=2)

    with Home.open(settings, create=True) as at, at.writing():
        met = collect(at, UnitedNations(), (ONE,), ("en",))

        assert met.unsettled == 1
        assert Left.by(at).state() == "failed"


class _Dated(BaseHTTPRequestHandler):
    """A server that asks for two seconds by a date, once, and then says 404."""

    asked: list[float] = []  # noqa: RUF012

    def do_GET(self) -> None:
        self.asked.append(time.monotonic())
        first = len(self.asked) == 1
        self.send_response(503 if first else 404)
        if first:
            self.send_header(
                "Retry-After", format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True)
            )
            self.send_header("Set-Cookie", "session=canary-in-a-header")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def dated() -> Iterator[str]:
    _Dated.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Dated)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_retry_after_may_be_a_date(tmp_path: Path, dated: str) -> None:
    """A 503 with a date two seconds away is waited for, to the second that HTTP dates have."""
    with Home.open(settings_for(tmp_path, dated), create=True) as at, at.writing():
        collect(at, UnitedNations(), (ONE,), ("en",))

    assert _Dated.asked[1] - _Dated.asked[0] >= 0.9


def test_no_secret_of_the_address_or_of_an_answer_is_kept_or_told(tmp_path: Path, dated: str) -> None:
    """A password in the base address is sent and stands nowhere; no more does what a server's headers hold."""
    base = dated.replace("http://", "http://reader:canary-in-the-address@")

    with Home.open(settings_for(tmp_path, base), create=True) as at, at.writing():
        met = collect(at, UnitedNations(), (ONE,), ("en",))
        told = repr(met) + "".join(str(event.cloudevent()) for event in at.log.read())

    assert "canary" not in told
    assert all(b"canary" not in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


@pytest.mark.parametrize("fault", [Fault.GZIP_BOMB, Fault.ENDLESS_CHUNK])
def test_bombs_and_endless_bodies_cost_no_memory(tmp_path: Path, fault: Fault) -> None:
    """Four of them at once, under the usual limit of 32 MiB a file, and the process grows by less than 64 MB."""
    symbols = [ONE, OTHER, "A/999/1002", "A/999/1003"]
    papers = [paper(symbol) for symbol in symbols]
    with (
        FakeUN(World.of(papers)) as calm,
        FakeUN(World.of(papers), Faults.always(fault, at="file", drip=0.05)) as wild,
    ):
        told = subprocess.run(
            [sys.executable, "-m", "tests.flows.peak", str(tmp_path), calm.url, wild.url, *symbols],
            cwd=ROOT, capture_output=True, text=True, timeout=120, check=True,
        )  # fmt: skip
        sent = sum(request.bytes_sent for request in wild.requests)

    assert int(told.stdout) < 64 * 1000
    assert sent > 500_000


def test_a_name_and_password_in_the_base_address_go_with_every_request_to_that_server(tmp_path: Path) -> None:
    """A mirror that wants them gets them, also where its redirects lead; what is recorded names neither."""
    with FakeUN(world()) as un:
        base = un.url.replace("http://", "http://reader:canary@")
        settings = settings_for(tmp_path, base)
        with Home.open(settings, create=True) as at, at.writing():
            collect(at, UnitedNations(), (ONE,), ("en",))
            left = Left.by(at)
        told = {request.headers.get("authorization") for request in un.requests}

    assert left.state() == "held"
    assert len(told) == 1
    assert None not in told
    assert "canary" not in repr(left.payloads)


def test_rounds_of_one_run_keep_to_the_rate_and_to_what_a_server_asked(tmp_path: Path) -> None:
    """A second round does not begin before its turn, nor while the server still asks for patience from the first."""
    script = Faults.script({OTHER: [Fault.TOO_MANY_WITH_RETRY_AFTER] * 9})
    with FakeUN(world(), script) as un:
        settings = settings_for(tmp_path, un.url, tries=2, rate=4.0, types="docx", host_workers=1)
        with Home.open(settings, create=True) as at, at.writing():
            budget = Budget(100)
            for symbol in (OTHER, ONE):
                ask = Ask.of(parse(symbol), "en")
                retrieving.carry_out(at, retrieving.Plan((ask,), ()), budget)
        times = [(request.started, request.symbol, request.status) for request in un.requests]

    refused = max(moment for moment, _, status in times if status == 429)
    after = min(moment for moment, symbol, _ in times if symbol == ONE)
    assert after - refused >= 0.95
    assert all(b[0] - a[0] >= 0.2 for a, b in pairwise(times))
