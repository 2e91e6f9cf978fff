"""The language of a text is told from the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.language import Heard, hear, tell
from transforms.schema import LANGUAGES


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The lamps of the harbour were lit by the keepers, and the Council took note of it.", "en"),
        ("Les lampes du port ont \u00e9t\u00e9 allum\u00e9es par les gardiens, et le Conseil en a pris note dans la soir\u00e9e.", "fr"),
        ("Las l\u00e1mparas del puerto fueron encendidas por los guardianes, y el Consejo tom\u00f3 nota de ello.", "es"),
        ("\u041b\u0430\u043c\u043f\u044b \u043f\u043e\u0440\u0442\u0430 \u0431\u044b\u043b\u0438 \u0437\u0430\u0436\u0436\u0435\u043d\u044b \u0441\u043c\u043e\u0442\u0440\u0438\u0442\u0435\u043b\u044f\u043c\u0438.", "ru"),
        ("\u6e2f\u53e3\u7684\u706f\u7531\u770b\u5b88\u4eba\u70b9\u4eae\uff0c\u7406\u4e8b\u4f1a\u8868\u793a\u6ce8\u610f\u3002", "zh"),
        ("\u0623\u0636\u0627\u0621 \u0627\u0644\u062d\u0631\u0627\u0633 \u0645\u0635\u0627\u0628\u064a\u062d \u0627\u0644\u0645\u064a\u0646\u0627\u0621 \u0641\u064a \u0627\u0644\u0645\u0633\u0627\u0621.", "ar"),
        ("The word \u043c\u0438\u0440 means peace and the village of the same name lies by the sea.", "en"),
    ],
)  # fmt: skip
def test_six_languages_are_told_apart(text: str, code: str) -> None:
    """Script first, then function words; a foreign word does not mislead."""
    assert tell([text]) == code


@given(st.lists(st.text()))
def test_every_text_has_one_of_the_six(texts: list[str]) -> None:
    """Whatever is given, the answer is an official language."""
    assert tell(texts) in LANGUAGES


GERMAN = (
    "Der Rat nimmt zur Kenntnis, dass die Lampen des Hafens von den Wächtern entzündet werden, und ersucht den "
    "Generalsekretär, auch im nächsten Jahr zu berichten."
)
PORTUGUESE = (
    "As lâmpadas do porto não são acesas pela guarda, e uma das comissões pediu ao Conselho que ouvisse os guardas "
    "na sessão em curso, pelo que o relatório foi enviado aos membros."
)
ENGLISH = "The keepers of the harbour have lit the lamps, and the Council is to be told of it by the end of the year."
FRENCH = "Les gardiens du port ont allumé les lampes, et le Conseil en est avisé par une lettre pour la fin du mois."


@pytest.mark.parametrize(
    ("text", "code"), [(GERMAN, "de"), (PORTUGUESE, "pt"), (ENGLISH, "en"), (FRENCH, "fr")]
)
def test_no_other_language_passes_for_one_of_the_six(text: str, code: str) -> None:
    """Resolutions of the Security Council are there in German, which has French and English words in it."""
    assert hear([text]).language == code


@pytest.mark.parametrize("text", ["", "A/79/876", "Jo Ek, Al Dun", "qwrt zxcv " * 40, "1 234 5 678 " * 40])
def test_what_does_not_tell_is_not_heard(text: str) -> None:
    """Too few letters, names, and the noise that a reader of scans leaves."""
    assert hear([text]).language is None


def test_two_languages_are_both_heard() -> None:
    """Neither leads where both hold as much; a fair share stands beside the one that leads."""
    both = hear([ENGLISH, FRENCH])
    mostly = hear([ENGLISH] * 3 + [FRENCH])

    assert (both.language, set(both.beside)) == (None, {"en", "fr"})
    assert (mostly.language, mostly.beside) == ("en", ("fr",))


def test_letters_are_counted() -> None:
    """Digits, spaces and points are none."""
    assert hear(["Ab 1. Вг", "中"]) == Heard(None, (), 5)


def test_arabic_as_pages_print_it_is_arabic() -> None:
    """A PDF may hold the shapes of letters in place of the letters."""
    assert (
        hear(
            ["\ufe8d\ufedf\ufea0\ufee4\ufecc\ufef4\ufe94 \ufe8d\ufedf\ufecc\ufe8e\ufee3\ufe94 " * 10]
        ).language
        == "ar"
    )


@given(st.lists(st.text()))
def test_any_text_is_heard_without_an_error(texts: list[str]) -> None:
    """Whatever is given, there is an answer or none, and never one beside itself."""
    heard = hear(texts)

    assert heard.language is None or heard.language not in heard.beside
