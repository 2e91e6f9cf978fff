"""Golden directories: what the reader makes of an input, or why it refuses it, exactly as reviewed by eye.

Each folder of tests/golden holds `expected.json`, whose `input` names a file beside it or one of the
sample. `pytest tests/test_golden.py --update-golden` rewrites them; the difference is then reviewed.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from transforms import document
from transforms.docket import rows
from transforms.document import Document
from transforms.errors import Refusal
from transforms.gazetteer import Gazetteer
from transforms.identity import Hint
from transforms.paragraphs import Structure

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(path.parent.name for path in GOLDEN.glob("*/expected.json"))


@pytest.mark.parametrize("case", CASES)
def test_document_reads_as_reviewed(case: str, reference: Gazetteer, request: pytest.FixtureRequest) -> None:
    """A document's masthead, structure, notes, what was set aside, and all that it names are as reviewed."""
    path = GOLDEN / case / "expected.json"
    expected = json.loads(path.read_text(encoding="utf-8"))
    asked = {key: expected[key] for key in ("input", "asked") if key in expected}

    shown = dump(asked | outcome(input_of(case, asked["input"]), asked.get("asked", {}), reference))

    if request.config.getoption("--update-golden"):
        path.write_text(shown, encoding="utf-8")
        return
    made = json.loads(shown)
    for part in made.keys() | expected.keys():
        assert made.get(part) == expected.get(part), f"{case}: {part}"


def test_every_sample_file_has_a_golden() -> None:
    """No file of the built-in sample goes unreviewed."""
    reviewed = {
        json.loads((GOLDEN / case / "expected.json").read_text(encoding="utf-8"))["input"] for case in CASES
    }

    held = {f"flows/sample_corpus/{path.name}" for path in (ROOT / "flows" / "sample_corpus").iterdir()}

    assert held - reviewed == set()


def input_of(case: str, name: str) -> Path:
    beside = GOLDEN / case / name
    return beside if beside.is_file() else ROOT / name


def outcome(path: Path, asked: dict[str, str], reference: Gazetteer) -> dict[str, Any]:
    hint = Hint(path.name, asked.get("symbol"), asked.get("language"))
    try:
        read = document.read(path.read_bytes(), None, hint, reference)
    except Refusal as refusal:
        return {"refusal": {"reason": refusal.reason, "message": refusal.message}}
    return {
        "document": {
            "id": read.id,
            "symbols": list(read.identity.symbols),
            "evidence": read.identity.evidence,
            "kind": read.kind,
            "kind_evidence": read.kind_evidence,
            "media_type": read.media_type,
            "text_conserved": read.text_conserved,
        },
        "masthead": masthead(read),
        **structure(read.structure),
        **findings(read),
        **particulars(read),
        **docket(read),
    }


def docket(read: Document) -> dict[str, Any]:
    """Links, subjects, steps, sponsors, votes and ballots, as rows without what is null; no key where there is none."""
    held = {name: list(made) for name, made in rows(read).items()}
    return {
        name: [
            {key: plain(value) for key, value in row.items() if value not in (None, read.id)} for row in made
        ]
        for name, made in held.items()
        if made
    }


def particulars(read: Document) -> dict[str, Any]:
    """What only documents of one kind hold; left out where there is nothing."""
    shown = {
        "speeches": [[s.eid, s.speaker, s.affiliation, s.entity_id, s.spoken, s.paragraph_count] for s in read.speeches],
        "corrections": [[c.eid, c.corrected_symbol, c.place, c.label, c.action, c.words, c.old, c.new] for c in read.corrections],
        "signatures": [[s.eid, s.signatory, s.post] for s in read.signatures],
    }  # fmt: skip
    return {name: rows for name, rows in shown.items() if rows}


def masthead(read: Document) -> dict[str, Any]:
    """What the masthead says; fields that it leaves empty are left out."""
    shown = {}
    for field in dataclasses.fields(read.masthead):
        value = getattr(read.masthead, field.name)
        if field.name == "spans" or value in (None, ()):
            continue
        shown[field.name] = plain(value)
    return shown


def plain(value: object) -> object:
    match value:
        case tuple():
            return [plain(item) for item in value]
        case dt.date():
            return value.isoformat()
        case _:
            return str(value)


def structure(body: Structure) -> dict[str, Any]:
    return {
        "sections": [[s.eid, s.level, " / ".join(s.path)] for s in body.sections],
        "paragraphs": [
            {"label": p.label, "eid": p.eid, "kind": p.kind, "under": p.section_path[-1:], "text": p.text}
            for p in body.paragraphs
        ],
        "footnotes": [[f.eid, f.marker, f.paragraph_eid, f.anchor_char, f.text] for f in body.footnotes],
        "cells": [
            [c.table_ordinal, c.row_ordinal, c.column_ordinal, c.row_span, c.column_span, c.is_header, c.text]
            for c in body.cells
        ],
        "set_aside": [[s.reason, s.text] for s in body.set_aside],
    }


def findings(read: Document) -> dict[str, Any]:
    eids = [passage.eid for passage in read.passages]
    texts = [passage.text for passage in read.passages]
    found = read.findings
    return {
        "mentions": [
            [eids[m.passage], m.layer, m.type, texts[m.passage][m.start : m.end], *m.ids]
            for m in found.mentions
        ],
        "definitions": [[eids[d.passage], d.short, d.long, d.entity_id] for d in found.definitions],
        "citations": [
            [eids[c.passage], texts[c.passage][c.start : c.end], c.cited_symbol, c.pinpoint]
            for c in found.citations
        ],
    }


def dump(made: dict[str, Any]) -> str:
    """JSON with one row a line, so that a difference reads as rows gained and lost."""
    parts = []
    for key, value in made.items():
        if isinstance(value, list) and value:
            rows = ",\n".join(f"  {shown_as(row)}" for row in value)
            shown = f"[\n{rows}\n ]"
        else:
            shown = shown_as(value)
        parts.append(f" {json.dumps(key)}: {shown}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def shown_as(value: object) -> str:
    """JSON as a person reads it, with all that hides or turns text written out."""
    text = json.dumps(value, ensure_ascii=False)
    return "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in text)
