"""Which safety attestations an instrument asks for, and who holds them on a day."""

from datetime import date

from smq.links.folding import fold
from smq.model.table import Row
from smq.tracing.index import Index, cited
from smq.tracing.spans import Span, Spans


class Attestations:
    """The safety attestations of users, by type; read once."""

    def __init__(self, index: Index) -> None:
        """Take the rows of a platform."""
        self._types = _types(index)
        self._asked: dict[str, tuple[str, ...]] = {}
        self._index = index
        held: dict[tuple[str, str], list[Span]] = {}
        for row in index.rows("attestations"):
            key = row.text("usager").strip(), str(row.value("type") or "")
            # A date that is missing has a finding of its own.
            first, last = row.day("date"), row.day("valable_jusqu")
            held.setdefault(key, []).append(Span(first or date.min, last or date.max, row))
        self._held = {key: Spans(spans) for key, spans in held.items()}

    def asked_by(self, equipment: str) -> tuple[str, ...]:
        """Return the types that the risks of an instrument ask for; another word asks for none."""
        asked = self._asked.get(equipment)
        if asked is None:
            row = self._index.row("equipements", equipment)
            risks = cited(row, "risques") if row else ()
            known = (self._types.get(fold(risk)) for risk in risks)
            asked = self._asked[equipment] = tuple(dict.fromkeys(t for t in known if t))
        return asked

    def holds(self, user: str, type_: str, day: date) -> bool:
        """Return whether a user holds an attestation of a type on a day, both its ends included."""
        spans = self._held.get((user, type_))
        return spans is not None and any(spans.covering(day))

    def last(self, user: str, type_: str, day: date) -> Row | None:
        """Return the attestation that ended last before a day, None when there was none."""
        spans = self._held.get((user, type_))
        ended = spans.ended(day) if spans else None
        return ended.row if ended and ended.last < day else None


def _types(index: Index) -> dict[str, str]:
    """Return the types of attestation by what people write for them."""
    register = index.register("attestations")
    column = register.schema.column("type") if register else None
    if column is None:
        return {}
    said = {fold(label): value for value, label in column.labels}
    return {**said, **{fold(value): value for value in column.values}}
