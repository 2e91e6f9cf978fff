"""The two papers of the built-in sample that are files of their own kind: a report as PDF, a joint note as Word.

`python -m tests.builder.sample` writes them, and a test holds the files to what is made here.

>>> sorted(files())
['A_999_58.pdf', 'E_2096_21.docx']
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path

from tests.builder.paper import (
    Annex,
    Body,
    Bullet,
    Cell,
    Head,
    Note,
    Numbered,
    Paper,
    Point,
    Quote,
    Report,
    Said,
    Section,
    Table,
)  # fmt: skip
from tests.builder.pdf_file import Look as PdfLook
from tests.builder.pdf_file import pdf
from tests.builder.word_file import Look as WordLook
from tests.builder.word_file import word

FOLDER = Path(__file__).parents[2] / "flows" / "sample_corpus"


def _noted(text: str, marker: str, note: str) -> Said:
    """A text with a note where `^` stands in it."""
    at = text.index("^")
    return Said(text[:at] + text[at + 1 :], ((at, Note(marker, note)),))


LAMPS = Paper(
    Head(
        ("A/999/58",),
        (
            Body(
                "General Assembly", "Nine hundred and ninety-ninth session", "999", "Agenda item 41 (b)", ("41 (b)",),
                "Oceans and coasts: shared coastal warning",
            ),
        ),
        "Lamps at harbour entrances",
        "Report of the Secretary-General",
        dt.date(2096, 5, 21),
        "English",
        "96-02219 (E)",
    ),
    Report(
        (
            Said(
                "The present report, submitted pursuant to General Assembly resolution 999/3, describes the survey of lamps at the "
                "entrances of 212 harbours. It finds that a lamp is out for nine nights a year where one office answers for it, and for "
                "forty where two do."
            ),
            Said("The Secretary-General recommends that the rules for self-tending lamps set out in the annex be tried for one year."),
        ),
        True,
        (
            Section(
                "I.",
                "Introduction",
                (
                    Numbered(
                        1,
                        _noted(
                            "In paragraph 4 of its resolution 999/3, the General Assembly asked the United Nations Development Programme "
                            "(UNDP) to train readers of tide gauges. Readers soon asked who would light them home.^ The present report "
                            "answers that question, and should be read together with the report on the lending of gauges (A/999/12).",
                            "1", "See S/2096/4, annex, para. 3.",
                        ),
                    ),
                    Numbered(
                        2,
                        Said(
                            "The survey was made between 1 January and 31 March 2096 by the World Meteorological Organization (WMO), the "
                            "African Union and the Caribbean Community (CARICOM), whose keepers wrote down each night on which a lamp was "
                            "out, and why. The Secretary-General thanks the Governments of Jamaica, Kenya and Norway, which paid for the "
                            "ink."
                        ),
                    ),
                ),
            ),
            Section(
                "II.",
                "Findings of the survey",
                (),
                (
                    Section(
                        "A.",
                        "Nights without a light",
                        (
                            Numbered(
                                3,
                                Said(
                                    "Lamps were out on 4,104 nights in all. Half of those nights fell to 31 harbours, each of which had two "
                                    "offices for its lamp: a north-eastern one that bought the oil and a south-western one that poured it. "
                                    "The figures by region are as follows:"
                                ),
                            ),
                            Table(
                                "",
                                (
                                    Cell("Region", 1, 1, rows=2, is_header=True),
                                    Cell("Surveyed in 2096", 1, 2, columns=2, is_header=True),
                                    Cell("Harbours", 2, 2, is_header=True),
                                    Cell("Nights without a light", 2, 3, is_header=True),
                                    Cell("Africa", 3, 1), Cell("94", 3, 2), Cell("1,702", 3, 3),
                                    Cell("Caribbean", 4, 1), Cell("61", 4, 2), Cell("988", 4, 3),
                                    Cell("Pacific", 5, 1), Cell("57", 5, 2), Cell("1,414", 5, 3),
                                ),
                            ),
                            Numbered(
                                4,
                                _noted(
                                    "In its resolution 9990 (2096), the Security Council called lamps in areas of armed conflict civilian "
                                    "objects.^ Seven of the 212 stood in such areas. Five were spared; of the two that were not, one was "
                                    "lit again within the week, with oil lent by the Intergovernmental Authority on Development (IGAD).",
                                    "2", "The keepers of both had marked them on their charts, as recommended in S/2096/4, annex, para. 3 (b).",
                                ),
                            ),
                        ),
                    ),
                    Section(
                        "B.",
                        "What keepers asked for",
                        (
                            Numbered(
                                5,
                                Said("Keepers were asked what they lacked. Most named three things:"),
                                (
                                    Bullet(Said("Oil that arrives before the lamp is empty;")),
                                    Bullet(Said("A second keeper, so that one may sleep;")),
                                    Bullet(Said("One office that answers letters.")),
                                ),
                            ),
                            Numbered(
                                6,
                                Said("A keeper at the entrance of Dar es Salaam, whose lamp has not been out since 2007, wrote:"),
                                (
                                    Quote(
                                        Said(
                                            "“I do not keep the lamp. The lamp keeps me; all that I do is to be there when it asks for "
                                            "something.”"
                                        )
                                    ),
                                ),
                            ),
                        ),
                    ),
                ),
            ),
            Section(
                "III.",
                "Recommendations",
                (
                    Numbered(
                        7,
                        Said("The Secretary-General recommends that Member States:"),
                        (
                            Point("a", Said("Name one office for each lamp, as recommended for gauges in paragraph 9 (a) of A/999/45-S/2096/67;")),
                            Point(
                                "b", Said("Set aside, for each lamp and year:"),
                                (
                                    Point("i", Said("Oil for 400 nights;")),
                                    Point("ii", Said("$1,200 for rope, glass and the keeper’s half-yearly leave;")),
                                ),
                            ),
                            Point("c", Said("Report to WMO, before 1 March 2097, each night on which a lamp was out.")),
                        ),
                    ),
                    Numbered(
                        8,
                        Said(
                            "The cost, put at $254,400 for the 212 harbours surveyed, could be met from the reserve set in paragraph 5 of "
                            "resolution 999/3. The General Assembly may wish to return to the matter at its one-thousandth session."
                        ),
                    ),
                ),
            ),
        ),
    ),
    (
        Annex(
            "Annex",
            "Rules for self-tending lamps",
            (
                Numbered(1, Said("A lamp is self-tending if it burns for thirty nights and nobody has touched it.")),
                Numbered(
                    2,
                    Said(
                        "It is to be visited once a month all the same. The visitor writes the height of the oil, the state of the wick and "
                        "the weather into a book which stays with the lamp."
                    ),
                ),
            ),
        ),
    ),
)  # fmt: skip
"""A report of four pages, tagged as Word tags them."""

KEEPERS = Paper(
    Head(
        ("E/2096/21",),
        (Body("Economic and Social Council", "2096 session", "2096", "Agenda item 12", ("12",), "Coordination of harbour schools"),),
        "Keepers of lamps as teachers",
        "Report of the Secretary-General",
        dt.date(2096, 6, 4),
        "French",
        "96-02407 (E)",
    ),
    Report(
        (),
        False,
        (
            Section(
                "I.",
                "Background",
                (
                    Numbered(
                        1,
                        _noted(
                            "Harbour schools teach those who read tide gauges (E/2096/8). In 2096, the Economic and Social Council asked "
                            "whether keepers of lamps, who are awake at night in any case, might teach there by day.^",
                            "1", "See A/999/58, para. 5.",
                        ),
                    ),
                    Numbered(
                        2,
                        Said(
                            "The present report draws on letters from 40 keepers. They were collected by the United Nations Children’s Fund "
                            "(UNICEF) and the Pacific Islands Forum in Suva, Kingston and Nuku’alofa."
                        ),
                    ),
                ),
            ),
            Section(
                "II.",
                "What the letters say",
                (
                    Numbered(
                        3,
                        Said("Of the 40 keepers:"),
                        (
                            Point("a", Said("Twenty-six would teach if somebody trimmed the lamp meanwhile;")),
                            Point("b", Said("Eleven teach already, and did not know that it had a name;")),
                            Point("c", Said("Three would rather sleep.")),
                        ),
                    ),
                    Numbered(4, Said("The hours that they offer, and those that the schools ask for, are set out below.")),
                    Table(
                        "(Hours per month)",
                        (
                            Cell("School", 1, 1, is_header=True), Cell("Offered", 1, 2, is_header=True), Cell("Asked for", 1, 3, is_header=True),
                            Cell("Suva", 2, 1), Cell("120", 2, 2), Cell("90", 2, 3),
                            Cell("Kingston", 3, 1), Cell("44", 3, 2), Cell("80", 3, 3),
                            Cell("Nuku’alofa", 4, 1), Cell("16", 4, 2), Cell("16", 4, 3),
                        ),
                    ),
                ),
            ),
            Section(
                "III.",
                "Observations",
                (
                    Numbered(
                        5,
                        _noted(
                            "I welcome the offer of the keepers. Lessons should be held before noon, and no lamp should be left to itself "
                            "on their account^ unless it meets the rules for self-tending lamps.",
                            "2", "Rules contained in the annex to A/999/58.",
                        ),
                    ),
                    Numbered(
                        6,
                        Said(
                            "I recommend that UNDP and UNICEF pay those who teach as they pay other teachers of harbour schools, in "
                            "accordance with paragraph 4 of General Assembly resolution 999/3."
                        ),
                    ),
                ),
            ),
        ),
    ),
)  # fmt: skip
"""A short report of the Economic and Social Council, its numbers typed as in New York."""


def files() -> dict[str, bytes]:
    """The files by name."""
    return {
        "A_999_58.pdf": pdf(LAMPS, PdfLook(is_tagged=True, tags_headings=False, is_spread=True)),
        "E_2096_21.docx": word(KEEPERS, WordLook()),
    }


def parts(content: bytes) -> dict[str, bytes]:
    """What a file holds by name, however it is packed; a PDF is one part."""
    if not content.startswith(b"PK"):
        return {"": content}
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def write() -> None:
    """Write the files into the sample."""
    for name, content in files().items():
        (FOLDER / name).write_bytes(content)


if __name__ == "__main__":
    write()
