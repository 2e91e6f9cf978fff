"""A corrigendum becomes rows: the document it corrects, the place, and what is to be read for what."""

import pytest

from transforms import corrections, formats, masthead, paragraphs
from transforms.corrections import orders, places

HEAD = "United Nations A/999/1/Corr.1\n\nGeneral Assembly\n\nDistr.: General\n2 April 2096\n\nLamps\n\nReport of the Secretary-General\n\nCorrigendum\n\n"


def corrected(text: str) -> list[tuple[str | None, str | None, str, str | None, str | None]]:
    head, body = masthead.take(formats.lay_out((HEAD + text).encode(), None, "A_999_1_Corr.1.txt"))
    found = corrections.find(tuple(map(str, head.symbols)), paragraphs.assemble(body))
    assert {one.corrected_symbol for one in found} <= {"A/999/1"}
    return [(one.place, one.label, one.action, one.old, one.new) for one in found]


@pytest.mark.parametrize(
    ("text", "place", "label"),
    [
        ("Paragraph 44", "Paragraph 44", "44"),
        ("Paragraph 5 (b), first sentence", "Paragraph 5 (b), first sentence", "5(b)"),
        ("Page 4, paragraph 12, line 3 For ten read nine.", "Page 4, paragraph 12, line 3", "12"),
        ("Paragraph 29A.12 The paragraph should read", "Paragraph 29A.12", "29A.12"),
        ("Paragraphs 4 and 5 Delete both.", "Paragraphs 4 and 5", None),
        ("Annex II, table 3, second column", "Annex II, table 3, second column", None),
        ("Footnote 7", "Footnote 7", None),
        ("Page 3, paragraphe 12, ligne 2", "Page 3, paragraphe 12, ligne 2", "12"),
        ("P\u00e1gina 3, p\u00e1rrafo 12", "P\u00e1gina 3, p\u00e1rrafo 12", "12"),
        ("\u041f\u0443\u043d\u043a\u0442 12", "\u041f\u0443\u043d\u043a\u0442 12", "12"),
        ("\u7b2c12\u6bb5", "\u7b2c12\u6bb5", "12"),
    ],
)
def test_a_place_is_read_as_printed(text: str, place: str, label: str | None) -> None:
    """Pages, paragraphs, lines, tables and notes; the label is that of one paragraph only."""
    found = places.read(text)

    assert found is not None
    assert (found.printed, found.label) == (place, label)


@pytest.mark.parametrize("text", ["The lamps are lit.", "paragraph 12 says so", "Text of the lamps", "In summer lamps burn."])  # fmt: skip
def test_a_sentence_is_no_place(text: str) -> None:
    """A place begins with a capital and names a level."""
    assert places.read(text) is None


@pytest.mark.parametrize(
    ("text", "action", "old", "new"),
    [
        ("For 61 gauges read 64 gauges", "replace", "61 gauges", "64 gauges"),
        ("For \u201cnine lamps\u201d, read \u201cten lamps\u201d.", "replace", "nine lamps", "ten lamps"),
        ("For the existing text, substitute The lamps are lit.", "replace", None, "The lamps are lit."),
        ("Replace the word \u201cnine\u201d with \u201cten\u201d.", "replace", "nine", "ten"),
        ("The paragraph should read:", "read", None, None),
        ("The first sentence should read as follows: Lamps are lit.", "read", None, "Lamps are lit."),
        ("Should read", "read", None, None),
        ("After \u201coil\u201d, insert \u201cand rope\u201d", "insert", None, "and rope"),
        ("At the end of the sentence, add the words \u201cby night\u201d.", "insert", None, "by night"),
        ("Delete the sentence", "delete", None, None),
        ("Delete \u201cby night\u201d", "delete", "by night", None),
        ("Au lieu de neuf lampes lire dix lampes", "replace", "neuf lampes", "dix lampes"),
        ("Donde dice nueve debe decir diez", "replace", "nueve", "diez"),
        ("\u0412\u043c\u0435\u0441\u0442\u043e \u0434\u0435\u0432\u044f\u0442\u044c \u0441\u043b\u0435\u0434\u0443\u0435\u0442 \u0447\u0438\u0442\u0430\u0442\u044c \u0434\u0435\u0441\u044f\u0442\u044c", "replace", "\u0434\u0435\u0432\u044f\u0442\u044c", "\u0434\u0435\u0441\u044f\u0442\u044c"),
        ("\u5c06\u201c\u4e5d\u201d\u6539\u4e3a\u201c\u5341\u201d", "replace", "\u4e5d", "\u5341"),
    ],
)  # fmt: skip
def test_an_order_says_what_is_to_be_read(text: str, action: str, old: str | None, new: str | None) -> None:
    """The words to be replaced and to be read are as printed, without the quotation marks around them."""
    found = orders.read(text)

    assert found is not None
    assert (found.action, found.old, found.new) == (action, old, new)


@pytest.mark.parametrize("text", ["For many lamps, oil is dear.", "The lamps are lit.", "Readers should know this."])  # fmt: skip
def test_a_text_orders_nothing(text: str) -> None:
    """What only begins as an order does is the text to be read."""
    assert orders.read(text) is None


def test_a_corrigendum_is_read_place_by_place() -> None:
    """The text to be read goes on to the next place, over pages, and a second order keeps the place of the first."""
    text = (
        "1. Paragraph 44\n\nThe paragraph should read\n\nIn 2095, 281 lamps were lit. For many of them\n\n"
        "96-08986 2/2\n\noil was dear.\n\n2. Paragraph 46\n\nThe first sentence should read\n\nLamps burn.\n\n"
        "After the second sentence, insert\n\nThey smoke.\n\n3. Page 4, paragraph 12, line 3\n\nFor nine read ten"
    )

    assert corrected(text) == [
        ("Paragraph 44", "44", "read", None, "In 2095, 281 lamps were lit. For many of them oil was dear."),
        ("Paragraph 46", "46", "read", None, "Lamps burn."),
        ("Paragraph 46", "46", "insert", None, "They smoke."),
        ("Page 4, paragraph 12, line 3", "12", "replace", "nine", "ten"),
    ]


def test_a_corrigendum_need_not_number_its_places() -> None:
    """Place, order and text may stand in paragraphs of their own."""
    text = "Paragraph 3\n\nDelete the second sentence.\n\nAnnex II, table 1\n\nReplace \u201c12\u201d with \u201c14\u201d."

    assert corrected(text) == [
        ("Paragraph 3", "3", "delete", "the second sentence.", None),
        ("Annex II, table 1", None, "replace", "12", "14"),
    ]


def test_only_a_corrigendum_corrects() -> None:
    """A report that quotes an order is left alone."""
    head, body = masthead.take(
        formats.lay_out(b"A/999/1\n\nGeneral Assembly\n\n1. Paragraph 4\n\nFor nine read ten.", None, "a.txt")
    )

    assert corrections.find(tuple(map(str, head.symbols)), paragraphs.assemble(body)) == ()
