"""XML with ends that no element began -> the same text, well-formed.

Some of the official statements of 2007 have a heading whose beginning was rewritten and whose ends were not:
`<paragraph>…</docTitle></p>` in S/PRST/2007/13. Only such ends are touched, and no character of the text.

>>> mend(b"<mainBody><paragraph>Lamps</docTitle></p></mainBody>")
b'<mainBody><paragraph>Lamps</paragraph></mainBody>'
"""

from __future__ import annotations

import re
from collections import Counter

MOST = 1 << 20
"""Bytes of a file that is mended; the longest of 747 real ones has 0.4 MB."""
_TAG = re.compile(
    rb"<!--.{0,500}?-->|<\?[^?]{0,500}\?>|"
    rb"<(?P<end>/?)(?P<name>[A-Za-z][\w:.-]*+)(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*+>",
    re.DOTALL,
)
"""A comment, an instruction or a tag; bounded, so that none is looked for through a whole file again and again."""
_OPEN = b"paragraph"


def mend(content: bytes) -> bytes | None:
    """The content with each end that began nowhere closing the paragraph that is open, or left out where none is.

    None where an end crosses elements that are open: then nobody can say what was meant. Nor is a file mended that
    is longer than any real one, or holds text that is no XML.
    """
    if len(content) > MOST or b"<![CDATA[" in content:
        return None
    kept: list[bytes] = []
    names: list[bytes] = []
    begun: Counter[bytes] = Counter()
    at = 0
    for match in _TAG.finditer(content):
        kept.append(content[at : match.start()])
        at = match.end()
        name = match["name"]
        if name is None or match[0].endswith(b"/>"):
            kept.append(match[0])
        elif not match["end"]:
            kept.append(match[0])
            names.append(name)
            begun[name] += 1
        elif begun[name] or (names and names[-1] == _OPEN):
            if begun[name] and names[-1] != name:
                return None
            kept.append(b"</" + names[-1] + b">")
            begun[names.pop()] -= 1
    kept.append(content[at:])
    return b"".join(kept)
