r"""Server: the invented document system and Library on a loopback address, for tests and for trying things out.

>>> with FakeUN(World.invented(40)) as un:
...     httpx.get(f"{un.url}/search?p=191__a:\"A/RES/999/*\"&of=xm")
"""

from __future__ import annotations

import socket
import sys
from contextlib import ExitStack, suppress
from http.server import ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Any, Self

from flows.fake_un.faults import Faults
from flows.fake_un.handler import Handler
from flows.fake_un.journal import Asked, Journal
from flows.fake_un.site import Site
from flows.fake_un.world import World

_POLL = 0.02
"""Seconds within which it notices that it is to end."""


class FakeUN:
    """A running server; what it remembers of its clients ends with it. Use it as a context manager.

    Args:
        faults: what goes wrong beside what the world has wrong for ever.
        port: 0 takes a free one.
        log: a file that every request is added to, as a line of JSON.
        delay: seconds before each answer.
        room: requests at once; more are told 503.
    """

    def __init__(  # noqa: PLR0913 - each has its default
        self,
        world: World,
        faults: Faults | None = None,
        host: str = "127.0.0.1",
        port: int = 0,
        *,
        log: Path | None = None,
        delay: float = 0.0,
        room: int | None = None,
    ) -> None:
        self.world = world
        self._address = (host, port)
        self._faults = faults or Faults()
        self._journal = Journal(log)
        self._delay, self._room = delay, room
        self._server: _Server | None = None

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            stack.enter_context(self._journal)
            server = _Server(self._address, Site(self.world, self._faults), self._journal, self._faults.drip)
            server.delay, server.room = self._delay, self._room
            stack.callback(server.stop)
            Thread(target=server.serve_forever, args=(_POLL,), name="fake-un", daemon=True).start()
            self._server, self._stack = server, stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    @property
    def url(self) -> str:
        """Where it stands, without a slash at the end."""
        assert self._server is not None, "it stands nowhere before it is entered"
        return self._server.url

    @property
    def requests(self) -> list[Asked]:
        """What has been asked so far, in the order in which the answers went out."""
        return self._journal.asked

    def settle(self, seconds: float = 5.0) -> bool:
        """Wait until nothing is being answered: what goes out slowly is in `requests` when it has ended."""
        return self._journal.settle(seconds)


class _Server(ThreadingHTTPServer):
    """Threads that end with it, and connections that it can cut."""

    daemon_threads = True
    request_queue_size = 512

    def __init__(self, address: tuple[str, int], site: Site, journal: Journal, drip: float) -> None:
        self.site, self.journal, self.drip = site, journal, drip
        self.delay, self.room = 0.0, None
        self.closing = Event()
        self._connections: set[socket.socket] = set()
        self._lock = Lock()
        super().__init__(address, Handler)
        host, port = self.server_address[:2]
        self.url = f"http://{host!s}:{port}"

    delay: float
    room: int | None

    def server_bind(self) -> None:
        """Bind without asking the name service who this machine is."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    def process_request(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as the standard library has it
        """Begin a connection."""
        with self._lock:
            self._connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:  # noqa: ANN401
        """End a connection."""
        with self._lock:
            self._connections.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401
        """Say nothing of clients that have gone."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)

    def stop(self) -> None:
        """End at once, whatever is still being sent."""
        self.closing.set()
        self.shutdown()
        self.server_close()
        with self._lock:
            connections = list(self._connections)
        for connection in connections:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self.journal.settle(1.0)
