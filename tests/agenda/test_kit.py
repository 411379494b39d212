"""The dates of the INFRA+ kit: usable, told without secrets, and seen in the example."""

from datetime import date
from pathlib import Path

import pytest

from smq import resources
from smq.agenda import due, kinds
from smq.lifecycle import add_months
from smq.load import load
from smq.load.due_sources import FILE_NAME
from smq.load.evidence import with_evidence
from smq.model import QualitySystem
from smq.model.due import columns_in
from tests.conftest import TODAY

KIT = resources.kits() / "infra-plus"
EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "plateforme-demo"


@pytest.fixture(scope="module")
def example() -> QualitySystem:
    """Return the example at its reference date."""
    read = load(EXAMPLE, today=TODAY, use_cache=False, registers=True)
    return with_evidence(read, EXAMPLE)


def test_the_example_pins_the_dates_of_the_kit() -> None:
    """`init` copies the file as it is."""
    assert (EXAMPLE / FILE_NAME).read_bytes() == (KIT / "echeances.yaml").read_bytes()


def test_every_source_is_understood(example: QualitySystem) -> None:
    """No table, column or condition of the file is unknown."""
    assert [p for p in example.problems if p.location.path == FILE_NAME] == []
    lines = (KIT / "echeances.yaml").read_text(encoding="utf-8").splitlines()
    assert len(example.due_sources) == sum("- {nature:" in line for line in lines) > 30


def test_titles_hold_nothing_confidential(example: QualitySystem) -> None:
    """A calendar is shown on other people's screens."""
    for source in example.due_sources:
        schema = example.registers[source.table].schema
        shown = [*(columns_in(source.title) or ()), *([source.person] if source.person else [])]
        secret = [name for name in shown if (c := schema.column(name)) and c.confidential]
        assert secret == [], source.title


def test_dates_to_come_of_the_example(example: QualitySystem) -> None:
    """At least five in the six months after its date, of several sorts."""
    last = add_months(TODAY, 6)
    ahead = [one for one in due(example) if TODAY <= one.date <= last]

    assert len(ahead) >= 5
    assert {"seance", "etalonnage", "maintenance", "action", "formation"} <= {
        one.kind for one in ahead
    }
    assert {one.kind for one in due(example)} <= set(kinds(example))


def test_the_next_session_is_told_once(example: QualitySystem) -> None:
    """The last session held names it, and its own row plans it."""
    sessions = [one for one in due(example) if one.kind == "seance"]

    assert len({one.date for one in sessions}) == len(sessions) > 0


def test_each_date_is_one_event(example: QualitySystem) -> None:
    """Two dates of one sort about one thing would move each other in a calendar."""
    named = [(one.kind, one.ref) for one in due(example)]

    assert len(set(named)) == len(named)


def test_a_date_done_is_no_longer_due(example: QualitySystem) -> None:
    """Closed actions, sessions held and equipment out of use are silent."""
    for one in due(example):
        table, _colon, key = one.ref.partition(":")
        row = example.registers[table].by_key.get(key) if table in example.registers else None
        if row and one.kind == "action":
            assert row.text("statut") not in ("verifiee", "abandonnee")
        if row and one.kind in ("maintenance", "etalonnage") and table == "maintenance":
            assert not row.text("arretee_le")
    assert date(2026, 7, 6) not in [one.date for one in due(example) if one.kind == "seance"]
