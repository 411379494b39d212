"""What a spreadsheet does to cells, by its name."""

import pytest

from smq.model.register import Column, RegisterSchema
from smq.registers.damage import Damage, damage_of, zeros_lost

PLAIN = Column("note", "Note")
KEY = Column("id", "N°")
PATTERNED = Column("badge", "Badge", pattern="{numero:04}")
REFERENCE = Column("usager", "Usager", kind="ref", target="usagers.id")
AMOUNT = Column("montant", "Montant", kind="decimal")
DATED = Column("lot", "Lot", pattern="{annee}-{numero:02}-{numero:02}")
SCHEMA = RegisterSchema("essais", "Essais", columns=(KEY, PLAIN, PATTERNED, REFERENCE, AMOUNT))


@pytest.mark.parametrize(
    ("text", "column", "damage"),
    [
        ("###", AMOUNT, Damage.HIDDEN),
        ("##", AMOUNT, None),
        ("#REF!", PLAIN, Damage.FORMULA),
        ("#RIEN", PLAIN, None),
        ("=SOMME(A1:A2)", AMOUNT, Damage.UNCOMPUTED),
        ("= voir plus bas", PLAIN, None),
        ("A1", PLAIN, None),
        ("1,2E+15", PLAIN, Damage.SCIENTIFIC),
        ("1,2E+15", AMOUNT, None),
        ("mars-27", KEY, Damage.DATE),
        ("mars-27", REFERENCE, Damage.DATE),
        ("mars-27", PATTERNED, Damage.DATE),
        ("mars-27", PLAIN, None),
        ("2027-01-01", DATED, None),
        ("2027-01-02", DATED, Damage.DATE),
        ("M1", KEY, None),
        ("12", PATTERNED, Damage.ZEROS),
        ("0012", PATTERNED, None),
        ("12", KEY, None),
    ],
)
def test_each_damage(text: str, column: Column, damage: Damage | None) -> None:
    """What is lost shows in any column; what became a date, where identifiers stand."""
    assert damage_of(f" {text} ", column, SCHEMA) is damage


@pytest.mark.parametrize(
    ("value", "right"),
    [("12", "0012"), ("7", None), ("9", None), ("A", None), ("", None), ("15", None)],
)
def test_zeros_of_a_reference(value: str, right: str | None) -> None:
    """One identifier alone can be meant; one that is there is right as it is."""
    known = frozenset({"0012", "007", "0007", "9", "0A", "0000", "A15"})

    assert zeros_lost(value, known) == right
