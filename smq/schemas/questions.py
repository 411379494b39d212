"""The schema of `questions.yaml`, what `smq init` asks."""

from smq.i18n import _
from smq.kit.questions import CHOICE_KEYS, FILE_KEYS, KEYS, KINDS, PART_KEYS
from smq.schemas.doctype import in_languages
from smq.schemas.shapes import (
    Schema,
    choice,
    listing,
    mapping,
    needed_text,
    text,
    texts,
    yes_or_no,
)

TITLE = _("Questions of a kit (questions.yaml)")


def questions_schema() -> Schema:
    """Return the schema."""
    part = mapping(
        PART_KEYS,
        {
            "titre": in_languages(_("Heading, in each language.")),
            "cles": texts(_("Names of the answers asked under it.")),
        },
    )
    return mapping(
        FILE_KEYS,
        {
            "parties": listing(part, _("Headings of the dialogue.")),
            "questions": listing(_question(), _("Questions, in order.")),
        },
    )


def _question() -> Schema:
    option = mapping(
        CHOICE_KEYS,
        {
            "valeur": needed_text(_("What the answer is.")),
            "libelle": in_languages(_("What people read, in each language.")),
        },
        needed=("valeur",),
    )
    return mapping(
        KEYS,
        {
            "cle": needed_text(_("Name of the answer.")),
            "type": choice(KINDS, _("What an answer is.")),
            "question": in_languages(_("The question, in each language.")),
            "aide": in_languages(_("What is shown on «?», in each language.")),
            "inconnu": in_languages(_("What stands in a placeholder, in each language.")),
            "defaut": texts(_("Answer proposed; null: not known yet; []: none.")),
            "obligatoire": yes_or_no(_("Whether an answer must be given.")),
            "valeurs": listing(option, _("Choices, or suggestions for a list.")),
            "si": text(_("Condition on the answers: asked when it holds.")),
        },
        needed=("cle",),
    )
