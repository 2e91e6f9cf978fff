"""One name -> the other spellings under which United Nations documents print it.

>>> sorted(spellings("Organization for Security and Co-operation in Europe", "org:osce"))[0]
'Organisation for Security and Co-operation in Europe'
"""

from __future__ import annotations

import re

_SWAPS = (
    ("Organization", "Organisation"), ("Cooperation", "Co-operation"), ("Centre", "Center"), ("Programme", "Program"),
    ("Peacekeeping", "Peace-keeping"), ("Peacebuilding", "Peace-building"), ("Counter-Terrorism", "Counter-terrorism"),
    ("Counter-Terrorism", "Counterterrorism"), ("Non-Proliferation", "Non-proliferation"), ("Labour", "Labor"),
    ("Defence", "Defense"), ("High-level", "High-Level"), ("High-level", "High Level"), (" and ", " & "), ("Inter-Agency", "Inter-agency"),
    ("-speaking", "-Speaking"), ("Saint ", "St. "), ("Pan-African", "Pan African"),
)  # fmt: skip
_STANDS_ALONE = re.compile(
    r"(?:[A-Z][\w-]+ )+(?:Office|Mission|Centre|Institute|Committee|Commission|Entity|Force|Group|Operation"
    r"|Administration|Authority|Unit|Team|Panel) (?:of|for|on|in|to|at|against) .+"
    r"|(?:Office|Department|Centre|Institute|Committee|Commission|Entity) (?:of|for|on|against) .+"
)


def spellings(name: str, identifier: str) -> frozenset[str]:
    """The other spellings of a folded `name`, without `name` itself.

    Args:
        name: an alias as a data file gives it.
        identifier: the id of what it names; the bodies of the United Nations gain and lose the words
            "United Nations" and "UN" in front.
    """
    found = {name}
    if identifier.startswith("org:un."):
        found |= _united_nations(name)
    for one, other in _SWAPS:
        found |= {each.replace(one, other) for each in found if one in each}
        found |= {each.replace(other, one) for each in found if other in each and other[0].isupper()}
    return frozenset(found - {name})


def _united_nations(name: str) -> set[str]:
    if name.startswith("United Nations "):
        rest = name[len("United Nations ") :]
        alone = {rest} if _STANDS_ALONE.fullmatch(rest) and rest.count(" ") > 1 else set()
        return {f"UN {rest}"} | alone
    if (
        name.isupper()
        or " " not in name
        or name.startswith(("UN ", "secretariat "))
        or "United Nations" in name
    ):
        return set()
    return {f"United Nations {name}", f"UN {name}"}
