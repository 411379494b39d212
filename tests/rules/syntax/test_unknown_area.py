"""Rule unknown-area."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown

UNITS = {"plateaux": [{"nom": "Spectroscopie Raman"}, {"nom": "RMN"}]}


def test_a_unit_that_is_not_declared(repo: Repo) -> None:
    """A warning at the name, with the nearest and all units."""
    repo.settings(UNITS)
    path = repo.document("PRE-PRO-001", plateaux=["RMN", "Raman", "Optique"])

    part, alone = repo.findings("unknown-area")

    assert part.severity is Severity.WARNING
    assert (part.location.path, part.values["written"]) == (path, "Raman")
    assert shown(part) == (
        "«Raman» is no technical unit (plateau) of this platform."
        " Nearest: Spectroscopie Raman. The units are Spectroscopie Raman, RMN."
    )
    assert shown(alone).endswith("of this platform. The units are Spectroscopie Raman, RMN.")


def test_no_unit_is_declared(repo: Repo) -> None:
    """The name is one of none; the hint says where to declare it."""
    repo.document("PRE-PRO-001", plateaux="Raman")

    (finding,) = repo.findings("unknown-area")

    assert shown(finding).endswith(
        "smq.yaml declares none: write it under «plateaux» there, or remove it here."
    )


def test_right_names_are_silent(repo: Repo) -> None:
    """Declared units, none at all, a placeholder, and a foreign tree."""
    repo.settings(UNITS)
    repo.document("PRE-PRO-001", plateaux=["RMN"])
    repo.document("PRE-PRO-002", plateaux=[])
    repo.document("PRE-PRO-003", plateaux=["[À compléter : plateau]"])
    assert not repo.findings("unknown-area")

    repo.document("PRE-PRO-001", plateaux=["XPS"])
    repo.settings({"lecture": {"racines": ["documents"]}})
    assert not repo.findings("unknown-area")


def test_a_misspelt_unit(repo: Repo) -> None:
    """The nearest name is shown; an empty one is near to none, and a unit without name is none."""
    repo.settings({"plateaux": [{"site": "Nancy"}, {"nom": "Optique"}]})
    repo.document("PRE-PRO-001", plateaux=["Optiqe", ""])

    misspelt, empty = repo.findings("unknown-area")

    assert shown(misspelt).endswith("Nearest: Optique. The units are Optique.")
    assert shown(empty).endswith("of this platform. The units are Optique.")
