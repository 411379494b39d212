"""All that the evaluation document tells, gathered before any page is made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from smq.evaluation.changes import Changed
from smq.evaluation.checked import Checked
from smq.evaluation.contents import Contents
from smq.evaluation.figures import Figure
from smq.evaluation.gaps import Answer
from smq.model import QualitySystem
from smq.model.coverage import Coverage
from smq.model.exercise import Exercise


@dataclass(frozen=True)
class Places:
    """Where things lie in the folder.

    Attributes:
        documents: code → path.
        tables: table → path.
        records: POSIX path in the platform → path.
        withheld: POSIX paths in the platform of the files that are kept back.
        unnamed: those of them whose name tells what is hidden.
        absent: paths that rows name and that are not in the platform.
    """

    documents: Mapping[str, str] = field(default_factory=dict)
    tables: Mapping[str, str] = field(default_factory=dict)
    records: Mapping[str, str] = field(default_factory=dict)
    withheld: frozenset[str] = frozenset()
    unnamed: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()

    @property
    def all(self) -> tuple[str, ...]:
        """Return every path of the folder that the document may lead to."""
        return (*self.documents.values(), *self.tables.values(), *self.records.values())


@dataclass(frozen=True, slots=True)
class Cited:
    """A piece of evidence in words, and the path in the folder where it leads, or None."""

    text: str
    path: str | None = None


@dataclass(frozen=True)
class Since:
    """What the follow-up begins with.

    Attributes:
        version: commit, tag or date compared with.
        day: of the last evaluation, or None when a person named the version.
        judged: day at which the version is judged: what evaluators saw then may be stale now.
        before: coverage of that version, None when it was not judged by the referential yet.
        changes: criteria that changed.
        answers: écarts with their actions.
    """

    version: str
    day: date | None
    judged: date
    before: Coverage | None
    changes: tuple[Changed, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Handed:
    """An evaluation file.

    Attributes:
        system: the platform as it is shown, its tables masked or not.
        coverage: judged on the real tables.
        stage: `label` or `suivi`.
        contents: what enters.
        places: where it lies.
        exercises: solved, as shown.
        years: of the figures.
        figures: of those years.
        commit: that it was made from.
        hidden: word in the place of what is masked, empty in the nominative form.
        draft: it holds what was not recorded.
        area: technical unit that it is about, or None.
        since: what the follow-up begins with, or None.
        checked: errors of the platform.
    """

    system: QualitySystem
    coverage: Coverage
    stage: str
    contents: Contents
    places: Places
    exercises: tuple[Exercise, ...]
    years: tuple[int, ...]
    figures: tuple[Figure, ...]
    commit: str
    hidden: str
    draft: bool
    area: str | None = None
    since: Since | None = None
    checked: Checked = field(default_factory=Checked)

    @property
    def masked(self) -> bool:
        """Return whether it is the masked form."""
        return bool(self.hidden)
