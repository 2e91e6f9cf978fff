"""The `unfold` command: answers, exit codes, and what it does not import."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from flows.cli import _code
from tests.flows.fakes import report

Command = Callable[..., tuple[int, str, str]]
FIRST = report(
    "A/999/1",
    "The gauges were lent in 2018 to the African Union (AU).",
    "The General Assembly took note of document A/999/2, paragraph 2.",
)
SECOND = report("A/999/2", "A second report is short.", "It has two paragraphs.")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which two reports are published and one empty file is refused."""
    place = tmp_path_factory.mktemp("cli")
    (place / "texts").mkdir()
    (place / "texts" / "A_999_1-EN.txt").write_bytes(FIRST)
    (place / "texts" / "A_999_2-EN.txt").write_bytes(SECOND)
    (place / "texts" / "\x1b[31mempty.txt").write_bytes(b"")
    done = started(place, "run", "--source", str(place / "texts"), "--engine", "none")
    assert done.returncode == 0, done.stderr
    assert "2 accepted, 1 refused" in done.stdout
    assert "\x1b" not in done.stdout
    return place


def started(place: Path, *tokens: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "flows.cli", "--home", str(place / "home"), *tokens]
    return subprocess.run(command, capture_output=True, text=True, timeout=200, check=False)


@pytest.fixture
def unfold(place: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    def call(*tokens: str) -> tuple[int, str, str]:
        try:
            code = _code(["--home", str(place / "home"), *tokens])
        except SystemExit as end:
            code = int(end.code or 0)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


def test_sql_answers_in_three_formats(unfold: Command) -> None:
    """The same rows as a table to read, as JSON lines and as CSV."""
    query = "SELECT document_id, paragraph_count > 1 AS is_long FROM documents ORDER BY 1"

    _, table, _ = unfold("sql", query)
    _, lines, _ = unfold("sql", query, "--format", "json")
    _, rows, _ = unfold("sql", query, "--format", "csv")

    assert "A/999/1@en" in table
    assert [json.loads(line)["document_id"] for line in lines.splitlines()] == ["A/999/1@en", "A/999/2@en"]
    assert rows == "document_id,is_long\r\nA/999/1@en,True\r\nA/999/2@en,True\r\n"


@pytest.mark.parametrize(
    "query",
    [
        "SELEC 1",
        "DELETE FROM documents",
        "COPY documents TO 'x.csv'",
        "SELECT * FROM read_text('/etc/hostname')",
        "SELECT 1; SELECT 2",
        "CREATE TEMP TABLE a (b INT)",
        "SELECT 'infinity'::DATE AS never",
        "",
    ],
)
def test_sql_that_is_wrong_or_more_than_a_question_is_refused(unfold: Command, query: str) -> None:
    """A statement that cannot be answered ends with code 2 and a reason, not a traceback."""
    code, out, err = unfold("sql", query)

    assert (code, out) == (2, "")
    assert err.startswith("unfold: ")


def test_search_finds_words_and_says_when_there_are_none(unfold: Command) -> None:
    """Hits name document and paragraph; nothing found is code 3."""
    code, out, _ = unfold("search", "gauges lent", "--format", "json")
    none, _, err = unfold("search", "xylophone")

    hit = json.loads(out.splitlines()[0])
    assert (code, hit["document_id"], hit["label"]) == (0, "A/999/1@en", "1")
    assert none == 3
    assert "xylophone" in err


@pytest.mark.parametrize(
    "tokens", [("gauges", "--limit", "0"), ("gauges", "--limit", "-1"), (" .,; *",), ("",)]
)
def test_a_search_for_nothing_is_wrong_usage(unfold: Command, tokens: tuple[str, ...]) -> None:
    """No hit wanted, or no word to look for: code 2 and what to write instead."""
    code, out, err = unfold("search", *tokens)

    assert (code, out) == (2, "")
    assert "at least 1" in err or "no word" in err


def test_a_search_takes_phrases_and_beginnings(unfold: Command) -> None:
    """Words in quotation marks stand in that order; a star stands for the rest of a word."""
    together, _, _ = unfold("search", '"gauges were"')
    apart, _, _ = unfold("search", '"lent gauges"')
    begun, _, _ = unfold("search", "gaug*")

    assert (together, apart, begun) == (0, 3, 0)


def test_explain_leads_from_the_symbol_to_the_bytes(unfold: Command) -> None:
    """Bytes, time and place of fetching, reader, verdict and release of a document, and who cites it."""
    code, out, _ = unfold("explain", "a/999/2")

    assert code == 0
    for told in (
        "A/999/2@en",
        "bytes",
        "fetched",
        "A_999_2-EN.txt",
        "reader",
        "accepted",
        "release",
        "cited by  A/999/1@en#2",
    ):
        assert told in out


def test_explain_takes_a_paragraph_by_label_or_eid(unfold: Command) -> None:
    """A paragraph is shown with its text and what it names, under its label as under its eId."""
    _, by_label, _ = unfold("explain", "A/999/1#1")
    _, by_eid, _ = unfold("explain", "A/999/1@en#para_1")

    assert "The gauges were lent in 2018" in by_label
    assert by_label == by_eid


def test_explain_of_a_place_that_is_not_there_prints_nothing_but_that(unfold: Command) -> None:
    """An unknown paragraph is code 3, an empty one code 2, and neither prints half an answer."""
    for place, expected in (("nope", 3), ("", 2), (" ", 2)):
        code, out, err = unfold("explain", f"A/999/1#{place}")

        assert (code, out) == (expected, "")
        assert err.count("\n") == 1


def test_explain_tells_of_refusals_and_of_nothing(unfold: Command) -> None:
    """A refused file is explained by its name; an unknown symbol is code 3."""
    code, out, _ = unfold("explain", "\x1b[31mempty.txt")
    none, _, err = unfold("explain", "A/999/404")

    assert code == 0
    assert "refused: empty" in out
    assert "\x1b" not in out
    assert none == 3
    assert "no such document" in err


def test_status_and_verify_tell_of_a_sound_home(unfold: Command) -> None:
    """Status counts what is held and published; verify finds everything as it was written."""
    code, out, _ = unfold("status")
    sound, told, _ = unfold("verify")

    assert (code, sound) == (0, 0)
    assert "2 accepted, 1 refused, 0 due" in out
    assert "everything as it was written" in told


@pytest.mark.parametrize("where", ["blobs", "releases", "log.sqlite"])
def test_verify_finds_a_flipped_bit(place: Path, tmp_path: Path, where: str) -> None:
    """One changed byte in the bytes, in a release or in the log is damage, and code 1."""
    home = tmp_path / "home"
    subprocess.run(["cp", "-a", place / "home", home], check=True)
    target = home / where
    victim = (
        target
        if target.is_file()
        else max(p for p in target.rglob("*") if p.is_file() and p.stat().st_size > 100)
    )
    content = bytearray(victim.read_bytes())
    middle = content.find(b"source-fetched") if where == "log.sqlite" else len(content) // 2
    content[middle] ^= 1
    victim.chmod(0o644)
    victim.write_bytes(content)

    done = started(tmp_path, "verify")

    assert done.returncode == 1
    assert "damaged:" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_log_cut_short_is_found_by_what_the_release_knows(place: Path, tmp_path: Path) -> None:
    """Whoever owns the database can drop its guards and its last events; the chain alone would still be whole."""
    home = tmp_path / "home"
    subprocess.run(["cp", "-a", place / "home", home], check=True)
    with sqlite3.connect(home / "log.sqlite") as log:
        guards = log.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            log.execute(f"DROP TRIGGER {name}")
        log.execute("DELETE FROM unfold_events WHERE rowid > 3")
        for _, guard in guards:
            log.execute(guard)

    done = started(tmp_path, "verify")

    assert done.returncode == 1
    assert "truncated" in done.stderr


def test_verify_names_what_the_log_does_not_know_and_what_is_gone(place: Path, tmp_path: Path) -> None:
    """A stray release and rows or releases that are gone are notes; a `current` out of nowhere is damage."""
    home = tmp_path / "home"
    subprocess.run(["cp", "-a", place / "home", home], check=True)
    shutil.rmtree(home / "rows")
    known = (home / "current").resolve()
    stray = known.with_name("20990101T000000Z-00000000")
    shutil.copytree(known, stray)
    manifest = (stray / "manifest.json").read_text()
    stray.chmod(0o755)
    (stray / "manifest.json").chmod(0o644)
    inputs = str(json.loads(manifest)["inputs_sha256"])
    (stray / "manifest.json").write_text(
        manifest.replace(known.name, stray.name).replace(inputs, inputs[::-1])
    )

    noted = started(tmp_path, "verify").stdout

    assert "note: 20990101T000000Z-00000000 is not in the log" in noted
    assert "note: the rows of 2 accepted documents are not kept" in noted

    known.rename(tmp_path / "away")
    (home / "current").unlink()
    (home / "current").symlink_to(Path("releases") / stray.name)
    done = started(tmp_path, "verify")

    assert done.returncode == 1
    assert f"current is {stray.name}, which the log does not know" in done.stderr
    assert "note: 1 of 1 releases in the log have no folder any more" in done.stdout


def test_a_write_that_was_cut_off_is_no_damage(place: Path, tmp_path: Path) -> None:
    """What a killed writer leaves aside was never named by the log."""
    home = tmp_path / "home"
    subprocess.run(["cp", "-a", place / "home", home], check=True)
    folder = next(path for path in (home / "blobs").iterdir() if path.is_dir())
    kept = next(path for path in folder.iterdir() if path.is_file())
    (folder / f".{kept.name}.{0:016x}.aside").write_bytes(b"half")

    assert started(tmp_path, "verify").returncode == 0


def test_a_symbol_that_is_absent_or_malformed_has_its_own_exit_code(place: Path) -> None:
    """Code 4 for what the source does not have, 2 for what is no symbol; both are told, and the rest goes on."""
    texts = ("--source", str(place / "texts"), "--engine", "none")

    absent = started(place, "collect", "A/999/404", "A/999/1", *texts)
    malformed = started(place, "collect", "../../etc/passwd", "A/999/1", *texts)

    assert absent.returncode == 4
    assert "A/999/404" in absent.stdout
    assert malformed.returncode == 2
    assert "malformed-symbol" in malformed.stdout
    assert "1 offered" in malformed.stdout


def test_nothing_but_malformed_symbols_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Refused as wrong usage before there is a home, with either engine."""
    for engine in ("none", "prefect"):
        tokens = ("--home", str(tmp_path / "none"), "run", "A/73/328@en", "--engine", engine)

        assert _code([*tokens]) == 2
        assert "--lang en" in capsys.readouterr().err
    assert not (tmp_path / "none").exists()


def test_ctrl_c_ends_in_one_line_and_the_run_is_told_as_interrupted(tmp_path: Path) -> None:
    """Interrupted while child processes read, a run says that the next goes on, and nothing else."""
    (tmp_path / "texts").mkdir()
    for number in range(120):
        content = report(
            f"A/999/{number}", *(f"The gauges were lent in {year}." for year in range(1900, 2100))
        )
        (tmp_path / "texts" / f"A_999_{number}-EN.txt").write_bytes(content)
    command = [sys.executable, "-m", "flows.cli", "--home", str(tmp_path / "home"), "run", "--engine", "none"]
    process = subprocess.Popen(
        [*command, "--source", str(tmp_path / "texts")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    log = tmp_path / "home" / "log.sqlite"
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not (log.exists() and _count(log, "source-fetched.v2") == 120):
        time.sleep(0.05)
    time.sleep(1.5)

    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)

    assert (process.returncode, out) == (130, "")
    assert err == "unfold: interrupted; the next run goes on from here.\n"
    assert ": interrupted" in started(tmp_path, "status").stdout


def _count(log: Path, type_: str) -> int:
    with sqlite3.connect(log) as opened:
        try:
            return sum(1 for row in opened.execute("SELECT * FROM unfold_events") if type_ in map(str, row))
        except sqlite3.OperationalError:
            return 0


def test_exit_codes_stand_in_the_top_level_help_alone(unfold: Command) -> None:
    """The help of one command is about that command."""
    _, top, _ = unfold("--help")
    _, one, _ = unfold("sql", "--help")

    assert "UNFOLD_HOME" in top
    assert "Exit codes" in top
    assert "Exit codes" not in one


def test_wrong_usage_is_code_two_in_a_line_or_two(unfold: Command) -> None:
    """An unknown command, option, language or folder says what is wrong without a traceback."""
    for tokens in (("fly",), ("run", "--lang", "xx"), ("collect", "--source", "nowhere"), ("sql",)):
        code, _, err = unfold(*tokens)

        assert code == 2, tokens
        assert err
        assert "Traceback" not in err


def test_a_setting_that_is_wrong_is_named(unfold: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bad value in the environment is a usage error that names the variable."""
    monkeypatch.setenv("UNFOLD_WORKERS", "many")

    code, _, err = unfold("status")

    assert code == 2
    assert "UNFOLD_WORKERS" in err


def test_questions_to_an_empty_home_are_code_three(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before anything was run, each question says what to run, and makes no home."""
    for tokens in (("status",), ("verify",), ("sql", "SELECT 1"), ("search", "x"), ("explain", "A/999/1")):
        assert _code(["--home", str(tmp_path / "none"), *tokens]) == 3

        assert "run" in capsys.readouterr().err
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    "tokens",
    [
        ("--help",), ("--version",), ("run", "--help"), ("status",), ("verify",), ("sql", "SELECT 1"),
        ("search", "gauges"), ("explain", "A/999/1"),
    ],
)  # fmt: skip
def test_quick_commands_import_neither_prefect_nor_great_expectations(
    place: Path, tokens: tuple[str, ...]
) -> None:
    """What only asks or explains is not kept waiting by libraries that it does not need."""
    program = (
        f"import sys; sys.argv = ['unfold', '--home', {str(place / 'home')!r}, *{list(tokens)!r}]\n"
        "from flows.cli import main\n"
        "try: main()\n"
        "except SystemExit as end: code = end.code\n"
        "heavy = {'prefect', 'great_expectations', 'pandas'} & set(sys.modules)\n"
        "sys.exit(f'{code} {heavy}' if code or heavy else 0)"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_that_goes_away_is_no_error(place: Path) -> None:
    """`unfold sql … | head -1` ends without a word."""
    command = f"{sys.executable} -m flows.cli --home {place / 'home'} sql 'FROM range(200000)' --format csv | head -1"

    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60, check=False)

    assert (done.stdout, done.stderr) == ("range\n", "")


def test_a_home_from_the_environment_is_the_default(place: Path) -> None:
    """UNFOLD_HOME names the home where no option does."""
    environment = os.environ | {"UNFOLD_HOME": str(place / "home")}

    done = subprocess.run(
        [sys.executable, "-m", "flows.cli", "status"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    assert str(place / "home") in done.stdout
