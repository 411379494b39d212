"""GIT003: dates of approvals that history gives the lie."""

import pytest

from smq.model import Severity
from tests.rules.history.world import World, row
from tests.rules.sentences import shown

RULE = "approval-off-its-day"


@pytest.mark.parametrize(
    ("dated", "found"),
    [
        ("2027-02-13", 0),
        ("2027-02-12", 1),
        ("2026-02-20", 1),
        ("2027-02-20", 0),
        ("2027-02-21", 1),
    ],
)
def test_a_week_at_most(world: World, dated: str, found: int) -> None:
    """A visa is recorded within seven days, never before it is given; each bound is tried."""
    world.document(row(date=dated))
    world.record("hugo", "2027-02-20")

    assert len(world.found(RULE)) == found


def test_back_dated(world: World) -> None:
    """Both days are told, as a warning."""
    world.document(row(date="2026-11-02"))
    world.record("hugo", "2027-02-20")

    (found,) = world.found("GIT")

    assert (found.name, found.severity) == (RULE, Severity.WARNING)
    assert shown(found).startswith(
        "The approval of version «1» is dated 2026-11-02; it was recorded on 2027-02-20."
    )


def test_before_its_content(world: World) -> None:
    """A visa dated before the last change of what it approves is told, with that day."""
    world.document(body="Ancien.")
    world.record("ines", "2027-02-10")
    world.document(body="Nouveau.")
    world.record("ines", "2027-02-19")
    world.document(row(date="2027-02-17"), body="Nouveau.")
    world.record("hugo", "2027-02-20")

    (found,) = world.found(RULE)

    assert "the document was changed after that, on 2027-02-19" in shown(found)


def test_a_change_of_another_branch(world: World) -> None:
    """What happened to the document elsewhere, and was merged later, does not count."""
    world.document(body="Un.\n\n\n\n\n\n\n\nDeux.")
    world.record("ines", "2027-02-10")
    world.git.start_branch("autre")
    world.document(body="Un.\n\n\n\n\n\n\n\nDeux, changé.")
    world.record("ines", "2027-02-19")
    world.git.go_to("main")
    world.document(row(date="2027-02-17"), body="Un.\n\n\n\n\n\n\n\nDeux.")
    world.record("hugo", "2027-02-20")
    world.run("merge", "--quiet", "--no-edit", "autre")

    assert world.found(RULE) == []


def test_once(world: World) -> None:
    """A line that somebody else recorded is told once, whatever its date."""
    world.document(row(date="2026-11-02"))
    world.record("ines", "2027-02-20")

    assert list(world.all()) == ["GIT001"]
