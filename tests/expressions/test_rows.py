"""Conditions and computed values on the rows of a table: dates, numbers, empty cells."""

from datetime import date
from decimal import Decimal

import pytest

from smq.errors import SmqError
from smq.expressions import TODAY, holds, understood

ROW: dict[str, object] = {
    "date": date(2027, 8, 31),
    "reponse": date(2027, 9, 4),
    "montant": Decimal("360.50"),
    "gravite": 3,
    "duree": None,
    "decision": "acceptee",
    "motif": None,
    "confidentiel": True,
    "equipement": ("RAM-001", "IRT-001"),
    "annule": None,
    TODAY: date(2027, 3, 1),
}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("motif == ''", True),
        ("'' == motif", True),
        ("motif != ''", False),
        ("decision != ''", True),
        ("not motif", True),
        ("motif < 'a'", False),
        ("duree > 3", False),
        ("duree <= 3", False),
        ("annule < aujourdhui", False),
        ("date > aujourdhui", True),
        ("date >= '2027-08-31'", True),
        ("date == '2027-08-31'", True),
        ("date == 'demain'", False),
        ("montant == 360.5", True),
        ("montant == '360,50'", True),
        ("montant > 360", True),
        ("confidentiel == oui", True),
        ("confidentiel == 'non'", False),
        ("confidentiel", True),
        ("'RAM-001' in equipement", True),
        ("'RAM-002' not in equipement", True),
        ("x in annule", False),
        ("decision in (acceptee, refusee)", True),
        ("decision in ('refusee', 'annulee')", False),
        ("reponse - date <= 5", True),
        ("annee(date) == 2027", True),
        ("(gravite + 1) * 2 == 8", True),
        ("gravite + 1 * 2 == 5", True),
        ("-gravite == 0 - 3", True),
        ("mois(date, 6) < jours(date, 183)", True),
    ],
)
def test_conditions_on_rows(condition: str, expected: bool) -> None:
    """An empty cell is '', before and after nothing; a text is read as what it stands beside."""
    assert holds(condition, ROW) is expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("gravite * 4", 12),
        ("montant - 0.5", Decimal("360.00")),
        ("gravite * duree", None),
        ("mois(date, 6)", date(2028, 2, 29)),
        ("mois(date, -6)", date(2027, 2, 28)),
        ("mois(date, duree)", None),
        ("mois(motif, 6)", None),
        ("jours(date, 1)", date(2027, 9, 1)),
        ("jours(annule, 1)", None),
        ("annee(reponse)", 2027),
        ("annee(annule)", None),
        ("reponse - date", 4),
        ("mois('2027-01-31', 1)", date(2027, 2, 28)),
        ("decision", "acceptee"),
        ("gravite - 1 - 1", 1),
    ],
)
def test_computed_values(expression: str, expected: object) -> None:
    """31 August and six months is the last of February; what is computed from nothing is empty."""
    assert understood(expression).value(ROW) == expected


@pytest.mark.parametrize(
    ("expression", "near"),
    [
        ("decision * 2", "2"),
        ("decision + gravite", "gravite"),
        ("mois(decision, 2)", ")"),
        ("mois(date, montant)", ")"),
        ("annee(gravite)", ")"),
        ("date < gravite", "gravite"),
        ("equipement < 3", "3"),
        ("jours(date, 999999999)", ")"),
        (" * ".join(["999999999999999999"] * 4), "999999999999999999"),
        ("gravite in decision", "decision"),
    ],
)
def test_what_has_no_sense(expression: str, near: str) -> None:
    """An operation on values that are none of its own is a sentence, never a crash."""
    with pytest.raises(SmqError) as refused:
        understood(expression).value(ROW)

    assert refused.value.values == {"condition": expression, "near": near}


@pytest.mark.parametrize(
    ("expression", "near"),
    [
        ("mois(date)", ")"),
        ("mois(date, 1, 2)", ")"),
        ("mois(date, 1", "1"),
        ("date +", "+"),
        ("gravite ** 2", "*"),
        ("gravite / 2", "/ 2"),
        ("lower(decision)", "("),
        ("1,5", ","),
    ],
)
def test_what_is_not_of_the_grammar(expression: str, near: str) -> None:
    """A text outside the grammar is refused before any row is seen."""
    with pytest.raises(SmqError) as refused:
        understood(expression)

    assert refused.value.values["near"] == near


def test_names_of_an_expression() -> None:
    """Functions, quoted texts and numbers are no names; bare words are."""
    found = understood("mois(debut, 6) > aujourdhui and statut == close and x != 'y'").words

    assert found == {"debut", "aujourdhui", "statut", "close", "x"}


def test_long_chains_do_not_exhaust_the_stack() -> None:
    """A chain of any length is one flat function."""
    assert holds(" or ".join(["motif"] * 20_000), ROW) is False
    assert understood(" + ".join(["1"] * 20_000)).value({}) == 20_000


def test_a_word_that_names_nothing_stands_for_itself() -> None:
    """Without a date given, `aujourdhui` is a word like another."""
    assert understood("aujourdhui").value({}) == "aujourdhui"
