"""The house stands as it was drawn: who imports whom, what the pure core may touch, what is committed."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter import cli

ROOT = Path(__file__).parents[1]
PACKAGES = ("transforms", "expectations", "warehouse", "flows")
SOFT_LINES, HARD_LINES, HARD_FUNCTION = 250, 500, 80
BOUNDARY = "flows/confinement.py"

MACHINE_PATH = re.compile(r"(?<![\w.~/-])/(?:work|root|home/\w+|Users/\w+)/[\w.]")
INDEX_ADDRESS = re.compile(
    r"https?://[^\s\"'<>)]*/simp" + r"le\b|files\.python" + r"hosted|py" + r"pi\.org", re.IGNORECASE
)
TEXT_SUFFIXES = {
    ".py",
    ".toml",
    ".md",
    ".yaml",
    ".yml",
    ".lock",
    ".sql",
    ".json",
    ".cfg",
    ".ini",
    ".txt",
    ".tsv",
    "",
}


def modules(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def committed() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout: what is committed cannot be listed")
    return [ROOT / name for name in listed.stdout.split("\0") if name]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def dotted(node: ast.expr | None) -> str:
    """`a.b.c` of an attribute chain, else an empty string."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=attr):
            return f"{dotted(value)}.{attr}"
        case _:
            return ""


def test_imports_obey_the_contracts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every arrow between packages and modules is one that .importlinter allows."""
    monkeypatch.chdir(ROOT)

    assert cli.lint_imports() == cli.EXIT_STATUS_SUCCESS


def test_the_core_calls_nothing_of_the_outside() -> None:
    """The core opens no file, prints nothing and asks no clock, even through a name it was lent."""
    forbidden = {"open", "print", "input", "breakpoint", "exec", "eval", "__import__"}
    clock = re.compile(
        r"(^|\.)(now|today|utcnow|read_text|read_bytes|write_text|write_bytes|getenv|environ)$"
    )

    found = [
        f"{name_of(path)}:{node.lineno} {dotted(node.func)}"
        for path in modules("transforms")
        for node in nodes(path)
        if isinstance(node, ast.Call) and (dotted(node.func) in forbidden or clock.search(dotted(node.func)))
    ]

    assert found == []


def test_the_environment_is_read_in_one_place() -> None:
    """Only flows/settings.py asks os.environ or os.getenv for a value."""
    found = {
        name_of(path)
        for path in modules(*PACKAGES)
        for node in nodes(path)
        if isinstance(node, ast.Attribute | ast.Name)
        and dotted(node) in {"os.environ", "os.getenv", "environ"}
    }

    assert found - {"flows/settings.py"} == set()


def caught(handler: ast.ExceptHandler) -> set[str]:
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return {dotted(kind) for kind in kinds}


def raises_again(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def test_everything_is_caught_in_one_place_only() -> None:
    """`except Exception` (or wider) swallows in one place: at the per-document boundary, which records the refusal."""
    wide = {"", "Exception", "BaseException"}

    found = [
        name_of(path)
        for path in modules(*PACKAGES)
        for node in nodes(path)
        if isinstance(node, ast.ExceptHandler) and caught(node) & wide and not raises_again(node)
    ]

    assert found in ([], [BOUNDARY])


def test_tests_use_fakes_and_never_patches() -> None:
    """No test imports a mocking library or replaces an attribute of somebody else's module."""
    mocks = {"unittest.mock", "mock", "pytest_mock"}
    found = []
    for path in modules("tests"):
        for node in nodes(path):
            match node:
                case ast.Import(names=names) if {n.name for n in names} & mocks:
                    found.append(f"{name_of(path)}:{node.lineno}")
                case ast.ImportFrom(module=module) if module in mocks or (
                    module == "unittest" and "mock" in {n.name for n in node.names}
                ):
                    found.append(f"{name_of(path)}:{node.lineno}")
                case ast.Call(func=ast.Attribute(value=ast.Name(id="monkeypatch"), attr="setattr")):
                    found.append(f"{name_of(path)}:{node.lineno}")
                case _:
                    pass

    assert found == []


def test_every_module_states_its_idea() -> None:
    """Every module of the project and of its tests that holds code opens with a docstring."""
    found = []
    for path in modules(*PACKAGES, "tests"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if tree.body and not ast.get_docstring(tree):
            found.append(name_of(path))

    assert found == []


def test_every_test_states_a_behaviour() -> None:
    """A test's docstring, or a name of at least four words, says what it holds."""
    found = [
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path in modules("tests")
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.startswith("test_")
        and not ast.get_docstring(node)
        and node.name.count("_") < 4
    ]

    assert found == []


def test_modules_and_functions_stay_small() -> None:
    """A module past 250 lines is named in a warning; past 500 lines, or a function past 80, is an error."""
    sizes = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules(*PACKAGES)}
    functions = {
        f"{name_of(path)}:{node.lineno} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for path in modules(*PACKAGES)
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    long = {name: size for name, size in sizes.items() if size > SOFT_LINES}
    if long:
        warnings.warn(f"past {SOFT_LINES} lines, is each still one idea? {long}", stacklevel=1)

    assert {name: size for name, size in sizes.items() if size > HARD_LINES} == {}
    assert {name: size for name, size in functions.items() if size > HARD_FUNCTION} == {}


def test_nothing_committed_names_a_machine_or_an_index() -> None:
    """No committed file holds an absolute path of somebody's machine or the address of a package index."""
    found = []
    for path in committed():
        if path.suffix not in TEXT_SUFFIXES or not path.is_file():
            continue
        text = path.read_bytes().decode("utf-8", errors="replace")
        found += [f"{name_of(path)}: {match.group()}" for match in INDEX_ADDRESS.finditer(text)]
        found += [f"{name_of(path)}: {match.group()}" for match in MACHINE_PATH.finditer(text)]

    assert found == []


def test_the_resolver_s_own_lock_stays_out() -> None:
    """uv.lock is full of index addresses and is not committed; the hashed export is."""
    names = {name_of(path) for path in committed()}

    assert "uv.lock" not in names
    assert "requirements.lock" in names


def test_quick_commands_load_no_engine() -> None:
    """Importing the command line loads neither Prefect nor Great Expectations."""
    program = "import sys, flows.cli; print(*sorted({'prefect', 'great_expectations'} & set(sys.modules)))"

    shown = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert shown.stdout.split() == []
