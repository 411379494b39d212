"""GIT007: a version in force that history does not hold as it was approved."""

from smq.model import Severity
from tests.rules.history.world import World, row
from tests.rules.sentences import place

RULE = "approval-not-in-history"
FALSE = {"mode": "papier", "empreinte": "sha256:" + "0" * 64}


def revised(world: World, fingerprint: str | None) -> str:
    """Record a document in force, then start its next version."""
    visa = row(mode="papier", empreinte=fingerprint)
    world.document(visa)
    world.record("ines")
    return world.document(visa, body="La suite.", statut="projet")


def test_no_content_is_the_one_approved(world: World) -> None:
    """Readers get a content that its approval does not bind: a warning at the version."""
    path = revised(world, "sha256:" + "0" * 64)

    (found,) = world.found(RULE)

    assert (found.severity, place(found)) == (Severity.WARNING, (path, 7, 10))


def test_the_content_is_there(world: World) -> None:
    """A version in force that is the one approved is silent."""
    world.document(row(mode="papier"))
    (now,) = world.system().documents
    revised(world, now.fingerprint)

    assert world.found(RULE) == []
    assert world.system().earlier


def test_signatures_asked_for(world: World) -> None:
    """Where signatures are asked for, it is an error."""
    world.repo.settings({"signatures": "exigees"})
    revised(world, "sha256:" + "0" * 64)

    assert [f.severity for f in world.found(RULE)] == [Severity.ERROR]
