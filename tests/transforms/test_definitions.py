"""Brackets define short forms; the words in front of them are the long ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.definitions import is_acronym, long_form, short_form


def define(text: str) -> tuple[str, str] | None:
    bracket = text.index("(")
    short = short_form(text, bracket)
    span = short and is_acronym(short.text) and long_form(text, bracket - 1, short.text)
    return (short.text, text[slice(*span)]) if short and span else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "the Economic Community of West African States (ECOWAS) met",
            ("ECOWAS", "Economic Community of West African States"),
        ),
        ("of the Regional Body for Rivers (RBR)", ("RBR", "Regional Body for Rivers")),
        (
            "the SIDS Accelerated Modalities of Action (SAMOA) Pathway",
            ("SAMOA", "SIDS Accelerated Modalities of Action"),
        ),
        ("with the World Health Organization (“WHO”)", ("WHO", "World Health Organization")),
        (
            "and the Association of Southeast Asian Nations (ASEAN)",
            ("ASEAN", "Association of Southeast Asian Nations"),
        ),
        (
            "the International Criminal Police Organization (INTERPOL)",
            ("INTERPOL", "International Criminal Police Organization"),
        ),
        ("the Comité Maritime International (CMI)", ("CMI", "Comité Maritime International")),
        (
            "the Comisión de Ríos (hereinafter referred to as “CDR”)",
            ("CDR", "Comisión de Ríos"),
        ),
        (
            "the Instituto Nacional de Ríos Internos (known by its Spanish acronym, INRI)",
            ("INRI", "Instituto Nacional de Ríos Internos"),
        ),
        ("the Comisión de Ríos (CDR, by its Spanish acronym)", ("CDR", "Comisión de Ríos")),
        ("small arms and light weapons (SALW)", None),
        ("resolution 1631 (2005)", None),
        ("the Security Council (see para. 5)", None),
        ("of Georgia (Sochi)", None),
        ("Chapter (II)", None),
        ("a report (A/61/204)", None),
    ],
)
def test_short_form_has_the_words_it_abbreviates(text: str, expected: tuple[str, str] | None) -> None:
    """Only capitals that the name in front of them spells are a definition."""
    assert define(text) == expected


@given(st.lists(st.sampled_from(["Alpha", "Beta", "Gamma", "Delta", "Rivers"]), min_size=2, max_size=6))
def test_initials_find_the_whole_name(words: list[str]) -> None:
    """A name of capitalised words is found whole by its initials, "of" or not, and nothing before it is taken."""
    name = " of ".join([words[0], " ".join(words[1:])])
    short = "".join(word[0] for word in words)

    assert define(f"The members, with the {name} ({short})") == (short, name)
