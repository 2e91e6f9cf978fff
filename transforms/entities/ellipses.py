"""Names that share one head noun: "Departments of Political Affairs, Peacekeeping Operations and Field Support"."""

from __future__ import annotations

import re
from operator import itemgetter

from transforms.entities.lexicon import Lexicon
from transforms.entities.seen import Seen
from transforms.passages import Mention

_NEXT = re.compile(r"(?:, and |, | and )(?:the )?")


def elliptical(index: int, seen: Seen, lexicon: Lexicon, names: list[Mention]) -> list[Mention]:
    """The names of a passage with those that share a plural head; the first span carries the head."""
    found: list[Mention] = []
    for key, start, end in seen.plurals:
        rests = lexicon.ellipses[lexicon.literals[key]]
        begin, at = start, end + 1
        while rest := next((each for each in rests if _stands(seen.text, each[0], at)), None):
            stop = at + len(rest[0])
            found.append(Mention(index, begin, stop, "ORG", (rest[1],), None, "main", "ellipsis", 0.95))
            joint = _NEXT.match(seen.text, stop)
            if joint is None:
                break
            begin = at = joint.end()
    kept = [name for name in names if not any(f.start < name.end and name.start < f.end for f in found)]
    return sorted(kept + found, key=itemgetter(1))


def _stands(text: str, words: str, at: int) -> bool:
    after = at + len(words)
    return text.startswith(words, at) and not text[after : after + 1].isalnum()
