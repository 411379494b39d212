"""Says which files could not be read: what they hold is in no verdict."""

from collections.abc import Iterable

from smq.cli import console
from smq.i18n import Translator, _
from smq.model import QualitySystem, Word

_UNREAD = frozenset({"unreadable-header", "unreadable-register", "merge-marker"})
"""Kinds of reading problems that leave a file, or the rest of it, unread."""


def unread_paths(system: QualitySystem) -> tuple[str, ...]:
    """Return the path of each file that could not be read, or not to its end; sorted."""
    return tuple(sorted({p.location.path for p in system.problems if p.kind in _UNREAD}))


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


def say_incomplete(system: QualitySystem, tables: Iterable[str], translate: Translator) -> None:
    """Write a line to stderr for each table that lacks columns, or the file named in smq.yaml."""
    kept = {source.table for source in system.settings.register_sources}
    said = False
    for name in sorted(set(tables)):
        register = system.registers.get(name)
        if register is None or register.unread:
            continue
        if register.missing and register.present:
            sentence = _("Warning: {path} has no column {columns}: what stood there is not seen.")
            values = {"path": register.path, "columns": ", ".join(register.missing)}
        elif name in kept and not register.present:
            sentence = _("Warning: {path}, named in smq.yaml for «{table}», is not there.")
            values = {"path": register.path, "table": register.schema.title}
        else:
            continue
        console.aside(translate(sentence, **values))
        said = True
    if said:
        console.aside(translate(_("The place of each fault: smq check")))
