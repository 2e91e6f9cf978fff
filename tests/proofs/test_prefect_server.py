"""The deployments as an operator uses them: a real server, a process worker, a run, its artifact, the schedule."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from flows.fake_un import FakeUN, World
from flows.home import Home
from flows.settings import Settings
from tests.proofs.running import command, environment
from warehouse import release

SECRET = "canary-9f2c01d2a4b6e8f0"
ROOT = Path(__file__).parents[2]


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


@contextmanager
def process(arguments: list[str], env: dict[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("wb") as out:
        started = subprocess.Popen(arguments, cwd=ROOT, env=env, stdout=out, stderr=subprocess.STDOUT)
        try:
            yield started
        finally:
            started.terminate()
            try:
                started.wait(30)
            except subprocess.TimeoutExpired:
                started.kill()
                started.wait()


def asked(api: str, path: str, body: dict[str, Any] | None = None) -> Any:
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"{api}{path}", data, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def until(condition: Any, seconds: float) -> Any:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if found := condition():
                return found
        except OSError:
            pass
        time.sleep(1)
    raise TimeoutError(f"not so within {seconds:g} s")


@pytest.mark.proof
@pytest.mark.timeout(900)
def test_the_deployed_pipeline_runs_on_a_server_with_a_worker(tmp_path: Path) -> None:
    """`prefect deploy --all`, a worker, and runs to COMPLETED that leave a release, documents of a server, artifacts.

    The scheduled run's own source is the watchlist. A secret in the environment, and one in the server's address that
    goes into a header, stand in none of the files that are left.
    """
    prefect = shutil.which("prefect", path=str(Path(sys.executable).parent))
    assert prefect is not None
    api = f"http://127.0.0.1:{(port := free_port())}/api"
    env = environment(
        PREFECT_HOME=str(tmp_path / "prefect"),
        PREFECT_API_URL=api,
        DO_NOT_TRACK="1",
        UNFOLD_HOME=str(tmp_path / "home"),
        UNFOLD_RATE="200",
        UNFOLD_BACKOFF="0.05",
        SOME_TOKEN=SECRET,
    )
    serve = [prefect, "server", "start", "--host", "127.0.0.1", "--port", str(port)]
    work = [prefect, "worker", "start", "--pool", "unfold", "--type", "process"]

    def called(*arguments: str) -> str:
        done = subprocess.run(
            [prefect, "--no-prompt", *arguments],
            cwd=ROOT,
            env=env,
            capture_output=True,
            text=True,
            timeout=200,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    with FakeUN(World.invented(40)) as un, process(serve, env, tmp_path / "server.log"):
        env["UNFOLD_UN_URL"] = un.url.replace("http://", f"http://reader:{SECRET}@")
        env["UNFOLD_LIBRARY_URL"] = un.url
        until(lambda: asked(api, "/health"), 180)
        called("work-pool", "create", "--type", "process", "unfold")
        called("deploy", "--all")
        subprocess.run(command(tmp_path / "home", "watch", "add", "A/RES/999/*"), env=env, check=True)
        deployments = {
            each["name"]: each for each in until(lambda: asked(api, "/deployments/filter", {}), 60)
        }
        with process(work, env, tmp_path / "worker.log"):
            ended = [
                _carried_out(api, deployments["collect"]["id"], {}),
                _carried_out(api, deployments["pipeline"]["id"], {"source": "sample"}),
            ]
        assert ended == ["COMPLETED", "COMPLETED"], (tmp_path / "worker.log").read_text(encoding="utf-8")[
            -4000:
        ]
        artifacts = until(
            lambda: asked(api, "/artifacts/filter", {"artifacts": {"key": {"any_": ["unfold-run"]}}}), 60
        )
        sent = {request.headers.get("authorization") for request in un.requests}

    assert set(deployments) == {"collect", "build", "publish", "pipeline"}
    assert [each["schedule"]["cron"] for each in deployments["pipeline"]["schedules"]] == ["15 5 * * *"]
    assert all(each["description"] and each["tags"] for each in deployments.values())
    current = release.current(tmp_path / "home")
    assert current is not None
    assert current.version in artifacts[0]["data"]
    with Home.open(Settings(home=tmp_path / "home", log=None)) as home:
        assert sum(one.state == "held" for one in home.ledger().askings) > 3
    assert sent != {None}
    told = [path for path in tmp_path.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()]
    assert told == []


def _carried_out(api: str, deployment: str, parameters: dict[str, Any]) -> str:
    """The state in which a run of a deployment ends."""
    body = {"idempotency_key": f"proof-{deployment}", "parameters": parameters}
    run = until(lambda: asked(api, f"/deployments/{deployment}/create_flow_run", body), 60)
    ended: str = until(lambda: _ended(api, run["id"]), 300)
    return ended


def _ended(api: str, run: str) -> str | None:
    state: str = asked(api, f"/flow_runs/{run}")["state"]["type"]
    return state if state in {"COMPLETED", "FAILED", "CRASHED", "CANCELLED"} else None
