"""Fixture of the tests of coverage."""

import pytest

from tests.conftest import Repo
from tests.coverage.trial import Trial

TYPES = {"POL": "", "PRO": "sections: [{titre: Objet}]\n", "FOR": "", "MOD": ""}


@pytest.fixture
def trial(repo: Repo) -> Trial:
    """Return a platform with four types of document, a procedure having one obligatory section."""
    for file in (repo.root / "referentiel/types").iterdir():
        file.unlink()
    for code, more in TYPES.items():
        repo.write(f"referentiel/types/{code}.yaml", f"code: {code}\n{more}".encode())
    return Trial(repo)
