"""Cells: what people write in a column of some type, and how smq writes it back."""

from datetime import date
from decimal import Decimal

import pytest

from smq.load.cells import is_placeholder, typing_of, written
from smq.model.register import Column
from smq.model.table import Value


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("date", "2027-03-01", date(2027, 3, 1)),
        ("date", "01/03/2027", date(2027, 3, 1)),
        ("date", "1/3/27", date(2027, 3, 1)),
        ("date", " 01.03.2027 ", date(2027, 3, 1)),
        ("date", "1er mars 2027", date(2027, 3, 1)),
        ("date", "01-mars-27", date(2027, 3, 1)),
        ("date", "lundi 1 mars 2027", date(2027, 3, 1)),
        ("date", "01/03/2027 00:00:00", date(2027, 3, 1)),
        ("date", "2027-03-01 14:30", date(2027, 3, 1)),
        ("date", "2027-13-01", None),
        ("date", "31/02/2027", None),
        ("date", "bientôt", None),
        ("date", "[À compléter : date]", None),
        ("decimal", "360,50", Decimal("360.50")),
        ("decimal", "360.5", Decimal("360.5")),
        ("decimal", "1 234,50", Decimal("1234.50")),
        ("decimal", "1\u202f234\u00a0567,5", Decimal("1234567.5")),
        ("decimal", "1.234,50", Decimal("1234.50")),
        ("decimal", "1,234.50", Decimal("1234.50")),
        ("decimal", "360,00 €", Decimal("360.00")),
        ("decimal", "-3", Decimal(-3)),
        ("decimal", "−3", Decimal(-3)),
        ("decimal", "1 2", None),
        ("decimal", "1e3", None),
        ("decimal", "85 %", None),
        ("decimal", "NaN", None),
        ("entier", "12", 12),
        ("entier", "12,0", 12),
        ("entier", "1 200", 1200),
        ("entier", "12,5", None),
        ("bool", "oui", True),
        ("bool", "VRAI", True),
        ("bool", "x", True),
        ("bool", "Faux", False),
        ("bool", "0", False),
        ("bool", "peut-être", None),
        ("liste", "a|b | c|", ("a", "b", "c")),
        ("liste", " | ", None),
        ("fichier", "enregistrements\\PRE\\a.pdf", "enregistrements/PRE/a.pdf"),
        ("texte", "  Zoe\u0301 ", "Zoé"),
        ("texte", "[à compléter : nom]", None),
        ("texte", "[1] note", "[1] note"),
        ("ref", "U001", "U001"),
        ("inconnu", "texte", "texte"),
    ],
)
def test_what_a_cell_says(kind: str, text: str, value: Value) -> None:
    """A text is read as its column's type, in the ways that people and Excel write it."""
    assert typing_of(Column("c", "C", kind))(text) == value


@pytest.mark.parametrize(
    "text", ["en_attente", "En attente", "EN ATTENTE", "à l’étude", "a l'etude"]
)
def test_a_choice_by_its_value_or_its_label(text: str) -> None:
    """Case, accents and the kind of apostrophe do not matter."""
    column = Column(
        "d", "D", "enum", values=("acceptee", "en_attente"), labels=(("en_attente", "à l’étude"),)
    )

    assert typing_of(column)(text) == "en_attente"
    assert typing_of(column)("Acceptée") == "acceptee"
    assert typing_of(column)("refusee") is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2027, 3, 1), "2027-03-01"),
        (Decimal("360.00"), "360,00"),
        (Decimal(1234), "1234"),
        (True, "oui"),
        (False, "non"),
        (12, "12"),
        (("a", "b"), "a|b"),
        ("texte", "texte"),
        (None, "tel quel"),
    ],
)
def test_how_smq_writes(value: Value, text: str) -> None:
    """ISO dates, decimal comma without groups, yes and no in French, lists with bars."""
    assert written(value, "tel quel") == text


def test_placeholders() -> None:
    """With or without accents, in both languages."""
    assert all(map(is_placeholder, ("[À compléter : x]", "[a completer]", "[To complete: x]")))
    assert not any(map(is_placeholder, ("", "à compléter", "[1]")))
