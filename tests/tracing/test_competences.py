"""What people were able to do on a day."""

from datetime import date

from smq.tracing.competences import AUTONOMOUS, TRAINER, Competences
from tests.conftest import Repo
from tests.tracing.tables import index_of

ROWS = """
    id;personne;nature;objet;niveau;date_evaluation
    CMP-2;P03;equipement;RAM-001;4;2027-01-11
    CMP-1;P03;equipement;RAM-001;1;2026-01-11
    CMP-3;P03;methode;IRT-001;4;2026-01-11
    """


def test_the_last_evaluation_on_or_before_a_day(repo: Repo) -> None:
    """Whatever the order of the rows; a method is not an instrument."""
    known = Competences(index_of(repo, competences=ROWS))

    assert known.level("P03", "RAM-001", date(2026, 1, 10)) is None
    assert known.level("P03", "RAM-001", date(2027, 1, 10)) == 1
    assert known.level("P03", "RAM-001", date(2027, 1, 11)) == TRAINER
    assert known.level("P03", "IRT-001", date(2027, 1, 11)) is None


def test_when_a_level_was_reached_afterwards(repo: Repo) -> None:
    """None when it never was."""
    known = Competences(index_of(repo, competences=ROWS))

    assert known.next("P03", "RAM-001", date(2026, 5, 1), AUTONOMOUS) == date(2027, 1, 11)
    assert known.next("P03", "RAM-001", date(2027, 1, 11), AUTONOMOUS) is None
