"""Print how fast the whole line is, in documents a second.

    python -m tests.bench [--corpus FOLDER] [--copies 8]

A second run over the same documents is timed against the first, in one run, because the machines differ and are noisy.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from pathlib import Path
from time import perf_counter

from flows import pipeline
from flows.home import Home
from flows.pipeline import Order
from flows.settings import Settings
from flows.sources import Source
from flows.sources.folder import Folder
from flows.sources.sample import Sample

_NUMBER = re.compile(r"\d+(?=-|$)")
SEEDS = Path(__file__).parents[2] / "shared" / "corpus" / "seeds"


def main() -> None:
    """Print documents a second of a first and of a second run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=SEEDS, help="a folder of documents")
    parser.add_argument(
        "--copies", type=int, default=8, help="how often each document is run, under other symbols"
    )
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        settings = Settings(home=root / "home")
        source: Source = Sample()
        if asked.corpus.is_dir():
            source = Folder(repeat(asked.corpus, root / "many", asked.copies), settings.max_bytes)
        print("\nWhole line, without Prefect (collect, read, judge, publish)")
        first, second = timed(settings, source), timed(settings, source)
        print(f"  second run takes {second / first:.3f} of the first")


def repeat(corpus: Path, into: Path, copies: int) -> Path:
    """A folder with every document of `corpus` several times, each copy under a symbol of its own.

    The number in each symbol gets one digit more, in the file's name and wherever the text prints that symbol.
    """
    into.mkdir()
    for path in sorted(corpus.iterdir()):
        text, printed = path.read_text("utf-8"), path.stem.replace("_", "/")
        for copy in range(copies):
            renamed = _NUMBER.sub(rf"\g<0>{copy}", path.stem)
            name = renamed if renamed != path.stem else f"{copy}_{path.stem}"
            copied = text.replace(printed, renamed.replace("_", "/"))
            (into / f"{name}{path.suffix}").write_text(copied, "utf-8")
    return into


def timed(settings: Settings, source: Source) -> float:
    """Seconds of one run, printed with what it did."""
    started = perf_counter()
    with Home.open(settings, create=True) as home, home.writing():
        done = pipeline.run(home, settings, Order(source))
    seconds = perf_counter() - started
    built, published = done.built, done.published
    assert built is not None
    assert published is not None
    print(
        f"  {seconds:6.2f} s: {built.read} documents read, {built.accepted} accepted, {len(built.refused)} refused, "
        f"{published.documents} published, {built.read / seconds:.1f} documents/s"
    )
    return seconds


if __name__ == "__main__":
    main()
