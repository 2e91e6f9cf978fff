"""A verdict says of each document what failed, and of the batch what concerns all."""

from __future__ import annotations

from expectations.verdict import Check, Verdict

PASSED = Check("cells.lie_in_grid", "cells", "A/999/1@en", True, 0, "")
FAILED = Check("cells.lie_in_grid", "cells", "A/999/2@en", False, 3, "Expected: cells in a grid.")
WHOLE = Check("cells.shape", "cells", None, False, 1, "Expected: the declared columns.")


def test_a_failing_document_is_named_and_no_other() -> None:
    """Only the document with the failing check has failed."""
    verdict = Verdict((PASSED, FAILED))

    assert verdict.documents_failed == ("A/999/2@en",)
    assert verdict.failed("A/999/2@en") == (FAILED,)
    assert verdict.failed("A/999/1@en") == ()
    assert verdict.of("A/999/1@en") == (PASSED,)
    assert not verdict.is_passed


def test_a_failure_of_the_whole_batch_fails_every_document() -> None:
    """What concerns the batch concerns each of its documents, even one that no check names."""
    verdict = Verdict((PASSED, WHOLE))

    assert verdict.documents_failed == ("A/999/1@en",)
    assert verdict.failed("A/999/1@en") == (WHOLE,)
    assert verdict.failed("A/999/9@en") == (WHOLE,)


def test_nothing_failed_is_a_pass() -> None:
    """A verdict without failures lets everything through."""
    verdict = Verdict((PASSED,))

    assert verdict.is_passed
    assert verdict.failures == ()
    assert verdict.documents_failed == ()


def test_a_warning_does_not_keep_a_document_out() -> None:
    """Rows that fail a warning are told, and the document passes."""
    warning = Check("paragraphs.official", "paragraphs", "A/999/1@en", True, 1, "Expected: no gap.")
    verdict = Verdict((PASSED, warning))

    assert verdict.is_passed
    assert verdict.failed("A/999/1@en") == ()
    assert verdict.warnings("A/999/1@en") == (warning,)
