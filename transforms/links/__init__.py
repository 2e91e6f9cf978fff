"""Links: where a file's own links stand in its rows, and which document each leads to.

>>> placed(layout, structure)[0].linked_symbol
'S/RES/2643 (2022)'
"""

from transforms.links.addresses import symbol_at
from transforms.links.placing import Link, placed

__all__ = ["Link", "placed", "symbol_at"]
