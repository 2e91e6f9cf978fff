"""Dates in the five languages other than English."""

from __future__ import annotations

import pytest

from transforms.entities.tongues.days import days


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "du 3 au 5 mai 2023", "3 au 5 mai 2023=2023-05-03/2023-05-05"),
        ("fr", "le 1er janvier 2024", "1er janvier 2024=2024-01-01"),
        ("fr", "les 4, 13 et 22 décembre 2021", "4, 13 et 22 décembre 2021=2021-12-04/2021-12-22"),
        ("fr", "du 30 novembre au 2 décembre 2017", "30 novembre au 2 décembre 2017=2017-11-30/2017-12-02"),
        ("fr", "en 2025, d’ici à 2030, en 2014-2024", "2025=2025 2030=2030 2014-2024=2014/2024"),
        ("fr", "la résolution 1701 (2006), S/2006/997, vol. 1954, no 2010", ""),
        ("fr", "le Programme de développement durable à l’horizon 2030", ""),
        ("fr", "Bridgetown, 25 avril–6 mai 1994", "25 avril–6 mai 1994=1994-04-25/1994-05-06"),
        ("fr", "l’Organisation (1946-1993), de 37 % en 2019 à 41,1 %", "1946-1993=1946/1993 2019=2019"),
        ("fr", "Ibid., 2022, Supplément no 2; l’Accord de paix final de 2016", "2022=2022"),
        ("es", "desde enero hasta julio de 2024", "enero hasta julio de 2024=2024-01/2024-07"),
        ("ar", "في نيسان/أبريل وأيار/مايو 2018", "نيسان/أبريل وأيار/مايو 2018=2018-04/2018-05"),
        ("ar", "4 و 13 و 25 كانون الثاني/يناير 2022", "4 و 13 و 25 كانون الثاني/يناير 2022=2022-01-04/2022-01-25"),
        ("ar", "اتفاق باريس بحلول نهاية عام 2022", "2022=2022"),
        ("ar", "من عام 2019 إلى عام 2028", "2019 إلى عام 2028=2019/2028"),
        ("zh", "2018年12月5至6日，2022年1月4、13和25日", "2018年12月5至6日=2018-12-05/2018-12-06 2022年1月4、13和25日=2022-01-04/2022-01-25"),
        ("zh", "5月29日联合国维持和平人员国际日", "5月29日=XXXX-05-29"),
        ("zh", "2018年4月和5月，1974年《部队脱离接触协定》", "2018年4月和5月=2018-04/2018-05"),
        ("zh", "《经济及社会理事会正式记录，2016年，补编第10号》", "2016年=2016"),
        ("es", "del 3 al 5 de mayo de 2023", "3 al 5 de mayo de 2023=2023-05-03/2023-05-05"),
        ("es", "la Agenda 2030 y la resolución 2399 (2018)", ""),
        ("es", "en septiembre de 2022", "septiembre de 2022=2022-09"),
        ("ru", "с 3 по 5 мая 2023 года", "3 по 5 мая 2023 года=2023-05-03/2023-05-05"),
        (
            "ru",
            "на 2014–2024 годы, к декабрю 2024 года",
            "2014–2024 годы=2014/2024 декабрю 2024 года=2024-12",
        ),
        ("ru", "резолюция 1701 (2006), документ 2006", ""),
        ("ar", "في ٣ أيار/مايو ٢٠٢٣", "٣ أيار/مايو ٢٠٢٣=2023-05-03"),
        ("ar", "5-13 أيلول/ سبتمبر 1994", "5-13 أيلول/ سبتمبر 1994=1994-09-05/1994-09-13"),
        ("ar", "منذ عام 2012", "2012=2012"),
        ("ar", "القرار 1701 (2006)", ""),
        ("zh", "2023年5月3日至5日", "2023年5月3日至5日=2023-05-03/2023-05-05"),
        ("zh", "2021年8月4日和9月2日", "2021年8月4日=2021-08-04 9月2日=2021-09-02"),
        ("zh", "《2030年可持续发展议程》，第2255(2015)号决议", ""),
        ("zh", "2024年以来", "2024年=2024"),
    ],
)  # fmt: skip
def test_a_date_is_read_and_a_number_or_a_name_is_not(language: str, text: str, expected: str) -> None:
    assert " ".join(f"{text[s:e]}={edtf}" for s, e, edtf in days(text, language)) == expected


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru", "zh"])
def test_odd_texts_have_no_dates_and_do_no_harm(language: str) -> None:
    for text in ("", " ", "2", "年", "99 мая", "0 mai", "1" * 5000):
        assert all(0 <= s < e <= len(text) for s, e, _ in days(text, language))
