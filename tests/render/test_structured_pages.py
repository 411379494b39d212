"""Forms, registers and other types with structured fields."""

from smq.render.page import FormField, Grid, Prose
from tests.conftest import Repo
from tests.render.conftest import PageOf, grid


def test_form_becomes_fields(repo: Repo, page_of: PageOf) -> None:
    """Each field keeps its section, kind, choices and help; an unknown kind is a text."""
    repo.document(
        "PRE-FOR-001",
        "## Consignes\n",
        champs=[
            {"section": "A", "nom": "usager", "libelle": "Nom", "type": "texte", "requis": True},
            {
                "section": "A",
                "nom": "cat",
                "libelle": "Catégorie",
                "type": "choix",
                "valeurs": ["X", "Y"],
            },
            {
                "section": "B",
                "nom": "lots",
                "libelle": "Lots",
                "type": "tableau",
                "colonnes": ["N°"],
            },
            {"section": "B", "nom": "vus", "type": "couleur", "aide": "À voir"},
        ],
    )

    page = page_of("PRE-FOR-001")

    assert page.form == (
        FormField("A", "usager", "Nom", "texte", required=True),
        FormField("A", "cat", "Catégorie", "choix", choices=("X", "Y")),
        FormField("B", "lots", "Lots", "tableau", columns=("N°",), rows=3),
        FormField("B", "vus", "vus", "texte", help="À voir"),
    )
    assert page.body == "\n## Consignes\n"
    assert not page.contents


def test_form_says_its_circuit(repo: Repo, page_of: PageOf) -> None:
    """Before its fields a form says who fills it in, who receives it, which register it feeds."""
    repo.write("referentiel/registres/demandes.yaml", "titre: Demandes de prestation\n")
    repo.document("PRE-FOR-001", rempli_par="l’usager", registre="demandes")

    block = page_of("PRE-FOR-001").before[0]

    assert isinstance(block, Grid)
    assert block.rows == (
        ("Filled in by", "l’usager"),
        ("Handed to", "[To complete: handed to]"),
        ("Register fed", "Demandes de prestation"),
    )


def test_register_lists_its_columns(repo: Repo, page_of: PageOf) -> None:
    """A register shows the columns of its tables; a table without schema shows what is missing."""
    repo.write(
        "referentiel/registres/demandes.yaml",
        """
        titre: Demandes
        colonnes:
          - {nom: id, libelle: N°, type: texte, requis: true}
          - nom: usager
            libelle: Usager
            type: ref
            vers: usagers.id
            personnel: true
            confidentiel: true
          - {nom: decision, libelle: Décision, type: enum, valeurs: [acceptee, en_attente]}
        """,
    )
    repo.document("PRE-REG-001", tables=["demandes", "absente"])

    page = page_of("PRE-REG-001")

    assert grid(page, "Table «Demandes»").rows == (
        ("N°", "number of the row", "yes", ""),
        ("Usager", "number of register «usagers»", "", "personal data, confidential"),
        ("Décision", "one of: acceptee, en attente", "", ""),
    )
    assert page.after[-1] == Prose("[To complete: columns of table «absente»]")
    assert page.landscape


def test_other_types_show_their_fields(repo: Repo, page_of: PageOf) -> None:
    """An external document shows where it comes from, with what is still to write."""
    repo.document("DOC-EXT-001", origine="Université", edition="2026", lieu="intranet")

    block = page_of("DOC-EXT-001").before[0]

    assert isinstance(block, Grid)
    assert block.rows == (
        ("Issued by", "Université"),
        ("Edition or date", "2026"),
        ("Where to read it", "intranet"),
        ("Last checked", "[To complete: last checked]"),
    )


def test_type_of_a_platform_is_known_by_its_fields(repo: Repo, page_of: PageOf) -> None:
    """A type that smq never heard of shows texts, lists and tables under their labels."""
    repo.write(
        "referentiel/types/NOT.yaml",
        """
        code: NOT
        nom: {fr: Note, en: Note}
        champs:
          - {nom: destinataires, type: liste, libelle: {en: Sent to}}
          - nom: points
            type: table
            libelle: {en: Points}
            colonnes:
              - {nom: quoi, libelle: {en: What}}
              - {nom: qui, libelle: {en: Who}, requis: true}
        """,
    )
    repo.document("PRE-NOT-001", destinataires=["Usagers", "Direction"], points=[{"quoi": "Prix"}])

    first, second = page_of("PRE-NOT-001").before

    assert isinstance(first, Grid)
    assert first.rows == (("Sent to", "Usagers; Direction"),)
    assert isinstance(second, Grid)
    assert (second.title, second.header) == ("Points", ("What", "Who"))
    assert second.rows == (("Prix", "[To complete: who]"),)


def test_plain_procedure_is_its_text(repo: Repo, page_of: PageOf) -> None:
    """A procedure has its text, its pictures and the logo, and nothing added to the text."""
    repo.write("modeles/logo.png", b"PNG logo")
    repo.write("documents/PRE/banc.png", b"PNG banc")
    repo.document("PRE-PRO-001", "## Objet\n\n![Banc](banc.png)\n", redacteur="P03")

    page = page_of("PRE-PRO-001")

    assert (page.before, page.after, page.form) == ((), (), ())
    assert page.body == "\n## Objet\n\n![Banc](banc.png)\n"
    assert dict(page.pictures) == {"banc.png": b"PNG banc"}
    assert (page.logo, page.author) == (b"PNG logo", "Inès Vautrin")
    assert page.contents
    assert not page.landscape
