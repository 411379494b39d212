"""A revision under way never lowers a criterion: the last version in force counts."""

from smq.cli.session import with_standing
from smq.coverage import assess
from smq.model import QualitySystem
from smq.model.coverage import Assessment
from tests.conftest import Repo
from tests.coverage.trial import SATISFIED, UNSATISFIED, Trial, lacks
from tests.git import GitRepo

CRITERION = "- {id: A-1, chapitre: essai, preuve: {document: {modele: pre-pro}}}"
BODY = "# Objet\n\nDire comment.\n"
LEFT = "# Objet\n\n[À compléter : l'objet]\n"


def known(repo: Repo) -> QualitySystem:
    """Return the platform with what its history says of the documents being revised."""
    return with_standing(repo.system(), repo.root, repo.root)


def judged(repo: Repo) -> Assessment:
    """Return what became of the criterion."""
    system = known(repo)
    return assess(system, system.referentials[0]).assessments[0]


def test_the_version_in_force_counts_while_the_next_is_written(trial: Trial, git: GitRepo) -> None:
    """A draft full of blanks does not lower what its version 1 proves."""
    trial.criteria(CRITERION)
    trial.document("pre-pro", "PRE-PRO-001", BODY)
    git.commit()

    trial.document("pre-pro", "PRE-PRO-001", LEFT, statut="projet")

    assert judged(trial.repo).verdict is SATISFIED


def test_the_revision_renamed_and_recorded(trial: Trial, git: GitRepo) -> None:
    """Recording the draft, and moving its file, change nothing."""
    trial.criteria(CRITERION)
    path = trial.document("pre-pro", "PRE-PRO-001", BODY)
    git.commit()
    trial.document("pre-pro", "PRE-PRO-001", LEFT, statut="en_verification")
    git.commit()
    (trial.repo.root / path).rename(trial.repo.root / "documents/PRE/PRE-PRO-001-autre.md")
    git.commit()

    assert judged(trial.repo).verdict is SATISFIED


def test_a_first_version_has_none_in_force(trial: Trial, git: GitRepo) -> None:
    """What was never approved proves nothing, however often it was recorded."""
    trial.criteria(CRITERION)
    trial.document("pre-pro", "PRE-PRO-001", BODY, statut="projet", version="", approbations=[])
    git.commit()
    trial.document("pre-pro", "PRE-PRO-001", BODY, statut="projet", version="1")

    assert judged(trial.repo).verdict is UNSATISFIED


def test_another_version_or_another_document_is_not_taken(trial: Trial, git: GitRepo) -> None:
    """Only the version that the header names, of the document with its identifier, is in force."""
    trial.criteria(CRITERION)
    trial.document("pre-pro", "PRE-PRO-001", BODY)
    git.commit()
    trial.document("pre-pro", "PRE-PRO-001", BODY, statut="projet", version="2")
    other_version = judged(trial.repo)
    trial.document("pre-pro", "PRE-PRO-001", BODY, statut="projet", id="k7m2x9qa")

    assert other_version.verdict is UNSATISFIED
    assert judged(trial.repo).verdict is UNSATISFIED


def test_a_withdrawn_document_has_no_version_in_force(trial: Trial, git: GitRepo) -> None:
    """Withdrawal is the end of a code; its past proves nothing any more."""
    trial.criteria(CRITERION)
    trial.document("pre-pro", "PRE-PRO-001", BODY)
    git.commit()
    trial.document("pre-pro", "PRE-PRO-001", BODY, statut="retire")

    assert lacks(judged(trial.repo)) == ["No document made from the model «pre-pro»."]


def test_the_newest_content_of_the_version(trial: Trial, git: GitRepo) -> None:
    """A correction recorded under the same version replaces what stood before it."""
    trial.criteria(CRITERION)
    trial.document("pre-pro", "PRE-PRO-001", BODY)
    git.commit()
    trial.document("pre-pro", "PRE-PRO-001", BODY, titre="Titre corrigé")
    git.commit()
    path = trial.document("pre-pro", "PRE-PRO-001", LEFT, statut="projet")

    assert known(trial.repo).earlier[path].title == "Titre corrigé"


def test_nothing_is_looked_for_without_a_revision(trial: Trial, git: GitRepo) -> None:
    """A document in force is its own version in force."""
    trial.document("pre-pro", "PRE-PRO-001", BODY)
    git.commit()

    assert known(trial.repo).earlier == {}


def test_without_git(trial: Trial) -> None:
    """Without history a draft proves nothing, and nothing stops."""
    trial.criteria(CRITERION)
    trial.document("pre-pro", "PRE-PRO-001", BODY, statut="projet")

    assert judged(trial.repo).verdict is UNSATISFIED
