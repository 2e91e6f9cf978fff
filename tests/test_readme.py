"""Every command in README.md runs and prints what README.md shows.

A fenced block marked `console` holds `$` commands, each followed by what it prints; `...` stands for
anything. The blocks share one folder, in order. A second word names what a block needs:

    ```console                  run by `make test`
    ```console postgresql       run where a PostgreSQL server answers
    ```console fake-un          run by `make test`, the first command in the background
    ```console prefect          run by `make proof`, with a Prefect server of its own
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"^```console *(?P<needs>[\w-]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Command:
    """One command line of README.md, the output it shows, and what its block needs."""

    line: str
    output: str
    needs: str


def commands() -> Iterator[Command]:
    for block in BLOCK.finditer(README.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block["body"], flags=re.MULTILINE)[1:]:
            line, _, output = part.partition("\n")
            while line.endswith("\\"):
                more, _, output = output.partition("\n")
                line = f"{line[:-1]} {more.strip()}"
            yield Command(line, output.strip(), block["needs"])


def environment(**more: str) -> dict[str, str]:
    """The environment of a newcomer: the project's commands first on PATH, no home chosen, a plain terminal."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("UNFOLD_", "PREFECT_"))}
    path = f"{Path(sys.executable).parent}{os.pathsep}{kept.get('PATH', '')}"
    plain = {
        "PATH": path,
        "COLUMNS": "110",
        "LC_ALL": "C.UTF-8",
        "NO_COLOR": "1",
        "PYTHONDONTWRITEBYTECODE": "",
    }
    return kept | plain | more


def shown_by(line: str, folder: Path, env: dict[str, str]) -> str:
    ran = subprocess.run(
        ["/bin/sh", "-c", line], check=False, cwd=folder, env=env, capture_output=True, text=True, timeout=400
    )
    assert ran.returncode == 0, f"$ {line}\n{ran.stdout}\n{ran.stderr}"
    return ran.stdout.strip()


def agrees(shown: str, told: str) -> bool:
    """Whether what was printed is what README.md tells, spaces at line ends apart; `...` is anything."""
    tidy = [re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE) for text in (shown, told)]
    pattern = ".*".join(re.escape(part) for part in tidy[1].split("..."))
    return re.fullmatch(pattern, tidy[0], re.DOTALL) is not None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder to run in, with what the project's own folder offers to a command."""
    for name in (
        "Makefile",
        "prefect.yaml",
        "pyproject.toml",
        "flows",
        "transforms",
        "expectations",
        "warehouse",
    ):
        (tmp_path / name).symlink_to(ROOT / name)
    return tmp_path


@pytest.mark.timeout(900)
def test_readme_commands_run_and_print_what_is_shown(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The blocks that need nothing run one after the other; `make` ones are only planned, for they run this."""
    env = environment(PREFECT_HOME=str(tmp_path_factory.mktemp("prefect")))
    plain = [command for command in commands() if not command.needs]
    assert plain

    for command in plain:
        if command.line.startswith("make "):
            assert shown_by(command.line.replace("make ", "make --dry-run ", 1), ROOT, env)
            continue
        shown = shown_by(command.line, folder, env)
        assert agrees(shown, command.output), (
            f"$ {command.line}\n{shown}\n--- README.md shows ---\n{command.output}"
        )


@pytest.mark.timeout(600)
def test_readme_shared_log_works(folder: Path) -> None:
    """The blocks for a shared log run against PostgreSQL, in a database made for them."""
    psycopg = pytest.importorskip("psycopg")
    try:
        admin = psycopg.connect(
            "postgresql://postgres@127.0.0.1:5432/postgres", connect_timeout=3, autocommit=True
        )
    except psycopg.OperationalError as error:
        pytest.skip(f"no PostgreSQL answers on 127.0.0.1:5432: {error}")
    name = f"unfold_readme_{os.getpid()}"
    with admin:
        admin.execute(f"CREATE DATABASE {name}")
        try:
            for command in commands():
                if command.needs == "postgresql":
                    shown = shown_by(command.line.replace("/unfold", f"/{name}"), folder, environment())
                    assert agrees(shown, command.output), f"$ {command.line}\n{shown}"
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.mark.timeout(300)
def test_readme_stand_in_works(folder: Path) -> None:
    """The blocks for the stand-in: it is started on its port, and the commands of the other terminal run against it."""
    serving, *asking = [command for command in commands() if command.needs == "fake-un"]
    env = environment()
    with (folder / "fake-un.log").open("wb") as log:
        server = subprocess.Popen(
            ["/bin/sh", "-c", f"exec {serving.line}"], cwd=folder, env=env, stdout=log, stderr=log
        )
        try:
            wait_for(8731, server)
            for command in asking:
                if command.line.startswith("export "):
                    env |= dict(part.split("=", 1) for part in command.line.split()[1:])
                    continue
                shown = shown_by(command.line, folder, env)
                assert agrees(shown, command.output), f"$ {command.line}\n{shown}"
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(30)
    assert agrees((folder / "fake-un.log").read_text(encoding="utf-8").strip(), serving.output)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.fixture
def prefect_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A Prefect server of our own, as the environment that leads to it."""
    port = free_port()
    home = tmp_path_factory.mktemp("prefect")
    env = environment(
        PREFECT_HOME=str(home), PREFECT_API_URL=f"http://127.0.0.1:{port}/api", DO_NOT_TRACK="1"
    )
    prefect = shutil.which("prefect", path=env["PATH"])
    assert prefect
    with (home / "server.log").open("wb") as log:
        server = subprocess.Popen(
            [prefect, "server", "start", "--port", str(port)], cwd=ROOT, env=env, stdout=log, stderr=log
        )
        try:
            wait_for(port, server)
            yield env
        finally:
            server.terminate()
            server.wait(30)


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 180
    while time.monotonic() < end and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.5)
    pytest.fail("the server did not start within 180 s")


@pytest.mark.proof
@pytest.mark.timeout(900)
def test_readme_deployments_work(folder: Path, prefect_server: dict[str, str]) -> None:
    """The blocks for Prefect deploy, and run a deployment on a worker, against a real server."""
    for command in commands():
        if command.needs == "prefect":
            shown = shown_by(command.line, folder, prefect_server)
            assert agrees(shown, command.output), f"$ {command.line}\n{shown}"
