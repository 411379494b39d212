"""Joining of lines."""

from hypothesis import given
from hypothesis import strategies as st

from smq.merging.lines import Clash, joined_lines

LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "\n"]), max_size=8)


def kept(clash: Clash) -> tuple[str, ...]:
    """Keep both, marked by what no line holds."""
    return ("<", *clash.mine, "|", *clash.theirs, ">")


@given(LINES, LINES)
def test_a_side_that_changed_nothing_takes_the_other(base: list[str], side: list[str]) -> None:
    """Whatever one person writes arrives whole when the other wrote nothing."""
    assert joined_lines(base, side, base, kept) == side
    assert joined_lines(base, base, side, kept) == side


@given(LINES, LINES)
def test_the_same_change_twice_is_one_change(base: list[str], side: list[str]) -> None:
    """Two people who write the same do not disagree."""
    assert joined_lines(base, side, side, kept) == side


@given(LINES, LINES, LINES)
def test_no_line_of_mine_is_lost(base: list[str], mine: list[str], theirs: list[str]) -> None:
    """A line that only I added stands in the result."""
    for place in range(len(mine) + 1):
        written = [*mine[:place], "new\n", *mine[place:]]
        assert "new\n" in joined_lines(base, written, theirs, kept)


def test_changes_in_two_places_are_both_kept() -> None:
    """A line of mine and a line of theirs, with one unchanged between them, are no conflict."""
    done = joined_lines(["a", "b", "c"], ["A", "b", "c"], ["a", "b", "C"], kept)

    assert done == ["A", "b", "C"]


def test_a_clash_holds_only_what_differs() -> None:
    """What both wrote in the same words is not asked about."""
    found: list[Clash] = []

    def settle(clash: Clash) -> tuple[str, ...]:
        found.append(clash)
        return clash.mine

    joined_lines(["t", "x", "z"], ["t", "n", "1", "z"], ["t", "n", "2", "z"], settle)

    assert [(c.mine, c.theirs, c.at) for c in found] == [(("1",), ("2",), 2)]
