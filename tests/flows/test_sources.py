"""What a folder and the sample offer, and what they decline."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pydantic import ValidationError

from flows.errors import Usage
from flows.settings import Settings
from flows.sources import Absent, Declined, Elsewhere, Found, Offer, Wanted
from flows.sources.folder import Folder
from flows.sources.open import open_source
from flows.sources.sample import Sample
from tests.flows.fakes import report
from transforms.errors import Refusal
from transforms.glance import Glance, glance
from transforms.symbols import parse


def asked(*symbols: str) -> Wanted:
    return tuple(parse(symbol) for symbol in symbols)


def seen(content: bytes, name: str) -> Glance | None:
    """A first look without a child process: the files of these tests are harmless."""
    try:
        return glance(content, name)
    except Refusal:
        return None


def offered(
    path: Path, wanted: Wanted = (), languages: tuple[str, ...] = (), *, limit: int = 10_000
) -> list[Offer]:
    return list(Folder(path, limit).offer(wanted, languages, seen))


def test_files_come_in_the_order_of_their_paths_without_hidden_ones(tmp_path: Path) -> None:
    """A folder offers its files sorted, subfolders too, and leaves out what is hidden."""
    for name in ("b.txt", "a/z.txt", ".hidden", ".git/x.txt", "a/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())

    names = [offer.name for offer in offered(tmp_path) if isinstance(offer, Found)]

    assert names == ["a.txt", "z.txt", "b.txt"]


def test_a_found_file_carries_its_bytes_and_its_real_address(tmp_path: Path) -> None:
    """An offer holds the whole content and a file: address with what is unusual in it escaped."""
    (tmp_path / "A 1&b%.txt").write_bytes(b"text")

    (found,) = offered(tmp_path)

    assert isinstance(found, Found)
    assert found.content == b"text"
    assert found.url == f"{tmp_path.resolve().as_uri()}/A%201%26b%25.txt"


def test_a_file_over_the_limit_is_declined_unread(tmp_path: Path) -> None:
    """A sparse file of many gigabytes is declined at once, with its size and the way out."""
    with (tmp_path / "big.txt").open("wb") as big:
        big.truncate(50 * 1024**3)

    (declined,) = offered(tmp_path)

    assert isinstance(declined, Declined)
    assert declined.reason == "too-large"
    assert "53687091200" in declined.message
    assert "UNFOLD_MAX_BYTES" in declined.message


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    """A link to a file outside is declined; one to a file inside is a file."""
    (tmp_path / "secret").write_bytes(b"secret")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "own.txt").write_bytes(b"own")
    (folder / "inside.txt").symlink_to(folder / "own.txt")
    (folder / "outside.txt").symlink_to(tmp_path / "secret")
    (folder / "up").symlink_to(tmp_path, target_is_directory=True)

    offers = {offer.name: offer for offer in offered(folder) if not isinstance(offer, Absent)}

    assert isinstance(offers["inside.txt"], Found)
    outside = offers["outside.txt"]
    assert isinstance(outside, Declined)
    assert outside.reason == "outside-root"
    assert "secret" not in offers


def test_what_is_no_file_is_declined_and_never_waited_for(tmp_path: Path) -> None:
    """A pipe that nobody writes to and a dangling link are declined; the file beside them is offered."""
    os.mkfifo(tmp_path / "a-pipe")
    (tmp_path / "b-dangling").symlink_to(tmp_path / "gone")
    (tmp_path / "c.txt").write_bytes(b"c")

    pipe, dangling, found = offered(tmp_path)

    assert isinstance(pipe, Declined)
    assert pipe.reason == "not-a-file"
    assert isinstance(dangling, Declined)
    assert dangling.reason == "unreadable"
    assert isinstance(found, Found)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_declined(tmp_path: Path) -> None:
    """A file that may not be read is declined with the system's reason."""
    (tmp_path / "closed.txt").write_bytes(b"x")
    (tmp_path / "closed.txt").chmod(0)

    (declined,) = offered(tmp_path)

    assert isinstance(declined, Declined)
    assert declined.reason == "unreadable"


def test_a_name_that_is_not_text_is_still_a_name(tmp_path: Path) -> None:
    """Bytes in a file's name that are no UTF-8 become replacement marks in the name, and stay in the address."""
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\x1b[31m.txt"))).write_bytes(b"x")

    (found,) = offered(tmp_path)

    assert isinstance(found, Found)
    assert found.name.encode()
    assert "%FF%1B" in found.url


def test_symbols_choose_files_by_name_then_by_masthead(tmp_path: Path) -> None:
    """A wanted symbol is found by the Library's file name, or in the masthead of a file named otherwise."""
    (tmp_path / "A_999_1-EN.txt").write_bytes(report("A/999/1", "One."))
    (tmp_path / "A_999_2-EN.txt").write_bytes(report("A/999/2", "Two."))
    (tmp_path / "scan of a report.txt").write_bytes(report("A/999/3", "Three."))

    first, third = offered(tmp_path, asked("A/999/1", "A/999/3"))

    assert isinstance(first, Found)
    assert (first.name, first.requested_symbol) == ("A_999_1-EN.txt", None)
    assert isinstance(third, Found)
    assert (third.name, third.requested_symbol) == ("scan of a report.txt", None)


def test_half_of_a_joint_symbol_finds_the_whole(tmp_path: Path) -> None:
    """A document under two symbols is found under either."""
    (tmp_path / "A_999_45&S_2019_67-EN.txt").write_bytes(b"x")

    (found,) = offered(tmp_path, asked("S/2019/67"))

    assert isinstance(found, Found)


def test_a_symbol_that_no_file_has_is_absent(tmp_path: Path) -> None:
    """What was asked for and is not there is told, after what is."""
    (tmp_path / "A_999_1-EN.txt").write_bytes(b"x")

    found, absent = offered(tmp_path, asked("A/999/404", "A/999/1"))

    assert isinstance(found, Found)
    assert isinstance(absent, Absent)
    assert absent.symbol == "A/999/404"


def test_a_language_in_the_name_chooses(tmp_path: Path) -> None:
    """With a language wanted, files that say they are in another are counted and left out."""
    for name in ("A_999_1-EN.txt", "A_999_1-FR.txt"):
        (tmp_path / name).write_bytes(b"x")

    other, own = offered(tmp_path, languages=("fr",))

    assert isinstance(other, Elsewhere)
    assert isinstance(own, Found)
    assert (other.name, own.name) == ("A_999_1-EN.txt", "A_999_1-FR.txt")


def test_the_text_chooses_where_the_name_gives_no_language(tmp_path: Path) -> None:
    """A text in another language than those wanted is left out; what cannot be read is left to the reader."""
    french = "Le Conseil a pris note du rapport de la Commission sur les jauges de marée et de la réponse."
    (tmp_path / "A_999_1.txt").write_bytes(report("A/999/1", "The Council took note of the report."))
    (tmp_path / "A_999_2.txt").write_bytes(report("A/999/2", *[french] * 3))
    (tmp_path / "A_999_3.txt").write_bytes(b"")

    english, own, empty = offered(tmp_path, languages=("fr", "es"))

    assert isinstance(english, Elsewhere)
    assert english.language == "en"
    assert isinstance(own, Found)
    assert isinstance(empty, Found)


def test_a_document_that_is_there_in_another_language_only_is_absent_and_says_so(tmp_path: Path) -> None:
    """Asked for in French, a report in English is absent, and the message names the language it is in."""
    for name in ("A_999_1-EN.txt", "a scan.txt"):
        (tmp_path / name).write_bytes(report("A/999/1", "The Council took note of the report."))

    *others, absent = offered(tmp_path, asked("A/999/1"), ("fr",))

    assert len(others) == 2
    assert all(isinstance(one, Elsewhere) for one in others)
    assert isinstance(absent, Absent)
    assert "it is there in en" in absent.message


def test_a_file_named_for_a_document_that_prints_another_is_not_that_document(tmp_path: Path) -> None:
    """The symbol asked for is absent, and the message names the file and what it holds."""
    (tmp_path / "A_998_20-EN.txt").write_bytes(report("A/999/21", "One."))

    (absent,) = offered(tmp_path, asked("A/998/20"))

    assert isinstance(absent, Absent)
    assert "A_998_20-EN.txt is named for it and prints A/999/21" in absent.message


def test_a_file_found_under_both_of_its_symbols_is_offered_once(tmp_path: Path) -> None:
    """Who asks for both halves of a joint symbol gets the file once and misses nothing."""
    (tmp_path / "A_999_45&S_2019_67-EN.txt").write_bytes(report("A/999/45-S/2019/67", "One."))

    (found,) = offered(tmp_path, asked("S/2019/67", "A/999/45"))

    assert isinstance(found, Found)


def test_a_link_that_leads_nowhere_or_back_says_so(tmp_path: Path) -> None:
    """The message names what the link points to, and does not blame permissions."""
    (tmp_path / "dangling.txt").symlink_to("gone.txt")
    (tmp_path / "loop.txt").symlink_to("loop.txt")

    told = {offer.name: offer.message for offer in offered(tmp_path) if isinstance(offer, Declined)}

    assert "link to gone.txt, which is not there" in told["dangling.txt"]
    assert "leads back to itself" in told["loop.txt"]


def test_any_home_inside_the_folder_is_no_source(tmp_path: Path) -> None:
    """A folder that holds a log and bytes is passed over, whoever's home it is."""
    (tmp_path / "old" / "blobs").mkdir(parents=True)
    (tmp_path / "old" / "log.sqlite").write_bytes(b"x")
    (tmp_path / "a.txt").write_bytes(b"a")

    assert [offer.name for offer in offered(tmp_path) if isinstance(offer, Found)] == ["a.txt"]


def test_a_home_is_no_source(tmp_path: Path) -> None:
    """To take in the home itself, or another one, is a usage error."""
    (tmp_path / "old" / "blobs").mkdir(parents=True)
    (tmp_path / "old" / "log.sqlite").write_bytes(b"x")

    for source in (tmp_path, tmp_path / "old"):
        with pytest.raises(Usage, match="is a home"):
            open_source(str(source), Settings(home=tmp_path, log=None))


def test_the_home_inside_the_folder_is_no_source(tmp_path: Path) -> None:
    """The bytes that were kept are not taken in again from a home that stands inside the folder."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "log.sqlite").write_bytes(b"x")
    (tmp_path / "a.txt").write_bytes(b"a")

    offers = list(Folder(tmp_path, 10_000, excluding=(tmp_path / "data",)).offer((), (), seen))

    assert [offer.name for offer in offers if isinstance(offer, Found)] == ["a.txt"]


def test_a_folder_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    """The message says what to give instead."""
    with pytest.raises(Usage, match="no such folder"):
        offered(tmp_path / "nowhere")


def test_the_sample_comes_with_the_package() -> None:
    """The built-in sample offers at least six files at addresses that name no place on this machine."""
    offers = list(Sample().offer((), (), seen))

    assert len(offers) >= 6
    assert all(isinstance(offer, Found) and offer.url.startswith("sample:/") for offer in offers)


@pytest.mark.parametrize(
    "url", ["https://documents.un.org", "https://documents.un.org:443/", "https://DOCUMENTS.UN.ORG./x"]
)
def test_the_united_nations_are_asked_only_by_who_says_whom_to_turn_to(tmp_path: Path, url: str) -> None:
    """Without a contact nothing is asked of a server of theirs, however its address is written."""
    with pytest.raises(Usage, match="UNFOLD_CONTACT"):
        open_source("un", Settings(home=tmp_path, un_url=url, library_url="http://127.0.0.1:1"))

    named = Settings(home=tmp_path, un_url=url, contact="library@example.org")
    assert open_source("un", named).name == "un"
    assert "library@example.org" in named.headers["User-Agent"]


@pytest.mark.parametrize("contact", ["zo\u00eb@example.org", "a\r\nb@example.org", "x", "a b"])
def test_a_contact_is_one_that_a_header_can_hold(tmp_path: Path, contact: str) -> None:
    """Letters that no header takes, and line breaks, are refused with the setting's name."""
    with pytest.raises(ValidationError, match="contact"):
        Settings(home=tmp_path, contact=contact)
