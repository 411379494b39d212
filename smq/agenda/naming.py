"""What people read for a sort of date, and where it is written."""

from collections.abc import Mapping

from smq.i18n import Translator, _
from smq.model.due import Due
from smq.root import FILE_NAME

KINDS = {
    "accueil": _("welcome"),
    "acces": _("access"),
    "action": _("action"),
    "attendu": _("expected at a session"),
    "attestation": _("attestation"),
    "audit": _("audit"),
    "contrat": _("contract"),
    "derogation": _("derogation"),
    "document_externe": _("external document"),
    "enquete": _("survey"),
    "etalonnage": _("calibration"),
    "evaluation": _("evaluation"),
    "exercice": _("traceability exercise"),
    "formation": _("training of staff"),
    "fournisseur": _("supplier"),
    "habilitation": _("authorisation"),
    "label": _("label"),
    "maintenance": _("maintenance"),
    "non_conformite": _("nonconformity"),
    "objectif": _("objective"),
    "page_web": _("web page"),
    "renouvellement": _("renewal of equipment"),
    "restauration": _("restoration test"),
    "reunion": _("meeting"),
    "revue": _("document review"),
    "risque": _("risk"),
    "seance": _("session"),
    "tarif": _("prices"),
}
"""Words (msgids) of the sorts of the kit and of smq itself."""


def kind_words(kind: str, translate: Translator) -> str:
    """Return what people read for a sort; a platform's own sort is its word without underscores."""
    return translate(KINDS[kind]) if kind in KINDS else kind.replace("_", " ")


def written_in(one: Due, titles: Mapping[str, str], translate: Translator) -> str:
    """Return where a date is written: a register and a row, the settings, or a document.

    Args:
        one: the date.
        titles: of the registers, by name.
        translate: the reader's language.
    """
    table, colon, key = one.ref.partition(":")
    if table in titles:
        return translate(_("Register «{title}», {key}"), title=titles[table], key=key)
    if one.location.path == FILE_NAME:
        return translate(_("Settings of the platform ({path})"), path=FILE_NAME)
    return key if colon else translate(_("Document {code}"), code=one.ref)
