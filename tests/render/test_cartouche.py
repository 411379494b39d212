"""Version, state, audience and watermark of a page."""

from datetime import date
from typing import Any

import pytest

from tests.conftest import Repo
from tests.render.conftest import PageOf


@pytest.mark.parametrize(
    ("header", "version", "status", "watermark"),
    [
        ({"statut": "projet"}, "draft", "Draft", "DRAFT"),
        ({"statut": "en_verification"}, "in review", "In review", "IN REVIEW"),
        (
            {"statut": "projet", "version": "2"},
            "3 – draft (in force: 2)",
            "Draft",
            "DRAFT",
        ),
        (
            {"statut": "en_verification", "version": "2.1"},
            "3 – in review (in force: 2.1)",
            "In review",
            "IN REVIEW",
        ),
        (
            {"statut": "projet", "version": "deux"},
            "draft (in force: deux)",
            "Draft",
            "DRAFT",
        ),
        ({"statut": "applicable", "version": "2"}, "2", "In force", None),
        (
            {"statut": "approuve", "version": "2", "date_application": "2027-03-01"},
            "2",
            "In force",
            None,
        ),
        (
            {"statut": "approuve", "version": "2", "date_application": "2027-03-02"},
            "2",
            "Approved",
            "NOT IN FORCE",
        ),
        ({"statut": "retire", "version": "2"}, "2", "Withdrawn", "WITHDRAWN"),
        ({"statut": "signé", "version": "2"}, "2", "signé", "NOT IN FORCE"),
    ],
)
def test_state_of_a_document(
    repo: Repo,
    page_of: PageOf,
    header: dict[str, str],
    version: str,
    status: str,
    watermark: str | None,
) -> None:
    """The cartouche says the version, the state at the date, and a watermark unless in force."""
    repo.document("PRE-PRO-001", **header)

    page = page_of("PRE-PRO-001")

    assert (page.version_label, page.status_label, page.watermark) == (version, status, watermark)


def test_version_announced_by_the_history(repo: Repo, page_of: PageOf) -> None:
    """An editorial correction that the history announces gives the version under way its number."""
    history = [
        {"version": "2", "date": "2026-02-01", "objet": "Refonte"},
        {"version": "2.1", "objet": "Coquilles"},
    ]
    repo.document("PRE-PRO-001", version="2", historique=history)

    assert page_of("PRE-PRO-001").version_label == "2.1 – draft (in force: 2)"


def test_identity_and_dates(repo: Repo, page_of: PageOf) -> None:
    """Process, type, audience and dates are written as a reader says them."""
    repo.document(
        "PRE-PRO-001",
        version="1",
        statut="applicable",
        date_application="2026-12-24",
        diffusion="usagers",
    )

    page = page_of("PRE-PRO-001", language="fr")

    assert page.process_label == "PRE – Réaliser"
    assert page.type_label == "Procédure"
    assert page.effective == "24/12/2026"
    assert page.next_review == "24/12/2028"
    assert page_of("PRE-PRO-001").audience == "Users"
    assert page_of("PRE-PRO-001").effective == "2026-12-24"


def test_words_of_the_platform_stay(repo: Repo, page_of: PageOf) -> None:
    """A process, a type or an audience that is not declared shows as written."""
    repo.document("PRE-PRO-001", type="XYZ", processus="ZZZ", diffusion="comité")

    page = page_of("PRE-PRO-001")

    assert (page.type_label, page.process_label, page.audience) == ("XYZ", "ZZZ", "comité")


def test_withdrawn_document_has_no_review(repo: Repo, page_of: PageOf) -> None:
    """Nobody reads a withdrawn document again."""
    repo.document("PRE-PRO-001", version="1", statut="retire", date_application="2026-01-01")

    assert page_of("PRE-PRO-001").next_review == ""


def test_language_of_the_platform_wins(repo: Repo, page_of: PageOf) -> None:
    """A French platform renders French pages, whatever the language of the command."""
    repo.settings({"langue": "fr"})
    repo.document("PRE-PRO-001", date_application="2026-12-24")

    page = page_of("PRE-PRO-001", language="en")

    assert (page.language, page.type_label, page.effective) == ("fr", "Procédure", "24/12/2026")


def test_foreign_draft_shows_its_own_version(repo: Repo, page_of: PageOf) -> None:
    """A tree that smq did not make numbers its drafts: the number is that of the text."""
    repo.settings(
        {
            "codification": {"motif": "{type}-{numero:02}", "types": {"SOP": "PRO"}},
            "lecture": {
                "racines": ["sop"],
                "cles": {"code": "doc_id", "version": "revision", "statut": "status"},
                "statuts": {"draft": "projet"},
            },
        }
    )
    repo.write("sop/a.md", "---\ndoc_id: SOP-01\nrevision: '0.3'\nstatus: draft\n---\n")

    page = page_of("SOP-01")

    assert (page.version_label, page.watermark) == ("0.3 – draft", "DRAFT")
    assert page.visas == ()


@pytest.mark.parametrize(("header", "label"), [("", "SOP"), ("kind: procédure\n", "procédure")])
def test_type_of_a_foreign_document(repo: Repo, page_of: PageOf, header: str, label: str) -> None:
    """Where no kit names the types, a document is called what its own tree calls it."""
    repo.settings(
        {
            "codification": {"motif": "{type}-{numero:02}", "types": {"SOP": "XYZ"}},
            "lecture": {"racines": ["sop"], "cles": {"code": "doc_id", "type": "kind"}},
        }
    )
    repo.write("sop/a.md", f"---\ndoc_id: SOP-01\n{header}---\n")

    assert page_of("SOP-01").type_label == label


def test_tree_without_states_has_no_watermark(repo: Repo, page_of: PageOf) -> None:
    """Where documents write no state, nothing is said against them."""
    repo.settings(
        {
            "codification": {"motif": "{type}-{numero:02}", "types": {"SOP": "PRO"}},
            "lecture": {"racines": ["sop"], "cles": {"code": "doc_id"}},
        }
    )
    repo.write("sop/a.md", "---\ndoc_id: SOP-01\n---\n")

    assert page_of("SOP-01").watermark is None


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ({}, date(2027, 3, 1)),
        ({"date_application": "2026-05-06"}, date(2026, 5, 6)),
        ({"date_application": "2027-09-01"}, date(2027, 3, 1)),
        (
            {
                "date_application": "2026-05-06",
                "historique": [{"version": "2", "date": "2026-11-12", "objet": "x"}],
            },
            date(2026, 11, 12),
        ),
        (
            {
                "date_application": "2026-05-06",
                "approbations": [{"version": "1", "par": "P01", "date": "2026-12-01"}],
            },
            date(2026, 12, 1),
        ),
    ],
)
def test_date_of_the_properties(
    repo: Repo, page_of: PageOf, header: dict[str, Any], expected: date
) -> None:
    """The file is dated by the document's last own date, never by the clock nor after today."""
    repo.document("PRE-PRO-001", **header)

    assert page_of("PRE-PRO-001").modified == expected


def test_generated_list_is_dated_of_today(repo: Repo, page_of: PageOf) -> None:
    """A list is as recent as what it gathers."""
    repo.document("DOC-LIS-001", contenu=["liste_documents"], date_application="2026-01-01")

    assert page_of("DOC-LIS-001").modified == date(2027, 3, 1)
