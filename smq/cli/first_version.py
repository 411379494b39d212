"""The first version of a platform in git: in which repository, signed by whom, what is said."""

from dataclasses import dataclass
from pathlib import Path

from smq import vcs
from smq.cli import console
from smq.cli.signature import ask_identity, later
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.operations.initialise import Plan


@dataclass(frozen=True, slots=True)
class FirstVersion:
    """Where the first version goes.

    Attributes:
        root: the platform's folder.
        shown: how the person types it, between quotes where it holds spaces.
        translate: language of what is said.
        shared: the person wants it in the repository around the folder.
    """

    root: Path
    shown: str
    translate: Translator
    shared: bool

    def announce(self) -> None:
        """Say that a repository around the folder is left alone, while one can still stop.

        Raises:
            SmqError: there is no repository to share.
        """
        top = vcs.around(self.root)
        if self.shared and top is None and not self._is_top:
            raise SmqError(
                _("{folder} lies in no git repository that it could share."),
                _("Leave --same-repository out: smq makes a repository."),
                folder=self.shown,
            )
        if top is not None and not self.shared:
            sentence = _(
                "{folder} lies in the git repository {top}: the platform gets a history of its own."
                " To record it in that repository instead, add --same-repository."
            )
            console.aside(self.translate(sentence, folder=self.shown, top=str(top)))

    def signer(self, *, silent: bool) -> vcs.Identity | None:
        """Return the identity to set in the repository, None when git has its own or none is.

        Raises:
            EOFError, KeyboardInterrupt: the person stopped.
        """
        if silent or vcs.identity(self._repository) is not None:
            return None
        return ask_identity(self.translate)

    def record(self, plan: Plan, who: vcs.Identity | None) -> None:
        """Record the files of a plan, and say what was recorded, or why nothing was.

        Raises:
            SmqError: git refuses.
        """
        say = self.translate
        message = say(
            _("Create the quality system from the kit ({count} documents)"),
            count=len(plan.documents),
        )
        if (who or vcs.identity(self._repository)) is None:
            # The folder's own repository is made all the same: what is recorded later must
            # not fill one that lies around it.
            vcs.begin(self.root, shared=self.shared)
            self._say_later(message)
            return
        paths = [change.path for change in plan.changes]
        if vcs.create(self.root, message, paths, who=who, shared=self.shared):
            console.aside(say(_("A first version is recorded in git.")))
            return
        sentence = _(
            "No version is recorded, because git ignores all the files of {folder}. All documents"
            " are written. To see what makes git ignore them: {command}"
        )
        command = f"git -C {self.shown} check-ignore -v smq.yaml"
        console.aside(say(sentence, folder=self.shown, command=command))

    @property
    def _is_top(self) -> bool:
        return (self.root / ".git").exists()

    @property
    def _repository(self) -> Path | None:
        """Return a folder in the repository of the commit, None when it is still to be made."""
        return self.root if self._is_top else vcs.around(self.root) if self.shared else None

    def _say_later(self, message: str) -> None:
        """Say how to record the first version once git knows who signs it."""
        console.aside(
            self.translate(
                _(
                    "No version is recorded yet, because git does not know your name and e-mail."
                    " Nothing is lost: all documents are written. To record the first version, now"
                    " or later, type this line with your own name and e-mail:"
                )
            )
        )
        console.aside(later(self.shown, message, self.translate))
