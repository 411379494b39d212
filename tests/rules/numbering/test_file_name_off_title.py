"""Rule file-name-off-title."""

import pytest

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import place, shown


def named(repo: Repo, name: str, title: str, **header: str) -> str:
    """Write PRE-PRO-001 under a file name and with a title; return its path."""
    lines = {"code": "PRE-PRO-001", "titre": title, "type": "PRO", "statut": "projet", **header}
    text = "".join(f'{key}: "{value}"\n' for key, value in lines.items())
    return repo.write(f"documents/PRE/{name}.md", f"---\n{text}---\n".encode())


def test_a_title_that_was_changed(repo: Repo) -> None:
    """A note at the title, with the name that would fit."""
    path = named(repo, "PRE-PRO-001-traiter-une-prestation", "Réaliser une prestation")

    (finding,) = repo.findings("file-name-off-title")

    assert place(finding) == (path, 3, 8)
    assert finding.severity is Severity.NOTE
    assert shown(finding) == (
        "The file is named «PRE-PRO-001-traiter-une-prestation.md», but the title is"
        " «Réaliser une prestation». Rename the file PRE-PRO-001-realiser-une-prestation.md."
    )


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("PRE-PRO-001-traiter-une-prestation", "Traiter une prestation"),
        ("PRE-PRO-001-Traiter une prestation", "Traiter une prestation"),
        ("PRE-PRO-001-prestation", "Traiter une prestation, de la demande à la facture"),
        ("PRE-PRO-001-accueillir-l-usager", "Accueillir l’usager"),
        ("PRE-PRO-001", "Traiter une prestation"),
        ("PRE-PRO-001-document", "Traiter une prestation"),
        ("PRE-PRO-001_v2", "[À compléter : titre]"),
        ("prestation", "Réaliser une analyse"),
        ("PRE-PRO-001-con-document", "Con"),
    ],
)
def test_names_that_say_nothing_else(repo: Repo, name: str, title: str) -> None:
    """The title, words of it in their order, or no word at all."""
    named(repo, name, title)

    assert not repo.findings("file-name-off-title")


@pytest.mark.parametrize(
    "header", [{"statut": "retire"}, {"code": "PRE-PRO-002"}, {"code": "X"}, {"titre": ""}]
)
def test_what_is_left_as_it_is(repo: Repo, header: dict[str, str]) -> None:
    """A withdrawn document keeps its file; a wrong code or an absent title is another fault."""
    named(repo, "PRE-PRO-001-traiter", **{"title": "Réaliser", **header})

    assert not repo.findings("file-name-off-title")


def test_a_foreign_tree(repo: Repo) -> None:
    """A tree that smq did not make names its files as it likes."""
    repo.settings({"lecture": {"racines": ["documents"]}})
    named(repo, "PRE-PRO-001-traiter", "Réaliser")

    assert not repo.findings("file-name-off-title")
