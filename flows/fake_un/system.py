"""System: what the document system answers to a symbol and at the address of a file.

>>> System(world).access(Request.read("/api/symbol/access?s=A/999/1000&l=en&t=pdf", browser)).status
302
"""

from __future__ import annotations

from collections import Counter
from threading import Lock

from flows.fake_un import answers
from flows.fake_un.answers import Answer, content, page, redirect
from flows.fake_un.documents import Condition, Document, Type
from flows.fake_un.files import File, fallback
from flows.fake_un.request import Request
from flows.fake_un.world import World
from transforms.errors import Refusal

_ACCEPTED = ("*/*", "application/pdf", "application/msword", "wordprocessingml")
_ERROR = redirect("/error")


class System:
    """Answers for a world; remembers how often what comes later was asked for, and what was delivered."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._asks: Counter[tuple[str, str, Type]] = Counter()
        self._delivered: set[tuple[str, str]] = set()
        self._lock = Lock()

    def access(self, request: Request) -> Answer:
        """Where the file is, or one of the many ways to say that there is none."""
        if not _is_browser(request) or not request.symbol or request.type is None:
            return _ERROR
        try:
            document = self._world.find(request.symbol)
        except Refusal:
            return _ERROR
        return (
            answers.NOT_FOUND if document is None else self._access(document, request.language, request.type)
        )

    def file(self, file: File) -> Answer:
        """The bytes that stand at an address today."""
        was_delivered = (file.document.symbol, file.language) in self._delivered
        version = file.versions[-1] if was_delivered else file.versions[0]
        return content(version, file.media_type, filler=file.filler)

    def delivered(self, file: File) -> None:
        """A file went out whole: where it will be changed, its document is changed from now on."""
        if len(file.versions) > 1:
            self._delivered.add((file.document.symbol, file.language))

    def _access(self, document: Document, language: str | None, type_: Type) -> Answer:
        match document.condition:
            case Condition.ABSENT:
                return answers.NOT_FOUND
            case Condition.SILENT:
                return content(b"", "text/html; charset=utf-8")
            case Condition.MALFORMED:
                return _ERROR
            case Condition.NOT_A_DOCUMENT:
                return page(200, answers.APPLICATION)
            case Condition.WRONG_LANGUAGE:
                language = None if language in document.papers else language
            case _:
                pass
        return self._locate(document, language or fallback(document), type_)

    def _locate(self, document: Document, language: str, type_: Type) -> Answer:
        file = self._world.files(document, language).get(type_)
        if file is None or (document.condition is Condition.LATER and self._is_early(file)):
            return answers.NOT_FOUND
        return redirect(file.location, leads_on=True)

    def _is_early(self, file: File) -> bool:
        key = (file.document.symbol, file.language, file.type)
        with self._lock:
            self._asks[key] += 1
            return self._asks[key] <= file.document.patience


def _is_browser(request: Request) -> bool:
    headers = request.headers
    accepts = headers.get("accept", "")
    return bool(
        headers.get("user-agent") and headers.get("referer") and any(each in accepts for each in _ACCEPTED)
    )
