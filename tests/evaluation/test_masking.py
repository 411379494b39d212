"""The masked form: people and confidential dossiers are hidden, rows stay."""

from smq.evaluation.contents import contents
from smq.evaluation.masking import mask_of, masked, masked_trail
from smq.tracing import index, trail_from
from tests.coverage.trial import Trial
from tests.tracing.conftest import CHAIN, dossiers

__all__ = ["dossiers"]

REQUESTS = (
    "{nom: id}, {nom: usager, type: ref, vers: usagers.id, personnel: true},"
    " {nom: besoin, libelle: Besoin, confidentiel: true}, {nom: canal},"
    " {nom: decision}, {nom: confidentiel, type: bool}, {nom: fiche, type: fichier}"
)
ROWS = """
id;usager;besoin;canal;decision;confidentiel;fiche
D1;U1;Mesurer un vernis;courriel;acceptee;oui;enregistrements/D1.pdf
D2;U1;;courriel;acceptee;non;enregistrements/D2.pdf
D3;;;visite;acceptee;non;enregistrements/D3.pdf
"""


def secret(trial: Trial) -> Trial:
    """Return the three dossiers, the first confidential; every request has its paper."""
    trial.table(
        "usagers",
        "{nom: id}, {nom: nom, requis: true, personnel: true}",
        "id;nom\nU1;Maÿlis Couturier\n",
    )
    trial.table("demandes", REQUESTS, ROWS)
    for name in ("D1", "D2", "D3"):
        trial.repo.write(f"enregistrements/{name}.pdf", b"%PDF-1.4")
    return trial


def test_cells(dossiers: Trial) -> None:
    """A confidential row keeps identifiers, references and choices; words are hidden."""
    system = secret(dossiers).repo.system()
    shown = masked(system, mask_of(system, "masqué")).registers["demandes"].by_key

    assert [shown["D1"].text(name) for name in ("id", "usager", "besoin", "canal", "fiche")] == [
        *("D1", "U1", "masqué", "masqué", "masqué")
    ]
    assert [shown["D3"].text(name) for name in ("besoin", "canal", "fiche")] == [
        *("", "visite", "enregistrements/D3.pdf")
    ]
    assert masked(system, mask_of(system, "masqué")).registers["usagers"].rows[0].text("nom") == (
        "masqué"
    )


def test_a_confidential_request_hides_its_whole_dossier(dossiers: Trial) -> None:
    """The analysis and the report of D1 are its; those of D2 are shown."""
    system = secret(dossiers).repo.system()
    shown = masked(system, mask_of(system, "masqué")).registers

    assert [row.text("donnees") for row in shown["analyses"].rows] == ["masqué", ""]
    assert [row.text("operateur") for row in shown["analyses"].rows] == ["masqué", "P02"]
    assert shown["rapports"].rows[0].text("fichier") == "masqué"


def test_papers_that_show_what_is_hidden_stay_out(dossiers: Trial) -> None:
    """Those of a confidential row and of a row that names a user; nominative, all are in."""
    system = secret(dossiers).repo.system()
    found = contents(system, mask_of(system, "masqué"))

    assert list(found.records) == ["enregistrements/D3.pdf"]
    assert found.withheld == ("enregistrements/D1.pdf", "enregistrements/D2.pdf")
    assert len(contents(system, None).records) == 3


def test_who_answers_for_the_platform_is_named_by_its_papers(dossiers: Trial) -> None:
    """A row that refers to somebody of smq.yaml keeps its paper."""
    dossiers.table("personnels", "{nom: id}, {nom: fonction}", "id;fonction\nP02;Responsable\n")
    dossiers.table(
        "visites",
        "{nom: id}, {nom: par, type: ref, vers: personnels.id, personnel: true},"
        " {nom: certificat, type: fichier}",
        "id;par;certificat\nV1;P02;enregistrements/V1.pdf\nV2;P09;enregistrements/V2.pdf\n",
    )
    for name in ("V1", "V2"):
        dossiers.repo.write(f"enregistrements/{name}.pdf", b"%PDF-1.4")
    system = dossiers.repo.system()

    assert list(contents(system, mask_of(system, "x")).records) == ["enregistrements/V1.pdf"]


def test_a_dossier_solved_shows_no_name(dossiers: Trial) -> None:
    """It is walked on the real tables, and shown masked: nothing more is missing."""
    system = secret(dossiers).repo.system()
    shown = masked(system, mask_of(system, "masqué"))
    chain = system.chains["essai"]
    real = trail_from(chain, system.registers["analyses"].by_key["A1"], system, index(system))
    trail = masked_trail(real, system.registers, shown.registers)

    assert trail.missing == real.missing
    users = [step.row for step in trail.steps if step.register.name == "usagers"]
    told = [row.text("nom") for row in users if row]
    assert told == ["masqué"]


def test_who_asked_for_confidential_work_is_not_recognised(dossiers: Trial) -> None:
    """Company, sort and name of who asked for D1 are hidden wherever they stand; U2's are shown."""
    trial = secret(dossiers)
    sort = "{nom: categorie, type: enum, valeurs: [prive, public]}"
    trial.table(
        "usagers",
        f"{{nom: id}}, {{nom: nom, requis: true, personnel: true}}, {{nom: structure}}, {sort}",
        """
        id;nom;structure;categorie
        U1;Maÿlis Couturier;Fabricant de vernis;prive
        U2;Léo Bast;Institut voisin;public
        """,
    )
    trial.table(
        "demandes",
        f"{REQUESTS}, {sort}",
        """
        id;usager;besoin;canal;decision;confidentiel;fiche;categorie
        D1;U1;Mesurer un vernis;courriel;acceptee;oui;;prive
        D2;U2;;courriel;acceptee;non;;public
        D3;U1;;Léo Bast au téléphone;acceptee;non;;prive
        """,
    )
    trial.table(
        "visites",
        "{nom: id}, {nom: qui}, {nom: genre, type: enum, valeurs: [prive, public]}",
        "id;qui;genre\nV1;reçu le  Fabricant de Vernis.;prive\nV2;l’Institut voisin;public\n",
    )
    system = trial.repo.system()
    shown = masked(system, mask_of(system, "masqué")).registers

    def told(table: str, *columns: str) -> list[list[str]]:
        return [[row.text(name) for name in columns] for row in shown[table].rows]

    assert told("usagers", "structure", "categorie") == [
        ["masqué", "masqué"],
        ["Institut voisin", "public"],
    ]
    assert told("demandes", "canal", "categorie") == [
        ["masqué", "masqué"],
        ["courriel", "public"],
        ["masqué", "masqué"],
    ]
    assert told("visites", "qui", "genre") == [["masqué", "prive"], ["l’Institut voisin", "public"]]


def test_what_came_after_a_confidential_dossier_is_its(dossiers: Trial) -> None:
    """A nonconformity that some dossiers go without is hidden; what the quote names is shared."""
    trial = secret(dossiers)
    links = """
  - {registre: ecarts, colonne: analyse, facultatif: true}
  - {registre: contrats, depuis: devis, colonne: contrat, facultatif: true}
"""
    trial.repo.write("referentiel/chaines/essai.yaml", CHAIN.rstrip() + links)
    trial.table(
        "ecarts",
        "{nom: id}, {nom: analyse, type: ref, vers: analyses.id}, {nom: cause}",
        "id;analyse;cause\nE1;A1;Le vernis collait\nE2;A2;Un film plié\n",
    )
    trial.table("contrats", "{nom: id}, {nom: suite}", "id;suite\nC1;renouvelé\n")
    trial.table(
        "devis",
        "{nom: id}, {nom: demande, type: ref, vers: demandes.id},"
        " {nom: contrat, type: ref, vers: contrats.id}",
        "id;demande;contrat\nV1;D1;C1\n",
    )
    system = trial.repo.system()
    shown = masked(system, mask_of(system, "masqué")).registers

    assert [row.text("cause") for row in shown["ecarts"].rows] == ["masqué", "Un film plié"]
    assert shown["contrats"].rows[0].text("suite") == "renouvelé"
