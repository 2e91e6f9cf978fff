"""Killed anywhere, the next run ends in the same tables as one that nobody disturbed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.proofs.running import RUN, command, environment, finished, tables

POINTS = int(os.environ.get("UNFOLD_PROOF_KILLS", "32"))


@pytest.mark.proof
@pytest.mark.timeout(3_600)
def test_a_run_killed_at_any_point_is_made_good_by_the_next(tmp_path: Path) -> None:
    """SIGKILL at many points from start to end: the run after it publishes the very same rows, and verifies.

    The home is carried from kill to kill until a run gets through, as a machine that fails again and again.
    """
    started = time.monotonic()
    assert finished(tmp_path / "calm", *RUN).returncode == 0
    whole = time.monotonic() - started
    calm = tables(tmp_path / "calm")
    points = random.Random(1945)
    killed = 0

    for number in range(POINTS):
        home = tmp_path / f"killed-{number // 4}"
        killed += _kill(home, whole * points.uniform(0.02, 1.0))
        if number % 4 == 3 or number == POINTS - 1:
            done = finished(home, *RUN)
            assert done.returncode == 0, done.stderr
            assert tables(home) == calm
            assert finished(home, "verify").returncode == 0

    assert killed >= POINTS * 3 // 4


def _kill(home: Path, after: float) -> bool:
    """Start a run and kill it, its child processes apart, after so many seconds; whether it still ran."""
    run = subprocess.Popen(
        command(home, *RUN), env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        run.wait(after)
    except subprocess.TimeoutExpired:
        run.send_signal(signal.SIGKILL)
        run.wait()
        return True
    return False


@pytest.mark.proof
@pytest.mark.timeout(600)
def test_children_of_a_killed_run_end_too(tmp_path: Path) -> None:
    """No reading process outlives a run that was killed."""
    run = subprocess.Popen(
        command(tmp_path / "home", *RUN),
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 60
    while not (children := _children(run.pid)) and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(2)
    children |= _children(run.pid)

    run.send_signal(signal.SIGKILL)
    run.wait()
    deadline = time.monotonic() + 20
    while any(Path(f"/proc/{child}").exists() for child in children) and time.monotonic() < deadline:
        time.sleep(0.2)

    assert children
    assert not [child for child in children if Path(f"/proc/{child}").exists()]


def _children(pid: int) -> set[int]:
    try:
        listed = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    except OSError:
        pytest.skip("this system does not list child processes in /proc")
    threads = Path(f"/proc/{pid}/task").iterdir()
    for thread in threads:
        listed += " " + (thread / "children").read_text(encoding="ascii")
    return {int(child) for child in listed.split()}
