"""`smq render`: documents as Word files."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smq import check, files
from smq.cli import choosing, console
from smq.cli.options import DryRun
from smq.cli.progress import progress
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.load.names import NAMES_FILE, with_names
from smq.model import Document, QualitySystem, Severity

if TYPE_CHECKING:
    from smq.render.deliverables import Deliverable

_DEFAULT = "livrables"


class RenderFormat(StrEnum):
    """Formats of `render`."""

    DOCX = "docx"


Applicables = Annotated[
    bool,
    typer.Option(
        "--applicables", help=_("With --mirror: exactly the documents in force, and their list.")
    ),
]
Mirror = Annotated[
    Path | None,
    typer.Option(
        "--mirror",
        metavar=_("FOLDER"),
        help=_("Keep this shared folder: what is replaced goes to its folder «_Périmés»."),
    ),
]
Slip = Annotated[
    bool,
    typer.Option(
        "--bordereau",
        help=_("One paper to sign for the documents that await approval, or for CODES."),
    ),
]


def command(
    context: typer.Context,
    codes: Annotated[
        list[str] | None, typer.Argument(metavar="[CODE]...", help=_("Codes of documents."))
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help=_("Every document of the platform."))
    ] = False,
    output: Annotated[
        RenderFormat, typer.Option("--format", help=_("Only docx."))
    ] = RenderFormat.DOCX,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar=_("FOLDER"), help=_("Write into this folder.")),
    ] = None,
    names: Annotated[
        bool,
        typer.Option(
            "--names",
            help=_("Write the names of noms-des-personnes.csv in the place of identifiers."),
        ),
    ] = False,
    applicables: Applicables = False,
    mirror: Mirror = None,
    bordereau: Slip = False,
    dry_run: DryRun = False,
) -> None:
    """Make the Word files of documents, in «livrables» unless another folder is named."""
    session: Session = context.obj
    translate = session.translate
    _refuse_mixture(codes or [], out, mirror, everything, applicables, bordereau)
    system = _named_system(session) if names else session.system()
    if mirror is not None:
        from smq.cli.render_mirror import keep_mirror

        keep_mirror(session, system, mirror, dry_run=dry_run)
        return
    if bordereau:
        from smq.cli.render_slip import make_slip

        make_slip(session, system, codes or [], _folder(session, out), dry_run=dry_run)
        return
    chosen = _chosen(system, codes or [], everything=everything)
    folder = _folder(session, out)
    if dry_run:
        for name in _names(chosen, system):
            console.product(translate(_("creates {path}"), path=name))
        return
    errors = _errors(chosen, system)
    made = _make(session, system, chosen, folder, whole=everything)
    _warn_of_errors(made, errors, translate)
    _announce(len(made), str(out or folder), translate)
    if len(made) < len(chosen):
        raise typer.Exit(1)


def _refuse_mixture(
    codes: Sequence[str],
    out: Path | None,
    mirror: Path | None,
    everything: bool,
    applicables: bool,
    bordereau: bool,
) -> None:
    """Refuse options that say two things.

    Raises:
        SmqError: it says which.
    """
    if applicables != (mirror is not None):
        raise SmqError(
            _("--applicables and --mirror go together."),
            _("Write: smq render --applicables --mirror FOLDER"),
        )
    if applicables and (codes or everything or bordereau or out):
        raise SmqError(
            _("A mirror holds exactly the documents in force: no code and no other choice."),
            _("Write: smq render --applicables --mirror FOLDER"),
        )
    if bordereau and everything:
        raise SmqError(
            _("--bordereau takes all that awaits approval by itself."), _("Leave --all out.")
        )


def _named_system(session: Session) -> QualitySystem:
    """Return the platform with the names of its people, which this computer must hold.

    Raises:
        SmqError: there is no table of names here.
    """
    system = with_names(session.root, session.system())
    if any(person.private_name for person in system.settings.people):
        return system
    raise SmqError(
        _("No name is known here: {file} does not lie in this folder, or names nobody."),
        _("Ask whoever keeps the table for a copy, or render without --names."),
        file=NAMES_FILE,
    )


def _announce(count: int, folder: str, translate: Translator) -> None:
    console.product(folder)
    console.aside(
        translate.plural(
            _("{count} file written in {folder}."),
            _("{count} files written in {folder}."),
            count,
            folder=folder,
        )
    )


def _chosen(
    system: QualitySystem, codes: Sequence[str], *, everything: bool
) -> tuple[Document, ...]:
    if everything and codes:
        raise SmqError(_("Name codes, or --all; not both."))
    if everything:
        from smq.render.deliverables import is_readable

        return tuple(d for d in system.documents if d.code_text or not is_readable(d, system))
    if not codes:
        raise SmqError(
            _("No document is named."), _("Name a code, for example PRE-PRO-001, or add --all.")
        )
    twins = (d for word in codes for d in _named(word, system))
    return tuple(dict.fromkeys(twins))


def _named(word: str, system: QualitySystem) -> tuple[Document, ...]:
    """Return the documents of a code; two that took one code are made both, with a warning."""
    codes, text = system.settings.codification, word.strip()
    code = codes.parse(text) or codes.right_case(text)
    found = system.by_identity.get(code.identity, ()) if code else ()
    return found if len(found) > 1 else (choosing.one(system, word),)


def _folder(session: Session, out: Path | None) -> Path:
    if out is None:
        return session.root / _DEFAULT
    folder = out if out.is_absolute() else session.start / out
    if folder.exists() and not folder.is_dir():
        raise SmqError(_("{folder} is a file, not a folder."), None, folder=str(out))
    return folder


def _names(chosen: Sequence[Document], system: QualitySystem) -> Iterable[str]:
    from smq.render.deliverables import is_readable, names_of

    names = names_of(chosen)
    return (names[document.path] for document in chosen if is_readable(document, system))


def _make(
    session: Session,
    system: QualitySystem,
    chosen: Sequence[Document],
    folder: Path,
    *,
    whole: bool,
) -> list[Document]:
    """Write the files and the manifest; return the documents that have a file."""
    from smq.render import output_folder
    from smq.render.deliverables import deliverables

    before = output_folder.made_before(folder)
    written: dict[str, str] = {}
    made = []
    with progress(len(chosen), session.translate(_("Word files"))) as advance:
        for deliverable in deliverables(chosen, system, session.root, session.translate):
            if deliverable.content is not None:
                files.write_whole(folder / deliverable.name, deliverable.content)
                written[deliverable.name] = output_folder.digest(deliverable.content)
                made.append(deliverable.document)
            warn(deliverable, session.translate)
            advance()
    # A document that could not be made keeps the file of an earlier run.
    complete = whole and len(made) == len(chosen)
    gone = output_folder.outdated(folder, before, written) if complete else ()
    for name in gone:
        files.remove(folder / name)
    kept = {name: digest for name, digest in before.items() if name not in gone}
    files.write_whole(folder / output_folder.MANIFEST, output_folder.manifest({**kept, **written}))
    return made


def warn(deliverable: "Deliverable", translate: Translator) -> None:
    """Say what a reader would not see as the author wrote it."""
    for notice in deliverable.notices:
        said = translate(notice.message, **dict(notice.values))
        console.aside(
            translate(
                _("Warning: {code}: {sentence}"), code=deliverable.document.label, sentence=said
            )
        )


def _errors(chosen: Sequence[Document], system: QualitySystem) -> Counter[str]:
    """Return path → number of errors of the documents that people rely on.

    A draft is work under way: only an unfinished merge is said of it, since both versions of the
    passage are printed.
    """
    named = {d.path for d in chosen}
    settled = {d.path for d in chosen if d.is_settled}
    merging = {p.location.path for p in system.problems if p.kind == "merge-marker"} & named
    found = check.run(system) if settled else ()
    places = (f.location.path for f in found if f.severity is Severity.ERROR)
    counted = Counter(path for path in places if path in settled)
    return counted + Counter(merging - set(counted))


def _warn_of_errors(
    made: Sequence[Document], errors: Mapping[str, int], translate: Translator
) -> None:
    for document in made:
        if count := errors.get(document.path, 0):
            said = translate.plural(
                _("{code}: {count} error, see smq check"),
                _("{code}: {count} errors, see smq check"),
                count,
                code=document.label,
            )
            console.aside(said)
