"""One writer at a time, and no lock outlives its process."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from flows.errors import Busy, Nothing, Usage
from flows.home import Home
from flows.settings import Settings

HOLD = """
import sys, time
from pathlib import Path
from flows.home import Home
from flows.settings import Settings
with Home.open(Settings(home=Path(sys.argv[1]), log=None), create=True) as home, home.writing():
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_writer_is_told_who_writes_and_a_killed_one_leaves_no_lock(settings: Settings) -> None:
    """While a process writes, another is refused with its number; once it is killed, the home is free."""
    holder = subprocess.Popen([sys.executable, "-c", HOLD, settings.home], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"

    with (
        Home.open(settings) as home,
        pytest.raises(Busy, match=f"process {holder.pid}"),
        home.writing(),
    ):
        pass
    holder.send_signal(signal.SIGKILL)
    holder.wait()

    with Home.open(settings) as home, home.writing():
        assert home.ledger().position == 0


def test_a_home_that_is_not_there_is_not_made_by_a_question(settings: Settings) -> None:
    """Opening to read says that there is nothing, and leaves nothing behind."""
    with pytest.raises(Nothing, match="holds no log yet"), Home.open(settings):
        pass

    assert not settings.home.exists()


def test_a_home_cannot_be_a_file(tmp_path: Path) -> None:
    """A path that is a file is a usage error, not a traceback."""
    (tmp_path / "file").write_bytes(b"")

    with (
        pytest.raises(Usage, match="cannot be a home"),
        Home.open(Settings(home=tmp_path / "file", log=None), create=True),
    ):
        pass
