"""One document has one structure in all six languages, though each prints it with its own words and signs."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

from tests.bench_entities import load_gazetteer
from tests.measure_languages import Measured, measure
from transforms.document import Document, read
from transforms.gazetteer import Gazetteer
from transforms.identity import Hint

AKN = Path(__file__).parents[3] / "shared" / "corpus" / "akn"
RULE = "\n\n__________________\n\n"
RESOLUTIONS = {
    "en": (
        "United Nations\n\nA/RES/99/7\n\nGeneral Assembly\n\nDistr.: General\n\n5 May 2031\n\nNinety-ninth session\n\nAgenda item 12 (a)\n\n"
        "Resolution adopted by the General Assembly on 3 May 2031\n\n99/7.   Lamps of the harbours\n\nThe General Assembly,\n\n"
        "Recalling its resolution on the lamps of all harbours,1\n\nConvinced of the use of lamps,\n\nI. Lighting\n\n"
        "1.\tRequests all harbours:\n\n(a)\tTo light their lamps, namely:\n\n(i)\tThe large ones;\n\n(ii)\tThe small ones;\n\n"
        "(b)\tTo count them;\n\n2.\tDecides to meet again.\n\n7th plenary meeting\n3 May 2031\n\nAnnex\n\nSizes of lamps\n\n1.\tA lamp is small or large."
        + RULE + "1 Resolution 98/7."
    ),
    "fr": (
        "Nations Unies\n\nA/RES/99/7\n\nAssemblée générale\n\nDistr. générale\n\n5 mai 2031\n\nQuatre-vingt-dix-neuvième session\n\n"
        "Point 12 a) de l’ordre du jour\n\nRésolution adoptée par l’Assemblée générale le 3 mai 2031\n\n99/7.   Lampes des ports\n\n"
        "L’Assemblée générale,\n\nRappelant sa résolution sur les lampes de tous les ports1,\n\nConvaincue de l’utilité des lampes,\n\n"
        "I. Éclairage\n\n1.\tDemande à tous les ports :\n\na)\tD’allumer leurs lampes, à savoir :\n\ni)\tLes grandes ;\n\nii)\tLes petites ;\n\n"
        "b)\tDe les compter ;\n\n2.\tDécide de se réunir à nouveau.\n\n7e séance plénière\n3 mai 2031\n\nAnnexe\n\nTailles des lampes\n\n"
        "1.\tUne lampe est petite ou grande." + RULE + "1 Résolution 98/7."
    ),
    "es": (
        "Naciones Unidas\n\nA/RES/99/7\n\nAsamblea General\n\nDistr. general\n\n5 de mayo de 2031\n\n"
        "Nonagésimo noveno período de sesiones\n\nTema 12 a) del programa\n\nResolución aprobada por la Asamblea General el 3 de mayo de 2031\n\n"
        "99/7.   Lámparas de los puertos\n\nLa Asamblea General,\n\nRecordando su resolución sobre las lámparas de todos los puertos1,\n\n"
        "Convencida de la utilidad de las lámparas,\n\nI. Alumbrado\n\n1.\tSolicita a todos los puertos:\n\na)\tQue enciendan sus lámparas, a saber:\n\n"
        "i)\tLas grandes;\n\nii)\tLas pequeñas;\n\nb)\tQue las cuenten;\n\n2.\tDecide volver a reunirse.\n\n7a sesión plenaria\n3 de mayo de 2031\n\n"
        "Anexo\n\nTamaños de las lámparas\n\n1.\tUna lámpara es pequeña o grande." + RULE + "1 Resolución 98/7."
    ),
    "ru": (
        "Организация Объединенных Наций\n\nA/RES/99/7\n\nГенеральная Ассамблея\n\nDistr.: General\n\n5 May 2031\n\nДевяносто девятая сессия\n\n"
        "Пункт 12 a) повестки дня\n\nРезолюция, принятая Генеральной Ассамблеей 3 мая 2031 года\n\n99/7.   Фонари портов\n\n"
        "Генеральная Ассамблея,\n\nссылаясь на свою резолюцию о фонарях всех портов1,\n\nбудучи убеждена в пользе фонарей,\n\nI. Освещение\n\n"
        "1.\tпросит все порты:\n\na)\tзажечь свои фонари, а именно:\n\ni)\tбольшие;\n\nii)\tмалые;\n\nb)\tсосчитать их;\n\n"
        "2.\tпостановляет собраться снова.\n\n7-е пленарное заседание\n3 мая 2031 года\n\nПриложение\n\nРазмеры фонарей\n\n"
        "1.\tФонарь бывает малым или большим." + RULE + "1 Резолюция 98/7."
    ),
    "zh": (
        "联合国\n\nA/RES/99/7\n\n大会\n\nDistr.: General\n\n5 May 2031\n\n第九十九届会议\n\n议程项目12(a)\n\n2031年5月3日大会决议\n\n99/7. 港口的灯\n\n"
        "大会，\n\n回顾其关于所有港口的灯的决议，1\n\n深信灯的用处，\n\n一、照明\n\n1.\t请所有港口：\n\n(a)\t点亮各自的灯，即：\n\n㈠\t大灯；\n\n㈡\t小灯；\n\n"
        "(b)\t清点各自的灯；\n\n2.\t决定再次开会。\n\n第7次全体会议\n2031年5月3日\n\n附件\n\n灯的大小\n\n1.\t灯有大小之分。" + RULE + "1 第98/7号决议。"
    ),
    "ar": (
        "الأمــم المتحـدة\n\nA/RES/99/7\n\nالجمعية العامة\n\nDistr.: General\n\n5 May 2031\n\nالدورة التاسعة والتسعون\n\n"
        "البند 12 (أ) من جدول الأعمال\n\nقرار اتخذته الجمعية العامة في 3 أيار/مايو 2031\n\n99/7   مصابيح الموانئ\n\nإن الجمعية العامة،\n\n"
        "إذ تشير إلى قرارها بشأن مصابيح جميع الموانئ(1)،\n\nواقتناعا منها بفائدة المصابيح،\n\nأولا - الإضاءة\n\n1 - تطلب إلى جميع الموانئ:\n\n"
        "(أ)\tأن تضيء مصابيحها، وهي:\n\n’1‘\tالكبيرة؛\n\n’2‘\tالصغيرة؛\n\n(ب)\tأن تعدها؛\n\n2 - تقرر أن تجتمع مرة أخرى.\n\n"
        "الجلسة العامة 7\n3 أيار/مايو 2031\n\nالمرفق\n\nأحجام المصابيح\n\n1 - يكون المصباح صغيرا أو كبيرا." + RULE + "(1) القرار 98/7."
    ),
}  # fmt: skip


@cache
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def document(language: str) -> Document:
    return read(RESOLUTIONS[language].encode(), "text/plain", Hint("A_RES_99_7.txt"), gazetteer())


@pytest.mark.parametrize("language", RESOLUTIONS)
def test_a_resolution_has_one_structure_in_every_language(language: str) -> None:
    """Labels, kinds and parents are the same, so that a paragraph is found in all languages by its number."""
    paragraphs = document(language).structure.paragraphs

    assert [(p.label, p.kind) for p in paragraphs] == [
        ("p1", "preambular"), ("p2", "preambular"), ("p3", "preambular"),
        ("1", "operative"), ("1(a)", "subparagraph"), ("1(a)(i)", "subparagraph"), ("1(a)(ii)", "subparagraph"),
        ("1(b)", "subparagraph"), ("2", "operative"), ("annex-1:1", "paragraph"),
    ]  # fmt: skip


@pytest.mark.parametrize("language", RESOLUTIONS)
def test_a_masthead_has_one_value_for_each_field(language: str) -> None:
    """Symbol, organ, session, item, level, both days and kind are the same whatever the words."""
    found = document(language)
    head = found.masthead

    assert found.id == f"A/RES/99/7@{language}"
    assert (found.kind, head.organs, head.session, head.agenda_items) == (
        "resolution",
        ("General Assembly",),
        "99",
        ("12 (a)",),
    )
    assert (head.distribution, head.distribution_date, head.adoption_date) == (
        "General",
        dt.date(2031, 5, 5),
        dt.date(2031, 5, 3),
    )
    assert head.title is not None
    assert head.title in RESOLUTIONS[language]
    assert "99/7" not in head.title


@pytest.mark.parametrize("language", RESOLUTIONS)
def test_a_note_is_placed_as_its_language_prints_it(language: str) -> None:
    """The mark stands after the comma, before it, or in brackets; it leaves the text, and nothing is lost."""
    found = document(language)
    note = found.structure.footnotes[0]
    place = next(p for p in found.structure.paragraphs if p.label == "p2")

    assert (note.marker, note.paragraph_eid) == ("1", place.eid)
    assert "1" not in place.text
    assert place.text.rstrip().endswith((",", "，", "،"))
    assert found.text_conserved == 1.0


@pytest.mark.parametrize("language", RESOLUTIONS)
def test_headings_are_sections_with_the_label_of_the_others(language: str) -> None:
    """`I.`, `一、` and `أولا -` count the same."""
    sections = document(language).structure.sections

    assert [(s.eid, s.label) for s in sections][:2] == [("section_1", "I"), ("annex_1", None)]


@pytest.mark.skipif(not AKN.exists(), reason="the shared corpus of AKN files is not there")
def test_structure_is_found_again_in_official_texts() -> None:
    """Files that tell their structure, printed and read as text: 98 % of the numbered paragraphs of each language are exact."""
    found: dict[tuple[bool, str], Measured] = {}
    for path in sorted(AKN.rglob("*.xml"))[::12]:
        measure(path, gazetteer(), found, wraps=True)

    assert {code for _, code in found} == set(RESOLUTIONS)
    assert {code: m.share("numbered") for (_, code), m in found.items() if m.share("numbered") < 0.98} == {}
