"""A zip of files as a source: what it offers, what it declines, and that one bad file in it harms no other."""

from __future__ import annotations

import struct
import tracemalloc
import warnings
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from flows.collect import collect
from flows.errors import Usage
from flows.fake_un import Paper
from flows.fake_un.docx import docx
from flows.home import Home
from flows.settings import Settings
from flows.sources import Absent, Declined, Elsewhere, Found, Offer
from flows.sources.archive import Archive
from flows.sources.folder import Folder
from flows.sources.open import open_source
from tests.flows.fakes import report
from transforms.errors import Refusal
from transforms.glance import Glance, glance
from transforms.symbols import parse

ONE, TWO, THREE = (report(f"A/999/{n}", f"Report {n} is about gauges.") for n in (1, 2, 3))
LIMIT = 10_000
MIB = 1024 * 1024
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
LOCAL, CENTRAL = b"PK\x03\x04", b"PK\x01\x02"
UTF_8 = 0x800


def zipped(path: Path, *files: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    """A zip of the files, in the order given."""
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w", method) as held:
        warnings.simplefilter("ignore", UserWarning)  # the same name twice is what some tests are about
        for name, content in files:
            held.writestr(name, content)
    return path


def forge(path: Path, old: bytes, new: bytes) -> Path:
    """The zip with bytes in place of others of the same length."""
    content = path.read_bytes()
    assert old in content
    assert len(old) == len(new)
    path.write_bytes(content.replace(old, new))
    return path


def flag(path: Path, name: str, bits: int) -> Path:
    """The zip with flags set on one file, in both of its headers."""
    content = bytearray(path.read_bytes())
    for mark, flags_at, name_at in ((LOCAL, 6, 30), (CENTRAL, 8, 46)):
        start = content.index(mark)
        while content[start + name_at : start + name_at + len(name)] != name.encode():
            start = content.index(mark, start + 1)
        content[start + flags_at : start + flags_at + 2] = struct.pack("<H", bits)
    path.write_bytes(content)
    return path


def seen(content: bytes, name: str) -> Glance | None:
    """A first look without a child process: the files of these tests are harmless."""
    try:
        return glance(content, name)
    except Refusal:
        return None


def offered(
    path: Path, wanted: Sequence[str] = (), languages: tuple[str, ...] = (), *, limit: int = LIMIT
) -> list[Offer]:
    return list(Archive(path, limit).offer(tuple(map(parse, wanted)), languages, seen))


def names(offers: Sequence[Offer]) -> list[str]:
    return [offer.name for offer in offers if isinstance(offer, Found)]


@contextmanager
def little_memory() -> Iterator[None]:
    """Whatever happens within takes no more than a few MiB at any time."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < 4 * MIB
    finally:
        tracemalloc.stop()


def test_files_come_in_the_order_of_their_names_at_addresses_within_the_zip(tmp_path: Path) -> None:
    """Each address is that of the zip, `!/` and the escaped name; folders and hidden files are left out."""
    path = zipped(
        tmp_path / "a zip.zip",
        ("b 2/A_999_2-EN.txt", TWO),
        ("a/", b""),
        ("a/A_999_1-EN.txt", ONE),
        (".git/config", b"hidden"),
        ("a/.DS_Store", b"hidden"),
        ("__MACOSX/a/._A_999_1-EN.txt", b"hidden"),
    )

    offers = offered(path)

    base = f"{path.resolve().as_uri()}!"
    assert [offer.url for offer in offers if isinstance(offer, Found)] == [
        f"{base}/a/A_999_1-EN.txt",
        f"{base}/b%202/A_999_2-EN.txt",
    ]
    assert [offer.content for offer in offers if isinstance(offer, Found)] == [ONE, TWO]
    assert names(offers) == ["A_999_1-EN.txt", "A_999_2-EN.txt"]


@pytest.mark.parametrize("method", METHODS)
def test_each_way_of_packing_is_unpacked(tmp_path: Path, method: int) -> None:
    """Stored, deflated, bzip2 and LZMA give the same bytes."""
    (found,) = offered(zipped(tmp_path / "x.zip", ("a.txt", ONE), method=method))

    assert isinstance(found, Found)
    assert found.content == ONE


@pytest.mark.parametrize("name", ["../../etc/A_999_1-EN.txt", "./texts/A_999_1-EN.txt", "/A_999_1-EN.txt"])
def test_a_name_that_leads_elsewhere_is_a_name_like_any_other(tmp_path: Path, name: str) -> None:
    """Nothing is unpacked to the disk: dots in a path neither write anywhere nor hide a file."""
    path = zipped(tmp_path / "x.zip", (name, ONE))

    offers = offered(path)

    assert names(offers) == ["A_999_1-EN.txt"]
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_ends_before_a_nul(tmp_path: Path) -> None:
    """What stands after a NUL in a name is not shown and opens nothing else."""
    path = forge(zipped(tmp_path / "x.zip", ("A_999_1-EN.txt~.exe", ONE)), b"txt~.exe", b"txt\0.exe")

    assert names(offered(path)) == ["A_999_1-EN.txt"]


def test_an_old_name_is_read_in_the_code_page_of_old_zips(tmp_path: Path) -> None:
    """A name without the flag of UTF-8 is code page 437, as the format has it; one with the flag is UTF-8."""
    old = forge(zipped(tmp_path / "old.zip", ("r?sum?.txt", ONE)), b"r?sum?", b"r\x82sum\x82")
    new = zipped(tmp_path / "new.zip", ("résumé.txt", ONE))

    assert names(offered(old)) == names(offered(new)) == ["résumé.txt"]


def test_of_one_name_twice_the_last_stands_and_stays(home: Home, tmp_path: Path) -> None:
    """A file that was packed again under its name replaces the first, and a second collection finds nothing new."""
    path = zipped(tmp_path / "x.zip", ("A_999_1-EN.txt", TWO), ("A_999_1-EN.txt", ONE))

    collect(home, Archive(path, LIMIT))
    before = home.log.head()
    again = collect(home, Archive(path, LIMIT))

    (reading,) = home.ledger().holdings
    assert home.blobs.get(reading.content_sha256) == ONE
    assert (again.offered, again.fetched) == (1, 0)
    assert home.log.head() == before


def broken(path: Path) -> Path:
    """A zip of six files of which one alone is whole and small enough."""
    zipped(
        path,
        ("encrypted.txt", b"secret" * 20),
        ("good.txt", ONE),
        ("huge.txt", b"x" * (LIMIT + 1)),
        ("no-utf-8-~.txt", b"name" * 20),
        ("spoilt.txt", b"spoilt" * 20),
        ("unknown.txt", b"unknown" * 20),
        method=zipfile.ZIP_STORED,
    )
    flag(path, "encrypted.txt", 1)
    flag(path, "huge.txt", 1)  # its size alone is enough to know
    flag(path, "unknown.txt", 0x20)
    flag(path, "no-utf-8-~.txt", UTF_8)
    forge(path, b"spoilt" * 20, b"spoils" * 20)
    first, rest = path.read_bytes().split(b"no-utf-8-~.txt", 1)
    path.write_bytes(first + b"no-utf-8-\xff.txt" + rest)  # the name beside the file; the list has another
    return path


def test_each_bad_file_is_declined_alone(tmp_path: Path) -> None:
    """Encrypted, spoilt, too large, patched or badly named: each is told with a reason, and the good one is taken."""
    offers = offered(broken(tmp_path / "x.zip"))

    declined = {offer.name: offer for offer in offers if isinstance(offer, Declined)}
    assert names(offers) == ["good.txt"]
    assert {name: offer.reason for name, offer in declined.items()} == {
        "encrypted.txt": "unreadable",
        "huge.txt": "too-large",
        "no-utf-8-~.txt": "unreadable",
        "spoilt.txt": "unreadable",
        "unknown.txt": "unreadable",
    }
    assert "it is encrypted" in declined["encrypted.txt"].message
    assert "send the zip again" in declined["spoilt.txt"].message
    assert "UNFOLD_MAX_BYTES" in declined["huge.txt"].message


def test_a_file_at_the_limit_is_taken(tmp_path: Path) -> None:
    """The limit itself is allowed; one byte more is not."""
    path = zipped(tmp_path / "x.zip", ("at.txt", b"x" * LIMIT), ("over.txt", b"x" * (LIMIT + 1)))

    assert names(offered(path)) == ["at.txt"]


def test_a_bomb_is_declined_unread(tmp_path: Path) -> None:
    """A file of which a thousandth is in the zip is declined by its declared size, and takes no memory."""
    path = zipped(tmp_path / "x.zip", ("bomb.txt", bytes(64 * MIB)), ("good.txt", ONE))

    with little_memory():
        bomb, good = offered(path)

    assert path.stat().st_size < MIB
    assert isinstance(bomb, Declined)
    assert bomb.reason == "too-large"
    assert isinstance(good, Found)


def test_a_bomb_that_lies_about_its_size_is_declined_as_broken(tmp_path: Path) -> None:
    """What unpacks to more than it declares is read no further than it declares, and is not taken."""
    size = struct.pack("<I", 64 * MIB)
    path = forge(
        zipped(tmp_path / "x.zip", ("bomb.txt", bytes(64 * MIB))), size, struct.pack("<I", LIMIT - 1)
    )

    with little_memory():
        (bomb,) = offered(path)

    assert isinstance(bomb, Declined)
    assert bomb.reason == "unreadable"


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def exchanged(path: Path) -> None:
    path.write_bytes(b"<html>no zip at all</html>" * 10)


def named_in_no_encoding(path: Path) -> None:
    flag(path, "A_999_1-EN.txt", UTF_8)
    forge(path, b"A_999_1", b"\xff_999_1")


def of_a_later_version(path: Path) -> None:
    forge(path, CENTRAL + b"\x14\x03\x14", CENTRAL + b"\x14\x03\x6d")


@pytest.mark.parametrize("spoil", [cut, empty, exchanged, named_in_no_encoding, of_a_later_version])
def test_a_zip_that_cannot_be_opened_is_wrong_usage(
    tmp_path: Path, settings: Settings, spoil: Callable[[Path], None]
) -> None:
    """Cut short, no zip, or of a kind that nobody can read: the message names the file and a way out."""
    path = zipped(tmp_path / "partner.zip", ("A_999_1-EN.txt", ONE))
    spoil(path)

    source = open_source(str(path), settings)

    assert isinstance(source, Archive)
    with pytest.raises(Usage, match=r"partner\.zip cannot be read as a zip .* send it again, or unpack it"):
        list(source.offer((), (), seen))


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> dict[int, bytes]:
    """Three texts, packed in each way."""
    folder = tmp_path_factory.mktemp("packed")
    files = (("A_999_1-EN.txt", ONE), ("ö/A_999_2-EN.txt", TWO), ("A_999_3-EN.txt", THREE))
    return {
        method: zipped(folder / f"{method}.zip", *files, method=method).read_bytes() for method in METHODS
    }


@given(st.sampled_from(METHODS), st.integers(0, 2_000), st.integers(1, 255))
@example(zipfile.ZIP_LZMA, 60, 255)
def test_a_changed_byte_changes_no_text(
    tmp_path_factory: pytest.TempPathFactory, packed: dict[int, bytes], method: int, place: int, change: int
) -> None:
    """Whatever byte is spoilt, each text is offered as it was, declined or left out, or the whole zip is refused."""
    path = tmp_path_factory.getbasetemp() / "spoilt.zip"
    content = bytearray(packed[method])
    content[place % len(content)] ^= change
    path.write_bytes(content)

    try:
        offers = offered(path)
    except Usage:
        offers = []

    assert {offer.content for offer in offers if isinstance(offer, Found)} <= {ONE, TWO, THREE}
    assert all(isinstance(offer, Found | Declined) for offer in offers)


def test_symbols_are_chosen_by_name_and_by_masthead(tmp_path: Path) -> None:
    """A file named for the symbol is taken, one without a symbol in its name by what it prints, and no other."""
    path = zipped(tmp_path / "x.zip", ("A_999_1-EN.txt", ONE), ("A_999_3-EN.txt", THREE), ("scan.txt", TWO))

    offers = offered(path, ["A/999/2", "a/999/3", "A/999/404"])

    assert names(offers) == ["A_999_3-EN.txt", "scan.txt"]
    (absent,) = (offer for offer in offers if isinstance(offer, Absent))
    assert absent.symbol == "A/999/404"
    assert f"no file in {path}" in absent.message


def test_of_bad_files_those_alone_are_told_that_were_asked_for(tmp_path: Path) -> None:
    """A broken file of another symbol is nobody's concern; one of the symbol wanted is declined, and absent too."""
    path = zipped(tmp_path / "x.zip", ("A_999_1-EN.txt", ONE), ("A_999_2-EN.txt", TWO), ("notes.txt", THREE))
    for name in ("A_999_1-EN.txt", "A_999_2-EN.txt", "notes.txt"):
        flag(path, name, 1)

    offers = offered(path, ["A/999/2"])

    declined, absent = offers
    assert isinstance(declined, Declined)
    assert declined.name == "A_999_2-EN.txt"
    assert isinstance(absent, Absent)


def test_a_file_in_another_language_is_left_alone(tmp_path: Path) -> None:
    """What its name says to be in a language that nobody wants is not even unpacked."""
    path = zipped(tmp_path / "x.zip", ("A_999_1-EN.txt", ONE), ("A_999_1-FR.txt", TWO))
    flag(path, "A_999_1-FR.txt", 1)

    english, french = offered(path, (), ("en",))

    assert isinstance(english, Found)
    assert isinstance(french, Elsewhere)
    assert french.language == "fr"


def test_a_word_finds_the_zip_and_takes_no_office_document_for_one(
    tmp_path: Path, settings: Settings
) -> None:
    """A path that ends in .zip is an archive, unless it holds a Word file; any other file is a file."""
    paper = Paper(("A/999/1",), "en", "Lending of tide gauges", ("All is well.",))
    archive = zipped(tmp_path / "texts.ZIP", ("A_999_1-EN.txt", ONE))
    word = tmp_path / "A_999_1-EN.zip"
    word.write_bytes(docx(paper))
    unnamed = zipped(tmp_path / "texts.bin", ("A_999_1-EN.txt", ONE))

    opened = {path: open_source(str(path), settings) for path in (archive, word, unnamed)}

    assert isinstance(opened[archive], Archive)
    assert isinstance(opened[word], Folder)
    assert isinstance(opened[unnamed], Folder)
    assert names(list(opened[word].offer((), (), seen))) == ["A_999_1-EN.zip"]


def test_a_folder_that_is_named_as_a_zip_is_a_folder(tmp_path: Path, settings: Settings) -> None:
    """What decides is what it is."""
    (tmp_path / "texts.zip").mkdir()

    assert isinstance(open_source(str(tmp_path / "texts.zip"), settings), Folder)


def test_a_zip_with_a_broken_text_is_collected_and_told_once(home: Home, tmp_path: Path) -> None:
    """The two good texts are kept with what they print, the broken one is told; a second collection adds nothing."""
    path = zipped(
        tmp_path / "texts.zip",
        ("A_999_1-EN.txt", ONE),
        ("A_999_2-EN.txt", TWO),
        ("A_999_3-EN.txt", THREE),
        method=zipfile.ZIP_STORED,
    )
    forge(path, b"Report 2 is", b"Report 9 is")
    source = open_source(str(path), home.settings)

    first = collect(home, source)
    before = home.log.head()
    again = collect(home, source)

    held = {reading.name: reading for reading in home.ledger().holdings}
    assert (first.fetched, [offer.name for offer in first.declined]) == (2, ["A_999_2-EN.txt"])
    assert {name: reading.printed_symbols for name, reading in held.items()} == {
        "A_999_1-EN.txt": ("A/999/1",),
        "A_999_3-EN.txt": ("A/999/3",),
    }
    assert home.blobs.get(held["A_999_1-EN.txt"].content_sha256) == ONE
    assert {reading.source for reading in held.values()} == {"archive"}
    assert (again.offered, again.fetched, len(again.declined)) == (2, 0, 1)
    assert home.log.head() == before
