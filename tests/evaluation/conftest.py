"""A platform on which one thing is tried at a time."""

import pytest

from tests.conftest import Repo
from tests.coverage.trial import Trial


@pytest.fixture
def trial(repo: Repo) -> Trial:
    """Return an empty platform."""
    return Trial(repo)
