"""Subjects: what may be passed on is, and what is the Library's own is kept as an address or not at all."""

from __future__ import annotations

from transforms.stated import Keyword
from transforms.subjects import Subject, subjects

UNBIS = "http://metadata.un.org/thesaurus/1002824"


def test_a_thesaurus_label_is_never_passed_on() -> None:
    """A label with an address becomes the address; one without finds it at another keyword, or is left out."""
    found = subjects(
        (
            Keyword("UNBIS", "public_health", "public_health", UNBIS),
            Keyword("UNBIS Thesaurus", "PUBLIC HEALTH", "PUBLIC HEALTH"),
            Keyword("UNBIS Thesaurus", "TIDE GAUGES", "TIDE GAUGES"),
        )
    )

    assert found == (Subject("unbis", UNBIS, None, None, None),)


def test_goals_have_numbers_and_other_lists_names() -> None:
    """The number of a goal is that of its address; what joins the words of a name is a space."""
    found = subjects(
        (
            Keyword("SDGO", "16", "sdg_16", "https://metadata.un.org/sdg/16"),
            Keyword("EuroVoc", "sea_lamp", "sea_lamp", "http://eurovoc.europa.eu/1"),
            Keyword("DHLAUTH", "Lamp Convention (2090)", "Lamp Convention (2090)"),
            Keyword("", "harbours", ""),
        )
    )

    assert [(s.scheme, s.notation, s.label) for s in found] == [
        ("sdg", "16", None), ("eurovoc", None, "sea lamp"), ("name", None, "Lamp Convention (2090)"), ("keyword", None, "harbours"),
    ]  # fmt: skip


def test_an_agenda_item_has_its_number_title_and_agenda() -> None:
    """Numbers are spelt as in a masthead; a heading in capitals is the Library's, and its own lists have no symbol."""
    found = subjects(
        (
            Keyword("A/77/251", "18d", "The sea at night.", role="agenda"),
            Keyword("S/78", "[27]", "PEACEBUILDING", role="agenda"),
            Keyword("S/", "X", "Maintenance of lamps.", role="agenda"),
            Keyword("S/", "X", "LAMPS", role="agenda"),
        )
    )

    assert [(s.notation, s.label, s.agenda_symbol) for s in found] == [
        ("18 (d)", "The sea at night", "A/77/251"), ("27", None, None), (None, "Maintenance of lamps", None),
    ]  # fmt: skip
