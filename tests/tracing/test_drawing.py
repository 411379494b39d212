"""Dossiers drawn for an exercise."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from smq import tracing
from smq.model.table import Row
from smq.tracing.drawing import drawn, population
from tests.coverage.trial import Trial

ROWS = tuple(Row(f"A{n}", {}, n, "registres/analyses.csv") for n in range(1, 31))


def test_a_seed_draws_the_same_for_ever() -> None:
    """These dossiers and no others: whoever draws with this seed in six years gets them too."""
    assert [row.key for row in drawn(ROWS, "2027", 3)] == ["A7", "A18", "A2"]
    assert [row.key for row in drawn(ROWS, "2028", 3)] == ["A4", "A3", "A24"]


@given(st.permutations(ROWS), st.text(max_size=8), st.integers(0, 40))
def test_the_order_of_the_file_does_not_count(rows: list[Row], seed: str, size: int) -> None:
    """A draw depends on identifiers and seed; a larger one begins with the smaller."""
    found = drawn(rows, seed, size)

    assert found == drawn(ROWS, seed, size)
    assert found == drawn(ROWS, seed, len(ROWS))[:size]
    assert len({row.key for row in found}) == min(size, len(ROWS))


def test_finished_dossiers_only(dossiers: Trial) -> None:
    """What the chain calls finished, begun between two days, both included."""
    dossiers.repo.write(
        "registres/analyses.csv",
        "id;demande;debut;statut\nA1;D1;2027-01-11;close\nA2;D1;2027-01-12;en_cours\n"
        "A3;D1;2027-01-13;close\nA4;D1;;close\n;D1;2027-01-12;close\n",
    )
    system = dossiers.repo.system()
    index, chain = tracing.index(system), system.chains["essai"]

    def keys(since: date | None = None, until: date | None = None) -> list[str]:
        return [row.key for row in population(chain, system, index, since, until)]

    assert keys() == ["A1", "A3", "A4"]
    assert keys(date(2027, 1, 11)) == ["A1", "A3"]
    assert keys(date(2027, 1, 12)) == ["A3"]
    assert keys(None, date(2027, 1, 12)) == ["A1"]
    assert keys(date(2027, 1, 13), date(2027, 1, 13)) == ["A3"]
