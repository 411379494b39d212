"""Joining of headers and of YAML files, field by field."""

import pytest

from tests.merging.joining import BOTH, THEIRS, joined

HEADER = """\
id: a2345678
titre: Peser   # comme sur la porte
version: "1"
liens: {formulaires: [F1], registres: [R1]}
# qui a signé
approbations:
  - {version: "1", par: P01}
criteres:
  - A
  - B
"""


def document(header: str) -> str:
    """Return a document with a header."""
    return f"---\n{header}---\n\n# Peser\n"


def test_two_fields_are_both_changed() -> None:
    """Comments and order stay; nobody is asked."""
    mine = HEADER.replace("Peser ", "Doser ")
    theirs = HEADER.replace('version: "1"\nl', 'version: "2"\nl')

    text, asked = joined("d.md", document(HEADER), document(mine), document(theirs))

    assert asked == []
    assert text == document(mine.replace('version: "1"\nl', 'version: "2"\nl'))


def test_lists_are_sets_in_order() -> None:
    """What one took out is out, what each added is in, on one line or on several."""
    mine = HEADER.replace("[F1]", "[F1, F3]").replace("  - A\n", "")
    theirs = HEADER.replace("[F1]", "[F2, F1]").replace("  - B\n", "  - B\n  - C\n")

    text, asked = joined("d.md", document(HEADER), document(mine), document(theirs))

    assert asked == []
    assert "liens: {formulaires: [F2, F1, F3], registres: [R1]}\n" in text
    assert "criteres:\n  - B\n  - C\n" in text


def test_rows_of_approvals_are_a_union() -> None:
    """Two people who sign at once both have signed, the one who shared first first."""
    row = '  - {version: "1", par: P01}\n'
    mine = HEADER.replace(row, f'{row}  - {{version: "2", par: P02}}\n')
    theirs = HEADER.replace(row, f'{row}  - {{version: "2", par: P03}}\n')

    text, asked = joined("d.md", document(HEADER), document(mine), document(theirs))

    assert asked == []
    assert f'{row}  - {{version: "2", par: P03}}\n  - {{version: "2", par: P02}}\n' in text


def test_an_empty_list_that_both_filled() -> None:
    """The brackets of an empty list do not make a conflict."""
    base = HEADER.replace('\n  - {version: "1", par: P01}', " []")
    mine = base.replace("approbations: []", "approbations:\n  - {par: P02}")
    theirs = base.replace("approbations: []", "approbations:\n    - {par: P03}")

    text, asked = joined("d.md", document(base), document(mine), document(theirs))

    assert asked == []
    assert "approbations:\n  - {par: P03}\n  - {par: P02}\ncriteres:" in text


def test_one_field_written_twice_is_asked_about() -> None:
    """The field, both values and the one before are told; theirs can be taken."""
    mine, theirs = HEADER.replace("Peser ", "Doser "), HEADER.replace("Peser ", "Titrer ")

    text, asked = joined("d.md", document(HEADER), document(mine), document(theirs))

    (passage,) = asked
    assert (passage.place, passage.mine, passage.theirs, passage.base) == (
        ("titre",),
        "Doser",
        "Titrer",
        "Peser",
    )
    assert text == document(mine)
    assert joined("d.md", document(HEADER), document(mine), document(theirs), THEIRS) == (
        document(theirs),
        [],
    )


def test_settings_are_joined_by_the_names_in_them() -> None:
    """People by identifier, processes by code: each keeps what each side wrote."""
    base = (
        "personnes:\n  P01:\n    nom: A\n    roles: [x]\nprocessus:\n  - code: PRE\n    titre: T\n"
    )
    mine = base.replace("nom: A", "nom: B").replace("titre: T", "titre: U")
    theirs = base.replace("[x]", "[x, y]").replace("- code: PRE", "- code: PRE\n    pilote: P01")
    theirs += "  - {code: MAD, titre: M}\n"

    text, asked = joined("smq.yaml", base, mine, theirs)

    assert asked == []
    assert text == (
        "personnes:\n  P01:\n    nom: B\n    roles: [x, y]\n"
        "processus:\n  - code: PRE\n    pilote: P01\n    titre: U\n  - {code: MAD, titre: M}\n"
    )


def test_an_answer_removed_here_and_changed_there() -> None:
    """Neither side is dropped in silence; «both» keeps what still stands."""
    base = "criteres:\n  A:\n    statut: oui\n  B: {statut: non}\n"
    mine = "criteres:\n  B: {statut: non}\n"
    theirs = base.replace("oui", "partiel")

    (passage,) = joined("evaluation.yaml", base, mine, theirs)[1]

    assert (passage.place, passage.mine, passage.theirs) == (
        ("criteres", "A"),
        None,
        "{statut: partiel}",
    )
    assert joined("evaluation.yaml", base, mine, theirs, BOTH)[0].count("statut: partiel") == 1


@pytest.mark.parametrize("broken", ["titre: [\n", "titre: a\ntitre: b\n"])
def test_a_header_that_cannot_be_read_is_joined_by_lines(broken: str) -> None:
    """Nothing is lost of a header that is no YAML, or that says a field twice."""
    base, mine = document(broken), document(broken).replace("# Peser", "# Doser")
    theirs = document(f"id: z\n{broken}")

    text, asked = joined("d.md", base, mine, theirs)

    assert asked == []
    assert text == document(f"id: z\n{broken}").replace("# Peser", "# Doser")


def test_an_odd_line_end_inside_a_text_moves_nothing() -> None:
    """A sign that Unicode calls a line end does not shift the fields below it."""
    base = "titre: a\u2028b\nversion: x\nauteur: n\n"

    text, asked = joined("a.yaml", base, base.replace("x", "y"), base.replace("n\n", "m\n"))

    assert (text, asked) == ("titre: a\u2028b\nversion: y\nauteur: m\n", [])
