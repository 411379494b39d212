"""Which field of a header is meant by the word that a person typed before the `=`."""

from collections.abc import Iterable, Mapping

from smq.links.folding import fold
from smq.model import FieldType

_PRINTED = {
    "redige par": "redacteur",
    "verifie par": "verificateur",
    "approuve par": "approbateur",
    "etat": "statut",
    "date d'application": "date_application",
    "prochaine revue": "prochaine_revue",
}
"""Words of the printed title block, folded → the field."""


def meant_field(
    typed: str, keys: Mapping[str, str], known: Iterable[str], own: Iterable[FieldType]
) -> str:
    """Return our name of a field, whatever its case and accents, or by its printed label.

    Args:
        typed: what stands before the `=`.
        keys: our name → the key of this tree.
        known: names of the fields of any type.
        own: fields of the type of the document.

    Returns: what was typed when it is no field.
    """
    theirs = {key: name for name, key in keys.items()}
    if typed in theirs:
        return theirs[typed]
    own, folded = tuple(own), fold(typed)
    names = (*known, *(field.name for field in own))
    if typed in names:
        return typed
    by_name = {fold(name): name for name in names}
    by_label = {fold(label): field.name for field in own for _language, label in field.labels}
    found = by_name.get(folded.replace(" ", "_")) or _PRINTED.get(folded)
    return found or by_label.get(folded, typed)
