"""SYN033: words that a field or a column does not know."""

import pytest

from smq.model import Severity
from tests.conftest import Repo


def test_a_process_that_nobody_has_is_reported(repo: Repo) -> None:
    """A process sheet sends its reader to a process of the platform, or to none yet."""
    repo.write(
        "documents/PRE/PRE-FIP-001-fiche.md",
        """
        ---
        code: PRE-FIP-001
        type: FIP
        statut: en_verification
        interactions:
          - {processus: MAD, objet: rien}
          - {processus: "[À compléter : code]", objet: rien}
          - {processus: EQUX, objet: rien}  # <- value-not-accepted
        ---
        """,
    )

    repo.assert_findings("value-not-accepted")
    (finding,) = repo.findings("value-not-accepted")
    assert finding.severity is Severity.ERROR
    assert finding.values["field"] == "interactions[3].processus"
    assert finding.values["near"] == "EQU"


def test_a_form_is_made_of_types_that_exist(repo: Repo) -> None:
    """Type, «obligatoire» and number of rows are checked; a draft is work, not a fault."""
    repo.write(
        "documents/MAD/MAD-FOR-001-fiche.md",
        """
        ---
        code: MAD-FOR-001
        type: FOR
        statut: projet
        champs:
          - {nom: date, libelle: Date, type: date, requis: oui}
          - {nom: duree, libelle: Durée, type: durée}  # <- value-not-accepted
          - {nom: motif, libelle: Motif, type: choix, requis: peut-être}  # <- value-not-accepted
          - {nom: lot, libelle: Lot, type: tableau, lignes: trois}  # <- value-not-accepted
        ---
        """,
    )

    repo.assert_findings("value-not-accepted")
    found = repo.findings("value-not-accepted")
    assert {finding.severity for finding in found} == {Severity.WARNING}
    assert found[0].values["words"] == (
        "texte, texte_long, nombre, date, choix, case, tableau, signature"
    )
    assert found[1].values["words"] == "oui, non"


@pytest.mark.parametrize("settings", [{"processus": []}, {"lecture": {"racines": ["documents"]}}])
def test_where_nothing_is_declared_nothing_is_wrong(
    repo: Repo, settings: dict[str, object]
) -> None:
    """Without processes, and in a tree that smq did not make, any word may be right."""
    repo.settings(settings)
    repo.document("PRE-FIP-001", interactions=[{"processus": "ZZZ", "objet": "rien"}])

    assert repo.findings("value-not-accepted") == ()
