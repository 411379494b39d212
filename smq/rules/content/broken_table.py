"""A table does not hold: a row differs from the header, or no rule stands under the header.

Why: a cell too many is lost in the Word file, a cell too few shifts the row,
and without the rule of dashes the whole table is printed as a paragraph.

Wrong:
    | Étape | Qui |
    |---|---|
    | Enregistrer la demande | Accueil | le jour même |

Fix: give each row as many cells as the header, and write the rule `|---|---|` under the header.
A «|» inside a cell is written «\\|».
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import BrokenTable, Document, Finding, QualitySystem
from smq.rules import Rule
from smq.rules.weight import content

rule = Rule(
    __name__,
    "CNT007",
    _("This row has not the columns of its table: {cells} instead of {expected}."),
    hint=_("Add or remove a «|»; inside a cell it is written «\\|»."),
)

NO_TABLE = _("This looks like a table, but the line under its header is no rule as wide as it.")
WRITE_RULE = _("Under the header, write the line: {dashes}")


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield the rows that differ from their header, and what looks like a table but is none."""
    for broken in document.body.broken_tables:
        yield _without_rule(document, broken)
    for table in document.body.tables:
        for line, cells in table.rows:
            if cells != table.columns:
                yield rule.finding(
                    document.at(line, table.column),
                    code=document.code_text,
                    severity=content(document),
                    expected=table.columns,
                    cells=cells,
                )


def _without_rule(document: Document, broken: BrokenTable) -> Finding:
    return rule.finding(
        document.at(broken.line, broken.column),
        code=document.code_text,
        severity=content(document),
        message=NO_TABLE,
        hint=WRITE_RULE,
        dashes="|" + "---|" * broken.columns,
    )
