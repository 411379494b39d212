"""Rule ill-formed-record."""

from tests.conftest import Repo
from tests.rules.sentences import shown


def test_a_sidecar_that_is_not_understood(repo: Repo) -> None:
    """A date that is none and a misspelt key are said at their lines; a form that is not there."""
    repo.settings({})
    repo.write(
        "enregistrements/PIL/lettre.yaml",
        """
        id: k7m2x9qa  # <- ill-formed-record
        formulaire: PIL-MOD-009
        date: 15 janvier  # <- ill-formed-record
        signatair: [P01]  # <- ill-formed-record
        """,
    )

    repo.assert_findings("ill-formed-record")
    said = " ".join(shown(finding) for finding in repo.findings("ill-formed-record"))
    assert "PIL-MOD-009" in said
    assert "«signatair»" in said


def test_a_good_sidecar(repo: Repo) -> None:
    """What `smq file` writes is silent."""
    repo.settings({})
    repo.document("PIL-MOD-001")
    repo.write(
        "enregistrements/PIL/lettre.yaml",
        "id: k7m2x9qa\ntitre: Lettre\nformulaire: PIL-MOD-001\ndate: 2027-01-15\n"
        "emplacement: Armoire 3\n",
    )

    assert not repo.findings("ill-formed-record")


def test_a_form_found_by_its_id(repo: Repo) -> None:
    """A form that was given another code since is found by its id; one without any id is not."""
    repo.settings({})
    repo.document("PIL-MOD-001", id="a2b3c4d5")
    repo.document("PIL-MOD-002", id=None)
    lines = "titre: Lettre\nformulaire: PIL-MOD-009\nemplacement: Armoire 3\n"
    repo.write("enregistrements/a.yaml", f"id: k7m2x9qa\nformulaire_id: a2b3c4d5\n{lines}")
    repo.write("enregistrements/b.yaml", f"id: k7m2x9qb\n{lines}")

    (finding,) = repo.findings("ill-formed-record")

    assert finding.location.path == "enregistrements/b.yaml"


def test_a_sidecar_without_form(repo: Repo) -> None:
    """A dash stands where no form is named."""
    repo.settings({})
    repo.write("enregistrements/a.yaml", "id: k7m2x9qa\ntitre: Lettre\nemplacement: Armoire 3\n")

    (finding,) = repo.findings("ill-formed-record")

    assert shown(finding).startswith("The record «Lettre» fills in –, which no document is.")


def test_what_other_rules_say_of_a_platform(repo: Repo) -> None:
    """A fault of another file is none of a record."""
    repo.settings({"langage": "fr"})

    assert repo.system().problems
    assert not repo.findings("ill-formed-record")
