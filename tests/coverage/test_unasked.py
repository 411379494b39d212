"""Documents that nothing asks for: neither a criterion nor another document."""

import pytest

from smq.coverage import unasked
from tests.coverage.trial import Trial

ASKS_NOTHING = "- {id: A-1, chapitre: essai, preuve: {fait: nom}}"


def spare(trial: Trial) -> list[str]:
    """Return the codes of the documents that nothing asks for."""
    system = trial.repo.system()
    return [document.label for document in unasked(system, system.referentials[0])]


@pytest.fixture
def lonely(trial: Trial) -> Trial:
    """Return a platform with a procedure, a form and a register that nobody needs."""
    trial.criteria(ASKS_NOTHING)
    trial.repo.write("referentiel/types/REG.yaml", "code: REG\n")
    trial.document("pro", "PRE-PRO-001")
    trial.document("for", "PRE-FOR-001")
    trial.document("reg", "PRE-REG-001")
    trial.table("demandes", "{nom: id, type: texte}", "id\nD1")
    trial.table("devis", "{nom: id, type: texte}, {nom: demande, type: ref, vers: demandes.id}")
    return trial


def test_what_nobody_needs(lonely: Trial) -> None:
    """Neither asked for, nor cited: each is named."""
    assert spare(lonely) == ["PRE-FOR-001", "PRE-PRO-001", "PRE-REG-001"]


@pytest.mark.parametrize(
    ("evidence", "asked"),
    [
        ("{document: {modele: pro}}", "PRE-PRO-001"),
        ("{document: {type: FOR}}", "PRE-FOR-001"),
        ("{section: {modele: pro, titre: Objet}}", "PRE-PRO-001"),
        ("{fichier: for}", "PRE-FOR-001"),
        ("{sauf: {tout: [{document: {modele: pro}}]}}", "PRE-PRO-001"),
        ("{registre: demandes}", "PRE-REG-001"),
        ("{couvre: {registre: demandes, par: {registre: devis, colonne: demande}}}", "PRE-REG-001"),
        ("{couvre: {processus: true, par: {registre: demandes, colonne: id}}}", "PRE-REG-001"),
        ("{couvre: {processus: true, par: {type: PRO, champ: processus}}}", "PRE-PRO-001"),
        ("{document: {type: PRO, tous: true}}", "PRE-PRO-001"),
        ("{chaine: suite}", "PRE-REG-001"),
    ],
)
def test_every_sort_of_evidence_asks(lonely: Trial, evidence: str, asked: str) -> None:
    """A document is asked for by its model, its type, its tables, a chain over them."""
    lonely.document("reg", "PRE-REG-001", tables=["demandes", "devis"])
    lonely.repo.write(
        "referentiel/chaines/suite.yaml",
        "depart: devis\nmaillons: [{registre: demandes, colonne: demande}]\n",
    )
    lonely.criteria(f"- {{id: A-1, chapitre: essai, preuve: {evidence}}}")

    assert asked not in spare(lonely)
    assert len(spare(lonely)) == 2


def test_what_is_asked_of_all_asks_for_none_of_them(lonely: Trial) -> None:
    """A rule on all procedures makes no second one needed; nor does a field that is empty."""
    lonely.document("pro-b", "PRE-PRO-002")
    lonely.criteria("- {id: A-1, chapitre: essai, preuve: {document: {type: PRO, tous: true}}}")
    assert spare(lonely)[1:3] == ["PRE-PRO-001", "PRE-PRO-002"]

    by = "{couvre: {processus: true, par: {type: PRO, champ: objets}}}"
    lonely.criteria(f"- {{id: A-1, chapitre: essai, preuve: {by}}}")
    lonely.document("pro-b", "PRE-PRO-002", objets=["PRE"])
    assert spare(lonely)[1] == "PRE-PRO-001"
    assert "PRE-PRO-002" not in spare(lonely)


def test_the_model_of_a_schema_keeps_its_table(lonely: Trial) -> None:
    """A register is found by the model that the schema of its table names."""
    lonely.repo.write(
        "referentiel/registres/devis.yaml",
        "nom: devis\ndocument: {modele: reg}\ncolonnes: [{nom: id, type: texte}]\n",
    )
    assert "PRE-REG-001" in spare(lonely)

    lonely.criteria("- {id: A-1, chapitre: essai, preuve: {registre: devis}}")
    assert "PRE-REG-001" not in spare(lonely)


def test_a_criterion_that_does_not_apply_asks_nothing(lonely: Trial) -> None:
    """Neither its evidence nor a claim for it keeps a document; one that applies does."""
    lonely.document("pro", "PRE-PRO-001", criteres=["A-1"])
    asked = "- {id: A-1, chapitre: essai, si: rd in activites, preuve: {document: {modele: for}}}"
    lonely.criteria(asked)
    assert spare(lonely) == ["PRE-FOR-001", "PRE-PRO-001", "PRE-REG-001"]

    lonely.repo.settings({"activites": ["rd"]})
    assert spare(lonely) == ["PRE-REG-001"]


def test_another_referential_asks_too(lonely: Trial) -> None:
    """What one referential of the platform asks for is not withdrawn for another."""
    lonely.criteria("- {id: B-1, chapitre: essai, preuve: {document: {modele: pro}}}", "autre")
    lonely.criteria(ASKS_NOTHING)
    lonely.repo.settings({"referentiels": ["essai", "autre"]})

    assert spare(lonely) == ["PRE-FOR-001", "PRE-REG-001"]


@pytest.mark.parametrize(
    ("header", "kept"),
    [
        ({}, True),
        ({"statut": "retire"}, False),
        ({"type": "LIS"}, False),
        ({"genere": True}, False),
    ],
)
def test_who_cites_it(lonely: Trial, header: dict[str, object], kept: bool) -> None:
    """A living document that people write keeps what it cites; a withdrawn one or a list no."""
    lonely.repo.write("referentiel/types/LIS.yaml", "code: LIS\ngenere: true\n")
    lonely.document("pol", "PIL-POL-001", "Voir PRE-PRO-001.\n", **header)

    assert ("PRE-PRO-001" not in spare(lonely)) is kept


def test_belonging_to_a_process_is_no_use(lonely: Trial) -> None:
    """A sheet is needed by its process; without one it needs to be cited like any other."""
    lonely.repo.write("referentiel/types/FIP.yaml", "code: FIP\n")
    lonely.document("fip", "PRE-FIP-001")
    lonely.document("fip", "XXX-FIP-001", processus="XXX")

    assert spare(lonely) == ["PRE-FOR-001", "PRE-PRO-001", "PRE-REG-001", "XXX-FIP-001"]


def test_where_reading_starts(lonely: Trial) -> None:
    """A policy need not be cited, nor what has been withdrawn."""
    lonely.document("pol", "PIL-POL-001")
    lonely.document("for", "PRE-FOR-001", statut="retire")

    assert spare(lonely) == ["PRE-PRO-001", "PRE-REG-001"]


def test_tables_keep_their_documents(lonely: Trial) -> None:
    """A form that fills a table is needed, and a register whose rows another's rows name."""
    lonely.document("for", "PRE-FOR-001", registre="devis")
    lonely.document("reg", "PRE-REG-001", tables=["demandes"])
    lonely.document("reg-b", "PRE-REG-002", tables=["devis"])

    assert spare(lonely) == ["PRE-PRO-001", "PRE-REG-002"]


def test_filed_copies_keep_their_form(lonely: Trial) -> None:
    """A form of which a copy is filed is in use."""
    lonely.record("demande", "PRE-FOR-001")

    assert spare(lonely) == ["PRE-PRO-001", "PRE-REG-001"]
