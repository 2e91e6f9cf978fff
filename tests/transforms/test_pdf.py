"""The reader of PDFs: what stands where becomes paragraphs, cells, notes and furniture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.transforms.pages import LEADING, LEFT, TOP, Word, column, page, piece, printed
from transforms.blocks import Block, Layout, Place
from transforms.errors import Refusal
from transforms.formats import pdf
from transforms.formats.pdf import baselines
from transforms.formats.pdf.values import HYPHEN, Element, Page, Piece, Rule

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "pdf"
FILL = "The Committee held a general discussion of the item and decided to keep it under review"


def laid(*pages: Page) -> Layout:
    """The layout of pages given in values."""
    return pdf.lay_out_pages(pages, "A_999_1.pdf")


def texts(layout: Layout, style: str = "plain") -> list[str]:
    """What the blocks of a style say."""
    return [" ".join(block.text.split()) for block in layout.blocks if block.style == style]


def only(layout: Layout, style: str) -> list[Block]:
    """The blocks of a style."""
    return [block for block in layout.blocks if block.style == style]


class TestLines:
    """Pieces on one baseline become a line, with the spaces of the print."""

    def spelt(self, pieces: Sequence[Piece]) -> str:
        (line,) = baselines.make(pieces)
        return line.text

    def test_a_gap_as_wide_as_a_space_parts_two_words(self) -> None:
        """No piece need carry a space of its own."""
        assert (
            self.spelt([piece("Peace", 10, 700, right=35.0), piece("and war", 37.6, 700)]) == "Peace and war"
        )

    def test_pieces_that_touch_are_one_word(self) -> None:
        """Word cuts words where it likes ("tab" and "le 2", A/80/604/Add.9)."""
        assert self.spelt([piece("and tab", 10, 700, right=40.0), piece("le 2", 41.4, 700)]) == "and table 2"

    def test_a_space_that_has_no_room_goes(self) -> None:
        """Pdfium sees a space before a hyphen drawn by itself ("Secretary -General", A/80/604/Add.2)."""
        found = [
            piece("the Secretary ", 10, 700, right=60.0),
            piece("-", 61.2, 700, right=64.0),
            piece("General", 64.6, 700),
        ]
        assert self.spelt(found) == "the Secretary-General"

    def test_a_smaller_gap_is_a_space_where_the_face_turns_bold(self) -> None:
        """A recommendation set in bold begins behind a narrow gap (A/80/604/Add.1, para. 38)."""
        found = [piece("the period. ", 10, 700, right=60.0), piece("The Committee", 61.5, 700, is_bold=True)]
        assert self.spelt(found) == "the period. The Committee"

    def test_chinese_signs_need_no_space(self) -> None:
        """The blank half of a full-width comma is none, and none stands where a line ends."""
        found = [
            piece("\u5927\u4f1a\uff0c", 10, 700, right=34.0),
            piece("\u6ce8\u610f\u5230", 40, 700, right=70.0),
        ]
        assert self.spelt(found) == "\u5927\u4f1a\uff0c\u6ce8\u610f\u5230"
        lines = column(
            [
                "1. \u59d4\u5458\u4f1a\u5ba1\u8bae\u4e86\u8be5\u9879\u76ee" * 4,
                "\u5e76\u51b3\u5b9a\u7ee7\u7eed\u5ba1\u8bae\u3002|",
            ]
        )
        assert texts(laid(page(lines)))[0].endswith(
            "\u9879\u76ee\u5e76\u51b3\u5b9a\u7ee7\u7eed\u5ba1\u8bae\u3002"
        )

    @pytest.mark.parametrize(
        ("before", "raised", "marks"),
        [
            ("the Convention", "5", ["5"]),
            ("Approved", "a", ["a"]),
            ("the resolutions", "3, 4", ["3", "4"]),
            ("the Board", "**", ["**"]),
            ("on the 21", "st", []),
            ("some 400 km", "2", []),
        ],
    )
    def test_a_small_raised_number_is_a_note_mark(self, before: str, raised: str, marks: list[str]) -> None:
        """Ordinals and units are none."""
        end = 10 + 5.0 * len(before)
        (line,) = baselines.make([piece(before, 10, 700, right=end), piece(raised, end + 0.4, 703.5, 6.5)])
        assert [part.text for part in line.parts if part.is_mark] == marks


class TestParagraphs:
    """Lines become paragraphs by how they stand, where no tags say it."""

    def test_a_gap_begins_a_paragraph(self) -> None:
        """Lines at the leading belong together."""
        first = column([f"1. {FILL}", "at its next session.|"])
        second = column([f"2. {FILL}", "in the same way.|"], top=TOP - 4 * LEADING)
        assert texts(laid(page(first + second))) == [
            f"1. {FILL} at its next session.",
            f"2. {FILL} in the same way.",
        ]

    def test_a_number_begins_a_paragraph_after_a_full_stop_only(self) -> None:
        """A year at the head of a line is none ("in 2007. The")."""
        lines = column([f"1. {FILL} since", "2007. It went on.|", f"2. {FILL} and", "ended.|"])
        assert texts(laid(page(lines))) == [f"1. {FILL} since 2007. It went on.", f"2. {FILL} and ended."]

    def test_an_indent_begins_a_paragraph(self) -> None:
        """As in letters and the preambles of resolutions."""
        lines = column([FILL, "for a year,|"]) + column(
            [f"Recalling {FILL}", "for two years,|"], top=TOP - 2 * LEADING, left=LEFT
        )
        indented = [piece("Noting " + FILL, LEFT + 24, TOP - 4 * LEADING, right=488.0)]
        assert len(texts(laid(page(lines + indented)))) == 2

    def test_a_number_that_stands_by_itself_belongs_to_the_text_beside_it(self) -> None:
        """The tab behind it is wider than a space (A/52/613)."""
        found = [
            piece("12.", LEFT, TOP),
            piece(FILL, LEFT + 30, TOP, right=488.0),
            *column(["to the end.|"], top=TOP - LEADING),
        ]
        assert texts(laid(page(found))) == [f"12. {FILL} to the end."]

    def test_a_hyphen_the_line_break_made_goes(self) -> None:
        """Where the whole word is known; else it is taken for a real one."""
        known = column(
            [
                f"The cooperation goes on. {FILL} on coop" + HYPHEN,
                "eration and self-",
                "determination and inter" + HYPHEN,
                "sessional work.|",
            ]
        )
        (text,) = texts(laid(page(known)))
        assert text.endswith("on cooperation and self-determination and inter-sessional work.")

    def test_a_line_that_had_no_room_for_the_next_word_ends_no_paragraph(self) -> None:
        """Ragged lines end where the next word would not fit, full stop or not."""
        rest = (
            "Notwithstanding this decision, the Committee went on to consider the other items of its agenda"
        )
        lines = [
            *column([f"1. {FILL}"]),
            piece("They then went into carriage with all the other.", LEFT, TOP - 12, right=440.0),
        ]
        assert len(texts(laid(page(lines + column([rest, "of that day.|"], top=TOP - 24))))) == 1

    @pytest.mark.parametrize(("apart", "whole"), [(True, "public"), (False, "pub-lic")])
    def test_files_that_draw_typed_hyphens_apart_mean_the_break_by_others(
        self, *, apart: bool, whole: str
    ) -> None:
        """As Word does; else a hyphen stays that makes no word known (S/2024/145 in Russian)."""
        typed = [
            piece("the so", LEFT, 650, right=150.0),
            piece("-", 150.4, 650, right=153.0),
            piece("called item", 153.4, 650),
        ]
        found = column([f"1. {FILL} in pub" + HYPHEN, "lic debates.|"]) + (typed if apart else [])
        assert any(whole in text for text in texts(laid(page(found))))


class TestPages:
    """Paragraphs go on over pages, around what stands at their edges."""

    def test_an_unfinished_sentence_goes_on_over_the_page(self) -> None:
        """And what stands between is furniture."""
        first = page(
            [
                *column([f"1. {FILL}", FILL], top=120.0),
                piece("A/999/1", 60, 740),
                piece("18-12345 2/3", 60, 40),
            ],
            1,
        )
        second = page(
            [piece("A/999/1", 60, 740), *column(["until further notice.|"]), piece("18-12345 3/3", 60, 40)], 2
        )
        layout = laid(first, second)
        assert f"1. {FILL} {FILL} until further notice." in texts(layout)

    def test_a_full_last_line_goes_on_even_after_a_full_stop(self) -> None:
        """A numbered paragraph that ends with the page would not fill its last line (A/80/590, para. 56)."""
        first = page(column([f"56. {FILL}", f"{FILL}."], top=120.0), 1)
        second = page(column([f"Second, {FILL}", "was proposed.|", f"57. {FILL}", "again.|"]), 2)
        assert texts(laid(first, second))[0].endswith("was proposed.")

    def test_a_new_number_begins_anew_after_a_full_stop(self) -> None:
        """However full the line before it is."""
        first = page(column([f"1. {FILL}", f"{FILL}."], top=120.0), 1)
        second = page(column([f"2. {FILL}", "again.|"]), 2)
        assert len(texts(laid(first, second))) == 2

    def test_lines_that_come_again_at_the_edge_are_furniture(self) -> None:
        """The running heads of 1995 stand in three lines (A/49/624)."""
        pages = [
            page(
                [
                    *column(["A/49/999|", "English|", f"Page {n}|"], top=760.0, left=65.0),
                    *column([f"{n}. {FILL}", "once more.|"], top=650.0),
                ],
                n,
            )
            for n in range(2, 6)
        ]
        layout = laid(*pages)
        assert texts(layout) == [f"{n}. {FILL} once more." for n in range(2, 6)]
        assert "Page 3" in texts(layout, "furniture")

    def test_a_note_that_comes_again_is_no_furniture(self) -> None:
        """`Ibid.` may end every third page; what is furniture stands apart from the text."""
        foot = [
            piece("1", LEFT - 6, 75, 5.5),
            piece("Ibid., para. 6.", LEFT, 72, 8.5),
            piece("and its annex.", LEFT, 62, 8.5),
        ]
        pages = [page([*column([f"{n}. {FILL}", "once more.|"], top=600.0), *foot], n) for n in range(1, 4)]
        assert texts(laid(*pages), "furniture") == []

    def test_a_heading_at_the_end_of_a_page_takes_no_paragraph(self) -> None:
        """The next page begins with a number, in another weight."""
        heading = piece("2. Financial resources", LEFT, 100, right=480.0, is_bold=True)
        first = page([*column([f"4. {FILL}", "once.|"], top=200.0), heading], 1)
        second = page(column([f"5. {FILL}", "again.|"]), 2)
        assert "2. Financial resources" in texts(laid(first, second))

    def test_a_small_letter_goes_on_however_short_the_line_before(self) -> None:
        """A sum that is cut in two ends like a sentence with a note ("$2.4")."""
        first = page(
            [*column([f"1. {FILL}", "again.|"], top=300.0), *column([FILL, "and cost $2.4|"], top=120.0)], 1
        )
        second = page(column(["million, of which half was paid.|"]), 2)
        assert f"{FILL} and cost $2.4 million, of which half was paid." in texts(laid(first, second))

    def test_small_print_at_the_foot_ends_no_paragraph(self) -> None:
        """The first page of a verbatim record says what records are (A/79/PV.64)."""
        small = [piece("This record contains the text of speeches delivered.", LEFT, 60, 8.5, right=480.0)]
        first = page([*column([f"1. {FILL}", FILL], top=120.0), *small], 1)
        second = page(column(["in the next year.|"]), 2)
        assert f"1. {FILL} {FILL} in the next year." in texts(laid(first, second))

    def test_a_sentence_goes_on_in_the_next_column(self) -> None:
        """Records of meetings are printed in two; what stands beside each other there is no table."""
        left = [piece(f"{FILL[:44]} {n}", 60, 500.0 - 12 * n, right=290.0) for n in range(12)]
        right = [piece(f"{FILL[44:80]} {n}", 320, 500.0 - 12 * n, right=550.0) for n in range(12)]
        layout = laid(page([*left, *right], 2))
        assert not only(layout, "cell")
        assert texts(layout) == [" ".join([*(p.text for p in left), *(p.text for p in right)])]


class TestTags:
    """What the tags of a file say outranks how it looks."""

    def test_a_block_of_the_tag_tree_is_one_paragraph(self) -> None:
        """However its lines stand."""
        found = [
            piece(FILL, LEFT, TOP, tag=1),
            piece("to the end.", LEFT, TOP - 40, tag=2),
            piece("Another one.", LEFT, TOP - 52, tag=3),
        ]
        elements = {1: Element(1, "P"), 2: Element(1, "P"), 3: Element(2, "P")}
        assert texts(laid(page(found, elements=elements))) == [f"{FILL} to the end.", "Another one."]

    def test_an_artifact_is_furniture_except_the_masthead(self) -> None:
        """Word marks the first page's head as furniture, too."""
        front = [
            piece("A/999/1", 500, 735, is_artifact=True),
            piece("18-12345 (E)", 60, 40, is_artifact=True),
        ]
        body = [piece(f"1. {FILL}.", LEFT, TOP - 100, tag=1)]
        layout = laid(page([*front, *body], elements={1: Element(1, "P")}))
        assert texts(layout) == ["A/999/1", f"1. {FILL}."]
        assert texts(layout, "furniture") == ["18-12345 (E)"]

    def test_headings_and_cells_are_what_the_tags_call_them(self) -> None:
        """A table that the tags name needs no rules."""
        found = [piece("II. Findings", LEFT, TOP, tag=1)]
        elements = {1: Element(1, "H2")}
        for n, text in enumerate(["Category", "Approved", "Troops", "1 250"]):
            found.append(piece(text, LEFT + 100 * (n % 2), TOP - 30 - 15 * (n // 2), tag=n + 2))
            elements[n + 2] = Element(n + 2, "P", Place(1, n // 2 + 1, n % 2 + 1, is_header=n < 2))
        found.append(piece(f"1. {FILL}.", LEFT, TOP - 100, tag=9))
        elements[9] = Element(9, "P")
        layout = laid(page(found, elements=elements))
        assert texts(layout, "heading-2") == ["II. Findings"]
        assert [(b.text, b.place and (b.place.row, b.place.column, b.place.is_header)) for b in only(layout, "cell")] == [
            ("Category", (1, 1, True)), ("Approved", (1, 2, True)), ("Troops", (2, 1, False)), ("1 250", (2, 2, False)),
        ]  # fmt: skip

    def test_two_bodies_side_by_side_stay_apart(self) -> None:
        """A joint letter names each with its session; neither goes on in the other (A/79/876-S/2025/230)."""
        words = [
            "General Assembly",
            "The situation in the region and beyond",
            "Security Council",
            "Eightieth year",
        ]
        found, elements = [], {}
        for n, text in enumerate(words):
            found.append(piece(text, LEFT + 200 * (n // 2), TOP - 14 * (n % 2), tag=n + 1))
            elements[n + 1] = Element(n + 1, "P", Place(1, 1, n // 2 + 1))
        found.append(piece(f"{FILL}.", LEFT + 30, TOP - 80, tag=9))
        elements[9] = Element(9, "P")
        assert texts(laid(page(found, elements=elements))) == [*words, f"{FILL}."]


class TestTables:
    """Tables that nobody names are told by what stands side by side."""

    def cells(self) -> list[Piece]:
        """Three rows of three, a header among them."""
        rows = [("Category", "Approved", "Actual"), ("Troops", "1 250", "1 175"), ("Police", "970", "900")]
        return [
            piece(text, LEFT + 130 * column_, 600.0 - 16 * row, 8.5)
            for row, texts_ in enumerate(rows)
            for column_, text in enumerate(texts_)
        ]

    def test_rows_side_by_side_are_a_table(self) -> None:
        """The rows above the rule are its header."""
        before, after = column([f"1. {FILL}", "as follows:|"]), column([f"2. {FILL}", "again.|"], top=500.0)
        layout = laid(page(before + self.cells() + after, rules=[Rule(120, 500, 595, 595.5)]))
        found = only(layout, "cell")
        assert [block.text for block in found] == [
            "Category",
            "Approved",
            "Actual",
            "Troops",
            "1 250",
            "1 175",
            "Police",
            "970",
            "900",
        ]
        assert [block.place.row for block in found if block.place] == [1, 1, 1, 2, 2, 2, 3, 3, 3]
        assert [block.place.is_header for block in found if block.place] == [True] * 3 + [False] * 6
        assert len(texts(layout)) == 2

    def test_a_head_over_several_columns_is_a_cell_of_its_own_row(self) -> None:
        """And the one that stands left of the row below it belongs to that row."""
        found = self.cells()
        found[0:0] = [piece("Counted in 2095", LEFT + 150, 616.0, 8.5)]
        layout = laid(page(column([f"1. {FILL}", "as follows:|"]) + found))
        first = next(block for block in only(layout, "cell") if block.text == "Counted in 2095")
        assert first.place is not None
        assert (first.place.row, first.place.column) == (1, 2)

    def test_what_a_table_counts_in_is_its_caption(self) -> None:
        """A line in brackets right above it."""
        before = column([f"1. {FILL}", "as follows:|"])
        layout = laid(page([*before, piece("(Thousands of dollars)", LEFT, 622, 7), *self.cells()]))
        assert texts(layout, "caption") == ["(Thousands of dollars)"]

    def test_signatures_side_by_side_are_no_table(self) -> None:
        """Joint letters end so."""
        names = ["(Signed) One Name", "(Signed) Other Name", "Ambassador", "Ambassador"]
        found = [piece(text, LEFT + 200 * (n % 2), 300.0 - 14 * (n // 2)) for n, text in enumerate(names)]
        assert not only(laid(page(column([FILL, "in this letter.|"]) + found)), "cell")

    def test_a_table_that_goes_on_is_counted_once(self) -> None:
        """Its rows are counted on over the page."""
        first = page(column([f"1. {FILL}", "as follows:|"]) + self.cells(), 1)
        second = page(self.cells() + column([f"2. {FILL}", "again.|"], top=400.0), 2)
        places = [block.place for block in only(laid(first, second), "cell") if block.place]
        assert {place.table for place in places} == {1}
        assert max(place.row for place in places) == 6


class TestNotes:
    """Notes leave the text and keep their marks."""

    def test_a_small_line_with_a_raised_mark_is_a_note(self) -> None:
        """With all lines under it that are as small."""
        body = [
            piece(FILL, LEFT, TOP, right=400.0),
            piece("1", 400.5, TOP + 3.5, 6.5),
            *column([f"{FILL}.", f"2. {FILL}."], top=TOP - 30),
        ]
        note = [
            piece("__________________", LEFT - 24, 160, 8),
            piece("1", LEFT - 6, 153, 5.5),
            piece("See the report of the Committee on the item", LEFT, 150, 8.5, right=470.0),
            piece("and its annex.", LEFT, 140, 8.5),
        ]
        layout = laid(page(body + note))
        (found,) = [block for block in layout.blocks if block.lead]
        assert (found.lead and found.lead.marker, found.text) == (
            "1",
            "See the report of the Committee on the item and its annex.",
        )
        assert [mark.marker for block in layout.blocks for mark in block.marks] == ["1"]
        assert texts(layout, "rule") == ["__________________"]

    def test_notes_may_be_drawn_before_the_text(self) -> None:
        """Some files draw the foot of a page first (A/53/601, page 3); a symbol with a mark is no running foot."""
        note = [piece("1", LEFT - 6, 75, 5.5), piece("A/53/263.", LEFT, 72, 8.5)]
        first = page([*note, *column([f"1. {FILL}", f"{FILL}."], top=600.0), piece("1", 400, 591.5, 6.5)], 2)
        layout = laid(first)
        assert [(b.lead.marker, b.text) for b in layout.blocks if b.lead] == [("1", "A/53/263.")]
        assert texts(layout)[0].startswith("1. The Committee")

    def test_the_mark_of_a_note_may_be_drawn_behind_it(self) -> None:
        """It stands left of the text and above its line, whatever the order (A/53/601)."""
        note = [
            piece("See the report of the Committee", LEFT, 72, 8.5),
            piece("2", LEFT - 6, 75.5, 5.5),
            piece("on the item.", LEFT, 62, 8.5),
        ]
        layout = laid(page([*column([f"1. {FILL}", f"{FILL}."], top=600.0), *note], 2))
        assert [(b.lead.marker, b.text) for b in layout.blocks if b.lead] == [
            ("2", "See the report of the Committee on the item.")
        ]

    def test_a_mark_with_a_stroke_is_one(self) -> None:
        """Until 1996 notes are printed as `1/` in the size of the text (A/49/624)."""
        body = column(
            ["1. The Committee considered the item 1/ at its second meeting and", "took note of it.|"]
        )
        note = [
            piece("__________", LEFT, 200.0),
            piece("1/ Official Records of the General Assembly.", LEFT, 180.0),
        ]
        layout = laid(page(body + note))
        assert [mark.marker for block in layout.blocks for mark in block.marks] == ["1"]
        assert [(b.lead.marker, b.text) for b in layout.blocks if b.lead] == [
            ("1", "Official Records of the General Assembly.")
        ]


class TestContents:
    """The list of contents is set aside."""

    def test_entries_with_leaders_are_contents(self) -> None:
        """From the title to the last of them, one of two lines among them."""
        lines = [
            "Contents|",
            "I. Introduction . . . . . . . . . . . . 3|",
            "II. A very long title that needs|",
            "two lines ......................... 6|",
        ]
        contents = [piece(line.rstrip("|"), LEFT, 600.0 - 18 * n) for n, line in enumerate(lines)]
        layout = laid(page(contents + column([f"1. {FILL}", "at last.|"], top=400.0)))
        assert len(texts(layout, "navigation")) == 4
        assert len(texts(layout)) == 1

    def test_the_page_numbers_of_entries_may_stand_by_themselves(self) -> None:
        """They are no column of a table."""
        contents = [piece("Contents", LEFT, 620)]
        for n, title in enumerate(["I. Introduction", "II. Findings", "III. The way ahead"]):
            contents += [
                piece(title + " . . . . . . . .", LEFT, 600.0 - 18 * n, right=440.0),
                piece(str(n + 2), 480, 600.0 - 18 * n),
            ]
        layout = laid(page(contents + column([f"1. {FILL}", "at last.|"], top=400.0)))
        assert not only(layout, "cell")
        assert len(texts(layout)) == 1


class TestFiles:
    """Whole files, from bytes."""

    def words(self) -> list[Word]:
        """A page of a few lines."""
        return [
            (LEFT, TOP - 12 * n, line)
            for n, line in enumerate([f"1. {FILL}", "and went on", "to the next one."])
        ]

    def test_a_page_is_read_from_bytes(self) -> None:
        """With its page number."""
        layout = pdf.lay_out(printed(self.words()), "A_999_1.pdf")
        assert texts(layout) == [f"1. {FILL} and went on to the next one."]
        assert [block.page for block in layout.blocks] == [1]

    def test_a_turned_page_is_turned_back(self) -> None:
        """Tables across the sheet are printed so."""
        upright = pdf.lay_out(printed(self.words()), "A_999_1.pdf")
        assert pdf.lay_out(printed(self.words(), rotation=180), "A_999_1.pdf").source == upright.source

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            (printed([]), "no-text-layer"),
            (b"%PDF-1.7\nnot one", "broken"),
            (printed([(9, 9, "7")]), "no-text-layer"),
        ],
    )
    def test_a_file_without_text_says_so(self, content: bytes, reason: str) -> None:
        """A scan is no empty document."""
        with pytest.raises(Refusal) as refusal:
            pdf.lay_out(content, "A_999_1.pdf")
        assert refusal.value.reason == reason

    def test_a_page_with_too_many_letters_is_refused(self) -> None:
        """Before any of them is placed."""
        sheet = [(9.0, 9.0 + n * 0.19, f"{n} peace and war " * 8, 1.0) for n in range(4000)]
        with pytest.raises(Refusal) as refusal:
            pdf.lay_out(printed(sheet), "A_999_1.pdf")
        assert refusal.value.reason == "too-complex"
