"""The fingerprint of a content: what an approval binds (`contracts.md` §9; docs/fingerprint.md)."""

import json
import posixpath
from collections.abc import Callable, Iterator
from hashlib import sha256
from unicodedata import normalize

from smq.approvals.naming import in_body, in_header, named_file, reached_files
from smq.links.index import Index
from smq.load import text as texts
from smq.model import Document

Read = Callable[[str], bytes | None]
"""POSIX path below the platform's folder → bytes of the file, None when there is none."""

FORMAT = 1
EXCLUDED = frozenset(
    {
        "code",
        "processus",
        "version",
        "statut",
        "date_application",
        "prochaine_revue",
        "redacteur",
        "verificateur",
        "approbateur",
        "approbations",
        "historique",
        "refus",
        "revues",
        "confirmations",
        "alias",
        "remplace",
        "modele",
    }
)
"""Fields that tell the life of a document, not what it says."""


def fingerprint(document: Document, raw: bytes, version: str, index: Index, read: Read) -> str:
    """Return the fingerprint of a content as a version: `sha256:` and 64 hexadecimal digits.

    Renumbering, moving and other line ends leave it as it is; a changed word does not, nor does a
    picture or an attachment with other bytes.

    Args:
        document: as read from `raw`.
        raw: the bytes of its file.
        version: the version approved.
        index: what its codes, titles and paths lead to.
        read: gives pictures, attachments and the original.

    Raises:
        Undecided: a code or a title leads to several documents.
    """
    content = {
        "format": FORMAT,
        "version": version,
        "entete": _header(document, index),
        "corps": _body(document, raw, index),
        "fichiers": sorted(_files(document, index, read)),
    }
    written = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{sha256(written.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _header(document: Document, index: Index) -> dict[str, object]:
    theirs = {theirs: ours for ours, theirs in document.keys}
    found: dict[str, object] = {}
    for key, node in document.header.entries:
        name = theirs.get(key.text, key.text)
        if name in EXCLUDED or key.text in found:
            continue
        value = in_header(name, node, index)
        # An empty field says as little as one that is absent.
        if value not in (None, [], {}):
            found[normalize("NFC", key.text)] = value
    return found


def _body(document: Document, raw: bytes, index: Index) -> str:
    decoded = texts.decode(raw)
    lines = decoded.text.split("\n") if decoded else []
    said = normalize("NFC", in_body(document, lines, index))
    text = "\n".join(line.rstrip() for line in said.split("\n"))
    return f"{text.rstrip()}\n"


def _files(document: Document, index: Index, read: Read) -> Iterator[tuple[str, str]]:
    """Yield name and SHA-256 of the pictures and attachments cited, and of the original."""
    paths = set(reached_files(document, index))
    if document.original:
        folder = posixpath.dirname(document.path)
        paths.add(posixpath.normpath(posixpath.join(folder, document.original)))
    for path in paths:
        content = read(path)
        if content is not None:
            yield named_file(path, index), sha256(content).hexdigest()
