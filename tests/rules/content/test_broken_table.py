"""CNT007: tables that do not hold."""

from smq.model import Severity
from smq.rules.content.broken_table import NO_TABLE
from tests.conftest import Repo

ROWS = """
---
code: PRE-PRO-001
type: PRO
statut: {statut}
---

| Étape | Qui |
|---|---|
| Demander | Usager |
| Répondre | Accueil | le jour même |
| Facturer |
| Écrire « \\| » | Accueil |
"""


def test_rows_that_differ_from_the_header_are_errors(repo: Repo) -> None:
    """A cell too many and a cell too few are reported on their rows; an escaped bar is text."""
    repo.write("documents/PRE/PRE-PRO-001-document.md", ROWS.format(statut="applicable"))

    more, fewer = repo.findings("broken-table")

    assert (more.location.line, more.values["cells"], more.values["expected"]) == (10, 3, 2)
    assert (fewer.location.line, fewer.values["cells"], fewer.values["expected"]) == (11, 1, 2)
    assert {more.severity, fewer.severity} == {Severity.ERROR}
    assert more.location.column == 1


def test_in_a_draft_they_are_notes(repo: Repo) -> None:
    """A draft is work, not a fault."""
    repo.write("documents/PRE/PRE-PRO-001-document.md", ROWS.format(statut="projet"))

    assert [f.severity for f in repo.findings("broken-table")] == [Severity.NOTE] * 2


def test_a_table_without_its_rule_is_reported_once(repo: Repo) -> None:
    """Lines with bars that no rule makes a table are one finding, at the first."""
    repo.write(
        "documents/PRE/PRE-PRO-001-document.md",
        """
        ---
        code: PRE-PRO-001
        type: PRO
        statut: applicable
        ---

        | Étape | Qui <!-- <- broken-table --> | Délai |
        | Demander | Usager | un jour |
        | Répondre | Accueil | deux jours |
        """,
    )

    repo.assert_findings("broken-table")
    (finding,) = repo.findings("broken-table")
    assert finding.message == NO_TABLE
    assert finding.values["dashes"] == "|---|---|---|"


def test_a_rule_of_another_width_makes_no_table(repo: Repo) -> None:
    """Three columns over a rule of two are printed as a paragraph: one finding, at the header."""
    repo.document(
        "PRE-PRO-001",
        body="| Étape | Qui | Délai |\n|---|---|\n| Demander | Usager | un jour |\n",
    )

    (finding,) = repo.findings("broken-table")

    (document,) = repo.system().documents
    assert finding.severity is Severity.NOTE
    assert finding.location == document.at(document.header_end + 2, 1)
    assert finding.values["dashes"] == "|---|---|---|"


def test_a_table_that_holds_is_silent(repo: Repo) -> None:
    """Empty cells are cells."""
    repo.document(
        "PRE-PRO-001",
        statut="applicable",
        body="| Étape | Qui |\n|---|---|\n| Demander |  |\n",
    )

    assert repo.findings("broken-table") == ()
