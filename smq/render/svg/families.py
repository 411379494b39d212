"""The three families of processes as pictures show them: words and colours."""

from collections.abc import Sequence
from dataclasses import dataclass

from smq.i18n import Translator, _
from smq.model import Process
from smq.render.typography import french


@dataclass(frozen=True, slots=True)
class Look:
    """Colours of a family: `dark` for lines and words, `tint` behind; apart in grey print too."""

    dark: str
    tint: str


@dataclass(frozen=True, slots=True)
class Family:
    """A family: its word in `smq.yaml`, its heading (a msgid) and its colours."""

    word: str
    heading: str
    look: Look


FAMILIES = (
    Family("management", _("Management processes"), Look("#1f3d6b", "#e6edf6")),
    Family("realisation", _("Realisation processes"), Look("#1e6a3c", "#e3f1e7")),
    Family("support", _("Support processes"), Look("#84540a", "#faefdb")),
)
OTHER = Look("#4a5563", "#eef0f3")


def family_of(process: Process) -> Family:
    """Return the family of a process; one whose family is not known counts as support."""
    return next((family for family in FAMILIES if family.word == process.family), FAMILIES[-1])


def in_order(processes: Sequence[Process]) -> tuple[Process, ...]:
    """Return the processes family by family, in the order of `smq.yaml` within each."""
    return tuple(
        process for family in FAMILIES for process in processes if family_of(process) is family
    )


def set_in(translate: Translator, text: str) -> str:
    """Return a user's text with the no-break spaces of the language."""
    return french(text) if translate.language == "fr" else text
