"""Answers: what a server said, told apart by status, headers and first bytes; never by the name of a file.

No answer of the document system says plainly that a document does not exist: 404, and 200 without a redirect
or a body, both mean it; 302 to `/error` means that it took the symbol for malformed. About 1.3 kB of HTML with
status 200 is its application page, which stands for trouble on its side, not for absence.

>>> judge(Answer(status=200, head=b"%PDF-1.7", byte_count=9000), is_redirected=True).outcome
'delivered'
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Literal

from transforms.formats import sniff

Outcome = Literal["follow", "delivered", "absent", "malformed", "refused", "failed", "page"]

DOCUMENTS = frozenset(
    {
        "application/pdf", "application/zip", "application/x-ole-storage", "application/vnd.wordperfect",
        "application/rtf",
    }
)  # fmt: skip
"""What the document system may give, as `sniff` calls it; DOCX is told from other archives later."""
RECORDS = frozenset({"application/xml"})
"""What the library's catalogue may give."""
SHORTEST = 128
"""Bytes under which nothing can be a document."""
HEAD = 2048
"""First bytes of an answer that are enough to judge it."""
_ERROR_PAGE = "/error"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_REFUSED = frozenset({401, 403, 429})
"""The server does not want to answer us: wait, or ask less."""
_NOTHING = frozenset({400, 404, 405, 406, 410, 415, 422, 501})
"""There is no such document, or the server does not know the type that is asked for, which comes to the same."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer over HTTP, as far as it decides: `head` is the beginning of its body, as it came."""

    status: int
    location: str | None = None
    retry_after: str | None = None
    encoding: str | None = None
    head: bytes = b""
    byte_count: int = 0


@dataclass(frozen=True, slots=True)
class Judged:
    """What an answer means, and why in words."""

    outcome: Outcome
    message: str


def judge(answer: Answer, *, is_redirected: bool, wanted: frozenset[str] = DOCUMENTS) -> Judged:
    """What an answer means.

    Args:
        answer: status, headers and the beginning of the body.
        is_redirected: whether a redirect named this address: then something must be there.
        wanted: the types that count as delivered, as `sniff` calls them.
    """
    status = answer.status
    if status in _REDIRECTS:
        return _redirect(answer)
    if status == HTTPStatus.OK:
        return _body(answer, is_redirected=is_redirected, wanted=wanted)
    if status in _REFUSED or (status == HTTPStatus.SERVICE_UNAVAILABLE and answer.retry_after is not None):
        return Judged("refused", f"the server does not want to answer now ({_named(status)})")
    if status in _NOTHING and is_redirected:
        return Judged("failed", f"a redirect led to a file that is not there ({_named(status)})")
    if status in _NOTHING:
        return Judged("absent", f"the server has no such document ({_named(status)})")
    return Judged("failed", f"the server answered {_named(status)}")


def _redirect(answer: Answer) -> Judged:
    if not answer.location:
        return Judged("failed", f"a redirect ({answer.status}) that leads nowhere")
    path = answer.location.partition("?")[0].rstrip("/")
    if path.endswith(_ERROR_PAGE):
        return Judged("malformed", "the server takes the symbol for malformed (it led to its error page)")
    return Judged("follow", answer.location)


def _body(answer: Answer, *, is_redirected: bool, wanted: frozenset[str]) -> Judged:
    if answer.encoding and answer.encoding.strip().lower() != "identity":
        return Judged("failed", f"the body came as {answer.encoding[:20]}, which was not asked for")
    if not answer.byte_count:
        if is_redirected:
            return Judged("failed", "an empty body, where a redirect promised a document")
        return Judged("absent", "the server answered with nothing, its way of having no such document")
    found = sniff(answer.head, "", None)
    if found in wanted and answer.byte_count >= SHORTEST:
        return Judged("delivered", found)
    if found in ("text/html", "application/xml"):
        return Judged("page", f"a page ({answer.byte_count} bytes of {found}) where a document was expected")
    return Judged("page", f"{answer.byte_count} bytes that are no document ({found})")


def _named(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def patience(retry_after: str | None, now: datetime) -> float | None:
    """The seconds that a Retry-After asks for, in seconds or as a date; None where it says nothing that can be read.

    >>> patience("120", datetime(2099, 1, 1, tzinfo=UTC))
    120.0
    """
    if retry_after is None:
        return None
    told = retry_after.strip()
    if told.isascii() and told.isdigit():
        return float(told[:9])
    try:
        moment = parsedate_to_datetime(told)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    moment = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
