"""How exactly the AKN reader takes the United Nations' own files apart, against the elements themselves.

    python -m tests.measure_akn --corpus ../shared/corpus/akn

What is expected is taken from the elements by rules of this file's own: a numbered `paragraph` or `point` is right when
exactly one row has its label and its text, a note when one row has its mark and its text.
"""

from __future__ import annotations

import argparse
import re
import statistics
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from tests.account_akn import Account, account, show
from tests.bench_entities import load_gazetteer
from transforms.document import Document, read
from transforms.errors import Refusal
from transforms.gazetteer import Gazetteer
from transforms.identity import Hint
from transforms.paragraphs import labels
from transforms.symbols import parse

LANGUAGES = {"eng": "en", "fra": "fr", "spa": "es", "rus": "ru", "zho": "zh", "ara": "ar", "deu": "de"}
UNSTATED = "0001-01-01"
_CONTROL = re.compile(
    r"[\x01-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_GAPS = re.compile(r"\s+")
_OWN = frozenset({"content", "intro", "p", "span", "listIntroduction", "alinea"})
_SKIPPED = frozenset({"authorialNote", "quotedStructure", "num", "list", "sublist", "blockList", "wrapUp", "point", "item", "heading", "subheading"})  # fmt: skip


@dataclass(slots=True)
class Measured:
    """One file, and what was found of what it holds."""

    path: Path
    group: str
    refused: str = ""
    milliseconds: float = 0.0
    numbered: int = 0
    exact: int = 0
    same_eid: int = 0
    notes: int = 0
    notes_exact: int = 0
    notes_placed: int = 0
    unnumbered: int = 0
    unnumbered_exact: int = 0
    conserved: float = 1.0
    wrong: list[str] = field(default_factory=list)
    account: Account | None = None


def main() -> None:
    """Measure every file and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--worst", type=int, default=15)
    arguments = parser.parse_args()
    gazetteer = load_gazetteer()
    found = [measure(path, gazetteer) for path in sorted(arguments.corpus.rglob("*.xml"))]
    _print(found, arguments.worst)
    show((m.account for m in found if m.account is not None), arguments.worst)


def measure(path: Path, gazetteer: Gazetteer) -> Measured:
    """One file read, and compared with its own elements."""
    content = path.read_bytes()
    root = etree.fromstring(content, etree.XMLParser(recover=True, resolve_entities=False))
    language = LANGUAGES.get(next((e.get("language", "") for e in root.iter("{*}FRBRlanguage")), ""), "?")
    kind = next((e.get("name", "") for e in root.iter("{*}statement")), "?").replace(
        "presidentialStatement", "PRST"
    )
    found = Measured(path, f"{'GA' if 'A_RES' in path.name else 'SC'} {kind} {language}")
    started = time.perf_counter()
    try:
        document = read(content, None, Hint(path.name), gazetteer)
    except Refusal as refusal:
        found.refused = refusal.reason
        return found
    finally:
        found.milliseconds = (time.perf_counter() - started) * 1000
    _compare(document, root, language, found)
    found.account = account(document, root)
    return found


def _compare(document: Document, root: etree._Element, language: str, found: Measured) -> None:
    rows = Counter((p.label.rsplit(":", 1)[-1], _key(p.text)) for p in document.structure.paragraphs)
    last = Counter((_last(label), text) for (label, text), n in rows.items() for _ in range(n))
    texts = Counter(_key(p.text) for p in document.structure.paragraphs)
    texts.update(_key(section.heading) for section in document.structure.sections)
    eids = {p.eid for p in document.structure.paragraphs}
    for element in root.iter("{*}paragraph", "{*}point", "{*}item"):
        number, text = _number(element), _key(_own(element))
        if next(element.iterancestors("{*}quotedStructure"), None) is not None:
            number, text = "", f"{number} {text}"  # its letter is the other text's own
        if not text or _is_heading(element, number, text):
            continue
        if not number:
            found.unnumbered += 1
            typed = labels.read(text)
            is_exact = texts[text] > 0 or (typed is not None and texts[text[typed.size :].strip()] > 0)
            found.unnumbered_exact += is_exact
            if not is_exact:
                found.wrong.append(f"unnumbered {text[:50]!r}")
            continue
        found.numbered += 1
        label = _chain(element) or _label(number)
        is_exact = (
            (rows[(label, text)] if "(" in label else last[(label, text)]) == 1 if label else texts[text] >= 1
        )
        found.exact += is_exact
        found.same_eid += (element.get("eId") or "") in eids
        if not is_exact:
            found.wrong.append(f"{number} {text[:50]!r}")
    notes = Counter((f.marker, _key(f.text)) for f in document.structure.footnotes)
    found.notes_placed = sum(f.anchor_char is not None for f in document.structure.footnotes)
    for note in root.iter("{*}authorialNote"):
        found.notes += 1
        key = ((note.get("marker") or "*").strip(), _key("".join(map(str, note.itertext()))))
        found.notes_exact += notes[key] > 0
        if not notes[key]:
            found.wrong.append(f"note {key[0]} {key[1][:50]!r}")
    found.conserved = document.text_conserved
    if found.conserved < 0.995:
        found.wrong.append(f"text conserved {found.conserved:.4f}")
    found.wrong.extend(_identity(document, root, language))


def _identity(document: Document, root: etree._Element, language: str) -> Iterator[str]:
    cover = next((e for e in root.iter("{*}docNumber") if e.get("refersTo") == "#symbol"), None)
    printed = "".join(map(str, cover.itertext())).strip() if cover is not None else ""
    symbols = tuple(map(str, parse(printed.rstrip("*")))) if printed else ()
    if symbols != document.identity.symbols:
        yield f"symbol {document.identity.symbols} for {printed!r}"
    day = next((e.get("date") for e in root.iter("{*}FRBRdate") if e.get("name") == "adoption"), None)
    if day and day != UNSTATED and str(document.masthead.adoption_date) != day:
        yield f"adopted {document.masthead.adoption_date} for {day}"
    issued = next(
        (e.get("date") for e in root.iter("{*}docDate") if e.get("refersTo") == "#dateOfIssuance"), None
    )
    if str(document.masthead.distribution_date) != issued:
        yield f"issued {document.masthead.distribution_date} for {issued}"
    if document.identity.language != language:
        yield f"language {document.identity.language} for {language}"


def _own(element: etree._Element) -> str:
    """The text of an element itself: without its number, its notes and the points under it."""
    parts = [element.text or ""]
    for child in element:
        name = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if name == "list" or name == "blockList" or name == "sublist":
            parts.extend(
                _own(each) for each in child if etree.QName(each).localname in {"intro", "listIntroduction"}
            )
        elif name and name not in _SKIPPED:
            parts.append(_own(child))
        if name == "eol" or name == "p":
            parts.append(" ")
        parts.append(child.tail or "")
    return "".join(parts)


def _is_heading(element: etree._Element, number: str, text: str) -> bool:
    """Whether the word processor's style, or a capital for a number, says that it is a heading."""
    is_styled = (element.get("class") or "").startswith(("H", "TitleH", "BLUEH"))
    return (is_styled and not number[:1].isdigit()) or bool(re.match(r"[A-Z\u0410-\u042f]{1,5}\.\Z", number))


def _number(element: etree._Element) -> str:
    return next(("".join(map(str, e.itertext())).strip() for e in element if str(e.tag).endswith("}num")), "")


def _label(number: str) -> str:
    """The label as every language has it; empty for a bullet."""
    for following in ("x", "A", "\u0627"):
        if (label := labels.read(f"{number} {following}")) is not None:
            return label.printed.lower() if label.printed.isalpha() else label.printed
    return number.strip("(). -") if any(map(str.isalnum, number)) else ""


def _chain(element: etree._Element) -> str:
    """The whole label of a point in the lists of a numbered paragraph, `45(b)(i)`; empty where a part is missing."""
    holders: list[etree._Element] = []
    up = element.getparent()
    while up is not None:
        if etree.QName(up).localname == "sublist" and etree.QName(up.getparent()).localname in {
            "list",
            "sublist",
        }:
            up = next(
                up.itersiblings("{*}point", preceding=True), up
            )  # its holder stands before it, not around it
        if etree.QName(up).localname in {"point", "item", "paragraph"}:
            holders.append(up)
        up = up.getparent()
    names = [_label(_number(up)) for up in (element, *holders)]
    if not holders or not all(names) or not names[-1].isdigit():
        return ""
    return names[-1] + "".join(f"({name})" for name in reversed(names[:-1]))


def _last(label: str) -> str:
    """The innermost part of a label: `ii` of `79(d)(ii)`."""
    return label[:-1].rsplit("(", 1)[-1] if label.endswith(")") else label


def _key(text: str) -> str:
    return _GAPS.sub(" ", _CONTROL.sub("", text).replace("()", "")).strip()


def _print(found: list[Measured], worst: int) -> None:
    held = [m for m in found if not m.refused]
    print(
        f"{len(found)} files, {len(held)} read; refused {dict(Counter((m.refused, m.group) for m in found if m.refused))}"
    )
    groups = sorted({m.group for m in held})
    print(
        f"{'kind and language':26} files   numbered   exact  same eId   notes  exact  placed  unnumbered exact  conserved>=.995    ms"
    )
    for group in [*groups, ""]:
        some = [m for m in held if group in m.group]
        row = [sum(getattr(m, name) for m in some) for name in
               ("numbered", "exact", "same_eid", "notes", "notes_exact", "notes_placed", "unnumbered", "unnumbered_exact")]  # fmt: skip
        print(
            f"{group or 'all':26} {len(some):5} {row[0]:10} {_share(row[1], row[0])} {_share(row[2], row[0])} {row[3]:9} "
            f"{_share(row[4], row[3])} {_share(row[5], row[3])} {row[6]:8} {_share(row[7], row[6])} "
            f"{_share(sum(m.conserved >= 0.995 for m in some), len(some))} "
            f"{statistics.median(m.milliseconds for m in some):10.1f}"
        )
    for m in sorted((m for m in held if m.wrong), key=lambda m: -len(m.wrong))[:worst]:
        print(f"{m.path.name}: {len(m.wrong)}: {'; '.join(m.wrong[:4])}")
    print(
        f"{sum(bool(m.wrong) for m in held)} files with anything wrong; slowest {max(m.milliseconds for m in found):.0f} ms"
    )


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:7.2f}%" if whole else "       -"


if __name__ == "__main__":
    main()
