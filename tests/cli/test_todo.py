"""`smq todo`, and `smq` alone: one screen, whose things, and as data."""

import json
from pathlib import Path

import pytest

from tests.cli.runner import Runner
from tests.conftest import Repo

PEOPLE = {"redacteur": "P03", "approbateur": "P01"}


@pytest.fixture
def busy(repo: Repo) -> Repo:
    """Return a platform where Inès writes 24 documents and Claire has 12 to approve."""
    for number in range(1, 25):
        repo.document(f"PRE-PRO-{number:03}", "[À compléter : délai]\n", **PEOPLE)
    for number in range(1, 13):
        repo.document(f"EQU-PRO-{number:03}", **PEOPLE, statut="en_verification")
    return repo


def test_one_screen(busy: Repo, smq: Runner) -> None:
    """Each kind with its count and some of its lines; the rest is counted with the command."""
    said = smq("todo", env={"COLUMNS": "120"})

    lines = said.out.splitlines()
    assert (said.code, said.err) == (0, "")
    assert 25 <= len(lines) <= 28
    assert lines[0] == "Plateforme de spectroscopie: to do on 2027-03-01"
    assert lines[1] == "To write (24)"
    assert "To approve (12)" in lines
    shown = sum(line.startswith("  ") for line in lines)
    assert lines[-1] == f"… and {36 - shown} others: smq todo --all, smq todo --for …"
    assert max(len(line) for line in lines) <= 120


def test_a_line_says_what_who_and_how(busy: Repo, smq: Runner) -> None:
    """Code, title, how much is left, person, and the command at the end of the line."""
    line = smq("todo", env={"COLUMNS": "140"}).out.splitlines()[2]

    assert line.split("  ")[1:2] == ["PRE-PRO-001"]
    assert "Titre de PRE-PRO-001 (1 place to complete)" in line
    assert "Inès Vautrin" in line
    assert line.endswith("  smq fill PRE-PRO-001")


def test_a_low_terminal_is_not_asked(busy: Repo, smq: Runner) -> None:
    """A line that a narrow terminal folds counts for the rows that it takes."""
    lines = smq("todo", env={"COLUMNS": "80"}).out.splitlines()

    assert sum(-(-len(line) // 80) for line in lines) <= 28


def test_everything(busy: Repo, smq: Runner) -> None:
    """With --all nothing is left out."""
    lines = smq("todo", "--all").out.splitlines()

    assert sum(line.startswith("  ") for line in lines) == 36
    assert "others" not in lines[-1]


@pytest.mark.parametrize("word", ["P01", "Claire Fontaine", "fontaine", "CLAIRE"])
def test_for_somebody(busy: Repo, smq: Runner, word: str) -> None:
    """By identifier, name or part of it; the title names the person."""
    lines = smq("todo", "--for", word).out.splitlines()

    assert lines[:2] == ["Claire Fontaine: to do on 2027-03-01", "To approve (12)"]
    assert all("smq approve EQU-PRO-" in line for line in lines[2:14])
    assert len(lines) == 14


def test_for_somebody_outside_the_settings(repo: Repo, smq: Runner) -> None:
    """A name that documents hold is found too."""
    repo.document("PRE-PRO-001", redacteur="Zoé Perrin", approbateur="P01")

    assert "smq submit PRE-PRO-001" in smq("todo", "--for", "perrin").out


def test_for_nobody(busy: Repo, smq: Runner) -> None:
    """A name that nobody bears is refused with the nearest one."""
    said = smq("todo", "--for", "Fontane")

    assert said.code == 2
    assert "«Fontane» is nobody" in said.err
    assert "P01 (Claire Fontaine)" in said.err


def test_own_things_first(busy: Repo, smq: Runner, git: object) -> None:
    """Where git knows who types, the others' things are only counted."""
    people = {**busy.values["personnes"]}
    people["P01"] = {**people["P01"], "git": ["ines@example.org"]}
    busy.settings({"personnes": people})
    git(busy.root, "init", "--quiet")  # type: ignore[operator]

    lines = smq("todo").out.splitlines()

    assert lines[0] == "Claire Fontaine: to do on 2027-03-01"
    assert lines[1] == "To approve (12)"
    assert lines[2].endswith("smq approve EQU-PRO-001")
    assert lines[-1] == "Others: 24 things to do (Inès Vautrin 24) – smq todo --all"


def test_nothing_to_do(repo: Repo, smq: Runner) -> None:
    """It is said in a sentence."""
    assert smq("todo").out.splitlines()[1:] == ["Nothing waits here."]


def test_smq_alone(busy: Repo, smq: Runner, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Inside a platform it is `todo`, below its folder and with -C as well; elsewhere the help."""
    todo = smq("todo").out
    elsewhere = tmp_path_factory.mktemp("elsewhere")

    assert smq().out == todo
    assert smq("-C", str(busy.root / "documents")).out == todo
    assert smq("-C", str(elsewhere)).out.startswith("Usage: smq")
    assert smq("-C", str(elsewhere / "absent")).out.startswith("Usage: smq")
    assert smq("--foo").code == 2


def test_as_data(busy: Repo, smq: Runner) -> None:
    """Keys and kinds are English; kinds without a thing are counted as none."""
    content = json.loads(smq("--lang", "fr", "todo", "--format", "json").out)

    assert content["summary"]["to_write"] == 24
    assert content["summary"]["to_approve"] == 12
    assert content["summary"]["overdue"] == 0
    first = content["tasks"][0]
    assert {name: first[name] for name in ("kind", "ref", "person", "name", "late", "command")} == {
        "kind": "to_write",
        "ref": "PRE-PRO-001",
        "person": "P03",
        "name": "Inès Vautrin",
        "late": False,
        "command": "smq fill PRE-PRO-001",
    }
    assert Path(first["path"]).name == "PRE-PRO-001-document.md"


def test_titles_are_shown_as_they_are(repo: Repo, smq: Runner) -> None:
    """A title that is a word of smq's own, or holds braces, is not translated nor filled in."""
    repo.document("PRE-PRO-001", titre="Version {code}", **PEOPLE)
    repo.document("PRE-PRO-002", titre="Version", **PEOPLE)
    repo.document("PRE-PRO-003", titre="To write", **PEOPLE)

    out = smq("--lang", "fr", "todo").out

    assert "Version {code}" in out
    assert "To write" in out


def test_nothing_is_written(busy: Repo, smq: Runner) -> None:
    """It only looks, as `check` does."""
    before = {f: f.read_bytes() for f in busy.root.rglob("*.*") if ".smq" not in f.parts}

    smq("todo")

    assert before == {f: f.read_bytes() for f in busy.root.rglob("*.*") if ".smq" not in f.parts}
