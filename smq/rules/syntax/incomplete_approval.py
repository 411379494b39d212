"""An approval does not say which version, who, when or how, or says it in an unknown word.

Why: an approval proves something when it names its version, its author, its date and the way it was
given; the rest is a line that nobody can check.

Wrong:
    approbations:
      - {version: "1", par: P01}

Fix: write what is missing. The modes are git, papier, courriel, parapheur and pv; the roles are
redacteur, verificateur and approbateur.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.lifecycle import APPROVER, AUTHOR, REVIEWER
from smq.model import Document, Fields, Finding, Items, QualitySystem, Severity, nearest, text_of
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN030",
    _("The approval of version «{version}» does not say: {missing}."),
    hint=_("Complete this line of «approbations»: {form}."),
    severity=Severity.WARNING,
)
_SET = _("Complete it: smq set {document} {fields}")
_UNKNOWN = _("«{written}» is no «{field}» of an approval.")
_NEAR = _("Nearest: {near}. The words are {words}.")
_WORDS_ALONE = _("The words are {words}.")
_ASKED = ("version", "par", "date", "mode")
_FORM = 'version: "1", par: P01, role: approbateur, date: 2027-02-20, mode: papier'
MODES = ("git", "papier", "courriel", "parapheur", "pv")
ROLES = (*AUTHOR, *REVIEWER, *APPROVER)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield what each approval lacks, as an error where readers rely on its version."""
    written = document.field("approbations")
    if system.settings.foreign or not isinstance(written, Items):
        return
    for number, record in enumerate(written.items, 1):
        if isinstance(record, Fields):
            yield from _of_record(record, number, document)


def _of_record(record: Fields, number: int, document: Document) -> Iterator[Finding]:
    version = text_of(record.get("version"))
    relied_on = document.is_settled and version in (None, "", document.version)
    severity = Severity.ERROR if relied_on else None
    # A value of another kind, a list for a name, is SYN005's.
    missing = [name for name in _ASKED if _is_empty(record, name)]
    if missing:
        yield rule.finding(
            document.at(record.line, record.column),
            code=document.code_text,
            severity=severity,
            hint=_SET if document.code_text else None,
            document=document.label,
            fields=" ".join(f'"approbations[{number}].{name}=…"' for name in missing),
            version=version or "–",
            missing=", ".join(missing),
            form=_FORM,
        )
    for field, words in (("mode", MODES), ("role", ROLES)):
        said = (text_of(record.get(field)) or "").strip().casefold()
        if said and said not in words:
            near = nearest(said, words)
            yield rule.finding(
                document.at(record.line, record.column),
                code=document.code_text,
                severity=severity,
                message=_UNKNOWN,
                hint=_NEAR if near else _WORDS_ALONE,
                written=text_of(record.get(field)) or "",
                field=field,
                near=near or "",
                words=", ".join(w for w in words if w.isascii()),
            )


def _is_empty(record: Fields, name: str) -> bool:
    node = record.get(name)
    return not isinstance(node, Fields | Items) and not (text_of(node) or "").strip()
