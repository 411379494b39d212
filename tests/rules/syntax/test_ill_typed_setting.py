"""Rule ill-typed-setting."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown


def test_words_for_a_number(repo: Repo) -> None:
    """A period of review in words is reported at the value, with what is expected."""
    repo.write(
        "smq.yaml",
        """
        plateforme: {nom: Plateforme de spectroscopie}
        revues:
          PRO: deux ans  # <- ill-typed-setting
        """,
    )

    repo.assert_findings("ill-typed-setting")
    (finding,) = repo.findings("ill-typed-setting")
    assert finding.location.column == 8
    assert finding.severity is Severity.ERROR
    assert shown(finding).startswith("«revues.PRO» expects a whole number; «deux ans» stands there")


def test_valid_settings(repo: Repo) -> None:
    """Settings of the expected form are silent."""
    repo.settings({"revues": {"PRO": 24}, "label": {"engagement": "2027-01-15"}})

    assert not repo.findings("ill-typed-setting")


def test_date_that_does_not_exist(repo: Repo) -> None:
    """A date that is none is reported under the name of its setting."""
    repo.settings({"label": {"engagement": "2027-02-30"}})

    assert [f.values["field"] for f in repo.findings("ill-typed-setting")] == ["label.engagement"]
