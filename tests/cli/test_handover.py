"""`smq handover`: what is attached to a person, and what a successor takes."""

import pytest

from tests.cli.conftest import Git
from tests.cli.runner import Runner, files_of
from tests.conftest import Repo

STAFF = "nom: personnels\ntitre: Personnel\ncolonnes: [{nom: id, requis: true}, {nom: nom}]\n"
ACTIONS = """
nom: actions
titre: Plan d’actions
colonnes:
  - {nom: id, requis: true}
  - {nom: objet, requis: true}
  - {nom: responsable, type: ref, vers: personnels.id, a_transmettre: "statut == 'a_faire'",
     anciens: anciens}
  - {nom: statut}
  - {nom: anciens, type: liste, vers: personnels.id}
  - {nom: verifiee_par, type: ref, vers: personnels.id}
"""
ROWS = (
    "id;objet;responsable;statut;anciens;verifiee_par\n"
    "A1;Ranger;P02;a_faire;;\n"
    "A2;Trier;P02;faite;;P02\n"
)
SIGNED = [
    {"version": "1", "par": "P02", "role": "approbateur", "date": "2027-01-10", "mode": "papier"}
]


@pytest.fixture
def terminal(repo: Repo, smq: Runner) -> Runner:
    """Return a terminal in a platform where P02 answers for five processes and two documents."""
    repo.write("referentiel/registres/personnels.yaml", STAFF)
    repo.write("referentiel/registres/actions.yaml", ACTIONS)
    repo.write("registres/personnels.csv", "id;nom\nP01;Claire\nP02;Hugo\nP03;Inès\n")
    repo.write("registres/actions.csv", ROWS)
    repo.document(
        "PRE-PRO-001",
        redacteur="P03",
        approbateur="P02",
        approbations=SIGNED,
        statut="applicable",
        version="1",
    )
    repo.document("EQU-MOP-001", redacteur="Hugo Marchal", approbateur="P01")
    return smq


def test_the_list_tells_what_goes_over_and_what_stays(repo: Repo, terminal: Runner) -> None:
    """Roles, processes, documents, visas and rows, under their headings; nothing is written."""
    before = files_of(repo.root)

    said = terminal("handover", "marchal")

    assert said.code == 0
    assert "What is attached to Hugo Marchal (P02)" in said.out
    assert "  → responsable, held by nobody else" in said.out
    assert "  → owner of PRE – Réaliser" in said.out
    assert "  → EQU-MOP-001 – Titre de EQU-MOP-001" in said.out
    assert "  · 1 visas in approvals" in said.out
    assert "  → A1 – Ranger (responsable)" in said.out
    assert "  · Plan d’actions: 2 rows" in said.out
    assert "smq handover P02 --to PERSON" in said.err
    assert files_of(repo.root) == before


def test_a_successor_takes_what_is_still_to_be_done(repo: Repo, terminal: Runner) -> None:
    """Settings, headers and open rows name the successor; what was done keeps its author."""
    said = terminal("handover", "P02", "--to", "claire fontaine")

    assert said.code == 0
    settings = (repo.root / "smq.yaml").read_text(encoding="utf-8")
    assert "pilote: P02" not in settings
    assert settings.count("pilote: P01") == 4
    rows = (repo.root / "registres/actions.csv").read_text(encoding="utf-8")
    assert "A1;Ranger;P01;a_faire;P02;" in rows
    assert "A2;Trier;P02;faite;;P02" in rows
    procedure = (repo.root / "documents/PRE/PRE-PRO-001-document.md").read_text(encoding="utf-8")
    assert "approbateur: P01" in procedure
    assert "par: P02" in procedure
    claire = repo.system().settings.person("P01")
    assert claire is not None
    assert claire.roles == ("direction", "responsable")


def test_nobody_approves_what_they_write(repo: Repo, terminal: Runner) -> None:
    """What a successor may not take is left, and said."""
    said = terminal("handover", "P02", "--to", "P03")

    procedure = (repo.root / "documents/PRE/PRE-PRO-001-document.md").read_text(encoding="utf-8")
    assert "approbateur: P02" in procedure
    assert "PRE-PRO-001: Inès Vautrin would write it and approve it." in said.err


def test_only_what_is_named(repo: Repo, terminal: Runner) -> None:
    """A word chooses lines of the list; one that is in none is refused."""
    terminal("handover", "P02", "--to", "P03", "--only", "EQU-MOP-001")
    unknown = terminal("handover", "P02", "--to", "P01", "--only", "XYZ")

    assert "redacteur: P03" in (repo.root / "documents/EQU/EQU-MOP-001-document.md").read_text(
        "utf-8"
    )
    assert (repo.root / "registres/actions.csv").read_text(encoding="utf-8") == ROWS
    assert (unknown.code, unknown.out) == (2, "")


def test_it_is_shown_first_and_recorded_after(repo: Repo, terminal: Runner, git: Git) -> None:
    """`--dry-run` writes nothing; `--commit` records these files alone."""
    git(repo.root, "init", "-q")
    git(repo.root, "add", ".")
    git(repo.root, "commit", "-qm", "un")
    repo.write("notes.txt", "à moi\n")

    shown = terminal("handover", "P02", "--to", "P01", "--dry-run")
    assert "changes smq.yaml" in shown.out
    assert git(repo.root, "status", "--porcelain").strip() == "?? notes.txt"

    terminal("handover", "P02", "--to", "P01", "--commit")
    assert git(repo.root, "status", "--porcelain").strip() == "?? notes.txt"
    assert "Hugo Marchal" in git(repo.root, "log", "-1", "--format=%s")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("P02", "--to", "P02"), "does not hand over to themselves"),
        (("Personne",), "«Personne» is nobody in smq.yaml"),
        (("P02", "--to", "P09"), "«P09» is nobody in smq.yaml"),
    ],
)
def test_who_is_not_known(terminal: Runner, words: tuple[str, ...], sentence: str) -> None:
    """One sentence, nothing written."""
    said = terminal("handover", *words)

    assert (said.code, said.out) == (2, "")
    assert sentence in said.err
