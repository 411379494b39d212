"""Identifiers of rows: patterns, the next of a year, the order of rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smq.registers.identifiers import Pattern, order

YEARLY = Pattern("DEM-{annee}-{numero:04}")


@pytest.mark.parametrize(
    ("pattern", "taken", "following"),
    [
        (YEARLY, [], "DEM-2027-0001"),
        (YEARLY, ["DEM-2026-0031", "DEM-2027-0002", "DEM-2027-0001"], "DEM-2027-0003"),
        (YEARLY, ["DEM-2027-9999"], "DEM-2027-10000"),
        (YEARLY, ["D1", "dem-2027-0007", ""], "DEM-2027-0001"),
        (Pattern("U{numero:03}"), ["U001", "U010"], "U011"),
        (Pattern("{numero}"), ["9"], "10"),
    ],
)
def test_next(pattern: Pattern, taken: list[str], following: str) -> None:
    """One more than the highest that the year has; what is of another form does not count."""
    assert pattern.next(taken, 2027) == following


def test_a_pattern_with_a_word_of_the_platform() -> None:
    """`{famille}` is any word: identifiers fit, and the next cannot be told."""
    pattern = Pattern("{famille}-{numero:03}")

    assert pattern.fits("RAM-001")
    assert not pattern.fits("-001")
    assert not pattern.can_count
    assert YEARLY.can_count


def test_signs_of_a_pattern_are_signs() -> None:
    """Dots and brackets stand for themselves."""
    assert Pattern("F.{numero}(a)").fits("F.12(a)")
    assert not Pattern("F.{numero}(a)").fits("FX12(a)")


@pytest.mark.parametrize(
    ("pattern", "damaged", "right"),
    [
        ("{numero:04}", "12", "0012"),
        ("{numero:04}", "0012", None),
        ("{numero:04}", "A12", None),
        ("U{numero:04}", "12", None),
        ("{numero}", "12", None),
        ("{lieu:04}", "12", None),
        ("{annee}{numero:04}", "12", None),
    ],
)
def test_lost_zeros_come_back(pattern: str, damaged: str, right: str | None) -> None:
    """Only an identifier of digits alone loses its zeros."""
    assert Pattern(pattern).restored(damaged) == right


@pytest.mark.parametrize(
    "text", ["DEM-2027-001", "DEM-27-0001", "DEM-2027-000A", "DEM-an27-0001", "DEM-2027-0001-2"]
)
def test_what_does_not_fit(text: str) -> None:
    """A year has four digits, a number digits alone and no fewer than the pattern says."""
    assert YEARLY.fits("DEM-2027-0001")
    assert not YEARLY.fits(text)
    assert YEARLY.parts(text) is None


def test_a_word_that_stands_twice() -> None:
    """It says the same both times."""
    pattern = Pattern("{annee}-{numero}-{annee}")

    assert pattern.fits("2027-1-2027")
    assert not pattern.fits("2027-1-2026")


def test_what_counts() -> None:
    """Counting needs a number; the parts of an identifier need a year as well."""
    assert not Pattern("DEM-{annee}").can_count
    assert YEARLY.parts("DEM-2026-0031") == (2026, 31)
    assert Pattern("U{numero:03}").parts("U012") is None
    assert Pattern("{lieu}-{annee}-{numero}").parts("A-2027-1") is None
    assert Pattern("{lieu}-{numero:02}").example(2027) == "XXX-01"


def test_order() -> None:
    """Numbers count as numbers, in any case."""
    rows = ["DEM-2027-10000", "dem-2027-0002", "DEM-2026-0009", "U10", "U9", "12", "2"]

    assert sorted(rows, key=order) == [
        *("2", "12", "DEM-2026-0009", "dem-2027-0002", "DEM-2027-10000", "U9", "U10"),
    ]


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_texts_have_an_order(one: str, other: str) -> None:
    """Nothing that a cell may hold stops the sorting."""
    assert sorted([one, other], key=order)


@given(st.text(max_size=30))
def test_any_text_may_be_a_pattern(text: str) -> None:
    """A schema may say anything: no text is a crash."""
    assert Pattern(text).fits(text) in (True, False)
