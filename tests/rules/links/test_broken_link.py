"""LNK001: a link without a document."""

from smq.model import Severity
from tests.conftest import Repo


def test_unknown_code_in_text_header_and_brackets(repo: Repo) -> None:
    """An unknown code is reported where it stands: in `liens`, in the text, in a wiki-link."""
    repo.write(
        "documents/PRE/PRE-PRO-001-document.md",
        """
        ---
        code: PRE-PRO-001
        type: PRO
        liens: {formulaires: [PRE-FOR-099]}  # <- broken-link
        ---
        Remplir PRE-FOR-098. <!-- <- broken-link -->

        Voir [[PRE-FOR-097]]. <!-- <- broken-link -->

        Voir [[Plan des locaux]]. <!-- <- broken-link -->
        """,
    )

    repo.assert_findings("broken-link")


def test_an_existing_code_is_silent(repo: Repo) -> None:
    """A code that a document carries, or bore before, is no fault."""
    repo.document("PRE-FOR-002", alias=["PRE-FOR-001"])
    repo.document(
        "PRE-PRO-001", "Remplir PRE-FOR-002, ex PRE-FOR-001, puis [[Titre de PRE-FOR-002]]."
    )

    repo.assert_findings("broken-link")


def test_place_and_nearest_code(repo: Repo) -> None:
    """The finding stands on the code and names the nearest one."""
    repo.document("PRE-FOR-009")
    path = repo.document("PRE-PRO-001", "Remplir [[PRE-FOR-099]].")

    (finding,) = repo.findings("broken-link")

    assert finding.location.path == path
    assert (finding.location.line, finding.location.column) == (11, 11)
    assert finding.values == {"target": "PRE-FOR-099", "near": "PRE-FOR-009"}
    assert "{near}" in (finding.hint or "")


def test_without_a_near_code_the_hint_names_none(repo: Repo) -> None:
    """Nothing resembles it: the hint says how to create the document."""
    repo.document("PRE-PRO-001", "Voir [[Plan des locaux]].")

    (finding,) = repo.findings("broken-link")

    assert "{near}" not in (finding.hint or "")


def test_the_nearest_title_is_named(repo: Repo) -> None:
    """An unknown title is compared with the titles of the platform."""
    repo.document("PRE-FOR-001", titre="Plan des locaux")
    repo.document("PRE-PRO-001", "Voir [[Plans des locaux]].")

    (finding,) = repo.findings("broken-link")

    assert finding.values["near"] == "Plan des locaux"


def test_weight_follows_the_state(repo: Repo) -> None:
    """Readers rely on a document in force: there it is an error, in a draft a warning."""
    repo.document("PRE-PRO-001", "Voir PRE-FOR-099.")
    repo.document("PRE-PRO-002", "Voir PRE-FOR-099.", statut="applicable")

    weights = [finding.severity for finding in repo.findings("broken-link")]

    assert weights == [Severity.WARNING, Severity.ERROR]


def test_a_dead_path_to_an_unknown_code_is_one_finding(repo: Repo) -> None:
    """The link and its label are wrong for one reason: it is said once in the family."""
    repo.document("PRE-PRO-001", "Voir [PRE-FOR-099](PRE-FOR-099-fiche.md).")

    assert [f.name for f in repo.findings("LNK") if f.severity is Severity.WARNING] == [
        "broken-link"
    ]


def test_an_unknown_code_repeated_in_its_label_is_one_finding(repo: Repo) -> None:
    """The brackets name the code and their label repeats it: one correction mends both."""
    repo.document("PRE-PRO-001", "[[PRE-FOR-099|la fiche PRE-FOR-099]], puis PRE-FOR-098")

    found = [finding.values["target"] for finding in repo.findings("broken-link")]

    assert found == ["PRE-FOR-099", "PRE-FOR-098"]
