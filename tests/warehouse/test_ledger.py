"""The fold: what events say is held, due, accepted, refused and published."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.warehouse.writers import NOON
from warehouse.errors import LedgerGap
from warehouse.events import (
    ContentConverted,
    DocumentAccepted,
    DocumentRefused,
    Event,
    FailedCheck,
    Payload,
    PublicationStopped,
    Recorded,
    ReleasePublished,
    RunFinished,
    RunStarted,
    SourceAbsent,
    SourceFetched,
    SourceRefused,
    absent_stream,
    content_stream,
    run_stream,
    source_stream,
)
from warehouse.ledger import EMPTY, Acceptance, Converted, Ledger, Published, Reading, Refused, fold
from warehouse.log.chain import GENESIS, seal

URLS = ("file:///1.txt", "file:///2.txt", "file:///3.txt")
READERS = ("reader-1", "reader-2")
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def sha(letter: str) -> str:
    return letter * 64


def stream_of(payload: Payload) -> str:
    match payload:
        case SourceFetched() | SourceRefused() | DocumentAccepted() | DocumentRefused():
            return source_stream(payload.url)
        case ContentConverted():
            return content_stream(payload.content_sha256)
        case SourceAbsent():
            return absent_stream(payload.symbol)
        case RunStarted() | RunFinished():
            return run_stream(payload.run_id)
        case ReleasePublished() | PublicationStopped():
            return "release"


def recorded(payloads: Iterable[Payload]) -> list[Recorded]:
    """The payloads as a log would give them back, a second apart."""
    versions: dict[str, int] = {}
    events: list[Recorded] = []
    for sequence, payload in enumerate(payloads, 1):
        stream = stream_of(payload)
        versions[stream] = versions.get(stream, 0) + 1
        event = Event.of(stream, payload, NOON)
        learned = NOON + timedelta(seconds=sequence)
        events.append(
            seal(event, sequence=sequence, version=versions[stream], recorded_time=learned, prevhash=GENESIS)
        )
    return events


def fetched(
    url: str = URLS[0], content: str = "a", name: str = "x.txt", symbol: str | None = None
) -> SourceFetched:
    return SourceFetched("folder", url, name, symbol, None, sha(content), 3, "text/plain", (), None, None, ())


def converted(content: str = "a", made: str = "e", converter: str = "LibreOffice 7.4") -> ContentConverted:
    return ContentConverted(sha(content), sha(made), 9, "application/docx", converter)


def accepted(
    url: str = URLS[0],
    content: str = "a",
    document: str = "A/999/1@en",
    reader: str = READERS[0],
    name: str = "x.txt",
    media_type: str | None = None,
    characters: int | None = None,
) -> DocumentAccepted:
    return DocumentAccepted(
        url,
        sha(content),
        name,
        None,
        None,
        reader,
        "gate",
        document,
        (document[:-3],),
        "en",
        sha("f"),
        {"paragraphs": 7},
        (),
        media_type,
        False,
        characters,
    )


def refused(
    url: str = URLS[0],
    content: str = "a",
    reader: str = READERS[0],
    name: str = "x.txt",
    document: str | None = None,
) -> DocumentRefused:
    check = FailedCheck("text_conserved", "documents", 1, "lost 3 characters")
    return DocumentRefused(
        url,
        sha(content),
        name,
        None,
        None,
        reader,
        "gate",
        document,
        "checks-failed",
        "see the checks",
        (check,),
    )


def ledger(*payloads: Payload) -> Ledger:
    return fold(recorded(payloads))


def due(folded: Ledger, reader: str = READERS[0]) -> list[tuple[str, str]]:
    return [(reading.url, reading.content_sha256[0]) for reading in folded.due(reader, "gate")]


def held(folded: Ledger, reader: str = READERS[0]) -> list[tuple[str, str]]:
    return [(each.document_id, each.reading.content_sha256[0]) for each in folded.accepted(reader, "gate")]


# --- the fold --------------------------------------------------------------------------------------

LETTERS = st.sampled_from("abc")
PAYLOAD = st.one_of(
    st.builds(fetched, st.sampled_from(URLS), LETTERS, st.sampled_from(["x.txt", "y.txt"])),
    st.builds(
        accepted,
        st.sampled_from(URLS),
        LETTERS,
        st.sampled_from(["A/999/1@en", "A/999/2@en"]),
        st.sampled_from(READERS),
    ),
    st.builds(refused, st.sampled_from(URLS), LETTERS, st.sampled_from(READERS)),
    st.builds(
        SourceRefused,
        st.just("folder"),
        st.sampled_from(URLS),
        st.just("x"),
        st.just("too-large"),
        st.just("cut it"),
    ),
    st.builds(
        SourceAbsent,
        st.just("folder"),
        st.sampled_from(["A/999/8", "A/999/9"]),
        st.none(),
        st.just("not offered"),
    ),
    st.builds(RunStarted, st.sampled_from(["1", "2"]), st.just("run"), st.just({})),
    st.builds(RunFinished, st.sampled_from(["1", "2"]), st.just("completed"), st.just({})),
    st.builds(
        ReleasePublished,
        st.sampled_from(["v1", "v2"]),
        st.integers(0, 9),
        st.just(sha("1")),
        st.just(sha("2")),
    ),
    st.builds(PublicationStopped, st.integers(0, 9), st.just(("floor",))),
    st.builds(converted, LETTERS, st.sampled_from("ef")),
)
HISTORY = st.lists(PAYLOAD, max_size=25)


@given(HISTORY, st.data())
def test_folding_a_prefix_and_then_the_rest_equals_folding_all(
    history: list[Payload], data: st.DataObject
) -> None:
    events = recorded(history)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(events)), max_size=4)))

    folded = EMPTY
    for start, stop in zip([0, *cuts], [*cuts, len(events)], strict=True):
        folded = fold(events[start:stop], folded)

    assert folded == fold(events)
    for reader in READERS:
        assert folded.due(reader, "gate") == fold(events).due(reader, "gate")
        assert folded.accepted(reader, "gate") == fold(events).accepted(reader, "gate")
        assert folded.refused(reader, "gate") == fold(events).refused(reader, "gate")
        assert folded.witnesses(reader, "gate") == fold(events).witnesses(reader, "gate")


@given(HISTORY)
def test_a_fold_changes_nothing_it_was_given(history: list[Payload]) -> None:
    events = recorded(history)
    middle = len(events) // 2
    before = fold(events[:middle])

    fold(events[middle:], before)

    assert before == fold(events[:middle])
    assert fold([], before) is before


@given(HISTORY)
def test_what_is_due_and_accepted_is_what_a_plain_reading_of_the_history_says(history: list[Payload]) -> None:
    folded = ledger(*history)
    verdicts = {
        (p.content_sha256, p.name): p
        for p in history
        if isinstance(p, DocumentAccepted | DocumentRefused) and p.reader_fingerprint == READERS[0]
    }
    expected_due: dict[tuple[str, str], None] = {}
    newest: dict[str, tuple[int, str]] = {}
    for url in URLS:
        fetches = [(at, p) for at, p in enumerate(history) if isinstance(p, SourceFetched) and p.url == url]
        judged = [(at, p, verdicts.get((p.content_sha256, p.name))) for at, p in reversed(fetches)]
        standing = next(((p, v) for _, p, v in judged if not isinstance(v, DocumentRefused)), None)
        if standing is not None and standing[1] is None:
            expected_due[standing[0].content_sha256, standing[0].name] = None
        good = next(((at, v) for at, _, v in judged if isinstance(v, DocumentAccepted)), None)
        if good is not None and newest.get(good[1].document_id, (-1, ""))[0] < good[0]:
            newest[good[1].document_id] = (good[0], good[1].content_sha256)

    assert {(r.content_sha256, r.name) for r in folded.due(READERS[0], "gate")} == set(expected_due)
    assert {a.document_id: a.reading.content_sha256 for a in folded.accepted(READERS[0], "gate")} == {
        document: content for document, (_, content) in newest.items()
    }


@given(HISTORY)
def test_every_place_that_holds_an_accepted_document_is_a_witness_of_it(history: list[Payload]) -> None:
    folded = ledger(*history)
    marks = (READERS[0], "gate")
    standing = {each.document_id: each for each in folded.accepted(*marks)}

    witnesses = folded.witnesses(*marks)

    chosen = [one for one in witnesses if one.is_chosen]
    assert {one.document_id: one.reading.sequence for one in chosen} == {
        document: each.fetched_sequence for document, each in standing.items()
    }
    places = [url for one in witnesses if isinstance(one.verdict, Acceptance) for url in one.places]
    with_acceptance = {
        url
        for url in folded.urls
        for reading in folded.history(url)
        if isinstance(folded.verdict(reading, *marks), Acceptance)
    }
    assert sorted(places) == sorted(with_acceptance)
    names = [(one.document_id, one.reading.content_sha256) for one in witnesses]
    assert len(names) == len(set(names))


@given(HISTORY)
def test_nothing_is_due_twice_and_no_document_is_accepted_twice(history: list[Payload]) -> None:
    folded = ledger(*history)
    keys = [reading.key for reading in folded.due(READERS[0], "gate")]
    documents = [each.document_id for each in folded.accepted(READERS[0], "gate")]

    assert len(keys) == len(set(keys))
    assert documents == sorted(set(documents))


def test_events_that_do_not_follow_the_position_are_refused() -> None:
    events = recorded([fetched(), fetched(content="b")])

    with pytest.raises(LedgerGap, match="event 2 does not follow position 0"):
        fold(events[1:])
    with pytest.raises(LedgerGap):
        fold(events, fold(events))


def test_the_empty_ledger_holds_nothing() -> None:
    assert (EMPTY.position, EMPTY.content_time, EMPTY.version("release"), EMPTY.fetched("x")) == (
        0,
        None,
        0,
        None,
    )
    assert (EMPTY.due("r", "g"), EMPTY.accepted("r", "g"), EMPTY.refused("r", "g")) == ((), (), ())
    assert (EMPTY.releases, EMPTY.absent, EMPTY.source_refused, EMPTY.urls) == ((), (), (), ())


def test_a_ledger_cannot_be_changed() -> None:
    folded = ledger(fetched(), accepted())

    with pytest.raises(AttributeError):
        folded.position = 9  # type: ignore[misc]
    with pytest.raises(TypeError):
        folded._versions["release"] = 9  # type: ignore[index]
    with pytest.raises(TypeError):
        folded.accepted(READERS[0], "gate")[0].counts["paragraphs"] = 8  # type: ignore[index]


# --- what is held ----------------------------------------------------------------------------------


def test_the_version_of_a_stream_is_what_the_next_append_must_follow() -> None:
    folded = ledger(fetched(URLS[0]), fetched(URLS[0], "b"), fetched(URLS[1]))

    assert [folded.version(source_stream(url)) for url in URLS] == [2, 1, 0]


def test_the_newest_fetch_of_a_place_is_known_with_all_before_it() -> None:
    folded = ledger(fetched(content="a"), fetched(content="b", symbol="A/999/1"), fetched(content="a"))

    newest = folded.fetched(URLS[0])

    assert newest == Reading(
        URLS[0], "x.txt", None, None, sha("a"), "text/plain", 3, "folder", 3, NOON + timedelta(seconds=3)
    )
    assert [reading.content_sha256[0] for reading in folded.history(URLS[0])] == ["a", "b", "a"]
    assert folded.contents == {sha("a"), sha("b")}
    assert folded.urls == (URLS[0],)


# --- what is due -----------------------------------------------------------------------------------


def test_what_was_fetched_and_not_judged_is_due_oldest_first() -> None:
    assert due(ledger(fetched(URLS[1], "b"), fetched(URLS[0], "a"))) == [(URLS[1], "b"), (URLS[0], "a")]


def test_what_was_judged_is_due_no_more_whatever_the_verdict() -> None:
    assert due(ledger(fetched(), accepted())) == []
    assert due(ledger(fetched(), refused())) == []


def test_another_reader_or_another_gate_makes_everything_due_again() -> None:
    folded = ledger(fetched(), accepted())

    assert due(folded, READERS[1]) == [(URLS[0], "a")]
    assert len(folded.due(READERS[0], "another gate")) == 1
    assert folded.accepted(READERS[1], "gate") == ()


def test_the_same_reading_from_another_place_is_not_read_again() -> None:
    folded = ledger(fetched(URLS[0]), fetched(URLS[1]), accepted(URLS[0]))

    assert due(folded) == []
    assert due(ledger(fetched(URLS[0]), fetched(URLS[1]))) == [(URLS[0], "a")]


def test_the_same_bytes_under_another_name_are_another_reading() -> None:
    assert due(ledger(fetched(URLS[0]), accepted(URLS[0]), fetched(URLS[1], name="y.txt"))) == [
        (URLS[1], "a")
    ]


def test_only_the_newest_bytes_of_a_place_are_due() -> None:
    assert due(ledger(fetched(content="a"), fetched(content="b"))) == [(URLS[0], "b")]


def test_bytes_before_refused_ones_are_due_when_they_have_no_verdict() -> None:
    folded = ledger(
        fetched(content="a"),
        accepted(content="a"),
        fetched(content="b"),
        refused(content="b", reader=READERS[1]),
    )

    assert due(folded, READERS[1]) == [(URLS[0], "a")]


# --- what is accepted ------------------------------------------------------------------------------


def test_an_acceptance_names_its_bytes_its_rows_and_its_event() -> None:
    events = recorded([fetched(), accepted()])
    (acceptance,) = fold(events).accepted(READERS[0], "gate")

    assert acceptance.reading == fold(events).fetched(URLS[0])
    assert (acceptance.document_id, acceptance.symbols, acceptance.language) == (
        "A/999/1@en",
        ("A/999/1",),
        "en",
    )
    assert (acceptance.rows_sha256, dict(acceptance.counts)) == (sha("f"), {"paragraphs": 7})
    assert (acceptance.event_id, acceptance.sequence, acceptance.fetched_sequence) == (events[1].id, 2, 1)


def test_newer_bytes_of_a_document_take_the_place_of_older_ones() -> None:
    assert held(
        ledger(fetched(content="a"), accepted(content="a"), fetched(content="b"), accepted(content="b"))
    ) == [("A/999/1@en", "b")]


def test_the_accepted_bytes_stand_in_for_newer_ones_that_are_refused_or_not_judged_yet() -> None:
    before = [fetched(content="a"), accepted(content="a"), fetched(content="b")]

    assert held(ledger(*before)) == [("A/999/1@en", "a")]
    assert held(ledger(*before, refused(content="b"))) == [("A/999/1@en", "a")]


def test_bytes_that_come_back_are_accepted_again_without_being_read() -> None:
    folded = ledger(
        fetched(content="a"),
        accepted(content="a"),
        fetched(content="b"),
        accepted(content="b"),
        fetched(content="a"),
    )

    assert held(folded) == [("A/999/1@en", "a")]
    assert due(folded) == []
    assert folded.accepted(READERS[0], "gate")[0].fetched_sequence == 5


def test_of_two_places_with_one_document_the_bytes_fetched_last_are_held() -> None:
    one, two = (
        [fetched(URLS[0], "a"), accepted(URLS[0], "a")],
        [fetched(URLS[1], "b"), accepted(URLS[1], "b")],
    )

    assert held(ledger(*one, *two)) == [("A/999/1@en", "b")]
    assert held(ledger(*two, *one)) == [("A/999/1@en", "a")]


def test_the_same_bytes_at_two_places_are_one_witness() -> None:
    folded = ledger(
        fetched(URLS[0], "a"), accepted(URLS[0], "a"),
        fetched(URLS[1], "b"), fetched(URLS[2], "b"), accepted(URLS[1], "b"),
    )  # fmt: skip

    told = folded.witnesses(READERS[0], "gate")

    assert [(one.ordinal, one.reading.url, sorted(one.places), one.decided_by) for one in told] == [
        (1, URLS[2], [URLS[1], URLS[2]], "time"),
        (2, URLS[0], [URLS[0]], "time"),
    ]


def test_the_worthiest_file_is_held_whenever_it_was_fetched() -> None:
    """A PDF that comes later does not take the place of a DOCX file."""
    docx = [fetched(URLS[0], "a"), accepted(URLS[0], "a", media_type=DOCX)]
    pdf = [fetched(URLS[1], "b"), accepted(URLS[1], "b", media_type="application/pdf")]

    for history in ((*docx, *pdf), (*pdf, *docx)):
        assert held(ledger(*history)) == [("A/999/1@en", "a")]
        told = ledger(*history).witnesses(READERS[0], "gate")
        assert [(one.format, one.decided_by) for one in told] == [("docx", "format"), ("pdf", "format")]


def test_where_the_worthiest_is_refused_the_next_is_held() -> None:
    """The refused file stays among the document's files, behind the others, whether it names it or prints it."""
    docx = [fetched(URLS[0], "a"), refused(URLS[0], "a", document="A/999/1@en")]
    pdf = [fetched(URLS[1], "b"), accepted(URLS[1], "b", media_type="application/pdf")]
    named = [fetched(URLS[2], "c", name="A_999_1-EN.doc"), refused(URLS[2], "c", name="A_999_1-EN.doc")]

    folded = ledger(*docx, *named, *pdf)

    assert held(folded) == [("A/999/1@en", "b")]
    told = folded.witnesses(READERS[0], "gate")
    assert [(one.reading.url, one.ordinal, one.decided_by) for one in told] == [
        (URLS[1], 1, "verdict"), (URLS[0], 2, "verdict"), (URLS[2], 3, "verdict"),
    ]  # fmt: skip
    assert [isinstance(one.verdict, Refused) for one in told] == [False, True, True]


def test_a_refused_file_of_no_accepted_document_is_no_witness() -> None:
    folded = ledger(
        fetched(URLS[0]),
        refused(URLS[0], document="A/999/7@en"),
        fetched(URLS[1], "b"),
        accepted(URLS[1], "b"),
    )

    assert [one.reading.url for one in folded.witnesses(READERS[0], "gate")] == [URLS[1]]


def test_what_an_accepted_document_answers_is_missing_no_more() -> None:
    missing = [SourceAbsent("folder", "A/999/1", language, "not offered") for language in (None, "en", "fr")]

    folded = ledger(*missing, fetched(), accepted())

    assert [one.language for one in folded.missing(READERS[0], "gate")] == ["fr"]
    assert [one.language for one in folded.missing(READERS[1], "gate")] == [None, "en", "fr"]


def test_all_verdicts_on_a_reading_are_known_oldest_first() -> None:
    folded = ledger(fetched(), refused(), accepted(reader=READERS[1]), fetched(content="b"))
    old, new = folded.history(URLS[0])

    assert [type(one) for one in folded.verdicts(old)] == [Refused, Acceptance]
    assert folded.verdicts(new) == ()


def test_the_order_of_the_verdicts_does_not_decide_which_bytes_are_held() -> None:
    fetches = [fetched(URLS[0], "a"), fetched(URLS[1], "b")]
    verdicts: Sequence[Payload] = [accepted(URLS[1], "b"), accepted(URLS[0], "a")]

    assert (
        held(ledger(*fetches, *verdicts))
        == held(ledger(*fetches, *reversed(verdicts)))
        == [("A/999/1@en", "b")]
    )


def test_an_acceptance_keeps_the_place_it_was_read_from_when_another_offers_the_same() -> None:
    (acceptance,) = ledger(fetched(URLS[0]), accepted(URLS[0]), fetched(URLS[1])).accepted(READERS[0], "gate")

    assert (acceptance.reading.url, acceptance.fetched_sequence) == (URLS[0], 3)


def test_a_place_that_now_holds_another_document_no_longer_offers_the_first() -> None:
    folded = ledger(
        fetched(content="a"),
        accepted(content="a"),
        fetched(content="b"),
        accepted(content="b", document="A/999/2@en"),
    )

    assert held(folded) == [("A/999/2@en", "b")]


# --- what is refused, absent, published ------------------------------------------------------------


def test_a_refusal_names_its_reason_and_the_checks_that_failed() -> None:
    folded = ledger(fetched(), refused())
    (refusal,) = folded.refused(READERS[0], "gate")

    assert (refusal.reading.url, refusal.reason, refusal.checks[0].check) == (
        URLS[0],
        "checks-failed",
        "text_conserved",
    )
    assert isinstance(folded.verdict(refusal.reading, READERS[0], "gate"), Refused)
    assert folded.verdict(refusal.reading, READERS[1], "gate") is None


def test_a_refusal_is_gone_once_newer_bytes_are_fetched_and_holds_for_every_place_that_offers_it() -> None:
    assert ledger(fetched(), refused(), fetched(content="b")).refused(READERS[0], "gate") == ()
    both = ledger(fetched(URLS[0]), fetched(URLS[1]), refused(URLS[0])).refused(READERS[0], "gate")
    assert [each.reading.url for each in both] == [URLS[0], URLS[1]]


def test_a_later_verdict_on_the_same_reading_corrects_the_first() -> None:
    folded = ledger(fetched(), refused(), accepted())

    assert held(folded) == [("A/999/1@en", "a")]
    assert folded.refused(READERS[0], "gate") == ()


def test_a_verdict_on_what_was_never_fetched_is_kept_and_never_chosen() -> None:
    folded = ledger(accepted())

    assert (folded.accepted(READERS[0], "gate"), folded.due(READERS[0], "gate")) == ((), ())
    assert ledger(accepted(), fetched()).due(READERS[0], "gate") == ()


def test_what_a_source_refused_or_lacks_is_told_until_it_is_fetched() -> None:
    too_large = SourceRefused("folder", URLS[0], "x.txt", "too-large", "50 MB")
    missing = SourceAbsent("folder", "A/999/7", None, "not offered")

    folded = ledger(too_large, missing)
    after = ledger(too_large, missing, fetched(symbol="A/999/7"))

    assert [(each.url, each.reason) for each in folded.source_refused] == [(URLS[0], "too-large")]
    assert [(each.symbol, each.message) for each in folded.absent] == [("A/999/7", "not offered")]
    assert (after.source_refused, after.absent) == ((), ())
    assert (folded.declined(URLS[0]), folded.absence("folder", "A/999/7", None)) == (
        *folded.source_refused,
        *folded.absent,
    )
    assert (after.declined(URLS[0]), after.absence("folder", "A/999/7", None)) == (None, None)


def test_releases_are_told_in_order_with_their_position() -> None:
    folded = ledger(
        PublicationStopped(1, ("too few",)),
        ReleasePublished("v1", 2, sha("1"), sha("2")),
        ReleasePublished("v2", 3, sha("3"), sha("4")),
    )

    assert folded.releases == (
        Published("v1", 2, sha("1"), sha("2"), 2),
        Published("v2", 3, sha("3"), sha("4"), 3),
    )
    assert folded.stopped is None
    assert ledger(PublicationStopped(1, ("too few",))).stopped is not None


def test_runs_releases_and_absences_do_not_move_the_content_position() -> None:
    content = [
        fetched(),
        accepted(),
        refused(),
        SourceRefused("s", "u", "n", "r", "m"),
        converted(),
    ]
    others: list[Payload] = [
        RunStarted("1", "run", {"workers": 2, "symbols": ("A/999/1",)}), RunFinished("1", "completed", {}),
        ReleasePublished("v1", 1, sha("1"), sha("2")), PublicationStopped(1, ()),
        SourceAbsent("s", "A/999/1", None, "m"),
    ]  # fmt: skip

    for payload in content:
        folded = ledger(*others, payload, *others)
        assert (folded.position, folded.content_position, folded.content_time) == (
            11,
            6,
            NOON + timedelta(seconds=6),
        )
    assert (ledger(*others).content_position, ledger(*others).content_time) == (0, None)


def test_what_another_program_made_is_held_and_read() -> None:
    """The newest of what was made of some bytes stands in for them, wherever they came from; all of it is held."""
    folded = ledger(fetched(), fetched(URLS[1]), fetched(URLS[2], "b"), converted(), converted(made="f"))

    own, other = folded.fetched(URLS[1]), folded.fetched(URLS[2])
    assert own is not None
    assert other is not None
    assert folded.readable(own).converted == Converted(sha("f"), "application/docx", "LibreOffice 7.4")
    assert folded.readable(other) == other
    assert folded.readable(own).key == own.key
    assert folded.contents == {sha("a"), sha("b"), sha("e"), sha("f")}


def test_an_acceptance_is_a_verdict() -> None:
    folded = ledger(fetched(), accepted())
    reading = folded.fetched(URLS[0])

    assert reading is not None
    assert isinstance(folded.verdict(reading, READERS[0], "gate"), Acceptance)
