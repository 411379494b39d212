"""Names of the files of a mirror: which any system accepts, which an open document leaves."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from smq.model import Document
from smq.render.deliverables import names_of

LIST = "Liste des documents applicables.docx"
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_TEMPORARY = re.compile(r"\.smq-[a-z0-9_]{8}")


def mirror_names(documents: Sequence[Document]) -> Mapping[str, str]:
    """Return the path of each document → the name of its file, once each in any case of letters."""
    names = names_of(documents)
    taken = {LIST.casefold()}
    found: dict[str, str] = {}
    for document in documents:
        name = accepted(names[document.path])
        stem, suffix = PurePosixPath(name).stem, PurePosixPath(name).suffix
        count = 1
        while name.casefold() in taken:
            count += 1
            name = f"{stem}-{count}{suffix}"
        taken.add(name.casefold())
        found[document.path] = name
    return found


def accepted(name: str) -> str:
    """Return a name that Windows accepts: no forbidden sign, reserved word or ending dot."""
    plain = _FORBIDDEN.sub("-", name).rstrip(". ") or "document"
    return f"_{plain}" if _RESERVED.fullmatch(plain) else plain


def holder_of(name: str, listing: Iterable[str]) -> str | None:
    """Return the file by which Word or LibreOffice says that it holds a document; None if none.

    Word puts `~$` before a short name, and in the place of one or two letters of a longer one.
    """
    folded = {one.casefold(): one for one in listing}
    locks = (f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~lock.{name}#")
    return next((folded[lock.casefold()] for lock in locks if lock.casefold() in folded), None)


def is_left_over(name: str) -> bool:
    """Return whether a file is one that a killed run left half written."""
    return bool(_TEMPORARY.fullmatch(name))
