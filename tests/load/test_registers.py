"""Register schemas pinned on a platform."""

from smq.load.registers import read_schemas
from smq.model.register import Column, RegisterSchema, Retention
from tests.conftest import Repo


def test_schema_as_declared(repo: Repo) -> None:
    """Title, key, columns and retention of a table are read from its file."""
    repo.write(
        "referentiel/registres/demandes.yaml",
        """
        nom: demandes
        titre: Demandes de prestation
        cle: id
        conservation: {duree: 120, depuis: clôture du dossier, sort: élimination}
        colonnes:
          - {nom: id, libelle: N° de demande, type: texte, requis: true}
          - {nom: usager, type: ref, vers: usagers.id, personnel: true, confidentiel: oui}
          - {nom: decision, libelle: Décision, type: enum, valeurs: [acceptee, refusee]}
        """,
    )

    schemas, problems = read_schemas(repo.root)

    assert problems == ()
    assert schemas == {
        "demandes": RegisterSchema(
            name="demandes",
            title="Demandes de prestation",
            key="id",
            columns=(
                Column("id", "N° de demande", required=True),
                Column(
                    "usager", "usager", "ref", personal=True, confidential=True, target="usagers.id"
                ),
                Column("decision", "Décision", "enum", values=("acceptee", "refusee")),
            ),
            retention=Retention(120, "clôture du dossier", "élimination"),
        )
    }


def test_unreadable_schema_is_a_problem(repo: Repo) -> None:
    """A schema that is no YAML stops nothing: it is a problem with its place."""
    repo.write("referentiel/registres/devis.yaml", "colonnes: [\n")
    repo.write("referentiel/registres/jalons.yaml", "titre: Jalons\n")

    schemas, problems = read_schemas(repo.root)

    assert list(schemas) == ["jalons"]
    assert [(p.kind, p.location.path) for p in problems] == [
        ("unreadable-header", "referentiel/registres/devis.yaml")
    ]
