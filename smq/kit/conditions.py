"""The closed grammar of `si`: which documents and questions a platform gets (`contracts.md` §11).

    expression := term { "or" term }
    term       := factor { "and" factor }
    factor     := "not" factor | "(" expression ")" | value [ operator value ]
    operator   := in | not in | == | != | < | <= | > | >=
    value      := name | word | "text" | 'text' | number | true | false

A word that names no answer stands for itself: `prestation in activites`.

Nothing is ever evaluated by Python or Jinja.
"""

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from smq.errors import SmqError
from smq.i18n import _

_TOKEN = re.compile(
    r"\s*(?:(?P<text>\"[^\"]*\"|'[^']*')|(?P<number>[0-9]+)|(?P<name>[A-Za-z_]\w*)|(?P<sign>[=!<>]=|[<>()]))"
)
_COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_DEEPEST = 50
_LONGEST_NUMBER = 9
_RESERVED = frozenset({"in", "not", "and", "or"})
_WORDS: Mapping[str, object] = {"true": True, "false": False}


def holds(condition: str | None, names: Mapping[str, object]) -> bool:
    """Return whether a condition holds; an absent one always does.

    Args:
        condition: text of the grammar above.
        names: values of the names: texts, numbers, true or false, lists of texts.

    Raises:
        SmqError: the text is not of the grammar, or names what is not known.
    """
    if condition is None:
        return True
    parser = _Parser(condition, names, _tokens(condition))
    result = parser.expression()
    if parser.peek() is not None:
        raise parser.fault()
    return result


def _tokens(condition: str) -> list[str]:
    tokens: list[str] = []
    position = 0
    end = len(condition.rstrip())
    while position < end:
        match = _TOKEN.match(condition, position)
        if match is None:
            raise _fault(condition, condition[position:].strip())
        tokens.append(match[0].strip())
        position = match.end()
    return tokens


def _fault(condition: str, near: str) -> SmqError:
    return SmqError(
        _("The condition «{condition}» is not understood near «{near}»."),
        _("Allowed: in, not, and, or, parentheses, comparisons, quoted texts, names of answers."),
        condition=condition,
        near=near,
    )


@dataclass
class _Parser:
    condition: str
    names: Mapping[str, object]
    tokens: list[str]
    position: int = field(default=0)
    depth: int = field(default=0)

    def peek(self) -> str | None:
        return self.tokens[self.position] if self.position < len(self.tokens) else None

    def take(self) -> str:
        token = self.peek()
        if token is None:
            raise self.fault()
        self.position += 1
        return token

    def expect(self, word: str) -> None:
        if self.take() != word:
            self.position -= 1
            raise self.fault()

    def fault(self) -> SmqError:
        last = self.tokens[-1] if self.tokens else ""
        return _fault(self.condition, self.peek() or last)

    def expression(self) -> bool:
        result = self.term()
        while self.peek() == "or":
            self.take()
            other = self.term()
            result = result or other
        return result

    def term(self) -> bool:
        result = self.factor()
        while self.peek() == "and":
            self.take()
            other = self.factor()
            result = result and other
        return result

    def factor(self) -> bool:
        if self.peek() not in ("not", "("):
            return self.comparison()
        # A kit is a stranger's text: its nesting must not exhaust Python's own stack.
        if self.depth == _DEEPEST:
            raise self.fault()
        self.depth += 1
        if self.take() == "not":
            result = not self.factor()
        else:
            result = self.expression()
            self.expect(")")
        self.depth -= 1
        return result

    def comparison(self) -> bool:
        left = self.value()
        sign = self.peek()
        if sign == "in":
            self.take()
            return self.contains(left)
        if sign == "not":
            self.take()
            self.expect("in")
            return not self.contains(left)
        if sign is not None and sign in _COMPARE:
            self.take()
            try:
                return _COMPARE[sign](left, self.value())
            except TypeError as error:
                raise self.fault() from error
        return bool(left)

    def contains(self, left: object) -> bool:
        right = self.value()
        if not isinstance(right, tuple | list):
            raise self.fault()
        return left in right

    def value(self) -> object:
        token = self.take()
        if token[0] in "\"'":
            return token[1:-1]
        if token.isdigit():
            return int(token[:_LONGEST_NUMBER])
        if token in _WORDS:
            return _WORDS[token]
        if token in self.names:
            return self.names[token]
        if token.isidentifier() and token not in _RESERVED:
            return token
        self.position -= 1
        raise self.fault()
