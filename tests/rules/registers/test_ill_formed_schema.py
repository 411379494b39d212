"""REG012: schemas that say what means nothing."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown


def test_each_fault_on_its_line(repo: Repo) -> None:
    """Types, references, keys, columns and expressions."""
    repo.write("referentiel/registres/usagers.yaml", "nom: usagers\ncolonnes: [{nom: id}]\n")
    repo.write(
        "referentiel/registres/mesures.yaml",
        """
        nom: mesures
        cle: idt  # <- ill-formed-schema
        conservation: {duree: 12, date: dat}  # <- ill-formed-schema
        couleur: bleu  # <- ill-formed-schema
        colonnes:
          - {nom: id, type: texte}
          - {nom: date, type: dat}  # <- ill-formed-schema
          - {nom: date, type: date}  # <- ill-formed-schema
          - {type: texte}  # <- ill-formed-schema
          - {nom: usager, type: ref, vers: usager.id}  # <- ill-formed-schema
          - {nom: autre, type: ref, vers: usagers.nom}  # <- ill-formed-schema
          - {nom: lien, type: ref}  # <- ill-formed-schema
          - {nom: choix, type: enum}  # <- ill-formed-schema
          - {nom: fin, type: calcul}  # <- ill-formed-schema
          - {nom: limite, type: calcul, expr: "mois(date"}  # <- ill-formed-schema
          - {nom: rappel, type: calcul, expr: "jours(dates, 3)"}  # <- ill-formed-schema
          - {nom: note, obligatoire: oui}  # <- ill-formed-schema
        """,
    )

    repo.assert_findings("ill-formed-schema")
    said = {f.location.line: shown(f) for f in repo.findings("ill-formed-schema")}
    assert {f.severity for f in repo.findings("ill-formed-schema")} == {Severity.WARNING}
    assert said[2] == "«idt» is no column of this table. Nearest: id."
    assert said[7] == "«dat» is no type of column. Nearest: date."
    assert said[8].startswith("The column «date» stands twice.")
    assert said[10] == "«usager.id» leads to a table that has no schema. Nearest: usagers."
    assert said[11].startswith("«usagers.nom» leads to a column that its table does not have.")
    assert said[15] == (
        "«mois(date» is not understood near «date»."
        " The page docs/kits.md lists the words of register schemas."
    )


def test_a_sound_schema(repo: Repo) -> None:
    """Texts and `aujourdhui` in an expression are no columns and no faults."""
    repo.write(
        "referentiel/registres/mesures.yaml",
        """
        nom: mesures
        titre: Mesures
        document: {modele: pil-reg-objectifs}
        conservation: {duree: 96, depuis: clôture, sort: élimination, date: fin}
        colonnes:
          - {nom: id, libelle: N°, requis: true, motif: "MES-{numero:04}"}
          - {nom: fin, type: date, aide: jour de la clôture}
          - {nom: retard, type: calcul, expr: "aujourdhui - fin"}
          - {nom: remplace, type: ref, vers: mesures.id}
          - {nom: etat, type: enum, valeurs: [a, b], libelles: {a: A}, personnel: true}
        """,
    )

    assert repo.findings("ill-formed-schema") == ()


def test_a_fault_of_another_file(repo: Repo) -> None:
    """What is wrong elsewhere is no fault of a schema."""
    repo.settings({"langage": "fr"})

    assert repo.system().problems
    assert repo.findings("ill-formed-schema") == ()


def test_the_date_of_retention(repo: Repo) -> None:
    """It is a column or an expression of columns: what it names is said where it is none."""
    for date, said in (
        ('"annee(dat)"', "«dat» is no column of this table. Nearest: date."),
        ('"annee("', "«annee(» is not understood near «(»."),
        ("2027", "«2027» is no column of this table."),
        ('"annee(date)"', None),
        ("annee", None),
    ):
        repo.write(
            "referentiel/registres/mesures.yaml",
            f"""
            nom: mesures
            conservation: {{duree: 12, date: {date}}}
            colonnes:
              - {{nom: id}}
              - {{nom: date, type: date}}
              - {{nom: annee, type: entier}}
            """,
        )
        found = repo.findings("ill-formed-schema")
        assert [f.location.line for f in found] == [2] * bool(said)
        assert not said or shown(found[0]).startswith(said)
