"""The gate: tables in, a verdict out. What fails names its document, and nothing bad gets through.

    >>> verdict = judge(corpus.merge([tables_of(report, …), tables_of(letter, …)]))
    >>> verdict.documents_failed
    ('A/999/7@en',)
    >>> judge_corpus(release_tables).is_passed
    True

Importing this module is quick; the first judgement imports Great Expectations, which takes seconds.
A batch holds a document id once: rows of two readings of one document cannot be told apart.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

import pyarrow as pa

from expectations import content, corpus, reuse, structure
from expectations.printed import symbols_read
from expectations.rule import Rule
from expectations.verdict import Check, Verdict
from transforms.schema import TABLES

if TYPE_CHECKING:
    from expectations.suites import Court, Fault

_PER_DOCUMENT = {name: spec for name, spec in TABLES.items() if spec.per_document}
_ONE_AT_A_TIME = threading.Lock()


def judge(tables: Mapping[str, pa.Table]) -> Verdict:
    """Every check on every document of a batch.

    Args:
        tables: the per-document tables of one or many documents, merged; other tables are not looked at.

    Returns:
        A check for each rule and document. Where the tables have the wrong shape, only the checks of
        shape, which concern the whole batch.
    """
    return _judge({name: tables[name] for name in _PER_DOCUMENT if name in tables}, batch_rules())


def judge_corpus(tables: Mapping[str, pa.Table]) -> Verdict:
    """Every check on a whole release: structure once more, across documents, and the floors.

    Args:
        tables: the tables of the release; the log's own (`verdicts`, `events`) are judged when given.

    Returns:
        Checks of the whole set and of documents. If any failed, the release must not be published.
    """
    return _judge({name: tables[name] for name in TABLES if name in tables}, corpus_rules(frozenset(tables)))


@cache
def batch_rules() -> tuple[Rule, ...]:
    """All rules on the rows of a batch."""
    return (*structure.rules(_PER_DOCUMENT), *content.RULES)


@cache
def corpus_rules(given: frozenset[str]) -> tuple[Rule, ...]:
    """All rules on a release with those tables."""
    specs = {name: spec for name, spec in TABLES.items() if spec.per_document or name in given}
    asked = (rule for rule in (*reuse.RULES, *corpus.RULES) if corpus.needs(rule) <= given)
    return (*structure.rules(specs), *asked)


def _judge(tables: Mapping[str, pa.Table], rules: Sequence[Rule]) -> Verdict:
    shapes = structure.shapes(spec for name, spec in TABLES.items() if spec.per_document or name in tables)
    with _ONE_AT_A_TIME:
        court = _court()
        court.hold({structure.COLUMNS: structure.columns_of(tables)})
        misshapen = court.hear(shapes)
        if any(misshapen.values()):
            return _verdict(shapes, misshapen, ())
        court.hold({**tables, content.SYMBOLS_READ: symbols_read(tables)})
        faults = {**misshapen, **court.hear(rules)}
    return _verdict((*shapes, *rules), faults, tables["documents"].column("document_id").to_pylist())


@cache
def _court() -> Court:
    """The one court of this process; Great Expectations is imported here, when it is first needed."""
    from expectations.suites import Court  # noqa: PLC0415

    return Court()


def _verdict(
    rules: Iterable[Rule], faults: Mapping[str, tuple[Fault, ...]], documents: Iterable[str | None]
) -> Verdict:
    known = sorted({document_id for document_id in documents if document_id is not None})
    return Verdict(tuple(check for rule in rules for check in _checks(rule, faults[rule.name], known)))


def _checks(rule: Rule, faults: Sequence[Fault], known: Iterable[str]) -> list[Check]:
    """One check a document; one more for rows that belong to none, or for a rule on the whole."""
    table = rule.name.partition(".")[0]
    failed = {fault.document_id: fault for fault in faults}
    documents = set() if rule.is_of_whole else {*known, *(name for name in failed if name is not None)}
    whole: list[str | None] = [None] if None in failed or not documents else []
    subjects = whole + sorted(documents)
    return [
        Check(
            rule.name,
            table,
            subject,
            rule.is_warning,
            failed[subject].failing_count,
            _told(rule, failed[subject]),
        )
        if subject in failed
        else Check(rule.name, table, subject, True, 0, "")
        for subject in subjects
    ]


def _told(rule: Rule, fault: Fault) -> str:
    """The expectation, how often it does not hold, and examples with unprintable characters spelled out."""
    examples = "; ".join(fault.examples)
    printable = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in examples)
    return f"Expected: {rule.meaning} Not so in {fault.failing_count} row(s): {printable}"
