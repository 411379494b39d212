"""Where the files of a document lie once it has another code: names that begin with it follow."""

import posixpath
from collections.abc import Iterable, Mapping

from smq.model import Code, Codification, QualitySystem
from smq.operations.moves import Move


def named_after(path: str, old: Code, new: str, codification: Codification) -> str:
    """Return a path whose file name begins with another code; the same when it does not.

    Args:
        path: of a file.
        old: code that its name may begin with.
        new: code that takes its place.
        codification: the codes of the platform.
    """
    folder, slash, name = path.rpartition("/")
    named = codification.parse_start(name)
    if named is None or named.identity != old.identity:
        return path
    return f"{folder}{slash}{new}{name[len(named.text) :]}"


def originals(
    system: QualitySystem, moves: Iterable[Move], files: Mapping[str, str]
) -> dict[str, str]:
    """Return the new path of the master files that are named by the code of their document.

    Args:
        system: as it was.
        moves: documents that move.
        files: path → path of the files that move anyway.
    """
    found: dict[str, str] = {}
    for move in moves:
        document = move.document
        if not (document.original and move.code and document.code):
            continue
        path = posixpath.normpath(
            posixpath.join(posixpath.dirname(document.path), document.original)
        )
        place = files.get(path, path)
        new = named_after(place, document.code, move.code, system.settings.codification)
        if path in system.files and new != place:
            found[path] = new
    return found
