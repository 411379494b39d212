"""Says what the masked form hides because nothing tells that it is open to all."""

from smq.cli import console
from smq.evaluation.confidential import Doubt
from smq.i18n import Translator, _, plural
from smq.model import QualitySystem

_SHOWN = 3

_ABSENT = plural(
    _("In doubt, masked: {path} has no column «{name}», {count} row of «{table}»."),
    _("In doubt, masked: {path} has no column «{name}», {count} rows of «{table}»."),
)
_SILENT = plural(
    _("In doubt, masked: «{column}» tells nothing in {count} row of «{table}»: {places}."),
    _("In doubt, masked: «{column}» tells nothing in {count} rows of «{table}»: {places}."),
)


def say_doubts(doubts: tuple[Doubt, ...], system: QualitySystem, translate: Translator) -> None:
    """Write a line to stderr for each column that leaves rows in doubt.

    Args:
        doubts: what was taken for confidential.
        system: the platform.
        translate: language of whoever runs the command.
    """
    for doubt in doubts:
        register = system.registers[doubt.table]
        column = register.schema.column(doubt.column)
        places = [f"{row.path}:{row.line}" for row in doubt.rows]
        more = ["…"] * (len(places) > _SHOWN)
        values = {
            "table": register.schema.title,
            "column": column.label if column else doubt.column,
            "name": doubt.column,
            "path": doubt.rows[0].path,
            "places": ", ".join((*places[:_SHOWN], *more)),
        }
        count = len(doubt.rows)
        if doubt.people is not None:
            values["people"] = system.registers[doubt.people].schema.title
            sentence = (
                _(
                    "In doubt, masked: {path} has no column «{name}», so nothing says who asked:"
                    " every row of «{people}» is taken for theirs."
                )
                if doubt.absent
                else _(
                    "In doubt, masked: «{column}» does not say who asked ({places}):"
                    " every row of «{people}» is taken for theirs."
                )
            )
            console.aside(translate(sentence, **values))
            continue
        one, many = _ABSENT if doubt.absent else _SILENT
        console.aside(translate.plural(one, many, count, **values))
