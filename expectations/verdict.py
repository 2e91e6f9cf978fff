"""Verdict: what every check said of every document. Values only; nothing here knows Great Expectations.

>>> verdict = Verdict((Check("mentions.quote", "mentions", "A/999/1@en", False, 2, "two surfaces differ"),))
>>> [check.name for check in verdict.failed("A/999/1@en")]
['mentions.quote']
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One expectation's answer for one document; `document_id` is None where it speaks of the whole batch.

    Args:
        name: stable name, the table and what is expected of it: `paragraphs.numbering_has_no_gap`.
        table: the table it looked at.
        document_id: the document it speaks of.
        is_passed: whether nothing failed, or only what is a warning.
        failing_count: rows that failed.
        detail: what was expected and examples of what was there instead; empty when no row failed.
    """

    name: str
    table: str
    document_id: str | None
    is_passed: bool
    failing_count: int
    detail: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """All checks on all documents of a batch, or on a whole release."""

    checks: tuple[Check, ...]

    @property
    def is_passed(self) -> bool:
        """Whether no check failed."""
        return all(check.is_passed for check in self.checks)

    @property
    def documents_failed(self) -> tuple[str, ...]:
        """The documents with a failing check of their own or of the whole batch, sorted."""
        if any(check.document_id is None and not check.is_passed for check in self.checks):
            return tuple(
                sorted({check.document_id for check in self.checks if check.document_id is not None})
            )
        return tuple(
            sorted({c.document_id for c in self.checks if c.document_id is not None and not c.is_passed})
        )

    @property
    def failures(self) -> tuple[Check, ...]:
        """The checks that failed, of any document."""
        return tuple(check for check in self.checks if not check.is_passed)

    def warnings(self, document_id: str) -> tuple[Check, ...]:
        """What is odd about a document that does not keep it out."""
        return tuple(check for check in self.of(document_id) if check.is_passed and check.failing_count)

    def of(self, document_id: str) -> tuple[Check, ...]:
        """What was said of one document, and what failed for the whole batch and therefore for it."""
        return tuple(
            check
            for check in self.checks
            if check.document_id == document_id or (check.document_id is None and not check.is_passed)
        )

    def failed(self, document_id: str) -> tuple[Check, ...]:
        """Why a document is quarantined; empty when it is accepted."""
        return tuple(check for check in self.of(document_id) if not check.is_passed)
