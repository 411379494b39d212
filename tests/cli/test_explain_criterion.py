"""`smq explain CRITERION`: what a criterion asks, in words, and where the platform stands."""

from pathlib import Path

import pytest

from tests.cli.runner import Runner


@pytest.mark.parametrize("word", ["INF-PQ-01", "inf-pq-01", "Inf PQ 01"])
def test_a_criterion(smq: Runner, demo: Path, word: str) -> None:
    """Title, level with its mark, stages, applicability, evidence, sources, help and verdict."""
    said = smq("-C", "demo", "explain", word)

    assert said.code == 0
    for part in (
        "(référentiel de travail, non officiel)",
        "INF-PQ-01  La politique qualité est explicite, approuvée et publiée",
        "Level: priority, as the tool proposes; the criterion comes from the text of the programme",
        "Stages: label",
        "Applies: to every platform",
        "Nature: proved by the tool",
        "ISO 9001:2015, clause 5.2",
        "What an evaluator looks at: ",
        "– in force and filled in: PIL-POL-001, Politique qualité, its audience: publique",
        "in the register «Pages web vérifiées», at least 1: page web de la politique qualité",
        "Where it stands on 2027-03-01:",
        "– not satisfied",
        "In the register «Pages web vérifiées», 1 row is missing: page web de la politique",
    ):
        assert part in said.out


@pytest.mark.parametrize("form", ["infra-plus", "iso-9001-2015"])
def test_every_criterion_is_said_in_words(smq: Runner, demo: Path, form: str) -> None:
    """No sort of evidence of the kit is left as a bare word of the file."""
    listing = smq("-C", "demo", "coverage", "--referential", form).out
    ids = [
        line.split()[0] for line in listing.splitlines() if line.startswith(("  INF-", "  ISO-"))
    ]
    assert ids
    # One command a criterion would take minutes; one of each ten stands for the others.
    for criterion in ids[::10]:
        proof = smq("-C", "demo", "explain", criterion).out.partition("What proves it:\n")[2]
        lines = proof.partition("\n\n")[0].splitlines()
        assert lines
        assert [line for line in lines if len(line.split()) < 4] == []


def test_an_answer_is_asked_for(smq: Runner, demo: Path) -> None:
    """A criterion that only a person can judge says how to answer, and when it applies."""
    said = smq("-C", "demo", "explain", "INF-PR-06").out

    assert "– the answer of a person: smq declare INF-PR-06" in said
    assert "Applies: to platforms with this activity: services for others" in said


def test_rules_need_no_platform(smq: Runner) -> None:
    """Without a platform folder rules are explained, and a criterion says where to go."""
    rule, criterion = smq("explain", "LNK001"), smq("explain", "INF-PQ-01")

    assert rule.code == 0
    assert criterion.code == 2
    assert "For a criterion, go to the folder of a platform." in criterion.err


@pytest.mark.parametrize(
    ("word", "near"), [("INF-PR-66", "INF-PR-06"), ("LNK0001", "LNK001"), ("zzzz", "smq explain")]
)
def test_a_slip(smq: Runner, demo: Path, word: str, near: str) -> None:
    """A word that is neither rule nor criterion gets the nearest of both."""
    said = smq("-C", "demo", "explain", word)

    assert said.code == 2
    assert f"«{word}» is no rule, and no criterion of this platform." in said.err
    assert near in said.err
