"""Puts the names of people in the place of their identifiers on a page to hand out."""

import re
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from smq.model import Person
from smq.render.page import Page


def with_people_named(page: Page, people: Sequence[Person]) -> Page:
    """Return a page where each identifier whose name is known is that name, wherever it stands.

    `init` wrote identifiers in sentences and tables too, so that no place can be told apart.
    """
    names = {person.id: person.private_name for person in people if person.private_name}
    if not names:
        return page
    either = "|".join(re.escape(identifier) for identifier in sorted(names, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w-])(?:{either})(?![\w-])")

    def named(value: Any) -> Any:
        if isinstance(value, str):
            return pattern.sub(lambda found: names[found[0]] or found[0], value)
        if isinstance(value, tuple):
            return tuple(named(item) for item in value)
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{f.name: named(getattr(value, f.name)) for f in fields(value)})
        return value

    found: Page = named(page)
    return found
