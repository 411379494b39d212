"""Reads what a rendered document shows beyond its facts: text, pictures, master file, logo."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import normalize

from smq.load import text
from smq.model import Document

_LOGOS = ("modeles/logo.png", "modeles/logo.jpg", "modeles/logo.jpeg")


@dataclass(frozen=True, slots=True)
class Content:
    """What a document's files hold.

    Attributes:
        body: Markdown text without the header, LF line ends.
        pictures: path of each picture as written in the text → bytes; none for a missing one.
        original: bytes of the Word, Excel or PDF master, None when there is none.
    """

    body: str = ""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    original: bytes | None = None


def read_content(root: Path, document: Document) -> Content:
    """Return the content of a document; what is missing or outside the folder is left out.

    Args:
        root: folder of `smq.yaml`.
        document: as read by `load`; its facts name the pictures.
    """
    raw = _inside(root, document.path)
    decoded = text.decode(raw) if raw is not None else None
    pictures = {}
    for link in document.body.pictures:
        content = _beside(root, document, link.path)
        if content is not None:
            pictures[link.path] = content
    return Content(
        body=text.split(decoded.text).body if decoded else "",
        pictures=pictures,
        original=_beside(root, document, document.original) if document.original else None,
    )


def read_logo(root: Path) -> bytes | None:
    """Return the platform's own logo, `modeles/logo.png` or `.jpg`, None when it has none."""
    return next((raw for path in _LOGOS if (raw := _inside(root, path)) is not None), None)


def _beside(root: Path, document: Document, written: str) -> bytes | None:
    folder = "" if written.startswith("/") else document.path.rpartition("/")[0]
    return _inside(root, f"{folder}/{written}".lstrip("/"))


def _inside(root: Path, path: str) -> bytes | None:
    """Return the bytes of a file below the root, None when it is missing or leads outside."""
    if "\0" in path:
        return None
    inside = root.resolve()
    # A disk of macOS hands out decomposed accents: the reader sees the same name.
    for form in dict.fromkeys((path, normalize("NFC", path), normalize("NFD", path))):
        try:
            file = (inside / form).resolve()
            if file.is_relative_to(inside) and file.is_file():
                return file.read_bytes()
        except OSError:
            continue
    return None
