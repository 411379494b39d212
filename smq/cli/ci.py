"""`smq ci`: write the pipeline by which a forge checks each proposal."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from smq import __version__, files, resources
from smq.cli import console
from smq.cli.options import DryRun
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import _
from smq.model import nearest
from smq.vcs.hooks import top_and_folder

Debt = Annotated[
    Path | None,
    typer.Option(
        "--baseline", metavar=_("FILE"), help=_("Accept the findings of this file, refuse others.")
    ),
]


@dataclass(frozen=True)
class _Forge:
    """A forge.

    Attributes:
        path: where it looks for its pipeline, from the top of the repository.
        other: where to put smq's own beside one that is there.
        joining: how the one that is there takes it in.
    """

    path: str
    other: str
    joining: str


FORGES = {
    "gitlab": _Forge(
        ".gitlab-ci.yml",
        ".gitlab/smq.yml",
        _("Keep yours, write smq’s beside it, and add to yours: include: {other}"),
    ),
    "github": _Forge(
        ".github/workflows/smq.yml",
        ".github/workflows/smq-check.yml",
        _("Keep yours: several workflows may lie in that folder."),
    ),
}


def command(
    context: typer.Context,
    forge: Annotated[
        str, typer.Argument(metavar="gitlab|github", help=_("Where the repository is shared."))
    ],
    baseline: Debt = None,
    other: Annotated[
        str | None,
        typer.Option(
            "--as", metavar=_("PATH"), help=_("Another name, from the top of the repository.")
        ),
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Write the pipeline by which GitLab or GitHub checks each proposal and the main branch.

    The file goes to the top of the git repository, wherever the platform lies in it, and says part
    by part what it does. A file that is there is never overwritten. It works once smq can be
    installed from where the forge runs it: one line at its top says from where.
    """
    session: Session = context.obj
    say = session.translate
    known = _known(forge)
    top, folder = top_and_folder(session.root)
    path = other or known.path
    place = (top / path).resolve()
    if not place.is_relative_to(top):
        raise SmqError(
            _("«{path}» leaves the repository."),
            _("Name a file below {top}."),
            path=path,
            top=str(top),
        )
    content = _content(session, forge, folder, baseline)
    if dry_run:
        console.aside(say(_("Would be written: {path}"), path=str(place)))
        console.product(content)
        return
    with files.locked(session.root):
        if place.exists():
            _refuse_other(place, content, known, forge, session)
            return
        files.write_whole(place, content.encode())
    console.product(say(_("Written: {path}"), path=str(place)))
    console.aside(say(_("Record and share it like a document: smq save, then smq sync.")))
    console.aside(
        say(_("Say in it, after SMQ_INSTALL, from where the forge gets smq, if not by this name."))
    )


def _known(forge: str) -> _Forge:
    if forge not in FORGES:
        near = nearest(forge, tuple(FORGES))
        raise SmqError(
            _("smq writes no pipeline for «{forge}»."),
            _("Nearest: {near}.") if near else _("Those it knows: {known}."),
            forge=forge,
            near=near or "",
            known=", ".join(FORGES),
        )
    return FORGES[forge]


def _content(session: Session, forge: str, folder: str, baseline: Path | None) -> str:
    """Return the pipeline, filled in.

    Raises:
        SmqError: the baseline does not exist, or lies outside the platform.
    """
    accepted = ""
    if baseline is not None:
        root, file = session.root.resolve(), (session.start / baseline).resolve()
        if not file.is_file() or not file.is_relative_to(root):
            raise SmqError(
                _("There is no baseline {path} in the platform’s folder."),
                _("Write it: smq check --write-baseline {path}"),
                path=str(baseline),
            )
        accepted = file.relative_to(root).as_posix()
    text = resources.pipeline(forge, session.translate.language).read_text(encoding="utf-8")
    # A string of JSON is one of YAML; GitLab reads «$» in it as the name of a variable.
    dollar = "$$" if forge == "gitlab" else "$"
    for mark, value in (
        ("@@INSTALL@@", f"smq=={__version__}"),
        ("@@FOLDER@@", folder),
        ("@@BASELINE@@", accepted),
    ):
        text = text.replace(mark, json.dumps(value.replace("$", dollar), ensure_ascii=False))
    return text


def _refuse_other(place: Path, content: str, known: _Forge, forge: str, session: Session) -> None:
    """Say that the file is there already; another one than smq's is left alone.

    Raises:
        SmqError: it is another one.
    """
    if place.read_bytes() == content.encode():
        sentence = _("{path} is there already, as it would be written.")
        console.product(session.translate(sentence, path=str(place)))
        return
    raise SmqError(
        _("{path} exists already; nothing was written."),
        _("Write smq’s beside it: smq ci {forge} --as {other}. {joining}"),
        path=str(place),
        forge=forge,
        other=known.other,
        joining=session.translate(known.joining, other=known.other),
    )
