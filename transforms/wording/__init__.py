"""The words by which the United Nations says the same thing in its six languages: organs, days, headings, verbs.

Names of things, and patterns that are made of them; nothing here reads a document. A document in Russian, Chinese or
Arabic may have an English masthead, so every pattern knows all the languages at once.

>>> ordinal("Soixante-dix-septième"), ordinal("七十七"), CANONICAL["Совет Безопасности"]
(77, 77, 'Security Council')
"""

from transforms.wording.days import DAY, day
from transforms.wording.ordinals import ordinal
from transforms.wording.organs import CANONICAL, HOUSE, ORGANS, canonical

__all__ = ["CANONICAL", "DAY", "HOUSE", "ORGANS", "canonical", "day", "ordinal"]
