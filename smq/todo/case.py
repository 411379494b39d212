"""What every source of things to do needs: the platform, and how people and commands are named."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from smq.lifecycle import names_someone
from smq.model import Document, QualitySystem
from smq.model.task import Task, TaskKind


@dataclass(frozen=True)
class Case:
    """A platform, and the fingerprint of each content in review as the version to come (by path).

    A content whose fingerprint cannot be told has none.
    """

    system: QualitySystem
    marks: Mapping[str, str]

    def task(
        self,
        kind: TaskKind,
        document: Document,
        command: str,
        person: str | None,
        day: date | None = None,
    ) -> Task:
        """Return something to do with a document; `{code}` of the command is its code."""
        named = person if names_someone(person) else None
        return Task(
            kind=kind,
            ref=document.label,
            title="{title}",
            command=command.format(code=typed(document.label)),
            location=document.at_field("statut"),
            person=named,
            name=called(named, self.system),
            day=day,
            values={"title": document.title or document.path},
        )

    def author(self, document: Document) -> str | None:
        """Return who goes on with a document: its author, else the owner of its process."""
        if names_someone(document.author):
            return document.author
        process = self.system.settings.process(document.process)
        return process.owner if process else None


def noted(task: Task, note: str, plural: str | None = None, **values: object) -> Task:
    """Return something to do with a sentence that says more of it."""
    return replace(task, note=note, note_plural=plural, values={**task.values, **values})


def called(person: str | None, system: QualitySystem) -> str | None:
    """Return the name of a person given by identifier or name, else the word itself."""
    known = system.settings.person(person)
    return known.spoken_name if known else person


def typed(word: str) -> str:
    """Return a word as it is typed on a command line."""
    return f'"{word}"' if any(sign in word for sign in " ;&|()[]'’") else word
