"""What a passage names, as the annotation guideline asks: spans, ids, layers."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms import entities, gazetteer
from transforms.gazetteer import FILES, Gazetteer
from transforms.passages import Findings, Passage

FOLDER = Path(gazetteer.__file__).parent
SEEDS = Path(__file__).parents[3] / "shared" / "corpus" / "seeds"


@pytest.fixture(scope="module")
def names() -> Gazetteer:
    return gazetteer.load({name: (FOLDER / name).read_bytes() for name in FILES})


def find(names: Gazetteer, *texts: str) -> Findings:
    return entities.find([Passage(f"para_{n}", text) for n, text in enumerate(texts, start=1)], names)


def told(
    names: Gazetteer,
    text: str,
    layer: str = "main",
    kinds: str = "ORG COUNTRY DATE MONEY RESOLUTION DOC_SYMBOL",
) -> list[str]:
    return [
        f"{text[m.start : m.end]} = {' '.join(m.ids)}"
        for m in find(names, text).mentions
        if m.layer == layer and m.type in kinds.split()
    ]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("the United Nations-African Union partnership", ["United Nations = org:un", "African Union = org:au"]),
        ("the Peace and Security Council of the African Union", ["Peace and Security Council = org:au.psc", "African Union = org:au"]),
        ("the Executive Committee of the Commonwealth of Independent States",
         ["Executive Committee = org:cis.executive-committee", "Commonwealth of Independent States = org:cis"]),
        ("the Departments of Political Affairs, Peacekeeping Operations and Field Support",
         ["Departments of Political Affairs = org:un.dpa", "Peacekeeping Operations = org:un.dpko", "Field Support = org:un.dfs"]),
        ("the Food and Agriculture Organization of the United Nations", ["Food and Agriculture Organization of the United Nations = org:fao"]),
        ("Guinea-Bissau, Guinea and Papua New Guinea", ["Guinea-Bissau = geo:GNB", "Guinea = geo:GIN", "Papua New Guinea = geo:PNG"]),
        ("the Democratic Republic of the Congo and the Congo", ["Democratic Republic of the Congo = geo:COD", "Congo = geo:COG"]),
        ("South Sudan, the Sudan; Nigeria; the Niger", ["South Sudan = geo:SSD", "Sudan = geo:SDN", "Nigeria = geo:NGA", "Niger = geo:NER"]),
        ("Chadian, Congolese and Kenyan troops in the Gulf of Guinea", []),
        ("Côte d’Ivoire", ["Côte d’Ivoire = geo:CIV"]),
        ("costs in United States dollars", []),
        ("5 million United States dollars", ["5 million United States dollars = money:USD 5000000"]),
        ("the value of the United States dollar", []),
        ("the SAMOA Pathway and the Sendai Framework for Disaster Risk Reduction 2015–2030", []),
        ("the Black Sea Economic Cooperation Organization", ["Black Sea Economic Cooperation Organization = org:bsec"]),
        ("AMIS/UNAMID", ["AMIS = org:au.amis", "UNAMID = org:un.unamid"]),
        ("the AU Liaison Office in Addis Ababa", ["AU Liaison Office in Addis Ababa = org:au.liaison-office-in-addis-ababa"]),
        ("the Institute for Strange Studies", ["Institute for Strange Studies = org:?institute-for-strange-studies"]),
        ("the Executive Board met", []),
        ("Security Council resolution 1540 (2004) of 28 April 2004",
         ["Security Council resolution 1540 (2004) = res:S/RES/1540 (2004)", "28 April 2004 = edtf:2004-04-28"]),
        ("(A/71/160-S/2016/621)", ["A/71/160-S/2016/621 = sym:A/71/160 sym:S/2016/621"]),
    ],
)  # fmt: skip
def test_mentions_of_a_passage(names: Gazetteer, text: str, mentions: list[str]) -> None:
    """Spans begin after the article, the longest proper name wins, lists and joins are taken apart."""
    assert told(names, text) == mentions


@pytest.mark.parametrize(
    ("text", "anaphora"),
    [
        ("The Security Council met. The Council decided.", ["Council = org:un.sc"]),
        ("The Peace and Security Council met. The Council decided.", ["Council = org:au.psc"]),
        ("UNODC and the Office", ["Office = org:un.unodc"]),
        ("The Council decided.", []),
        ("UNDP met. The Unit did not.", []),
    ],
)
def test_noun_stands_for_the_last_fitting_name(names: Gazetteer, text: str, anaphora: list[str]) -> None:
    """An anaphor takes the id of a name before it in the passage that has the noun in it, else it is nothing."""
    assert told(names, text, "coref") == anaphora


def test_names_inside_names_are_nested(names: Gazetteer) -> None:
    """A body's or a State's name inside a longer name is kept apart from the main mentions."""
    text = "the United Nations Support Mission in Libya"

    assert told(names, text) == ["United Nations Support Mission in Libya = org:un.unsmil"]
    assert told(names, text, "nested") == ["United Nations = org:un", "Libya = geo:LBY"]
    assert told(names, "Central Asia and UN-Women", "nested", "ORG REGION") == []
    assert told(names, "the Doha Amendment to the Kyoto Protocol", "nested", "AGREEMENT") == [
        "Kyoto Protocol = agr:kyoto-protocol"
    ]


def test_definition_holds_in_the_whole_document(names: Gazetteer) -> None:
    """An acronym means what the document says, before the definition too, and whatever the lists say."""
    findings = find(
        names,
        "CAF lent money; RBR did not.",
        "The Regional Body Agency for Rivers (RBR) and the Central Africa Forum Agency (CAF).",
    )
    said = {(m.passage, m.ids) for m in findings.mentions if m.type == "ORG" and m.layer == "main"}

    assert (0, ("org:?regional-body-agency-for-rivers",)) in said
    assert (0, ("org:caf",)) not in said
    assert [(d.short, d.long) for d in findings.definitions] == [
        ("RBR", "Regional Body Agency for Rivers"),
        ("CAF", "Central Africa Forum Agency"),
    ]


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("The Regional Agency for Rivers (RAR) met.", "org:?regional-agency-for-rivers"),
        ("The Institute of Quiet Rivers met.", "org:?institute-of-quiet-rivers"),
        ("The United Nations Task Force on Rivers (UNTFR) met.", "org:?united-nations-task-force-on-rivers"),
        ("The African Union met.", "org:au"),
        ("The AU Early Warning Office met.", "org:au.early-warning-office"),
    ],
)
def test_only_a_body_that_no_list_has_is_marked_in_its_id(
    names: Gazetteer, text: str, identifier: str
) -> None:
    """`org:?slug-of-the-name` for a body with no listed parent; an organ stays under the body it belongs to."""
    [body] = [
        entity
        for entity in find(names, text).entities
        if entity.id == identifier or entity.status == "unlisted"
    ]

    assert body.id == identifier


def test_short_form_is_kept_as_printed(names: Gazetteer) -> None:
    """A/RES/77/186 prints UN-Women with a hyphen that does not break."""
    text = "the United Nations Entity for Gender Equality and the Empowerment of Women (UN\u2011Women)"
    [defined] = find(names, text).definitions

    assert defined.short == text[defined.start : defined.end] == "UN\u2011Women"


def test_listed_short_form_of_few_capitals_defines(names: Gazetteer) -> None:
    """A/73/321 defines UN-Habitat; a place in brackets is no short form of the name before it."""
    found = find(names, "the United Nations Human Settlements Programme (UN-Habitat)", "Mali (Gao)")

    assert [(d.short, d.entity_id) for d in found.definitions] == [("UN-Habitat", "org:un.unhabitat")]


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("the Comité Maritime International (CMI)", "org:?comite-maritime-international"),
        ("the Sudan People\u2019s Liberation Army (SPLA)", "org:?sudan-peoples-liberation-army"),
        ("the Subsidiary Body for Rivers (SBR)", "org:?subsidiary-body-for-rivers"),
        ("the Committee on the Convention on Rivers (CCR)", "org:?committee-on-the-convention-on-rivers"),
        ("the Convention on Rivers (CR)", "agr:?convention-on-rivers"),
    ],
)
def test_nouns_that_only_an_acronym_makes_a_body(names: Gazetteer, text: str, identifier: str) -> None:
    """TD/B/CN.4/36 and its like define bodies by names in other languages, armies, parties and bodies."""
    assert [d.entity_id for d in find(names, text).definitions] == [identifier]


@pytest.mark.parametrize("symbol", ["A/HRC/RES/998/7", "SSC/19/3", "JIU/REP/2011/3"])
def test_letters_of_a_symbol_name_nobody(names: Gazetteer, symbol: str) -> None:
    """The series letters of a symbol are no mention, not even a nested one."""
    mentions = find(names, f"see {symbol}, para. 3").mentions

    assert [(m.type, m.layer) for m in mentions] == [("DOC_SYMBOL", "main")]


def test_possessive_of_a_plural_is_no_part_of_a_name(names: Gazetteer) -> None:
    """The apostrophe after a plural is left outside, as the one with an s is."""
    assert told(names, "the Institute of Rivers\u2019 report") == [
        "Institute of Rivers = org:?institute-of-rivers"
    ]


def test_list_inside_a_name_may_end_in_a_comma(names: Gazetteer) -> None:
    """S/RES/2683 (2023) prints the comma before the last of the words that a commission is for."""
    name = "Commission for Truth, Reconciliation, and Healing"

    assert told(names, f"set up the {name} in time") == [
        f"{name} = org:?commission-for-truth-reconciliation-and-healing"
    ]


def test_longer_summit_is_not_the_one_of_2005(names: Gazetteer) -> None:
    """Summits whose names begin alike are told apart."""
    mentions = told(names, "the World Summit on the Information Society", kinds="EVENT")

    assert mentions == ["World Summit on the Information Society = event:wsis"]


def test_advisory_committee_is_the_one_the_document_names(names: Gazetteer) -> None:
    """Reports on budgets shorten the name of the committee that writes them; others have advisory committees too."""
    named = find(
        names,
        "the Advisory Committee on Administrative and Budgetary Questions",
        "The Advisory Committee notes",
    )

    assert named.mentions[-1].ids == ("org:un.acabq",)
    assert not [m for m in find(names, "The Advisory Committee notes").mentions if m.ids == ("org:un.acabq",)]


def test_ambiguous_acronym_needs_the_name_in_the_document(names: Gazetteer) -> None:
    """IDB is the bank that the document names, and no bank where it names none."""
    alone = find(names, "IDB lent money.")
    inter_american = find(names, "IDB lent money.", "The Inter-American Development Bank did.")

    assert alone.mentions == ()
    assert inter_american.mentions[0].ids == ("org:idb",)


def test_shared_acronym_is_what_the_document_spells_out(names: Gazetteer) -> None:
    """ICC is the Court, unless the document names the Chamber of Commerce and not the Court."""
    court, chamber = "The International Criminal Court sat.", "The International Chamber of Commerce met."

    assert told(names, "ICC decided.") == ["ICC = org:icc"]
    for texts, identifier in (
        ((court,), "org:icc"),
        ((chamber,), "org:icc-chamber"),
        ((court, chamber), "org:icc"),
    ):
        assert find(names, "ICC decided.", *texts).mentions[0].ids == (identifier,)


def test_every_id_has_its_entity_and_parent(names: Gazetteer) -> None:
    """Whatever a mention or a definition points to is one row, its parents too."""
    findings = find(
        names, "The AU Early Warning Office, the Peace and Security Council, Mali and $5 on 6 May 2018."
    )
    rows = {entity.id: entity for entity in findings.entities}

    assert {identifier for m in findings.mentions for identifier in m.ids} <= set(rows)
    assert {entity.parent_id for entity in rows.values()} - {None} <= set(rows)
    assert rows["org:au.early-warning-office"].status == "unlisted"
    assert [entity.id for entity in findings.entities] == sorted(rows)


WORDS = st.sampled_from(
    ["Security Council", "the Council", "of the", "African Union", "Commission", "Departments of", "Political Affairs", "and", "Mali",
     "Malian", "(AU)", "resolution 1540 (2004)", "A/61/204", "May 2018", "2016–2020", "$5 million", "Office", "in", "Geneva",
     "Secretary-General", "Institute for Peace", "’", "UN-Women", "Chapter VIII of the Charter", ",", "Regional Body Agency (RBA)", "RBA"]
)  # fmt: skip


@given(st.lists(st.lists(WORDS, max_size=14).map(" ".join), max_size=4))
@settings(deadline=None)
def test_spans_hold_and_main_ones_are_apart(names: Gazetteer, texts: list[str]) -> None:
    """Offsets lie in the text, no main mention overlaps another, ids have entities, and the same text gives the same rows."""
    findings = find(names, *texts)
    rows = {entity.id for entity in findings.entities}
    for index, text in enumerate(texts):
        reach = 0
        for mention in findings.mentions:
            if mention.passage != index:
                continue
            assert 0 <= mention.start < mention.end <= len(text)
            assert set(mention.ids) <= rows
            if mention.layer == "main":
                assert mention.start >= reach
                reach = mention.end
    assert findings == find(names, *texts)


PIECES = st.sampled_from(
    ["Security Council", "Peace and ", "African Union", " Commission", "Mali", "Guinea-Bissau", "General Assembly ", "resolution 1540 (2004)",
     "resolutions 60/1 and 61/2", "A/61/204", "A/HRC/RES/998/7", "S/2006/590-", "6 May 2018", "2016-2020", "2021", "$5", "US$ 2.5 million",
     " to ", " and ", "between ", "2.5 trillion dollars", "Article 52", " of the ", "Charter of the United Nations", "paragraph 3",
     "(AU)", "Office", "Departments of ", "Political Affairs", "Secretary-General", "(RBA)", "Regional Body Agency ", " ", "-", ", ", "/"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12).map("".join))
@settings(deadline=None, max_examples=300)
def test_main_mentions_never_share_a_character(names: Gazetteer, text: str) -> None:
    """Whatever names, dates, symbols and amounts run into one another, main mentions of all types are apart."""
    spans = [(m.start, m.end) for m in find(names, text).mentions if m.layer == "main"]

    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_year_inside_an_amount_is_no_date(names: Gazetteer) -> None:
    """A/RES/77/153 counts from 2021 to an amount: the year and the amount share no character."""
    text = "from 2 in 2021 to 2.5 trillion dollars and $2021 to 3 million"
    kinds = "DATE MONEY"

    assert told(names, text, kinds=kinds)[1:] == [
        "2.5 trillion dollars = money:USD 2500000000000",
        "$2021 to 3 million = money:USD 2021/3000000",
    ]


def test_seeds_have_no_double_mention(names: Gazetteer) -> None:
    """No span of a real text is given twice to one type."""
    if not SEEDS.is_dir():
        pytest.skip(f"no corpus at {SEEDS}")
    for path in sorted(SEEDS.glob("*.txt")):
        findings = find(names, *path.read_text("utf-8").split("\n\n"))
        spans = [(m.passage, m.start, m.end, m.type) for m in findings.mentions]
        assert len(spans) == len(set(spans)), path.name


def test_a_treaty_cited_by_number_is_the_listed_one_where_the_number_tells(names: Gazetteer) -> None:
    """The Convention on the Rights of the Child and its protocols share No. 27531; the Aarhus Convention has its own."""
    text = "United Nations, Treaty Series, vol. 2161, No. 37770; ibid., vol. 1577, No. 27531; ibid., vol. 9, No. 99999."
    found = find(names, text)
    assert [m.ids for m in found.mentions if m.type == "AGREEMENT"] == [
        ("agr:aarhus-convention",), ("agr:unts-27531",), ("agr:unts-99999",),
    ]  # fmt: skip
    numbers = {each.id: each.treaty_number for each in found.entities if each.type == "AGREEMENT"}
    assert numbers == {
        "agr:aarhus-convention": "37770",
        "agr:unts-27531": "27531",
        "agr:unts-99999": "99999",
    }
