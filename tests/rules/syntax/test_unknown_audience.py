"""Rule unknown-audience."""

import pytest

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown


def test_other_word(repo: Repo) -> None:
    """Another word than the three is reported at the word."""
    repo.write(
        "documents/PRE/PRE-PRO-001-a.md",
        """
        ---
        code: PRE-PRO-001
        diffusion: usager  # <- unknown-audience
        ---
        """,
    )

    repo.assert_findings("unknown-audience")
    (finding,) = repo.findings("unknown-audience")
    assert finding.location.column == 12
    assert finding.severity is Severity.WARNING
    assert "«usager» is no audience. Nearest: usagers." in shown(finding)


def test_nothing_near(repo: Repo) -> None:
    """A word that resembles none gets the list."""
    repo.document("PRE-PRO-001", diffusion="confidentiel")

    (finding,) = repo.findings("unknown-audience")

    assert shown(finding).endswith("The words are interne, usagers, publique.")


@pytest.mark.parametrize("word", ["interne", "usagers", "publique", "", None])
def test_known_or_absent(repo: Repo, word: str | None) -> None:
    """The three words are silent, and so is none."""
    repo.document("PRE-PRO-001", diffusion=word)

    assert not repo.findings("unknown-audience")


def test_foreign_tree(repo: Repo) -> None:
    """The words of another tool are its own."""
    repo.settings({"lecture": {"racines": ["documents"]}})
    repo.document("PRE-PRO-001", diffusion="restricted")

    assert not repo.findings("unknown-audience")
