"""`[[…]]`: the levels of resolution, in their order."""

import pytest

from smq.links import linkage, summary
from smq.model import LinkKind, Location, Mention, Resolution
from tests.links.factory import document, system, wiki

FORM = document("PRE-FOR-001", title="Fiche de demande d’analyse")


@pytest.mark.parametrize(
    "target",
    [
        "PRE-FOR-001",
        "PRE-FOR-001 Fiche de demande d’analyse",
        "PRE-FOR-001 – Fiche de demande d’analyse",
        "PRE-FOR-001-document",
        "pre-for-001-document.md",
        "Fiche de demande d’analyse",
        "fiche  de DEMANDE d'analyse",
        "Fiche de demande d\u2019analyse\u00a0",
    ],
)
def test_a_document_is_found(target: str) -> None:
    """Code, code and title, file name and title lead to the document, however they are typed."""
    procedure = document("PRE-PRO-001", wiki=(wiki(target),))

    (link,) = linkage(system(FORM, procedure)).links

    assert (link.target, link.wiki, link.kind) == (FORM, True, LinkKind.MENTION)
    assert link.wrong_title is None


def test_accents_typed_in_two_ways_are_the_same() -> None:
    """A decomposed accent, as a Mac hands it out, is the accent, and none at all is too."""
    form = document("PRE-FOR-002", title="Procédé")
    procedure = document("PRE-PRO-001", wiki=(wiki("Procede\u0301"), wiki("procede", line=11)))

    links = linkage(system(form, procedure)).links

    assert [link.target for link in links] == [form, form]


def test_a_title_that_differs_is_told() -> None:
    """The code decides, and the other title is kept for the rule."""
    procedure = document("PRE-PRO-001", wiki=(wiki("PRE-FOR-001 – Bon de commande"),))

    (link,) = linkage(system(FORM, procedure)).links

    assert (link.target, link.wrong_title) == (FORM, "Bon de commande")


def test_a_code_wins_over_a_title() -> None:
    """A document whose title is a code does not take the link of the document with that code."""
    impostor = document("DOC-PRO-001", title="PRE-FOR-001")
    procedure = document("PRE-PRO-001", wiki=(wiki("PRE-FOR-001"),))

    (link,) = linkage(system(FORM, impostor, procedure)).links

    assert link.target is FORM


def test_a_file_name_wins_over_a_title() -> None:
    """Of a file name and another document's title that are the same, the file name is meant."""
    by_name = document("DOC-PRO-001", path="documents/DOC/accueil.md")
    by_title = document("DOC-PRO-002", title="Accueil")
    procedure = document("PRE-PRO-001", wiki=(wiki("Accueil"),))

    (link,) = linkage(system(by_name, by_title, procedure)).links

    assert link.target is by_name


def test_two_documents_with_one_title_are_ambiguous() -> None:
    """Both are named, none is chosen, and it counts as no mention."""
    one = document("DOC-PRO-001", title="Sécurité")
    two = document("DOC-PRO-002", title="SECURITE")
    procedure = document("PRE-PRO-001", wiki=(wiki("Sécurité"),))

    found = linkage(system(one, two, procedure))

    (link,) = found.links
    assert link.resolution is Resolution.AMBIGUOUS
    assert link.candidates == (one.path, two.path)
    assert summary(found).mentions == 0


def test_a_code_inside_a_longer_word_is_none() -> None:
    """`PRE-FOR-001b` does not start with a code."""
    procedure = document("PRE-PRO-001", wiki=(wiki("PRE-FOR-001b"),))

    (link,) = linkage(system(FORM, procedure)).links

    assert (link.resolution, link.is_code) == (Resolution.UNKNOWN, False)


def test_the_code_of_a_wiki_link_counts_once() -> None:
    """The reader lists the code among the mentions; it is one link, at the place of the code."""
    procedure = document(
        "PRE-PRO-001",
        wiki=(wiki("PRE-FOR-001 Fiche de demande d’analyse", column=5),),
        mentions=(Mention("PRE-FOR-001", 10, 7), Mention("PRE-FOR-001", 10, 60)),
    )

    found = linkage(system(FORM, procedure))

    assert [(link.wiki, link.location.column) for link in found.links] == [(True, 7), (False, 60)]
    assert summary(found).mentions == 2


def test_an_unknown_code_in_a_wiki_link_is_one_fault() -> None:
    """It is unresolved once, though the reader saw a wiki-link and a mention."""
    procedure = document(
        "PRE-PRO-001",
        wiki=(wiki("PRE-FOR-099"),),
        mentions=(Mention("PRE-FOR-099", 10, 3),),
    )

    found = linkage(system(procedure))

    (link,) = found.links
    assert (link.resolution, link.written) == (Resolution.UNKNOWN, "PRE-FOR-099")
    assert (summary(found).mentions, summary(found).unresolved) == (1, 1)


def test_an_unknown_title_is_no_mention() -> None:
    """It is a link without a document; only a wiki-link that is found counts without a code."""
    procedure = document("PRE-PRO-001", wiki=(wiki("Plan des locaux"),))

    found = linkage(system(procedure))

    (link,) = found.links
    assert (link.resolution, link.written) == (Resolution.UNKNOWN, "Plan des locaux")
    assert (summary(found).mentions, summary(found).edges) == (0, 0)


def test_a_title_counts_as_a_mention() -> None:
    """A wiki-link found by its title is one mention and one edge."""
    procedure = document("PRE-PRO-001", wiki=(wiki("Fiche de demande d’analyse"),))

    counted = summary(linkage(system(FORM, procedure)))

    assert (counted.mentions, counted.edges, counted.unresolved) == (1, 1, 0)


def test_a_code_in_the_wrong_case_is_left_to_numbering() -> None:
    """`[[pre-for-001]]` is one fault, which the rule on case reports."""
    procedure = document(
        "PRE-PRO-001",
        wiki=(wiki("pre-for-001"),),
        wrong_case=(Mention("pre-for-001", 10, 3),),
    )

    assert linkage(system(FORM, procedure)).links == ()


def test_a_note_that_is_no_document_is_found() -> None:
    """A file without a code may be linked to by its name; it is no mention."""
    procedure = document("PRE-PRO-001", wiki=(wiki("Lisez-moi"), wiki("plan.pdf", line=11)))

    found = linkage(system(procedure, files=("documents/lisez-moi.md", "documents/plan.pdf")))

    assert [(k.resolution, k.kind, k.target) for k in found.links] == [
        (Resolution.FOUND, LinkKind.PATH, None)
    ] * 2
    assert summary(found).mentions == 0


def test_a_link_to_itself_is_kept_apart() -> None:
    """Its own code or title between brackets cites nobody else."""
    procedure = document(
        "PRE-PRO-001",
        title="Traiter une demande",
        wiki=(wiki("PRE-PRO-001"), wiki("Traiter une demande", line=11)),
        mentions=(Mention("PRE-PRO-001", 10, 3),),
    )

    found = linkage(system(procedure))

    assert found.links == ()
    assert [link.location for link in found.to_itself] == [
        Location(procedure.path, 10, 3),
        Location(procedure.path, 11, 1),
    ]


def test_a_section_is_kept() -> None:
    """`[[X#section]]` leads to X and says which heading; to the document itself too."""
    procedure = document(
        "PRE-PRO-001",
        wiki=(
            wiki("PRE-FOR-001", section="Consignes"),
            wiki("PRE-PRO-001", line=11, section="Objet"),
        ),
    )

    found = linkage(system(FORM, procedure))

    assert [(link.target, link.section) for link in found.links] == [(FORM, "Consignes")]
    assert [link.section for link in found.to_itself] == ["Objet"]


def test_empty_brackets_are_no_link() -> None:
    """`[[]]`, as templates leave it, says nothing."""
    procedure = document("PRE-PRO-001", wiki=(wiki(" "),))

    found = linkage(system(procedure))

    assert (found.links, found.to_itself) == ((), ())
