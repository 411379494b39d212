"""The wheel holds all it needs: built, installed beside nothing of the checkout, and used."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent


def run(*words: str | Path, cwd: Path, env: dict[str, str] | None = None) -> str:
    """Run a program; return its output, show everything when it fails."""
    done = subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a wheel built from the checkout, with the tools already installed."""
    folder = tmp_path_factory.mktemp("dist")
    command = ("-m", "build", "--wheel", "--no-isolation", "--outdir", folder, PROJECT)
    run(sys.executable, *command, cwd=folder)
    (built,) = folder.glob("smq-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the `smq` of a fresh environment that holds the wheel.

    No network: the libraries are those of the environment of the tests, seen through a `.pth` file.
    That file is not followed into the libraries' own `.pth` files, so the editable install of the
    checkout stays unseen; what answers to `import smq` is the wheel and nothing else.
    """
    folder = tmp_path_factory.mktemp("env")
    venv.create(folder, with_pip=False)
    names = {"base": str(folder), "platbase": str(folder)}
    site = Path(sysconfig.get_path("purelib", scheme="venv", vars=names))
    libraries = [sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    (site / "libraries.pth").write_text("\n".join(dict.fromkeys(libraries)), encoding="utf-8")
    command = ("-m", "pip", "--python", folder, "install", "--no-deps", "--no-index", wheel)
    run(sys.executable, *command, cwd=folder)
    return Path(sysconfig.get_path("scripts", scheme="venv", vars=names)) / "smq"


def test_the_wheel_holds_the_data_and_no_test(wheel: Path) -> None:
    """Kits, the Word template, fonts and catalogues travel; the checkout's own folders do not."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()

    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"smq"}
    for name in (
        "smq/_data/kits/infra-plus/kit.yaml",
        "smq/_data/templates/docx/modele.docx",
        "smq/_data/templates/fonts/DejaVuSans.ttf",
        "smq/cli/check.py",
    ):
        assert name in names
    for folder, packed in (("kits", "smq/_data/kits/"), ("smq", "smq/")):
        for file in (PROJECT / folder).rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                assert packed + file.relative_to(PROJECT / folder).as_posix() in names


def test_init_and_check_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    """Far from the checkout, a platform is made, checked and drawn by the installed program."""
    env = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        "HOME": str(tmp_path),
        "SMQ_LANG": "en",
        "SMQ_DATE": "2027-03-01",
        "GIT_CONFIG_GLOBAL": "/dev/null",
        **{f"GIT_{who}_NAME": "Inès Vautrin" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "ines@example.org" for who in ("AUTHOR", "COMMITTER")},
    }
    python = installed.parent / "python"
    place = run(python, "-c", "import smq; print(smq.__file__)", cwd=tmp_path, env=env)
    assert Path(place).is_relative_to(installed.parent.parent)
    assert not Path(place).is_relative_to(PROJECT)

    run(installed, "init", "demo", "--yes", cwd=tmp_path, env=env)
    report = run(installed, "-C", "demo", "check", "--format", "json", cwd=tmp_path, env=env)
    drawn = run(installed, "-C", "demo", "map", cwd=tmp_path, env=env)

    assert '"errors": 0' in report
    assert "<svg" in drawn
    assert (tmp_path / "demo" / "documents" / "PRE").is_dir()
