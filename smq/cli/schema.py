"""`smq schema`: the JSON schemas by which an editor completes and checks the YAML files."""

import json
from typing import Annotated

import typer

from smq import files
from smq.cli import console
from smq.cli.options import DryRun
from smq.cli.saving import save
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.model import Change, DocumentType, nearest


def command(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar=_("[NAME]"), help=_("Which one; without, list them."))
    ] = None,
    write: Annotated[
        bool,
        typer.Option("--write", help=_("Write those of the platform where editors look.")),
    ] = False,
    dry_run: DryRun = False,
) -> None:
    """Print the JSON schema of a sort of file, by which an editor completes and checks it.

    With `--write`, the schemas go to `referentiel/schemas/`, and `.vscode/settings.json` is made
    when there is none; your own is never changed.
    """
    from smq.schemas import SCHEMAS, schema_text

    session: Session = context.obj
    if write:
        if name is not None:
            raise SmqError(
                _("--write writes all the schemas of the platform, not «{name}» alone."),
                _("Write: smq schema --write"),
                name=name,
            )
        _write(session, dry_run=dry_run)
    elif name is None:
        _list(session.translate)
    elif name in SCHEMAS:
        console.product(schema_text(name, _types(session), session.translate))
    else:
        near = nearest(name, tuple(SCHEMAS))
        raise SmqError(
            _("There is no schema «{name}»."),
            _("Nearest: {near}.") if near else _("Schemas: {known}."),
            name=name,
            near=near or "",
            known=", ".join(SCHEMAS),
        )


def _list(translate: Translator) -> None:
    from smq.schemas import SCHEMAS

    width = max(map(len, SCHEMAS))
    for described in SCHEMAS.values():
        console.product(f"{described.name:{width}}  {translate(described.title)}")


def _types(session: Session) -> dict[str, DocumentType]:
    """Return the types of the platform around; none outside of one."""
    from smq.load.doctypes import read_types

    try:
        return read_types(session.root)[0]
    except SmqError:
        return {}


def _write(session: Session, *, dry_run: bool) -> None:
    from smq.load import read_settings
    from smq.load.doctypes import read_types
    from smq.operations.editor_files import SETTINGS, editor_settings, schema_files

    root = session.root
    language = read_settings(root)[0].language or session.translate.language
    made = schema_files(read_types(root)[0], Translator(language))
    own = files.read(root, SETTINGS)
    if own is None:
        made[SETTINGS] = editor_settings()
    changes = [
        Change(path, before, after)
        for path, after in made.items()
        if (before := files.read(root, path)) != after
    ]
    save(session, changes, dry_run=dry_run)
    if not dry_run:
        for change in changes:
            console.product(change.path)
    if own is not None:
        _say_what_is_left(own, session.translate)


def _say_what_is_left(own: bytes, translate: Translator) -> None:
    """Show what to add to the settings of the person's own, when they do not have it."""
    from smq.operations.editor_files import KEY, SETTINGS, ties

    wanted = ties()
    if all(json.dumps(path).encode() in own for path in wanted):
        return
    console.aside(translate(_("{file} is yours and stays as it is. Add to it:"), file=SETTINGS))
    console.aside(f"{json.dumps(KEY)}: {json.dumps(wanted, indent=2)}")
