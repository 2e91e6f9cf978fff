"""What kind a document is, with the words that say so."""

import pytest

from transforms import formats, kinds, masthead, paragraphs


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A/999/1\n\nGeneral Assembly\n\nLamps\n\nReport of the Secretary-General\n\n1. One is.", "report"),
        ("A/999/1\n\nGeneral Assembly\n\nLamps\n\nNote by the Secretary-General\n\n1. One is.", "note"),
        (
            "A/999/1/Corr.1\n\nGeneral Assembly\n\nLamps\n\nReport of the Secretary-General\n\nCorrigendum\n\n1. For one read two.",
            "corrigendum",
        ),
        (
            "A/999/1/Add.2\n\nGeneral Assembly\n\nLamps\n\nReport of the Secretary-General\n\n1. One is.",
            "addendum",
        ),
        (
            "A/RES/999/1\n\nGeneral Assembly\n\nThe General Assembly,\n\nRecalling it,\n\n1. Decides to meet.",
            "resolution",
        ),
        (
            "S/PRST/2031/4\n\nSecurity Council\n\nStatement by the President of the Security Council\n\nThe Council met.",
            "presidential_statement",
        ),
        (
            "S/2031/4\n\nSecurity Council\n\nLetter dated 3 March 2031 from the Harbour Master\n\nI have the honour to write.",
            "letter",
        ),
        ("S/PV.9999\n\nSecurity Council\n\nThe meeting was called to order at 10 a.m.", "verbatim_record"),
        ("Summary\n\nThe present report speaks of lamps.\n\n1. One is.", "report"),
        ("Harbours\n\nHarbours are where ships rest.", "web_page"),
        ("A/999/1\n\nGeneral Assembly\n\nLamps\n\n1. One is.", "document"),
    ],
)
def test_the_kind_is_told_from_what_a_document_says(text: str, kind: str) -> None:
    """Symbol, masthead, make-up and own words decide, in that order; the evidence is never empty."""
    layout = formats.lay_out(text.encode(), None, "a.txt")
    head, body = masthead.take(layout)

    found, evidence = kinds.classify(head, paragraphs.assemble(body), layout)

    assert found == kind
    assert evidence
