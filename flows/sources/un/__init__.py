"""The United Nations on the net: its document system and its library, asked politely and believed carefully.

>>> for answered in system.answers(asks):
...     answered.ask.symbol, answered.state
('A/999/7', 'held')
"""

from flows.sources.un.politeness import Budget
from flows.sources.un.system import DocumentSystem
from flows.sources.un.values import Answered, Ask, Delivery

__all__ = ["Answered", "Ask", "Budget", "Delivery", "DocumentSystem"]
