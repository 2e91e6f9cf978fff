"""The watchlist: a file that people write by hand and the command changes, without loss to either."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from flows.errors import Usage
from flows.watchlist import Entry, Watchlist, entries_of

BY_HAND = """\
# what the library in Suva watches
# (ask Litia before you change it)

[[watch]]  # the main series
series = "A/RES/80/*"   # forward only
languages = ["en", "fr"]

# the report of every spring
[[watch]]
symbol = "A/73/328"

[[watch]]
closure = 2  # two steps
budget = 7

[[watch]]
search = '191__a:"A/RES/78/*"'
languages = [
    "en",
    "es",  # for Quito
]

# nothing below
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A watchlist written by hand."""
    path = tmp_path / "watchlist.toml"
    path.write_text(BY_HAND, encoding="utf-8")
    return path


def whats(watchlist: Watchlist) -> list[str]:
    return [entry.what for entry in watchlist.entries]


def test_a_list_by_hand_is_read_in_its_order(path: Path) -> None:
    """Every kind of entry has what it was given, and English, five absences and a hundred documents otherwise."""
    entries = Watchlist.read(path).entries

    assert entries == (
        Entry(series="A/RES/80/*", languages=("en", "fr"), gap=5),
        Entry(symbol="A/73/328", languages=("en",)),
        Entry(closure=2, budget=7),
        Entry(search='191__a:"A/RES/78/*"', languages=("en", "es"), budget=100),
    )
    assert [entry.kind for entry in entries] == ["series", "symbol", "closure", "search"]
    assert [entry.what for entry in entries] == [
        "A/RES/80/*", "A/73/328", "closure 2", '191__a:"A/RES/78/*"',
    ]  # fmt: skip


def test_where_there_is_no_file_nothing_is_watched(tmp_path: Path) -> None:
    """To read makes no file."""
    watchlist = Watchlist.read(tmp_path / "none" / "watchlist.toml")

    assert watchlist.entries == ()
    assert list(tmp_path.iterdir()) == []


def test_the_first_entry_makes_a_file_that_explains_itself(tmp_path: Path) -> None:
    """The new file, in a folder of its own if need be, tells what may stand in it, and is read back as it was meant."""
    path = tmp_path / "home" / "watchlist.toml"
    entry = Entry(series="A/HRC/*/*", languages=("en", "fr"), first=(50, 1), gap=3)

    added = Watchlist.read(path).add(entry)

    text = path.read_text(encoding="utf-8")
    assert added.entries == Watchlist.read(path).entries == (entry,)
    assert text.startswith("# What `unfold run --source watchlist` asks")
    assert "closure = 1 " in text


def test_to_add_changes_nothing_of_what_stands_there(path: Path) -> None:
    """The new entry comes last, and every line that was there stays, comments too."""
    added = Watchlist.read(path).add(Entry(symbol="S/2096/4"))

    assert whats(added)[-1] == "S/2096/4"
    assert path.read_text(encoding="utf-8") == BY_HAND + '\n[[watch]]\nsymbol = "S/2096/4"\n'


def test_the_same_thing_again_takes_the_place_of_the_first(path: Path) -> None:
    """What is watched already is changed where it stands, not doubled; the comments around it stay where they were."""
    watchlist = Watchlist.read(path)

    changed = watchlist.add(Entry(series="A/RES/80/*", languages=("es",), gap=3))

    assert whats(changed) == whats(watchlist)
    assert changed.entries[0] == Entry(series="A/RES/80/*", languages=("es",), gap=3)
    assert path.read_text(encoding="utf-8") == BY_HAND.replace(
        'languages = ["en", "fr"]\n', 'languages = ["es"]\ngap = 3\n'
    )


def test_what_is_no_longer_said_of_an_entry_is_taken_out(path: Path) -> None:
    """An entry added again without its languages and budget has those of an entry that says nothing of them."""
    changed = Watchlist.read(path).add(Entry(closure=2)).add(Entry(series="A/RES/80/*"))

    assert changed.entries[0].languages == ("en",)
    assert changed.entries[2].budget == 100
    assert path.read_text(encoding="utf-8") == BY_HAND.replace("budget = 7\n", "").replace(
        'languages = ["en", "fr"]\n', ""
    )


@pytest.mark.parametrize(
    ("what", "gone"),
    [
        ("A/RES/80/*", BY_HAND[BY_HAND.index("[[watch]]  #") : BY_HAND.index("# the report")]),
        ("A/73/328", '# the report of every spring\n[[watch]]\nsymbol = "A/73/328"\n\n'),
        ("closure 2", "[[watch]]\nclosure = 2  # two steps\nbudget = 7\n\n"),
        ("4", BY_HAND[BY_HAND.index("[[watch]]\nsearch") : BY_HAND.index("# nothing")]),
    ],
)
def test_to_remove_takes_out_an_entry_with_its_own_comment(path: Path, what: str, gone: str) -> None:
    """By its name or its place, an entry goes with the comment right above it; those of its neighbours stay."""
    assert BY_HAND.count(gone) == 1

    left = Watchlist.read(path).remove(what)

    assert len(left.entries) == 3
    assert path.read_text(encoding="utf-8") == BY_HAND.replace(gone, "")


def test_to_remove_all_and_add_again_goes_on_as_before(path: Path) -> None:
    """An emptied list is a list; what is added to it is read back."""
    watchlist = Watchlist.read(path)
    for entry in watchlist.entries:
        watchlist = watchlist.remove(entry.what)
    assert watchlist.entries == ()

    again = watchlist.add(Entry(closure=1)).add(Entry(symbol="A/73/328"))

    assert whats(again) == ["closure 1", "A/73/328"]
    assert path.read_text(encoding="utf-8").startswith("# what the library in Suva watches\n")


def test_a_list_in_braces_is_changed_as_one(path: Path) -> None:
    """Whoever writes the entries in one array finds them in one array."""
    path.write_text('watch = [\n  {symbol = "A/73/328"}, # ours\n  {closure = 1},\n]\n', encoding="utf-8")

    changed = Watchlist.read(path).add(Entry(symbol="A/73/328", languages=("fr",))).add(Entry(closure=3))
    left = changed.remove("closure 1")

    assert changed.entries == (
        Entry(symbol="A/73/328", languages=("fr",)),
        Entry(closure=1),
        Entry(closure=3),
    )
    assert whats(left) == ["A/73/328", "closure 3"]
    assert "# ours" in path.read_text(encoding="utf-8")


def test_what_is_not_watched_cannot_be_removed(path: Path) -> None:
    """A name or a place that is not in the list is wrong usage, and the file stays as it is."""
    for what in ("A/73/329", "0", "5", ""):
        with pytest.raises(Usage, match=re.escape(f"{what!r} is not watched; `unfold watch` lists what is")):
            Watchlist.read(path).remove(what)

    assert path.read_text(encoding="utf-8") == BY_HAND


@pytest.mark.parametrize("mode", [0o600, 0o664])
def test_the_rights_of_the_file_stay(path: Path, mode: int) -> None:
    """A list that others may not read, or that a group may write, is so after it was changed."""
    path.chmod(mode)

    Watchlist.read(path).add(Entry(closure=1)).remove("A/73/328")

    assert path.stat().st_mode & 0o777 == mode


def test_a_link_to_the_list_stays_a_link(path: Path, tmp_path: Path) -> None:
    """A list that is kept elsewhere, under version control for instance, is changed there."""
    link = tmp_path / "linked.toml"
    link.symlink_to(path)

    Watchlist.read(link).add(Entry(closure=1))

    assert link.is_symlink()
    assert "closure 1" in whats(Watchlist.read(path))


def test_nothing_but_the_list_is_left_beside_it(path: Path) -> None:
    """It is written aside and swapped in; nothing of that stays."""
    Watchlist.read(path).add(Entry(closure=1)).remove("closure 1")

    assert list(path.parent.iterdir()) == [path]


def test_a_mark_that_an_editor_puts_first_is_no_error(path: Path) -> None:
    """Some editors begin a file in UTF-8 with a byte order mark."""
    path.write_text(BY_HAND, encoding="utf-8-sig")

    assert len(Watchlist.read(path).entries) == 4


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("[[watch", "{path} is no TOML: .*line 1.*Correct it there"),
        ('watch = "A/73/328"', r"{path}: only \[\[watch\]\] entries were expected"),
        ('[watch]\nsymbol = "A/73/328"', r"{path}: only \[\[watch\]\] entries were expected"),
        (
            '[[watched]]\nsymbol = "A/73/328"',
            r"{path}: only \[\[watch\]\] entries were expected, not watched",
        ),
    ],
)
def test_a_file_that_is_no_watchlist_is_named(path: Path, text: str, wrong: str) -> None:
    """What is no TOML, or says something else than what is watched, is wrong usage, with the place to correct."""
    path.write_text(text, encoding="utf-8")

    with pytest.raises(Usage, match=wrong.format(path=re.escape(str(path)))):
        Watchlist.read(path)


@pytest.mark.parametrize(
    ("entry", "wrong"),
    [
        ('symbol = "A/73/328"\nlang = ["en"]', "lang: .*not permitted"),
        ('symbol = "A/73/328"\nseries = "A/RES/80/*"', "one of symbol, series, closure, search .* symbol and series is"),
        ('languages = ["en"]', "one of symbol, series, closure, search was expected, and none is given"),
        ('symbol = "the report"', "'the report' is not a document symbol"),
        ('symbol = "A/RES/80/*"', "'A/RES/80/\\*' is not a document symbol"),
        ('series = "A/RES/80/12"', r"'A/RES/80/12' is no series; expected a symbol with a \*"),
        ('series = "A/*/*/*"', r"is no series; expected a symbol with a \*"),
        ('series = "A/HRC/*/*"\nfirst = [50]', "first wants 2 numbers, one a star"),
        ('series = "A/RES/80/*"\nfirst = [1, 1]', "first wants 1 numbers, one a star"),
        ('series = "A/RES/80/*"\nfirst = [0]', "first.0: .*greater than or equal to 1"),
        ('series = "A/RES/80/*"\ngap = 0', "gap: .*greater than or equal to 1"),
        ('symbol = "A/73/328"\nlanguages = ["en", "xx"]', "languages.1: .*'ar', 'en', 'es', 'fr', 'ru' or 'zh'"),
        ('symbol = "A/73/328"\nlanguages = "en"', "languages: "),
        ('symbol = "A/73/328"\nlanguages = []', "languages: "),
        ("closure = 6", "closure: .*less than or equal to 5"),
        ("closure = 1\nbudget = 0", "budget: .*greater than or equal to 1"),
        ('search = ""', "search: .*at least 1 character"),
    ],
)  # fmt: skip
def test_a_wrong_entry_is_named_with_what_was_expected(path: Path, entry: str, wrong: str) -> None:
    """The file, the place of the entry in it, the key and what may stand there are told in one sentence."""
    path.write_text(f'[[watch]]\nsymbol = "A/73/328"\n\n[[watch]]\n{entry}\n', encoding="utf-8")

    with pytest.raises(Usage, match=f"{re.escape(str(path))}, entry 2: .*{wrong}") as told:
        Watchlist.read(path)

    assert str(told.value).endswith(".")
    assert not str(told.value).endswith("..")


def garbled(path: Path) -> None:
    path.write_bytes(b"\xff\xfe\x00")


@pytest.mark.parametrize("make", [garbled, Path.mkdir])
def test_what_cannot_be_read_is_named(tmp_path: Path, make: Callable[[Path], None]) -> None:
    """Bytes that are no UTF-8, and a folder of that name, are wrong usage and no traceback."""
    path = tmp_path / "watchlist.toml"
    make(path)

    with pytest.raises(Usage, match=r"cannot be read .* a TOML file in UTF-8 was expected"):
        Watchlist.read(path)


def test_a_command_line_is_as_many_entries_as_it_names() -> None:
    """Symbols, series, a search and a closure of one command each become an entry with its languages and options."""
    entries = entries_of(["A/73/328", "A/RES/80/*"], '191__a:"A/RES/78/*"', 1, ["fr"], {"budget": 5})

    assert [(entry.kind, entry.what) for entry in entries] == [
        ("symbol", "A/73/328"),
        ("series", "A/RES/80/*"),
        ("search", '191__a:"A/RES/78/*"'),
        ("closure", "closure 1"),
    ]
    assert {entry.languages for entry in entries} == {("fr",)}
    assert [entry.budget for entry in entries] == [100, 100, 5, 5]  # a budget says nothing of the first two


@pytest.mark.parametrize(
    ("entry", "wrong"),
    [
        ('symbol = "A/73/328"\ngap = 3', "gap says nothing of a symbol"),
        ('series = "A/RES/80/*"\nbudget = 3', "budget says nothing of a series"),
        ("closure = 1\nfirst = [3]", "first says nothing of a closure"),
    ],
)
def test_an_option_of_another_kind_is_wrong_usage(tmp_path: Path, entry: str, wrong: str) -> None:
    """What would have no effect is not passed over."""
    path = tmp_path / "watchlist.toml"
    path.write_text(f"[[watch]]\n{entry}\n", encoding="utf-8")

    with pytest.raises(Usage, match=wrong):
        Watchlist.read(path)


def test_one_document_is_watched_once_however_it_is_spelt(tmp_path: Path) -> None:
    """A symbol in another case or with other spaces replaces the one that is there."""
    watchlist = Watchlist.read(tmp_path / "watchlist.toml")
    for spelt in ("s/res/1631(2005)", "S/RES/1631 (2005)"):
        (entry,) = entries_of([spelt], None, None, ["en"], {})
        watchlist = watchlist.add(entry)

    assert [entry.what for entry in watchlist.entries] == ["S/RES/1631 (2005)"]


@pytest.mark.parametrize(
    ("what", "wrong"),
    [([], "name what to watch"), (["A/73/328", "nonsense"], "the command, entry 2: .*'nonsense'")],
)
def test_a_command_line_that_names_nothing_to_watch_is_wrong_usage(what: list[str], wrong: str) -> None:
    """Nothing at all, or something that is no symbol, says what to write instead."""
    with pytest.raises(Usage, match=wrong):
        entries_of(what, None, None, ["en"], {})
