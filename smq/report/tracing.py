"""A dossier of a chain as a tree: steps with their dates, people, places and files, what lacks."""

from collections.abc import Iterator

from smq.i18n import Translator, _
from smq.model.trail import Step, Trail
from smq.report.line import Line
from smq.tracing.wording import Tables, facts, sentence

_INDENT = "   "


def tree(
    trail: Trail, tables: Tables, translate: Translator, rank: tuple[int, int] | None = None
) -> Iterator[Line]:
    """Yield a dossier: its title, its numbered steps, what is missing at the end.

    Args:
        trail: the dossier.
        tables: what rows are called.
        translate: the language.
        rank: its number among how many that are shown; None when it is alone.
    """
    title = f"{trail.chain.title} – {trail.label}"
    if rank is not None:
        number, count = rank
        sentence = _("Dossier {number} of {count}: {title}")
        title = translate(sentence, number=number, count=count, title=title)
    yield Line.of(title, "title")
    for number, step in enumerate(trail.steps, 1):
        yield from _step(number, step, tables, translate)
    yield Line.of()
    yield from _closing(trail, translate)


def choice(trails: tuple[Trail, ...], tables: Tables, translate: Translator) -> Iterator[Line]:
    """Yield one numbered line a dossier: identifier, first facts, how much is missing."""
    for number, trail in enumerate(trails, 1):
        start = next((step for step in trail.steps if step.row is trail.start), None)
        said = [value for _label, value in facts(start, tables)][:2] if start else []
        people = (tables.person(step.register, step.row) for step in trail.steps if step.row)
        said += [name for name in people if name][:1]
        count = len(trail.missing)
        if count:
            said.append(translate.plural(_("{count} is missing"), _("{count} are missing"), count))
        yield Line.of(f"{number:>3}  {trail.label}  {trail.chain.title}  {' · '.join(said)}")


def as_plain(trail: Trail, translate: Translator) -> dict[str, object]:
    """Return a dossier as values for JSON; keys are English in every language."""
    return {
        "chain": trail.chain.name,
        "id": trail.label,
        "complete": not trail.missing,
        "steps": [
            {
                "number": number,
                "depth": step.depth,
                "register": step.register.name,
                "id": step.row.key if step.row else None,
                "path": step.row.path if step.row else step.register.path,
                "line": step.row.line if step.row else None,
                "values": {name: step.row.text(name) for name in step.shown} if step.row else {},
                "files": [*step.files],
                "missing": [sentence(lack, translate) for lack in step.missing],
            }
            for number, step in enumerate(trail.steps, 1)
        ],
    }


def _step(number: int, step: Step, tables: Tables, translate: Translator) -> Iterator[Line]:
    margin = _INDENT * step.depth
    branch = "└ " if step.depth else ""
    head = f"{margin}{number:>3}  {branch}{step.title}"
    if step.row is None:
        missing = "; ".join(sentence(lack, translate) for lack in step.missing)
        yield Line(((head, ""), (f"  ✗ {missing}", "error")))
        return
    name = tables.name(step.register, step.row)
    called = f"{step.row.key} – {name}" if name and step.depth else step.row.key
    yield Line(((f"{head}  ", ""), (called, "title")))
    below = margin + " " * 7
    # The name that stands in the heading is not told twice.
    told = [(lab, val) for lab, val in facts(step, tables) if not (step.depth and val == name)]
    if told:
        yield Line.of(f"{below}{' · '.join(f'{label} : {value}' for label, value in told)}")
    for path in step.files:
        yield Line(((f"{below}→ {path}", "hint"),))
    for lack in step.missing:
        yield Line(((f"{below}✗ {sentence(lack, translate)}", "error"),))


def _closing(trail: Trail, translate: Translator) -> Iterator[Line]:
    count = len(trail.missing)
    if not count:
        under_way = _("Nothing is missing so far; this dossier is under way.")
        done = _("Nothing is missing in this dossier.")
        yield Line.of(translate(done if trail.finished else under_way))
        return
    yield Line.of(
        translate.plural(
            _("{count} thing is missing or wrong in this dossier."),
            _("{count} things are missing or wrong in this dossier."),
            count,
        )
    )
