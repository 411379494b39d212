"""Records changes of a platform's folder in git, and nothing else that lies about."""

from collections.abc import Sequence
from pathlib import Path

from smq.errors import SmqError
from smq.i18n import _
from smq.vcs.commit import identity
from smq.vcs.folder import git_folder
from smq.vcs.repository import opened


def refuse_unsigned(root: Path) -> None:
    """Refuse to record where git does not know who signs.

    Raises:
        SmqError: the folder lies in no repository, or git knows no name.
    """
    if git_folder(root) is None:
        raise SmqError(
            _("This folder keeps no history: nothing can be recorded."),
            _("Leave --commit out, or ask a colleague for a copy with its history."),
        )
    if identity(root) is None:
        raise SmqError(
            _("git does not know your name and e-mail: nothing can be recorded in your name."),
            _(
                "Say it once: smq save --signature, then your name and <e-mail>, between quotation"
                " marks"
            ),
        )


def record(root: Path, paths: Sequence[str], message: str) -> str:
    """Record files of the platform as they are now, deleted ones too; what else changed stays.

    Args:
        root: folder of `smq.yaml`.
        paths: POSIX paths below it.
        message: of the commit.

    Returns:
        The name of the commit.

    Raises:
        SmqError: git refuses; what a hook said stands in the sentence.
    """
    with opened(root) as here:
        asked = [f":(top,literal){here.prefix}{path}" for path in dict.fromkeys(paths)]
        # What git ignores, or never knew and is gone again, cannot be named.
        listed = here.repo.git.ls_files(
            "--cached", "--others", "--exclude-standard", "--full-name", "-z", "--", *asked
        )
        known = [f":(top,literal){path}" for path in listed.split("\0") if path]
        if not known:
            raise SmqError(_("git keeps none of these files: {paths}."), paths=", ".join(paths))
        here.repo.git.add("--all", "--", *known)
        here.repo.git.commit("--quiet", "-m", message, "--", *known)
        return str(here.repo.head.commit.hexsha)
