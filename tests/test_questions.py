"""Every question of docs/questions.md is answered as it says, on the sample, and has an answer in real documents.

A question is a heading `## 1. …`, what it means, a block of `sql`, and a block of `text`: what `unfold sql` prints for
it on a release of the built-in sample. `...` in that block stands for anything.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from flows.ask import ask
from flows.home import Home
from flows.pipeline import Order, run
from flows.settings import Settings
from flows.sources.open import open_source
from flows.sources.sample import Sample
from flows.terminal import show
from tests.test_readme import agrees

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
REAL = (
    "seeds/*.txt",
    "akn/SC/2023/*/S_RES_267[4-9]*.xml",
    "akn/SC/2025/English/S_RES_27[7-9]*.xml",
    "akn/SC/2023/English/S_RES_27*.xml",
)
"""Reports on cooperation, and resolutions in six languages: what the questions are asked of besides the sample."""

QUESTION = re.compile(
    r"^## (?P<number>\d+)\. (?P<title>.+?)$.*?^```sql\n(?P<sql>.*?)^```$.*?^```text\n(?P<answer>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


class Question(NamedTuple):
    """A question of docs/questions.md, its SQL, and the answer shown for the sample."""

    title: str
    sql: str
    answer: str


def questions() -> Iterator[Question]:
    text = (ROOT / "docs" / "questions.md").read_text(encoding="utf-8")
    for found in QUESTION.finditer(text):
        yield Question(found["title"], found["sql"], found["answer"])


ALL = tuple(questions())
each_question = pytest.mark.parametrize("question", ALL, ids=[question.title for question in ALL])


def published(home: Path, source: str | None) -> Settings:
    """The settings of a home in which the source's documents are released."""
    settings = Settings(home=home, log=None)
    with Home.open(settings, create=True) as opened, opened.writing():
        offered = Sample() if source is None else open_source(source, settings)
        done = run(opened, settings, Order(offered))
    assert done.outcome == "completed"
    return settings


@pytest.fixture(scope="module")
def sample_release(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return published(tmp_path_factory.mktemp("questions") / "home", None)


@pytest.fixture(scope="module")
def real_release(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    if not CORPUS.is_dir():
        pytest.skip("real UN documents are needed: ../shared/corpus is not beside the project")
    folder = tmp_path_factory.mktemp("questions")
    (folder / "texts").mkdir()
    for path in sorted(path for pattern in REAL for path in CORPUS.glob(pattern)):
        shutil.copy(path, folder / "texts" / path.name)
    return published(folder / "home", str(folder / "texts"))


def test_ten_questions_are_worked_out() -> None:
    """Ten at least, numbered from one without a gap, each heading with its two blocks."""
    text = (ROOT / "docs" / "questions.md").read_text(encoding="utf-8")
    numbers = [int(number) for number in re.findall(r"^## (\d+)\.", text, re.MULTILINE)]
    assert numbers == list(range(1, len(ALL) + 1))
    assert len(ALL) >= 10


@each_question
def test_the_sample_answers_as_the_page_shows(
    question: Question, sample_release: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    """What `unfold sql` prints on a release of the sample is what stands under the question."""
    answer = ask(sample_release, question.sql)
    show(answer.column_names, zip(*(column.to_pylist() for column in answer.columns), strict=True), "table")
    printed = capsys.readouterr().out
    assert agrees(printed.strip(), question.answer.strip()), printed


@each_question
def test_real_documents_have_an_answer_too(question: Question, real_release: Settings) -> None:
    """The same SQL over seed reports and resolutions in six languages gives rows."""
    assert ask(real_release, question.sql).num_rows > 0
