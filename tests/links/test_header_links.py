"""Links of the header: declared ones, replacements, and the process."""

from smq.links import linkage, summary
from smq.model import DeclaredLink, LinkKind, Location, Resolution, Status
from tests.links.factory import document, system


def test_a_declared_link_keeps_its_role() -> None:
    """A code of `liens` is a link of its kind, and no mention."""
    form = document("PRE-FOR-001")
    procedure = document("PRE-PRO-001", links=(DeclaredLink("PRE-FOR-001", "formulaires", 4, 11),))

    found = linkage(system(form, procedure))

    (link,) = found.links
    assert (link.kind, link.role, link.target) == (LinkKind.DECLARED, "formulaires", form)
    assert link.location == Location(procedure.path, 4, 11)
    assert summary(found).mentions == 0


def test_a_replacement_has_its_own_kind() -> None:
    """`remplace` says which document ends with this one."""
    old = document("PRE-PRO-001", status=Status.WITHDRAWN)
    new = document("PRE-PRO-002", links=(DeclaredLink("PRE-PRO-001", "remplace", 4, 11),))

    (link,) = linkage(system(old, new)).links

    assert (link.kind, link.target) == (LinkKind.REPLACES, old)


def test_a_declared_code_without_document_is_unknown() -> None:
    """The link stays, without a target."""
    procedure = document("PRE-PRO-001", links=(DeclaredLink("PRE-FOR-099", "formulaires", 4, 11),))

    (link,) = linkage(system(procedure)).links

    assert (link.resolution, link.target, link.is_code) == (Resolution.UNKNOWN, None, True)


def test_brackets_around_a_declared_code_do_not_matter() -> None:
    """Trees written for Obsidian have `["[[PRE-FOR-001]]"]`."""
    form = document("PRE-FOR-001")
    procedure = document("PRE-PRO-001", links=(DeclaredLink("[[PRE-FOR-001]]", "reference", 4, 1),))

    (link,) = linkage(system(form, procedure)).links

    assert (link.target, link.written) == (form, "PRE-FOR-001")


def test_a_document_belongs_to_the_sheet_of_its_process() -> None:
    """The process of a header is a link to its sheet, when there is one."""
    sheet = document("PRE-FIP-001", process="PRE")
    procedure = document("PRE-PRO-001", process="PRE")
    elsewhere = document("DOC-PRO-001", process="DOC")

    (link,) = linkage(system(sheet, procedure, elsewhere)).links

    assert (link.source, link.target, link.kind) == (procedure, sheet, LinkKind.PROCESS)


def test_a_withdrawn_sheet_receives_nothing() -> None:
    """Its documents belong to the sheet that follows it."""
    old = document("PRE-FIP-001", process="PRE", status=Status.WITHDRAWN)
    new = document("PRE-FIP-002", process="PRE")
    procedure = document("PRE-PRO-001", process="PRE")

    (link,) = linkage(system(old, new, procedure)).links

    assert link.target is new


def test_a_declared_link_to_itself_is_kept_apart() -> None:
    """Its own code in `liens` is no link to another document."""
    procedure = document("PRE-PRO-001", links=(DeclaredLink("PRE-PRO-001", "procedures", 4, 11),))

    found = linkage(system(procedure))

    assert found.links == ()
    assert [link.written for link in found.to_itself] == ["PRE-PRO-001"]
