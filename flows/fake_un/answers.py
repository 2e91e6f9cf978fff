"""Answers: the values that go back over the wire, and the pages that are no documents.

>>> redirect("/error").status, page(404, NOT_FOUND).header("Content-Type")
(302, 'text/html; charset=utf-8')
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cache

_HTML = "text/html; charset=utf-8"
XML = "text/xml; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers and body.

    Attributes:
        filler: bytes that follow the body; they are made while they are sent.
        leads_on: whether it sends the client to a file, so that the attempt is not over.
    """

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    filler: int = 0
    leads_on: bool = False

    def header(self, name: str) -> str | None:
        """The value of a header."""
        return dict(self.headers).get(name)


def page(status: int, html: bytes, *headers: tuple[str, str]) -> Answer:
    """A page of HTML."""
    return Answer(status, (("Content-Type", _HTML), *headers), html)


def redirect(location: str, *, leads_on: bool = False) -> Answer:
    """302 with no body."""
    return Answer(302, (("Location", location),), leads_on=leads_on)


def content(body: bytes, media_type: str, *headers: tuple[str, str], filler: int = 0) -> Answer:
    """200 with a body."""
    return Answer(200, (("Content-Type", media_type), *headers), body, filler)


def _html(title: str, text: str, size: int = 0) -> bytes:
    """A page; one of a given size is made up to it with what loads an application."""
    before = f'<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{title}</title>'
    after = f'</head>\n<body><div id="root">{text}</div></body>\n</html>\n'
    link = '<link rel="modulepreload" href="/assets/part-{:02d}.js">'
    links = ""
    while len(before) + len(links) + len(after) + len(link) < size:
        links += link.format(len(links) // len(link)) + "\n"
    return (before + links + after).encode()


APPLICATION = _html("Documents", "<noscript>This application needs a script.</noscript>", 1330)
"""What a browser is given to run, 1.3 kB: said to be transient where a document was asked for."""
ERROR = _html("Error", "<p>The document could not be shown.</p>")
NOT_FOUND = page(404, _html("Not found", "<p>There is nothing here.</p>"))
BAD_GATEWAY = _html("Bad gateway", "<p>The server that was asked did not answer.</p>", 580)
UNAVAILABLE = _html("Service unavailable", "<p>Come back later.</p>")
TOO_MANY = _html("Too many requests", "<p>Come back later.</p>")
CHALLENGE = _html("One moment", "<p>Your browser is being looked at before you go on.</p>", 900)
"""What the Library's firewall gives to programs that say what they are."""


@cache
def bomb() -> bytes:
    """About 200 kB of gzip that become 200 MB, and begin as a PDF does."""
    press = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = bytes(1024 * 1024)
    parts = [press.compress(b"%PDF-1.7\n"), *(press.compress(block) for _ in range(200)), press.flush()]
    return b"".join(parts)
