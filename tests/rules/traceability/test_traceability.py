"""What holds for all rules on traceability."""

import pytest

from smq.rules import all_rules
from tests.rules.traceability.conftest import Dossiers
from tests.rules.traceability.world import TABLES

RULES = [rule.code for rule in all_rules() if rule.family == "TRC"]


def test_a_sound_platform_is_told_nothing(sound: Dossiers) -> None:
    """One complete dossier of each chain, and a request whose work has not begun."""
    assert sound.sentences("TRC") == []


@pytest.mark.parametrize("table", TABLES)
def test_a_table_that_the_platform_does_not_keep(sound: Dossiers, table: str) -> None:
    """Without one of its tables, a sound platform is not blamed for what it does not record."""
    (sound.repo.root / f"registres/{table}.csv").unlink()

    assert sound.sentences("TRC") == []


@pytest.mark.parametrize("table", TABLES)
def test_a_table_without_schema(sound: Dossiers, table: str) -> None:
    """A platform with schemas of its own may have another table, or none."""
    (sound.repo.root / f"referentiel/registres/{table}.yaml").unlink()

    assert [text for text in sound.sentences("TRC") if "does not lead there" not in text] == []


@pytest.mark.parametrize("rule", RULES)
def test_tables_with_a_column_for_the_identifier_alone(sound: Dossiers, rule: str) -> None:
    """Nothing is judged on columns that the files lack."""
    for table, rows in TABLES.items():
        keys = [line.strip().partition(";")[0] for line in rows.strip().splitlines()]
        sound.table(table, "\n".join(keys))

    assert sound.sentences(rule) == []
