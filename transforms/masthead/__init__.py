r"""The masthead: symbols, dates, organ, session, agenda items, title, job number.

>>> from transforms.formats import lay_out
>>> head, body = take(lay_out(b"A/999/1\n\nDistr.: General\n\nGeneral Assembly\n\n1. Text.", None, "a.txt"))
>>> str(head.symbols[0]), body.blocks[0].text
('A/999/1', '1. Text.')
"""

from transforms.masthead.reading import take
from transforms.masthead.values import Body, Masthead

__all__ = ["Body", "Masthead", "take"]
