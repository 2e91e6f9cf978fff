"""AKN4UN files become the documents they are, in all six languages; hostile ones are refused at once."""

import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from tests.measure_akn import measure
from transforms import formats
from transforms.blocks import Layout
from transforms.document import Document, read
from transforms.errors import Refusal
from transforms.gazetteer import Gazetteer
from transforms.identity import Hint
from transforms.paragraphs import uncounted

Reading = Callable[..., Document]
CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "akn"
META = (
    '<meta><identification><FRBRWork><FRBRdate date="{day}" name="adoption"/><FRBRauthor href="ga"/></FRBRWork>'
    '<FRBRExpression><FRBRlanguage language="{language}"/></FRBRExpression></identification>'
    "<presentation><docketNumber>22-28309 (E)</docketNumber></presentation></meta>"
)
COVER = (
    '<coverPage><p class="upperRight"><docNumber refersTo="#symbol">{symbol}</docNumber></p>'
    '<p><docStatus refersTo="#generalDistribution">Distr.: General</docStatus></p>'
    '<p><docDate date="2022-12-20" refersTo="#dateOfIssuance">20 December 2022</docDate></p>'
    '<p><session refersTo="#generalAssembly" value="77">Seventy-seventh session</session></p>'
    '<p><inline title="178" name="agenda item">Agenda item 178</inline></p></coverPage>'
    '<preface><p><docNumber>77/999.</docNumber><docTitle refersTo="#resolutionTitle">Lamps and harbours</docTitle></p></preface>'
)
PREAMBLE = (
    '<preamble><formula name="enactingFormula"><p><span class="italic">The General Assembly</span>,</p></formula>'
    '<container name="Recalling"><p>\t<span class="italic">Recalling</span> all lamps of the past,</p></container></preamble>'
)


def akn(
    body: str, *, symbol: str = "A/RES/77/999", language: str = "eng", day: str = "2022-12-07", preamble: str = PREAMBLE,
    name: str = "resolution", after: str = "",
) -> bytes:  # fmt: skip
    head = META.format(day=day, language=language) + COVER.format(symbol=symbol)
    text = f'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="{name}">{head}{preamble}<mainBody>{body}</mainBody>{after}</statement></akomaNtoso>'
    return text.encode()


def paragraph(number: str, text: str, style: str = "SingleTxt") -> str:
    num = f"<num>{number}</num>" if number else ""
    return f'<paragraph class="{style}">{num}<content><p>\t{text}</p></content></paragraph>'


def acting(number: str, verb: str = "Decides", rest: str = "to light all lamps of the harbour;") -> str:
    return paragraph(number, f'<span class="italic">{verb}</span> {rest}')


def listed(number: str, intro: str, *points: str) -> str:
    return f"<paragraph><num>{number}</num><list><intro><p>{intro}</p></intro>{''.join(points)}</list></paragraph>"


def point(number: str, text: str) -> str:
    return f"<point><num>{number}</num><content><p>\t{text}</p></content></point>"


@pytest.fixture
def reading(reference: Gazetteer) -> Reading:
    def _read(content: bytes, name: str = "A_RES_77_999.xml") -> Document:
        return read(content, None, Hint(name), reference)

    return _read


def rows(document: Document) -> list[tuple[str, str, str]]:
    return [(p.eid, p.kind, p.text) for p in document.structure.paragraphs]


class TestMasthead:
    """The cover and the metadata say who a document is."""

    def test_the_fields_are_those_the_file_names(self, reading: Reading) -> None:
        """Symbol, session, item, title and dates come from their own elements, the job number from the metadata."""
        document = reading(akn(acting("1.")))
        head = document.masthead

        assert (document.id, document.kind) == ("A/RES/77/999@en", "resolution")
        assert (head.session, head.agenda_items, head.title) == ("77", ("178",), "Lamps and harbours")
        assert (str(head.adoption_date), str(head.distribution_date)) == ("2022-12-07", "2022-12-20")
        assert (head.organs, head.distribution, head.job_number) == (
            ("General Assembly",),
            "General",
            "22-28309 (E)",
        )

    def test_a_printed_day_outranks_a_stated_one(self, reading: Reading) -> None:
        """What the conclusions print is the day of adoption, whatever the metadata say."""
        after = '<conclusions><p>47th plenary meeting<eol/><docDate date="2022-12-09" refersTo="#adoptionDate">9 December 2022</docDate></p></conclusions>'

        assert str(reading(akn(acting("1."), after=after)).masthead.adoption_date) == "2022-12-09"

    @pytest.mark.parametrize(
        "printed",
        [
            "جلسته 9237 المعقودة في 9 كانون الثاني/يناير 2023",
            "جلسته 9391 المعقودة في 9 آب/يناير 2023",
            "на его 9237-м заседании 9 января 2023 года",
            "el 9 de enero de 2023",
            "le 9 janvier 2023",
        ],
    )
    def test_a_day_that_is_only_printed_is_read(self, reading: Reading, printed: str) -> None:
        """Where a file states the year 1, as S/RES/2672 (2023) in Arabic does, the words say the day."""
        after = f'<conclusions><p><docDate date="0001-01-01" refersTo="#adoptionDate">{printed}</docDate></p></conclusions>'

        assert (
            str(reading(akn(acting("1."), day="0001-01-01", after=after)).masthead.adoption_date)
            == "2023-01-09"
        )

    def test_a_day_that_only_the_workflow_knows_is_taken(self, reading: Reading) -> None:
        """S/RES/2698 (2023) in Russian prints its day nowhere and has the year 1 for it; its adoption is a step."""
        step = b'<workflow><step date="2023-09-29" outcome="adopted" as="S/PV.9999" by=""/></workflow></meta>'
        content = akn(acting("1."), day="0001-01-01").replace(b"</meta>", step)

        assert str(reading(content).masthead.adoption_date) == "2023-09-29"

    def test_a_cover_of_another_document_is_not_believed(self, reading: Reading) -> None:
        """A statement with a resolution's symbol on its cover is known by its name, as S/PRST/2007/22 is."""
        content = akn(
            paragraph("", "The Council is glad."),
            symbol="S/RES/1626 (2005)",
            name="presidentialStatement",
            preamble="",
        )

        assert reading(content, "S_PRST_2007_22.xml").id == "S/PRST/2007/22@en"


class TestBody:
    """Each element becomes one row, with its official number and its place."""

    def test_preamble_and_operative_paragraphs(self, reading: Reading) -> None:
        """The formula and what recalls are preambular, what acts is operative, what only counts is a paragraph."""
        document = reading(akn(acting("1.") + paragraph("2.", "Lamps are lit by all.")))

        assert [(eid, kind) for eid, kind, _ in rows(document)] == [
            ("preamble__p_1", "preambular"),
            ("preamble__p_2", "preambular"),
            ("para_1", "operative"),
            ("para_2", "paragraph"),
        ]

    def test_a_preamble_that_goes_on_in_the_body_is_preambular(self, reading: Reading) -> None:
        """Text before the first number that ends in a comma belongs to the preamble, as in S/RES/2672 (2023)."""
        document = reading(akn(acting("", "Stressing", "that lamps matter,") + acting("1.")))

        assert rows(document)[2][:2] == ("preamble__p_3", "preambular")

    def test_points_stand_under_what_holds_them(self, reading: Reading) -> None:
        """A sublist behind a point is the point's, though no element says so."""
        sublist = f"<sublist>{point('(i)', 'red;')}{point('(ii)', 'green;')}</sublist>"
        document = reading(
            akn(listed("1.", "Decides:", point("(a)", "on lamps:"), sublist, point("(b)", "on oil.")))
        )

        assert [eid for eid, _, _ in rows(document)[2:]] == [
            "para_1", "para_1__point_a", "para_1__point_a__point_i", "para_1__point_a__point_ii", "para_1__point_b",
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("language", "number", "letter", "text"),
        [
            ("ara", "1 -", "(أ)", "تقرر أن تضيء جميع المصابيح في الميناء"),
            ("zho", "1.", "(a)", "决定点亮港口所有的灯"),
            ("rus", "1.", "a)", "постановляет зажечь все лампы в гавани"),
            ("fra", "1.", "a)", "décide que les lampes du port sont allumées et que la ville les garde"),
            ("spa", "1.", "a)", "decide que las lámparas del puerto se enciendan y que la ciudad las cuide"),
        ],
    )
    def test_numbers_are_the_same_in_all_languages(
        self, reading: Reading, language: str, number: str, letter: str, text: str
    ) -> None:
        """A paragraph and its letter have one eId, however a language prints them."""
        preamble = f"<preamble><formula><p>{text},</p></formula></preamble>"
        document = reading(
            akn(listed(number, text, point(letter, text)), language=language, preamble=preamble)
        )

        assert [p.eid for p in document.structure.paragraphs][1:] == ["para_1", "para_1__point_a"]
        assert (
            document.identity.language
            == {"ara": "ar", "zho": "zh", "rus": "ru", "fra": "fr", "spa": "es"}[language]
        )

    def test_a_break_in_the_numbers_is_kept(self, reading: Reading) -> None:
        """An official number is never counted anew."""
        document = reading(akn(acting("1.") + acting("4.") + acting("4.")))

        assert [p.number for p in document.structure.paragraphs[2:]] == [1, 4, 4]

    def test_a_number_that_lost_its_stop_is_read_where_it_is_due(self, reading: Reading) -> None:
        r"""`2\tNotes` between 1 and 3 is paragraph 2, as 18 is in A/RES/77/165 in Spanish; a year is no number."""
        document = reading(
            akn(
                acting("1.")
                + paragraph("", "2\tNotes the oil;")
                + acting("3.")
                + paragraph("", "2023 Was dark.")
            )
        )

        assert [p.number for p in document.structure.paragraphs[2:]] == [1, 2, 3, None]

    def test_a_typed_number_counts_what_acts(self, reading: Reading) -> None:
        """Most Arabic files of the seventy-seventh session have their numbers in the text: A/RES/77/120."""
        preamble = "<preamble><formula><p>إن الجمعية العامة،</p></formula></preamble>"
        body = paragraph("", "1 -\tتقرر أن تضيء جميع المصابيح؛") + paragraph(
            "", "2 -\tتطلب إلى الأمين العام الزيت."
        )
        document = reading(akn(body, language="ara", preamble=preamble))

        assert [(eid, kind) for eid, kind, _ in rows(document)][1:] == [
            ("para_1", "operative"),
            ("para_2", "operative"),
        ]

    def test_a_number_that_stands_alone_counts_the_text_behind_it(self, reading: Reading) -> None:
        """An empty numbered paragraph gives its number to the next one, as in the annex of A/RES/77/5 in French."""
        document = reading(
            akn(paragraph("1.", "") + paragraph("", "Lamps are lit:") + paragraph("", "(a) the red one;"))
        )

        assert [p.eid for p in document.structure.paragraphs][2:] == ["para_1", "para_1__point_a"]

    def test_headings_hold_what_follows_them(self, reading: Reading) -> None:
        """A styled paragraph is a heading, its number a part of it."""
        heading = '<paragraph class="H23"><num>A.</num><subheading>Arms and lamps</subheading></paragraph>'
        document = reading(akn(heading + acting("1.")))

        assert [(s.eid, s.label, s.heading) for s in document.structure.sections] == [
            ("section_1", "A", "A. Arms and lamps")
        ]
        assert document.structure.paragraphs[-1].section_path == ("A. Arms and lamps",)

    def test_an_annex_counts_for_itself_and_is_not_operative(self, reading: Reading) -> None:
        """The numbered text of a declaration stands in its annex and acts on nobody."""
        annex = f'<paragraph class="H1"><heading>Annex</heading></paragraph>{acting("1.", "Declare")}'
        after = f'<attachments><attachment><doc name="annex"><mainBody>{annex}</mainBody></doc></attachment></attachments>'
        document = reading(akn(acting("1."), after=after))

        assert rows(document)[-1][:2] == ("annex_1__para_1", "paragraph")

    def test_notes_leave_the_text_and_keep_their_place(self, reading: Reading) -> None:
        """A note's mark is no part of the text, nor are the brackets that Arabic files set around it."""
        note = '(<authorialNote marker="1" placement="bottom"><p>\t() \tResolution 70/1.</p></authorialNote>)'
        document = reading(akn(paragraph("1.", f"Recalls the Agenda{note}, and lamps.")))
        found = document.structure.footnotes[0]

        assert document.structure.paragraphs[-1].text == "Recalls the Agenda, and lamps."
        assert (found.marker, found.text, found.paragraph_eid, found.anchor_char) == (
            "1",
            "Resolution 70/1.",
            "para_1",
            18,
        )

    def test_tables_become_cells(self, reading: Reading) -> None:
        """Each cell has its row and column, spans counted."""
        table = '<container name="table"><table><tr><th colspan="2">Lamps</th></tr><tr><td><p>red</p></td><td/></tr></table></container>'
        cells = reading(akn(acting("1.") + table)).structure.cells

        assert [(c.row_ordinal, c.column_ordinal, c.is_header, c.text) for c in cells] == [
            (1, 1, True, "Lamps"), (2, 1, False, "red"), (2, 2, False, ""),
        ]  # fmt: skip

    def test_everything_visible_is_accounted_for(self, reading: Reading) -> None:
        """Text that stands where none should, comments around it, is kept too; metadata is no text."""
        document = reading(akn(f"stray words<!-- unseen -->{acting('1.')}<odd>more words</odd>"))
        layout: Layout = formats.lay_out(
            akn(f"stray words<!-- unseen -->{acting('1.')}<odd>more words</odd>"), None, "a.xml"
        )

        assert document.text_conserved == 1.0
        assert "stray words" in layout.source
        assert "more words" in layout.source
        assert "unseen" not in layout.source
        assert "22-28309" not in layout.source
        assert uncounted(layout, document.masthead, document.structure) == []


NESTED = (
    b"<akomaNtoso><statement>"
    + b"<container>" * 5_000
    + b"</container>" * 5_000
    + b"</statement></akomaNtoso>"
)


class TestHostile:
    """What is broken, hostile or foreign is refused, with a reason and at once."""

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            (b"<!DOCTYPE akomaNtoso>" + akn(acting("1.")), "hostile-xml"),
            (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><akomaNtoso><statement>&x;</statement></akomaNtoso>', "hostile-xml"),
            (akn("<p>&lamp;</p>"), "broken"),
            (akn(acting("1."))[:-40], "broken"),
            (akn(acting("1.")).replace(b"</mainBody>", b"</mainbody>"), "broken"),
            (NESTED, "broken"),
            (b"<akomaNtoso><statement>" + b"<p/>" * 250_000 + b"</statement></akomaNtoso>", "too-complex"),
            (b"<akomaNtoso><judgment/></akomaNtoso>", "unknown-type"),
            (akn(acting("1."), language="deu"), "wrong-language"),
        ],
    )  # fmt: skip
    def test_it_is_refused_within_a_second(self, content: bytes, reason: str) -> None:
        """No entity is resolved, nothing is fetched, and nothing takes long."""
        started = time.perf_counter()
        with pytest.raises(Refusal) as refusal:
            formats.lay_out(content, None, "a.xml")

        assert refusal.value.reason == reason
        assert time.perf_counter() - started < 1

    def test_a_file_cut_anywhere_is_refused(self) -> None:
        """Half a file is never half a document."""
        content = akn(acting("1.") + listed("2.", "Decides:", point("(a)", "lamps;")))

        for size in range(60, len(content), 97):
            with pytest.raises(Refusal) as refusal:
                formats.lay_out(content[:size], None, "a.xml")
            assert refusal.value.reason in {"broken", "unknown-type"}


def _sample() -> list[Path]:
    """Two real files of each folder, so of each organ and language."""
    folders = sorted({path.parent for path in CORPUS.rglob("*.xml")})
    return [
        path
        for folder in folders
        if folder.name != "German"
        for path in islice(sorted(folder.glob("*.xml")), 2)
    ]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not on this machine")
@pytest.mark.parametrize("path", _sample(), ids=lambda path: path.name)
def test_real_files_are_read_as_their_elements_say(path: Path, reference: Gazetteer) -> None:
    """Every numbered paragraph, point and note of a real file is exactly one row, and the cover is believed."""
    found = measure(path, reference)

    assert (found.refused, found.wrong) == ("", [])
    assert (found.exact, found.notes_exact) == (found.numbered, found.notes)
    assert found.conserved == 1.0


class TestMachineRead:
    """What the file states for machines, and its links."""

    def test_links_are_kept_in_text_and_notes(self, reading: Reading) -> None:
        """A link cut in pieces by a change of font is one; one without words is none, as 223 of the corpus are."""
        href = '<a href="https://undocs.org/ar/S/RES/2643(2022)">'
        rest = f'all of {href}2643</a>{href} </a>{href}(2022)</a>{href}</a><authorialNote marker="1"><p>See {href}there</a>.</p></authorialNote>;'
        document = reading(akn(acting("1.", rest=rest)))

        assert [(link.place, link.surface, link.linked_symbol) for link in document.links] == [
            ("paragraph", "2643 (2022)", "S/RES/2643 (2022)"),
            ("footnote", "there", "S/RES/2643 (2022)"),
        ]
        texts = {p.eid: p.text for p in document.structure.paragraphs}
        first = document.links[0]
        assert texts[str(first.eid)][first.start : first.end] == first.surface

    def test_a_row_names_the_element_it_is(self, reading: Reading) -> None:
        """The file counts preambular paragraphs too; a row keeps its name for the element, and has its own."""
        body = acting("1.").replace("<paragraph ", '<paragraph eId="para_4" ')
        preamble = PREAMBLE.replace(
            '<container name="Recalling">', '<container name="Recalling" eId="container_2">'
        )

        found = [(p.eid, p.source_eid) for p in reading(akn(body, preamble=preamble)).structure.paragraphs]

        assert found == [("preamble__p_1", None), ("preamble__p_2", "container_2"), ("para_1", "para_4")]

    def test_a_quoted_amendment_is_a_quotation(self, reading: Reading) -> None:
        """Its letters are those of the text it is put into, not points of the paragraph: S/RES/2699 (2023), paragraph 14."""
        quoted = (
            '<p><mod><quotedStructure><p>\u201c<span class="italic">Decides</span> that lamps:</p>'
            "<point><num>a.</num><content><p>Burn;</p></content></point></quotedStructure></mod></p></content>"
        )
        content = acting("1.", rest="that paragraph 11 shall be:").replace("</content>", quoted)

        assert rows(reading(akn(content)))[2:] == [
            ("para_1", "operative", "Decides that paragraph 11 shall be:"),
            ("para_1__quote_1", "quote", "\u201cDecides that lamps:"),
            ("para_1__quote_2", "quote", "a. Burn;"),
        ]

    def test_what_the_file_leaves_empty_is_nothing(self, reading: Reading) -> None:
        """Most files of 2005 and 2013 have the elements of a vote and a workflow with nothing in them."""
        empty = (
            '<workflow><step date="0001-01-01" outcome="draftResolutionAdditionalSponsors" by=""/><step/></workflow>'
            '<analysis><parliamentary><voting><quorum value=""/></voting></parliamentary></analysis>'
            '<classification><keyword value="" showAs="" dictionary="S/"/></classification></meta>'
        )
        content = akn(acting("1.")).replace(b"</meta>", empty.encode())
        document = reading(content)

        assert (document.subjects, document.proceedings.steps, document.proceedings.votes) == ((), (), ())

    def test_an_end_that_began_nowhere_closes_the_open_paragraph(self, reading: Reading) -> None:
        """Ten statements of 2007 have a heading that ends as the title it was before: S/PRST/2007/13."""
        heading = paragraph("", "Statement of lamps", "H1")
        broken = heading.replace("</paragraph>", "</docTitle></p>")

        whole = reading(akn(heading + acting("1.")))
        mended = reading(akn(broken + acting("1.")))

        assert mended.structure == whole.structure

    @pytest.mark.parametrize(
        "body", ["<paragraph><content></paragraph></content>", "<paragraph>", "<p>a</p", "<p a=></p>"]
    )
    def test_what_cannot_be_mended_is_refused(self, reading: Reading, body: str) -> None:
        """Ends that cross, ends that are missing, and tags that are none."""
        with pytest.raises(Refusal, match="not well-formed") as caught:
            reading(akn(body))

        assert caught.value.reason == "broken"
