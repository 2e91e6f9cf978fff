"""Recommendations: who is asked to do what, in whose voice, and how sure that is."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from transforms import document, entities, recommendations
from transforms.gazetteer import Gazetteer
from transforms.identity import Hint
from transforms.paragraphs import Paragraph
from transforms.passages import Passage
from transforms.recommendations import Recommendation, Speaking

TRUTH = Path(__file__).parent / "recommendations_truth.tsv"
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
CHIEF = Speaking("en", "report", "org:un.ga", "Report of the Secretary-General")
COMMITTEE = Speaking(
    "en",
    "report",
    "org:un.ga",
    "Report of the Advisory Committee on Administrative and Budgetary Questions",
)
RESOLUTION = Speaking("en", "resolution", "org:un.ga", "")


def unit(label: str, text: str, kind: str, parent: str | None, headings: tuple[str, ...]) -> Paragraph:
    return Paragraph(label, label, kind, None, parent, headings, None, text, ())


def read(
    reference: Gazetteer,
    *texts: str,
    speaking: Speaking = CHIEF,
    kind: str = "paragraph",
    headings: tuple[str, ...] = (),
) -> list[Recommendation]:
    """What a first paragraph asks; further texts are its items."""
    units = [unit("1", texts[0], kind, None, headings)]
    units += [unit(f"1({n})", text, "subparagraph", "1", headings) for n, text in enumerate(texts[1:], 1)]
    passages = tuple(Passage(each.eid, each.text) for each in units)
    return list(recommendations.find(units, passages, entities.find(passages, reference), speaking))


@pytest.mark.parametrize(
    ("text", "kind", "addressees"),
    [
        ("I recommend that the Security Council consider the lamps.", "recommendation", ("org:un.sc",)),
        ("I also call upon all Member States and donors to light lamps.", "recommendation", ("group:member-states", "group:donors")),
        ("I urge the Governments of Peru and Fiji to light the lamps.", "recommendation", ("geo:PER", "geo:FJI")),
        ("I welcome the lamps, and encourage UNDP to light them.", "recommendation", ("org:un.undp",)),
        ("To strengthen the lamps of the region, the Security Council may wish to light them.", "recommendation", ("org:un.sc",)),
        ("Regional and subregional organizations, including donors, should light the lamps.", "recommendation", ("group:regional-organizations", "group:donors")),
        ("The General Assembly is invited to take note of the lamps.", "recommendation", ("org:un.ga",)),
        ("There is a need for the African Union to light the lamps.", "recommendation", ("org:au",)),
        ("A lamp should be set up by the World Food Programme in each town.", "recommendation", ("org:un.wfp",)),
        ("The Secretary-General recommends that Member States light lamps.", "recommendation", ("group:member-states",)),
        ("It is recommended that the lamp be lit.", "recommendation", ()),
        ("We must light the lamps.", "weak", ("group:we",)),
        ("The United Nations lamp in Kenya should be lit.", "weak", ()),
        ("It is, therefore, essential that lamps be lit.", "weak", ()),
        ("I hope that donors can light the lamps.", "weak", ()),
        ("In its resolution 78/1, the General Assembly requested the Secretary-General to light lamps.", "reported_request", ("post:un.sg",)),
        ("The Security Council invited me to report on lamps.", "reported_request", ("post:un.sg",)),
        ("Paragraph 2 of General Assembly resolution 78/1 urges all States to light lamps.", "reported_request", ("group:states",)),
        ("The High-level Panel recommended that lamps be lit.", "reported_request", ()),
    ],
)  # fmt: skip
def test_one_who_is_asked_is_the_head_of_his_phrase(
    text: str, kind: str, addressees: tuple[str, ...], reference: Gazetteer
) -> None:
    """A sentence of a report, how it asks, and whom."""
    found = read(reference, text)

    assert [(one.kind, one.addressees) for one in found] == [(kind, addressees)]


@pytest.mark.parametrize(
    "text",
    [
        "How the lamps should be lit is unclear.",
        "The Council agreed that Member States should light lamps.",
        "It should be noted that Member States have lamps.",
        "Should the Council so decide, lamps will be lit.",
        "The strategy should help Member States.",
        "The proposed lamps were lit at the request of Kenya.",
        "I should be grateful if you would have the present letter circulated.",
        "The Charter provides that Member States must light lamps.",
        "UNDP called for lamps.",
        "\u201cMember States should light lamps\u201d was the motto.",
        "The lamps requested by the Assembly were lit.",
    ],
)
def test_words_of_asking_that_ask_nothing_give_no_row(text: str, reference: Gazetteer) -> None:
    """Questions, conditions, remarks to the reader, expectations, and what others said."""
    found = [one for one in read(reference, text) if one.kind != "weak"]

    assert not any(text.startswith("\u201c") for _ in found)
    assert found == []


def test_a_thing_that_should_be_done_is_asked_under_a_heading_of_recommendations(
    reference: Gazetteer,
) -> None:
    """Elsewhere it is weak, as nobody is to do it; under a heading that follows up old ones as well."""
    kinds = [
        read(reference, "The lamps should be lit.", headings=(heading,))[0].kind
        for heading in ("Recommendations", "Findings", "Implementation of the recommendations of the Board")
    ]

    assert kinds == ["recommendation", "weak", "weak"]


def test_items_inherit_the_addressee_of_their_chapeau(reference: Gazetteer) -> None:
    """S/2008/186, paragraph 73: the purpose before the subject does not hide it."""
    head, *items = read(
        reference, "To mend lamps, the Security Council may wish to:", "Buy oil;", "Sell wicks."
    )

    assert head.kind == "chapeau"
    assert {(one.kind, one.addressees, one.chapeau, one.verb) for one in items} == {
        ("recommendation", ("org:un.sc",), 0, "may wish to")
    }


def test_a_chapeau_that_ends_with_its_subject_hands_it_down(reference: Gazetteer) -> None:
    """A/999/58 of the sample: "recommends that Member States:" asked nobody, nor did its items."""
    found = read(
        reference, "The Secretary-General recommends that Member States:", "Name one office for each lamp;"
    )

    assert [(each.kind, each.addressees) for each in found] == [
        ("chapeau", ("group:member-states",)),
        ("recommendation", ("group:member-states",)),
    ]


def test_a_weak_chapeau_hands_weakness_down(reference: Gazetteer) -> None:
    """And what a body recommended long ago stays a report in each item."""
    weak = read(reference, "We must:", "Buy oil.")
    told = read(reference, "The Security Council requested the Secretary-General to:", "Buy oil.")

    assert [one.kind for one in weak] == ["weak", "weak"]
    assert [one.kind for one in told] == ["reported_request", "reported_request"]


def test_a_chapeau_with_that_leaves_the_subject_to_its_items(reference: Gazetteer) -> None:
    """`I recommend that:` and then a body for each item."""
    _, item = read(reference, "I recommend that:", "The African Union light the lamps;")

    assert item.addressees == ("org:au",)


def test_an_author_is_named_only_where_nobody_says_i(reference: Gazetteer) -> None:
    """In a report in the first person, the Secretary-General in the third is one who asked elsewhere."""
    text = "The Secretary-General recommends that Kenya light lamps."
    first = read(reference, text)
    other = read(reference, text, speaking=COMMITTEE)
    spoken = read(reference, f"I thank Kenya. {text}")

    assert [one.kind for one in (*first, *other, *spoken)] == [
        "recommendation",
        "reported_request",
        "reported_request",
    ]


def test_the_advisory_committee_asks_by_trusting_and_by_its_view(reference: Gazetteer) -> None:
    """A/80/604/Add.11: `trusts that`, `considers that … should`, and verbs joined by `and`."""
    found = [
        read(reference, text, speaking=COMMITTEE)
        for text in (
            "The Committee trusts that Kenya will light the lamps.",
            "The Advisory Committee is of the view that the lamps should be lit.",
            "The Advisory Committee notes that the lamps are dark, and recommends that they be lit.",
        )
    ]

    assert [[one.kind for one in each] for each in found] == [["recommendation"]] * 3
    assert found[0][0].addressees == ("geo:KEN",)


def test_each_verb_of_an_operative_paragraph_asks(reference: Gazetteer) -> None:
    """S/RES/2769 (2025): one paragraph calls upon some and requests others; what `shall` be done is asked as well."""
    found = read(
        reference,
        "Welcomes the lamps, calls upon all States to light them and requests the Secretary-General to count them, and decides that the Panel shall report;",
        speaking=RESOLUTION,
        kind="operative",
    )

    assert [(one.kind, one.verb, one.addressees) for one in found] == [
        ("request", "call upon", ("group:states",)),
        ("request", "request", ("post:un.sg",)),
        ("request", "shall", ()),
    ]


def test_a_preamble_reports_and_never_asks(reference: Gazetteer) -> None:
    """`Recalling its resolution …, in which it requested` tells of an earlier request."""
    found = read(
        reference,
        "Recalling its resolution 52/71, in which it requested the Secretary-General to light lamps, and noting that States should help,",
        speaking=RESOLUTION,
        kind="preambular",
    )

    assert [(one.kind, one.source, one.askers) for one in found] == [
        ("reported_request", "A/RES/52/71", ("org:un.ga",))
    ]


def test_a_list_of_the_universal_periodic_review_names_who_recommends(reference: Gazetteer) -> None:
    """A/HRC/14/15: one recommendation a line, the States in brackets at its end."""
    found = read(
        reference, "To ratify the Convention (Spain, Peru);", headings=("Conclusions and/or recommendations",)
    )

    assert [(one.kind, one.askers, one.method) for one in found] == [
        ("recommendation", ("geo:ESP", "geo:PER"), "listed")
    ]


def test_a_statement_by_a_president_is_one_long_quotation(reference: Gazetteer) -> None:
    """S/PRST/2013/20: every paragraph opens with a quotation mark, and its body asks in the third person."""
    found = read(
        reference,
        "\u201cThe Security Council reaffirms its request, in this regard, to the Secretary-General to light lamps.",
        speaking=Speaking("en", "presidential_statement", "org:un.sc", ""),
        kind="quote",
    )

    assert [(one.kind, one.verb, one.addressees) for one in found] == [
        ("request", "request", ("post:un.sg",))
    ]


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        ("Requests also the Secretary-General to light lamps;", ("post:un.sg",)),
        ("Invites in this regard all States to light lamps;", ("group:states",)),
        ("Reiterates its call upon all parties to light lamps;", ("group:parties",)),
        ("Decides that Member States shall light lamps;", ("group:member-states",)),
        ("Requests an update on the lamps by 30 April;", ()),
    ],
)
def test_words_may_stand_between_an_operative_verb_and_whom_it_asks(
    text: str, addressees: tuple[str, ...], reference: Gazetteer
) -> None:
    """S/RES/1643 (2005) `Requests also`, A/RES/77/248 `Invites in this regard`, S/RES/2710 (2023) a bare noun."""
    found = read(reference, text, speaking=RESOLUTION, kind="operative")

    assert [(one.kind, one.addressees) for one in found] == [("request", addressees)]


def test_asking_the_same_body_twice_is_one_row(reference: Gazetteer) -> None:
    """One row a paragraph, kind and set of addressees; it reaches from the first clause to the last."""
    text = "I urge UNDP to light lamps. The night is dark. I also urge UNDP to buy oil."
    found = read(reference, text)

    assert [(one.start, one.end) for one in found] == [(0, len(text))]


def test_a_text_in_another_language_gives_nothing(reference: Gazetteer) -> None:
    """The cues are English ones."""
    speaking = Speaking("fr", "report", "org:un.ga", "")

    assert read(reference, "I recommend that UNDP light lamps.", speaking=speaking) == []


@pytest.mark.skipif(not (CORPUS / "seeds").is_dir(), reason=f"{CORPUS} is not here")
def test_no_asking_of_reviewed_documents_is_lost(reference: Gazetteer) -> None:
    """Every unit that asks in 14 documents, with its kind and addressees; weak ones aside, as they are a matter of taste.

    The file was made of the reader's rows and corrected by eye: a floor under what was reached, no score on unseen text.
    """
    wanted: dict[str, Counter[tuple[str, str, frozenset[str]]]] = defaultdict(Counter)
    with TRUTH.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            unit_key = (row["label"], row["kind"], frozenset(row["addressee_ids"].split()))
            wanted[row["file"]][unit_key] += row["kind"] != "weak"
    right = found_count = 0
    for name, truth in wanted.items():
        made = document.read((CORPUS / name).read_bytes(), None, Hint(Path(name).name), reference)
        labels = [paragraph.label for paragraph in made.structure.paragraphs]
        found = Counter(
            (labels[one.passage], one.kind, frozenset(one.addressees))
            for one in made.recommendations
            if one.kind != "weak"
        )
        found_count += found.total()
        right += (found & truth).total()
    wanted_count = sum(truth.total() for truth in wanted.values())

    assert wanted_count > 200
    assert right / found_count >= 0.95
    assert right / wanted_count >= 0.95
