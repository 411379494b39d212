"""Chooses the rows of a register that a piece of evidence looks at, and names them as proofs."""

from collections.abc import Iterable, Iterator
from datetime import date

from smq.coverage.case import Case
from smq.coverage.sort import nothing_such
from smq.errors import SmqError
from smq.expressions import TODAY, holds, understood
from smq.i18n import _
from smq.lifecycle import add_months
from smq.load.fields import Reader
from smq.model import Location, Problem
from smq.model.coverage import Judgement, Lack, Proof, Verdict
from smq.model.referential import Evidence
from smq.model.table import Register, Row

NO_FILE = _("The register «{register}» has no file yet.")
UNREAD = _("The table «{table}» is not judged: {files} cannot be read; smq check says why.")
_NAMED = 20
"""Rows of one table that an output names; beyond, it names the table."""


def chosen(
    reader: Reader, register: Register, case: Case, *, doubtful: bool = False
) -> tuple[Row, ...]:
    """Return the rows for which `ou` holds, dated within `depuis_mois` of the date judged at.

    Args:
        reader: the options.
        register: the table.
        case: the platform.
        doubtful: also choose the rows on which the condition has no sense.
    """
    condition = reader.text("ou")
    rows = [row for row in register.rows if meets(condition, register, row, case, doubtful)]
    months = reader.integer("depuis_mois")
    if months is None:
        return tuple(rows)
    column = reader.text("date") or first_date(register)
    oldest = add_months(case.system.today, -months)
    return tuple(row for row in rows if _within(row.value(column or ""), oldest, case))


def meets(
    condition: str | None, register: Register, row: Row, case: Case, doubtful: bool = False
) -> bool:
    """Return whether a condition holds on a row; `doubtful` where it has no sense."""
    try:
        return holds(condition, case.names_of(register, row))
    except SmqError:
        return doubtful


def first_date(register: Register) -> str | None:
    """Return the first column of dates of a table, None when it has none."""
    return next((c.name for c in register.schema.columns if c.kind == "date"), None)


def target_of(column: str, register: Register, case: Case) -> Register | None:
    """Return the table that a column leads to, None when it leads to none."""
    found = register.schema.column(column)
    return case.register((found.target or "").partition(".")[0]) if found else None


def row_proofs(rows: Iterable[tuple[Register, Row]]) -> tuple[Proof, ...]:
    """Return a proof for each row, each needed; the whole table for many rows of one."""
    by_table: dict[str, dict[tuple[str, int], tuple[Register, Row]]] = {}
    for register, row in rows:
        by_table.setdefault(register.name, {})[row.path, row.line] = register, row
    found: list[Proof] = []
    for pairs in by_table.values():
        if len(pairs) > _NAMED:
            found.append(table_proof(next(iter(pairs.values()))[0]))
        else:
            found += [Proof("register", reference(t, row), row.path) for t, row in pairs.values()]
    return tuple(dict.fromkeys(found))


def table_proof(register: Register) -> Proof:
    """Return the proof that a table is as a whole: no row of it is needed by itself."""
    return Proof("register", register.name, register.path)


def reference(register: Register, row: Row) -> str:
    """Return how a row is named in an output: `table:key`, or its line when it has no key."""
    return f"{register.name}:{row.key or row.line}"


def no_file(register: Register) -> Judgement:
    """Return the judgement of a table that nobody keeps: no absence is proved by it either."""
    command = f"smq register add {register.name}"
    lack = Lack(NO_FILE, {"register": register.schema.title}, None, command)
    return Judgement(Verdict.UNSATISFIED, (), (lack,), judged=False)


def untold(register: Register) -> Judgement | None:
    """Return the judgement of a table that tells nothing: nobody keeps it, or it is not readable.

    None when its rows can be judged.
    """
    if not register.present:
        return no_file(register)
    if not register.unread:
        return None
    values = {"table": register.name, "files": ", ".join(register.unread)}
    lack = Lack(UNREAD, values, Location(register.unread[0], 1, 1))
    return Judgement(Verdict.UNSATISFIED, (), (lack,), judged=False)


def table_faults(evidence: Evidence, reader: Reader, case: Case) -> Iterator[Problem]:
    """Yield what a choice of rows names and the platform does not have: table, columns, dates."""
    name = reader.text("registre") or ""
    register = case.register(name)
    if register is None:
        yield nothing_such(evidence, "table", name)
        return
    for key in ("ou", "chaque"):
        for word in _strangers(reader.text(key), register):
            yield nothing_such(evidence, "column", f"{name}.{word}")
    for key in ("date", "cle", "colonne", "remplis", "resolus"):
        for column in reader.texts(key):
            if register.schema.column(column) is None:
                yield nothing_such(evidence, "column", f"{name}.{column}")
    undated = reader.text("date") is None and first_date(register) is None
    if undated and reader.integer("depuis_mois") is not None:
        yield nothing_such(evidence, "column", f"{name}.date")


def _strangers(condition: str | None, register: Register) -> Iterator[str]:
    """Yield the words of a condition that are no column and no value of one."""
    if condition is None:
        return
    columns = register.schema.columns
    known = {TODAY, *(c.name for c in columns), *(v for c in columns for v in c.values)}
    yield from sorted(understood(condition).words - known)


def _within(value: object, oldest: date, case: Case) -> bool:
    return isinstance(value, date) and oldest <= value <= case.system.today
