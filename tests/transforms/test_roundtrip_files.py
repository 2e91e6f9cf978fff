"""Invented papers, written as files of every kind, are read back as what they are: `tests/builder` makes and compares."""

from __future__ import annotations

import io

import docx
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.builder import pdf_file, sample, text_file, word_file
from tests.builder.comparing import differences
from tests.builder.drawing import papers
from tests.builder.html_file import page
from tests.builder.paper import Paper
from tests.builder.pdf_file import pdf
from tests.builder.text_file import plain
from tests.builder.word_file import word

FEW = 25 if settings.default.derandomize else 100
"""Papers are long; `make explore` tries more of them."""
TEXTS = st.builds(text_file.Look, st.sampled_from((0, 70, 90)), st.sampled_from((0, 5, 8)), st.booleans())
WORDS = st.builds(word_file.Look, st.booleans(), st.booleans())


@given(paper=papers(has_tables=False), look=TEXTS)
@settings(max_examples=2 * FEW)
def test_a_paper_comes_back_from_plain_text(paper: Paper, look: text_file.Look) -> None:
    """Lines, pages and glued note marks change nothing: labels, texts, headings, notes and masthead come back."""
    assert differences(paper, plain(paper, look), "paper.txt") == ()


@given(paper=papers())
@settings(max_examples=FEW)
def test_a_paper_comes_back_from_a_page(paper: Paper) -> None:
    """Headings, typed numbers, tables with spans and notes of an HTML page come back."""
    assert differences(paper, page(paper), "paper.html") == ()


@given(paper=papers(), look=WORDS)
@settings(max_examples=FEW)
def test_a_paper_comes_back_from_a_word_file(paper: Paper, look: word_file.Look) -> None:
    """So do those of a Word file: numbers typed or counted, runs cut and inserted, notes at the foot or the end."""
    assert differences(paper, word(paper, look), "paper.docx") == ()


@given(paper=papers(), look=st.builds(pdf_file.Look, st.just(True), st.booleans(), st.booleans()))
@settings(max_examples=FEW, phases=[Phase.generate])
def test_a_paper_comes_back_from_a_tagged_file(paper: Paper, look: pdf_file.Look) -> None:
    """So do those of a PDF that Word has tagged, over its pages, contents, notes and running heads."""
    assert differences(paper, pdf(paper, look), "paper.pdf") == ()


@given(
    paper=papers(has_tables=False),
    look=st.builds(pdf_file.Look, st.just(False), st.booleans(), st.booleans()),
)
@settings(max_examples=FEW, phases=[Phase.generate])
def test_a_paper_comes_back_from_a_file_without_tags(paper: Paper, look: pdf_file.Look) -> None:
    """And those of a PDF that says nothing but where each word stands."""
    assert differences(paper, pdf(paper, look), "paper.pdf") == ()


@pytest.mark.parametrize("name", sample.files())
def test_the_sample_is_what_the_builder_makes(name: str) -> None:
    """The PDF and the Word file of the built-in sample hold what is written here, part for part."""
    held, made = (sample.FOLDER / name).read_bytes(), sample.files()[name]

    assert sample.parts(held) == sample.parts(made)


def test_word_files_open_elsewhere() -> None:
    """What the builder writes, python-docx reads: the file is a sound one."""
    document = docx.Document(io.BytesIO(sample.files()["E_2096_21.docx"]))

    assert "Keepers of lamps as teachers" in [p.text.strip() for p in document.paragraphs]
    assert len(document.tables) == 1
