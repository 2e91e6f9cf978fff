"""What later documents repeat of earlier ones: found exactly, told once, and formulae do not drown it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from random import Random
from typing import Any

import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.reuse import Passage, closest, repetitions
from transforms.reuse.documents import Shelf
from transforms.reuse.overlaps import overlaps
from transforms.reuse.shingles import LENGTHS, shingles_of, words_of
from transforms.schema import LANGUAGES, STRINGS, TABLES, Row, table_of

GAUGES = (
    "Decides to renew until 31 May {year} the scheme under which regional organizations lend tide gauges to one another, "
    "and requests each of them to keep a register of its loans"
)
SIRENS = (
    "Calls upon all coastal States that have set up sirens with the help of the scheme to test them every month, and to "
    "publish the results of each test within a week"
)
LAMPS = (
    "Invites harbour masters to report on lamps that were lost at sea during the winter storms, with the place and the "
    "hour at which each of them was last seen"
)
SEIZED = "Decides to remain actively seized of the matter."

Document = tuple[str, date | None, Sequence[str]]
"""An id, a date, and the texts of its paragraphs."""


def filled(table: str, **values: Any) -> Row:
    anything = {pa.string(): "x", pa.int32(): 0, pa.float64(): 1.0, pa.bool_(): False, STRINGS: []}
    blank = {c.name: None if c.nullable else anything.get(c.type) for c in TABLES[table].columns}
    return {**blank, **values}


def tables(
    documents: Sequence[Document], aliases: Sequence[tuple[str, str]] = ()
) -> tuple[pa.Table, pa.Table, pa.Table]:
    """The three tables that repetitions are made of, in the order of the arguments."""
    held = [
        filled(
            "documents", document_id=one, symbol=one.partition("@")[0], language=one[-2:], document_date=day
        )
        for one, day, _ in documents
    ]
    names = [(one.partition("@")[0], one) for one, _, _ in documents] + list(aliases)
    paragraphs = [
        filled(
            "paragraphs", paragraph_id=f"{one}#p_{n}", document_id=one, symbol=one[:-3], language=one[-2:], ordinal=n,
            label=f"p{n}", kind="operative", text=text,
        )
        for one, _, texts in documents
        for n, text in enumerate(texts, start=1)
    ]  # fmt: skip
    return (
        pa.Table.from_pylist(held, schema=TABLES["documents"].arrow),
        table_of(
            TABLES["document_symbols"],
            [filled("document_symbols", symbol=s, document_id=d) for s, d in names],
        ),
        pa.Table.from_pylist(paragraphs, schema=TABLES["paragraphs"].arrow),
    )


def found(*documents: Document, aliases: Sequence[tuple[str, str]] = ()) -> list[Row]:
    rows: list[Row] = repetitions(*tables(documents, aliases)).to_pylist()
    return rows


def told(rows: Sequence[Row], *columns: str) -> list[tuple[object, ...]]:
    return [tuple(row[column] for column in columns) for row in rows]


FIRST: Document = ("S/RES/9991 (2097)@en", date(2097, 5, 30), [GAUGES.format(year=2098), SIRENS, SEIZED])
SECOND: Document = (
    "S/RES/9995 (2098)@en",
    date(2098, 5, 30),
    [LAMPS, SIRENS.upper() + "!", GAUGES.format(year=2099), SEIZED],
)


def test_a_yearly_text_repeats_that_of_the_year_before() -> None:
    """The same words are the same whatever the signs; a renewed year is a change; what is new has no row."""
    rows = found(FIRST, SECOND)

    assert told(rows, "paragraph_id", "earlier_paragraph_id", "kind", "method") == [
        ("S/RES/9995 (2098)@en#p_2", "S/RES/9991 (2097)@en#p_2", "same", "wording"),
        ("S/RES/9995 (2098)@en#p_3", "S/RES/9991 (2097)@en#p_1", "changed", "wording"),
        ("S/RES/9995 (2098)@en#p_4", "S/RES/9991 (2097)@en#p_3", "same", "company"),
    ]
    assert (rows[1]["contained"], rows[1]["word_count"]) == (pytest.approx(26 / 29), 31)


def test_a_share_is_of_the_runs_of_three_words_of_either_paragraph() -> None:
    """Of a paragraph that was made longer the earlier one is contained whole, and not the other way round."""
    longer = f"{SIRENS}, on the notice board of the harbour, where each State"
    rows = found(("A/999/1@en", date(2097, 1, 1), [SIRENS]), ("A/999/2@en", date(2098, 1, 1), [longer]))

    (row,) = rows
    assert (row["contained"], row["earlier_contained"]) == (pytest.approx(30 / 40), 1.0)
    assert row["likeness"] == pytest.approx(30 / 40)


def test_a_formula_alone_repeats_nothing() -> None:
    """Two resolutions that have nothing but "Decides to remain actively seized of the matter" in common are not joined."""
    assert found(FIRST, ("S/RES/9994 (2098)@en", date(2098, 1, 1), [LAMPS, SEIZED])) == []


def test_a_long_formula_of_many_documents_tells_nothing_alone() -> None:
    """The opening sentence of every presidential statement joins none of them (S/PRST/2013/1 and the others of its year)."""
    opening = "At the {n}th meeting, held on {n} June, on the gauges of the coast and the sirens of the harbours, the President said"
    statements: list[Document] = [
        (f"S/PRST/2097/{n}@en", date(2097, 1, 1 + n % 28), [opening.format(n=n)]) for n in range(1, 60)
    ]

    assert found(*statements) == []
    assert len(found(*statements[:5])) == 10


def test_a_formula_counts_between_documents_with_more_in_common() -> None:
    """Among sixty statements with one opening, the two that share other paragraphs share that one, too."""
    statements: list[Document] = [
        (
            f"S/PRST/2097/{n}@en",
            date(2097, 1, 1 + n % 28),
            [f"{LAMPS[:80]} this year"] + [GAUGES, SIRENS] * (n > 58),
        )
        for n in range(1, 61)
    ]

    assert told(found(*statements), "paragraph_id", "holder_count", "method") == [
        ("S/PRST/2097/60@en#p_1", 60, "company"),
        ("S/PRST/2097/60@en#p_2", 2, "wording"),
        ("S/PRST/2097/60@en#p_3", 2, "wording"),
    ]


def test_a_long_name_that_two_paragraphs_have_in_common_is_no_repetition() -> None:
    """What stands in a far longer paragraph is taken from it only where it stands there nearly whole (A/RES/77/139)."""
    name = "the report of the Special Committee on the Situation with regard to the Lending of Tide Gauges to Harbours"
    far_longer = f"{LAMPS}, and {SIRENS[:1].lower()}{SIRENS[1:]}, as {name} for 2096 has it"
    earlier: Document = ("A/999/1@en", date(2097, 1, 1), [far_longer])

    assert (
        found(earlier, ("A/999/2@en", date(2098, 1, 1), [f"Having now examined with great care {name}"]))
        == []
    )
    assert len(found(earlier, ("A/999/2@en", date(2098, 1, 1), [LAMPS]))) == 1


def test_each_earlier_document_has_one_row_with_its_closest_paragraph() -> None:
    """Of two paragraphs alike the closest counts, of equals the first."""
    near, far = f"{SIRENS} or two", f"{SIRENS[:110]} the results of every single test within one year of it"
    rows = found(
        ("A/999/1@en", date(2097, 1, 1), [far, near, near]),
        ("A/999/2@en", date(2098, 1, 1), [SIRENS]),
        ("A/999/3@en", date(2099, 1, 1), [SIRENS]),
    )  # fmt: skip

    assert told(rows, "paragraph_id", "earlier_paragraph_id", "kind") == [
        ("A/999/2@en#p_1", "A/999/1@en#p_2", "changed"),
        ("A/999/3@en#p_1", "A/999/1@en#p_2", "changed"),
        ("A/999/3@en#p_1", "A/999/2@en#p_1", "same"),
    ]


@pytest.mark.parametrize(
    ("earlier", "later", "relation"),
    [
        (("A/999/9@en", date(2098, 1, 1)), ("A/999/10@en", date(2098, 1, 1)), "same_day"),
        (("A/999/9@en", date(2098, 1, 1)), ("A/999/9/Rev.1@en", date(2098, 2, 1)), "version"),
        (("A/999/9@en", date(2098, 1, 1)), ("A/999/9/Rev.1/Corr.2@en", date(2098, 2, 1)), "version"),
        (("A/999/9@en", date(2098, 1, 1)), ("A/999/9/Add.1@en", date(2098, 2, 1)), "earlier"),
        (("A/C.2/999/L.9@en", date(2098, 1, 1)), ("A/RES/999/3@en", date(2098, 2, 1)), "earlier"),
    ],
)
def test_a_row_says_what_the_earlier_document_is_to_the_later(
    earlier: tuple[str, date], later: tuple[str, date], relation: str
) -> None:
    """A revision is the same work; on one day the lower number comes first, as people count."""
    rows = found((*later, [SIRENS]), (*earlier, [SIRENS]))

    assert told(rows, "document_id", "earlier_document_id", "relation") == [(later[0], earlier[0], relation)]


def test_a_document_does_not_repeat_itself_under_another_symbol() -> None:
    """Of a joint symbol both halves may be held from two files; they are one document."""
    halves = ("A/999/1@en", date(2098, 1, 1), [SIRENS]), ("S/2098/7@en", date(2098, 1, 2), [SIRENS])

    assert found(*halves, aliases=[("s/2098/7", "A/999/1@en")]) == []
    assert len(found(*halves)) == 1


def test_languages_are_not_compared_with_each_other_nor_with_the_undated() -> None:
    """A text in one language repeats none in another, and what has no date is neither earlier nor later."""
    assert found(
        ("A/999/1@en", date(2097, 1, 1), [SIRENS]),
        ("A/999/2@fr", date(2098, 1, 1), [SIRENS]),
        ("A/999/3@en", None, [SIRENS]),
    ) == []  # fmt: skip


def test_chinese_is_compared_by_its_characters() -> None:
    """A Chinese paragraph has no spaces; three characters in a row count as three words of English."""
    text = "决定将区域组织相互借用验潮仪的计划延长至{}年五月三十一日，并请各组织保存借用登记册"
    rows = found(
        ("S/RES/9991 (2097)@zh", date(2097, 1, 1), [text.format("二〇九八")]),
        ("S/RES/9995 (2098)@zh", date(2098, 1, 1), [text.format("二〇九九")]),
    )

    assert told(rows, "kind", "word_count") == [("changed", 43)]


def test_the_order_of_what_is_given_changes_nothing() -> None:
    """The same paragraphs in any order make the same table, to the last bit."""
    documents, symbols, paragraphs = tables(
        [FIRST, SECOND, ("A/999/1@en", date(2096, 1, 1), [LAMPS, SIRENS])]
    )
    dice = Random(5)
    shuffled = paragraphs.take(dice.sample(range(paragraphs.num_rows), paragraphs.num_rows))

    made = repetitions(documents, symbols, paragraphs)

    assert repetitions(documents.take([2, 0, 1]), symbols.take([1, 2, 0]), shuffled).equals(made)
    assert made.schema.equals(TABLES["repetitions"].arrow, check_metadata=True)
    assert repetitions(*tables([])).num_rows == 0


TEXTS = st.lists(
    st.lists(st.sampled_from("abcd"), min_size=1, max_size=12).map(" ".join), min_size=1, max_size=8
)


@given(asked=TEXTS, held=TEXTS, least=st.sampled_from((0.25, 0.5, 0.6, 2 / 3, 0.9, 1.0)))
def test_every_pair_that_a_comparison_of_all_finds_is_found(
    asked: list[str], held: list[str], least: float
) -> None:
    """Looking texts up by their rarest shingles loses no pair, whatever the share asked for."""
    runs = [
        set(zip(words, words[1:], words[2:], strict=False))
        for words in (text.split() for text in (*asked, *held))
    ]
    expected = [
        (i, j, len(runs[i] & runs[j]))
        for i in range(len(asked))
        for j in range(len(asked), len(runs))
        if runs[i] and len(runs[i] & runs[j]) >= len(runs[i]) * least
    ]
    texts = pl.DataFrame(
        {"text_id": range(len(runs)), "language": "en", "words": [*asked, *held]},
        schema_overrides={"text_id": pl.UInt32},
    )
    shingles = shingles_of(texts)

    pairs = overlaps(
        shingles.filter(pl.col("text_id") < len(asked)),
        shingles.filter(pl.col("text_id") >= len(asked)),
        least,
    )

    assert pairs.select("text_id", "held_id", "shared").rows() == expected


def test_the_closest_passages_of_a_text_come_first() -> None:
    """A recommendation finds the later paragraph that takes it up in other words, and the one that quotes it before that."""
    held = {
        "taken up": Passage(
            "en", f"The recommendation that {SIRENS[14:80]} is being carried out in five States"
        ),
        "quoted": Passage("en", f"The report recommended: “{SIRENS}”."),
        "translated": Passage("fr", SIRENS),
        "other": Passage("en", LAMPS),
    }

    found = closest({"sirens": Passage("en", SIRENS), "seized": Passage("en", SEIZED)}, held, least=0.3)

    assert list(found) == ["sirens"]
    assert [(close.id, round(close.contained, 2)) for close in found["sirens"]] == [
        ("quoted", 1.0),
        ("taken up", 0.33),
    ]
    assert closest({}, held, least=0.3) == closest({"seized": Passage("en", SEIZED)}, {}, least=0.3) == {}


def test_every_language_has_its_length_of_shingle() -> None:
    """A text in a language without one would be compared with nothing."""
    assert set(LENGTHS) == set(LANGUAGES)


def test_words_are_letters_and_digits_of_every_script() -> None:
    """Signs and case are no words, nor are the vowel signs that Arabic prints or not; a Chinese character is one."""
    texts = pl.DataFrame({"text": ["“Tide-gauges” (2097), A/999/1.", "تُقرِّر أن", "请秘书长A/999", ""]})

    assert texts.select(words_of(pl.col("text")))["text"].to_list() == [
        "tide gauges 2097 a 999 1", "تقرر أن", "请 秘 书 长 a 999", "",
    ]  # fmt: skip


def test_symbols_of_one_day_are_ordered_as_people_count() -> None:
    """A/RES/999/9 comes before A/RES/999/10, and S/2097/3 after all of the Assembly."""
    symbols = ["S/2097/3", "A/RES/999/10", "A/RES/999/9", "A/RES/999/9/Corr.1"]
    documents, names, _ = tables([(f"{symbol}@en", date(2097, 1, 1), []) for symbol in symbols])

    shelf = Shelf.of(documents, names)

    assert [one[:-3] for one in shelf.ids] == [
        "A/RES/999/9",
        "A/RES/999/9/Corr.1",
        "A/RES/999/10",
        "S/2097/3",
    ]
    assert [shelf.relation(b, a) for a, b in pairwise(range(4))] == ["version", "same_day", "same_day"]
