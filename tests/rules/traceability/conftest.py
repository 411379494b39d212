"""Fixtures of the rules on traceability: the tables of the kit, filled by tests."""

import pytest

from tests.conftest import Repo
from tests.rules.sentences import shown
from tests.rules.traceability.world import write_schemas, write_table, write_tables


class Dossiers:
    """A platform with the schemas and chains of the kit; a table exists once a test writes it."""

    def __init__(self, repo: Repo) -> None:
        self.repo = repo
        write_schemas(repo)

    def table(self, name: str, rows: str) -> None:
        """Write a table; it holds only the columns of its heading."""
        write_table(self.repo, name, rows)

    def sentences(self, rule: str) -> list[str]:
        """Return what a rule says, in English."""
        return [shown(finding) for finding in self.repo.findings(rule)]


@pytest.fixture
def dossiers(repo: Repo) -> Dossiers:
    """Return a platform without rows."""
    return Dossiers(repo)


@pytest.fixture
def sound(dossiers: Dossiers) -> Dossiers:
    """Return a platform with one sound dossier of each chain."""
    write_tables(dossiers.repo)
    return dossiers
