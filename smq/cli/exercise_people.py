"""Who led an exercise and who judges it: a name, of the staff or of somebody from outside."""

from collections.abc import Callable

from smq.cli import console
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.links.folding import letters
from smq.model import QualitySystem, nearest
from smq.model.exercise import Exercise
from smq.operations.exercise import handled_by

_ANSWERS = frozenset({"o", "oui", "n", "non", "y", "yes", "no"})
_TOO_SHORT = 2


def refuse_no_name(word: str, option: str) -> None:
    """Raise for a word that cannot be a name: a yes or no, a number, a single letter.

    Raises:
        SmqError: it is none.
    """
    said = letters(word)
    if said in _ANSWERS or len(said) < _TOO_SHORT or said.isdecimal():
        raise SmqError(
            _("«{word}» is nobody's name ({option})."),
            _("Give a name, or an identifier of the staff such as P01."),
            word=word,
            option=option,
        )


def outside_told(system: QualitySystem, translate: Translator) -> Callable[[str], None]:
    """Return what says once of each name that nobody of the staff bears it."""
    told: set[str] = set()
    names = tuple(name for p in system.settings.people for name in (p.name, p.id))

    def tell(word: str) -> None:
        if word in told or system.settings.person(word) is not None:
            return
        told.add(word)
        near = nearest(word, names)
        sentence = (
            _(
                "«{word}» is nobody of the staff and is kept as somebody from outside;"
                " nearest: {near}."
            )
            if near
            else _("«{word}» is nobody of the staff and is kept as somebody from outside.")
        )
        console.aside(translate(sentence, word=word, near=near or ""))

    return tell


def tell_named(exercise: Exercise, system: QualitySystem, translate: Translator) -> None:
    """Say which of the staff the registers name in the dossiers, before anybody leads them."""
    people = [p.spoken_name for p in system.settings.people if handled_by(exercise, p.id, system)]
    if people:
        sentence = _("Named in these dossiers, so not independent of them: {people}.")
        console.aside(translate(sentence, people=", ".join(people)))
