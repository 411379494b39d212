"""A dossier of a chain as a tree: steps with their dates, people, places and files, what lacks."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from smq.i18n import Translator, _
from smq.model.register import Column
from smq.model.table import Register, Row, Value
from smq.model.trail import Missing, Step, Trail
from smq.report.line import Line

_INDENT = "   "
_NAMED = 4
"""Items of a list that a line shows; it says how many others there are."""


class Tables:
    """What the rows of a platform are called.

    A reference shows the name of its row beside its identifier: `P02 (Ilyès Benkirat)`.
    """

    def __init__(self, registers: Mapping[str, Register], translate: Translator) -> None:
        """Take the tables by name, and the reader's language."""
        self._registers = registers
        self._translate = translate

    def shown(self, column: Column, value: Value) -> str:
        """Return what a person reads for a cell."""
        if isinstance(value, bool):
            return self._translate(_("yes") if value else _("no"))
        if isinstance(value, date):
            return self._translate.date(value)
        if isinstance(value, Decimal):
            text = f"{value:f}"
            return text.replace(".", ",") if self._translate.language == "fr" else text
        if isinstance(value, tuple):
            named = ", ".join(self._named(column, item) for item in value[:_NAMED])
            rest = len(value) - _NAMED
            more = self._translate.plural(_("and {count} other"), _("and {count} others"), rest)
            return f"{named} {more}" if rest > 0 else named
        return self._named(column, str(value))

    def _named(self, column: Column, text: str) -> str:
        if column.values:
            return column.shown(text)
        register = self._registers.get((column.target or "").partition(".")[0])
        row = register.by_key.get(text) if register else None
        name = self.name(register, row) if register and row else ""
        return f"{text} ({name})" if name else text

    def name(self, register: Register, row: Row) -> str:
        """Return what a row is called, nothing when no column names it."""
        column = _naming(register)
        return row.text(column.name) if column else ""

    def person(self, register: Register, row: Row) -> str:
        """Return the name of a person, nothing when a row is something else."""
        column = _naming(register)
        return row.text(column.name) if column and column.personal else ""


def tree(trail: Trail, tables: Tables, translate: Translator) -> Iterator[Line]:
    """Yield a dossier: its title, its numbered steps, what is missing at the end."""
    yield Line(((f"{trail.chain.title} – {trail.label}", "title"),))
    for number, step in enumerate(trail.steps, 1):
        yield from _step(number, step, tables, translate)
    yield Line.of()
    yield from _closing(trail, translate)


def facts(step: Step, tables: Tables) -> Iterator[tuple[str, str]]:
    """Yield label and value of the cells that tell who, when and where; empty ones left out."""
    if step.row is None:
        return
    for name in step.shown:
        column, value = step.register.schema.column(name), step.row.value(name)
        if column is not None and value is not None:
            yield column.label, tables.shown(column, value)


def choice(trails: tuple[Trail, ...], tables: Tables, translate: Translator) -> Iterator[Line]:
    """Yield one numbered line a dossier: identifier, first facts, how much is missing."""
    for number, trail in enumerate(trails, 1):
        start = next((step for step in trail.steps if step.row is trail.start), None)
        said = [value for _label, value in facts(start, tables)][:2] if start else []
        people = (tables.person(step.register, step.row) for step in trail.steps if step.row)
        said += [name for name in people if name][:1]
        count = len(trail.missing)
        if count:
            said.append(translate.plural(_("{count} is missing"), _("{count} are missing"), count))
        yield Line.of(f"{number:>3}  {trail.label}  {trail.chain.title}  {' · '.join(said)}")


def as_plain(trail: Trail, translate: Translator) -> dict[str, object]:
    """Return a dossier as values for JSON; keys are English in every language."""
    return {
        "chain": trail.chain.name,
        "id": trail.label,
        "complete": not trail.missing,
        "steps": [
            {
                "number": number,
                "depth": step.depth,
                "register": step.register.name,
                "id": step.row.key if step.row else None,
                "path": step.row.path if step.row else step.register.path,
                "line": step.row.line if step.row else None,
                "values": {name: step.row.text(name) for name in step.shown} if step.row else {},
                "files": [*step.files],
                "missing": [sentence(lack, translate) for lack in step.missing],
            }
            for number, step in enumerate(trail.steps, 1)
        ],
    }


def sentence(lack: Missing, translate: Translator) -> str:
    """Return what a step lacks, in words."""
    return translate(lack.message, **lack.values)


def _naming(register: Register) -> Column | None:
    """Return the column that names a row: the first required text that is not the identifier."""
    schema = register.schema
    return next(
        (c for c in schema.columns if c.kind == "texte" and c.required and c.name != schema.key),
        None,
    )


def _step(number: int, step: Step, tables: Tables, translate: Translator) -> Iterator[Line]:
    margin = _INDENT * step.depth
    branch = "└ " if step.depth else ""
    head = f"{margin}{number:>3}  {branch}{step.register.schema.title}"
    if step.row is None:
        missing = "; ".join(sentence(lack, translate) for lack in step.missing)
        yield Line(((head, ""), (f"  ✗ {missing}", "error")))
        return
    name = tables.name(step.register, step.row)
    called = f"{step.row.key} – {name}" if name and step.depth else step.row.key
    yield Line(((f"{head}  ", ""), (called, "title")))
    below = margin + " " * 7
    # The name that stands in the heading is not told twice.
    told = [(lab, val) for lab, val in facts(step, tables) if not (step.depth and val == name)]
    if told:
        yield Line.of(f"{below}{' · '.join(f'{label} : {value}' for label, value in told)}")
    for path in step.files:
        yield Line(((f"{below}→ {path}", "hint"),))
    for lack in step.missing:
        yield Line(((f"{below}✗ {sentence(lack, translate)}", "error"),))


def _closing(trail: Trail, translate: Translator) -> Iterator[Line]:
    count = len(trail.missing)
    if not count:
        yield Line.of(translate(_("Nothing is missing in this dossier.")))
        return
    yield Line.of(
        translate.plural(
            _("{count} thing is missing in this dossier."),
            _("{count} things are missing in this dossier."),
            count,
        )
    )
