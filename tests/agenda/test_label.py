"""The life of the label in dates: support, follow-ups, end."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from smq.agenda import label
from smq.i18n import Translator
from smq.lifecycle import add_months
from smq.model import Label, QualitySystem, Settings
from smq.model.due import is_near
from smq.report.agenda import title
from tests.conftest import TODAY, Repo
from tests.coverage.trial import Trial

COLUMNS = "{nom: id}, {nom: type}, {nom: date_prevue, type: date}, {nom: date_reelle, type: date}"


def dates(repo: Repo) -> list[tuple[date, str]]:
    """Return what the label has due, in English."""
    english = Translator("en")
    return [(one.date, title(one, english)) for one in label.dates(repo.system())]


def test_support_ends_twelve_to_eighteen_months_after_the_letter(repo: Repo) -> None:
    """Letter of 15/01/2027: from 15/01/2028 to 15/07/2028."""
    repo.settings({"label": {"engagement": date(2027, 1, 15)}})

    assert dates(repo) == [
        (date(2028, 7, 15), "End of the support by the programme, usual from 2028-01-15 on")
    ]
    (one,) = label.dates(repo.system())
    assert one.date.toordinal() - one.warnings[0] == date(2028, 1, 15).toordinal()
    assert (one.location.path, one.location.line) == ("smq.yaml", line_of(repo, "engagement"))


def test_without_support_nothing_ends(repo: Repo) -> None:
    """A platform that goes straight to its evaluation has no support to end."""
    repo.settings({"label": {"accompagnement": False, "engagement": date(2027, 1, 15)}})

    assert dates(repo) == [
        (date(2028, 5, 15), "Self-assessment of the team, usual from 2027-11-15 on")
    ]


def test_after_the_decision(repo: Repo) -> None:
    """Label of 10/12/2028: follow-ups in 2030 and 2032, end in 2034, told from 60 months on."""
    repo.settings({"label": {"engagement": date(2027, 1, 15), "obtention": date(2028, 12, 10)}})

    assert dates(repo) == [
        (date(2030, 12, 10), "Follow-up 1 of the label, at 24 months"),
        (date(2032, 12, 10), "Follow-up 2 of the label, at 48 months"),
        (date(2034, 12, 10), "End of the label; renewal is prepared from 2033-12-10 on"),
    ]
    *_others, end = label.dates(repo.system())
    assert is_near(end, date(2033, 12, 10))
    assert not is_near(end, date(2033, 12, 9))


def test_milestones_stand_for_the_settings(repo: Repo) -> None:
    """A decision that only the table knows counts; follow-ups that it plans are not repeated."""
    Trial(repo).table(
        "jalons",
        COLUMNS,
        """
        id;type;date_prevue;date_reelle
        J1;lettre;2020-01-15;2020-01-20
        J2;label;2021-08-31;2021-08-31
        J3;suivi;2023-09-15;2023-09-20
        J4;suivi;2025-09-15;
        """,
    )

    assert [day for day, _title in dates(repo)] == [date(2027, 8, 31)]
    (end,) = label.dates(repo.system())
    assert (end.location.path, end.location.line) == ("registres/jalons.csv", 3)


def test_an_evaluation_that_was_held_ends_the_support(repo: Repo) -> None:
    """What follows is the decision, no longer the support."""
    repo.settings({"label": {"engagement": date(2026, 1, 15)}})
    Trial(repo).table(
        "jalons",
        COLUMNS,
        "id;type;date_prevue;date_reelle\nJ1;evaluation;2027-02-01;2027-02-02\n",
    )

    assert dates(repo) == []


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_months_of_the_label_clamp(decided: date) -> None:
    """24, 48 and 72 months later, whatever the length of the months; every warning is before."""
    system = QualitySystem(Settings(name="A", label=Label(obtained=decided)), TODAY)

    found = list(label.dates(system))

    assert [one.date for one in found] == [add_months(decided, n) for n in (24, 48, 72)]
    for one in found:
        assert one.warnings == tuple(sorted(one.warnings, reverse=True))
        assert all(days > 0 for days in one.warnings)


def line_of(repo: Repo, key: str) -> int:
    """Return the line of smq.yaml that holds a key."""
    lines = (repo.root / "smq.yaml").read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if key in line)


def test_a_self_assessment_in_the_register(repo: Repo) -> None:
    """Once it is planned, the register tells of it, and the letter no more."""
    repo.settings({"label": {"accompagnement": False, "engagement": date(2027, 1, 15)}})
    Trial(repo).table(
        "audits",
        "{nom: id}, {nom: type}, {nom: date_prevue, type: date}, {nom: date, type: date}",
        "id;type;date_prevue;date\nA1;autoeval;2027-05-10;\n",
    )

    assert dates(repo) == []


def test_the_self_assessment_comes_before_the_evaluation(repo: Repo) -> None:
    """Three months before the day that is planned: what it finds is mended before."""
    repo.settings({"label": {"accompagnement": False, "engagement": date(2027, 1, 15)}})
    Trial(repo).table(
        "jalons",
        "{nom: id}, {nom: type}, {nom: date_prevue, type: date}, {nom: date_reelle, type: date}",
        "id;type;date_prevue;date_reelle\nJ1;evaluation;2027-12-31;\n",
    )

    assert dates(repo) == [
        (date(2027, 9, 30), "Self-assessment of the team, usual from 2027-09-30 on")
    ]
