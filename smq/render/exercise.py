"""The sheet of a traceability exercise as a Word file: blank for a live one, or solved."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from smq.i18n import Translator, _
from smq.model import QualitySystem
from smq.model.exercise import Exercise, Found, links_of
from smq.model.trail import Step, Trail
from smq.render.page import Block, Grid, Prose
from smq.render.report_page import Heading, report_page, word_file
from smq.render.wording import literal
from smq.tracing.wording import Tables, facts, sentence


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the sheet of an exercise shows.

    Attributes:
        exercise: its dossiers.
        solved: what the registers say is shown; else the cells are left to be filled in.
        found: what was found live; its times are shown.
        verdict: label and value of what a person said of it; empty boxes when there is none.
        number: of the exercise in its register, empty before it has one.
    """

    exercise: Exercise
    solved: bool
    found: tuple[Found, ...] = ()
    verdict: tuple[tuple[str, str], ...] = ()
    number: str = ""


def exercise_docx(sheet: Sheet, system: QualitySystem, root: Path, translate: Translator) -> bytes:
    """Return the Word file of an exercise.

    Args:
        sheet: what it shows.
        system: the platform.
        root: its folder, for its Word template.
        translate: the reader's language.
    """
    heading = Heading(
        title=translate(_("Traceability exercise")) + f" – {sheet.exercise.chain.title}",
        kind=translate(_("Record")),
        code=sheet.number or translate(_("Exercise")),
        status=translate(_("solved") if sheet.solved else _("to fill in")),
        landscape=True,
    )
    blocks = _blocks(sheet, Tables(system.registers, translate), translate)
    return word_file(report_page(heading, blocks, system, translate), root, translate)


def _blocks(sheet: Sheet, tables: Tables, translate: Translator) -> Iterator[Block]:
    yield _pairs("", draw_facts(sheet.exercise, translate))
    for trail in sheet.exercise.trails:
        yield solved_trail(trail, tables, translate) if sheet.solved else _blank(trail, translate)
    if sheet.found:
        yield _timed(sheet.found, translate)
    yield from _verdict(sheet.verdict, translate)


def _pairs(title: str, pairs: Iterable[tuple[str, str]]) -> Grid:
    """Return a table of labels and values."""
    rows = tuple((label, literal(value)) for label, value in pairs)
    return Grid(title, (), rows, first_column_is_label=True, widths=(8, 20))


def draw_facts(exercise: Exercise, translate: Translator) -> Iterator[tuple[str, str]]:
    """Yield label and value of how the dossiers were chosen."""
    named = ", ".join(trail.label for trail in exercise.trails)
    yield translate(_("Dossiers")), named
    if exercise.seed is None:
        yield translate(_("Chosen")), translate(_("by the evaluator"))
    else:
        yield (
            translate(_("Drawn")),
            translate(
                _("{count} among {population}, seed «{seed}»"),
                count=len(exercise.trails),
                population=exercise.population,
                seed=exercise.seed,
            ),
        )
    if exercise.since or exercise.until:
        first = translate.date(exercise.since) if exercise.since else "…"
        last = translate.date(exercise.until) if exercise.until else "…"
        yield translate(_("Period")), f"{first} – {last}"


def _blank(trail: Trail, translate: Translator) -> Grid:
    rows = tuple((literal(step.title), *("<br>",) * 5) for step in links_of(trail))
    return Grid(
        trail.label,
        (
            translate(_("Link")),
            translate(_("Forward: found")),
            translate(_("Time (s)")),
            translate(_("Backward: found")),
            translate(_("Time (s)")),
            translate(_("Proof seen")),
        ),
        rows,
        first_column_is_label=True,
        widths=(9, 4, 3, 4, 3, 12),
    )


def solved_trail(
    trail: Trail,
    tables: Tables,
    translate: Translator,
    file: Callable[[str], str] = literal,
    level: int = 1,
) -> Grid:
    """Return a dossier as the registers tell it.

    Args:
        trail: the dossier.
        tables: what rows are called.
        translate: language.
        file: what is shown of the path of a file, as inline Markdown.
        level: of the heading.
    """
    return Grid(
        trail.label,
        (
            translate(_("Link")),
            translate(_("Identifier")),
            translate(_("Who, when, where")),
            translate(_("Files")),
            translate(_("Missing")),
        ),
        tuple(_row(step, tables, translate, file) for step in trail.steps),
        widths=(8, 6, 17, 10, 7),
        compact=True,
        level=level,
    )


def _row(
    step: Step, tables: Tables, translate: Translator, file: Callable[[str], str]
) -> tuple[str, ...]:
    margin = "– " * step.depth
    said = "<br>".join(literal(f"{label} : {value}") for label, value in facts(step, tables))
    return (
        literal(f"{margin}{step.title}"),
        literal(step.row.key) if step.row else "",
        said,
        "<br>".join(file(path) for path in step.files),
        "<br>".join(literal(sentence(lack, translate)) for lack in step.missing),
    )


def _timed(found: Sequence[Found], translate: Translator) -> Grid:
    return Grid(
        translate(_("Walked live")),
        (
            translate(_("Dossier")),
            translate(_("Link")),
            translate(_("Way")),
            translate(_("Found")),
            translate(_("Time (s)")),
            translate(_("Proof seen")),
        ),
        tuple(
            (
                literal(link.dossier),
                literal(link.step.title),
                translate(_("backward") if link.back else _("forward")),
                translate(_("yes") if link.found else _("no")),
                str(link.seconds),
                literal(link.proof),
            )
            for link in found
        ),
        widths=(6, 9, 4, 3, 3, 12),
    )


def _verdict(verdict: tuple[tuple[str, str], ...], translate: Translator) -> Iterator[Block]:
    asked = (
        translate(_("Led by")),
        translate(_("Verdict")),
        translate(_("Given by")),
        translate(_("Signature")),
    )
    yield _pairs(translate(_("Verdict")), verdict or ((label, "") for label in asked))
    if not verdict:
        yield Prose(translate(_("The verdict is given by a person who watched the exercise.")))
