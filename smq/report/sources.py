"""Where a criterion comes from, as a sentence."""

from smq.i18n import Translator, _
from smq.model.referential import Source

_STANDARDS = {"iso9001": "ISO 9001"}
_KINDS = {
    "programme": _("text of the INFRA+ programme"),
    "page": _("public page"),
    "deduit": _("inferred"),
}


def shown(source: Source, translate: Translator) -> str:
    """Return one source: the text and its section, or the standard with edition and clause."""
    if source.clause:
        name = _STANDARDS.get(source.kind, source.kind)
        edition = f":{source.edition}" if source.edition else ""
        return translate(
            _("{standard}, clause {clause}"), standard=f"{name}{edition}", clause=source.clause
        )
    kind = translate(_KINDS.get(source.kind, source.kind))
    if not source.section:
        return kind
    return translate(_("{text}, «{section}»"), text=kind, section=source.section)
