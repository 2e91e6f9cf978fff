"""Handler: one connection, its requests read by the standard library, its answers written to the socket raw.

>>> class Server(ThreadingHTTPServer): ...
>>> Server(("127.0.0.1", 0), Handler)
"""

from __future__ import annotations

import socket
import struct
import time
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from itertools import chain
from threading import Event
from typing import Protocol, cast

from flows.fake_un.answers import UNAVAILABLE, page
from flows.fake_un.journal import Asked, Journal
from flows.fake_un.request import Request
from flows.fake_un.site import Aim, Reply, Site
from flows.fake_un.troubles import Sending, sending

_TOLD = (
    "accept",
    "authorization",
    "accept-encoding",
    "accept-language",
    "connection",
    "referer",
    "if-none-match",
    "range",
)
_RESET = struct.pack("ii", 1, 0)
"""Linger for no time at all: to close is then to reset."""


class Manner(Protocol):
    """What a handler needs of its server."""

    site: Site
    journal: Journal
    closing: Event
    url: str
    delay: float
    drip: float
    room: int | None


class Handler(BaseHTTPRequestHandler):
    """Answers GET, on one connection for as long as the client likes."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Answer one request and write it down."""
        started, wall = time.monotonic(), time.time()
        manner = cast("Manner", self.server)
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request.read(self.path, headers)
        with manner.journal.flight() as crowd:
            if manner.delay:
                manner.closing.wait(manner.delay)
            is_crowded = manner.room is not None and crowd > manner.room
            reply = (
                Reply(page(503, UNAVAILABLE), Aim(), None)
                if is_crowded
                else manner.site.reply(request, manner.url)
            )
            self._send(manner, request, reply, (started, wall))

    def _send(self, manner: Manner, request: Request, reply: Reply, began: tuple[float, float]) -> None:
        """Send and write down; what goes out at once is written down first, so that who has the answer finds it there."""
        plan = sending(reply.answer, reply.fault, manner.drip, manner.closing)
        self.close_connection = self.close_connection or plan.ending != "keep"
        data = self._head(reply.answer.status, plan) + plan.body
        if plan.ending == "reset" and not plan.body:
            data = data[: len(data) // 2]
        if plan.rest is None:
            manner.journal.record(_asked(request, reply, began, len(plan.body)))
            self.connection.sendall(data)
        else:
            sent = self._stream(data, plan.rest) - (len(data) - len(plan.body))
            manner.journal.record(_asked(request, reply, began, max(0, sent)))
        if plan.ending == "reset":
            self._reset()

    def _head(self, status: int, plan: Sending) -> bytes:
        lines = [
            f"HTTP/1.1 {status} {HTTPStatus(status).phrase}",
            "Server: fake-un",
            f"Date: {self.date_time_string()}",
            *(f"{name}: {value}" for name, value in plan.headers),
            *(["Connection: close"] if self.close_connection else []),
        ]
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")

    def _stream(self, data: bytes, rest: Iterator[bytes]) -> int:
        """Send all of it, or as much as the client takes; how many bytes went out."""
        sent = 0
        try:
            for block in chain((data,), rest):
                self.connection.sendall(block)
                sent += len(block)
        except OSError:
            self.close_connection = True
        return sent

    def _reset(self) -> None:
        """Close so that the client sees a reset, past the polite farewell of the standard library."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        socket.close(self.connection.detach())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's name
        """Say nothing: the journal has it."""


def _asked(request: Request, reply: Reply, began: tuple[float, float], sent: int) -> Asked:
    aim = reply.aim
    return Asked(
        started=began[0],
        ended=time.monotonic(),
        wall=began[1],
        path=request.target,
        symbol=aim.symbol,
        language=aim.language,
        type=aim.type,
        endpoint=request.endpoint,
        status=reply.answer.status,
        fault=reply.fault.value if reply.fault else None,
        bytes_sent=sent,
        user_agent=request.headers.get("user-agent", ""),
        headers=_told(request.headers),
    )


def _told(headers: Mapping[str, str]) -> Mapping[str, str]:
    return {name: headers[name] for name in _TOLD if name in headers}
