"""Request: one request as the site reads it, taken apart once.

>>> Request.read("/api/symbol/access?s=A/999/1000&l=F&t=doc", {}).language
'fr'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote

from flows.fake_un.documents import Type
from flows.fake_un.faults import Endpoint
from flows.fake_un.papers import LETTERS
from flows.fake_un.wording import LANGUAGES

_CODES = {code: code for code in LANGUAGES} | {letter.lower(): code for code, letter in LETTERS.items()}
_TYPES: Mapping[str, Type] = {"pdf": "pdf", "doc": "doc", "docx": "doc"}
_ENDPOINTS: Mapping[str, Endpoint] = {
    "/api/symbol/access": "access",
    "/search": "search",
    "/error": "error",
}


@dataclass(frozen=True, slots=True)
class Request:
    """A request: the target as it came, the path unescaped, the query, and headers by their names in lower case."""

    target: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]

    @classmethod
    def read(cls, target: str, headers: Mapping[str, str]) -> Request:
        """From the request line and the headers, whose names are in lower case."""
        path, _, query = target.partition("?")
        return cls(target, unquote(path), dict(parse_qsl(query)) if query else {}, headers)

    @property
    def endpoint(self) -> Endpoint:
        """Which part of the site answers it."""
        if self.path.startswith("/doc/") or "/files/" in self.path:
            return "file"
        if self.path.startswith("/record/"):
            return "record"
        return _ENDPOINTS.get(self.path, "other")

    @property
    def symbol(self) -> str:
        """As asked for."""
        return self.query.get("s", "")

    @property
    def language(self) -> str | None:
        """ISO code of what was asked for; None where its code is not known."""
        return _CODES.get(self.query.get("l", "en").lower())

    @property
    def type(self) -> Type | None:
        """What was asked for, pdf by default; None where it is not known."""
        return _TYPES.get(self.query.get("t", "pdf").lower())

    @property
    def number(self) -> str:
        """The number of a record in a path under /record/."""
        return self.path.split("/")[2]
