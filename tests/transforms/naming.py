"""What is named in a text, as short lines that a test can compare."""

from __future__ import annotations

from functools import cache

from tests.bench_entities import load_gazetteer
from transforms import entities
from transforms.passages import Findings, Passage

gazetteer = cache(load_gazetteer)


def find(*texts: str) -> Findings:
    """What one document of these passages names."""
    return entities.find(
        [Passage(f"para_{number}", text) for number, text in enumerate(texts, start=1)], gazetteer()
    )


def told(kind: str, *texts: str, layer: str = "main") -> list[str]:
    """`words = ids` of each mention of one type and layer in the last of the passages."""
    text = texts[-1]
    return [
        f"{text[m.start : m.end]} = {' '.join(m.ids)}"
        for m in find(*texts).mentions
        if m.passage == len(texts) - 1 and (m.layer, m.type) == (layer, kind)
    ]
