"""The same log and bytes make the same Parquet, wherever and however it is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.proofs.running import RUN, finished, hashes

CONDITIONS = (
    {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "1", "UNFOLD_WORKERS": "1"},
    {"TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONHASHSEED": "2", "UNFOLD_WORKERS": "2"},
    {"TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "3", "UNFOLD_BATCH_SIZE": "1"},
    {
        "LC_ALL": "POSIX",
        "PYTHONUTF8": "0",
        "PYTHONHASHSEED": "random",
        "UNFOLD_WORKERS": "2",
        "UNFOLD_BATCH_SIZE": "3",
    },
)


@pytest.mark.proof
@pytest.mark.timeout(1_800)
def test_a_rebuild_is_identical_under_any_condition(tmp_path: Path) -> None:
    """Time zone, locale, hash seed, number of processes and size of batches change no bit of any Parquet file."""
    origin = tmp_path / "origin"
    assert finished(origin, *RUN, TZ="UTC", PYTHONHASHSEED="0").returncode == 0
    expected = hashes(origin)

    for number, condition in enumerate(CONDITIONS):
        home = tmp_path / f"made again {number}"
        done = finished(home, "rebuild", "--from", str(origin), **condition)
        assert done.returncode == 0, done.stderr
        assert hashes(home) == expected, condition

    assert len(expected) >= 13
