"""GIT004: approvals without a signature."""

import pytest

from smq.model import Severity
from tests.rules.history.world import World, row
from tests.rules.sentences import shown

RULE = "approval-not-signed"
pytestmark = pytest.mark.external


def test_signed(signing: World) -> None:
    """A line signed with the key that the platform gives its author is confirmed."""
    signing.document(row())
    signing.signed("hugo")

    assert signing.all() == {}
    assert signing.all() == {}, "what was kept says the same"


def test_not_signed(signing: World) -> None:
    """Where signatures are asked for, an approval without one is an error."""
    signing.document(row())
    signing.record("hugo")

    (found,) = signing.found("GIT")

    assert (found.name, found.severity) == (RULE, Severity.ERROR)
    assert shown(found).startswith(
        "The approval of version «1» by Hugo Marchal was recorded without a signature."
    )


def test_left_to_each_one(signing: World) -> None:
    """Where signatures are not asked for and some keys are named, it is a note."""
    signing.repo.settings({"signatures": "facultatives"})
    signing.document(row())
    signing.record("hugo")

    assert [(f.name, f.severity) for f in signing.found("GIT")] == [(RULE, Severity.NOTE)]


def test_no_key_is_named(world: World) -> None:
    """A platform that names no key and asks for none hears nothing of signatures."""
    world.document(row())
    world.record("hugo")

    assert world.all() == {}


def test_signatures_switched_off_by_the_proposal(signing: World) -> None:
    """A proposal that ceases to ask for signatures is judged by what it starts from."""
    signing.git.start_branch("proposition")
    signing.repo.settings({"signatures": "facultatives"})
    signing.document(row())
    signing.record("hugo")

    assert [f.severity for f in signing.found(RULE, base="main")] == [Severity.ERROR]
