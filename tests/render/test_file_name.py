"""How rendered files are called."""

import pytest

from smq.render.file_name import file_name, file_names, targets_of
from tests.conftest import Repo


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ({"version": "2", "statut": "applicable"}, "PRE-PRO-001_v02_traiter-une-demande.docx"),
        ({"version": "12.1", "statut": "approuve"}, "PRE-PRO-001_v12.1_traiter-une-demande.docx"),
        ({"version": "2", "statut": "retire"}, "PRE-PRO-001_v02_traiter-une-demande.docx"),
        ({"version": "2", "statut": "projet"}, "PRE-PRO-001_projet_traiter-une-demande.docx"),
        ({"statut": "en_verification"}, "PRE-PRO-001_projet_traiter-une-demande.docx"),
        ({"version": "a/b", "statut": "applicable"}, "PRE-PRO-001_va-b_traiter-une-demande.docx"),
        ({"statut": "applicable"}, "PRE-PRO-001_traiter-une-demande.docx"),
    ],
)
def test_name_tells_code_version_and_title(
    repo: Repo, header: dict[str, str], expected: str
) -> None:
    """The name holds the version of two digits, or `projet` while the text is not approved."""
    repo.document("PRE-PRO-001", titre="Traiter une demande", **header)

    assert file_name(repo.system().documents[0]) == expected


def test_no_name_twice(repo: Repo) -> None:
    """Two documents that took one code and one title in two branches both get their file."""
    repo.document("PRE-PRO-001", titre="Demande")
    repo.write(
        "documents/PRE/copie.md",
        (repo.root / repo.document("PRE-PRO-001", titre="Demande")).read_bytes(),
    )

    names = file_names(repo.system().documents)

    assert sorted(names.values()) == [
        "PRE-PRO-001_projet_demande-2.docx",
        "PRE-PRO-001_projet_demande.docx",
    ]


def test_targets_are_the_files_of_the_run(repo: Repo) -> None:
    """Only documents rendered in the run can be linked to."""
    repo.document("PRE-PRO-001", titre="Demande")
    repo.document("PRE-PRO-002", titre="Devis")
    system = repo.system()
    names = file_names(system.documents[:1])

    assert targets_of(system.documents, names) == {"PRE-PRO-001": "PRE-PRO-001_projet_demande.docx"}
