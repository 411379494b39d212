"""Says whether a regular expression that a platform writes can be used: it is one, and is quick."""

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from smq.i18n import _
from smq.model import Word

AN_EXPRESSION = Word(_("a regular expression"))
A_QUICK_EXPRESSION = Word(
    _("a regular expression without a repetition or a choice (a|b) inside a repetition")
)


def wanted(expression: str) -> Word | None:
    """Return what an expression should be, None when it can be used.

    `(a+)+` and `(a|aa)+` match a text in more ways than it has letters: on a text that does not
    match in the end, Python tries them all, for hours.
    """
    try:
        re.compile(expression)
    except (re.error, OverflowError, RecursionError):
        return AN_EXPRESSION
    return A_QUICK_EXPRESSION if _is_ambiguous(expression) else None


def _is_ambiguous(expression: str) -> bool:
    # Only the parser of `re` knows the structure; it has no public name.
    parser = import_module("re._parser")
    repeats = (parser.MAX_REPEAT, parser.MIN_REPEAT)
    pending = [(node, False) for node in parser.parse(expression)]
    while pending:
        (operator, argument), repeated = pending.pop()
        low, high = argument[:2] if operator in repeats else (1, 1)
        if repeated and (low != high or operator is parser.BRANCH):
            return True
        inside = repeated or high > 1
        pending.extend((node, inside) for part in _parts(argument, parser) for node in part)
    return False


def _parts(argument: object, parser: Any) -> Iterator[Any]:
    """Yield the expressions just below a node; they stand among numbers, names and lists."""
    if isinstance(argument, parser.SubPattern):
        yield argument
    elif isinstance(argument, tuple | list):
        for item in argument:
            yield from _parts(item, parser)
