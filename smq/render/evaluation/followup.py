"""What a follow-up begins with: what changed criterion by criterion, and each écart answered."""

from collections.abc import Iterator, Sequence
from datetime import date

from smq.evaluation.changes import Changed
from smq.evaluation.gaps import ACTIONS, MILESTONES, Answer
from smq.evaluation.handed import Since
from smq.i18n import _
from smq.model.coverage import Coverage, Verdict
from smq.render.evaluation.coverage import evidence
from smq.render.evaluation.telling import Telling
from smq.render.page import Block, Grid
from smq.render.wording import NONE, literal

_COMMIT, _SHORT = 40, 10


def followup(telling: Telling, since: Since) -> Iterator[Block]:
    """Yield what changed since the last evaluation, then the answer to each écart."""
    translate = telling.translate
    yield telling.heading(_("What changed since the last evaluation"), _compared(since, telling))
    if since.before is not None:
        yield _counts(since.before, since, telling)
    for title, found in (
        (_("What is better"), [one for one in since.changes if one.step > 0]),
        (_("What is worse"), [one for one in since.changes if one.step < 0]),
        (_("What else changed"), [one for one in since.changes if one.step == 0]),
    ):
        if found:
            yield _changes(translate(title), found, telling)
    yield telling.heading(
        _("Answers to the earlier gaps"),
        "" if since.answers else translate(_("No gap was recorded.")),
    )
    if since.answers:
        yield _answers(since.answers, telling)


def _compared(since: Since, telling: Telling) -> str:
    translate = telling.translate
    version = literal(_short(since.version))
    if since.before is None:
        return translate(
            _("At {version} the platform was not judged by this referential yet."), version=version
        )
    evaluated = _("Compared with the version evaluated on {date} ({version}), judged on that day.")
    named = _("Compared with {version}, judged on {date} too.")
    said = [translate(evaluated if since.day else named, date=since.judged, version=version)]
    if not since.changes:
        said.append(translate(_("No criterion changed.")))
    return " ".join(said)


def _counts(before: Coverage, since: Since, telling: Telling) -> Grid:
    """Return how many criteria have each verdict: before and now, of the same stage."""
    translate, now = telling.translate, telling.file.coverage
    rows = tuple(
        (
            f"{translate(when)}, {translate.date(day)}",
            *(str(judged.count(verdict)) for verdict in Verdict),
        )
        for when, judged, day in (
            (_("Before"), before, since.judged),
            (_("Now"), now, telling.file.system.today),
        )
    )
    return Grid(
        translate(_("In numbers, the criteria of the follow-up alone")),
        ("", *telling.words.verdicts),
        rows,
        widths=(10, *(5 for _verdict in Verdict)),
        compact=True,
        level=2,
    )


def _short(version: str) -> str:
    """Return a version as people read it: the whole name of a commit is in the manifest."""
    whole = len(version) == _COMMIT and all(sign in "0123456789abcdef" for sign in version)
    return version[:_SHORT] if whole else version


def _changes(title: str, found: Sequence[Changed], telling: Telling) -> Grid:
    translate = telling.translate
    header = (
        translate(_("Criterion")),
        translate(_("Title")),
        translate(_("Before")),
        translate(_("Now")),
        translate(_("What changed")),
        translate(_("Evidence")),
    )
    rows = tuple(_change(one, telling) for one in found)
    return Grid(title, header, rows, widths=(8, 16, 9, 9, 22, 16), compact=True, level=2)


def _change(one: Changed, telling: Telling) -> tuple[str, ...]:
    translate = telling.translate
    name = one.now.criterion.id
    said = [
        translate(sentence, refs=", ".join(_named(ref, telling) for ref in refs))
        for sentence, refs in (
            (_("new: {refs}"), one.gained),
            (_("no longer: {refs}"), one.lost),
        )
        if refs
    ]
    for title, lacks in telling.lacking.get(name, ()):
        said += [literal(title), *(literal(f"– {lack}") for lack in lacks)]
    return (
        name,
        literal(one.now.criterion.title),
        literal(telling.verdicts.get(name) or translate(_("not there"))),
        literal(telling.words.criteria[name][0]),
        "<br>".join(said),
        evidence(name, telling),
    )


def _named(ref: str, telling: Telling) -> str:
    """Return a ref in words: the title of a table, the name of a file, else as it stands."""
    register = telling.file.system.registers.get(ref)
    return literal(register.schema.title if register else ref.rpartition("/")[2])


def _answers(answers: Sequence[Answer], telling: Telling) -> Grid:
    translate = telling.translate
    header = (
        translate(_("Evaluation")),
        translate(_("Gap")),
        translate(_("Action")),
        translate(_("Person in charge")),
        translate(_("Due")),
        translate(_("State")),
        translate(_("Proof")),
    )
    rows = tuple(_answer(one, telling) for one in answers)
    return Grid("", header, rows, widths=(7, 16, 12, 8, 6, 6, 10), compact=True)


def _gap(answer: Answer, telling: Telling) -> str:
    """Return an écart as its row is shown: masked, its words are nowhere else either."""
    registers, row = telling.file.system.registers, answer.evaluation.row
    told = [(MILESTONES, row, "ecarts")] if answer.gap in answer.evaluation.gaps else []
    if not told and answer.action:
        told = [(ACTIONS, answer.action, "description")]
    for table, real, column in told:
        register = registers.get(table)
        shown = register.by_key.get(real.key) if register else None
        if shown and shown.text(column) != real.text(column):
            return shown.text(column)
    return answer.gap


def _answer(answer: Answer, telling: Telling) -> tuple[str, ...]:
    translate = telling.translate
    told = f"{answer.evaluation.row.key}, {translate.date(answer.evaluation.day)}"
    gap = _gap(answer, telling)
    register = telling.file.system.registers.get(ACTIONS)
    row = register.by_key.get(answer.action.key) if register and answer.action else None
    if register is None or row is None:
        no_action = f"**{translate(_('no action'))}**"
        return literal(told), literal(gap), no_action, NONE, NONE, NONE, NONE
    description = row.text("description")
    same = gap in description
    done = row.value("realisee_le")
    state = telling.cell(register, row, "statut")
    if isinstance(done, date):
        state += f"<br>{translate.date(done)}"
    revised = "echeance_revisee" if row.text("echeance_revisee").strip() else "echeance"
    return (
        literal(told),
        literal(gap),
        literal(row.key) if same else literal(f"{row.key}: {description}"),
        telling.cell(register, row, "responsable"),
        telling.cell(register, row, revised),
        state,
        telling.cell(register, row, "preuve") or NONE,
    )
