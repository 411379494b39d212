"""`explain`: a rule for people, and the page of all rules, made from the rules' own text."""

from collections.abc import Sequence

from smq.i18n import Translator, _
from smq.model import Severity
from smq.report.text import WORDS
from smq.rules import FAMILIES, Rule


def one(rule: Rule, translate: Translator) -> str:
    """Return the explanation of a rule: why, wrong example, remedy, source."""
    return "\n".join([f"{rule.code} · {rule.name}", "", *_body(rule, translate)])


def listing(rules: Sequence[Rule], translate: Translator) -> str:
    """Return one line a rule."""
    return "\n".join(
        f"{rule.code}  {rule.name:32} {translate(rule.documentation.summary)}" for rule in rules
    )


def page(rules: Sequence[Rule], translate: Translator) -> str:
    """Return the Markdown page of all rules."""
    parts = [f"# {translate(_('Rules of smq check'))}", "", translate(_INTRODUCTION), ""]
    for family, title in FAMILIES.items():
        parts += [f"## {family} – {translate(title)}", ""]
        for rule in rules:
            if rule.family == family:
                parts += [f"### {rule.code} {rule.name}", "", *_body(rule, translate), ""]
    return "\n".join(parts).rstrip() + "\n"


_INTRODUCTION = _(
    "This page is made from the documentation that stands in each rule;"
    " `smq explain RULE` shows the same."
)
_SEVERITIES = {
    Severity.ERROR: _("an incoherence: the check fails"),
    Severity.WARNING: _("to be looked at: the check does not fail"),
    Severity.NOTE: _("for information, or work not done yet"),
}


def _body(rule: Rule, translate: Translator) -> list[str]:
    doc = rule.documentation
    fence = "yaml" if ":" in doc.wrong.split("\n", maxsplit=1)[0] else "markdown"
    lines = [translate(doc.summary), ""]
    severity = translate(WORDS[rule.severity])
    meaning = translate(_SEVERITIES[rule.severity])
    lines += [f"**{translate(_('Weight'))}** : {severity} – {meaning}", ""]
    lines += [f"**{translate(_('Why'))}** : {translate(doc.why)}", ""]
    if doc.wrong:
        lines += [f"**{translate(_('Wrong'))}** :", "", f"```{fence}", doc.wrong, "```", ""]
    lines += [f"**{translate(_('Fix'))}** : {translate(doc.fix)}"]
    if doc.source:
        lines += ["", f"**{translate(_('Source'))}** : {translate(doc.source)}"]
    return lines
