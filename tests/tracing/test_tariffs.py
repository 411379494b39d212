"""Which tariff is in force on a day."""

from datetime import date

from smq.tracing.tariffs import in_force, last_day, right_one
from tests.conftest import Repo
from tests.tracing.tables import index_of

ROWS = """
    id;activite;prestation;categorie;date_effet;date_fin;remplace
    TAR-1;prestation;Spectre;prive;2026-01-01;;
    TAR-2;prestation;Spectre;prive;2027-01-01;2027-06-30;TAR-1
    TAR-3;mise_a_disposition;Spectre;prive;2026-01-01;;
    TAR-4;prestation;Spectre;formation;2026-01-01;;
    """


def test_from_its_first_day_to_its_last(repo: Repo) -> None:
    """The last one is written, or the eve of what replaces it, or there is none."""
    index = index_of(repo, tarifs=ROWS)
    first, second, third, _fourth = index.rows("tarifs")

    assert last_day(first, index) == date(2026, 12, 31)
    assert last_day(second, index) == date(2027, 6, 30)
    assert last_day(third, index) is None
    assert in_force(first, date(2026, 12, 31), index)
    assert not in_force(first, date(2027, 1, 1), index)
    assert not in_force(second, date(2026, 12, 31), index)


def test_the_tariff_that_should_have_been_cited(repo: Repo) -> None:
    """Of the same service and activity, for that category and on that day."""
    index = index_of(repo, tarifs=ROWS)
    first = index.rows("tarifs")[0]

    def found(category: str, day: date) -> str | None:
        right = right_one(first, category, day, index)
        return right.key if right else None

    assert found("prive", date(2027, 2, 1)) == "TAR-2"
    assert found("formation", date(2027, 2, 1)) == "TAR-4"
    assert found("prive", date(2027, 7, 1)) is None
    assert found("partenaire_site", date(2027, 2, 1)) is None
