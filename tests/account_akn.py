"""What an AKN file holds against the rows it became: each element counted, and what has no row listed with its reason.

`compare` sets the United Nations' own links beside our citations: where both speak of the same words they should
name the same document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree

from transforms.corpus import key
from transforms.document import Document

SAME, PART, OTHER, NONE = "same", "part", "another", "none"
_PART = re.compile(r"(?<=\d)[a-z](?:-[a-z])?(?=\(|\Z)|\(supp\)\Z")
"""A part letter, or the mark of a supplement: one names a part of what the other names."""


@dataclass(slots=True)
class Account:
    """One file: elements and rows by kind, what has no row, and how links and citations agree."""

    language: str
    elements: Counter[str] = field(default_factory=Counter)
    rows: Counter[str] = field(default_factory=Counter)
    unaccounted: list[str] = field(default_factory=list)
    links: Counter[str] = field(default_factory=Counter)
    citations: Counter[str] = field(default_factory=Counter)
    apart: list[str] = field(default_factory=list)
    breaks: list[str] = field(default_factory=list)


def account(document: Document, root: etree._Element) -> Account:
    """Every paragraph, note, link, keyword, step and voter of a file, and the row of each."""
    held = Account(document.identity.language)
    _paragraphs(document, root, held)
    _notes(document, root, held)
    _links(document, root, held)
    for name, of_file, made in (
        ("keywords", _stated_keywords(root), len(document.subjects)),
        ("steps", sum(any(_filled(s, "date", "as", "by", "refersTo")) for s in root.iter("{*}step")), len(document.proceedings.steps)),
        ("voters", sum(1 for _ in root.iter("{*}organization")), sum(len(v.ballots) for v in document.proceedings.votes)),
    ):  # fmt: skip
        held.elements[name] += of_file
        held.rows[name] += made
    held.elements["rows"] += len(document.structure.paragraphs)
    held.rows["rows"] += sum(p.source_eid is not None for p in document.structure.paragraphs)
    held.breaks.extend(_breaks(document))
    compare(document, held)
    return held


def _breaks(document: Document) -> Iterator[str]:
    """Numbers of the main text that do not follow on the one before them."""
    numbered = [
        p for p in document.structure.paragraphs if p.number is not None and p.eid.startswith("para_")
    ]
    for before, after in pairwise(numbered):
        if after.number not in {1, (before.number or 0) + 1}:
            yield f"{document.id}: {after.number} after {before.number}"


def _paragraphs(document: Document, root: etree._Element, held: Account) -> None:
    body = document.structure
    rows = Counter(p.source_eid for p in body.paragraphs)
    headings = Counter(_fold(s.heading) for s in body.sections)
    for element in root.iter("{*}paragraph"):
        text = _fold(_text(element))
        if not text:
            held.elements["empty paragraphs"] += 1
            continue
        held.elements["paragraphs"] += 1
        following = element.getnext()
        is_alone = (
            text.strip(".-\u2013").isdigit() and following is not None and rows[following.get("eId")] > 0
        )
        if rows[element.get("eId")] or headings[text] or is_alone:  # a number alone is the next paragraph's
            held.rows["paragraphs"] += 1
        else:
            held.unaccounted.append(f"paragraph {element.get('eId')}: no row for {text[:60]!r}")


def _notes(document: Document, root: etree._Element, held: Account) -> None:
    rows = Counter(_fold(note.text) for note in document.structure.footnotes)
    for element in root.iter("{*}authorialNote"):
        held.elements["notes"] += 1
        text = _fold(_text(element, notes=True)).removeprefix("()").strip()
        if rows[text]:
            held.rows["notes"] += 1
        else:
            held.unaccounted.append(f"note {element.get('marker')}: no row for {text[:60]!r}")


def _links(document: Document, root: etree._Element, held: Account) -> None:
    rows = Counter((link.href, _fold(link.surface)) for link in document.links)
    for href, text, count in _linked(root):
        held.elements["links"] += count
        if not text:
            held.elements["links without words"] += count
        elif rows[href, text] > 0:
            rows[href, text] -= 1
            held.rows["links"] += count
        else:
            held.unaccounted.append(f"link {href}: no row for {text[:60]!r}")


def _linked(root: etree._Element) -> Iterator[tuple[str, str, int]]:
    """Address, words and number of the elements of each link: those that follow on one another are pieces of one."""
    pieces: list[etree._Element] = []
    for element in root.iter("{*}a"):
        if pieces and not (
            pieces[-1].getnext() is element and not (pieces[-1].tail or "") and pieces[-1].get("href") == element.get("href")
        ):  # fmt: skip
            yield _link(pieces)
            pieces = []
        pieces.append(element)
    if pieces:
        yield _link(pieces)


def _link(pieces: list[etree._Element]) -> tuple[str, str, int]:
    return (pieces[0].get("href") or "").strip(), _fold("".join(map(_text, pieces))), len(pieces)


def _stated_keywords(root: etree._Element) -> int:
    """Keywords that are ours to pass on, each once; labels without an address are counted by `unlabelled`."""
    return len({tuple(sorted(each.attrib.items())) for each in root.iter("{*}keyword")})


def _filled(element: etree._Element, *names: str) -> Iterator[bool]:
    return (bool(element.get(name)) and element.get(name) != "0001-01-01" for name in names)


def compare(document: Document, held: Account) -> None:
    """How each link with a symbol, and each citation that touches a link, agree with one another."""
    index = {passage.eid: n for n, passage in enumerate(document.passages)}
    links = [
        (index[str(link.eid)], link) for link in document.links if link.eid in index and link.linked_symbol
    ]
    for n, link in links:
        cited = [
            c.cited_symbol for c in document.findings.citations
            if c.passage == n and c.start < (link.end or 0) and (link.start or 0) < c.end
        ]  # fmt: skip
        verdict = _agreement(str(link.linked_symbol), cited)
        held.links[verdict] += 1
        if verdict in {OTHER, NONE}:
            text = document.passages[n].text
            around = text[max(0, (link.start or 0) - 30) : (link.end or 0) + 20]
            held.apart.append(f"{verdict}: {link.linked_symbol} is {' '.join(cited) or '-'} in {around!r}")
    for citation in document.findings.citations:
        linked = [
            str(link.linked_symbol) for n, link in links
            if n == citation.passage and citation.start < (link.end or 0) and (link.start or 0) < citation.end
        ]  # fmt: skip
        held.citations[_agreement(citation.cited_symbol, linked)] += 1


def part_key(symbol: str) -> str:
    """The key that a symbol shares with those that name a part of the same document."""
    return _PART.sub("", key(symbol))


def _agreement(symbol: str, others: Iterable[str]) -> str:
    held = [key(other) for other in others]
    if key(symbol) in held:
        return SAME
    if part_key(symbol) in {_PART.sub("", other) for other in held}:
        return PART
    return OTHER if held else NONE


def show(accounts: Iterable[Account], worst: int = 25) -> None:
    """Print the accounts by language, what has no row, and how our citations agree with the United Nations' links."""
    held = list(accounts)
    kinds = ("paragraphs", "notes", "links", "keywords", "steps", "voters")
    print("\nelements of the files / rows" + "".join(f"{kind:>20}" for kind in kinds))
    for language in [*sorted({a.language for a in held}), ""]:
        some = [a for a in held if language in a.language]
        sums = [(sum(a.elements[k] for a in some), sum(a.rows[k] for a in some)) for k in kinds]
        print(f"{language or 'all':28}" + "".join(f"{f'{a} / {b}':>20}" for a, b in sums))
    print(
        f"of these links {sum(a.elements['links without words'] for a in held)} have no words; "
        f"{sum(a.elements['empty paragraphs'] for a in held)} paragraphs are empty; keywords that share an address are one "
        "row, and labels of the Thesaurus without an address are not ours to pass on"
    )
    lost = [line for a in held for line in a.unaccounted]
    print(f"{len(lost)} elements without a row" + "".join(f"\n  {line}" for line in lost[:worst]))
    named, whole = (
        sum(counts["rows"] for counts in each)
        for each in ((a.rows for a in held), (a.elements for a in held))
    )
    print(f"{named} of {whole} rows of `paragraphs` name their element in the file")
    print("breaks in the official numbering:" + "".join(f"\n  {line}" for a in held for line in a.breaks))
    print(
        "\nour citations against the United Nations' own links: links with a symbol, same, part, another, none | citations on links, same or part"
    )
    for language in [*sorted({a.language for a in held}), ""]:
        some = [a for a in held if language in a.language]
        links, ours = (sum((getattr(a, n) for a in some), Counter[str]()) for n in ("links", "citations"))
        total, touching = links.total(), ours[SAME] + ours[PART] + ours[OTHER]
        print(
            f"{language or 'all':6}{total:8} {_share(links[SAME], total)} {_share(links[PART], total)} {_share(links[OTHER], total)} {_share(links[NONE], total)}"
            f" | {touching:8} {_share(ours[SAME] + ours[PART], touching)}; {ours[NONE]} citations stand on no link"
        )
    apart = Counter(line for a in held for line in a.apart)
    print("\n".join(f"  {count:3} {line}" for line, count in apart.most_common(worst)))


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:7.2f}%" if whole else "       -"


def _text(element: etree._Element, *, notes: bool = False) -> str:
    """All text of an element; without its notes, unless it is one."""
    parts = [element.text or ""]
    for child in element:
        name = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if name and (notes or name != "authorialNote"):
            parts.append(_text(child, notes=notes))
        parts.append(" " if name in {"p", "eol", "num", "point", "td"} else "")
        parts.append(child.tail or "")
    return "".join(parts)


def _fold(text: str) -> str:
    """Text without white space and marks that no one sees."""
    return "".join(c for c in text if c.isprintable() and not c.isspace()).replace("()", "")
