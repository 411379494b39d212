"""The history on a document's first page tells the reviews that changed nothing."""

from smq.i18n import Translator
from smq.render.visas import revisions
from tests.conftest import Repo
from tests.versions import approved, review


def test_a_review_is_a_line_of_the_history(repo: Repo) -> None:
    """Its day, who, and that nothing is to be changed; one that found something is no news."""
    rows = [
        {**review("1", "2027-02-12"), "note": "Relu à la paillasse"},
        review("1", "2027-02-20", "a_reviser"),
    ]
    repo.document("PRE-PRO-001", **approved("1", "2027-01-15", revues=rows))
    system = repo.system()

    told = revisions(system.documents[0], system, Translator("en"))

    assert [(row.version, row.date, row.author, row.change) for row in told] == [
        ("1", "2027-02-12", "Inès Vautrin", "Reviewed, nothing to change – Relu à la paillasse"),
        ("1", "2027-01-15", "", "Délais"),
    ]
