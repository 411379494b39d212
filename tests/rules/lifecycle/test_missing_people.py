"""LIF009: documents that name nobody."""

import pytest

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown


def test_each_person_missing_from_a_settled_document_is_an_error(repo: Repo) -> None:
    """An empty field is reported at its key, an absent one on the first line."""
    repo.write(
        "documents/PRE/PRE-PRO-001-document.md",
        """
        ---
        code: PRE-PRO-001
        type: PRO
        statut: en_verification
        approbateur:
        ---
        """,
    )

    author, approver = repo.findings("missing-people")

    assert (author.values["what"], author.location.line) == ("redacteur", 1)
    assert (approver.values["what"], approver.location.line) == ("approbateur", 5)
    assert {author.severity, approver.severity} == {Severity.ERROR}


def test_a_draft_has_one_note(repo: Repo) -> None:
    """A draft that names nobody is one line."""
    repo.document("PRE-PRO-001")

    (finding,) = repo.findings("missing-people")

    assert finding.severity is Severity.NOTE
    assert finding.values["what"] == "redacteur, approbateur"
    assert finding.values["count"] == 2


def test_the_command_to_type(repo: Repo) -> None:
    """It names all that is missing: the owner of the process, and who may approve the type."""
    repo.settings({"roles": {"approbateur": {"POL": ["direction"], "*": ["responsable"]}}})
    repo.document("DOC-PRO-001")
    repo.document("PIL-POL-001", redacteur="P02")
    repo.document("PRE-PRO-001", redacteur="P03", statut="en_verification")

    hints = [shown(f).partition("For example: ")[2] for f in repo.findings("missing-people")]

    assert hints == [
        "smq set DOC-PRO-001 redacteur=P03 approbateur=P02",
        "smq set PIL-POL-001 approbateur=P01",
        "smq set PRE-PRO-001 approbateur=P02",
    ]


def test_the_command_where_nobody_is_declared(repo: Repo) -> None:
    """Without people to propose, the place of the name is shown."""
    repo.settings({"personnes": None})
    repo.document("PRE-PRO-001")

    (finding,) = repo.findings("missing-people")

    assert shown(finding).endswith("smq set PRE-PRO-001 redacteur=… approbateur=…")


@pytest.mark.parametrize(
    ("code", "people", "missing"),
    [
        ("PRE-PRO-001", {"redacteur": "P03", "approbateur": "P02"}, []),
        ("PRE-REG-001", {"redacteur": "P03", "verificateur": "P02"}, []),
        ("PRE-REG-001", {"redacteur": "P03"}, ["approbateur"]),
        ("DOC-EXT-001", {"verificateur": "P03"}, []),
        ("DOC-EXT-001", {}, ["verificateur"]),
        ("DOC-LIS-001", {}, []),
        ("PRE-ENR-001", {}, []),
    ],
)
def test_whom_a_document_names_depends_on_its_type(
    repo: Repo, code: str, people: dict[str, str], missing: list[str]
) -> None:
    """A register is approved or verified, an external text verified, a record neither."""
    repo.document(code, statut="applicable", **people)

    assert [f.values["what"] for f in repo.findings("missing-people")] == missing


def test_a_type_may_require_a_reviewer(repo: Repo) -> None:
    """Where the kit says `verificateur: requis`, the reviewer is missing like the others."""
    repo.write(
        "referentiel/types/MOP.yaml", "code: MOP\napprobation: complete\nverificateur: requis\n"
    )
    repo.document("PRE-MOP-001", statut="applicable", redacteur="P03", approbateur="P02")

    (finding,) = repo.findings("missing-people")

    assert finding.values["what"] == "verificateur"


def test_another_tree_answers_for_the_keys_it_maps(repo: Repo) -> None:
    """The key is named in the platform's own word; a file without header has another fault."""
    repo.settings({"lecture": {"racines": ["documents"], "cles": {"redacteur": "author"}}})
    repo.document("PRE-PRO-001", statut="applicable")
    repo.write("documents/PRE/PRE-PRO-002-document.md", "# PRE-PRO-002 Sans en-tête\n")

    (finding,) = repo.findings("missing-people")

    assert finding.values["what"] == "author"
