"""A setting of smq.yaml holds something else than what it expects.

Why: the setting is not used, and the platform is judged without it.

Wrong:
    revues: {PRO: deux ans}

Fix: write the value in the expected form.
"""

from smq.i18n import _
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN015",
    _("«{field}» expects {expected}; «{written}» stands there."),
    hint=_("Write {right}, or remove the line."),
)
rule.reports("ill-typed-setting")
