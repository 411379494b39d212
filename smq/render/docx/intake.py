"""What comes in: the page without the characters that XML cannot hold."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

_SPACES = re.compile(r"[\x0b\x0c\x1c-\x1f]")
_NOTHING = re.compile(r"[\x00-\x08\x0e-\x1b\ufffe\uffff\ud800-\udfff]")

Value = TypeVar("Value")


def cleaned(value: Value) -> Value:
    """Return the page, or a part of it, without control characters; itself when it has none.

    Those that stand for a space become one, so that no two words grow together.
    """
    result: object = value
    if isinstance(value, str):
        if _SPACES.search(value) or _NOTHING.search(value):
            result = type(value)(_NOTHING.sub("", _SPACES.sub(" ", value)))
    elif isinstance(value, tuple):
        items = tuple(cleaned(item) for item in value)
        if any(new is not old for new, old in zip(items, value, strict=True)):
            result = items
    elif is_dataclass(value) and not isinstance(value, type):
        changes = {}
        for item in fields(value):
            old = getattr(value, item.name)
            new = cleaned(old)
            if new is not old:
                changes[item.name] = new
        if changes:
            result = replace(value, **changes)
    elif isinstance(value, dict):
        entries = {key: cleaned(item) for key, item in value.items()}
        if any(entries[key] is not item for key, item in value.items()):
            result = entries
    return cast(Value, result)
