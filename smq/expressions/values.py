"""What the operations of the grammar do with values: comparison, sums, dates (`expressions`)."""

import operator
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from smq.lifecycle import add_months

Comparison = Callable[[Any, Any], bool]
SIGNS: Mapping[str, Comparison] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_EQUALITIES = (operator.eq, operator.ne)
_TRUE = frozenset({"true", "vrai", "oui"})
_FALSE = frozenset({"false", "faux", "non"})
_LARGEST = 10**30
_OPERATIONS: Mapping[str, Callable[[Any, Any], int | Decimal]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
}


class NotOfTheTypeError(Exception):
    """An operation has no sense for its values."""


def compared(compare: Comparison, left: object, right: object) -> bool:
    """Return whether a comparison holds: an empty value equals `''`, and is before nothing.

    A text beside a date, a number or a truth is read as one: `date >= '2027-01-01'`.

    Raises:
        NotOfTheTypeError: the values have no order.
    """
    left, right = _filled(left), _filled(right)
    equality = compare in _EQUALITIES
    if not equality and "" in (left, right):
        return False
    left, right = _alike(left, right), _alike(right, left)
    if not equality and not _ordered(left, right):
        raise NotOfTheTypeError
    return compare(left, right)


def contained(item: object, held: object) -> bool:
    """Return whether a list holds a value; an empty cell holds nothing.

    Raises:
        NotOfTheTypeError: it is no list.
    """
    if held is None:
        return False
    if not isinstance(held, tuple | list):
        raise NotOfTheTypeError
    return any(compared(operator.eq, item, one) for one in held)


def joined(first: object, rest: Sequence[tuple[str, object]]) -> object:
    """Return a chain of sums or products; None when one of its parts is empty.

    Raises:
        NotOfTheTypeError: a part is no number (a date less a date is a number of days).
    """
    result = first
    for sign, value in rest:
        result = _joined(result, sign, value)
    return result


def _joined(left: object, sign: str, right: object) -> object:
    if left in (None, "") or right in (None, ""):
        return None
    if sign == "-" and isinstance(left, date) and isinstance(right, date):
        return (left - right).days
    result: int | Decimal = _OPERATIONS[sign](_number(left), _number(right))
    if not -_LARGEST <= result <= _LARGEST:
        raise NotOfTheTypeError
    return result


def _after_months(day: object, months: object) -> date | None:
    if day in (None, "") or months in (None, ""):
        return None
    return add_months(_date(day), _whole(months))


def _after_days(day: object, days: object) -> date | None:
    if day in (None, "") or days in (None, ""):
        return None
    try:
        return _date(day) + timedelta(days=_whole(days))
    except OverflowError as error:
        raise NotOfTheTypeError from error


def _year(day: object) -> int | None:
    return None if day in (None, "") else _date(day).year


CALLS: Mapping[str, tuple[int, Callable[..., object]]] = {
    "mois": (2, _after_months),
    "jours": (2, _after_days),
    "annee": (1, _year),
}
"""Function → how many values it takes, and what it does."""


def _filled(value: object) -> object:
    return "" if value is None or value == () else value


def _alike(value: object, other: object) -> object:
    """Return a text as the type of what it stands beside; itself when it is none."""
    if not isinstance(value, str) or not value or isinstance(other, str):
        return value
    if isinstance(other, bool):
        folded = value.casefold()
        return True if folded in _TRUE else False if folded in _FALSE else value
    if isinstance(other, date):
        return _as_date(value) or value
    if isinstance(other, int | Decimal):
        return _as_number(value, value)
    return value


def _ordered(left: object, right: object) -> bool:
    kinds = (str, date, (int, Decimal))
    return any(isinstance(left, kind) and isinstance(right, kind) for kind in kinds)


def _as_date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _as_number(text: str, otherwise: object) -> object:
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation:
        return otherwise
    return number if number.is_finite() else otherwise


def _number(value: object) -> int | Decimal:
    if isinstance(value, int | Decimal):
        return value
    raise NotOfTheTypeError


def _whole(value: object) -> int:
    number = _number(value)
    if number != int(number):
        raise NotOfTheTypeError
    return int(number)


def _date(value: object) -> date:
    found = _as_date(value) if isinstance(value, str) else value
    if not isinstance(found, date):
        raise NotOfTheTypeError
    return found
