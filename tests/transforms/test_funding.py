"""Funding: what an amount is, who gives it, who receives it; and sentences, in which both are read."""

import pytest

from transforms import entities, funding
from transforms.funding import Funding
from transforms.gazetteer import Gazetteer
from transforms.passages import Passage
from transforms.sentences import spans


def read(text: str, reference: Gazetteer) -> list[Funding]:
    passages = (Passage("p_1", text),)
    return list(funding.find(passages, entities.find(passages, reference).mentions))


@pytest.mark.parametrize(
    ("text", "role", "givers", "receivers"),
    [
        ("In 2098, Kenya contributed $2 million to UNDP for the repair of lamps.", "contribution", ("geo:KEN",), ("org:un.undp",)),
        ("India has offered an additional $5 million for lamps.", "contribution", ("geo:IND",), ()),
        ("The General Assembly appropriated an amount of $9,100 for the lamps.", "appropriation", ("org:un.ga",), ()),
        ("The General Assembly, by its resolution 78/1, appropriated $9,100 for lamps.", "appropriation", ("org:un.ga",), ()),
        ("Costs include $200 from the Government of Peru.", "expenditure", ("geo:PER",), ()),
        ("Contributions were received from the Government of Peru ($200).", "contribution", ("geo:PER",), ()),
        ("UNDP, which has received $8 million in contributions, lit the lamps.", "contribution", (), ("org:un.undp",)),
        ("A fund created by Peru and Fiji, has received $2 million in contributions.", "contribution", (), ()),
        ("Kenya noted that an increase of $4 million was seen.", "other", (), ()),
        ("Over $3 million in pledges was made to the keepers in Kenya.", "pledge", (), ()),
        ("The unencumbered balance of $4 million was noted by UNDP.", "other", (), ()),
        ("The storm caused losses of $7 million in Fiji.", "loss", (), ()),
        ("Proposed requirements amount to $70 for UNDP staff.", "requirement", (), ()),
        ("Kenya lit the lamps. A total of $12 remains.", "other", (), ()),
        ("The reserve should be raised to $2 million.", "other", (), ()),
    ],
)  # fmt: skip
def test_an_amount_has_the_parties_that_grammar_gives_it(
    text: str, role: str, givers: tuple[str, ...], receivers: tuple[str, ...], reference: Gazetteer
) -> None:
    """A name beside an amount is no giver unless the verb makes it one."""
    found = read(text, reference)[0]

    assert (found.role, found.givers, found.receivers) == (role, givers, receivers)


def test_a_range_has_two_ends_and_a_purpose(reference: Gazetteer) -> None:
    """The lower and the upper amount in units, and the words after `for`; a period is no purpose."""
    ranged, plain = read(
        "Kenya pledged $10 to 20 million for the lamps. Costs were $3 for the period.", reference
    )[-2:]

    assert plain.purpose is None
    assert (ranged.role, ranged.amount, ranged.upper) == ("pledge", 10_000_000, 20_000_000)
    assert ranged.purpose == "the lamps"


def test_each_of_many_amounts_in_one_passage_is_read(reference: Gazetteer) -> None:
    """A table printed as one line has thousands of amounts and names."""
    found = read("Kenya $5 UNDP " * 5000, reference)

    assert len(found) == 5000


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Oar met Ms. Lamp. They agreed.", 2),
        ("See para. 12 and No. 4 of vol. 3.", 1),
        ("The U.N. Office, e.g. The lamps, opened.", 1),
        ("It ended! Was it so? Yes.", 3),
        ("\u7b2c\u4e00\u53e5\u3002\u7b2c\u4e8c\u53e5\u3002", 2),
        ("It rose by 3.5 per cent", 1),
        ("", 0),
    ],
)
def test_sentences_end_at_marks_and_not_at_abbreviations(text: str, count: int) -> None:
    """Every span is free of blanks at its ends."""
    found = spans(text)

    assert len(found) == count
    assert all(text[start:end] == text[start:end].strip() for start, end in found)
