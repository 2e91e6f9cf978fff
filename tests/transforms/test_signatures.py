"""Letters: who signed, as what, and the annexes and enclosures behind them."""

import pytest

from transforms import formats, masthead, paragraphs, signatures
from transforms.formats import lay_out
from transforms.paragraphs import Structure
from transforms.paragraphs.annexes import named

HEAD = "S/2096/4\n\nSecurity Council\n\nDistr.: General\n6 January 2096\n\nLetter dated 6 January 2096 from the Permanent Representative of Fiji to the United Nations addressed to the Secretary-General\n\n"
OPENED = "I have the honour to transmit what our keepers wrote about the lamps (see annex)."


def letter(text: str) -> tuple[Structure, str]:
    layout = lay_out((HEAD + text).encode(), None, "S_2096_4.txt")
    return paragraphs.assemble(masthead.take(layout)[1]), layout.source


def signed(text: str) -> list[tuple[str, str | None]]:
    return [(found.signatory, found.post) for found in signatures.find(*letter(text))]


@pytest.mark.parametrize(
    ("text", "signatory", "post"),
    [
        ("(Signed) Ana Lamp\nAmbassador\nPermanent Representative", "Ana Lamp", "Ambassador, Permanent Representative"),
        ("(Signed) Ana Lamp\n\nAmbassador\n\nPermanent Representative", "Ana Lamp", "Ambassador, Permanent Representative"),
        ("(Signed) Ana Lamp Ambassador Permanent Representative", "Ana Lamp", "Ambassador Permanent Representative"),
        ("(Signed) Ana de la Mar\nPresident of the Security Council", "Ana de la Mar", "President of the Security Council"),
        ("(Signed) Ana Lamp", "Ana Lamp", None),
        ("(Signed) Ana Lamp\n\nCharg\u00e9e d\u2019affaires a.i.", "Ana Lamp", "Charg\u00e9e d\u2019affaires a.i."),
        ("(Sign\u00e9) Ana Lamp\nAmbassadrice", "Ana Lamp", "Ambassadrice"),
        ("(Firmado) Ana Lamp\nEmbajadora", "Ana Lamp", "Embajadora"),
        ("(\u041f\u043e\u0434\u043f\u0438\u0441\u044c) \u0410\u043d\u0430 \u041c\u0430\u044f\u043a\n\u041f\u043e\u0441\u0442\u043e\u044f\u043d\u043d\u044b\u0439 \u043f\u0440\u0435\u0434\u0441\u0442\u0430\u0432\u0438\u0442\u0435\u043b\u044c", "\u0410\u043d\u0430 \u041c\u0430\u044f\u043a", "\u041f\u043e\u0441\u0442\u043e\u044f\u043d\u043d\u044b\u0439 \u043f\u0440\u0435\u0434\u0441\u0442\u0430\u0432\u0438\u0442\u0435\u043b\u044c"),
    ],
)  # fmt: skip
def test_a_signature_is_a_name_and_a_post(text: str, signatory: str, post: str | None) -> None:
    """The post stands on lines of its own, or begins with the first word for one; it may be missing."""
    assert signed(f"{OPENED}\n\n{text}") == [(signatory, post)]


def test_each_signature_of_a_joint_letter_is_one() -> None:
    """Two delegations sign one below the other, and an annexed letter has a signature of its own."""
    text = f"{OPENED}\n\n(Signed) Ana Lamp\nAmbassador of Fiji\n\n(Signed) Juan Mar\nAmbassador of Peru\n\nAnnex\n\nWe have the honour to say that lamps burn.\n\n(Signed) Kim Oar\nKeeper"

    assert signed(text) == [
        ("Ana Lamp", "Ambassador of Fiji"),
        ("Juan Mar", "Ambassador of Peru"),
        ("Kim Oar", "Keeper"),
    ]


def test_the_title_of_an_annex_is_no_post() -> None:
    """The heading behind a signature may name a representative, broken over lines: A/79/949-S/2025/386."""
    text = f"{OPENED}\n\n(Signed) Ana Lamp\nAmbassador\n\nAnnex to the letter dated 6 January 2096 from the Permanent\nRepresentative of Fiji to the United Nations addressed to the\nSecretary-General\n\nWhat the keepers wrote\n\nThe lamps of the north are lit, and those of the south will be lit before the winter comes, as we were told."
    made, source = letter(text)

    assert [(s.signatory, s.post) for s in signatures.find(made, source)] == [("Ana Lamp", "Ambassador")]
    assert [s.heading for s in made.sections] == [
        "Annex to the letter dated 6 January 2096 from the Permanent Representative of Fiji to the United Nations addressed to the Secretary-General",
        "What the keepers wrote",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "opening",
    [
        "I write in regard to the letter of 3 May about lamps.",
        "I have been instructed by my Government to write about lamps.",
        "The Permanent Mission of Fiji to the United Nations presents its compliments to the Secretary-General.",
        "J\u2019ai l\u2019honneur de vous \u00e9crire au sujet des phares.",
        "Tengo el honor de escribirle sobre los faros.",
        "\u0418\u043c\u0435\u044e \u0447\u0435\u0441\u0442\u044c \u043f\u0438\u0441\u0430\u0442\u044c \u0412\u0430\u043c \u043e \u043c\u0430\u044f\u043a\u0430\u0445.",
    ],
)
def test_a_letter_is_known_by_how_it_opens(opening: str) -> None:
    """Its paragraphs are those of a letter, in the languages of the Organization."""
    made, _ = letter(f"{opening}\n\nMay I thank you for your patience.\n\n(Signed) Ana Lamp")

    assert [p.kind for p in made.paragraphs] == ["letter", "letter", "signature"]


@pytest.mark.parametrize(
    ("heading", "kind", "number"),
    [
        ("Annex", "annex", None),
        ("ANNEX", "annex", None),
        ("Annex II", "annex", 2),
        ("Annex IV to the letter dated 6 January 2096", "annex", 4),
        ("Annexe", "annex", None),
        ("Anexo III", "annex", 3),
        ("Enclosure", "enclosure", None),
        ("Pi\u00e8ce jointe 2", "enclosure", 2),
        ("Documento adjunto", "enclosure", None),
        ("Appendix B", "appendix", 2),
        ("\u9644\u4ef6\u4e8c", "annex", 2),
        ("\u9644\u6587", "enclosure", None),
        ("\u041f\u0440\u0438\u043b\u043e\u0436\u0435\u043d\u0438\u0435 III", "annex", 3),
    ],
)
def test_an_annex_has_the_number_that_is_printed(heading: str, kind: str, number: int | None) -> None:
    """Roman, Arabic or Chinese numerals and letters; the kind is the same in every language."""
    assert named(heading) == (kind, number)


def test_annexes_and_their_enclosures_count_by_themselves() -> None:
    """An enclosure belongs to its annex and takes no number from the next one; paragraphs start again in each."""
    text = f"{OPENED}\n\nAnnex I\n\n1. One is.\n\n2. Two is.\n\nEnclosure\n\n1. Enclosed is.\n\nAnnex II\n\n1. Again is.\n\nAppendix\n\n1. Appended is."
    made, _ = letter(text)

    assert [(p.label, p.eid) for p in made.paragraphs if p.number] == [
        ("annex-1:1", "annex_1__para_1"),
        ("annex-1:2", "annex_1__para_2"),
        ("annex-1:enclosure-1:1", "annex_1__enclosure_1__para_1"),
        ("annex-2:1", "annex_2__para_1"),
        ("annex-2:appendix-1:1", "annex_2__appendix_1__para_1"),
    ]


def test_a_list_of_posts_without_a_signature_signs_nothing() -> None:
    """Only "(Signed)" opens a signature."""
    layout = formats.lay_out(b"A/999/1\n\nGeneral Assembly\n\n1. They met:\n\nAmbassador\n\nChair\n\n2. They left.", None, "a.txt")  # fmt: skip
    made = paragraphs.assemble(masthead.take(layout)[1])

    assert signatures.find(made, layout.source) == ()


def test_a_speaker_may_draw_attention_without_writing_a_letter() -> None:
    """The words that open a letter say nothing in the midst of a text."""
    text = "\n\n".join(
        f"Lamps burn on the coast of the {n} sea, and oil is dear in all of its harbours." for n in range(8)
    )
    made, _ = letter(f"{text}\n\nI would like to draw your attention to the oil.")

    assert {p.kind for p in made.paragraphs} == {"paragraph"}
