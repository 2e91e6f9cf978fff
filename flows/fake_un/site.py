"""Site: a request becomes an answer: which part of the site it is for, whether a fault strikes, what is said.

>>> Site(world, Faults()).reply(Request.read("/error", {}), "http://127.0.0.1:1").answer.status
200
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from flows.fake_un import answers
from flows.fake_un.answers import NOT_FOUND, Answer, page
from flows.fake_un.faults import Attempts, Fault, Faults, Key
from flows.fake_un.files import File
from flows.fake_un.library import Library
from flows.fake_un.lots import lot
from flows.fake_un.request import Request
from flows.fake_un.system import System
from flows.fake_un.troubles import instead, round_the_ring
from flows.fake_un.world import World
from transforms.errors import Refusal


@dataclass(frozen=True, slots=True)
class Aim:
    """What a request is about, as far as the world knows."""

    symbol: str | None = None
    language: str | None = None
    type: str | None = None
    file: File | None = None
    key: Key | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, what it is about, and the fault that struck it."""

    answer: Answer
    aim: Aim
    fault: Fault | None


class Site:
    """The document system and the Library of a world, with faults."""

    def __init__(self, world: World, faults: Faults) -> None:
        self._world = world
        self._system = System(world)
        self._library = Library(world)
        self._attempts = Attempts(faults)

    def reply(self, request: Request, base: str) -> Reply:
        """The answer to a request; `base` is the server's own address."""
        aim = self._aim(request)
        fault = self._attempts.strike(request.endpoint, aim.key) if aim.key else None
        answer = instead(fault, aim.file, lot(aim.key)) if fault else None
        if answer is None:
            answer = self._answer(request, aim, base)
        if fault is None:
            self._went_well(aim, answer)
        return Reply(answer, aim, fault)

    def _went_well(self, aim: Aim, answer: Answer) -> None:
        if aim.key and not answer.leads_on:
            self._attempts.end(aim.key)
        if aim.file is not None:
            self._system.delivered(aim.file)

    def _aim(self, request: Request) -> Aim:
        match request.endpoint:
            case "access":
                symbol = self._known(request.symbol)
                return Aim(
                    symbol,
                    request.language,
                    request.type,
                    key=(symbol, str(request.language), str(request.type)),
                )
            case "file":
                file = self._file(request)
                if file is None:
                    return Aim()
                symbol = file.document.symbol
                return Aim(symbol, file.language, file.type, file, (symbol, file.language, file.type))
            case "search":
                return Aim(key=("search", request.query.get("p", ""), request.query.get("jrec", "")))
            case "record":
                return Aim(key=("record", request.number, ""))
            case _:
                return Aim()

    def _known(self, symbol: str) -> str:
        try:
            document = self._world.find(symbol)
        except Refusal:
            return symbol
        return document.symbol if document else symbol

    def _file(self, request: Request) -> File | None:
        if request.path.startswith("/record/"):
            return self._library.file(request.number, request.path.rpartition("/")[2])
        return self._world.file(request.path)

    def _answer(self, request: Request, aim: Aim, base: str) -> Answer:
        match request.endpoint:
            case "access":
                answer = self._system.access(request)
            case "file":
                answer = self._system.file(aim.file) if aim.file else round_the_ring(request.path)
            case "search":
                answer = self._library.search(request, base)
            case "record":
                answer = self._library.record(request, base)
            case "error":
                answer = page(200, answers.ERROR)
            case "other":
                answer = page(200, answers.APPLICATION) if request.path == "/" else NOT_FOUND
            case _ as never:
                assert_never(never)
        return answer
