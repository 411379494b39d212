"""What the next session expects, and what is late in the registers."""

from pathlib import Path

import pytest

from smq import resources
from smq.model.task import Task, TaskKind
from smq.todo import todo
from tests.conftest import Repo

KIT = resources.kits() / "infra-plus"
COLUMNS = (
    "id;session;nature;libelle;document;statut_vise;registre;lignes;responsable;echeance;motif"
)


@pytest.fixture
def road(repo: Repo) -> Repo:
    """Return a platform with one session held and one to come on 15 March."""
    for name in ("jalons", "attendus", "actions"):
        file = Path(f"referentiel/registres/{name}.yaml")
        repo.write(file.as_posix(), (KIT / "registres" / f"{name}.yaml").read_bytes())
    repo.write("referentiel/echeances.yaml", (KIT / "echeances.yaml").read_bytes())
    repo.write(
        "registres/jalons.csv",
        """
        id;type;genre;date_prevue;date_reelle;attendus;faits
        JAL-001;session;travail;2027-02-15;2027-02-15;Carte des processus;
        JAL-002;session;travail;2027-03-15;;Apporter les contrats|Lire la charte;
        """,
    )
    return repo


def expected(repo: Repo, *rows: str) -> tuple[Task, ...]:
    """Return what is to be done once these rows are expected."""
    repo.write("registres/attendus.csv", "\n".join((COLUMNS, *rows, "")))
    return todo(repo.system(), {})


def test_phrases_of_the_next_session_are_due(road: Repo) -> None:
    """They have no row of their own; those of a session that took place were spoken of there."""
    found = expected(road)

    assert [(t.kind, t.values["title"], str(t.day)) for t in found] == [
        (TaskKind.SESSION, "Apporter les contrats", "2027-03-15"),
        (TaskKind.SESSION, "Lire la charte", "2027-03-15"),
    ]
    assert found[0].command == "smq session close JAL-002 --done …"


def test_late_rows_and_rows_to_have(road: Repo) -> None:
    """What an earlier session expects is late; what was put off, and what is later, waits."""
    found = expected(
        road,
        "ATD-1;JAL-001;tache;Former Paul;;;;;P02;2027-02-20;",
        "ATD-2;JAL-001;tache;Former Zoé;;;;;P02;2027-02-20;Absente",
        "ATD-3;JAL-002;registre;Actions notées;;;actions;3;P03;;",
        "ATD-4;JAL-002;tache;Plus tard;;;;;P03;2027-04-20;",
    )

    assert [(t.ref, t.name, t.late, t.command) for t in found] == [
        ("ATD-1", "Hugo Marchal", True, "smq session close JAL-001 --done …"),
        ("ATD-3", "Inès Vautrin", False, "smq register add actions"),
    ]


def test_a_document_expected_is_said_once_a_person(road: Repo) -> None:
    """Its own line has the day of the session; somebody else who answers for it has a line too."""
    road.document("PRE-PRO-001", redacteur="P03", approbateur="P01")

    mine = expected(
        road, "ATD-1;JAL-002;document;Procédure;PRE-PRO-001;applicable;;;P03;2027-03-12;"
    )
    assert [(t.kind, str(t.day)) for t in mine] == [(TaskKind.SUBMIT, "2027-03-12")]

    both = expected(
        road, "ATD-1;JAL-002;document;Procédure;PRE-PRO-001;applicable;;;P02;2027-03-12;"
    )
    assert [(t.kind, t.name, t.command) for t in both] == [
        (TaskKind.SUBMIT, "Inès Vautrin", "smq submit PRE-PRO-001"),
        (TaskKind.SESSION, "Hugo Marchal", "smq show PRE-PRO-001"),
    ]


def test_late_actions_are_told(road: Repo) -> None:
    """Those of the registers whose day is past; one that is done is not."""
    road.write("registres/jalons.csv", "id;type\n")
    road.write(
        "registres/actions.csv",
        """
        id;date;origine;processus;description;responsable;echeance;statut
        ACT-2027-001;2027-01-10;idee;PRE;Ranger;P03;2027-02-10;en_cours
        ACT-2027-002;2027-01-10;idee;PRE;Trier;P03;2027-02-10;verifiee
        ACT-2027-003;2027-01-10;idee;PRE;Peindre;P03;2027-03-10;a_faire
        """,
    )

    (task,) = expected(road)

    assert (task.kind, task.ref, task.late) == (TaskKind.OVERDUE, "ACT-2027-001", True)
    assert (task.name, str(task.day), task.command) == (
        "Inès Vautrin",
        "2027-02-10",
        "smq agenda --overdue",
    )
    assert task.location.path == "registres/actions.csv"
