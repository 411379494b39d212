"""Writes the changes of a command, or shows them with `--dry-run`."""

from collections.abc import Sequence

from smq import files
from smq.cli import console
from smq.cli.session import Session
from smq.i18n import Translator, _
from smq.load import text
from smq.model import Change


def save(session: Session, changes: Sequence[Change], *, dry_run: bool, held: bool = False) -> None:
    """Write the changes in the platform's folder; with `dry_run`, list them on stdout instead.

    Args:
        session: the command's.
        changes: what to write.
        dry_run: write nothing.
        held: the caller holds the folder's lock already.

    Raises:
        SmqError: nothing could be written.
    """
    if not dry_run:
        files.apply(session.root, changes, held=held)
        return
    for change in changes:
        console.product(described(change, session.translate))


def described(change: Change, translate: Translator) -> str:
    """Return a line that says what a change does, with the lines it adds and removes."""
    from difflib import unified_diff

    if change.after is None:
        return translate(_("deletes {path}"), path=change.path)
    verb = _("creates {path}") if change.before is None else _("changes {path}")
    head = translate(verb, path=change.path)
    if b"\0" in change.after or change.after.startswith(b"%PDF"):
        # Neither a PDF nor a workbook has lines that a person could read.
        return head
    before, after = (_text(raw).splitlines() for raw in (change.before or b"", change.after))
    lines = [
        f"  {line}"
        for line in list(unified_diff(before, after, n=0, lineterm=""))[2:]
        if not line.startswith("@@")
    ]
    return "\n".join([head, *lines])


def _text(raw: bytes) -> str:
    """Return a file as people read it: one that Excel saved in an older encoding too."""
    found = text.decode(raw)
    return raw.decode("utf-8", errors="replace") if found is None else found.text
