"""The platform's folder as it was at a revision, in a temporary folder."""

import contextlib
import tarfile
import tempfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

from smq.errors import SmqError
from smq.i18n import _
from smq.vcs.repository import Repository, opened


def version_named(root: Path, typed: str, day: date | None) -> str:
    """Return the revision that git knows for what a person typed: a name of git's, or a date.

    Args:
        root: folder whose repository is asked.
        typed: what the person wrote.
        day: that it says, None when it is no date; the last version of that day or before is meant.

    Raises:
        SmqError: there is no such version, or git refuses.
    """
    with opened(root) as here:
        if not typed.startswith("-") and here.commit(typed) is not None:
            return typed
        if day is not None:
            return _version_of(here, day, typed)
        if not here.repo.head.is_valid():
            raise SmqError(
                _("Nothing was recorded in git yet: there is no version to compare with."),
                _("Record this one: smq save"),
            )
        count = int(here.repo.git.rev_list("--count", "HEAD"))
        if typed.startswith("HEAD") and count == 1:
            raise SmqError(
                _("Only one version was recorded in git: there is none before it."),
                _("Compare with it: --since HEAD"),
            )
        raise SmqError(_UNKNOWN, _HOW, revision=typed)


_UNKNOWN = _("git knows no version named «{revision}».")
_HOW = _(
    "Give a date such as 2027-01-31, HEAD~1 for the version before the last, or one of this list:"
    " git log --oneline"
)


def _version_of(here: Repository, day: date, typed: str) -> str:
    """Return the last version whose day, where it was recorded, is not after a day."""
    dated = here.repo.git.log("HEAD", "--format=%H %cs") if here.repo.head.is_valid() else ""
    pairs = [line.split(" ") for line in dated.splitlines()]
    found = next((name for name, on in pairs if date.fromisoformat(on) <= day), None)
    if found is None:
        first = pairs[-1][1] if pairs else "–"
        raise SmqError(
            _("No version was recorded in git on {typed} or before."),
            _("The first one is of {first}."),
            typed=typed,
            first=date.fromisoformat(first) if pairs else first,
        )
    return found


@contextlib.contextmanager
def folder_at(root: Path, revision: str) -> Iterator[Path]:
    """Give the folder of a platform as it was at a revision; it is removed afterwards.

    It is empty when the platform was not there yet.

    Raises:
        SmqError: the revision does not exist, or git refuses.
    """
    with opened(root) as here, tempfile.TemporaryDirectory(prefix="smq-") as temporary:
        commit = None if revision.startswith("-") else here.commit(revision)
        if commit is None:
            raise SmqError(_UNKNOWN, _HOW, revision=revision)
        content = BytesIO()
        folder = f"{commit.hexsha}:{here.prefix.rstrip('/')}"
        if here.prefix and not here.repo.git.ls_tree("-d", commit.hexsha, here.prefix.rstrip("/")):
            yield Path(temporary)
            return
        here.repo.archive(content, folder, format="tar")
        content.seek(0)
        with tarfile.open(fileobj=content) as archive:
            _unpack(archive, Path(temporary))
        yield Path(temporary)


def _unpack(archive: tarfile.TarFile, folder: Path) -> None:
    """Write the files of an archive that lie in it; a link is left out, wherever it leads.

    `extractall(filter=…)` does the same from Python 3.11.4 on only.
    """
    for member in archive:
        place = (folder / member.name).resolve()
        if not place.is_relative_to(folder.resolve()):
            continue
        source = archive.extractfile(member) if member.isfile() else None
        if source is not None:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(source.read())
