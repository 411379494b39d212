"""`fait`: smq.yaml says something."""

import pytest

from tests.coverage.trial import SATISFIED, UNSATISFIED, Trial, lacks


@pytest.mark.parametrize(
    "asked",
    [
        "{fait: tutelles}",
        "{fait: tutelles, au_moins: 2}",
        "{fait: tutelles, parmi: [université, cnrs]}",
        "{fait: sigle}",
        """{fait: nom, si: "prestation in activites"}""",
        "{fait: responsables}",
        "{fait: accompagnement}",
        "{fait: engagement}",
    ],
)
def test_facts_that_are_said(trial: Trial, asked: str) -> None:
    """Texts, lists, dates and people of the settings; the proof is the setting."""
    label = {"accompagnement": True, "engagement": "2027-01-15"}
    tutelles = ["Université", "CNRS"]
    trial.repo.settings({"tutelles": tutelles, "activites": ["prestation"], "label": label})

    found = trial.judge(asked)

    assert found.verdict is SATISFIED
    assert [(p.kind, p.path) for p in found.proofs] == [("fact", "smq.yaml")]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("{fait: tutelles, dit: une tutelle}", "smq.yaml: missing is une tutelle."),
        ("{fait: site_web}", "smq.yaml: missing is «site_web»."),
        ("{fait: accompagnement}", "smq.yaml: missing is «accompagnement»."),
        ("{fait: processus, au_moins: 9}", "smq.yaml: «processus» has 5 values; 9 are needed."),
        (
            "{fait: processus, parmi: [SEC, COM]}",
            "smq.yaml: no value of «processus» is among: SEC, COM.",
        ),
        ("{fait: nom, si: \"sigle == 'X'\"}", "smq.yaml does not satisfy: sigle == 'X'."),
    ],
)
def test_facts_that_are_not_said(trial: Trial, asked: str, said: str) -> None:
    """What is missing is said at smq.yaml; «no» is not something."""
    trial.repo.settings({"label": {"accompagnement": False}})

    found = trial.judge(asked)

    assert (found.verdict, found.proofs) == (UNSATISFIED, ())
    assert lacks(found) == [said]


@pytest.mark.parametrize(
    "broken", ["{fait: tutelle}", "{fait: nom, au_moins: un}", "{fait: nom, si: 'sigle ='}"]
)
def test_options_that_mean_nothing(trial: Trial, broken: str) -> None:
    """A name that is no fact, a number or a condition that is none."""
    assert "cannot be judged" in lacks(trial.judge(broken))[0]


def test_a_director_is_one_of_the_people(trial: Trial) -> None:
    """An identifier that is nobody's directs nothing; a name is that of who bears it."""
    asked = "{fait: directeurs}"
    for director, verdict in (("P77", UNSATISFIED), ("[À compléter : qui]", UNSATISFIED)):
        trial.repo.settings({"unites": [{"nom": "A", "directeur": director}]})
        assert trial.judge(asked).verdict is verdict

    trial.repo.settings({"unites": [{"nom": "A", "directeur": "claire fontaine"}]})
    assert trial.judge(asked).verdict is SATISFIED
