"""Whether a work tree can take a next version: on a branch, nothing begun by another tool."""

from smq.errors import SmqError
from smq.i18n import _
from smq.model import Word
from smq.vcs.feeding import git_place
from smq.vcs.repository import Repository

_UNFINISHED = {
    "MERGE_HEAD": ("merge", Word(_("bringing in the work of others"))),
    "rebase-merge": ("rebase", Word(_("moving versions"))),
    "rebase-apply": ("rebase", Word(_("moving versions"))),
    "CHERRY_PICK_HEAD": ("cherry-pick", Word(_("taking over one version"))),
    "REVERT_HEAD": ("revert", Word(_("taking back one version"))),
}


def refuse_unready(here: Repository) -> None:
    """Refuse a work tree that stands on no branch, or that another tool left in the middle.

    Raises:
        SmqError: it says what is in the way.
    """
    for name, (command, words) in _UNFINISHED.items():
        if git_place(here, name).exists():
            raise SmqError(
                _("Another program began «{what}» here and did not finish; nothing was changed."),
                _("Finish or give up there, in that program; with git: git {command} --abort"),
                what=words,
                command=command,
            )
    if git_place(here, "index.lock").exists():
        raise SmqError(
            _("Another program is recording a version in this folder right now."),
            _("Wait until it has finished; if none runs any more, remove the file {path}."),
            path=str(git_place(here, "index.lock")),
        )
    if here.repo.head.is_detached:
        raise SmqError(
            _(
                "This folder shows an old version, taken out to be looked at: nothing can be"
                " recorded after it."
            ),
            _("Go back to the line of work, in the program that took it out; with git: {command}"),
            command=f"git switch {_some_branch(here)}",
        )


def branch(here: Repository) -> str:
    """Return the name of the line of work that a work tree stands on."""
    return str(here.repo.active_branch.name)


def _some_branch(here: Repository) -> str:
    names = [head.name for head in here.repo.heads]
    return "main" if "main" in names or not names else str(names[0])
