"""`smq confirm`: a document in force holds with the new versions of what it cites."""

import json

import pytest

from tests.cli.life import FILE, OTHER, Life


@pytest.fixture
def stale(life: Life) -> Life:
    """Return a platform where PRE-PRO-001 rests on a MOP that has a second version since."""
    for code in ("PRE-PRO-001", "PRE-MOP-001"):
        life.does("submit", code)
        if code == "PRE-MOP-001":
            life.does("verify", code, "--by", "P02", "--mode", "papier")
        life.does("approve", code, "--by", "P01", "--mode", "papier")
        life.does("publish", code)
    life.record()
    life.does("revise", "PRE-MOP-001", day="2027-03-08")
    life.write("Peser.\n\n## Sécurité", "Peser deux fois.\n\n## Sécurité", OTHER)
    life.does("submit", "PRE-MOP-001", day="2027-03-08")
    life.does("verify", "PRE-MOP-001", "--by", "P02", "--mode", "papier", day="2027-03-08")
    life.does("approve", "PRE-MOP-001", "--by", "P01", "--mode", "papier", day="2027-03-08")
    life.does("publish", "PRE-MOP-001", "--change", "Deux pesées", day="2027-03-09")
    life.record()
    return life


def rules(life: Life, day: str = "2027-03-10") -> list[str]:
    """Return the codes of the documents whose links are stale."""
    report = json.loads(life.smq("--date", day, "check", "--format", "json").out)
    return [found["code"] for found in report["findings"] if found["rule"] == "LNK018"]


def test_what_changed_is_shown_then_confirmed(stale: Life) -> None:
    """The person sees what the new version brought; who and when stand in the header alone."""
    before = stale.text()
    assert rules(stale) == ["PRE-PRO-001"]

    said = stale.does("confirm", "PRE-PRO-001", day="2027-03-10")

    assert said.err.splitlines()[0] == "PRE-MOP-001, version 2 (2027-03-09): Deux pesées"
    assert said.out == (
        "PRE-PRO-001: holds with PRE-MOP-001 (version 2), confirmed by Inès Vautrin.\n"
    )
    line = '  - {cible: m2m2m2m2, version: "2", date: 2027-03-10, par: P03}\n'
    assert stale.text() == before.replace("liens:", f"confirmations:\n{line}liens:")
    assert rules(stale) == []
    assert stale.for_readers() is not None


def test_a_check_confirms_nothing(stale: Life) -> None:
    """However often it is looked at, a link stays stale until somebody says that it holds."""
    assert rules(stale) == rules(stale) == rules(stale, "2027-06-01") == ["PRE-PRO-001"]
    assert stale.git(stale.root, "status", "--porcelain") == ""


def test_a_second_time_writes_nothing(stale: Life) -> None:
    """It says so, records nothing, and is no failure."""
    stale.does("confirm", "PRE-PRO-001", "--commit", day="2027-03-10")
    after = stale.text()

    said = stale.does("confirm", "PRE-PRO-001", "--commit", day="2027-03-11")

    assert said.out.startswith("PRE-PRO-001: nothing to confirm")
    assert stale.text() == after
    assert stale.git(stale.root, "log", "--format=%s", "-1").strip() == (
        "PRE-PRO-001: holds with PRE-MOP-001 (version 2), confirmed by Inès Vautrin."
    )


def test_one_target_alone(stale: Life) -> None:
    """`--of` names it; one that is not cited is refused."""
    said = stale.refused("confirm", "PRE-PRO-001", "--of", "PRE-PRO-001", day="2027-03-10")
    assert "PRE-PRO-001 does not cite PRE-PRO-001: there is nothing to confirm." in said

    stale.does("confirm", "PRE-PRO-001", "--of", "pre-mop-001", "--by", "Hugo", day="2027-03-10")
    assert "date: 2027-03-10, par: P02}" in stale.text()


def test_a_withdrawn_target_is_not_confirmed(stale: Life) -> None:
    """Nothing makes it good but another text."""
    stale.does("retire", "PRE-MOP-001", "--reason", "Essai", day="2027-03-10")

    said = stale.refused("confirm", "PRE-PRO-001", "--of", "PRE-MOP-001", day="2027-03-10")

    assert "PRE-MOP-001 is withdrawn: no confirmation makes it good." in said
    said_all = stale.does("confirm", "PRE-PRO-001", day="2027-03-10")
    assert "still cites what is withdrawn, and must be changed: PRE-MOP-001." in said_all.err


def test_only_what_is_in_force(stale: Life) -> None:
    """A draft and a text changed since its approval are settled by their next approval."""
    stale.write("sous 5 jours", "sous 9 jours")
    said = stale.refused("confirm", "PRE-PRO-001", day="2027-03-10")
    assert "PRE-PRO-001 was changed after its approval" in said

    stale.does("revise", "PRE-PRO-001", day="2027-03-10")
    said = stale.refused("confirm", "PRE-PRO-001", day="2027-03-10")
    assert "PRE-PRO-001 is «Draft»." in said
    assert "the approval of its next version settles it." in said


def test_dry_run(stale: Life) -> None:
    """It shows the line and writes nothing."""
    before = stale.text()

    said = stale.does("confirm", "PRE-PRO-001", "--dry-run", day="2027-03-10")

    assert '+  - {cible: m2m2m2m2, version: "2", date: 2027-03-10, par: P03}' in said.out
    assert stale.text() == before


def test_impact_says_before_who_will_confirm(stale: Life) -> None:
    """Documents in force that cite it; drafts will be approved with it."""
    said = stale.does("impact", "PRE-MOP-001")
    assert "PRE-PRO-001  Traiter une prestation  (cites it, and must confirm)" in said.out
    assert "1 of them is in force and must confirm a new version: smq confirm" in said.err

    stale.does("revise", "PRE-PRO-001")
    found = json.loads(stale.does("impact", "PRE-MOP-001", "--format", "json").out)
    assert [one["to_confirm"] for one in found] == [False]
    assert FILE in {one["path"] for one in found}


def test_a_confirmation_survives_renumbering(stale: Life) -> None:
    """It names the document cited by its permanent identifier."""
    stale.does("confirm", "PRE-PRO-001", "--commit", day="2027-03-10")

    stale.write("code: PRE-MOP-001", "code: PRE-MOP-009", OTHER)
    stale.write("PRE-MOP-001", "PRE-MOP-009")

    assert rules(stale) == []
    stale.write("cible: m2m2m2m2", "cible: PRE-MOP-001")
    assert rules(stale) == ["PRE-PRO-001"]
