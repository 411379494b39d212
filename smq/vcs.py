"""The only code that knows git. GitPython is imported where git is really asked."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smq.errors import SmqError
from smq.i18n import _
from smq.model import Codification, History, Settings

if TYPE_CHECKING:
    from git import Repo

_CODE_LINE = re.compile(r"^\+{1,2}(?:code|alias):\s*(.+)$")
_NAME_LINE = re.compile(r"^\+{3} \"?b/(.+?)\"?$")


def git_folder(folder: Path) -> Path | None:
    """Return the `.git` of the work tree that holds a folder, None when there is none."""
    for parent in (folder, *folder.parents):
        candidate = parent / ".git"
        if candidate.exists():
            return candidate
    return None


def history(root: Path, settings: Settings, base: str | None = None) -> History:
    """Return what git knows that rules need; git itself runs only when a base is named.

    Raises:
        SmqError: the base is no revision.
    """
    folder = git_folder(root)
    if folder is None:
        if base:
            raise SmqError(
                _("There is no git repository here: --base has nothing to compare with."), None
            )
        return History()
    shallow = (folder / "shallow").exists()
    if base is None:
        return History(available=True, shallow=shallow)
    return History(
        available=True,
        shallow=shallow,
        base=base,
        base_codes=_Git.open(root).codes_at(base, settings),
    )


def codes_ever_given(root: Path, codification: Codification) -> tuple[tuple[str, ...], bool]:
    """Return every code that any branch ever held, and whether the clone is shallow.

    File names ever added and `code` and `alias` lines ever added, over all local and remote-tracking
    branches, in one pass of `git log`. Nothing when the folder lies in no repository.
    """
    folder = git_folder(root)
    if folder is None:
        return (), False
    return _Git.open(root).codes_ever(codification), (folder / "shallow").exists()


@dataclass(frozen=True, slots=True)
class Identity:
    """Who signs commits."""

    name: str
    email: str


def identity(folder: Path) -> Identity | None:
    """Return the git identity that a commit in a folder would bear, None when it has none."""
    name, email = os.environ.get("GIT_AUTHOR_NAME"), os.environ.get("GIT_AUTHOR_EMAIL")
    if name and email:
        return Identity(name, email)
    from git import Git

    git = Git(str(folder if folder.is_dir() else folder.parent))
    name = git.config("--get", "user.name", with_exceptions=False)
    email = git.config("--get", "user.email", with_exceptions=False)
    return Identity(str(name), str(email)) if name and email else None


def create(root: Path, message: str, *, who: Identity | None) -> None:
    """Make the folder a repository when it lies in none, and commit everything it holds.

    Args:
        root: the platform's folder.
        message: of the commit.
        who: identity to set for this repository only, None to use git's own.

    Raises:
        SmqError: git refuses.
    """
    with _told():
        repo = _Git.open(root).repo if git_folder(root) else _init(root)
        if who:
            with repo.config_writer() as config:
                config.set_value("user", "name", who.name)
                config.set_value("user", "email", who.email)
        repo.git.add("--", str(root))
        repo.git.commit("--quiet", "-m", message, "--", str(root))


def _init(root: Path) -> "Repo":
    from git import Repo

    return Repo.init(root, initial_branch="main")


class _told:  # noqa: N801
    """Turns what git refuses into one sentence."""

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> None:
        """Raise our error in place of GitPython's."""
        from git.exc import GitCommandError, GitCommandNotFound

        if isinstance(error, GitCommandNotFound):
            raise SmqError(_("The program git was not found."), _("Install git.")) from error
        if isinstance(error, GitCommandError):
            lines = str(error.stderr).strip().strip("'").splitlines()
            reason = lines[-1].strip() if lines else str(error.status)
            raise SmqError(_("git refuses: {reason}"), None, reason=reason) from error


@dataclass(frozen=True)
class _Git:
    """A repository, and where the platform's folder lies in it."""

    repo: "Repo"
    prefix: str

    @classmethod
    def open(cls, root: Path) -> "_Git":
        from git import Repo

        with _told():
            repo = Repo(root, search_parent_directories=True)
            top = Path(str(repo.working_tree_dir)).resolve()
        relative = root.resolve().relative_to(top).as_posix()
        return cls(repo, "" if relative == "." else f"{relative}/")

    def codes_at(self, base: str, settings: Settings) -> tuple[tuple[str, str], ...]:
        """Return (code, path) of the documents in the tree of a revision; the file name tells the code."""
        from git.exc import BadName, GitCommandError

        try:
            commit = self.repo.commit(base)
            listing = self.repo.git.ls_tree("-r", "-z", "--name-only", commit.hexsha)
        except (BadName, GitCommandError, ValueError) as error:
            raise SmqError(
                _("«{base}» is no revision of this repository."),
                _("Examples: HEAD, main, origin/main."),
                base=base,
            ) from error
        found = []
        for name in listing.split("\0"):
            path = name.removeprefix(self.prefix)
            if name.startswith(self.prefix) and _is_document(path, settings):
                stem = path.rpartition("/")[2].removesuffix(".md")
                code = settings.codification.parse_start(stem)
                if code:
                    found.append((code.text, path))
        return tuple(found)

    def codes_ever(self, codification: Codification) -> tuple[str, ...]:
        """Return every code in file names and in `code` and `alias` lines of any commit."""
        if not self.repo.references and not self.repo.head.is_valid():
            return ()
        with _told():
            log = self.repo.git.log(
                "--all",
                "--no-renames",
                "--cc",
                "--unified=0",
                "--format=",
                "--no-color",
                "--",
                str(self.repo.working_tree_dir),
                strip_newline_in_stdout=False,
            )
        found: set[str] = set()
        for line in log.split("\n"):
            name = _NAME_LINE.match(line)
            if name:
                stem = name[1].rpartition("/")[2].removesuffix(".md")
                code = codification.parse_start(stem)
                if code:
                    found.add(code.text)
                continue
            written = _CODE_LINE.match(line)
            if written:
                found.update(code.text for _s, _e, code in codification.find(written[1]))
        return tuple(sorted(found))


def _is_document(path: str, settings: Settings) -> bool:
    return path.endswith(".md") and any(
        root in ("", ".") or path.startswith(f"{root.strip('/')}/")
        for root in settings.reading.roots
    )
