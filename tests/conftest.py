"""What the tests share: the option that rewrites goldens, the gazetteer, the sample read once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import settings

from flows.reading import reference_data
from transforms import document
from transforms.document import Document
from transforms.errors import Refusal
from transforms.gazetteer import Gazetteer
from transforms.identity import Hint

# The same examples every time, however busy the machine: one commit has one answer.
settings.register_profile("steady", deadline=None, derandomize=True)
# New examples every time: `make explore`.
settings.register_profile("explore", deadline=None)
settings.load_profile("steady")

SAMPLE = Path(__file__).parents[1] / "flows" / "sample_corpus"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="rewrite tests/golden/*/expected.json from what the reader makes; then review the difference",
    )


@pytest.fixture(scope="session")
def reference() -> Gazetteer:
    """The gazetteer that comes with the package."""
    return reference_data()


@pytest.fixture(scope="session")
def sample(reference: Gazetteer) -> Mapping[str, Document | Refusal]:
    """Every file of the built-in sample by name: the document it becomes, or why it does not."""
    return {path.name: _read(path, reference) for path in sorted(SAMPLE.iterdir()) if path.is_file()}


def _read(path: Path, reference: Gazetteer) -> Document | Refusal:
    try:
        return document.read(path.read_bytes(), None, Hint(name=path.name), reference)
    except Refusal as refusal:
        return refusal
