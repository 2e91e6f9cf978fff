"""Hostile and damaged Word files: each is refused with its reason, and soon."""

from __future__ import annotations

import io
import struct
import time
import zipfile
from collections.abc import Callable

import pytest

from tests.transforms.wordfile import (
    changed,
    laid,
    p,
    r,
    read,
    word,
    zipped,
)
from transforms.errors import Refusal
from transforms.formats.parts import parse


def many(count: int) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        for n in range(count):
            file.writestr(f"word/{n}.xml", "")
    return target.getvalue()


def nested(depth: int) -> bytes:
    return word(
        "<w:tbl><w:tr><w:tc>" * depth + p("deep") + "</w:tc></w:tr></w:tbl>" * depth, p("1.\tLamps are lit.")
    )


def boxed(depth: int) -> str:
    """A box in a box: whoever reads each of them twice never ends."""
    return (
        p("deep")
        if not depth
        else p(inside=f"<w:r><w:pict><w:txbxContent>{boxed(depth - 1)}</w:txbxContent></w:pict></w:r>")
    )


def locked(content: bytes) -> bytes:
    """The same with the flag of encryption set for each part."""
    made = bytearray(content)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = made.find(sign)
        while start >= 0:
            struct.pack_into("<H", made, start + at, 1)
            start = made.find(sign, start + 4)
    return bytes(made)


ONE = word(p("1.\tLamps are lit."))
BOMB = "<w:p><w:r><w:t>lamp</w:t></w:r></w:p>" * 900_000
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "document type": (
        lambda: changed(ONE, "word/document.xml", lambda t: '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + t),
        "hostile-xml",
    ),
    "document type in the styles": (lambda: changed(ONE, "word/styles.xml", lambda t: "<!DOCTYPE w>" + t), "hostile-xml"),
    "document type made by trimming": (
        lambda: changed(ONE, "word/document.xml", lambda t: '<!DOC<w:tabs><w:tab w:x=""/></w:tabs>TYPE w>' + t), "hostile-xml",
    ),
    "bomb": (lambda: word(BOMB), "too-complex"),
    "a hundred thousand parts": (lambda: many(100_000), "too-complex"),
    "cut": (lambda: ONE[: len(ONE) // 2], "broken"),
    "not well-formed": (lambda: changed(ONE, "word/document.xml", lambda t: t[:-20]), "broken"),
    "no body": (lambda: changed(ONE, "word/document.xml", lambda t: t.replace("w:body", "w:other")), "broken"),
    "tables in tables": (lambda: nested(40), "too-complex"),
    "nested beyond all measure": (lambda: nested(200), "broken"),
    "boxes in boxes": (lambda: word(boxed(25)), "too-complex"),
    "locked parts": (lambda: locked(ONE), "encrypted"),
    "password": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1024) + "EncryptedPackage".encode("utf-16-le") + bytes(512), "encrypted",
    ),
    "a workbook by another name": (lambda: zipped({"xl/workbook.xml": "<a/>"}), "unknown-type"),
    "nothing said": (lambda: word(p()), "no-text"),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_files_are_refused_with_a_reason_and_soon(case: str) -> None:
    """Each kind of attack or damage has its reason, and none takes long."""
    make, reason = HOSTILE[case]
    content = make()
    began = time.perf_counter()

    with pytest.raises(Refusal) as refusal:
        read(content)

    assert refusal.value.reason == reason
    assert time.perf_counter() - began < 2


def test_a_paragraph_of_very_many_runs_takes_no_long_time() -> None:
    """Runs are put together once, however many there are: each letter of A/80/604 may be one."""
    made = word(p("1.\tLamps are lit.", inside="".join(r(f" {n % 97}a") for n in range(60_000))))
    began = time.perf_counter()

    assert len(laid(made).blocks) == 1
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_document_type_is_seen_in_every_encoding(encoding: str) -> None:
    """A part may be written in wide letters, and still declares what it must not."""
    content = '<!DOCTYPE w [<!ENTITY x "lamp">]><w>&x;</w>'.encode(encoding)

    with pytest.raises(Refusal) as refusal:
        parse(content, "document.xml")

    assert refusal.value.reason == "hostile-xml"
