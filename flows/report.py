r"""Report: what a run came to, in words for a person: lines for a terminal, Markdown for Prefect's artifact.

>>> print("\n".join(lines(run, Path("data"))))
collected  11 offered, 11 new or changed, 0 not taken
read       11 documents in 2.1 s of work: 8 accepted, 3 refused
...
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from flows.collected import Collected
from flows.pipeline import Run

_QUESTION = "SELECT document_id, title, paragraph_count FROM documents"
_ESCAPED = {ord(c): f"\\{c}" for c in "|`[]*_!"}
_SHOWN = 200
"""Refusals listed in a report; the rest are counted, and all of them are in the table `verdicts`."""


def lines(run: Run, home: Path) -> Iterator[str]:
    """A run as lines of plain text; names and messages come from outside and are not made safe here."""
    if run.collected is not None:
        yield _collected(run.collected)
    if run.built is not None:
        yield (
            f"read       {run.built.read} documents in {run.built.seconds:.1f} s of work: "
            f"{run.built.accepted} accepted, {len(run.built.refused)} refused"
        )
    reasons = list(troubles(run))
    for name, reason, message in reasons[:_SHOWN]:
        yield f"  {reason}  {name}: {message}"
    if len(reasons) > _SHOWN:
        yield f'  … and {len(reasons) - _SHOWN} more: unfold sql "FROM verdicts WHERE NOT is_passed"'
    if run.published is not None:
        yield from _release(run, home)
    yield f"run        {run.outcome} in {run.seconds:.1f} s"


def _collected(met: Collected) -> str:
    not_taken = len(met.declined) + len(met.absent) + len(met.malformed) + len(met.troubles) - met.misnamed
    more = [
        (met.unchanged, "unchanged"), (met.known, "known well enough"), (met.elsewhere, "in other languages"),
        (met.records, "records"), (met.misnamed, "misnamed"), (met.left, "left for the next run"), (met.later, "for later runs"),
    ]  # fmt: skip
    told = "".join(f", {count} {what}" for count, what in more if count)
    return f"collected  {met.offered} offered, {met.fetched} new or changed, {not_taken} not taken{told}"


def _release(run: Run, home: Path) -> Iterator[str]:
    published = run.published
    if published is None:
        return
    if published.stopped:
        before = "the release before stays current" if published.version else "nothing is published yet"
        yield f"publication stopped, {before}:"
        yield from (f"  {reason}" for reason in published.stopped)
    if published.version is None:
        yield "release    none yet"
        return
    state = "new" if published.is_new else "unchanged"
    yield f"release    {published.version} ({state}, {published.documents} documents, {published.refused} refused)"
    yield f"           {home / 'releases' / published.version}"
    yield f'query it   unfold --home {home} sql "{_QUESTION}"'


def troubles(run: Run) -> Iterator[tuple[str, str, str]]:
    """Name, reason and message of all that this run did not take."""
    if run.collected is not None:
        yield from ((m.text, "malformed-symbol", m.message) for m in run.collected.malformed)
        yield from ((d.name, d.reason, d.message) for d in run.collected.declined)
        yield from ((a.symbol, "absent", a.message) for a in run.collected.absent)
        yield from ((t.name, t.reason, t.message) for t in run.collected.troubles)
    if run.built is not None:
        yield from ((r.name, r.reason, r.message) for r in run.built.refused)
        yield from (("kept bytes", "lost", message) for message in run.built.lost)
    if run.published is not None:
        yield from ((one.witness, "doubtful", one.message) for one in run.published.doubts)


def markdown(run: Run, home: Path) -> str:
    """A run as Markdown: what came in, what was refused and why, the release and how to ask it."""
    parts = [f"# unfold {run.command}: {run.outcome}", *_counts(run)]
    reasons = list(troubles(run))
    if reasons:
        parts += ["", "## Not taken", "", "| name | reason | what to do |", "|--|--|--|"]
        parts += [f"| {_cell(n)} | `{_cell(r)}` | {_cell(m)} |" for n, r, m in reasons[:_SHOWN]]
        if len(reasons) > _SHOWN:
            parts += ["", f"… and {len(reasons) - _SHOWN} more, all in the table `verdicts`."]
    published = run.published
    if published is not None and published.stopped:
        parts += ["", "## Publication stopped", "", "The release before stays current.", ""]
        parts += [f"- {_cell(reason)}" for reason in published.stopped]
    if published is not None and published.version is not None:
        parts += [
            "", "## Release", "",
            f"`{published.version}` ({'new' if published.is_new else 'unchanged'}) in `{_cell(str(home / 'releases' / published.version))}`",
            "", "```sh",
            f'unfold --home {home} sql "{_QUESTION}"',
            f'unfold --home {home} search "early warning"',
            f"duckdb {home}/current/unfold.duckdb",
            "```",
        ]  # fmt: skip
    return "\n".join(parts) + "\n"


def _counts(run: Run) -> list[str]:
    rows = [f"| {name} | {count} |" for name, count in run.counts.items()]
    return ["", "| | |", "|--|--:|", *rows, f"| seconds | {run.seconds:.1f} |"] if rows else []


def _cell(text: str) -> str:
    """Outside text made harmless in a Markdown table: no markup, no line break, nothing invisible."""
    seen = "".join(c if c.isprintable() else " " for c in text[:500])
    return escape(seen, quote=False).translate(_ESCAPED)
