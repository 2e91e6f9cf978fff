"""A stand-in for the United Nations' document system and Digital Library: a real server with invented documents.

>>> with FakeUN(World.invented(40), Faults(share=0.1)) as un:
...     un.url
'http://127.0.0.1:40001'
"""

from flows.fake_un.documents import Condition, Document, Record, Shape
from flows.fake_un.faults import ALL, Fault, Faults
from flows.fake_un.journal import Asked
from flows.fake_un.papers import Paper
from flows.fake_un.server import FakeUN
from flows.fake_un.serving import serve
from flows.fake_un.world import CatalogueTruth, Truth, World

__all__ = [
    "ALL",
    "Asked",
    "CatalogueTruth",
    "Condition",
    "Document",
    "FakeUN",
    "Fault",
    "Faults",
    "Paper",
    "Record",
    "Shape",
    "Truth",
    "World",
    "serve",
]
