"""LNK001: a link without a document."""

from smq.model import History, Severity
from tests.conftest import Repo
from tests.rules.sentences import shown


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
    """The finding stands on the code and names the one that differs by one digit."""
    repo.document("PRE-FOR-010")
    repo.document("PRE-FOR-012")
    path = repo.document("PRE-PRO-001", "Remplir [[PRE-FOR-002]].")

    (finding,) = repo.findings("broken-link")

    assert finding.location.path == path
    assert (finding.location.line, finding.location.column) == (11, 11)
    assert finding.values == {"target": "PRE-FOR-002", "near": "PRE-FOR-012"}
    assert "{near}" in (finding.hint or "")


def test_a_number_beyond_the_last_has_no_neighbour(repo: Repo) -> None:
    """It was never given: the last code of the series is named, none is proposed in its place."""
    repo.document("PRE-FOR-009")
    repo.document("DOC-FOR-099")
    repo.document("PRE-PRO-001", "Remplir PRE-FOR-099.")

    (finding,) = repo.findings("broken-link")

    assert finding.values["near"] == ""
    assert finding.values["last"] == "PRE-FOR-009"


def test_a_series_without_document_has_no_neighbour(repo: Repo) -> None:
    """A document of another process or type is another document."""
    repo.document("DOC-FOR-001")
    repo.document("PRE-MOP-001")
    repo.document("PRE-PRO-001", "Remplir PRE-FOR-001.")

    (finding,) = repo.findings("broken-link")

    assert finding.values == {"target": "PRE-FOR-001", "near": ""}
    assert "smq list" in (finding.hint or "")


def test_an_odd_character_in_the_number(repo: Repo) -> None:
    """A letter O for a zero is a slip; another process is none."""
    repo.document("PRE-FOR-001")
    repo.document("PRE-PRO-001", liens={"formulaires": ["PRE-FOR-0O1", "PRX-FOR-001"]})

    odd, other = repo.findings("broken-link")

    assert (odd.values["near"], other.values["near"]) == ("PRE-FOR-001", "")


def test_a_code_in_lower_case_in_its_own_header(repo: Repo) -> None:
    """The document that is meant is named: its header is what must be corrected."""
    path = repo.document("pre-for-001", type="FOR", processus="PRE")
    repo.document("PRE-FOR-002")
    repo.document("PRE-PRO-001", "Remplir PRE-FOR-001.")

    (finding,) = repo.findings("broken-link")

    assert finding.values == {"target": "PRE-FOR-001", "near": "", "path": path}


def test_a_document_that_git_knows_as_deleted(repo: Repo) -> None:
    """No neighbour is proposed for a document that was removed."""
    repo.document("PRE-FOR-011")
    repo.document("PRE-PRO-001", "Remplir PRE-FOR-001.")
    history = History(available=True, base_codes=(("PRE-FOR-001", "documents/PRE/f.md"),))

    (before,) = repo.findings("broken-link")
    (finding,) = repo.findings("broken-link", history=history)

    assert before.values["near"] == "PRE-FOR-011"
    assert finding.values == {"target": "PRE-FOR-001", "near": "", "path": "documents/PRE/f.md"}


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
    assert shown(finding).endswith(
        "Nearest title: «Plan des locaux». Look whether it is meant; all documents: smq list."
    )


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
