"""Rule incomplete-setting."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown


def test_entries_without_what_they_are_known_by(repo: Repo) -> None:
    """Each is reported at its place, the code of a process as an error."""
    repo.write(
        "smq.yaml",
        """
        plateforme: {nom: Plateforme de spectroscopie}
        processus:
          - titre: Réaliser  # <- incomplete-setting
          - {code: MAD, titre: ""}  # <- incomplete-setting
        unites:
          - directeur: P01  # <- incomplete-setting
        plateaux:
          - {site: Nancy}  # <- incomplete-setting
        derogations:
          - {regle: approbateur_distinct, types: [PRO]}  # <- incomplete-setting
        """,
    )

    repo.assert_findings("incomplete-setting")
    found = repo.findings("incomplete-setting")
    weights = {(f.values["field"], f.values["name"]): f.severity for f in found}
    assert weights.pop(("processus", "code")) is Severity.ERROR
    assert set(weights) == {
        ("processus", "titre"),
        ("unites", "nom"),
        ("plateaux", "nom"),
        ("derogations", "motif"),
    }
    assert set(weights.values()) == {Severity.WARNING}
    assert "An entry of «plateaux» has no «nom»: «Nancy». Write «nom: …» there" in " ".join(
        map(shown, found)
    )


def test_an_empty_entry(repo: Repo) -> None:
    """Nothing of it can be quoted."""
    repo.settings({"plateaux": [{"nom": None}]})

    (finding,) = repo.findings("incomplete-setting")

    assert shown(finding).startswith("An entry of «plateaux» has no «nom». Write")


def test_a_misspelt_name_is_said_once(repo: Repo) -> None:
    """The unknown key says it already; complete entries are silent."""
    repo.settings({"plateaux": [{"nomm": "Raman"}, {"nom": "RMN"}], "unites": [{"nom": "Labo"}]})

    assert not repo.findings("incomplete-setting")
    assert len(repo.findings("unknown-setting")) == 1
