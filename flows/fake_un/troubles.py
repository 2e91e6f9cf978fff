"""Troubles: what is answered in place of a document when a fault strikes, and how an answer is spoilt on its way.

>>> instead(Fault.TO_FILE, None, 0).header("Location")
'file:///etc/passwd'
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, repeat
from threading import Event
from typing import Literal

from flows.fake_un import answers
from flows.fake_un.answers import Answer, content, page, redirect
from flows.fake_un.faults import Fault
from flows.fake_un.files import File, foreigner, stranger

_PRIVATE = ("http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/")
_RINGS = ("/doc/UNDOC/RING/0", "/doc/UNDOC/RING/1")
_RING = {
    "/DOC/UNDOC/RING/0": _RINGS[0],
    "/DOC/UNDOC/RING/1": "/doc/UNDOC/RING/2",
    "/DOC/UNDOC/RING/2": _RINGS[1],
}
"""One station leads to itself, the two others to each other."""
_ENDLESS = 2 * 1024**3
_DRIPPING = 60.0
_BLOCK = bytes(64 * 1024)
Ending = Literal["keep", "close", "reset"]


_ANSWERS: Mapping[Fault, Answer] = {
    Fault.TOO_MANY_WITH_RETRY_AFTER: page(429, answers.TOO_MANY, ("Retry-After", "1")),
    Fault.TOO_MANY: page(429, answers.TOO_MANY),
    Fault.UNAVAILABLE: page(503, answers.UNAVAILABLE),
    Fault.BAD_GATEWAY: page(502, answers.BAD_GATEWAY),
    Fault.NOT_FOUND_ONCE: answers.NOT_FOUND,
    Fault.HTML: page(200, answers.APPLICATION),
    Fault.TO_FILE: redirect("file:///etc/passwd"),
}


def instead(fault: Fault, file: File | None, number: int) -> Answer | None:
    """The answer that a fault puts in place of the right one; None where it only spoils that one.

    Args:
        fault: what goes wrong.
        file: what was asked for, where it was a file.
        number: chooses where a bad redirect leads.
    """
    if fault is Fault.TO_PRIVATE:
        return redirect(_PRIVATE[number % 2])
    if fault is Fault.LOOP:
        return redirect(_RINGS[number % 2])
    return _ANSWERS.get(fault) or _body_instead(fault, file)


def _body_instead(fault: Fault, file: File | None) -> Answer | None:
    media_type = file.media_type if file else answers.XML
    if fault is Fault.EMPTY:
        return content(b"", media_type)
    if fault is Fault.GZIP_BOMB:
        return content(answers.bomb(), media_type, ("Content-Encoding", "gzip"))
    if file is not None and fault in (Fault.WRONG_DOCUMENT, Fault.WRONG_LANGUAGE):
        make = stranger if fault is Fault.WRONG_DOCUMENT else foreigner
        return content(make(file), media_type)
    return None


def round_the_ring(path: str) -> Answer:
    """The next station of a ring of redirects, in upper or lower case; where there is no file and no ring, 404."""
    following = _RING.get(path.upper())
    return redirect(following) if following else answers.NOT_FOUND


@dataclass(frozen=True, slots=True)
class Sending:
    """How one answer goes out: at once what is at hand, then what takes its time, then how it ends.

    Attributes:
        headers: the headers as sent.
        body: the part of the body that goes out with them.
        rest: what follows, made while it is sent.
    """

    headers: tuple[tuple[str, str], ...]
    body: bytes
    rest: Iterator[bytes] | None = None
    ending: Ending = "keep"


def sending(answer: Answer, fault: Fault | None, drip: float, closing: Event) -> Sending:
    """How an answer goes out, whole or spoilt."""
    body = answer.body
    length = len(body) + answer.filler
    headers = (*answer.headers, ("Content-Length", str(length)))
    match fault:
        case Fault.RESET:
            return Sending(headers, body[: length // 2], ending="reset")
        case Fault.TRUNCATED:
            return Sending(headers, body[: length // 2], ending="close")
        case Fault.WRONG_LENGTH:
            short = (*answer.headers, ("Content-Length", str(length * 2 // 3)))
            return Sending(short, body, ending="close")
        case Fault.SLOW_DRIP:
            return Sending(headers, b"", _dripping(body, drip, closing), "close")
        case Fault.ENDLESS_CHUNK:
            chunked = (*answer.headers, ("Transfer-Encoding", "chunked"))
            return Sending(chunked, f"{_ENDLESS:x}\r\n".encode() + body[:64], _filler(_ENDLESS), "close")
        case _:
            return Sending(headers, body, _filler(answer.filler) if answer.filler else None)


def _filler(size: int) -> Iterator[bytes]:
    whole, left = divmod(size, len(_BLOCK))
    yield from repeat(_BLOCK, whole)
    yield _BLOCK[:left]


def _dripping(body: bytes, drip: float, closing: Event) -> Iterator[bytes]:
    most = int(_DRIPPING / drip) if drip > 0 else len(body)
    for place in islice(range(len(body)), most):
        yield body[place : place + 1]
        if closing.wait(drip):
            return
