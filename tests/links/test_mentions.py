"""Codes in the text: who is cited, and what does not count."""

from smq.links import linkage, summary
from smq.model import DeclaredLink, LinkKind, Location, Mention, Resolution
from tests.links.factory import document, system, wiki


def test_a_code_leads_to_its_document() -> None:
    """A mention is a link to the document with that code, at the place of the mention."""
    form = document("PRE-FOR-001")
    procedure = document("PRE-PRO-001", mentions=(Mention("PRE-FOR-001", 12, 7),))

    found = linkage(system(form, procedure))

    (link,) = found.outgoing[procedure.path]
    assert (link.target, link.kind, link.is_code) == (form, LinkKind.MENTION, True)
    assert link.location == Location(procedure.path, 12, 7)
    assert found.incoming[form.path] == (link,)


def test_each_document_has_its_entry() -> None:
    """A document without links is in both directions, with nothing."""
    alone = document("PRE-PRO-001")

    found = linkage(system(alone))

    assert found.outgoing == {alone.path: ()}
    assert found.incoming == {alone.path: ()}


def test_the_width_of_a_number_does_not_matter() -> None:
    """`PRE-FOR-01` is another writing of `PRE-FOR-001`."""
    form = document("PRE-FOR-001")
    procedure = document("PRE-PRO-001", mentions=(Mention("PRE-FOR-01", 12, 7),))

    (link,) = linkage(system(form, procedure)).links

    assert link.target is form


def test_a_former_code_leads_to_who_bore_it() -> None:
    """An alias is found when no document carries the code today."""
    form = document("PRE-FOR-002", aliases=("PRE-FOR-001",))
    procedure = document("PRE-PRO-001", mentions=(Mention("PRE-FOR-001", 12, 7),))

    (link,) = linkage(system(form, procedure)).links

    assert link.target is form


def test_a_carried_code_wins_over_an_alias() -> None:
    """A code that a document carries is never read as the alias of another."""
    former = document("PRE-FOR-002", aliases=("PRE-FOR-001",))
    form = document("PRE-FOR-001")
    procedure = document("PRE-PRO-001", mentions=(Mention("PRE-FOR-001", 12, 7),))

    (link,) = linkage(system(form, former, procedure)).links

    assert link.target is form


def test_own_code_and_aliases_do_not_count() -> None:
    """A document that names its own code, today's or a former one, cites nobody."""
    procedure = document(
        "PRE-PRO-001",
        aliases=("PRE-PRO-009",),
        mentions=(Mention("PRE-PRO-001", 8, 1), Mention("PRE-PRO-009", 9, 1)),
    )

    found = linkage(system(procedure))

    assert (found.links, found.to_itself) == ((), ())


def test_own_code_does_not_count_when_another_bears_it() -> None:
    """Of two documents with one code, each still speaks of itself."""
    one = document(
        "PRE-PRO-001", path="documents/PRE/a.md", mentions=(Mention("PRE-PRO-001", 8, 1),)
    )
    two = document("PRE-PRO-001", path="documents/PRE/b.md")

    assert linkage(system(one, two)).links == ()


def test_a_code_that_two_documents_bear_is_ambiguous() -> None:
    """Nothing is chosen: both paths are named."""
    one = document("PRE-FOR-001", path="documents/PRE/a.md")
    two = document("PRE-FOR-001", path="documents/PRE/b.md")
    procedure = document("PRE-PRO-001", mentions=(Mention("PRE-FOR-001", 8, 1),))

    (link,) = linkage(system(one, two, procedure)).links

    assert link.resolution is Resolution.AMBIGUOUS
    assert (link.target, link.candidates) == (None, ("documents/PRE/a.md", "documents/PRE/b.md"))


def test_links_are_in_the_order_of_the_file() -> None:
    """Header links and text links of a document come line after line."""
    procedure = document(
        "PRE-PRO-001",
        links=(DeclaredLink("PRE-FOR-003", "formulaires", 6, 3),),
        mentions=(Mention("PRE-FOR-001", 9, 20), Mention("PRE-FOR-002", 12, 1)),
        wiki=(wiki("PRE-FOR-004", line=9, column=4),),
    )

    written = [link.written for link in linkage(system(procedure)).links]

    assert written == ["PRE-FOR-003", "PRE-FOR-004", "PRE-FOR-001", "PRE-FOR-002"]


def test_summary_counts_occurrences_and_pairs() -> None:
    """Two mentions of one document are one edge; an unknown code is an edge and unresolved."""
    form = document("PRE-FOR-001", aliases=("PRE-FOR-007",))
    procedure = document(
        "PRE-PRO-001",
        links=(DeclaredLink("PRE-FOR-001", "formulaires", 6, 3),),
        mentions=(
            Mention("PRE-FOR-001", 8, 1),
            Mention("PRE-FOR-01", 9, 1),
            Mention("PRE-FOR-007", 10, 1),
            Mention("PRE-FOR-099", 11, 1),
            Mention("PRE-FOR-099", 12, 1),
        ),
    )

    counted = summary(linkage(system(form, procedure)))

    assert (counted.documents, counted.mentions) == (2, 5)
    assert (counted.edges, counted.unresolved) == (2, 2)


def test_one_resolution_a_system() -> None:
    """Rules ask many times and get the same value."""
    picture = system(document("PRE-PRO-001"))

    assert linkage(picture) is linkage(picture)
    assert linkage(system(document("PRE-PRO-001"))) is not linkage(picture)
