"""What is read of a document's files when it is rendered."""

from smq.load.content import read_content, read_logo
from tests.conftest import Repo

PNG = b"\x89PNG picture"


def test_body_without_header_and_with_unix_lines(repo: Repo) -> None:
    """The body starts after the header; a file written on Windows gives the same text."""
    header = "---\r\ncode: PRE-PRO-001\r\ntype: PRO\r\ntitre: T\r\nstatut: projet\r\n---\r\n"
    repo.write("documents/PRE/a.md", f"\ufeff{header}## Objet\r\n\r\nTexte é\r\n".encode())

    content = read_content(repo.root, repo.system().documents[0])

    assert content.body == "## Objet\n\nTexte é\n"
    assert content.original is None


def test_pictures_by_their_written_path(repo: Repo) -> None:
    """A picture is known by the path written in the text; one that is missing is left out."""
    body = "![Banc](images/sch%C3%A9ma.png) ![Plan](/commun/plan.png) ![Rien](absent.png)\n"
    repo.document("PRE-PRO-001", body)
    repo.write("documents/PRE/images/sche\u0301ma.png", PNG)
    repo.write("commun/plan.png", PNG + b"2")

    pictures = read_content(repo.root, repo.system().documents[0]).pictures

    assert dict(pictures) == {"images/schéma.png": PNG, "/commun/plan.png": PNG + b"2"}


def test_nothing_outside_the_folder(repo: Repo) -> None:
    """A path or a symbolic link that leaves the folder brings nothing in."""
    outside = repo.root.parent / "secret.png"
    outside.write_bytes(PNG)
    (repo.root / "documents/PRE").mkdir(parents=True)
    (repo.root / "documents/PRE/lien.png").symlink_to(outside)
    body = "![a](../../../secret.png) ![b](lien.png) ![c](%2e%2e/%2e%2e/%2e%2e/secret.png)\n"
    repo.document("PRE-PRO-001", body, original="../../../secret.png")

    content = read_content(repo.root, repo.system().documents[0])

    assert (dict(content.pictures), content.original) == ({}, None)


def test_original_beside_its_document(repo: Repo) -> None:
    """The Word file that is the master is read whole."""
    repo.document("PRE-MOD-001", original="devis.docx")
    repo.write("documents/PRE/devis.docx", b"PK original")

    assert read_content(repo.root, repo.system().documents[0]).original == b"PK original"


def test_logo_of_the_platform(repo: Repo) -> None:
    """The logo lies in the folder of templates; without it there is none."""
    assert read_logo(repo.root) is None

    repo.write("modeles/logo.jpg", b"JPEG")

    assert read_logo(repo.root) == b"JPEG"
