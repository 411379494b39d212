"""`smq set`: what is typed, what is written, what is said."""

import pytest

from tests.cli.running import Shown, Terminal
from tests.conftest import Repo

FILE = "documents/PRE/PRE-PRO-001-document.md"


@pytest.fixture
def terminal(
    repo: Repo, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Terminal:
    """Return a terminal in a platform with one procedure, two forms and a process sheet."""
    repo.document("PRE-PRO-001", "Texte.\n", version=None)
    repo.document("PRE-FOR-001")
    repo.document("PRE-FOR-002")
    repo.document("PRE-FIP-001")
    return Terminal(repo.root, capsys, monkeypatch)


def setting(terminal: Terminal, *words: str) -> Shown:
    """Run `smq set PRE-PRO-001` and expect it to be done."""
    shown = terminal.run("set", "PRE-PRO-001", *words)
    assert shown.code == 0, shown.err
    return shown


def text(terminal: Terminal, path: str = FILE) -> str:
    """Return a file."""
    return (terminal.root / path).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("statut=en_verification", "statut: en_verification\n"),
        ("statut=En vérification", "statut: en_verification\n"),
        ("statut=Approuvé", "statut: approuve\n"),
        ("statut=APPLICABLE", "statut: applicable\n"),
        ("statut=retiré", "statut: retire\n"),
        ("date_application=20/02/2027", "date_application: 2027-02-20\n"),
        ("prochaine_revue=2029-02-20", "prochaine_revue: 2029-02-20\n"),
        ("version=2", 'version: "2"\n'),
        ("redacteur=P02", "redacteur: P02\n"),
        ("redacteur=hugo marchal", "redacteur: P02\n"),
        ("approbateur=ines", "approbateur: P03\n"),
        ("diffusion=Publique", "diffusion: publique\n"),
        ("criteres=INF-PR-01, INF-PR-02", "criteres: [INF-PR-01, INF-PR-02]\n"),
        ("alias+=PRE-PRO-009", "alias: [PRE-PRO-009]\n"),
        ("liens.formulaires+=pre-for-001", "liens:\n  formulaires: [PRE-FOR-001]\n"),
        ("titre=Traiter : une demande", 'titre: "Traiter : une demande"\n'),
        ("genere=non", "genere: false\n"),
        (
            "historique+=1; 20/02/2027; Création; hugo",
            'historique:\n  - {version: "1", date: 2027-02-20, objet: Création, par: P02}\n',
        ),
        (
            "approbations+=1; Claire; approbateur; 20/02/2027; papier; smq.yaml",
            'approbations:\n  - {version: "1", par: P01, role: approbateur, date: 2027-02-20,'
            " mode: papier, preuve: smq.yaml}\n",
        ),
    ],
)
def test_what_is_typed_is_written_as_a_header_writes_it(
    terminal: Terminal, typed: str, written: str
) -> None:
    """Labels, French dates, names and rows become what every reader understands."""
    setting(terminal, typed)
    assert written in text(terminal)


def test_the_rest_of_the_file_is_untouched(terminal: Terminal) -> None:
    """One line changes, the others stay."""
    before = text(terminal)
    setting(terminal, "statut=applicable")
    assert text(terminal) == before.replace("statut: projet", "statut: applicable")


def test_changes_are_said_in_words(terminal: Terminal) -> None:
    """Before and after, people by name, states by label."""
    shown = setting(terminal, "statut=applicable", "redacteur=P02", "liens.formulaires=PRE-FOR-001")
    assert shown.out.splitlines() == [
        "statut: Draft → In force",
        "redacteur: (empty) → Hugo Marchal (P02)",
        "liens.formulaires: PRE-FOR-001 added",
    ]


def test_links_are_added_and_removed(terminal: Terminal) -> None:
    """`+=` adds what is not there, `-=` removes, an empty kind disappears."""
    setting(terminal, "liens.formulaires=PRE-FOR-001,PRE-FOR-002")
    setting(terminal, "liens.formulaires+=PRE-FOR-002", "liens.formulaires-=PRE-FOR-001")
    assert "  formulaires: [PRE-FOR-002]\n" in text(terminal)
    setting(terminal, "liens.formulaires-=PRE-FOR-002")
    assert "formulaires" not in text(terminal)


@pytest.mark.parametrize(
    ("typed", "said", "hint"),
    [
        ("statu=projet", "«statu» is no field of a document of type PRO.", "Nearest: statut."),
        ("id=abc", "The id of a document is permanent", None),
        ("code=PRE-PRO-002", "A code is given by smq new and stays", None),
        ("statut=aplicable", "statut: «aplicable» is not known.", "Nearest: applicable."),
        ("statut=périmé", "statut: «périmé» is computed, never written.", "statut=retire"),
        ("date_application=31/02/2027", "date_application: «31/02/2027» is no date.", None),
        ("version=v2", "version: «v2» is no version.", "Write digits"),
        ("redacteur=a", "redacteur: «a» may be several people.", "P02 (Hugo Marchal)"),
        ("processus=PRA", "processus: «PRA» is not known.", "Nearest: PRE."),
        ("type=PPO", "type: «PPO» is not known.", "Nearest: "),
        ("diffusion=publiq", "diffusion: «publiq» is not known.", "Nearest: publique."),
        ("liens.formulaire=PRE-FOR-001", "is no kind of link in use here.", "formulaires."),
        ("liens=PRE-FOR-001", "«liens» does not say which links.", "liens.formulaires+="),
        (
            "liens.formulaires=PRE-FOR-003",
            "no document carries the code",
            "PRE-FOR-00",
        ),
        ("liens.procedures=PRE-PRO-001", "PRE-PRO-001 is the document itself.", None),
        ("alias-=PRE-PRO-007", "alias does not hold «PRE-PRO-007».", None),
        ("original=plan.docx", "no file «plan.docx» lies in documents/PRE.", None),
        ("titre=", "titre cannot be left empty.", None),
        ("titre+=x", "titre holds one text", "Write titre=…"),
        ("approbations-=1", "a row is removed by its number.", "approbations[2]="),
        (
            "approbations[3]=1;P01",
            "approbations[3] is not there: approbations has 0.",
            "approbations+=",
        ),
        ("approbations+=1", "leaves par empty.", "version ; par ; role"),
        ("historique+=1;2;3;4;5", "5 cells in «1;2;3;4;5», and 4 columns.", "version ; date ;"),
        ("approbations+=1;P01;chef", "approbations.role: «chef» is not known.", "approbateur"),
        ("finalite=x", "«finalite» is no field of a document of type PRO.", None),
        ("bavardage", "«bavardage» is not of the form field=value.", None),
    ],
)
def test_what_is_not_accepted_is_said_with_what_to_do(
    terminal: Terminal, typed: str, said: str, hint: str | None
) -> None:
    """The sentence quotes the word, the hint names the nearest one, nothing is written."""
    before = text(terminal)
    shown = terminal.run("set", "PRE-PRO-001", "statut=applicable", typed)
    assert shown.code == 2
    assert said in shown.err
    assert hint is None or hint in shown.err
    assert shown.out == ""
    assert text(terminal) == before


def test_all_faults_are_said_at_once(terminal: Terminal) -> None:
    """A person corrects one command line, not three in a row."""
    shown = terminal.run("set", "PRE-PRO-001", "statu=x", "diffusion=y", "version=z")
    assert shown.err.count("smq: error:") == 3


def test_a_name_that_is_nobody_is_written_with_a_warning(terminal: Terminal) -> None:
    """An outside author may have no entry in smq.yaml."""
    shown = setting(terminal, "redacteur=Zoé Petit")
    assert "redacteur: Zoé Petit\n" in text(terminal)
    assert "Warning: redacteur: «Zoé Petit» is nobody in smq.yaml" in shown.err


def test_a_code_that_no_longer_says_the_process_is_remarked(terminal: Terminal) -> None:
    """The code stays: only renumbering moves it."""
    shown = setting(terminal, "processus=PIL")
    assert "The code PRE-PRO-001 still says PRE" in shown.err


def test_a_dry_run_says_the_same_and_writes_nothing(terminal: Terminal) -> None:
    """The lines of the real run stand first."""
    before = text(terminal)
    planned = setting(terminal, "statut=applicable", "--dry-run").out
    assert text(terminal) == before
    assert planned.startswith(setting(terminal, "statut=applicable").out)
    assert "+statut: applicable" in planned


def test_a_value_that_is_there_already_changes_nothing(terminal: Terminal) -> None:
    """The file keeps even its date."""
    shown = setting(terminal, "statut=projet")
    assert "Nothing to change" in shown.err


def test_an_unknown_code_names_the_nearest(terminal: Terminal) -> None:
    """Exit code 2, one line, a hint."""
    shown = terminal.run("set", "PRE-PRO-003", "statut=projet")
    assert shown.code == 2
    assert "Nearest: PRE-PRO-001" in shown.err


SHEET = "documents/PRE/PRE-FIP-001-document.md"


def test_a_table_is_written_row_by_row(terminal: Terminal) -> None:
    """Rows between `|`, cells between `;`, then one added, one changed, one cell, one removed."""
    terminal.run("set", "PRE-FIP-001", "entrees=Demande; Usager | Prix\\; taxes; Tutelle")
    terminal.run("set", "PRE-FIP-001", "entrees+=Échantillon; Équipe", "entrees[1]=Besoin; Unité")
    shown = terminal.run("set", "PRE-FIP-001", "entrees[2].de=Direction")
    assert shown.out == "entrees[2]: Prix; taxes ; Tutelle → Prix; taxes ; Direction\n"
    assert (
        text(terminal, SHEET)
        .split("entrees:\n")[1]
        .startswith(
            "  - quoi: Besoin\n    de: Unité\n"
            "  - quoi: Prix; taxes\n    de: Direction\n"
            "  - quoi: Échantillon\n    de: Équipe\n"
        )
    )
    shown = terminal.run("set", "PRE-FIP-001", "entrees[2]=")
    assert shown.out == "entrees: Prix; taxes ; Direction removed\n"
    assert "Prix" not in text(terminal, SHEET)


def test_a_row_with_too_many_cells_names_the_columns(terminal: Terminal) -> None:
    """The order of the columns is what the person needs."""
    shown = terminal.run("set", "PRE-FIP-001", "risques=a;b;c")
    assert "in this order: risque ; parade." in shown.err


def test_a_list_of_sentences_keeps_their_commas(terminal: Terminal) -> None:
    """Items go between `|`; one is replaced by its number, another removed."""
    terminal.run("set", "PRE-FIP-001", "ressources_humaines=Un ingénieur, à mi-temps | Un élève")
    assert "  - Un ingénieur, à mi-temps\n  - Un élève\n" in text(terminal, SHEET)
    terminal.run("set", "PRE-FIP-001", "ressources_humaines[2]=Un stagiaire")
    terminal.run("set", "PRE-FIP-001", "ressources_humaines[1]=")
    assert text(terminal, SHEET).split("ressources_humaines:\n")[1].startswith("  - Un stagiaire\n")


@pytest.mark.parametrize(
    "value", ["3.10", "non", "2026-13-24", "[x", "a: b", "# rien", "l’été", "1e3"]
)
def test_a_sentence_reads_back_as_typed(repo: Repo, terminal: Terminal, value: str) -> None:
    """Whatever YAML would make of it."""
    assert terminal.run("set", "PRE-FIP-001", f"finalite={value}", f"risques={value};x").code == 0
    document = repo.system().find("PRE-FIP-001")
    assert document is not None
    assert document.text("finalite") == value


def test_keys_and_words_of_another_tool_are_kept(
    repo: Repo, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A foreign tree is written in its own words, whichever word is typed."""
    repo.settings(
        {
            "lecture": {
                "cles": {"titre": "title", "statut": "status"},
                "statuts": {"effective": "applicable"},
            }
        }
    )
    repo.write(FILE, "---\ncode: PRE-PRO-001\ntitle: Old\nstatus: draft\n---\n")
    terminal = Terminal(repo.root, capsys, monkeypatch)
    setting(terminal, "titre=New", "status=applicable")
    assert text(terminal) == "---\ncode: PRE-PRO-001\ntitle: New\nstatus: effective\n---\n"
