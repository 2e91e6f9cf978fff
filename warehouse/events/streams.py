"""The names of streams: what an event is about, in a form that any store can index.

>>> absent_stream("A/999/7")
'source:absent/A/999/7'
"""

from __future__ import annotations

import hashlib

STREAM_BYTES = 1_000
"""Longest name of a stream: PostgreSQL cannot index more than 2,704 bytes."""

RELEASE_STREAM = "release"


def source_stream(url: str) -> str:
    """The stream of one thing that a source offers, judged and read: `source:<url>`."""
    return stream_name(f"source:{url}")


def absent_stream(symbol: str) -> str:
    """The stream of a symbol that a source was asked for and does not have."""
    return stream_name(f"source:absent/{symbol}")


def asked_stream(source: str, symbol: str, language: str) -> str:
    """The stream of a document that a server is asked for: `asked:un/A/999/7@en`."""
    return stream_name(f"asked:{source}/{symbol}@{language}")


def record_stream(source: str, control_number: str) -> str:
    """The stream of one record of a catalogue: `record:undl/3978123`."""
    return stream_name(f"record:{source}/{control_number}")


def content_stream(content_sha256: str) -> str:
    """The stream of some held bytes, wherever they came from: what other programs made of them."""
    return stream_name(f"content:{content_sha256}")


def run_stream(run_id: str) -> str:
    """The stream of one run of a command."""
    return stream_name(f"run:{run_id}")


def stream_name(name: str) -> str:
    """A name that any store can index: no control characters, and a digest in place of a long tail.

    Its own result is left as it is, so it also tells whether a name is good.
    """
    clean = "".join(c if c.isprintable() else f"%{ord(c):02X}" for c in name)
    if len(clean.encode()) <= STREAM_BYTES:
        return clean
    return f"{clean[:100]}…{hashlib.sha256(clean.encode()).hexdigest()}"
