"""How far a platform satisfies a referential (`design.md` §7)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from smq.model.location import Location
from smq.model.referential import Criterion, Nature, Referential


class Verdict(StrEnum):
    """What became of a criterion or of a piece of evidence; the value is JSON's word."""

    SATISFIED = "satisfied"
    PARTIAL = "partial"
    UNSATISFIED = "unsatisfied"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Proof:
    """What a verdict rests on.

    Attributes:
        kind: `document`, `register`, `fact`, `file`, `chain` or `declaration`.
        ref: a document's code, `table:key` of a row, the name of a setting, the path of a file.
        path: POSIX path of the file that holds it, or None.
    """

    kind: str
    ref: str
    path: str | None = None


@dataclass(frozen=True)
class Lack:
    """What is missing: a sentence (msgid) with its values, and where to mend it.

    Attributes:
        message: English sentence with `{names}`.
        values: fills it.
        location: where to begin, or None.
        command: what to type, or None.
    """

    message: str
    values: Mapping[str, object]
    location: Location | None = None
    command: str | None = None


@dataclass(frozen=True)
class Judgement:
    """What one node of evidence gave.

    Attributes:
        verdict: satisfied, partial or unsatisfied.
        proofs: what holds.
        lacks: what does not.
    """

    verdict: Verdict
    proofs: tuple[Proof, ...] = ()
    lacks: tuple[Lack, ...] = ()


@dataclass(frozen=True)
class Assessment:
    """One criterion, judged.

    Attributes:
        criterion: which.
        verdict: what became of it.
        nature: who tells: a computed criterion that a person declared not applicable is declared.
        proofs: what the verdict rests on.
        lacks: what is missing.
        reason: of a declaration, or None.
    """

    criterion: Criterion
    verdict: Verdict
    nature: Nature
    proofs: tuple[Proof, ...] = ()
    lacks: tuple[Lack, ...] = ()
    reason: str | None = None


@dataclass(frozen=True)
class Coverage:
    """A referential, judged at one stage and one date.

    Attributes:
        referential: which.
        stage: `eligibilite`, `engagement`, `label` or `suivi`.
        assessments: of the criteria of the stage, in their order.
    """

    referential: Referential
    stage: str
    assessments: tuple[Assessment, ...] = ()

    def count(self, verdict: Verdict, nature: Nature | None = None) -> int:
        """Return how many criteria have a verdict, of one nature or of all."""
        return sum(
            a.verdict is verdict and (nature is None or a.nature is nature)
            for a in self.assessments
        )
