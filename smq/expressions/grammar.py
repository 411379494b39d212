"""The grammar of `si`, `ou` and `expr`: never evaluated by Python or Jinja (`contracts.md` §11).

    expression := term { "or" term }
    term       := factor { "and" factor }
    factor     := "not" factor | comparison
    comparison := sum [ operator sum ]
    operator   := in | not in | == | != | < | <= | > | >=
    sum        := product { ("+" | "-") product }
    product    := operand { "*" operand }
    operand    := "-" operand | "(" expression { "," expression } ")" | call | value
    call       := mois(date, n) | annee(date) | jours(date, n)
    value      := name | word | "text" | 'text' | number | true | false

A word that names nothing stands for itself: `prestation in activites`.
An empty cell equals `''`, is before and after nothing, and what is computed from it is empty.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from smq.errors import SmqError
from smq.expressions.values import CALLS, SIGNS, NotOfTheTypeError, compared, contained, joined
from smq.i18n import _

TODAY = "aujourdhui"
"""Name of the date at which everything is judged."""
_TOKEN = re.compile(
    r"\s*(?:(?P<text>\"[^\"]*\"|'[^']*')|(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<name>[^\W\d]\w*)"
    r"|(?P<sign>[=!<>]=|[-<>()+*,]))"
)
_DEEPEST = 50
_LONGEST_NUMBER = 18
_RESERVED = frozenset({"in", "not", "and", "or"})
_WORDS: Mapping[str, object] = {"true": True, "false": False}

Names = Mapping[str, object]
_Part = Callable[[Names], object]


@dataclass(frozen=True)
class Expression:
    """A text of the grammar, understood once and computed as often as needed.

    Attributes:
        text: as written.
        words: names and bare words in it; those that name nothing stand for themselves.
    """

    text: str
    words: frozenset[str]
    _compute: _Part = field(repr=False)

    def value(self, names: Names) -> object:
        """Return what the expression gives: a text, number, date, truth or None (empty).

        Args:
            names: values of the names: texts, numbers, dates, true or false, lists of texts.

        Raises:
            SmqError: an operation has no sense for these values.
        """
        return self._compute(names)

    def holds(self, names: Names) -> bool:
        """Return whether the condition holds.

        Raises:
            SmqError: an operation has no sense for these values.
        """
        return bool(self._compute(names))


def holds(condition: str | None, names: Names) -> bool:
    """Return whether a condition holds; an absent one always does.

    Args:
        condition: text of the grammar above.
        names: values of the names: texts, numbers, dates, true or false, lists of texts.

    Raises:
        SmqError: the text is not of the grammar, or an operation has no sense for these values.
    """
    return condition is None or understood(condition).holds(names)


@lru_cache(maxsize=1024)
def understood(text: str) -> Expression:
    """Return the expression that a text is.

    Raises:
        SmqError: the text is not of the grammar.
    """
    parser = _Parser(text, _tokens(text))
    part = parser.expression()
    if parser.peek() is not None:
        raise parser.fault()
    return Expression(text, frozenset(parser.words), part)


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
        _(
            "Allowed: in, not, and, or, parentheses, comparisons, + - *, mois(), annee(), jours(),"
            " quoted texts, numbers, names."
        ),
        condition=condition,
        near=near,
    )


@dataclass
class _Parser:
    """Turns tokens into functions of the names; a chain of any length is one flat function."""

    condition: str
    tokens: list[str]
    position: int = 0
    depth: int = 0
    words: set[str] = field(default_factory=set)

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

    def near(self) -> str:
        return self.peek() or (self.tokens[-1] if self.tokens else "")

    def fault(self) -> SmqError:
        return _fault(self.condition, self.near())

    def deeper(self) -> None:
        # A kit is a stranger's text: its nesting must not exhaust Python's own stack.
        if self.depth == _DEEPEST:
            raise self.fault()
        self.depth += 1

    def guarded(self, compute: _Part) -> _Part:
        """Return the function with a sentence for what has no sense, near what follows now."""
        condition, near = self.condition, self.near()

        def guard(names: Names) -> object:
            try:
                return compute(names)
            except NotOfTheTypeError as error:
                raise _fault(condition, near) from error

        return guard

    def expression(self) -> _Part:
        parts = [self.term()]
        while self.peek() == "or":
            self.take()
            parts.append(self.term())
        # Every part is computed: a fault is seen even when the answer is known before.
        return parts[0] if len(parts) == 1 else lambda names: True in _truths(parts, names)

    def term(self) -> _Part:
        parts = [self.factor()]
        while self.peek() == "and":
            self.take()
            parts.append(self.factor())
        return parts[0] if len(parts) == 1 else lambda names: False not in _truths(parts, names)

    def factor(self) -> _Part:
        if self.peek() != "not":
            return self.comparison()
        self.deeper()
        self.take()
        denied = self.factor()
        self.depth -= 1
        return lambda names: not denied(names)

    def comparison(self) -> _Part:
        left = self.sum()
        sign = self.peek()
        if sign == "in":
            self.take()
            return self.membership(left)
        if sign == "not":
            self.take()
            self.expect("in")
            inside = self.membership(left)
            return lambda names: not inside(names)
        if sign not in SIGNS:
            return left
        compare = SIGNS[self.take()]
        right = self.sum()
        return self.guarded(lambda names: compared(compare, left(names), right(names)))

    def membership(self, left: _Part) -> _Part:
        right = self.sum()
        return self.guarded(lambda names: contained(left(names), right(names)))

    def sum(self) -> _Part:
        return self.chain(self.product, ("+", "-"))

    def product(self) -> _Part:
        return self.chain(self.operand, ("*",))

    def chain(self, read: Callable[[], _Part], signs: tuple[str, ...]) -> _Part:
        first = read()
        rest: list[tuple[str, _Part]] = []
        while (sign := self.peek()) is not None and sign in signs:
            self.take()
            rest.append((sign, read()))
        if not rest:
            return first
        return self.guarded(
            lambda names: joined(first(names), [(sign, part(names)) for sign, part in rest])
        )

    def operand(self) -> _Part:
        sign = self.peek()
        if sign == "-":
            self.deeper()
            self.take()
            part = self.operand()
            self.depth -= 1
            return self.guarded(lambda names: joined(0, [("-", part(names))]))
        if sign == "(":
            parts = self.between_parentheses()
            if len(parts) == 1:
                return parts[0]
            return lambda names: tuple([part(names) for part in parts])
        return self.value()

    def between_parentheses(self) -> list[_Part]:
        self.deeper()
        self.expect("(")
        parts = [self.expression()]
        while self.peek() == ",":
            self.take()
            parts.append(self.expression())
        self.expect(")")
        self.depth -= 1
        return parts

    def value(self) -> _Part:
        token = self.take()
        if token[0] in "\"'":
            return _constant(token[1:-1])
        if token[0].isdecimal():
            cut = token[:_LONGEST_NUMBER]
            return _constant(int(cut) if cut.isdecimal() else Decimal(cut))
        if token in _WORDS:
            return _constant(_WORDS[token])
        if not token.isidentifier() or token in _RESERVED:
            self.position -= 1
            raise self.fault()
        if token in CALLS and self.peek() == "(":
            return self.call(token)
        self.words.add(token)
        return lambda names: names.get(token, token)

    def call(self, name: str) -> _Part:
        parts = self.between_parentheses()
        wanted, compute = CALLS[name]
        if len(parts) != wanted:
            self.position -= 1
            raise self.fault()
        return self.guarded(lambda names: compute(*[part(names) for part in parts]))


def _truths(parts: list[_Part], names: Names) -> list[bool]:
    return [bool(part(names)) for part in parts]


def _constant(value: object) -> _Part:
    return lambda _names: value
