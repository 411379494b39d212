"""Keeps a traceability exercise: a row in the register of exercises, and its sheet."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.model import Change, QualitySystem
from smq.model.exercise import Exercise, Found, links_of
from smq.model.table import Register
from smq.operations.register_row import add_row, next_key
from smq.operations.sheets import sheet_path

TABLE = "exercices"
BOTH = "aller_retour"
WAYS = ("aller", "retour", BOTH)
"""Words of the column `sens`."""


@dataclass(frozen=True)
class Verdict:
    """What a person says of an exercise.

    Attributes:
        verdict: a choice of the column `verdict`.
        by: who gives it.
        led_by: who led the exercise.
        independent: they handled none of the dossiers.
        seconds: the whole took, None when nobody measured.
        found: links that were shown; None when they were noted one by one.
        way: in which they were walked (`aller`, `retour`, `aller_retour`), as above.
    """

    verdict: str
    by: str
    led_by: str
    independent: bool
    seconds: int | None = None
    found: int | None = None
    way: str = BOTH


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is kept of an exercise.

    Attributes:
        exercise: its dossiers.
        found: what was found of each link, empty when nobody walked them live.
        verdict: what a person says of it.
    """

    exercise: Exercise
    found: tuple[Found, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class KeptExercise:
    """The number of an exercise, the path of its sheet, the change of the register."""

    key: str
    sheet: str
    change: Change


def exercise_register(system: QualitySystem) -> Register:
    """Return the register of exercises.

    Raises:
        SmqError: the platform has none.
    """
    register = system.registers.get(TABLE)
    if register is None:
        raise SmqError(
            _("This platform has no register of exercises («{table}»)."),
            _("Its columns are those of the kit: referentiel/registres/{table}.yaml"),
            table=TABLE,
        )
    return register


def keep_exercise(
    outcome: Outcome, raw: bytes | None, system: QualitySystem, ever: Collection[str] = ()
) -> KeptExercise:
    """Return what keeps an exercise: a row under a number never given, and where its sheet goes.

    Args:
        outcome: what is kept.
        raw: the file of the register now.
        system: the platform.
        ever: numbers that git knows of.

    Raises:
        SmqError: there is no register, it does not number its rows, or a word is not what its
            column holds.
    """
    register = exercise_register(system)
    key = next_key(register, system.today.year, ever)
    if key is None:
        raise SmqError(_("The table «{table}» does not say how it numbers."), None, table=TABLE)
    path = sheet_path(TABLE, f"{key}_fiche", system)
    cells = {**_cells(outcome, system), register.schema.key: key, "fiche": path}
    kept = {name: text for name, text in cells.items() if register.schema.column(name)}
    return KeptExercise(key, path, add_row(register, raw, kept, system, ever)[1])


def _counts(outcome: Outcome) -> tuple[int, int]:
    """Return how many links were asked for, and how many people saw."""
    if outcome.found:
        return len(outcome.found), sum(link.found for link in outcome.found)
    return asked_links(outcome.exercise, outcome.verdict.way), outcome.verdict.found or 0


def asked_links(exercise: Exercise, way: str) -> int:
    """Return how many links an exercise asks to be shown; there and back, each counts twice."""
    links = sum(len(links_of(trail)) for trail in exercise.trails)
    return links * (2 if way == BOTH else 1)


def handled_by(exercise: Exercise, word: str, system: QualitySystem) -> str | None:
    """Return the dossier in which a person is named, None when they handled none.

    Args:
        exercise: whose dossiers are looked at.
        word: an identifier or a name.
        system: the platform.
    """
    known: set[str] = set()
    for name in (word, *re.split(r"[|;,]", word)):
        person = system.settings.person(name.strip())
        known |= {name.strip(), person.id} if person else {name.strip()}
    known.discard("")
    for trail in exercise.trails:
        for step in trail.steps:
            columns = step.register.schema.columns if step.row else ()
            named = (step.row.text(c.name) for c in columns if step.row and c.personal)
            if known & {*named} or (step.row and step.row.key in known):
                return trail.label
    return None


def _cells(outcome: Outcome, system: QualitySystem) -> Mapping[str, str]:
    # A register is written in the platform's language, whoever types.
    translate = Translator(system.settings.language or "fr")
    exercise, found, verdict = outcome.exercise, outcome.found, outcome.verdict
    asked, seen = _counts(outcome)
    seconds = sum(link.seconds for link in found) if found else verdict.seconds
    lacking = [
        f"{trail.label} – {step.title}"
        for trail in exercise.trails
        for step in links_of(trail)
        if step.missing
    ]
    lacking += [f"{link.dossier} – {link.step.title}" for link in found if not link.found]
    return {
        "type": exercise.chain.exercise or exercise.chain.name,
        "date": system.today.isoformat(),
        "auditeurs": verdict.led_by,
        "auditeur_independant": "oui" if verdict.independent else "non",
        "perimetre": _scope(exercise, translate),
        "population": str(exercise.population),
        "graine_tirage": exercise.seed or "",
        "echantillon": _listed(trail.label for trail in exercise.trails),
        "sens": _way(outcome),
        "maillons": _listed(_told(link, translate) for link in found),
        "maillons_attendus": str(asked),
        "maillons_trouves": str(seen),
        "temps_s": "" if seconds is None else str(seconds),
        "ecarts": _listed(dict.fromkeys(lacking)),
        "verdict": verdict.verdict,
        "verdict_par": verdict.by,
    }


def _way(outcome: Outcome) -> str:
    both = {link.back for link in outcome.found}
    if not both:
        return outcome.verdict.way
    return "aller" if both == {False} else "retour" if both == {True} else BOTH


def _listed(items: Iterable[str]) -> str:
    """Return the cell of a list; `|`, which parts its items, is «/» within one."""
    return "|".join(item.replace("|", "/") for item in items)


def _scope(exercise: Exercise, translate: Translator) -> str:
    said = [exercise.chain.title]
    if exercise.since:
        said.append(translate(_("from {date}"), date=exercise.since))
    if exercise.until:
        said.append(translate(_("until {date}"), date=exercise.until))
    return ", ".join(said)


def _told(link: Found, translate: Translator) -> str:
    way = translate(_("backward") if link.back else _("forward"))
    seen = translate(_("yes") if link.found else _("no"))
    title = link.step.title
    return f"{link.dossier} {title} ({way}), {seen}, {link.seconds}, {link.proof or '–'}"
