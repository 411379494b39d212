"""LIF002: in force without a date."""

from datetime import date
from typing import Any

import pytest

from smq.model import Severity
from tests.conftest import Repo

Header = dict[str, Any]


def test_an_empty_date_is_an_error(repo: Repo) -> None:
    """The finding stands at the key, and proposes the day."""
    repo.write(
        "documents/PRE/PRE-PRO-001-document.md",
        """
        ---
        code: PRE-PRO-001
        type: PRO
        statut: applicable
        date_application:  # <- in-force-without-date
        ---
        """,
    )

    repo.assert_findings("in-force-without-date")
    (finding,) = repo.findings("in-force-without-date")
    assert finding.severity is Severity.ERROR
    assert finding.values["today"] == date(2027, 3, 1)


@pytest.mark.parametrize("status", ["projet", "en_verification", "approuve", "retire"])
def test_other_states_may_wait_for_their_date(repo: Repo, status: str) -> None:
    """Only what applies needs to say since when."""
    repo.document("PRE-PRO-001", statut=status)

    assert repo.findings("in-force-without-date") == ()


def test_a_written_date_is_silent(repo: Repo, in_force: Header) -> None:
    """A date, even one that cannot be read (which is a matter of syntax), is written."""
    repo.document("PRE-PRO-001", **in_force)
    repo.document("PRE-PRO-002", **{**in_force, "date_application": "2027-13-24"})

    assert repo.findings("in-force-without-date") == ()


@pytest.mark.parametrize(("keys", "count"), [({}, 0), ({"date_application": "effective"}, 1)])
def test_another_tree_answers_for_the_keys_it_maps(
    repo: Repo, keys: dict[str, str], count: int
) -> None:
    """A tree that has no date of application by convention is not asked for one."""
    repo.settings({"lecture": {"racines": ["documents"], "cles": {"type": "type", **keys}}})
    repo.document("PRE-PRO-001", statut="applicable")

    assert len(repo.findings("in-force-without-date")) == count
