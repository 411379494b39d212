"""Where git looks for hooks, and where a platform lies in its repository."""

from pathlib import Path

from smq.errors import SmqError
from smq.i18n import _
from smq.vcs.folder import git_folder
from smq.vcs.repository import opened


def hooks_folder(root: Path) -> Path:
    """Return the folder of the hooks that git runs for a platform, as its settings say.

    Raises:
        SmqError: the platform lies in no repository.
    """
    _refuse_none(root)
    with opened(root) as here:
        said = str(here.repo.git.rev_parse("--git-path", "hooks"))
        return (Path(str(here.repo.working_tree_dir)) / said).resolve()


def top_and_folder(root: Path) -> tuple[Path, str]:
    """Return the top of the work tree, and the platform's folder from there, `.` for the top.

    Raises:
        SmqError: the platform lies in no repository.
    """
    _refuse_none(root)
    with opened(root) as here:
        return Path(str(here.repo.working_tree_dir)).resolve(), here.prefix.rstrip("/") or "."


def _refuse_none(root: Path) -> None:
    if git_folder(root) is None:
        raise SmqError(
            _("This folder keeps no history: there is nothing that git could check."),
            _("Begin one: smq save"),
        )
