"""Says what an evaluation file lacks because it is not in the platform."""

from smq.cli import console
from smq.evaluation.contents import Contents
from smq.i18n import Translator, _
from smq.model import QualitySystem

_SHOWN = 4


def say_absent(entering: Contents, system: QualitySystem, translate: Translator) -> None:
    """Write to stderr which files are named and not there, and which registers have no file."""
    absent = entering.absent
    if absent:
        places = [f"{one.path} ({system.registers[one.table].path}:{one.line})" for one in absent]
        console.aside(
            translate.plural(
                _("Warning: {count} file that a register names is not there: {files}."),
                _("Warning: {count} files that registers name are not there: {files}."),
                len(absent),
                files=_first(places),
            )
        )
    unfiled = [r.path for _name, r in sorted(system.registers.items()) if not r.present]
    if unfiled:
        console.aside(
            translate.plural(
                _("Warning: {count} register has no file, and stays out: {files}."),
                _("Warning: {count} registers have no file, and stay out: {files}."),
                len(unfiled),
                files=_first(unfiled),
            )
        )


def _first(places: list[str]) -> str:
    return ", ".join((*places[:_SHOWN], *["…"] * (len(places) > _SHOWN)))
