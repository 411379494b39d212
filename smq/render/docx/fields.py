"""Fills the `{{ fields }}` of a template, wherever Word has cut them in pieces."""

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from jinja2 import StrictUndefined, Template, TemplateError, UndefinedError, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment

from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.render.docx.names import FIELDS
from smq.render.docx.oxml import SPACE, Element, W
from smq.render.page import Page
from smq.render.typography import NBSP

_FIELD = re.compile(r"\{\{.*?\}\}")
UNKNOWN = "–"
_LONGEST_TITLE = 90
"""Three lines of the default cartouche; the first page has the whole title."""
_ALLOWED = (
    nodes.And,
    nodes.Compare,
    nodes.CondExpr,
    nodes.Const,
    nodes.Filter,
    nodes.Getattr,
    nodes.If,
    nodes.Name,
    nodes.Not,
    nodes.Operand,
    nodes.Or,
    nodes.Output,
    nodes.TemplateData,
)
_FILTERS = ("capitalize", "default", "lower", "trim", "upper")

Values = Mapping[str, object]


def values(page: Page, translate: Translator, set_text: Callable[[str], str]) -> Values:
    """Return field → text, with `set_text` applied (French typography)."""
    shown = {
        "plateforme": page.platform,
        "sigle": page.acronym or page.platform,
        "code": page.code,
        "titre": page.title,
        "type": page.type_label,
        "processus": page.process_label,
        "version": page.version_label,
        "edition": _edition(page, translate),
        "etat": page.status_label,
        "date_application": page.effective,
        "prochaine_revue": page.next_review,
        "diffusion": page.audience,
        "logo": page.platform,
    }
    filled: dict[str, object] = {name: set_text(text) or UNKNOWN for name, text in shown.items()}
    words = {name: set_text(text) for name, text in labels(translate).items()}
    if page.report:
        # Nobody applies a report: the date is that of its facts.
        words["date_application"] = set_text(translate(_("Date")))
    words["deux_points"] = f"{NBSP}: " if page.language == "fr" else ": "
    return {**filled, "libelle": words}


def shortened(filled: Values) -> Values:
    """Return the fields as a header shows them on each page: a very long title is cut."""
    title = str(filled["titre"])
    if len(title) <= _LONGEST_TITLE:
        return filled
    whole_words = title[: _LONGEST_TITLE - 1].rpartition(" ")[0] or title[: _LONGEST_TITLE - 1]
    return {**filled, "titre": f"{whole_words.rstrip(' ,;:–-' + NBSP)}…"}


def _edition(page: Page, translate: Translator) -> str:
    """Return «Version 2 – Applicable», or «Projet»: a state already said is not repeated."""
    version, state = page.version_label, page.status_label
    if version[:1].isdigit() or (page.report and version):
        version = f"{translate(_('Version'))} {version}"
    else:
        version = version[:1].upper() + version[1:]
    if not version or state.casefold() in version.casefold():
        return version or state
    return f"{version} – {state}" if state else version


def labels(translate: Translator) -> dict[str, str]:
    """Return the words that a template may write as `{{ libelle.NAME }}`."""
    page, between, *_after = translate(_("Page {page} of {pages}"), page="\n", pages="\n").split(
        "\n"
    )
    return {
        "reference": translate(_("Reference")),
        "version": translate(_("Version")),
        "date_application": translate(_("Date of application")),
        "processus": translate(_("Process")),
        "diffusion": translate(_("Distribution")),
        "prochaine_revue": translate(_("Next review")),
        "etat": translate(_("Status")),
        "non_maitrise": translate(_("document not controlled once printed")),
        "page": page,
        "sur": between,
    }


def fill(root: Element, filled: Values) -> None:
    """Replace the fields in each paragraph under `root`; numbers of pages and pictures stay.

    Raises:
        SmqError: a field has no such name, or cannot be read.
    """
    for paragraph in root.iter(W + "p"):
        texts = [t for t in paragraph.iter(W + "t") if _owner(t) is paragraph]
        whole = "".join(t.text or "" for t in texts)
        if "{{" in whole or "{%" in whole:
            _gather(texts, whole)
            for element in texts:
                if element.text and "{" in element.text:
                    element.text = _rendered(element.text, filled)
                    element.set(SPACE, "preserve")


def _owner(element: Element) -> Element | None:
    """Return the paragraph that holds a text; a text box holds paragraphs of its own."""
    return next(element.iterancestors(W + "p"), None)


def _gather(texts: list[Element], whole: str) -> None:
    """Move each field that Word has cut into the first of its pieces."""
    spans = [(0, len(whole))] if "{%" in whole else [m.span() for m in _FIELD.finditer(whole)]
    start = 0
    for element in texts:
        end = start + len(element.text or "")
        kept, position = "", start
        for first, last in spans:
            if first < end and last > start:
                kept += whole[position : max(first, start)]
                kept += whole[first:last] if first >= start else ""
                position = min(last, end)
        element.text = kept + whole[position:end]
        start = end


def _rendered(text: str, filled: Values) -> str:
    try:
        return " ".join(_compiled(text).render(filled).split("\n"))
    except UndefinedError as error:
        raise SmqError(
            _("The Word template has a field that smq does not know: {field}."),
            _("Known fields: {known}. To see what it lacks: smq template check FILE"),
            field=text.strip(),
            known=", ".join(FIELDS),
        ) from error
    except TemplateError as error:
        raise SmqError(
            _("The Word template has a field that cannot be read: {field}."),
            _("A field is written like {example}."),
            field=text.strip(),
            example="{{ titre }}",
        ) from error


@cache
def _environment() -> SandboxedEnvironment:
    # The text goes into XML nodes, which escape it themselves.
    made = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    made.filters = {name: made.filters[name] for name in _FILTERS}
    return made


@lru_cache(maxsize=256)
def _compiled(text: str) -> Template:
    tree = _environment().parse(text)
    for node in tree.find_all(nodes.Node):
        # A loop or a product could hold the command for ever: a template is a stranger's text.
        if not isinstance(node, _ALLOWED):
            raise SecurityError(f"«{type(node).__name__.lower()}» is not for templates")
    return _environment().from_string(tree)
