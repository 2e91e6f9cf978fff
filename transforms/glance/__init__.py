"""A quick look at a file: what it is, which symbols it prints on itself, and in which language it is written.

So nobody takes one document for another. It says nothing where it is not sure.

>>> seen = glance(content, "E_2024_1.en.pdf")
>>> str(seen.symbols[0]), seen.language
('A/AC.292/2024/3', 'es')
>>> mismatch(seen, parse("E/2024/1"), "en").reason
'wrong-document'
"""

from transforms.glance.contradiction import Mismatch, mismatch
from transforms.glance.looking import glance
from transforms.glance.values import Glance
from transforms.glance.whole import is_whole

__all__ = ["Glance", "Mismatch", "glance", "is_whole", "mismatch"]
