"""GIT011: approvals recorded in somebody else's name."""

import pytest

from smq.model import Severity
from tests.rules.history.world import World, row
from tests.rules.sentences import shown

RULE = "approval-in-the-name-of"


def test_another_author_is_named(world: World) -> None:
    """Inès commits with Hugo as author: at the same second, so it was not taken over later."""
    world.document(row())
    world.record("ines", "2027-02-20", "--author", "Hugo <hugo@example.org>")

    (found,) = world.found("GIT")

    assert (found.name, found.severity) == (RULE, Severity.WARNING)
    assert shown(found).startswith(
        "The approval of version «1» is in the name of Hugo Marchal; Inès Vautrin recorded it."
    )


def test_a_stranger(world: World) -> None:
    """An address of nobody is told as it is."""
    world.document(row())
    world.record("inconnu", "2027-02-20", "--author", "Hugo <hugo@example.org>")

    assert "inconnu@example.org recorded it" in shown(world.found(RULE)[0])


@pytest.mark.parametrize(
    ("address", "moment"),
    [
        ("noreply@github.com", "2027-02-20T09:00:00+01:00"),
        ("ines@example.org", "2027-02-20T09:00:01+01:00"),
    ],
)
def test_taken_over_later(world: World, address: str, moment: str) -> None:
    """A forge that merges for Hugo, or Inès who rebases his work later, is no fault."""
    world.document(row())
    committer = {"GIT_COMMITTER_EMAIL": address, "GIT_COMMITTER_DATE": moment}
    world.record("hugo", "2027-02-20", **committer)

    assert world.all() == {}
