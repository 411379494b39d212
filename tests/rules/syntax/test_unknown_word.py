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
            "roles": {"verificateur": {"*": ["metrologie"]}},
            "lecture": {"code_dans": ["entete"], "statuts": {"draft": "projet"}},
        }
    )

    assert not repo.findings("unknown-word")
