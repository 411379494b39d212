"""Links of a page, and its related documents in both directions."""

from smq.render.page import Page, Target
from tests.conftest import Repo
from tests.render.conftest import PageOf


def groups(page: Page) -> dict[str, list[str]]:
    """Return the label of each group → its codes."""
    return {group.label: [target.code for target in group.targets] for group in page.related}


def test_both_directions(repo: Repo, page_of: PageOf) -> None:
    """A page ends with what it relies on and what relies on it, each once, itself never."""
    body = (
        "Voir PRE-FOR-001, [[PRE-FOR-001]], PRE-PRO-001 et [la fiche](PRE-REG-001-document.md).\n"
    )
    repo.document("PRE-PRO-001", body, liens={"registres": ["PRE-REG-001"]})
    repo.document("PRE-FOR-001", "Retour selon PRE-PRO-001.\n")
    repo.document("PRE-REG-001")
    repo.document("PIL-MAN-001", "La procédure PRE-PRO-001.\n")
    repo.document("PIL-MAN-002", "La procédure PRE-PRO-001.\n", statut="retire")

    assert groups(page_of("PRE-PRO-001")) == {
        "Relies on": ["PRE-REG-001"],
        "Used by": ["PIL-MAN-001"],
        "Both ways": ["PRE-FOR-001"],
    }


def test_process_sheet_and_its_documents(repo: Repo, page_of: PageOf) -> None:
    """A sheet lists the documents of its process that it does not cite; they list the sheet."""
    repo.document("PRE-FIP-001", liens={"procedures": ["PRE-PRO-001"]})
    repo.document("PRE-PRO-001")
    repo.document("PRE-PRO-002")

    assert groups(page_of("PRE-FIP-001")) == {
        "Relies on": ["PRE-PRO-001"],
        "Other documents of the process": ["PRE-PRO-002"],
    }
    assert groups(page_of("PRE-PRO-002")) == {"Process sheet": ["PRE-FIP-001"]}


def test_process_sheet_cited_in_the_text(repo: Repo, page_of: PageOf) -> None:
    """A procedure that cites the sheet of its process shows it once."""
    repo.document("PRE-FIP-001")
    repo.document("PRE-PRO-001", "Selon PRE-FIP-001.\n")

    assert groups(page_of("PRE-PRO-001")) == {"Relies on": ["PRE-FIP-001"]}
    assert groups(page_of("PRE-FIP-001")) == {"Used by": ["PRE-PRO-001"]}


def test_replacement(repo: Repo, page_of: PageOf) -> None:
    """A document says which one it replaces, and the withdrawn one which follows it."""
    repo.document("PRE-PRO-001", statut="retire", version="1")
    repo.document("PRE-PRO-002", remplace="PRE-PRO-001")

    assert groups(page_of("PRE-PRO-002")) == {"Replaces": ["PRE-PRO-001"]}
    assert groups(page_of("PRE-PRO-001")) == {"Replaced by": ["PRE-PRO-002"]}


def test_links_as_written(repo: Repo, page_of: PageOf) -> None:
    """Codes, former codes, titles and paths lead to their document; its own code does not."""
    body = (
        "PRE-FOR-001, PRE-FOR-009, PRE-FOR-099, PRE-PRO-001,\n"
        "[[Fiche de demande]], [[PRE-FOR-001 – Fiche#Objet|la fiche]], [[Registre]],\n"
        "[ici](PRE-FOR-001-document.md#objet) et [là](absent.md).\n"
    )
    repo.document("PRE-PRO-001", body)
    repo.document("PRE-FOR-001", titre="Fiche de demande", alias=["PRE-FOR-009"])

    links = page_of("PRE-PRO-001", PRE_FOR_001="f.docx").links

    target = Target("PRE-FOR-001", "Fiche de demande", "f.docx")
    assert links == dict.fromkeys(
        (
            "PRE-FOR-001",
            "PRE-FOR-009",
            "Fiche de demande",
            "PRE-FOR-001 – Fiche",
            "PRE-FOR-001-document.md",
        ),
        target,
    )


def test_no_file_no_address(repo: Repo, page_of: PageOf) -> None:
    """A document that is not rendered in the same run is named, without a link to follow."""
    repo.document("PRE-PRO-001", "Voir PRE-FOR-001.\n")
    repo.document("PRE-FOR-001")

    page = page_of("PRE-PRO-001")

    assert page.links["PRE-FOR-001"].href is None
    assert page.related[0].targets == (Target("PRE-FOR-001", "Titre de PRE-FOR-001"),)


def test_ambiguous_code_leads_nowhere(repo: Repo, page_of: PageOf) -> None:
    """A code that two documents carry is not linked: which one is meant is not known."""
    repo.document("PRE-PRO-001", "Voir PRE-FOR-001.\n")
    first = repo.root / repo.document("PRE-FOR-001")
    repo.write("documents/PRE/autre.md", first.read_bytes())

    assert page_of("PRE-PRO-001").links == {}
