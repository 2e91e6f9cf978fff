"""Hostile texts: nothing, noise, controls, names like paths, sizes, and runs made for patterns that go back."""

from __future__ import annotations

import random
from functools import partial

from tests.flows.fakes import report
from tests.hostile.values import Hostile, harmless, refused

SENTENCE = "The Assembly of Nations met by the sea and spoke of peace. "


def said(number: int, *sentences: str) -> bytes:
    """An invented report under a symbol of its own."""
    return report(f"A/998/{number}", *sentences)


def long(number: int, size: int) -> bytes:
    """A report of many paragraphs, so many bytes in all."""
    return said(number, *[SENTENCE * 8] * (size // (len(SENTENCE) * 8)))


RUNS = {
    "digits": "1234567890", "spaces": " ", "opened": "(", "closed": ")", "brackets": "[", "dots": ".",
    "spaced-dots": ". ", "dashes": "-", "slashes": "A/", "romans": "XXIII", "letters": "a", "capitals": "A",
    "years": "(2004), ", "symbols": "A/RES/60/1-", "resolutions": "resolutions 2250 (2015), ", "and": "and ",
    "stars": "*", "commas": "1,", "quotes": "\u201c", "ibid": "ibid., ", "hyphens": "so-", "names": "United Nations ",
    "notes": "<sup>1</sup>", "ellipses": "\u2026", "Mr": "Mr. ", "points": "(a)(i)", "of-the": "of the ",
    "months": "1 May 2004 and ", "money": "$1,000,000 million ", "sections": "section III, paragraph 9, of its ",
    "nbsp": "\u00a0", "accents": "e\u0301", "underscores": "_", "escapes": "\\", "links": "[a](", "backticks": "`",
    "committees": "Committee on the Committee of ", "banks": "Bank of ", "councils": "the Council 1 May 2004 ", "Caps": "Aa ", "supplement": "Supplement No. 17 (A/77/17), ",
}  # fmt: skip
"""What one paragraph repeats over and over: runs that patterns with two ways to go on go back over again and again."""


QUICK = {"digits", "brackets", "and", "committees", "banks", "councils", "spaced-dots", "romans"}
"""Runs that are tried every time: the others take long together."""


def run(number: int, piece: str, size: int = 100_000) -> bytes:
    """A report with one paragraph that repeats itself."""
    return said(number, f"Whereas {piece * (size // len(piece))}x", "Returned.")


TEXTS: tuple[Hostile, ...] = (
    refused("nothing.pdf", "empty", make=lambda: b""),
    refused("zeros.pdf", "empty", make=lambda: b"\0" * 50_000),
    refused("noise.txt", "binary", make=lambda: random.Random(1).randbytes(50_000)),
    refused("half-a-letter.txt", "not-text", make=lambda: b"\xff\xfe1. od"),
    refused("program.pdf", "unknown-type", make=lambda: b"\x7fELF" + bytes(500)),
    refused("picture.docx", "unknown-type", make=lambda: b"\x89PNG\r\n\x1a\n" + bytes(500)),
    refused("no-symbol.txt", "no-symbol", make=lambda: b"1. Nobody says which document this is.\n"),
    harmless("A_998_11.txt", make=lambda: said(11, "Read\0 this.", "And\0 this.")),
    harmless("A_998_12.txt", make=lambda: said(12, "Read \u202esiht\u202c now.", "And \u2066this\u2069.")),
    harmless("A_998_13.txt", make=lambda: said(13, "Read \x1b[31mthis\x1b]0;title\x07.", "And this.")),
    harmless("A_998_14.txt", make=lambda: said(14, "Read <script>alert(1)</script>.", "=cmd()|' /C calc'!A0")),
    harmless("../../etc/A_998_15.txt", make=lambda: said(15, "Lent.", "Returned.")),
    harmless("A_998_16\0\u202etxt.exe", make=lambda: said(16, "Lent.", "Returned.")),
    harmless("A_998_17.pdf", make=lambda: said(17, "This is a text.", "It says it is a PDF.")),
    harmless(f"A_998_18{'_' * 10_000}.txt", make=lambda: said(18, "Lent.", "Returned.")),
    *(
        Hostile(f"A_998_{n}.txt", partial(run, n, piece), (), is_slow=name not in QUICK)
        for n, (name, piece) in enumerate(RUNS.items(), start=100)
    ),
    refused("A_998_20.txt", "reader-output", make=lambda: run(20, "(2004), ", 400_000)),
    refused(
        "A_998_21.txt", "reader-output", "reader-cpu", "reader-timeout", "reader-memory", make=lambda: long(21, 57_000_000),
        is_slow=True,
    ),
    refused(
        "A_998_22.txt", "reader-output", "reader-cpu", "reader-timeout", "reader-memory",
        make=lambda: said(22, SENTENCE * (50_000_000 // len(SENTENCE))), is_slow=True,
    ),
)  # fmt: skip
