"""Rows of several tables as one set of changes."""

import pytest

from smq.errors import SmqError
from smq.operations.table_edits import TableEdits
from tests.conftest import Repo
from tests.coverage.trial import Trial

HEAD = "\ufeffid;session;texte\r\n"


@pytest.fixture
def trial(repo: Repo) -> Trial:
    """Return a platform with two tables, the second of which refers to the first."""
    trial = Trial(repo)
    trial.table(
        "jalons", "{nom: id, motif: 'JAL-{numero:03}'}, {nom: type}", "id;type\nJAL-001;lettre\n"
    )
    trial.table(
        "attendus",
        "{nom: id, motif: 'ATD-{numero:03}'}, {nom: session, type: ref, vers: jalons.id},"
        " {nom: texte}",
    )
    return trial


def edits(trial: Trial) -> TableEdits:
    """Return edits of the platform as it is now."""
    root = trial.repo.root

    def read(path: str) -> bytes | None:
        file = root / path
        return file.read_bytes() if file.is_file() else None

    return TableEdits(trial.repo.system(), read, lambda _register: {"JAL-004"})


def test_rows_that_refer_to_each_other(trial: Trial) -> None:
    """A row may name one added before it; numbers go on from those ever given."""
    found = edits(trial)

    number = found.add("jalons", {"type": "session", "inconnue": "x"})
    assert number == "JAL-005"
    assert found.add("attendus", {"session": number, "texte": "a"}) == "ATD-001"
    assert found.add("attendus", {"session": number, "texte": "b"}) == "ATD-002"
    found.change("attendus", "ATD-001", {"texte": "c;d"})

    assert [(c.path, c.after) for c in found.changes()] == [
        (
            "registres/attendus.csv",
            f'{HEAD}ATD-001;JAL-005;"c;d"\r\nATD-002;JAL-005;b\r\n'.encode(),
        ),
        ("registres/jalons.csv", b"id;type\nJAL-001;lettre\nJAL-005;session\n"),
    ]


def test_nothing_changed_is_no_change(trial: Trial) -> None:
    """A cell that gets what it held leaves its file alone."""
    found = edits(trial)
    found.change("jalons", "JAL-001", {"type": "lettre"})

    assert found.changes() == []


def test_what_cannot_be_written(trial: Trial) -> None:
    """A table, a row, a reference that does not exist."""
    found = edits(trial)

    with pytest.raises(SmqError, match="no register"):
        found.add("rien", {})
    with pytest.raises(SmqError, match="no row"):
        found.change("jalons", "JAL-009", {"type": "x"})
    with pytest.raises(SmqError, match="is no row of"):
        found.add("attendus", {"session": "JAL-009"})
