"""What lists and deliverables gather at render time."""

from dataclasses import replace

from smq.i18n import Translator
from smq.render.master_list import master_list
from smq.render.page import Grid, Picture, Prose
from tests.conftest import Repo
from tests.render.conftest import PageOf, grid


def test_list_says_its_date(repo: Repo, page_of: PageOf) -> None:
    """A generated list stands behind its introduction and says when it was drawn up."""
    repo.document("DOC-LIS-001", "## Objet\n", contenu=["liste_documents"])

    page = page_of("DOC-LIS-001")

    assert page.body == "\n## Objet\n"
    assert page.before == ()
    assert page.after[0] == Prose("Drawn up on 2027-03-01 from the documents.")


def test_master_list_by_process(repo: Repo, page_of: PageOf) -> None:
    """Documents in force stand first, then the others, each by process; records are left out."""
    repo.document("DOC-LIS-001", contenu=["liste_documents"])
    repo.document("PRE-PRO-001", titre="Devis & *prix*", version="2", statut="projet")
    repo.document(
        "PRE-PRO-002",
        titre="Demande",
        version="1",
        statut="applicable",
        date_application="2026-12-01",
    )
    repo.document("EQU-PRO-001", version="1", statut="applicable")
    repo.document("MAD-PRO-001", version="1", statut="applicable")
    repo.document("PRE-ENR-001", titre="Compte rendu")
    repo.document("PIL-POL-001", version="1", statut="retire")

    page = page_of("DOC-LIS-001")

    in_force = grid(page, "Documents in force").rows
    others = grid(page, "Documents not in force").rows
    assert [row[0] for row in in_force] == ["PRE-PRO-002", "MAD-PRO-001", "EQU-PRO-001"]
    assert [row[0] for row in others] == ["PRE-PRO-001", "DOC-LIS-001", "PIL-POL-001"]
    assert in_force[0][1:] == (
        "Demande",
        "Procedure",
        "1",
        "2026-12-01",
        "In force",
        "2028-12-01",
    )
    assert others[0][1:] == (
        r"Devis \& \*prix\*",
        "Procedure",
        "3 – draft (in force: 2)",
        "–",
        "Draft",
        "–",
    )


def test_a_document_being_revised_is_listed_as_it_is_in_force(repo: Repo) -> None:
    """Readers apply the last version in force, not the draft of the next."""
    path = repo.document("PRE-PRO-001", titre="Avant", version="2", statut="applicable")
    before = repo.system().documents[0]
    repo.document("PRE-PRO-001", titre="Après", version="2", statut="projet")

    blocks = master_list(replace(repo.system(), earlier={path: before}), Translator("en"))

    assert [type(block) for block in blocks] == [Grid]
    assert isinstance(blocks[0], Grid)
    assert [row[:2] for row in blocks[0].rows] == [("PRE-PRO-001", "Avant")]


def test_no_document_in_force_is_said(repo: Repo, page_of: PageOf) -> None:
    """At the start nothing is in force, and the list says so under its title."""
    repo.document("DOC-LIS-001", contenu=["liste_documents"])

    page = page_of("DOC-LIS-001")

    assert page.after[1] == Prose("## Documents in force")
    assert page.after[2] == Prose("No document is in force yet.")
    assert len(grid(page, "Documents not in force").rows) == 1


def test_narrow_page_has_no_type_column(repo: Repo, page_of: PageOf) -> None:
    """In a portrait document the list leaves out the type, which the code tells."""
    repo.document("PIL-LIV-001", contenu=["liste_documents"])
    repo.document("DOC-LIS-001", contenu=["liste_documents"])

    narrow = grid(page_of("PIL-LIV-001"), "Documents not in force")
    wide = grid(page_of("DOC-LIS-001"), "Documents not in force")

    assert set(wide.header) - set(narrow.header) == {"Type"}
    assert [len(row) for row in narrow.rows] == [6, 6]


def test_narrow_page_has_no_file_column(repo: Repo, page_of: PageOf) -> None:
    """In a portrait document the records leave out their file: words would be cut elsewhere."""
    repo.write("referentiel/registres/demandes.yaml", "titre: Demandes\n")
    repo.document("PIL-LIV-001", contenu=["liste_enregistrements"])
    repo.document("DOC-LIS-002", contenu=["liste_enregistrements"])
    repo.document("PRE-REG-001", tables=["demandes"])

    narrow = grid(page_of("PIL-LIV-001"), "Registers")
    wide = grid(page_of("DOC-LIS-002"), "Registers")

    assert narrow.header == ("Title", "Code", "Retention", "Then", "Answered for by")
    assert narrow.rows == (("Demandes", "PRE-REG-001", "–", "–", "Hugo Marchal"),)
    assert len(narrow.widths) == len(narrow.header)
    assert wide.rows[0][:3] == ("Demandes", "PRE-REG-001", "registres/demandes.csv")


def test_process_has_a_column_where_codes_do_not_tell_it(repo: Repo, page_of: PageOf) -> None:
    """On a platform whose codes carry no process, the master list shows it."""
    repo.settings({"codification": {"motif": "{type}-{numero:02}"}})
    repo.document("LIS-01", type="LIS", processus="DOC", contenu=["liste_documents"])

    listed = grid(page_of("LIS-01"), "Documents not in force")

    assert listed.header[:3] == ("Code", "Process", "Title")
    assert listed.rows[0][:3] == ("LIS-01", "DOC", "Titre de LIS-01")


def test_records_with_their_retention(repo: Repo, page_of: PageOf) -> None:
    """Each table of a register says how long it is kept, what then, and who answers for it."""
    repo.write(
        "referentiel/registres/demandes.yaml",
        "titre: Demandes\nconservation: {duree: 120, depuis: clôture, sort: élimination}\n",
    )
    repo.write("referentiel/registres/devis.yaml", "titre: Devis\nconservation: {duree: 18}\n")
    repo.document("DOC-LIS-002", contenu=["liste_enregistrements"])
    repo.document("PRE-REG-001", tables=["demandes", "devis", "absente"])
    repo.document("PRE-FOR-001", titre="Fiche", registre="demandes")
    repo.document("PRE-FOR-002", titre="Vieille fiche", statut="retire")

    page = page_of("DOC-LIS-002")

    assert grid(page, "Registers").rows == (
        (
            "Demandes",
            "PRE-REG-001",
            "registres/demandes.csv",
            "10 years from: clôture",
            "élimination",
            "Hugo Marchal",
        ),
        ("Devis", "PRE-REG-001", "registres/devis.csv", "18 months", "–", "Hugo Marchal"),
        ("absente", "PRE-REG-001", "registres/absente.csv", "–", "–", "Hugo Marchal"),
    )
    assert grid(page, "Forms filled in").rows == (
        ("Fiche", "PRE-FOR-001", "Demandes", "Hugo Marchal"),
    )


def test_process_map_with_its_table(repo: Repo, page_of: PageOf) -> None:
    """The map is drawn, then each process is listed by family with its owner and its sheet."""
    repo.document("PIL-LIS-001", contenu=["cartographie"])
    repo.document("PRE-FIP-001")
    repo.document("DOC-FIP-001", version="1", statut="applicable")

    page = page_of("PIL-LIS-001")

    picture = page.after[1]
    assert isinstance(picture, Picture)
    assert picture.png == b"en:PIL,PRE,MAD,EQU,DOC"
    assert picture.description == "Process map in three families: PIL, PRE, MAD, EQU, DOC"
    rows = grid(page, "Processes and their owners").rows
    assert [row[0][:3] for row in rows] == ["PIL", "PRE", "MAD", "EQU", "DOC"]
    assert rows[1] == ("PRE – Réaliser", "Realisation", "Hugo Marchal", "–", "PRE-FIP-001 (draft)")
    assert rows[4][4] == "DOC-FIP-001"
    assert not page.landscape


def test_process_map_among_other_contents(repo: Repo, page_of: PageOf) -> None:
    """Where a document gathers more than the map, a heading announces it."""
    repo.document("PIL-LIV-001", contenu=["fiche_plateforme", "cartographie"])

    assert Prose("## Process map") in page_of("PIL-LIV-001").after


def test_identity_of_the_platform(repo: Repo, page_of: PageOf) -> None:
    """The platform's sheet comes from the settings; what an evaluator asks and is missing shows."""
    repo.settings(
        {
            "unites": [{"nom": "Laboratoire A", "directeur": "P01"}, {"nom": "Laboratoire B"}],
            "activites": ["prestation", "conseil"],
            "plateaux": [{"nom": "RMN", "site": "Nancy"}],
        }
    )
    repo.document("PIL-LIV-001", contenu=["fiche_plateforme"])

    rows = {row[0]: row[1] for row in grid(page_of("PIL-LIV-001"), "The platform").rows}

    assert rows["Name"] == "Plateforme de spectroscopie"
    assert rows["Supervising institutions"] == "[To complete: supervising institutions]"
    assert rows["Research units"] == ("Laboratoire A (director: Claire Fontaine); Laboratoire B")
    assert rows["Activities"] == "Services, conseil"
    assert rows["Technical units"] == "RMN (Nancy)"
    assert rows["Head of the platform"] == "Hugo Marchal, Responsable"
    assert "Website" not in rows


def test_unknown_content_is_said(repo: Repo, page_of: PageOf) -> None:
    """A word that names no content is shown with the words that do."""
    repo.document("PIL-LIV-001", contenu=["liste_machines"])

    block = page_of("PIL-LIV-001").after[1]

    assert isinstance(block, Prose)
    assert block.markdown.startswith(r"«liste\_machines» is no content that smq gathers.")
