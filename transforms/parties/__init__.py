"""Who acts in a sentence: the parties, their lists, and what governs them.

>>> [[p.id for p in g.parties] for g in groups(text, parties(text, mentions, known))]  # "UNDP, OCHA and the AU met the EU."
[['org:un.undp', 'org:un.ocha', 'org:au'], ['org:eu']]
"""

from transforms.parties.listing import Group, Lead, groups, lead
from transforms.parties.naming import Party, beside, is_of_system, parties

__all__ = ["Group", "Lead", "Party", "beside", "groups", "is_of_system", "lead", "parties"]
