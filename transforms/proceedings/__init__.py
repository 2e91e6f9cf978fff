"""How a text came to be: its steps from draft to adoption, its sponsors, and how it was voted on.

>>> [vote.yes_count for vote in proceed(stated, passages, (), gazetteer, own_symbol="S/RES/2691 (2023)").votes]
[15]
"""

from transforms.proceedings.making import OUTCOMES, POSITIONS, VOTED_ON, proceed
from transforms.proceedings.values import Ballot, Proceedings, Sponsor, Step, Vote

__all__ = ["OUTCOMES", "POSITIONS", "VOTED_ON", "Ballot", "Proceedings", "Sponsor", "Step", "Vote", "proceed"]
