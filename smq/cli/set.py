"""`smq set`: give fields of a document's header other values."""

from typing import Annotated

import typer

from smq import files
from smq.cli import choosing, console, failures
from smq.cli.consequences import bear_on_check, say_consequences
from smq.cli.options import Code, DryRun
from smq.cli.saving import save
from smq.cli.session import Session
from smq.i18n import Translator, _
from smq.load.names import with_names
from smq.model import LABELS, WRITTEN, Change, Settings
from smq.operations.alterations import Alteration
from smq.operations.set_field import set_fields

_PEOPLE = ("redacteur", "verificateur", "approbateur")


def command(
    context: typer.Context,
    code: Code,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar=_("FIELD=VALUE…"),
            help=_("For example statut=applicable, liens.formulaires+=PRE-FOR-001, entrees[2]=…"),
        ),
    ],
    dry_run: DryRun = False,
) -> None:
    """Change fields of a document's header; all is checked before anything is written.

    A date is typed 20/02/2027. A person is named by identifier, name or part of a name.
    In a list, += adds and -= removes. In a table, rows go between | and cells between ; and
    field[2]= changes the second row, or removes it when nothing follows.
    """
    session: Session = context.obj
    translate = session.translate
    before = session.system()
    system = with_names(session.root, before)
    document = choosing.one(system, code)
    console.aside(f"{document.label} – {document.title}" if document.title else document.label)
    raw = files.read(session.root, document.path) or b""
    edited = set_fields(system, document, raw, words)
    for fault in edited.faults:
        failures.stopped(fault, translate)
    if edited.faults:
        raise typer.Exit(failures.USAGE)
    changes = [Change(document.path, raw, edited.content)] if edited.content != raw else []
    if not dry_run:
        save(session, changes, dry_run=False)
    # Only what is written is said to be.
    for alteration in edited.alterations:
        console.product(_in_words(alteration, system.settings, translate))
    for remark in edited.remarks:
        console.aside(
            translate(_("Warning: {remark}"), remark=translate(remark.message, **remark.values))
        )
    if not changes:
        console.aside(
            translate(_("Nothing to change: {code} says so already."), code=document.label)
        )
    elif dry_run:
        save(session, changes, dry_run=True)
    elif bear_on_check(edited.alterations, document):
        say_consequences(before, session.system(), document, edited.alterations, translate)


def _in_words(alteration: Alteration, settings: Settings, translate: Translator) -> str:
    field = alteration.field
    before, after = (
        _value(field, text, settings, translate) for text in (alteration.before, alteration.after)
    )
    if alteration.item and alteration.before is None:
        return translate(_("{field}: {value} added"), field=field, value=after)
    if alteration.item:
        return translate(_("{field}: {value} removed"), field=field, value=before)
    return translate(_("{field}: {before} → {after}"), field=field, before=before, after=after)


def _value(field: str, text: str | None, settings: Settings, translate: Translator) -> str:
    if not text:
        return translate(_("(empty)"))
    if field == "statut" and text in WRITTEN:
        return translate(LABELS[WRITTEN[text]])
    person = settings.person(text) if field in _PEOPLE else None
    return f"{person.spoken_name} ({person.id})" if person else text
