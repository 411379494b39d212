"""Rule unknown-word."""

import pytest

from smq.model import Severity
from tests.conftest import SETTINGS, Repo
from tests.rules.sentences import shown


@pytest.mark.parametrize(
    ("settings", "field", "near"),
    [
        ({"visas": "courrier"}, "visas", "courriel"),
        ({"activites": ["prestation", "formations"]}, "activites", "formation"),
        ({"signatures": "exigée"}, "signatures", "exigees"),
        ({"label": {"etape": "suivie"}}, "label.etape", "suivi"),
        ({"langue": "de"}, "langue", ""),
        ({"derogations": [{"regle": "approbateur_distint"}]}, "derogations.regle", "appro"),
        ({"personnes": {"P01": {"nom": "A", "roles": ["Qualité"]}}}, "personnes.P01.roles", "qual"),
    ],
)
def test_a_word_that_only_loses_information(
    repo: Repo, settings: dict[str, object], field: str, near: str
) -> None:
    """A warning at the word, with the nearest one."""
    repo.settings(settings)

    (finding,) = repo.findings("unknown-word")

    assert finding.values["field"] == field
    assert str(finding.values["near"]).startswith(near)
    assert bool(finding.values["near"]) == bool(near)
    assert finding.severity is Severity.WARNING
    assert (finding.location.path, bool(finding.location.line)) == ("smq.yaml", True)


def test_a_family_that_does_not_exist(repo: Repo) -> None:
    """The map relies on it: an error, with all the words."""
    processes = [{**SETTINGS["processus"][0], "famille": "managment"}]
    repo.settings({"processus": processes})

    (finding,) = repo.findings("unknown-word")

    assert finding.severity is Severity.ERROR
    assert shown(finding) == (
        "«managment» is no word of the setting «processus.famille»."
        " Nearest: management. The words are management, realisation, support."
    )


@pytest.mark.parametrize(
    "reading",
    [{"code_dans": ["nom_du_fichier"]}, {"statuts": {"draft": "brouillon"}}],
)
def test_words_that_reading_relies_on(repo: Repo, reading: dict[str, object]) -> None:
    """Documents would be read as something else: an error."""
    repo.settings({"lecture": reading})

    assert [f.severity for f in repo.findings("unknown-word")] == [Severity.ERROR]


def test_right_words_and_own_roles_are_silent(repo: Repo) -> None:
    """A platform may have roles of its own, and leave out what it does not use."""
    repo.settings(
        {
            "visas": "pv",
            "activites": ["rd"],
            "label": {"etape": "engagement"},
            "personnes": {"P01": {"nom": "A", "roles": ["qualite", "responsable_laser"]}},
            "roles": {"verificateur": {"*": ["metrologie", "responsable_laser"]}},
            "lecture": {"code_dans": ["entete"], "statuts": {"draft": "projet"}},
        }
    )

    assert not repo.findings("unknown-word")


def test_a_role_that_nothing_asks_for(repo: Repo) -> None:
    """A role far from all that count gives no right: one note at its word."""
    repo.settings({"personnes": {"P01": {"nom": "A", "roles": ["chef", "qualite"]}}})

    (finding,) = repo.findings("unknown-word")

    assert finding.severity is Severity.NOTE
    assert (finding.location.path, bool(finding.location.line)) == ("smq.yaml", True)
    assert shown(finding) == (
        "The role «chef» gives no right: nothing in smq.yaml asks for it. The roles that count are"
        " responsable, qualite, direction, operateur; others are named under «roles»."
    )


def test_a_type_that_the_platform_does_not_have(repo: Repo) -> None:
    """Wherever settings name a type: at its word, with the nearest and all types."""
    repo.write(
        "smq.yaml",
        """
        plateforme: {nom: Plateforme de spectroscopie}
        revues:
          PRO: 24
          PRC: 24  # <- unknown-word
        roles:
          approbateur:
            "*": [responsable]
            POLI: [direction]  # <- unknown-word
          verificateur:
            pro: [qualite]  # <- unknown-word
        derogations:
          - regle: approbateur_distinct
            types:
              - MOP
              - "*"
              - QQQQ  # <- unknown-word
        codification:
          types:
            SOP: PRO
            WI: MOPS  # <- unknown-word
        lecture:
          types:
            Form: FORM  # <- unknown-word
        """,
    )

    repo.assert_findings("unknown-word")
    review, role, lower, derogation, code, label = repo.findings("unknown-word")
    assert {f.severity for f in repo.findings("unknown-word")} == {Severity.WARNING}
    assert (review.location.column, code.location.column) == (3, 9)
    assert shown(review).startswith(
        "«PRC», in the setting «revues», is no type of document of this platform."
        " Nearest: PRO. The types are CHA, ENR,"
    )
    assert shown(derogation).startswith(
        "«QQQQ», in the setting «derogations.types», is no type of document of this platform."
        " The types are CHA, ENR,"
    )
    named = [(f.values["field"], f.values["near"]) for f in (role, lower, code, label)]
    assert named == [
        ("roles.approbateur", "POL"),
        ("roles.verificateur", "PRO"),
        ("codification.types.WI", "MOP"),
        ("lecture.types.Form", "FOR"),
    ]


def test_without_declared_types_any_type_may_be_named(repo: Repo) -> None:
    """A tree whose types nobody pinned has no list to compare with."""
    for file in (repo.root / "referentiel/types").iterdir():
        file.unlink()
    repo.settings({"revues": {"PRC": 24}})

    assert not repo.findings("unknown-word")
