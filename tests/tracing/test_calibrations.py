"""The last calibration of an instrument on a day."""

from datetime import date

from smq.tracing.calibrations import Calibrations
from tests.conftest import Repo
from tests.tracing.tables import index_of

ROWS = """
    id;equipement;type;date;resultat;valable_jusqu
    INT-1;RAM-001;etalonnage;2027-01-10;conforme;2027-12-31
    INT-2;RAM-001;verification;2027-01-20;conforme;2027-02-20
    INT-3;RAM-001;verification;2027-03-10;non_conforme;
    INT-4;RAM-001;corrective;2027-03-11;conforme;2028-01-01
    """


def test_what_was_known_on_a_day(repo: Repo) -> None:
    """The longest validity holds until an instrument is found bad; a repair is no calibration."""
    known = Calibrations(index_of(repo, interventions=ROWS))

    def told(day: date) -> tuple[date | None, str | None, bool]:
        found = known.on("RAM-001", day)
        return found.until, found.last.key if found.last else None, found.covers(day)

    assert told(date(2027, 1, 9)) == (None, None, False)
    assert told(date(2027, 1, 10)) == (date(2027, 12, 31), "INT-1", True)
    assert told(date(2027, 3, 1)) == (date(2027, 12, 31), "INT-2", True)
    assert told(date(2027, 3, 15)) == (None, "INT-3", False)
    assert known.on("RAM-001", date(2027, 3, 15)).refused
    assert known.on("IRT-001", date(2027, 3, 15)).last is None
