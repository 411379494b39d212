"""A small referential for the tests of its rules."""

from textwrap import dedent, indent

from tests.conftest import Repo

PATH = "referentiel/referentiels/essai.yaml"


def referential(repo: Repo, criteria: str, chapter: str = "prestations") -> None:
    """Write a platform judged against the criteria of a YAML list."""
    repo.settings({"referentiels": ["essai"]})
    listed = indent(dedent(criteria).strip(), "  ")
    chapters = f"chapitres: [{{code: {chapter}, titre: Prestations}}]"
    text = f"{chapters}\ncriteres:\n{listed}\nmention: essai\n"
    repo.write(PATH, text.encode())
