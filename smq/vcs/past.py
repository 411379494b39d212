"""The platform's folder as it was at a revision, in a temporary folder."""

import contextlib
import tarfile
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from smq.errors import SmqError
from smq.i18n import _
from smq.vcs.repository import opened


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
            raise SmqError(
                _("«{revision}» is no revision of this repository."),
                _("Give a date's commit, a tag or a branch; the list: git log --oneline"),
                revision=revision,
            )
        content = BytesIO()
        folder = f"{commit.hexsha}:{here.prefix.rstrip('/')}"
        if here.prefix and not here.repo.git.ls_tree("-d", commit.hexsha, here.prefix.rstrip("/")):
            yield Path(temporary)
            return
        here.repo.archive(content, folder, format="tar")
        content.seek(0)
        with tarfile.open(fileobj=content) as archive:
            archive.extractall(temporary, filter=_kept)
        yield Path(temporary)


def _kept(member: tarfile.TarInfo, folder: str) -> tarfile.TarInfo | None:
    """Return what may be unpacked; a link that leaves the folder is left out."""
    try:
        return tarfile.data_filter(member, folder)
    except tarfile.FilterError:
        return None
