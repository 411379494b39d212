"""CNT001: places to fill in."""

from smq.i18n import Translator
from smq.model import Finding, Severity
from tests.conftest import Repo


def shown(finding: Finding) -> str:
    """Return the sentence as a report shows it."""
    values = dict(finding.values)
    count = values.pop("count")
    assert isinstance(count, int)
    return Translator("en").plural(finding.message, finding.plural or "", count, **values)


def test_each_place_of_a_settled_document_is_an_error(repo: Repo) -> None:
    """A document in review has an error at each place, header included, that says what to write."""
    repo.write(
        "documents/PRE/PRE-PRO-001-document.md",
        """
        ---
        code: PRE-PRO-001
        type: PRO
        statut: en_verification
        titre: "[À compléter : titre de la procédure]"  # <- placeholder-left
        ---

        ## Objet

        Répondre sous [À compléter : délai tenable]. <!-- <- placeholder-left -->
        Relance [À compléter]. <!-- <- placeholder-left -->
        """,
    )

    repo.assert_findings("placeholder-left")
    header, delay, unsaid = repo.findings("placeholder-left")
    assert {f.severity for f in (header, delay, unsaid)} == {Severity.ERROR}
    assert (header.location.line, header.location.column) == (5, 8)
    assert (delay.location.line, delay.location.column) == (10, 15)
    assert shown(delay) == ("PRE-PRO-001: still to fill in: délai tenable.")
    assert shown(unsaid) == "PRE-PRO-001: still to fill in: (the text does not say what)."


def test_a_draft_has_one_note_that_counts(repo: Repo) -> None:
    """A draft has one line for all its places, at the first of them."""
    repo.document(
        "PRE-PRO-001",
        body="## Objet\n\n[À compléter : un]\n\n[À compléter : deux] et [À compléter : trois]\n",
    )

    (finding,) = repo.findings("placeholder-left")

    (document,) = repo.system().documents
    assert finding.severity is Severity.NOTE
    assert finding.location.line == document.header_end + 4
    assert finding.values["count"] == 3
    assert shown(finding) == "PRE-PRO-001: 3 places to fill in."


def test_one_place_of_a_draft_says_what_is_expected(repo: Repo) -> None:
    """A draft with one place left is told in the singular, with what is expected there."""
    repo.document("PRE-PRO-001", body="## Objet\n\n[À compléter : le délai]\n")

    (finding,) = repo.findings("placeholder-left")

    assert finding.severity is Severity.NOTE
    assert shown(finding) == "PRE-PRO-001: still to fill in: le délai."


def test_a_withdrawn_document_is_nobodys_work(repo: Repo) -> None:
    """What a withdrawn document never said is not asked any more."""
    repo.document("PRE-PRO-001", statut="retire", body="## Objet\n\n[À compléter : le délai]\n")

    assert repo.findings("placeholder-left") == ()


def test_own_placeholders_of_another_tree_count(repo: Repo) -> None:
    """A tree that smq did not make has the placeholders that its `lecture` describes."""
    repo.settings(
        {
            "lecture": {"a_completer": [r"\bTBD\b"], "statuts": {"effective": "applicable"}},
            "codification": {"types": {"SOP": "PRO"}, "motif": "{type}-{numero:02}"},
        }
    )
    repo.write(
        "documents/SOP-01.md",
        """
        ---
        code: SOP-01
        statut: effective
        ---

        ## Purpose

        Answer within TBD days. <!-- <- placeholder-left -->
        """,
    )

    repo.assert_findings("placeholder-left")


def test_a_written_document_is_silent(repo: Repo) -> None:
    """Words such as « compléter » in a sentence are no place to fill in."""
    repo.document(
        "PRE-PRO-001", statut="applicable", body="## Objet\n\nÀ compléter par l’usager.\n"
    )

    assert repo.findings("placeholder-left") == ()
