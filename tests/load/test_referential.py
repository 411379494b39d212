"""Referentials, chains, answers and records as read, with the place of what is wrong."""

from datetime import date

import pytest

from smq import private
from smq.load.chains import read_chains
from smq.load.declarations import read_declarations
from smq.load.filed import read_filed
from smq.load.referential import read_referentials
from smq.model import Location, Problem
from smq.model.chain import Chain, ChainLink
from smq.model.referential import (
    Criterion,
    Declaration,
    Level,
    Mark,
    Nature,
    Referential,
    Source,
)
from tests.conftest import Repo

PATH = "referentiel/referentiels/essai.yaml"
CHAIN = "referentiel/chaines/essai.yaml"
SIDECAR = "enregistrements/PIL/lettre.yaml"


def places(problems: list[Problem]) -> list[tuple[str, int | None, int | None]]:
    """Return kind, line and column of each problem."""
    return [(p.kind, p.location.line, p.location.column) for p in problems]


def read(repo: Repo, text: str) -> tuple[Referential | None, list[Problem]]:
    """Return the referential that a text makes, and what is wrong in it."""
    repo.write(PATH, text)
    problems: list[Problem] = []
    found = read_referentials(repo.root, ("essai",), problems)
    return (found[0] if found else None), problems


def test_a_criterion_as_written(repo: Repo) -> None:
    """Everything that a criterion says is read."""
    found, problems = read(
        repo,
        """
        titre: Essai
        version: "2"
        mention: non officiel
        chapitres: [{code: a, titre: Premier}, {code: b, titre: Second}]
        criteres:
          - id: A-1
            chapitre: b
            titre: Rendre compte
            niveau: prioritaire
            marque: programme
            etapes: [label, suivi]
            si: "rd in activites"
            nature: to_be_read
            sources: [{type: iso9001, edition: "2015", clause: "8.2"}, {type: page, section: X}]
            aide: Regarder.
        """,
    )

    assert problems == []
    assert found is not None
    assert (found.name, found.title, found.version, found.notice) == (
        *("essai", "Essai", "2"),
        "non officiel",
    )
    assert list(found.chapters.items()) == [("a", "Premier"), ("b", "Second")]
    assert found.criteria == (
        Criterion(
            id="A-1",
            chapter="b",
            title="Rendre compte",
            level=Level.PRIORITY,
            mark=Mark.PROGRAMME,
            nature=Nature.TO_BE_READ,
            stages=("label", "suivi"),
            condition="rd in activites",
            evidence=None,
            sources=(Source("iso9001", None, "2015", "8.2"), Source("page", "X")),
            help="Regarder.",
            location=Location(PATH, 6, 9),
        ),
    )


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("- {id: A-1, niveau: haut}", ("ill-formed-criterion", 3, 23)),
        ("- {id: A-1, marque: officiel}", ("ill-formed-criterion", 3, 23)),
        ("- {id: A-1, nature: calcul}", ("ill-formed-criterion", 3, 23)),
        ("- {id: A-1, etapes: [label, fin]}", ("ill-formed-criterion", 3, 31)),
        ("- {id: A-1, preuve: rien}", ("ill-formed-criterion", 3, 23)),
        ("- {id: [A-1]}", ("ill-formed-criterion", 3, 10)),
        ("- {titre: Sans identifiant}", ("ill-formed-criterion", 3, 5)),
        ("- A-1", ("ill-formed-criterion", 3, 5)),
        ("- {id: A-1, nivau: attendu}", ("unknown-criterion-key", 3, 15)),
        ("- {id: A-1, titre: a, titre: b}", ("duplicate-key", 3, 25)),
        ("- {id: A-1", ("unreadable-header", 4, 1)),
    ],
)
def test_what_is_wrong_has_a_place(repo: Repo, line: str, place: tuple[str, int, int]) -> None:
    """Line and column of the word; nothing is raised."""
    _found, problems = read(repo, f"mention: essai\ncriteres:\n  {line}\n")

    assert place in places(problems)


def test_a_file_that_says_nothing_of_itself(repo: Repo) -> None:
    """A referential must say what every output shows: that it is not official."""
    found, problems = read(repo, "criteres: []\n")

    assert found is not None
    assert places(problems) == [("ill-formed-criterion", 1, 1)]


@pytest.mark.parametrize("content", ["", "- a\n", "criteres: {a: 1}\n", "chapitres: 3\n", "\t:"])
def test_a_file_that_is_no_referential(repo: Repo, content: str) -> None:
    """It is a problem, not a crash."""
    _found, problems = read(repo, content)

    assert problems


def test_a_referential_that_is_not_there(repo: Repo) -> None:
    """The name that smq.yaml gives is the problem's; the others are read in their order."""
    repo.write("referentiel/referentiels/b.yaml", "mention: x\n")
    repo.write("referentiel/referentiels/a.yaml", "mention: x\n")
    problems: list[Problem] = []

    found = read_referentials(repo.root, ("b", "c", "a"), problems)

    assert [referential.name for referential in found] == ["b", "a"]
    assert [(p.kind, dict(p.values)["name"]) for p in problems] == [("missing-referential", "c")]


def test_a_chain_as_written(repo: Repo) -> None:
    """A link starts from the first table unless it says otherwise."""
    repo.write(
        CHAIN,
        """
        titre: Essai
        depart: analyses
        maillons:
          - {registre: demandes, colonne: demande}
          - {registre: factures, depuis: lignes, colonne: facture, facultatif: true}
        """,
    )
    problems: list[Problem] = []

    found = read_chains(repo.root, problems)

    assert problems == []
    assert found["essai"] == Chain(
        name="essai",
        title="Essai",
        start="analyses",
        links=(
            ChainLink("demandes", "analyses", "demande"),
            ChainLink("factures", "lignes", "facture", optional=True),
        ),
        location=Location(CHAIN, 1, 1),
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("maillons: []\n", ("ill-formed-criterion", 1, 1)),
        ("depart: a\nmaillons:\n  - {colonne: x}\n", ("ill-formed-criterion", 3, 5)),
        ("depart: a\nmaillons:\n  - {registre: x}\n", ("ill-formed-criterion", 3, 5)),
        ("depart: a\nmaillon: []\n", ("unknown-criterion-key", 2, 1)),
        (
            "depart: a\nmaillons: [{registre: x, colonne: y, facultatif: parfois}]\n",
            ("ill-formed-criterion", 2, 50),
        ),
    ],
)
def test_what_is_wrong_in_a_chain(repo: Repo, text: str, place: tuple[str, int, int]) -> None:
    """A chain without start, a link without table or column, a misspelt key."""
    repo.write(CHAIN, text)
    problems: list[Problem] = []

    read_chains(repo.root, problems)

    assert place in places(problems)


def test_answers_as_written(repo: Repo) -> None:
    """The word of the answer is read whatever its case."""
    repo.write(
        "evaluation.yaml",
        "criteres:\n  A-1: {statut: Sans objet, motif: Non, par: P01, date: 2027-02-20}\n",
    )
    problems: list[Problem] = []

    found = read_declarations(repo.root, problems)

    assert problems == []
    assert found == (
        Declaration(
            *("A-1", "sans objet", "Non", "P01"),
            date(2027, 2, 20),
            Location("evaluation.yaml", 2, 3),
        ),
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("critere:\n  A-1: {}\n", ("unknown-criterion-key", 1, 1)),
        ("criteres:\n  A-1: satisfait\n", ("ill-formed-declaration", 2, 8)),
        ("criteres: [A-1]\n", ("ill-formed-declaration", 1, 11)),
        ("criteres:\n  A-1: {status: x}\n", ("unknown-criterion-key", 2, 9)),
        ("criteres:\n  A-1: {date: 20/02/2027}\n", ("ill-formed-declaration", 2, 15)),
        ("criteres:\n  A-1: {par: [P01]}\n", ("ill-formed-declaration", 2, 14)),
        ("- A-1\n", ("unreadable-header", 1, 1)),
    ],
)
def test_what_is_wrong_in_answers(repo: Repo, text: str, place: tuple[str, int, int]) -> None:
    """Line and column of the word."""
    repo.write("evaluation.yaml", text)
    problems: list[Problem] = []

    read_declarations(repo.root, problems)

    assert place in places(problems)


def test_a_record_as_written(repo: Repo) -> None:
    """The file beside the sidecar is hashed as it is now; the hash is read in any writing."""
    digest = private.digest_of(b"lettre")
    repo.write("enregistrements/PIL/Lettre signée.pdf", b"lettre")
    repo.write(
        SIDECAR,
        f"id: k7m2x9qa\ntitre: Lettre\nformulaire: PIL-MOD-001\ndate: 2027-01-15\n"
        f"signataires: [P01, P02]\nfichier: Lettre signée.pdf\nsha256: sha256:{digest.upper()}\n",
    )
    problems: list[Problem] = []

    (found,) = read_filed(repo.root, problems)

    assert problems == []
    assert found.intact
    assert (found.form, found.dated, found.signatories) == (
        *("PIL-MOD-001", date(2027, 1, 15)),
        ("P01", "P02"),
    )
    assert found.file == "enregistrements/PIL/Lettre signée.pdf"


@pytest.mark.parametrize("name", ["../smq.yaml", "/etc/passwd", "..", "a\\b", '"a/b"', '""'])
def test_a_record_never_looks_elsewhere(repo: Repo, name: str) -> None:
    """A path in the place of a name is a problem, and is not followed."""
    repo.write(SIDECAR, f"id: a\nfichier: {name}\n")
    problems: list[Problem] = []

    (found,) = read_filed(repo.root, problems)

    assert (found.file, found.actual) == (None, None)
    assert places(problems) == [("ill-formed-record", 2, 10)]


def test_a_record_that_is_a_link(repo: Repo) -> None:
    """A symbolic link is not the file that was filed."""
    repo.write("ailleurs.pdf", b"lettre")
    repo.write(SIDECAR, f"fichier: a.pdf\nsha256: {private.digest_of(b'lettre')}\n")
    (repo.root / "enregistrements/PIL/a.pdf").symlink_to(repo.root / "ailleurs.pdf")

    (found,) = read_filed(repo.root, [])

    assert not found.intact


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("id: a\ndate: 15/01/2027\n", ("ill-formed-record", 2, 7)),
        ("id: a\nsignatair: [P01]\n", ("unknown-record-key", 2, 1)),
        ("id: [a]\n", ("ill-formed-record", 1, 5)),
        ("rien", ("unreadable-header", 1, 1)),
    ],
)
def test_what_is_wrong_in_a_record(repo: Repo, text: str, place: tuple[str, int, int]) -> None:
    """Line and column of the word."""
    repo.write(SIDECAR, text)
    problems: list[Problem] = []

    read_filed(repo.root, problems)

    assert place in places(problems)
