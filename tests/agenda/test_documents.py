"""Reviews of documents, and the end of derogations."""

from datetime import date

from smq.agenda import derogations, reviews
from smq.i18n import Translator
from smq.report.agenda import title
from tests.conftest import Repo
from tests.coverage.trial import Trial


def test_documents_in_force_are_read_again(repo: Repo) -> None:
    """The date of the header, else that of the type's period; a draft has none."""
    trial = Trial(repo)
    repo.settings({"revues": {"PRO": 18}, "plateaux": [{"nom": "Raman"}]})
    trial.document("a", "PRE-PRO-001", date_application=date(2026, 8, 31), plateaux=["Raman"])
    trial.document("b", "PRE-PRO-002", prochaine_revue=date(2027, 6, 1), redacteur="P03")
    trial.document("c", "PRE-PRO-003", statut="retire")
    repo.document("PRE-PRO-004", date_application=date(2026, 8, 31))

    first, second = reviews.dates(repo.system())

    assert (first.date, first.ref, first.areas) == (date(2028, 2, 29), "PRE-PRO-001", ("Raman",))
    assert title(first, Translator("en")) == "Review of PRE-PRO-001 Titre de PRE-PRO-001"
    assert (first.person, first.name) == ("P02", "Hugo Marchal")
    assert (second.date, second.location.line) == (date(2027, 6, 1), line_of(repo, second.ref))


def test_derogations_end(repo: Repo) -> None:
    """The last day of each one that has an end."""
    recorded = {"regle": "approbateur_distinct", "types": ["MOP"], "motif": "seule", "par": "P01"}
    repo.settings(
        {
            "derogations": [
                {**recorded, "date": date(2026, 12, 4), "fin": date(2027, 9, 30)},
                {**recorded, "types": ["PRO"], "date": date(2026, 12, 4)},
            ]
        }
    )

    (one,) = derogations.dates(repo.system())

    assert (one.date, one.name) == (date(2027, 9, 30), "Claire Fontaine")
    said = title(one, Translator("en"))
    assert said == "End of the derogation «approbateur_distinct» (MOP)"


def line_of(repo: Repo, code: str) -> int:
    """Return the line of a document that holds its next review."""
    (file,) = (repo.root / "documents").rglob(f"{code}*.md")
    lines = file.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if "prochaine_revue" in line)
