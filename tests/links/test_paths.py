"""Relative links and pictures."""

import pytest

from smq.links import linkage
from smq.model import LinkKind, Mention, Resolution
from tests.links.factory import document, relative, system

FORM = document("PRE-FOR-001", path="documents/PRE/PRE-FOR-001-fiche.md")


def test_a_path_to_a_document() -> None:
    """It is a link to that document, of its own kind."""
    procedure = document(
        "DOC-PRO-001",
        path="documents/DOC/p.md",
        paths=(relative("../PRE/PRE-FOR-001-fiche.md"),),
    )

    found = linkage(system(FORM, procedure))

    (link,) = found.links
    assert (link.kind, link.target, link.is_code) == (LinkKind.PATH, FORM, False)
    assert found.dead_paths == ()


@pytest.mark.parametrize(
    "path", ["plan.pdf", "./plan.pdf", "/documents/PRE/plan.pdf", "..", "../PRE/"]
)
def test_a_path_to_another_file_or_folder(path: str) -> None:
    """It is found, without a document."""
    procedure = document("PRE-PRO-001", paths=(relative(path),))

    found = linkage(system(procedure, files=("documents/PRE/plan.pdf",)))

    (link,) = found.links
    assert (link.resolution, link.target) == (Resolution.FOUND, None)


def test_the_original_of_a_document_is_the_document() -> None:
    """A link to the Word file that a document keeps as master leads to the document."""
    kept = document("PRE-FOR-002", original="fiche.docx")
    procedure = document("PRE-PRO-001", paths=(relative("fiche.docx"),))

    (link,) = linkage(system(kept, procedure, files=("documents/PRE/fiche.docx",))).links

    assert link.target is kept


def test_a_path_to_nothing_is_dead() -> None:
    """It is among the dead paths only."""
    procedure = document("PRE-PRO-001", paths=(relative("plan.pdf"),))

    found = linkage(system(procedure))

    assert found.links == ()
    assert [(k.written, k.resolution, k.picture) for k in found.dead_paths] == [
        ("plan.pdf", Resolution.UNKNOWN, False)
    ]


def test_a_dead_picture_is_told_apart() -> None:
    """Pictures have a rule of their own."""
    procedure = document("PRE-PRO-001", paths=(relative("a.png", picture=True),))

    assert [link.picture for link in linkage(system(procedure)).dead_paths] == [True]


def test_a_path_out_of_the_folder_is_dead() -> None:
    """What lies outside the platform cannot be followed by whoever receives the folder."""
    procedure = document("PRE-PRO-001", paths=(relative("../../../plan.pdf"),))

    assert len(linkage(system(procedure, files=("plan.pdf",))).dead_paths) == 1


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("Plan.PDF", "documents/PRE/plan.pdf"),
        ("../plan.pdf", "documents/PRE/plan.pdf"),
        ("PRE-FOR-001-fiche", "documents/PRE/PRE-FOR-001-fiche.md"),
    ],
)
def test_the_right_name_is_a_candidate(written: str, near: str) -> None:
    """Another case, another folder or a forgotten `.md` is dead, and the right path is named."""
    procedure = document("PRE-PRO-001", paths=(relative(written),))

    (link,) = linkage(system(FORM, procedure, files=("documents/PRE/plan.pdf",))).dead_paths

    assert link.candidates == (near,)


def test_accents_typed_in_two_ways_are_the_same_file() -> None:
    """A disk that decomposes accents does not break a link."""
    procedure = document("PRE-PRO-001", paths=(relative("proce\u0301de\u0301.pdf"),))

    found = linkage(system(procedure, files=("documents/PRE/procédé.pdf",)))

    assert found.dead_paths == ()


def test_a_dead_path_labelled_by_an_unknown_code_is_one_fault() -> None:
    """The unknown code says it all: the path is not reported as well."""
    procedure = document(
        "PRE-PRO-001",
        paths=(relative("PRE-FOR-099-fiche.md", "fiche PRE-FOR-099"),),
        mentions=(Mention("PRE-FOR-099", 10, 8),),
    )

    found = linkage(system(procedure))

    assert [link.written for link in found.links] == ["PRE-FOR-099"]
    assert found.dead_paths == ()


def test_a_dead_path_labelled_by_a_known_code_is_its_own_fault() -> None:
    """The document exists, its path is wrong."""
    procedure = document(
        "PRE-PRO-001",
        paths=(relative("PRE-FOR-001.md", "PRE-FOR-001"),),
        mentions=(Mention("PRE-FOR-001", 10, 2),),
    )

    assert len(linkage(system(FORM, procedure)).dead_paths) == 1


def test_a_path_to_itself_is_kept_apart() -> None:
    """A link to a section of the own file cites nobody."""
    procedure = document("PRE-PRO-001", paths=(relative("PRE-PRO-001-document.md"),))

    found = linkage(system(procedure))

    assert (found.links, len(found.to_itself)) == ((), 1)
