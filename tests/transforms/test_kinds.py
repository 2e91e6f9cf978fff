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
            "report",
        ),
        ("A/999/1/Add.2\n\nGeneral Assembly\n\nLamps\n\n1. One is.", "addendum"),
        ("A/99/6 (Sect. 3)\n\nGeneral Assembly\n\nReport of the Secretary-General\n\n3.1 One is.", "budget"),
        (
            "A/CONF.99/2\n\nGeneral Assembly\n\nDistr.: General\n\nList of participants\n\nFiji\n\nMs. Lamp was there.",
            "list_of_participants",
        ),
        (
            "E/CN.6/2031/NGO/4\n\nCommission on the Status of Women\n\nStatement submitted by Lamps for All\n\n1. Lamps are lit.",
            "statement",
        ),
        (
            "A/99/L.4\n\nGeneral Assembly\n\nFiji: draft resolution\n\nThe General Assembly,\n\nRecalling it,\n\n1. Decides to meet.",
            "draft_resolution",
        ),
        (
            "A/999/2\n\nAssembl\u00e9e g\u00e9n\u00e9rale\n\nDistr. : G\u00e9n\u00e9rale\n\nRapport du Secr\u00e9taire g\u00e9n\u00e9ral\n\n1. Les phares sont allum\u00e9s.",
            "report",
        ),
        (
            "1. The Committee met.\n\n2. It recommends a draft:\n\nThe General Assembly,\n\nRecalling it,\n\n1. Decides to meet.\n\n2. Asks for more.",
            "document",
        ),
        (
            "A/C.3/99/SR.4\n\nGeneral Assembly\n\nThe meeting was called to order at 3 p.m.\n\n1. Ms. Lamp (Fiji) said that it was late.",
            "summary_record",
        ),
        (
            "Notes\n\nThe meeting was called to order at 3 p.m.\n\nThe President: We meet.\n\nMs. Lamp (Fiji): Gladly.",
            "verbatim_record",
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
