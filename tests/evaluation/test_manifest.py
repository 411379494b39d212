"""The manifest of an evaluation folder: one changed byte is seen, wherever it is."""

from smq.evaluation.manifest import Stamp, listed, manifest, verified

FILES = {"b.docx": Stamp.of(b"deux"), "a.txt": Stamp.of(b"un")}
MADE = manifest({"commit": "c0ffee", "date": "2027-03-01"}, FILES)


def test_the_same_files_give_the_same_bytes() -> None:
    """Files are sorted by path, whatever the order in which they were made."""
    again = manifest({"commit": "c0ffee", "date": "2027-03-01"}, dict(reversed(FILES.items())))

    assert again == MADE
    assert list(listed(MADE)) == ["a.txt", "b.docx"]


def test_an_intact_folder() -> None:
    """What was made from is told."""
    found = verified(MADE, FILES)

    assert (found.intact, found.said["commit"]) == (True, "c0ffee")


def test_changed_missing_and_added_files() -> None:
    """Each is named; a file that cannot be read is a changed one."""
    found = verified(MADE, {"b.docx": Stamp.of(b"dois"), "c.pdf": Stamp.of(b"")})
    unread = verified(MADE, {**FILES, "a.txt": None})

    assert (found.changed, found.missing, found.added) == (("b.docx",), ("a.txt",), ("c.pdf",))
    assert not found.intact
    assert unread.changed == ("a.txt",)


def test_a_letter_changed_in_the_manifest() -> None:
    """The seal sees it, and what is still read is told."""
    found = verified(MADE.replace(b"c0ffee", b"c0ffef"), FILES)

    assert (found.intact, found.readable, found.changed) == (False, False, ())
    assert found.said["commit"] == "c0ffef"
    assert not verified(MADE.replace(b"c0ffee", b"c0ffef").replace(b"\n", b"\r\n"), FILES).readable


def test_what_is_no_manifest() -> None:
    """Nothing, another JSON file, a list, a broken text: none is one."""
    for raw in (None, b"", b"{}", b"[]", b'{"format": "smq-dossier-1", "files": [1]}', MADE[:50]):
        assert not verified(raw, {}).readable
        assert listed(raw) == {}
