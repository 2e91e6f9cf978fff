"""The `unfold` command: thin over the plain functions, quick where nothing is built.

Heavy libraries are imported by the commands that need them: Prefect by `run`, `collect`, `build` and
`publish` with their default engine, Great Expectations only when something new is judged or published.

    $ unfold run
    $ unfold sql "SELECT document_id, title FROM documents"
"""

from __future__ import annotations

import os
import sys

from flows.cli import asking, fetching, making
from flows.cli.app import app
from flows.errors import ShellError
from flows.terminal import complain
from transforms.errors import UnfoldError

__all__ = ["app", "asking", "fetching", "main", "making"]


def main() -> None:
    """Run the command; what it says no to becomes a line on standard error and an exit code."""
    sys.exit(_code(sys.argv[1:]))


def _code(tokens: list[str]) -> int:
    try:
        return int(app.meta(tokens) or 0)
    except ShellError as error:
        complain(f"unfold: {error}")
        return error.exit_code
    except UnfoldError as error:
        complain(f"unfold: {error}")
        return 1
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 - what reads us has gone; end without a word
        return 0
    except KeyboardInterrupt:
        complain("unfold: interrupted; the next run goes on from here.")
        return 130
