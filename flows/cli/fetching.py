"""The commands about the United Nations' servers: what is watched, what was asked, the catalogue, a stand-in to try.

$ unfold watch add 'A/RES/80/*' --lang en,fr
$ unfold reconcile 'A/RES/80/*'
"""

# ruff: noqa: PLC0415 - what a command needs is imported when it is given
from __future__ import annotations

from dataclasses import astuple, fields
from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from flows.cli.app import FormatOption, HomeOption, LanguageOption, app
from flows.command import reading, settings_of, told, writing
from flows.errors import Nothing, Usage
from flows.terminal import complain, progress, say, show

watch = App(
    name="watch", help="What a scheduled run asks for: list it, add to it, remove from it.", help_epilogue=""
)
app.command(watch)


@watch.default
def listed(*, home: HomeOption) -> int:
    """What is watched, each with its state."""
    from flows import watching
    from flows.home import Home
    from flows.watchlist import Watchlist

    settings = settings_of(home)
    watchlist = Watchlist.read(settings.watchlist_path)
    say(f"watchlist  {watchlist.path}, {len(watchlist.entries)} watched")
    is_there = settings.log is not None or (settings.home / "log.sqlite").exists()
    if not watchlist.entries:
        say("           add something: unfold watch add 'A/RES/80/*' --lang en")
    for place, entry in enumerate(watchlist.entries, start=1):
        state = "never asked"
        if is_there:
            with Home.open(settings) as at:
                state = watching.state(at, entry)
        say(f"{place:>3}  {entry.kind:<8}  {entry.what}  [{', '.join(entry.languages)}]")
        say(f"     {state}")
    return 0


@watch.command(help_epilogue="")
def add(  # noqa: PLR0913 - the options of a command
    *what: Annotated[
        str, Parameter(help="Symbols (`A/73/328`) and series (`A/RES/80/*`, `A/HRC/*/*`, `A/73/328/Corr.*`).")
    ],
    lang: LanguageOption = ("en",),
    search: Annotated[str | None, Parameter(help="A search of the Digital Library's catalogue.")] = None,
    closure: Annotated[
        int | None, Parameter(help="Follow what held documents cite over so many steps.")
    ] = None,
    first: Annotated[
        tuple[int, ...], Parameter(negative=(), help="The number a series begins with; two for two stars.")
    ] = (),
    gap: Annotated[int | None, Parameter(help="Absences on end that make a series' frontier (5).")] = None,
    budget: Annotated[
        int | None, Parameter(help="Documents that a closure or a search may ask for in a run (100).")
    ] = None,
    home: HomeOption,
) -> int:
    """Watch documents, series, what is cited, or what the catalogue lists."""
    from flows.watchlist import Watchlist, entries_of

    watchlist = Watchlist.read(settings_of(home).watchlist_path)
    options = {"first": first or None, "gap": gap, "budget": budget}
    entries = entries_of(
        what, search, closure, lang, {name: v for name, v in options.items() if v is not None}
    )
    for entry in entries:
        watchlist = watchlist.add(entry)
        say(f"watched    {entry.kind} {entry.what} [{', '.join(entry.languages)}]")
    return 0


@watch.command(help_epilogue="")
def remove(
    *what: Annotated[
        str, Parameter(help="What is watched, as `unfold watch` shows it, or its place in the list.")
    ],
    home: HomeOption,
) -> int:
    """Watch it no longer; what is held stays held."""
    from flows.watchlist import Watchlist

    if not what:
        raise Usage("name what is to be watched no longer; `unfold watch` lists what is watched.")
    watchlist = Watchlist.read(settings_of(home).watchlist_path)
    for entry in dict.fromkeys(watchlist.named(each) for each in what):
        watchlist = watchlist.remove(str(watchlist.entries.index(entry) + 1))
        say(f"unwatched  {entry.kind} {entry.what}")
    return 0


@app.command(help_epilogue="")
def asked(
    *,
    state: Annotated[
        str | None, Parameter(help="Only this state, such as held, absent, failed, wrong-document.")
    ] = None,
    form: FormatOption = "table",
    home: HomeOption,
) -> int:
    """Every document that a server was asked for, what came of it, and when it is asked for again."""
    from flows.reconciling import Row, asked_rows

    with reading(home) as at:
        rows = [row for row in asked_rows(at) if state in (None, row.state)]
    if not rows:
        raise Nothing("nothing was asked for yet" if state is None else f"nothing is {state}")
    show([field.name for field in fields(Row)], (astuple(row) for row in rows), form)
    return 0


@app.command(help_epilogue="")
def catalogue(
    *what: Annotated[
        str,
        Parameter(help="Symbols, or series such as `A/RES/80/*`; none means every document that is held."),
    ],
    search: Annotated[str | None, Parameter(help="A search in the Library's own words.")] = None,
    home: HomeOption,
) -> int:
    """Take in what the UN Digital Library's catalogue says of documents."""
    from flows.reconciling import describe
    from flows.sources.open import must_be_polite

    settings = settings_of(home)
    must_be_polite(settings)
    with progress() as watch, writing(settings) as at:
        done = describe(at, what, search, watch)
    return told(done, settings.home)


@app.command(help_epilogue="")
def reconcile(
    series: Annotated[str, Parameter(help="A series such as `A/RES/80/*`, or a symbol.")],
    /,
    *,
    offline: Annotated[
        bool,
        Parameter(negative=(), help="Compare with the records that are held, without asking the Library."),
    ] = False,
    form: FormatOption = "table",
    home: HomeOption,
) -> int:
    """Compare the catalogue with what is held: what we lack, what it lacks, and links to other documents."""
    from flows.reconciling import Difference, reconciled
    from flows.sources.open import must_be_polite

    settings = settings_of(home)
    if not offline:
        must_be_polite(settings)
    with progress() as watch, reading(home) if offline else writing(settings) as at:
        found = reconciled(at, series, is_offline=offline, watch=watch)
    if form == "table":
        say(
            f"{series}: {found.catalogued} in the catalogue, {found.held} held, {len(found.differences)} differences"
            + ("" if found.trouble is None else f"; the catalogue did not answer to the end: {found.trouble}")
        )
    elif found.trouble is not None:
        complain(f"unfold: the catalogue did not answer to the end: {found.trouble}")
    if found.differences or form != "table":
        show(
            [field.name for field in fields(Difference)], (astuple(each) for each in found.differences), form
        )
    return 6 if found.trouble is not None else 0


@app.command(name="fake-un", help_epilogue="")
def fake_un(  # noqa: PLR0913 - the options of a command
    *,
    documents: Annotated[int, Parameter(help="Invented documents to serve.")] = 50,
    faults: Annotated[float, Parameter(help="Share of requests that go wrong, 0 to 1.")] = 0.0,
    seed: Annotated[int, Parameter(help="Another seed invents others.")] = 0,
    port: Annotated[int, Parameter(help="Port on this machine; 0 takes a free one.")] = 0,
    lang: LanguageOption = ("en",),
    log: Annotated[Path | None, Parameter(help="A file for one line of JSON a request.")] = None,
) -> int:
    """Serve a stand-in for the United Nations' servers on this machine, to try things on."""
    from flows.fake_un.serving import serve

    serve(documents, faults, seed, port, lang, log)
    return 0
