"""Rule altered-record."""

from smq import private
from tests.conftest import Repo
from tests.rules.sentences import shown


def record(repo: Repo, content: bytes, digest: str) -> None:
    """Write a filed letter whose sidecar holds a digest."""
    repo.settings({})
    repo.document("PIL-MOD-001")
    repo.write("enregistrements/PIL/lettre.pdf", content)
    repo.write(
        "enregistrements/PIL/lettre.yaml",
        "id: k7m2x9qa\ntitre: Lettre\nformulaire: PIL-MOD-001\nfichier: lettre.pdf\n"
        f"sha256: {digest}\n",
    )


def test_a_file_that_changed(repo: Repo) -> None:
    """A signed file that somebody edited is an error."""
    record(repo, b"%PDF-1.4 autre", private.digest_of(b"%PDF-1.4 lettre"))

    (finding,) = repo.findings("altered-record")

    assert shown(finding).startswith(
        "The record «Lettre» is no longer the file that was filed: enregistrements/PIL/lettre.pdf."
    )


def test_a_file_that_is_gone(repo: Repo) -> None:
    """A sidecar without its file says so."""
    record(repo, b"%PDF-1.4 lettre", private.digest_of(b"%PDF-1.4 lettre"))
    (repo.root / "enregistrements/PIL/lettre.pdf").unlink()

    (finding,) = repo.findings("altered-record")

    assert "lacks its file" in shown(finding)


def test_an_intact_file(repo: Repo) -> None:
    """The file that was filed is silent."""
    record(repo, b"%PDF-1.4 lettre", private.digest_of(b"%PDF-1.4 lettre"))

    assert not repo.findings("altered-record")


def test_a_file_kept_elsewhere(repo: Repo) -> None:
    """What lies in an archive is not looked for here."""
    repo.settings({})
    repo.write(
        "enregistrements/PIL/lettre.yaml",
        "id: k7m2x9qa\ntitre: Lettre\nformulaire: PIL-MOD-001\nemplacement: Armoire 3\n",
    )

    assert [record.outside for record in repo.system().records] == ["Armoire 3"]
    assert not repo.findings("altered-record")
