"""What reading met. The SYN rules turn each into a finding, so that every finding has a rule."""

from dataclasses import dataclass

from smq.model.location import Location


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault of form.

    Attributes:
        kind: name of the SYN rule that reports it, for example `duplicate-key`.
        location: where.
        values: what fills the sentence of the rule, as (name, value) pairs.
        code: code of the document when it is known.
    """

    kind: str
    location: Location
    values: tuple[tuple[str, str], ...] = ()
    code: str | None = None
