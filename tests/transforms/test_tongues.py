"""States and dates of other languages among what else a document names."""

from __future__ import annotations

import pytest

from transforms import entities
from transforms.gazetteer import Gazetteer
from transforms.passages import Passage


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("fr", "réunie au Mali le 3 mai 2023 (S/2023/999)", [("COUNTRY", "geo:MLI"), ("DATE", "edtf:2023-05-03"), ("DOC_SYMBOL", "sym:S/2023/999")]),
        ("es", "reunida en Malí el 3 de mayo de 2023", [("COUNTRY", "geo:MLI"), ("DATE", "edtf:2023-05-03")]),
        ("ru", "в Мали 3 мая 2023 года", [("COUNTRY", "geo:MLI"), ("DATE", "edtf:2023-05-03")]),
        ("zh", "2023年5月3日在马里", [("DATE", "edtf:2023-05-03"), ("COUNTRY", "geo:MLI")]),
        ("ar", "في مالي في 3 أيار/مايو 2023", [("COUNTRY", "geo:MLI"), ("DATE", "edtf:2023-05-03")]),
        ("fr", "le document A/999/2024", [("DOC_SYMBOL", "sym:A/999/2024")]),
        ("es", "en el Sahel y en Nueva York", [("REGION", "region:sahel")]),
        ("fr", "à New York, au Mali", [("PLACE", "place:US/new-york"), ("COUNTRY", "geo:MLI")]),
        ("en", "au Tchad le 3 mai 2023", [("DATE", "edtf:2023")]),
    ],
)  # fmt: skip
def test_each_language_names_states_and_dates_in_its_words(
    language: str, text: str, wanted: list[tuple[str, str]], reference: Gazetteer
) -> None:
    """A document's language decides which words name a state or a date; symbols are the same in all."""
    found = entities.find([Passage("para_1", text)], reference, language=language)

    assert [(m.type, m.ids[0]) for m in found.mentions if m.layer == "main"] == wanted


def test_entities_of_other_languages_are_described(reference: Gazetteer) -> None:
    """Whatever a mention names has a row of its own among the entities."""
    found = entities.find([Passage("para_1", "au Mali le 3 mai 2023")], reference, language="fr")

    assert [entity.id for entity in found.entities] == ["edtf:2023-05-03", "geo:MLI"]


def test_a_state_within_a_longer_name_is_nested(reference: Gazetteer) -> None:
    """The mission is named, and the state in its name beside it in a layer of its own, as in English."""
    text = "la Mission des rivières au Mali (MRM) s’est réunie"
    found = entities.find([Passage("para_1", text)], reference, language="fr")

    assert [(text[m.start : m.end], m.layer) for m in found.mentions] == [
        ("Mission des rivières au Mali", "main"),
        ("Mali", "nested"),
        ("MRM", "main"),
    ]


def test_an_adjective_counts_where_the_state_is_named(reference: Gazetteer) -> None:
    """The word "congolais" may be either Congo's: it stands for the one that the document names, and for none without a name."""
    texts = ("la République démocratique du Congo", "les autorités congolaises")
    found = entities.find(
        [Passage(f"para_{i}", text) for i, text in enumerate(texts)], reference, language="fr"
    )
    alone = entities.find([Passage("para_1", texts[1])], reference, language="fr")

    assert [(m.passage, m.ids, m.method) for m in found.mentions if m.passage] == [
        (1, ("geo:COD",), "adjective")
    ]
    assert alone.mentions == ()
