"""What improved and what got worse between two states of a coverage."""

from collections.abc import Iterator, Mapping

from smq.evaluation.changes import Changed, changed
from smq.evaluation.lacking import Lacking
from smq.i18n import Translator, _
from smq.model.coverage import Coverage, Lack
from smq.model.table import Register
from smq.registers.lack_words import worded
from smq.report.coverage import heading
from smq.report.coverage_words import VERDICTS, missing
from smq.report.line import Line

_SHOWN = 3


def changes(
    before: Coverage | None, now: Coverage, revision: str, translate: Translator
) -> Iterator[Line]:
    """Yield what improved, what got worse and what else changed since a revision.

    Other evidence of the same verdict is no change here: it comes with every document.
    """
    yield Line.of(heading(now, translate), "title")
    if before is None:
        yield Line.of(
            translate(_("At {revision} this referential was not there yet."), revision=revision)
        )
        return
    moved = [one for one in changed(before, now) if one.judged_anew or one.lacking]
    for title, found in (
        (_("What got worse since {revision}"), [one for one in moved if one.step < 0]),
        (_("What improved since {revision}"), [one for one in moved if one.step > 0]),
        (_("What else changed since {revision}"), [one for one in moved if one.step == 0]),
    ):
        if found:
            yield Line.of(translate(title, revision=revision), "title")
            for one in found:
                yield from _change(one, translate)
    if not moved:
        yield Line.of(translate(_("Nothing changed since {revision}."), revision=revision))


def lacking_said(
    lacking: Lacking,
    translate: Translator,
    *,
    registers: Mapping[str, Register] | None = None,
    commands: bool = True,
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield a title and what it is about: missing since, missing still, no longer missing.

    Of many the first are told, and how many more there are.

    Args:
        lacking: what became of what was missing.
        translate: language.
        registers: tables by name, for a reader who has no file before them; None for one who does.
        commands: with what to type; an evaluator types nothing.
    """

    def said(lack: Lack) -> str:
        return missing(worded(lack, registers) if registers else lack, translate)

    typed = [f" → {lack.command}" if commands and lack.command else "" for lack in lacking.come]
    come = [f"{said(lack)}{command}" for lack, command in zip(lacking.come, typed, strict=True)]
    again = _("{now} (before: {before})")
    moved = [translate(again, now=said(now), before=said(was)) for was, now in lacking.moved]
    for title, found in (
        (_("newly missing:"), come),
        (_("still missing, in another number:"), moved),
        (_("no longer missing:"), [said(lack) for lack in lacking.gone]),
    ):
        left = len(found) - _SHOWN
        more = [translate(_("and {count} more"), count=left)] if left > 0 else []
        if found:
            yield translate(title), (*found[:_SHOWN], *more)


def _change(one: Changed, translate: Translator) -> Iterator[Line]:
    was, now = one.was, one.now
    before = translate(VERDICTS[was.verdict]) if was else translate(_("not there"))
    after = translate(VERDICTS[now.verdict])
    verdict = f"{before} → {after}" if one.judged_anew else after
    yield Line.of(f"  {now.criterion.id}  {now.criterion.title} – {verdict}")
    for title, found in lacking_said(one.lacking, translate):
        yield Line.of(f"      {title}", "hint")
        yield from (Line.of(f"      – {said}", "hint") for said in found)
