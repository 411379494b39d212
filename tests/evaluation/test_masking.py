"""The masked form: people and confidential dossiers are hidden, rows stay."""

import pytest

from smq.evaluation.contents import contents
from smq.evaluation.masking import mask_of, masked, masked_trail
from smq.evaluation.open_text import open_texts
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
    """It is walked on the real tables, and shown masked: what is missing says no more."""
    system = secret(dossiers).repo.system()
    shown = masked(system, mask_of(system, "masqué"))
    chain = system.chains["essai"]
    real = trail_from(chain, system.registers["analyses"].by_key["A1"], system, index(system))
    trail = masked_trail(real, system.registers, shown.registers)

    assert [lack.message for lack in trail.missing] == [lack.message for lack in real.missing]
    assert [dict(lack.values) for lack in real.missing] == [
        {"path": "enregistrements/A1/rapport Été.pdf"}
    ]
    assert [dict(lack.values) for lack in trail.missing] == [{"path": "masqué"}]
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
    """A nonconformity that some dossiers go without is hidden, and the contract of D1 alone."""
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
    trial.table("contrats", "{nom: id}, {nom: suite}", "id;suite\nC1;renouvelé\nC2;clos\n")
    trial.table(
        "devis",
        "{nom: id}, {nom: demande, type: ref, vers: demandes.id},"
        " {nom: contrat, type: ref, vers: contrats.id}",
        "id;demande;contrat\nV1;D1;C1\nV2;D1;C2\nV3;D2;C1\n",
    )
    system = trial.repo.system()
    shown = masked(system, mask_of(system, "masqué")).registers

    assert [row.text("cause") for row in shown["ecarts"].rows] == ["masqué", "Un film plié"]
    assert [row.text("suite") for row in shown["contrats"].rows] == ["renouvelé", "masqué"]


def test_the_action_that_answers_a_confidential_nonconformity(dossiers: Trial) -> None:
    """Its words are hidden, its process, its choices and its number stay; no other action is."""
    trial = secret(dossiers)
    link = "  - {registre: ecarts, colonne: analyse, facultatif: true}\n"
    trial.repo.write("referentiel/chaines/essai.yaml", CHAIN.rstrip() + "\n" + link)
    trial.repo.settings({"processus": [{"code": "PRE", "titre": "Réaliser"}]})
    trial.table(
        "ecarts",
        "{nom: id}, {nom: analyse, type: ref, vers: analyses.id}",
        "id;analyse\nN1;A1\nN2;A2\n",
    )
    trial.table(
        "actions",
        "{nom: id}, {nom: ecart, type: ref, vers: ecarts.id}, {nom: processus},"
        " {nom: description}, {nom: statut, type: enum, valeurs: [faite]}",
        "id;ecart;processus;description;statut\n"
        "T1;N1;PRE;Relire le vernis;faite\nT2;N2;PRE;Relire;faite\n",
    )
    trial.table(
        "risques",
        "{nom: id}, {nom: action, type: ref, vers: actions.id}, {nom: dit}",
        "id;action;dit\nR1;T1;Une erreur de repère\n",
    )
    system = trial.repo.system()
    shown = masked(system, mask_of(system, "masqué")).registers

    names = ("id", "ecart", "processus", "description", "statut")
    assert [[row.text(name) for name in names] for row in shown["actions"].rows] == [
        ["T1", "N1", "PRE", "masqué", "faite"],
        ["T2", "N2", "PRE", "Relire", "faite"],
    ]
    assert shown["risques"].rows[0].text("dit") == "Une erreur de repère"


def test_a_price_that_tells_who_asked_has_a_stand_in(dossiers: Trial) -> None:
    """The price list says «company»: in a confidential quote a price is a number, its own."""
    trial = secret(dossiers)
    sort = "{nom: categorie, type: enum, valeurs: [prive, public]}"
    trial.table(
        "usagers",
        f"{{nom: id}}, {{nom: nom, requis: true, personnel: true}}, {sort}",
        "id;nom;categorie\nU1;Maÿlis Couturier;prive\n",
    )
    trial.table("tarifs", f"{{nom: id}}, {sort}", "id;categorie\nT1;prive\nT2;prive\nT3;public\n")
    trial.table(
        "devis",
        "{nom: id}, {nom: demande, type: ref, vers: demandes.id},"
        " {nom: tarifs, type: liste, vers: tarifs.id}",
        "id;demande;tarifs\nV1;D1;T2\nV2;D1;T1|T2\nV3;D3;T2|T3\n",
    )
    system = trial.repo.system()
    shown = masked(system, mask_of(system, "masqué")).registers

    assert [row.value("tarifs") for row in shown["devis"].rows] == [
        ("masqué 1",),
        ("masqué 2", "masqué 1"),
        ("T2", "T3"),
    ]
    assert [row.text("categorie") for row in shown["tarifs"].rows] == ["prive", "prive", "public"]


def test_what_is_computed_from_what_is_hidden(trial: Trial) -> None:
    """A date that counts from the beginning of a stay would tell it."""
    trial.table(
        "accueils",
        "{nom: id}, {nom: debut, type: date, personnel: true}, {nom: fin, type: date},"
        ' {nom: limite, type: calcul, expr: "jours(debut, 30)"},'
        ' {nom: annee, type: calcul, expr: "annee(fin)"}',
        "id;debut;fin\nS1;2026-09-01;2026-12-01\n",
    )
    system = trial.repo.system()
    row = masked(system, mask_of(system, "masqué")).registers["accueils"].rows[0]

    assert [row.text(name) for name in ("debut", "limite", "annee")] == ["masqué", "masqué", "2026"]


def test_the_name_of_a_paper_may_tell(dossiers: Trial) -> None:
    """One of a confidential row, or one that bears somebody's name, is not even named."""
    trial = secret(dossiers)
    trial.repo.write(
        "registres/demandes.csv",
        ROWS.replace("D2.pdf", "maÿlis-couturier.pdf").strip().encode(),
    )
    trial.repo.write("enregistrements/maÿlis-couturier.pdf", b"%PDF-1.4")
    system = trial.repo.system()
    found = contents(system, mask_of(system, "masqué"))

    assert {"enregistrements/D1.pdf", "enregistrements/maÿlis-couturier.pdf"} <= found.unnamed
    assert "enregistrements/D3.pdf" in found.records


def test_free_text_to_read_again(dossiers: Trial) -> None:
    """What writes the number of confidential work, or stands in another row of who asked."""
    trial = secret(dossiers)
    trial.table(
        "reunions",
        "{nom: id}, {nom: decisions, type: liste}",
        "id;decisions\nR1;Rien de neuf\nR2;Reprendre A1 avant mars|Clore\n",
    )
    trial.table(
        "usages",
        "{nom: id}, {nom: usager, type: ref, vers: usagers.id, personnel: true}, {nom: incident}",
        "id;usager;incident\nG1;U1;Fuite de solvant\nG2;;Fuite de gaz\n",
    )
    trial.table(
        "articles",
        "{nom: id}, {nom: titre}, {nom: analyses, type: liste}",
        "id;titre;analyses\nP1;Le vernis vieilli;A1\nP2;Autre sujet;A2\n",
    )
    system = trial.repo.system()
    found = open_texts(system, mask_of(system, "masqué"))

    assert [(cell.row.key, cell.column.name) for cell in found] == [
        ("P1", "titre"),
        ("R2", "decisions"),
        ("G1", "incident"),
    ]


def hidden(trial: Trial) -> dict[str, list[str]]:
    """Return the identifiers of the rows that the masked form hides, by table."""
    system = trial.repo.system()
    mask = mask_of(system, "masqué")
    return {
        name: [row.key for row in register.rows if mask.confidential(register, row)]
        for name, register in system.registers.items()
    }


@pytest.mark.parametrize(
    ("was", "typed", "requests", "analyses"),
    [
        ("confidentiel", "confidentiel", ["D1"], ["A1"]),
        ("confidentiel", "confidentielle", ["D1", "D2", "D3"], ["A1", "A2"]),
        (";oui;", ";secret;", ["D1"], ["A1"]),
        (";oui;", ";[À compléter : oui ou non];", ["D1"], ["A1"]),
        (";oui;", ";;", ["D1"], ["A1"]),
        ("\nD2;", "\nD-2;", ["D1"], ["A1", "A2"]),
        ("id;usager", "numero;usager", [""] * 3, ["A1", "A2"]),
    ],
)
def test_what_is_not_said_to_be_open_is_masked(
    was: str, typed: str, requests: list[str], analyses: list[str], dossiers: Trial
) -> None:
    """A heading misspelt, a word that is none, an empty cell, a request that is not found."""
    trial = secret(dossiers)
    trial.repo.write("registres/demandes.csv", ROWS.strip().replace(was, typed))
    found = hidden(trial)

    assert (found["demandes"], found["analyses"]) == (requests, analyses)


@pytest.mark.parametrize(
    ("table", "was", "typed"),
    [
        ("demandes", "id;usager;", "id;demandeur;"),
        ("demandes", "D1;U1;", "D1;Maÿlis;"),
        ("analyses", "id;demande;", "id;dossier;"),
    ],
)
def test_nobody_knows_who_asked_or_for_what(
    table: str, was: str, typed: str, dossiers: Trial
) -> None:
    """Then anybody may have asked, and any analysis may be of that work."""
    trial = secret(dossiers)
    trial.repo.write("registres/usagers.csv", "id;nom\nU1;Maÿlis Couturier\nU2;Zélie Vasseur\n")
    before = hidden(trial)
    path = trial.repo.root / f"registres/{table}.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(was, typed), encoding="utf-8")
    after = hidden(trial)

    assert (before["usagers"], before["analyses"]) == (["U1"], ["A1"])
    assert after["analyses" if table == "analyses" else "usagers"] in (["U1", "U2"], ["A1", "A2"])


def test_the_requests_are_not_there(dossiers: Trial) -> None:
    """Nothing then tells which analysis is open to all."""
    trial = secret(dossiers)
    (trial.repo.root / "registres/demandes.csv").unlink()

    assert hidden(trial)["analyses"] == ["A1", "A2"]
