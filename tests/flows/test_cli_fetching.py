"""The commands about the United Nations, given to the stand-in: what they print, write, ask for and end with."""

from __future__ import annotations

import csv
import io
import json
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from flows.cli import _code
from flows.fake_un import Condition, FakeUN, Fault, Faults, Paper, Record, World
from flows.fake_un.wording import report, words
from flows.watchlist import Watchlist

Command = Callable[..., tuple[int, str, str]]
ONE, TWO, OTHER, GONE, UNLISTED = (f"A/999/{number}" for number in (1000, 1001, 1002, 1003, 1004))
ENVIRONMENT = {
    "RATE": "500", "BACKOFF": "0.01", "FETCH_TIMEOUT": "2", "WORKERS": "1", "TYPES": "docx", "TRIES": "2",
}  # fmt: skip


def paper(symbol: str, language: str = "en") -> Paper:
    """An invented report."""
    return Paper((symbol,), language, words(language).titles[0], report(language, symbol, ()))


WORLD = World.of(
    [*map(paper, (ONE, TWO, OTHER, GONE, UNLISTED)), paper(ONE, "fr")],
    {OTHER: Condition.WRONG_DOCUMENT, GONE: Condition.ABSENT},
    records={UNLISTED: Record.NONE},
)


@pytest.fixture(scope="module")
def un() -> Iterator[FakeUN]:
    with FakeUN(WORLD) as running:
        yield running


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where a home may come to be."""
    return tmp_path / "home"


@pytest.fixture
def unfold(
    home: Path, un: FakeUN, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Command:
    """The command in a home of its own, told to ask the stand-in."""
    for name in ("HOME", "LOG", "CONTACT", "WATCHLIST", "BUDGET"):
        monkeypatch.delenv(f"UNFOLD_{name}", raising=False)
    for name, value in {**ENVIRONMENT, "UN_URL": un.url, "LIBRARY_URL": un.url}.items():
        monkeypatch.setenv(f"UNFOLD_{name}", value)

    def call(*tokens: str) -> tuple[int, str, str]:
        try:
            code = _code(["--home", str(home), *tokens])
        except SystemExit as end:
            code = int(end.code or 0)
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return code, captured.out, captured.err

    return call


@pytest.fixture
def down(un: FakeUN, unfold: Command, monkeypatch: pytest.MonkeyPatch) -> Iterator[Command]:
    """The same command where the servers are down."""
    with FakeUN(WORLD, Faults.always(Fault.UNAVAILABLE)) as running:
        monkeypatch.setenv("UNFOLD_UN_URL", running.url)
        monkeypatch.setenv("UNFOLD_LIBRARY_URL", running.url)
        yield unfold


def test_symbols_are_asked_of_the_united_nations_in_each_language(unfold: Command, un: FakeUN) -> None:
    """Without a source, symbols are fetched; a second time they are known, and asked for again where one insists."""
    first = unfold("collect", ONE, "--lang", "en,fr", "--engine", "none")
    before = len(un.requests)
    second = unfold("collect", ONE, "--lang", "en,fr", "--engine", "none")
    unasked = len(un.requests) == before
    third = unfold("collect", ONE, "--lang", "fr", "--again", "--engine", "none")

    assert [first[0], second[0], third[0]] == [0, 0, 0]
    assert "2 offered, 2 new or changed, 0 not taken" in first[1]
    assert "0 offered, 0 new or changed, 0 not taken, 2 known well enough" in second[1]
    assert unasked
    assert "1 offered, 0 new or changed, 0 not taken, 1 unchanged" in third[1]


def test_what_was_asked_is_shown_in_three_formats(unfold: Command) -> None:
    """Symbol, language and state of every ask, as objects, as rows and to read; of one state where one is named."""
    unfold("collect", ONE, GONE, OTHER, "--lang", "en,fr", "--engine", "none")

    code, lines, _ = unfold("asked", "--state", "held", "--format", "json")
    _, everything, _ = unfold("asked", "--format", "csv")
    _, table, _ = unfold("asked", "--state", "wrong-document")
    none, nothing, err = unfold("asked", "--state", "withdrawn")

    held = [json.loads(line) for line in lines.splitlines()]
    states = {(r["symbol"], r["language"]): r["state"] for r in csv.DictReader(io.StringIO(everything))}
    assert code == 0
    assert [(row["symbol"], row["language"], row["state"]) for row in held] == [
        (ONE, "en", "held"),
        (ONE, "fr", "held"),
    ]
    assert states == {
        (ONE, "en"): "held", (ONE, "fr"): "held", (GONE, "en"): "absent", (GONE, "fr"): "absent",
        (OTHER, "en"): "wrong-document", (OTHER, "fr"): "absent",
    }  # fmt: skip
    assert OTHER in table
    assert ONE not in table
    assert (none, nothing) == (3, "")
    assert "nothing is withdrawn" in err


@pytest.mark.parametrize(
    ("symbol", "reason"), [(GONE, "absent"), ("A/999/404", "absent"), (OTHER, "wrong-document")]
)
def test_a_document_that_is_not_to_be_had_is_code_four(unfold: Command, symbol: str, reason: str) -> None:
    """What the system has not, or gives another document for, is told by name; the rest is taken."""
    code, out, _ = unfold("collect", ONE, symbol, "--engine", "none")

    assert code == 4
    assert re.search(rf"^  {reason}  {symbol}", out, re.MULTILINE)
    assert "2 offered, 1 new or changed, 1 not taken" in out


def test_a_symbol_that_is_none_is_code_two_and_the_rest_goes_on(unfold: Command, home: Path) -> None:
    """Beside a good one it is told; alone it is wrong usage, and nothing is written."""
    alone, _, err = unfold("collect", "../../etc/passwd", "--engine", "none")
    is_written = home.exists()
    beside, out, _ = unfold("collect", "../../etc/passwd", ONE, "--engine", "none")

    assert (alone, beside, is_written) == (2, 2, False)
    assert "is not a document symbol" in err
    assert "malformed-symbol" in out
    assert "1 offered, 1 new or changed" in out


@pytest.mark.parametrize("command", ["collect", "run"])
def test_a_language_that_is_none_is_refused_before_anything_is_asked(
    unfold: Command, un: FakeUN, home: Path, command: str
) -> None:
    """One unknown code among good ones is code 2; the document system would give English for it."""
    before = len(un.requests)

    code, _, err = unfold(command, ONE, "--lang", "en,xx", "--engine", "none")

    assert code == 2
    assert "'xx' is none of" in err
    assert len(un.requests) == before
    assert not home.exists()


def test_a_server_that_is_down_is_code_six_and_asked_again_at_once(
    down: Command, un: FakeUN, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is believed to be absent; the same command goes on where it ended when the server is back."""
    code, out, _ = down("collect", ONE, "--engine", "none")
    _, failed, _ = down("asked", "--format", "json")
    monkeypatch.setenv("UNFOLD_UN_URL", un.url)
    again, _, _ = down("collect", ONE, "--engine", "none")

    assert (code, again) == (6, 0)
    assert f"failed  {ONE}@en: the server answered 503" in out
    assert json.loads(failed)["state"] == "failed"


def test_what_a_budget_leaves_is_code_six(unfold: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run with fewer requests than it takes says how much is left for the next."""
    monkeypatch.setenv("UNFOLD_BUDGET", "1")

    code, out, _ = unfold("collect", ONE, TWO, "--engine", "none")

    assert code == 6
    assert "2 left for the next run" in out


def test_status_and_verify_are_fine_after_a_collection(unfold: Command) -> None:
    """What was fetched, what is absent and the run stand in the status; every byte and the log are as written."""
    unfold("collect", ONE, GONE, "--lang", "en,fr", "--engine", "none")

    status, told, _ = unfold("status")
    verified, sound, _ = unfold("verify")

    assert (status, verified) == (0, 0)
    assert "2 files, 2 different contents" in told
    assert "0 accepted, 0 refused, 2 due" in told
    assert "collect: completed" in told
    assert "everything as it was written" in sound


@pytest.mark.parametrize("real", ["UNFOLD_UN_URL", "UNFOLD_LIBRARY_URL"])
@pytest.mark.parametrize(
    "tokens",
    [
        ("collect", ONE, "--engine", "none"),
        ("run", ONE, "--source", "un", "--engine", "none"),
        ("collect", "--source", "watchlist", "--engine", "none"),
        ("catalogue", ONE),
        ("reconcile", "A/999/*"),
    ],
)
def test_the_real_servers_are_not_asked_without_a_contact(
    unfold: Command, un: FakeUN, monkeypatch: pytest.MonkeyPatch, real: str, tokens: tuple[str, ...]
) -> None:
    """Where one of the addresses is the United Nations' own, nothing is sent to either until a contact is set."""
    monkeypatch.delenv(real)
    before = len(un.requests)

    code, out, err = unfold(*tokens)

    assert (code, out) == (2, "")
    assert "set UNFOLD_CONTACT to a mail address or a page of yours" in err
    assert len(un.requests) == before


def test_the_contact_is_told_with_every_request(
    unfold: Command, un: FakeUN, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever runs a server can see whom to turn to, and of which program."""
    monkeypatch.setenv("UNFOLD_CONTACT", "litia@example.org")
    before = len(un.requests)

    unfold("collect", ONE, "--engine", "none")
    unfold("catalogue", ONE)

    agents = {request.user_agent for request in un.requests[before:]}
    assert len(agents) == 1
    assert re.fullmatch(r"Mozilla/5\.0 \(compatible; unfold/[\w.]+; \+litia@example\.org\)", agents.pop())


def test_what_is_watched_is_added_listed_and_removed(unfold: Command, home: Path) -> None:
    """Every kind can be added in one command each, is listed by place with its state, and removed by name or place."""
    empty = unfold("watch")
    added = unfold("watch", "add", "A/999/*", TWO, "--lang", "en,fr", "--gap", "2")
    unfold("watch", "add", "--search", '191__a:"A/999/*"', "--closure", "1", "--budget", "7")
    _, listed, _ = unfold("watch")
    removed = unfold("watch", "remove", "1", "closure 1")
    _, left, _ = unfold("watch")

    assert empty[0] == added[0] == removed[0] == 0
    assert "0 watched" in empty[1]
    assert "unfold watch add" in empty[1]
    assert added[1] == f"watched    series A/999/* [en, fr]\nwatched    symbol {TWO} [en, fr]\n"
    assert re.findall(r"^ +(\d)  (\w+) ", listed, re.MULTILINE) == [
        ("1", "series"), ("2", "symbol"), ("3", "search"), ("4", "closure"),
    ]  # fmt: skip
    assert listed.count("never asked") == 4
    assert removed[1] == "unwatched  series A/999/* [en, fr]\nunwatched  closure closure 1\n".replace(
        " [en, fr]", ""
    )
    assert "2 watched" in left
    assert Watchlist.read(home / "watchlist.toml").entries[1].budget == 7


def test_of_two_entries_for_one_series_the_one_named_is_removed(unfold: Command, home: Path) -> None:
    """By its place, the second of two is removed, and a place named twice is removed once."""
    home.mkdir()
    series = '[[watch]]\nseries = "A/999/*"\nlanguages = ["{}"]\n'
    (home / "watchlist.toml").write_text(series.format("en") + series.format("fr"), encoding="utf-8")

    code, _, _ = unfold("watch", "remove", "2", "2")

    assert code == 0
    assert [entry.languages for entry in Watchlist.read(home / "watchlist.toml").entries] == [("en",)]


@pytest.mark.parametrize(
    ("tokens", "wrong"),
    [
        (("add",), "name what to watch"),
        (("add", "nonsense"), "'nonsense' is not a document symbol"),
        (("add", TWO, "--lang", "xx"), "'xx' is none of"),
        (("add", "A/HRC/*/*", "--first", "1"), "first wants 2 numbers"),
        (("add", "--closure", "9"), "less than or equal to 5"),
        (("remove",), "name what is to be watched no longer"),
        (("remove", TWO), "is not watched"),
    ],
)
def test_what_cannot_be_watched_is_code_two_and_changes_nothing(
    unfold: Command, home: Path, tokens: tuple[str, ...], wrong: str
) -> None:
    """Wrong words are told with what was expected, and no list is written."""
    code, out, err = unfold("watch", *tokens)

    assert (code, out) == (2, "")
    assert wrong in err
    assert not home.exists()


def test_a_scheduled_run_asks_for_what_is_watched(unfold: Command) -> None:
    """The source `watchlist` fetches what is on the list, and its state is on the list afterwards."""
    unfold("watch", "add", ONE, TWO)

    code, out, _ = unfold("collect", "--source", "watchlist", "--engine", "none")
    _, listed, _ = unfold("watch")

    assert code == 0
    assert "2 offered, 2 new or changed" in out
    assert listed.count("en: held, asked ") == 2


def test_a_list_elsewhere_is_named_by_the_environment(
    unfold: Command, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """UNFOLD_WATCHLIST names a list that several homes share."""
    monkeypatch.setenv("UNFOLD_WATCHLIST", str(tmp_path / "shared.toml"))

    unfold("watch", "add", ONE)

    assert (tmp_path / "shared.toml").exists()
    assert not home.exists()


def test_a_watchlist_that_is_empty_or_wrong_is_code_two(unfold: Command, home: Path) -> None:
    """A scheduled run of nothing, and a list that somebody broke, say what to do."""
    empty, _, hint = unfold("collect", "--source", "watchlist", "--engine", "none")
    (home / "watchlist.toml").write_text("[[watch]]\nsymbl = 'A/999/1'\n", encoding="utf-8")
    wrong, _, told = unfold("watch")

    assert (empty, wrong) == (2, 2)
    assert "unfold watch add" in hint
    assert "watchlist.toml, entry 1: symbl" in told


def test_the_catalogue_is_taken_in_by_symbol_series_and_search(unfold: Command, un: FakeUN) -> None:
    """Records come in once however they are asked for; a document of no record is no error."""
    one = unfold("catalogue", ONE)
    series = unfold("catalogue", "A/999/*")
    search = unfold("catalogue", "--search", '191__a:"A/999/*"')
    unlisted = unfold("catalogue", UNLISTED)

    assert [one[0], series[0], search[0], unlisted[0]] == [0, 0, 0, 0]
    assert ", 1 records\n" in one[1]
    assert ", 3 records\n" in series[1]
    assert " records" not in search[1]
    assert "collected  0 offered" in unlisted[1]


def test_the_catalogue_of_nothing_or_of_no_symbol_ends_as_any_command(unfold: Command) -> None:
    """Nothing held is code 3, a pattern that is no series code 2."""
    nothing, _, hint = unfold("catalogue")
    wrong, _, told = unfold("catalogue", "A/*/*/*")

    assert (nothing, wrong) == (3, 2)
    assert "name some symbols" in hint
    assert "is no series" in told


def test_a_catalogue_that_is_down_is_code_six(down: Command) -> None:
    """Whether records are taken in or compared, in whatever format: what could not be asked is told."""
    taken, out, _ = down("catalogue", ONE)
    compared, table, _ = down("reconcile", "A/999/*")
    rows, listed, err = down("reconcile", "A/999/*", "--format", "csv")

    assert (taken, compared, rows) == (6, 6, 6)
    assert "503 Service Unavailable" in out
    assert "the catalogue did not answer to the end" in table
    assert listed == "kind,symbol,detail\r\n"
    assert "the catalogue did not answer to the end" in err


def test_differences_are_rows_for_a_program_and_a_sentence_for_a_person(unfold: Command, un: FakeUN) -> None:
    """What is lacking and what is not catalogued, as CSV, as JSON, and counted; offline without a request."""
    unfold("collect", ONE, TWO, UNLISTED, "--engine", "none")

    code, listed, _ = unfold("reconcile", "A/999/*", "--format", "csv")
    before = len(un.requests)
    _, lines, _ = unfold("reconcile", "A/999/*", "--offline", "--format", "json")
    _, table, _ = unfold("reconcile", "A/999/*", "--offline")

    rows = list(csv.DictReader(io.StringIO(listed)))
    assert code == 0
    assert [(row["kind"], row["symbol"]) for row in rows] == [
        ("lacking", OTHER), ("lacking", GONE), ("uncatalogued", UNLISTED),
    ]  # fmt: skip
    assert [json.loads(line) for line in lines.splitlines()] == rows
    assert table.startswith("A/999/*: 4 in the catalogue, 3 held, 3 differences\n")
    assert len(un.requests) == before


def test_where_nothing_differs_a_person_reads_one_line(unfold: Command) -> None:
    """No table without rows; for a program there is the head of one."""
    unfold("collect", ONE, "--engine", "none")

    code, table, _ = unfold("reconcile", ONE)
    _, listed, _ = unfold("reconcile", ONE, "--offline", "--format", "csv")

    assert (code, table) == (0, f"{ONE}: 1 in the catalogue, 1 held, 0 differences\n")
    assert listed == "kind,symbol,detail\r\n"


def test_quick_commands_about_the_servers_import_nothing_heavy(home: Path) -> None:
    """To list, change or show is not kept waiting by Prefect, Great Expectations or pandas."""
    program = f"""
import sys
from flows.cli import _code
for tokens in (["watch", "add", "A/999/1"], ["watch"], ["asked"], ["watch", "remove", "1"], ["fake-un", "--documents", "0"]):
    _code(["--home", {str(home)!r}, *tokens])
sys.exit(", ".join(sorted({{"prefect", "great_expectations", "pandas"}} & set(sys.modules))) or 0)
"""

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False
    )

    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("tokens", [("--documents", "0"), ("--faults", "2"), ("--lang", "xx")])
def test_a_stand_in_that_cannot_be_is_code_two(unfold: Command, tokens: tuple[str, ...]) -> None:
    """No documents, a share above one and an unknown language are wrong usage."""
    code, out, err = unfold("fake-un", *tokens)

    assert (code, out) == (2, "")
    assert err


def test_the_stand_in_can_be_tried_as_it_says_and_ends_on_ctrl_c(
    unfold: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It prints the command to try it with, which works; interrupted, it ends without a word."""
    process = subprocess.Popen(
        [sys.executable, "-m", "flows.cli", "fake-un", "--documents", "5"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    introduction = [process.stdout.readline() for _ in range(3)]

    *settings, _, command, symbol, source, word = introduction[-1].split()
    for setting in settings:
        monkeypatch.setenv(*setting.split("=", 1))
    code, out, _ = unfold(command, symbol, source, word, "--engine", "none")
    process.send_signal(signal.SIGINT)
    rest, err = process.communicate(timeout=20)

    assert "5 invented documents (en); Ctrl-C ends it" in introduction[0]
    assert code == 0
    assert "1 offered, 1 new or changed" in out
    assert (process.returncode, rest, err) == (0, "", "")
