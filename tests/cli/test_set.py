"""`smq set`: what is typed, what is written, what is said."""

import re
from pathlib import Path

import pytest

from tests.cli.runner import Runner, Said
from tests.conftest import Repo

FILE = "documents/PRE/PRE-PRO-001-document.md"


@pytest.fixture
def terminal(repo: Repo, smq: Runner) -> Runner:
    """Return a terminal in a platform with one procedure, two forms and a process sheet."""
    repo.document("PRE-PRO-001", "Texte.\n", version=None)
    repo.document("PRE-FOR-001")
    repo.document("PRE-FOR-002")
    repo.document("PRE-FIP-001")
    return smq


def setting(terminal: Runner, *words: str) -> Said:
    """Run `smq set PRE-PRO-001` and expect it to be done."""
    shown = terminal("set", "PRE-PRO-001", *words)
    assert shown.code == 0, shown.err
    return shown


def text(path: str = FILE) -> str:
    """Return a file."""
    return Path(path).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("statut=en_verification", "statut: en_verification\n"),
        ("statut=En vérification", "statut: en_verification\n"),
        ("statut=Approuvé", "statut: approuve\n"),
        ("statut=APPLICABLE", "statut: applicable\n"),
        ("statut=retiré", "statut: retire\n"),
        ("statut=En vigueur", "statut: applicable\n"),
        ("statut=in force", "statut: applicable\n"),
        ("statut=validé", "statut: approuve\n"),
        ("statut=en cours de vérification", "statut: en_verification\n"),
        ("date_application=20/02/2027", "date_application: 2027-02-20\n"),
        ("prochaine_revue=2029-02-20", "prochaine_revue: 2029-02-20\n"),
        ("version=2", 'version: "2"\n'),
        ("redacteur=P02", "redacteur: P02\n"),
        ("redacteur=hugo marchal", "redacteur: P02\n"),
        ("approbateur=ines", "approbateur: P03\n"),
        ("approbateur=VAUTRIN Inès", "approbateur: P03\n"),
        ("Rédacteur=marchal h.", "redacteur: P02\n"),
        ("Rédigé par=hugo", "redacteur: P02\n"),
        ("Date d’application=20/02/2027", "date_application: 2027-02-20\n"),
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
    terminal: Runner, typed: str, written: str
) -> None:
    """Labels, French dates, names and rows become what every reader understands."""
    setting(terminal, typed)
    assert written in text()


def test_the_rest_of_the_file_is_untouched(terminal: Runner) -> None:
    """One line changes, the others stay."""
    before = text()
    setting(terminal, "statut=applicable")
    assert text() == before.replace("statut: projet", "statut: applicable")


def test_changes_are_said_in_words(terminal: Runner) -> None:
    """Before and after, people by name, states by label."""
    shown = setting(terminal, "statut=applicable", "redacteur=P02", "liens.formulaires=PRE-FOR-001")
    assert shown.out.splitlines() == [
        "statut: Draft → In force",
        "redacteur: (empty) → Hugo Marchal (P02)",
        "liens.formulaires: PRE-FOR-001 added",
    ]


def test_a_status_is_said_by_any_of_its_names(terminal: Runner) -> None:
    """«brouillon» is «projet»."""
    setting(terminal, "statut=applicable")
    setting(terminal, "statut=brouillon")
    assert "statut: projet\n" in text()


def test_the_document_is_named_first(terminal: Runner) -> None:
    """Whoever typed part of a code sees which document was found."""
    shown = setting(terminal, "titre=Peser")
    assert shown.err.splitlines()[0] == "PRE-PRO-001 – Titre de PRE-PRO-001"


def test_a_cell_is_named_by_its_column(terminal: Runner) -> None:
    """A date that changes in a row is no nameless date."""
    setting(terminal, "approbations+=1; claire; approbateur; 20/02/2027; papier; smq.yaml")
    shown = setting(terminal, "approbations[1].date=21/02/2027")
    assert shown.out == "approbations[1].date: 2027-02-20 → 2027-02-21\n"


def test_what_opposes_is_said_after_writing(terminal: Runner) -> None:
    """No approval, no date, nobody named: the state is written, and what it lacks is said."""
    shown = setting(terminal, "statut=applicable")
    assert "statut: applicable\n" in text()
    assert shown.out == "statut: Draft → In force\n"
    assert "Warning: this is written, but " in shown.err
    assert "errors oppose it in PRE-PRO-001:\n  LIF" in shown.err
    assert (
        "    → Set it back to a draft and have it approved: smq set PRE-PRO-001 statut=projet"
        in shown.err
    )
    said = [line for line in shown.err.splitlines() if re.match(r"  [A-Z]{3}\d{3} ", line)]
    assert len(said) == 5
    assert shown.err.endswith(" others: smq check\n")


def test_a_name_written_another_way_is_still_the_author(repo: Repo, terminal: Runner) -> None:
    """Somebody typed the author's name in capitals, last name first, in the file itself."""
    author = {"redacteur": "MARCHAL Hugo", "approbateur": "P01"}
    repo.document("PRE-PRO-001", statut="en_verification", **author)
    assert "  LIF005 Hugo Marchal " in setting(terminal, "approbateur=hugo").err


def test_an_approver_who_is_the_author_is_remarked(repo: Repo, terminal: Runner) -> None:
    """The change of a person in a document in force is judged too."""
    repo.document("PRE-PRO-001", statut="en_verification", redacteur="P02", approbateur="P01")
    shown = setting(terminal, "approbateur=hugo")
    assert "  LIF" in shown.err
    assert "Hugo Marchal" in shown.err


@pytest.mark.parametrize("word", ["prochaine_revue=20/02/2029", "redacteur=P01", "titre=Peser"])
def test_a_draft_is_not_judged(terminal: Runner, word: str) -> None:
    """Work that is not done is no error."""
    assert "oppose" not in setting(terminal, word).err


def test_a_version_without_its_line_is_remarked(terminal: Runner) -> None:
    """One fault, in the singular, with what to do."""
    shown = setting(terminal, "version=2")
    assert "1 error opposes it in PRE-PRO-001:\n  LIF010 " in shown.err


def test_what_cannot_be_written_is_not_claimed(repo: Repo, terminal: Runner) -> None:
    """No line says that a field changed when nothing could be written."""
    repo.write(".smq", "a file where the folder of the lock should be")
    shown = terminal("set", "PRE-PRO-001", "statut=applicable")
    assert shown.code == 2
    assert shown.out == ""
    assert "statut: projet\n" in text()


def test_links_are_added_and_removed(terminal: Runner) -> None:
    """`+=` adds what is not there, `-=` removes, an empty kind disappears."""
    setting(terminal, "liens.formulaires=PRE-FOR-001,PRE-FOR-002")
    setting(terminal, "liens.formulaires+=PRE-FOR-002", "liens.formulaires-=PRE-FOR-001")
    assert "  formulaires: [PRE-FOR-002]\n" in text()
    setting(terminal, "liens.formulaires-=PRE-FOR-002")
    assert "formulaires" not in text()


def test_a_document_without_id_is_given_one(terminal: Runner) -> None:
    """The only time that an id is set; it is one as smq gives them, and of no other document."""
    Path(FILE).write_text(re.sub("^id: .*\n", "", text(), flags=re.MULTILINE), encoding="utf-8")
    others = re.search("^id: (.*)$", text("documents/PRE/PRE-FOR-001-document.md"), re.MULTILINE)
    assert others

    assert "no id as smq gives them" in terminal("set", "PRE-PRO-001", "id=prestation").err
    assert "already the id of" in terminal("set", "PRE-PRO-001", f"id={others[1]}").err
    assert "cannot be left empty" in terminal("set", "PRE-PRO-001", "id=").err
    setting(terminal, "id=k7m2x9qb")
    assert text().startswith("---\nid: k7m2x9qb\ncode: PRE-PRO-001\n")
    refused = terminal("set", "PRE-PRO-001", "id=k7m2x9qc")
    assert (refused.code, "The id of a document is permanent" in refused.err) == (2, True)


@pytest.mark.parametrize(
    ("typed", "said", "hint"),
    [
        ("statu=projet", "«statu» is no field of a document of type PRO.", "Nearest: statut."),
        ("id=abc", "The id of a document is permanent", None),
        ("code=PRE-PRO-002", "A code is given by smq new and stays", None),
        ("statut=aplicable", "statut: «aplicable» is not known.", "Nearest: applicable."),
        ("statut=Aplicâble", "statut: «Aplicâble» is not known.", "Nearest: applicable."),
        (
            "suppleant=P01",
            "«suppleant» is no field of a document",
            "«code: PRE», write «suppleant: P01»",
        ),
        ("Suppléant=P01", "it is a line of its process, in smq.yaml.", "write «suppleant: P01»"),
        ("pilote=", "«pilote» is no field of a document", "write «pilote: …»"),
        ("statut=périmé", "statut: «périmé» is computed, never written.", "statut=retiré"),
        ("date_application=31/02/2027", "date_application: «31/02/2027» is no date.", None),
        ("version=v2", "version: «v2» is no version.", "Write digits"),
        ("redacteur=a", "redacteur: «a» may be several people.", "P02 (Hugo Marchal)"),
        ("redacteur=P77", "«P77» is nobody in smq.yaml, and no full name", "P01, P02, P03."),
        ("redacteur=> 3 jours", "is nobody in smq.yaml, and no full name of a person.", None),
        ("redacteur=Marchall", "«Marchall» is nobody in smq.yaml", "Nearest: P02 (Hugo Marchal)."),
        ("statut=aprouvé", "statut: «aprouvé» is not known.", "en vérification, approuvé,"),
        (
            "liens.procedures=PRE-FOR-001",
            "PRE-FOR-001 is of the type «Formulaire».",
            "liens.formulaires+=PRE-FOR-001",
        ),
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
    terminal: Runner, typed: str, said: str, hint: str | None
) -> None:
    """The sentence quotes the word, the hint names the nearest one, nothing is written."""
    before = text()
    shown = terminal("set", "PRE-PRO-001", "statut=applicable", typed)
    assert shown.code == 2
    assert said in shown.err
    assert hint is None or hint in shown.err
    assert shown.out == ""
    assert text() == before


def test_all_faults_are_said_at_once(terminal: Runner) -> None:
    """A person corrects one command line, not three in a row."""
    shown = terminal("set", "PRE-PRO-001", "statu=x", "diffusion=y", "version=z")
    assert shown.err.count("smq: error:") == 3


def test_a_name_that_is_nobody_is_written_with_a_warning(terminal: Runner) -> None:
    """An outside author may have no entry in smq.yaml."""
    shown = setting(terminal, "redacteur=Zoé Petit")
    assert "redacteur: Zoé Petit\n" in text()
    assert "Warning: redacteur: «Zoé Petit» is nobody in smq.yaml" in shown.err


def test_a_name_that_is_nearly_somebody_names_them(terminal: Runner) -> None:
    """A slip of the hand does not make another person without a word."""
    shown = setting(terminal, "redacteur=Marchall Ugo")
    assert "the name is written as typed. Nearest: P02 (Hugo Marchal)." in shown.err


@pytest.mark.parametrize(
    ("typed", "said", "hint"),
    [
        (
            "interactions=EQUX; Rien",
            "interactions.processus: «EQUX» is not known.",
            "Nearest: EQU.",
        ),
        ("champs=;duree;Durée;durée", "champs.type: «durée» is not known.", "texte, texte_long, "),
        ("champs=;d;D;date;peut-être", "champs.requis: «peut-être» is not known.", "oui"),
        ("champs=;t;T;tableau;;;;;trois", "champs.lignes: «trois» is no whole number.", "digits"),
    ],
)
def test_a_cell_holds_what_its_column_accepts(
    terminal: Runner, typed: str, said: str, hint: str
) -> None:
    """A process that exists, a type of field, yes or no, a number: else nothing is written."""
    code = "PRE-FOR-001" if typed.startswith("champs") else "PRE-FIP-001"
    shown = terminal("set", code, typed)
    assert shown.code == 2
    assert said in shown.err
    assert hint in shown.err


def test_a_field_of_a_form_is_added_in_words(terminal: Runner) -> None:
    """«oui» is written as the file writes it; a place left to fill in is no wrong word."""
    added = "champs=Demande; duree; Durée; Nombre; oui | ; x; X; [À compléter : type]"
    assert terminal("set", "PRE-FOR-001", added).code == 0
    written = text("documents/PRE/PRE-FOR-001-document.md")
    assert "    type: nombre\n    requis: true\n" in written


def test_a_label_of_the_type_names_a_field(terminal: Runner) -> None:
    """«Finalité», as the sheet prints it."""
    assert terminal("set", "PRE-FIP-001", "Finalité=Mesurer").code == 0
    assert "finalite: Mesurer\n" in text(SHEET)


def test_what_was_wrong_before_is_only_counted(repo: Repo, terminal: Runner) -> None:
    """One field changes: the errors it brings are said, the others are not said again."""
    first = setting(terminal, "statut=applicable")
    assert "  LIF001 " in first.err
    second = setting(terminal, "date_application=20/02/2027")
    assert "LIF" not in second.err
    assert "oppose" not in second.err
    assert "errors that PRE-PRO-001 had before stay: smq check\n" in second.err


def test_retiring_names_who_cites_the_document(repo: Repo, terminal: Runner) -> None:
    """Those in force get an error, which is said at once; a draft is named."""
    repo.document("PRE-PRO-001", "Voir PRE-FOR-001.\n")
    repo.document("PRE-PRO-002", "Voir PRE-FOR-001.\n", statut="en_verification")
    shown = terminal("set", "PRE-FOR-001", "statut=retiré")
    assert shown.code == 0
    assert "2 documents send their readers to PRE-FOR-001: PRE-PRO-001, PRE-PRO-002." in shown.err
    assert "Warning: this brings 1 error in another document:\n  PRE-PRO-002 LNK003 " in shown.err
    assert "had before" not in shown.err


def test_retiring_what_nobody_cites_says_nothing_more(terminal: Runner) -> None:
    """No link, no warning."""
    assert "Warning" not in terminal("set", "PRE-FOR-002", "statut=retiré").err


def test_a_title_in_force_is_not_changed_without_a_word(repo: Repo, terminal: Runner) -> None:
    """Its readers rely on it; a draft may change."""
    assert "rely on" not in setting(terminal, "titre=Peser").err
    repo.document("PRE-PRO-001", statut="applicable")
    shown = setting(terminal, "titre=Mesurer")
    assert "PRE-PRO-001 is «In force»: this changes what its readers rely on (titre)." in shown.err
    assert "smq revise PRE-PRO-001" in shown.err
    assert "rely on" not in setting(terminal, "statut=projet", "titre=Doser").err


def test_a_code_that_no_longer_says_the_process_is_remarked(terminal: Runner) -> None:
    """The code stays: only renumbering moves it."""
    shown = setting(terminal, "processus=PIL")
    assert "The code PRE-PRO-001 still says PRE" in shown.err


def test_a_dry_run_says_the_same_and_writes_nothing(terminal: Runner) -> None:
    """The lines of the real run stand first."""
    before = text()
    planned = setting(terminal, "statut=applicable", "--dry-run").out
    assert text() == before
    assert planned.startswith(setting(terminal, "statut=applicable").out)
    assert "+statut: applicable" in planned


def test_a_value_that_is_there_already_changes_nothing(terminal: Runner) -> None:
    """The file keeps even its date."""
    shown = setting(terminal, "statut=projet")
    assert "Nothing to change" in shown.err


def test_an_unknown_code_names_the_nearest(terminal: Runner) -> None:
    """Exit code 2, one line, a hint."""
    shown = terminal("set", "PRE-PRO-O01", "statut=projet")
    assert shown.code == 2
    assert "Nearest: PRE-PRO-001" in shown.err


SHEET = "documents/PRE/PRE-FIP-001-document.md"


def test_a_table_is_written_row_by_row(terminal: Runner) -> None:
    """Rows between `|`, cells between `;`, then one added, one changed, one cell, one removed."""
    terminal("set", "PRE-FIP-001", "entrees=Demande; Usager | Prix\\; taxes; Tutelle")
    terminal("set", "PRE-FIP-001", "entrees+=Échantillon; Équipe", "entrees[1]=Besoin; Unité")
    shown = terminal("set", "PRE-FIP-001", "entrees[2].de=Direction")
    assert shown.out == "entrees[2].de: Tutelle → Direction\n"
    assert (
        text(SHEET)
        .split("entrees:\n")[1]
        .startswith(
            "  - quoi: Besoin\n    de: Unité\n"
            "  - quoi: Prix; taxes\n    de: Direction\n"
            "  - quoi: Échantillon\n    de: Équipe\n"
        )
    )
    shown = terminal("set", "PRE-FIP-001", "entrees[2]=")
    assert shown.out == "entrees: Prix; taxes ; Direction removed\n"
    assert "Prix" not in text(SHEET)


def test_a_row_with_too_many_cells_names_the_columns(terminal: Runner) -> None:
    """The order of the columns is what the person needs."""
    shown = terminal("set", "PRE-FIP-001", "risques=a;b;c")
    assert "in this order: risque ; parade." in shown.err


def test_a_list_of_sentences_keeps_their_commas(terminal: Runner) -> None:
    """Items go between `|`; one is replaced by its number, another removed."""
    terminal("set", "PRE-FIP-001", "ressources_humaines=Un ingénieur, à mi-temps | Un élève")
    assert "  - Un ingénieur, à mi-temps\n  - Un élève\n" in text(SHEET)
    terminal("set", "PRE-FIP-001", "ressources_humaines[2]=Un stagiaire")
    terminal("set", "PRE-FIP-001", "ressources_humaines[1]=")
    assert text(SHEET).split("ressources_humaines:\n")[1].startswith("  - Un stagiaire\n")


@pytest.mark.parametrize(
    "value", ["3.10", "non", "2026-13-24", "[x", "a: b", "# rien", "l’été", "1e3"]
)
def test_a_sentence_reads_back_as_typed(repo: Repo, terminal: Runner, value: str) -> None:
    """Whatever YAML would make of it."""
    assert terminal("set", "PRE-FIP-001", f"finalite={value}", f"risques={value};x").code == 0
    document = repo.system().find("PRE-FIP-001")
    assert document is not None
    assert document.text("finalite") == value


def test_keys_and_words_of_another_tool_are_kept(repo: Repo, smq: Runner) -> None:
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
    setting(smq, "titre=New", "status=applicable")
    assert text() == "---\ncode: PRE-PRO-001\ntitle: New\nstatus: effective\n---\n"
