"""The parts of the evaluation document, in the order in which an evaluator reads them."""

from collections.abc import Iterator
from datetime import date

from smq.evaluation.handed import Handed
from smq.i18n import Translator, _
from smq.model.exercise import Exercise
from smq.render.docx.markdown import slug
from smq.render.evaluation.coverage import coverage
from smq.render.evaluation.followup import followup
from smq.render.evaluation.improvement import actions, indicators, minutes, nonconformities
from smq.render.evaluation.lists import derogations, documents, registers
from smq.render.evaluation.opening import equipment, opening
from smq.render.evaluation.telling import Telling, quoted
from smq.render.exercise import draw_facts, solved_trail
from smq.render.generated import process_map
from smq.render.page import Block, Grid, Page, Prose, Target
from smq.render.wording import literal

_TITLES = {"label": _("Evaluation file"), "suivi": _("Follow-up report")}
_SHORT = 10
_HELD = (
    *(("id", 6), ("type", 7), ("date", 5), ("echantillon", 10), ("maillons_attendus", 4)),
    *(("maillons_trouves", 4), ("temps_s", 4), ("verdict", 6), ("ecarts", 10), ("fiche", 10)),
)


def evaluation_page(telling: Telling) -> Page:
    """Return the evaluation document, every piece of evidence leading to a file of the folder."""
    file, translate = telling.file, telling.translate
    settings = file.system.settings
    return Page(
        language=translate.language,
        platform=settings.name,
        acronym=settings.acronym or "",
        code=settings.acronym or translate(_TITLES[file.stage]),
        title=_title(file, translate),
        type_label=file.coverage.referential.notice.capitalize(),
        process_label="",
        version_label=file.commit[:_SHORT],
        status_label=form_label(file.masked, translate),
        effective=translate.date(file.system.today),
        next_review="",
        audience="",
        modified=file.system.today,
        watermark=translate(_("UNRECORDED DRAFT")) if file.draft else None,
        logo=telling.logo,
        contents=False,
        before=tuple(_blocks(telling)),
        links=_links(telling),
        landscape=True,
        author=settings.name,
        report=True,
    )


def form_label(masked: bool, translate: Translator) -> str:
    """Return the name of the form."""
    return translate(_("masked form") if masked else _("nominative form"))


def notice_lines(file: Handed, told: tuple[str, date], translate: Translator) -> tuple[str, ...]:
    """Return the ten lines of the file that says what lies in the folder.

    Args:
        file: what is handed out.
        told: name of the evaluation document's file, and the date judged at.
        translate: language.
    """
    document, day = told
    title = _title(file, translate)
    if file.draft:
        title = f"{translate(_('UNRECORDED DRAFT'))} – {title}"
    named = _("It names people and shows confidential work: for the evaluators alone.")
    hidden = _("People and confidential work are masked; the records that show them stay out.")
    form = form_label(file.masked, translate)
    return (
        f"{title} – {file.system.settings.name}",
        translate(_("Made by smq, judged on {date}, {form}."), date=day, form=form),
        translate(hidden if file.masked else named),
        translate(_("{file}: open this one first, it leads to the others."), file=document),
        translate(_("documents/: the documents in force, as Word files or as approved.")),
        translate(_("registres/: the registers, as Excel workbooks.")),
        translate(_("enregistrements/ and pieces/: the records, as they were filed.")),
        translate(_("manifest.json: version of the platform, SHA-256 of every file.")),
        translate(_("Made from the version {commit} of the platform."), commit=file.commit),
        translate(_("Has anything changed since? smq dossier --verify FOLDER tells.")),
    )


def _title(file: Handed, translate: Translator) -> str:
    """Return what the file is called: one of a technical unit says which."""
    title = translate(_TITLES[file.stage])
    if file.area is None:
        return title
    return translate(_("{title}, technical unit {area}"), title=title, area=file.area)


def _blocks(telling: Telling) -> Iterator[Block]:
    file, translate = telling.file, telling.translate
    parts: list[tuple[Block, ...]] = []
    if file.since is not None:
        parts.append(tuple(followup(telling, file.since)))
    map_blocks = process_map(file.system, translate, telling.draw_map)
    parts += [
        map_blocks,
        tuple(equipment(telling)),
        tuple(coverage(telling)),
        tuple(documents(telling)),
        tuple(registers(telling)),
        tuple(_exercises(telling)),
        tuple(actions(telling)),
        tuple(derogations(telling)),
        tuple(nonconformities(telling)),
        tuple(indicators(telling)),
        tuple(minutes(telling)),
    ]
    first = 1 if file.since is not None else 0
    for part in parts[:first]:
        yield from part
    yield from opening(telling)
    yield _contents(parts, telling)
    for part in parts[first:]:
        yield from part


def _contents(parts: list[tuple[Block, ...]], telling: Telling) -> Prose:
    """Return one line that leads to each part."""
    titles = [
        block.markdown.partition("\n")[0].removeprefix("## ")
        for part in parts
        for block in part[:1]
        if isinstance(block, Prose) and block.markdown.startswith("## ")
    ]
    linked = " · ".join(f"[{literal(title)}](#{slug(title)})" for title in titles)
    return Prose(telling.translate(_("In this document: {links}"), links=linked))


def _exercises(telling: Telling) -> Iterator[Block]:
    translate = telling.translate
    none = translate(_("No dossier can be drawn yet: none is finished."))
    yield telling.heading(_("Traceability exercises"), "" if telling.file.exercises else none)
    register = telling.file.system.registers.get("exercices")
    if register is not None:
        title = translate(_("Exercises held by the platform"))
        yield from telling.rows(title, register, register.rows, _HELD)
    for exercise in telling.file.exercises:
        yield from _exercise(exercise, telling)


def _exercise(exercise: Exercise, telling: Telling) -> Iterator[Block]:
    translate = telling.translate
    yield Grid(
        exercise.chain.title,
        (),
        tuple((label, literal(value)) for label, value in draw_facts(exercise, translate)),
        first_column_is_label=True,
        widths=(5, 23),
        compact=True,
        level=2,
    )
    for trail in exercise.trails:
        yield solved_trail(trail, telling.tables, translate, telling.record_link, level=3)


def _links(telling: Telling) -> dict[str, Target]:
    """Return every path of the folder, and the codes of its documents, with where they lead."""
    places = telling.file.places
    found = {quoted(path): Target("", path, quoted(path)) for path in places.all}
    for document in telling.file.contents.documents:
        code = document.code_text
        if code and code in places.documents:
            found[code] = Target(code, document.title, quoted(places.documents[code]))
    return found
