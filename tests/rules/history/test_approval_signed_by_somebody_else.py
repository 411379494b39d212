"""GIT005: signatures that are not those of the person named."""

import pytest

from smq.model import Severity
from tests.rules.history.world import World, row
from tests.rules.sentences import shown

RULE = "approval-signed-by-somebody-else"
pytestmark = pytest.mark.external


def test_another_key_of_the_platform(signing: World) -> None:
    """Inès writes in Hugo's name and signs with her own key: an error that names her."""
    signing.document(row())
    signing.signed("hugo", key="ines")

    (found,) = signing.found("GIT")

    assert (found.name, found.severity) == (RULE, Severity.ERROR)
    assert shown(found).startswith(
        "The approval of version «1» names Hugo Marchal; Inès Vautrin signed it."
    )


def test_a_key_that_nobody_named(signing: World) -> None:
    """A key of nobody is not the person's; that is an error, not something to verify elsewhere."""
    signing.document(row())
    signing.signed("hugo", key="autre")

    (found,) = signing.found("GIT")

    assert (found.name, found.severity) == (RULE, Severity.ERROR)
    assert "a key that signataires.txt does not name" in shown(found)


def test_a_broken_signature(signing: World) -> None:
    """A signature taken from another commit is that of another content."""
    signing.document()
    other = signing.signed("hugo", day="2027-02-19")
    signing.document(row())
    signing.record("hugo")
    raw, _gap, message = signing.git.run("cat-file", "commit", "HEAD").partition("\n\n")
    stolen = signing.git.run("cat-file", "commit", other).partition("\n\n")[0]
    signature = stolen[stolen.index("gpgsig") :]
    signing.repo.write(".smq/forged", f"{raw}\n{signature}\n\n{message}\n".encode())
    forged = signing.git.run("hash-object", "-t", "commit", "-w", ".smq/forged")
    signing.run("reset", "--quiet", "--hard", forged)

    assert "its signature is that of another content" in shown(signing.found(RULE)[0])


def test_the_proposal_vouches_for_itself(signing: World) -> None:
    """A key that comes with the proposal does not count where its base is named."""
    signing.git.start_branch("proposition")
    key = signing.public("autre")
    signing.repo.write("signataires.txt", f"hugo@example.org {key}\n".encode())
    signing.document(row())
    signing.signed("hugo", key="autre")

    assert signing.all() == {}
    assert [f.severity for f in signing.found(RULE, base="main")] == [Severity.ERROR]


def test_keys_are_those_of_the_last_version(signing: World) -> None:
    """A key that only stands in the folder counts once it is recorded."""
    signing.document(row())
    signing.signed("hugo", key="autre")
    key = signing.public("autre")
    signing.repo.write("signataires.txt", f"hugo@example.org {key}\n".encode())
    before = signing.found(RULE)
    signing.record("claire", "2027-02-21")

    assert len(before) == 1
    assert signing.found(RULE) == []


def test_left_to_each_one(signing: World) -> None:
    """Where signatures are not asked for, a wrong one is still a warning."""
    signing.repo.settings({"signatures": "facultatives"})
    signing.document(row())
    signing.signed("hugo", key="ines")

    assert [f.severity for f in signing.found(RULE)] == [Severity.WARNING]


def test_a_signature_counts_more_than_an_address(signing: World) -> None:
    """Signed with Hugo's key from an address that nobody wrote down, it is Hugo's."""
    signing.document(row())
    signing.keys["atelier"] = signing.keys["hugo"]
    signing.signed("atelier", key="hugo")

    assert signing.all() == {}
