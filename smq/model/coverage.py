"""How far a platform satisfies a referential (`design.md` §7)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from smq.model.location import Location
from smq.model.referential import Criterion, Declaration, Nature, Referential


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
        ref: a document's code, `table:key` of a row, a table, the name of a setting, the path of a
            file; several joined by ` | ` when the verdict falls only without all of them.
        path: POSIX path of the file that holds it, None for several.
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
        route: `or` when it begins another way to the same end than what was said before it, `and`
            when it goes on along that way; empty on the nearest way.
        more: how many others of its sort it stands for; 0 for one that is said itself.
        plural: msgid for `count` of the values other than one, or None.
        rest: those that it stands for, so that two states can be compared whole.
    """

    message: str
    values: Mapping[str, object]
    location: Location | None = None
    command: str | None = None
    route: str = ""
    plural: str | None = None
    more: int = 0
    rest: tuple["Lack", ...] = ()


@dataclass(frozen=True)
class Judgement:
    """What one node of evidence gave.

    Attributes:
        verdict: satisfied, partial or unsatisfied.
        proofs: each of them, taken away alone, lowers the verdict.
        lacks: what does not hold.
        support: all of them, taken away together, leave nothing that holds; empty when nothing
            of the platform can be taken away (an absence holds).
        judged: False when the evidence is not understood: neither it nor its contrary holds.
        vacuous: it holds by an absence alone: nothing that the platform has done proves it.
    """

    verdict: Verdict
    proofs: tuple[Proof, ...] = ()
    lacks: tuple[Lack, ...] = ()
    support: tuple[Proof, ...] = ()
    judged: bool = True
    vacuous: bool = False


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
        answer: what a person answered, with reason, name and date, by the date judged at; or None.
    """

    criterion: Criterion
    verdict: Verdict
    nature: Nature
    proofs: tuple[Proof, ...] = ()
    lacks: tuple[Lack, ...] = ()
    reason: str | None = None
    answer: Declaration | None = None


@dataclass(frozen=True)
class Coverage:
    """A referential, judged at one stage and one date.

    Attributes:
        referential: which.
        stage: `eligibilite`, `engagement`, `label` or `suivi`.
        assessments: of the criteria of the stage, in their order.
        whole: every criterion was judged, whatever its stages.
    """

    referential: Referential
    stage: str
    assessments: tuple[Assessment, ...] = ()
    whole: bool = False

    def count(self, verdict: Verdict, nature: Nature | None = None) -> int:
        """Return how many criteria have a verdict, of one nature or of all."""
        return sum(
            a.verdict is verdict and (nature is None or a.nature is nature)
            for a in self.assessments
        )
