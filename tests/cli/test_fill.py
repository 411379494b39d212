"""`smq fill`: places asked one by one, answers written at once, nothing else touched."""

import pytest

from smq import resources
from smq.check import matching
from smq.rules import all_rules
from tests.cli.running import Terminal
from tests.conftest import Repo

FILE = "documents/PRE/PRE-PRO-001-document.md"


@pytest.fixture
def terminal(
    repo: Repo, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Terminal:
    """Return a terminal in a platform."""
    return Terminal(repo.root, capsys, monkeypatch)


def body(repo: Repo) -> str:
    """Return the text of the procedure."""
    return (repo.root / FILE).read_text(encoding="utf-8").split("---\n\n", 1)[1]


def test_an_answer_takes_the_place_of_the_brackets(repo: Repo, terminal: Terminal) -> None:
    """The example below goes, the rest stays to the byte."""
    repo.document(
        "PRE-PRO-001",
        """
        ## Objet

        Réponse sous [À compléter : délai],  au plus.

        > Exemple : 5 jours
        > ouvrés.

        ## Suite
        Fin
        """,
    )
    shown = terminal.run("fill", "PRE-PRO-001", typed="8 jours\n")
    assert body(repo) == "## Objet\n\nRéponse sous 8 jours,  au plus.\n\n## Suite\nFin\n"
    assert shown.code == 0
    assert shown.out == ""
    assert "Objet (1 left)\n  délai\n  Example: 5 jours ouvrés." in shown.err
    assert "nothing left to fill in" in shown.err


def test_enter_skips_and_a_dot_stops(repo: Repo, terminal: Terminal) -> None:
    """What was answered before the dot is kept, what was skipped is still there."""
    repo.document("PRE-PRO-001", "[À compléter : a]\n\n[À compléter : b]\n\n[À compléter : c]\n")
    shown = terminal.run("fill", "PRE-PRO-001", typed="\nB\n.\n")
    assert body(repo) == "[À compléter : a]\n\nB\n\n[À compléter : c]\n"
    assert "PRE-PRO-001: 2 places left to fill in. To go on: smq fill PRE-PRO-001" in shown.err


def test_ctrl_c_keeps_what_was_answered(repo: Repo, terminal: Terminal) -> None:
    """The exit code says that it was interrupted."""
    repo.document("PRE-PRO-001", "[À compléter : a]\n\n[À compléter : b]\n")
    shown = terminal.run("fill", "PRE-PRO-001", typed="A\n", interrupted=True)
    assert shown.code == 130
    assert body(repo) == "A\n\n[À compléter : b]\n"
    assert "1 place left" in shown.err


def test_a_question_mark_explains_and_asks_again(repo: Repo, terminal: Terminal) -> None:
    """Help is no answer."""
    repo.document("PRE-PRO-001", "[À compléter : a]\n")
    shown = terminal.run("fill", "PRE-PRO-001", typed="?\nA\n")
    assert "What you type takes the place of the brackets" in shown.err
    assert body(repo) == "A\n"


def test_an_example_stays_while_its_block_is_not_complete(repo: Repo, terminal: Terminal) -> None:
    """Two places in one paragraph: the example goes with the second."""
    repo.document(
        "PRE-PRO-001", "De [À compléter : a] à [À compléter : b].\n\n> Exemple : de un à deux.\n"
    )
    terminal.run("fill", "PRE-PRO-001", typed="un\n")
    assert body(repo) == "De un à [À compléter : b].\n\n> Exemple : de un à deux.\n"
    terminal.run("fill", "PRE-PRO-001", typed="deux\n")
    assert body(repo) == "De un à deux.\n"


def test_a_quotation_that_is_no_example_stays(repo: Repo, terminal: Terminal) -> None:
    """Only what begins with «Exemple :» was put there to help."""
    repo.document("PRE-PRO-001", "[À compléter : a]\n\n> Attention : danger.\n")
    terminal.run("fill", "PRE-PRO-001", typed="A\n")
    assert body(repo) == "A\n\n> Attention : danger.\n"


TABLE = """
    | N° | Quoi | Qui |
    |---|---|---|
    | 1 | Demander | Usager |
    | 2 | [À compléter : étape] | [À compléter : fonction] |

    > Exemple : 4. Contrôler ; opérateur.
    """


def test_a_table_row_is_filled_and_others_are_added_below(repo: Repo, terminal: Terminal) -> None:
    """Cells go between semicolons, pipes are escaped, numbers go on by themselves."""
    repo.document("PRE-PRO-001", TABLE)
    shown = terminal.run(
        "fill", "PRE-PRO-001", typed="Recevoir | trier\nChef\nPeser; Aide\nRanger;\na;b;c;d\n\n"
    )
    assert body(repo) == (
        "| N° | Quoi | Qui |\n|---|---|---|\n| 1 | Demander | Usager |\n"
        "| 2 | Recevoir \\| trier | Chef |\n| 3 | Peser | Aide |\n| 4 | Ranger |  |\n"
    )
    assert "row 2 › Quoi (2 left)" in shown.err
    assert "Another row? Quoi ; Qui (Enter: no more)" in shown.err
    assert "4 cells in «a;b;c;d», and 3 columns." in shown.err


@pytest.mark.parametrize("word", ["non", "Non", "no", "-", "je ne sais pas", "<"])
def test_a_refusal_is_no_row(repo: Repo, terminal: Terminal, word: str) -> None:
    """Who answers the question about another row by a word adds none."""
    repo.document("PRE-PRO-001", TABLE)
    terminal.run("fill", "PRE-PRO-001", typed=f"Recevoir\nChef\n{word}\n")
    assert body(repo).endswith("| 2 | Recevoir | Chef |\n")


def test_yes_asks_for_the_cells(repo: Repo, terminal: Terminal) -> None:
    """«oui» is no row either: the cells are asked for; a row too short is refused."""
    repo.document("PRE-PRO-001", TABLE)
    shown = terminal.run(
        "fill", "PRE-PRO-001", typed="Recevoir\nChef\noui\nPeser\nPeser ; Aide\n\n"
    )
    assert body(repo).endswith("| 2 | Recevoir | Chef |\n| 3 | Peser | Aide |\n")
    assert "  Type its text, or its cells between semicolons." in shown.err


def test_no_row_is_asked_for_in_the_middle_of_a_table(repo: Repo, terminal: Terminal) -> None:
    """A table whose last rows are written already keeps its steps and its numbers."""
    repo.document("PRE-PRO-001", TABLE.replace("\n\n    >", "\n    | 3 | Clore | Chef |\n\n    >"))
    shown = terminal.run("fill", "PRE-PRO-001", typed="Recevoir\nChef\n")
    assert "Another row" not in shown.err


def test_back_and_unknown(repo: Repo, terminal: Terminal) -> None:
    """«<» takes the last answer back, «-» leaves a place as it is: the same keys as in init."""
    repo.document("PRE-PRO-001", "[À compléter : un]\n\n[À compléter : deux]\n")
    terminal.run("fill", "PRE-PRO-001", typed="A\n<\nB\n-\n")
    assert body(repo) == "B\n\n[À compléter : deux]\n"


def test_the_end_tells_who_is_missing(repo: Repo, terminal: Terminal) -> None:
    """A text without blanks is not finished while nobody writes or approves it."""
    repo.document("PRE-PRO-001", "[À compléter : un]\n", approbateur="P01")
    shown = terminal.run("fill", "PRE-PRO-001", typed="A\n")
    assert 'It still lacks names: smq set PRE-PRO-001 "redacteur=…"' in shown.err


def test_a_table_that_is_skipped_asks_for_no_row(repo: Repo, terminal: Terminal) -> None:
    """Someone who has no first row has no second."""
    repo.document("PRE-PRO-001", TABLE)
    shown = terminal.run("fill", "PRE-PRO-001", typed="\n\n")
    assert "Another row" not in shown.err


def test_places_that_are_no_text_are_not_asked(repo: Repo, terminal: Terminal) -> None:
    """Code shows brackets as they are."""
    repo.document("PRE-PRO-001", "```\n[À compléter : a]\n```\n\n`[À compléter : b]`\n")
    shown = terminal.run("fill", "PRE-PRO-001", typed="A\n")
    assert "nothing left" in shown.err


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[À compléter : voir [ceci](x.md) et `a]`]!", "A!"),
        ("[À compléter :\nsur deux lignes] fin", "A fin"),
        ("[à compléter]", "A"),
        ("[To complete: x]", "A"),
        ("é😀 [À compléter : x]", "é😀 A"),
        ("- un\n- [À compléter : x]\n- trois", "- un\n- A\n- trois"),
        ("**[À compléter : x]**", "**A**"),
    ],
)
def test_the_whole_placeholder_goes(
    repo: Repo, terminal: Terminal, before: str, after: str
) -> None:
    """Whatever stands inside or around it."""
    repo.document("PRE-PRO-001", f"{before}\n")
    terminal.run("fill", "PRE-PRO-001", typed="A\n")
    assert body(repo) == f"{after}\n"


def test_line_ends_and_byte_order_mark_are_kept(repo: Repo, terminal: Terminal) -> None:
    """A file of Windows stays one, in the rows that are added too."""
    head = "\ufeff---\r\ncode: PRE-PRO-001\r\n---\r\n"
    repo.write(FILE, (head + "| A |\r\n|---|\r\n| [À compléter : a] |\r\n").encode())
    terminal.run("fill", "PRE-PRO-001", typed="un\ndeux\n\n")
    after = (repo.root / FILE).read_bytes().decode()
    assert after == head + "| A |\r\n|---|\r\n| un |\r\n| deux |\r\n"


def test_places_are_listed_without_asking(repo: Repo, terminal: Terminal) -> None:
    """One line a place, which an editor can open."""
    repo.document("PRE-PRO-001", "## Objet\n\nSous [À compléter : délai].\n", titre="[À compléter]")
    shown = terminal.run("fill", "PRE-PRO-001", "--list")
    assert shown.out == (
        f"{FILE}:5:8: titre: (the text does not say what)\n{FILE}:13:6: Objet: délai\n"
    )


def test_a_dry_run_writes_nothing(repo: Repo, terminal: Terminal) -> None:
    """The answers are shown as lines that would change."""
    repo.document("PRE-PRO-001", "[À compléter : a]\n")
    shown = terminal.run("fill", "PRE-PRO-001", "--dry-run", typed="A\n")
    assert "  -[À compléter : a]\n  +A\n" in shown.out
    assert body(repo) == "[À compléter : a]\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            "---\ncode: [PRE-PRO-001\n---\n[À compléter : a]\n",
            ":3:1: the header cannot",
        ),
        ("---\ncode: PRE-PRO-001\n---\né [À compléter : a]\n".encode("cp1252"), "not in UTF-8"),
    ],
)
def test_a_file_that_cannot_be_written_in_is_refused(
    repo: Repo, terminal: Terminal, content: str | bytes, said: str
) -> None:
    """With its place, and nothing written."""
    repo.write(FILE, content)
    before = (repo.root / FILE).read_bytes()
    shown = terminal.run("fill", "PRE-PRO-001", typed="A\n")
    assert shown.code == 2
    assert said in shown.err
    assert (repo.root / FILE).read_bytes() == before


def test_an_unknown_code_names_the_nearest(repo: Repo, terminal: Terminal) -> None:
    """Exit code 2 and a hint."""
    repo.document("PRE-PRO-001")
    shown = terminal.run("fill", "PRE-PRO-002")
    assert shown.code == 2
    assert "Nearest: PRE-PRO-001" in shown.err


def test_required_fields_that_are_absent_are_asked(repo: Repo, terminal: Terminal) -> None:
    """A sheet typed from nothing is completed without YAML."""
    repo.document("PRE-FIP-001", entrees=[{"quoi": "Demande", "de": "[À compléter : qui]"}])
    rows = "Faire\nFaire; Chef\nRendre; Aide; PRE-FOR-001\n\n"
    typed = f"Usager\nPrix; Tutelle\n\nServir\nTout\n{rows}."
    shown = terminal.run("fill", "PRE-FIP-001", typed=typed)
    document = repo.system().find("PRE-FIP-001")
    assert document is not None
    text = (repo.root / document.path).read_text(encoding="utf-8")
    assert "finalite: Servir\nperimetre: Tout\n" in text
    assert "- quoi: Demande\n  de: 'Usager'\n- quoi: Prix\n  de: Tutelle\n" in text
    assert "  - activite: Rendre\n    qui: Aide\n    avec: PRE-FOR-001\n" in text
    assert "activites: «Faire» leaves qui empty." in shown.err


def _made(repo: Repo, terminal: Terminal, type_: str) -> str:
    """Make a document of the kit's skeleton; return its code."""
    skeleton = resources.kits() / "infra-plus" / "types" / f"{type_}.md.j2"
    repo.write(f"referentiel/types/{type_}.md.j2", skeleton.read_bytes())
    shown = terminal.run("new", type_, "--process", "PRE", "--title", "Prêter un appareil")
    assert shown.code == 0, shown.err
    return shown.out.split()[0]


def _answers(terminal: Terminal, code: str) -> str:
    """Answer everything with words that quote the place; no added row."""
    listed = terminal.run("fill", code, "--list").out.splitlines()
    lines: list[str] = []
    for number, line in enumerate(listed):
        following = listed[number + 1] if number + 1 < len(listed) else ""
        lines.append(f"Réponse {number}")
        table, row, _rest = line.split(": ")[1].partition(" › row ")
        if row and f": {table}{row}" not in following:
            lines.append("")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("type_", ["PRO", "FIP", "FOR", "MOP"])
def test_a_document_is_completed_with_fill_and_set_alone(
    repo: Repo, terminal: Terminal, type_: str
) -> None:
    """Nobody has to edit YAML: no placeholder, no missing section, no missing field is left."""
    code = _made(repo, terminal, type_)
    assert repo.findings("placeholder-left")
    shown = terminal.run("fill", code, typed=_answers(terminal, code))
    assert "nothing left to fill in" in shown.err
    shown = terminal.run(
        "set", code, "redacteur=hugo", "verificateur=ines", "approbateur=claire",
        "date_application=20/02/2027", "prochaine_revue=20/02/2029", "version=1",
        "approbations+=1; claire; approbateur; 20/02/2027; papier; smq.yaml",
        "historique+=1; 20/02/2027; Création; hugo", "statut=applicable",
    )  # fmt: skip
    assert shown.code == 0, shown.err
    rules = [r for family in ("CNT", "SYN", "LIF") for r in matching(family, all_rules())]
    system = repo.system()
    assert [f for r in rules for f in r.run(system)] == []
