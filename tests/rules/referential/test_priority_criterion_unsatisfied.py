"""Rule priority-criterion-unsatisfied."""

from smq import check
from smq.check import Choice
from tests.conftest import Repo
from tests.rules.referential.criteria import PATH, referential
from tests.rules.sentences import place, shown

CRITERIA = """
- {id: A-1, chapitre: prestations, niveau: prioritaire, etapes: [label], preuve: {fait: site_web}}
- {id: A-2, chapitre: prestations, niveau: attendu, etapes: [label], preuve: {fait: site_web}}
- {id: A-3, chapitre: prestations, niveau: prioritaire, etapes: [suivi], preuve: {fait: site_web}}
- {id: A-4, chapitre: prestations, niveau: prioritaire, etapes: [label], preuve: {fait: nom}}
"""


def test_a_gap_on_the_day_of_the_evaluation(repo: Repo) -> None:
    """A priority criterion of the stage that does not hold is an error, with what is missing."""
    referential(repo, CRITERIA)

    (finding,) = repo.findings("priority-criterion-unsatisfied")

    assert finding.values["asked"] == "A-1"
    assert "site_web" in shown(finding)


def test_before_that_day(repo: Repo) -> None:
    """Work that is not done yet is no fault: the rule runs on request only."""
    referential(repo, CRITERIA)
    system = repo.system()

    plain = check.run(system)
    complete = check.run(system, Choice(complete=True))

    assert "REF011" not in {finding.rule for finding in plain}
    assert "REF011" in {finding.rule for finding in complete}


def test_a_criterion_that_holds_in_part(repo: Repo) -> None:
    """Half of what is asked is not enough; one that does not apply here is left out."""
    asked = "niveau: prioritaire, etapes: [label], preuve: {tout: [{fait: nom}, {fait: site_web}]}"
    referential(
        repo,
        f"""
        - {{id: A-1, chapitre: prestations, {asked}}}
        - {{id: A-2, chapitre: prestations, {asked}, si: "'prestation' in activites"}}
        """,
    )

    (finding,) = repo.findings("priority-criterion-unsatisfied")

    assert finding.values["asked"] == "A-1"


def test_the_place_of_what_is_missing(repo: Repo) -> None:
    """The line to correct, where there is one; else that of the criterion."""
    columns = "[{nom: id, requis: true}, {nom: besoin}]"
    repo.write("referentiel/registres/demandes.yaml", f"nom: demandes\ncolonnes: {columns}\n")
    repo.write("registres/demandes.csv", "id;besoin\nD1;\n")
    asked = "titre: Essai, chapitre: prestations, niveau: prioritaire, etapes: [label]"
    referential(
        repo,
        f"""
        - {{id: A-1, {asked}, preuve: {{registre: demandes, remplis: besoin}}}}
        - {{id: A-2, {asked}, preuve: {{document: {{type: PRO}}}}}}
        """,
    )

    row, criterion = repo.findings("priority-criterion-unsatisfied")

    assert place(row) == ("registres/demandes.csv", 2, 4)
    assert shown(row) == "A-1 «Essai» is not satisfied. demandes:D1: «besoin» is empty."
    assert place(criterion)[:2] == (PATH, 4)


def test_a_criterion_without_evidence(repo: Repo) -> None:
    """Where nothing says what is missing, the command that lists everything is named."""
    referential(
        repo,
        "- {id: A-1, titre: Essai, chapitre: prestations, niveau: prioritaire, etapes: [label]}",
    )

    (finding,) = repo.findings("priority-criterion-unsatisfied")

    assert shown(finding) == "A-1 «Essai» is not satisfied. All that is missing: smq coverage."


def test_the_first_referential_alone(repo: Repo) -> None:
    """A platform is evaluated against the first of its referentials."""
    referential(repo, "- {id: A-1, chapitre: prestations, preuve: {fait: nom}}")
    second = (repo.root / PATH).read_text("utf-8")
    asked = "niveau: prioritaire, etapes: [label], preuve: {fait: site_web}"
    second = second.replace("preuve: {fait: nom}", asked)
    repo.write("referentiel/referentiels/autre.yaml", second)
    repo.settings({"referentiels": ["essai", "autre"]})

    assert len(repo.system().referentials) == 2
    assert not repo.findings("priority-criterion-unsatisfied")


def test_several_things_are_missing(repo: Repo) -> None:
    """The sentence of what is missing keeps its plural."""
    asked = "niveau: prioritaire, etapes: [label], preuve: {fait: processus, au_moins: 9}"
    referential(repo, f"- {{id: A-1, titre: Essai, chapitre: prestations, {asked}}}")

    (finding,) = repo.findings("priority-criterion-unsatisfied")

    assert (finding.hint_plural or "").startswith("smq.yaml: «{name}» has {count} values")
