"""LIF006: roles that nobody holds."""

from smq.model import Location, Severity
from tests.conftest import Repo


def test_a_role_that_approves_and_that_nobody_holds(repo: Repo) -> None:
    """Each role asked for in `roles` is one warning at smq.yaml, however often it is asked."""
    repo.settings(
        {
            "roles": {
                "approbateur": {"POL": ["direction", "tutelle"], "*": ["responsable", "tutelle"]},
                "verificateur": {"*": ["hygiene"]},
            }
        }
    )

    found = repo.findings("role-held-by-nobody")

    assert [f.values["role"] for f in found] == ["hygiene", "tutelle"]
    assert {f.location for f in found} == {Location("smq.yaml")}
    assert {f.severity for f in found} == {Severity.WARNING}


def test_a_platform_always_has_two_roles(repo: Repo) -> None:
    """Without anybody the « responsable » and the « qualite » are missing: a note, work to do."""
    repo.settings({"personnes": {}})

    assert [(f.values["role"], f.severity) for f in repo.findings("role-held-by-nobody")] == [
        ("qualite", Severity.NOTE),
        ("responsable", Severity.NOTE),
    ]


def test_the_nearest_role_is_named(repo: Repo) -> None:
    """A role written in two ways is most often a slip."""
    repo.settings({"roles": {"approbateur": {"*": ["responsables"]}}})

    (finding,) = repo.findings("role-held-by-nobody")

    assert finding.values["near"] == "responsable"
    assert finding.hint == "Nearest role held: {near}."


def test_held_roles_are_silent(repo: Repo) -> None:
    """One person may hold several of them; a tree that smq did not make needs none."""
    repo.settings(
        {
            "personnes": {"P01": {"nom": "Claire Fontaine", "roles": ["responsable", "qualite"]}},
            "roles": {"approbateur": {"*": ["responsable"]}},
        }
    )
    assert repo.findings("role-held-by-nobody") == ()

    repo.settings({"personnes": {}, "roles": {}, "lecture": {"racines": ["documents"]}})
    assert repo.findings("role-held-by-nobody") == ()
