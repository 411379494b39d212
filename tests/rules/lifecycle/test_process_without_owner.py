"""LIF012: processes without an owner."""

from smq.model import Location, Severity
from tests.conftest import Repo


def test_each_process_without_owner_is_noted(repo: Repo) -> None:
    """No owner, an empty one and a place to fill in are the same; any name is an owner."""
    repo.settings(
        {
            "processus": [
                {"code": "PRE", "titre": "Réaliser", "famille": "realisation"},
                {"code": "MAD", "titre": "Prêter", "famille": "realisation", "pilote": ""},
                {"code": "PIL", "titre": "Piloter", "famille": "management", "pilote": "P02"},
                {
                    "code": "DOC",
                    "titre": "Maîtriser",
                    "famille": "support",
                    "pilote": "[À compléter : pilote]",
                },
                {"code": "EQU", "titre": "Gérer", "famille": "support", "pilote": "Jean Petit"},
            ]
        }
    )

    found = repo.findings("process-without-owner")

    assert [f.values["process"] for f in found] == ["PRE", "MAD", "DOC"]
    assert {f.location for f in found} == {Location("smq.yaml")}
    assert {f.severity for f in found} == {Severity.NOTE}
    assert found[0].values["title"] == "Réaliser"


def test_owned_processes_are_silent(repo: Repo) -> None:
    """The five processes of the fixture have owners."""
    assert repo.findings("process-without-owner") == ()
