"""`smq fill`: rows of tables, which nobody adds by accident."""

from typing import Any

import pytest

from tests.cli.filling import NAMED, body, procedure
from tests.cli.runner import Runner
from tests.conftest import Repo

TABLE = """
    | N° | Quoi | Qui |
    |---|---|---|
    | 1 | Demander | Usager |
    | 2 | [À compléter : étape] | [À compléter : fonction] |

    > Exemple : 4. Contrôler ; opérateur.
    """


def test_a_table_row_is_filled_and_others_are_added_below(repo: Repo, smq: Runner) -> None:
    """Cells go between semicolons, pipes are escaped, numbers go on by themselves."""
    procedure(repo, TABLE)
    shown = smq(
        "fill", "PRE-PRO-001", typed="Recevoir | trier\nChef\nPeser; Aide\nRanger;\na;b;c;d\n\n"
    )
    assert body(repo) == (
        "| N° | Quoi | Qui |\n|---|---|---|\n| 1 | Demander | Usager |\n"
        "| 2 | Recevoir \\| trier | Chef |\n| 3 | Peser | Aide |\n| 4 | Ranger |  |\n"
    )
    assert "row 2 › Quoi (2 left)" in shown.err
    assert "Next row, if any: Quoi ; Qui (Enter: no more)" in shown.err
    assert "Cells in «a;b;c;d»: 4; expected: 2 (Quoi ; Qui)." in shown.err


@pytest.mark.parametrize("word", ["non", "Non", "no", "-", "je ne sais pas", "Non merci."])
def test_a_refusal_is_no_row(repo: Repo, smq: Runner, word: str) -> None:
    """Who answers the question about another row by a word adds none."""
    procedure(repo, TABLE)
    smq("fill", "PRE-PRO-001", typed=f"Recevoir\nChef\n{word}\n")
    assert body(repo).endswith("| 2 | Recevoir | Chef |\n")


def test_yes_asks_for_the_cells(repo: Repo, smq: Runner) -> None:
    """«oui» is no row either: the cells are asked for; a row too short is refused."""
    procedure(repo, TABLE)
    shown = smq("fill", "PRE-PRO-001", typed="Recevoir\nChef\noui\nPeser\nPeser ; Aide\n\n")
    assert body(repo).endswith("| 2 | Recevoir | Chef |\n| 3 | Peser | Aide |\n")
    assert "  Type its text, or its cells between semicolons." in shown.err


def test_no_row_is_asked_for_in_the_middle_of_a_table(repo: Repo, smq: Runner) -> None:
    """A table whose last rows are written already keeps its steps and its numbers."""
    procedure(repo, TABLE.replace("\n\n    >", "\n    | 3 | Clore | Chef |\n\n    >"))
    shown = smq("fill", "PRE-PRO-001", typed="Recevoir\nChef\n")
    assert "Next row" not in shown.err


@pytest.mark.parametrize(
    ("numbers", "typed", "last"),
    [
        ("1", "Peser; Aide", "| 2 | Peser | Aide |"),
        ("1.", "Peser; Aide", "| 2. | Peser | Aide |"),
        ("01 02 09", "Peser; Aide", "| 10 | Peser | Aide |"),
        ("1 2 4", "Peser; Aide", "| 5 | Peser | Aide |"),
        ("1 2", "2; Peser; Aide", "| 3 | Peser | Aide |"),
        ("5 20", "40; Peser; Aide", "| 40 | Peser | Aide |"),
        ("2025 2026", "2024; Peser; Aide", "| 2024 | Peser | Aide |"),
    ],
)
def test_a_number_is_never_given_twice(
    repo: Repo, smq: Runner, numbers: str, typed: str, last: str
) -> None:
    """Rows that count go on from the last one, whatever is typed; quantities are asked for."""
    *firsts, number = numbers.split()
    rows = "".join(f"| {first} | a | b |\n" for first in firsts)
    table = f"| N° | Quoi | Qui |\n|---|---|---|\n{rows}| {number} | [À compléter : x] | b |\n"
    procedure(repo, table)
    smq("fill", "PRE-PRO-001", typed=f"Recevoir\n{typed}\n\n")
    assert body(repo).splitlines()[-1] == last


def test_a_row_goes_to_the_end_of_a_table_of_the_header(repo: Repo, smq: Runner) -> None:
    """Not below the place that was filled in."""
    rows = [{"quoi": "Demande", "de": "[À compléter]"}, {"quoi": "Prix", "de": "Tutelle"}]
    repo.document("PRE-FIP-001", **NAMED, entrees=rows)
    smq("fill", "PRE-FIP-001", typed="Usager\nAvis; Unité\n\n.\n")
    document = repo.system().find("PRE-FIP-001")
    assert document is not None
    written = (repo.root / document.path).read_text(encoding="utf-8")
    assert written.split("entrees:\n")[1].startswith(
        "- quoi: Demande\n  de: 'Usager'\n- quoi: Prix\n  de: Tutelle\n- quoi: Avis\n  de: Unité\n"
    )


@pytest.mark.parametrize("word", ["non", "Oui\n"])
def test_a_missing_list_holds_no_yes_and_no_no(repo: Repo, smq: Runner, word: str) -> None:
    """A list that the type asks for does not begin with «non» or «oui»."""
    row = [{"x": "y"}]
    repo.document(
        "PRE-FIP-001", **NAMED, finalite="x", perimetre="x", entrees=row, activites=row, sorties=row
    )
    smq("fill", "PRE-FIP-001", typed=f"{word}\n.\n")
    document = repo.system().find("PRE-FIP-001")
    assert document is not None
    assert document.text("ressources_humaines") is None


def test_back_takes_added_rows_then_the_answer(repo: Repo, smq: Runner) -> None:
    """One at a time, each undone in the file at once; the example comes back with the answer."""
    procedure(repo, TABLE)
    before = body(repo)
    added = "Recevoir\nChef\nPeser; Aide\nRanger; Aide\n"
    smq("fill", "PRE-PRO-001", typed=f"{added}<\nTrier; Chef\n\n")
    assert body(repo).endswith("| 3 | Peser | Aide |\n| 4 | Trier | Chef |\n")
    procedure(repo, TABLE)
    smq("fill", "PRE-PRO-001", typed=f"{added}<\n<\n<\n<\n.\n")
    assert body(repo) == before


def test_a_table_that_is_skipped_asks_for_no_row(repo: Repo, smq: Runner) -> None:
    """Someone who has no first row has no second."""
    procedure(repo, TABLE)
    shown = smq("fill", "PRE-PRO-001", typed="\n\n")
    assert "Next row" not in shown.err


def test_back_says_which_row_it_takes(repo: Repo, smq: Runner) -> None:
    """The row that leaves the file is quoted."""
    procedure(repo, TABLE)
    shown = smq("fill", "PRE-PRO-001", typed="Recevoir\nChef\nPeser; Aide\n<\n\n")
    assert "  Taken back: Peser; Aide\n" in shown.err
    assert body(repo).endswith("| 2 | Recevoir | Chef |\n")


FORM: dict[str, Any] = {
    **NAMED,
    "rempli_par": "x",
    "remis_a": "x",
    "champs": [
        {
            "nom": "motif",
            "libelle": "Motif",
            "type": "choix",
            "valeurs": ["[À compléter]", "Autre"],
        },
        {"nom": "aide", "libelle": "Aide", "type": "texte", "aide": "[À compléter]"},
    ],
}


def test_a_list_inside_a_row_takes_several_answers(repo: Repo, smq: Runner) -> None:
    """One a line, before those that were there; «<» takes the last one back."""
    repo.document("PRE-FOR-001", **FORM)
    shown = smq("fill", "PRE-FOR-001", typed="Prêt\nEssai\nFaux\n<\nMesure\n\nUne aide\n\n")
    document = repo.system().find("PRE-FOR-001")
    assert document is not None
    written = (repo.root / document.path).read_text(encoding="utf-8")
    items = written.split("valeurs:\n")[1].split("- nom: aide")[0].split("\n")
    assert [item.strip("- '") for item in items if item] == ["Prêt", "Essai", "Mesure", "Autre"]
    assert "aide: 'Une aide'" in written
    assert "  Taken back: Faux\n" in shown.err


def test_a_new_field_of_a_form_is_asked_for_with_the_words_it_takes(
    repo: Repo, smq: Runner
) -> None:
    """The types are named, and which cells may be left out; a wrong one is asked for again."""
    repo.document("PRE-FOR-001", **FORM)
    new = "Demande; duree; Durée; heures\nDemande; duree; Durée; nombre\n"
    shown = smq("fill", "PRE-FOR-001", typed=f"Prêt\n\nUne aide\n{new}\n")
    assert "  Type: texte, texte_long, nombre, date, choix, case, tableau, signature" in shown.err
    assert "  Required: oui, non" in shown.err
    assert "  The cells after «Type» may be left out." in shown.err
    assert "champs.type: «heures» is not known." in shown.err
    document = repo.system().find("PRE-FOR-001")
    assert document is not None
    assert "libelle: Durée\n  type: nombre\n" in (repo.root / document.path).read_text("utf-8")


def test_a_cell_left_to_fill_in_shows_its_words(repo: Repo, smq: Runner) -> None:
    """The processes of the platform are named; another one is refused, then asked for again."""
    rows = [{"processus": "[À compléter]", "objet": "x"}]
    repo.document("PRE-FIP-001", **NAMED, interactions=rows)
    shown = smq("fill", "PRE-FIP-001", typed="EQUX\nequ\n.\n")
    assert "  One of: PIL, PRE, MAD, EQU, DOC" in shown.err
    assert "interactions.processus: «EQUX» is not known." in shown.err
    document = repo.system().find("PRE-FIP-001")
    assert document is not None
    assert "- processus: 'EQU'" in (repo.root / document.path).read_text("utf-8")
