"""Whose things to do: those of one person, and how many the others have."""

from collections import Counter
from collections.abc import Iterable, Sequence

from smq.lifecycle import same_person
from smq.model import Person, Settings
from smq.model.people import name_words
from smq.model.task import Task


def of_person(tasks: Iterable[Task], person: Person, settings: Settings) -> tuple[Task, ...]:
    """Return what a person of the settings does, named by identifier or by name."""
    names = {name_words(person.name), name_words(person.spoken_name)}
    return tuple(
        task
        for task in tasks
        if same_person(task.person, person.id, settings) or name_words(task.name or "") in names
    )


def of_name(tasks: Iterable[Task], typed: str) -> tuple[Task, ...]:
    """Return what somebody does whom the settings do not know, by name or part of it."""
    words = name_words(typed)
    return tuple(
        task
        for task in tasks
        if words and task.name and all(_within(word, task.name) for word in words)
    )


def by_name(tasks: Sequence[Task]) -> tuple[tuple[str | None, int], ...]:
    """Return (name, how many) for each person, the busiest first; nobody's come last as None."""
    counted = Counter(task.name for task in tasks)
    named = [(name, count) for name, count in counted.items() if name]
    named.sort(key=lambda pair: (-pair[1], pair[0]))
    return (*named, *([(None, counted[None])] if counted[None] else []))


def _within(word: str, name: str) -> bool:
    return any(word in own for own in name_words(name))
