"""Imports point down, and third parties stay at home: the tables of docs/architecture.md, held."""

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
PACKAGE = PROJECT / "smq"
PAGE = (PROJECT / "docs" / "architecture.md").read_text(encoding="utf-8")


def rows(header: str) -> list[list[str]]:
    """Return the cells of the table of the page that starts with a header."""
    table = PAGE.partition(f"| {header} |")[2].partition("\n\n")[0]
    return [
        [cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]
    ]


def rooms_of(cell: str) -> list[str]:
    """Return the names of the rooms that a cell shows as paths."""
    return [Path(path).stem for path in re.findall(r"`smq/([\w.]+)/?`", cell)]


def allowed() -> dict[str, frozenset[str]]:
    """Return room → rooms it may import, as the page says."""
    table: dict[str, frozenset[str]] = {}
    for rooms, _owns, may in rows("room"):
        for room in rooms_of(rooms):
            words = {"nothing of ours": (), "anything above": tuple(table)}.get(may)
            table[room] = frozenset(words if words is not None else may.split(", "))
    return table


ALLOWED = allowed()
HOMES = {
    party: re.findall(r"`(smq/[^`]+)`", homes)
    for parties, homes in rows("third party")
    for party in parties.split(", ")
}
OWN_FILES = ("__init__", "__main__")


@cache
def imports(file: Path) -> tuple[str, ...]:
    """Return the full names of the modules that a file imports, anywhere in it."""
    found: list[str] = []
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            module = node.module or ""
            found += [f"smq.{a.name}" for a in node.names] if module == "smq" else [module]
    return tuple(found)


def room(file: Path) -> str:
    """Return the room of a file of the package."""
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def files() -> Iterator[Path]:
    """Yield the modules that belong to a room."""
    for file in sorted(PACKAGE.rglob("*.py")):
        if room(file) not in OWN_FILES:
            yield file


def ours(file: Path) -> set[str]:
    """Return the other rooms that a file imports; the version is everybody's."""
    names = {name.split(".")[1] for name in imports(file) if name.startswith("smq.")}
    return names - {"__version__", room(file)}


def test_the_page_names_every_room() -> None:
    """A room that the table does not know may import nothing: it is added there first."""
    assert {room(file) for file in files()} == set(ALLOWED)


@pytest.mark.parametrize("file", list(files()), ids=lambda file: str(file.relative_to(PACKAGE)))
def test_a_file_imports_what_its_room_may(file: Path) -> None:
    """Every import of another room is in the table."""
    assert ours(file) - ALLOWED[room(file)] == set()


@pytest.mark.parametrize("name", [name for name in ALLOWED if name != "cli"])
def test_no_permission_is_idle(name: str) -> None:
    """What the table allows and nobody uses is taken out of it."""
    used = set().union(*(ours(file) for file in files() if room(file) == name))

    assert ALLOWED[name] - used == set()


def test_rooms_make_no_circle() -> None:
    """The table is an order: there is a room below every other."""
    order = list(TopologicalSorter(ALLOWED).static_order())

    assert order[-1] == "cli"


def test_modules_make_no_circle() -> None:
    """Modules that import each other at the top level have an order too, within a room as well."""
    names = {name_of(file): file for file in PACKAGE.rglob("*.py")}
    graph = {
        name: {found for found in top_level(file, names) if found != name}
        for name, file in names.items()
    }

    assert len(list(TopologicalSorter(graph).static_order())) == len(graph)


def name_of(file: Path) -> str:
    """Return the full name of a module."""
    parts = file.relative_to(PROJECT).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def top_level(file: Path, names: dict[str, Path]) -> Iterator[str]:
    """Yield the modules of ours that a module imports when it is imported itself."""
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module in names:
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in names else node.module for name in whole)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in names)


@pytest.mark.parametrize("party", list(HOMES))
def test_a_third_party_stays_at_home(party: str) -> None:
    """A library is imported in its room and nowhere else; and it is used there."""
    users = [
        file.relative_to(PROJECT).as_posix()
        for file in PACKAGE.rglob("*.py")
        if any(name.split(".")[0] == party for name in imports(file))
    ]

    assert users
    assert [user for user in users if not user.startswith(tuple(HOMES[party]))] == []


def test_every_third_party_has_a_home() -> None:
    """What is neither ours nor the standard library stands in the table."""
    names = {name.split(".")[0] for file in PACKAGE.rglob("*.py") for name in imports(file)}

    assert names - sys.stdlib_module_names - {"smq", "__future__"} == set(HOMES)


HEAVY = ("networkx", "docx", "jinja2", "openpyxl", "git", "rich", "markdown_it", "resvg_py")


def loaded(root: Path, *words: str) -> set[str]:
    """Return the names of all modules that a command loads, in a process of its own."""
    program = (
        "import sys\n"
        "from smq.cli import main\n"
        "try:\n    main(sys.argv[1:])\n"
        "except SystemExit as left:\n    assert left.code in (0, 1, None), left.code\n"
        "print('loaded', *sorted(sys.modules), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "-C", str(root), "--date", "2027-03-01", *words],
        env={**os.environ, "PYTHONPATH": str(PROJECT), "SMQ_LANG": "en"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return set(done.stderr.rpartition("loaded ")[2].split())


def test_check_loads_nothing_heavy(tmp_path: Path) -> None:
    """`check` of the example, its cache filled, pays for no library it does not use."""
    root = tmp_path / "plateforme"
    shutil.copytree(PROJECT / "examples" / "plateforme-demo", root)

    loaded(root, "check")

    assert loaded(root, "check", "--format", "json") & set(HEAVY) == set()


@pytest.mark.parametrize(
    "words", [("--version",), ("explain", "LNK001"), ("list", "--format", "csv")]
)
def test_small_commands_load_nothing_heavy(tmp_path: Path, words: tuple[str, ...]) -> None:
    """Start-up is part of every command."""
    (tmp_path / "smq.yaml").write_text("plateforme: {nom: X}\n", encoding="utf-8")

    assert loaded(tmp_path, *words) & set(HEAVY) == set()
