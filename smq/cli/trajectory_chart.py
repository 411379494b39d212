"""A trajectory as a picture: its words are those of the report, and the two do not meet."""

from datetime import date

from smq.coverage.trajectory import months_from
from smq.i18n import Translator, _
from smq.model.referential import Nature
from smq.model.trajectory import Point, Trajectory
from smq.render.svg.bar_panel import Panel, Shade
from smq.render.svg.stacked_bars import Chart, Column
from smq.report import trajectory_words as said

_SHADES = (Shade.STRONG, Shade.MIDDLE, Shade.LIGHT, Shade.BLANK, Shade.FAINT)
_MONTHS = (
    *(_("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun")),
    *(_("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec")),
)


def chart(trajectory: Trajectory, translate: Translator) -> Chart:
    """Return the picture of a trajectory: a panel for each nature, then the documents in force."""
    places = _places(trajectory)
    panels = [
        _of_nature(trajectory, nature, places, translate) for nature in said.natures(trajectory)
    ]
    return Chart(
        title=translate(said.TITLE, platform=trajectory.platform),
        about=tuple(said.about(trajectory, translate)),
        columns=tuple(_column(place, trajectory.by, translate) for place in places),
        panels=(*panels, _of_documents(places, translate)),
        notes=tuple(said.notes(trajectory, translate)),
    )


def _places(trajectory: Trajectory) -> tuple[Point | date, ...]:
    """Return what each column is: a point, or a month of which there is none."""
    if trajectory.by == "tag":
        return trajectory.points
    of = {point.version.day.replace(day=1): point for point in trajectory.points}
    return tuple(of.get(month, month) for month in months_from(min(of), max(of)))


def _column(place: Point | date, by: str, translate: Translator) -> Column:
    if isinstance(place, date):
        name = translate(_MONTHS[place.month - 1])
        return Column(name, str(place.year), "")
    told = said.told(place, by, translate)
    day = place.version.day
    if by == "tag":
        return Column(said.period(place.version, by, translate), translate.date(day), told)
    return Column(translate(_MONTHS[day.month - 1]), str(day.year), told)


def _of_nature(
    trajectory: Trajectory, nature: Nature, places: tuple[Point | date, ...], translate: Translator
) -> Panel:
    shown = said.states_shown(trajectory, nature)
    words = said.STATES
    values = (said.counts(p.tallies.get(nature)) if isinstance(p, Point) else None for p in places)
    changes = {
        id(after): said.mark(before, after, nature, translate)
        for before, after in trajectory.changes
    }
    return Panel(
        title=said.nature_words(nature, translate),
        series=tuple((_SHADES[state], translate(words[state])) for state in shown),
        values=tuple(tuple(v[state] for state in shown) if v else None for v in values),
        marks=tuple(changes.get(id(place), "") for place in places),
    )


def _of_documents(places: tuple[Point | date, ...], translate: Translator) -> Panel:
    return Panel(
        title=translate(_("Documents")),
        series=(
            (Shade.SECOND, translate(_("in force"))),
            (Shade.LIGHT, translate(_("not in force yet"))),
        ),
        values=tuple(
            (p.in_force, p.documents - p.in_force) if isinstance(p, Point) else None for p in places
        ),
        tallest=150.0,
    )
