"""The coverage of the evaluation document: one line a criterion, two columns for the evaluator."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from smq.i18n import _
from smq.model.coverage import Assessment
from smq.render.docx.markdown import slug
from smq.render.evaluation.telling import Telling
from smq.render.page import Block, Grid
from smq.render.wording import literal

RATINGS = (
    _("strong point"),
    _("point to watch"),
    _("minor gap"),
    _("major gap"),
    _("not applicable"),
)
"""What an evaluator chooses from (msgids)."""
_WIDTHS = (9, 19, 13, 24, 20, 11, 16)
_RATING = 5


def coverage(telling: Telling) -> Iterator[Block]:
    """Yield the notice, the counts of each nature, then a table a chapter."""
    file, translate = telling.file, telling.translate
    referential = file.coverage.referential
    ratings = tuple(translate(word) for word in RATINGS)
    yield telling.heading(
        _("Coverage of the referential"),
        translate(
            _(
                "**{title}**, version {version}: **{notice}**. Judged on {date}. Documents,"
                " registers and records lead to a file of this folder. «Self-assessment» is what"
                " the platform says of itself; «{rating}» and «{comment}» are the evaluator's:"
                " {ratings}."
            ),
            title=literal(referential.title),
            version=literal(referential.version),
            notice=literal(referential.notice),
            date=file.system.today,
            rating=translate(_("Rating")),
            comment=translate(_("Comment")),
            ratings=", ".join(ratings),
        )
        + f"\n\n{_check(telling)}",
    )
    yield Grid(
        translate(_("In numbers, each nature apart")),
        (translate(_("Nature")), *telling.words.verdicts),
        telling.words.natures,
        widths=(10, *(5 for _verdict in telling.words.verdicts)),
        compact=True,
        level=2,
    )
    for chapter, group in groupby(file.coverage.assessments, key=lambda a: a.criterion.chapter):
        yield _chapter(referential.chapters.get(chapter, chapter), group, ratings, telling)


def _check(telling: Telling) -> str:
    """Return what the check finds, in one sentence that leads to the list."""
    translate, day = telling.translate, telling.file.system.today
    count = len(telling.file.checked.faults)
    if not count:
        return translate(_("Check of {date}: no error."), date=day)
    listed = translate(_("Action plan"))
    return translate.plural(
        _("Check of {date}: **{count} error**, listed in the {link}."),
        _("Check of {date}: **{count} errors**, listed in the {link}."),
        count,
        date=day,
        link=f"[{listed}](#{slug(listed)})",
    )


def _to_read(assessment: Assessment, telling: Telling) -> str:
    """Return what is said of a criterion whose registers have errors in their dossiers."""
    system = telling.file.system
    tables: set[str] = set()
    for proof in assessment.proofs:
        for ref in proof.ref.split(" | "):
            name = ref.partition(":")[0]
            tables.update(system.chains[name].tables if name in system.chains else (name,))
    count = telling.file.checked.in_dossiers(tables)
    if not count:
        return ""
    return "<br>" + telling.translate.plural(
        _("*to read: {count} finding in its registers*"),
        _("*to read: {count} findings in its registers*"),
        count,
    )


def evidence(name: str, telling: Telling) -> str:
    """Return what a criterion rests on as inline Markdown."""
    return ", ".join(telling.link(one.text, one.path) for one in telling.evidence.get(name, ()))


def _chapter(
    title: str, group: Iterable[Assessment], ratings: tuple[str, ...], telling: Telling
) -> Grid:
    """Return one line a criterion of a chapter; the evaluator chooses from the ratings."""
    translate = telling.translate
    return Grid(
        title,
        (
            translate(_("Criterion")),
            translate(_("Title")),
            translate(_("Self-assessment")),
            translate(_("Evidence")),
            translate(_("Missing")),
            translate(_("Rating")),
            translate(_("Comment")),
        ),
        tuple(_row(assessment, telling) for assessment in group),
        widths=_WIDTHS,
        compact=True,
        level=2,
        choices=((_RATING, ratings),),
    )


def _row(assessment: Assessment, telling: Telling) -> tuple[str, ...]:
    name = assessment.criterion.id
    status, _rests_on, lacks = telling.words.criteria[name]
    said = evidence(name, telling)
    if assessment.reason:
        said += f"<br>{literal(assessment.reason)}"
    missing = "<br>".join(f"– {literal(lack)}" for lack in lacks)
    title = literal(assessment.criterion.title)
    return (
        name,
        title,
        literal(status.capitalize()) + _to_read(assessment, telling),
        said,
        missing,
        "",
        "",
    )
