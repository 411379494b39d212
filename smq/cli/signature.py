"""Who signs the first version: asked when git does not know, or explained for later."""

import re
from collections.abc import Callable

from smq import vcs
from smq.cli import asking
from smq.i18n import Translator, _
from smq.kit import is_unknown
from smq.kit.typed import is_person

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


def ask_identity(translate: Translator) -> vcs.Identity | None:
    """Ask the name and e-mail that git records with each version; None when the person declines.

    «<» at the e-mail returns to the name; at the name it leaves the question.
    """
    asking.write("")
    asking.write(
        translate(_("git records who wrote what, in this folder only. Your name and e-mail:"))
    )
    asking.write(translate(_("  («?» explains why, «<» leaves this for later.)")))
    while True:
        try:
            name = _asked(translate, _("  Name > "), _why_no_name)
        except asking.BackError:
            return None
        if name is None:
            return None
        try:
            email = _asked(translate, _("  E-mail > "), _why_no_email)
        except asking.BackError:
            continue
        return None if email is None else vcs.Identity(name, email)


def later(folder: str, message: str, translate: Translator) -> str:
    """Return the line that records the first version later, ready to be pasted.

    Args:
        folder: as the person types it, between quotes when it holds spaces; in a repository.
        message: of the version.
        translate: language of the names to replace.
    """
    name = translate(_("First name LAST NAME"))
    email = translate(_("first.last@example.org"))
    return f'  smq -C {folder} save --signature "{name} <{email}>" --message "{message}"'


def _asked(translate: Translator, prompt: str, why_not: Callable[[str], str | None]) -> str | None:
    """Return what was typed once it is taken, None when the person does not know."""

    def explain() -> None:
        asking.write(
            translate(
                _(
                    "  Each version of a document bears the name of who recorded it: this is the"
                    " proof that an evaluator looks for. Nothing is sent anywhere."
                )
            )
        )

    while True:
        line = " ".join(asking.typed(translate(prompt), explain).split())
        if is_unknown(line):
            return None
        reason = why_not(line)
        if reason is None:
            return line
        asking.write(translate(reason, text=line))


def _why_no_name(text: str) -> str | None:
    if not text:
        return _("  A name is needed, for example Camille Martin; «<» leaves this for later.")
    if not is_person(text):
        return _("  «{text}» is no full name; for example Camille Martin.")
    return None


def _why_no_email(text: str) -> str | None:
    if not text:
        return _("  An e-mail is needed, for example camille.martin@univ.example.")
    if "@" not in text:
        return _("  «{text}» holds no @; for example camille.martin@univ.example.")
    if not _EMAIL.fullmatch(text):
        return _("  «{text}» is no e-mail: one @, no space, a dot in what follows the @.")
    return None
