"""A process sheet as identity, turtle, SIPOC and tables."""

from typing import Any

from smq.render.page import Grid, Turtle
from tests.conftest import Repo
from tests.render.conftest import PageOf, grid

FIELDS: dict[str, Any] = {
    "finalite": "Remettre un résultat validé.",
    "perimetre": "De la demande à la facture.",
    "entrees": [{"quoi": "Demande", "de": "Usager"}, {"quoi": "Prix", "de": "Gestion"}],
    "activites": [
        {"activite": "Enregistrer", "qui": "Responsable", "avec": "PRE-FOR-001"},
        {"activite": "Analyser", "qui": "Opérateur", "avec": "PRE-FOR-001"},
        {"activite": "Facturer", "qui": "Responsable"},
    ],
    "sorties": [{"quoi": "Rapport", "pour": "Usager"}],
    "ressources_humaines": ["Opérateur habilité"],
    "ressources_materielles": ["Spectromètre", "Serveur"],
    "indicateurs": [
        {"nom": "Délai", "formule": "médiane", "cible": "30 jours", "periodicite": "Semestrielle"}
    ],
    "risques": [{"risque": "Confusion", "parade": "Étiquette"}],
    "interactions": [{"processus": "EQU", "objet": "équipements étalonnés"}],
    "liens": {"procedures": ["PRE-PRO-001"]},
}


def turtle(page_of: PageOf, code: str) -> Turtle:
    """Return the turtle of a sheet."""
    return next(b for b in page_of(code).before if isinstance(b, Turtle))


def test_identity_names_owner_and_deputy(repo: Repo, page_of: PageOf) -> None:
    """The owner comes from the settings; a deputy that nobody named has no row."""
    repo.document("PRE-FIP-001", **FIELDS)

    identity = page_of("PRE-FIP-001", language="en").before[0]

    assert isinstance(identity, Grid)
    assert identity.first_column_is_label
    assert identity.rows == (
        ("Family", "Realisation"),
        ("Process owner", "Hugo Marchal, Responsable"),
        ("Purpose", "Remettre un résultat validé."),
        ("Scope", "De la demande à la facture."),
    )


def test_owner_that_nobody_named(repo: Repo, page_of: PageOf) -> None:
    """A process without owner says where to name one, since the sheet cannot be filled with it."""
    repo.settings({"processus": [{"code": "PRE", "titre": "Réaliser"}]})
    repo.document("PRE-FIP-001", **FIELDS)

    identity = page_of("PRE-FIP-001").before[0]

    assert isinstance(identity, Grid)
    assert ("Process owner", "to be named in smq.yaml") in identity.rows


def test_turtle_has_six_boxes(repo: Repo, page_of: PageOf) -> None:
    """The turtle says what comes in and out, with whom, with what, how and how well."""
    repo.document("PRE-FIP-001", **FIELDS)
    repo.document("PRE-PRO-001")

    drawn = turtle(page_of, "PRE-FIP-001")

    assert drawn.centre == "PRE – Réaliser"
    assert drawn.inputs.lines == ("Demande", "Prix")
    assert drawn.outputs.lines == ("Rapport",)
    assert drawn.who.lines == ("Opérateur habilité",)
    assert drawn.means.lines == ("Spectromètre", "Serveur")
    assert drawn.methods.lines == ("PRE-FOR-001, PRE-PRO-001",)
    assert drawn.measures.lines == ("Délai",)


def test_methods_once_each(repo: Repo, page_of: PageOf) -> None:
    """Codes stand together on one line, each once; words follow on another, codes among them."""
    activities = [
        {"activite": "A", "qui": "X", "avec": "PRE-PRO-001 et PRE-REG-001"},
        {"activite": "B", "qui": "X", "avec": "PRE-REG-001"},
        {"activite": "C", "qui": "X", "avec": "le logiciel, selon PRE-MOP-001"},
        {"activite": "D", "qui": "X", "avec": "une balance"},
    ]
    repo.document("PRE-FIP-001", activites=activities, liens={"procedures": ["PRE-PRO-001"]})

    assert turtle(page_of, "PRE-FIP-001").methods.lines == (
        "PRE-PRO-001, PRE-REG-001",
        "le logiciel, selon PRE-MOP-001; une balance",
    )


def test_sipoc_aligns_suppliers_and_customers(repo: Repo, page_of: PageOf) -> None:
    """A supplier stands before its input, a customer behind its output; numbers of activities
    fill the rows.
    """
    repo.document("PRE-FIP-001", **FIELDS)

    sipoc = grid(page_of("PRE-FIP-001"), "SIPOC: from supplier to customer")

    assert sipoc.header == ("Suppliers", "Inputs", "Activities", "Outputs", "Customers")
    assert sipoc.rows == (
        ("Usager", "Demande", "1, 2", "Rapport", "Usager"),
        ("Gestion", "Prix", "3", "", ""),
    )


def test_tables_of_the_sheet(repo: Repo, page_of: PageOf) -> None:
    """Activities, indicators, risks and interactions have tables; the turtle shows resources."""
    repo.document("PRE-FIP-001", **FIELDS)

    page = page_of("PRE-FIP-001")

    assert grid(page, "Activities").header[:2] == ("No.", "Activity")
    assert grid(page, "Activities").rows[0] == ("1", "Enregistrer", "Responsable", "PRE-FOR-001")
    assert grid(page, "Indicators").rows == (("Délai", "médiane", "30 jours", "Semestrielle"),)
    assert grid(page, "Risks").rows == (("Confusion", "Étiquette"),)
    assert grid(page, "Interactions with other processes").rows == (
        ("EQU – Gérer les équipements", "équipements étalonnés"),
    )


def test_what_is_required_and_missing_shows(repo: Repo, page_of: PageOf) -> None:
    """An evaluator sees what a draft lacks; an optional table that is empty is left out."""
    risks = [{"risque": "Confusion"}, {"risque": "", "parade": None}]
    repo.document("PRE-FIP-001", risques=risks)

    page = page_of("PRE-FIP-001")

    assert isinstance(page.before[0], Grid)
    assert page.before[0].rows[-1] == ("Scope", "[To complete: scope]")
    assert turtle(page_of, "PRE-FIP-001").inputs.lines == ("[To complete: inputs]",)
    assert grid(page, "Indicators").rows == (("[To complete: indicators]", "", "", ""),)
    assert grid(page, "Risks").rows == (("Confusion", "[To complete: safeguard in place]"),)
    titles = [b.title for b in page.before if isinstance(b, Grid)]
    assert "Interactions with other processes" not in titles


def test_codes_in_cells_lead_somewhere(repo: Repo, page_of: PageOf) -> None:
    """A code in a structured field is linked like one in the text."""
    repo.document("PRE-FIP-001", **FIELDS)
    repo.document("PRE-FOR-001", titre="Demande")

    link = page_of("PRE-FIP-001", PRE_FOR_001="a.docx").links["PRE-FOR-001"]

    assert (link.code, link.title, link.href) == ("PRE-FOR-001", "Demande", "a.docx")
