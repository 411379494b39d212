"""What tests of git share."""

import pytest

from smq.model import Settings
from tests.vcs.platform import CODES


@pytest.fixture
def platform() -> Settings:
    """Return settings whose codes are those of the process PRE."""
    return Settings("A", codification=CODES)
