"""The schema of `evaluation.yaml`: what people answered for criteria."""

from smq.coverage.answers import STATUSES
from smq.i18n import _
from smq.load.declarations import KEYS
from smq.schemas.shapes import Schema, by_name, choice, day, mapping, needed_text

TITLE = _("Answers for the evaluation (evaluation.yaml)")


def evaluation_schema() -> Schema:
    """Return the schema."""
    answer = mapping(
        KEYS,
        {
            "statut": choice(tuple(STATUSES), _("The answer.")),
            "motif": needed_text(_("Why.")),
            "par": needed_text(_("Who answers: identifier of a person, or a name.")),
            "date": day(_("Date of the answer.")),
        },
        needed=KEYS,
    )
    criteria = by_name({**answer, "type": "object"}, _("Criterion → the answer."))
    return mapping(("criteres",), {"criteres": criteria})
