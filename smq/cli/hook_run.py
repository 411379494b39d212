"""What smq's own hook calls: the check of what git is about to record or to send."""

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import typer

from smq import check as engine
from smq import debt
from smq.cli import console
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import _, plural
from smq.model import Finding, QualitySystem, Settings, Severity
from smq.report.sentence import hint, message
from smq.report.text import WORDS
from smq.vcs.hook_script import Event
from smq.vcs.proposed import Proposed, about_to_be_recorded, about_to_be_sent, folder_of
from smq.vcs.refusals import OWN_HOOK

_SHOWN = 10
_FROM_GIT = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
_FOUND = {
    "commit": plural(
        _("smq check found {count} fault in what was about to be recorded:"),
        _("smq check found {count} faults in what was about to be recorded:"),
    ),
    "push": plural(
        _("smq check found {count} fault in what was about to be sent:"),
        _("smq check found {count} faults in what was about to be sent:"),
    ),
}
_END = {
    "commit": _("Nothing was recorded, your files are as they were: correct, then record again."),
    "push": _("Nothing was sent, your files are as they were: correct, record, then send again."),
}


def run(session: Session, event: Event) -> None:
    """Check what git is about to do, and stop it at a fault.

    Raises:
        Exit: 1 when there is something to correct first.
        SmqError: what git is about to do cannot be read.
    """
    index = os.environ.get("GIT_INDEX_FILE")
    proposed: Sequence[Proposed]
    if event.word == "commit":
        proposed = (about_to_be_recorded(session.root, Path(index).absolute() if index else None),)
    else:
        proposed = about_to_be_sent(session.root, sys.stdin.read())
    # They speak of the work tree, and would follow into the folder that is checked.
    for name in _FROM_GIT:
        os.environ.pop(name, None)
    for each in proposed:
        system, found = _faults(session, each.tree)
        new = debt.beyond(found, system, _known(session, each.before)) if found else ()
        if new:
            _refuse(new, event, session)
        elif found:
            console.aside(
                session.translate.plural(
                    _("smq check: {count} fault that was there before stops nothing."),
                    _("smq check: {count} faults that were there before stop nothing."),
                    len(found),
                )
            )


def _known(session: Session, tree: str | None) -> Mapping[debt.Entry, int]:
    """Return the faults that were there before."""
    if tree is None:
        return {}
    try:
        system, found = _faults(session, tree)
    except SmqError:
        # Settings that could not be read: whoever mends them must be let through.
        return {}
    return debt.counted(found, system)


def _faults(session: Session, tree: str) -> tuple[QualitySystem, tuple[Finding, ...]]:
    """Return a platform as a tree holds it, and what is to be corrected there, heaviest first."""
    with folder_of(session.root, tree) as folder:
        if folder is None:
            return QualitySystem(Settings(name=""), today=session.today), ()
        there = session if folder == session.root else replace(session, start=folder)
        system = there.system(evidence=True, recordings=True)
        limit = Severity(system.settings.fail_on).rank
        found = [f for f in engine.run(system) if f.severity.rank <= limit]
        return system, tuple(sorted(found, key=lambda finding: finding.severity.rank))


def _refuse(found: Sequence[Finding], event: Event, session: Session) -> None:
    """Say what is to be corrected first, and stop.

    Raises:
        Exit: 1.
    """
    say = session.translate
    console.aside(say.plural(*_FOUND[event.word], len(found)))
    for finding in found[:_SHOWN]:
        weight = say(WORDS[finding.severity])
        console.aside(f"  {finding.location}: {weight} {finding.rule} {message(finding, say)}")
        if remedy := hint(finding, say):
            console.aside(f"      → {remedy}")
    if len(found) > _SHOWN:
        console.aside(say(_("  … and {count} more: smq check"), count=len(found) - _SHOWN))
    console.aside(
        say(_("In an emergency: smq hook remove, then your command, then smq hook install."))
    )
    # The last line is what `smq save` and `smq sync` repeat.
    console.aside(f"{OWN_HOOK}{say(_END[event.word])}")
    raise typer.Exit(1)
