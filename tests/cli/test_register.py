"""`smq register` and `smq retention`: tables listed, checked, filled in, put back in form."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.cli.conftest import Git
from tests.cli.runner import Runner, files_of
from tests.conftest import Repo

USAGERS = "nom: usagers\ntitre: Usagers\ncolonnes: [{nom: id, requis: true}, {nom: nom}]\n"
DEMANDES = """
nom: demandes
titre: Demandes de prestation
conservation: {duree: 12, depuis: clôture, sort: élimination, date: cloture}
colonnes:
  - {nom: id, libelle: N°, requis: true, motif: "DEM-{annee}-{numero:04}"}
  - {nom: date, libelle: Date de réception, type: date, requis: true}
  - {nom: usager, libelle: Usager, type: ref, vers: usagers.id, personnel: true}
  - {nom: decision, libelle: Décision, type: enum, valeurs: [acceptee, refusee]}
  - {nom: cloture, libelle: Close le, type: date}
"""
ROWS = (
    "\ufeffid;date;usager;decision;cloture\r\n"
    "DEM-2026-0001;2025-11-03;U001;acceptee;2026-01-15\r\n"
    "DEM-2027-0001;2027-01-07;U001;acceptee;\r\n"
)


@pytest.fixture
def platform(repo: Repo, smq: Runner) -> Runner:
    """Return a runner in a platform with two tables."""
    repo.write("referentiel/registres/demandes.yaml", DEMANDES)
    repo.write("referentiel/registres/usagers.yaml", USAGERS)
    repo.write("registres/demandes.csv", ROWS.encode())
    repo.write("registres/usagers.csv", "id;nom\nU001;Équipe Verres\n")
    return smq


def table(repo: Repo) -> str:
    """Return the requests as they are on disk."""
    return (repo.root / "registres/demandes.csv").read_bytes().decode()


def test_list(platform: Runner) -> None:
    """One line a table: rows, the last date, the file; the total on stderr."""
    said = platform("register", "list")

    assert said.code == 0
    assert said.out.splitlines() == [
        "Table     Title                   Rows  Last date   File",
        "demandes  Demandes de prestation     2  2027-01-07  registres/demandes.csv",
        "usagers   Usagers                    1              registres/usagers.csv",
    ]
    assert said.err == "3 rows in all\n"
    assert platform("register").out == said.out


def test_check(repo: Repo, platform: Runner) -> None:
    """Only the faults of registers, with line and column; one table when it is named."""
    assert platform("register", "check").code == 0
    repo.write("registres/usagers.csv", "id;nom\nU002;a@b.fr\n")

    said = platform("register", "check")
    assert said.code == 1
    assert "registres/demandes.csv:2:26: error REG006 «U001»" in said.out
    assert "REG010" in said.out
    assert "smq explain REG0" in said.err

    alone = platform("register", "check", "usagers")
    assert alone.code == 0
    assert "REG010" in alone.out
    assert "REG006" not in alone.out


def test_check_of_one_table_of_a_workbook(repo: Repo, platform: Runner) -> None:
    """A file that feeds two tables: each is told its own faults, settings included."""
    book = Workbook()
    page = book.create_sheet("Suivi")
    for line in (["N°", "Reçue le", "Usager", "Nom"], ["DEM-2027-0001", "hier", "U1", "a@b.fr"]):
        page.append(line)
    stream = BytesIO()
    book.save(stream)
    repo.write("Suivi.xlsx", stream.getvalue())
    shared = {"source": "Suivi.xlsx", "feuille": "Suivi"}
    repo.settings(
        {
            "registres": {
                "demandes": {**shared, "colonnes": {"id": "N°", "date": "Reçue le"}, "ou": "= ="},
                "usagers": {**shared, "colonnes": {"id": "Usager", "nom": "Nom"}},
                "usager": {},
            }
        }
    )

    requests = platform("register", "check", "demandes").out
    users = platform("register", "check", "usagers").out

    assert "Suivi.xlsx, Suivi!B2: error REG005 «hier»" in requests
    assert "REG010" not in requests
    assert "«usager», in «registres»" not in requests
    assert "The condition «= =»" in requests
    assert "REG010" in users
    assert "«usager», in «registres»" in users
    assert "REG005" not in users


def test_add_from_words(repo: Repo, platform: Runner) -> None:
    """The next identifier, a typed date and a choice with its accent; the rest stays."""
    said = platform(
        "register", "add", "demandes", "date=20/02/2027", "usager=U001", "decision=Acceptée"
    )

    assert (said.code, said.out) == (0, "DEM-2027-0002 registres/demandes.csv\n")
    assert table(repo) == ROWS + "DEM-2027-0002;2027-02-20;U001;acceptee;\r\n"


def test_add_dry_run(repo: Repo, platform: Runner) -> None:
    """The row is shown and nothing written."""
    before = files_of(repo.root)

    said = platform("register", "add", "demandes", "date=20/02/2027", "--dry-run")

    assert said.out == ("changes registres/demandes.csv\n  +DEM-2027-0002;2027-02-20;;;\n")
    assert files_of(repo.root) == before


def test_add_on_two_branches(repo: Repo, platform: Runner, git: Git) -> None:
    """The identifier of a row on another branch, or deleted since, is not given again."""
    git(repo.root, "init", "-q", "-b", "main")
    git(repo.root, "add", ".")
    git(repo.root, "commit", "-qm", "un")
    git(repo.root, "switch", "-qc", "autre")
    assert platform("register", "add", "demandes", "date=20/02/2027").out.startswith(
        "DEM-2027-0002 "
    )
    git(repo.root, "commit", "-qam", "deux")
    git(repo.root, "switch", "-q", "main")
    assert table(repo) == ROWS

    typed = platform("register", "add", "demandes", typed="<\n")
    assert "Identifier: DEM-2027-0003" in typed.err
    said = platform("register", "add", "demandes", "date=21/02/2027")
    assert (said.code, said.out) == (0, "DEM-2027-0003 registres/demandes.csv\n")
    assert said.err == ""

    forced = platform("register", "add", "demandes", "id=DEM-2027-0002", "date=21/02/2027")
    assert (forced.code, forced.out) == (0, "DEM-2027-0002 registres/demandes.csv\n")
    assert forced.err == (
        "Warning: «DEM-2027-0002» was given before, on another branch or to a row deleted since.\n"
    )


def test_add_in_a_shallow_clone(
    repo: Repo, platform: Runner, git: Git, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The number is given all the same, with the warning of document numbers."""
    git(repo.root, "init", "-q", "-b", "main")
    git(repo.root, "add", ".")
    git(repo.root, "commit", "-qm", "un")
    git(repo.root, "commit", "-qm", "deux", "--allow-empty")
    clone = tmp_path_factory.mktemp("clone") / "p"
    git(repo.root, "clone", "-q", "--depth", "1", repo.root.as_uri(), str(clone))

    said = platform("-C", str(clone), "register", "add", "demandes", "date=20/02/2027")

    assert said.out == "DEM-2027-0002 registres/demandes.csv\n"
    assert said.err == (
        "Warning: this copy of the repository is not whole; older numbers are not known.\n"
    )


def test_add_by_questions(repo: Repo, platform: Runner) -> None:
    """«?» explains, an answer that is none is asked again, «<» goes back, a number is a choice."""
    said = platform(
        "register", "add", "demandes", typed="demain\n20/02/2027\n<\n21/02/2027\n?\nU9\nU001\n2\n\n"
    )

    assert said.code == 0
    assert table(repo) == ROWS + "DEM-2027-0002;2027-02-21;U001;refusee;\r\n"
    assert "«demain» is not a date" in said.err
    assert "the identifier of a row of «usagers»: U001" in said.err
    assert "personal data" in said.err
    assert "«U9» is no row of «usagers»" in said.err


def test_words_as_people_read_them(repo: Repo, platform: Runner) -> None:
    """A column is named by its name or its label, with or without accents and capitals."""
    said = platform(
        "register", "add", "demandes", "Date de reception=20/02/2027", "Décision=refusée"
    )

    assert said.code == 0
    assert table(repo).endswith("DEM-2027-0002;2027-02-20;;refusee;\r\n")


def test_choices_are_shown_by_their_labels(repo: Repo, platform: Runner) -> None:
    """They stand above the question, without «?», and in what refuses an answer."""
    labelled = "valeurs: [acceptee, refusee], libelles: {acceptee: retenue, refusee: écartée}"
    schema = DEMANDES.replace("valeurs: [acceptee, refusee]", labelled)
    repo.write("referentiel/registres/demandes.yaml", schema)

    said = platform("register", "add", "demandes", typed="20/02/2027\nU001\nretenu\nretenue\n\n")

    assert "    1 retenue, 2 écartée\n" in said.err
    assert "Nearest: retenue. The choices are retenue, écartée." in said.err
    assert table(repo).endswith(";acceptee;\r\n")


def test_stopped_in_the_middle(repo: Repo, platform: Runner) -> None:
    """Who stops reads that nothing was written."""
    said = platform("register", "add", "demandes", typed="20/02/2027\n")

    assert said.code == 130
    assert "Nothing was written.\n" in said.err
    assert table(repo) == ROWS


def test_add_left_at_the_first_question(repo: Repo, platform: Runner) -> None:
    """«<» at the first question, and the end of the input, write nothing."""
    assert "Nothing was written." in platform("register", "add", "demandes", typed="<\n").err
    assert platform("register", "add", "demandes", typed="20/02/2027\n").code == 130
    assert table(repo) == ROWS


def test_a_required_column_left_empty_is_warned_of(platform: Runner) -> None:
    """The row is written; what it lacks is said."""
    said = platform("register", "add", "demandes", "usager=U001")

    assert said.code == 0
    assert "1 required column is empty: Date de réception." in said.err


def test_a_reference_is_named_as_people_do(repo: Repo, platform: Runner) -> None:
    """A name stands for the one row that bears it; two rows of that name are not guessed."""
    named = USAGERS.replace("{nom: nom}", "{nom: nom, requis: true}")
    repo.write("referentiel/registres/usagers.yaml", named)

    said = platform("register", "add", "demandes", "usager=verres equipe", "date=01/03/2027")
    near = platform("register", "add", "demandes", "usager=Equipe Verre")
    repo.write("registres/usagers.csv", "id;nom\nU001;Équipe Verres\nU002;équipe verres\n")
    twice = platform("register", "add", "demandes", "usager=Équipe Verres")

    assert said.code == 0
    assert "DEM-2027-0002;2027-03-01;U001;;" in table(repo)
    assert "Nearest: U001 (Équipe Verres)." in near.err
    assert "Write the identifier: U001, U002." in twice.err


@pytest.mark.parametrize(
    ("words", "sentence", "hint"),
    [
        (("ad",), "«ad» cannot be done with a register.", "smq register add"),
        (("add",), "Say in which table the row goes.", "smq register list"),
        (("add", "demande", "date=1"), "«demande» is no register", "Nearest: demandes"),
        (("add", "demandes", "dat=1"), "«dat» is no column", "Nearest: date"),
        (("add", "demandes", "bonjour"), "«bonjour» is not understood.", "column=value"),
        (("add", "demandes", "usager=U01"), "«U01» is no row of «usagers»", "Nearest: U001"),
        (("add", "usagers", "nom=x"), "The row needs an identifier", "Add id="),
        (("tidy",), "Say which table", "smq register list"),
        (("list", "demandes", "x"), "a word too many", "--help"),
    ],
)
def test_wrong_words_write_nothing(
    repo: Repo, platform: Runner, words: tuple[str, ...], sentence: str, hint: str
) -> None:
    """One line says what is wrong, one what to do."""
    before = files_of(repo.root)

    said = platform("register", *words)

    assert (said.code, said.out) == (2, "")
    first, second = said.err.splitlines()
    assert sentence in first
    assert hint in second
    assert files_of(repo.root) == before


def test_tidy_shows_one_row_in_git(repo: Repo, platform: Runner, git: Git) -> None:
    """After Excel saved the file with one date more, the difference is that row."""
    git(repo.root, "init", "-q")
    git(repo.root, "add", ".")
    git(repo.root, "commit", "-qm", "un")
    excel = (
        "N°;Date de réception;Usager;Décision;Close le;\r\n"
        "DEM-2026-0001;03/11/2025;U001;Acceptée;15/01/2026;\r\n"
        "DEM-2027-0001;07/01/2027;U001;acceptee;26/02/2027;\r\n;;;;;\r\n"
    )
    repo.write("registres/demandes.csv", excel.encode("cp1252"))

    shown = platform("register", "tidy", "demandes", "--dry-run")
    assert table_is(repo, excel)
    said = platform("register", "tidy", "demandes")

    assert (said.code, said.out) == (0, "In form: registres/demandes.csv\n")
    assert shown.out.startswith("changes registres/demandes.csv\n")
    changed = git(repo.root, "diff", "--numstat").split()
    assert changed == ["1", "1", "registres/demandes.csv"]
    assert "in form already" in platform("register", "tidy", "demandes").err


def table_is(repo: Repo, text: str) -> bool:
    """Return whether the file holds a text in cp1252."""
    return (repo.root / "registres/demandes.csv").read_bytes() == text.encode("cp1252")


def test_tidy_shows_an_older_encoding(repo: Repo, platform: Runner) -> None:
    """What Excel saved in the encoding of Windows is shown with its accents."""
    repo.write("registres/usagers.csv", "nom,id\nacadémique extérieur,U001\n".encode("cp1252"))

    said = platform("register", "tidy", "usagers", "--dry-run")

    assert "  -académique extérieur,U001\n" in said.out
    assert "\ufffd" not in said.out


def test_sync(repo: Repo, platform: Runner, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A dated copy with its hash; nothing the second time; a change is copied again."""
    drive: Path = tmp_path_factory.mktemp("partage")
    (drive / "Demandes_2027.csv").write_text("id;date\nDEM-2027-0005;01/02/2027\n", "utf-8")
    repo.settings({"registres": {"demandes": {"depuis": f"{drive}/Demandes_*.csv"}}})
    before = files_of(repo.root)

    assert platform("register", "sync", "--dry-run").out.startswith("would copy: ")
    assert files_of(repo.root) == before

    said = platform("register", "sync")
    assert said.code == 0
    assert said.out.endswith("→ registres/copies/Demandes_2027.csv\n")
    beside = (repo.root / "registres/copies/Demandes_2027.csv.yaml").read_text("utf-8")
    assert "copie_le: 2027-03-01\n" in beside
    assert "sha256: " in beside
    assert repo.system().registers["demandes"].rows[0].key == "DEM-2027-0005"

    assert platform("register", "sync").out == ("unchanged: registres/copies/Demandes_2027.csv\n")
    refused = platform("register", "add", "demandes", "date=20/02/2027")
    assert refused.code == 2
    assert "which smq does not write" in refused.err


def test_sync_mends_a_copy(
    repo: Repo, platform: Runner, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A copy that somebody changed stops the check; taken again, it and its sidecar are as new."""
    original = tmp_path_factory.mktemp("partage") / "Demandes.csv"
    original.write_text("id;date\nDEM-2027-0005;01/02/2027\n", "utf-8")
    repo.settings({"registres": {"demandes": {"depuis": str(original)}}})
    platform("register", "sync")
    as_taken = files_of(repo.root)
    copy = repo.root / "registres/copies/Demandes.csv"

    copy.write_text("id;date\nDEM-2027-0006;01/02/2027\n", "utf-8")
    said = platform("check", "--select", "REG016")
    assert (said.code, said.out.count("REG016")) == (1, 1)
    assert "REG016" in platform("register", "check", "demandes").out
    assert platform("register", "sync").code == 0
    assert files_of(repo.root) == as_taken

    for raw in (None, b"sha256: 0\n"):
        beside = copy.with_name("Demandes.csv.yaml")
        beside.unlink() if raw is None else beside.write_bytes(raw)
        assert "REG016" in platform("register", "check", "demandes").out
        assert platform("register", "sync").out.endswith("→ registres/copies/Demandes.csv\n")
        assert files_of(repo.root) == as_taken


def test_sync_without_the_drive(repo: Repo, platform: Runner) -> None:
    """A drive that is not there is one line and what to do; without `depuis`, nothing is done."""
    assert "«depuis» in smq.yaml" in platform("register", "sync").err
    repo.settings({"registres": {"demandes": {"depuis": "/nulle/part/D_*.csv"}}})

    said = platform("register", "sync")

    assert said.code == 2
    assert "is not found from this computer" in said.err


def test_retention(platform: Runner) -> None:
    """A row is past its term once the months after its closing are over; an open one never is."""
    said = platform("retention")

    assert said.out == (
        "registres/demandes.csv:2: DEM-2026-0001 of «Demandes de prestation»,"
        " kept until 2027-01-15 (12 months from 2026-01-15) → élimination\n"
    )
    assert said.err == "1 row past its term.\n"
    assert platform("--date", "2027-01-15", "retention").out == ""
    assert platform("retention", "usagers").out == ""


def test_retention_of_a_table_without_its_event(repo: Repo, platform: Runner) -> None:
    """Nothing is announced of its rows, and that is said."""
    repo.write(
        "referentiel/registres/demandes.yaml",
        DEMANDES.replace("depuis: clôture, sort: élimination, date: cloture", "depuis: clôture"),
    )

    said = platform("--date", "2040-01-01", "retention")

    assert said.out == ""
    assert said.err == (
        "«Demandes de prestation»: 2 rows are kept 12 months from «clôture», whose date the table"
        " does not hold. They are not judged here.\n0 rows past their term.\n"
    )
    assert platform("retention", "usagers").err == "0 rows past their term.\n"


def test_check_of_the_settings_of_a_table(repo: Repo, platform: Runner) -> None:
    """A header row that is no number, an unknown key, a word of `ou`: those of that table alone."""
    repo.write("Suivi.csv", "id;date\nDEM-2027-0001;2027-01-07\n")
    repo.write("Usagers.csv", "id;nom\nU001;Équipe Verres\n")
    repo.settings(
        {
            "langage": "fr",
            "registres": {
                "demandes": {
                    "source": "Suivi.csv",
                    "entete": "trois",
                    "feuile": "S",
                    "ou": "datte >= '2026-01-01'",
                },
                "usagers": {"source": "Usagers.csv", "entete": "deux"},
            },
        }
    )

    requests, users = (platform("register", "check", t) for t in ("demandes", "usagers"))
    every = platform("register", "check")

    assert "«registres.demandes.entete» expects a whole number; «trois»" in requests.out
    assert "«registres.demandes.feuile» is no setting" in requests.out
    assert "«datte», in the condition" in requests.out
    assert "usagers.entete" not in requests.out
    assert "«registres.usagers.entete»" in users.out
    assert "demandes." not in users.out
    assert (requests.code, every.code) == (1, 1)
    assert every.err.startswith("2 rows read: 4 things to correct.")
    assert "usagers.entete» expects" in every.out
    assert "langage" not in every.out


def test_tidy_of_another_table(repo: Repo, platform: Runner) -> None:
    """A file without one column of the table is not made into one."""
    repo.write("registres/demandes.csv", "foo;bar\n1;2\n")

    said = platform("register", "tidy", "demandes")

    assert said.code == 2
    assert said.err == (
        "smq: error: registres/demandes.csv: no heading is a column of the table «demandes»"
        " (foo, bar).\n  → Write the headings in the first line: id;date;usager;decision;cloture\n"
    )
    assert table(repo) == "foo;bar\n1;2\n"


OPENED = (
    "id;date;usager;decision;cloture\n"
    'DEM-2026-0001;2025-11-03;"U001;acceptee;\n'
    "DEM-2027-0001;2027-01-07;U001;acceptee;\n"
    'DEM-2027-0002;2027-01-08;"U001";acceptee;\n'
)
MERGING = ROWS.replace("DEM-2027", "<<<<<<< HEAD\r\nDEM-2027") + "=======\r\n>>>>>>> autre\r\n"


@pytest.mark.parametrize(
    ("content", "rule", "place", "reason"),
    [
        (OPENED, "REG001", "registres/demandes.csv:2:26", "takes in the rows below it"),
        (MERGING, "SYN009", "registres/demandes.csv:3:1", "unfinished merge"),
    ],
)
def test_a_file_that_is_not_read_whole(
    content: str, rule: str, place: str, reason: str, platform: Runner, repo: Repo
) -> None:
    """The check says where and leaves with 1; the verbs that write leave the file alone."""
    repo.write("registres/demandes.csv", content)
    whole, alone, other = (
        platform("register", "check", *words) for words in ((), ("demandes",), ("usagers",))
    )

    for said in (whole, alone):
        assert (said.code, rule in said.out, place in said.out) == (1, True, True)
    assert rule not in other.out
    for words in (("tidy", "demandes"), ("add", "demandes", "date=2027-02-01", "usager=U001")):
        said = platform("register", *words)
        assert (said.code, reason in said.err) == (2, True)
    assert table(repo) == content
