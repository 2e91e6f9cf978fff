"""One request over HTTP: the answer's facts and its body in a file, however long, slow or broken it is.

Nothing of a server is believed here but the bytes: redirects are not followed, encodings are not undone, more
than the limit is not read, and what goes wrong is told in our own words, without a header or an address.

>>> reply = await wire.get("https://documents.un.org/…", into=path)
>>> reply.answer.status, reply.answer.byte_count
(200, 18213)
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import BinaryIO, Self

import anyio
import httpx

from transforms.retrieval.answers import HEAD, Answer
from warehouse.errors import BlobUnwritable

_CONNECT = 30.0
_READ = 60.0


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer and the SHA-256 of its body; `trouble` says in words why there is none, or only a part."""

    answer: Answer
    sha256: str | None
    elapsed_ms: int
    trouble: str | None = None
    is_over: bool = False


class Wire:
    """An HTTP client that waits no longer and reads no more than it may."""

    def __init__(self, headers: dict[str, str], *, seconds: float, max_bytes: int) -> None:
        self._seconds = seconds
        self.limit = max_bytes
        self._client = httpx.AsyncClient(
            headers={**headers, "Accept-Encoding": "identity"},
            follow_redirects=False,
            trust_env=False,
            timeout=httpx.Timeout(min(seconds, _READ), connect=min(seconds, _CONNECT)),
            limits=httpx.Limits(max_connections=64, max_keepalive_connections=16),
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        await self._client.aclose()

    async def get(self, url: str, *, into: Path) -> Reply:
        """Ask once; the body is in the file `into` afterwards, as much of it as came."""
        started = perf_counter()
        body = _Body()
        answer, trouble, is_over = Answer(status=0), None, False
        try:
            with anyio.fail_after(self._seconds), into.open("wb") as file:
                async with self._client.stream("GET", url) as response:
                    answer = _facts(response)
                    is_over = await self._read(response, body, file)
        except TimeoutError:
            trouble = f"no whole answer within {self._seconds:g} s"
        except httpx.TimeoutException as error:
            trouble = f"the server was silent for too long ({type(error).__name__})"
        except (httpx.TransportError, httpx.InvalidURL) as error:
            trouble = f"the connection failed or was cut off ({type(error).__name__})"
        return Reply(
            answer=Answer(
                answer.status, answer.location, answer.retry_after, answer.encoding, bytes(body.head), body.count
            ),
            sha256=body.digest.hexdigest() if body.count else None,
            elapsed_ms=round((perf_counter() - started) * 1000),
            trouble=trouble,
            is_over=is_over,
        )  # fmt: skip

    async def _read(self, response: httpx.Response, body: _Body, file: BinaryIO) -> bool:
        """Write the body as it comes; whether there was more of it than may be read."""
        declared = response.headers.get("content-length", "")
        if declared.isascii() and declared.isdigit() and int(declared[:18]) > self.limit:
            return True
        async for chunk in response.aiter_raw():
            if body.count + len(chunk) > self.limit:
                return True
            body.take(chunk, file)
        return False


class _Body:
    """What has come of a body so far."""

    def __init__(self) -> None:
        self.head = bytearray()
        self.count = 0
        self.digest = hashlib.sha256()

    def take(self, chunk: bytes, file: BinaryIO) -> None:
        self.head += chunk[: max(0, HEAD - len(self.head))]
        self.count += len(chunk)
        self.digest.update(chunk)
        try:
            file.write(chunk)
        except OSError as error:
            raise BlobUnwritable(
                f"{file.name} cannot be written ({error.strerror}); free some space and run again."
            ) from error


def _facts(response: httpx.Response) -> Answer:
    told = response.headers
    return Answer(
        response.status_code, told.get("location"), told.get("retry-after"), told.get("content-encoding")
    )
