r"""The signatures of a letter: who signed it, and as what.

>>> split("(Signed) Ana Lamp\nAmbassador\nPermanent Representative")
('Ana Lamp', 'Ambassador, Permanent Representative')
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from transforms.paragraphs import Paragraph, Structure
from transforms.paragraphs.titles import POST, SIGNED

_MARK = re.compile(
    r"\s*[(\uff08]?(?:Signed|Firmado|Sign\u00e9|\u041f\u043e\u0434\u043f\u0438\u0441\u044c|\u7b7e\u540d|\u062a\u0648\u0642\u064a\u0639)[)\uff09]?\s*"
)
_LINES = re.compile(r"\s*(?:\n|\Z)\s*")


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature as printed: `eid` is its paragraph; the lines of the post are joined by commas."""

    eid: str
    signatory: str
    post: str | None


def find(structure: Structure, source: str) -> tuple[Signature, ...]:
    """The signatures of a document in order; `source` shows which words stand on one line."""
    return tuple(_found(structure, source))


def split(text: str) -> tuple[str, str | None]:
    """A signature's lines become the name and the post; on one line the post begins at the first word for one."""
    lines = [
        " ".join(line.split()).strip(" ,")
        for line in _LINES.split(_MARK.sub("", text, count=1))
        if line.strip(" ,")
    ]
    if not lines:
        return "", None
    name, posts = lines[0], lines[1:]
    match = POST.search(name)
    if match is not None and match.start() and not posts:
        name, posts = name[: match.start()].strip(" ,"), [name[match.start() :]]
    return name, ", ".join(posts) or None


def _found(structure: Structure, source: str) -> Iterator[Signature]:
    """Each signed paragraph, with the lines of post that stand in paragraphs of their own after it."""
    group: list[Paragraph] = []
    for paragraph in (*structure.paragraphs, None):
        is_more = paragraph is not None and paragraph.kind == "signature" and not SIGNED.match(paragraph.text)
        if group and not is_more:
            name, post = split("\n".join(_printed(one, source) for one in group))
            if name not in group[0].text:
                name, post = split(group[0].text)
            if name:
                yield Signature(group[0].eid, name, post)
            group = []
        if paragraph is not None and paragraph.kind == "signature" and (group or not is_more):
            group.append(paragraph)


def _printed(paragraph: Paragraph, source: str) -> str:
    """The text of a paragraph with the line breaks of the source; the clean text where it shows none."""
    lines = [source[start:end] for start, end in paragraph.spans]
    whole = "\n".join(line for line in lines if line.strip()) if paragraph.spans else paragraph.text
    return whole if "".join(whole.split()) == "".join(paragraph.text.split()) else paragraph.text
