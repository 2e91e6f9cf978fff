"""A symbol while it is read, and what must hold of its elements together before it is one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from transforms.symbols.spelling import refuse, spell
from transforms.symbols.symbol import SessionKind, Symbol
from transforms.symbols.vocabulary import ROOTS

YEAR = re.compile(r"(?:19[4-9]|20\d)\d")


@dataclass(slots=True)
class Draft:
    """A symbol while its elements are read from left to right."""

    source: str
    body: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    after_type: int = 0
    session: str | None = None
    kind: SessionKind | None = None
    type: str | None = None
    type_number: str | None = None
    part: str | None = None
    country: str | None = None
    qualifiers: list[str] = field(default_factory=list)
    named_parts: list[str] = field(default_factory=list)
    suffixes: list[str] = field(default_factory=list)
    canonical: list[str] = field(default_factory=list)

    @property
    def has_numbers(self) -> bool:
        """Whether a number has been read, so that what follows cannot be a body."""
        return bool(self.numbers or self.type_number)

    def set_session(self, value: str, kind: SessionKind) -> None:
        """Keep the session; a second one is refused."""
        if self.session is not None:
            raise refuse(self.source, f"it names two sessions, {self.session} and {value}")
        self.session, self.kind = value, kind


def finish(draft: Draft, *, is_reissued: bool) -> Symbol:
    """The symbol that `draft` has become. Raises `Refusal` when its elements do not belong together."""
    number = _number_of(draft)
    _check(draft, number)
    is_foreign = draft.body[0].partition(".")[0] not in ROOTS
    text = "/".join(draft.canonical)
    if is_foreign:  # another organisation's spelling is not ours to change
        text = spell(draft.source).rstrip("*")
    return Symbol(
        text=text,
        body="/".join(draft.body),
        session=draft.session,
        session_kind=draft.kind,
        type=draft.type,
        number=number,
        part=draft.part,
        country=draft.country,
        qualifiers=tuple(draft.qualifiers),
        named_parts=tuple(draft.named_parts),
        suffixes=tuple(draft.suffixes),
        is_reissued=is_reissued,
        is_foreign=is_foreign,
    )


def _number_of(draft: Draft) -> str:
    """The serial number; what stands before it becomes the session where none was named."""
    numbers = list(draft.numbers)
    if draft.type == "D" and draft.after_type == 2:
        number = "/".join(numbers[-2:])
        del numbers[-2:]
    elif draft.type_number is not None:
        number = draft.type_number
    elif numbers:
        number = numbers.pop()
    else:
        raise refuse(draft.source, "it has no number")
    if numbers and draft.session is None:
        draft.set_session(numbers[0], "year" if YEAR.fullmatch(numbers[0]) else "regular")
        del numbers[0]
    if numbers:
        raise refuse(
            draft.source, f"it has more numbers than a session and a serial number: {'/'.join(draft.numbers)}"
        )
    return number


def _check(draft: Draft, number: str) -> None:
    session, body = draft.session, draft.body
    if session and session.isdigit() and draft.kind == "regular" and int(session) > 999:
        raise refuse(draft.source, f"{session} is neither a session nor a year")
    if draft.type == "PRST" and session is None:
        raise refuse(draft.source, "a presidential statement has a year and a number, as in S/PRST/2007/7")
    if draft.type in ("RES", "DEC") and body == ["A"] and session is None:
        raise refuse(draft.source, "a resolution of the General Assembly needs its session, as in A/RES/60/1")
    if body == ["S"] and draft.kind == "regular":
        raise refuse(draft.source, f"the Security Council counts years, and {session} is none")
    if len(number) > 11:
        raise refuse(draft.source, f"the number {number} is too long")
