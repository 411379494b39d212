"""A trajectory in words, the same in every output: periods, counts, what a reader must know."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from smq.i18n import Translator, _
from smq.model.coverage import Verdict
from smq.model.referential import Nature
from smq.model.trajectory import Point, Skipped, Tally, Trajectory, Version
from smq.report.agenda import MONTHS
from smq.report.coverage_words import AWAITED, STAGE_NAMES, VERDICTS

TITLE = _("Trajectory of the coverage – {platform}")
HOW_JUDGED = _(
    "Each version is judged on the day when it was recorded, by the referential that it held."
)
STATES = (
    VERDICTS[Verdict.SATISFIED],
    VERDICTS[Verdict.PARTIAL],
    VERDICTS[Verdict.UNSATISFIED],
    AWAITED,
    VERDICTS[Verdict.NOT_APPLICABLE],
)
"""What may be of a criterion (msgids); not satisfied is told apart from not answered."""
_NATURES = {
    Nature.COMPUTED: _("Criteria proved by the tool"),
    Nature.DECLARED: _("Criteria declared by a person"),
    Nature.TO_BE_READ: _("Criteria to be read"),
}
_ALWAYS = 3
_NAMED = 3
_SHORT = 8


def counts(tally: Tally | None) -> tuple[int, ...]:
    """Return how many criteria are in each of `STATES`; none where the nature was not asked."""
    if tally is None:
        return (0,) * len(STATES)
    of = tally.verdicts
    return (
        of.get(Verdict.SATISFIED, 0),
        of.get(Verdict.PARTIAL, 0),
        of.get(Verdict.UNSATISFIED, 0) - tally.awaiting,
        tally.awaiting,
        of.get(Verdict.NOT_APPLICABLE, 0),
    )


def natures(trajectory: Trajectory) -> tuple[Nature, ...]:
    """Return the natures that some point has, each to be shown apart."""
    return tuple(n for n in Nature if any(n in point.tallies for point in trajectory.points))


def nature_words(nature: Nature, translate: Translator) -> str:
    """Return who tells, as a title."""
    return translate(_NATURES[nature])


def states_shown(trajectory: Trajectory, nature: Nature) -> tuple[int, ...]:
    """Return which of `STATES` a nature needs: the first three, and what some point has."""
    found = [counts(point.tallies.get(nature)) for point in trajectory.points]
    return tuple(
        index
        for index in range(len(STATES))
        if index < _ALWAYS or any(counted[index] for counted in found)
    )


def period(version: Version, by: str, translate: Translator) -> str:
    """Return the month of a version, or its tags."""
    if by == "tag":
        return ", ".join(version.tags)
    return month(version.day, translate)


def month(day: date, translate: Translator) -> str:
    """Return a month with its year, as a title."""
    return translate(MONTHS[day.month - 1], year=day.year)


def short(commit: str) -> str:
    """Return the beginning of a commit's name, by which git finds it."""
    return commit[:_SHORT]


def about(trajectory: Trajectory, translate: Translator) -> Iterator[str]:
    """Yield what is judged, that it is unofficial, and how."""
    version = trajectory.points[-1].referential_version
    if trajectory.stage is None:
        said = translate(
            _("{title}, version {version}, all stages"), title=trajectory.title, version=version
        )
    else:
        said = translate(
            _("{title}, version {version}, stage: {stage}"),
            title=trajectory.title,
            version=version,
            stage=translate(STAGE_NAMES.get(trajectory.stage, trajectory.stage)),
        )
    yield f"{said} ({trajectory.notice})" if trajectory.notice else said
    if trajectory.area is not None:
        yield translate(_("Technical unit: {area}"), area=trajectory.area)
    yield translate(HOW_JUDGED)


def notes(trajectory: Trajectory, translate: Translator) -> Iterator[str]:
    """Yield what a reader must know: other criteria, months without a version, what is missing."""
    for before, after in trajectory.changes:
        yield _changed(before, after, trajectory, translate)
    if trajectory.without:
        months = _listed([month(day, translate) for day in trajectory.without], translate)
        yield translate(_("Nothing was recorded: {months}."), months=months)
    for why, group in groupby(trajectory.skipped, lambda one: _why(one, translate)):
        names = [period(one.version, trajectory.by, translate) for one in group]
        yield translate(
            _("Not judged: {periods}. {reason}"), periods=_several(names, translate), reason=why
        )
    for point in trajectory.points:
        if point.unread:
            yield translate(
                _("{period}: {paths} cannot be read. What is written there is not judged."),
                period=period(point.version, trajectory.by, translate),
                paths=", ".join(point.unread),
            )
    if trajectory.unknown_before is not None:
        yield translate(
            _("This copy of the repository is not whole: what came before {date} is not known."),
            date=trajectory.unknown_before,
        )


def told(point: Point, by: str, translate: Translator) -> str:
    """Return a point as a sentence, for whoever does not see the picture."""
    parts = []
    for nature, tally in point.tallies.items():
        states = zip(STATES, counts(tally), strict=True)
        said = ", ".join(f"{count} {translate(word)}" for word, count in states if count)
        parts.append(
            translate(_("{nature}: {parts}"), nature=nature_words(nature, translate), parts=said)
        )
    parts.append(
        translate(
            _("documents in force: {count} of {total}"),
            count=point.in_force,
            total=point.documents,
        )
    )
    return f"{period(point.version, by, translate)} – {'; '.join(parts)}."


def mark(before: Point, after: Point, nature: Nature, translate: Translator) -> str:
    """Return in two words what changed in what is asked of one nature; empty for nothing."""
    was, now = (
        tally.total if tally else 0
        for tally in (before.tallies.get(nature), after.tallies.get(nature))
    )
    if was != now:
        return translate.plural(_("{count} criterion"), _("{count} criteria"), now)
    if before.referential_version != after.referential_version:
        return translate(_("version {version}"), version=after.referential_version)
    return ""


def _changed(before: Point, after: Point, trajectory: Trajectory, translate: Translator) -> str:
    when = period(after.version, trajectory.by, translate)
    if before.referential_version == after.referential_version:
        return translate(
            _("{period}: {count} criteria are asked in the place of {before}."),
            period=when,
            count=after.criteria,
            before=before.criteria,
        )
    return translate(
        _(
            "{period}: the referential is version {version} ({count} criteria) in the place of"
            " version {earlier} ({before} criteria)."
        ),
        period=when,
        version=after.referential_version,
        count=after.criteria,
        earlier=before.referential_version,
        before=before.criteria,
    )


def _why(skipped: Skipped, translate: Translator) -> str:
    return translate(skipped.reason, **skipped.values)


def _several(names: Sequence[str], translate: Translator) -> str:
    if len(names) <= _NAMED:
        return _listed(names, translate)
    return translate(
        _("{count} versions, from {first} to {last}"),
        count=len(names),
        first=_inside(names[0], translate),
        last=_inside(names[-1], translate),
    )


def _listed(names: Sequence[str], translate: Translator) -> str:
    return ", ".join(_inside(name, translate) for name in names)


def _inside(name: str, translate: Translator) -> str:
    """Return a month as it stands within a sentence: French has no capital there."""
    first, space, rest = name.partition(" ")
    is_month = bool(space) and rest.isdecimal() and translate.language == "fr"
    return f"{first.lower()} {rest}" if is_month else name
