"""`smq renumber --auto` on real merges: who keeps the code, and where each mention leads."""

import subprocess
from pathlib import Path

import pytest

from tests.cli.people import People, people
from tests.cli.runner import Runner, files_of
from tests.conftest import Repo

SEVEN = "PRE-PRO-002"


@pytest.fixture
def world(smq: Runner, repo: Repo) -> People:
    """Return a platform on main with one document, in git."""
    return people(repo)


def two_numbers(world: People) -> None:
    """Let two people take the same number, each citing his own document in the first one's."""
    world.branch("ana")
    world.document(SEVEN, "ana22222")
    world.document("PRE-MOP-001", "anamop22", f"Ana dit {SEVEN}.\n")
    world.commit("Ana")
    world.branch("bob")
    world.document(SEVEN, "bob22222")
    world.document("PRE-MOP-002", "bobmop22", f"Bob dit {SEVEN}.\n")
    world.commit("Bob")
    world.go_to("main")
    world.merge("ana")
    world.merge("bob")


def test_a_number_taken_twice_is_reported_without_a_conflict(smq: Runner, world: People) -> None:
    """git merged two files of other names; `check` names both, and the command that settles it."""
    two_numbers(world)

    said = smq("check")

    assert said.code == 1
    assert f"{SEVEN} is also the code of documents/PRE/{SEVEN}-ana22222.md" in said.out
    assert "smq renumber --auto" in said.out


def test_two_branches(smq: Runner, world: People) -> None:
    """Who came first keeps the number; what each wrote leads where he meant."""
    two_numbers(world)

    said = smq("renumber", "--auto")

    assert said.code == 0
    assert world.codes()["ana22222"] == SEVEN
    assert world.codes()["bob22222"] == "PRE-PRO-003"
    assert f"Ana dit {SEVEN}." in world.text("documents/PRE/PRE-MOP-001-*")
    assert "Bob dit PRE-PRO-003." in world.text("documents/PRE/PRE-MOP-002-*")
    assert f"{SEVEN} becomes PRE-PRO-003, Titre de {SEVEN}." in said.err
    assert "it came first into this history" in said.err
    assert "alias" not in world.text("documents/PRE/PRE-PRO-003-*")
    assert [
        line for line in smq("check").out.splitlines() if "NUM" in line or "LNK001" in line
    ] == []


def test_nothing_left_to_settle(smq: Runner, world: People) -> None:
    """A second run finds nothing to do and writes nothing."""
    two_numbers(world)
    smq("renumber", "--auto")
    world.commit("Réparé")
    before = files_of(world.repo.root)

    said = smq("renumber", "--auto")

    assert said.code == 0
    assert "No code is carried twice" in said.err
    assert files_of(world.repo.root) == before


def test_dry_run_shows_what_is_written(smq: Runner, world: People) -> None:
    """It shows each file once with its lines, and writes nothing."""
    two_numbers(world)
    before = files_of(world.repo.root)

    said = smq("renumber", "--auto", "--dry-run")

    assert files_of(world.repo.root) == before
    assert f"moves documents/PRE/{SEVEN}-bob22222.md to documents/PRE/PRE-PRO-003-" in said.out
    assert f"  -Bob dit {SEVEN}.\n  +Bob dit PRE-PRO-003.\n" in said.out


def test_three_branches(smq: Runner, world: People) -> None:
    """Of three, the first keeps it; the others get the next numbers, by identifier."""
    places = {"ana": "PIL", "bob": "MAD", "eve": "EQU"}
    for name, process in places.items():
        world.branch(name, "main")
        world.document(SEVEN, f"{name}22222")
        world.document(
            f"{process}-MOP-001",
            f"{name}mop22",
            f"Dit {SEVEN}.\n",
        )
        world.commit(name)
    world.go_to("main")
    for name in ("bob", "eve", "ana"):
        world.merge(name)

    assert smq("renumber", "--auto").code == 0

    assert [world.codes()[f"{name}22222"] for name in ("bob", "ana", "eve")] == [
        SEVEN,
        "PRE-PRO-003",
        "PRE-PRO-004",
    ]
    assert f"Dit {SEVEN}." in world.text("documents/MAD/*")
    assert "Dit PRE-PRO-003." in world.text("documents/PIL/*")
    assert "Dit PRE-PRO-004." in world.text("documents/EQU/*")


def test_the_approved_one_keeps_it(smq: Runner, world: People) -> None:
    """What was approved keeps its code although it came later."""
    world.branch("bob")
    world.document(SEVEN, "bob22222", version="1", statut="applicable")
    world.commit("Bob")
    world.go_to("main")
    world.document(SEVEN, "ana22222", f"Moi, {SEVEN}.\n")
    world.commit("Ana")
    world.merge("bob")

    said = smq("renumber", "--auto")

    assert said.code == 0
    assert world.codes()["bob22222"] == SEVEN
    assert "it was approved" in said.err
    assert "Moi, PRE-PRO-003." in world.text("documents/PRE/PRE-PRO-003-*"), (
        "its own name for itself"
    )


def test_two_approved_ones_are_for_people(smq: Runner, world: People) -> None:
    """Both are named, nothing of theirs changes, and the exit code says so."""
    world.branch("bob")
    world.document(SEVEN, "bob22222", version="1", statut="applicable")
    world.commit("Bob")
    world.go_to("main")
    world.document(SEVEN, "ana22222", version="1", statut="applicable")
    world.commit("Ana")
    world.merge("bob")
    before = files_of(world.repo.root)

    said = smq("renumber", "--auto")

    assert said.code == 1
    assert f"documents/PRE/{SEVEN}-ana22222.md, documents/PRE/{SEVEN}-bob22222.md" in said.err
    assert "both were approved" in said.err
    assert files_of(world.repo.root) == before


def test_a_third_person_who_saw_one_of_them(smq: Runner, world: People) -> None:
    """Whoever wrote beside one document meant it, on whichever branch it came."""
    world.branch("bob")
    world.document(SEVEN, "bob22222")
    world.commit("Bob")
    world.branch("eve", "bob")
    world.append("documents/PRE/PRE-PRO-001-*", f"Ève lit {SEVEN}.")
    world.commit("Ève")
    world.go_to("main")
    world.document(SEVEN, "ana22222")
    world.commit("Ana")
    world.branch("max")
    world.document("PRE-MOP-001", "maxmop22", f"Max lit {SEVEN}.\n")
    world.commit("Max")
    world.go_to("main")
    world.merge("bob")
    world.merge("max")
    world.merge("eve")

    assert smq("renumber", "--auto").code == 0

    assert "Ève lit PRE-PRO-003." in world.text("documents/PRE/PRE-PRO-001-*")
    assert f"Max lit {SEVEN}." in world.text("documents/PRE/PRE-MOP-001-*")


def test_a_third_person_who_saw_both(smq: Runner, world: People) -> None:
    """What was written where the code was shared is left, listed with its place; exit 1."""
    two_numbers(world)
    world.append("documents/PRE/PRE-PRO-001-*", f"  Qui est {SEVEN} ?")
    world.commit("Ève")
    world.append("documents/PRE/PRE-PRO-001-*", f"Et {SEVEN}, non enregistré ?")
    place = len(world.text("documents/PRE/PRE-PRO-001-*").splitlines())

    said = smq("renumber", "--auto")

    assert said.code == 1
    assert world.codes()["bob22222"] == "PRE-PRO-003"
    assert f"Qui est {SEVEN} ?" in world.text("documents/PRE/PRE-PRO-001-*")
    assert (
        f"documents/PRE/PRE-PRO-001-first2aa.md:{place - 2}:11 {SEVEN}: write here {SEVEN}"
        in said.err
    )
    assert f"documents/PRE/PRE-PRO-001-first2aa.md:{place}:4 {SEVEN}" in said.err
    assert "2 mentions are left to you" in said.err


def test_one_renumbered_meanwhile(smq: Runner, world: People) -> None:
    """A mention written elsewhere of a code that its document left follows it there."""
    world.document(SEVEN, "bob22222")
    world.commit("Bob")
    world.branch("eve")
    world.append("documents/PRE/PRE-PRO-001-*", f"Ève lit {SEVEN}.")
    world.commit("Ève")
    world.go_to("main")
    assert smq("renumber", SEVEN, "PRE-PRO-005").code == 0
    world.commit("Renuméroté")
    world.merge("eve")

    said = smq("renumber", "--auto")

    assert said.code == 0
    assert "Ève lit PRE-PRO-005." in world.text("documents/PRE/PRE-PRO-001-*")
    assert f"{SEVEN} → PRE-PRO-005" in said.err


def test_both_took_the_number_that_one_renumbered_to(smq: Runner, world: People) -> None:
    """Mentions of the old and of the new code lead to the document that each author saw."""
    world.document(SEVEN, "old22222")
    world.commit("Un document")
    world.branch("bob")
    world.document("PRE-PRO-003", "bob22222", f"Voir {SEVEN}.\n")
    world.document("PRE-MOP-001", "bobmop22", "Bob lit PRE-PRO-003.\n")
    world.commit("Bob")
    world.go_to("main")
    assert smq("renumber", SEVEN, "PRE-PRO-004").code == 0
    world.commit("Renuméroté")
    world.document(SEVEN.replace("2", "5"), "ana22222", "Ana lit PRE-PRO-004.\n")
    world.commit("Ana")
    world.merge("bob")

    assert smq("renumber", "--auto").code == 0

    assert world.codes()["old22222"] == "PRE-PRO-004"
    assert "Voir PRE-PRO-004." in world.text("documents/PRE/PRE-PRO-003-*")
    assert "Ana lit PRE-PRO-004." in world.text("documents/PRE/PRE-PRO-005-*")


def test_a_branch_that_comes_after_the_repair(smq: Runner, world: People) -> None:
    """Its old mentions of a code that is another's by now still reach the document meant."""
    two_numbers(world)
    world.branch("late", "bob")
    world.append("documents/PRE/PRE-PRO-001-*", f"Tard : {SEVEN}.")
    world.commit("Tard")
    world.go_to("main")
    smq("renumber", "--auto")
    world.commit("Réparé")
    world.merge("late")

    said = smq("renumber", "--auto")

    assert said.code == 0
    assert "Tard : PRE-PRO-003." in world.text("documents/PRE/PRE-PRO-001-*")


def test_rebase(smq: Runner, world: People) -> None:
    """Commits rewritten on top of the other document came with theirs by the merge."""
    world.branch("bob")
    world.document(SEVEN, "bob22222")
    world.commit("Bob")
    world.document("PRE-MOP-001", "bobmop22", f"Bob lit {SEVEN}.\n")
    world.commit("Bob cite")
    world.go_to("main")
    world.document(SEVEN, "ana22222")
    world.commit("Ana")
    world.go_to("bob")
    world.git.run("rebase", "--quiet", "main")
    world.go_to("main")
    world.merge("bob")

    assert smq("renumber", "--auto").code == 0

    assert world.codes()["ana22222"] == SEVEN
    assert "Bob lit PRE-PRO-003." in world.text("documents/PRE/PRE-MOP-001-*")


@pytest.mark.parametrize("way", ["squash", "cherry-pick", "fast-forward"])
def test_what_one_line_of_history_does_not_tell(smq: Runner, world: People, way: str) -> None:
    """Without the branch nothing tells whom a line meant: the code moves, the line is listed."""
    world.branch("bob")
    world.document(SEVEN, "bob22222")
    world.document("PRE-MOP-001", "bobmop22", f"Bob lit {SEVEN}.\n")
    world.commit("Bob")
    world.go_to("main")
    world.document(SEVEN, "ana22222")
    world.commit("Ana")
    if way == "squash":
        world.git.run("merge", "--quiet", "--squash", "bob")
        world.commit("Tout de Bob")
    elif way == "cherry-pick":
        world.git.run("cherry-pick", "bob")
    else:
        world.go_to("bob")
        world.git.run("rebase", "--quiet", "main")

    said = smq("renumber", "--auto")

    assert said.code == 1
    assert world.codes()["ana22222"] == SEVEN
    assert world.codes()["bob22222"] == "PRE-PRO-003"
    assert f"Bob lit {SEVEN}." in world.text("documents/PRE/PRE-MOP-001-*")
    assert f"{SEVEN}: write here {SEVEN} (Titre de {SEVEN}) or PRE-PRO-003 (" in said.err


def test_moved_and_edited_on_both_sides(smq: Runner, world: People) -> None:
    """A document renamed on one side and edited on the other is one; its lines tell who wrote."""
    world.branch("bob")
    world.document(SEVEN, "bob22222")
    world.append("documents/PRE/PRE-PRO-001-*", f"Bob lit {SEVEN}.")
    world.commit("Bob")
    world.go_to("main")
    world.document(SEVEN, "ana22222")
    folder = world.repo.root / "documents/PRE"
    moved = folder / "PRE-PRO-001-un-autre-titre.md"
    (folder / "PRE-PRO-001-first2aa.md").rename(moved)
    text = moved.read_text(encoding="utf-8").replace("Phrase 0", f"Phrase {SEVEN} et 0")
    moved.write_text(text, encoding="utf-8")
    world.commit("Ana")
    world.merge("bob")

    assert smq("renumber", "--auto").code == 0

    after = world.text("documents/PRE/PRE-PRO-001-un-autre-titre.md")
    assert "Bob lit PRE-PRO-003." in after
    assert f"Phrase {SEVEN} et 0" in after


def test_a_merge_under_way(smq: Runner, world: People) -> None:
    """Before the merge is recorded, the lines of both sides are known already."""
    world.branch("bob")
    world.document(SEVEN, "bob22222")
    world.document("PRE-MOP-001", "bobmop22", f"Bob lit {SEVEN}.\n")
    world.commit("Bob")
    world.go_to("main")
    world.document(SEVEN, "ana22222")
    world.commit("Ana")
    world.merge("bob", "--no-commit")

    assert smq("renumber", "--auto").code == 0

    assert "Bob lit PRE-PRO-003." in world.text("documents/PRE/PRE-MOP-001-*")


def test_a_shallow_copy(smq: Runner, world: People, tmp_path: Path) -> None:
    """Where the order of arrival is cut off, the codes stay, and a word says what is missing."""
    two_numbers(world)
    world.append("documents/PRE/PRE-PRO-001-*", "Plus tard.")
    world.commit("Plus tard")
    copy = tmp_path / "copie"
    subprocess.run(
        ["git", "clone", "--quiet", "--depth", "1", world.repo.root.as_uri(), str(copy)], check=True
    )
    before = files_of(copy)

    said = smq("-C", str(copy), "renumber", "--auto")

    assert said.code == 1
    assert (
        "this copy of the repository is not whole, and does not tell which came first" in said.err
    )
    assert files_of(copy) == before


def test_what_is_shared_already_comes_first(smq: Runner, world: People, tmp_path: Path) -> None:
    """After a pull into one's own work, the document that the others have keeps its code."""
    copy = tmp_path / "copie"
    world.git.run("clone", "--quiet", world.repo.root.as_uri(), str(copy))
    mine = People(Repo(copy), type(world.git)(copy))
    mine.document(SEVEN, "mine2222")
    mine.document("PRE-MOP-001", "minemop2", f"Le mien : {SEVEN}.\n")
    mine.commit("Le mien")
    world.document(SEVEN, "theirs22")
    world.commit("Le leur")
    mine.git.run("pull", "--quiet", "--no-rebase", "--no-edit")

    said = smq("-C", str(copy), "renumber", "--auto")

    assert said.code == 0
    assert mine.codes()["theirs22"] == SEVEN
    assert "it was there already in what others share" in said.err
    assert "Le mien : PRE-PRO-003." in mine.text("documents/PRE/PRE-MOP-001-*")


def test_before_the_merge(smq: Runner, world: People) -> None:
    """`check --base` sees the number that the other branch took; `--auto --base` takes another."""
    world.document(SEVEN, "ana22222")
    world.commit("Ana")
    world.branch("bob", "main~1")
    world.document(SEVEN, "bob22222")
    world.document("PRE-MOP-001", "bobmop22", f"Bob lit {SEVEN}.\n")
    world.commit("Bob")

    assert "NUM011" in smq("check", "--base", "main").out
    said = smq("renumber", "--auto", "--base", "main")

    assert said.code == 0
    assert world.codes()["bob22222"] == "PRE-PRO-003"
    assert "Bob lit PRE-PRO-003." in world.text("documents/PRE/PRE-MOP-001-*")
    assert "NUM011" not in smq("check", "--base", "main").out


def test_a_copied_file(smq: Runner, world: People) -> None:
    """A copy gets an identifier and a number of its own; mentions stay with the original."""
    world.append("documents/PRE/PRE-PRO-001-*", "Moi.")
    world.document("PRE-MOP-001", "anamop22", "Voir PRE-PRO-001.\n")
    world.commit("Un pas")
    folder = world.repo.root / "documents/PRE"
    raw = (folder / "PRE-PRO-001-first2aa.md").read_bytes()
    (folder / "PRE-PRO-001-a-la-copie.md").write_bytes(raw)
    world.commit("Copié")

    said = smq("renumber", "--auto")

    assert said.code == 0
    assert "is a copy of documents/PRE/PRE-PRO-001-first2aa.md: it becomes PRE-PRO-002" in said.err
    assert world.codes()["first2aa"] == "PRE-PRO-001"
    assert sorted(world.codes().values()) == ["PRE-MOP-001", "PRE-PRO-001", "PRE-PRO-002"]
    assert "Voir PRE-PRO-001." in world.text("documents/PRE/PRE-MOP-001-*")


def test_everywhere_and_from_a_folder_below(smq: Runner, world: People) -> None:
    """Headers, registers, answers and records follow too; CRLF, accents and spaces stay."""
    top = world.repo.root
    repo = Repo(top / "Ma plateforme é")
    repo.root.mkdir()
    repo.settings({})
    for file in sorted((top / "referentiel/types").glob("*.yaml")):
        repo.write(f"referentiel/types/{file.name}", file.read_bytes())
    repo.write("registres/objectifs.csv", b"id;preuve\r\nO1;\xc3\xa0 venir\r\n")
    below = People(repo, world.git)
    world.commit("Une plateforme plus bas")
    world.branch("bob")
    below.document("PRE-FOR-001", "bob22222")
    below.document("PRE-PRO-009", "bobpro22", liens={"formulaires": ["PRE-FOR-001"]})
    crlf = below.document("PRE-MOP-001", "bobmop22", "Voir « PRE-FOR-001 », à l'accueil.\n")
    text = repo.root / crlf
    text.write_bytes(text.read_bytes().replace(b"\n", b"\r\n"))
    repo.write("registres/objectifs.csv", b"id;preuve\r\nO1;PRE-FOR-001\r\n")
    repo.write("evaluation.yaml", "reponses:\n  X: {preuves: [PRE-FOR-001]}\n")
    repo.write(
        "enregistrements/PRE/PRE-FOR-001-2027-01-01.yaml",
        "id: E1\ntitre: Fiche\nformulaire: PRE-FOR-001\nformulaire_id: bob22222\n"
        "fichier: PRE-FOR-001-2027-01-01.pdf\n",
    )
    repo.write("enregistrements/PRE/PRE-FOR-001-2027-01-01.pdf", b"%PDF-1.4 PRE-FOR-001")
    world.commit("Bob")
    world.go_to("main")
    below.document("PRE-FOR-001", "ana22222")
    world.commit("Ana")
    world.merge("bob")

    assert smq("-C", str(repo.root / "documents"), "renumber", "--auto").code == 0

    assert below.codes()["bob22222"] == "PRE-FOR-002"
    assert "- PRE-FOR-002\n" in below.text("documents/PRE/PRE-PRO-009-*")
    assert "Voir « PRE-FOR-002 », à l'accueil.\r\n" in below.text("documents/PRE/PRE-MOP-001-*")
    assert below.text("registres/objectifs.csv").endswith("O1;PRE-FOR-002\r\n")
    assert "[PRE-FOR-002]" in below.text("evaluation.yaml")
    assert "formulaire: PRE-FOR-002\n" in below.text("enregistrements/PRE/PRE-FOR-002-*.yaml")
    assert below.text("enregistrements/PRE/PRE-FOR-002-*.pdf") == "%PDF-1.4 PRE-FOR-001"


def test_without_git(smq: Runner, repo: Repo) -> None:
    """Without history the smaller identifier keeps the code, and mentions are listed."""
    repo.document(SEVEN, id="bbbb2222")
    path = repo.document("PRE-MOP-001", f"Voir {SEVEN}.\n")
    first = repo.root / "documents/PRE" / f"{SEVEN}-document.md"
    first.rename(first.with_name(f"{SEVEN}-b.md"))
    repo.document(SEVEN, id="aaaa2222")

    said = smq("renumber", "--auto")

    assert said.code == 1
    assert (repo.root / "documents/PRE/PRE-PRO-003-b.md").is_file()
    assert "nothing tells which came first" in said.err
    assert f"{path}:" in said.err


def test_links_that_the_base_moved(smq: Runner, world: People) -> None:
    """`check --base` says which code of a document cited here is another there by now."""
    world.document(SEVEN, "bob22222")
    world.commit("Bob")
    world.branch("eve")
    world.append("documents/PRE/PRE-PRO-001-*", f"Ève lit {SEVEN}.")
    world.commit("Ève")
    world.go_to("main")
    smq("renumber", SEVEN, "PRE-PRO-005")
    world.commit("Renuméroté")
    world.go_to("eve")

    assert "NUM017" not in smq("check").out
    assert f"{SEVEN} is PRE-PRO-005 in main by now" in smq("check", "--base", "main").out
