"""What a catalogue record says: one line a case, in MARCXML of records that never were."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import time
from collections.abc import Callable
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.strategies import SYMBOLS
from transforms import symbols
from transforms.catalogue import (
    Agenda,
    Link,
    Page,
    Provenance,
    Record,
    Votes,
    page,
    query,
    record,
    rows_of,
    spellings,
)
from transforms.catalogue.fields import LARGEST_RECORD, MOST_FIELDS
from transforms.catalogue.pages import LARGEST_PAGE
from transforms.catalogue.parsing import MOST_MARKS
from transforms.errors import Refusal
from transforms.schema import TABLES

MARC = "http://www.loc.gov/MARC21/slim"
NUMBER = '<controlfield tag="001">900001</controlfield>'


def field(tag: str, *subfields: str) -> str:
    """A field in MARCXML; each subfield is written `a:text`."""
    inside = "".join(
        f"<subfield code={quoteattr(each.partition(':')[0])}>{escape(each.partition(':')[2])}</subfield>"
        for each in subfields
    )
    return f'<datafield tag="{tag}" ind1=" " ind2=" ">{inside}</datafield>'


def marc(*fields: str) -> bytes:
    """A record with a control number and these fields."""
    return f'<record xmlns="{MARC}">{NUMBER}{"".join(fields)}</record>'.encode()


def collection(*records: bytes, before: str = "", after: str = "") -> bytes:
    inside = b"\n".join(records)
    return before.encode() + b"<collection>" + inside + b"</collection>" + after.encode()


def read(tag: str, *subfields: str) -> Record:
    """The record with this one field."""
    return record(marc(field(tag, *subfields)))


FULL = marc(
    field("029", "a:JN", "b:N9912345 E"),
    field("041", "a:araengfre"),
    field("091", "a:GEN"),
    field("191", "a:A/999/12", "b:A/", "c:999"),
    field("191", "a:E/2099/5", "b:E/", "c:2099"),
    field("245", "a:Water in the far north :", "b:report of the Secretary-General /", "c:UN"),
    field("260", "a:New York :", "b:UN,", "c:2 Feb. 2099"),
    field("269", "a:2099-01-31"),
    field("500", "a:Submitted pursuant to General Assembly resolution 98/70."),
    field("500", "a:Includes a map."),
    field("650", "a:A LABEL", "0:http://metadata.un.org/thesaurus/1009999"),
    field("710", "a:UN. Secretary-General"),
    field("856", "u:https://example.org/record/900001/files/A_999_12-EN.pdf", "y:English"),
    field("989", "a:Documents", "b:Reports"),
    field("991", "a:A/999/251", "b:12a", "c:The north", "d:WATER--NORTH"),
    field("992", "a:2099-03-01"),
    field("993", "a:A/999/L.7"),
    field("996", "a:Adopted 141-7-32, 65th plenary meeting", "b:141", "c:7", "d:32", "e:13", "f:193"),
)


class TestPages:
    @pytest.mark.parametrize(
        ("before", "after", "total"),
        [
            ("<!-- Search-Engine-Total-Number-Of-Results: 1234 -->\n", "", 1234),
            ('<?xml version="1.0" encoding="UTF-8"?>\n<!--Search-Engine-Total-Number-Of-Results:0-->', "", 0),
            ("", "<!-- Search-Engine-Total-Number-Of-Results: 7 -->", 7),
            ("<!-- something else -->", "", None),
            ("", "", None),
            ("<!-- Search-Engine-Total-Number-Of-Results: many -->", "", None),
        ],
    )
    def test_the_total_stands_in_a_comment(self, before: str, after: str, total: int | None) -> None:
        """Where the comment is missing or says no number, nobody knows the total."""
        assert page(collection(before=before, after=after)) == Page(total, ())

    def test_a_comment_inside_a_record_tells_no_total(self) -> None:
        """A record cannot pretend to speak for the search engine."""
        inside = marc("<!-- Search-Engine-Total-Number-Of-Results: 9 -->")

        assert page(collection(inside)).total is None

    def test_a_record_may_come_alone(self) -> None:
        """A record's own export and its place in a search answer give the same bytes."""
        assert page(FULL).records == page(collection(marc(), FULL)).records[1:]

    def test_records_come_in_the_order_of_the_answer(self) -> None:
        """Three records in, three out."""
        given = [marc(field("191", f"a:A/999/{number}")) for number in (3, 1, 2)]

        found = [record(each).symbols for each in page(collection(*given)).records]

        assert found == [("A/999/3",), ("A/999/1",), ("A/999/2",)]

    def test_canonical_bytes_are_a_record_and_stay_the_same(self) -> None:
        """A record taken out of a page and asked for again is the same to the byte."""
        (once,) = page(FULL).records

        assert page(once).records == (once,)
        assert record(once) == record(FULL)

    @pytest.mark.parametrize(
        ("content", "told"),
        [
            (b"<!DOCTYPE html>\n<html><head><title>Just a moment</title></head></html>", "HTML"),
            (b"\xef\xbb\xbf \n<!-- a challenge --><HTML lang='en'><body>wait", "HTML"),
            (b"", "broken XML"),
            (b"\x00\xff\xfe", "broken XML"),
            (b"429 Too Many Requests", "broken XML"),
            (b"<collection><record>", "broken XML"),
            (b"<collection>&nbsp;</collection>", "broken XML"),
            (collection(marc()).replace(b"900001", b"\xff"), "broken XML"),
            ("<?xml version='1.0' encoding='utf-16'?><collection/>".encode("utf-16"), "broken XML"),
            (b"<rss/>", "its root is 'rss'"),
            (b"<collection xmlns='http://example.org/other'/>", "its root is"),
            (b"<?xml version='1.0'?>\n<!-- x --><!DOCTYPE collection><collection/>", "document type"),
            (b"<!DOCTYPE collection SYSTEM 'file:///etc/passwd'><collection/>", "document type"),
        ],
    )
    def test_what_is_no_catalogue_is_refused(self, content: bytes, told: str) -> None:
        """The reason is one code, and the message says what came instead."""
        with pytest.raises(Refusal) as refused:
            page(content)

        assert refused.value.reason == "not-a-catalogue"
        assert told in refused.value.message
        assert refused.value.message.isprintable()

    def test_a_billion_laughs_are_refused_at_once(self) -> None:
        """Entities are neither expanded nor counted: the declaration alone ends the reading."""
        laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
        content = f'<!DOCTYPE collection [<!ENTITY l0 "ha">{laughs}]><collection>&l9;</collection>'.encode()
        started = time.perf_counter()

        for asked in (page, record):
            with pytest.raises(Refusal, match="document type"):
                asked(content)

        assert time.perf_counter() - started < 0.5

    def test_a_comment_without_end_is_refused_at_once(self) -> None:
        """Looking for a declaration behind a million beginnings of comments takes no time."""
        started = time.perf_counter()

        with pytest.raises(Refusal):
            page(b"<!--" * 500_000)

        assert time.perf_counter() - started < 2

    @pytest.mark.parametrize("depth", [10_000, 200_000])
    def test_depth_is_refused(self, depth: int) -> None:
        """Elements inside elements without end break no stack."""
        with pytest.raises(Refusal, match="broken XML"):
            page(b"<collection>" + b"<record>" * depth)

    def test_a_page_has_its_limit(self) -> None:
        """More than 32 MiB are not looked at."""
        with pytest.raises(Refusal, match="bytes, at most"):
            page(b"<collection/>".ljust(LARGEST_PAGE + 1))

    def test_a_page_of_nothing_but_tags_has_its_limit(self) -> None:
        """A few megabytes of empty elements would fill a gigabyte of memory."""
        with pytest.raises(Refusal, match="tags, at most"):
            page(b"<collection>" + b"<a/>" * MOST_MARKS + b"</collection>")


WRITTEN_OTHERWISE: dict[str, Callable[[str], str]] = {
    "prefixes": lambda text: re.sub("<(/?)", r"<\1marc:", text).replace("xmlns=", "xmlns:marc="),
    "no namespace": lambda text: text.replace(f' xmlns="{MARC}"', ""),
    "attributes of others": lambda text: re.sub(
        "^<([a-z:]+)", r'<\1 xmlns:x="urn:x" x:place="y" id="4"', text
    ),
    "line before an attribute": lambda text: text.replace(" xmlns", "\n  xmlns"),
    "indentation": lambda text: text.replace("><", ">\n      <"),
    "comments": lambda text: re.sub(r">\s*<", "> <!-- apart -->\n<", text),
    "order of attributes": lambda text: text.replace('ind1=" " ind2=" "', 'ind2=" "  ind1=" "'),
    "space around a text": lambda text: text.replace("Includes a map.", " Includes <!-- -->a map.\n"),
    "quotes": lambda text: text.replace('"', "'"),
    "escapes": lambda text: text.replace("plenary", "<![CDATA[ple]]>n&#97;ry"),
    "declaration": lambda text: f'<?xml version="1.0" encoding="UTF-8"?>\n<?style sheet?>\n{text}',
    "byte order mark": lambda text: f"\ufeff{text}",
}
"""Ways to write the same record otherwise, in an order in which all but the first two go together."""


class TestCanonicalBytes:
    @pytest.mark.parametrize("way", WRITTEN_OTHERWISE)
    def test_writing_it_otherwise_changes_no_byte(self, way: str) -> None:
        """White space between elements, attribute order, quotes, prefixes and comments are not what a record says."""
        written = WRITTEN_OTHERWISE[way](FULL.decode()).encode()

        assert written != FULL
        assert page(written).records == page(FULL).records

    @given(st.sets(st.sampled_from(sorted(WRITTEN_OTHERWISE))))
    @settings(max_examples=50, deadline=None)
    def test_writing_it_otherwise_in_several_ways_changes_no_byte(self, ways: set[str]) -> None:
        """Nor all of it together."""
        text = FULL.decode()
        for way, rewrite in WRITTEN_OTHERWISE.items():
            if way in ways and not (way == "no namespace" and "prefixes" in ways):
                text = rewrite(text)

        assert page(text.encode()).records == page(FULL).records

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("141", "142"),
            ("Water", "water"),
            ('ind1=" "', 'ind1="1"'),
            ('code="y"', 'code="z"'),
            ("far north", "far  north"),
            (NUMBER, NUMBER + '<controlfield tag="005">20990101</controlfield>'),
        ],
    )
    def test_saying_something_else_changes_the_digest(self, old: str, new: str) -> None:
        """Any revision of the record is seen."""
        revised = FULL.decode().replace(old, new, 1).encode()

        digests = {hashlib.sha256(each).digest() for each in (*page(FULL).records, *page(revised).records)}

        assert len(digests) == 2


class TestRecords:
    def test_every_field_is_read(self) -> None:
        """The whole of a record, field by field."""
        assert record(FULL) == Record(
            control_number="900001",
            symbols=("A/999/12", "E/2099/5"),
            title="Water in the far north : report of the Secretary-General / UN",
            document_types=("Documents / Reports",),
            distribution="GEN",
            job_numbers=("N9912345 E",),
            languages=("ar", "en", "fr"),
            document_date=dt.date(2099, 1, 31),
            document_date_text="2099-01-31",
            publication_date=dt.date(2099, 2, 2),
            publication_date_text="2 Feb. 2099",
            action_date=dt.date(2099, 3, 1),
            action_date_text="2099-03-01",
            session="999",
            bodies=("A/", "E/"),
            author_bodies=("UN. Secretary-General",),
            subject_uris=("http://metadata.un.org/thesaurus/1009999",),
            agenda=(Agenda("A/999/251", "12a", "The north", "WATER--NORTH"),),
            related_symbols=("A/999/L.7",),
            notes=("Submitted pursuant to General Assembly resolution 98/70.", "Includes a map."),
            mandate_note="Submitted pursuant to General Assembly resolution 98/70.",
            mandate_symbols=("A/RES/98/70",),
            vote=Votes(141, 7, 32, 13, is_without_vote=False, text="Adopted 141-7-32, 65th plenary meeting"),
            links=(Link("https://example.org/record/900001/files/A_999_12-EN.pdf", "en", ("A/999/12",)),),
        )

    def test_a_record_may_say_nothing(self) -> None:
        """A control number is enough: everything else is None or empty."""
        bare = record(marc())

        values = [getattr(bare, name) for name in Record.__slots__ if name != "control_number"]
        assert bare.control_number == "900001"
        assert set(values) == {None, ()}

    @pytest.mark.parametrize(
        "odd",
        [
            "<datafield><subfield>no tag, no code</subfield></datafield>",
            '<datafield tag="191"><subfield>A/999/1</subfield></datafield>',
            '<datafield tag="191"><subfield code="">A/999/1</subfield></datafield>',
            '<datafield tag="191"><subfield code="ab">A/999/1</subfield></datafield>',
            '<datafield tag="191" ind1="x" ind2="yz"/>',
            '<datafield tag="191"><subfield code="a"/></datafield>',
            '<datafield tag="191"><subfield code="a">   </subfield></datafield>',
            '<datafield tag="191">A/999/1</datafield>',
            '<datafield tag="856"><subfield code="y">English</subfield></datafield>',
            '<datafield tag="996"><subfield code="f">193</subfield></datafield>',
            '<datafield tag="991"><subfield code="z">x</subfield></datafield>',
            "<controlfield>x</controlfield><leader/><unknown><subfield code='a'>x</subfield></unknown>",
            '<x:datafield xmlns:x="urn:x" tag="191"><subfield code="a">A/999/1</subfield></x:datafield>',
            "stray text",
        ],
    )
    def test_odd_fields_are_gaps(self, odd: str) -> None:
        """A field without tag, code, text or meaning says nothing and harms nothing."""
        assert record(marc(odd)) == record(marc())

    def test_indicators_do_not_matter(self) -> None:
        """A field with the wrong indicators is the field."""
        wrong = FULL.decode().replace('ind1=" " ind2=" "', 'ind1="7" ind2="!"').encode()

        assert record(wrong) == record(FULL)

    @pytest.mark.parametrize(
        ("content", "told"),
        [
            (b"<html></html>", "HTML"),
            (b"", "broken XML"),
            (collection(marc()), "one <record>"),
            (f'<record xmlns="{MARC}"/>'.encode(), "no control number"),
            (b'<record><controlfield tag="001"> </controlfield></record>', "no control number"),
            (marc(field("500", "a:" + "x" * LARGEST_RECORD)), "bytes, at most"),
            (marc(*[field("500")] * MOST_FIELDS), "2001 fields"),
        ],
    )
    def test_what_is_no_record_is_refused(self, content: bytes, told: str) -> None:
        """Only bytes that are no record, or one that nobody could name, are refused."""
        with pytest.raises(Refusal) as refused:
            record(content)

        assert refused.value.reason == "not-a-record"
        assert told in refused.value.message

    @pytest.mark.parametrize(
        ("given", "found"),
        [
            (["A/999/1"], ("A/999/1",)),
            (["a/999/1", "A/999/1", "S/2099/3"], ("A/999/1", "S/2099/3")),
            (["S/RES/901(2049)"], ("S/RES/901 (2049)",)),
            (["A/61/904-S/2006/990"], ("A/61/904", "S/2006/990")),
            (["A/75/957Add.1"], ("A/75/957/Add.1",)),
            (["A/HCR/24/57"], ("A/HRC/24/57",)),
            (["A/RES/2950(XXV)[C]"], ("A/RES/2950 C (XXV)",)),
            (["A/RES/917(III)[A-B]"], ("A/RES/917 A-B (III)",)),
            (["A/RES/48/962[B]"], ("A/RES/48/962 B",)),
            (["A/999/1*"], ("A/999/1",)),
            (["[S/PRST/20]"], ("[S/PRST/20]",)),
            (["no symbol", "A/999/1"], ("no symbol", "A/999/1")),
        ],
    )
    def test_symbols_are_canonical_where_they_are_symbols(
        self, given: list[str], found: tuple[str, ...]
    ) -> None:
        """Misspelt ones are mended where what was meant is certain; the rest stays as catalogued."""
        assert record(marc(*(field("191", f"a:{each}") for each in given))).symbols == found

    def test_related_symbols_are_not_the_record_s_own(self) -> None:
        """A record of a vote names the resolution voted on under 791, a resolution its drafts under 993."""
        found = record(
            marc(field("791", "a:A/RES/99/1"), field("993", "a:a/99/l.1"), field("993", "a:A/99/L.1"))
        )

        assert (found.symbols, found.related_symbols) == ((), ("A/RES/99/1", "A/99/L.1"))

    @pytest.mark.parametrize(
        ("subfields", "title"),
        [
            (("a:Water :", "b:report /", "c:by X"), "Water : report / by X"),
            (("a:Records.", "n:Part 2,", "p:Annexes"), "Records. Part 2, Annexes"),
            (("6:880-01", "a:  Water\n in   the north  "), "Water in the north"),
            (("a:water, teh north [sic]",), "water, teh north [sic]"),
            (("h:[film]",), None),
        ],
    )
    def test_a_title_is_joined_and_never_mended(self, subfields: tuple[str, ...], title: str | None) -> None:
        """Parts are joined in their order; mistakes are the cataloguer's to correct."""
        assert read("245", *subfields).title == title

    @pytest.mark.parametrize(
        ("text", "day"),
        [
            ("2018-08-17", dt.date(2018, 8, 17)),
            ("20180817", dt.date(2018, 8, 17)),
            ("17 Aug. 2018", dt.date(2018, 8, 17)),
            ("[17 August 2018]", dt.date(2018, 8, 17)),
            ("9 Sept. 2018.", dt.date(2018, 9, 9)),
            ("1 May 2018", dt.date(2018, 5, 1)),
            ("[2018]", None),
            ("2018-08", None),
            ("201808", None),
            ("Aug. 2018", None),
            ("2018-02-30", None),
            ("0000-01-01", None),
            ("17 Augment 2018", None),
            ("17/08/2018", None),
            ("17-18 Aug. 2018", None),
            ("٢٠١٨-٠٨-١٧", None),
            ("c2018", None),
        ],
    )
    def test_a_whole_date_is_a_day(self, text: str, day: dt.date | None) -> None:
        """Whatever is not a whole date stays as the text it is."""
        found = read("269", f"a:{text}")

        assert (found.document_date, found.document_date_text) == (day, text)

    @pytest.mark.parametrize(
        ("texts", "found"),
        [
            (["eng"], ("en",)),
            (["araengfrerusspachi"], ("ar", "en", "fr", "ru", "es", "zh")),
            (["eng", "fre", "eng"], ("en", "fr")),
            (["eng, spa"], ("en", "es")),
            (["ENG"], ("en",)),
            (["ger"], ("de",)),
            (["E"], ("en",)),
            (["fr"], ("fr",)),
            (["French"], ("fr",)),
            (["mul"], ("mul",)),
            (["swaeng"], ("swa", "en")),
            (["english"], ("en",)),
            (["1234"], ()),
        ],
    )
    def test_languages_are_iso_codes_where_known(self, texts: list[str], found: tuple[str, ...]) -> None:
        """Three letters, several threes without a space, one letter, or a name."""
        assert record(marc(field("041", *(f"a:{text}" for text in texts)))).languages == found

    @pytest.mark.parametrize(
        ("subfields", "found"),
        [
            (("a:JN", "b:N9912345"), ("N9912345",)),
            (("a:JN", "b:N9912345 E", "b:N9912346 F"), ("N9912345 E", "N9912346 F")),
            (("a:SN", "b:12345"), ()),
            (("a:N9912345",), ("N9912345",)),
            (("b:GE.99-12345",), ("GE.99-12345",)),
            (("a:jn",), ()),
        ],
    )
    def test_job_numbers_are_those_said_to_be_some(
        self, subfields: tuple[str, ...], found: tuple[str, ...]
    ) -> None:
        """Numbers of other kinds, of sales or governments, are left."""
        assert read("029", *subfields).job_numbers == found

    @pytest.mark.parametrize(
        ("subfields", "found"),
        [
            (("a:A LABEL", "0:http://metadata.un.org/thesaurus/1001"), ("1001",)),
            (("a:A LABEL", "1:https://metadata.un.org/thesaurus/1002/"), ("1002",)),
            (("0:(DHLAUTH)77", "1:http://metadata.un.org/thesaurus/1001"), ("1001",)),
            (("a:A LABEL",), ()),
            (("a:http://metadata.un.org/thesaurus/1001",), ()),
            (("0:http://metadata.un.org/thesaurus/1001?x=A LABEL",), ()),
            (("0:http://example.org/http://metadata.un.org/thesaurus/1001",), ()),
        ],
    )
    def test_a_subject_is_an_address_and_never_a_label(
        self, subfields: tuple[str, ...], found: tuple[str, ...]
    ) -> None:
        """The thesaurus may be pointed at, its words not passed on."""
        read_back = read("650", *subfields)

        assert read_back.subject_uris == tuple(f"http://metadata.un.org/thesaurus/{each}" for each in found)
        assert "A LABEL" not in repr(read_back)

    @pytest.mark.parametrize(
        ("subfields", "language", "found"),
        [
            (("u:https://example.org/files/A_999_1-FR.pdf", "y:Français"), "fr", ("A/999/1",)),
            (("u:https://example.org/files/A_999_1-FR.pdf",), "fr", ("A/999/1",)),
            (("u:https://example.org/files/A_999_1.pdf", "3:Русский"), "ru", ("A/999/1",)),
            (("u:https://example.org/files/A_999_1-EN.pdf?version=2#page=3",), "en", ("A/999/1",)),
            (("u:https://example.org/files/S_RES_937%281949%29-ES.pdf",), "es", ("S/RES/937 (1949)",)),
            (("u:https://example.org/files/A_61_904&S_2006_990-EN.pdf",), "en", ("A/61/904", "S/2006/990")),
            (("u:https://example.org/files/summary.pdf", "y:ENGLISH PDF"), "en", ()),
            (("u:https://example.org/files/summary.pdf", "y:Corrigendum en español"), "es", ()),
            (("u:https://example.org/files/summary.pdf", "y:click here", "z:ar"), "ar", ()),
            (("u:nonsense", "y:click here"), None, ()),
        ],
    )
    def test_a_link_tells_its_language_and_symbols(
        self, subfields: tuple[str, ...], language: str | None, found: tuple[str, ...]
    ) -> None:
        """The label tells the language, else the file's name; the symbols are those the name encodes."""
        assert read("856", *subfields).links == (Link(subfields[0].removeprefix("u:"), language, found),)

    @pytest.mark.parametrize(
        ("subfields", "found"),
        [
            (("b:141", "c:7", "d:32", "e:13", "f:193"), Votes(141, 7, 32, 13, False, "")),
            (("a:Adopted 13-0-2, 8000th meeting",), Votes(13, 0, 2, None, False, "Adopted 13-0-2, 8000th meeting")),
            (("a:Adopted without vote",), Votes(None, None, None, None, True, "Adopted without vote")),
            (("a:Adopted by consensus",), Votes(None, None, None, None, True, "Adopted by consensus")),
            (("a:Adopted without a vote", "b:9"), Votes(9, None, None, None, False, "Adopted without a vote")),
            (("a:Adopted unanimously",), Votes(None, None, None, None, False, "Adopted unanimously")),
            (("a:Adopted at A/99/PV.1-2-3",), Votes(None, None, None, None, False, "Adopted at A/99/PV.1-2-3")),
            (("b:many", "c:٧"), None),
            (("f:193",), None),
        ],
    )  # fmt: skip
    def test_a_vote_is_its_numbers(self, subfields: tuple[str, ...], found: Votes | None) -> None:
        """The subfields count; where there are none, the numbers in the summary do."""
        assert read("996", *subfields).vote == found

    def test_an_agenda_item_is_told_once(self) -> None:
        """Several items keep their order; repeated ones and empty ones are left."""
        found = record(
            marc(
                field("991", "b:12", "c:The north"),
                field("991", "a:a/999/251/rev.1", "b:13"),
                field("991", "b:12", "c:The north"),
                field("991", "9:X"),
            )
        )

        assert found.agenda == (
            Agenda(None, "12", "The north", None),
            Agenda("A/999/251/Rev.1", "13", None, None),
        )


class TestMandates:
    @pytest.mark.parametrize(
        ("note", "found"),
        [
            ("Submitted pursuant to General Assembly resolution 98/70.", ("A/RES/98/70",)),
            ("Submitted pursuant to paragraph 5 of Security Council resolution 9500 (2049).", ("S/RES/9500 (2049)",)),
            ("Submitted pursuant to General Assembly resolutions 60/901 and 61/902", ("A/RES/60/901", "A/RES/61/902")),
            (
                "Submitted in accordance with Assembly resolution 70/901 and Economic and Social Council decision 2006/906.",
                ("A/RES/70/901", "E/DEC/2006/906"),
            ),
            ("Submitted pursuant to Human Rights Council resolution 34/96", ("A/HRC/RES/34/96",)),
            (
                "Pursuant to Human Rights Council decision 2/902 and resolution S-17/9.",
                ("A/HRC/DEC/2/902", "A/HRC/RES/S-17/9"),
            ),
            ("Submitted pursuant to General Assembly resolution 3931 B (XXIX).", ("A/RES/3931 B (XXIX)",)),
            ("Submitted pursuant to General Assembly decision 50/900.", ("A/DEC/50/900",)),
            ("Issued in response to ECOSOC res. 2010/91", ("E/RES/2010/91",)),
            ("Submitted pursuant to GA res. 48/962 B of 14 Dec. 1993 and 49/963 of 1 Sept. 1994.", ("A/RES/48/962 B", "A/RES/49/963")),
            ("Report requested in A/RES/60/901.", ("A/RES/60/901",)),
            ("As requested by the President (S/PRST/2049/9).", ("S/PRST/2049/9",)),
            ("Submitted pursuant to Assembly resolution 60/901. See also resolution 61/902.", ("A/RES/60/901",)),
            ("Submitted pursuant to para. 5 of Assembly resolution 60/901.", ("A/RES/60/901",)),
            ("Transmits the text of General Assembly resolution 60/901.", ()),
            ("Submitted pursuant to rule 15 of the rules of procedure.", ()),
            ("Submitted pursuant to article 98 of the Charter.", ()),
            ("See document A/60/901, submitted in accordance with A/60/902.", ()),
        ],
    )  # fmt: skip
    def test_a_note_names_what_asked_for_the_document(self, note: str, found: tuple[str, ...]) -> None:
        """Resolutions, decisions and statements behind `pursuant to` and its like, in the sentence of these words."""
        told = read("500", f"a:{note}")

        assert told.mandate_symbols == found
        assert told.mandate_note == (note if found else None)
        assert told.notes == (note,)

    @pytest.mark.parametrize(
        ("symbol", "found"),
        [
            ("A/HRC/40/91", "A/HRC/RES/32/13"),
            ("A/99/91", "A/RES/32/13"),
            ("no symbol", "A/RES/32/13"),
        ],
    )
    def test_the_document_s_organ_tells_whose_resolution_is_meant(self, symbol: str, found: str) -> None:
        """`resolution 32/13` is the Human Rights Council's in a report to it."""
        told = record(
            marc(field("191", f"a:{symbol}"), field("500", "a:Submitted pursuant to resolution 32/13."))
        )

        assert told.mandate_symbols == (found,)

    def test_several_notes_are_told_together(self) -> None:
        """A mandate is named once, and a note that names none is not among them."""
        told = record(
            marc(
                field("500", "a:Submitted pursuant to Assembly resolution 60/901."),
                field("500", "a:Includes a map."),
                field("500", "a:Also issued pursuant to General Assembly resolutions 60/901 and 60/902."),
            )
        )

        assert told.mandate_symbols == ("A/RES/60/901", "A/RES/60/902")
        assert told.mandate_note == " ".join(told.notes[::2])

    def test_a_mandate_without_a_number_keeps_its_note(self) -> None:
        """Where no symbol can be made of it, the words are still the mandate."""
        told = read("500", "a:Submitted pursuant to Executive Board decision 2049/5.")

        assert (told.mandate_note, told.mandate_symbols) == (told.notes[0], ())


class TestQuestions:
    @pytest.mark.parametrize(
        ("symbol", "found"),
        [
            ("S/RES/937(1949)", ("S/RES/937 (1949)", "S/RES/937(1949)")),
            ("A/75/6 (Sect. 29A)", ("A/75/6 (Sect. 29A)", "A/75/6(Sect. 29A)")),
            ("A/RES/2950 C (XXV)", ("A/RES/2950 C (XXV)", "A/RES/2950 C(XXV)", "A/RES/2950(XXV)[C]")),
            ("A/RES/48/962 B", ("A/RES/48/962 B",)),
            ("A/999/1", ("A/999/1",)),
        ],
    )
    def test_a_symbol_is_sought_as_it_may_be_spelt(self, symbol: str, found: tuple[str, ...]) -> None:
        """Canonical first; with and without the space before a parenthesis."""
        (parsed,) = symbols.parse(symbol)

        assert spellings(parsed) == found

    @given(SYMBOLS)
    @settings(deadline=None)
    def test_every_spelling_finds_the_same_symbol(self, symbol: str) -> None:
        """What is sought under any spelling is catalogued under the canonical one."""
        (parsed,) = symbols.parse(symbol)

        for spelt in spellings(parsed):
            assert read("191", f"a:{spelt}").symbols == (str(parsed),)
            assert spelt in query(spelt)

    def test_a_pattern_is_sought_among_symbols(self) -> None:
        """One field, in quotation marks."""
        assert query("A/RES/78/*") == '191__a:"A/RES/78/*"'

    @pytest.mark.parametrize("pattern", ["", 'A/1" OR 245:"x', "A/1\n", "A/1\x00", "ы", "A" * 161])
    def test_a_pattern_cannot_leave_its_quotation_marks(self, pattern: str) -> None:
        """A pattern is part of one question and never becomes another."""
        with pytest.raises(Refusal, match="malformed-symbol"):
            query(pattern)


WHERE = Provenance("https://example.org/search?p=x", "ab" * 32, "e1")


class TestRows:
    def test_tables_are_those_declared(self) -> None:
        """Also where there is no record: four empty tables of the declared shape."""
        for made in (rows_of(()), rows_of([(record(FULL), WHERE)])):
            assert list(made) == ["records", "record_agenda", "record_subjects", "record_links"]
            assert all(table.schema.equals(TABLES[name].arrow) for name, table in made.items())

    def test_a_record_is_a_row_that_tells_where_it_came_from(self) -> None:
        """Nothing that a record says is lost between it and its rows."""
        made = {name: table.to_pylist() for name, table in rows_of([(record(FULL), WHERE)]).items()}

        (row,) = made["records"]
        assert (row["record_id"], row["symbols"], row["link_count"]) == (
            "undl:900001",
            ["A/999/12", "E/2099/5"],
            1,
        )
        assert (row["source_url"], row["content_sha256"], row["imported_event_id"]) == (
            WHERE.source_url, WHERE.content_sha256, WHERE.event_id,
        )  # fmt: skip
        assert [name for name, value in row.items() if value in (None, [])] == []
        assert made["record_agenda"] == [
            {
                "record_id": "undl:900001",
                "ordinal": 1,
                "document": "A/999/251",
                "item": "12a",
                "title": "The north",
            }
        ]
        assert [each["subject_uri"] for each in made["record_subjects"]] == [
            "http://metadata.un.org/thesaurus/1009999"
        ]

    def test_no_vote_is_no_number(self) -> None:
        """A record that says nothing of a vote has null in every column of one."""
        (row,) = rows_of([(record(marc()), WHERE)])["records"].to_pylist()

        assert {
            value for name, value in row.items() if name.endswith(("yes_count", "vote", "vote_text"))
        } == {None}

    def test_the_later_of_two_states_stands(self) -> None:
        """A record imported again replaces what it said before, its links too."""
        before = record(marc(field("245", "a:Old"), field("856", "u:https://example.org/a")))
        after = record(marc(field("245", "a:New")))

        made = rows_of([(before, WHERE), (after, Provenance("u", "cd", "e2"))])

        assert made["records"].column("title").to_pylist() == ["New"]
        assert made["records"].column("imported_event_id").to_pylist() == ["e2"]
        assert made["record_links"].num_rows == 0

    @pytest.mark.parametrize(
        ("own", "name", "is_other"),
        [
            ("A/999/1", "A_999_1-EN.pdf", False),
            ("s/res/937(1949)", "S_RES_937%281949%29-ES.pdf", False),
            ("S/2006/990", "A_61_904&S_2006_990-EN.pdf", False),
            ("A/999/1", "A_999_2-EN.pdf", True),
            ("A/999/1", "A_999_1_Corr.1-EN.pdf", True),
            ("A/999/1", "summary.pdf", None),
            ("", "A_999_2-EN.pdf", None),
        ],
    )
    def test_a_file_of_another_document_is_told(self, own: str, name: str, is_other: bool | None) -> None:
        """Some links lead to another document, which its file's name gives away."""
        given = record(marc(field("191", f"a:{own}"), field("856", f"u:https://example.org/{name}")))

        (row,) = rows_of([(given, WHERE)])["record_links"].to_pylist()

        assert row["is_other_document"] is is_other


TEXT = st.text(max_size=40).map(lambda text: "".join(c for c in text if c.isprintable()))
TAGS = st.sampled_from(["029", "041", "091", "191", "245", "260", "269", "500", "650", "710", "791", "856", "989", "991", "992", "993", "996"])  # fmt: skip


class TestNothingBreaksIt:
    @given(
        st.lists(
            st.tuples(st.integers(0, len(FULL) - 1), st.binary(max_size=6), st.integers(0, 30)), max_size=6
        )
    )
    @example([(0, b"<!DOCTYPE r [", 0)])
    @example([(8, b" encoding='x'", 0)])
    @settings(max_examples=300, deadline=None)
    def test_mutated_bytes_are_read_or_refused(self, cuts: list[tuple[int, bytes, int]]) -> None:
        """Whatever is put into or taken out of a record, the answer is a record or a refusal."""
        content = FULL
        for at, put, taken in cuts:
            content = content[:at] + put + content[at + taken :]

        for asked in (page, record):
            try:
                asked(content)
            except Refusal as refusal:
                assert refusal.message.isprintable()  # noqa: PT017 - what is raised is part of the claim

    @given(st.lists(st.tuples(TAGS, st.text("abcdeuyz0123", max_size=2), TEXT), max_size=8))
    @settings(max_examples=200, deadline=None)
    def test_any_text_in_any_field_is_read(self, given_fields: list[tuple[str, str, str]]) -> None:
        """No text breaks a field, and every record becomes rows."""
        content = marc(*(field(tag, f"{code}:{text}") for tag, code, text in given_fields))

        (once,) = page(content).records
        made = rows_of([(record(once), WHERE)])

        assert made["records"].num_rows == 1
        assert record(once) == record(content)

    def test_a_long_note_is_read_in_no_time(self) -> None:
        """A megabyte of `pursuant to` and resolutions does not hold up the others."""
        note = "pursuant to resolution 60/1 and " * 20_000
        started = time.perf_counter()

        assert record(marc(field("500", f"a:{note}"))).mandate_symbols == ("A/RES/60/1",)
        assert time.perf_counter() - started < 2
