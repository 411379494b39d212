"""Rule types-missing."""

import shutil

from smq import check
from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import place, shown


def test_the_folder_is_gone(repo: Repo) -> None:
    """One error says it for the platform; no document is blamed for what is not known."""
    repo.settings({"kit": {"nom": "infra-plus"}})
    repo.document("PRE-PRO-001", registre="demandes", finalite="Rendre un résultat")
    repo.document("PRE-FIP-001", entrees=["Demande"])
    shutil.rmtree(repo.root / "referentiel")

    found = check.run(repo.system())

    assert [f.rule for f in found if f.severity is not Severity.NOTE] == ["SYN025"]
    (finding,) = repo.findings("types-missing")
    assert place(finding) == ("smq.yaml", None, None)
    assert "git restore referentiel" in shown(finding)


def test_a_platform_that_needs_none(repo: Repo) -> None:
    """Types that are there, a platform of its own codes and a foreign tree are silent."""
    repo.document("PRE-PRO-001")
    assert not repo.findings("types-missing")
    shutil.rmtree(repo.root / "referentiel")
    repo.settings({"codification": {"types": {"PRO": "PRO"}}})
    assert not repo.findings("types-missing")
    repo.settings({"codification": None, "lecture": {"racines": ["documents"]}})
    assert not repo.findings("types-missing")
    repo.settings({"lecture": None})
    assert repo.findings("types-missing")


def test_a_kit_brings_types(repo: Repo) -> None:
    """With a kit, types are missed even where the codes are declared; without document, never."""
    repo.settings({"kit": {"nom": "infra-plus"}, "codification": {"types": {"PRO": "PRO"}}})
    repo.document("PRE-PRO-001")
    assert not repo.findings("types-missing")

    shutil.rmtree(repo.root / "referentiel")
    assert repo.findings("types-missing")

    shutil.rmtree(repo.root / "documents")
    assert not repo.findings("types-missing")
