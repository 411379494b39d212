"""Which documents a kind of link (`liens.formulaires`) may name."""

from smq.errors import SmqError
from smq.i18n import _
from smq.links.folding import fold
from smq.model import DocumentType, QualitySystem
from smq.operations.field_values import Check, Context, cited

KINDS = frozenset({"formulaires", "registres", "procedures", "modeles", "references"})
"""Kinds of links that the kit uses; a platform may have others."""


def cited_as(kind: str) -> Check:
    """Return the check of a code that stands under a kind of links.

    A type whose name is that of a kind («Procédure», procedures) goes under no other type's kind;
    a type without one goes under any.
    """

    def check(context: Context, field: str, typed: str) -> str:
        code = cited(context, field, typed)
        found = context.system.find(code)
        declared = context.system.type_of(found) if found else None
        own = _kind_of(declared) if declared else None
        if declared and own and own != kind and kind in _kinds(context.system):
            raise SmqError(
                _("{field}: {code} is of the type «{type}»."),
                _("Write liens.{kind}+={code}"),
                field=field,
                code=code,
                type=declared.name("fr"),
                kind=own,
            )
        return code

    return check


def _kinds(system: QualitySystem) -> frozenset[str]:
    return frozenset(kind for declared in system.types.values() if (kind := _kind_of(declared)))


def _kind_of(declared: DocumentType) -> str | None:
    """Return the kind that bears the name of a type, in the plural; None when there is none."""
    plural = f"{fold(declared.name('fr'))}s"
    return plural if plural in KINDS else None
