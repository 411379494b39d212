"""The engine: which rules run, how findings weigh, in what order they come."""

import pytest

from smq.check import Choice, fails, matching, order, run
from smq.errors import SmqError
from smq.model import Finding, Location, Severity
from smq.rules import all_rules
from tests.conftest import Repo


def finding(path: str, line: int | None, rule: str = "LNK001", **values: object) -> Finding:
    """Return a finding at a place."""
    return Finding(rule, "x", Severity.ERROR, None, Location(path, line, 1), "m", values=values)


def test_findings_come_by_place_then_rule() -> None:
    """Path, line as a number, rule, values; a finding without line stands first."""
    found = [
        finding("b.md", 1),
        finding("a.md", 10),
        finding("a.md", 9, "NUM001"),
        finding("a.md", 9, "LNK001", target="B"),
        finding("a.md", 9, "LNK001", target="A"),
        finding("a.md", None),
    ]

    assert sorted(found, key=order) == list(reversed(found))


@pytest.mark.parametrize(
    ("limit", "expected"),
    [("error", [True, False, False]), ("warning", [True, True, False]), ("note", [True] * 3)],
)
def test_what_fails(limit: str, expected: list[bool]) -> None:
    """A finding fails at its own weight and below."""
    each = [Finding("LNK001", "x", s, None, Location("a"), "m") for s in Severity]

    assert [fails([one], limit) for one in each] == expected
    assert fails([], "note") is False


def test_a_word_names_a_rule_a_family_or_several() -> None:
    """In any case; a family is all its rules."""
    rules = all_rules()

    assert [r.code for r in matching("BROKEN-link", rules)] == ["LNK001"]
    assert {r.family for r in matching("lnk", rules)} == {"LNK"}
    with pytest.raises(SmqError) as refused:
        matching("orphans", rules)
    assert refused.value.values["near"] == "orphan"


def test_ignore_wins_over_select(repo: Repo) -> None:
    """A rule both chosen and ignored is left out."""
    repo.document("PRE-PRO-001", "Voir PRE-FOR-099.")
    system = repo.system()

    assert {f.rule for f in run(system, Choice(select=("LNK001",)))} == {"LNK001"}
    assert run(system, Choice(select=("LNK001",), ignore=("LNK",))) == ()


def test_a_later_line_of_severities_wins(repo: Repo) -> None:
    """A family is put off, then one of its rules weighs again."""
    repo.document("PRE-PRO-001", "Voir PRE-FOR-099.")
    repo.settings({"controle": {"severites": {"LNK": "off", "LNK001": "error"}}})

    found = run(repo.system(), Choice(select=("LNK",)))

    assert {(f.rule, f.severity) for f in found} == {("LNK001", Severity.ERROR)}


def test_rules_see_the_whole_tree(repo: Repo) -> None:
    """Paths filter what is shown: a code given twice is still seen from one of its files."""
    repo.document("PRE-PRO-001")
    path = repo.write("documents/PRE/autre.md", "---\ncode: PRE-PRO-001\n---\n")

    found = run(repo.system(), Choice(select=("NUM001",), paths=(path,)))

    assert {f.location.path for f in found} == {path}
