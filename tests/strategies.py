"""Hypothesis strategies: symbols in every shape the grammar knows, alone and joint."""

from __future__ import annotations

from hypothesis import strategies as st

SERIALS = st.integers(1, 9999).map(str)
SESSIONS = st.integers(31, 120).map(str)
YEARS = st.integers(1994, 2049).map(str)
ROMANS = st.sampled_from(["I", "III", "V", "XV", "XXX", "S-VI", "ES-V"])
LETTERS = st.sampled_from(["", " A", " B", " A-B", " A-C"])
SPECIAL = st.sampled_from(["S-12", "S-26", "ES-10", "ES-11"])
NAMED_PARTS = st.sampled_from(
    [
        "",
        " (Part II)",
        " (Vol. I)",
        " (Sect. 29A)",
        " (Introduction)",
        " (Parts I and II)",
        " (SUPP)",
        " (Plan outline)",
    ]
)
SUFFIXES = st.lists(
    st.builds("{}.{}".format, st.sampled_from(["Add", "Amend", "Corr", "Rev"]), st.integers(1, 40)),
    max_size=3,
).map(lambda each: "".join(f"/{suffix}" for suffix in each))

_DOCUMENTS = st.one_of(
    st.builds("A/{}/{}".format, st.one_of(SESSIONS, SPECIAL), SERIALS),
    st.builds("S/{}/{}".format, YEARS, SERIALS),
    st.builds("S/{}".format, st.integers(100, 26000)),
    st.builds("E/{}/{}".format, YEARS, SERIALS),
    st.builds("{}/{}/{}".format, st.sampled_from(["E/CN.6", "S/AC.51", "A/AC.109", "E/CN.4/Sub.2", "FCCC/CP"]), YEARS, SERIALS),
    st.builds("{}/{}/{}".format, st.sampled_from(["A/HRC", "A/HRC/WG.2", "TD/B/EDE", "UNEP/CBD/COP"]), st.integers(1, 70), SERIALS),
    st.builds("UNEP/{}.{}/{}".format, st.sampled_from(["EA", "GC", "OzL.Pro"]), st.integers(1, 40), SERIALS),
    st.builds("{}/C/{}/CO/{}".format, st.sampled_from(["CCPR", "CEDAW", "CRC"]), st.sampled_from(["ISR", "SVN"]), st.integers(1, 9)),
)  # fmt: skip
_TYPED = st.one_of(
    st.builds("A/RES/{}/{}{}".format, st.one_of(SESSIONS, SPECIAL), SERIALS, LETTERS),
    st.builds("A/RES/{}{} ({})".format, SERIALS, LETTERS, ROMANS),
    st.builds("S/RES/{} ({})".format, SERIALS, st.integers(1946, 2049)),
    st.builds("S/PRST/{}/{}".format, YEARS, SERIALS),
    st.builds("A/HRC/RES/{}/{}".format, st.integers(1, 70), SERIALS),
    st.builds("A/{}/{}.{}".format, SESSIONS, st.sampled_from(["PV", "L", "CRP", "SR"]), SERIALS),
    st.builds("A/C.{}/{}/SR.{}-{}".format, st.integers(1, 6), SESSIONS, st.integers(1, 9), st.integers(10, 40)),
    st.builds("ST/{}/{}/{}".format, st.sampled_from(["SGB", "AI", "IC"]), YEARS, SERIALS),
)  # fmt: skip

SYMBOLS = st.one_of(st.builds("{}{}{}".format, _DOCUMENTS, NAMED_PARTS, SUFFIXES), _TYPED)
"""One symbol in canonical form."""

JOINT_SYMBOLS = st.lists(
    st.builds("{}{}".format, _DOCUMENTS, st.sampled_from(["", "/Add.1", "/Rev.2/Corr.1"])),
    min_size=2,
    max_size=3,
).map("-".join)
"""Two or three whole symbols on one document, in canonical form."""


@st.composite
def spellings(draw: st.DrawFn) -> str:
    """A symbol spelt as texts and addresses spell it: any case, with or without a space before the parenthesis."""
    symbol = draw(SYMBOLS)
    if draw(st.booleans()):
        symbol = symbol.replace(" (", "(")
    if draw(st.booleans()):
        symbol = symbol.replace("-", "\u2011")
    spelt: str = draw(st.sampled_from([symbol, symbol.lower(), symbol.upper(), f" {symbol}\u00a0"]))
    return spelt
