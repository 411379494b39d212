"""`smq file`: file a signed or filled-in file as a record, or look again at one kept elsewhere."""

from pathlib import Path
from typing import Annotated

import typer

from smq import files
from smq.cli import console
from smq.cli.choosing import one
from smq.cli.options import DryRun
from smq.cli.person_named import at_keyboard
from smq.cli.saving import save
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import _, why
from smq.kit import typed_date
from smq.lifecycle import version_in_force
from smq.load.names import with_names
from smq.model.filed import FiledRecord
from smq.operations.field_values import Context
from smq.operations.filing import Filing, file_record, outsiders, signatories, verify_record
from smq.operations.identifiers import random_id
from smq.operations.people import person

_VERIFY = "verify"

FileOrVerify = Annotated[
    str, typer.Argument(metavar=_("FILE"), help=_("The file to keep; or the word «verify»."))
]
Again = Annotated[
    Path | None,
    typer.Argument(metavar=_("[FILE]"), help=_("With «verify»: the file kept elsewhere.")),
]
Code = Annotated[
    str | None,
    typer.Option("--as", metavar="CODE", help=_("The form or model that it fills in.")),
]
Title = Annotated[
    str, typer.Option("--title", "-t", metavar=_("TITLE"), help=_("What the record is about."))
]
Dated = Annotated[
    str | None,
    typer.Option("--dated", metavar=_("DATE"), help=_("Date on the record; else today.")),
]
Signed = Annotated[
    list[str] | None,
    typer.Option("--signed-by", metavar=_("PERSON"), help=_("Who signed; may be repeated.")),
]
SignedOutside = Annotated[
    list[str] | None,
    typer.Option(
        "--signed-outside",
        metavar=_("NAME"),
        help=_("Who signed and is not of the platform; may be repeated."),
    ),
]
By = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar=_("PERSON"),
        help=_("Who files it: identifier or name; else the person whose address git has."),
    ),
]
Outside = Annotated[
    str | None,
    typer.Option(
        "--outside", metavar=_("PLACE"), help=_("Leave the file there; keep place and hash.")
    ),
]


def command(
    context: typer.Context,
    file: FileOrVerify,
    again: Again = None,
    code: Code = None,
    title: Title = "",
    dated: Dated = None,
    signed: Signed = None,
    signed_outside: SignedOutside = None,
    by: By = None,
    outside: Outside = None,
    dry_run: DryRun = False,
) -> None:
    """File a signed PDF or a filled-in form as a record; the file itself is never altered.

    `smq file verify FILE` looks again at a file that stays elsewhere.
    """
    session: Session = context.obj
    translate = session.translate
    if file == _VERIFY:
        _verify(session, again, dry_run=dry_run)
        return
    if code is None:
        raise SmqError(
            _("Say which form or model the file fills in."), _("Example: --as PIL-MOD-001")
        )
    path, content = _content(session, Path(file))
    system = with_names(session.root, session.system(evidence=True))
    form = one(system, code)
    told, named = Context(system, form), (by or "").strip()
    if dated and typed_date(dated) > session.today:
        raise SmqError(_("«{date}» has not come yet (--dated)."), None, date=dated)
    here = None if named else at_keyboard(session, system)
    filing = Filing(
        title=title,
        dated=typed_date(dated) if dated else session.today,
        signatories=(
            *signatories(signed or [], told),
            *outsiders(signed_outside or [], told),
        ),
        outside=outside,
        filed=session.today,
        by=person(told, "--by", named) if named else (here.id if here else None),
    )
    for remark in told.remarks:
        said = translate(remark.message, **remark.values)
        console.aside(translate(_("Warning: {remark}"), remark=said))
    if version_in_force(form, system) is None:
        sentence = _("Warning: {code} is not in force; what is filed fills in a draft.")
        console.aside(translate(sentence, code=form.label))
    filed = file_record(system, form, path.name, content, filing, random_id)
    save(session, list(filed.changes), dry_run=dry_run)
    if not dry_run:
        console.product(f"{filed.id} {filed.place}")
        if outside:
            hint = _("It counts once seen again: smq file verify {path}")
            console.aside(translate(hint, path=str(file)))


def _content(session: Session, file: Path) -> tuple[Path, bytes]:
    path = file if file.is_absolute() else session.start / file
    if path.is_dir():
        raise SmqError(
            _("{path} is a folder; a record is one file."),
            _("Name the file in it: smq file {path}/FILE --as CODE"),
            path=str(file),
        )
    if not path.is_file():
        raise SmqError(
            _("{path} does not exist."),
            _("Check its name and place; a name with spaces goes between quotes."),
            path=str(file),
        )
    try:
        return path, path.read_bytes()
    except OSError as error:
        raise SmqError(
            _("{path} cannot be read: {reason}."), None, path=str(file), reason=why(error)
        ) from error


def _verify(session: Session, file: Path | None, *, dry_run: bool) -> None:
    """Note that a file kept elsewhere was seen; without file, list those never seen."""
    system = session.system(evidence=True)
    elsewhere = [record for record in system.records if record.file is None]
    if file is None:
        for record in elsewhere:
            console.product(_line(record, session))
        if not elsewhere:
            console.aside(session.translate(_("No record is kept elsewhere.")))
        return
    path, content = _content(session, file)
    from smq import private

    digest = private.digest_of(content)
    found = next((r for r in elsewhere if r.sha256 == digest), None)
    if found is None:
        raise SmqError(
            _("«{name}» is none of the files kept elsewhere, or is no longer what was filed."),
            _("The list: smq file verify"),
            name=path.name,
        )
    before = files.read(session.root, found.location.path) or b""
    change = verify_record(found, before, session.today)
    save(session, [change], dry_run=dry_run)


def _line(record: FiledRecord, session: Session) -> str:
    seen = session.translate.date(record.verified) if record.verified else "–"
    return f"{record.id}  {seen}  {record.form}  {record.title} – {record.outside}"
