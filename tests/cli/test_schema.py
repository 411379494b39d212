"""`smq schema`: one schema, the list of them, and the files where editors look."""

import json
import shutil
from pathlib import Path

import pytest

from smq.schemas import OF_A_KIT, SCHEMAS
from tests.cli.conftest import Git
from tests.cli.runner import Runner, files_of

EDITOR = ".vscode/settings.json"
WRITTEN = {f"referentiel/schemas/{name}.json" for name in SCHEMAS if name not in OF_A_KIT}


def test_without_a_name_all_are_listed(smq: Runner) -> None:
    """One line each, with the files that it is for; no platform is needed."""
    said = smq("schema")

    assert said.code == 0
    assert [line.split()[0] for line in said.out.splitlines()] == list(SCHEMAS)
    assert "smq.yaml" in said.out


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_printed(smq: Runner, name: str) -> None:
    """It is JSON with its title, and says of what draft it is."""
    printed = json.loads(smq("schema", name).out)

    assert printed["title"] == SCHEMAS[name].title
    assert printed["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_another_name_is_answered_with_the_nearest(smq: Runner) -> None:
    """Nothing is printed, and the command ends with 2."""
    said = smq("schema", "setings")

    assert (said.code, said.out) == (2, "")
    assert "There is no schema «setings»." in said.err
    assert "Nearest: settings." in said.err


def test_the_header_follows_the_types_of_the_platform(smq: Runner, demo: Path) -> None:
    """A type of one's own has its fields in the schema of headers."""
    (demo / "referentiel" / "types" / "NOT.yaml").write_text(
        "code: NOT\nchamps: [{nom: destinataire, type: texte}]\n", encoding="utf-8"
    )

    assert "destinataire" in smq("-C", "demo", "schema", "header").out
    assert "destinataire" not in smq("schema", "header").out


def test_init_writes_them_where_editors_look(demo: Path, git: Git) -> None:
    """Each schema that the editor is told of is there, and all are in the first version."""
    tied = json.loads((demo / EDITOR).read_text(encoding="utf-8"))["yaml.schemas"]
    tracked = set(git(demo, "ls-files").splitlines())

    assert {path.removeprefix("./") for path in tied} <= WRITTEN
    assert {*WRITTEN, EDITOR} <= tracked


def test_init_leaves_the_settings_of_an_editor(smq: Runner, tmp_path: Path) -> None:
    """A folder that was opened in VS Code becomes a platform, with the person's settings."""
    own = tmp_path / "demo" / EDITOR
    own.parent.mkdir(parents=True)
    own.write_text('{"editor.rulers": [100]}\n', encoding="utf-8")

    assert smq("init", "demo", "--yes", "--size", "minimal").code == 0

    assert own.read_text(encoding="utf-8") == '{"editor.rulers": [100]}\n'
    assert set(files_of(tmp_path / "demo")) >= WRITTEN


def test_writing_again_changes_nothing(smq: Runner, demo: Path) -> None:
    """What `init` wrote is what `--write` writes, whatever language the person speaks."""
    before = files_of(demo)

    said = smq("--lang", "en", "-C", "demo", "schema", "--write")

    assert (said.code, said.out, said.err) == (0, "", "")
    assert files_of(demo) == before


def test_a_dry_run_says_what_is_written(smq: Runner, demo: Path) -> None:
    """Nothing is written by it; then the same files are."""
    shutil.rmtree(demo / "referentiel" / "schemas")
    (demo / EDITOR).unlink()
    before = files_of(demo)

    shown = smq("-C", "demo", "schema", "--write", "--dry-run")

    assert files_of(demo) == before
    written = smq("-C", "demo", "schema", "--write").out.splitlines()
    assert set(written) == {*WRITTEN, EDITOR}
    assert [line for line in shown.out.splitlines() if line[0] != " "] == [
        f"creates {path}" for path in written
    ]


def test_own_settings_of_an_editor_stay(smq: Runner, demo: Path) -> None:
    """They are never changed: what to add is said, until it is there."""
    (demo / EDITOR).write_text("{}\n", encoding="utf-8")

    said = smq("-C", "demo", "schema", "--write")

    assert f"{EDITOR} is yours and stays as it is. Add to it:" in said.err
    assert (demo / EDITOR).read_text(encoding="utf-8") == "{}\n"
    added = said.err.partition("\n")[2]
    (demo / EDITOR).write_text(f"{{{added}}}\n", encoding="utf-8")
    json.loads((demo / EDITOR).read_text(encoding="utf-8"))
    assert smq("-C", "demo", "schema", "--write").err == ""


def test_a_name_and_write_are_one_too_many(smq: Runner, demo: Path) -> None:
    """All are written together: an editor needs each of them."""
    said = smq("-C", "demo", "schema", "settings", "--write")

    assert said.code == 2
    assert "not «settings» alone" in said.err


def test_the_sentences_are_in_the_language_of_the_platform(smq: Runner, demo: Path) -> None:
    """What an editor shows of a key of a French platform does not depend on who wrote it."""
    schema = json.loads((demo / "referentiel/schemas/settings.json").read_text(encoding="utf-8"))
    french = json.loads(smq("--lang", "fr", "schema", "settings").out)

    assert schema == french
