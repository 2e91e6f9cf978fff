"""The same words mean the same thing in the six languages."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.masthead import fields
from transforms.wording import DAY, day, headings, ordinal
from transforms.wording.letters import latin
from transforms.wording.signs import is_closed, width
from transforms.wording.verbs import PREAMBULAR, is_operative

MAY = dt.date(2031, 5, 3)


@pytest.mark.parametrize(
    "printed",
    ["3 May 2031", "3 MAY 2031", "May 3, 2031", "3 mai 2031", "3 de mayo de 2031", "3 мая 2031 года", "2031年5月3日",
     "二〇三一年五月三日", "二○三一年五月三日", "3 أيار/مايو 2031", "3 أيار/ مايو 2031", "3 مايو 2031", "٣ أيار/مايو ٢٠٣١"],
)  # fmt: skip
def test_a_day_is_the_same_day_in_every_language(printed: str) -> None:
    """Month names, Chinese characters, Arabic double names and digits of other scripts all name the third of May."""
    assert day(re.search(DAY, f"… {printed}")) == MAY


@pytest.mark.parametrize("printed", ["31 juin 2031", "2031年13月1日", "0 мая 2031 года", "in May"])
def test_a_day_that_is_none_is_no_day(printed: str) -> None:
    """What no calendar has is nothing."""
    assert day(re.search(DAY, printed)) is None


@given(st.dates(dt.date(1945, 1, 1), dt.date(2099, 12, 31)))
def test_chinese_numerals_and_digits_name_one_day(date: dt.date) -> None:
    """二〇三一年十二月二十一日 is 2031年12月21日."""
    spelt = f"{_digits(date.year)}年{_han(date.month)}月{_han(date.day)}日"

    assert (
        day(re.search(DAY, spelt)) == date == day(re.search(DAY, f"{date.year}年{date.month}月{date.day}日"))
    )


@pytest.mark.parametrize(
    ("words", "number"),
    [("Première", 1), ("vingt et unième", 21), ("Soixante-dix-septième", 77), ("Quatre-vingtième", 80),
     ("Quatre-vingt-unième", 81), ("quatre-vingt-dixième", 90), ("Primer", 1), ("Septuagésimo séptimo", 77),
     ("Octogésimo", 80), ("Octogésimo primer", 81), ("decimotercer", 13), ("Первая", 1), ("Семьдесят седьмая", 77),
     ("Восьмидесятая", 80), ("восемьдесят первая", 81), ("十", 10), ("七十七", 77), ("八十", 80), ("一百零三", 103),
     ("الأولى", 1), ("الثانية عشرة", 12), ("السابعة والسبعون", 77), ("الثمانون", 80), ("الحادية والثمانون", 81),
     ("9347e", 9347), ("lampe", None), ("фонарь", None), ("灯", None), ("مصباح", None)],
)  # fmt: skip
def test_ordinals_are_numbers_in_every_language(words: str, number: int | None) -> None:
    """Sessions are counted in words; what is no ordinal is no number."""
    assert ordinal(words) == number


@pytest.mark.parametrize(
    ("line", "number"),
    [("Soixante-dix-septième session", "77"), ("Dixième session extraordinaire d’urgence", "10"), ("Quatre-vingtième année", "80"),
     ("Session de 2031", "2031"), ("Septuagésimo séptimo período de sesiones", "77"), ("Octogésimo año", "80"),
     ("período de sesiones de 2031", "2031"), ("Семьдесят седьмая сессия", "77"), ("Восьмидесятый год", "80"),
     ("сессия 2031 года", "2031"), ("第七十七届会议", "77"), ("第八十年", "80"), ("2031年会议", "2031"),
     ("الدورة السابعة والسبعون", "77"), ("السنة الثمانون", "80"), ("دورة عام 2031", "2031"), ("Les lampes du port", None)],
)  # fmt: skip
def test_a_session_is_told_in_every_language(line: str, number: str | None) -> None:
    """Sessions in words, years of the Security Council and sessions of a year."""
    assert fields.session(line) == number


@pytest.mark.parametrize(
    ("line", "items"),
    [("Point 12 de l’ordre du jour", ("12",)), ("Points 12 a) et 13 de l’ordre du jour", ("12 (a)", "13")),
     ("Tema 12 a) y b) del programa", ("12 (a)", "12 (b)")), ("Пункт 12 a) повестки дня", ("12 (a)",)),
     ("Пункты 12 и 13 повестки дня", ("12", "13")), ("议程项目12(a)和(b)", ("12 (a)", "12 (b)")), ("临时议程项目12", ("12",)),
     ("البند 12 (أ) و (ج) من جدول الأعمال", ("12 (a)", "12 (c)"))],
)  # fmt: skip
def test_agenda_items_have_one_form(line: str, items: tuple[str, ...]) -> None:
    """`12 (a)`, whatever the brackets and letters of the language."""
    assert fields.agenda_items(line) == items


@pytest.mark.parametrize(
    ("line", "level"),
    [("Distr. générale", "General"), ("Distr. limitée", "Limited"), ("Distr. general", "General"), ("Distr. limitada", "Limited"),
     ("Distr.: General", "General"), ("Distr. GÉNÉRALE", "General"), ("Общее распространение", "General"), ("توزيع: محدود", "Limited"),
     ("普遍分发", "General"), ("Lampes générales", None)],
)  # fmt: skip
def test_a_level_of_distribution_has_one_name(line: str, level: str | None) -> None:
    """A field of the masthead has one value in all languages."""
    assert fields.distribution(line) == level


@pytest.mark.parametrize(
    ("line", "language"),
    [("Original : anglais", "English"), ("Original: inglés", "English"), ("Original: francés", "French"), ("原文：英文", "English"),
     ("ORIGINAL : ANGLAIS", "English"), ("Оригинал: английский", "English"), ("الأصل: بالإنكليزية", "English"),
     ("Original : anglais/français", "English/French"), ("Original: Chinese", "Chinese")],
)  # fmt: skip
def test_the_language_of_the_original_has_one_name(line: str, language: str) -> None:
    """The language is named in English, as English mastheads do."""
    assert fields.original_language(line) == language


@pytest.mark.parametrize(
    ("pattern", "lines"),
    [(headings.ANNEX, "Annexe I|Anexo|Приложение А|Приложение II|附件|附件一|附件A|المرفق|المرفق الأول|مرفق"),
     (headings.SUMMARY, "Résumé|Resumen|Резюме|摘要|موجز"),
     (headings.CONTENTS, "Table des matières|Índice|Содержание|目录|المحتويات|Table des matières (suite)"),
     (headings.INTRODUCTION, "I. Introducción|Введение|一、导言|أولا - مقدمة|مقدمة"),
     (headings.FORMULA, "L’Assemblée générale,|Le Conseil de sécurité,|La Asamblea General,|El Consejo de Seguridad,|Генеральная Ассамблея,|Совет Безопасности,|大会，|安全理事会，|إن الجمعية العامة،|إن مجلس الأمن،"),
     (headings.SIGNED, "(Signé) Lampe|(Firmado) Lámpara|(Подпись) Лампа|(签名)|(توقيع) مصباح")],
)  # fmt: skip
def test_headings_are_known_in_every_language(pattern: re.Pattern[str], lines: str) -> None:
    """What every document may have is told by its word."""
    assert [line for line in lines.split("|") if not pattern.match(line)] == []


@pytest.mark.parametrize(
    "line",
    ["Décide de se réunir;", "Se félicite des lampes;", "Prend note des lampes;", "Decide reunirse;", "Acoge con beneplácito las lámparas;",
     "Se declara dispuesta a reunirse;", "постановляет собраться;", "вновь подтверждает свое решение;", "настоятельно призывает всех;",
     "决定开会；", "又请各港口点灯；", "تقرر أن تجتمع؛", "يُقـرر أن يجتمع؛", "Decides to meet;", "Also requests lamps;"],
)  # fmt: skip
def test_operative_paragraphs_begin_with_a_verb(line: str) -> None:
    """What the organ does stands in the present tense."""
    assert is_operative(line)


@pytest.mark.parametrize(
    "line",
    ["Nous, chefs des ports, sommes réunis.", "Les lampes sont allumées.", "Nosotros, los jefes de los puertos,", "Las lámparas lucen.",
     "Мы, главы портов, собрались.", "我们各港口负责人", "نحن رؤساء الموانئ", "We, the heads of ports,", "The lamps are lit."],
)  # fmt: skip
def test_what_a_declaration_says_is_not_operative(line: str) -> None:
    """A declaration speaks of itself, and a report of things."""
    assert not is_operative(line)


@pytest.mark.parametrize(
    "line",
    ["Rappelant les lampes,", "Consciente des lampes,", "Recordando las lámparas,", "Profundamente preocupada por las lámparas,",
     "ссылаясь на фонари,", "принимая во внимание фонари,", "回顾各灯，", "又回顾各灯，", "وإذ تشير إلى المصابيح،", "Recalling lamps,"],
)  # fmt: skip
def test_preambular_paragraphs_begin_with_a_participle(line: str) -> None:
    """Where lines stand close, the participle parts a paragraph from the one before."""
    assert PREAMBULAR.match(line)


@pytest.mark.parametrize(
    ("letter", "place"), [("أ", "a"), ("ا", "a"), ("ب", "b"), ("ج", "c"), ("ن", "n"), ("а", "a"), ("б", "b"), ("с", "c"), ("q", "q")]
)  # fmt: skip
def test_letters_that_count_have_a_latin_place(letter: str, place: str) -> None:
    """The abjad, the Russian letters, and Russian letters typed for Latin ones that look the same."""
    assert latin(letter) == place


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Recalling lamps,", True), ("Rappelant les lampes1,", True), ("Recalling lamps,1", True), ("回顾各灯，", True), ("回顾各灯，1", True),
     ("وإذ تشير إلى المصابيح،", True), ("See A/999/Rev.7", False), ("Lamps in section 2", False), ("A total of 3,12", False)],
)  # fmt: skip
def test_a_comma_closes_a_preambular_paragraph(text: str, expected: bool) -> None:
    """With or without a note's mark behind it; a symbol's last number is no such mark."""
    assert is_closed(text) is expected


def test_a_chinese_character_says_as_much_as_three_letters() -> None:
    """Widths compare texts of different scripts."""
    assert width("会议") == len("lights")


def _digits(number: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))


def _han(number: int) -> str:
    tens, units = divmod(number, 10)
    return (
        ("" if tens < 2 else "〇一二三四五六七八九"[tens])
        + ("十" if tens else "")
        + ("一二三四五六七八九"[units - 1] if units else "")
    )
