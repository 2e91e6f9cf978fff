"""Home: a folder with its log, its bytes, its rows and its releases, opened as one thing.

>>> with Home.open(settings) as home, home.writing():
...     home.record([(stream, payload)])
...     home.ledger().position
1
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from flows.errors import Busy, Nothing, Usage
from flows.settings import Settings
from warehouse import ledger as folding
from warehouse.blobs import Blobs
from warehouse.collations import Collations
from warehouse.events import Event, Payload, Recorded
from warehouse.ledger import Ledger
from warehouse.log import Log, open_log
from warehouse.rows import Rows

_LOCK = ".lock"


class Home:
    """The log, bytes and rows of one folder; a plain object that opens once and is passed along."""

    def __init__(self, settings: Settings, log: Log) -> None:
        self.settings = settings
        self.path = path = settings.home
        self.log = log
        self.blobs = Blobs(path / "blobs")
        self.rows = Rows(path / "rows")
        self.collations = Collations(path / "collations")
        self._ledger = folding.EMPTY

    @classmethod
    @contextmanager
    def open(cls, settings: Settings, *, create: bool = False) -> Iterator[Home]:
        """The home that the settings name, closed at the end.

        Raises:
            Nothing: there is none, and it is not to be created.
            Usage: the path is not a folder, or cannot be made one.
        """
        path = settings.home
        if not create and settings.log is None and not (path / "log.sqlite").exists():
            raise Nothing(f"{path} holds no log yet; `unfold --home {path} run` makes one from the sample.")
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Usage(f"{path} cannot be a home ({error.strerror}); give --home another folder.") from error
        with open_log(settings.log_url) as log:
            yield cls(settings, log)

    def ledger(self) -> Ledger:
        """What is held, accepted, refused and due, folded up to the newest event."""
        self._ledger = folding.fold(self.log.read(after=self._ledger.position), self._ledger)
        return self._ledger

    def record(self, payloads: Sequence[tuple[str, Payload]]) -> tuple[Recorded, ...]:
        """Events of these payloads, each on its stream, recorded in one transaction, or none of them.

        Raises:
            VersionConflict: another writer recorded on one of the streams after this home last folded.
        """
        if not payloads:
            return ()
        now = datetime.now(UTC)
        held = self._ledger
        ahead: dict[str, int] = {}
        items: list[tuple[str, list[Event], int]] = []
        for stream, payload in payloads:
            version = held.version(stream) + ahead.get(stream, 0)
            items.append((stream, [Event.of(stream, payload, now)], version))
            ahead[stream] = ahead.get(stream, 0) + 1
        recorded = self.log.append_many(items)
        self.ledger()
        return tuple(recorded)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold this home for writing; the kernel lets go when the process ends, however it ends.

        Raises:
            Busy: another process holds it.
        """
        with (self.path / _LOCK).open("a+b") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                lock.seek(0)
                holder = lock.read(32).decode("ascii", "replace").strip() or "unknown"
                raise Busy(
                    f"{self.path} is being written by process {holder}; wait for it to end, or use another --home."
                ) from error
            lock.truncate(0)
            lock.write(str(os.getpid()).encode())
            lock.flush()
            self.ledger()
            yield
