"""`smq trajectory`: how the coverage grew over the history, month by month or tag by tag."""

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from smq.cli import console
from smq.cli.area_choice import Area, chosen_area
from smq.cli.coverage_choice import chosen_referential, chosen_stage
from smq.cli.delivering import check_place, chosen, deliver
from smq.cli.options import Out
from smq.cli.progress import progress
from smq.cli.session import Session
from smq.cli.trajectory_choice import chosen_step, chosen_versions
from smq.errors import SmqError
from smq.i18n import _
from smq.model import QualitySystem

if TYPE_CHECKING:
    from smq.model.trajectory import Skipped, Trajectory, Version

_PNG_WIDTH, _PNG_COLUMN = 2000, 72


class TrajectoryFormat(StrEnum):
    """Formats of `trajectory`."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    SVG = "svg"
    PNG = "png"


By = Annotated[
    str,
    typer.Option(
        "--by",
        metavar=_("month|tag"),
        help=_("What makes a point: the last version of each month, or each tag of git."),
        show_default=False,
    ),
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar=_("VERSION"),
        help=_("Nothing before this date, tag or version of git."),
    ),
]
Stage = Annotated[
    str | None,
    typer.Option(
        "--stage",
        metavar="eligibilite|engagement|label|suivi",
        help=_("Only what is asked at this stage."),
    ),
]
Name = Annotated[
    str | None,
    typer.Option(
        "--referential", "-r", metavar=_("NAME"), help=_("Another referential of the platform.")
    ),
]
Format = Annotated[
    TrajectoryFormat | None,
    typer.Option("--format", help=_("text, json, csv, svg or png; else the file's ending.")),
]


def command(
    context: typer.Context,
    by: By = "month",
    since: Since = None,
    stage: Stage = None,
    referential: Name = None,
    area: Area = None,
    output: Format = None,
    out: Out = None,
) -> None:
    """Show how the coverage grew over the history recorded in git, as table, data or picture."""
    from smq.report import trajectory as report
    from smq.report.trajectory_words import notes

    session: Session = context.obj
    format_ = chosen(TrajectoryFormat, output, out, TrajectoryFormat.TEXT)
    is_picture = format_ in (TrajectoryFormat.SVG, TrajectoryFormat.PNG)
    check_place(session, out, binary=is_picture)
    step = chosen_step(by)
    versions, unknown_before = chosen_versions(session, step, since)
    words = referential, chosen_stage(stage), area
    found = replace(_replay(session, step, versions, words), unknown_before=unknown_before)
    _say_unrecorded(session, found)
    if format_ is TrajectoryFormat.TEXT:
        lines = tuple(report.lines(found, session.translate))
        if out is None:
            console.lines(lines)
        else:
            deliver(session, "".join(f"{line.text}\n" for line in lines).encode(), out)
        return
    for note in notes(found, session.translate):
        console.aside(note)
    deliver(session, _content(session, found, format_), out, binary=is_picture)


def _say_unrecorded(session: Session, found: "Trajectory") -> None:
    """Say that work is under way which no point holds."""
    from smq.vcs.snapshot import snapshot

    now = snapshot(session.root)
    if now.changes and found.points[-1].version.commit == now.commit:
        sentence = session.translate.plural(
            _("{count} file is not recorded in git: the last point does not hold its changes."),
            _("{count} files are not recorded in git: the last point does not hold their changes."),
            len(now.changes),
        )
        console.aside(sentence)


def _content(session: Session, found: "Trajectory", output: TrajectoryFormat) -> bytes:
    from smq.report import trajectory as report

    translate = session.translate
    if output is TrajectoryFormat.JSON:
        return report.as_json(found, translate).encode()
    if output is TrajectoryFormat.CSV:
        return report.as_csv(found, translate)
    from smq.cli.trajectory_chart import chart
    from smq.render.svg.png import png
    from smq.render.svg.stacked_bars import stacked_bars

    drawn = chart(found, translate)
    svg = stacked_bars(drawn, translate)
    if output is TrajectoryFormat.SVG:
        return svg.encode()
    return png(svg, max(_PNG_WIDTH, _PNG_COLUMN * len(drawn.columns)))


def _replay(
    session: Session,
    step: str,
    versions: "tuple[Version, ...]",
    words: tuple[str | None, str | None, str | None],
) -> "Trajectory":
    """Return the coverage over the versions.

    Args:
        session: of the command.
        step: `month` or `tag`.
        versions: that become points.
        words: the referential, the stage and the technical unit that the person named.

    Raises:
        SmqError: the platform has no such referential or unit, or no version could be judged.
    """
    from smq.cli.trajectory_replay import Asked, replayed
    from smq.coverage.trajectory import months_without
    from smq.model.trajectory import Point, Skipped, Trajectory

    system = _named_things(session)
    referential = chosen_referential(system, words[0])
    asked = Asked(referential.name, words[1], chosen_area(system, words[2]))
    with progress(len(versions), session.translate(_("Versions"))) as advance:
        seen = tuple(replayed(session.root, versions, asked, advance))
    skipped = tuple(one for one in seen if isinstance(one, Skipped))
    points = tuple(one for one in seen if isinstance(one, Point))
    if not points:
        raise _none_judged(skipped[-1])
    return Trajectory(
        platform=system.settings.name,
        by=step,
        referential=referential.name,
        title=referential.title,
        notice=referential.notice,
        stage=asked.stage,
        area=asked.area,
        points=points,
        skipped=skipped,
        without=months_without(versions) if step == "month" else (),
    )


def _named_things(session: Session) -> QualitySystem:
    """Return the settings and the referentials of the platform now, without anything else."""
    from smq.load import read_settings
    from smq.load.referential import read_referentials

    settings, _problems = read_settings(session.root)
    referentials = read_referentials(session.root, settings.referentials, [])
    return QualitySystem(settings, session.today, referentials=referentials)


def _none_judged(last: "Skipped") -> SmqError:
    return SmqError(
        _("No version of this history can be judged."),
        last.reason,
        **last.values,
    )
