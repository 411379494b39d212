"""What a criterion rests on, short, each piece with the file it leads to."""

from smq.evaluation.handed import Cited, Places
from smq.i18n import Translator
from smq.model import Location
from smq.model.coverage import Assessment, Proof, Verdict
from smq.model.referential import Criterion, Level, Mark, Nature
from smq.report.evidence_cited import cited
from tests.conftest import Repo
from tests.coverage.trial import Trial

CRITERION = Criterion(
    *("A-1", "essai", "Titre"),
    level=Level.EXPECTED,
    mark=Mark.INFERRED,
    nature=Nature.COMPUTED,
    stages=("label",),
    condition=None,
    evidence=None,
    sources=(),
    help="",
    location=Location("x.yaml", 1, 1),
)
PLACES = Places(
    documents={"PRE-PRO-001": "documents/pro.docx"},
    tables={"demandes": "registres/demandes.xlsx"},
    records={"enregistrements/lettre.pdf": "enregistrements/lettre.pdf"},
    withheld=frozenset({"enregistrements/secret.pdf"}),
)


def told(repo: Repo, *refs: str) -> tuple[Cited, ...]:
    """Return what is shown of a criterion that rests on these."""
    trial = Trial(repo)
    repo.document("PRE-PRO-001")
    repo.document("PRE-PRO-002")
    trial.table("demandes", "{nom: id}", "id\nD1\n")
    proofs = tuple(Proof("document", ref) for ref in refs)
    assessment = Assessment(CRITERION, Verdict.SATISFIED, Nature.COMPUTED, proofs)
    return cited(assessment, repo.system(), PLACES, Translator("en"))


def test_each_piece_leads_to_its_file(repo: Repo) -> None:
    """A document left out and a record kept back lead nowhere, and are told."""
    assert told(
        repo,
        "nom",
        "enregistrements/secret.pdf",
        "enregistrements/lettre.pdf",
        "PRE-PRO-001 | PRE-PRO-002",
    ) == (
        Cited("PRE-PRO-001", "documents/pro.docx"),
        Cited("PRE-PRO-002"),
        Cited("secret.pdf (kept back in the masked form)"),
        Cited("lettre.pdf", "enregistrements/lettre.pdf"),
        Cited("name of the platform (settings of the platform)"),
    )


def test_rows_of_one_table_are_one_piece(repo: Repo) -> None:
    """Few are named, many are counted."""
    place = "registres/demandes.xlsx"

    assert told(repo, "demandes") == (Cited("demandes", place),)
    assert told(repo, "demandes:D1", "demandes:D2") == (Cited("demandes (D1, D2)", place),)
    assert told(repo, *(f"demandes:D{n}" for n in range(3))) == (Cited("demandes (3 rows)", place),)
