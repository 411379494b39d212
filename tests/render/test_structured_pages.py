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
          - nom: decision
            libelle: Décision
            type: enum
            valeurs: [acceptee, en_attente, close, tiers_payant]
            libelles: {acceptee: acceptée, en_attente: en attente, close: close}
        """,
    )
    repo.document("PRE-REG-001", tables=["demandes", "absente"])

    page = page_of("PRE-REG-001")

    assert grid(page, "Demandes").rows == (
        ("N°", "number of the row", "yes", ""),
        ("Usager", "reference to «usagers»", "", "personal data, confidential"),
        (
            "Décision",
            r"one of: acceptée (acceptee), en attente (en\_attente), close, tiers\_payant",
            "",
            "",
        ),
    )
    assert page.after[-1] == Prose("[To complete: columns of table «absente»]")
    assert not page.landscape, "four columns are read upright"


def test_a_table_that_nobody_named_shows_its_placeholder_once(repo: Repo, page_of: PageOf) -> None:
    """One placeholder never stands inside another, where its highlight would stop half-way."""
    repo.document("PRE-REG-001", tables=["[À compléter : nom du fichier ; par exemple demandes]"])

    placeholder = Prose("[À compléter : nom du fichier ; par exemple demandes]")
    assert page_of("PRE-REG-001").after == (placeholder,)


def test_a_wide_type_of_the_platform_keeps_its_orientation(repo: Repo, page_of: PageOf) -> None:
    """Where smq makes no table the type alone says how the page lies."""
    repo.write("referentiel/types/TAB.yaml", "code: TAB\norientation: paysage\n")
    repo.document("PRE-TAB-001", "| A | B |\n|---|---|\n| 1 | 2 |\n")

    assert page_of("PRE-TAB-001").landscape


def test_register_counts_its_rows(repo: Repo, page_of: PageOf) -> None:
    """A table says how many rows its file holds, quoted line ends apart, and shows none of them."""
    schema = "titre: Demandes\ncolonnes:\n  - {nom: id}\n  - {nom: objet, libelle: Objet}\n"
    repo.write("referentiel/registres/demandes.yaml", schema)
    repo.write("registres/demandes.csv", b'id;objet\r\n1;"Spectre\r\nRaman"\r\n2;Verre\r\n;;\r\n')
    repo.document("PRE-REG-001", tables=["demandes"])

    (table,) = page_of("PRE-REG-001").after

    assert isinstance(table, Grid)
    assert table.title == "Demandes: 2 rows on 2027-03-01"
    assert "Raman" not in str(table)


def test_register_names_the_register_it_refers_to(repo: Repo, page_of: PageOf) -> None:
    """A reference is told with the title of the other table, not with the name of its file."""
    repo.write("referentiel/registres/usagers.yaml", "titre: Usagers de la plateforme\n")
    repo.write(
        "referentiel/registres/demandes.yaml",
        """
        titre: Demandes
        colonnes:
          - {nom: usager, type: ref, vers: usagers.id}
          - {nom: temoins, type: liste, vers: usagers.id}
        """,
    )
    repo.document("PRE-REG-001", tables=["demandes"])

    (table,) = page_of("PRE-REG-001").after

    assert isinstance(table, Grid)
    assert [row[1] for row in table.rows] == [
        "reference to «Usagers de la plateforme»",
        "references to «Usagers de la plateforme»",
    ]


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
