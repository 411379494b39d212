"""The approval table and the history of a page."""

from typing import Any

import pytest

from smq.render.page import Revision, Visa
from tests.conftest import Repo
from tests.render.conftest import PageOf

PEOPLE = {"redacteur": "P03", "verificateur": "P02", "approbateur": "P01"}


def approval(role: str, by: str, **more: str) -> dict[str, str]:
    """Return an approval record of version 2."""
    return {"version": "2", "par": by, "role": role, "date": "2027-02-20", **more}


def test_signed_in_git_and_on_paper(repo: Repo, page_of: PageOf) -> None:
    """Names, functions, dates and the way each visa was given come from header and records."""
    repo.write("enregistrements/DOC/visa.pdf", b"%PDF-1.4")
    repo.document(
        "PRE-PRO-001",
        **PEOPLE,
        version="2",
        statut="applicable",
        historique=[{"version": "2", "date": "2027-02-10", "objet": "Refonte", "par": "P03"}],
        approbations=[
            {"version": "1", "par": "P02", "role": "approbateur", "date": "2025-01-01"},
            approval("verificateur", "P02", mode="git"),
            approval("approbateur", "P01", mode="papier", preuve="enregistrements/DOC/visa.pdf"),
        ],
    )

    assert page_of("PRE-PRO-001").visas == (
        Visa("Written by", "Inès Vautrin", "Référente qualité", "2027-02-10"),
        Visa("Reviewed by", "Hugo Marchal", "Responsable", "2027-02-20", "visa recorded in git"),
        Visa(
            "Approved by",
            "Claire Fontaine",
            "Directrice",
            "2027-02-20",
            "visa collected outside git, proof attached (paper)",
        ),
    )


def test_paper_without_proof_leaves_the_box_empty(repo: Repo, page_of: PageOf) -> None:
    """A visa that nothing proves is not announced: the box waits for a pen."""
    repo.document(
        "PRE-PRO-001",
        approbateur="P01",
        version="2",
        statut="applicable",
        approbations=[approval("approbateur", "P01", mode="papier")],
    )

    assert page_of("PRE-PRO-001").visas[-1].visa == ""


def test_draft_shows_no_visa(repo: Repo, page_of: PageOf) -> None:
    """A refused document is a draft again: the visa given before its change is not shown."""
    repo.document(
        "PRE-PRO-001", **PEOPLE, approbations=[{**approval("verificateur", "P02"), "version": "1"}]
    )

    assert [(v.date, v.visa) for v in page_of("PRE-PRO-001").visas] == [("", "")] * 3


def test_visa_of_the_version_in_review(repo: Repo, page_of: PageOf) -> None:
    """While version 2 is in review, its reviewer's visa counts and that of version 1 does not."""
    repo.document(
        "PRE-PRO-001",
        **PEOPLE,
        version="1",
        statut="en_verification",
        approbations=[
            {**approval("approbateur", "P01"), "version": "1"},
            approval("verificateur", "P02"),
        ],
    )

    shown = {v.role: v.visa for v in page_of("PRE-PRO-001").visas}

    assert shown == {"Written by": "", "Reviewed by": "visa recorded in git", "Approved by": ""}


def test_two_approvers_have_two_columns(repo: Repo, page_of: PageOf) -> None:
    """When two directors approve, both are in the table."""
    repo.document(
        "PIL-POL-001",
        version="2",
        statut="applicable",
        approbations=[approval("approbateur", "P01"), approval("approbateur", "Paul Lenoir")],
    )

    names = [v.name for v in page_of("PIL-POL-001").visas if v.role == "Approved by"]

    assert names == ["Claire Fontaine", "Paul Lenoir"]


@pytest.mark.parametrize(
    ("code", "header", "roles"),
    [
        ("PRE-PRO-001", {}, ["Written by", "Approved by"]),
        ("PRE-PRO-001", {"verificateur": "P02"}, ["Written by", "Reviewed by", "Approved by"]),
        ("DOC-EXT-001", {}, ["Reviewed by"]),
        ("DOC-LIS-001", {"contenu": ["liste_documents"], "approbateur": "P01"}, []),
        ("PRE-ENR-001", {"redacteur": "P01"}, []),
    ],
)
def test_columns_that_the_type_asks_for(
    repo: Repo, page_of: PageOf, code: str, header: dict[str, Any], roles: list[str]
) -> None:
    """A missing signatory is an empty column; an optional reviewer that nobody is has none."""
    repo.document(code, **header)

    assert [v.role for v in page_of(code).visas] == roles


def test_type_without_reviewer_has_no_such_column(repo: Repo, page_of: PageOf) -> None:
    """Where the type has no reviewer, a name in the header does not make one."""
    repo.write("referentiel/types/NOT.yaml", "code: NOT\nnom: {fr: Note}\nverificateur: aucun\n")
    repo.document("PRE-NOT-001", **PEOPLE)

    assert [v.role for v in page_of("PRE-NOT-001").visas] == ["Written by", "Approved by"]


def test_newest_version_first(repo: Repo, page_of: PageOf) -> None:
    """The history reads from the last change back, whatever the order in the file."""
    repo.document(
        "PRE-PRO-001",
        historique=[
            {"version": "2", "date": "2026-05-01", "objet": "Refonte", "par": "P03"},
            {"version": "10", "date": "2027-01-05", "objet": "Seuils", "par": "Paul Lenoir"},
            {"version": "9", "date": "2027-01-05", "objet": "Annexe", "par": "P02"},
            {"version": "1", "date": "2025-12-01", "objet": "Création", "par": "P03"},
        ],
    )

    history = page_of("PRE-PRO-001").history

    assert [row.version for row in history] == ["10", "9", "2", "1"]
    assert history[0] == Revision("10", "2027-01-05", "Paul Lenoir", "Seuils")
    assert history[-1].author == "Inès Vautrin"


@pytest.mark.parametrize(
    ("mode", "said"),
    [
        ("papier", " (paper)"),
        ("courriel", " (e-mail)"),
        ("parapheur", " (signature book)"),
        ("pv", " (minutes)"),
        ("signal", ""),
    ],
)
def test_a_visa_without_its_proof(repo: Repo, page_of: PageOf, mode: str, said: str) -> None:
    """A visa says how it was given; a proof that is named and not there is not called attached."""
    repo.document(
        "PRE-PRO-001",
        **PEOPLE,
        version="1",
        statut="applicable",
        approbations=[
            {
                "version": "1",
                "par": "P01",
                "role": "approbateur",
                "date": "2027-02-20",
                "mode": mode,
                "preuve": "enregistrements/DOC/absent.eml",
            }
        ],
    )

    assert (
        page_of("PRE-PRO-001").visas[-1].visa == f"visa collected outside git, proof missing{said}"
    )


def test_a_visa_whose_proof_was_altered(repo: Repo, page_of: PageOf) -> None:
    """A file that is no more the one filed is not called attached."""
    repo.write("enregistrements/visas/visa.pdf", b"%PDF-1.4 saved again")
    more = {"mode": "papier", "preuve": "enregistrements/visas/visa.pdf"}
    record = approval("approbateur", "P01", **more, empreinte_preuve=f"sha256:{'0' * 64}")
    repo.document("PRE-PRO-001", version="2", statut="applicable", approbations=[record])

    assert page_of("PRE-PRO-001").visas[-1].visa == (
        "visa collected outside git, proof altered (paper)"
    )
