"""`smq new`: give the next code and write the document."""

from contextlib import nullcontext
from typing import Annotated

import typer

from smq import files
from smq.cli import console
from smq.cli.options import DryRun
from smq.cli.saving import save
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.links.folding import fold
from smq.model import QualitySystem, Status
from smq.numbering import known_process, known_type
from smq.operations.create import create_document
from smq.operations.identifiers import random_id
from smq.vcs import NOT_WHOLE, codes_ever_given

_LONGEST = 150
"""Characters of a title that the title block of a Word file still shows well."""


def command(
    context: typer.Context,
    type_: Annotated[
        str,
        typer.Argument(metavar="TYPE", help=_("Type of document, for example PRO or «Procédure».")),
    ],
    title: Annotated[
        str | None,
        typer.Option("--title", "-t", metavar=_("TITLE"), help=_("Title of the document.")),
    ] = None,
    process: Annotated[
        str | None,
        typer.Option("--process", "-p", metavar="CODE", help=_("Process, for example PRE.")),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(
            "--model",
            metavar=_("MODEL"),
            help=_("Document of the kit that it stands for, as a criterion names it."),
        ),
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Give the next code and write the document from its skeleton.

    The number follows the highest ever given, on any branch and for any deleted document.
    Nothing is committed.
    """
    session: Session = context.obj
    translate = session.translate
    _mind_title(title, model, translate)
    # Numbers are read and given under one lock: two windows never get the same.
    with nullcontext() if dry_run else files.locked(session.root):
        system = session.system()
        kind, owner = known_type(system, type_), known_process(system, process)
        settings = system.settings
        taken, shallow = codes_ever_given(
            session.root, settings.codification, dict(settings.reading.keys)
        )
        if shallow:
            console.aside(translate(NOT_WHOLE))
        if title:
            _mind_twin(system, kind, title, translate)
        created = create_document(
            system,
            kind,
            owner,
            title or "",
            taken=taken,
            new_id=random_id,
            root=session.root,
            model=(model or "").strip() or None,
        )
        save(session, [created.change], dry_run=dry_run, held=True)
    if not dry_run:
        console.product(f"{created.code} {created.change.path}")
        console.aside(translate(_("To fill it in: smq fill {code}"), code=created.code))


def _mind_twin(system: QualitySystem, kind: str, title: str, translate: Translator) -> None:
    """Warn about a document of the same type and title: `new` may have been typed twice."""
    twin = next(
        (
            d
            for d in system.documents
            if d.type == kind and d.status is not Status.WITHDRAWN and fold(d.title) == fold(title)
        ),
        None,
    )
    if twin:
        console.aside(
            translate(
                _(
                    "Warning: {code} already has this title. Two documents with one title are taken"
                    " for each other: keep one, or change a title: {command}"
                ),
                code=twin.label,
                command=f'smq set {twin.label} "titre=…"',
            )
        )


def _mind_title(title: str | None, model: str | None, translate: Translator) -> None:
    """Warn about a title that is too long to be shown well; a model may give one.

    Raises:
        SmqError: there is none, or it holds no letter and no digit.
    """
    if title is None:
        if model is not None:
            return
        raise SmqError(
            _("{name} is missing."),
            _("For help: {command} --help"),
            name="--title",
            command="smq new",
        )
    if not any(sign.isalnum() for sign in title):
        raise SmqError(
            _("A document needs a title."),
            _("Example: {command}"),
            command='--title "Gérer les déchets"',
        )
    length = len(" ".join(title.split()))
    if length > _LONGEST:
        console.aside(
            translate(
                _(
                    "Warning: the title has {count} characters; over {most} it makes the title"
                    " block of the Word file heavy. A short title is read more easily."
                ),
                count=length,
                most=_LONGEST,
            )
        )
