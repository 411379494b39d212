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


def run(session: Session, name: str | None) -> None:
    """Write the findings on all tables, or on one; leave with 1 when there are errors."""
    translate = session.translate
    system = session.system(registers=True)
    table = table_named(system, name) if name else None
    findings = tuple(
        finding
        for finding in engine.run(system, Choice(select=("REG",)))
        if table is None or _is_of(finding, table)
    )
    console.lines(text_report.check(system, findings, translate, notes=True))
    console.aside(_closing(session, system, findings, table))
    if engine.fails(findings, system.settings.fail_on):
        raise typer.Exit(1)


def _is_of(finding: Finding, table: Register) -> bool:
    paths = {table.path, f"referentiel/registres/{table.name}.yaml"}
    paths.update(row.path for row in table.rows)
    return finding.location.path in paths or finding.values.get("table") == table.name


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
