"""Homes of their own for the tests of the shell, and one Prefect server for those that need one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.build import build_batch
from flows.fingerprint import fingerprints
from flows.home import Home
from flows.pipeline import Steps
from flows.reading import Readers
from flows.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A home of its own, one reading process, short patience."""
    return Settings(home=tmp_path / "home", log=None, workers=1, batch_size=64, read_timeout=60.0)


@pytest.fixture
def home(settings: Settings) -> Iterator[Home]:
    with Home.open(settings, create=True) as opened, opened.writing():
        yield opened


@pytest.fixture(scope="session")
def steps(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Steps]:
    """The plain steps with one reading process for all tests: a new one takes longer to come up than to read."""
    settings = Settings(home=tmp_path_factory.mktemp("readers"), workers=1, read_timeout=60.0)
    with Readers(settings, fingerprints().reader) as readers:
        yield Steps(batch=lambda home, _, batch: build_batch(home, readers, batch))


@pytest.fixture(scope="session")
def prefect_server() -> Iterator[None]:
    """One Prefect server for all tests that need one, with a database of its own."""
    from prefect.testing.utilities import prefect_test_harness  # noqa: PLC0415 - it takes seconds to import

    with prefect_test_harness(server_startup_timeout=180):
        yield
