"""What a source offers becomes bytes and events, once."""

from __future__ import annotations

from flows.collect import collect
from flows.home import Home
from flows.sources import Declined
from flows.sources.sample import Sample
from tests.flows.fakes import Memory
from warehouse.events import SourceAbsent, SourceFetched, SourceRefused

A, B = b"first version", b"second version"


def types(home: Home) -> list[str]:
    return [event.type for event in home.log.read()]


def test_a_new_file_is_kept_and_told(home: Home) -> None:
    """Its bytes are held under their hash before the event that names them."""
    collected = collect(home, Memory({"a.txt": A}))

    (event,) = home.log.read()
    payload = event.payload()
    assert collected.fetched == 1
    assert isinstance(payload, SourceFetched)
    assert home.blobs.get(payload.content_sha256) == A


def test_unchanged_bytes_make_no_event(home: Home) -> None:
    """A second collection of the same source records nothing."""
    source = Memory({"a.txt": A, "b.txt": B}, (Declined("memory:/c", "c", "too-large", "c is large"),))
    collect(home, source)
    before = home.log.head()

    again = collect(home, source)

    assert (again.offered, again.fetched) == (2, 0)
    assert home.log.head() == before


def test_changed_bytes_are_a_second_event_and_the_first_stays(home: Home) -> None:
    """Both versions stay in the log and in the bytes; the newer one is what was last fetched."""
    collect(home, Memory({"a.txt": A, "b.txt": A}))

    changed = collect(home, Memory({"a.txt": B, "b.txt": A}))

    history = home.ledger().history("memory:/a.txt")
    assert changed.fetched == 1
    assert [home.blobs.get(reading.content_sha256) for reading in history] == [A, B]


def test_lost_bytes_are_mended_by_a_source_that_still_has_them(home: Home) -> None:
    """A collection puts back bytes that are gone, without an event."""
    collect(home, Memory({"a.txt": A}))
    (sha256,) = home.ledger().contents
    home.blobs.path(sha256).unlink()

    collect(home, Memory({"a.txt": A}))

    assert home.blobs.get(sha256) == A
    assert len(types(home)) == 1


def test_what_is_no_symbol_is_declined_and_the_rest_goes_on(home: Home) -> None:
    """A path, a NUL and ten thousand characters are refused as symbols; the good one beside them is taken."""
    wild = ("../../etc/passwd", "A/999/1\0", "A/" + "9" * 10_000)

    collected = collect(home, Sample(), ("A/999/98", *wild))

    payloads = [event.payload() for event in home.log.read()]
    refused = [payload for payload in payloads if isinstance(payload, SourceRefused)]
    assert [one.reason for one in refused] == ["malformed-symbol"] * 3
    assert all(one.name.isprintable() and len(one.name) < 1000 for one in refused)
    assert collected.fetched == 1


def test_only_malformed_symbols_take_nothing_in(home: Home) -> None:
    """A wish that is all wrong is not a wish for everything."""
    collected = collect(home, Sample(), ("../x",))

    assert (collected.offered, len(collected.declined)) == (0, 1)


def test_an_absent_symbol_is_told_once(home: Home) -> None:
    """A symbol that the source does not have is an event the first time."""
    collect(home, Sample(), ("A/999/404",))
    collect(home, Sample(), ("A/999/404",))

    (event,) = home.log.read()
    assert isinstance(event.payload(), SourceAbsent)
