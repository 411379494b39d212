"""Whether a decision grants the label."""

import pytest

from smq.coaching.decision import Decision, decision_of


@pytest.mark.parametrize(
    "text",
    [
        *("Refusé", "REFUSEE", "refusé.", "Ajourné", "ajournée", "Défavorable", "avis défavorable"),
        *("label non accordé", "non accordé", "Label pas encore obtenu", "non", "Reportée à 2028"),
        *("Not granted", "denied", "Favorable puis refusé par la tutelle"),
    ],
)
def test_refused(text: str) -> None:
    """None of these words makes a label run."""
    assert decision_of(text) is Decision.REFUSED


@pytest.mark.parametrize(
    "text",
    ["Accordé", "Label accordé pour six ans", "FAVORABLE", "Obtenue", "Favorable, non-conformité"],
)
def test_granted(text: str) -> None:
    """With or without accents, in the feminine, and with more words around."""
    assert decision_of(text) is Decision.GRANTED


@pytest.mark.parametrize("text", ["", "à voir", "Conforme"])
def test_says_neither(text: str) -> None:
    """A text without a word of the set says nothing."""
    assert decision_of(text) is None
