"""Rule unknown-setting."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown


def test_misspelt_setting(repo: Repo) -> None:
    """A misspelt setting is reported at its key, with the nearest name."""
    repo.write(
        "smq.yaml",
        """
        plateforme: {nom: Plateforme de spectroscopie}
        tutelle: [Université de Lorraine]  # <- unknown-setting
        """,
    )

    repo.assert_findings("unknown-setting")
    (finding,) = repo.findings("unknown-setting")
    assert finding.location.column == 1
    assert finding.severity is Severity.WARNING
    assert "Nearest setting: tutelles." in shown(finding)


def test_setting_inside_another(repo: Repo) -> None:
    """A key of an inner mapping is named with its parent; nothing near, no suggestion."""
    repo.settings({"plateforme": {"nom": "Une", "xyzzy": "a"}})

    (finding,) = repo.findings("unknown-setting")

    assert finding.values["key"] == "plateforme.xyzzy"
    assert shown(finding).endswith("Correct its name, or remove the line.")


def test_known_settings(repo: Repo) -> None:
    """Known settings, and codes and names that the platform chooses, are silent."""
    repo.settings({"revues": {"PRO": 24}, "controle": {"severites": {"NUM008": "off"}}})

    assert not repo.findings("unknown-setting")
