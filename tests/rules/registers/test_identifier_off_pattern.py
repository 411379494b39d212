"""REG008: identifiers of another form than the table's."""

import pytest

from smq.model import Severity
from tests.rules.registers.conftest import Tables
from tests.rules.sentences import shown


@pytest.mark.parametrize("written", ["DEM-27-1", "DEM-2027-1", "dem-2027-0001", "D1"])
def test_another_form(tables: Tables, written: str) -> None:
    """The pattern is shown, with an example of this year."""
    tables.demandes(f"{written};2027-01-07;;;;;;")

    (finding,) = tables.repo.findings("identifier-off-pattern")

    assert finding.severity is Severity.WARNING
    assert shown(finding).startswith(
        f"«{written}» does not fit the pattern «DEM-{{annee}}-{{numero:04}}»."
        " Write it like DEM-2027-0001"
    )


@pytest.mark.parametrize("written", ["DEM-2027-0001", "DEM-1999-12345"])
def test_the_width_is_the_least(tables: Tables, written: str) -> None:
    """Any year and more digits fit."""
    tables.demandes(f"{written};2027-01-07;;;;;;")

    assert tables.repo.findings("identifier-off-pattern") == ()
