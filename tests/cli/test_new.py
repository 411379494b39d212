"""`smq new`: one file, the right number, nothing committed."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Git
from tests.cli.runner import Runner, files_of


def test_one_file_and_no_commit(smq: Runner, demo: Path, git: Git) -> None:
    """The document is written, and git sees one new file that nobody committed."""
    before = files_of(demo)

    said = smq("-C", "demo", "new", "PRO", "-p", "PRE", "-t", "Rendre les échantillons")

    path = "documents/PRE/PRE-PRO-002-rendre-les-echantillons.md"
    assert said.code == 0
    assert said.out == f"PRE-PRO-002 {path}\n"
    assert "smq fill PRE-PRO-002" in said.err
    assert sorted(set(files_of(demo)) - set(before)) == [path]
    assert {name: raw for name, raw in files_of(demo).items() if name != path} == before
    assert git(demo, "status", "--porcelain") == f"?? {path}\n"


def test_code_title_and_state_are_one_line_each(smq: Runner, demo: Path) -> None:
    """What other tools read with a line pattern stands on one line, the code unquoted."""
    smq("-C", "demo", "new", "pro", "-p", "pre", "-t", "Rendre : quand, comment ?  Et\nensuite")

    (file,) = (demo / "documents/PRE").glob("PRE-PRO-002-*")
    lines = file.read_text(encoding="utf-8").splitlines()
    assert "code: PRE-PRO-002" in lines
    assert "titre: 'Rendre : quand, comment ? Et ensuite'" in lines
    assert "statut: projet" in lines


def test_the_skeleton_has_the_obligatory_sections(smq: Runner, demo: Path) -> None:
    """Right after `new` no section is missing: `check` finds nothing to correct."""
    smq("-C", "demo", "new", "PRO", "-p", "EQU", "-t", "Entretenir les appareils")

    said = smq("-C", "demo", "check", "documents/EQU", "--select", "CNT", "--format", "json")

    assert {f["rule"] for f in json.loads(said.out)["findings"]} == {"CNT001"}


@pytest.mark.parametrize("pattern", ["SMQ-{typ}-{numero:03}", "SMQ-{type}"])
def test_no_number_under_a_wrong_pattern(smq: Runner, demo: Path, pattern: str) -> None:
    """Nothing is written: a number of another series would have to be taken back."""
    settings = demo / "smq.yaml"
    text = settings.read_text(encoding="utf-8")
    wrong = text.replace("{processus}-{type}-{numero:03}", pattern)
    assert wrong != text
    settings.write_text(wrong, encoding="utf-8")
    before = files_of(demo)

    said = smq("-C", "demo", "new", "PRO", "-p", "PRE", "-t", "Rendre")

    assert said.code == 2
    assert f"«{pattern}» (codification.motif in smq.yaml) is no pattern of codes" in said.err
    assert files_of(demo) == before
    check = smq("-C", "demo", "check", "--format", "json")
    errors = [f for f in json.loads(check.out)["findings"] if f["severity"] == "error"]
    assert [(f["rule"], f["path"]) for f in errors] == [("SYN015", "smq.yaml")]
    assert errors[0]["hint"].startswith("Write SMQ-{type}-{numero:03}, or remove the line.")


def test_a_dry_run_shows_the_file(smq: Runner, demo: Path) -> None:
    """`--dry-run` names the file and its lines, and writes nothing."""
    before = files_of(demo)

    said = smq("-C", "demo", "new", "PRO", "-p", "PRE", "-t", "Rendre", "--dry-run")

    assert said.code == 0
    assert said.out.startswith("creates documents/PRE/PRE-PRO-002-rendre.md\n  +---\n")
    assert "  +code: PRE-PRO-002\n" in said.out
    assert files_of(demo) == before


def test_the_number_of_a_deleted_document_is_not_given_again(
    smq: Runner, demo: Path, git: Git
) -> None:
    """A document was made, committed and deleted: the next one counts on."""
    smq("-C", "demo", "new", "PRO", "-p", "PRE", "-t", "Premier")
    git(demo, "add", ".")
    git(demo, "commit", "-qm", "un")
    git(demo, "rm", "-q", "documents/PRE/PRE-PRO-002-premier.md")
    git(demo, "commit", "-qm", "deux")

    said = smq("-C", "demo", "new", "PRO", "-p", "PRE", "-t", "Second")

    assert said.out.startswith("PRE-PRO-003 ")


def test_type_and_process_by_name(smq: Runner, demo: Path) -> None:
    """The words of a person do: `new procédure`, of the process of that title."""
    said = smq("-C", "demo", "new", "procédure", "-p", "gérer les données", "-t", "Trier")

    assert said.code == 0
    assert said.out.startswith("DON-PRO-")


@pytest.mark.parametrize(("length", "warned"), [(150, False), (151, True)])
def test_a_very_long_title_is_warned_of(smq: Runner, demo: Path, length: int, warned: bool) -> None:
    """The document is written, and one line says that the title block will be heavy."""
    said = smq("-C", "demo", "new", "PRO", "-p", "PRE", "-t", "a" * length)

    assert said.code == 0
    assert said.out.startswith("PRE-PRO-002 ")
    assert (f"the title has {length} characters" in said.err) is warned


@pytest.mark.parametrize(
    ("words", "sentence", "hint"),
    [
        (("PRX", "-p", "PRE", "-t", "X"), "«PRX» is no document type.", "Types: CHA Charte, "),
        (("PRO", "-p", "PRX", "-t", "X"), "«PRX» is no process", "Nearest: PRE. All: PIL Piloter"),
        (("PRO", "-p", "PRE", "-t", " "), "A document needs a title.", "Example: --title"),
        (("PRO", "-p", "PRE", "-t", "…?!"), "A document needs a title.", "Example: --title"),
        (("PRO", "-p", "PRE"), "--title is missing.", "smq new --help"),
        (("PRO", "-t", "X"), "A process is needed", "--process and one of: PIL"),
        (("PRO", "-p", "PRE", "-t", "Deux", "mots"), "Too many words: mots.", "between quotes"),
    ],
)
def test_wrong_words_write_nothing(
    smq: Runner, demo: Path, words: tuple[str, ...], sentence: str, hint: str
) -> None:
    """One line says what is wrong, one what to do."""
    before = files_of(demo)

    said = smq("-C", "demo", "new", *words)

    assert said.code == 2
    assert said.out == ""
    first, second = said.err.splitlines()
    assert sentence in first
    assert hint in second
    assert files_of(demo) == before


def test_a_title_given_twice_is_said(smq: Runner, demo: Path) -> None:
    """The second document of that type and title is written, with a word about the first."""
    smq("-C", "demo", "new", "PRO", "-p", "PRE", "-t", "Gérer les déchets")
    other_type = smq("-C", "demo", "new", "MOP", "-p", "EQU", "-t", "Gérer les déchets")
    again = smq("-C", "demo", "new", "PRO", "-p", "EQU", "-t", "gérer  les Déchets")

    assert "already has this title" not in other_type.err
    assert again.code == 0
    assert "Warning: PRE-PRO-002 already has this title." in again.err
    assert 'smq set PRE-PRO-002 "titre=…"' in again.err
    assert again.out.startswith("EQU-PRO-")


def test_a_document_of_the_kit_that_was_left_out(smq: Runner) -> None:
    """What a criterion lacks is brought by the command that it gives: title and text of the kit."""
    smq("init", "petite", "--yes", "--size", "minimal", "--set", "nom=Plateforme X")
    lacking = smq("-C", "petite", "coverage").out
    command = "smq new PRO --process RHC --model rhc-pro-competences"
    assert f"→ {command}\n" in lacking

    assert smq("-C", "petite", *command.split()[1:]).code == 0

    (file,) = Path("petite").rglob("RHC-PRO-001-*.md")
    text = file.read_text(encoding="utf-8")
    assert "modele: infra-plus/rhc-pro-competences\n" in text
    assert "titre: Gérer les compétences" in text
    assert text.count("\n## ") >= 5
    assert "«rhc-pro-competences»" not in smq("-C", "petite", "coverage").out
    assert smq("-C", "petite", "check", "--select", "SYN,NUM").code == 0


def test_a_model_of_no_kit(smq: Runner, demo: Path) -> None:
    """It is kept as it is named, over the skeleton of the type, and needs a title."""
    assert "needs a title" in smq("-C", "demo", "new", "PRO", "-p", "PIL", "--model", "autre/x").err

    smq("-C", "demo", "new", "PRO", "-p", "PIL", "-t", "Carte", "--model", "autre/x")

    (file,) = demo.rglob("*-carte.md")
    assert "modele: autre/x\n" in file.read_text(encoding="utf-8")
