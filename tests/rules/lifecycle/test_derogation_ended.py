"""LIF013: derogations past their end."""

from datetime import date

import pytest

from smq.model import Location, Severity
from tests.conftest import Repo


@pytest.mark.parametrize(
    ("end", "count"), [("2027-02-28", 1), ("2027-03-01", 0), ("2027-12-31", 0), (None, 0)]
)
def test_a_derogation_ends_with_its_last_day(repo: Repo, end: str | None, count: int) -> None:
    """The last day still counts; without an end nothing ends."""
    repo.settings(
        {"derogations": [{"regle": "approbateur_distinct", "motif": "équipe de deux", "fin": end}]}
    )

    found = repo.findings("derogation-ended")

    assert [f.location for f in found] == [Location("smq.yaml")] * count
    assert {f.severity for f in found} <= {Severity.WARNING}
    assert [str(f.values["end"]) for f in found] == [end] * count


def test_the_date_of_the_check_decides(repo: Repo) -> None:
    """The same file is judged at the date given, not at today's."""
    repo.settings({"derogations": [{"regle": "approbateur_distinct", "fin": "2027-06-30"}]})

    assert repo.findings("derogation-ended") == ()
    assert len(repo.findings("derogation-ended", today=date(2027, 7, 1))) == 1
