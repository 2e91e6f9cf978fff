"""How much the memory of a collecting process grows: run apart, so that nothing else grows with it.

python -m tests.flows.peak HOME CALM_URL WILD_URL SYMBOL …
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from flows.collect import collect
from flows.home import Home
from flows.settings import Settings
from flows.sources.named import UnitedNations


def peak(home: Path, url: str, symbols: list[str]) -> int:
    """The most memory that this process ever had, in kilobytes, after a collection from there."""
    settings = Settings(
        home=home, log=None, un_url=url, rate=500, backoff=0.01, fetch_timeout=20, tries=2, workers=1
    )
    with Home.open(settings, create=True) as at, at.writing():
        collect(at, UnitedNations(), symbols, ("en",))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    folder, calm, wild, *wanted = sys.argv[1:]
    before = peak(Path(folder) / "calm", calm, wanted)
    after = peak(Path(folder) / "wild", wild, wanted)
    sys.stdout.write(f"{after - before}\n")
