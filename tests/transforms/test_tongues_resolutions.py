"""Resolutions and decisions cited in the five languages other than English."""

from __future__ import annotations

import pytest

from transforms import entities
from transforms.citations import CitationContext
from transforms.citations.tongues import cite
from transforms.gazetteer import Gazetteer
from transforms.passages import Passage

_ASSEMBLY = CitationContext("org:un.ga")
_NOBODY = CitationContext(None)


def _cited(language: str, text: str, context: CitationContext) -> str:
    return "; ".join(each.cited_symbols[0] for each in cite(text, language, context))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Rappelant sa résolution 46/182 du 19 décembre 1991,", "A/RES/46/182"),
        ("fr", "ses résolutions 53/77 D du 4 décembre 1998, 55/33 S du 20 novembre 2000 et 57/67", "A/RES/53/77 D; A/RES/55/33 S; A/RES/57/67"),
        ("fr", "les résolutions 242 (1967) et 338 (1973) du Conseil de sécurité", "S/RES/242 (1967); S/RES/338 (1973)"),
        ("fr", "la décision 2017/206 du Conseil économique et social", "E/DEC/2017/206"),
        ("fr", "la résolution 17/4 du Conseil des droits de l’homme en date du 16 juin 2011", "A/HRC/RES/17/4"),
        ("fr", "la résolution 5/11 de l’Assemblée des Nations Unies pour l’environnement", "UNEP/EA.5/Res.11"),
        ("fr", "sa résolution 76/246 B, sa décision 76/564 et sa résolution 76/271", "A/RES/76/246 B; A/DEC/76/564; A/RES/76/271"),
        ("fr", "la résolution 1503 (XLVIII) du Conseil économique et social", "E/RES/1503 (XLVIII)"),
        ("fr", "les résolutions du Conseil de sécurité 2526 (2020) 2578 (2021) et 2635 (2022)", "S/RES/2526 (2020); S/RES/2578 (2021); S/RES/2635 (2022)"),
        ("es", "Recordando la resolución 75/200 (2020)", "A/RES/75/200"),
        ("es", "sus resoluciones 48/75 I, de 16 de diciembre de 1993, y 1514 (XV), de 14 de diciembre", "A/RES/48/75 I; A/RES/1514 (XV)"),
        ("es", "la resolución 25/1 de la Comisión de Prevención del Delito y Justicia Penal", "E/CN.15/RES/25/1"),
        ("ru", "в пункте 9 резолюции 2399 (2018) и резолюции 217 А (III)", "S/RES/2399 (2018); A/RES/217 A (III)"),
        ("ru", "в соответствии с решением 52/492 Генеральной Ассамблеи", "A/DEC/52/492"),
        ("ru", "в своих резолюциях ES‑10/2 и 44/119 С", "A/RES/ES-10/2; A/RES/44/119 C"),
        ("ru", "резолюции Экономического и Социального Совета 1996/31", "E/RES/1996/31"),
        ("ar", "إلى قراراتها 51/45 هاء المؤرخ 10 كانون الأول/ديسمبر 1996 و 217 ألف (د-3)", "A/RES/51/45 E; A/RES/217 A (III)"),
        ("ar", "قراري مجلس الأمن1267 (1999) و1988 (2011)", "S/RES/1267 (1999); S/RES/1988 (2011)"),
        ("ar", "القرار دإ-10/2 والقرار دإط-9/9", "A/RES/S-10/2; A/RES/ES-9/9"),
        ("ar", "قــرار الجمعيــة العامة 973 (د-10)", "A/RES/973 (X)"),
        ("ar", "القرار 1701 (2006(، القرار ٤٦/١٨٢", "S/RES/1701 (2006); A/RES/46/182"),
        ("ar", "وفقاً لقراري الجمعية العامة 76/84 ألف وباء؛", "A/RES/76/84 A-B"),
        ("zh", "回顾其2007年12月22日第62/219号、2008年12月24日第63/263 A号决议和第74/511号决定", "A/RES/62/219; A/RES/63/263 A; A/DEC/74/511"),
        ("zh", "第1970(2011)号决议第9段和第2009（2011）号决议", "S/RES/1970 (2011); S/RES/2009 (2011)"),
        ("zh", "人权理事会2022年4月1日关于各国作用的第49/21号决议", "A/HRC/RES/49/21"),
        ("zh", "回顾其2006年3月15日关于设立人权理事会的第60/251号决议和2011年6月17日关于审查人权理事会的第65/281号决议", "A/RES/60/251; A/RES/65/281"),
        ("zh", "第217 A(III)号决议。", "A/RES/217 A (III)"),
        ("zh", "大会决议66/288", "A/RES/66/288"),
        ("ar", "القرار 3201 (دإ-6)، وقرار المجلس الاقتصادي والاجتماعي 1503 (د-48)", "A/RES/3201 (S-VI); E/RES/1503 (XLVIII)"),
    ],
)  # fmt: skip
def test_a_number_gets_the_symbol_of_its_organ(language: str, text: str, expected: str) -> None:
    """The shapes of the numbers are those of the English texts, whatever letters and signs they are printed with."""
    assert _cited(language, text, _ASSEMBLY) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "la décision 1/CP.21 et le document A/77/99"),
        ("fr", "la résolution de la Conférence générale 12/3"),
        ("es", "los artículos 24/7 y la Norma 61 (2010). La resolución que se aprobó"),
        ("es", "CTOC/COP/2020/10, secc. I.A, resolución 10/1."),
        ("ru", "на 2022/23 год, резолюция о бюджете на 2022/23 год"),
        ("ar", "المقرر الخاص المعني بالفقر، 24/7"),
        ("zh", "第1/CP.21号决定，2022/23年度决议"),
    ],
)
def test_other_numbers_are_no_resolutions(language: str, text: str) -> None:
    assert _cited(language, text, _NOBODY) == ""


def test_numbers_of_other_texts_are_no_members_of_a_list() -> None:
    """Another noun between them has a number of its own."""
    text = "la résolution 1540 (2004) et le règlement 267 (2012)"

    assert _cited("fr", text, _NOBODY) == "S/RES/1540 (2004)"


def test_a_number_said_before_keeps_its_organ() -> None:
    """What is once said of a number holds for it in the whole paragraph."""
    text = "la résolution 17/4 du Conseil des droits de l’homme, et la mise en œuvre de la résolution 17/4"

    assert _cited("fr", text, _ASSEMBLY) == "A/HRC/RES/17/4; A/HRC/RES/17/4"


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "ses résolutions 46/182 et 47/1", ["résolutions 46/182", "47/1"]),
        ("ar", "وقرار الجمعية العامة 46/182", ["قرار الجمعية العامة 46/182"]),
        ("zh", "第46/182号和第47/1号决议", ["第46/182", "第47/1号决议"]),
    ],
)
def test_the_word_belongs_to_the_number_beside_it(language: str, text: str, words: list[str]) -> None:
    """As in English, the mention is the word and its number; joined words stay outside."""
    assert [text[each.start : each.end] for each in cite(text, language, _NOBODY)] == words


def test_a_document_in_another_language_cites_and_mentions(reference: Gazetteer) -> None:
    """Each resolution is a mention and a citation, beside the symbols that are printed alike in all languages."""
    text = "résolution 2720 (2023) et document S/2023/999"
    found = entities.find([Passage("para_1", text)], reference, "org:un.sc", "fr")

    assert [mention.ids for mention in found.mentions] == [("res:S/RES/2720 (2023)",), ("sym:S/2023/999",)]
    assert [citation.cited_symbol for citation in found.citations] == ["S/RES/2720 (2023)", "S/2023/999"]


def test_a_resolution_is_cited_once(reference: Gazetteer) -> None:
    """The Council's numbers are found by English rules too: the language's own rule goes before (S/RES/2672, Spanish)."""
    text = "de su resolución 2165 (2014)"
    found = entities.find([Passage("para_1", text)], reference, "org:un.sc", "es")

    assert [text[c.start : c.end] for c in found.citations] == ["resolución 2165 (2014)"]
    assert [text[m.start : m.end] for m in found.mentions] == ["resolución 2165 (2014)"]


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru", "zh"])
def test_odd_texts_cite_nothing_and_do_no_harm(language: str) -> None:
    for text in ("", "résolution", "决议", "قرار", "резолюция " * 5000, "46/182 " * 5000, "第1(" * 5000):
        assert cite(text, language, _NOBODY) == []


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("fr", "énoncées aux paragraphes 9, 14 et 16 à 19 de la résolution 2399 (2018)", "paras. 9, 14 and 16 to 19"),
        ("fr", "l’alinéa e) du paragraphe 15 de sa résolution 2521 (2020)", "para. 15 (e)"),
        ("fr", "Résolution 69/283, annexes I et II.", "annexes I and II"),
        ("fr", "la résolution 2182 (2014), paragraphe 3 de la résolution 2551 (2020)", None),
        ("es", "los párrafos 9 a), b) y c) de la resolución 1970 (2011)", "para. 9 (a), (b) and (c)"),
        ("es", "la sección VII de su resolución 77/263", "sect. VII"),
        ("ru", "в пункте p) приложения к резолюции 2160 (2014)", "annex, para. (p)"),
        ("ru", "Резолюция 56/6, разд. B.", "sect. B"),
        ("ar", "الفقرات 15 و 16 و 17 من القرار 1970 (2011)", "paras. 15, 16 and 17"),
        ("ar", "الفقرة 7 من القرار 2182 (2014)، والفقرة 37 من القرار 2551 (2020)", "para. 7"),
        ("ar", "القرار 69/137، المرفق الثاني.", "annex II"),
        ("zh", "第1970(2011)号决议第9(a)、(b)和(c)段", "para. 9 (a), (b) and (c)"),
        ("zh", "第1591(2005)号决议第3(a)㈤段", "para. 3 (a) (v)"),
        ("zh", "第69/283号决议，附件一和二。", "annexes I and II"),
        ("zh", "第2631(2022)号决议所述", None),
    ],
)  # fmt: skip
def test_a_place_in_the_cited_text_has_one_form_in_all_languages(
    language: str, text: str, place: str | None
) -> None:
    """The first citation's pinpoint, in the words of the English ones."""
    assert cite(text, language, _NOBODY)[0].pinpoint == place
