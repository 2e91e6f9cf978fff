"""Symbol: the identifier printed on a United Nations document, parsed, repaired, taken apart and compared.

>>> first, second = parse("A/61/204-S/2006/590")
>>> first.session, second.session_kind, second.number
('61', 'year', '590')
>>> str(parse("s/res/1631(2005)")[0])
'S/RES/1631 (2005)'
"""

from transforms.symbols.filenames import from_file_name, to_file_name
from transforms.symbols.grammar import join, parse, readable
from transforms.symbols.likeness import may_be_one
from transforms.symbols.repair import Mended, mend, repair
from transforms.symbols.series import Series, frontier
from transforms.symbols.symbol import SessionKind, Symbol

__all__ = [
    "Mended",
    "Series",
    "SessionKind",
    "Symbol",
    "from_file_name",
    "frontier",
    "join",
    "may_be_one",
    "mend",
    "parse",
    "readable",
    "repair",
    "to_file_name",
]
