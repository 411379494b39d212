"""Which versions become points of a trajectory, and what a point holds."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from smq.coverage import trajectory
from smq.model.coverage import Verdict
from smq.model.referential import Nature
from smq.model.trajectory import Version
from tests.conftest import TODAY, Repo
from tests.coverage.trial import Trial

DAYS = st.lists(st.dates(date(2024, 1, 1), date(2028, 12, 31)), max_size=40)


def line(*days: date) -> tuple[Version, ...]:
    """Return a line of versions recorded on these days."""
    return tuple(Version(f"{number:040}", day) for number, day in enumerate(days))


@given(DAYS)
def test_points_are_in_order_and_at_most_one_a_month(days: list[date]) -> None:
    """Whatever the clocks said: every month in which something was recorded, once, in order."""
    found = trajectory.by_month(line(*days))

    months = [(version.day.year, version.day.month) for version in found]
    assert months == sorted({(day.year, day.month) for day in days})


@given(DAYS)
def test_the_point_of_a_month_is_its_last_version(days: list[date]) -> None:
    """Nothing that came later on the line is of the same month."""
    versions = line(*days)

    for point in trajectory.by_month(versions):
        later = versions[versions.index(point) + 1 :]
        assert (point.day.year, point.day.month) not in {(v.day.year, v.day.month) for v in later}


@given(DAYS)
def test_points_and_months_without_fill_the_time_together(days: list[date]) -> None:
    """From the first month to the last, each is a point or is told to have none."""
    points = trajectory.by_month(line(*days))

    with_one = [point.day.replace(day=1) for point in points]
    without = trajectory.months_without(points)
    assert not set(with_one) & set(without)
    whole = sorted({*with_one, *without})
    steps = [later - earlier for earlier, later in pairwise(whole)]
    assert all(timedelta(28) <= step <= timedelta(31) for step in steps)
    assert not without or whole[0] == with_one[0] < without[0]
    assert not without or without[-1] < whole[-1] == with_one[-1]


def test_tags() -> None:
    """Only named versions, in the order of the line and not of their names."""
    versions = (
        Version("a", date(2026, 1, 1), ("z",)),
        Version("b", date(2026, 2, 1)),
        Version("c", date(2026, 3, 1), ("a", "b")),
    )

    assert [version.tags for version in trajectory.by_tag(versions)] == [("z",), ("a", "b")]


def test_days_between() -> None:
    """Both ends are in; no limit is none."""
    versions = line(date(2026, 1, 31), date(2026, 2, 1), date(2026, 3, 1))

    kept = trajectory.between(versions, date(2026, 2, 1), date(2026, 3, 1))
    assert kept == versions[1:]
    assert trajectory.between(versions, None, date(2026, 2, 1)) == versions[:2]
    assert trajectory.between(versions, None, None) == versions


def test_a_point(repo: Repo) -> None:
    """Each nature apart; what nobody answered is told apart; a withdrawn document is no more."""
    trial = Trial(repo)
    trial.criteria(
        """
        - {id: A-1, chapitre: essai, preuve: {fait: nom}}
        - {id: A-2, chapitre: essai, preuve: {fait: site_web}}
        - {id: A-3, chapitre: essai, nature: declared}
        - {id: A-4, chapitre: essai, nature: declared}
        - {id: A-5, chapitre: essai, nature: to_be_read}
        """
    )
    trial.answer("A-4: {statut: non satisfait, motif: Pas vu, par: P01, date: 2027-02-20}")
    trial.document("pre-pro", "PRE-PRO-001")
    trial.document("pre-pro", "PRE-PRO-002", statut="retire")
    repo.document("PRE-PRO-003")
    version = Version("a", TODAY)

    point = trajectory.point(version, trial.coverage(), repo.system(), ("x.csv",))

    assert point.tallies[Nature.COMPUTED].verdicts == {
        Verdict.SATISFIED: 1,
        Verdict.PARTIAL: 0,
        Verdict.UNSATISFIED: 1,
        Verdict.NOT_APPLICABLE: 0,
    }
    declared = point.tallies[Nature.DECLARED]
    assert (declared.verdicts[Verdict.UNSATISFIED], declared.awaiting) == (2, 1)
    assert point.tallies[Nature.TO_BE_READ].awaiting == 0
    assert (point.criteria, point.in_force, point.documents) == (5, 1, 2)
    assert (point.version, point.referential_version, point.unread) == (version, "1", ("x.csv",))
