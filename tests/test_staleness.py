"""Links that are stale: which, since when, why; and what settles them."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from smq.model import QualitySystem
from smq.staleness import Cause, Look, Stale, resting_on, stale_links
from tests.conftest import TODAY, Repo
from tests.versions import VERIFIED, approved, confirmation, corrected, review

CITES = "Remplir PRE-FOR-001."


def stale(system: QualitySystem, code: str = "PRE-PRO-001") -> tuple[Stale, ...]:
    """Return the stale links of a document."""
    document = system.find(code)
    assert document is not None
    return stale_links(document, system)


def test_a_target_approved_anew(repo: Repo) -> None:
    """The document that cites it is told: which version, since when, after which look."""
    repo.document("PRE-FOR-001", **approved("2", "2027-01-28", "2027-02-01"))
    repo.document("PRE-PRO-001", CITES, **approved("1", VERIFIED))

    (found,) = stale(repo.system())

    assert (found.cause, found.target.label, found.version) == (Cause.NEWER, "PRE-FOR-001", "2")
    assert (found.since, found.change) == (date(2027, 2, 1), "Délais")
    assert (found.look, found.looked) == (Look.APPROVED, date(2027, 1, 15))


@pytest.mark.parametrize(
    "target",
    [
        approved("2", VERIFIED),
        approved("2", "2027-01-10", "2027-02-01"),
        approved("1", "2027-02-01"),
        corrected(approved("2", "2027-01-10"), "2027-02-01"),
        approved("2", "2027-02-01", statut="approuve", date_application="2027-03-02"),
    ],
    ids=["same day", "approved before", "first version", "editorial", "still to come"],
)
def test_what_makes_no_link_stale(repo: Repo, target: dict[str, Any]) -> None:
    """What was approved no later, a first version, a correction, a version of tomorrow."""
    repo.document("PRE-FOR-001", **target)
    repo.document("PRE-PRO-001", CITES, **approved("1", VERIFIED))

    assert [found.cause for found in stale(repo.system())] == []


def test_a_correction_of_the_document_itself_is_no_look(repo: Repo) -> None:
    """Under version 1.1, a slip of the pen, the links are as old as version 1."""
    repo.document("PRE-FOR-001", **approved("2", "2027-02-01"))
    repo.document("PRE-PRO-001", CITES, **corrected(approved("1", VERIFIED), "2027-02-20"))

    assert [found.looked for found in stale(repo.system())] == [date(2027, 1, 15)]


@pytest.mark.parametrize(
    ("events", "count"),
    [
        ({"confirmations": [confirmation("PRE-FOR-001", "2", "2027-02-03")]}, 0),
        ({"confirmations": [confirmation("PRE-FOR-001", "2", "2027-02-01")]}, 0),
        ({"confirmations": [confirmation("PRE-FOR-001", "1", "2027-02-03")]}, 1),
        ({"confirmations": [confirmation("PRE-FOR-001", "2", "2027-01-31")]}, 1),
        ({"confirmations": [confirmation("PRE-FOR-001", "2", "2027-03-02")]}, 1),
        ({"confirmations": [confirmation("PRE-FOR-002", "2", "2027-02-03")]}, 1),
        ({"confirmations": [{**confirmation("PRE-FOR-001", "2", "2027-02-03"), "par": ""}]}, 1),
        ({"revues": [review("1", "2027-02-03")]}, 0),
        ({"revues": [review("1", "2027-01-20")]}, 1),
        ({"revues": [review("1", "2027-02-03", "a_reviser")]}, 1),
    ],
)
def test_what_settles_a_link(repo: Repo, events: dict[str, Any], count: int) -> None:
    """Somebody's word on that very version, given after it; or a review that changes nothing."""
    repo.document("PRE-FOR-001", **approved("2", "2027-02-01"))
    repo.document("PRE-PRO-001", CITES, **approved("1", VERIFIED, **events))

    assert len(stale(repo.system())) == count


def test_a_confirmation_names_the_identifier(repo: Repo) -> None:
    """It holds when the code of the target changes."""
    path = repo.document("PRE-FOR-001", **approved("2", "2027-02-01"))
    identifier = next(d.id for d in repo.system().documents if d.path == path)
    row = confirmation(str(identifier), "2", "2027-02-03")
    repo.document(
        "PRE-PRO-001", "Remplir PRE-FOR-009.", **approved("1", VERIFIED, confirmations=[row])
    )
    text = (repo.root / path).read_text(encoding="utf-8")
    (repo.root / path).write_text(text.replace("PRE-FOR-001", "PRE-FOR-009"), encoding="utf-8")

    assert stale(repo.system()) == ()


def test_the_next_version_is_stale_again(repo: Repo) -> None:
    """The sentence then counts from the confirmation, which is the last look."""
    repo.document("PRE-FOR-001", **approved("3", "2027-02-20"))
    rows = [confirmation("PRE-FOR-001", "2", "2027-02-03")]
    repo.document("PRE-PRO-001", CITES, **approved("1", VERIFIED, confirmations=rows))

    (found,) = stale(repo.system())

    assert (found.version, found.look, found.looked) == ("3", Look.CONFIRMED, date(2027, 2, 3))


def test_the_three_causes(repo: Repo) -> None:
    """Newer, withdrawn, never in force: each is told apart, and a confirmation hides only one."""
    repo.document("PRE-FOR-001", **approved("2", "2027-02-01"))
    repo.document("PRE-FOR-002", **approved("2", "2027-02-01", statut="retire"))
    repo.document("PRE-FOR-003")
    repo.document(
        "PRE-FOR-004",
        **approved("1", "2027-02-01", statut="approuve", date_application="2027-04-01"),
    )
    rows = [confirmation(f"PRE-FOR-00{n}", "2", "2027-02-03") for n in (1, 2, 3)]
    body = "PRE-FOR-001, PRE-FOR-002, PRE-FOR-003, PRE-FOR-004."
    repo.document("PRE-PRO-001", body, **approved("1", VERIFIED))
    repo.document("PRE-PRO-002", body, **approved("1", VERIFIED, confirmations=rows))

    def causes(code: str) -> list[tuple[str, Cause]]:
        return [(found.target.label, found.cause) for found in stale(repo.system(), code)]

    others = [
        ("PRE-FOR-002", Cause.WITHDRAWN),
        ("PRE-FOR-003", Cause.NOT_IN_FORCE),
        ("PRE-FOR-004", Cause.NOT_IN_FORCE),
    ]
    assert causes("PRE-PRO-001") == [("PRE-FOR-001", Cause.NEWER), *others]
    assert causes("PRE-PRO-002") == others


def test_readers_of_a_target_being_revised(repo: Repo) -> None:
    """While version 3 is written, the documents that cite it rest on version 2, from history."""
    path = repo.document("PRE-FOR-001", **approved("2", "2027-02-01"))
    before = next(d for d in repo.system().documents if d.path == path)
    repo.document("PRE-FOR-001", **approved("2", "2027-02-01", statut="projet"))
    repo.document("PRE-PRO-001", CITES, **approved("1", VERIFIED))
    system = repo.system()

    assert stale(system) == ()
    assert [s.version for s in stale(replace(system, earlier={path: before}))] == ["2"]


@pytest.mark.parametrize("status", ["projet", "en_verification", "retire"])
def test_only_a_document_in_force_rests_on_others(repo: Repo, status: str) -> None:
    """A draft is read with what it cites when it is approved; what ended is read no more."""
    repo.document("PRE-FOR-001", **approved("2", "2027-02-01"))
    repo.document("PRE-PRO-001", CITES, **approved("1", VERIFIED, statut=status))

    assert stale(repo.system()) == ()


def test_what_it_replaces_and_its_process_are_no_ground(repo: Repo) -> None:
    """A document follows neither the one that it replaces nor the sheet of its process."""
    repo.document("PRE-FIP-001", **approved("2", "2027-02-01"))
    repo.document("PRE-PRO-002", **approved("2", "2027-02-01"))
    header = approved("1", VERIFIED, remplace=["PRE-PRO-002"])
    repo.document("PRE-PRO-001", "Remplace PRE-PRO-002.", **header)

    assert stale(repo.system()) == ()


def test_lists_and_records_rest_on_nothing(repo: Repo) -> None:
    """They are made by smq, or hold what happened: neither end of a stale link."""
    repo.document("PRE-FOR-001", **approved("2", "2027-02-01"))
    repo.document("PRE-LIS-001", CITES, statut="applicable", version="1", genere=True)
    repo.document("PRE-ENR-001", CITES, **approved("1", VERIFIED))
    repo.document("PRE-ENR-002", **approved("2", "2027-02-01"))
    repo.document("PRE-PRO-001", "Voir PRE-ENR-002.", **approved("1", VERIFIED))
    system = repo.system()

    assert [stale(system, code) for code in ("PRE-LIS-001", "PRE-ENR-001", "PRE-PRO-001")] == [
        ()
    ] * 3


def test_the_newest_target_comes_first(repo: Repo) -> None:
    """Of several, those that changed last."""
    repo.document("PRE-FOR-001", **approved("2", "2027-02-01"))
    repo.document("PRE-FOR-002", **approved("2", "2027-02-10"))
    repo.document("PRE-PRO-001", "PRE-FOR-001, PRE-FOR-002.", **approved("1", VERIFIED))

    assert [s.target.label for s in stale(repo.system())] == ["PRE-FOR-002", "PRE-FOR-001"]


def test_who_will_have_to_confirm(repo: Repo) -> None:
    """Documents in force that cite it themselves; drafts and further ones will not."""
    repo.document("PRE-FOR-001", **approved("1", "2027-01-01"))
    repo.document("PRE-PRO-001", CITES, **approved("1", VERIFIED))
    repo.document("PRE-PRO-002", CITES)
    repo.document("PRE-PRO-003", "Voir PRE-PRO-001.", **approved("1", VERIFIED))
    system = repo.system()
    target = system.find("PRE-FOR-001")
    assert target is not None

    assert [d.label for d in resting_on(target, system)] == ["PRE-PRO-001"]
    assert system.today == TODAY
