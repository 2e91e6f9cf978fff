"""Records of meetings become speeches: who spoke, for whom, in which language, and what the meeting did."""

import textwrap
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms import document, formats, masthead, paragraphs, speeches
from transforms.gazetteer import Gazetteer
from transforms.identity import Hint
from transforms.paragraphs import Structure
from transforms.paragraphs.meetings import is_procedure
from transforms.paragraphs.speakers import opening, reported

CALLED = "The meeting was called to order at 10.05 a.m."
HEAD = "United Nations A/999/PV.3\n\nGeneral Assembly\n\nOfficial Records\n\n"


def recorded(text: str) -> Structure:
    _, body = masthead.take(formats.lay_out((HEAD + text).encode(), None, "A_999_PV.3.txt"))
    return paragraphs.assemble(body)


def told(text: str) -> list[tuple[str, str, str]]:
    return [(p.kind, p.label, p.text) for p in recorded(text).paragraphs]


@pytest.mark.parametrize(
    ("text", "speaker", "affiliation", "spoken"),
    [
        ("The President: We meet.", "The President", None, None),
        ("The Acting President (spoke in Arabic): We meet.", "The Acting President", None, "spoke in Arabic"),
        ("The President of the Economic and Social Council: We meet.", "The President of the Economic and Social Council", None, None),
        ("The PRESIDENT: We meet.", "The PRESIDENT", None, None),
        ("Ms. Lamp (Fiji): We are glad.", "Ms. Lamp", "Fiji", None),
        ("Mr. de la Mar (Peru) (spoke in Spanish): We are glad.", "Mr. de la Mar", "Peru", "spoke in Spanish"),
        ("Mr. Sea (Iran (Islamic Republic of)): We are glad.", "Mr. Sea", "Iran (Islamic Republic of)", None),
        ("Ms. Oar (Department for General Assembly and Conference Management): I read.", "Ms. Oar", "Department for General Assembly and Conference Management", None),
        ("Mr. BUOY (Kenya) (interpretation from French): We are glad.", "Mr. BUOY", "Kenya", "interpretation from French"),
        ("Sir John Pier (United Kingdom): We are glad.", "Sir John Pier", "United Kingdom", None),
        ("Archbishop Quay (Holy See): We are glad.", "Archbishop Quay", "Holy See", None),
        ("Wei Deng (China) (spoke in Chinese): We are glad.", "Wei Deng", "China", "spoke in Chinese"),
        ("Ms. Lamp: I thank you.", "Ms. Lamp", None, None),
        ("La Pr\u00e9sidente (parle en anglais) : Nous commen\u00e7ons.", "La Pr\u00e9sidente", None, "parle en anglais"),
        ("M. Phare (Canada) : Je vous remercie.", "M. Phare", "Canada", None),
        ("El Presidente interino: Comenzamos.", "El Presidente interino", None, None),
        ("Sra. Faro (Chile) (habla en ingl\u00e9s): Gracias.", "Sra. Faro", "Chile", "habla en ingl\u00e9s"),
        ("\u041f\u0440\u0435\u0434\u0441\u0435\u0434\u0430\u0442\u0435\u043b\u044c (\u0433\u043e\u0432\u043e\u0440\u0438\u0442 \u043f\u043e-\u0430\u043d\u0433\u043b\u0438\u0439\u0441\u043a\u0438): \u041d\u0430\u0447\u043d\u0435\u043c.", "\u041f\u0440\u0435\u0434\u0441\u0435\u0434\u0430\u0442\u0435\u043b\u044c", None, "\u0433\u043e\u0432\u043e\u0440\u0438\u0442 \u043f\u043e-\u0430\u043d\u0433\u043b\u0438\u0439\u0441\u043a\u0438"),
        ("\u0413-\u0436\u0430 \u041c\u0430\u044f\u043a (\u041a\u0435\u043d\u0438\u044f): \u0421\u043f\u0430\u0441\u0438\u0431\u043e.", "\u0413-\u0436\u0430 \u041c\u0430\u044f\u043a", "\u041a\u0435\u043d\u0438\u044f", None),
        ("\u4e3b\u5e2d(\u4ee5\u82f1\u8bed\u53d1\u8a00)\uff1a\u6211\u4eec\u5f00\u59cb\u3002", "\u4e3b\u5e2d", None, "\u4ee5\u82f1\u8bed\u53d1\u8a00"),
        ("\u9093\u4f1f\u5148\u751f(\u4e2d\u56fd)\uff1a\u8c22\u8c22\u3002", "\u9093\u4f1f\u5148\u751f", "\u4e2d\u56fd", None),
        ("\u0627\u0644\u0631\u0626\u064a\u0633\u0629 (\u062a\u0643\u0644\u0645\u062a \u0628\u0627\u0644\u0625\u0646\u0643\u0644\u064a\u0632\u064a\u0629): \u0646\u0628\u062f\u0623.", "\u0627\u0644\u0631\u0626\u064a\u0633\u0629", None, "\u062a\u0643\u0644\u0645\u062a \u0628\u0627\u0644\u0625\u0646\u0643\u0644\u064a\u0632\u064a\u0629"),
    ],
)  # fmt: skip
def test_a_speech_opens_with_its_speaker(
    text: str, speaker: str, affiliation: str | None, spoken: str | None
) -> None:
    """Name or office, then a state or body and the language in parentheses, then a colon; in six languages."""
    found = opening(text)

    assert found is not None
    assert (found.speaker, found.affiliation, found.spoken) == (speaker, affiliation, spoken)
    assert found.affiliation_span is None or text[slice(*found.affiliation_span)] == affiliation


@pytest.mark.parametrize(
    "text",
    [
        "Mr. President: May I thank you.",
        "Madam President, we are glad.",
        "Sr. Presidente: Quisiera agradecer.",
        "The lamps that we need: oil, rope and patience.",
        "The following countries have joined: Fiji and Peru.",
        "In favour: Fiji, Peru",
        "Agenda item 41: Lamps",
        "Secondly, the Council (which met in May): nothing.",
        "I quote Ms. Lamp (Fiji): lamps are lit.",
    ],
)
def test_a_colon_alone_makes_no_speaker(text: str) -> None:
    """Speakers turn to the chair, lists follow colons, and others are quoted inside a speech."""
    assert opening(text) is None


@pytest.mark.parametrize(
    ("text", "speaker", "affiliation"),
    [
        ("Ms. Lamp (Fiji) said that it was late.", "Ms. Lamp", "Fiji"),
        ("Ms. van der Mer (Netherlands), speaking for the Group, asked why.", "Ms. van der Mer", "Netherlands"),
        ("The Chair drew attention to the draft.", "The Chair", None),
        ("Mr. Al-Bahri (Observer for the League of Lamps) recalled the vote.", "Mr. Al-Bahri", "Observer for the League of Lamps"),
    ],
)  # fmt: skip
def test_summary_records_tell_in_the_third_person(text: str, speaker: str, affiliation: str | None) -> None:
    """A name, its state, and a verb in the past."""
    found = reported(text)

    assert found is not None
    assert (found.speaker, found.affiliation) == (speaker, affiliation)


@pytest.mark.parametrize("text", ["The Chair of the Committee had resigned.", "Ms. Lamp and Mr. Sea withdrew.", "The Committee took note."])  # fmt: skip
def test_others_that_act_are_no_speakers(text: str) -> None:
    """A longer title, two persons or a body that does something say nothing of their own."""
    assert reported(text) is None


@pytest.mark.parametrize(
    "text",
    [
        CALLED,
        "The meeting rose at 11.20 a.m.",
        "The meeting was suspended at noon and resumed at 3 p.m.",
        "It was so decided.",
        "A recorded vote was taken.",
        "In favour: Fiji, Peru",
        "Abstaining:",
        "Draft resolution A/999/L.9 was adopted by 7 votes to none (resolution 999/8).",
        "The agenda was adopted.",
        "[Subsequently, the delegation of Tonga informed the Secretariat of its intention.]",
        "In the absence of the President, Mr. Oar (Kenya), Vice-President, took the Chair.",
        "La s\u00e9ance est lev\u00e9e \u00e0 13 heures.",
        "As\u00ed queda acordado.",
        "\u0420\u0435\u0448\u0435\u043d\u0438\u0435 \u043f\u0440\u0438\u043d\u0438\u043c\u0430\u0435\u0442\u0441\u044f.",
        "\u5c31\u8fd9\u6837\u51b3\u5b9a\u3002",
        "\u0631\u0641\u0639\u062a \u0627\u0644\u062c\u0644\u0633\u0629 \u0627\u0644\u0633\u0627\u0639\u0629 13/00.",
    ],
)
def test_what_the_meeting_did_is_said_by_nobody(text: str) -> None:
    """It opens, votes, decides and rises; the secretariat adds notes in square brackets."""
    assert is_procedure(text)


@pytest.mark.parametrize(
    "text",
    ["A recorded vote has been requested.", "We withdraw the draft.", "The meeting that was held in May rose to the occasion of our hopes and of those who had come from afar to hear it, as was said."],
)  # fmt: skip
def test_speakers_may_speak_of_the_meeting(text: str) -> None:
    """Only the set phrases of records count."""
    assert not is_procedure(text)


def test_a_vote_stands_between_two_speeches() -> None:
    """The lists of those that voted are no headings, no speeches, and never run on into one another."""
    text = f"{CALLED}\n\nThe President: We vote.\n\nIn favour:\n\nFiji, Kenya,\n\n2/3\n\nPeru\n\nAgainst:\n\nNone\n\nDraft resolution A/999/L.9 was adopted by 3 votes to none.\n\nMs. Lamp (Fiji): We are glad."

    assert told(text)[2:] == [
        ("procedure", "p2", "In favour:"),
        ("procedure", "p3", "Fiji, Kenya, Peru"),
        ("procedure", "p4", "Against:"),
        ("procedure", "p5", "None"),
        ("procedure", "p6", "Draft resolution A/999/L.9 was adopted by 3 votes to none."),
        ("speech", "speech-2:p1", "Ms. Lamp (Fiji): We are glad."),
    ]


def test_items_of_the_agenda_are_headings_however_many_stand_together() -> None:
    """Item, title, sub-item and draft in a row, as in A/79/PV.64, and the speech above them has ended."""
    text = f"{CALLED}\n\nThe President: We go on.\n\nAgenda item 125 (continued)\n\nLamps of the world\n\n(l) Lamps of the north\n\nDraft resolution (A/999/L.9)\n\nMs. Lamp (Fiji): We are glad."
    made = recorded(text)

    assert [section.heading for section in made.sections] == [
        "Agenda item 125 (continued)", "Lamps of the world", "(l) Lamps of the north", "Draft resolution (A/999/L.9)",
    ]  # fmt: skip
    assert made.paragraphs[-1].section_path[-1] == "Draft resolution (A/999/L.9)"


def test_the_note_on_corrections_does_not_cut_a_speech() -> None:
    """It stands at the foot of the first page, inside a sentence, and is set aside as boilerplate."""
    note = "This record contains the text of speeches delivered in English.\n\nCorrected records will be reissued electronically (http://documents.un.org)."
    made = recorded(
        f"{CALLED}\n\nMs. Lamp (Fiji): The lamps of the whole northern coast and of all its islands, which burn until\n\n{note}\n\nmorning, are lit."
    )

    assert made.paragraphs[-1].text.endswith("which burn until morning, are lit.")
    assert {piece.reason for piece in made.set_aside} == {"boilerplate"}


def test_numbers_that_a_speaker_counts_are_no_paragraph_numbers() -> None:
    """Verbatim records do not number their paragraphs."""
    text = f"{CALLED}\n\nMs. Lamp (Fiji): We ask for this.\n\n1. Lamps should be lit.\n\n2. Oil should be paid for."

    assert [p.number for p in recorded(text).paragraphs] == [None] * 4


def test_old_verbatim_records_number_their_paragraphs() -> None:
    """Until the 1980s each paragraph of a verbatim record had a number before its speaker."""
    text = f"{CALLED}\n\n1. The PRESIDENT: We meet.\n\n2. Mr. LAMP (Fiji) (translated from French): Gladly.\n\n3. We ask for oil."
    made = recorded(text).paragraphs

    assert [(p.number, p.kind, p.parent_eid) for p in made[1:]] == [
        (1, "speech", None), (2, "speech", None), (3, "speech", "para_2"),
    ]  # fmt: skip
    assert [(s.speaker, s.spoken) for s in speeches.find(made, ())] == [
        ("The PRESIDENT", None), ("Mr. LAMP", "translated from French"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "called",
    [
        "La s\u00e9ance est ouverte \u00e0 10 h 5.",
        "Se abre la sesi\u00f3n a las 10.05 horas.",
        "\u0417\u0430\u0441\u0435\u0434\u0430\u043d\u0438\u0435 \u043e\u0442\u043a\u0440\u044b\u0432\u0430\u0435\u0442\u0441\u044f \u0432 10 \u0447. 05 \u043c.",
        "\u4e0a\u534810\u65f65\u5206\u5f00\u4f1a",
        "\u0627\u0641\u062a\u062a\u062d\u062a \u0627\u0644\u062c\u0644\u0633\u0629 \u0627\u0644\u0633\u0627\u0639\u0629 10/05.",
    ],
)
def test_a_masthead_ends_where_the_meeting_is_called_to_order(called: str) -> None:
    """In every language the record begins with that line."""
    assert recorded(f"{called}\n\nThe President: We meet.").paragraphs[0].text == called


def test_summary_records_keep_their_numbers() -> None:
    """A numbered paragraph of a speech is quoted by its number; what goes on with it belongs to its first one."""
    text = "The meeting was called to order at 3 p.m.\n\n1. Ms. Lamp (Fiji) said that lamps were lit.\n\n2. They burned all night.\n\n3. It was so decided.\n\n4. The Chair thanked her."
    made = recorded(text).paragraphs

    assert [(p.number, p.kind, p.parent_eid) for p in made] == [
        (None, "procedure", None),
        (1, "speech", None),
        (2, "speech", "para_1"),
        (3, "procedure", None),
        (4, "speech", None),
    ]
    assert [(s.eid, s.speaker, s.paragraph_count) for s in speeches.find(made, ())] == [
        ("para_1", "Ms. Lamp", 2),
        ("para_4", "The Chair", 1),
    ]


def test_speeches_stand_in_the_same_place_in_every_language() -> None:
    """The eIds of speeches are the same in all versions of a record, so that `parallel` finds them."""
    english = recorded(
        f"{CALLED}\n\nThe President: We meet.\n\nMs. Lamp (Fiji): Yes.\n\nWe are glad.\n\nIt was so decided."
    )
    french = recorded("La s\u00e9ance est ouverte \u00e0 10 h 5.\n\nLe Pr\u00e9sident : Nous commen\u00e7ons.\n\nMme Lampe (Fidji) : Oui.\n\nNous sommes ravis.\n\nIl en est ainsi d\u00e9cid\u00e9.")  # fmt: skip

    assert [(p.eid, p.kind) for p in french.paragraphs] == [(p.eid, p.kind) for p in english.paragraphs]
    assert [p.eid for p in english.paragraphs][1:4] == ["speech_1__p_1", "speech_2__p_1", "speech_2__p_2"]


def test_a_report_that_tells_of_a_meeting_is_no_record() -> None:
    """Numbered paragraphs that say when a meeting was called to order, and name who spoke, stay as they are."""
    text = "1. The session, which was called to order by Ms. Lamp (Fiji), lasted two days.\n\n2. Mr. Sea (Peru) said that it was short.\n\n3. It rose."

    assert {p.kind for p in recorded(text).paragraphs} == {"paragraph"}


@dataclass(frozen=True)
class Said:
    """A speech, or what the meeting did where nobody speaks."""

    speaker: str
    notes: tuple[str, ...]
    paragraphs: tuple[str, ...]

    def lines(self) -> list[str]:
        if not self.speaker:
            return list(self.paragraphs)
        notes = "".join(f" ({note})" for note in self.notes)
        return [f"{self.speaker}{notes}: {self.paragraphs[0]}", *self.paragraphs[1:]]


WORDS = (  # noqa: SIM905 - words as they read
    "we thank the keepers of lamps who have come from afar with oil rope and patience to mend what storms had broken "
    "along a coast that no ship may pass unlit and we ask all delegations to support the text before us today"
).split()


@st.composite
def sentences(draw: st.DrawFn) -> str:
    start, count = draw(st.integers(0, len(WORDS) - 1)), draw(st.integers(12, 60))
    return " ".join(WORDS[(start + n) % len(WORDS)] for n in range(count)).capitalize() + "."


@st.composite
def meetings(draw: st.DrawFn) -> list[Said]:
    """Speeches of one to three paragraphs, with now and then a decision between them."""
    found: list[Said] = []
    for _ in range(draw(st.integers(2, 6))):
        speaker = draw(
            st.sampled_from(("The President", "Ms. Lamp", "Mr. de la Mar", "Sir John Pier", "Mr. Al-Bahri"))
        )
        states = st.sampled_from(
            (("Fiji",), ("Peru", "spoke in Spanish"), ("Kenya",), ("Iran (Islamic Republic of)",))
        )
        chair = st.sampled_from(((), ("spoke in French",)))
        notes = draw(chair if speaker == "The President" else states)
        found.append(Said(speaker, notes, tuple(draw(st.lists(sentences(), min_size=1, max_size=3)))))
        if draw(st.booleans()):
            found.append(Said("", (), ("It was so decided.",)))
    return found


def printed(meeting: list[Said], width: int, every: int) -> str:
    """A meeting as pages of broken lines, a head and a foot after every so many of them."""
    lines: list[str] = [CALLED, ""]
    for said in meeting:
        for text in said.lines():
            lines += [*textwrap.wrap(text, width), ""]
    pages = [lines[n : n + every] for n in range(0, len(lines), every)]
    turns = (
        f"\n\nA/999/PV.3 02/04/2096\n\n{n}/{len(pages) + 1} 96-02201\n\n" for n in range(2, len(pages) + 2)
    )
    return "".join("\n".join(page) + turn for page, turn in zip(pages, turns, strict=True))


@settings(max_examples=60)
@given(meetings(), st.integers(60, 100), st.integers(20, 60))
def test_a_record_reads_back_as_it_was_held(meeting: list[Said], width: int, every: int) -> None:
    """Speakers, states, languages and paragraphs come back, whatever the width of lines and where pages turn."""
    made = recorded(printed(meeting, width, every)).paragraphs

    found = [(s.speaker, s.affiliation, s.spoken, s.paragraph_count) for s in speeches.find(made, ())]
    told = [p.text for p in made if p.kind == "speech"]

    spoken = [said for said in meeting if said.speaker]
    assert [line for said in spoken for line in said.lines()] == told
    assert found == [
        (
            said.speaker,
            next((note for note in said.notes if not note.startswith("spoke")), None),
            next((note for note in said.notes if note.startswith("spoke")), None),
            len(said.paragraphs),
        )
        for said in spoken
    ]


def test_a_state_in_parentheses_is_the_one_that_the_gazetteer_knows(reference: Gazetteer) -> None:
    """The id comes from the mention inside the parentheses; a post that names two bodies has none."""
    text = f"{HEAD}{CALLED}\n\nMs. Lamp (Fiji): The lamps of Peru are lit.\n\nMr. Sea (African Union): And those of the sea.\n\nThe President: We go on."
    read = document.read(text.encode(), None, Hint("A_999_PV.3-EN.txt"), reference)

    assert [speech.entity_id for speech in read.speeches] == ["geo:FJI", "org:au", None]


def test_the_day_of_the_meeting_dates_the_record(reference: Gazetteer) -> None:
    """A verbatim record prints no other date."""
    text = f"United Nations A/999/PV.3\n\nGeneral Assembly\n\nOfficial Records\n\n3rd plenary meeting\nThursday, 2 April 2096, 10 a.m.\nNew York\n\n{CALLED}\n\nThe President: We meet."
    read = document.read(text.encode(), None, Hint("A_999_PV.3-EN.txt"), reference)

    assert str(read.masthead.meeting_date) == "2096-04-02"
