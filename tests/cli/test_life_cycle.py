"""What all verbs of a document's life share: bytes kept, dry run, history, other folders."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from smq.model import Status
from tests.cli.life import BODY, FILE, HEADER, OTHER, Life
from tests.cli.runner import files_of

VISA = ("--by", "claire", "--mode", "pv")
Before = Callable[[Life], None]


def nothing(_life: Life) -> None:
    """A draft as it is."""


def handed_over(life: Life) -> None:
    """A draft in review."""
    life.does("submit", "PRE-PRO-001")


def approved(life: Life) -> None:
    """A version approved."""
    life.approved()


def in_force(life: Life) -> None:
    """A version in force, recorded."""
    life.in_force()


def slipped(life: Life) -> None:
    """A version in force whose text was corrected."""
    life.in_force()
    life.write("une demande devient", "une demande, enfin, devient")


VERBS: dict[str, tuple[Before, tuple[str, ...], Status]] = {
    "submit": (nothing, (), Status.IN_REVIEW),
    "verify": (handed_over, ("--by", "hugo", "--mode", "pv"), Status.IN_REVIEW),
    "approve": (handed_over, VISA, Status.APPROVED),
    "refuse": (handed_over, ("--reason", "à revoir"), Status.DRAFT),
    "publish": (approved, ("--change", "Création"), Status.IN_FORCE),
    "revise": (in_force, (), Status.DRAFT),
    "correct": (slipped, ("--objet", "faute", *VISA), Status.IN_FORCE),
    "retire": (in_force, ("--reason", "fin"), Status.WITHDRAWN),
}


@pytest.fixture(params=VERBS)
def verb(request: pytest.FixtureRequest) -> str:
    """Return each verb in turn."""
    return str(request.param)


def ready(life: Life, verb: str) -> tuple[str, ...]:
    """Bring the procedure where a verb starts, recorded; return the command line."""
    before, words, _state = VERBS[verb]
    before(life)
    life.git(life.root, "add", "--all")
    life.git(life.root, "commit", "--quiet", "--allow-empty", "--message", "Avant")
    return (verb, "PRE-PRO-001", *words)


def lines_changed(before: str, after: str) -> list[str]:
    """Return the lines taken out and put in, as a dry run shows them."""
    from difflib import unified_diff

    found = list(unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm=""))[2:]
    return [f"  {line}" for line in found if not line.startswith("@@")]


def test_only_the_header_changes(life: Life, verb: str) -> None:
    """The text stays to the byte, and so do comments, quotes and the order of the fields."""
    words = ready(life, verb)
    before = life.text()

    life.does(*words)

    after = life.text()
    assert after != before
    assert after.partition("\n---\n")[2] == before.partition("\n---\n")[2]
    assert after.startswith(HEADER[:99].join(["---\n", ""]))
    assert "titre: 'Traiter une prestation' # entre apostrophes\n" in after
    assert "# voir la note\n" in after
    names = re.findall(r"^[a-z_]+(?=:)", before, re.MULTILINE)
    kept = [name for name in re.findall(r"^[a-z_]+(?=:)", after, re.MULTILINE) if name in names]
    assert kept == [name for name in names if name in kept]
    _before, _words, state = VERBS[verb]
    assert life.repo.system().documents[1].status is state


def test_line_ends_and_byte_order_mark_are_kept(life: Life, verb: str) -> None:
    """A file that Windows wrote stays one, and its approval holds on any other machine."""
    raw = f"\ufeff---\n{HEADER}---\n{BODY}".replace("\n", "\r\n").encode()
    life.repo.write(FILE, raw)
    words = ready(life, verb)

    life.does(*words)

    after = (life.root / FILE).read_bytes()
    assert after.startswith(b"\xef\xbb\xbf---\r\n")
    assert after.count(b"\n") == after.count(b"\r\n")
    before = life.repo.system().documents[1]
    life.repo.write(FILE, after.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n"))
    assert life.repo.system().documents[1].altered is before.altered


def test_a_dry_run_shows_what_the_real_run_writes(life: Life, verb: str) -> None:
    """The same lines, and not one byte written."""
    words = ready(life, verb)
    before, all_before = life.text(), files_of(life.root)

    shown = life.does(*words, "--dry-run")

    assert files_of(life.root) == all_before
    life.does(*words)
    head, *lines = shown.out.splitlines()[-1 - len(lines_changed(before, life.text())) :]
    assert head == f"changes {FILE}"
    assert lines == lines_changed(before, life.text())


def test_a_commit_of_its_own(life: Life, verb: str) -> None:
    """One version, with what the verb wrote and a sentence; other changes stay as they were."""
    words = ready(life, verb)
    life.write("Une balance.", "Deux balances.", OTHER)
    life.repo.write("brouillon.txt", "à moi\n")
    life.git(life.root, "add", "brouillon.txt")
    commits = life.git(life.root, "rev-list", "--count", "HEAD")

    said = life.does(*words, "--commit")

    assert int(life.git(life.root, "rev-list", "--count", "HEAD")) == int(commits) + 1
    assert life.git(life.root, "show", "--name-only", "--format=", "HEAD").split() == [FILE]
    (sentence,) = [line for line in said.out.splitlines() if line.startswith("PRE-PRO-001")]
    assert life.git(life.root, "log", "-1", "--format=%B").strip() == sentence
    assert life.git(life.root, "status", "--porcelain").splitlines() == [
        "A  brouillon.txt",
        f" M {OTHER}",
    ]
    assert "smq save" not in said.err.replace("smq save --", "")


def test_in_a_folder_of_a_bigger_repository(life: Life, verb: str, tmp_path: Path) -> None:
    """The platform is one folder among others; what is not its own is never touched."""
    life.forget()
    top = life.desk / "université"
    top.mkdir()
    (top / "autre.txt").write_text("autre\n", encoding="utf-8")
    inside = top / "qualité" / "plateforme"
    inside.parent.mkdir()
    life.root.rename(inside)
    tmp_path.mkdir(exist_ok=True)
    life.repo.root = inside
    life.git(top, "init", "--quiet", "--initial-branch", "main")
    life.at = inside
    words = ready(life, verb)
    (top / "autre.txt").write_text("changé\n", encoding="utf-8")

    life.does(*words, "--commit")

    named = life.git(top, "-c", "core.quotePath=false", "show", "--name-only", "--format=", "HEAD")
    assert named.split() == [f"qualité/plateforme/{FILE}"]
    assert life.git(top, "status", "--porcelain").strip() == "M autre.txt"


def test_several_documents_in_one_commit(life: Life) -> None:
    """The first line names the first document; the others stand below."""
    life.does("submit", "PRE-PRO-001", "PRE-MOP-001", "--commit")

    assert life.git(life.root, "log", "-1", "--format=%B").splitlines()[:3] == [
        "PRE-PRO-001 is in review (version 1 to come).",
        "",
        "PRE-MOP-001 is in review (version 1 to come).",
    ]


def test_the_proof_is_recorded_with_its_visa(life: Life) -> None:
    """A scan kept by the command, and one that lay in the folder unrecorded."""
    life.does("submit", "PRE-PRO-001", "PRE-MOP-001")
    life.does(
        "approve", "PRE-PRO-001", *VISA[:2], "--mode", "papier", "--proof", life.proof(), "--commit"
    )
    life.repo.write("enregistrements/pv.pdf", b"%PDF-1.4 pv")
    words = ("verify", "PRE-MOP-001", "--by", "hugo", "--mode", "pv", "--commit")

    life.does(*words, "--proof", "enregistrements/pv.pdf")

    assert life.git(life.root, "show", "--name-only", "--format=", "HEAD").split() == [
        OTHER,
        "enregistrements/pv.pdf",
    ]
    assert life.git(life.root, "status", "--porcelain") == ""


def test_where_git_refuses(life: Life) -> None:
    """A check that the forge installed says no: the file is written, and this is said."""
    hook = life.root / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'pas le vendredi' >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)

    said = life.does("submit", "PRE-PRO-001", "--commit", code=2)

    assert "\nstatut: en_verification" in life.text()
    assert said.out == "PRE-PRO-001 is in review (version 1 to come).\n"
    assert "It is written, and not recorded: git refuses: pas le vendredi" in said.err
    assert "Once that is settled: smq save" in said.err


def test_where_git_knows_nobody(life: Life) -> None:
    """Nothing is recorded in nobody's name, and nothing is written."""
    nobody = dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL"), "")
    before = files_of(life.root)

    said = life.smq("submit", "PRE-PRO-001", "--commit", env=nobody)

    assert said.code == 2
    assert "git does not know your name and e-mail" in said.err
    assert files_of(life.root) == before


@pytest.mark.parametrize("words", VERBS.values(), ids=VERBS)
def test_a_tree_that_smq_did_not_make(
    life: Life, words: tuple[Before, tuple[str, ...], Status], request: pytest.FixtureRequest
) -> None:
    """Its life cycle is another tool's: a visa written there would be read by nobody."""
    life.repo.settings({"lecture": {"racines": ["documents"]}})
    verb = request.node.callspec.id

    said = life.refused(verb, "PRE-PRO-001", *words[1])

    assert "PRE-PRO-001 follows the life cycle of the tool that made it" in said


def test_names_stay_out_of_a_history_of_identifiers(life: Life) -> None:
    """The person at the terminal sees a name; the file and the history hold an identifier."""
    people = {key: {**value, "nom": key} for key, value in life.repo.values["personnes"].items()}
    life.repo.settings({"personnes": people, "identifiants": True})
    names = "identifiant;nom\nP01;Claire Fontaine\nP02;Hugo Marchal\nP03;Inès Vautrin\n"
    life.repo.write("noms-des-personnes.csv", names)
    life.repo.write(".gitignore", "noms-des-personnes.csv\n")
    life.does("submit", "PRE-PRO-001")

    said = life.does("approve", "PRE-PRO-001", "--by", "fontaine", "--mode", "pv", "--commit")

    assert said.out == "PRE-PRO-001: version 1 approved by Claire Fontaine.\n"
    recorded = life.git(life.root, "show", "HEAD")
    assert "PRE-PRO-001: version 1 approved by P01." in recorded
    assert "Fontaine" not in recorded
