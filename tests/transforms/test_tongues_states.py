"""Countries in the five languages other than English."""

from __future__ import annotations

import pytest

from transforms.entities.tongues.states import state_finder
from transforms.gazetteer import Gazetteer, tongues
from transforms.gazetteer.declension import forms
from transforms.gazetteer.tongues import NAMES_FILE


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "La République démocratique du Congo et le Congo", "République démocratique du Congo=COD Congo=COG"),
        ("fr", "en Guinée-Bissau, en Guinée équatoriale, en Guinée", "Guinée-Bissau=GNB Guinée équatoriale=GNQ Guinée=GIN"),
        ("fr", "l’Égypte, d’Haïti, aux Etats-Unis", "Égypte=EGY Haïti=HTI Etats-Unis=USA"),
        ("fr", "au Soudan du Sud et au Soudan", "Soudan du Sud=SSD Soudan=SDN"),
        ("fr", "la République dominicaine et la Dominique", "République dominicaine=DOM Dominique=DMA"),
        ("fr", "une résolution guinéenne, les Maliens, Nigérians", ""),
        ("fr", "le Gouvernement libyen, les autorités centrafricaines, le Gouvernement fédéral somalien", "libyen=LBY centrafricaines=CAF somalien=SOM"),
        ("fr", "l’Irlande du Nord", ""),
        ("es", "en Nigeria y el Níger", "Nigeria=NGA Níger=NER"),
        ("es", "el Estado de Nuevo México", ""),
        ("es", "la República Popular Democrática de Corea", "República Popular Democrática de Corea=PRK"),
        ("ru", "в Нигере и Нигерии", "Нигере=NER Нигерии=NGA"),
        ("ru", "Южного Судана и Судана", "Южного Судана=SSD Судана=SDN"),
        ("ru", "с Демократической Республикой Конго", "Демократической Республикой Конго=COD"),
        ("ru", "Соединёнными Штатами Америки", "Соединёнными Штатами Америки=USA"),
        ("ru", "суданские власти, кроме того, оманский", ""),
        ("zh", "尼日尔和尼日利亚", "尼日尔=NER 尼日利亚=NGA"),
        ("zh", "索马里人民和马里人权", "索马里=SOM 马里=MLI"),
        ("zh", "索马里人和印度洋", ""),
        ("zh", "约旦河西岸与约旦", "约旦河=jordan-river 约旦=JOR"),
        ("zh", "伊朗（伊斯兰共和国）", "伊朗（伊斯兰共和国）=IRN"),
        ("ar", "في جمهورية الكونغو الديمقراطية", "جمهورية الكونغو الديمقراطية=COD"),
        ("ar", "للسودان وبجنوب السودان ولإثيوبيا", "لسودان=SDN جنوب السودان=SSD إثيوبيا=ETH"),
        ("ar", "دعم مالي في مالي", "مالي=MLI"),
        ("es", "Informe de la Reunión celebrada en la RCA", "RCA=CAF"),
        ("fr", "100 dollars des États-Unis aux États-Unis", "États-Unis=USA"),
        ("zh", "墨西哥城，哥伦比亚特区华盛顿，刚果盆地和刚果", "墨西哥城=mexico-city 刚果盆地=congo-basin 刚果=COG"),
        ("fr", "le delta du Niger et le Niger", "delta du Niger=niger-delta Niger=NER"),
        ("ar", "في غور الأردن وفي الأردن", "غور الأردن=jordan-river الأردن=JOR"),
        ("ru", "50 долларов США для США, 100 млрд долл. США", "США=USA"),
        ("zh", "地中海地区和海地，侵犯人权和违法国际法", "海地=HTI"),
        ("ar", "في الجزائر العاصمة، واتحاد المغرب العربي، والجزائر", "الجزائر=DZA"),
        ("zh", "发展中国家和中国", "中国=CHN"),
        ("zh", "南苏丹特派团在南苏丹", "南苏丹特派团=un.unmiss 南苏丹=SSD"),
    ],
)  # fmt: skip
def test_the_longest_name_is_found_and_false_friends_are_not(
    reference: Gazetteer, language: str, text: str, expected: str
) -> None:
    found = state_finder(reference, language).find(text)
    assert " ".join(f"{text[s:e]}={i.partition(':')[2]}" for s, e, i, _ in found) == expected


def test_every_state_has_a_name_in_every_language(reference: Gazetteer) -> None:
    states = {each.id for each in reference.entities.values() if each.type == "COUNTRY"}
    assert len(states) >= 193 + 2
    for language in tongues.TONGUES:
        assert states <= set(reference.tongues[language].values())


@pytest.mark.parametrize(
    ("marked", "some"),
    [
        ("Северная* Македония*", {"Северной Македонии", "Северную Македонию"}),
        ("Маршалловы+ Острова+", {"Маршалловых Островах"}),
        ("Российская* Федерация*", {"Российской Федерацией"}),
        ("Мали", {"Мали"}),
        ("Чад*", {"Чаду", "Чадом"}),
        ("Беларусь*", {"Беларуси", "Беларусью"}),
    ],
)
def test_marked_words_are_declined_in_agreement(marked: str, some: set[str]) -> None:
    assert some <= forms(marked)
    assert "Северной Македония" not in forms(marked)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("XYZ\ta\tb\tc\td\te", "describes geo:XYZ"),
        ("MLI\ta\tb\tc\td", "needs a name"),
        ("MLI\ta\tb\tc\td\t", "needs a name"),
        ("-\ta\tb\tc\td\te", "hides no name"),
        ("MLI\ta\tb\tc\td\te\nTCD\ta\tb\tc\td\te", "already stands for geo:MLI"),
    ],
)
def test_an_unsound_line_of_names_is_refused(line: str, message: str) -> None:
    with pytest.raises(tongues.TongueError, match=message):
        tongues.read({NAMES_FILE: f"iso3\tes\tfr\tru\tar\tzh\n{line}\n".encode()}, {"geo:MLI", "geo:TCD"})
