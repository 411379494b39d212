"""Makes the files of an evaluation file from one version of a platform."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from smq import __version__
from smq.cli import console
from smq.cli.area_choice import at_area, chosen_area
from smq.cli.coverage_choice import chosen_referential
from smq.cli.coverage_words import coverage_words
from smq.cli.dossier_absent import say_absent
from smq.cli.dossier_check import checked, findings, say_errors, with_errors
from smq.cli.dossier_doubt import say_doubts
from smq.cli.dossier_exercises import solved_exercises
from smq.cli.dossier_open_text import say_open_text
from smq.cli.dossier_since import Compared, since_last
from smq.cli.dossier_source import Source, earlier_contents
from smq.cli.session import Session
from smq.coverage import assess
from smq.evaluation.checked import Checked
from smq.evaluation.contents import Contents, as_in_force, contents
from smq.evaluation.figures import figures, years
from smq.evaluation.handed import Handed, Places
from smq.evaluation.manifest import NAME, Stamp, manifest
from smq.evaluation.masking import Mask, mask_of, masked, masked_trail
from smq.evaluation.names import people_named
from smq.i18n import LANGUAGES, _
from smq.load.content import Content, read_content, read_logo
from smq.load.names import with_names
from smq.model import Finding, QualitySystem
from smq.model.coverage import Coverage
from smq.model.exercise import Exercise
from smq.render.deliverables import deliverables, map_drawer, names_of, template
from smq.render.docx import render
from smq.render.evaluation import Telling, evaluation_page, notice_lines
from smq.report.evidence_cited import cited
from smq.report.register_book import register_book

DOCUMENTS = {"label": "dossier-d-evaluation.docx", "suivi": "rapport-de-suivi.docx"}
README = "LISEZ-MOI.txt"


@dataclass(frozen=True)
class Wanted:
    """What a person asked for.

    Attributes:
        stage: `label` or `suivi`.
        referential: name, or None for the platform's first.
        masked: the form.
        area: technical unit that it is about, or None.
        seed: of the exercises.
        sample: how many dossiers of each chain.
        dossiers: named by the evaluator; then none is drawn.
        since: version that a follow-up compares with, or None for that of the last evaluation.
    """

    stage: str
    referential: str | None
    masked: bool
    area: str | None
    seed: str
    sample: int
    dossiers: tuple[str, ...]
    since: str | None


class Making:
    """One evaluation file under way; nothing is written."""

    def __init__(self, session: Session, source: Source, wanted: Wanted) -> None:
        """Take the command, the version and what is asked.

        Raises:
            SmqError: the platform has no such technical unit.
        """
        self._session = session
        self._source = source
        self._wanted = wanted
        self._real = at_area(source.system, wanted.area)
        own = source.system.settings.language
        known = own if own in LANGUAGES else session.translate.language
        self._translate = replace(session.translate, language=known)

    def files(self) -> dict[str, bytes]:
        """Return POSIX path in the folder → content, sorted.

        Raises:
            SmqError: there is no such referential, dossier or version.
        """
        document = self._document()
        say_errors(self._checked, self._session.translate)
        say_absent(self.entering, self._real, self._session.translate)
        if self._mask:
            say_doubts(self._mask.secret.doubts, self._real, self._session.translate)
            say_open_text(self._real, self._mask, self._session.translate)
        made = self._documents() | self._registers()
        for path, place in self.entering.records.items():
            made[place] = (self._source.folder / path).read_bytes()
        made[DOCUMENTS[self._wanted.stage]] = document
        made[README] = self._readme()
        stamps = {path: Stamp.of(content) for path, content in made.items()}
        made[NAME] = manifest(self._said(), stamps)
        return dict(sorted(made.items()))

    @cached_property
    def entering(self) -> Contents:
        """Return what enters; a document whose master file is not there cannot."""
        found = contents(self._real, self._mask)
        kept = []
        for document in found.documents:
            content = self._past.get(document.path)
            if document.original and content is None:
                content = read_content(self._source.folder, document)
            if document.original and (content is None or content.original is None):
                sentence = _("Warning: {code}: its file {name} is not there; it stays out.")
                told = self._session.translate(
                    sentence, code=document.label, name=document.original
                )
                console.aside(told)
                continue
            kept.append(document)
        return replace(found, documents=tuple(kept))

    @cached_property
    def _past(self) -> Mapping[str, Content]:
        return earlier_contents(self._source.system, self._session.root)

    @cached_property
    def _mask(self) -> Mask | None:
        word = self._translate(_("masked"))
        return mask_of(self._real, word) if self._wanted.masked else None

    @cached_property
    def _system(self) -> QualitySystem:
        """Return the platform as its readers know it, nothing masked: people by their names.

        Where the folder holds identifiers only, this computer's table says who they are.
        """
        system = as_in_force(self._real)
        if self._wanted.masked:
            return system
        known = with_names(self._session.root, system)
        people = tuple(replace(one, name=one.spoken_name) for one in known.settings.people)
        return replace(known, settings=replace(known.settings, people=people))

    @cached_property
    def _shown(self) -> QualitySystem:
        return masked(self._system, self._mask) if self._mask else self._system

    @cached_property
    def _findings(self) -> tuple[Finding, ...]:
        return findings(self._source.system, self._session.root)

    @cached_property
    def _checked(self) -> Checked:
        systems = (self._source.system, self._real)
        return checked(self._findings, systems, self._mask, self._translate)

    @cached_property
    def _judged(self) -> Coverage:
        referential = chosen_referential(self._real, self._wanted.referential)
        return assess(self._real, referential, self._wanted.stage)

    @cached_property
    def _places(self) -> Places:
        names = names_of(self.entering.documents)
        return Places(
            documents={
                d.code_text: f"documents/{names[d.path]}"
                for d in self.entering.documents
                if d.code_text
            },
            tables={r.name: f"registres/{r.name}.xlsx" for r in self.entering.registers},
            records=self.entering.records,
            withheld=frozenset(self.entering.withheld),
            unnamed=self.entering.unnamed,
            absent=frozenset(one.path for one in self.entering.absent),
        )

    @cached_property
    def _file(self) -> tuple[Handed, Compared | None]:
        wanted = self._wanted
        compared = None
        if wanted.stage == "suivi":
            choice = (wanted.since, wanted.area)
            compared = since_last(self._session, self._real, self._judged, choice, self._translate)
        asked = years(self._real, compared.since.day if compared else None)
        file = Handed(
            system=self._shown,
            coverage=self._judged,
            stage=wanted.stage,
            contents=self.entering,
            places=self._places,
            exercises=self._exercises(),
            years=asked,
            figures=figures(self._real, asked, self._shown),
            commit=self._source.version.commit,
            hidden=self._mask.word if self._mask else "",
            draft=self._source.draft,
            area=chosen_area(self._real, wanted.area),
            since=compared.since if compared else None,
            checked=self._checked,
        )
        return file, compared

    def _exercises(self) -> tuple[Exercise, ...]:
        wanted, real = self._wanted, self._real
        drawn = solved_exercises(real, wanted.seed, wanted.sample, wanted.dossiers)
        found = with_errors(drawn, self._findings)
        if self._mask is None:
            return found
        shown = self._shown.registers
        return tuple(
            replace(e, trails=tuple(masked_trail(t, real.registers, shown) for t in e.trails))
            for e in found
        )

    def _document(self) -> bytes:
        file, compared = self._file
        translate = self._translate
        telling = Telling(
            file=file,
            words=coverage_words(self._judged, translate, self._real.registers),
            evidence={
                a.criterion.id: cited(a, self._shown, self._places, translate)
                for a in self._judged.assessments
            },
            verdicts=compared.verdicts if compared else {},
            lacking=compared.lacking if compared else {},
            translate=translate,
            draw_map=map_drawer(),
            logo=read_logo(self._source.folder),
        )
        page = evaluation_page(telling)
        return render(page, template(self._source.folder), translate).docx

    def _documents(self) -> dict[str, bytes]:
        stamp = self._translate(_("UNRECORDED DRAFT")) if self._source.draft else None
        found = deliverables(
            self.entering.documents,
            self._system,
            self._source.folder,
            self._translate,
            past=self._past,
            stamp=stamp,
        )
        return {f"documents/{one.name}": one.content for one in found if one.content is not None}

    def _registers(self) -> dict[str, bytes]:
        day, translate, shown = self._real.today, self._translate, self._shown.registers
        made = {}
        people = {} if self._mask else people_named(self._shown)
        for register in self.entering.registers:
            said = [translate.plural(_("{count} row"), _("{count} rows"), len(register.rows))]
            said.append(translate(_("version {commit}"), commit=self._source.version.commit[:10]))
            said.append(translate(_("masked form") if self._mask else _("nominative form")))
            if self._source.draft:
                said.insert(0, translate(_("UNRECORDED DRAFT")))
            hidden = self._mask.word if self._mask else ""
            table, above = shown[register.name], ", ".join(said)
            book = register_book(table, shown, day, above, translate, hidden, people)
            made[self._places.tables[register.name]] = book
        return made

    def _readme(self) -> bytes:
        file, _compared = self._file
        told = (DOCUMENTS[file.stage], self._real.today)
        lines = notice_lines(file, told, self._translate)
        return "".join(f"{line}\r\n" for line in lines).encode("utf-8-sig")

    def _said(self) -> dict[str, Any]:
        source, wanted = self._source, self._wanted
        referential = self._judged.referential
        return {
            "smq": __version__,
            "platform": self._real.settings.name,
            "stage": wanted.stage,
            "form": "masked" if wanted.masked else "nominative",
            "draft": source.draft,
            "area": self._file[0].area,
            "commit": source.version.commit,
            "recorded": source.version.day.isoformat(),
            "not_recorded": list(source.version.changes),
            "date": self._real.today.isoformat(),
            "referential": {
                "name": referential.name,
                "version": referential.version,
                "notice": referential.notice,
            },
            "exercises": {
                "seed": None if wanted.dossiers else wanted.seed,
                "dossiers": [t.label for e in self._file[0].exercises for t in e.trails],
            },
        }
