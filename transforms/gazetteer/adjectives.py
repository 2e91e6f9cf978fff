"""The adjective of a state in French -> the words that say its government, authorities, territory and coast.

French says "le Gouvernement libyen" where other languages say "the Government of Libya".

>>> [each for each in phrases("libyen") if each.startswith(("t", "c"))]
['territoire libyen', 'côtes libyennes']
"""

from __future__ import annotations

MARK = "~"
"""What stands before an adjective in the file of names."""
_MASCULINE = (
    "Gouvernement ", "gouvernement ", "Gouvernement fédéral ", "Gouvernement de transition ", "territoire ",
)  # fmt: skip
_FEMININE = ("autorités ", "autorités de transition ", "autorités nationales ", "côtes ")
HEADS = (*_MASCULINE, *_FEMININE)
"""The nouns, with the space behind them."""


def phrases(adjective: str) -> tuple[str, ...]:
    """Each noun with the adjective, given in the masculine singular, in its gender and number."""
    feminine = f"{_feminine(adjective)}s"
    return (*(head + adjective for head in _MASCULINE), *(head + feminine for head in _FEMININE))


def _feminine(adjective: str) -> str:
    match adjective[-2:]:
        case "en":
            return f"{adjective}ne"
        case "rc":
            return f"{adjective[:-1]}que"
        case "ec":
            return f"{adjective}que"
        case _:
            return adjective if adjective[-1] in "eè" else f"{adjective}e"
