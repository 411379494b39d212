"""Every code that any branch ever held."""

import shutil

import pytest

from smq import vcs
from smq.errors import SmqError
from smq.model import Codification
from smq.numbering import next_code
from tests.conftest import Repo
from tests.git import GitRepo
from tests.vcs.platform import CODES, given_codes


def test_no_repository(repo: Repo) -> None:
    """Outside git there is no history, and no fault."""
    assert vcs.codes_ever_given(repo.root, CODES) == ((), False)
    assert not (repo.root / ".smq").exists()


def test_no_commit(repo: Repo, git: GitRepo) -> None:
    """In a repository without a commit no code was given."""
    repo.document("PRE-PRO-001")

    assert given_codes(repo) == []


def test_every_branch(repo: Repo, git: GitRepo) -> None:
    """Codes of other branches and of remote-tracking branches count."""
    repo.document("PRE-PRO-001")
    git.commit()
    git.start_branch("autre")
    repo.document("PRE-PRO-002")
    git.commit()
    git.start_branch("distante")
    repo.document("PRE-PRO-003")
    distant = git.commit()
    git.go_to("main")
    git.run("update-ref", "refs/remotes/origin/distante", distant)
    git.run("branch", "-D", "distante")

    assert given_codes(repo) == ["PRE-PRO-001", "PRE-PRO-002", "PRE-PRO-003"]
    assert next_code(repo.system(), "PRO", "PRE", given_codes(repo)) == "PRE-PRO-004"


def test_commit_without_a_branch(repo: Repo, git: GitRepo) -> None:
    """A commit that only HEAD holds counts."""
    repo.document("PRE-PRO-001")
    git.commit()
    git.run("switch", "--quiet", "--detach")
    repo.document("PRE-PRO-002")
    git.commit()

    assert given_codes(repo) == ["PRE-PRO-001", "PRE-PRO-002"]


def test_deleted_and_renamed(repo: Repo, git: GitRepo) -> None:
    """Deleted files and former names keep their numbers taken."""
    path = repo.document("PRE-PRO-001")
    git.commit()
    (repo.root / path).unlink()
    git.commit()
    repo.document("PRE-PRO-002")
    git.commit()
    git.run("mv", "documents/PRE/PRE-PRO-002-document.md", "documents/PRE/PRE-PRO-003-document.md")
    git.commit()

    assert given_codes(repo) == ["PRE-PRO-001", "PRE-PRO-002", "PRE-PRO-003"]


@pytest.mark.parametrize(
    "alias",
    [
        "alias: [PRE-PRO-007, 'PRE-PRO-008']",
        "alias: PRE-PRO-007 # et PRE-PRO-008",
        "alias:\n  - PRE-PRO-007\n  - PRE-PRO-008",
        "alias:\n- PRE-PRO-007\n- PRE-PRO-008",
        'code: "PRE-PRO-007"\nalias: PRE-PRO-008',
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_codes_in_headers(repo: Repo, git: GitRepo, alias: str, newline: str) -> None:
    """Codes and aliases that a header held in any commit count, in every writing."""
    text = f"---\ntitre: T\n{alias}\nliens: [PRE-FOR-099]\n---\n\nVoir PRE-PRO-099.\n"
    path = repo.write("documents/PRE/a.md", text.replace("\n", newline).encode())
    git.commit()
    (repo.root / path).write_text("---\ntitre: T\n---\n", encoding="utf-8")
    git.commit()

    assert given_codes(repo) == ["PRE-PRO-007", "PRE-PRO-008"]


def test_alias_added_to_a_list(repo: Repo, git: GitRepo) -> None:
    """An item added later to a list of aliases counts."""
    repo.write("documents/PRE/a.md", "---\nalias:\n  - PRE-PRO-007\ntitre: T\n---\n")
    git.commit()
    repo.write(
        "documents/PRE/a.md", "---\nalias:\n  - PRE-PRO-007\n  - PRE-PRO-009\ntitre: T\n---\n"
    )
    git.commit()

    assert given_codes(repo) == ["PRE-PRO-007", "PRE-PRO-009"]


def test_merge(repo: Repo, git: GitRepo) -> None:
    """A code written while merging, on neither branch, counts."""
    repo.write("documents/PRE/a.md", "---\ncode: PRE-PRO-001\n---\n")
    git.commit()
    git.start_branch("autre")
    repo.write("documents/PRE/a.md", "---\ncode: PRE-PRO-002\n---\n")
    git.commit()
    git.go_to("main")
    repo.write("documents/PRE/a.md", "---\ncode: PRE-PRO-003\n---\n")
    git.commit()
    git.run("merge", "--quiet", "--no-commit", "--strategy", "ours", "autre")
    repo.write("documents/PRE/a.md", "---\ncode: PRE-PRO-004\nalias:\n  - PRE-PRO-005\n---\n")
    repo.write("documents/PRE/PRE-PRO-006-fusion.md", "---\ntitre: T\n---\n")
    git.commit()
    repo.write("documents/PRE/a.md", "---\ncode: PRE-PRO-001\n---\n")
    git.commit()

    assert given_codes(repo) == [f"PRE-PRO-00{n}" for n in range(1, 7)]


def test_a_branch_whose_work_was_not_kept(repo: Repo, git: GitRepo) -> None:
    """A merge that kept nothing of a branch, deleted since, keeps its numbers all the same."""
    repo.write("documents/PRE/a.md", "---\ncode: PRE-PRO-001\n---\n")
    git.commit()
    git.start_branch("autre")
    repo.write("documents/PRE/b.md", "---\ncode: PRE-PRO-002\n---\n")
    git.commit()
    git.go_to("main")
    repo.write("ailleurs.txt", "x\n")
    git.commit()
    git.run("merge", "--quiet", "--no-edit", "--strategy", "ours", "autre")
    git.run("branch", "--delete", "--force", "autre")

    assert given_codes(repo) == ["PRE-PRO-001", "PRE-PRO-002"]


@pytest.mark.parametrize(
    "path",
    [
        "documents/PRE/PRE-PRO-001-préparer.md",
        "documents/Prélèvement et pesée/PRE-PRO-001 – préparer.md",
        "documents/PRE/PRE-PRO-001 «essai».md",
        'documents/PRE/PRE-PRO-001-"essai".md',
        "ailleurs/PRE-PRO-001.MD",
        "PRE-PRO-001-\tx.md",
    ],
)
def test_names_that_git_quotes(repo: Repo, git: GitRepo, path: str) -> None:
    """A name with accents, spaces or quotes, in any folder, tells its code."""
    repo.write(path, "---\ntitre: T\n---\n")
    git.commit()

    assert given_codes(repo) == ["PRE-PRO-001"]


@pytest.mark.parametrize("raw", [b"", b"\0\xff", "\ufeff---\ncode: x\n---\n".encode("utf-16")])
def test_file_that_git_does_not_show(repo: Repo, git: GitRepo, raw: bytes) -> None:
    """An empty or a binary file has given its number too."""
    repo.write("documents/PRE/PRE-PRO-001-a.md", raw)
    git.commit()

    assert given_codes(repo) == ["PRE-PRO-001"]


def test_code_in_a_binary_file(repo: Repo, git: GitRepo) -> None:
    """A null byte somewhere in a text does not hide its code."""
    repo.write("documents/PRE/a.md", b"---\ncode: PRE-PRO-001\n---\n\0\n")
    git.commit()

    assert given_codes(repo) == ["PRE-PRO-001"]


def test_code_with_an_accent(repo: Repo, git: GitRepo) -> None:
    """A code that is not plain ASCII is read in a file name as it is written."""
    codes = Codification("{type}-N°{numero:03}", types=("PROCÉDURE",))
    repo.write("documents/PROCÉDURE-N°007.md", "---\ntitre: T\n---\n")
    git.commit()

    assert vcs.codes_ever_given(repo.root, codes)[0] == ("PROCÉDURE-N°007",)


def test_configuration_of_the_user(
    repo: Repo,
    git: GitRepo,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Nothing that a user set for their own reading of diffs changes what is found."""
    config = tmp_path_factory.mktemp("maison") / "gitconfig"
    config.write_text(
        "[diff]\n noprefix = true\n mnemonicPrefix = true\n renames = copies\n relative = true\n"
        " external = false\n wordRegex = .\n"
        "[color]\n ui = always\n[log]\n showRoot = false\n showSignature = true\n decorate = full\n"
        "[core]\n quotePath = true\n[format]\n pretty = medium\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    repo.write("documents/PRE/PRE-PRO-001-é.md", "---\ncode: PRE-PRO-002\n---\n")
    git.commit()

    assert given_codes(repo) == ["PRE-PRO-001", "PRE-PRO-002"]


def test_platform_in_a_folder_of_the_repository(repo: Repo, git: GitRepo) -> None:
    """A platform that is a folder of a larger repository finds the numbers of files moved since."""
    repo.write("PRE-PRO-002-avant.md", "---\ntitre: T\n---\n")
    git.commit()
    folder = repo.root / "qualité et sécurité"
    folder.mkdir()
    (repo.root / "PRE-PRO-002-avant.md").rename(folder / "a.md")
    shutil.move(repo.root / "smq.yaml", folder / "smq.yaml")
    git.commit()

    assert vcs.codes_ever_given(folder, CODES) == (("PRE-PRO-002",), False)
    assert (folder / ".smq/numbers.json").is_file()


def test_shallow_clone(repo: Repo, git: GitRepo, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A clone without its past numbers from what it has, and says that it is not whole."""
    repo.document("PRE-PRO-001")
    git.commit()
    (repo.root / "documents/PRE/PRE-PRO-001-document.md").unlink()
    repo.document("PRE-PRO-002")
    git.commit()
    clone = tmp_path_factory.mktemp("copie") / "plateforme"
    git.run("clone", "--quiet", "--depth", "1", f"file://{repo.root}", str(clone))

    assert vcs.codes_ever_given(clone, CODES) == (("PRE-PRO-002",), True)

    GitRepo(clone).run("fetch", "--quiet", "--unshallow")
    assert vcs.codes_ever_given(clone, CODES) == (("PRE-PRO-001", "PRE-PRO-002"), False)


def test_second_work_tree(
    repo: Repo, git: GitRepo, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """In a second work tree `.git` is a file: history and shallowness are found behind it."""
    repo.document("PRE-PRO-001")
    git.commit()
    git.run("clone", "--quiet", "--bare", "--depth", "1", f"file://{repo.root}", "../nu.git")
    second = tmp_path_factory.mktemp("second") / "arbre"
    GitRepo(repo.root.parent / "nu.git").run("worktree", "add", "--quiet", str(second))

    assert (second / ".git").is_file()
    assert vcs.codes_ever_given(second, CODES) == (("PRE-PRO-001",), True)
    assert vcs.git_folder(second / "documents") == second / ".git"


def test_foreign_keys(repo: Repo, git: GitRepo) -> None:
    """In a tree with its own keys the code is read under their name."""
    repo.write("a.md", "---\ndoc_id: PRE-PRO-001\ncode: PRE-PRO-009\n---\n")
    git.commit()

    assert vcs.codes_ever_given(repo.root, CODES, {"code": "doc_id"})[0] == ("PRE-PRO-001",)


def test_git_that_is_none(repo: Repo) -> None:
    """A `.git` that git does not recognise is one sentence, not a fault of smq."""
    (repo.root / ".git").mkdir()

    with pytest.raises(SmqError, match=r"a \.git that git does not recognise"):
        given_codes(repo)
