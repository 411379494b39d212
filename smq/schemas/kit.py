"""The schema of `kit.yaml`."""

from smq.i18n import LANGUAGES, _
from smq.kit.kit import DOCUMENT_KEYS, KEYS, PROCESS_KEYS
from smq.load.words import ROLES
from smq.model.settings import FAMILIES
from smq.schemas.settings import readers_shape, reviews_shape, roles_shape
from smq.schemas.shapes import (
    Schema,
    by_name,
    choice,
    listing,
    mapping,
    needed_text,
    suggestion,
    text,
    texts,
)

TITLE = _("Kit (kit.yaml)")


def kit_schema() -> Schema:
    """Return the schema."""
    return mapping(
        KEYS,
        {
            "nom": text(_("Name of the kit.")),
            "version": text(_("Version of the kit.")),
            "langue": choice(LANGUAGES, _("Language of its documents.")),
            "smq": text(_("Versions of smq that can use it.")),
            "titre": text(_("Title of the kit.")),
            "tailles": by_name(texts(""), _("Size → its models, or all.")),
            "roles": roles_shape(),
            "revues": reviews_shape(),
            "lectures": readers_shape(),
            "processus": listing(_process(), _("Processes that it proposes.")),
            "documents": listing(_document(), _("Its documents, in the order of numbering.")),
        },
        needed=("tailles", "processus", "documents"),
    )


def _process() -> Schema:
    return mapping(
        PROCESS_KEYS,
        {
            "code": needed_text(_("Code of the process, as it stands in codes.")),
            "titre": text(_("Title of the process.")),
            "famille": choice(FAMILIES, _("Family of the process on the map.")),
            "pilote": {**suggestion(ROLES), "description": _("Role of who leads it at first.")},
            "si": text(_("Condition on the answers: taken when it holds.")),
        },
        needed=("code",),
    )


def _document() -> Schema:
    return mapping(
        DOCUMENT_KEYS,
        {
            "modele": needed_text(_("Name of the model.")),
            "type": needed_text(_("Type of document.")),
            "processus": needed_text(_("Code of the process.")),
            "fichier": needed_text(_("File below «documents».")),
            "si": text(_("Condition on the answers: taken when it holds.")),
        },
        needed=("modele", "type", "processus", "fichier"),
    )
