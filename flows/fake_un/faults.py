"""Faults: what goes wrong for a while. A client that tries three times gets through.

>>> Faults.script({"A/999/1000": [Fault.RESET, None]}).of(("A/999/1000", "en", "pdf"), 0)
<Fault.RESET: 'reset'>
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from threading import Lock
from typing import Literal

from flows.fake_un.lots import chance, pick

Endpoint = Literal["access", "file", "search", "record", "error", "other"]
Key = tuple[str, str, str]
"""What attempts are counted by: (symbol, language, type), ("search", pattern, first record), ("record", number, "")."""


class Fault(StrEnum):
    """One thing that goes wrong with one answer."""

    TOO_MANY_WITH_RETRY_AFTER = "too_many_with_retry_after"
    TOO_MANY = "too_many"
    UNAVAILABLE = "unavailable"
    """503, twice running."""
    BAD_GATEWAY = "bad_gateway"
    RESET = "reset"
    """The connection is reset in the middle of the answer."""
    TRUNCATED = "truncated"
    """Half of the body, then the end, though the whole length was promised."""
    SLOW_DRIP = "slow_drip"
    """A byte at a time, for at most a minute."""
    ENDLESS_CHUNK = "endless_chunk"
    """One chunk of 2 GiB."""
    GZIP_BOMB = "gzip_bomb"
    """200 kB that would become 200 MB."""
    WRONG_LENGTH = "wrong_length"
    """A length that is smaller than the body, so that a cut body looks whole."""
    HTML = "html"
    """200 with the page of the application."""
    EMPTY = "empty"
    TO_PRIVATE = "to_private"
    """Sent to an address inside somebody's network."""
    TO_FILE = "to_file"
    LOOP = "loop"
    WRONG_LANGUAGE = "wrong_language"
    WRONG_DOCUMENT = "wrong_document"
    NOT_FOUND_ONCE = "not_found_once"


_ANYWHERE: frozenset[Endpoint] = frozenset({"access", "file", "search", "record"})
_BODIES = _ANYWHERE - {"access"}
STRIKES: Mapping[Fault, frozenset[Endpoint]] = {
    **dict.fromkeys((Fault.TOO_MANY_WITH_RETRY_AFTER, Fault.TOO_MANY, Fault.UNAVAILABLE), _ANYWHERE),
    **dict.fromkeys((Fault.BAD_GATEWAY, Fault.RESET, Fault.HTML), _ANYWHERE),
    **dict.fromkeys((Fault.TRUNCATED, Fault.SLOW_DRIP, Fault.ENDLESS_CHUNK, Fault.GZIP_BOMB), _BODIES),
    **dict.fromkeys((Fault.WRONG_LENGTH, Fault.EMPTY), _BODIES),
    **dict.fromkeys((Fault.TO_PRIVATE, Fault.TO_FILE, Fault.LOOP), frozenset[Endpoint]({"access"})),
    **dict.fromkeys((Fault.WRONG_LANGUAGE, Fault.WRONG_DOCUMENT), frozenset[Endpoint]({"file"})),
    Fault.NOT_FOUND_ONCE: frozenset({"access", "file"}),
}
"""Where each may strike. An empty answer of the access address would be the sign of absence, not a fault."""
ALL = tuple(Fault)


@dataclass(frozen=True, slots=True)
class Faults:
    """Which attempt meets which fault: by chance, always the same one, or as a script says.

    Attributes:
        share: of the first two attempts in every four at one document, how many meet a fault; the others never do.
        drip: seconds between two bytes of a slow answer.
        constant: what every attempt meets.
        plan: what the attempts at a symbol, or at one exact key, meet one after another; then nothing.
        at: where a fault that may strike the access address and the file does so; None leaves it to chance.
    """

    share: float = 0.0
    seed: int = 0
    kinds: Sequence[Fault] = ALL
    drip: float = 0.5
    constant: Fault | None = None
    plan: Mapping[Key | str, Sequence[Fault | None]] = field(default_factory=dict)
    at: Endpoint | None = None

    @classmethod
    def always(cls, kind: Fault, *, at: Endpoint = "access", drip: float = 0.5) -> Faults:
        """Every attempt meets it."""
        return cls(constant=kind, at=at, drip=drip)

    @classmethod
    def script(
        cls,
        plan: Mapping[str, Sequence[Fault | None]] | Mapping[Key, Sequence[Fault | None]],
        *,
        at: Endpoint = "access",
        drip: float = 0.5,
    ) -> Faults:
        """The attempts at a symbol (a joint one whole) or a key meet what is listed, in that order."""
        return cls(plan=dict(plan.items()), at=at, drip=drip)

    def counted_by(self, key: Key) -> Key | str:
        """What its attempts are counted by: all those at a symbol together, where the plan speaks of the symbol."""
        return key[0] if key not in self.plan and key[0] in self.plan else key

    def of(self, key: Key, nth: int) -> Fault | None:
        """What the nth attempt (from 0) meets."""
        if self.constant is not None or not self.plan:
            return self.constant or self._drawn(key, nth)
        planned = self.plan.get(key, self.plan.get(key[0], ()))
        return planned[nth] if nth < len(planned) else None

    def strikes(self, fault: Fault, endpoint: Endpoint, key: Key, nth: int) -> bool:
        """Whether the fault that an attempt meets does so here, or at its other step."""
        places = STRIKES[fault]
        if endpoint not in places or not {"access", "file"} <= places or endpoint in ("search", "record"):
            return endpoint in places
        where = self.at or pick(("access", "file"), self.seed, key, nth, "where")
        return endpoint == where

    def _drawn(self, key: Key, nth: int) -> Fault | None:
        """Two attempts that may fail, then two that do not, and so on."""
        place = nth % 4
        first = self._roll(key, nth - place)
        if place == 1 and first is Fault.UNAVAILABLE:
            return first
        found = first if place == 0 else self._roll(key, nth) if place == 1 else None
        return None if found is Fault.NOT_FOUND_ONCE and nth > 0 else found

    def _roll(self, key: Key, nth: int) -> Fault | None:
        is_struck = bool(self.kinds) and chance(self.seed, key, nth) < self.share
        return pick(self.kinds, self.seed, key, nth, "kind") if is_struck else None


class Attempts:
    """Counts the attempts at each document on a running server; an attempt is one access and one file."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults
        self._counts: Counter[Key | str] = Counter()
        self._lock = Lock()

    def strike(self, endpoint: Endpoint, key: Key) -> Fault | None:
        """The fault that the next answer meets; the attempt ends with it."""
        counter = self._faults.counted_by(key)
        with self._lock:
            nth = self._counts[counter]
            fault = self._faults.of(key, nth)
            if fault is None or not self._faults.strikes(fault, endpoint, key, nth):
                return None
            self._counts[counter] += 1
            return fault

    def end(self, key: Key) -> None:
        """The attempt ended with nothing wrong."""
        with self._lock:
            self._counts[self._faults.counted_by(key)] += 1
