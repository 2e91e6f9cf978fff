"""Journal: what was asked of the server and what it answered, kept in memory and, where wanted, as JSON lines.

>>> journal.asked[0].endpoint, journal.asked[0].status
('access', 302)
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Condition
from types import TracebackType
from typing import Self, TextIO

from flows.fake_un.faults import Endpoint


@dataclass(frozen=True, slots=True)
class Asked:
    """One request and its answer.

    Attributes:
        started: monotonic seconds when the request had been read; `wall` is the same in seconds since 1970.
        ended: monotonic seconds when the last of the answer was handed to the connection.
        path: path and query as they came.
        symbol: canonical where the world knows it; a joint one whole.
        fault: what struck, if anything did.
        bytes_sent: of the body, as it travelled.
        headers: those of the request that say how it was asked.
    """

    started: float
    ended: float
    wall: float
    path: str
    symbol: str | None
    language: str | None
    type: str | None
    endpoint: Endpoint
    status: int
    fault: str | None
    bytes_sent: int
    user_agent: str
    headers: Mapping[str, str]


class Journal:
    """Requests in the order in which their answers went out. Each line of the file is whole when it is written."""

    def __init__(self, log: Path | None) -> None:
        self._path = log
        self._log: TextIO | None = None
        self._asked: list[Asked] = []
        self._open = 0
        self._changed = Condition()

    def __enter__(self) -> Self:
        if self._path is not None:
            self._log = self._path.open("a", encoding="utf-8")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._changed:
            if self._log is not None:
                self._log.close()
            self._log = None

    @property
    def asked(self) -> list[Asked]:
        """What has been asked so far."""
        return list(self._asked)

    @contextmanager
    def flight(self) -> Iterator[int]:
        """Counts a request while it is being answered; gives how many are, this one too."""
        with self._changed:
            self._open += 1
            now = self._open
        try:
            yield now
        finally:
            with self._changed:
                self._open -= 1
                self._changed.notify_all()

    def record(self, asked: Asked) -> None:
        """Keep one request."""
        line = json.dumps(asdict(asked), ensure_ascii=False) + "\n" if self._log else ""
        with self._changed:
            self._asked.append(asked)
            if self._log is not None:
                self._log.write(line)
                self._log.flush()

    def settle(self, seconds: float) -> bool:
        """Wait until nothing is being answered; whether that came about in time."""
        with self._changed:
            return self._changed.wait_for(lambda: self._open == 0, timeout=seconds)
