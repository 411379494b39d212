"""What the files of `.git` tell without starting git, which every command can afford."""

from pathlib import Path

from smq.i18n import _

NOT_WHOLE = _("Warning: this copy of the repository is not whole; older numbers are not known.")
"""What is said where a number is given in a shallow clone."""


def git_folder(folder: Path) -> Path | None:
    """Return the `.git` of the work tree that holds a folder, None when there is none."""
    for parent in (folder, *folder.parents):
        candidate = parent / ".git"
        if candidate.exists():
            return candidate
    return None


def around(folder: Path) -> Path | None:
    """Return the top of the work tree that holds a folder, None when it is a top or in none."""
    if (folder / ".git").exists():
        return None
    git = git_folder(folder)
    return git.parent if git else None


def is_shallow(root: Path) -> bool:
    """Return whether a folder lies in a clone that does not hold the whole history."""
    git = git_folder(root)
    return git is not None and shallow_file(git).exists()


def boundary(root: Path) -> frozenset[str]:
    """Return the names of the commits before which a clone holds nothing; none when it is whole."""
    git = git_folder(root)
    return frozenset(_content(shallow_file(git)).split()) if git else frozenset()


def shallow_file(git: Path) -> Path:
    """Return the file whose presence says that a clone does not hold the whole history.

    Args:
        git: `.git` of a work tree; in a second work tree and in a submodule it is a file that leads
            to the real folder.
    """
    real = git if git.is_dir() else git.parent / _content(git).removeprefix("gitdir:").strip()
    common = real / "commondir"
    return (real / _content(common) if common.is_file() else real) / "shallow"


def _content(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return ""
