"""`smq sync`: two people, one shared folder; nothing of either is ever lost."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.colleagues import DEMANDES, ROWS, Colleague, Team, team
from tests.cli.conftest import Git
from tests.cli.life import Life
from tests.cli.runner import Runner
from tests.conftest import Repo

MARKS = ("<<<<<<<", ">>>>>>>")


@pytest.fixture
def both(repo: Repo, smq: Runner, git: Git, tmp_path: Path) -> Team:
    """Return two people who share a platform."""
    return team(repo, smq, git, tmp_path)


def same(both: Team) -> bool:
    """Return whether both folders hold the same, and nothing is left to record or share."""
    for person in (both.ines, both.hugo, both.ines):
        person.does("sync")
    return both.ines.files() == both.hugo.files() and both.ines.clean and both.hugo.clean


def test_brings_and_sends(both: Team) -> None:
    """What a colleague shared arrives with their name; one's own unsaved work is saved and sent."""
    both.hugo.write(both.hugo.document("PRE-PRO-001"), "Dire comment.", "Dire à qui.")
    sent = both.hugo.does("sync")
    brought = both.ines.does("sync")

    assert "You share:\n  PRE-PRO-001 Peser: changed\nSent to " in sent.out
    assert "Your colleagues bring:\n  PRE-PRO-001 Peser: changed (Hugo Marchal)" in brought.out
    assert "Dire à qui." in both.ines.read(both.ines.document("PRE-PRO-001"))
    assert same(both)
    assert "nothing to bring in or to send" in both.ines.does("sync").out


def test_both_add_a_row(both: Team) -> None:
    """Two requests of the same week stand in the register, in order, and nobody is asked."""
    path = both.hugo.folder / DEMANDES
    path.write_bytes(f"{ROWS}DEM-2027-0003;2027-02-26;Élution\r\n".encode())
    both.hugo.does("sync")
    path = both.ines.folder / DEMANDES
    path.write_bytes(f"{ROWS}DEM-2027-0004;2027-03-01;Peser\r\n".encode())

    said = both.ines.does("sync")

    assert "  register demandes: 1 row added (Hugo Marchal)" in said.out
    assert both.ines.read(DEMANDES) == (
        f"{ROWS}DEM-2027-0003;2027-02-26;Élution\r\nDEM-2027-0004;2027-03-01;Peser\r\n"
    )
    assert same(both)


def test_both_edit_other_fields_and_passages(both: Team) -> None:
    """Header and text are joined; the document is named."""
    path = both.hugo.document("PRE-PRO-001")
    both.hugo.write(path, "titre: Peser", "titre: Peser à l’étuve")
    both.hugo.write(path, "Rendre compte.", "Rendre.")
    both.hugo.does("sync")
    both.ines.write(path, "- A-1", "- A-1\n- A-2")
    both.ines.write(path, "Dire comment.", "Dire à qui.")

    said = both.ines.does("sync")

    assert "Joined: PRE-PRO-001 Peser\n" in said.out
    for words in ("Peser à l’étuve", "Rendre.", "- A-2", "Dire à qui."):
        assert words in both.ines.read(path)
    assert same(both)


def clash(both: Team) -> str:
    """Let both write one passage; return the path."""
    path = both.hugo.document("PRE-PRO-001")
    both.hugo.write(path, "Dire comment.", "Dire à qui.")
    both.hugo.does("sync")
    both.ines.write(path, "Dire comment.", "Dire pourquoi.")
    both.ines.does("save", "-m", "Objet")
    return path


def test_one_passage_written_twice_changes_nothing(both: Team) -> None:
    """Document, place, people and both writings are told; the folder and its history stay."""
    clash(both)
    before, head = both.ines.files(), both.ines.head()

    said = both.ines.run("sync")

    assert said.code == 1
    for words in (
        "PRE-PRO-001 Peser – text under «Objet»",
        "here: Inès Vautrin, 2027-03-01",
        "shared: Hugo Marchal, 2027-02-26",
        "Dire pourquoi.",
        "Dire à qui.",
    ):
        assert words in said.out
    assert "smq sync --mine PRE-PRO-001" in said.err
    assert (both.ines.files(), both.ines.head(), both.ines.clean) == (before, head, True)


def test_told_in_french(both: Team) -> None:
    """The same in the language of the platform, dates as people write them."""
    clash(both)

    said = both.ines.run("sync", lang="fr")

    assert "Hugo Marchal, 26/02/2027" in said.out


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (("--mine", "PRE-PRO-001"), ["Dire pourquoi."]),
        (("--theirs", "pre-pro-001"), ["Dire à qui."]),
        (("--theirs", "all", "--mine", "PRE-MOP-001"), ["Dire à qui."]),
        (("--mine", "tout"), ["Dire pourquoi."]),
    ],
)
def test_a_choice_on_the_command_line(both: Team, words: tuple[str, ...], kept: list[str]) -> None:
    """The passage chosen is kept, in a text without any sign of a merge."""
    path = clash(both)

    both.ines.does("sync", *words)

    text = both.ines.read(path)
    assert [w for w in ("Dire pourquoi.", "Dire à qui.") if w in text] == kept
    assert not any(mark in text for mark in MARKS)
    assert same(both)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("1\n", ["Dire pourquoi."]),
        ("x\n2\n", ["Dire à qui."]),
        ("3\n", ["Dire pourquoi.", "Dire à qui."]),
    ],
)
def test_a_choice_at_the_terminal(both: Team, typed: str, kept: list[str]) -> None:
    """Each place is shown and asked about: mine, theirs, or both."""
    path = clash(both)

    said = both.ines.run("sync", typed=typed)

    assert said.code == 0, said.both
    assert [w for w in ("Dire pourquoi.", "Dire à qui.") if w in both.ines.read(path)] == kept
    assert same(both)


def test_stopping_at_the_question_changes_nothing(both: Team) -> None:
    """«.» leaves both works as they were."""
    clash(both)
    before = both.ines.files()

    assert both.ines.run("sync", typed=".\n").code == 1
    assert (both.ines.files(), both.ines.clean) == (before, True)


def test_one_moves_while_the_other_edits(both: Team) -> None:
    """The text goes with the document, known by its identifier, wherever it lies now."""
    old = both.hugo.document("PRE-PRO-001")
    new = "documents/PRE/PRE-PRO-001-ailleurs.md"
    (both.hugo.folder / old).rename(both.hugo.folder / new)
    both.hugo.write(new, "Rendre compte.", "Rendre.")
    both.hugo.does("sync")
    both.ines.write(old, "Dire comment.", "Dire à qui.")

    both.ines.does("sync")

    assert not (both.ines.folder / old).exists()
    assert "Dire à qui." in both.ines.read(new)
    assert "Rendre." in both.ines.read(new)
    assert same(both)


def test_one_removes_while_the_other_edits(both: Team) -> None:
    """A removal is no reason to lose what somebody wrote: the person chooses."""
    path = both.hugo.document("PRE-PRO-001")
    (both.hugo.folder / path).unlink()
    both.hugo.does("sync")
    both.ines.write(path, "Dire comment.", "Dire à qui.")

    said = both.ines.run("sync")
    assert said.code == 1
    assert "PRE-PRO-001 Peser – removed on one side, changed on the other" in said.out
    assert (both.ines.folder / path).exists()

    both.ines.does("sync", "--mine", "PRE-PRO-001")
    assert "Dire à qui." in both.ines.read(path)
    assert same(both)


def test_one_withdraws_while_the_other_edits(both: Team) -> None:
    """Both are kept, and it is said that a withdrawn document was changed."""
    path = both.hugo.document("PRE-PRO-001")
    both.hugo.write(path, "statut: projet", "statut: retire")
    both.hugo.does("sync")
    both.ines.write(path, "Dire comment.", "Dire à qui.")

    said = both.ines.does("sync")

    assert "PRE-PRO-001 was withdrawn on one side while the other changed it" in said.err
    assert "Dire à qui." in both.ines.read(path)


def test_an_original_changed_on_both_sides(both: Team) -> None:
    """No one can join two Word files: the shared one stays, mine lies beside it and is shared."""
    path = "documents/PRE/manuel.docx"
    (both.hugo.folder / path).write_bytes(b"PK\0\0 de Hugo")
    both.hugo.does("sync")
    (both.ines.folder / path).write_bytes("PK\0\0 d’Inès".encode())

    said = both.ines.does("sync")

    copy = "documents/PRE/manuel (conflicted copy of Inès Vautrin, 2027-03-01).docx"
    assert both.ines.read(path) == "PK\0\0 de Hugo"
    assert both.ines.read(copy) == "PK\0\0 d’Inès"
    assert "cannot be joined" in said.out
    assert same(both)
    (both.ines.folder / copy).unlink()
    assert same(both)


def test_two_people_take_one_number(both: Team) -> None:
    """Both documents arrive, even under one name, and the command that settles it is named."""
    for person, title in ((both.hugo, "Doser"), (both.ines, "Doser")):
        person.does("new", "PRO", "--process", "PRE", "--title", title)
    both.hugo.does("sync")

    said = both.ines.does("sync")

    names = sorted(f.name for f in (both.ines.folder / "documents/PRE").glob("PRE-PRO-002*"))
    assert names == ["PRE-PRO-002-doser-2.md", "PRE-PRO-002-doser.md"]
    assert "smq renumber --auto" in said.err
    assert both.ines.does("renumber", "--auto").code == 0
    assert same(both)


def test_an_approved_text_that_the_merge_changed(
    life: Life, smq: Runner, git: Git, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What was approved is not what stands there now, and it is said at once."""
    life.in_force()
    there = tmp_path_factory.mktemp("ailleurs")
    ines = Colleague("Inès Vautrin", life.repo.root, "2027-03-01", smq, git)
    shared = there / "partage"
    ines.does("sync", "--with", str(shared))
    hugo = replace(ines, name="Hugo Marchal", folder=there / "hugo")
    smq("sync", "--with", str(shared), "--into", str(hugo.folder))
    path = hugo.document("PRE-PRO-001")
    hugo.write(path, "Toutes les prestations.", "Toutes.")
    hugo.does("sync")
    ines.write(path, "La référente qualité tient", "L’équipe tient")

    said = ines.does("sync")

    assert f"{path}" in said.err
    assert "What was approved is not what stands there now" in said.err


def test_line_ends_of_an_editor_stay(both: Team) -> None:
    """A text saved with CRLF is joined, and keeps its line ends."""
    path = both.hugo.document("PRE-PRO-001")
    both.hugo.write(path, "Rendre compte.", "Été.")
    both.hugo.does("sync")
    both.ines.write(path, "Dire comment.", "Dire à qui.")
    both.ines.write(path, "\n", "\r\n")

    both.ines.does("sync")

    text = both.ines.read(path)
    assert "Dire à qui." in text
    assert "Été." in text
    assert text.count("\r\n") == text.count("\n")
    assert same(both)


def test_unsaved_work_is_not_overwritten(both: Team) -> None:
    """With --no-save, a file that a colleague changed too stops the command, whole."""
    path = both.hugo.document("PRE-PRO-001")
    both.hugo.write(path, "Rendre compte.", "Rendre.")
    both.hugo.does("sync")
    both.ines.write(path, "Dire comment.", "Dire à qui.")
    before, head = both.ines.files(), both.ines.head()

    said = both.ines.run("sync", "--no-save")

    assert said.code == 2
    assert f"{path} holds work that no version has yet" in said.err
    assert (both.ines.files(), both.ines.head()) == (before, head)


def test_unsaved_work_elsewhere_stays_unsaved(both: Team) -> None:
    """With --no-save the rest arrives, and what was not recorded is still there, unrecorded."""
    both.hugo.write(both.hugo.document("PRE-PRO-001"), "Rendre compte.", "Rendre.")
    both.hugo.does("sync")
    other = both.ines.document("PRE-MOP-001")
    both.ines.write(other, "Dire comment.", "Dire à qui.")

    both.ines.does("sync", "--no-save")

    assert "Rendre." in both.ines.read(both.ines.document("PRE-PRO-001"))
    assert both.ines.git(both.ines.folder, "status", "--porcelain").split() == ["M", other]


def test_a_file_in_the_way_is_not_overwritten(both: Team) -> None:
    """A file that git ignores here, and that a colleague shared under the same name, stays."""
    (both.hugo.folder / "note.tmp").write_text("de Hugo", encoding="utf-8")
    both.hugo.does("sync")
    exclude = both.ines.folder / ".git/info/exclude"
    exclude.write_text("*.tmp\n", encoding="utf-8")
    (both.ines.folder / "note.tmp").write_text("d’Inès", encoding="utf-8")

    said = both.ines.run("sync")

    assert said.code == 2
    assert both.ines.read("note.tmp") == "d’Inès"


def test_dry_run_writes_and_sends_nothing(both: Team) -> None:
    """What would come and go is said."""
    both.hugo.write(both.hugo.document("PRE-PRO-001"), "Rendre compte.", "Rendre.")
    both.hugo.does("sync")
    both.ines.write(both.ines.document("PRE-MOP-001"), "Dire comment.", "Dire à qui.")
    before, head = both.ines.files(), both.ines.head()

    said = both.ines.does("sync", "--dry-run")

    assert "PRE-MOP-001 Régler la balance: changed" in said.out
    assert "PRE-PRO-001 Peser: changed (Hugo Marchal)" in said.out
    assert (both.ines.files(), both.ines.head()) == (before, head)


def test_three_people(both: Team, tmp_path: Path) -> None:
    """Each brings what the two others wrote."""
    zoe = replace(both.ines, name="Zoé Petit", folder=tmp_path / "zoe")
    zoe.smq("sync", "--with", str(both.shared), "--into", str(zoe.folder))
    for person, old, new in (
        (both.ines, "Dire comment.", "Dire à qui."),
        (both.hugo, "Rendre compte.", "Rendre."),
        (zoe, "titre: Peser", "titre: Peser juste"),
    ):
        person.write(person.document("PRE-PRO-001"), old, new)
        person.does("sync")

    assert same(both)
    zoe.does("sync")
    assert zoe.files() == both.ines.files()
    assert "titre: Peser juste" in both.hugo.read(both.hugo.document("PRE-PRO-001"))
