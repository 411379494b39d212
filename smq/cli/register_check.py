"""`smq register check`: the faults of tables, with their line and column."""

import typer

from smq import check as engine
from smq.check import Choice
from smq.cli import console
from smq.cli.session import Session
from smq.i18n import _
from smq.model import Finding, QualitySystem
from smq.model.table import Register
from smq.operations.register_file import table_named
from smq.report import text as text_report

_OF_SETTINGS = ("unknown-setting", "ill-typed-setting")
"""Rules that also judge what smq.yaml says of a table (`registres`)."""
_OF_FILES = ("SYN009",)
"""Rules that also judge the file of a table: an unfinished merge leaves it unread."""


def run(session: Session, name: str | None) -> None:
    """Write the findings on all tables, or on one; leave with 1 when there are errors."""
    translate = session.translate
    system = session.system(registers=True)
    table = table_named(system, name) if name else None
    findings = tuple(
        finding
        for finding in engine.run(system, Choice(select=("REG", *_OF_FILES, *_OF_SETTINGS)))
        if _bears(finding, table, system)
    )
    console.lines(text_report.check(system, findings, translate, notes=True))
    console.aside(_closing(session, system, findings, table))
    if engine.fails(findings, system.settings.fail_on):
        raise typer.Exit(1)


def _bears(finding: Finding, table: Register | None, system: QualitySystem) -> bool:
    """Return whether a finding bears on the tables asked for: one, or all."""
    if finding.rule.startswith("REG"):
        return table is None or _is_of(finding, table, system)
    if finding.rule in _OF_FILES:
        tables = (table,) if table else system.registers.values()
        return any(finding.location.path in register.unread for register in tables)
    setting = finding.values.get("field") or finding.values.get("key")
    asked = f"registres.{table.name}" if table else "registres"
    return setting == "registres" or f"{setting}.".startswith(f"{asked}.")


def _is_of(finding: Finding, table: Register, system: QualitySystem) -> bool:
    """Return whether a finding bears on a table: a file that feeds several is no answer alone."""
    named = finding.values.get("table")
    if named == table.name:
        return True
    if named and named not in system.registers:
        # A name that is no table is said with the one that is nearest.
        return finding.values.get("near") == table.name
    if named and finding.location.line is not None:
        return False
    paths = {table.path, f"referentiel/registres/{table.name}.yaml"}
    paths.update(row.path for row in table.rows)
    return finding.location.path in paths


def _closing(
    session: Session,
    system: QualitySystem,
    findings: tuple[Finding, ...],
    table: Register | None,
) -> str:
    translate = session.translate
    registers = [table] if table else list(system.registers.values())
    rows = sum(len(register.rows) for register in registers)
    counted = translate.plural(_("{count} row read"), _("{count} rows read"), rows)
    if not findings:
        return translate(_("{rows}: nothing to correct."), rows=counted)
    return translate.plural(
        _("{rows}: {count} thing to correct. To understand one: smq explain {rule}"),
        _("{rows}: {count} things to correct. To understand one: smq explain {rule}"),
        len(findings),
        rows=counted,
        rule=findings[0].rule,
    )
