"""A row of a register has more cells than there are columns.

Why: a semicolon in a text, without quotes around the text, cuts it in two: what follows shifts by
one column or is lost.

Wrong:
    registres/demandes.csv
    id;date;besoin
    DEM-2027-0001;2027-01-07;Six spectres ; deux témoins

Fix: put the text between straight quotes ("), or replace the semicolon by a comma.
"""

from smq.i18n import _
from smq.rules import Rule

rule = Rule(
    __name__,
    "REG013",
    _("«{written}» stands beyond the last of the {count} columns."),
    hint=_(
        'A text that holds the separator goes between straight quotes ("); remove one too many.'
    ),
)
rule.reports("row-too-long")
