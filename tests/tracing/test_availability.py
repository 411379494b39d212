"""When instruments were out of order or withdrawn."""

from datetime import date

from smq.tracing.availability import Availability
from tests.conftest import Repo
from tests.tracing.tables import index_of

ROWS = """
    id;equipement;type;date;resultat;remise_en_service
    INT-1;RAM-001;panne;2027-01-10;non_conforme;
    INT-2;RAM-001;panne;2027-01-11;non_conforme;
    INT-3;RAM-001;corrective;2027-01-12;non_conforme;
    INT-4;RAM-001;corrective;2027-01-13;conforme;2027-01-20
    INT-5;RAM-001;panne;2027-02-10;conforme;2027-02-12
    INT-6;RAM-001;panne;2027-03-10;non_conforme;
    INT-7;IRT-002;reforme;2027-01-10;conforme;
    """


def test_breakdowns(repo: Repo) -> None:
    """From the first one to the day of return; a repair that failed brings nothing back."""
    known = Availability(index_of(repo, interventions=ROWS))

    def told(day: date) -> tuple[str, date | None] | None:
        found = known.breakdown("RAM-001", day)
        return (found.row.key, found.last) if found else None

    assert told(date(2027, 1, 10)) is None
    assert told(date(2027, 1, 11)) == ("INT-1", date(2027, 1, 20))
    assert told(date(2027, 1, 20)) is None
    assert told(date(2027, 2, 11)) == ("INT-5", date(2027, 2, 12))
    assert told(date(2027, 5, 1)) == ("INT-6", None)
    assert known.breakdown("IRT-002", date(2027, 5, 1)) is None


def test_withdrawals(repo: Repo) -> None:
    """The inventory is believed before the interventions."""
    index = index_of(
        repo, interventions=ROWS, equipements="id;date_reforme\nIRT-002;\nIRT-003;2027-02-01\n"
    )
    known = Availability(index)

    assert known.withdrawn("IRT-002") == date(2027, 1, 10)
    assert known.withdrawn("IRT-003") == date(2027, 2, 1)
    assert known.withdrawn("RAM-001") is None
