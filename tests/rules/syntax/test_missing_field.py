"""Rule missing-field."""

import pytest

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import place, shown

LINES = {
    "id": "id: k7m2x9qa",
    "code": "code: PRE-PRO-001",
    "titre": "titre: Traiter une prestation",
    "type": "type: PRO",
    "processus": "processus: PRE",
    "statut": "statut: projet",
}


def without(repo: Repo, field: str) -> str:
    """Write a document whose header lacks one field; return its path."""
    lines = [line for name, line in LINES.items() if name != field]
    return repo.write("documents/PRE/PRE-PRO-001-a.md", "\n".join(["---", *lines, "---", ""]))


def test_complete_header(repo: Repo) -> None:
    """A header with all fields is silent."""
    without(repo, "none of them")

    assert not repo.findings("missing-field")


@pytest.mark.parametrize("field", ["code", "titre", "type", "statut"])
def test_field_of_every_document(repo: Repo, field: str) -> None:
    """Code, title, type and status are asked of every document; the place is the file's start."""
    path = without(repo, field)

    (finding,) = repo.findings("missing-field")

    assert place(finding) == (path, 1, 1)
    assert finding.values["field"] == field
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize("field", ["id", "processus"])
def test_field_that_smq_writes(repo: Repo, field: str) -> None:
    """A missing id or process is a warning."""
    without(repo, field)

    (finding,) = repo.findings("missing-field")

    assert finding.values["field"] == field
    assert finding.severity is Severity.WARNING


def test_key_without_value(repo: Repo) -> None:
    """A key with nothing after it counts as missing, and is the place."""
    repo.write(
        "documents/PRE/PRE-PRO-001-a.md",
        """
        ---
        id: k7m2x9qa
        code: PRE-PRO-001
        titre:   # <- missing-field
        type: ""   # <- missing-field
        processus: PRE
        statut: projet
        ---
        """,
    )

    repo.assert_findings("missing-field")


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("code", "code: PRE-PRO-001"),
        ("type", "type: PRO"),
        ("processus", "processus: PRE"),
        ("statut", "statut: projet"),
        ("titre", "titre: …"),
    ],
)
def test_line_to_add(repo: Repo, field: str, line: str) -> None:
    """The hint is the line to add, taken from the code and the file name."""
    without(repo, field)

    (finding,) = repo.findings("missing-field")

    assert f"Add the line «{line}»." in shown(finding)


def test_hint_for_what_cannot_be_told(repo: Repo) -> None:
    """Where the file says nothing, the hint says where an id or a code comes from."""
    repo.write(
        "documents/PRE/note.md",
        """
        ---
        titre: Note
        type: PRO
        processus: PRE
        statut: projet
        ---
        """,
    )

    hints = [shown(f) for f in repo.findings("missing-field")]

    assert "«smq new» gives the next number" in hints[0]
    assert "Give it one: smq set documents/PRE/note.md id=" in hints[1]


def test_the_id_to_give(repo: Repo) -> None:
    """It is one that smq could have given, no other document has it, and it is always the same."""
    without(repo, "id")
    (finding,) = repo.findings("missing-field")
    proposed = str(finding.values["proposed"])

    assert repo.findings("missing-field")[0].values["proposed"] == proposed
    repo.document("PRE-PRO-002", id=proposed)
    (another,) = repo.findings("missing-field")
    assert another.values["proposed"] != proposed
    assert not repo.findings("ill-formed-id")


def test_codes_without_process(repo: Repo) -> None:
    """The process is not asked for where codes have none."""
    repo.settings({"codification": {"motif": "{type}-{numero:02}"}})
    repo.document("PRO-01", type="PRO", processus=None)

    assert not repo.findings("missing-field")


def test_value_of_another_type(repo: Repo) -> None:
    """A list where a text is expected is not missing: it has its own finding."""
    repo.document("PRE-PRO-001", titre=["Un", "Deux"])

    assert not repo.findings("missing-field")


@pytest.mark.parametrize(
    "text",
    [
        "# Sans en-tête\n",
        "---\n- liste\n---\n",
        "---\n<<<<<<< HEAD\ncode: A\n=======\n>>>>>>> b\n---\n",
    ],
)
def test_header_that_cannot_be_read(repo: Repo, text: str) -> None:
    """A header that is absent or unreadable has its own finding; its fields are not asked for."""
    repo.write("documents/PRE/PRE-PRO-001-a.md", text)

    assert not repo.findings("missing-field")


def test_foreign_tree(repo: Repo) -> None:
    """A tree that smq did not make is not asked for our fields."""
    repo.settings({"lecture": {"racines": ["documents"], "cles": {"code": "doc_id"}}})
    repo.write("documents/a.md", "---\ndoc_id: PRE-PRO-001\n---\n")

    assert repo.system().documents
    assert not repo.findings("missing-field")
