"""What git knows that rules need: a revision compared with, and where this branch left it."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from smq.errors import SmqError
from smq.i18n import _
from smq.model import History, Settings
from smq.model.lineage import PastDocument
from smq.vcs.folder import git_folder, shallow_file
from smq.vcs.header_reader import HeaderReader
from smq.vcs.repository import Repository, opened

if TYPE_CHECKING:
    from git import Commit


def history(root: Path, settings: Settings, base: str | None = None) -> History:
    """Return what git knows that rules need; git itself runs only when a base is named.

    Raises:
        SmqError: the base is no revision, or git refuses.
    """
    folder = git_folder(root)
    if folder is None:
        if base:
            raise SmqError(
                _("There is no git repository here: --base has nothing to compare with."), None
            )
        return History()
    shallow = shallow_file(folder).exists()
    if base is None:
        return History(available=True, shallow=shallow)
    with opened(root) as here:
        tip = named(here, base)
        ancestor = here.ancestor(tip)
        theirs = documents_at(here, settings, tip)
        parted = ancestor is None or ancestor.hexsha != tip.hexsha
        past = documents_at(here, settings, ancestor) if ancestor and parted else []
    return History(
        available=True,
        shallow=shallow,
        base=base,
        base_codes=_codes(theirs),
        base_ids=tuple({d.path: d.id for d in (*past, *theirs) if d.id}.items()),
        # Without a common past nothing of theirs was ever here to be deleted.
        ancestor_codes=_codes(past) if parted else None,
    )


def settings_at(root: Path, base: str) -> bytes | None:
    """Return `smq.yaml` where this branch left a base, None when there was none.

    Raises:
        SmqError: the base is no revision, or git refuses.
    """
    return content_at_base(root, base, "smq.yaml")


def content_at_base(root: Path, base: str, path: str) -> bytes | None:
    """Return a file of the platform where this branch left a base, None when there was none.

    Args:
        root: folder of `smq.yaml`.
        base: a revision.
        path: POSIX path below the folder.

    Raises:
        SmqError: the base is no revision, or git refuses.
    """
    if git_folder(root) is None:
        return None
    with opened(root) as here:
        ancestor = here.ancestor(named(here, base))
        if ancestor is None:
            return None
        try:
            blob = ancestor.tree / f"{here.prefix}{path}"
        except KeyError:
            return None
        content: bytes = blob.data_stream.read()
        return content


def named(here: Repository, base: str) -> "Commit":
    """Return the commit that a base names.

    Raises:
        SmqError: it is no revision.
    """
    found = None if base.startswith("-") else here.commit(base)
    if found is None:
        raise SmqError(
            _("«{base}» is no revision of this repository."),
            _("Examples: HEAD, main, origin/main."),
            base=base,
        )
    return found


def documents_at(here: Repository, settings: Settings, commit: "Commit") -> list[PastDocument]:
    """Return the documents of a commit, sorted by path; one process of git reads them all."""
    from git import Blob

    reader = HeaderReader(settings)
    found = []
    for item in commit.tree.traverse():
        if not isinstance(item, Blob) or not str(item.path).startswith(here.prefix):
            continue
        path = str(item.path).removeprefix(here.prefix)
        if reader.is_document(path):
            found.append(reader.document(path, item.data_stream.read()))
    return sorted(found, key=lambda document: document.path)


def _codes(documents: Iterable[PastDocument]) -> tuple[tuple[str, str], ...]:
    return tuple((d.code.text, d.path) for d in documents if d.code)
