"""Which version readers have while others are written, approved, or wait for their day."""

from dataclasses import replace
from datetime import date

import pytest

from smq import lifecycle
from smq.model import ApprovalRecord, Document, QualitySystem, Status
from tests.conftest import Repo

PATH = "documents/PRE/PRE-PRO-001-document.md"


@pytest.fixture
def system(repo: Repo) -> QualitySystem:
    """Return a platform with one draft."""
    repo.document("PRE-PRO-001")
    return repo.system()


def version(
    system: QualitySystem,
    number: str,
    state: Status = Status.IN_FORCE,
    *,
    approved: bool = True,
    day: date | None = date(2027, 1, 15),
    altered: bool = False,
) -> Document:
    """Return the one document of a platform as one of its versions."""
    record = ApprovalRecord(number, "P01", "approbateur", None, "git", None, None, None, 1, 1)
    return replace(
        system.documents[0],
        version=number,
        status=state,
        effective=day,
        approvals=(record,) if approved else (),
        altered=altered,
    )


def platform(system: QualitySystem, now: Document, *past: Document) -> QualitySystem:
    """Return a platform whose document is one version now, and was others before, newest first."""
    there = replace(system, documents=(now,))
    return replace(there, earlier=lifecycle.newest_in_force(past, there))


def readers_have(system: QualitySystem, now: Document, *past: Document) -> Document | None:
    """Return the version that readers rely on."""
    return lifecycle.version_in_force(now, platform(system, now, *past))


def test_approved_for_a_day_to_come(system: QualitySystem) -> None:
    """Until its day the version before is in force; from its day on it is itself."""
    second = version(system, "2", Status.APPROVED, day=date(2027, 3, 15))
    first = version(system, "1")

    assert readers_have(system, second, first) is first
    then = replace(system, today=date(2027, 3, 15))
    assert readers_have(then, second, first) is second


def test_approved_and_not_published(system: QualitySystem) -> None:
    """Without a day nothing has come into force."""
    second = version(system, "2", Status.APPROVED, day=None)
    first = version(system, "1")

    assert readers_have(system, second, first) is first
    assert readers_have(system, second) is None


def test_changed_since_its_approval(system: QualitySystem) -> None:
    """The content approved is in force, wherever history holds it; what says so since is not."""
    changed = version(system, "2", altered=True)
    approved = version(system, "2")

    found = readers_have(system, changed, changed, approved, version(system, "1"))

    assert found is approved


def test_what_history_cannot_confirm_stays_in_force(system: QualitySystem) -> None:
    """No content is the one approved: the newest that says so is taken, and nobody loses it."""
    draft = version(system, "2", Status.DRAFT)
    newer, older = version(system, "2", altered=True), version(system, "2", altered=True)

    assert readers_have(system, draft, newer, older) is newer


def test_a_draft_has_the_version_it_names(system: QualitySystem) -> None:
    """Neither another version, nor one that nobody approved, nor one withdrawn."""
    draft = version(system, "2", Status.DRAFT)

    assert readers_have(system, draft, version(system, "1")) is None
    assert readers_have(system, draft, version(system, "2", approved=False)) is None
    assert readers_have(system, draft, version(system, "2", Status.WITHDRAWN)) is None
    second = version(system, "2")
    assert readers_have(system, draft, version(system, "2", Status.IN_REVIEW), second) is second


def test_another_document_of_that_name(system: QualitySystem) -> None:
    """A file that was another document before says nothing of this one."""
    draft = version(system, "1", Status.DRAFT)
    other = replace(version(system, "1"), id="a2a2a2a2")

    assert readers_have(system, draft, other) is None


def test_the_end_of_a_code(system: QualitySystem) -> None:
    """What is withdrawn is in force for nobody."""
    assert (
        readers_have(system, version(system, "2", Status.WITHDRAWN), version(system, "2")) is None
    )


@pytest.mark.parametrize(
    ("number", "state", "altered", "expected"),
    [
        ("", Status.DRAFT, False, "1"),
        ("1", Status.DRAFT, False, "2"),
        ("2.1", Status.IN_REVIEW, False, "3"),
        ("10", Status.DRAFT, False, "11"),
        ("2", Status.IN_FORCE, False, "2"),
        ("2", Status.IN_FORCE, True, "3"),
        ("2", Status.APPROVED, False, "2"),
        ("A", Status.DRAFT, False, ""),
    ],
)
def test_the_version_to_come(
    system: QualitySystem, number: str, state: Status, altered: bool, expected: str
) -> None:
    """The next whole number while something is being written; else the one that is there."""
    document = version(system, number, state, altered=altered)

    assert lifecycle.coming_version(document, system.settings) == expected


def test_the_version_that_the_history_announces(repo: Repo) -> None:
    """Whoever wrote the line of version 4 already means version 4."""
    line = {"version": "4", "objet": "Refonte"}
    repo.document("PRE-PRO-001", version="2", historique=[{"version": "1", "objet": "x"}, line])
    system = repo.system()

    assert lifecycle.coming_version(system.documents[0], system.settings) == "4"


def test_versions_in_order() -> None:
    """2.10 comes after 2.9; what is no number comes before all."""
    written = ["2.10", "10", "2.9", "A", "2"]

    assert sorted(written, key=lifecycle.version_order) == ["A", "2", "2.9", "2.10", "10"]


def test_who_may_approve(repo: Repo) -> None:
    """For a register, an external text, the reviewers' roles count; no role asked is anybody's."""
    for kind in ("PRO", "REG"):
        repo.document(f"PRE-{kind}-001")
    asked = {"verificateur": {"*": ["qualite"]}}
    repo.settings({"roles": asked})
    system = repo.system()
    assert [lifecycle.approving_roles(d, system) for d in system.documents] == [(), ()]

    repo.settings({"roles": {**asked, "approbateur": {"*": ["direction"]}}})
    system = repo.system()
    assert [lifecycle.approving_roles(d, system) for d in system.documents] == [
        ("direction",),
        ("direction", "qualite"),
    ]
