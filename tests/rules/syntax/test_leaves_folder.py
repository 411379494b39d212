"""Rule leaves-folder."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import place, shown


def test_symbolic_link_out_of_the_folder(repo: Repo) -> None:
    """A symbolic link that leads out of the folder is reported and not followed."""
    outside = repo.root.parent / f"{repo.root.name}-ailleurs"
    outside.mkdir()
    (outside / "PRE-PRO-001-a.md").write_text("---\ncode: PRE-PRO-001\n---\n", encoding="utf-8")
    link = repo.root / "documents" / "PRE"
    link.parent.mkdir()
    link.symlink_to(outside)

    (finding,) = repo.findings("leaves-folder")

    assert place(finding)[0] == "documents/PRE"
    assert finding.severity is Severity.ERROR
    assert "«documents/PRE» leads out" in shown(finding)
    assert not repo.system().documents


def test_symbolic_link_inside(repo: Repo) -> None:
    """A symbolic link that stays in the folder is silent."""
    path = repo.document("PRE-PRO-001")
    (repo.root / "raccourci.md").symlink_to(repo.root / path)

    assert not repo.findings("leaves-folder")


def test_sibling_with_the_same_beginning(repo: Repo) -> None:
    """A folder beside, whose name begins with ours, is outside."""
    beside = repo.root.parent / f"{repo.root.name}2"
    beside.mkdir()
    (repo.root / "voisin").symlink_to(beside)

    assert [place(f)[0] for f in repo.findings("leaves-folder")] == ["voisin"]


def test_a_master_file_outside(repo: Repo) -> None:
    """`original` names a file beside the document: one outside is reported at its word."""
    repo.document("PRE-PRO-001", original="../../../Bureau/procedure.docx")
    repo.document("PRE-PRO-002", original="..\\..\\..\\Bureau\\procedure.docx")
    repo.document("PRE-PRO-003", original="/home/ines/procedure.docx")
    repo.document("PRE-PRO-004", original="../../procedure.docx")
    repo.document("PRE-PRO-005", original="procedure.docx")
    repo.document("PRE-PRO-006", original="..procedure.docx")

    found = [(f.code, f.location.line) for f in repo.findings("leaves-folder")]

    assert found == [("PRE-PRO-001", 9), ("PRE-PRO-002", 9), ("PRE-PRO-003", 9)]
