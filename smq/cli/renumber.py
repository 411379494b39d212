"""`smq renumber OLD NEW` and `smq renumber --auto`: codes change, and all that cites them."""

from contextlib import nullcontext
from functools import partial
from typing import Annotated

import typer

from smq import files, vcs
from smq.cli import choosing, console
from smq.cli.options import DryRun
from smq.cli.renaming import say_followed, show_renamed
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.model import QualitySystem
from smq.operations.identifiers import random_id
from smq.operations.renaming import Renamed
from smq.operations.renumber import Renumbered, renumber
from smq.operations.renumber_auto import renumber_auto
from smq.operations.settling import Ground, Settled, Settlement, Unsettled
from smq.operations.shared_codes import as_past
from smq.renumbering import Past
from smq.vcs.blame import blamed
from smq.vcs.lineage import lineage, reference

_PATTERN = _("Write: {command}")


def command(
    context: typer.Context,
    old: Annotated[
        str | None, typer.Argument(metavar=_("OLD"), help=_("Code of the document."))
    ] = None,
    new: Annotated[
        str | None, typer.Argument(metavar=_("NEW"), help=_("Code that it takes."))
    ] = None,
    auto: Annotated[
        bool,
        typer.Option(
            "--auto", help=_("Give each code that several documents carry back to one of them.")
        ),
    ] = False,
    base: Annotated[
        str | None,
        typer.Option(
            "--base",
            metavar=_("REVISION"),
            help=_("With --auto: the documents of this revision keep their codes."),
        ),
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Change the code of a document, or settle codes carried twice; what cites them follows.

    A code that was ever approved stays as an alias. With --auto, the approved document keeps its
    code, else the one that came first; a mention follows the document that its author meant. What
    cannot be told is listed with its place. Exit code: 0 nothing is left to do, 1 something is left
    to a person, 2 the command cannot run.
    """
    session: Session = context.obj
    _understand(old, new, base, auto=auto)
    # Numbers are read and given under one lock: two windows never get the same.
    with nullcontext() if dry_run else files.locked(session.root):
        if auto:
            done = _auto(session, base, dry_run=dry_run)
        else:
            done = _one(session, old or "", new or "", dry_run=dry_run)
    if not done:
        raise typer.Exit(1)


def _understand(old: str | None, new: str | None, base: str | None, *, auto: bool) -> None:
    if auto and old is not None:
        raise SmqError(
            _("With --auto smq finds itself which codes change."),
            _PATTERN,
            command="smq renumber --auto",
        )
    if not auto and base is not None:
        raise SmqError(_("--base goes with --auto."), _PATTERN, command="smq renumber --auto")
    if not auto and (old is None or new is None):
        raise SmqError(
            _("Two codes are needed: the one that the document has, then the one that it takes."),
            _("Write: smq renumber OLD NEW, or smq renumber --auto when a code is carried twice."),
        )


def _one(session: Session, old: str, new: str, *, dry_run: bool) -> bool:
    system = session.system(evidence=True)
    document = choosing.one(system, old)
    found = renumber(
        system, document, new, taken=_taken(session, system), read=partial(files.read, session.root)
    )
    _write(session, found.renamed, dry_run=dry_run)
    _say_one(found, session.translate)
    _close(session, dry_run=dry_run)
    return True


def _auto(session: Session, base: str | None, *, dry_run: bool) -> bool:
    system = session.system(evidence=True)
    history = lineage(session.root, system.settings)
    found = renumber_auto(
        system,
        Ground(
            past=Past(history, as_past(system)),
            there=reference(session.root, system.settings, base),
            base=base,
            blame=partial(blamed, session.root),
            taken=_taken(session, system),
            read=partial(files.read, session.root),
            new_id=random_id,
        ),
    )
    if found.renamed.changes:
        _write(session, found.renamed, dry_run=dry_run)
    _say_auto(found, session.translate)
    if found.renamed.changes:
        _close(session, dry_run=dry_run)
    return found.is_done


def _taken(session: Session, system: QualitySystem) -> tuple[str, ...]:
    settings = system.settings
    taken, shallow = vcs.codes_ever_given(
        session.root, settings.codification, dict(settings.reading.keys)
    )
    if shallow:
        console.aside(session.translate(vcs.NOT_WHOLE))
    return taken


def _write(session: Session, renamed: Renamed, *, dry_run: bool) -> None:
    if dry_run:
        show_renamed(renamed, session.translate)
        return
    files.apply(session.root, renamed.changes, held=True)
    files.prune(session.root, [change.path for change in renamed.changes])


def _close(session: Session, *, dry_run: bool) -> None:
    sentence = _("Nothing was written.") if dry_run else _("To record and share it: smq save")
    console.aside(session.translate(sentence))


def _say_one(found: Renumbered, translate: Translator) -> None:
    move = found.move
    old, title = move.document.label, move.document.title
    console.aside(translate(_("{old} becomes {new}, {title}"), old=old, new=move.code, title=title))
    if move.alias:
        sentence = _(
            "It was approved as {old}: the former code stays as an alias, so that letters and"
            " records that cite it still lead here. Its approvals still hold."
        )
        console.aside(translate(sentence, old=old))
    if move.process:
        sentence = _("It now belongs to the process {process}: {path}")
        console.aside(translate(sentence, process=move.process, path=move.path))
    say_followed(found.renamed, translate)


def _say_auto(found: Settlement, translate: Translator) -> None:
    say = console.aside
    for settled in found.settled:
        say(_settled(settled, translate))
    if found.followed:
        say(
            translate.plural(
                _("{count} mention follows:"), _("{count} mentions follow:"), len(found.followed)
            )
        )
    for followed in found.followed:
        line = _("  {place} {old} → {new}")
        values = {"place": followed.location, "old": followed.old, "new": followed.new}
        say(translate(line, **values))
    for unsettled in found.unsettled:
        say(_unsettled(unsettled, translate))
    if found.left:
        say(
            translate.plural(
                _("{count} mention is left to you: nothing tells which document it means."),
                _("{count} mentions are left to you: nothing tells which document they mean."),
                len(found.left),
            )
        )
    for left in found.left:
        pairs = (f"{code} ({title})" if title else code for code, title in left.candidates)
        means = f" {translate(_('or'))} ".join(pairs)
        sentence = _("{place} {code}: write here {codes}")
        say("  " + translate(sentence, place=left.location, code=left.code, codes=means))
    if not (found.settled or found.followed or found.unsettled):
        say(translate(_("No code is carried twice, and no mention leads astray.")))


def _settled(settled: Settled, translate: Translator) -> str:
    move = settled.move
    reason = translate(settled.why.value)
    if move.code is None:
        sentence = _("{path} is a copy of {keeper}: it gets an identifier of its own.")
        return translate(sentence, path=move.document.path, keeper=settled.keeper)
    sentence = _("{old} becomes {new}, {title}. {old} stays with {keeper}: {reason}.")
    if move.id:
        sentence = _(
            "{path} is a copy of {keeper}: it becomes {new}, {title}, with an identifier of its"
            " own. What its header says of approvals is not true of it."
        )
    return translate(
        sentence,
        old=move.document.label,
        new=move.code,
        title=move.document.title,
        path=move.document.path,
        keeper=settled.keeper,
        reason=reason,
    )


def _unsettled(unsettled: Unsettled, translate: Translator) -> str:
    reason = translate(unsettled.why, **unsettled.values)
    paths = ", ".join(document.path for document in unsettled.documents)
    sentence = _("{code} stays as it is in {paths}: {reason}.")
    return translate(sentence, code=unsettled.code, paths=paths, reason=reason)
