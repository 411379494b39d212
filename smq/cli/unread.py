"""Says which files could not be read: what they hold is in no verdict."""

from smq.cli import console
from smq.i18n import Translator, _
from smq.model import QualitySystem, Word

_UNREAD = frozenset({"unreadable-header", "unreadable-register", "merge-marker"})
"""Kinds of reading problems that leave a file, or the rest of it, unread."""


def say_unread(system: QualitySystem, translate: Translator) -> None:
    """Write a line to stderr for each file that could not be read, and what to do."""
    said = set()
    for problem in system.problems:
        path = problem.location.path
        if problem.kind in _UNREAD and path not in said:
            said.add(path)
            reason = dict(problem.values).get("reason")
            sentence = (
                _("Warning: {path} cannot be read: {reason}. What it holds is not judged.")
                if reason
                else _("Warning: {path} cannot be read. What it holds is not judged.")
            )
            console.aside(translate(sentence, path=path, reason=Word(reason or "")))
    if said:
        console.aside(translate(_("The place of each fault: smq check")))
