r"""A paragraph's runs -> what is printed of it: stretches of text and the marks of its notes.

Inserted text stays; what was deleted, is hidden, is a field's code or is said twice goes.

>>> pieces(etree.fromstring(f'<w:p xmlns:w="{WORD}"><w:r><w:t>12.</w:t><w:tab/><w:t>Peace.</w:t></w:r></w:p>'), Looks(Styles(None))).text
'12.\tPeace.'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from transforms.formats.docx.looks import Looks
from transforms.formats.docx.names import ALTERNATE, CHART, CHOICE, DIAGRAM, ID, MATH, PPR, RPR, R, T, w

_THROUGH = frozenset(
    w(name)
    for name in ("hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo", "ruby", "rubyBase")
)  # fmt: skip
"""What holds runs. `del`, `moveFrom`, `rt` and all else is passed over."""
_DRAWN = frozenset(w(name) for name in ("drawing", "pict", "object"))
_BOXES = (w("txbxContent"), CHART, DIAGRAM)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TAB, _PTAB, _BR, _CR, _SYM = w("tab"), w("ptab"), w("br"), w("cr"), w("sym")
_FIELD, _PART = w("fldChar"), w("fldCharType")
_DENOMINATOR = MATH + "den"
_HYPHEN = w("noBreakHyphen")
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_RAISED = re.compile(r"\s*(\d{1,3}|[a-z]|\*{1,4})\s*\Z")
_UNIT = re.compile(r"(?:\A|[\s\d(/])[cdkm]?m\Z")
"""A square or cubic metre is no note: "5 km2"."""
_SYMBOLS = {"F0B7": "\u2022", "F0A7": "\u25aa", "F0A8": "\u25cf", "F0FC": "\u2713"}
_DEEPEST = 60


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a note is referred to: `kind` and `key` of a counted one, or `raised` and the mark that is printed."""

    kind: str
    key: str
    is_custom: bool = False


@dataclass(slots=True)
class Pieces:
    """A paragraph as printed: text and references in order, and the text boxes and charts that hang on it."""

    parts: list[str | Reference] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    is_code: bool = False
    """Whether what comes is a field's code, which a result replaces."""
    _fields: tuple[bool, ...] = ()

    def field(self, part: str) -> None:
        """A field begins with its code, goes on with its result, or ends; a result inside another's code is code."""
        if part == "begin":
            self._fields += (True,)
        elif self._fields:
            self._fields = self._fields[:-1] + ((False,) if part == "separate" else ())
        self.is_code = any(self._fields)

    @property
    def text(self) -> str:
        """The text alone."""
        return "".join(part for part in self.parts if isinstance(part, str))

    def add(self, text: str) -> None:
        """The text goes on."""
        if text:
            self.parts.append(text)

    def joined(self, before: str = "") -> list[str | Reference]:
        """The same with each stretch of text in one, and the marks between them: words are cut anywhere between runs."""
        found: list[str | Reference] = []
        texts = [before]
        for part in self.parts:
            if isinstance(part, str):
                texts.append(part)
            else:
                found += ["".join(texts), part]
                texts = []
        return [*found, "".join(texts)]

    def raise_(self, text: str) -> None:
        """Raised text: a note's mark where it looks like one."""
        match = _RAISED.match(text)
        before = self.parts[-1] if self.parts else ""
        if match is None or (isinstance(before, str) and match[1] in "23" and _UNIT.search(before[-6:])):
            self.add(text)
        elif (
            isinstance(before, Reference)
            and before.kind == "raised"
            and before.key.isdigit()
            and match[1].isdigit()
        ):
            self.parts[-1] = Reference("raised", before.key + match[1])  # two runs, one number
        else:
            self.parts.append(Reference("raised", match[1]))


def pieces(paragraph: etree._Element, looks: Looks) -> Pieces:
    """What a paragraph prints."""
    found = Pieces()
    _walk(paragraph, found, looks, _DEEPEST)
    return found


def _walk(element: etree._Element, found: Pieces, looks: Looks, left: int) -> None:
    for child in element:
        tag = child.tag
        if tag == R:
            _run(child, found, looks)
        elif tag == PPR or not left:
            continue
        elif tag in _THROUGH or (isinstance(tag, str) and tag.startswith(MATH)):
            found.add((child.text or "") if tag == MATH + "t" else "/" if tag == _DENOMINATOR else "")
            _walk(child, found, looks, left - 1)
        elif tag == ALTERNATE:
            for choice in child.iterfind(CHOICE):
                _walk(choice, found, looks, left - 1)
                break


def _run(run: etree._Element, found: Pieces, looks: Looks) -> None:
    is_hidden, is_raised = looks.run(run)
    if is_hidden:
        return
    for child in run:
        tag = child.tag
        if tag == RPR:
            continue
        if tag == _FIELD:
            found.field(child.get(_PART, ""))
        elif found.is_code:
            continue
        elif tag == T:
            text = child.text
            if text and is_raised:
                found.raise_(text)
            elif text:
                found.parts.append(text)
        elif tag in (_TAB, _PTAB):
            found.add("\t")
        else:
            _other(child, tag, found)


def _other(child: etree._Element, tag: object, found: Pieces) -> None:
    """What of a run is neither text nor a tab."""
    if tag == _HYPHEN:
        found.add("-")
    elif tag in (_BR, _CR):
        found.add("\n" if child.get(w("type"), "textWrapping") == "textWrapping" else " ")
    elif tag == _SYM:
        code = child.get(w("char"), "").upper()
        found.add(_SYMBOLS.get(code) or (chr(int(code, 16)) if re.fullmatch(r"[0-9A-F]{4}", code) else ""))
    elif tag in _NOTES:
        is_custom = is_custom_mark(child)
        found.parts.append(Reference(_NOTES[str(tag)], child.get(ID, ""), is_custom))
    elif tag in _DRAWN or tag == ALTERNATE:
        drawn = child if tag in _DRAWN else child.find(CHOICE)
        if drawn is not None:
            found.boxes.extend(_boxes(drawn))


def _boxes(drawn: etree._Element) -> Iterator[etree._Element]:
    """The outermost boxes of a drawing, and its charts; what it holds for old readers says them twice."""
    inside: set[etree._Element] = set()
    for found in drawn.iter(*_BOXES, _FALLBACK):
        if found not in inside:
            inside.update(found.iter(*_BOXES, _FALLBACK))
            if found.tag != _FALLBACK:
                yield found


def is_custom_mark(reference: etree._Element) -> bool:
    """Whether the mark of a note is typed behind its reference: a star in the place of a number."""
    return reference.get(w("customMarkFollows"), "0") not in {"0", "false", "off"}
