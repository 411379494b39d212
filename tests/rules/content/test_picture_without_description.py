"""CNT006: pictures without a description."""

from smq.model import Severity
from tests.conftest import Repo

TEXT = """
---
code: PRE-PRO-001
type: PRO
statut: {statut}
---

## Objet

![](etapes.png) <!-- <- picture-without-description -->

![ ](plan.png) <!-- <- picture-without-description -->

![](https://example.org/logo.png) <!-- <- picture-without-description -->

![Étapes d’une prestation](etapes.png) et [](autre.md)
"""


def test_a_picture_with_empty_brackets_is_reported(repo: Repo) -> None:
    """Empty or blank brackets say nothing; a description or a link is no fault."""
    repo.write("documents/PRE/PRE-PRO-001-document.md", TEXT.format(statut="applicable"))

    repo.assert_findings("picture-without-description")
    first, second, far = repo.findings("picture-without-description")
    assert first.values["path"] == "etapes.png"
    assert first.location.column == 1
    assert {first.severity, second.severity, far.severity} == {Severity.WARNING}


def test_in_a_draft_it_is_a_note(repo: Repo) -> None:
    """A draft may still lack its descriptions."""
    repo.write("documents/PRE/PRE-PRO-001-document.md", TEXT.format(statut="projet"))

    assert {f.severity for f in repo.findings("picture-without-description")} == {Severity.NOTE}


def test_a_described_picture_is_silent(repo: Repo) -> None:
    """One word between the brackets is a description."""
    repo.document("PRE-PRO-001", statut="applicable", body="![Plan](plan.png)\n")

    assert repo.findings("picture-without-description") == ()
