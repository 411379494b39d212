"""Shows what a renaming writes: each file once, moved or not, and what followed."""

from smq.cli import console
from smq.cli.saving import described
from smq.i18n import Translator, _
from smq.model import Change
from smq.operations.renaming import Renamed


def show_renamed(renamed: Renamed, translate: Translator) -> None:
    """List what would be written; a file that moves is shown once, with what changes in it."""
    changes = {change.path: change for change in renamed.changes}
    for old, new in renamed.moved:
        before, after = changes[old].before, changes.pop(new).after
        if changes[old].after is None:
            del changes[old]
        console.product(
            translate(_("moves {path} to {new}"), path=old, new=new)
            + _difference(Change(new, before, after), translate)
        )
    for change in changes.values():
        console.product(described(change, translate))


def say_followed(renamed: Renamed, translate: Translator) -> None:
    """Say how many other files follow, and which tables cite a code and cannot follow."""
    console.aside(
        translate.plural(
            _("{count} other file follows."), _("{count} other files follow."), len(renamed.citing)
        )
    )
    for table, path in renamed.untouched:
        sentence = _(
            "Warning: the table «{table}» cites a code that changed; it is read from {path}, which"
            " smq does not write."
        )
        console.aside(translate(sentence, table=table, path=path))


def _difference(change: Change, translate: Translator) -> str:
    if change.before == change.after:
        return ""
    return "".join(f"\n{line}" for line in described(change, translate).split("\n")[1:])
