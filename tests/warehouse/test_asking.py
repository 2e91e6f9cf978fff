"""The fold of what servers answer: held, absent, withdrawn, when to ask again; and under which symbols bytes are held."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.warehouse.writers import NOON
from transforms.retrieval.schedule import SETTLED, State
from warehouse.events import (
    ASKED,
    AnswerDiscarded,
    AnswerOversized,
    Asked,
    AskedPayload,
    Attempt,
    DocumentAccepted,
    DocumentMistaken,
    DocumentWithdrawn,
    Event,
    LanguageMistaken,
    Payload,
    Reason,
    Recorded,
    RecordImported,
    RequestDeclined,
    RequestFailed,
    RequestUnmet,
    SourceFetched,
    SourceUnchanged,
    SymbolRejected,
    asked_stream,
    record_stream,
    source_stream,
)
from warehouse.ledger import EMPTY, Asking, Catalogued, HeldAs, Ledger, Reading, fold, held_as
from warehouse.log.chain import GENESIS, seal

URL, OTHER_URL = "https://documents.un.org/doc/a.pdf", "https://documents.un.org/doc/b.pdf"
SYMBOL = "A/999/7"
ATTEMPT = Attempt("pdf", URL, URL, 404, 0, 7_000, None, "absent", "the server has no such document")

Step = Payload | tuple[Payload, float]
"""What happened, and how many hours after the beginning it was recorded; at the beginning if nothing is said."""


def sha(letter: str) -> str:
    return letter * 64


def stream_of(payload: Payload) -> str:
    match payload:
        case SourceFetched() | DocumentAccepted():
            return source_stream(payload.url)
        case RecordImported():
            return record_stream(payload.source, payload.control_number)
        case Asked() | DocumentWithdrawn():
            return asked_stream(payload.source, payload.symbol, payload.language)
    raise AssertionError(f"no stream for {payload} here")


def recorded(steps: Iterable[Step]) -> list[Recorded]:
    """The steps as a log would give them back, each at its hour."""
    versions: dict[str, int] = {}
    events: list[Recorded] = []
    for sequence, step in enumerate(steps, 1):
        payload, hours = step if isinstance(step, tuple) else (step, 0)
        stream = stream_of(payload)
        versions[stream] = versions.get(stream, 0) + 1
        events.append(
            seal(
                Event.of(stream, payload, NOON),
                sequence=sequence,
                version=versions[stream],
                recorded_time=at(hours),
                prevhash=GENESIS,
            )
        )
    return events


def at(hours: float) -> datetime:
    return NOON + timedelta(hours=hours)


def ledger(*steps: Step) -> Ledger:
    return fold(recorded(steps))


def known(*steps: Step, symbol: str = SYMBOL) -> Asking:
    asking = ledger(*steps).asking("un", symbol, "en")
    assert asking is not None
    return asking


def got(
    content: str = "a", *, url: str = URL, symbol: str = SYMBOL, printed: tuple[str, ...] = (), reason: Reason = "request"
) -> SourceFetched:  # fmt: skip
    """Bytes came for a document that was asked for."""
    return SourceFetched(
        "un", url, "A_999_7-EN.pdf", symbol, "en", sha(content), 3, "application/pdf", printed, "en", reason, (ATTEMPT,)
    )  # fmt: skip


def told(shape: type[AskedPayload], *, symbol: str = SYMBOL, reason: Reason = "request") -> AskedPayload:
    """An answer of that shape, with which no new bytes came."""
    about = ("un", symbol, "en", reason, f"in words: {shape.__name__}", (ATTEMPT,))
    if shape is SourceUnchanged:
        return SourceUnchanged(*about, url=URL, content_sha256=sha("a"))
    if shape is DocumentMistaken:
        return DocumentMistaken(*about, found="A/999/8")
    if shape is LanguageMistaken:
        return LanguageMistaken(*about, found="fr")
    return shape(*about)  # type: ignore[call-arg]


WITHDRAWN = DocumentWithdrawn("un", SYMBOL, "en", 3, "said on 3 days")
UNMET, FAILED, DECLINED, UNCHANGED = map(
    told, (RequestUnmet, RequestFailed, RequestDeclined, SourceUnchanged)
)
STATES: list[tuple[type[AskedPayload], State]] = [
    (SourceUnchanged, "held"),
    (RequestUnmet, "absent"),
    (RequestDeclined, "refused"),
    (RequestFailed, "failed"),
    (SymbolRejected, "malformed"),
    (DocumentMistaken, "wrong-document"),
    (LanguageMistaken, "wrong-language"),
    (AnswerOversized, "too-large"),
    (AnswerDiscarded, "not-a-document"),
]


# --- what each answer makes of a document ----------------------------------------------------------


def test_every_shape_of_an_answer_has_its_state_here() -> None:
    """The table of these tests covers every answer and every state there is."""
    assert {shape for shape, _ in STATES} == set(ASKED)
    assert {state for _, state in STATES} | {"withdrawn"} == SETTLED | {"refused", "failed"}


@pytest.mark.parametrize(("shape", "state"), STATES)
def test_an_answer_about_a_document_that_was_never_held_is_its_state(
    shape: type[AskedPayload], state: State
) -> None:
    """Without bytes before it, an answer alone decides the state."""
    asking = known((told(shape), 5))

    assert (asking.state, asking.answer, asking.message) == (state, state, f"in words: {shape.__name__}")
    assert (asking.key, asking.asked_time, asking.sequence) == (("un", SYMBOL, "en"), at(5), 1)
    assert (asking.urls, asking.content_sha256, asking.first_held, asking.held_since) == (
        (),
        None,
        None,
        None,
    )


@pytest.mark.parametrize(("shape", "found"), [(DocumentMistaken, "A/999/8"), (LanguageMistaken, "fr")])
def test_what_was_found_instead_is_told_until_another_answer_comes(
    shape: type[AskedPayload], found: str
) -> None:
    """The other document or language that came stands until the next answer."""
    assert known(told(shape)).found == found
    assert known(told(shape), UNMET).found is None
    assert known(told(shape), got()).found is None


def test_bytes_that_come_make_a_document_held() -> None:
    """Bytes make held whatever was answered before, and count from when we learned of them."""
    asking = known(UNMET, (got(printed=("A/999/7", "S/2096/4")), 30))

    assert asking == Asking(
        "un", SYMBOL, "en", "held", "held", "", None, "request", at(30), 2,
        urls=(URL,), symbols=("A/999/7", "S/2096/4"), content_sha256=sha("a"), first_held=at(30), held_since=at(30),
    )  # fmt: skip


@pytest.mark.parametrize(("shape", "state"), STATES)
def test_a_held_document_stays_held_whatever_is_answered_later(
    shape: type[AskedPayload], state: State
) -> None:
    """Later failures, refusals and absences change the last answer, never that the document is held."""
    asking = known((got(), 1), (told(shape), 50))

    assert (asking.state, asking.answer, asking.asked_time) == ("held", state, at(50))
    assert (asking.urls, asking.content_sha256, asking.first_held, asking.held_since) == (
        (URL,), sha("a"), at(1), at(1),
    )  # fmt: skip


def test_changed_bytes_are_held_since_they_came_and_the_document_since_it_first_did() -> None:
    """Two times are kept: since when the document is held, and since when these bytes are."""
    asking = known((got("a"), 1), (UNCHANGED, 30), (got("b"), 60))

    assert (asking.first_held, asking.held_since, asking.content_sha256) == (at(1), at(60), sha("b"))


def test_the_places_that_gave_bytes_are_told_once_each_the_newest_last() -> None:
    """A place that gives again moves to the end."""
    assert known(got("a"), got("b", url=OTHER_URL), got("c")).urls == (OTHER_URL, URL)


def test_documents_languages_and_servers_are_kept_apart() -> None:
    """What is known of one document, language or server says nothing of another."""
    folded = ledger(got(), told(RequestUnmet, symbol="A/999/8"))

    assert [(asking.symbol, asking.state) for asking in folded.askings] == [
        ("A/999/7", "held"),
        ("A/999/8", "absent"),
    ]
    assert folded.asking("un", SYMBOL, "fr") is None
    assert folded.asking("other", SYMBOL, "en") is None


def test_bytes_that_nobody_asked_for_are_no_asking() -> None:
    """A file without a symbol and a language it was asked by is no answer to anybody."""
    brought = SourceFetched(
        "folder", "file:///1.txt", "1.txt", None, None, sha("a"), 3, None, (SYMBOL,), "en", None, ()
    )

    assert ledger(brought).askings == ()
    assert ledger(brought).aliases("folder") == {}


# --- absence and withdrawal ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hours", "misses"),
    [
        ([], 0),
        ([24], 1),
        ([24, 25, 26, 30], 1),
        ([24, 43.9], 1),
        ([24, 44], 2),
        ([24, 48, 72], 3),
        ([24, 34, 44, 54, 64], 3),
        ([24, 24 * 30], 2),
    ],
)
def test_absences_count_once_a_day(hours: list[float], misses: int) -> None:
    """Absences within twenty hours are one, counted from the first of them."""
    steps: list[Step] = [(UNMET, hour) for hour in hours]

    assert known(got(), *steps).misses == misses
    assert known(told(SymbolRejected), *steps).misses == misses


@pytest.mark.parametrize("shape", [RequestFailed, RequestDeclined])
def test_no_answer_neither_counts_as_absence_nor_ends_the_count(shape: type[AskedPayload]) -> None:
    """A server that fails or declines says nothing of a document."""
    assert known(got(), (UNMET, 24), (told(shape), 48), (UNMET, 49)).misses == 2
    assert known(got(), (told(shape), 24), (told(shape), 48)).misses == 0


@pytest.mark.parametrize("shape", [shape for shape, state in STATES if state in SETTLED - {"absent"}])
def test_any_other_answer_ends_the_count(shape: type[AskedPayload]) -> None:
    """Whatever else a server says of the document, it is no longer missing on end."""
    assert known(got(), (UNMET, 24), (UNMET, 48), (told(shape), 72)).misses == 0
    assert known(got(), (UNMET, 24), (UNMET, 48), (told(shape), 72), (UNMET, 73)).misses == 1


def test_a_document_is_withdrawn_when_that_is_recorded_and_no_sooner() -> None:
    """Absences alone withdraw nothing; the event does, and keeps what is known of the bytes."""
    absences: list[Step] = [(UNMET, day * 24.0) for day in range(1, 6)]

    asking = known(got(), *absences, (WITHDRAWN, 121))

    assert known(got(), *absences).state == "held"
    assert (asking.state, asking.message, asking.sequence) == ("withdrawn", "said on 3 days", 7)
    assert (asking.urls, asking.content_sha256, asking.first_held) == ((URL,), sha("a"), at(0))


@pytest.mark.parametrize(("shape", "state"), STATES)
def test_a_withdrawn_document_stays_so_until_bytes_come_again(
    shape: type[AskedPayload], state: State
) -> None:
    """Only new bytes lift a withdrawal, and the document is held since it first was."""
    before: list[Step] = [got(), (UNMET, 24), WITHDRAWN, (told(shape), 99)]

    back = known(*before, (got(), 120))

    assert (known(*before).state, known(*before).answer) == ("withdrawn", state)
    assert (back.state, back.misses, back.first_held, back.held_since) == ("held", 0, at(0), at(120))


def test_a_withdrawal_of_what_was_never_asked_for_is_nothing() -> None:
    """There is nothing to withdraw of what nobody asked for."""
    assert ledger(WITHDRAWN).askings == ()


# --- what a release holds of it --------------------------------------------------------------------


def accepted(content: str = "a", url: str = URL, symbol: str = SYMBOL) -> DocumentAccepted:
    return DocumentAccepted(
        url, sha(content), "A_999_7-EN.pdf", symbol, "en", "reader", "gate", f"{symbol}@en", (symbol,), "en", sha("f"), {}, (), None, None, None,
    )  # fmt: skip


def in_release(*steps: Step) -> list[tuple[str, str]]:
    return [
        (each.document_id, each.reading.content_sha256[0])
        for each in ledger(*steps).accepted("reader", "gate")
    ]


def test_a_withdrawn_document_leaves_the_release_and_comes_back_with_its_bytes() -> None:
    """A withdrawal takes a document out of the release, and bytes that come back need no second reading."""
    held: list[Step] = [got(), accepted()]

    assert in_release(*held) == [("A/999/7@en", "a")]
    assert in_release(*held, UNMET) == [("A/999/7@en", "a")]
    assert in_release(*held, WITHDRAWN) == []
    assert in_release(*held, WITHDRAWN, UNMET, FAILED) == []
    assert in_release(*held, WITHDRAWN, got()) == [("A/999/7@en", "a")]


def test_older_bytes_do_not_stand_in_for_a_withdrawn_document() -> None:
    """Withdrawn is the document, not its newest bytes."""
    assert in_release(got("a"), accepted("a"), got("b"), accepted("b"), WITHDRAWN) == []


def test_a_withdrawal_takes_every_place_that_was_asked_for_the_document_and_no_other_document() -> None:
    """All places asked for the document go, and no place of another document."""
    steps: list[Step] = [
        got("a"), accepted("a"), got("b", url=OTHER_URL), accepted("b", url=OTHER_URL),
        got("c", url=f"{URL}x", symbol="A/999/8"), accepted("c", url=f"{URL}x", symbol="A/999/8"),
    ]  # fmt: skip

    assert in_release(*steps) == [("A/999/7@en", "b"), ("A/999/8@en", "c")]
    assert in_release(*steps, WITHDRAWN) == [("A/999/8@en", "c")]


def test_a_file_of_ones_own_stays_in_the_release_when_a_server_withdraws_the_document() -> None:
    """A server withdraws only what it gave itself."""
    mine = SourceFetched("folder", "file:///A_999_7.txt", "A_999_7.txt", None, None, sha("e"), 3, None, (), None, None, ())  # fmt: skip
    judged = DocumentAccepted(
        "file:///A_999_7.txt", sha("e"), "A_999_7.txt", None, None, "reader", "gate", "A/999/7@en", (SYMBOL,), "en", sha("f"), {}, (), None, None, None,
    )  # fmt: skip

    steps: list[Step] = [mine, judged, got(), accepted()]

    assert in_release(*steps) == [("A/999/7@en", "a")]
    assert in_release(*steps, WITHDRAWN) == [("A/999/7@en", "e")]


def test_a_reading_knows_whether_its_document_was_withdrawn() -> None:
    """The withdrawal is asked of a reading, and lifted with it."""
    steps: list[Step] = [got(), WITHDRAWN]
    reading = ledger(*steps).holdings[0]

    assert ledger(*steps).is_withdrawn(reading)
    assert not ledger(*steps, got()).is_withdrawn(reading)
    assert not EMPTY.is_withdrawn(reading)


IMPORTED = RecordImported("undl", "https://digitallibrary.un.org/record/1", "1", (SYMBOL,), sha("c"), 9_000)


@pytest.mark.parametrize("shape", ASKED)
def test_an_answer_that_brings_nothing_does_not_move_the_content_position(shape: type[AskedPayload]) -> None:
    """A release stays what it is when a server only answers."""
    folded = ledger((got(), 1), (told(shape), 2))

    assert (folded.position, folded.content_position, folded.content_time) == (2, 1, at(1))


@pytest.mark.parametrize("payload", [got("b"), WITHDRAWN, IMPORTED, accepted()])
def test_bytes_withdrawals_records_and_verdicts_move_the_content_position(payload: Payload) -> None:
    """What can change a release moves the position that it is built from."""
    folded = ledger((got(), 1), (payload, 2))

    assert (folded.position, folded.content_position, folded.content_time) == (2, 2, at(2))


# --- why it is wanted ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reasons", "stands"),
    [
        (["request"], "request"),
        (["closure"], "closure"),
        (["closure", "closure"], "closure"),
        (["closure", "request"], "request"),
        (["request", "closure"], "request"),
        (["closure", "request", "closure", "closure"], "request"),
    ],
)
def test_what_was_requested_once_is_there_for_a_request_for_good(
    reasons: list[Reason], stands: Reason
) -> None:
    """A document that somebody asked for once is never again there for a closure alone."""
    asked = [told(RequestUnmet, reason=reason) for reason in reasons]
    brought = [got(letter, reason=reason) for letter, reason in zip("abcd", reasons, strict=False)]

    assert known(*asked).reason == known(*brought).reason == stands
    assert known(*asked, WITHDRAWN).reason == stands


def test_bytes_from_before_reasons_were_recorded_were_requested() -> None:
    """Where no reason was recorded, somebody wanted the document."""
    old = SourceFetched(
        "folder", "file:///1.txt", "1.txt", SYMBOL, "en", sha("a"), 3, None, (), None, None, ()
    )
    folded = ledger(old).asking("folder", SYMBOL, "en")

    assert folded is not None
    assert folded.reason == "request"


# --- when it is due --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("steps", "hours"),
    [
        ([(got(symbol="S/2026/4"), 5)], 5 + 24),
        ([(got(symbol="S/2025/4"), 5)], 5 + 24 * 7),
        ([(got(symbol="S/1999/4"), 5)], 5 + 24 * 365),
        ([(got(symbol="S/1999/4"), 0), (told(SourceUnchanged, symbol="S/1999/4"), 50)], 50 + 24 * 365),
        ([(got(symbol="S/1999/4"), 0), (told(RequestUnmet, symbol="S/1999/4"), 50)], 50 + 24),
        ([(got(symbol="S/1999/4"), 0), (told(RequestFailed, symbol="S/1999/4"), 50)], 50),
        ([(got(symbol="S/1999/4"), 0), (told(RequestDeclined, symbol="S/1999/4"), 50)], 50),
        ([(got(symbol="S/1999/4"), 0), (told(AnswerDiscarded, symbol="S/1999/4"), 50)], 50 + 24 * 365),
        ([(got(symbol="A/HRC/60/4"), 0), (told(SourceUnchanged, symbol="A/HRC/60/4"), 24 * 100)], 24 * 107),
        ([(told(RequestUnmet, symbol="S/1999/4"), 5)], 5 + 24),
        ([(told(RequestUnmet, symbol="S/1999/4"), 24 * day) for day in (0, 1, 2)], 48 + 24 * 4),
        ([(told(RequestFailed, symbol="S/1999/4"), 5)], 5),
        ([(told(RequestDeclined, symbol="S/1999/4"), 5)], 5),
        ([(told(DocumentMistaken, symbol="S/1999/4"), 5)], 5 + 24 * 7),
        ([(told(SymbolRejected, symbol="S/1999/4"), 5)], 5 + 24 * 180),
    ],
)
def test_a_document_is_due_by_its_state_its_age_and_the_last_answer(steps: list[Step], hours: float) -> None:
    """A held document is due by its age, after an absence the next day, after a failure at once; others by their state."""
    (asking,) = ledger(*steps).askings

    assert asking.due == at(hours)


def test_a_withdrawn_document_is_due_half_a_year_after_it_was_last_asked_for() -> None:
    """The wait of a withdrawal counts from the last answer, not from the withdrawal."""
    assert known(got(), (UNMET, 24), (WITHDRAWN, 25)).due == at(24 + 24 * 180)


# --- by which symbols it is known ------------------------------------------------------------------


def test_a_joint_document_is_known_by_each_half_it_prints() -> None:
    """Who asks for the other half learns that the document is there."""
    folded = ledger(got(symbol="A/61/204", printed=("A/61/204", "S/2006/590")))

    assert {key: asking.symbol for key, asking in folded.aliases("un").items()} == {
        ("a/61/204", "en"): "A/61/204",
        ("s/2006/590", "en"): "A/61/204",
    }


def test_a_document_asked_for_by_a_joint_symbol_is_known_by_each_half_whatever_it_prints() -> None:
    """The halves of the symbol asked for are known though nothing was seen printed."""
    assert set(ledger(got(symbol="A/61/204-S/2006/590", printed=())).aliases("un")) == {
        ("a/61/204", "en"),
        ("s/2006/590", "en"),
    }


def test_what_is_not_held_or_another_server_gave_has_no_aliases() -> None:
    """Aliases lead to held documents of the server in question alone."""
    folded = ledger(told(RequestUnmet, symbol="A/999/8"), got(), WITHDRAWN)

    assert folded.aliases("un") == {}
    assert ledger(got()).aliases("other") == {}


# --- records ---------------------------------------------------------------------------------------


def test_of_a_record_the_newest_import_stands_and_the_bytes_of_all_sources_are_wanted_on_the_disk() -> None:
    """A record is one thing with a newest state; what it said before must still be held, as all bytes must."""
    corrected = RecordImported(
        "undl", "https://digitallibrary.un.org/record/1?x", "1", (SYMBOL, "S/2096/4"), sha("d"), 9_001
    )
    other = RecordImported("undl", "https://digitallibrary.un.org/record/2", "2", (), sha("e"), 9_000)
    events = recorded([other, IMPORTED, corrected, got()])

    folded = fold(events)

    assert folded.records == (
        Catalogued("undl", "1", corrected.url, (SYMBOL, "S/2096/4"), sha("d"), events[2].id, 3),
        Catalogued("undl", "2", other.url, (), sha("e"), events[0].id, 1),
    )
    assert folded.contents == {sha("a"), sha("d"), sha("e"), IMPORTED.content_sha256}


# --- the fold --------------------------------------------------------------------------------------

SYMBOLS = st.sampled_from([SYMBOL, "S/2096/4"])
REASONS: st.SearchStrategy[Reason] = st.sampled_from(["request", "closure"])
STEP = st.tuples(
    st.one_of(
        st.builds(told, st.sampled_from(ASKED), symbol=SYMBOLS, reason=REASONS),
        st.builds(
            got, st.sampled_from("ab"), url=st.sampled_from([URL, OTHER_URL]), symbol=SYMBOLS,
            printed=st.sampled_from([(), (SYMBOL,), (SYMBOL, "S/2096/4")]), reason=REASONS,
        ),
        st.builds(DocumentWithdrawn, st.just("un"), SYMBOLS, st.just("en"), st.just(3), st.just("gone")),
        st.builds(accepted, st.sampled_from("ab"), st.sampled_from([URL, OTHER_URL]), SYMBOLS),
        st.builds(
            RecordImported, st.just("undl"), st.just(URL), st.sampled_from("12"), st.just(()), st.just(sha("c")), st.just(1)
        ),
    ),
    st.integers(0, 200),
)  # fmt: skip
HISTORY = st.lists(STEP, max_size=25).map(lambda steps: sorted(steps, key=lambda step: step[1]))


@given(HISTORY, st.data())
def test_folding_in_two_steps_equals_folding_in_one(
    history: list[tuple[Payload, int]], data: st.DataObject
) -> None:
    """The ledger does not depend on where the reading of the log was interrupted."""
    events = recorded(history)
    cut = data.draw(st.integers(0, len(events)))

    assert fold(events[cut:], fold(events[:cut])) == fold(events)


@given(HISTORY)
def test_what_is_known_of_a_document_is_what_a_plain_reading_of_its_history_says(
    history: list[tuple[Payload, int]],
) -> None:
    """State, bytes and reason follow from the history as anyone would read it."""
    for asking in ledger(*history).askings:
        own = [
            payload
            for payload, _ in history
            if getattr(payload, "symbol", getattr(payload, "requested_symbol", None)) == asking.symbol
            and not isinstance(payload, DocumentAccepted)
        ]
        marks = [each for each in own if isinstance(each, SourceFetched | DocumentWithdrawn)]
        answers = [each for each in own if isinstance(each, SourceFetched | Asked)]
        bytes_of = [each.content_sha256 for each in own if isinstance(each, SourceFetched)]

        assert asking.content_sha256 == (bytes_of[-1] if bytes_of else None)
        assert (asking.first_held is None) == (not bytes_of)
        assert (asking.reason == "request") == any(each.reason == "request" for each in answers)
        if bytes_of:
            assert asking.state == ("held" if isinstance(marks[-1], SourceFetched) else "withdrawn")
        assert asking.due >= asking.asked_time


# --- under which symbols bytes are held ------------------------------------------------------------


def reading(
    name: str = "scan.pdf", asked: str | None = None, printed: tuple[str, ...] = (), *,
    asked_language: str | None = None, printed_language: str | None = None,
) -> Reading:  # fmt: skip
    return Reading(
        URL, name, asked, asked_language, sha("a"), None, 1, "un", 3, NOON, printed, printed_language
    )


JOINT = ("A/61/204", "S/2006/590")
JOINT_NAME = "A_61_204-S_2006_590-EN.pdf"


@pytest.mark.parametrize(
    ("bytes_held", "symbols", "evidence"),
    [
        (reading(), (), None),
        (reading("A_999_7-EN.pdf"), ("A/999/7",), "file_name"),
        (reading("scan.pdf", "A/999/7"), ("A/999/7",), "request"),
        (reading("A_999_8-EN.pdf", "A/999/7"), ("A/999/7",), "request"),
        (reading("A_999_8-EN.pdf", "A/999/7", ("A/999/9",)), ("A/999/9",), "printed"),
        (reading("scan.pdf", None, ("A/999/9",)), ("A/999/9",), "printed"),
        (reading("scan.pdf", "s/res/1631(2005)"), ("S/RES/1631 (2005)",), "request"),
        (reading("scan.pdf", "A/61/204-S/2006/590"), JOINT, "request"),
        (reading(JOINT_NAME), JOINT, "file_name"),
        (reading(JOINT_NAME, None, ("S/2006/590",)), JOINT, "printed"),
        (reading(JOINT_NAME, None, ("A/61/204",)), JOINT, "printed"),
        (reading(JOINT_NAME, "A/61/204-S/2006/590", ("A/61/204",)), JOINT, "printed"),
        (reading("A_61_204-EN.pdf", None, JOINT), JOINT, "printed"),
        (reading(JOINT_NAME, None, ("S/2006/590", "A/61/204")), ("S/2006/590", "A/61/204"), "printed"),
        (reading(JOINT_NAME, None, ("A/61/204", "E/2006/9")), ("A/61/204", "E/2006/9"), "printed"),
    ],
)
def test_what_is_printed_outranks_what_was_asked_and_that_the_name(
    bytes_held: Reading, symbols: tuple[str, ...], evidence: str | None
) -> None:
    """Print, then request, then file name; of a joint symbol printed by half, the name gives both."""
    held = held_as(bytes_held)

    assert (held.symbols, held.evidence) == (symbols, evidence)


@pytest.mark.parametrize(
    ("bytes_held", "is_misnamed"),
    [
        (reading("A_999_8-EN.pdf", None, ("A/999/9",)), True),
        (reading("A_999_9-EN.pdf", None, ("A/999/9",)), False),
        (reading("S_RES_1631(2005)-EN.pdf", None, ("S/RES/1631 (2005)",)), False),
        (reading("A_61_204-EN.pdf", None, JOINT), False),
        (reading(JOINT_NAME, None, ("S/2006/590",)), False),
        (reading("A_999_8-EN.pdf", "A/999/7"), None),
        (reading("scan.pdf", None, ("A/999/9",)), None),
        (reading("A_999_8-EN.pdf"), None),
    ],
)
def test_a_file_is_misnamed_when_its_name_shares_no_symbol_with_what_it_prints(
    bytes_held: Reading, is_misnamed: bool | None
) -> None:
    """A name is wrong when it shares nothing with the print; where either says nothing, nobody can tell."""
    assert held_as(bytes_held).is_misnamed is is_misnamed


@pytest.mark.parametrize(
    ("bytes_held", "language"),
    [
        (reading("A_999_7-FR.pdf", asked_language="es", printed_language="ru"), "ru"),
        (reading("A_999_7-FR.pdf", asked_language="es"), "es"),
        (reading("A_999_7-FR.pdf"), "fr"),
        (reading("A_999_7.pdf"), None),
        (reading(), None),
    ],
)
def test_a_language_is_the_printed_one_before_the_one_asked_for_before_the_name(
    bytes_held: Reading, language: str | None
) -> None:
    """Print, then request, then file name decide the language, and else nothing does."""
    assert held_as(bytes_held).language == language


def test_bytes_are_held_as_the_ledger_tells_what_a_first_look_saw() -> None:
    """What the first look saw comes through the log and the fold."""
    (newest,) = ledger(got("a", printed=("A/999/9",)), got("b", printed=JOINT)).holdings

    assert held_as(newest) == HeldAs(JOINT, "printed", "en", True)
