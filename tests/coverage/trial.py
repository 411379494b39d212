"""A small platform on which one criterion is tried at a time."""

from dataclasses import dataclass
from datetime import date
from textwrap import dedent, indent

from smq import private
from smq.coverage import assess
from smq.i18n import Translator
from smq.model.coverage import Assessment, Coverage, Verdict
from tests.conftest import TODAY, Repo

REFERENTIAL = "referentiel/referentiels/essai.yaml"
SATISFIED = Verdict.SATISFIED
PARTIAL = Verdict.PARTIAL
UNSATISFIED = Verdict.UNSATISFIED
NOT_APPLICABLE = Verdict.NOT_APPLICABLE
_HEAD = """\
titre: Essai
version: "1"
mention: référentiel d'essai, non officiel
chapitres: [{code: essai, titre: Essai}]
criteres:
"""


@dataclass
class Trial:
    """A platform judged against what a test writes.

    Attributes:
        repo: its folder.
    """

    repo: Repo

    def document(self, model: str, code: str, body: str = "Texte.\n", **header: object) -> str:
        """Write a document made from a model, approved and in force; return its path."""
        approval = {"version": "1", "par": "P01", "role": "approbateur", "date": date(2027, 1, 10)}
        fields: dict[str, object] = {
            "modele": f"essai/{model}",
            "version": "1",
            "statut": "applicable",
            "date_application": date(2027, 1, 15),
            "approbations": [{**approval, "mode": "git"}],
            **header,
        }
        return self.repo.document(code, body, **fields)

    def table(self, name: str, columns: str, rows: str | None = None) -> None:
        """Write the schema of a table, and its rows when there are any (`a;b` lines)."""
        self.repo.write(
            f"referentiel/registres/{name}.yaml", f"nom: {name}\ncolonnes: [{columns}]\n"
        )
        if rows is not None:
            self.repo.write(f"registres/{name}.csv", dedent(rows).strip().encode() + b"\n")

    def record(self, name: str, form: str, content: bytes = b"%PDF-1.4", **said: object) -> None:
        """File a signed copy of a form; what is said replaces the sidecar's lines, None removes."""
        lines: dict[str, object] = {
            "id": f"r{private.digest_of(name.encode())[:7]}",
            "titre": name,
            "formulaire": form,
            "date": date(2027, 2, 1),
            "fichier": f"{name}.pdf",
            "sha256": private.digest_of(content),
            **said,
        }
        text = "".join(f"{key}: {value}\n" for key, value in lines.items() if value is not None)
        self.repo.write(f"enregistrements/{name}.yaml", text.encode())
        if lines["fichier"]:
            self.repo.write(f"enregistrements/{name}.pdf", content)

    def answer(self, *lines: str) -> None:
        """Write the answers of people, one a line."""
        text = "".join(f"  {line}\n" for line in lines)
        self.repo.write("evaluation.yaml", f"criteres:\n{text}".encode())

    def criteria(self, listed: str, name: str = "essai") -> None:
        """Write a referential with these criteria (a YAML list), the first of the platform."""
        self.repo.settings({"referentiels": ["essai"]})
        text = _HEAD + indent(dedent(listed).strip(), "  ") + "\n"
        self.repo.write(f"referentiel/referentiels/{name}.yaml", text.encode())

    def coverage(self, today: date = TODAY, stage: str | None = None) -> Coverage:
        """Return the first referential, judged."""
        system = self.repo.system(today)
        return assess(system, system.referentials[0], stage)

    def all(self, today: date = TODAY) -> dict[str, Assessment]:
        """Return what became of each criterion, by id."""
        return {a.criterion.id: a for a in self.coverage(today).assessments}

    def judge(self, evidence: str, today: date = TODAY) -> Assessment:
        """Return what became of one criterion that asks for this evidence."""
        self.criteria(f"- {{id: A-1, chapitre: essai, preuve: {evidence}}}")
        return self.all(today)["A-1"]


def proofs(assessment: Assessment) -> list[str]:
    """Return what a verdict rests on."""
    return [proof.ref for proof in assessment.proofs]


def lacks(assessment: Assessment) -> list[str]:
    """Return what is missing, in English, every place of a sentence filled."""
    english = Translator("en")
    return [english.sentence(lack.message, lack.plural, lack.values) for lack in assessment.lacks]
