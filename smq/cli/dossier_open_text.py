"""Says what free text enters the masked form: the tool does not judge what people wrote."""

from smq.cli import console
from smq.evaluation.masking import Mask
from smq.evaluation.open_text import open_texts
from smq.i18n import Translator, _
from smq.model import QualitySystem

_SHOWN = 4


def say_open_text(system: QualitySystem, mask: Mask, translate: Translator) -> None:
    """Write one line to stderr: free text stays readable, and where to begin to read it again."""
    found = [
        f"{cell.row.at(cell.column.name).path}:{cell.row.line} ({cell.column.label})"
        for cell in open_texts(system, mask)
    ]
    left = len(found) - _SHOWN
    if left > 0:
        found[_SHOWN:] = [translate(_("and {count} more"), count=left)]
    sentence = (
        _(
            "To read again before it is handed out: free text is not masked, and these cells are"
            " about those who asked for confidential work, or what they asked: {places}."
        )
        if found
        else _("To read again before it is handed out: the free text of documents and registers.")
    )
    console.aside(translate(sentence, places=", ".join(found)))
