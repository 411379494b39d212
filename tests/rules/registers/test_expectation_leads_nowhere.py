"""REG018: documents and tables that expectations and remarks name."""

from smq.model import Severity
from tests.coaching.conftest import ATTENDUS, REMARQUES
from tests.rules.registers.conftest import Tables
from tests.rules.sentences import shown

HEAD = "id;session;nature;libelle;document;registre\n"


def said(tables: Tables) -> list[str]:
    """Return what the rule says, each as a warning."""
    found = tables.repo.findings("expectation-leads-nowhere")
    assert all(one.severity is Severity.WARNING for one in found)
    return [shown(one) for one in found]


def given(tables: Tables, *rows: str) -> None:
    """Write what is expected."""
    schema = f"nom: attendus\ncolonnes: [{ATTENDUS}]\n".encode()
    tables.repo.write("referentiel/registres/attendus.yaml", schema)
    tables.repo.write("registres/attendus.csv", (HEAD + "\n".join(rows) + "\n").encode())


def test_names_that_lead_nowhere(tables: Tables) -> None:
    """A code that no document bears, a table that is none, a kind that names nothing."""
    tables.repo.document("PRE-PRO-001")
    given(
        tables,
        "ATD-001;JAL-1;document;X;PRE-PRO-011;",
        "ATD-002;JAL-1;registre;X;;demande",
        "ATD-003;JAL-1;document;X;;",
    )

    assert said(tables) == [
        "ATD-001: «PRE-PRO-011» is the code of no document. Nearest: PRE-PRO-001.",
        "ATD-002: «demande» is no table of this platform. Nearest: demandes.",
        "ATD-003: its kind is «document», and it names none."
        " Fill in «document», or make it a plain task: tache.",
    ]


def test_names_that_are_there(tables: Tables) -> None:
    """A document, a table, a task, a cell left to complete."""
    tables.repo.document("PRE-PRO-001")
    given(
        tables,
        "ATD-001;JAL-1;document;X;PRE-PRO-001;",
        "ATD-002;JAL-1;registre;X;;demandes",
        "ATD-003;JAL-1;tache;X;;",
        "ATD-004;JAL-1;document;X;[À compléter : code];",
    )

    assert said(tables) == []


def test_a_remark_on_no_document(tables: Tables) -> None:
    """The coach's remark would be read by nobody."""
    schema = f"nom: remarques\ncolonnes: [{REMARQUES}]\n".encode()
    tables.repo.write("referentiel/registres/remarques.yaml", schema)
    tables.repo.write("registres/remarques.csv", b"id;document\nREM-001;XYZ\n")

    assert said(tables) == ["REM-001: «XYZ» is the code of no document. All: smq list"]
