"""What tests of reading share."""

import pytest

from smq.load.facts import FileFacts, read_facts
from smq.model import Codification, Reading


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the paths of the documents whose text is read from now on."""
    seen: list[str] = []

    def spy(
        raw: bytes, path: str, codes: Codification, reading: Reading, *, foreign: bool
    ) -> FileFacts:
        seen.append(path)
        return read_facts(raw, path, codes, reading, foreign=foreign)

    monkeypatch.setattr("smq.load.read_facts", spy)
    return seen
