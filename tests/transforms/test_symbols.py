"""Symbols: the grammar on real ones, its laws on generated ones, malformed ones repaired or refused."""

from __future__ import annotations

import csv
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import JOINT_SYMBOLS, SYMBOLS, spellings
from transforms import symbols
from transforms.errors import Refusal

GOLD = Path(__file__).parents[2].parent / "shared" / "gold" / "symbols.tsv"


def gold() -> list[dict[str, str]]:
    if not GOLD.exists():
        pytest.skip("needs the gold symbols beside the project (../shared/gold/symbols.tsv)")
    with GOLD.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def _refusal_of(text: str) -> Refusal | None:
    try:
        symbols.parse(text)
    except Refusal as refusal:
        return refusal
    return None


def one(text: str) -> symbols.Symbol:
    [symbol] = symbols.parse(text)
    return symbol


class TestGold:
    def test_every_real_symbol_parses_to_its_canonical_form(self) -> None:
        for row in gold():
            expected = re.sub(r"(?<=[\w])\((?!\d\))", " (", row["symbol"])
            expected = re.sub(r"Vol\.(?=\w)", "Vol. ", expected)
            expected = re.sub(r"(?<=\d)(?=[A-Z] \()", " ", expected)
            assert symbols.join(symbols.parse(row["symbol"])) == expected

    def test_every_body_is_the_one_a_librarian_reads(self) -> None:
        for row in gold():
            named = row["body"].partition(" (")[0].split(" + ")
            assert [symbol.body for symbol in symbols.parse(row["symbol"])] == named, row["symbol"]

    def test_every_session_or_year_is_the_one_a_librarian_reads(self) -> None:
        for row in gold():
            for symbol, words in zip(
                symbols.parse(row["symbol"]), row["session_or_year"].split(" + "), strict=False
            ):
                assert (symbol.session_kind, _session(symbol)) == _session_in_words(words), row["symbol"]

    def test_every_number_is_the_one_a_librarian_reads(self) -> None:
        for row in gold():
            numbers = [each.split(",")[0].replace("–", "-") for each in row["number"].split(" / ")]
            parsed = [symbol.number for symbol in symbols.parse(row["symbol"])]
            assert parsed == [re.sub(r'^ordinal "(\w+)"$', r"\1", number) for number in numbers], row[
                "symbol"
            ]

    def test_every_part_letter_is_the_one_a_librarian_reads(self) -> None:
        for row in gold():
            parts = re.findall(r"parts? ([A-Z](?:–[A-Z])?)", row["number"])
            assert [part.replace("–", "-") for part in parts] == [
                symbol.part for symbol in symbols.parse(row["symbol"]) if symbol.part
            ], row["symbol"]

    def test_every_type_is_the_one_a_librarian_reads(self) -> None:
        for row in gold():
            word = row["type"].split()[0].upper()
            parsed = {symbol.type for symbol in symbols.parse(row["symbol"])}
            untyped = {"REPORT", "DOCUMENT", "LETTER", "DRAFT", "SUPPLEMENT", "PROGRAMME"}
            assert parsed == ({None} if word in untyped else {word}), row["symbol"]

    def test_every_suffix_is_kept_in_the_order_a_librarian_reads(self) -> None:
        for row in gold():
            named = re.findall(r"\b(?:Add|Amend|Corr|Rev)\.\d+", row["suffixes_or_notes"])
            last = symbols.parse(row["symbol"])[-1]
            assert list(last.suffixes) == named or "suffix repeated" in row["suffixes_or_notes"], row[
                "symbol"
            ]


def _session(symbol: symbols.Symbol) -> str | None:
    return symbol.session.removeprefix("E").removeprefix("S-") if symbol.session else None


def _session_in_words(words: str) -> tuple[str | None, str | None]:
    """`emergency special session V` -> its kind and value."""
    value = re.search(r"\b(\d+|[IVX]+)\b", words.replace("pre-1976", "").replace("pre-1994", ""))
    if words.startswith(("none", "ISO country")) or value is None:
        return None, None
    if "emergency" in words:
        return "emergency", value[1]
    if "special" in words:
        return "special", value[1]
    return ("year" if value[1].isdigit() and len(value[1]) == 4 else "regular"), value[1]


class TestGrammar:
    @given(SYMBOLS)
    def test_a_canonical_symbol_is_read_and_printed_unchanged(self, text: str) -> None:
        symbol = one(text)
        assert str(symbol) == text
        assert one(str(symbol)) == symbol

    @given(spellings())
    def test_normalising_twice_changes_nothing_more(self, text: str) -> None:
        once = str(one(text))
        assert str(one(once)) == once

    @given(SYMBOLS, st.sampled_from([str.lower, str.upper]))
    def test_case_and_spaces_make_no_other_symbol(self, text: str, spell: object) -> None:
        assert callable(spell)
        other = one(spell(text.replace(" (", "(")))
        assert other == one(text)
        assert hash(other) == hash(one(text))

    @given(JOINT_SYMBOLS)
    def test_a_joint_symbol_is_taken_apart_and_joined_again(self, text: str) -> None:
        parsed = symbols.parse(text)
        assert symbols.join(parsed) == text
        assert all(symbols.parse(str(half)) == (half,) for half in parsed)

    @given(st.text(max_size=200))
    def test_any_text_parses_or_is_refused_with_a_printable_message(self, text: str) -> None:
        refusal = _refusal_of(text)
        if refusal is not None:
            assert refusal.reason == "malformed-symbol"
            assert refusal.message.isprintable()
            assert len(refusal.message) < 400

    @pytest.mark.parametrize(
        ("text", "body", "session", "kind", "number"),
        [
            ("CCPR/C/121/D/2025/2011", "CCPR/C", "121", "D", "2025/2011"),
            ("ICCD/COP(8)/CST/8", "ICCD/COP/CST", "8", None, "8"),
            ("GEGN.2/2025/35", "GEGN.2", "2025", None, "35"),
            ("E/CN.6/2025/NGO/125", "E/CN.6", "2025", "NGO", "125"),
            ("A/HRC/WG.6/48/SVN/1", "A/HRC/WG.6", "48", None, "1"),
            ("FCCC/SBSTA/2011/Misc.14", "FCCC/SBSTA", "2011", "MISC", "14"),
        ],
    )
    def test_rarer_series_are_taken_apart(
        self, text: str, body: str, session: str, kind: str | None, number: str
    ) -> None:
        symbol = one(text)
        assert (symbol.body, symbol.session, symbol.type, symbol.number) == (body, session, kind, number)

    def test_a_reissue_is_the_same_symbol(self) -> None:
        reissue = one("A/61/204*")
        assert reissue.is_reissued
        assert reissue == one("A/61/204")

    def test_a_foreign_symbol_is_kept_as_printed(self) -> None:
        symbol = one("PSC/PR/2(XCVIII)")
        assert symbol.is_foreign
        assert str(symbol) == "PSC/PR/2(XCVIII)"
        assert symbol.organ is None

    @pytest.mark.parametrize(
        ("text", "organ"),
        [
            ("A/73/328", "org:un.ga"),
            ("A/C.6/56/SR.11", "org:un.ga"),
            ("A/HRC/WG.2/17/2", "org:un.hrc"),
            ("S/PRST/2007/7", "org:un.sc"),
            ("E/CN.4/2002/28", "org:un.ecosoc"),
            ("UNEP/GC.23/6", "org:un.unep"),
            ("CLCS/11", None),
        ],
    )
    def test_a_symbol_names_the_organ_that_issues_it(self, text: str, organ: str | None) -> None:
        assert one(text).organ == organ

    def test_a_corrigendum_names_the_document_it_corrects(self) -> None:
        assert one("A/75/6 (Sect. 3)/Add.1/Corr.2").base == "A/75/6 (Sect. 3)"


class TestMalformed:
    @pytest.mark.parametrize(
        ("text", "meant"),
        [
            ("A/75/457Add.1", "A/75/457/Add.1"),
            ("A/C.6/79.SR.37", "A/C.6/79/SR.37"),
            ("A/RES/A/48/27", "A/RES/48/27"),
            ("A/HCR/24/57", "A/HRC/24/57"),
            ("A/AC/105/1138", "A/AC.105/1138"),
            ("S/PV9261", "S/PV.9261"),
            ("S/023/1035", "S/2023/1035"),
            ("A/RES/74/235 (2019)", "A/RES/74/235"),
            ("A/RES/2220 (2015)", "S/RES/2220 (2015)"),
            ("S/2014//502", "S/2014/502"),
        ],
    )
    def test_a_misspelt_symbol_is_refused_by_parse_and_mended_by_repair(self, text: str, meant: str) -> None:
        with pytest.raises(Refusal):
            symbols.parse(text)
        mended = symbols.mend(text)
        assert symbols.join(mended.symbols) == meant
        assert mended.changes
        assert symbols.repair(text) == mended.symbols

    @pytest.mark.parametrize("text", ["A/80/205/Corr", "S/PRST/20", "JIU/REP/20011/4", "A/RES/[session]"])
    def test_what_could_only_be_guessed_is_refused(self, text: str) -> None:
        with pytest.raises(Refusal, match="malformed-symbol"):
            symbols.repair(text)

    def test_the_year_of_another_session_is_no_slip_to_mend(self) -> None:
        with pytest.raises(Refusal):
            symbols.repair("A/RES/74/235 (1999)")

    @given(SYMBOLS)
    def test_a_sound_symbol_needs_no_mending(self, text: str) -> None:
        assert symbols.mend(text) == symbols.Mended(symbols.parse(text), ())

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "/",
            "A",
            "A/",
            "A/HRC",
            "../../etc/passwd",
            "A/../61/204",
            "A/61/204\x00",
            "A/61/204\n",
            "A/61/\u202e204",
            "\u200fA/61/204",
            "A/61/" + "2" * 10_000,
            "-".join(["A/61/204"] * 2_000),
            "A/61/204 <script>",
            "and/or",
            "24/7",
            "A/61/204/",
            "A/61/204 (",
            "A/Corr.1/61",
        ],
    )
    def test_hostile_text_is_refused_at_once_and_quoted_safely(self, text: str) -> None:
        begun = time.perf_counter()
        with pytest.raises(Refusal) as caught:
            symbols.repair(text)
        assert time.perf_counter() - begun < 0.5
        assert caught.value.message.isascii()
        assert caught.value.message.isprintable()
        assert len(caught.value.message) < 400


class TestFileNames:
    @pytest.mark.parametrize(
        ("name", "printed", "language"),
        [
            ("A_61_204-S_2006_590.txt", "A/61/204-S/2006/590", None),
            ("A_61_204&S_2006_590-EN.pdf", "A/61/204-S/2006/590", "en"),
            ("S_RES_37%281947%29-ES.pdf", "S/RES/37 (1947)", "es"),
            ("A_79_876.en.pdf", "A/79/876", "en"),
            ("A_81_6_(SECT._2).docx", "A/81/6 (Sect. 2)", None),
            ("A_81_6_(SECT._29A).docx", "A/81/6 (Sect. 29A)", None),
            ("S_RES_2768_(2025).en.pdf", "S/RES/2768 (2025)", "en"),
            ("E_ICEF_672(PartI).en.pdf", "E/ICEF/672 (Part I)", "en"),
            ("_E_ECE__TRANS_SC.2_2001_20.en.pdf", "E/ECE/TRANS/SC.2/2001/20", "en"),
            ("1971-09-29_A_L.632-EN.pdf", "A/L.632", "en"),
            ("A_RES_77_264 A-C-2300152E.xml", "A/RES/77/264 A-C", "en"),
            ("A_RES_57_228_B-FR.pdf", "A/RES/57/228 B", "fr"),
            ("A_RES_77_280-S.xml", "A/RES/77/280", "es"),
            ("A_81_6 (SECT. 13).docx", "A/81/6 (Sect. 13)", None),
            ("A_RES_77_264 A-C-2300152A.xml", "A/RES/77/264 A-C", "ar"),
            ("[E_ECE_]TRANS_SC.2_2001_20.en.pdf", "E/ECE/TRANS/SC.2/2001/20", "en"),
            ("S_RES-2780-2508458G.xml", "S/RES/2780", "de"),
            ("S_PRST_2007_36_0-0753079E.xml", "S/PRST/2007/36", "en"),
            ("A_HRC_14_15_E.pdf", "A/HRC/14/15", "en"),
            ("A_RES_72_249_A.pdf", "A/RES/72/249 A", None),
            ("A_79_876-EN (1).pdf", "A/79/876", "en"),
        ],
    )
    def test_a_file_name_by_the_conventions_gives_symbol_and_language(
        self, name: str, printed: str, language: str | None
    ) -> None:
        assert symbols.from_file_name(name) == (symbols.parse(printed), language)

    @pytest.mark.parametrize(
        "name",
        [
            "g0916919.pdf",
            "DPA_regional-organizations_webpage.txt",
            "UPR20__Slovenia_ThematicListRecommendations_E.docx",
            "1971-10-25_GA_Resolution_2758_ru.pdf",
            "report_2020_1.txt",
            "..%2F..%2Fetc_passwd.txt",
            "",
            "A" * 5_000,
            "A_61_204\x00.txt",
        ],
    )
    def test_any_other_name_gives_nothing(self, name: str) -> None:
        assert symbols.from_file_name(name) is None

    @given(st.one_of(SYMBOLS, JOINT_SYMBOLS), st.sampled_from(["ar", "en", "es", "fr", "ru", "zh"]))
    def test_a_symbol_written_as_a_file_name_is_read_back(self, text: str, language: str) -> None:
        parsed = symbols.parse(text)
        name = symbols.to_file_name(parsed, language)
        assert "/" not in name
        assert symbols.from_file_name(f"{name}.pdf") == (parsed, language)
