"""Two writings of a passage, word by word."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smq.comparing.words import Change, Part, new, old, words

TEXT = st.text(alphabet="abé 0,’(\n-", max_size=40) | st.lists(
    st.sampled_from(["sous", "5", "jours", "délai", "le", ","]), max_size=12
).map(" ".join)


def shown(before: str, after: str) -> str:
    """Return the parts as `smq diff` prints them."""
    signs = {Change.SAME: "{}", Change.ADDED: "{{+{}+}}", Change.REMOVED: "[-{}-]"}
    return "".join(signs[part.how].format(part.text) for part in words(before, after))


@given(TEXT, TEXT)
def test_nothing_is_lost_on_either_side(before: str, after: str) -> None:
    """Taking the removed words out gives the later writing, the added ones the earlier."""
    parts = words(before, after)

    assert (old(parts), new(parts)) == (before, after)
    assert all(part.text for part in parts)
    assert all(one.how is not other.how for one, other in pairwise(parts))


@given(TEXT)
def test_the_same_is_one_part(text: str) -> None:
    """No mark where nothing changed."""
    assert words(text, text) == ((Part(text, Change.SAME),) if text else ())


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Répondre sous 5 jours.", "Répondre sous 10 jours.", "Répondre sous [-5-]{+10+} jours."),
        ("l’objet", "l’enjeu", "l’[-objet-]{+enjeu+}"),
        (
            "un deux trois, fin du texte",
            "un quatre cinq, fin du texte",
            "un [-deux trois-]{+quatre cinq+}, fin du texte",
        ),
        ("Peser la poudre.", "Appeler quelqu’un", "[-Peser la poudre.-]{+Appeler quelqu’un+}"),
    ],
)
def test_what_is_marked(before: str, after: str, expected: str) -> None:
    """Whole words; neighbours share a mark; what was written anew is not cut in pieces."""
    assert shown(before, after) == expected
