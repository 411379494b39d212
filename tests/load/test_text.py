"""Encodings, line ends, header blocks and merge markers."""

import pytest

from smq.load.text import Decoded, decode, merge_marker, split

ACCENTS = "titre: Préparer l’échantillon — 5 µL\n"


@pytest.mark.parametrize(
    ("raw", "guessed", "bom"),
    [
        (ACCENTS.encode(), None, False),
        (ACCENTS.encode("utf-8-sig"), None, True),
        (ACCENTS.encode("cp1252"), "Windows-1252", False),
        (ACCENTS.encode("utf-16"), "UTF-16", True),
        ("\ufeff".encode("utf-16-be") + ACCENTS.encode("utf-16-be"), "UTF-16", True),
    ],
)
def test_encodings(raw: bytes, guessed: str | None, bom: bool) -> None:
    """Every encoding that a Windows editor writes gives the same text, and says its name."""
    assert decode(raw) == Decoded(ACCENTS, guessed, "\n", bom)


def test_bytes_that_windows_does_not_know() -> None:
    """A byte without a letter in Windows-1252 is read as Latin-1: nothing is lost."""
    assert decode(b"\xe9t\x81") == Decoded("ét\x81", "Latin-1")


@pytest.mark.parametrize("raw", [b"PK\x03\x04\0\0", b"\x89PNG\r\n\0", b"a\0b"])
def test_binary(raw: bytes) -> None:
    """A file with a null byte is no text."""
    assert decode(raw) is None


@pytest.mark.parametrize(
    ("raw", "newline"),
    [(b"a\r\nb\r\n", "\r\n"), (b"a\rb\r", "\n"), (b"a\nb\n", "\n"), (b"a\r\nb\n", "\r\n")],
)
def test_line_ends(raw: bytes, newline: str) -> None:
    """Lines end with LF once read; how they ended in the file is known."""
    assert decode(raw) == Decoded("a\nb\n", newline=newline)


def test_header_and_body() -> None:
    """The header lies between its lines, the body starts on the line after."""
    found = split("---\ncode: A\n---  \n\ntexte\n")

    assert (found.header, found.closed, found.end_line) == ("code: A\n", True, 3)
    assert found.body == "\ntexte\n"


@pytest.mark.parametrize("text", ["", "texte\n", "----\na: 1\n", " ---\na: 1\n---\n", "---"])
def test_no_header(text: str) -> None:
    """A text that does not start with the line --- has no header."""
    assert (split(text).header, split(text).end_line, split(text).body) == (None, 0, text)


def test_header_closed_by_dots() -> None:
    """Three dots close a header, as in YAML."""
    assert split("---\na: 1\n...\ntexte").body == "texte"


def test_unclosed_header() -> None:
    """Without a closing line everything is header."""
    found = split("---\na: 1\n\ntexte\n")

    assert (found.closed, found.header, found.body) == (False, "a: 1\n\ntexte\n", "")


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("---\nstatut: projet\n---\n", 4),
        ("\n\n---\nstatut: projet\n---\n", 6),
        ("---\nstatut:\n---\n", 4),
        ("---\n\ntexte\n", None),
        ("---\nNote : un texte à la française.\n", None),
        ("texte\n\n---\nstatut: projet\n---\n", None),
    ],
)
def test_second_header(body: str, line: int | None) -> None:
    """A block that follows the header is found on its first line; a rule before prose is none."""
    assert split(f"---\na: 1\n---\n{body}").second == line


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> main\n", (2, 1)),
        (">>>>>>> main\n", (1, 1)),
        ("Titre\n=======\n", None),
        ("> > > > > > > cité\n", None),
        ("texte <<<<<<< HEAD\n", None),
        ("<<<<<<<<<<<<\n", None),
    ],
)
def test_merge_marker(text: str, place: tuple[int, int] | None) -> None:
    """The first marker that a merge left is found; an underlined title is none."""
    assert merge_marker(text) == place
