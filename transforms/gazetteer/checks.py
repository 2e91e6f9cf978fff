"""What an alias may not be: a common word by itself, the same again, or a blocker that blocks nothing.

>>> is_common("PACE"), is_common("NATO")
(True, False)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from transforms.passages import Entity

_COMMON = frozenset(
    [
        "accord",
        "act",
        "action",
        "age",
        "agency",
        "agenda",
        "agreement",
        "aid",
        "aim",
        "alliance",
        "annex",
        "arc",
        "arm",
        "article",
        "assembly",
        "association",
        "authority",
        "bank",
        "base",
        "board",
        "body",
        "branch",
        "bureau",
        "camp",
        "care",
        "case",
        "cast",
        "cat",
        "cell",
        "centre",
        "chamber",
        "chair",
        "chapter",
        "charter",
        "cluster",
        "coalition",
        "code",
        "college",
        "commission",
        "commissioner",
        "committee",
        "communique",
        "community",
        "compact",
        "conference",
        "congress",
        "consensus",
        "convention",
        "core",
        "corporation",
        "council",
        "course",
        "court",
        "covenant",
        "craft",
        "dare",
        "declaration",
        "decision",
        "department",
        "desk",
        "directorate",
        "division",
        "east",
        "echo",
        "entity",
        "eve",
        "face",
        "fact",
        "fast",
        "federation",
        "focus",
        "force",
        "forum",
        "foundation",
        "framework",
        "fund",
        "gap",
        "goal",
        "government",
        "group",
        "guide",
        "guidelines",
        "heal",
        "help",
        "home",
        "hope",
        "impact",
        "initiative",
        "institute",
        "instrument",
        "just",
        "land",
        "lead",
        "league",
        "leap",
        "life",
        "link",
        "list",
        "map",
        "mark",
        "mass",
        "mechanism",
        "meeting",
        "member",
        "mind",
        "ministry",
        "mission",
        "model",
        "movement",
        "network",
        "north",
        "observatory",
        "office",
        "one",
        "operation",
        "organ",
        "organisation",
        "organization",
        "outcome",
        "pace",
        "pact",
        "panel",
        "parliament",
        "part",
        "partnership",
        "path",
        "plan",
        "platform",
        "police",
        "port",
        "president",
        "prime",
        "principles",
        "process",
        "programme",
        "project",
        "protocol",
        "race",
        "raise",
        "rapporteur",
        "reach",
        "region",
        "report",
        "resolution",
        "rise",
        "roadmap",
        "rules",
        "safe",
        "save",
        "school",
        "scope",
        "seal",
        "section",
        "seed",
        "service",
        "shape",
        "share",
        "smart",
        "society",
        "south",
        "spark",
        "special",
        "spot",
        "star",
        "start",
        "statute",
        "step",
        "stop",
        "strategy",
        "summit",
        "sun",
        "system",
        "target",
        "team",
        "tool",
        "track",
        "treaty",
        "tribunal",
        "trust",
        "union",
        "unit",
        "unity",
        "up",
        "us",
        "vision",
        "voice",
        "water",
        "wave",
        "west",
        "wish",
        "work",
    ]
)
"""Words of documents about bodies and texts, and words that acronyms spell, which headings print in capitals."""


def is_common(alias: str) -> bool:
    """Whether an alias is an ordinary word, in whatever letters: it needs a mark that says when it counts."""
    return alias.lower() in _COMMON


def idle_blockers(names: Mapping[str, str], entities: Mapping[str, Entity]) -> Iterator[tuple[str, str]]:
    """The aliases of blockers that have no shorter name inside them, with their ids.

    Args:
        names: what each alias stands for by itself.
        entities: what has an id; a blocker's type is `BLOCK`.
    """
    for alias, identifier in names.items():
        if entities[identifier].type == "BLOCK" and not any(part in names for part in _parts(alias)):
            yield alias, identifier


def _parts(alias: str) -> Iterator[str]:
    """Every shorter run of an alias's words."""
    starts = [found.start() for found in re.finditer(r"\b\w", alias)]
    ends = [found.end() for found in re.finditer(r"\w\b", alias)]
    return (
        alias[start:end]
        for start in starts
        for end in ends
        if start < end and (start, end) != (0, len(alias))
    )
