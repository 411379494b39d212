"""What improved and what got worse between two states of a coverage."""

from collections.abc import Iterator

from smq.i18n import Translator, _
from smq.model.coverage import Assessment, Coverage, Verdict
from smq.report.coverage import heading
from smq.report.coverage_words import VERDICTS, sentence
from smq.report.line import Line

_RANKS = {Verdict.UNSATISFIED: 0, Verdict.PARTIAL: 1, Verdict.SATISFIED: 2}


def changes(
    before: Coverage | None, now: Coverage, revision: str, translate: Translator
) -> Iterator[Line]:
    """Yield what improved, what got worse and what else changed since a revision."""
    yield Line.of(heading(now, translate), "title")
    if before is None:
        yield Line.of(
            translate(_("At {revision} this referential was not there yet."), revision=revision)
        )
        return
    old = {a.criterion.id: a for a in before.assessments}
    moved = [(old.get(a.criterion.id), a) for a in now.assessments]
    better = [pair for pair in moved if _step(*pair) > 0]
    worse = [pair for pair in moved if _step(*pair) < 0]
    other = [pair for pair in moved if _is_other(*pair)]
    for title, found in (
        (_("What got worse since {revision}"), worse),
        (_("What improved since {revision}"), better),
        (_("What else changed since {revision}"), other),
    ):
        if found:
            yield Line.of(translate(title, revision=revision), "title")
            for was, assessment in found:
                yield from _change(was, assessment, translate)
    if not (better or worse or other):
        yield Line.of(translate(_("Nothing changed since {revision}."), revision=revision))


def _step(was: Assessment | None, now: Assessment) -> int:
    if was is None or was.verdict not in _RANKS or now.verdict not in _RANKS:
        return 0
    return _RANKS[now.verdict] - _RANKS[was.verdict]


def _is_other(was: Assessment | None, now: Assessment) -> bool:
    return was is None or (was.verdict is not now.verdict and not _step(was, now))


def _change(was: Assessment | None, now: Assessment, translate: Translator) -> Iterator[Line]:
    before = translate(VERDICTS[was.verdict]) if was else translate(_("not there"))
    after = translate(VERDICTS[now.verdict])
    yield Line.of(f"  {now.criterion.id}  {now.criterion.title} – {before} → {after}")
    if _step(was, now) < 0 and now.lacks:
        yield Line.of(f"      – {sentence(now.lacks[0], translate)}", "hint")
