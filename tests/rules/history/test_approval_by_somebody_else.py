"""GIT001: who recorded an approval given in git."""

from smq.model import Severity
from tests.rules.history.world import HERE, PEOPLE, World, row
from tests.rules.sentences import place, shown

RULE = "approval-by-somebody-else"


def test_the_person_named(world: World) -> None:
    """A line recorded by the person it names is confirmed; nothing of the family is said."""
    world.document()
    world.record("ines", "2027-02-18")
    world.document(row())
    world.record("hugo")

    assert world.all() == {}


def test_another_person(world: World) -> None:
    """A line in Hugo's name that Inès recorded is an error at its place; both are named."""
    world.document(row())
    world.record("ines")

    (found,) = world.found(RULE)

    assert found.severity is Severity.ERROR
    assert place(found) == (HERE, 11, 3)
    assert shown(found).startswith(
        "The approval of version «1» names Hugo Marchal; Inès Vautrin recorded this line,"
        " on 2027-02-20."
    )


def test_an_address_of_nobody(world: World) -> None:
    """An address that smq.yaml does not know is told, with the place to write it."""
    world.document(row())
    world.record("hugo.marchal")

    (found,) = world.found(RULE)

    assert "hugo.marchal@example.org, the address of nobody in smq.yaml" in shown(found)
    assert "under P02 in smq.yaml" in shown(found)


def test_an_address_in_capitals(world: World) -> None:
    """Addresses are compared without their case."""
    world.document(row())
    world.record("Hugo")

    assert world.all() == {}


def test_a_line_that_was_altered(world: World) -> None:
    """Whoever changes a date, a version or a name in a line is who wrote that line."""
    world.document(row(date="2027-02-19"))
    world.record("hugo", "2027-02-19")
    world.document(row())
    world.record("ines")

    (found,) = world.found(RULE)

    assert "Inès Vautrin recorded this line" in shown(found)


def test_a_line_written_otherwise(world: World) -> None:
    """Quotes, line breaks, the order of cells and a name for an identifier change no approval."""
    path = world.document(row())
    world.record("hugo")
    text = (world.repo.root / path).read_text(encoding="utf-8")
    cells = "".join(
        f"\n    {name}: '{cell}'" for name, cell in reversed(row(par="Hugo Marchal").items())
    )
    before, _key, after = text.partition("approbations:\n")
    rest = after.partition("---\n")[2]
    world.repo.write(path, f"{before}approbations:\n  -{cells}\n---\n{rest}".encode())
    world.record("ines", "2027-02-22")

    assert "'Hugo Marchal'" in (world.repo.root / path).read_text(encoding="utf-8")
    assert world.all() == {}


def test_a_line_put_back(world: World) -> None:
    """An approval that was taken out, and that somebody else puts back, is theirs."""
    world.document(row())
    world.record("hugo")
    world.document()
    world.record("hugo", "2027-02-21")
    world.document(row())
    world.record("ines", "2027-02-22")

    assert "on 2027-02-22" in shown(world.found(RULE)[0])


def test_a_moved_document(world: World) -> None:
    """A document that somebody else moves, and edits at once, keeps its approvals."""
    path = world.document(row(), body="Un texte.\n" * 20)
    world.record("hugo")
    text = (world.repo.root / path).read_text(encoding="utf-8")
    (world.repo.root / path).unlink()
    world.repo.write("documents/PRE/autre-nom é.md", text.replace("Un texte", "Autre").encode())
    world.record("ines", "2027-02-22")

    assert world.all() == {}


def test_a_line_copied_from_a_document_that_went(world: World) -> None:
    """A line without fingerprint that goes from one document to another is not the same line."""
    world.document(row(empreinte=None), code="PRE-PRO-002")
    world.record("hugo")
    (world.repo.root / "documents/PRE/PRE-PRO-002-document.md").unlink()
    world.document(row(empreinte=None))
    world.record("ines", "2027-02-21")

    assert "Inès Vautrin recorded this line" in shown(world.found(RULE)[0])


def test_merged_and_rebased(world: World) -> None:
    """A visa given on a branch stays its author's, merged or rebased by somebody else."""
    world.document()
    world.record("ines", "2027-02-17")
    world.git.start_branch("visa")
    world.document(row())
    world.record("hugo")
    world.git.go_to("main")
    world.document(code="PRE-PRO-002")
    world.record("ines", "2027-02-21")
    ines = {
        "GIT_COMMITTER_NAME": "ines",
        "GIT_COMMITTER_EMAIL": "ines@example.org",
        "GIT_COMMITTER_DATE": "2027-02-22T10:00:00+01:00",
    }
    world.git.start_branch("fusion")
    world.run("merge", "--quiet", "--no-edit", "visa", **ines)
    merged = world.all()
    world.git.go_to("visa")
    world.run("rebase", "--quiet", "main", **ines)

    assert world.git.run("log", "-1", "--format=%ae %ce") == "hugo@example.org ines@example.org"
    assert (merged, world.all()) == ({}, {})


def test_a_line_that_came_with_a_merge(world: World) -> None:
    """A line that neither side of a merge held was brought by whoever merged."""
    world.document()
    world.record("ines", "2027-02-17")
    world.git.start_branch("autre")
    world.document(body="Texte de la branche.")
    world.record("hugo", "2027-02-18")
    world.git.go_to("main")
    world.document(body="Texte d’ici.")
    world.record("ines", "2027-02-19")
    world.run("merge", "--quiet", "--no-commit", "--strategy=ours", "autre")
    world.document(row(), body="Texte des deux.")
    world.record("ines")

    assert "Inès Vautrin recorded this line" in shown(world.found(RULE)[0])


def test_an_earlier_version(world: World) -> None:
    """What readers no longer rely on is a warning."""
    world.document(row(version="1"), row(version="2"), version="2")
    world.record("ines")

    assert [f.severity for f in world.found(RULE)] == [Severity.WARNING, Severity.ERROR]


def test_approvals_outside_git_are_not_asked(world: World) -> None:
    """Paper is its own proof: whoever writes it down is not its author."""
    world.document(row(mode="papier"), row(mode="git"))
    world.record("hugo")
    world.document(row(mode="papier", date="2027-02-10"), row(mode="git"))
    world.record("ines", "2027-02-21")

    assert world.all() == {}


def test_an_address_of_the_proposal(world: World) -> None:
    """Compared with a base, addresses are those of the base: nobody takes Hugo's place."""
    world.git.start_branch("proposition")
    taken = {**PEOPLE, "P02": {**PEOPLE["P02"], "git": ["hugo@example.org", "autre@example.org"]}}
    world.repo.settings({"personnes": taken})
    world.document(row())
    world.record("autre")

    assert world.found(RULE) == []
    assert "autre@example.org" in shown(world.found(RULE, base="main")[0])


def test_a_platform_below_the_top(world: World) -> None:
    """The platform may lie anywhere in its repository."""
    inner = world.repo.root / "qualité"
    inner.mkdir()
    for name in ("smq.yaml", "referentiel"):
        (world.repo.root / name).rename(inner / name)
    world.repo.root = inner
    world.record("claire", "2027-01-06")
    world.document(row())
    world.record("ines")

    assert "Inès Vautrin recorded this line" in shown(world.found(RULE)[0])
