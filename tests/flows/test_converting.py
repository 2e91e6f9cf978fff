"""Old Word files are read from what LibreOffice makes of them: all or none of it, once, and nobody else is hurt."""

from __future__ import annotations

import re
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from flows.build import build
from flows.collect import collect
from flows.converting import libreoffice
from flows.explain import explain
from flows.fake_un.docx import docx as paper_file
from flows.fake_un.papers import Paper
from flows.home import Home
from flows.inspection import damages
from flows.pipeline import Order, Steps, run
from flows.rebuild import rebuild
from flows.settings import Settings
from tests.flows.fakes import Memory, report
from tests.flows.test_pipeline import tables
from tests.transforms.test_docx import levels, lists, note, p
from tests.transforms.test_docx import word as docx_of
from tests.transforms.test_glance import word as doc_of
from transforms import document, formats
from transforms.document import Document
from transforms.errors import NEEDS_LIBREOFFICE, Refusal
from transforms.gazetteer import Gazetteer
from transforms.identity import Hint
from warehouse.events import ContentConverted, Payload

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
LIBREOFFICE = libreoffice.find(Settings())
needs_libreoffice = pytest.mark.skipif(LIBREOFFICE is None, reason="LibreOffice is not installed here")
needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real files is not here")

PAPERS = (
    Paper(
        ("A/999/11", "S/2096/5"),
        "en",
        "Lending of tide gauges",
        ("The gauges were lent to three ports.", "They were returned."),
    ),
    Paper(
        ("A/999/12",),
        "fr",
        "Prêt de marégraphes",
        ("Les appareils ont été prêtés.", "Ils ont été rendus à l’été."),
    ),
    Paper(
        ("A/999/13",),
        "ru",
        "Мареографы",
        ("Приборы были переданы трем портам.", "Они были возвращены в срок."),
    ),
    Paper(("A/999/14",), "ar", "أجهزة قياس المد", ("أعيرت الأجهزة إلى ثلاثة موانئ.", "وأعيدت في الموعد.")),
    Paper(("A/999/15",), "zh", "验潮仪", ("验潮仪借给了三个港口。", "它们已经归还。")),
)


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[bytes, bytes]]:
    """Word files by name, each as DOCX and as the .doc that LibreOffice writes of it."""
    files = {f"{paper.symbols[0].replace('/', '_')}-{paper.language.upper()}": paper_file(paper) for paper in PAPERS}  # fmt: skip
    files["A_999_1-EN"] = docx_of(
        *(p(line) for line in report("A/999/1").decode().splitlines() if line.strip()),
        p("I.\tLamps", style="HCh"),
        p("Lamps are lit in every harbour of the country:", num=(1, 0), inside=note(11)),
        p("In the winter of each year;", num=(1, 1)),
        p("In the summer of each leap year.", num=(1, 1)),
        p("The harbours are paid for it.", num=(1, 0)),
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
        f"<w:tr><w:tc><w:tcPr/>{p('Harbour')}</w:tc><w:tc><w:tcPr/>{p('Lamps')}</w:tc></w:tr>"
        f"<w:tr><w:tc><w:tcPr/>{p('North')}</w:tc><w:tc><w:tcPr/>{p('1,200')}</w:tc></w:tr></w:tbl>",
        p("Nobody sails at night.", num=(1, 0)),
        numbering=lists(levels(("decimal", "%1."), ("lowerLetter", "(%2)")), ""),
        footnotes='<w:footnote w:id="11"><w:p><w:r><w:footnoteRef/><w:t xml:space="preserve"> See the list of lights.</w:t></w:r></w:p></w:footnote>',
    )
    return converted(files, "docx", "doc:MS Word 97", tmp_path_factory.mktemp("old"))


def converted(
    files: Mapping[str, bytes], suffix: str, to: str, folder: Path
) -> dict[str, tuple[bytes, bytes]]:
    """Each file and what LibreOffice makes of it, by name."""
    if LIBREOFFICE is None:
        pytest.skip("LibreOffice is not installed here")
    for name, content in files.items():
        (folder / f"{name}.{suffix}").write_bytes(content)
    command = [str(LIBREOFFICE), "--headless", f"-env:UserInstallation={(folder / 'own').as_uri()}"]
    given = [str(folder / f"{name}.{suffix}") for name in files]
    subprocess.run(
        [*command, "--convert-to", to, "--outdir", str(folder), *given],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    kind = to.partition(":")[0]
    return {name: (content, (folder / f"{name}.{kind}").read_bytes()) for name, content in files.items()}


def outlined(content: bytes, name: str, reference: Gazetteer) -> tuple[object, ...]:
    """What a reader can tell of a file, without its type."""
    return told(document.read(content, None, Hint(name), reference))


def told(read: Document) -> tuple[object, ...]:
    body = read.structure
    return (
        read.id, read.kind, read.masthead.title, read.masthead.distribution_date, read.masthead.job_number, read.text_conserved,
        [(one.label, one.text) for one in body.paragraphs],
        [(one.marker, one.text, one.paragraph_eid, one.anchor_char) for one in body.footnotes],
        [(one.table_ordinal, one.row_ordinal, one.column_ordinal, one.text) for one in body.cells],
    )  # fmt: skip


@needs_libreoffice
def test_old_files_are_read_as_their_new_twins(
    old: Mapping[str, tuple[bytes, bytes]], home: Home, settings: Settings, reference: Gazetteer
) -> None:
    """Masthead, counted numbers, notes and their places, cells, in five languages; the bytes named are those kept."""
    done = run(home, settings, Order(Memory({f"{name}.doc": content for name, (_, content) in old.items()})))

    assert done.built is not None
    assert done.built.refused == ()
    assert done.built.accepted == len(old)
    rows = tables(home.path)
    for name, (new, content) in old.items():
        twin = document.read(new, None, Hint(f"{name}.docx"), reference)
        (row,) = [one for one in rows["documents"].to_pylist() if one["document_id"] == twin.id]
        assert home.blobs.get(row["content_sha256"]) == content
        assert (row["media_type"], row["text_conserved"]) == ("application/msword", 1.0)
        paragraphs = [one for one in rows["paragraphs"].to_pylist() if one["document_id"] == twin.id]
        assert [(one["label"], one["text"]) for one in paragraphs] == [
            (one.label, one.text) for one in twin.structure.paragraphs
        ]
    assert sum(isinstance(one, ContentConverted) for one in payloads(home)) == len(old)


@needs_libreoffice
def test_every_part_of_an_old_file_comes_back(
    old: Mapping[str, tuple[bytes, bytes]], home: Home, settings: Settings, reference: Gazetteer, went: Went
) -> None:
    """Title, date, job number, notes with their places, cells: all as in the DOCX of the same words."""
    went(home, settings, {f"{name}.doc": content for name, (_, content) in old.items()})

    for name, (new, content) in old.items():
        made = home.ledger().readable(home.ledger().history(f"memory:/{name}.doc")[0]).converted
        assert made is not None
        again = document.read(content, None, Hint(f"{name}.doc"), reference, home.blobs.get(made.sha256))
        assert told(again) == outlined(new, f"{name}.docx", reference)
        assert made.converter.startswith("LibreOffice ")


@needs_libreoffice
@needs_corpus
def test_real_old_files_are_read(home: Home, settings: Settings, went: Went) -> None:
    """Two questions papers of the Human Rights Council, without a masthead, are read under the symbol of their name."""
    names = ("Advance_questions_Slovenia_first_batch.doc", "Advance_questions_to_Slovenia_Add1.doc")
    given = {f"A_HRC_WG.6_34_SVN_{n}-EN.doc": (CORPUS / "doc" / name).read_bytes() for n, name in enumerate(names, 7)}  # fmt: skip

    went(home, settings, given)

    marks = home.ledger().verdicts(home.ledger().holdings[0]) + home.ledger().verdicts(
        home.ledger().holdings[1]
    )
    counts = [getattr(verdict, "counts", {}).get("paragraphs") for verdict in marks]
    assert counts == [7, 3]


@needs_libreoffice
@needs_corpus
@pytest.mark.parametrize("name", ["A_80_590.docx", "A_80_604_Add.11.docx", "A_81_6_(SECT._25).docx"])
def test_real_files_survive_the_old_format(name: str, reference: Gazetteer, tmp_path: Path) -> None:
    """Reports and a budget, saved as .doc and made DOCX again, give the same masthead, paragraphs, notes and cells."""
    new = (CORPUS / "docx" / name).read_bytes()
    stem = name.removesuffix(".docx")

    ((_, content),) = converted({stem: new}, "docx", "doc:MS Word 97", tmp_path).values()
    ((_, made),) = converted({stem: content}, "doc", "docx:MS Word 2007 XML", tmp_path).values()

    assert told(document.read(content, None, Hint(name), reference, made)) == outlined(new, name, reference)


def test_an_old_file_alone_says_what_it_takes(reference: Gazetteer) -> None:
    """The core reads no .doc; a workbook is not even one; a password is told before anything is converted."""
    with pytest.raises(Refusal, match="LibreOffice") as refused:
        document.read(doc_of("Lamps are lit."), None, Hint("A_999_1.doc"), reference)
    with pytest.raises(Refusal) as protected:
        formats.lay_out(doc_of("text", flags=0x0100), None, "A_999_1.doc")

    assert (refused.value.reason, protected.value.reason) == (NEEDS_LIBREOFFICE, "encrypted")


# A stand-in for LibreOffice, for what the real one seldom does: it looks at the first words of each file.
_STAND_IN = """#!/bin/sh
echo "$@" >> {log}
[ "$1" = --version ] && echo "LibreOffice 99.1 (a stand-in)" && exit 0
while [ "$1" != --outdir ]; do shift; done
made="$2"; shift 2; mkdir -p "$made"
for file; do
  name=$(basename "$file" .doc)
  if grep -q HANG "$file"; then (sleep 60 & echo $! > {pid}; wait); fi
  if grep -q CRASH "$file"; then echo half > "$made/$name.docx"; kill -SEGV $$; fi
  if grep -q NOTHING "$file"; then continue; fi
  if grep -q GREED "$file"; then dd if=/dev/zero of="$made/$name.docx" bs=1048576 count=300 2>/dev/null || exit 1; continue; fi
  cp {docx} "$made/$name.docx"
done
"""


class StandIn:
    """A program that behaves like LibreOffice, and misbehaves as the file says."""

    def __init__(self, folder: Path) -> None:
        self.path, self.log, self.pid = folder / "soffice", folder / "calls", folder / "pid"
        made = folder / "made.docx"
        lines = report("A/999/1", "Lamps are lit in every harbour.", "They burn.").decode().splitlines()
        made.write_bytes(docx_of(*(p(line) for line in lines if line)))
        self.path.write_text(_STAND_IN.format(log=self.log, pid=self.pid, docx=made))
        self.path.chmod(0o755)

    @property
    def calls(self) -> list[int]:
        """How many files each call was given."""
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        return [len(re.findall(r"\.doc\b", line)) for line in lines if "--version" not in line]


@pytest.fixture
def stand_in(tmp_path: Path) -> StandIn:
    return StandIn(tmp_path)


def old_file(word: str) -> bytes:
    """The beginning of an old Word file, with a word in it that a stand-in looks for."""
    return doc_of(f"{word} Lamps are lit.").replace(b"\0" * 64, word.encode().ljust(64, b"\0"), 1)


Went = Callable[[Home, Settings, Mapping[str, bytes]], Sequence[tuple[str, str]]]


@pytest.fixture
def went(steps: Steps) -> Went:
    """What was refused of files, with the reasons, after a process read them that stands ready."""

    def refused(home: Home, settings: Settings, files: Mapping[str, bytes]) -> Sequence[tuple[str, str]]:
        collect(home, Memory(files))
        return [(one.name, one.reason) for one in build(home, settings, step=steps.batch).refused]

    return refused


def payloads(home: Home) -> Iterator[Payload]:
    return (event.payload() for event in home.log.read())


def with_program(settings: Settings, path: Path | str) -> Settings:
    return settings.model_copy(update={"libreoffice": Path(path)})


@pytest.fixture
def at(tmp_path: Path, stand_in: StandIn) -> Iterator[Home]:
    settings = Settings(home=tmp_path / "home", workers=1, libreoffice=stand_in.path)
    with Home.open(settings, create=True) as opened, opened.writing():
        yield opened


def test_a_file_that_hurts_the_program_hurts_only_itself(at: Home, stand_in: StandIn, went: Went) -> None:
    """One that crashes it, one of which nothing comes, one that fills the disk: the others of the call are read."""
    files = {
        "a_999_1-EN.doc": old_file("GOOD1"), "b.doc": old_file("CRASH"), "c_999_1-EN.doc": old_file("GOOD2"),
        "d.doc": old_file("NOTHING"), "e.doc": old_file("GREED"), "f_999_1-EN.doc": old_file("GOOD3"),
    }  # fmt: skip

    refused = went(at, at.settings, files)

    assert refused == [
        ("b.doc", libreoffice.FAILED),
        ("d.doc", libreoffice.FAILED),
        ("e.doc", libreoffice.FAILED),
    ]
    assert stand_in.calls[0] == 6
    assert set(stand_in.calls[1:]) == {1}


def test_what_does_not_end_is_stopped_with_all_it_started(at: Home, stand_in: StandIn) -> None:
    """The file is refused and says so; nothing goes on running."""
    collect(at, Memory({"a.doc": old_file("HANG")}))
    reading, at.settings = at.settings, at.settings.model_copy(update={"read_timeout": 1.0})

    (refused,) = build(at, reading).refused

    assert refused.reason == libreoffice.FAILED
    assert "did not end within 1 s" in refused.message
    assert not is_running(int(stand_in.pid.read_text()))


def test_what_comes_out_too_large_is_not_read(at: Home) -> None:
    """A file of which more comes than any document may have is refused, and nothing of it is kept."""
    collect(at, Memory({"a.doc": old_file("GOOD")}))
    at.settings = at.settings.model_copy(update={"max_bytes": 100})

    (refused,) = build(at, at.settings).refused

    assert (refused.reason, "more than 100 bytes" in refused.message) == (libreoffice.FAILED, True)
    assert list(at.blobs.verify(at.ledger().contents)) == []


def is_running(pid: int) -> bool:
    """Whether a process lives; one that was killed may wait for somebody to take note."""
    for _ in range(50):
        state = Path(f"/proc/{pid}/stat")
        if not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z":
            return False
        time.sleep(0.1)
    return True


def test_the_same_bytes_are_converted_once(at: Home, stand_in: StandIn, went: Went) -> None:
    """Two names for one file, and a build of the same under another reader: one call, one event."""
    went(at, at.settings, {"A_999_1-EN.doc": old_file("GOOD"), "A_999_1-EN (2).doc": old_file("GOOD")})
    went(at, at.settings, {"A_999_1-EN (3).doc": old_file("GOOD")})

    assert stand_in.calls == [1]
    assert sum(isinstance(one, ContentConverted) for one in payloads(at)) == 1


def test_without_the_program_a_file_waits_for_it(at: Home, stand_in: StandIn, went: Went) -> None:
    """It is kept and listed with what to install, asks for nothing again, and is read by the next build with it."""
    without = with_program(at.settings, "/nowhere/soffice")
    at.settings = without
    assert went(at, without, {"A_999_1-EN.doc": old_file("GOOD")}) == [("A_999_1-EN.doc", NEEDS_LIBREOFFICE)]
    (told_of,) = at.ledger().refused(*marks())
    assert all(word in told_of.message for word in ("A_999_1-EN.doc", "/nowhere/soffice", "apt install"))
    assert build(at, without).read == 0

    at.settings = with_program(without, stand_in.path)
    built = build(at, at.settings)

    assert (built.read, built.accepted) == (1, 1)
    assert at.ledger().refused(*marks()) == ()
    assert build(at, at.settings).read == 0


def marks() -> tuple[str, str]:
    from flows.fingerprint import fingerprints  # noqa: PLC0415 - beside its only use

    return fingerprints().reader, fingerprints().gate


def test_a_release_is_rebuilt_without_the_program(at: Home, stand_in: StandIn, tmp_path: Path) -> None:
    """What was made once is kept like the bytes themselves: another home, without LibreOffice, makes the same release."""
    first = run(at, at.settings, Order(Memory({"A_999_1-EN.doc": old_file("GOOD")}))).published
    other = Settings(home=tmp_path / "other", workers=1, libreoffice=Path("/nowhere/soffice"))

    at.log.close()
    shutil.copytree(at.path / "blobs", other.home / "blobs")
    shutil.copyfile(at.path / "log.sqlite", other.home / "log.sqlite")
    with Home.open(other) as copy, copy.writing():
        made = rebuild(copy, other)
        assert list(damages(copy)) == []

    assert first is not None
    assert made.version == first.version


def test_explain_names_the_program(at: Home, went: Went) -> None:
    """A row of an old file leads to the program that made it readable, with its version."""
    went(at, at.settings, {"A_999_1-EN.doc": old_file("GOOD")})

    assert any("LibreOffice 99.1" in line for line in explain(at, "A/999/1"))


class _Heard(BaseHTTPRequestHandler):
    asked: list[str]

    def do_GET(self) -> None:
        self.server.asked.append(self.path)  # type: ignore[attr-defined]
        self.send_error(404)

    do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - the names that the library calls

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    heard = ThreadingHTTPServer(("127.0.0.1", 0), _Heard)
    heard.asked = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=heard.serve_forever, daemon=True)
    thread.start()
    yield heard
    heard.shutdown()
    heard.server_close()
    thread.join()


_LINKS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p>Lamps are lit.</text:p>
<text:p><draw:frame svg:width="3cm" svg:height="3cm" text:anchor-type="as-char"><draw:image xlink:href="{address}"
 xlink:type="simple"/></draw:frame></text:p></office:text></office:body></office:document>"""


@needs_libreoffice
def test_a_linked_picture_is_not_fetched(server: ThreadingHTTPServer, tmp_path: Path, home: Home) -> None:
    """LibreOffice as it comes asks the address that a Word file names; ours asks nobody."""
    address = f"http://127.0.0.1:{server.server_address[1]}/lamp.png"
    folder = tmp_path / "links"
    folder.mkdir()
    written = converted({"a": _LINKS.format(address=address).encode()}, "fodt", "doc:MS Word 97", folder)
    content = written["a"][1]
    assert address.encode("utf-16-le") in content
    server.asked.clear()  # type: ignore[attr-defined]

    collect(home, Memory({"A_999_1-EN.doc": content}))
    build(home, home.settings)

    assert any(isinstance(one, ContentConverted) for one in payloads(home))
    assert server.asked == []  # type: ignore[attr-defined]


@needs_libreoffice
def test_another_file_is_not_drawn_in(tmp_path: Path, home: Home) -> None:
    """A field that includes the text of a file on this machine brings none of it."""
    secret = tmp_path / "s.txt"
    secret.write_text("THE KEEPER SLEEPS")
    picture = "http://127.0.0.1:9/" + "x" * len(str(secret))
    folder = tmp_path / "field"
    folder.mkdir()
    content = converted({"a": _LINKS.format(address=picture).encode()}, "fodt", "doc:MS Word 97", folder)[
        "a"
    ][1]
    field = f'INCLUDEPICTURE  "{picture}" \\d'
    swapped = f'INCLUDETEXT "{secret}"'.ljust(len(field))
    hostile = content.replace(field.encode("utf-16-le"), swapped.encode("utf-16-le"))
    hostile = hostile.replace(b"\x13\x43", b"\x13\x44")  # the kind of the field, [MS-DOC] 2.9.90
    assert swapped.encode("utf-16-le") in hostile

    collect(home, Memory({"A_999_1-EN.doc": hostile}))
    build(home, home.settings)

    (made,) = [one for one in payloads(home) if isinstance(one, ContentConverted)]
    laid = formats.lay_out(hostile, None, "a.doc", home.blobs.get(made.converted_sha256))
    assert "Lamps are lit." in laid.source
    assert "KEEPER" not in laid.source
