r"""A line of the file of Sustainable Development Goals -> the goal and its targets, each with its address.

The goals are worded as in General Assembly resolution 70/1, which numbers their targets `16.1` and, for the means of
implementation, `16.a`. A target has no wording here.

>>> [each.id for each in goal(line)][:2]  # a line with the targets `1-10 a-b`
['sdg:16', 'sdg:16.1']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.gazetteer.lines import Line
from transforms.passages import Entity

ALL = "sdg:all"
"""The id of the Goals as a whole."""
_TARGETS = re.compile(r"1-(\d+)(?: a-([a-z]))?")
_ADDRESS = "http://metadata.un.org/sdg/"


def goal(line: Line) -> Iterator[Entity]:
    """The goal that a line describes, then its targets.

    Raises:
        GazetteerError: the targets are not written as `1-10` or `1-10 a-b`.
    """
    number, read = line["id"].removeprefix("sdg:"), _TARGETS.fullmatch(line["targets"])
    if read is None:
        raise line.error(f"the targets {line['targets']!r} are not written as '1-10' or '1-10 a-b'")
    yield Entity(line["id"], "SDG", line["name"], parent_id=ALL, authority_uri=_ADDRESS + number)
    letters = range(ord("a"), ord(read[2]) + 1) if read[2] else ()
    for mark in (*map(str, range(1, int(read[1]) + 1)), *map(chr, letters)):
        target = f"{number}.{mark}"
        yield Entity(
            f"sdg:{target}", "SDG", f"Target {target} of the Sustainable Development Goals",
            parent_id=line["id"], authority_uri=_ADDRESS + target,
        )  # fmt: skip
