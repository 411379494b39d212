"""A tree that smq did not make, checked as it stands (`lecture`)."""

from typing import Any

import pytest

from smq.model import Status
from tests.conftest import Repo
from tests.load.places import problems

READING: dict[str, Any] = {
    "racines": ["procedures"],
    "cles": {"code": "doc_id", "titre": "title", "type": "doc_type", "statut": "status"},
    "statuts": {"effective": "applicable", "draft": "projet"},
}


@pytest.fixture
def foreign(repo: Repo) -> Repo:
    """Return a platform that reads another tool's tree."""
    repo.settings(
        {
            "lecture": READING,
            "codification": {"motif": "{type}-{numero:02}", "types": {"SOP": "PRO"}},
        }
    )
    return repo


def test_their_words(foreign: Repo) -> None:
    """Keys, statuses and types are read in the words of the tree."""
    foreign.write(
        "procedures/a.md",
        """
        ---
        doc_id: SOP-04
        title: Weighing
        doc_type: Standard operating procedure
        status: effective
        ---
        """,
    )

    (document,) = foreign.system().documents

    assert (document.code_text, document.title, document.type) == ("SOP-04", "Weighing", "PRO")
    assert document.status is Status.IN_FORCE
    assert document.at_field("titre").line == 3


def test_type_mapped_by_the_settings(foreign: Repo) -> None:
    """`lecture.types` decides before the code does."""
    foreign.settings({"lecture": {**READING, "types": {"Form": "FOR"}}})
    foreign.write("procedures/a.md", "---\ndoc_id: SOP-04\ndoc_type: Form\n---\n")

    assert foreign.system().documents[0].type == "FOR"


def test_status_without_a_word_of_ours(foreign: Repo) -> None:
    """A status that nothing maps counts as none."""
    foreign.write("procedures/a.md", "---\ndoc_id: SOP-04\nstatus: approved\n---\n")

    assert foreign.system().documents[0].status is None


ALL_THREE = "---\ndoc_id: SOP-01\n---\n\n# SOP-03 Weighing\n"


@pytest.mark.parametrize(
    ("order", "code"),
    [
        (["entete", "nom_de_fichier", "premier_titre"], "SOP-01"),
        (["nom_de_fichier", "entete"], "SOP-02"),
        (["premier_titre", "entete"], "SOP-03"),
        (None, "SOP-01"),
    ],
)
def test_order_of_sources(foreign: Repo, order: list[str] | None, code: str) -> None:
    """The code is taken where `code_dans` says, in its order."""
    foreign.settings({"lecture": READING | ({"code_dans": order} if order else {})})
    foreign.write("procedures/SOP-02-weighing.md", ALL_THREE)

    (document,) = foreign.system().documents

    assert document.code_text == code


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("SOP-02-weighing.md", "# Weighing\n", "SOP-02"),
        ("SOP-02 Weighing.md", "---\ntitle: T\n---\n", "SOP-02"),
        ("weighing.md", "# SOP-03: Weighing\n", None),  # a colon does not end a code
        ("weighing.md", "# SOP-03 – Weighing\n", "SOP-03"),
        ("README.md", "# How to weigh\n", None),
    ],
)
def test_code_without_a_key(foreign: Repo, name: str, content: str, code: str | None) -> None:
    """A file without a code anywhere is no document, one whose name or first title has it is."""
    foreign.write(f"procedures/{name}", content)

    assert [d.code_text for d in foreign.system().documents] == ([code] if code else [])


def test_header_only(foreign: Repo) -> None:
    """When only headers count, a file without one is no document, whatever its name."""
    foreign.settings({"lecture": {**READING, "code_dans": ["entete"]}})
    foreign.write("procedures/SOP-02-weighing.md", "# Notes\n")

    assert foreign.system().documents == ()


def test_no_fault_of_theirs(foreign: Repo) -> None:
    """A file without header is a link's target: at most a note, never a missing header."""
    path = foreign.write("procedures/README.md", "# How to weigh\n")

    system = foreign.system()

    assert problems(system, path) == [("no-code", 1, 1)]
    assert path in system.files


def test_flat_links(foreign: Repo) -> None:
    """Links may be a flat list; their kind is then `reference`."""
    foreign.write("procedures/a.md", "---\ndoc_id: SOP-01\nliens: [SOP-02, SOP-03]\n---\n")

    links = foreign.system().documents[0].links

    assert [(link.target, link.kind) for link in links] == [
        ("SOP-02", "reference"),
        ("SOP-03", "reference"),
    ]


def test_key_with_accents(foreign: Repo) -> None:
    """A key written on a Mac is the key of the settings."""
    foreign.settings({"lecture": {**READING, "cles": {"code": "num\u00e9ro"}}})
    foreign.write("procedures/a.md", "---\nnume\u0301ro: SOP-01\n---\n")

    assert foreign.system().documents[0].code_text == "SOP-01"
