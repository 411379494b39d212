"""Two texts: sections, passages, tables."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from smq.comparing import BlockChange, Change, SectionChange, compare
from smq.comparing.passages import Section, sections
from smq.comparing.words import new, old

WORD = st.sampled_from(["peser", "noter", "5", "jours", "**gants**", "PRE-PRO-001", "(voir)"])
LINE = st.lists(WORD, min_size=1, max_size=6).map(" ".join)
TABLE = st.lists(st.tuples(WORD, WORD), min_size=1, max_size=4).map(
    lambda rows: "\n".join(["| N | S |", "|---|---|", *(f"| {a} | {b} |" for a, b in rows)])
)
WIDE = st.lists(st.tuples(WORD, WORD, WORD), min_size=1, max_size=3).map(
    lambda rows: "\n".join(
        ["| N | T | S |", "|---|---|---|", *(f"| {a} | {b} | {c} |" for a, b, c in rows)]
    )
)
ITEMS = st.lists(LINE, min_size=1, max_size=4).map(
    lambda lines: "\n".join(f"- {line}" for line in lines)
)
TITLE = st.sampled_from(["## Objet", "## Matériel", "### Détail", "## Suite"])
BODY = st.lists(TITLE | LINE | ITEMS | TABLE | WIDE, max_size=8).map("\n\n".join)

BEFORE = """\
## Objet

Répondre sous 5 jours.

## Matériel

| Quoi | Où |
|---|---|
| Balance | Salle 1 |
| Étuve | Salle 2 |

## Suite

Archiver le dossier pendant cinq ans au moins.
"""


def before_of(block: BlockChange) -> str:
    """Return what a block said in the earlier version, its cells between bars."""
    rows = [row for row in block.rows if row.how is not Change.ADDED]
    return old(block.parts) or "\n".join("|".join(old(c) for c in row.cells) for row in rows)


def after_of(block: BlockChange) -> str:
    """Return what a block says in the later version."""
    rows = [row for row in block.rows if row.how is not Change.REMOVED]
    return new(block.parts) or "\n".join("|".join(new(c) for c in row.cells) for row in rows)


def bare(text: str) -> list[str]:
    """Return the words of a text without bars: a column of the other version leaves one."""
    return text.replace("|", " ").split()


def read(found: Section) -> list[str]:
    """Return heading and words of a section."""
    return [found.title, *bare(" ".join(passage.words for passage in found.passages))]


def fates(before: str, after: str) -> list[tuple[str, str, bool]]:
    """Return heading, fate and move of each section."""
    return [
        (new(one.title) or old(one.title), str(one.how.value), one.moved)
        for one in compare(before, after)
    ]


def differing(found: Iterator[SectionChange] | tuple[SectionChange, ...]) -> list[BlockChange]:
    """Return the blocks that are not the same."""
    return [b for one in found for b in one.blocks if b.how is not Change.SAME]


@given(BODY, BODY)
def test_nothing_is_lost_on_either_side(before: str, after: str) -> None:
    """What the comparison says gives back both texts: every heading, every word, in order."""
    found = compare(before, after)
    olds = sorted((one for one in found if one.before is not None), key=lambda one: one.before or 0)
    news = [one for one in found if one.after is not None]

    assert [
        [old(one.title), *(w for block in one.blocks for w in bare(before_of(block)))]
        for one in olds
    ] == [read(one) for one in sections(before)]
    assert [
        [new(one.title), *(w for block in one.blocks for w in bare(after_of(block)))]
        for one in news
    ] == [read(one) for one in sections(after)]
    assert [one.after for one in news] == list(range(len(news)))


@given(BODY)
def test_a_text_and_itself(text: str) -> None:
    """Nothing differs."""
    assert not any(one.differs for one in compare(text, text))


def test_sections_added_removed_renamed_moved() -> None:
    """Each is told as what it is."""
    suite = "## Suites à donner\n\nArchiver le dossier pendant dix ans au moins.\n"
    objet = "## Objet\n\nRépondre sous 5 jours.\n"

    assert fates(BEFORE, f"{objet}\n{suite}\n## Annexe\n\nRien.\n") == [
        ("Objet", "same", False),
        ("Matériel", "removed", False),
        ("Suites à donner", "changed", False),
        ("Annexe", "added", False),
    ]
    moved = BEFORE.replace(objet + "\n", "") + "\n" + objet
    assert fates(BEFORE, moved) == [
        ("Matériel", "same", False),
        ("Suite", "same", False),
        ("Objet", "same", True),
    ]


def test_a_table_row_by_row_and_cell_by_cell() -> None:
    """One cell changed, one row gone, one come; the others say nothing."""
    after = BEFORE.replace("| Balance | Salle 1 |", "| Balance | Salle 3 |").replace(
        "| Étuve | Salle 2 |", "| Congélateur | Couloir |"
    )

    (table,) = differing(compare(BEFORE, after))

    assert [row.how.value for row in table.rows] == ["same", "changed", "removed", "added"]
    assert [part.text for part in table.rows[1].cells[1]] == ["Salle ", "1", "3"]


def test_a_column_added() -> None:
    """It is added in every row; what stood in the others stays."""
    after = (
        BEFORE.replace("| Quoi | Où |", "| Quoi | Numéro | Où |")
        .replace("|---|---|", "|---|---|---|")
        .replace("| Balance |", "| Balance | EQ-1 |")
        .replace("| Étuve |", "| Étuve | EQ-2 |")
    )

    (table,) = differing(compare(BEFORE, after))

    for row in table.rows:
        assert [[part.how.value for part in cell] for cell in row.cells] == [
            ["same"],
            ["added"],
            ["same"],
        ]


def test_only_the_look() -> None:
    """Bold words are the same words, and it is said; a file that moved is no change at all."""
    before = "Porter des gants, voir [le guide](../A/a.md).\n"

    (bold,) = differing(compare(before, before.replace("gants", "**gants**")))

    assert bold.look_only
    assert differing(compare(before, before.replace("../A/a.md", "b.md"))) == []


def test_lists() -> None:
    """Items come and go one by one; a number that shifts is no change."""
    before = "1. Peser\n2. Noter au cahier\n"

    (item,) = differing(compare(before, "1. Allumer\n2. Peser\n3. Noter au cahier\n"))

    assert (item.how, item.marker, new(item.parts)) == (Change.ADDED, "1.", "Allumer")
