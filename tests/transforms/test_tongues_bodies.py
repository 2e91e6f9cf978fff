"""Organisations in the five languages other than English."""

from __future__ import annotations

import pytest

from transforms import entities
from transforms.entities.tongues.states import state_finder
from transforms.gazetteer import Gazetteer, tongues
from transforms.gazetteer.declension import forms
from transforms.gazetteer.tongues import BODIES_FILE, NAMES_FILE
from transforms.passages import Findings, Passage


def find(reference: Gazetteer, language: str, *texts: str) -> Findings:
    passages = [Passage(f"para_{n}", text) for n, text in enumerate(texts, start=1)]
    return entities.find(passages, reference, language=language)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "la Asamblea General de las Naciones Unidas y la CEDEAO", "un.ga un ecowas"),
        ("es", "la OTAN, la OEA y el Consejo de Paz y Seguridad de la Unión Africana", "nato oas au.psc au"),
        ("fr", "le Conseil de sécurité, l’Union africaine et la CEEAC", "un.sc au eccas"),
        ("fr", "le Conseil des droits de l’homme et l’ONU", "un.hrc un"),
        ("fr", "conformément à la Charte des Nations Unies", ""),
        ("ru", "Генеральной Ассамблее и Совету Безопасности, ОБСЕ", "un.ga un.sc osce"),
        ("ru", "с Экономическим сообществом западноафриканских государств", "ecowas"),
        ("ru", "в Управлении по координации гуманитарных вопросов", "un.ocha"),
        ("ru", "Устава Организации Объединенных Наций", ""),
        ("ru", "Вторым комитетом и Третьим комитетом", "un.ga.c2 un.ga.c3"),
        ("ar", "إلى مجلس الأمن وللأمم المتحدة والاتحاد الأفريقي", "un.sc un au"),
        ("zh", "安全理事会和非洲联盟和平与安全理事会", "un.sc au au.psc"),
        ("zh", "缔约方大会请联合国人居署", "un.unhabitat"),
    ],
)  # fmt: skip
def test_a_body_is_found_by_its_own_name(
    reference: Gazetteer, language: str, text: str, expected: str
) -> None:
    """Acronyms, joined articles and declined forms count; words that only hold a body's name do not."""
    found = state_finder(reference, language).find(text)

    assert [each.id.removeprefix("org:") for each in found if each.id.startswith("org:")] == expected.split()


def test_a_listed_body_is_not_taken_for_a_new_one(reference: Gazetteer) -> None:
    """S/RES/2695 (2023) in French defines FINUL by a name that our list has: both forms have its id everywhere."""
    found = find(
        reference, "fr", "la Force intérimaire des Nations Unies au Liban (FINUL)", "Prie la FINUL de rester."
    )

    assert {mention.ids for mention in found.mentions if mention.layer == "main"} == {("org:un.unifil",)}
    assert [each.entity_id for each in found.definitions] == ["org:un.unifil"]


@pytest.mark.parametrize(
    ("language", "long", "short", "identifier"),
    [
        ("ar", "بعثة الأمم المتحدة المتكاملة المتعددة الأبعاد لتحقيق الاستقرار في مالي (البعثة المتكاملة)", "البعثة المتكاملة", "org:un.minusma"),
        ("ru", "Армией национального освобождения (АНО)", "АНО", "org:eln"),
        ("zh", "联合国哥伦比亚核查团（核查团）", "核查团", "org:un.unvmc"),
        ("ar", "مع الأمم المتحدة (المرحلة الثانية)", "المرحلة الثانية", None),
        ("ru", "Политика Организации Объединенных Наций (ПДОПЧ)", "ПДОПЧ", None),
    ],
)  # fmt: skip
def test_a_short_form_in_brackets_holds_in_the_document(
    reference: Gazetteer, language: str, long: str, short: str, identifier: str | None
) -> None:
    """S/RES/2690 (2023) in Arabic calls MINUSMA "the integrated mission"; brackets that shorten something else do not count."""
    found = find(reference, language, f"{long}.", f"{short}.").mentions

    assert [each.ids[0] for each in found if each.passage == 1] == ([identifier] if identifier else [])


def test_a_state_within_a_body_is_nested(reference: Gazetteer) -> None:
    """As in English, a mission's State is kept apart from the main mentions; a short form has none in it."""
    found = find(reference, "es", "la Misión de las Naciones Unidas en Sudán del Sur")

    assert [(each.ids[0], each.layer) for each in found.mentions] == [
        ("org:un.unmiss", "main"),
        ("geo:SSD", "nested"),
    ]
    assert [each.ids[0] for each in find(reference, "zh", "南苏丹特派团").mentions] == ["org:un.unmiss"]


def test_a_state_outranks_a_city_in_its_name(reference: Gazetteer) -> None:
    """English words know Bissau; in French, "Guinée-Bissau" is the State, and the city is nested in it."""
    found = find(reference, "fr", "en Guinée-Bissau")

    assert [(each.ids[0], each.layer) for each in found.mentions] == [
        ("geo:GNB", "main"),
        ("place:GW/bissau", "nested"),
    ]


def test_many_bodies_have_names_in_every_language(reference: Gazetteer) -> None:
    """The most quoted bodies are named in all five."""
    for language in tongues.TONGUES:
        named = {each for each in reference.tongues[language].values() if each.startswith("org:")}
        assert len(named) >= 170


@pytest.mark.parametrize(
    ("marked", "some"),
    [
        ("Экономическое* сообщество+", {"Экономического сообщества", "Экономическим сообществом"}),
        ("Управление+", {"Управления", "Управлению", "Управлением", "Управлении"}),
        ("Второй* комитет*", {"Второго комитета", "Вторым комитетом"}),
        ("Лига* арабских государств", {"Лиги арабских государств", "Лигу арабских государств"}),
    ],
)
def test_words_of_bodies_are_declined(marked: str, some: set[str]) -> None:
    """Neuters in -ие and -ское and ordinals in -ой have endings of their own."""
    assert some <= forms(marked)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("org:x\ta\tb\tc\td\te", "line 2: no other file describes org:x"),
        ("geo:MLI\t\t\t\t\t", "needs a name"),
        ("geo:MLI\tMalí\t\t\t\t", None),
        ("geo:TCD\tMalí\t\t\t\t", "already stands for geo:MLI"),
    ],
)
def test_a_body_may_lack_a_name_and_clash_with_none(line: str, message: str | None) -> None:
    """A line needs a name in one language at least, of something that is known, and that is nobody else's."""
    files = {
        NAMES_FILE: "iso3\tes\tfr\tru\tar\tzh\nMLI\tMalí\tMali\tМали\tمالي\t马里\n".encode(),
        BODIES_FILE: f"id\tes\tfr\tru\tar\tzh\n{line}\n".encode(),
    }
    if message is None:
        assert tongues.read(files, {"geo:MLI", "geo:TCD"})["es"]["Malí"] == "geo:MLI"
        return
    with pytest.raises(tongues.TongueError, match=message):
        tongues.read(files, {"geo:MLI", "geo:TCD"})
