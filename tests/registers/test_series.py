"""Numbers missing in identifiers given one after the other."""

from hypothesis import given
from hypothesis import strategies as st

from smq.registers.identifiers import Pattern
from smq.registers.series import gaps

PATTERN = Pattern("DEM-{annee}-{numero:04}")


@given(st.sets(st.integers(min_value=1, max_value=40), min_size=1))
def test_gaps_and_numbers_make_the_whole(numbers: set[int]) -> None:
    """After the first year, from 1 to the highest: each number is borne or missing, once."""
    borne = [f"DEM-2027-{number:04}" for number in numbers]
    found = gaps(PATTERN, ["DEM-2026-0007", *borne])
    missing = [
        number
        for gap in found.get(2027, ())
        for number in range(int(gap.first[-4:]), int(gap.last[-4:]) + 1)
    ]

    assert 2026 not in found
    assert sorted([*missing, *numbers]) == list(range(1, max(numbers) + 1))
    assert sum(gap.count for gap in found.get(2027, ())) == len(missing)
    assert {gap.after for gap in found.get(2027, ())} <= set(borne)


def test_what_says_nothing() -> None:
    """Identifiers of another form, and patterns without a year."""
    assert gaps(PATTERN, ["2027-1", "2027-9", "DEM-2027-0001"]) == {}
    assert gaps(Pattern("U{numero:03}"), ["U001", "U009"]) == {}
    assert gaps(Pattern("{plateau}-{annee}-{numero}"), ["A-2027-1", "A-2027-3"]) == {}
