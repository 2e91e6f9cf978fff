"""Who a document is: the masthead first, then its name, then what was asked for."""

import pytest

from transforms.errors import Refusal
from transforms.identity import Hint, Identity, identify
from transforms.masthead import Masthead
from transforms.symbols import parse


def named(
    symbols: str | None, hint: Hint, *, kind: str = "report", language: str = "en", evidence: str = "masthead"
) -> Identity:
    head = Masthead(symbols=parse(symbols) if symbols else (), symbol_evidence=evidence)
    return identify(head, hint, kind, language)


@pytest.mark.parametrize(
    ("printed", "hint", "symbols", "evidence"),
    [
        ("A/999/1", Hint("whatever.txt"), ("A/999/1",), "masthead"),
        ("A/999/1-S/2031/4", Hint("A_999_1.txt"), ("A/999/1", "S/2031/4"), "masthead"),
        ("A/999/1", Hint("A_999_2.txt"), ("A/999/1",), "masthead"),
        (None, Hint("A_999_1-S_2031_4.txt"), ("A/999/1", "S/2031/4"), "file_name"),
        (None, Hint("download.txt", symbol="A/999/1"), ("A/999/1",), "request"),
        (None, Hint("Harbour-lamps_webpage.txt"), ("web:harbour-lamps",), "page_name"),
        (None, Hint("harbour lamps.html"), ("web:harbour-lamps",), "page_name"),
        ("A/999/1", Hint("A_999_1&S_2031_4-EN.txt"), ("A/999/1", "S/2031/4"), "masthead"),
    ],
)
def test_symbols_come_from_the_surest_place(
    printed: str | None, hint: Hint, symbols: tuple[str, ...], evidence: str
) -> None:
    """What a document prints outranks its name; a name outranks a request; half of a joint symbol is made whole."""
    found = named(printed, hint)

    assert (found.symbols, found.evidence) == (symbols, evidence)
    assert found.document_id == f"{symbols[0]}@en"


@pytest.mark.parametrize(
    ("printed", "hint", "language", "reason"),
    [
        (None, Hint("talking-points.txt"), "en", "no-symbol"),
        ("A/999/1", Hint("A_999_2.txt", symbol="A/999/2"), "en", "wrong-document"),
        ("A/999/1", Hint("A_999_1.txt", language="fr"), "en", "wrong-language"),
    ],
)
def test_another_document_than_asked_for_is_refused(
    printed: str | None, hint: Hint, language: str, reason: str
) -> None:
    """No symbol, another symbol and another language each have their reason."""
    with pytest.raises(Refusal) as refusal:
        named(printed, hint, language=language)

    assert refusal.value.reason == reason


@pytest.mark.parametrize(
    ("symbol", "organ"),
    [
        ("S/RES/9999 (2031)", "org:un.sc"),
        ("A/999/1", "org:un.ga"),
        ("A/HRC/99/1", "org:un.hrc"),
        ("E/2031/1", "org:un.ecosoc"),
    ],
)
def test_the_symbol_says_which_organ_speaks(symbol: str, organ: str) -> None:
    """The series of a symbol belongs to an organ."""
    assert named(symbol, Hint("a.txt")).organ == organ


def test_half_of_a_joint_symbol_may_be_asked_for() -> None:
    """A joint document answers to both its symbols."""
    assert named("A/999/1-S/2031/4", Hint("x.txt", symbol="S/2031/4")).symbols == ("A/999/1", "S/2031/4")
