"""smq.yaml is of a format that this version of smq does not know.

Why: a newer version may have given other meanings to the same settings; read as the format known
here, the platform is judged by settings that nobody wrote.

Wrong:
    smq: 2

Fix: install the version that wrote the file; if nothing else of it is newer, write `smq: 1`.
"""

from smq.i18n import _
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN026",
    _("smq.yaml is of format «{written}»; this program reads format {known}."),
    hint=_("Install a newer version of it, or write «smq: {known}» if a slip stands there."),
)
rule.reports("unknown-format")
