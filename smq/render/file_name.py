"""How rendered files are called: `CODE_v02_slug.docx`, drafts `CODE_projet_slug.docx` (§12)."""

import re
from collections.abc import Iterable, Mapping

from smq.lifecycle import UNDER_WAY
from smq.model import Document
from smq.slug import slug

_DRAFT = "projet"
_REFUSED = re.compile(r"[^\w.()+-]+")


def file_name(document: Document, suffix: str = ".docx") -> str:
    """Return the name of a document's rendered file.

    `projet` is the same word in every language: a name does not depend on who renders it.
    """
    parts = (_code(document), _edition(document), slug(document.title))
    return "_".join(part for part in parts if part) + suffix


def file_names(documents: Iterable[Document], suffix: str = ".docx") -> dict[str, str]:
    """Return the path of each document → the name of its rendered file, no name twice.

    Two documents that took one code and one title differ by a number at the end.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for document in documents:
        name = file_name(document, suffix)
        count = 1
        while name.casefold() in taken:
            count += 1
            name = f"{file_name(document, '')}-{count}{suffix}"
        taken.add(name.casefold())
        names[document.path] = name
    return names


def targets_of(documents: Iterable[Document], names: Mapping[str, str]) -> dict[str, str]:
    """Return the code of each document → the name of its file, for the links between files.

    Args:
        documents: those rendered in one run.
        names: path → file name, for a copied original the name of the copy.
    """
    return {d.code_text: names[d.path] for d in documents if d.code_text and d.path in names}


def _code(document: Document) -> str:
    code = document.code_text or document.path.rpartition("/")[2].removesuffix(".md")
    return _REFUSED.sub("-", code).strip("-.")


def _edition(document: Document) -> str:
    if document.state in UNDER_WAY:
        return _DRAFT
    version = _REFUSED.sub("-", document.version).strip("-.")
    if not version:
        return "" if document.state else _DRAFT
    whole, dot, correction = version.partition(".")
    return f"v{whole.zfill(2)}{dot}{correction}"
