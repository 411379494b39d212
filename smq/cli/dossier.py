"""`smq dossier`: the folder that an evaluator receives, made from one version; or seen again."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smq.cli import console
from smq.cli.area_choice import Area
from smq.cli.options import DryRun
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import _

if TYPE_CHECKING:
    from smq.cli.dossier_making import Wanted


class DossierStage(StrEnum):
    """Stages at which a platform is evaluated."""

    LABEL = "label"
    SUIVI = "suivi"


StageOption = Annotated[
    DossierStage,
    typer.Option(
        "--stage", help=_("label, or suivi: what changed since the last evaluation comes first.")
    ),
]
Out = Annotated[
    Path | None,
    typer.Option("--out", "-o", metavar=_("FOLDER"), help=_("Write into this folder.")),
]
Zip = Annotated[bool, typer.Option("--zip", help=_("One zip file in the place of the folder."))]
Nominative = Annotated[
    bool,
    typer.Option(
        "--nominative/--masked",
        help=_("Show people and confidential rows; else they are masked."),
    ),
]
Ids = Annotated[
    list[str] | None,
    typer.Option(
        "--exercise-ids", metavar="ID", help=_("A dossier that the evaluator names; repeat.")
    ),
]
Seed = Annotated[
    str | None,
    typer.Option("--seed", metavar=_("SEED"), help=_("Draws the dossiers solved; else the date.")),
]
Sample = Annotated[
    int,
    typer.Option("--sample", metavar="N", min=1, max=20, help=_("Dossiers solved of each chain.")),
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar=_("VERSION"),
        help=_("suivi: compare with this one; else with that of the last evaluation."),
    ),
]
Name = Annotated[
    str | None,
    typer.Option(
        "--referential", "-r", metavar=_("NAME"), help=_("Another referential of the platform.")
    ),
]
Draft = Annotated[
    bool, typer.Option("--draft", help=_("Take what git has not recorded; «draft» is everywhere."))
]
Verify = Annotated[
    Path | None,
    typer.Option(
        "--verify",
        metavar=_("FOLDER"),
        help=_("Say whether a folder or zip file received is intact, and of which version."),
    ),
]


def command(
    context: typer.Context,
    stage: StageOption = DossierStage.LABEL,
    out: Out = None,
    packed: Zip = False,
    area: Area = None,
    nominative: Nominative = False,
    ids: Ids = None,
    seed: Seed = None,
    sample: Sample = 2,
    since: Since = None,
    referential: Name = None,
    draft: Draft = False,
    verify: Verify = None,
    dry_run: DryRun = False,
) -> None:
    """Make the folder that an evaluator receives, or say whether one received is intact."""
    session: Session = context.obj
    if verify is not None:
        from smq.cli.dossier_verify import verify_place

        verify_place(session, verify)
        return
    from smq.cli.dossier_making import Wanted

    if since is not None and stage is not DossierStage.SUIVI:
        raise SmqError(_("--since goes with --stage suivi."), None)
    wanted = Wanted(
        stage=stage.value,
        referential=referential,
        masked=not nominative,
        area=area,
        seed=seed or session.today.isoformat(),
        sample=sample,
        dossiers=tuple(ids or ()),
        since=since,
    )
    place = _place(session, out, wanted.stage, packed=packed, masked=wanted.masked, draft=draft)
    made = _made(session, wanted, place, packed=packed, draft=draft)
    if dry_run:
        for path, content in made.items():
            console.product(f"{path}  {len(content)}")
        return
    from smq.cli.dossier_place import put

    put(place, made, packed=packed)
    _announce(session, place, made)


def _made(
    session: Session, wanted: "Wanted", place: Path, *, packed: bool, draft: bool
) -> dict[str, bytes]:
    """Return the files of the folder, once its place is seen to be free."""
    from smq.cli.dossier_making import Making
    from smq.cli.dossier_place import mind_git, mind_place
    from smq.cli.dossier_source import source

    mind_place(place, packed=packed)
    with source(session, draft=draft, out=place) as read:
        mind_git(place, session.root, packed=packed)
        return Making(session, read, wanted).files()


def _place(
    session: Session, out: Path | None, stage: str, *, packed: bool, masked: bool, draft: bool
) -> Path:
    from smq.cli.dossier_place import FOLDER

    if out is None:
        parts = ["dossier", stage, session.today.isoformat()]
        parts += [] if masked else ["nominatif"]
        parts += ["brouillon"] if draft else []
        place = session.root / FOLDER / "-".join(parts)
    else:
        place = out if out.is_absolute() else session.start / out
    if packed and place.suffix.lower() != ".zip":
        place = place.with_name(f"{place.name}.zip")
    return place


def _announce(session: Session, place: Path, made: dict[str, bytes]) -> None:
    from hashlib import sha256

    from smq.evaluation.manifest import NAME

    translate = session.translate
    console.product(str(place))
    counted = translate.plural(
        _("{count} file written in {folder}."),
        _("{count} files written in {folder}."),
        len(made),
        folder=str(place),
    )
    console.aside(counted)
    digest = sha256(made[NAME]).hexdigest()
    console.aside(translate(_("SHA-256 of manifest.json: {digest}"), digest=digest))
