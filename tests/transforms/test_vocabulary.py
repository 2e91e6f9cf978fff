"""Text is told from what only looks like text by the share of its words that are known."""

from __future__ import annotations

import random
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench_entities import load_gazetteer
from transforms.blocks import Block, Layout
from transforms.errors import Refusal
from transforms.vocabulary import FEW, FLAGGED, REJECTED, Words, beginning, readable, reckon, share

TEXTS = {
    "en": "The Council requests all States to report on the measures that they have taken, and decides to consider the matter again. ",
    "fr": "Le Conseil prie tous les États de rendre compte des mesures qu’ils ont prises et décide de rester saisi de la question. ",
    "es": "El Consejo solicita a todos los Estados que informen sobre las medidas que hayan adoptado y decide seguir ocupándose de la cuestión. ",
    "ru": "Совет просит все государства представить доклад о принятых ими мерах и постановляет продолжать заниматься этим вопросом. ",
    "zh": "安理会请所有国家报告所采取的措施，并决定继续处理此案。",
    "ar": "يطلب المجلس إلى جميع الدول أن تقدم تقريرا عن التدابير التي اتخذتها ويقرر أن يبقي المسألة قيد نظره الفعلي. ",
}


@cache
def words() -> Words:
    return load_gazetteer().words


@pytest.mark.parametrize("language", TEXTS)
def test_prose_is_known(language: str) -> None:
    """Nearly every word of a sentence as the United Nations writes it begins as known ones do."""
    assert share(TEXTS[language] * 5, language, words()) > 0.95


@pytest.mark.parametrize("language", [language for language in TEXTS if language != "zh"])
def test_letters_in_disorder_are_rejected(language: str) -> None:
    """The same letters in another order are no words; of Chinese the order of characters is not looked at."""
    chance = random.Random(language)
    spoilt = " ".join("".join(chance.sample(word, len(word))) for word in (TEXTS[language] * 5).split())

    assert reckon(spoilt, language, words()).is_rejected


def test_chinese_characters_that_nobody_uses_are_rejected() -> None:
    """A wrong character map gives characters from all over the code page."""
    chance = random.Random(1)
    spoilt = "".join(chr(chance.randrange(0x4E00, 0xA000)) for _ in range(200))

    assert reckon(spoilt, "zh", words()).is_rejected


def test_a_text_with_every_fourth_letter_lost_is_doubtful() -> None:
    """It is flagged or rejected, never taken for sound."""
    chance = random.Random(1)
    for language in ("ar", "en", "es", "fr", "ru"):
        spoilt = "".join(c for c in TEXTS[language] * 9 if not c.isalpha() or chance.random() > 0.25)
        assert share(spoilt, language, words()) < FLAGGED


@pytest.mark.parametrize(
    "text",
    ["", "Mr. Lampe", "17 234 | 12.5 | 2031–2032 | 88\n" * 200, "Mr. Ivar Lampenius\nMs. Olga Portova\nMr. Xu Gangkou\n" * 50,
     "A/999/12 S/2031/45 E/CN.99/2031/3 " * 90],
)  # fmt: skip
def test_what_has_no_words_is_not_rejected(text: str) -> None:
    """Title pages, tables of figures, lists of names and of symbols say nothing of the text layer."""
    assert share(text, "en", words()) >= FLAGGED


@given(st.text(max_size=400), st.sampled_from(sorted(TEXTS)))
def test_a_share_is_a_share(text: str, language: str) -> None:
    """Whatever the text, from 0 to 1, and 1 where it has too few words."""
    found = reckon(text, language, words())

    assert 0 <= found.known <= found.compared
    assert 0.0 <= found.share <= 1.0
    assert found.compared >= FEW or found.share == 1.0


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [("والتدابير", "ar", "تداب"), ("للأمم", "ar", "امم"), ("قَرار", "ar", "قرار"), ("Décisions", "fr", "décisi"),
     ("постановляет", "ru", "поста")],
)  # fmt: skip
def test_words_are_compared_by_their_beginning(word: str, language: str, expected: str) -> None:
    """Endings are left; an Arabic word loses "and" and the article."""
    assert beginning(word, language) == expected


def page(text: str, number: int, at: int) -> Block:
    return Block(text, (at, at + len(text)), number, "plain", ((at, at + len(text)),))


def test_an_unreadable_page_is_set_aside_and_the_others_are_read() -> None:
    """A/79/876 has a readable letter before an annex whose text layer is none."""
    sound, spoilt = TEXTS["en"] * 3, "ككك لكس ظظث قك هةس ذذ كسكك غغ " * 20
    layout = Layout(
        f"{sound}\n{spoilt}", (page(sound, 1, 0), page(spoilt, 2, len(sound) + 1)), "application/pdf"
    )

    left, put = readable(layout, words())

    assert [block.page for block in left.blocks] == [1]
    assert [(piece.reason, piece.page, piece.text) for piece in put] == [("unreadable", 2, spoilt.strip())]


def test_a_file_without_a_readable_page_is_refused() -> None:
    """The refusal says how much was known and what to do."""
    spoilt = "ككك لكس ظظث قك هةس ذذ كسكك غغ " * 20
    layout = Layout(spoilt, (page(spoilt, 1, 0),), "application/pdf")

    with pytest.raises(Refusal, match="OCR") as refused:
        readable(layout, words())

    assert refused.value.reason == "unreadable-text"
    assert reckon(spoilt, "ar", words()).share < REJECTED


def test_only_text_layers_are_doubted() -> None:
    """What was typed is text, whatever its words."""
    spoilt = "ككك لكس ظظث قك هةس ذذ كسكك غغ " * 20
    layout = Layout(spoilt, (page(spoilt, 1, 0),), "text/plain")

    assert readable(layout, words()) == (layout, ())
