"""Paths that cells name: there or not, inside the folder or not."""

import pytest

from smq.registers.paths import Files, leads_outside, names_a_file

FILES = Files(frozenset({"enregistrements/PRE/fiche.pdf", "équipe.csv"}))


@pytest.mark.parametrize(
    "path",
    [
        "enregistrements/PRE/fiche.pdf",
        "./enregistrements/PRE/fiche.pdf",
        "enregistrements/PRE/",
        "enregistrements",
        "e\u0301quipe.csv",
    ],
)
def test_what_is_there(path: str) -> None:
    """A file, and each folder that holds one, whatever the writing of the accents."""
    assert path in FILES


@pytest.mark.parametrize("path", ["enregistrements/PR", "fiche.pdf", "", 3, None])
def test_what_is_not_there(path: object) -> None:
    """The beginning of a name is no folder, and what is no text is no path."""
    assert path not in FILES


@pytest.mark.parametrize(
    ("text", "file", "outside"),
    [
        ("a/b.pdf", True, False),
        ("https://nas.example/a", False, False),
        ("nas:/2027", False, False),
        ("C:\\a.pdf", True, True),
        ("C:/a.pdf", True, True),
        ("/a.pdf", True, True),
        ("~/a.pdf", True, True),
        ("\\\\nas\\a.pdf", True, True),
        ("a/../../b", True, True),
        ("a..b/c", True, False),
    ],
)
def test_where_a_path_leads(text: str, file: bool, outside: bool) -> None:
    """An address is no file; drives, roots and steps up leave the folder."""
    assert (names_a_file(text), leads_outside(text)) == (file, outside)
