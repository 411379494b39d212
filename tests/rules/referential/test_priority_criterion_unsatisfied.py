"""Rule priority-criterion-unsatisfied."""

from smq import check
from smq.check import Choice
from tests.conftest import Repo
from tests.rules.referential.criteria import referential
from tests.rules.sentences import shown

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
