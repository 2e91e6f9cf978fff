"""Lines of the data files -> entities and their aliases, checked against each other."""

from __future__ import annotations

import re

from transforms.gazetteer.aliases import Aliases
from transforms.gazetteer.goals import goal
from transforms.gazetteer.lines import Line
from transforms.passages import Entity
from transforms.schema import ORGANISATION_KINDS

_ID = re.compile(r"(?:org|agr|prog|event|post|block|region|place|sdg|m49|geo):[A-Za-z0-9][A-Za-z0-9./-]*")
_YEAR = re.compile(r"1[89]\d\d|20\d\d")
_TREATY_NUMBER = re.compile(r"[1-9]\d*")
_STATUSES = frozenset({"member", "observer", "territory", "former", "other"})


class Shelf:
    """Where lines are put while they are read."""

    def __init__(self) -> None:
        self.entities: dict[str, Entity] = {}
        self.aliases = Aliases()
        self._lines: dict[str, Line] = {}

    def take(self, line: Line) -> None:
        """Put the entity that a line describes.

        Raises:
            GazetteerError: the line is unsound by itself, or says again what another says.
        """
        match line.file:
            case "countries.tsv":
                self._add(line, _country(line), line["name"], line["formal"], line["aliases"])
            case "regions.tsv":
                code = line["id"][4:] if line["id"].startswith("m49:") else None
                self._add(
                    line, Entity(line["id"], "REGION", line["name"], m49=code), line["name"], line["aliases"]
                )
            case "places.tsv":
                self._add(line, Entity(line["id"], "PLACE", line["name"]), line["name"], line["aliases"])
            case "names.tsv":
                self._add(line, Entity(line["id"], line["type"], line["name"]), line["name"], line["aliases"])
            case "goals.tsv":
                for entity in goal(line):
                    self._add(line, entity)
            case "agreements.tsv":
                self._add(line, _agreement(line), line["name"], line["aliases"])
            case _:
                body = _organisation(line)
                self._add(line, body, self._printed(body), line["acronym"], line["aliases"])

    def check(self) -> None:
        """Refuse what only all lines together show to be unsound.

        Raises:
            GazetteerError: a parent or a successor is unknown, or a successor comes too late or leads back.
        """
        for child, entity in self.entities.items():
            if entity.parent_id is not None and entity.parent_id not in self.entities:
                raise self._lines[child].error(
                    f"{child} has the parent {entity.parent_id}, which no line describes"
                )
            if entity.successor_id is not None:
                self._check_succession(entity, entity.successor_id)

    def _check_succession(self, entity: Entity, after: str) -> None:
        line, successor = self._lines[entity.id], self.entities.get(after)
        if successor is None:
            raise line.error(f"{entity.id} has the successor {after}, which no line describes")
        if entity.until is None:
            raise line.error(f"{entity.id} has a successor, and no year until which it existed")
        if successor.since is not None and successor.since > entity.until + 1:
            raise line.error(
                f"{entity.id} existed until {entity.until}, {after} since {successor.since} only"
            )
        seen = {entity.id}
        while successor is not None:
            if successor.id in seen:
                raise line.error(f"the successors of {entity.id} lead back to {successor.id}")
            seen.add(successor.id)
            successor = self.entities.get(successor.successor_id or "")

    def _printed(self, body: Entity) -> str:
        """The name as an alias; where it ends in the parent's, parent and organ are two mentions (guideline, rule 3)."""
        parent = self.entities.get(body.parent_id or "")
        organ = body.name.removesuffix(f" of the {parent.name}") if parent else body.name
        return body.name if organ == body.name else f"={organ}"

    def _add(self, line: Line, entity: Entity, *named: str) -> None:
        if not _ID.fullmatch(entity.id):
            raise line.error(f"{entity.id!r} is not an id such as org:un.sc or geo:SDN")
        if entity.id in self.entities:
            raise line.error(
                f"{entity.id} stands on line {self._lines[entity.id].number} of {self._lines[entity.id].file}"
            )
        if not entity.name:
            raise line.error(f"{entity.id} has no name")
        self.entities[entity.id] = entity
        self._lines[entity.id] = line
        self.aliases.take(
            line, entity, (part.strip() for cell in named for part in cell.split(";") if part.strip())
        )


def _country(line: Line) -> Entity:
    m49, status = line["m49"] or None, line["status"]
    if status not in _STATUSES:
        raise line.error(f"the status {status!r} is none of {', '.join(sorted(_STATUSES))}")
    uri = f"http://metadata.un.org/UNMS/{m49}" if m49 and status in ("member", "observer") else None
    return Entity(
        f"geo:{line['iso3']}", "COUNTRY", line["name"],
        iso3=line["iso3"], m49=m49, authority_uri=uri, status=status,
    )  # fmt: skip


def _organisation(line: Line) -> Entity:
    kind, parent = line["kind"], line["id"].rpartition(".")[0] or None
    if kind not in ORGANISATION_KINDS:
        raise line.error(f"the kind {kind!r} is none of {', '.join(ORGANISATION_KINDS)}")
    since, until = _years(line)
    return Entity(
        line["id"], "ORG", line["name"], line["acronym"].lstrip("~") or None, parent, kind=kind,
        status=None if until is None else "former",
        since=since, until=until, successor_id=line["successor"] or None,
    )  # fmt: skip


def _agreement(line: Line) -> Entity:
    number = line["treaty_number"] or None
    if number and not _TREATY_NUMBER.fullmatch(number):
        raise line.error(f"{number!r} is no registration number such as 14668")
    since, until = _years(line)
    return Entity(
        line["id"], "AGREEMENT", line["name"],
        since=since, until=until, successor_id=line["successor"] or None, treaty_number=number,
    )  # fmt: skip


def _years(line: Line) -> tuple[int | None, int | None]:
    """The first and the last year of what a line describes, where it says them."""
    since, until = _year(line, "since"), _year(line, "until")
    if since and until and until < since:
        raise line.error(f"{line['id']} existed since {since}, and until {until}")
    return since, until


def _year(line: Line, column: str) -> int | None:
    if line[column] and not _YEAR.fullmatch(line[column]):
        raise line.error(f"{column} is {line[column]!r}, which is no year of four digits")
    return int(line[column]) if line[column] else None
