"""A document takes another code: what follows, what stays, and what is refused."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smq import files
from smq.approvals.fingerprint import fingerprint
from smq.errors import SmqError
from smq.links import Index
from smq.load.evidence import with_evidence
from smq.operations.renumber import Renumbered, renumber
from tests.conftest import Repo

OLD = "PRE-PRO-001"


def renumbered(repo: Repo, new: str, *, taken: tuple[str, ...] = ()) -> Renumbered:
    """Return the renumbering of the document `OLD`."""
    system = with_evidence(repo.system(), repo.root)
    (document,) = system.with_code(OLD)
    return renumber(
        system, document, new, taken=taken, read=lambda path: files.read(repo.root, path)
    )


def applied(repo: Repo, new: str) -> Renumbered:
    """Renumber on the disk and return what was done."""
    done = renumbered(repo, new)
    files.apply(repo.root, done.renamed.changes)
    return done


def test_everything_that_cites_it_follows(repo: Repo) -> None:
    """Text, header, settings, register, answer, file name and relative link."""
    repo.document(OLD, f"Moi, {OLD}.\n")
    other = repo.document(
        "MAD-PRO-001",
        f"Voir {OLD} et [elle](../PRE/{OLD}-document.md).\n",
        liens={"procedures": [OLD]},
    )
    repo.write("registres/objectifs.csv", f"id;preuve\r\nO1;{OLD}\r\n".encode())
    repo.write("evaluation.yaml", f"criteres:\n  X: {{preuve: {OLD}}}\n")

    applied(repo, "PRE-PRO-012")

    assert (repo.root / "documents/PRE/PRE-PRO-012-document.md").is_file()
    text = (repo.root / other).read_text(encoding="utf-8")
    assert "Voir PRE-PRO-012 et [elle](../PRE/PRE-PRO-012-document.md)." in text
    assert "- PRE-PRO-012\n" in text
    for path in ("registres/objectifs.csv", "evaluation.yaml"):
        assert "PRE-PRO-012" in (repo.root / path).read_text(encoding="utf-8")
    assert not [d for d in repo.system().documents if OLD in str(d.body.mentions)]


@pytest.mark.parametrize(
    ("header", "aliases"),
    [({}, ()), ({"version": "1", "statut": "applicable"}, (OLD,)), ({"statut": "retire"}, (OLD,))],
)
def test_an_approved_code_stays_as_an_alias(
    repo: Repo, header: dict[str, Any], aliases: tuple[str, ...]
) -> None:
    """A code seen outside still leads to its document; one of a draft is forgotten."""
    repo.document(OLD, **header)

    applied(repo, "PRE-PRO-002")
    (document,) = repo.system().documents

    assert (document.code_text, document.aliases) == ("PRE-PRO-002", aliases)


def test_a_code_of_another_process_takes_the_document_there(repo: Repo) -> None:
    """Process and folder follow, and so does the master file beside it."""
    repo.document(OLD, original="Mode d'emploi.pdf")
    repo.write("documents/PRE/Mode d'emploi.pdf", b"%PDF-1.4")

    applied(repo, "mad-pro-4")
    (document,) = repo.system().documents

    assert (document.code_text, document.process) == ("MAD-PRO-004", "MAD")
    assert document.path == "documents/MAD/MAD-PRO-004-document.md"
    assert (repo.root / "documents/MAD/Mode d'emploi.pdf").is_file()


@pytest.mark.parametrize(
    ("new", "sentence"),
    [
        ("PRE-PRO-002", "PRE-PRO-002 is the code of documents/PRE/PRE-PRO-002-document.md."),
        ("PRE-PRO-003", "is a former code of documents/PRE/PRE-PRO-002-document.md"),
        ("PRE-PRO-0004", "PRE-PRO-0004 was given before, and no number is given twice."),
        ("PRE-MOP-001", "PRE-PRO-001 is a PRO and stays one"),
        ("PRE-XYZ-001", "«PRE-XYZ-001» is no code of this platform."),
        (OLD, "carries this code already"),
    ],
)
def test_codes_that_cannot_be_taken(repo: Repo, new: str, sentence: str) -> None:
    """The refusal says why, and names the next number that is free."""
    repo.document(OLD)
    repo.document("PRE-PRO-002", alias=["PRE-PRO-003"])

    with pytest.raises(SmqError) as caught:
        renumbered(repo, new, taken=("PRE-PRO-004",))

    said = str(caught.value)
    assert sentence in said
    if new != OLD:
        assert caught.value.values["next"] == "PRE-PRO-005"


def test_a_code_that_several_carry(repo: Repo) -> None:
    """Which of them is meant cannot be told: `--auto` is named."""
    repo.document(OLD)
    path = repo.root / "documents/PRE" / f"{OLD}-document.md"
    path.with_name("autre.md").write_bytes(path.read_bytes().replace(b"id: k", b"id: z"))
    system = repo.system()

    with pytest.raises(SmqError, match="Several documents carry the code") as caught:
        renumber(system, system.documents[0], "PRE-PRO-002", taken=(), read=lambda _path: None)
    assert "smq renumber --auto" in str(caught.value.hint)


def test_who_read_what_stays(repo: Repo) -> None:
    """An acknowledgement is never rewritten: it says under which code the text was read."""
    repo.document(OLD, version="1", statut="applicable")
    path = f"enregistrements/lectures/{OLD}_v1_p03_0a1b2c3d.yaml"
    repo.write(path, f"document: k7m2x9qa\ncode: {OLD}\nversion: '1'\npar: P03\n")
    before = (repo.root / path).read_bytes()

    applied(repo, "PRE-PRO-002")

    assert (repo.root / path).read_bytes() == before


def test_history_says_what_was(repo: Repo) -> None:
    """A line of the history names the code of its time."""
    history = [{"version": "1", "date": "2026-12-01", "objet": f"Suit {OLD}", "par": "P03"}]
    repo.document(OLD)
    path = repo.document("MAD-PRO-001", historique=history)

    applied(repo, "PRE-PRO-002")

    assert f"Suit {OLD}" in (repo.root / path).read_text(encoding="utf-8")


WORDS = st.lists(
    st.sampled_from(
        [
            *(OLD, f"`{OLD}`", f"[[{OLD}]]", f"[[{OLD}|elle]]", "MAD-PRO-001", "[[MAD-FOR-001]]"),
            *(f"[x](../PRE/{OLD}-document.md)", f"**{OLD}**", "# Titre", "mot", "é ’ \u00a0", "\n"),
            *(f"<!-- {OLD} -->", "- item", "| a | b |", f"({OLD})", f"«{OLD}»,"),
        ]
    ),
    max_size=14,
).map(" ".join)


@given(own=WORDS, other=WORDS, crlf=st.booleans(), approved=st.booleans())
def test_no_approval_is_broken(own: str, other: str, crlf: bool, approved: bool) -> None:
    """The fingerprint of every document is the same before and after: approvals still hold."""
    with tempfile.TemporaryDirectory() as folder:
        repo = Repo(Path(folder))
        repo.settings({})
        repo.write("referentiel/types/PRO.yaml", "code: PRO\n")
        repo.write("referentiel/types/FOR.yaml", "code: FOR\n")
        version = "1" if approved else ""
        repo.document(OLD, own, version=version, liens={"formulaires": ["MAD-FOR-001"]})
        path = repo.document("MAD-PRO-001", other, version="1", liens={"reference": [OLD]})
        repo.document("MAD-FOR-001", f"{other}\n\n{own}", resume=f"Pour {OLD}")
        if crlf:
            raw = (repo.root / path).read_bytes()
            (repo.root / path).write_bytes(raw.replace(b"\n", b"\r\n"))
        before = _fingerprints(repo)

        applied(repo, "PRE-PRO-044")

        assert _fingerprints(repo) == before


def _fingerprints(repo: Repo) -> dict[str | None, str]:
    system = repo.system()
    index = Index(system)

    def read(path: str) -> bytes | None:
        return files.read(repo.root, path)

    return {
        document.id: fingerprint(document, read(document.path) or b"", "1", index, read)
        for document in system.documents
    }
