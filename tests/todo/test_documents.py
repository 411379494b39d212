"""What waits in the life of documents: for whom, until when, with which command."""

from hashlib import sha256
from typing import Any

import pytest

from smq.model.task import Task, TaskKind
from smq.todo import todo
from tests.conftest import Repo

PEOPLE = {"redacteur": "P03", "verificateur": "P02", "approbateur": "P01"}


def tasks(repo: Repo, marks: dict[str, str] | None = None) -> tuple[Task, ...]:
    """Return what is to be done on the platform."""
    return todo(repo.system(), marks or {})


def one(repo: Repo, marks: dict[str, str] | None = None) -> Task:
    """Return the only thing to do."""
    (found,) = tasks(repo, marks)
    return found


def said(task: Task) -> tuple[TaskKind, str, str | None, str]:
    """Return what a person reads first of a task."""
    return task.kind, task.ref, task.name, task.command


def visa(**more: str) -> dict[str, Any]:
    """Return an approval of version 1."""
    return {"version": "1", "par": "P01", "role": "approbateur", "date": "2027-02-20", **more}


def test_a_draft_with_places_left_is_to_write(repo: Repo) -> None:
    """Its author fills it in; how much is left is counted."""
    repo.document("PRE-PRO-001", "[À compléter : délai]\n\n[À compléter : seuil]\n", **PEOPLE)

    task = one(repo)

    assert said(task) == (TaskKind.WRITE, "PRE-PRO-001", "Inès Vautrin", "smq fill PRE-PRO-001")
    assert (task.values["count"], task.location.line) == (2, 8)


def test_a_finished_draft_is_to_be_handed_over(repo: Repo) -> None:
    """Nothing is left to complete: its author submits it."""
    repo.document("PRE-PRO-001", **PEOPLE)

    assert said(one(repo)) == (
        TaskKind.SUBMIT,
        "PRE-PRO-001",
        "Inès Vautrin",
        "smq submit PRE-PRO-001",
    )


def test_without_an_author_the_owner_of_the_process_sees_to_it(repo: Repo) -> None:
    """Names that `submit` would ask for are asked by the command shown; a blank names nobody."""
    repo.document("PRE-PRO-001", redacteur="[À compléter : nom]", approbateur="P01")

    task = one(repo)
    assert task.kind is TaskKind.WRITE
    assert task.name == "Hugo Marchal"

    repo.document("PRE-PRO-001", approbateur="P01")
    assert one(repo).command == 'smq set PRE-PRO-001 "redacteur=…"'


def test_a_refusal_comes_back_with_its_reason(repo: Repo) -> None:
    """That of the version under way; once a version was approved, older ones are history."""
    refusal = {"version": "1", "date": "2027-02-25", "par": "P01", "motif": "Le seuil manque"}
    repo.document("PRE-PRO-001", **PEOPLE, refus=[refusal])

    task = one(repo)
    assert said(task) == (
        TaskKind.REFUSED,
        "PRE-PRO-001",
        "Inès Vautrin",
        "smq submit PRE-PRO-001",
    )
    assert (task.values["reason"], str(task.day)) == ("Le seuil manque", "2027-02-25")

    repo.document("PRE-PRO-001", **PEOPLE, refus=[refusal], version="1")
    assert one(repo).kind is TaskKind.SUBMIT


def test_in_review_the_reviewer_comes_first_then_the_approver(repo: Repo) -> None:
    """A visa of the reviewer for this very content sends it to the approver."""
    review = {**visa(mode="git"), "par": "P02", "role": "verificateur", "empreinte": "sha256:a"}
    path = repo.document("PRE-PRO-001", **PEOPLE, statut="en_verification", approbations=[review])

    command = "smq approve PRE-PRO-001 --by P01 --mode papier --proof …"
    approve = (TaskKind.APPROVE, "PRE-PRO-001", "Claire Fontaine", command)
    assert said(one(repo, {path: "sha256:a"})) == approve
    # Its text changed since: the reviewer reads it again.
    assert one(repo, {path: "sha256:b"}).kind is TaskKind.VERIFY


def test_whoever_uses_git_types_less(repo: Repo) -> None:
    """The visa of a person with an address of git is her own."""
    people = {**repo.values["personnes"]["P01"], "git": ["claire@example.org"]}
    repo.settings({"personnes": {**repo.values["personnes"], "P01": people}})
    header: dict[str, Any] = {**PEOPLE, "verificateur": None}
    repo.document("PRE-PRO-001", **header, statut="en_verification")

    assert one(repo).command == "smq approve PRE-PRO-001"


@pytest.mark.parametrize(
    ("version", "command"),
    [
        ("1", "smq publish PRE-PRO-001"),
        ("2", 'smq publish PRE-PRO-001 --change "…"'),
    ],
)
def test_an_approved_version_waits_for_its_day(repo: Repo, version: str, command: str) -> None:
    """One that has its day, even to come, waits for nobody."""
    record = {**visa(mode="git"), "version": version}
    header: dict[str, Any] = {
        **PEOPLE,
        "version": version,
        "statut": "approuve",
        "approbations": [record],
    }
    repo.document("PRE-PRO-001", **header)

    task = one(repo)
    assert (task.kind, task.command, str(task.day)) == (TaskKind.PUBLISH, command, "2027-02-20")

    repo.document("PRE-PRO-001", **header, date_application="2027-03-08")
    assert tasks(repo) == ()


def test_what_changed_after_its_approval_is_said(repo: Repo) -> None:
    """It says applicable and is a draft of the next version: `revise` goes on with it."""
    record = {**visa(mode="git"), "empreinte": f"sha256:{'0' * 64}"}
    header = {**PEOPLE, "version": "1", "statut": "applicable", "date_application": "2027-02-22"}
    repo.document("PRE-PRO-001", **header, approbations=[record])

    task = one(repo)
    assert said(task) == (
        TaskKind.ALTERED,
        "PRE-PRO-001",
        "Inès Vautrin",
        "smq revise PRE-PRO-001",
    )
    assert str(task.day) == "2027-02-20"


@pytest.mark.parametrize(
    ("review", "late"), [("2027-02-01", True), ("2027-04-30", False), ("2027-05-01", None)]
)
def test_a_review_is_told_two_months_before(repo: Repo, review: str, late: bool | None) -> None:
    """The owner of the process reads it again; what is past is late."""
    header = {**PEOPLE, "version": "1", "statut": "applicable", "date_application": "2025-02-01"}
    repo.document("PRE-PRO-001", **header, prochaine_revue=review, approbations=[visa(mode="git")])

    found = [(t.kind, t.name, t.late) for t in tasks(repo)]

    assert found == ([] if late is None else [(TaskKind.REVIEW, "Hugo Marchal", late)])


def test_a_visa_without_its_proof_is_said(repo: Repo) -> None:
    """Whoever entered it finds the proof; the command names the line of the visa."""
    old = visa(mode="git")
    records = [old, {**visa(mode="papier", saisie_par="P02"), "preuve": "scans/visa.pdf"}]
    header = {**PEOPLE, "version": "1", "statut": "applicable", "date_application": "2027-02-22"}
    repo.document("PRE-PRO-001", **header, approbations=records)

    assert said(one(repo)) == (
        TaskKind.PROOF,
        "PRE-PRO-001",
        "Hugo Marchal",
        'smq set PRE-PRO-001 "approbations[2].preuve=…"',
    )
    repo.write("scans/visa.pdf", b"%PDF-1.4")
    assert tasks(repo) == ()
    records[1]["empreinte_preuve"] = f"sha256:{sha256(b'another').hexdigest()}"
    repo.document("PRE-PRO-001", **header, approbations=records)
    assert "was changed" in (one(repo).note or "")


@pytest.mark.parametrize(
    ("code", "header"),
    [
        ("PRE-PRO-001", {"statut": "retire"}),
        ("PRE-ENR-001", {}),
        ("DOC-LIS-001", {"contenu": ["liste_documents"], "statut": "applicable"}),
    ],
)
def test_what_asks_nothing(repo: Repo, code: str, header: dict[str, Any]) -> None:
    """What is withdrawn, and what is never approved, waits for nobody."""
    repo.document(code, **{**PEOPLE, **header})

    assert tasks(repo) == ()


def test_a_code_taken_as_a_path_is_typed_between_quotes(repo: Repo) -> None:
    """A document without a code is named by its path, which may hold spaces."""
    repo.write(
        "documents/mes notes.md", "---\ntitre: Notes\nstatut: projet\n---\n\n[À compléter : x]\n"
    )

    assert one(repo).command == 'smq fill "documents/mes notes.md"'
