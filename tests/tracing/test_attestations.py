"""Which attestations an instrument asks for, and who holds them."""

from datetime import date

from smq.tracing.attestations import Attestations
from tests.conftest import Repo
from tests.tracing.tables import index_of


def test_risks_and_what_they_ask_for(repo: Repo) -> None:
    """By value or by label, in any case and without accents; each type once."""
    index = index_of(
        repo,
        equipements="id;risques\nRAM-001;LASER|Risque electrique|electrique|poussière\n",
        attestations="id;usager;type\n",
    )

    assert Attestations(index).asked_by("RAM-001") == ("laser", "electrique")
    assert Attestations(index).asked_by("IRT-001") == ()


def test_who_holds_one_on_a_day(repo: Repo) -> None:
    """The last one that ended is remembered; without a term it holds."""
    index = index_of(
        repo,
        attestations="""
            id;usager;type;date;valable_jusqu
            ATT-1;U001;laser;2026-01-01;2026-12-31
            ATT-2;U001;laser;2025-01-01;2026-06-30
            ATT-3;U002;laser;2026-01-01;
            """,
    )
    known = Attestations(index)
    ended = known.last("U001", "laser", date(2027, 1, 1))

    assert known.holds("U001", "laser", date(2026, 12, 31))
    assert not known.holds("U001", "laser", date(2027, 1, 1))
    assert not known.holds("U001", "chimique", date(2026, 12, 31))
    assert known.holds("U002", "laser", date(2027, 1, 1))
    assert ended is not None
    assert ended.key == "ATT-1"
    assert known.last("U001", "laser", date(2026, 3, 1)) is None
