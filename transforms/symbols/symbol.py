"""The value itself: what a symbol says, and how two of them compare."""

from __future__ import annotations

from dataclasses import dataclass
from functools import total_ordering
from typing import Literal

from transforms.numerals import from_roman

SessionKind = Literal["regular", "special", "emergency", "year"]

_ORGANS = {
    "A": "org:un.ga",
    "A/HRC": "org:un.hrc",
    "S": "org:un.sc",
    "E": "org:un.ecosoc",
    "T": "org:un.tc",
    "ST": "org:un.secretariat",
    "TD": "org:un.unctad",
    "UNEP": "org:un.unep",
    "JIU": "org:un.jiu",
    "PBC": "org:un.pbc",
    "CD": "org:un.cd",
}
"""Bodies whose papers are cited under their own name; any other falls back to the body above it."""

FOUNDED = 1945
"""The first session of the General Assembly opened in the year after."""


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class Symbol:
    """One document symbol in canonical form, taken apart. Make it with `parse`, never by hand.

    Two symbols are equal when they differ in case or spaces alone; a reissue (`*`) is the same symbol.

    Attributes:
        text: the canonical form, also `str(symbol)`.
        body: the issuing body with its subsidiaries (`A/C.6`, `E/CN.4/Sub.2`, `UNEP/EA`).
        session: session or year as printed (`73`, `S-13`, `XXX`, `2018`); null for series without one.
        session_kind: how to read `session`; Roman numerals count regular sessions.
        type: document type in upper case (`RES`, `PV`, `L`, `SGB`); null for the plain document series.
        number: serial number, range (`11-13`), ordinal (`1st`) or communication (`2025/2011`).
        part: part letter or range of them (`B`, `A-B`).
        country: three-letter code inside the symbol (`CCPR/C/ISR/CO/5`).
        qualifiers: names that stand after the session (`PC` in `A/CONF.223/2024/PC/L.1`).
        named_parts: what stands in parentheses (`Part II`, `Sect. 29A`, `Resumption 1`).
        suffixes: in order (`Rev.1`, `Add.1`).
        is_reissued: whether a `*` was printed after it.
        is_foreign: whether its series is none of the United Nations (`PSC/PR/2(XCVIII)`).
    """

    text: str
    body: str
    session: str | None
    session_kind: SessionKind | None
    type: str | None
    number: str
    part: str | None
    country: str | None
    qualifiers: tuple[str, ...]
    named_parts: tuple[str, ...]
    suffixes: tuple[str, ...]
    is_reissued: bool
    is_foreign: bool

    def __str__(self) -> str:
        return self.text

    @property
    def key(self) -> str:
        """The form two equal symbols share: no case, no spaces."""
        return self.text.replace(" ", "").casefold()

    @property
    def subsidiaries(self) -> tuple[str, ...]:
        """The bodies below the first (`CN.4`, `Sub.2`)."""
        return tuple(self.body.split("/")[1:])

    @property
    def base(self) -> str:
        """The symbol of the document that a suffix adds to or corrects (`A/75/6 (Sect. 3)`)."""
        tail = "".join(f"/{suffix}" for suffix in self.suffixes)
        return self.text.removesuffix(tail)

    @property
    def organ(self) -> str | None:
        """The id of the body that issues it (`org:un.sc`), the nearest one above that has an id."""
        body = self.body
        while body not in _ORGANS and "/" in body:
            body = body.rpartition("/")[0]
        return None if self.is_foreign else _ORGANS.get(body)

    @property
    def year(self) -> int | None:
        """The year that it names: its own, or that in which its session of the General Assembly opened; else null.

        Sessions of other bodies are no years: the forty-eighth of the Human Rights Council was in 2021.
        """
        if self.session_kind == "year":
            return int(self.session or 0)
        is_assembly = self.body == "A" or self.body.startswith(("A/C.", "A/BUR", "A/SPC"))
        if self.session_kind != "regular" or not self.session or not is_assembly:
            return None
        return FOUNDED + (int(self.session) if self.session.isdigit() else from_roman(self.session))

    def __eq__(self, other: object) -> bool:
        return self.key == other.key if isinstance(other, Symbol) else NotImplemented

    def __lt__(self, other: Symbol) -> bool:
        return self.key < other.key

    def __hash__(self) -> int:
        return hash(self.key)
