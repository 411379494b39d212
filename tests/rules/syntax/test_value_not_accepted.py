"""SYN033: words that a field or a column does not know."""

from typing import Any

import pytest

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown


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


FIELDS = """\
code: ESS
champs:
  - {nom: forme, type: choix, valeurs: [libre, imposee], libelle: {fr: Forme}}
  - {nom: duree, type: entier, libelle: {fr: Durée}}
  - {nom: ouvert, type: oui_non, libelle: {fr: Ouvert}}
  - nom: lignes
    type: table
    libelle: {fr: Lignes}
    colonnes: [{nom: forme, type: choix, valeurs: [x]}]
"""


@pytest.mark.parametrize(
    ("header", "said"),
    [
        (
            {"forme": "libr"},
            "«libr» is no value of «forme». Nearest: libre. The words are libre, imposee.",
        ),
        ({"forme": "zzz"}, "«zzz» is no value of «forme». The words are libre, imposee."),
        ({"duree": "³"}, "«³», in «duree», is no whole number. Write digits, for example 4."),
        ({"ouvert": "zzz"}, "«zzz» is no value of «ouvert». The words are oui, non."),
    ],
)
def test_a_field_of_the_header(repo: Repo, header: dict[str, str], said: str) -> None:
    """What its field accepts is said, with the nearest word where there is one."""
    repo.write("referentiel/types/ESS.yaml", FIELDS)
    repo.document("PRE-ESS-001", **header)

    (finding,) = repo.findings("value-not-accepted")

    assert shown(finding) == said


@pytest.mark.parametrize(
    "header",
    [
        {"forme": "libre", "duree": 12, "ouvert": "Oui", "lignes": [{"forme": "x"}]},
        {"forme": "", "duree": "[À compléter : durée]", "lignes": ["zzz"]},
        {"forme": ["zzz"], "duree": {"mois": "zzz"}, "lignes": "zzz"},
    ],
)
def test_what_is_right_or_of_another_rule(repo: Repo, header: dict[str, Any]) -> None:
    """Words that fit, what is left to write, and what is of another kind (SYN005)."""
    repo.write("referentiel/types/ESS.yaml", FIELDS)
    repo.document("PRE-ESS-001", **header)

    assert not repo.findings("value-not-accepted")


def test_a_type_that_nobody_declares(repo: Repo) -> None:
    """Nothing is known of its fields."""
    repo.document("PRE-ZZZ-001", forme="zzz")

    assert not repo.findings("value-not-accepted")
