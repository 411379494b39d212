"""`explain`: a rule for people, and the page of all rules, made from the rules' own text."""

import re
from collections.abc import Sequence
from textwrap import indent

from smq.i18n import Translator, _
from smq.model import Severity
from smq.report.text import WORDS
from smq.rules import FAMILIES, Rule

_TYPED = re.compile(r"`([^`]+)`")


def one(rule: Rule, translate: Translator) -> str:
    """Return the explanation of a rule for a screen: why, wrong example, remedy, source."""
    doc, colon = rule.documentation, _colon(translate)
    lines = [f"{rule.code} ({rule.name})", "", _plain(translate(doc.summary), translate), ""]
    for label, said in _parts(rule, translate):
        lines += [f"{label}{colon} {_plain(said, translate)}", ""]
        if label == translate(_("Why")) and doc.wrong:
            lines += [f"{translate(_('Wrong'))}{colon}", indent(doc.wrong, "    "), ""]
    return "\n".join(lines).rstrip()


def _plain(text: str, translate: Translator) -> str:
    """Return a sentence without its Markdown: what is typed stands between quotation marks."""
    space = "\N{NO-BREAK SPACE}" if translate.language == "fr" else ""
    return _TYPED.sub(rf"«{space}\1{space}»", text)


def _colon(translate: Translator) -> str:
    """Return the sign between a label and what it labels: French has a space before it."""
    return " :" if translate.language == "fr" else ":"


def listing(rules: Sequence[Rule], translate: Translator) -> str:
    """Return one line a rule."""
    return "\n".join(f"{rule.code}  {translate(rule.documentation.summary)}" for rule in rules)


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
_FOLLOWS_STATE = _("light in a draft, heavier once the document is in review or in force")
_SEVERITIES = {
    Severity.ERROR: _("an incoherence: the check fails"),
    Severity.WARNING: _("to be looked at: the check does not fail"),
    Severity.NOTE: _("for information, or work not done yet"),
}


def _parts(rule: Rule, translate: Translator) -> list[tuple[str, str]]:
    """Return weight, reason, remedy and, if any, source, each with its label."""
    doc = rule.documentation
    if rule.follows_state:
        weight = translate(_FOLLOWS_STATE)
    else:
        meaning = translate(_SEVERITIES[rule.severity])
        weight = f"{translate(WORDS[rule.severity])} – {meaning}"
    parts = [
        (translate(_("Weight")), weight),
        (translate(_("Why")), translate(doc.why)),
        (translate(_("Fix")), translate(doc.fix)),
    ]
    return [*parts, (translate(_("Source")), translate(doc.source))] if doc.source else parts


def _body(rule: Rule, translate: Translator) -> list[str]:
    doc, colon = rule.documentation, _colon(translate)
    fence = "yaml" if ":" in doc.wrong.split("\n", maxsplit=1)[0] else "markdown"
    lines = [translate(doc.summary)]
    for label, said in _parts(rule, translate):
        lines += ["", f"**{label}**{colon} {said}"]
        if label == translate(_("Why")) and doc.wrong:
            lines += [
                "",
                f"**{translate(_('Wrong'))}**{colon}",
                "",
                f"```{fence}",
                doc.wrong,
                "```",
            ]
    return lines
