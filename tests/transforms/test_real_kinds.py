"""Real documents of each kind, where the corpus stands beside the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from transforms import document
from transforms.document import Document
from transforms.gazetteer import Gazetteer
from transforms.identity import Hint

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"

pytestmark = pytest.mark.skipif(not (CORPUS / "pdf").is_dir(), reason=f"{CORPUS} is not here")


def read(name: str, reference: Gazetteer) -> Document:
    return document.read((CORPUS / name).read_bytes(), None, Hint(name.rpartition("/")[2]), reference)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("pdf/A_79_PV.64.en.pdf", "verbatim_record"),
        ("pdf/E_2025_68_Corr.1.en.pdf", "corrigendum"),
        ("pdf/A_79_949.en.pdf", "letter"),
        ("pdf/A_79_859.en.pdf", "letter"),
        ("pdf/S_2025_474.en.pdf", "letter"),
        ("pdf/S_2025_497.en.pdf", "letter"),
        ("pdf/S_2025_269.en.pdf", "report"),
        ("pdf/S_2025_450.en.pdf", "report"),
        ("pdf/A_AC.121_2025_INF_2.en.pdf", "note"),
        ("pdf/A_RES_73_8-EN.pdf", "resolution"),
        ("pdf/A_HRC_RES_59_25.en.pdf", "resolution"),
        ("pdf/S_RES_2789_(2025).en.pdf", "resolution"),
        ("pdf/A_CN.10_2025_INF_1.en.pdf", "list_of_participants"),
        ("pdf/A_81_6_(SECT._13).pdf", "budget"),
        ("pdf/A_80_604_Add.1.pdf", "report"),
        ("pdf/g1413493.pdf", "report"),
        ("pdf/E_CN.6_2025_NGO_125.en.pdf", "statement"),
        ("pdf/S_2025_10_Add.31.en.pdf", "statement"),
        ("docx/A_81_6_(SECT._29A).docx", "budget"),
    ],
)
def test_a_real_document_is_of_its_kind(name: str, kind: str, reference: Gazetteer) -> None:
    """The kind is that which a reader of the first page would give, and the evidence is there."""
    made = read(name, reference)

    assert made.kind == kind
    assert made.kind_evidence


def test_every_speech_of_a_real_record_is_found(reference: Gazetteer) -> None:
    """A/79/PV.64: 39 speeches on 16 pages, each state the one that the gazetteer knows, three languages named."""
    made = read("pdf/A_79_PV.64.en.pdf", reference)

    assert len(made.speeches) == 39
    assert sum(speech.is_office for speech in made.speeches) == 19
    assert [s.speaker for s in made.speeches if s.affiliation and s.entity_id is None] == []
    assert {s.spoken for s in made.speeches if s.spoken} == {"spoke in French", "spoke in Russian", "spoke in Spanish"}  # fmt: skip
    assert {p.kind for p in made.structure.paragraphs} == {"speech", "procedure"}
    assert [s.heading for s in made.structure.sections if s.level == 1] == [
        "Agenda item 13 (continued)", "Agenda item 17 (continued)", "Agenda item 125 (continued)",
    ]  # fmt: skip


def test_every_order_of_a_real_corrigendum_is_found(reference: Gazetteer) -> None:
    """E/2025/68/Corr.1 has a text to be read in four paragraphs, and a note to be added to one."""
    made = read("pdf/E_2025_68_Corr.1.en.pdf", reference)

    assert [(one.corrected_symbol, one.place, one.label, one.action) for one in made.corrections] == [
        ("E/2025/68", "Paragraph 44", "44", "read"),
        ("E/2025/68", "Paragraph 44", "44", "insert"),
        ("E/2025/68", "Paragraph 46", "46", "read"),
        ("E/2025/68", "Paragraph 49", "49", "read"),
        ("E/2025/68", "Paragraph 52", "52", "read"),
    ]
    assert all(one.new for one in made.corrections)


@pytest.mark.parametrize(
    ("name", "signed"),
    [
        ("A_79_949", ("Andrii Melnyk", "Ambassador, Permanent Representative")),
        ("A_79_859", ("Tofig Musayev", "Ambassador, Permanent Representative")),
        ("S_2025_474", ("Asim Iftikhar Ahmad", "President of the Security Council")),
        ("S_2025_497", ("Amir Saeid Iravani", "Ambassador, Permanent Representative")),
    ],
)
def test_a_real_letter_is_signed(name: str, signed: tuple[str, str], reference: Gazetteer) -> None:
    """The name and the post stand apart."""
    made = read(f"pdf/{name}.en.pdf", reference)

    assert [(one.signatory, one.post) for one in made.signatures] == [signed]


def test_a_list_of_participants_is_a_table(reference: Gazetteer) -> None:
    """A/CN.10/2025/INF/1 has no paragraph, and is read all the same."""
    made = read("pdf/A_CN.10_2025_INF_1.en.pdf", reference)

    assert not made.structure.paragraphs
    assert {"Afghanistan", "Zimbabwe"} <= {cell.text for cell in made.structure.cells}


@pytest.mark.parametrize("section", ["6", "13"])
def test_a_budget_section_is_numbered_alike_in_both_formats(section: str, reference: Gazetteer) -> None:
    """Labels and texts of the numbered paragraphs agree between PDF and DOCX; numbers run without a gap."""
    printed, typed = (
        {p.label: p for p in read(f"{kind}/A_81_6_(SECT._{section}).{kind}", reference).structure.paragraphs if p.number}
        for kind in ("pdf", "docx")
    )  # fmt: skip

    assert [p.number for p in typed.values()] == list(range(1, len(typed) + 1))
    assert {label: p.text for label, p in printed.items()} == {label: p.text for label, p in typed.items()}
