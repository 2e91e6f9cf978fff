"""Retrieval: where to ask and what to follow, what an answer means, when to ask again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import get_args
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import SYMBOLS
from transforms.errors import Refusal
from transforms.retrieval.addresses import KINDS, UN_HOSTS, Allowed, access, follow, origin, shown
from transforms.retrieval.answers import DOCUMENTS, RECORDS, SHORTEST, Answer, Judged, judge, patience
from transforms.retrieval.schedule import CONFIRMATIONS, SETTLED, State, age, due, is_confirmed
from transforms.symbols import parse

UN = "https://documents.un.org"
ASKED = f"{UN}/api/symbol/access?s=A/999/7&l=en&t=pdf"
TEST_SERVER = "http://127.0.0.1:8080"
NOON = datetime(2026, 1, 31, 12, tzinfo=UTC)
DAY = timedelta(days=1)
STATES = get_args(State)


# --- where a document is asked for -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("symbol", "asked"),
    [
        ("A/73/328", "A/73/328"),
        ("S/RES/1631 (2005)", "S/RES/1631(2005)"),
        ("A/RES/3331 B (XXIX)", "A/RES/3331%20B(XXIX)"),
        ("A/81/6 (Sect. 29A)", "A/81/6(Sect.%2029A)"),
        ("A/61/204-S/2006/590", "A/61/204-S/2006/590"),
        ("A/73/328/Corr.1", "A/73/328/Corr.1"),
        ("A&B/1", "A%26B/1"),
        ("A/1?t=doc#x", "A/1%3Ft%3Ddoc%23x"),
    ],
)
def test_a_symbol_is_asked_for_with_its_slashes_and_brackets_as_they_are(symbol: str, asked: str) -> None:
    """The document system wants slashes and brackets unescaped, no space before a bracket, and all else escaped."""
    assert access(UN, symbol, "fr", "pdf") == f"{UN}/api/symbol/access?s={asked}&l=fr&t=pdf"


def test_a_base_address_may_end_in_a_slash() -> None:
    """A slash at the end of the base address makes no second one in the path."""
    assert access(f"{UN}/", "A/73/328", "en", "doc") == access(UN, "A/73/328", "en", "doc")


@given(SYMBOLS, st.sampled_from(["ar", "en", "es", "fr", "ru", "zh"]), st.sampled_from(KINDS))
def test_a_server_reads_the_symbol_the_language_and_the_type_that_were_meant(
    symbol: str, language: str, kind: str
) -> None:
    """Taken apart as any server does, the address says the symbol, the language and the type, and nothing else."""
    asked = urlsplit(access(UN, symbol, language, kind))

    read = parse_qs(asked.query, strict_parsing=True)
    assert parse(read["s"][0]) == parse(symbol)
    assert (read["l"], read["t"], asked.fragment) == ([language], [kind], "")


# --- what may be followed --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("location", "followed"),
    [
        ("/doc/UNDOC/GEN/N24/080/81/PDF/N2408081.PDF", f"{UN}/doc/undoc/gen/n24/080/81/pdf/n2408081.pdf"),
        (f"{UN}/DOC/UNDOC/PRO/N1.DOCX", f"{UN}/doc/undoc/pro/n1.docx"),
        (f"{UN}/doc/N1.pdf?Token=AbC", f"{UN}/doc/n1.pdf?Token=AbC"),
        ("  /doc/N1.PDF\r\n", f"{UN}/doc/n1.pdf"),
        ("/doc/N1.PDF#page=2", f"{UN}/doc/n1.pdf"),
        ("/Documents/N1.PDF", f"{UN}/Documents/N1.PDF"),
        ("access2?s=A/999/7", f"{UN}/api/symbol/access2?s=A/999/7"),
        ("?s=A/999/8", f"{UN}/api/symbol/access?s=A/999/8"),
        ("//docs.un.org/en/A/999/7", "https://docs.un.org/en/A/999/7"),
        ("https://undocs.org/en/A/999/7", "https://undocs.org/en/A/999/7"),
        ("https://digitallibrary.un.org/record/1", "https://digitallibrary.un.org/record/1"),
        (f"{UN}:443/error", f"{UN}:443/error"),
        ("/doc/%2e%2e/N1.PDF", f"{UN}/doc/%2e%2e/n1.pdf"),
        ("/\\evil.org/x", f"{UN}/\\evil.org/x"),
        ("///evil.org/x", f"{UN}/evil.org/x"),
        ("https:evil.org", f"{UN}/api/symbol/evil.org"),
    ],
)
def test_a_redirect_to_a_host_of_the_united_nations_is_followed(location: str, followed: str) -> None:
    """Redirects inside the United Nations are followed, and files are asked for in lower case, where they are."""
    assert follow(ASKED, location, Allowed()) == followed


FORBIDDEN = [
    "https://evil.org/doc/N1.PDF",
    "//evil.org/doc/N1.PDF",
    "https://documents.un.org.evil.org/",
    "https://evildocuments.un.org/",
    "https://documents.un.org./",
    "https://un.org/",
    "http://documents.un.org/doc/N1.PDF",
    "https://documents.un.org:8443/",
    "https://documents.un.org:80/",
    "https://documents.un.org:0/",
    "https://documents.un.org:99999/",
    "https://documents.un.org:abc/",
    "https://documents.un.org:٤٤٣/",
    "https://user@documents.un.org/",
    "https://user:secret@documents.un.org/",
    "https://@documents.un.org/",
    "https://documents.un.org@evil.org/",
    "https://documents.un.org\\@evil.org/",
    "https://evil.org\\@documents.un.org/",
    "https://evil.org#@documents.un.org/",
    "https://evil.org?@documents.un.org/",
    "https://169.254.169.254/latest/meta-data/",
    "http://169.254.169.254/latest/meta-data/",
    "https://10.0.0.1/",
    "https://192.168.1.1/",
    "https://127.0.0.1/",
    "https://0.0.0.0/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0177.0.0.1/",
    "https://localhost/",
    "https://LOCALHOST/",
    "https://x.localhost/",
    "https://printer.local/",
    "https://metadata.google.internal/",
    "https://[::1]/",
    "https://[::ffff:10.0.0.1]/",
    "https://[fe80::1%25eth0]/",
    "https://[fd00::1]/",
    "https://[::1/",
    "https://::1]/",
    "//[",
    "file:///etc/passwd",
    "file://documents.un.org/etc/passwd",
    "javascript:alert(1)",
    "data:text/html,<p>",
    "ftp://documents.un.org/doc/N1.PDF",
    "gopher://documents.un.org/",
    "mailto:a@documents.un.org",
    "https://docu\nments.un.org/",
    "https://documents.un.org\t/",
    "https://documents.un.org/\x00",
    "https://documents.un.org/a\r\nHost: evil.org",
    "\x01https://documents.un.org/",
    "https://documents.un.org /doc/N1.PDF",
    "/doc/N 1.PDF",
    "/doc/N\u00a01.PDF",
    "/doc/N1\u202eFDP",
    "/doc/\ud800",
    "https://ｄocuments.un.org/",
    "https://documents。un.org/",
    "https://documents.un.org／doc/",
    "https://documents.un.org℀/",
    "https://dоcuments.un.org/",
    "https://xn--dcuments-2fg.un.org/",
    "https://\u212a.un.org/",
]


@pytest.mark.parametrize("location", FORBIDDEN)
def test_a_redirect_anywhere_else_is_refused(location: str) -> None:
    """Another host, scheme, port or name, a private network, and what is no clean address are refused."""
    with pytest.raises(Refusal) as caught:
        follow(ASKED, location, Allowed())

    assert caught.value.reason == "forbidden-redirect"
    assert "it was not followed" in caught.value.message
    assert "secret" not in caught.value.message
    assert len(caught.value.message) < 400


def followed_or_refused(at: str, location: str, allowed: Allowed) -> str | Refusal:
    try:
        return follow(at, location, allowed)
    except Refusal as refusal:
        return refusal


LOCATIONS = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            ["https:", "http:", "//", "/", "documents.un.org", "evil.org", "@", ":", "443", "99999", "[", "]", "::1", "\\",
             "?", "#", "%2f", " ", "\x00", "\t", "/DOC/", "..", "user", "ſ", "／", "K", "10.0.0.1", "file:", "127.0.0.1:8080"]
        ),
        max_size=9,
    ).map("".join),
)  # fmt: skip


@pytest.mark.parametrize("base", [UN, TEST_SERVER, "https://[::1]:8443"])
@given(location=LOCATIONS)
def test_whatever_a_server_answers_is_refused_or_leads_to_where_it_may(base: str, location: str) -> None:
    """No text at all leads elsewhere than to an allowed origin, or raises anything but a refusal."""
    allowed = Allowed.of(base)
    origins = set(allowed.configured) | {
        f"https://{host}{port}" for host in allowed.hosts for port in ("", ":443")
    }

    followed = followed_or_refused(f"{base}/api", location, allowed)

    if isinstance(followed, Refusal):
        assert followed.reason == "forbidden-redirect"
        assert followed.message.isprintable()
    else:
        assert origin(followed) in origins
        assert "@" not in urlsplit(followed).netloc
        assert followed.isprintable()
        assert " " not in followed
        assert follow(f"{base}/api", followed, allowed) == followed


# --- a test server ---------------------------------------------------------------------------------


@pytest.mark.parametrize("base", [UN, f"{UN}/", "https://DOCS.UN.ORG", "https://digitallibrary.un.org"])
def test_who_asks_the_united_nations_may_follow_them_alone(base: str) -> None:
    """A base address of the United Nations allows their hosts and no configured one."""
    assert Allowed.of(base) == Allowed((), UN_HOSTS)


@pytest.mark.parametrize(
    ("base", "only"),
    [
        (TEST_SERVER, TEST_SERVER),
        ("http://user:secret@127.0.0.1:8080/un/", TEST_SERVER),
        ("http://LocalHost/", "http://localhost"),
        ("http://[::1]:8080/", "http://[::1]:8080"),
        ("http://documents.un.org", "http://documents.un.org"),
        ("https://documents.un.org.evil.org", "https://documents.un.org.evil.org"),
    ],
)
def test_who_configures_another_server_may_follow_that_one_alone(base: str, only: str) -> None:
    """A base address of any other server allows that origin, and not the United Nations beside it."""
    assert Allowed.of(base) == Allowed((only,), frozenset())


@pytest.mark.parametrize(
    ("location", "followed"),
    [
        ("/doc/UNDOC/N1.PDF", f"{TEST_SERVER}/doc/undoc/n1.pdf"),
        (f"{TEST_SERVER}/error", f"{TEST_SERVER}/error"),
        ("//127.0.0.1:8080/x", f"{TEST_SERVER}/x"),
    ],
)
def test_a_configured_server_is_followed_though_it_is_plain_and_private(location: str, followed: str) -> None:
    """The one server that was set on purpose may be plain and private."""
    assert follow(f"{TEST_SERVER}/api", location, Allowed.of(TEST_SERVER)) == followed


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1:8081/",
        "http://127.0.0.1/",
        "https://127.0.0.1:8080/",
        "http://127.0.0.2:8080/",
        "http://localhost:8080/",
        "http://user:secret@127.0.0.1:8080/",
        "http://127.0.0.1:8080@evil.org/",
        "https://documents.un.org/doc/N1.PDF",
        "file:///etc/passwd",
    ],
)
def test_beside_a_configured_server_nothing_is_followed(location: str) -> None:
    """A neighbour of the configured server, by port, name, scheme or user, is as strange as any other."""
    with pytest.raises(Refusal, match="forbidden-redirect"):
        follow(f"{TEST_SERVER}/api", location, Allowed.of(TEST_SERVER))


GUARDED = "http://user:secret@127.0.0.1:8080"


@pytest.mark.parametrize("location", ["/doc/N1.PDF", f"{TEST_SERVER}/doc/N1.PDF", f"{GUARDED}/doc/N1.PDF"])
def test_the_name_and_password_of_a_configured_server_go_along_to_it(location: str) -> None:
    """Whoever put a password before his server gets behind it after a redirect too."""
    assert follow(f"{GUARDED}/api", location, Allowed.of(GUARDED)) == f"{GUARDED}/doc/n1.pdf"


@pytest.mark.parametrize(
    "location",
    [
        "http://other:secret@127.0.0.1:8080/",
        "http://user:secret@127.0.0.1:8081/",
        "https://user:secret@documents.un.org/",
    ],
)
def test_a_password_goes_nowhere_else(location: str) -> None:
    """Another user or another server gets no password, and the message does not tell it."""
    with pytest.raises(Refusal, match="forbidden-redirect") as caught:
        follow(f"{GUARDED}/api", location, Allowed.of(GUARDED))

    assert "secret" not in caught.value.message


def test_a_host_is_not_taken_for_another_by_the_colons_of_its_number() -> None:
    """The brackets of an IPv6 address keep its colons apart from the one before the port."""
    with pytest.raises(Refusal, match="forbidden-redirect"):
        follow("http://[::1]:8080/api", "http://[::1:8080]/", Allowed.of("http://[::1]:8080"))


# --- what may be shown -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "recorded"),
    [
        (ASKED, ASKED),
        (f"{UN}/doc/n1.pdf", f"{UN}/doc/n1.pdf"),
        (f"{UN}/doc/n1.pdf?sig=secret", f"{UN}/doc/n1.pdf"),
        (f"{UN}/doc/n1.pdf#secret", f"{UN}/doc/n1.pdf"),
        ("https://user:secret@documents.un.org/x", f"{UN}/x"),
        ("https://secret@documents.un.org:8443/x", f"{UN}:8443/x"),
        ("http://user:secret@[::1]:8080/x?secret#secret", "http://[::1]:8080/x"),
        ("https://digitallibrary.un.org/search?p=x&of=xm", "https://digitallibrary.un.org/search?p=x&of=xm"),
        ("https://documents.un.org:secret/x", f"{UN}:?/x"),
    ],
)
def test_an_address_is_shown_without_what_could_be_a_secret(address: str, recorded: str) -> None:
    """Names, passwords, fragments and the queries of others never get into the log."""
    assert shown(address) == recorded


# --- what an answer means --------------------------------------------------------------------------

PDF = b"%PDF-1.7\n"
ZIP = b"PK\x03\x04\x14\x00"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PAGE = b"<!doctype html><html><head><title>Official Document System</title></head><body><app-root></app-root></body></html>"
XML = b'<?xml version="1.0"?><collection xmlns="http://www.loc.gov/MARC21/slim">'


def body(head: bytes, count: int, encoding: str | None = None) -> Answer:
    return Answer(status=200, head=head, byte_count=count, encoding=encoding)


@pytest.mark.parametrize("is_redirected", [False, True])
@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (body(PDF, 9_000), "delivered"),
        (body(ZIP, 9_000), "delivered"),
        (body(OLE, 9_000), "delivered"),
        (body(b"{\\rtf1", 9_000), "delivered"),
        (body(b"\xffWPC", 9_000), "delivered"),
        (body(PDF, SHORTEST), "delivered"),
        (body(PDF, SHORTEST - 1), "page"),
        (body(PDF, 9), "page"),
        (body(PAGE, 1_300), "page"),
        (body(b"\xef\xbb\xbf \n" + PAGE, 1_300), "page"),
        (body(PAGE, 500_000), "page"),
        (body(XML, 9_000), "page"),
        (body(b"Not found", 9), "page"),
        (body(b"\x89PNG\r\n\x1a\n", 9_000), "page"),
        (body(b"\x00" * 2_048, 9_000), "page"),
        (body(PDF, 9_000, "identity"), "delivered"),
        (body(PDF, 9_000, "Identity"), "delivered"),
        (body(PDF, 9_000, ""), "delivered"),
        (body(b"\x1f\x8b\x08", 9_000, "gzip"), "failed"),
        (body(PDF, 9_000, "br"), "failed"),
        (body(PDF, 9_000, "identity, gzip"), "failed"),
        (body(b"", 0, "gzip"), "failed"),
        (Answer(302, location="/doc/UNDOC/N1.PDF"), "follow"),
        (Answer(301, location=f"{UN}/x"), "follow"),
        (Answer(303, location="/x"), "follow"),
        (Answer(307, location="/x"), "follow"),
        (Answer(308, location="/x"), "follow"),
        (Answer(302, location="/error"), "malformed"),
        (Answer(302, location=f"{UN}/error"), "malformed"),
        (Answer(302, location=f"{UN}/error/?s=A/999/7"), "malformed"),
        (Answer(302, location="/doc/errors.pdf"), "follow"),
        (Answer(302, location="/terror"), "follow"),
        (Answer(302, location=None), "failed"),
        (Answer(302, location=""), "failed"),
        (Answer(302, location="/x", byte_count=9_000, head=PDF), "follow"),
        (Answer(401), "refused"),
        (Answer(403), "refused"),
        (Answer(429), "refused"),
        (Answer(429, retry_after="30"), "refused"),
        (Answer(503, retry_after="30"), "refused"),
        (Answer(503), "failed"),
        (Answer(502, head=b"<html>", byte_count=550), "failed"),
        (Answer(500), "failed"),
        (Answer(504), "failed"),
        (Answer(418), "failed"),
        (Answer(204), "failed"),
        (Answer(206, head=PDF, byte_count=9_000), "failed"),
        (Answer(300, location="/x"), "failed"),
        (Answer(304), "failed"),
        (Answer(100), "failed"),
        (Answer(0), "failed"),
        (Answer(999), "failed"),
    ],
)
def test_an_answer_means_the_same_with_and_without_a_redirect_before_it(
    answer: Answer, outcome: str, is_redirected: bool
) -> None:
    """Status, headers and first bytes decide, and whether a redirect came before changes nothing here."""
    assert judge(answer, is_redirected=is_redirected).outcome == outcome


@pytest.mark.parametrize(
    ("answer", "at_once", "after_a_redirect"),
    [
        (body(b"", 0), "absent", "failed"),
        (Answer(404), "absent", "failed"),
        (Answer(410), "absent", "failed"),
        (Answer(400), "absent", "failed"),
        (Answer(415), "absent", "failed"),
        (Answer(501), "absent", "failed"),
        (Answer(404, head=PAGE, byte_count=1_300), "absent", "failed"),
    ],
)
def test_nothing_means_absence_unless_a_redirect_promised_a_document(
    answer: Answer, at_once: str, after_a_redirect: str
) -> None:
    """400, 404, an unknown type and an empty body are absence, but behind a redirect they are a failure: something must be there."""
    assert judge(answer, is_redirected=False).outcome == at_once
    assert judge(answer, is_redirected=True).outcome == after_a_redirect


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [(body(XML, 9_000), "delivered"), (body(PDF, 9_000), "page"), (body(PAGE, 1_300), "page"), (body(XML, 80), "page")],
)  # fmt: skip
def test_of_the_catalogue_only_xml_is_taken(answer: Answer, outcome: str) -> None:
    """What counts as delivered is what was wanted: of the catalogue that is XML, never a PDF or a page."""
    assert judge(answer, is_redirected=False, wanted=RECORDS).outcome == outcome


def test_what_is_delivered_is_named_by_its_bytes_and_a_redirect_by_where_it_leads() -> None:
    """The message of a delivery is the media type, that of a redirect its target."""
    assert judge(body(ZIP, 9_000), is_redirected=True) == Judged("delivered", "application/zip")
    assert judge(Answer(302, location="/doc/N1.PDF"), is_redirected=False) == Judged("follow", "/doc/N1.PDF")


ANSWERS = st.builds(
    Answer,
    status=st.one_of(st.sampled_from([200, 301, 302, 404, 503]), st.integers(0, 999)),
    location=st.none() | st.text(max_size=20),
    retry_after=st.none() | st.text(max_size=10),
    encoding=st.none() | st.text(max_size=10),
    head=st.sampled_from([PDF, ZIP, OLE, PAGE, XML, b""]) | st.binary(max_size=40),
    byte_count=st.integers(0, 10_000),
)


@given(ANSWERS, st.booleans())
def test_only_a_whole_plain_body_of_a_known_type_counts_as_delivered(
    answer: Answer, is_redirected: bool
) -> None:
    """Whatever a server answers, only 200 with a body of a known type is a delivery, and no message is long."""
    judged = judge(answer, is_redirected=is_redirected)

    if judged.outcome == "delivered":
        assert (answer.status, judged.message in DOCUMENTS) == (200, True)
        assert answer.byte_count >= SHORTEST
    if judged.outcome == "absent":
        assert not is_redirected
    if judged.outcome != "follow":
        assert len(judged.message) < 200


# --- how long a server asks to wait ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        (None, None),
        ("0", 0.0),
        ("120", 120.0),
        (" 120 ", 120.0),
        ("007", 7.0),
        ("Sat, 31 Jan 2026 12:02:00 GMT", 120.0),
        ("Sat, 31 Jan 2026 13:02:00 +0100", 120.0),
        ("Saturday, 31-Jan-26 12:02:00 GMT", 120.0),
        ("Sat, 31 Jan 2026 12:02:00", 120.0),
        ("Sat, 31 Jan 2026 11:00:00 GMT", 0.0),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("1e9", None),
        ("٣٠", None),
        ("inf", None),
        ("nan", None),
        ("Sat, 31 Feb 2026 12:00:00 GMT", None),
        ("Sat, 31 Jan 99999999999 12:00:00 GMT", None),
        ("Sat, 31 Jan 2026 12:00:00 +99999999999", None),
    ],
)
def test_a_wait_is_told_in_seconds_or_as_a_date(told: str | None, seconds: float | None) -> None:
    """Retry-After is read in seconds and as a date of any form; a date that is past asks for no wait."""
    assert patience(told, NOON) == seconds


def test_a_wait_without_end_is_a_number_still() -> None:
    """However many digits there are, the wait is a finite number of seconds."""
    assert patience("9" * 500, NOON) == 999_999_999.0


TOLD = st.one_of(
    st.text(max_size=40),
    st.lists(
        st.sampled_from(
            ["Mon,", "31", "Jan", "Feb", "2026", "0000", "99999999999", "12:02:00", "23:59:60", "GMT", "EST", "+0100",
             "+99999999999", "-9999", ":", ",", "-", "\x00", "٣", "31-Jan-26"]
        ),
        max_size=8,
    ).map(" ".join),
)  # fmt: skip


@given(TOLD)
def test_whatever_a_server_tells_the_wait_is_none_or_no_less_than_nothing(told: str) -> None:
    """No text raises, and no wait is negative or endless."""
    wait = patience(told, NOON)

    assert wait is None or 0 <= wait < float("inf")


# --- when to ask again -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "days"),
    [
        ("refused", 0),
        ("failed", 0),
        ("not-a-document", 1),
        ("absent", 1),
        ("held", 1),
        ("wrong-document", 7),
        ("wrong-language", 7),
        ("too-large", 30),
        ("malformed", 180),
        ("withdrawn", 180),
    ],
)
def test_every_state_has_its_time_until_the_next_asking(state: State, days: int) -> None:
    """Each state waits its own number of days."""
    assert due(state, NOON) == NOON + days * DAY


def test_what_no_answer_settled_is_asked_again_at_once_and_all_else_later() -> None:
    """Only what was refused or failed may be asked again at once."""
    assert {state for state in STATES if due(state, NOON) == NOON} == set(STATES) - SETTLED


@pytest.mark.parametrize(
    ("days_old", "days"),
    [(0, 1), (29, 1), (30, 7), (179, 7), (180, 30), (729, 30), (730, 180), (3_649, 180), (3_650, 365), (30_000, 365)],
)  # fmt: skip
def test_the_older_a_held_document_the_less_often_it_is_asked_for(days_old: int, days: int) -> None:
    """A corrigendum comes in the first weeks or hardly ever, so that the wait grows with the age."""
    assert due("held", NOON, age=days_old * DAY) == NOON + days * DAY


@given(
    st.sampled_from(STATES), st.timedeltas(timedelta(0), 40_000 * DAY), st.timedeltas(timedelta(0), 40_000 * DAY)
)  # fmt: skip
def test_an_older_document_is_never_asked_for_sooner(state: State, one: timedelta, other: timedelta) -> None:
    """In no state does a higher age bring the next asking forward."""
    younger, older = sorted((one, other))

    assert due(state, NOON, age=younger) <= due(state, NOON, age=older)


@given(st.timedeltas(timedelta(0), 40_000 * DAY), st.integers(1, 50))
def test_a_held_document_that_is_said_not_to_exist_is_asked_for_the_next_day(
    old: timedelta, misses: int
) -> None:
    """An absence of a held document is looked into the next day, whatever its age."""
    assert due("held", NOON, age=old, misses=misses) == NOON + DAY


@pytest.mark.parametrize(
    ("misses", "days"), [(0, 1), (1, 1), (2, 2), (3, 4), (7, 64), (8, 90), (9, 90), (10**9, 90)]
)
def test_the_longer_a_document_is_absent_the_less_often_it_is_asked_for(misses: int, days: int) -> None:
    """The waits of an absence double, up to a quarter of a year."""
    assert due("absent", NOON, misses=misses) == NOON + days * DAY


def test_a_withdrawal_is_confirmed_by_as_many_absences_as_were_set_and_no_fewer() -> None:
    """A document is withdrawn after exactly as many absences as are set."""
    assert [is_confirmed(misses) for misses in (0, CONFIRMATIONS - 1, CONFIRMATIONS, CONFIRMATIONS + 1)] == [
        False, False, True, True,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("symbol", "first_held", "old"),
    [
        ("S/2026/4", NOON, 0 * DAY),
        ("S/2026/4", NOON - 9 * DAY, 9 * DAY),
        ("S/2025/4", NOON, NOON - datetime(2026, 1, 1, tzinfo=UTC)),
        ("S/2025/4", NOON - 90 * DAY, 90 * DAY),
        ("S/RES/1631 (2005)", NOON, NOON - datetime(2006, 1, 1, tzinfo=UTC)),
        ("A/RES/60/1", NOON, NOON - datetime(2006, 9, 15, tzinfo=UTC)),
        ("A/HRC/48/2", NOON - 9 * DAY, 9 * DAY),
        ("A/520/Rev.17", NOON - 9 * DAY, 9 * DAY),
        ("S/2049/4", NOON - 9 * DAY, 9 * DAY),
        ("S/2026/4", NOON + DAY, 0 * DAY),
    ],
)
def test_a_document_is_as_old_as_the_year_that_it_names_or_as_it_is_held(
    symbol: str, first_held: datetime, old: timedelta
) -> None:
    """The age counts from the end of the year in the symbol, or from the first holding if that is earlier."""
    assert age(parse(symbol)[0], first_held, NOON) == old
