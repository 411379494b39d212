"""Rule setting-twice."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown


def test_one_code_for_two_processes(repo: Repo) -> None:
    """The second is reported at its code, with the line of the first; so are units by name."""
    repo.write(
        "smq.yaml",
        """
        plateforme: {nom: Plateforme de spectroscopie}
        processus:
          - {code: PRE, titre: Réaliser}
          - {code: MAD, titre: Mettre à disposition}
          - {code: PRE, titre: Préparer}  # <- setting-twice
        plateaux:
          - {nom: Raman}
          - {nom: Raman, site: Nancy}  # <- setting-twice
        """,
    )

    repo.assert_findings("setting-twice")
    process = repo.findings("setting-twice")[0]
    assert process.severity is Severity.ERROR
    assert process.location.column == 12
    assert shown(process).startswith("«PRE» (processus.code) already stands on line 3.")


def test_different_entries(repo: Repo) -> None:
    """Processes with one owner, and entries without a code, are not twice the same."""
    repo.settings({"processus": [{"code": "PRE", "titre": "A"}, {"titre": "B"}, {"titre": "C"}]})

    assert not repo.findings("setting-twice")
