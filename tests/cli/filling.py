"""A procedure with places to fill in, and what its text became."""

from tests.conftest import Repo

FILE = "documents/PRE/PRE-PRO-001-document.md"


NAMED = {"redacteur": "P02", "approbateur": "P01"}


def procedure(repo: Repo, text: str, **header: object) -> None:
    """Write a procedure whose people are named: only its text is left to fill in."""
    repo.document("PRE-PRO-001", text, **{**NAMED, **header})


def body(repo: Repo) -> str:
    """Return the text of the procedure."""
    return (repo.root / FILE).read_text(encoding="utf-8").split("---\n\n", 1)[1]
