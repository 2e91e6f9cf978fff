"""The stand-in for the United Nations: what it says, how it fails, and that what it holds for true is true."""

from __future__ import annotations

import io
import json
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

import httpx
import pypdfium2
import pytest
from docx import Document as WordFile
from lxml import etree

from flows.errors import Usage
from flows.fake_un import ALL, Condition, FakeUN, Fault, Faults, Paper, Record, Shape, World
from flows.fake_un.docx import docx
from flows.fake_un.pdf import PRINTABLE, pdf
from flows.fake_un.serving import introduction, serve
from flows.fake_un.wording import LANGUAGES, report, resolution, words
from transforms import language
from transforms.symbols import join, parse

ROOT = Path(__file__).parents[2]
BROWSER = {"Accept": "application/pdf", "User-Agent": "unfold", "Referer": "https://documents.un.org/"}
ONE = "A/999/1000"
OOXML, PDF = b"PK\x03\x04", b"%PDF"
CLIENT = httpx.Client(trust_env=False, timeout=20)
MARC = {"m": "http://www.loc.gov/MARC21/slim"}


def paper(symbol: str = ONE, code: str = "en", *cites: str) -> Paper:
    """An invented report or resolution."""
    symbols = tuple(map(str, parse(symbol)))
    preamble, paragraphs = (
        resolution(code, symbol, cites) if "/RES/" in symbol else ((), report(code, symbol, cites))
    )
    return Paper(symbols, code, words(code).titles[0], paragraphs, preamble)


def ask(un: FakeUN, symbol: str = ONE, code: str = "en", kind: str = "pdf") -> httpx.Response:
    """What the access address answers to a browser."""
    return CLIENT.get(f"{un.url}/api/symbol/access?s={symbol}&l={code}&t={kind}", headers=BROWSER)


def fetch(un: FakeUN, symbol: str = ONE, code: str = "en", kind: str = "pdf") -> httpx.Response:
    """The file that the access address leads to, or what that address said where it leads nowhere."""
    answer = ask(un, symbol, code, kind)
    location = answer.headers.get("location", "")
    return CLIENT.get(un.url + location.lower()) if location.startswith("/doc/UNDOC/") else answer


def talk(un: FakeUN, path: str) -> socket.socket:
    """A connection on which a browser has asked for a path."""
    host, port = un.url.removeprefix("http://").split(":")
    connection = socket.create_connection((host, int(port)), timeout=10)
    headers = "".join(f"{name}: {value}\r\n" for name, value in BROWSER.items())
    connection.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}\r\n{headers}\r\n".encode())
    return connection


def hear(connection: socket.socket) -> bytes:
    """All that comes until the other side closes."""
    with connection:
        return b"".join(iter(lambda: connection.recv(65536), b""))


def path_of(un: FakeUN, kind: str = "pdf") -> str:
    """The lower-case path of the one paper's file."""
    return ask(un, kind=kind).headers["location"].lower()


def search(un: FakeUN, pattern: str, **more: str) -> tuple[int, list[etree._Element]]:
    """The total that a search tells and the records of its page."""
    query = {"p": f'191__a:"{pattern}"', "of": "xm", **more}
    body = CLIENT.get(f"{un.url}/search", params=query, headers=BROWSER).content
    total = re.search(rb"Search-Engine-Total-Number-Of-Results: (\d+) ", body)
    assert total
    return int(total[1]), etree.fromstring(body).findall("m:record", MARC)


def values(record: etree._Element, tag: str, code: str) -> list[str]:
    """The subfields of a record with a tag and a code."""
    path = f"m:datafield[@tag='{tag}']/m:subfield[@code='{code}']"
    return [str(each.text) for each in record.findall(path, MARC)]


def marked(records: Mapping[str, etree._Element], told: frozenset[str]) -> list[etree._Element]:
    return [records[symbol] for symbol in sorted(told)]


@pytest.fixture(scope="module")
def world() -> World:
    return World.invented(160, 7, ("en", "fr"))


@pytest.fixture(scope="module")
def un(world: World) -> Iterator[FakeUN]:
    with FakeUN(world) as running:
        yield running


@pytest.fixture(scope="module")
def records(un: FakeUN) -> Mapping[str, etree._Element]:
    """Every record of the Library by the symbol of its document."""
    total, found = search(un, "*", rg="200")
    assert total == len(found)
    return {join(parse("-".join(values(each, "191", "a")))): each for each in found}


def test_a_word_file_has_its_symbol_in_the_first_page_header() -> None:
    """Symbol, organ and distribution stand in the header's table, numbers are typed with a tab, properties are filled."""
    content = docx(paper("A/999/1002-S/2096/2", "en", "A/RES/999/12"))

    document = WordFile(io.BytesIO(content))
    (table,) = document.sections[0].first_page_header.tables
    cells = [cell.text for row in table.rows for cell in row.cells]
    custom = zipfile.ZipFile(io.BytesIO(content)).read("docProps/custom.xml").decode()

    assert cells[:2] == ["United Nations", "A/999/1002-S/2096/2"]
    assert "Distr.: General\n14 March 2096\nOriginal: English" in cells
    assert any(text.text.startswith("1.\tThe present report") for text in document.paragraphs)
    assert "General Assembly resolution 999/12" in "".join(text.text for text in document.paragraphs)
    assert 'name="Symbol2"><vt:lpwstr>S/2096/2_x000d_<' in custom
    assert 'name="JobNo"><vt:lpwstr>9600001E_x000d_<' in custom


def test_a_pdf_prints_masthead_paragraphs_and_job_number() -> None:
    """What is on the page of a resolution reads as the United Nations prints one."""
    page = pypdfium2.PdfDocument(pdf(paper("A/RES/999/12")))[0]

    text = page.get_textpage().get_text_range().replace("\r\n", "\n")

    assert text.startswith("United Nations A/RES/999/12")
    assert "\n999/12. Lending of tide gauges\nThe General Assembly,\n" in text
    assert "\n1.   Decides" in text or "\n1. Decides" in text
    assert "96-00001 (E) 140396" in text


def test_a_long_paper_goes_on_over_the_page() -> None:
    """Later pages run the symbol and count."""
    long = replace(paper(), paragraphs=paper().paragraphs * 12)

    pages = list(pypdfium2.PdfDocument(pdf(long)))

    assert len(pages) > 1
    assert pages[1].get_textpage().get_text_range().startswith(ONE)


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_language_is_told_from_its_text(code: str) -> None:
    """A body of eighty words or more in each of the six languages is taken for that language, numbered the same."""
    for symbol in (ONE, "A/RES/999/12"):
        body = (*paper(symbol, code).preamble, *paper(symbol, code).paragraphs)

        assert language.tell(body) == code
        assert len(" ".join(body).split()) >= 80 or code == "zh"
        assert len(paper(symbol, code).paragraphs) == len(paper(symbol).paragraphs)


def test_the_same_world_has_the_same_bytes_in_another_process(world: World) -> None:
    """No clock, no hash seed and no order of the day stands in a file."""
    program = (
        "from flows.fake_un import World; world = World.invented(40, 7, ('ar', 'fr'));"
        "print(sorted(d for s in world.symbols for l in world.languages for d in world.truth(s, l).sha256s))"
    )
    runs = [
        subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE) for _ in range(2)
    ]

    first, second = (run.communicate()[0] for run in runs)

    assert first == second
    assert first.count(b"'") > 100


def test_without_the_extra_one_is_told_what_to_install() -> None:
    """Where python-docx or reportlab is missing, making a document is a usage error with the way out."""
    program = """
import sys
sys.modules["docx"] = sys.modules["reportlab.pdfgen.canvas"] = None
from flows.errors import Usage
from flows.fake_un import Paper
from flows.fake_un.docx import docx
from flows.fake_un.pdf import pdf
for make in (docx, pdf):
    try:
        make(Paper(("A/999/1",), "en", "A title", ("A text.",)))
    except Usage as usage:
        print(usage)
"""

    said = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert said.stdout.count("install unfold-un[fake-un]") == 2


def test_a_world_has_canonical_symbols_and_every_trouble(world: World) -> None:
    """Symbols are as the parser writes them, each once; every condition, shape and odd record is dealt out."""
    assert len(set(world.symbols)) == 160
    assert all(join(parse(symbol)) == symbol for symbol in world.symbols)
    assert {document.condition for document in world.documents} == set(Condition)
    assert {document.shape for document in world.documents} == set(Shape)
    assert {document.record for document in world.documents} == set(Record)
    endings = ("/Add.1", "/Corr.1", "/Rev.1", " (2096)", "-S/2096/2")
    assert all(any(symbol.endswith(ending) for symbol in world.symbols) for ending in endings)


def test_citations_lead_to_other_documents_of_the_world(world: World) -> None:
    """What a text cites is in the world, and the text says so."""
    for document in world.documents:
        said = " ".join((*document.papers["en"].preamble, *document.papers["en"].paragraphs))
        for cited in world.citations(document.symbol):
            assert cited in world.symbols
            assert cited.rpartition("/RES/")[2] in said
    assert any(len(world.citations(symbol)) == 2 for symbol in world.symbols)


def test_access_leads_to_an_address_in_upper_case(un: FakeUN, world: World) -> None:
    """302 to an upper-case path where nothing is; the file is at the lower-case one, with its media type."""
    plain = next(
        d
        for d in world.documents
        if d.condition is Condition.HELD and d.shape is Shape.BOTH and len(d.symbols) == 1
    )

    answer = ask(un, plain.symbol)

    location = answer.headers["location"]
    assert answer.status_code == 302
    assert re.fullmatch(r"/doc/UNDOC/GEN/N96/\d{3}/\d\d/PDF/N96\d{5}\.PDF", location)
    assert CLIENT.get(un.url + location).status_code == 404
    file = CLIENT.get(un.url + location.lower())
    assert (file.status_code, file.headers["content-type"]) == (200, "application/pdf")
    assert sha256(file.content).hexdigest() in world.truth(plain.symbol, "en").sha256s


def test_whatever_is_given_out_is_what_is_true() -> None:
    """In both languages, for every symbol: what is held is given, and nothing else that is a document of its own."""
    world = World.invented(80, 3, ("fr",))
    with FakeUN(world) as un:
        for document in world.documents:
            if document.condition is Condition.TOO_LARGE:
                continue
            for code in world.languages:
                truth = world.truth(document.symbol, code)
                got = {digest(un, document.symbol, kind, code) for kind in ("doc", "pdf") * 4}
                assert (truth.state == "held") == bool(truth.sha256s) == bool(got & truth.sha256s)
                assert truth.sha256s <= got or document.condition is Condition.CHANGED


@pytest.mark.parametrize(
    "spelling",
    ["S/RES/9000%20(2096)", "S/RES/9000+(2096)", "S%2FRES%2F9000%20%282096%29", "s/res/9000(2096)"],
)
def test_slashes_and_parentheses_may_be_escaped_or_not(spelling: str) -> None:
    """The symbol is understood in every way of writing an address, in any case."""
    path = f"/api/symbol/access?s={spelling}&l=en&t=pdf"
    with FakeUN(World.of([paper("S/RES/9000 (2096)")])) as un, talk(un, path) as connection:
        head = connection.recv(200)

    assert head.startswith(b"HTTP/1.1 302 ")
    assert un.requests[0].symbol == "S/RES/9000 (2096)"


def test_half_of_a_joint_symbol_is_enough() -> None:
    """Either half and the whole lead to the same file."""
    with FakeUN(World.of([paper("A/999/1002-S/2096/2")])) as un:
        found = {
            ask(un, symbol).headers["location"]
            for symbol in ("A/999/1002", "S/2096/2", "A/999/1002-S/2096/2")
        }

    assert len(found) == 1


def test_languages_have_codes_and_letters_and_the_unknown_is_english() -> None:
    """`fr` and `F` are French; a code that nobody knows gives English without a word about it."""
    world = World.of([paper(code="en"), paper(code="fr")])
    with FakeUN(world) as un:
        got = {
            code: sha256(fetch(un, code=code).content).hexdigest()
            for code in ("fr", "F", "en", "E", "O", "xx")
        }

    english, french = world.truth(ONE, "en").sha256s, world.truth(ONE, "fr").sha256s
    assert {code for code, digest in got.items() if digest in french} == {"fr", "F"}
    assert {code for code, digest in got.items() if digest in english} == {"en", "E", "O", "xx"}
    assert world.truth(ONE, "ru").state == "absent"


@pytest.mark.parametrize("missing", ["Accept", "User-Agent", "Referer"])
def test_who_is_no_browser_is_sent_to_the_error_page(missing: str) -> None:
    """Without Accept, User-Agent or Referer the answer is 302 to /error, a page of HTML."""
    with FakeUN(World.of([paper()])) as un:
        headers = {
            name: "text/plain" if name == missing == "Accept" else value for name, value in BROWSER.items()
        }
        headers |= {missing: ""} if missing != "Accept" else {}
        answer = CLIENT.get(f"{un.url}/api/symbol/access?s={ONE}&l=en&t=pdf", headers=headers)
        page = CLIENT.get(un.url + answer.headers["location"])

    assert (answer.status_code, answer.headers["location"]) == (302, "/error")
    assert page.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("accept", ["*/*", "application/msword", "text/html, application/pdf;q=0.9"])
def test_a_browser_may_accept_more_than_pdf(accept: str) -> None:
    """Word files or anything at all will do."""
    with FakeUN(World.of([paper()])) as un:
        answer = CLIENT.get(
            f"{un.url}/api/symbol/access?s={ONE}&l=en&t=doc", headers=BROWSER | {"Accept": accept}
        )

    assert answer.headers["location"].endswith(".DOCX")


@pytest.mark.parametrize("symbol", ["nonsense", "A/", "", "A/999/1000/1001/1002"])
def test_a_malformed_symbol_leads_to_the_error_page(un: FakeUN, symbol: str) -> None:
    """What is no symbol is no 404 but 302 to /error."""
    assert ask(un, symbol).headers["location"] == "/error"


def test_a_symbol_that_nothing_has_is_not_found(un: FakeUN, world: World) -> None:
    """A well-formed symbol of no document is 404, and absent in truth."""
    assert ask(un, "A/999/99999").status_code == 404
    assert world.truth("A/999/99999", "en").state == "absent"
    assert world.truth("nonsense", "en").state == "malformed"


@pytest.mark.parametrize(
    ("shape", "found"),
    [
        (Shape.DOCX, {"doc": (OOXML, "DOCX"), "pdf": None}),
        (Shape.PDF, {"doc": None, "pdf": (PDF, "PDF")}),
        (Shape.BOTH, {"doc": (OOXML, "DOCX"), "pdf": (PDF, "PDF")}),
        (Shape.DOC_IS_OOXML, {"doc": (OOXML, "DOC"), "pdf": (PDF, "PDF")}),
        (Shape.DOC_IS_PDF, {"doc": (PDF, "DOC"), "pdf": (PDF, "PDF")}),
    ],
)
def test_what_is_asked_for_as_doc_may_be_anything(
    shape: Shape, found: dict[str, tuple[bytes, str] | None]
) -> None:
    """The name and the media type follow the address, the bytes are what they are; a type that is not there is 404."""
    with FakeUN(World.of([paper()], shapes={ONE: shape})) as un:
        for kind, expected in found.items():
            answer, file = ask(un, kind=kind), fetch(un, kind=kind)
            if expected is None:
                assert answer.status_code == 404
            else:
                assert answer.headers["location"].endswith(f".{expected[1]}")
                assert file.content.startswith(expected[0])


def test_languages_that_helvetica_does_not_know_are_there_as_word_files() -> None:
    """Arabic, Chinese and Russian have no PDF."""
    world = World.of([paper(code=code) for code in LANGUAGES])
    with FakeUN(world) as un:
        printed = {code for code in LANGUAGES if ask(un, code=code).status_code == 302}
        written = {code for code in LANGUAGES if fetch(un, code=code, kind="doc").content.startswith(OOXML)}

    assert printed == PRINTABLE
    assert written == set(LANGUAGES)


def test_absence_is_said_in_two_ways() -> None:
    """404, or 200 with nothing in it and no redirect."""
    papers = [paper("A/999/1"), paper("A/999/2")]
    world = World.of(papers, {"A/999/1": Condition.ABSENT, "A/999/2": Condition.SILENT})
    with FakeUN(world) as un:
        gone, silent = ask(un, "A/999/1"), ask(un, "A/999/2")

    assert gone.status_code == 404
    assert (silent.status_code, silent.content) == (200, b"")
    assert {world.truth(symbol, "en").state for symbol in world.symbols} == {"absent"}


def test_some_symbols_are_malformed_to_the_server_alone() -> None:
    """A symbol that parses may still lead to /error."""
    with FakeUN(World.of([paper()], {ONE: Condition.MALFORMED})) as un:
        assert ask(un).headers["location"] == "/error"
        assert un.world.truth(ONE, "en").state == "malformed"


def test_a_wrong_document_is_another_symbol_s_bytes() -> None:
    """The bytes are those that rightly belong to the next symbol, and none may be kept for this one."""
    papers = [paper("A/999/1"), paper("A/999/2")]
    world = World.of(papers, {"A/999/1": Condition.WRONG_DOCUMENT})
    with FakeUN(world) as un:
        assert fetch(un, "A/999/1").content == fetch(un, "A/999/2").content

    assert (world.truth("A/999/1", "en").state, world.truth("A/999/1", "en").sha256s) == (
        "wrong-document",
        frozenset(),
    )
    alone = World.of([paper()], {ONE: Condition.WRONG_DOCUMENT})
    with FakeUN(alone) as un:
        assert b"A/998/20" in zipfile.ZipFile(io.BytesIO(fetch(un, kind="doc").content)).read(
            "word/header1.xml"
        )


def test_a_wrong_language_is_english_whatever_was_asked_for() -> None:
    """French asked for, English given; who asks for English is served rightly."""
    world = World.of([paper(code="en"), paper(code="fr")], {ONE: Condition.WRONG_LANGUAGE})
    with FakeUN(world) as un:
        assert sha256(fetch(un, code="fr").content).hexdigest() in world.truth(ONE, "en").sha256s

    assert world.truth(ONE, "fr").state == "wrong-language"
    assert world.truth(ONE, "en").state == "held"


def test_a_file_that_is_too_large_says_so_truthfully() -> None:
    """40 MiB are promised and, to who insists, delivered."""
    with FakeUN(World.of([paper()], {ONE: Condition.TOO_LARGE})) as un:
        with CLIENT.stream("GET", un.url + path_of(un)) as answer:
            promised = int(answer.headers["content-length"])
            got = sum(len(block) for block in answer.iter_raw())
        with CLIENT.stream("GET", un.url + path_of(un)):
            pass
        assert un.settle()

    assert promised == got > 40 * 1024 * 1024
    whole, cut = (asked.bytes_sent for asked in un.requests if asked.endpoint == "file")
    assert (whole, cut < got) == (got, True)


def test_what_is_no_document_is_the_application_every_time() -> None:
    """200 with about 1.3 kB of HTML and no redirect, however often it is asked for."""
    with FakeUN(World.of([paper()], {ONE: Condition.NOT_A_DOCUMENT})) as un:
        pages = [ask(un) for _ in range(3)]

    assert {page.status_code for page in pages} == {200}
    assert all(
        page.content.startswith(b"<!doctype html>") and 1200 < len(page.content) < 1400 for page in pages
    )


def test_a_later_document_comes_when_it_has_been_asked_for_often_enough() -> None:
    """404 for the first asks in each language and type, then the file for good."""
    world = World.of([paper()], {ONE: Condition.LATER}, patience=2)
    with FakeUN(world) as un:
        asked = [ask(un).status_code for _ in range(4)]

    assert asked == [404, 404, 302, 302]
    assert world.truth(ONE, "en").state == "held"


def test_a_changed_document_is_another_after_the_first_whole_delivery() -> None:
    """The first version is given until it went out whole; then a revision stands there, and both are true."""
    world = World.of([paper()], {ONE: Condition.CHANGED})
    with FakeUN(world, Faults.script({ONE: [Fault.TRUNCATED]})) as un:
        with pytest.raises(httpx.RemoteProtocolError):
            fetch(un)
        first, second, third = (fetch(un).content for _ in range(3))

    assert first != second == third
    assert {sha256(first).hexdigest(), sha256(second).hexdigest()} < world.truth(ONE, "en").sha256s


@pytest.mark.parametrize(
    ("kind", "status", "retry"),
    [
        (Fault.TOO_MANY_WITH_RETRY_AFTER, 429, "1"),
        (Fault.TOO_MANY, 429, None),
        (Fault.UNAVAILABLE, 503, None),
        (Fault.BAD_GATEWAY, 502, None),
        (Fault.NOT_FOUND_ONCE, 404, None),
    ],
)
@pytest.mark.parametrize("at", ["access", "file"])
def test_a_fault_may_be_a_status(kind: Fault, status: int, retry: str | None, at: str) -> None:
    """The scripted attempt meets the status, at the address it is meant for; the next one does not."""
    with FakeUN(World.of([paper()]), Faults.script({ONE: [kind, None]}, at=at)) as un:  # type: ignore[arg-type]
        failed, well = fetch(un), fetch(un)

    assert (failed.status_code, failed.headers.get("retry-after")) == (status, retry)
    assert well.content.startswith(PDF)
    assert [asked.endpoint for asked in un.requests if asked.fault] == [at]


def test_a_bad_gateway_has_the_size_that_was_seen() -> None:
    """502 comes with about 550 bytes of HTML."""
    with FakeUN(World.of([paper()]), Faults.always(Fault.BAD_GATEWAY)) as un:
        assert 500 < len(ask(un).content) < 600


@pytest.mark.parametrize("at", ["access", "file"])
def test_a_reset_cuts_the_connection_in_the_middle(at: str) -> None:
    """The client sees a reset, not an end."""
    with FakeUN(World.of([paper()])) as un:
        path = path_of(un) if at == "file" else f"/api/symbol/access?s={ONE}&l=en&t=pdf"
    with FakeUN(un.world, Faults.always(Fault.RESET, at=at)) as un, pytest.raises(ConnectionResetError):  # type: ignore[arg-type]
        hear(talk(un, path))


def test_a_truncated_body_ends_before_its_length() -> None:
    """The whole length is promised, half of it comes, and the connection ends in peace."""
    with FakeUN(World.of([paper()]), Faults.always(Fault.TRUNCATED)) as un:
        head, _, body = hear(talk(un, path_of(un))).partition(b"\r\n\r\n")

    length = re.search(rb"Content-Length: (\d+)", head)
    assert length
    assert len(body) == int(length[1]) // 2 > 100


def test_a_wrong_length_makes_a_cut_body_look_whole() -> None:
    """The promised length is smaller than the body: a client that trusts it keeps a part and sees no error."""
    with FakeUN(World.of([paper()]), Faults.always(Fault.WRONG_LENGTH)) as un:
        got = fetch(un)
        raw = hear(talk(un, path_of(un))).partition(b"\r\n\r\n")[2]

    assert got.status_code == 200
    assert raw.startswith(got.content)
    assert len(got.content) < len(raw)
    assert sha256(raw).hexdigest() in un.world.truth(ONE, "en").sha256s


def test_a_slow_answer_comes_byte_by_byte() -> None:
    """What arrives in a while is a handful of bytes; the server does not wait for a client that has gone."""
    with FakeUN(World.of([paper()]), Faults.always(Fault.SLOW_DRIP, drip=0.02)) as un:
        connection = talk(un, path_of(un))
        time.sleep(0.3)
        got = connection.recv(65536).partition(b"\r\n\r\n")[2]
        connection.close()
        assert un.settle()

    assert got.startswith(b"%PDF"[: len(got)])
    assert len(got) < 30
    assert un.requests[-1].fault == "slow_drip"


def test_an_endless_chunk_goes_on_until_the_client_has_enough() -> None:
    """One chunk of 2 GiB is announced and sent; closing ends it."""
    with FakeUN(World.of([paper()]), Faults.always(Fault.ENDLESS_CHUNK)) as un:
        connection = talk(un, path_of(un))
        got = b"".join(connection.recv(65536) for _ in range(50))
        connection.close()
        assert un.settle()

    assert b"Transfer-Encoding: chunked\r\n" in got
    assert b"\r\n\r\n80000000\r\n%PDF" in got
    assert len(got) <= un.requests[-1].bytes_sent < 2**30


def test_a_gzip_bomb_is_small_until_it_is_opened() -> None:
    """About 200 kB on the wire become 200 MB, even where gzip was not asked for."""
    with (
        FakeUN(World.of([paper()]), Faults.always(Fault.GZIP_BOMB)) as un,
        CLIENT.stream("GET", un.url + path_of(un), headers={"Accept-Encoding": "identity"}) as answer,
    ):
        raw = b"".join(answer.iter_raw())

    opener = zlib.decompressobj(31)
    size = 0
    while raw and not opener.eof:
        size += len(opener.decompress(raw, 1 << 24))
        raw = opener.unconsumed_tail
    assert answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) < 250_000
    assert size > 200_000_000


@pytest.mark.parametrize("at", ["access", "file"])
def test_the_application_may_come_in_place_of_an_answer(at: str) -> None:
    """200 with the page, once; the next attempt is served."""
    with FakeUN(World.of([paper()]), Faults.script({ONE: [Fault.HTML]}, at=at)) as un:  # type: ignore[arg-type]
        page, file = fetch(un), fetch(un)

    assert page.content.startswith(b"<!doctype html>")
    assert file.content.startswith(PDF)


def test_an_empty_file_is_200_with_nothing() -> None:
    """The file's address answers 200 and no bytes; the access address never does so, as that says absent."""
    with FakeUN(World.of([paper()]), Faults.always(Fault.EMPTY)) as un:
        assert ask(un).status_code == 302
        assert (fetch(un).status_code, fetch(un).content) == (200, b"")


def test_a_redirect_may_lead_where_nobody_should_go() -> None:
    """To an address inside a network, to a file, and round in a ring."""
    papers = [paper(f"A/999/{number}") for number in range(1, 9)]
    led = {}
    for kind in (Fault.TO_PRIVATE, Fault.TO_FILE, Fault.LOOP):
        with FakeUN(World.of(papers), Faults.always(kind)) as un:
            led[kind] = {ask(un, symbol).headers["location"] for symbol in un.world.symbols}

    assert led[Fault.TO_PRIVATE] == {"http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/"}
    assert led[Fault.TO_FILE] == {"file:///etc/passwd"}
    assert led[Fault.LOOP] == {"/doc/UNDOC/RING/0", "/doc/UNDOC/RING/1"}


def test_a_ring_is_without_end_in_either_case(un: FakeUN) -> None:
    """One station leads to itself, two lead to each other, whether the path is put in lower case or not."""
    for start, length in (("0", 1), ("1", 2)):
        for change in (str, str.lower):
            station = f"/doc/UNDOC/RING/{start}"
            for _ in range(2 * length):
                station = CLIENT.get(un.url + change(station)).headers["location"]
            assert station == f"/doc/UNDOC/RING/{start}"


def test_a_file_may_be_another_document_or_language_for_once() -> None:
    """The script gives a stranger's symbol, then French, then what is right."""
    plan = {ONE: [Fault.WRONG_DOCUMENT, Fault.WRONG_LANGUAGE, None]}
    with FakeUN(World.of([paper()]), Faults.script(plan)) as un:
        stranger, foreigner, right = (WordFile(io.BytesIO(fetch(un, kind="doc").content)) for _ in range(3))

    cells = [
        one.sections[0].first_page_header.tables[0].cell(0, 1).text for one in (stranger, foreigner, right)
    ]
    spoken = [language.tell(text.text for text in one.paragraphs) for one in (stranger, foreigner, right)]
    assert cells == ["A/998/20", ONE, ONE]
    assert spoken == ["en", "fr", "en"]


def test_faults_are_the_same_every_time_and_never_three_in_a_row() -> None:
    """A hash of seed, key and attempt decides; whoever tries three times gets through."""
    faults, again, other = Faults(0.5, 1), Faults(0.5, 1), Faults(0.5, 2)
    keys = [(f"A/999/{number}", "en", "pdf") for number in range(300)]

    drawn = {key: [faults.of(key, nth) for nth in range(12)] for key in keys}

    assert drawn == {key: [again.of(key, nth) for nth in range(12)] for key in keys}
    assert drawn != {key: [other.of(key, nth) for nth in range(12)] for key in keys}
    assert {fault for each in drawn.values() for fault in each} == {*ALL, None}
    for each in drawn.values():
        assert all(None in each[start : start + 3] for start in range(10))
        assert each[0] is not Fault.UNAVAILABLE or each[1] is Fault.UNAVAILABLE
        assert Fault.NOT_FOUND_ONCE not in each[1:]
    struck = sum(each[0] is not None for each in drawn.values()) / len(keys)
    assert 0.4 < struck < 0.6


def test_a_patient_client_gets_everything_through_the_worst_of_it() -> None:
    """With a fault in every attempt that may have one, the third attempt at each file has the right bytes."""
    slow = {Fault.SLOW_DRIP, Fault.ENDLESS_CHUNK, Fault.GZIP_BOMB}
    world = World.invented(40, 5)
    faults = Faults(1.0, 0, tuple(kind for kind in ALL if kind not in slow))
    with FakeUN(world, faults) as un:
        for symbol in world.symbols:
            truth = world.truth(symbol, "en")
            if truth.state == "held" and world.find(symbol).condition is Condition.HELD:  # type: ignore[union-attr]
                got = [digest(un, symbol, kind) for kind in ("doc", "pdf") for _ in range(3)]
                assert truth.sha256s <= set(got)
    assert {asked.fault for asked in un.requests if asked.fault} >= {"reset", "html", "wrong_document"}


def digest(un: FakeUN, symbol: str, kind: str, code: str = "en") -> str:
    try:
        return sha256(fetch(un, symbol, code, kind).content).hexdigest()
    except httpx.TransportError as error:
        return type(error).__name__


def test_a_script_may_speak_of_one_version_alone() -> None:
    """A key of symbol, language and type leaves the other type in peace."""
    faults = Faults.script({(ONE, "en", "doc"): [Fault.UNAVAILABLE] * 2})
    with FakeUN(World.of([paper()]), faults) as un:
        asked = [ask(un, kind=kind).status_code for kind in ("pdf", "doc", "doc", "doc")]

    assert asked == [302, 503, 503, 302]


def test_the_journal_says_who_asked_for_what(tmp_path: Path) -> None:
    """Each request is in `requests` as soon as its answer has come, and on a line of its own in the file."""
    log = tmp_path / "asked.jsonl"
    with FakeUN(World.of([paper()]), Faults.script({ONE: [Fault.TOO_MANY]}), log=log) as un:
        ask(un, code="E")
        size = len(fetch(un, code="E").content)
        access, again, file = un.requests
        lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]

    assert (access.endpoint, access.status, access.fault) == ("access", 429, "too_many")
    assert (again.symbol, again.language, again.type, again.status) == (ONE, "en", "pdf", 302)
    assert (file.endpoint, file.symbol, file.bytes_sent) == ("file", ONE, size)
    assert access.user_agent == "unfold"
    assert access.headers["referer"] == BROWSER["Referer"]
    assert access.started <= access.ended <= again.started
    assert [line["path"] for line in lines] == [access.path, again.path, file.path]
    assert lines[0]["fault"] == "too_many"


def test_answers_take_as_long_as_they_are_told_to() -> None:
    """With a delay, requests of many clients are open at once, and the journal shows it."""
    with FakeUN(World.of([paper()]), delay=0.2) as un:
        clients = [threading.Thread(target=ask, args=(un,)) for _ in range(5)]
        for client in clients:
            client.start()
        for client in clients:
            client.join()

    assert all(asked.ended - asked.started >= 0.2 for asked in un.requests)
    assert max(asked.started for asked in un.requests) < min(asked.ended for asked in un.requests)


def test_a_crowd_is_told_to_come_back() -> None:
    """More requests at once than there is room for are answered 503."""
    told: list[int] = []
    with FakeUN(World.of([paper()]), delay=0.2, room=2) as un:
        clients = [threading.Thread(target=lambda: told.append(ask(un).status_code)) for _ in range(5)]
        for client in clients:
            client.start()
        for client in clients:
            client.join()

    assert sorted(told) == [302, 302, 503, 503, 503]


def test_one_connection_serves_many_requests_quickly(un: FakeUN, world: World) -> None:
    """A thousand requests on a kept connection take seconds, not minutes."""
    began = time.monotonic()
    for symbol in (world.symbols * 7)[:1000]:
        ask(un, symbol)

    assert time.monotonic() - began < 10


def test_the_server_ends_at_once_whatever_it_is_sending() -> None:
    """Leaving the block cuts slow answers and open connections, and frees the port."""
    with FakeUN(World.of([paper()]), Faults.always(Fault.SLOW_DRIP, drip=20)) as un:
        slow = talk(un, path_of(un))
        slow.recv(1)
        began = time.monotonic()
    took = time.monotonic() - began

    with FakeUN(un.world, port=int(un.url.rpartition(":")[2])) as after:
        assert after.url == un.url
    slow.close()
    assert took < 2


def test_the_library_tells_how_much_there_is_and_gives_a_page(un: FakeUN, world: World) -> None:
    """Ten records by default, more when asked, from where one asks; the total is in a comment."""
    recorded = [d for d in world.documents if d.record is not Record.NONE]
    wanted = sum(any(symbol.startswith("A/999/") for symbol in d.symbols) for d in recorded)

    total, first = search(un, "A/999/*")
    _, all_ = search(un, "a/999/*", rg="200")
    _, rest = search(un, "A/999/*", rg="200", jrec="11")

    assert total == wanted == len(all_)
    assert len(first) == 10
    assert [values(each, "191", "a") for each in rest] == [values(each, "191", "a") for each in all_[10:]]


def test_a_pattern_may_have_its_star_in_the_middle(un: FakeUN) -> None:
    """`A/*/1000` finds only what begins and ends so; a pattern without a star finds the one."""
    _, inner = search(un, "A/*/Corr.1", rg="200")

    assert inner
    assert all(value.endswith("/Corr.1") for each in inner for value in values(each, "191", "a"))
    assert search(un, "A/999/*/nothing")[0] == 0
    assert search(un, values(inner[0], "191", "a")[0])[0] == 1


def test_of_two_spellings_of_a_resolution_the_library_knows_one(
    records: Mapping[str, etree._Element],
) -> None:
    """With a space before the year or without: for each record one of them is found, and both kinds occur."""
    world = World.of([paper(f"S/RES/{number} (2096)") for number in range(9000, 9010)])
    with FakeUN(world) as un:
        spaced = [search(un, symbol)[0] for symbol in world.symbols]
        closed = [search(un, symbol.replace(" ", ""))[0] for symbol in world.symbols]

    assert all(one + other == 1 for one, other in zip(spaced, closed, strict=True))
    assert 0 < sum(spaced) < 10


def test_the_firewall_gives_some_programs_a_page_to_pass(un: FakeUN) -> None:
    """A User-Agent of python-httpx or curl is given HTML with 200; another one, records; the document system minds neither."""
    address = f'{un.url}/search?p=191__a:"A/999/*"&of=xm'
    for agent in ("python-httpx/0.28", "curl/8.0"):
        assert CLIENT.get(address, headers={"User-Agent": agent}).text.startswith("<!doctype html>")
        assert (
            CLIENT.get(f"{un.url}/record/4000001/export/xm", headers={"User-Agent": agent}).text[:2] == "<!"
        )
    assert CLIENT.get(address, headers={"User-Agent": "unfold"}).text.startswith("<?xml")


def test_a_record_can_be_had_by_its_number(un: FakeUN) -> None:
    """The export of one record is a collection of one; a number of none is 404."""
    _, found = search(un, "A/999/*", rg="1")
    number = found[0].findtext("m:controlfield[@tag='001']", namespaces=MARC)

    one = CLIENT.get(f"{un.url}/record/{number}/export/xm", headers=BROWSER)

    assert etree.fromstring(one.content).findtext(".//m:controlfield", namespaces=MARC) == number
    assert CLIENT.get(f"{un.url}/record/1/export/xm", headers=BROWSER).status_code == 404


def test_records_have_the_fields_that_matter(un: FakeUN, world: World) -> None:
    """A plain report and a plain resolution have every field that is listed for them, and links that work."""
    tags: set[str] = set()
    for document in world.documents:
        if document.record is Record.PLAIN and document.condition is Condition.HELD and document.cites:
            record = search(un, "*", rg="1", jrec=str(place(world, document.symbol)))[1][0]
            tags |= {str(field.get("tag")) for field in record}
            for address in values(record, "856", "u"):
                assert address.startswith(f"{un.url}/record/")
                body = CLIENT.get(address, headers=BROWSER).content
                held = (world.truth(document.symbol, code).sha256s for code in world.languages)
                assert sha256(body).hexdigest() in frozenset().union(*held)

    listed = "001 029 041 091 191 245 260 269 500 650 710 791 856 989 991 993 996"
    assert tags == set(listed.split())


def place(world: World, symbol: str) -> int:
    recorded = [d.symbol for d in world.documents if d.record is not Record.NONE]
    return recorded.index(symbol) + 1


def test_notes_and_votes_read_as_the_library_writes_them(records: Mapping[str, etree._Element]) -> None:
    """The note names the mandate, the vote its count, the subject its address."""
    notes = {note for record in records.values() for note in values(record, "500", "a")}
    votes = {re.sub(r"\d+", "9", vote) for record in records.values() for vote in values(record, "996", "a")}
    subjects = {subject for record in records.values() for subject in values(record, "650", "1")}

    assert any(re.fullmatch(r"Submitted pursuant to General Assembly resolution 999/\d+\.", n) for n in notes)
    assert votes == {"Adopted without vote, 9th plenary meeting", "Adopted 9-9-9, 9nd plenary meeting"}
    assert all(re.fullmatch(r"http://metadata\.un\.org/thesaurus/1\d{6}", each) for each in subjects)


def test_a_reconciliation_finds_what_either_side_lacks(
    world: World, records: Mapping[str, etree._Element]
) -> None:
    """Some records are of documents that are absent; some documents that are held have no record."""
    truth = world.catalogue_truth()

    assert truth.only_in_catalogue
    assert truth.only_in_catalogue <= set(records)
    assert {world.truth(symbol, "en").state for symbol in truth.only_in_catalogue} == {"absent"}
    assert truth.only_in_system
    assert not truth.only_in_system & set(records)
    assert {world.truth(symbol, "en").state for symbol in truth.only_in_system} == {"held"}


def test_odd_records_are_odd_as_they_are_said_to_be(
    world: World, records: Mapping[str, etree._Element]
) -> None:
    """A subfield without a name, a link to another symbol's file, another title or date, fields that are missing."""
    odd = world.catalogue_truth().odd
    papers = {document.symbol: document.papers["en"] for document in world.documents}

    assert all(told <= set(records) and told for told in odd.values())
    for record in marked(records, odd[Record.UNTITLED]):
        assert record.xpath("m:datafield/m:subfield[not(@code) or @code=' ']", namespaces=MARC)
    for symbol in odd[Record.WRONG_LINK]:
        names = [address.rpartition("/")[2] for address in values(records[symbol], "856", "u")]
        own = symbol.replace("/", "_").replace("-S_", "&S_").replace(" ", "_")
        assert names
        assert not any(name.startswith((f"{quote(own)}-", f"{quote(own)}.")) for name in names)
    for symbol in odd[Record.OTHER_TITLE]:
        assert values(records[symbol], "245", "a") != [f"{papers[symbol].title} :"]
    for symbol in odd[Record.OTHER_DATE]:
        assert values(records[symbol], "269", "a") != [papers[symbol].date.isoformat()]
    for record in marked(records, odd[Record.INCOMPLETE]):
        assert record.find("m:datafield[@tag='245']", MARC) is None


def test_the_library_fails_too(world: World) -> None:
    """A search meets faults like everything else, and gets through on the third attempt."""
    with FakeUN(world, Faults(1.0, 0, (Fault.UNAVAILABLE,))) as un:
        address = f'{un.url}/search?p=191__a:"A/999/*"&of=xm'
        told = [CLIENT.get(address, headers=BROWSER).status_code for _ in range(4)]

    assert told == [503, 503, 200, 200]


def test_a_person_is_told_where_it_stands_and_what_to_try() -> None:
    """The lines name the address, three symbols that are held, and a command to paste."""
    with FakeUN(World.invented(40)) as un:
        where, symbols, command = introduction(un)

    assert un.url in where
    assert symbols.count(", ") == 2
    held = next(s for s in un.world.symbols if un.world.truth(s, "en").state == "held")
    assert command == f"UNFOLD_UN_URL={un.url} UNFOLD_LIBRARY_URL={un.url} unfold collect {held} --source un"


def test_the_command_serves_until_it_is_terminated(tmp_path: Path) -> None:
    """The module runs as a program, serves, writes its log, and ends cleanly on SIGTERM."""
    log = tmp_path / "asked.jsonl"
    command = [
        sys.executable,
        "-m",
        "flows.fake_un",
        "--documents",
        "20",
        "--languages",
        "en,fr",
        "--log",
        str(log),
    ]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        where = running.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+", where)
        assert address
        answer = CLIENT.get(f"{address[0]}/error")
        running.send_signal(signal.SIGTERM)
        code = running.wait(10)

    assert answer.status_code == 200
    assert code == 0
    assert "en, fr" in where
    assert json.loads(log.read_text(encoding="utf-8"))["path"] == "/error"


def test_what_cannot_be_served_is_a_usage_error(tmp_path: Path) -> None:
    """A taken port, no documents, a language that the United Nations does not have, a log in no folder."""
    with FakeUN(World.of([paper()])) as un, pytest.raises(Usage, match=r"port \d+ cannot be had"):
        serve(1, 0, 0, int(un.url.rpartition(":")[2]), ("en",), None)
    with pytest.raises(Usage, match="at least 1"):
        serve(0, 0, 0, 0, ("en",), None)
    with pytest.raises(Usage, match="no language of the United Nations"):
        serve(1, 0, 0, 0, ("tlh",), None)
    with pytest.raises(Usage, match="nowhere"):
        serve(1, 0, 0, 0, ("en",), tmp_path / "nowhere" / "log")
