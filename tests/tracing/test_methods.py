"""Codes with a version in what people write as a method."""

import pytest

from smq.tracing.methods import methods_in
from tests.conftest import Repo


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("EQU-MOP-001, version 1", [("EQU-MOP-001", "1")]),
        ("EQU-MOP-001@2", [("EQU-MOP-001", "2")]),
        (
            "EQU-MOP-001 v02 puis PRE-PRO-003 (indice 4)",
            [("EQU-MOP-001", "02"), ("PRE-PRO-003", "4")],
        ),
        ("Selon EQU-MOP-001 rév. 2.1", [("EQU-MOP-001", "2.1")]),
        ("EQU-MOP-001 – Version : 3", []),
        ("EQU-MOP-001", []),
        ("EQU-MOP-001 vu le 3 mars", []),
        ("norme v2", []),
    ],
)
def test_what_a_cell_names(repo: Repo, text: str, expected: list[tuple[str, str]]) -> None:
    """A version stands right after its code; anything else is a text that nobody looks up."""
    found = methods_in(text, repo.system())

    assert [(method.code, method.version) for method in found] == expected
