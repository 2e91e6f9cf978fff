"""Units become drafts: each heading in its place, each paragraph with the label and eId it is quoted by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.blocks import Block, Layout, Span, aside
from transforms.paragraphs import labels
from transforms.paragraphs.drafts import Draft, Drafts
from transforms.paragraphs.joins import Unit
from transforms.paragraphs.outline import Outline
from transforms.paragraphs.roles import Role
from transforms.paragraphs.titles import is_annex
from transforms.wording.signs import COLONS
from transforms.wording.verbs import is_operative

_KINDS = {
    Role.PREAMBULAR: "preambular", Role.OPERATIVE: "operative", Role.LETTER: "letter", Role.SIGNATURE: "signature",
    Role.PROCEDURE: "procedure",
}  # fmt: skip


@dataclass(slots=True)
class _Item:
    """An open subparagraph and how its list counts."""

    reading: labels.Reading
    draft: Draft


class Composer:
    """Writes drafts, unit by unit, in the order of the document."""

    def __init__(self, layout: Layout, *, trusts_levels: bool) -> None:
        self.layout = layout
        self.trusts_levels = trusts_levels
        self.drafts = Drafts()
        self.outline = Outline()
        self.anchor: Draft | None = None
        self.items: list[_Item] = []
        self.last: Draft | None = None
        self.introduced: Draft | None = None
        self.last_text = ""
        self.is_sectioned = False
        self.speech = ""
        self.speaking: Draft | None = None
        self.counts: dict[str, int] = {}
        self.eids: dict[str, int] = {}

    def compose(self, units: Sequence[Unit], roles: Sequence[Role]) -> Drafts:
        """The drafts of all units, each with its role."""
        counted = (unit.chunk.label for unit in units if unit.number is not None)
        self.is_sectioned = len({label.prefix for label in counted if label is not None and label.prefix}) > 1
        for unit, role in zip(units, roles, strict=True):
            self._write(unit, role)
            self.last_text = unit.chunk.text
        return self.drafts

    def _write(self, unit: Unit, role: Role) -> None:
        match role:
            case Role.HEADING:
                self._heading(unit)
            case Role.PARAGRAPH | Role.OPERATIVE | Role.PROCEDURE if unit.number is not None:
                self._numbered(unit, role)
            case Role.ITEM:
                self._item(unit)
            case Role.BULLET:
                self._part(unit, "bullet", "b")
            case Role.QUOTE:
                self._part(unit, "quote", "q")
            case Role.SPEECH | Role.SAID:
                self._speech(unit, role)
            case (
                Role.CAPTION | Role.LETTER | Role.SIGNATURE | Role.PREAMBULAR | Role.TEXT
                | Role.PARAGRAPH | Role.OPERATIVE | Role.PROCEDURE
            ):  # fmt: skip
                self._unnumbered(unit, role)

    def _heading(self, unit: Unit) -> None:
        chunk = unit.chunk
        if unit.opens_annex or is_annex(chunk.text):
            spot = self.outline.start_annex(chunk.text)
        elif unit.part is not None:
            spot = self.outline.start_part(chunk.text, unit.part)
        else:
            style = chunk.first.style
            is_trusted = self.trusts_levels and chunk.is_styled_heading
            depth = unit.depth or (int(style.removeprefix("heading-")) if is_trusted else 0)
            spot = self.outline.add(chunk.text, chunk.label, depth)
        label = chunk.label.printed if chunk.label else ""
        draft = Draft(
            self._unique(spot.eid),
            label,
            "heading",
            None,
            None,
            spot.path[:-1],
            chunk.first.page,
            chunk.blocks,
        )
        draft.level = len(spot.path)
        self.drafts.headings.append(draft)
        self.anchor, self.items, self.last = None, [], None

    def _numbered(self, unit: Unit, role: Role) -> None:
        is_acting = role is Role.OPERATIVE and (unit.is_told or is_operative(unit.chunk.bare))
        label = unit.chunk.label
        shown = label.printed if label is not None and "." in label.printed else str(unit.number)
        name = self._prefixed(f"para_{shown}", shown)
        kind = "procedure" if role is Role.PROCEDURE else "operative" if is_acting else "paragraph"
        self.anchor = self._add(unit, name, kind, None)
        self.items = []

    def _speech(self, unit: Unit, role: Role) -> None:
        """A paragraph of a speech belongs to the one that names the speaker; numbered ones keep their number."""
        if role is Role.SPEECH:
            self.speech = f"speech_{self._count('speech')}"
            self.speaking = None
        count = self._count(self.speech)
        eid, label = f"{self.speech}__p_{count}", f"{self.speech.replace('_', '-')}:p{count}"
        if unit.number is not None:
            eid, label = f"para_{unit.number}", str(unit.number)
        self.anchor = self._add(unit, self._prefixed(eid, label), "speech", self.speaking)
        self.speaking = self.speaking or self.anchor
        self.items = []

    def _item(self, unit: Unit) -> None:
        label = unit.chunk.label
        assert label is not None
        readings = [item.reading for item in self.items]
        depth, reading = labels.choose(label, readings, opens=self.last_text.endswith(COLONS))
        if unit.depth:
            depth = min(unit.depth - 1, len(self.items))
        del self.items[depth:]
        parent = self.items[-1].draft if self.items else self.anchor
        printed = label.printed.lower() if label.printed.isalpha() else label.printed
        if parent is None:
            name = self._prefixed(f"point_{printed}", f"({printed})")
        else:
            name = (f"{parent.eid}__point_{printed}", f"{parent.label}({printed})")
        draft = self._add(unit, name, "subparagraph", parent)
        self.items.append(_Item(reading, draft))

    def _part(self, unit: Unit, kind: str, letter: str) -> None:
        """A bullet or a block quotation: it belongs to what introduced it."""
        parent = self._introducer(kind)
        if parent is None:
            self._unnumbered(unit, Role.TEXT)
            return
        count = self._count(f"{parent.eid}/{kind}")
        self._add(unit, (f"{parent.eid}__{kind}_{count}", f"{parent.label}[{letter}{count}]"), kind, parent)

    def _introducer(self, kind: str) -> Draft | None:
        last = self.last
        if last is not None and last.kind == kind and last.parent_eid is not None:
            return self.introduced
        if self.items and self.last_text.endswith(COLONS):
            return self.items[-1].draft
        return self.anchor

    def _unnumbered(self, unit: Unit, role: Role) -> None:
        prefix = self.outline.prefix
        if role is Role.CAPTION:
            count = self._count("caption")
            name = self._prefixed(f"caption_{count}", "caption" if count == 1 else f"caption-{count}")
            self._add(unit, name, "caption", None)
            return
        if role is Role.TEXT and self.outline.is_summary:
            count = self._count(f"{prefix}summary")
            name, kind = self._prefixed(f"summary__p_{count}", f"summary-{count}"), "summary"
        else:
            count = self._count(f"{prefix}p")
            eid = f"preamble__p_{count}" if role is Role.PREAMBULAR else f"p_{count}"
            name, kind = self._prefixed(eid, f"p{count}"), _KINDS.get(role, "paragraph")
        self.anchor = self._add(unit, name, kind, None)
        self.items = []

    def _add(self, unit: Unit, name: tuple[str, str], kind: str, parent: Draft | None) -> Draft:
        """A paragraph under its eId and label; a number or letter of its own leaves the text."""
        has_own_label = unit.number is not None or kind == "subparagraph"
        draft = Draft(
            eid=self._unique(name[0]),
            label=name[1],
            kind=kind,
            number=None if self.is_sectioned else unit.number,  # "2.1" after "1.2" is no number of its own
            parent_eid=parent.eid if parent else None,
            path=self.outline.path,
            page=unit.chunk.first.page,
            blocks=self._cut(unit) if has_own_label else unit.chunk.blocks,
        )
        self.drafts.paragraphs.append(draft)
        self.last, self.introduced = draft, parent
        return draft

    def _cut(self, unit: Unit) -> tuple[Block, ...]:
        """The lines without the label, which is set aside."""
        chunk = unit.chunk
        if chunk.label is None or not chunk.label.size:
            return chunk.blocks
        size = sum(not c.isspace() for c in chunk.text[: chunk.label.size])
        spans, first = cut_visible(chunk.first, size)
        for span in spans:
            self.drafts.set_aside.extend(aside(self.layout.source, span, "label", chunk.first.page))
        return (first, *chunk.blocks[1:])

    def _prefixed(self, eid: str, label: str) -> tuple[str, str]:
        prefix = self.outline.prefix
        if not prefix:
            return eid, label
        shown = ":".join(_shown(part) for part in prefix.split("__"))
        return f"{prefix}__{eid}", f"{shown}:{label}"

    def _count(self, key: str) -> int:
        self.counts[key] = self.counts.get(key, 0) + 1
        return self.counts[key]

    def _unique(self, eid: str) -> str:
        self.eids[eid] = self.eids.get(eid, 0) + 1
        return eid if self.eids[eid] == 1 else self._unique(f"{eid}__{self.eids[eid]}")


def _shown(prefix: str) -> str:
    """A prefix of eIds as labels have it: `annex-1`, and for a part its letter alone."""
    kind, _, name = prefix.partition("_")
    return name.upper() if kind == "part" else f"{kind}-{name}"


def cut_visible(block: Block, size: int) -> tuple[tuple[Span, ...], Block]:
    """The spans of the first `size` visible characters, and the block without them."""
    at = 0
    while size > 0 and at < len(block.text):
        size -= not block.text[at].isspace()
        at += 1
    return block.cut(at)
