"""The stand-in as a command of its own, for those who have the sources.

python -m flows.fake_un --documents 50 --faults 0.1 --seed 0 --port 0 --languages en,fr --log asked.jsonl
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path

from flows.errors import ShellError
from flows.fake_un.serving import serve
from flows.terminal import complain


def main() -> int:
    """Read the command line and serve; the exit code."""
    parser = ArgumentParser(
        prog="python -m flows.fake_un", description="An invented United Nations on this machine."
    )
    parser.add_argument("--documents", type=int, default=50)
    parser.add_argument("--faults", type=float, default=0.0, help="share of attempts that meet one")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--languages", default="en", help="two-letter codes with commas between")
    parser.add_argument(
        "--log", type=Path, default=None, help="a file for every request, one line of JSON each"
    )
    given = parser.parse_args()
    try:
        serve(
            given.documents,
            given.faults,
            given.seed,
            given.port,
            tuple(given.languages.split(",")),
            given.log,
        )
    except ShellError as error:
        complain(str(error))
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
