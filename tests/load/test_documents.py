"""Reading traps of documents: each is a problem with its place, never a crash."""

import builtins
import os
from typing import Any

import pytest

from smq.model import Status, text_of
from tests.conftest import Repo
from tests.load.places import Place, problems

PATH = "documents/PRE/PRE-PRO-001-a.md"


def test_values_stay_text(repo: Repo) -> None:
    """A version 3.10 stays 3.10, and words that YAML knows stay words."""
    repo.write(
        PATH,
        """
        ---
        code: PRE-PRO-001
        version: 3.10
        titre: non
        redacteur: 007
        criteres: [on, 1e3]
        ---
        """,
    )

    (document,) = repo.system().documents

    assert (document.version, document.title, document.author) == ("3.10", "non", "007")
    assert document.criteria == ("on", "1e3")


def test_date_that_does_not_exist(repo: Repo) -> None:
    """A date of the thirteenth month is a problem at its place."""
    repo.write(PATH, "---\ncode: PRE-PRO-001\ndate_application: 2026-13-24\n---\n")

    system = repo.system()

    assert problems(system) == [("ill-typed-field", 3, 19)]
    assert system.documents[0].effective is None
    assert dict(system.problems[0].values)["written"] == "2026-13-24"


@pytest.mark.parametrize(
    "written", ["24/12/2026", "2026-1-2", "bientôt", "[]", "{a: 1}", "２０２６-01-02"]
)
def test_other_writings_of_a_date(repo: Repo, written: str) -> None:
    """In a file a date has one writing."""
    repo.write(PATH, f"---\ncode: PRE-PRO-001\nprochaine_revue: {written}\n---\n")

    assert ("ill-typed-field", 3, 18) in problems(repo.system())


def test_duplicate_keys(repo: Repo) -> None:
    """A key written twice is found at its second place, at any depth; the first one counts."""
    repo.write(
        PATH,
        """
        ---
        code: PRE-PRO-001
        titre: Un
        titre: Deux
        liens:
          formulaires: []
          formulaires: []
        historique:
          - {version: "1", version: "2"}
        ---
        """,
    )

    system = repo.system()

    assert problems(system) == [
        ("duplicate-key", 4, 1),
        ("duplicate-key", 7, 3),
        ("duplicate-key", 9, 20),
    ]
    assert system.documents[0].title == "Un"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("---\ncode: PRE-PRO-001\n---\n---\nstatut: projet\n---\n", [("two-headers", 4, 1)]),
        ("---\ncode: PRE-PRO-001\n\n## Objet\n", [("unreadable-header", 1, 1)]),
        ("---\n- code\n- titre\n---\n", [("unreadable-header", 2, 1)]),
        ("---\n---\n", [("unreadable-header", 2, 1)]),
        ("---\ncode: &a PRE-PRO-001\ntitre: *a\n---\n", [("unreadable-header", 2, 7)]),
        ("---\ncode: PRE-PRO-001\n\ttitre: T\n---\n", [("unreadable-header", 3, 1)]),
        ("## Objet\n", [("missing-header", 1, 1)]),
        (
            "---\ncode: PRE-PRO-001\n<<<<<<< HEAD\nstatut: a\n=======\nstatut: b\n>>>>>>> x\n---\n",
            [("merge-marker", 3, 1)],
        ),
        ("---\n<<<<<<< HEAD\ncode: a\n", [("merge-marker", 2, 1)]),
        ("---\ncode: PRE-PRO-001\n---\n\n<<<<<<< HEAD\n", [("merge-marker", 5, 1)]),
        (
            "---\ncode: a: b\n---\n\n<<<<<<< HEAD\n",
            [("merge-marker", 5, 1), ("unreadable-header", 2, 8)],
        ),
    ],
)
def test_header_that_cannot_be_read(repo: Repo, content: str, expected: list[Place]) -> None:
    """Each fault of a header is said once, at its place; a merge marker in it says enough."""
    repo.write(PATH, content)

    assert problems(repo.system()) == expected


def test_code_of_an_unreadable_document(repo: Repo) -> None:
    """A document whose header cannot be read keeps the code of its name: links to it hold."""
    repo.write(PATH, "---\ncode: [\n---\n")

    (document,) = repo.system().documents

    assert (document.code_text, document.code_source) == ("PRE-PRO-001", "nom_de_fichier")


@pytest.mark.parametrize(
    ("raw", "kind"),
    [(b"", "empty-file"), (b" \n\t\n", "empty-file"), (b"PK\x03\x04\0", "binary-file")],
)
def test_no_document(repo: Repo, raw: bytes, kind: str) -> None:
    """An empty or a binary file is no document, and is said to be so."""
    repo.write(PATH, raw)

    system = repo.system()

    assert problems(system) == [(kind, 1, 1)]
    assert system.documents == ()


TEXT = (
    "---\ncode: PRE-PRO-001\ntitre: Préparer\nversion: [a]\n---\n\n## Étape\n\nVoir PRE-PRO-002.\n"
)


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("cp1252"),
        TEXT.encode("utf-16"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r\n").encode("utf-16"),
        TEXT.replace("\n", "\r").encode(),
    ],
    ids=["utf-8", "bom", "cp1252", "utf-16", "crlf", "utf-16-crlf", "cr"],
)
def test_same_places_in_every_encoding(repo: Repo, raw: bytes) -> None:
    """Encoding, byte-order mark and line ends move no line and no column."""
    repo.write(PATH, raw)

    system = repo.system()
    (document,) = system.documents

    assert document.title == "Préparer"
    assert ("ill-typed-field", 4, 10) in problems(system)
    assert [(h.text, h.line, h.column) for h in document.body.headings] == [("Étape", 7, 1)]
    assert [(m.text, m.line, m.column) for m in document.body.mentions] == [("PRE-PRO-002", 9, 6)]


def test_accents_in_two_writings(repo: Repo) -> None:
    """A title and a file name written on a Mac are the same as elsewhere."""
    name = "documents/PRE/PRE-PRO-001-pre\u0301parer.md"
    repo.write(name, "---\ncode: PRE-PRO-001\ntitre: Pre\u0301parer\nalias: [e\u0301]\n---\n")

    system = repo.system()

    assert system.documents[0].title == "Pr\u00e9parer"
    assert system.documents[0].aliases == ("\u00e9",)
    assert "documents/PRE/PRE-PRO-001-pr\u00e9parer.md" in system.files


def test_title_of_a_mac_in_the_text(repo: Repo) -> None:
    """A title taken from the first heading is in the same writing as one from a header."""
    repo.write(PATH, "---\ncode: PRE-PRO-001\n---\n\n# Pre\u0301parer\n")

    assert repo.system().documents[0].title == "Pr\u00e9parer"


def test_list_where_a_text_is_expected(repo: Repo) -> None:
    """Values of another shape are problems at their place and count as absent."""
    repo.write(
        PATH,
        """
        ---
        code: PRE-PRO-001
        titre: [a, b]
        statut: {a: b}
        criteres: {a: b}
        alias: [[a], b]
        liens: [PRE-FOR-001, {a: b}]
        approbations: oui
        historique: [x]
        genere: peut-être
        ---
        """,
    )

    system = repo.system()
    (document,) = system.documents

    assert sorted(problems(system), key=lambda p: p[1] or 0) == [
        ("ill-typed-field", 3, 8),
        ("ill-typed-field", 4, 9),
        ("ill-typed-field", 5, 11),
        ("ill-typed-field", 6, 9),
        ("ill-typed-field", 7, 22),
        ("ill-typed-field", 8, 15),
        ("ill-typed-field", 9, 14),
        ("ill-typed-field", 10, 9),
    ]
    assert document.title == ""
    assert document.aliases == ("b",)
    assert [(link.target, link.kind) for link in document.links] == [("PRE-FOR-001", "reference")]


def test_whole_header(repo: Repo) -> None:
    """Everything that a header may hold is read, with the place of what has one."""
    repo.write(
        PATH,
        """
        ---
        code: PRE-PRO-001
        titre: Peser
        statut: applicable
        date_application: 2027-03-01
        genere: oui
        liens: {formulaires: [PRE-FOR-001], registres: PRE-REG-001}
        remplace: PRE-PRO-000
        approbations:
          - {version: "2", par: P01, date: 2027-02-20, preuve: a.pdf}
        historique:
          - {version: "1", date: 2026-12-01, objet: Création, par: P03}
        ---
        """,
    )

    (document,) = repo.system().documents

    assert document.status is Status.IN_FORCE
    assert document.generated
    assert [(d.target, d.kind, d.line, d.column) for d in document.links] == [
        ("PRE-FOR-001", "formulaires", 7, 23),
        ("PRE-REG-001", "registres", 7, 48),
        ("PRE-PRO-000", "remplace", 8, 11),
    ]
    (approval,) = document.approvals
    assert (approval.by, approval.mode, approval.proof, approval.line) == (
        "P01",
        "git",
        "a.pdf",
        10,
    )
    assert [(v.version, v.change, v.author) for v in document.history] == [("1", "Création", "P03")]
    assert text_of(document.field("remplace")) == "PRE-PRO-000"


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may open every file"
)
def test_file_that_may_not_be_opened(repo: Repo) -> None:
    """A file that this user may not open is said to be so, and its name keeps its code."""
    path = repo.document("PRE-PRO-001")
    (repo.root / path).chmod(0)

    system = repo.system(use_cache=True)

    assert problems(system) == [("unreadable-header", 1, 1)]
    assert system.find("PRE-PRO-001")


def test_file_that_disappears(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that cannot be read once listed is a problem, its code stays, and nothing is kept."""
    path = repo.document("PRE-PRO-001")
    whole = builtins.open

    def refusing(file: str, mode: str = "r", **how: Any) -> Any:
        if str(file) == str(repo.root / path):
            raise PermissionError
        return whole(file, mode, **how)

    with monkeypatch.context() as disk:
        disk.setattr(builtins, "open", refusing)
        system = repo.system(use_cache=True)

    assert problems(system, path) == [("unreadable-header", 1, 1)]
    assert system.find("PRE-PRO-001")
    assert problems(repo.system(use_cache=True)) == []
