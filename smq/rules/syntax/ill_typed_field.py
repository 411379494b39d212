"""A field of a header holds something else than what it expects.

Why: a date that does not exist or a list where one name is expected cannot be used: reviews and
approvals are then judged without it.

Wrong:
    date_application: 2027-13-24

Fix: write the value in the expected form; a date is written year, month, day: 2027-03-01.
"""

from smq.i18n import _
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN005",
    _("«{field}» expects {expected}; «{written}» stands there."),
    hint=_("Write {right}, or leave the field empty."),
)
rule.reports("ill-typed-field")
