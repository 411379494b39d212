"""What a criterion lacked and no longer does."""

from smq.evaluation.lacking import lacking
from smq.model.coverage import Lack


def lack(row: str, **values: object) -> Lack:
    """Return what is missing in a row."""
    return Lack("{row}: empty", {"row": row, **values})


def test_what_stands_for_others_is_looked_into() -> None:
    """The third of four lacks is mended: the fourth was missing already, though it was not said."""
    one, two, three, four = (lack(row) for row in ("R1", "R2", "R3", "R4"))
    before = (one, two, three, Lack("and {count} more", {"count": 1}, more=1, rest=(four,)))
    found = lacking(before, (one, two, four))

    assert (found.gone, found.come, found.step) == ((three,), (), 1)


def test_another_way_to_mend_is_no_change() -> None:
    """Place, command and route may move: what is missing is the same."""
    moved = Lack("{row}: empty", {"row": "R1"}, command="smq fill", route="or")

    assert not lacking((lack("R1"),), (moved,))


def test_a_number_moves() -> None:
    """The same thing in another number is told once; what goes and what comes make no step."""
    two, five = lack("R1", count=2), lack("R1", count=5)

    assert lacking((two,), (five,)).moved == ((two, five),)
    assert [lacking((two,), (five,)).step, lacking((five,), (two,)).step] == [-1, 1]
    assert lacking((five, lack("R3")), (two, lack("R2"))).step == 0
