"""CNT004: obligatory sections in another order than the type's."""

from smq.model import Severity
from tests.conftest import Repo


def body(*titles: str) -> str:
    """Return a text with these sections."""
    return "".join(f"## {title}\n\nTexte.\n\n" for title in titles)


def test_the_section_to_move_is_named(repo: Repo) -> None:
    """One section in the wrong place is one finding, at its heading, with the order."""
    repo.document(
        "PRE-REG-001",
        statut="applicable",
        body=body("Conservation", "Objet", "Tenue du registre"),
    )

    (finding,) = repo.findings("section-order")

    (document,) = repo.system().documents
    assert finding.values["section"] == "Conservation"
    assert finding.values["order"] == "Objet, Tenue du registre, Conservation"
    assert finding.severity is Severity.WARNING
    assert (finding.location.line, finding.location.column) == (document.header_end + 2, 1)


def test_a_draft_is_noted(repo: Repo) -> None:
    """Two sections swapped in a draft are one note."""
    repo.document("PRE-REG-001", body=body("Objet", "Conservation", "Tenue du registre"))

    (finding,) = repo.findings("section-order")

    assert finding.severity is Severity.NOTE


def test_sections_in_reverse_are_all_to_move_but_one(repo: Repo) -> None:
    """As few sections as possible are named: the others may stay."""
    repo.document(
        "PRE-REG-001",
        statut="applicable",
        body=body("Conservation", "Tenue du registre", "Objet"),
    )

    assert len(repo.findings("section-order")) == 2


def test_sections_of_ones_own_between_them_are_free(repo: Repo) -> None:
    """A section that the type does not know may stand anywhere; a missing one disturbs nothing."""
    repo.document(
        "PRE-PRO-001",
        statut="applicable",
        body=body("Historique", "Objet", "Définitions", "Déroulement", "Annexe", "Enregistrements"),
    )

    assert repo.findings("section-order") == ()


def test_a_subsection_of_the_same_name_does_not_stand_for_the_section(repo: Repo) -> None:
    """When a title occurs at two levels, the highest heading is the section."""
    repo.document(
        "PRE-REG-001",
        statut="applicable",
        body="## Objet\n\n### Conservation\n\nTexte.\n\n"
        + body("Tenue du registre", "Conservation"),
    )

    assert repo.findings("section-order") == ()
