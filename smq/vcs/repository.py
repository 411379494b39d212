"""Opens the repository that holds a platform, and says in one sentence what git refuses."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from smq.errors import SmqError
from smq.i18n import _

if TYPE_CHECKING:
    from git import Commit, Repo


@contextlib.contextmanager
def told() -> Iterator[None]:
    """Turn what git refuses into one sentence.

    Raises:
        SmqError: the program git is missing, or refuses.
    """
    try:
        from git import exc
    except ImportError as error:
        # GitPython looks for the program when it is imported.
        raise SmqError(_("The program git was not found."), _("Install git.")) from error
    try:
        yield
    except exc.GitCommandNotFound as error:
        raise SmqError(_("The program git was not found."), _("Install git.")) from error
    except exc.GitCommandError as error:
        # GitPython keeps what git said as «stderr: '…'».
        lines = str(error.stderr).strip().removeprefix("stderr:").strip().strip("'").splitlines()
        reason = lines[-1].strip() if lines else str(error.status)
        raise SmqError(_("git refuses: {reason}"), None, reason=reason) from error
    except (exc.InvalidGitRepositoryError, exc.NoSuchPathError) as error:
        raise SmqError(
            _("{folder} holds a .git that git does not recognise."),
            _("Copy the folder again with its whole history, or ask a colleague."),
            folder=str(error),
        ) from error


@dataclass(frozen=True)
class Repository:
    """A repository, and where the platform's folder lies in it.

    Attributes:
        repo: GitPython's.
        prefix: path of the platform's folder from the top, with its final `/`, or nothing.
    """

    repo: "Repo"
    prefix: str

    @property
    def head(self) -> str | None:
        """Return the name of the last commit, None before the first; git is not started for it."""
        from git import SymbolicReference

        try:
            return SymbolicReference.dereference_recursive(self.repo, "HEAD")
        except ValueError:
            return None

    def commit(self, revision: str) -> "Commit | None":
        """Return the commit that a revision names, None when it names none."""
        from git import exc

        try:
            found = self.repo.git.rev_parse("--verify", "--quiet", f"{revision}^{{commit}}")
        except exc.GitCommandError:
            return None
        return self.repo.commit(found)

    def ancestor(self, commit: "Commit") -> "Commit | None":
        """Return where HEAD and a commit parted, None when they never met."""
        if not self.repo.head.is_valid():
            return None
        found = self.repo.merge_base(self.repo.head.commit, commit)
        return found[0] if found else None


@contextlib.contextmanager
def opened(root: Path) -> Iterator[Repository]:
    """Open the repository that holds a platform's folder.

    Raises:
        SmqError: there is none, or git refuses.
    """
    with told():
        from git import Repo

        repo = Repo(root, search_parent_directories=True)
        try:
            top = Path(str(repo.working_tree_dir)).resolve()
            inside = root.resolve()
            if repo.working_tree_dir is None or not inside.is_relative_to(top):
                raise SmqError(_("{folder} lies in no work tree of git."), folder=str(root))
            relative = inside.relative_to(top).as_posix()
            yield Repository(repo, "" if relative == "." else f"{relative}/")
        finally:
            # Its own `close` also searches the whole memory twice for objects left behind.
            repo.git.clear_cache()
