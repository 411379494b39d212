"""Rule criterion-without-evidence."""

from tests.conftest import Repo
from tests.rules.referential.criteria import referential
from tests.rules.sentences import shown


def test_nothing_to_show(repo: Repo) -> None:
    """A computed criterion without evidence is reported; a declared one needs none."""
    referential(
        repo,
        """
        - {id: A-1, chapitre: prestations}  # <- criterion-without-evidence
        - {id: A-2, chapitre: prestations, nature: declared}
        - {id: A-3, chapitre: prestations, preuve: {fait: nom}}
        """,
    )

    repo.assert_findings("criterion-without-evidence")


def test_a_chapter_that_does_not_exist(repo: Repo) -> None:
    """The chapter is quoted, with the nearest one."""
    referential(repo, "- {id: A-1, chapitre: prestation, preuve: {fait: nom}}")

    (finding,) = repo.findings("criterion-without-evidence")

    assert "Nearest: prestations." in shown(finding)


def test_a_chapter_near_to_none(repo: Repo) -> None:
    """Where no chapter looks like it, it is to be added."""
    referential(repo, "- {id: A-1, chapitre: zoologie, preuve: {fait: nom}}")

    (finding,) = repo.findings("criterion-without-evidence")

    assert shown(finding) == (
        "The chapter «zoologie» of A-1 is not among «chapitres». Add it to «chapitres»."
    )
