"""GIT012: signatures asked for, and no key named."""

import pytest

from smq.model import Severity
from tests.rules.history.world import World, row
from tests.rules.sentences import place

RULE = "signers-not-named"
pytestmark = pytest.mark.external


def test_no_file(signing: World) -> None:
    """Without signataires.txt nothing can be confirmed: one error for the platform."""
    (signing.repo.root / "signataires.txt").unlink()
    signing.document(row())
    signing.signed("hugo")

    (found,) = signing.found(RULE)

    assert (found.severity, place(found)[0]) == (Severity.ERROR, "smq.yaml")


def test_keys_are_named(signing: World) -> None:
    """A platform that names keys, or one without an approval in git, is silent."""
    assert signing.found(RULE) == []
    signing.document(row())
    signing.signed("hugo")

    assert signing.found(RULE) == []


def test_a_proposal_without_its_keys(signing: World) -> None:
    """Where the base named keys, a proposal that takes them away is judged by those."""
    signing.git.start_branch("proposition")
    (signing.repo.root / "signataires.txt").unlink()
    signing.document(row())
    signing.signed("hugo")

    assert signing.found("GIT", base="main") == []
