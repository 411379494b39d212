"""The only code that knows where templates, kits and message catalogues lie."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def _data(name: str) -> Path:
    """Return the data folder of that name: inside the wheel, else beside the checkout."""
    installed = _PACKAGE / "_data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def kits() -> Path:
    """Return the folder that holds one folder a kit."""
    return _data("kits")


def templates() -> Path:
    """Return the folder of looks and pipelines: Word template, fonts, files for forges."""
    return _data("templates")


def pipeline(forge: str, language: str) -> Path:
    """Return the pipeline that a forge is given, explained in a language."""
    return templates() / "ci" / f"{forge}.{language}.yml"


def catalogues() -> Path:
    """Return the folder of gettext catalogues."""
    return _PACKAGE / "locale"
