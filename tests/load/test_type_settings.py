"""Settings by type of document: `revues` and `lectures`."""

from datetime import date

import pytest

from smq.lifecycle import next_review, review_months
from tests.conftest import Repo
from tests.versions import approved, review


def test_steps_of_a_period(repo: Repo) -> None:
    """A number stays; of a list, each unchanged review takes the next, and the last one stays."""
    repo.settings({"revues": {"PRO": 24, "MOP": [6, 12, 36]}})
    system = repo.system()

    assert [review_months("PRO", system, n) for n in range(3)] == [24, 24, 24]
    assert [review_months("MOP", system, n) for n in range(5)] == [6, 12, 36, 36, 36]
    assert review_months("FOR", system, 2) == 36


@pytest.mark.parametrize("written", [[], [6, "un an"], [0, 12], [[6]], {"a": 6}, [6, -12]])
def test_what_is_no_period(repo: Repo, written: object) -> None:
    """It is told with its line, and the type's own period counts."""
    repo.settings({"revues": {"PRO": written}})
    system = repo.system()

    (problem,) = [p for p in system.problems if p.kind == "ill-typed-setting"]
    assert dict(problem.values)["field"] == "revues.PRO"
    assert review_months("PRO", system) == 24


@pytest.mark.parametrize(
    ("reviews", "due"),
    [
        ([], date(2027, 7, 15)),
        ([review("1", "2027-02-28")], date(2028, 2, 28)),
        ([review("1", "2027-02-01"), review("1", "2027-02-28")], date(2030, 2, 28)),
        ([review("1", "2027-02-01"), review("1", "2027-02-20", "a_reviser")], date(2027, 7, 15)),
        ([review("0", "2027-02-28")], date(2027, 7, 15)),
        ([review("1", "2027-03-02")], date(2027, 7, 15)),
    ],
    ids=["none", "one", "two", "to change", "of another version", "of tomorrow"],
)
def test_without_a_date_the_reviews_count(
    repo: Repo, reviews: list[dict[str, str]], due: date
) -> None:
    """The period counts from the last review of this version that changed nothing."""
    repo.settings({"revues": {"PRO": [6, 12, 36]}})
    repo.document("PRE-PRO-001", **approved("1", "2027-01-15", revues=reviews))
    system = repo.system()

    assert next_review(system.documents[0], system) == due


def test_roles_that_read(repo: Repo) -> None:
    """A role that nobody has and nothing else knows is a slip; a type that does not exist too."""
    repo.settings({"lectures": {"PRO": ["operateurs"], "*": ["direction"], "PRX": ["qualite"]}})
    system = repo.system()

    assert dict(system.settings.readers)["*"] == ("direction",)
    (problem,) = [p for p in system.problems if p.kind == "unknown-word"]
    values = dict(problem.values)
    assert (values["field"], values["written"], values["near"]) == (
        "lectures.PRO",
        "operateurs",
        "operateur",
    )
    assert [n.type for n in system.settings.named_types] == ["PRO", "PRX"]
