"""Evaluations that took place, and the actions that answer their écarts."""

import pytest

from smq.evaluation.gaps import answers, evaluations
from tests.coverage.trial import Trial

MILESTONES = (
    "{nom: id}, {nom: type}, {nom: date_prevue, type: date}, {nom: date_reelle, type: date},"
    " {nom: ecarts, type: liste}, {nom: version_evaluee}"
)
ACTIONS = "{nom: id}, {nom: jalon}, {nom: description}"


@pytest.fixture
def evaluated(trial: Trial) -> Trial:
    """Return a platform evaluated in 2024 and in 2026."""
    trial.table(
        "jalons",
        MILESTONES,
        """
        id;type;date_prevue;date_reelle;ecarts;version_evaluee
        J1;suivi;2026-10-01;2026-10-02;Trois|Quatre;v2
        J2;evaluation;2024-10-01;2024-10-01;Un;v1
        J3;session;2026-11-01;2026-11-01;;
        J4;suivi;2028-10-01;;;
        """,
    )
    trial.table(
        "actions",
        ACTIONS,
        "id;jalon;description\nA1;J1;Quatre, à Nancy\nA2;J2;Un\nA3;J1;Autre\nA4;J1;En plus\n",
    )
    return trial


def test_only_what_took_place(evaluated: Trial) -> None:
    """The latest is last; sessions and what is only planned are none."""
    found = evaluations(evaluated.repo.system())

    assert [(one.row.key, one.version) for one in found] == [("J2", "v1"), ("J1", "v2")]


def test_each_gap_has_its_action(evaluated: Trial) -> None:
    """By its words first, then in order; an action that is left tells its own gap."""
    found = answers(evaluated.repo.system())

    assert [(a.gap, a.action.key if a.action else None) for a in found] == [
        ("Trois", "A3"),
        ("Quatre", "A1"),
        ("En plus", "A4"),
        ("Un", "A2"),
    ]


def test_a_gap_that_nobody_answers(trial: Trial) -> None:
    """It is told all the same."""
    trial.table(
        "jalons",
        MILESTONES,
        "id;type;date_reelle;ecarts\nJ1;label;2026-10-02;Un\n",
    )

    assert [(a.gap, a.action) for a in answers(trial.repo.system())] == [("Un", None)]
