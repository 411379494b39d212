"""Where the sheets that smq makes for a row are filed: with the records of the row's process."""

from smq.load.filed import FOLDER
from smq.model import QualitySystem


def sheet_path(table: str, name: str, system: QualitySystem) -> str:
    """Return the POSIX path of a sheet, by the process of the document that describes its table.

    Without such a document the folder is called after the table.

    Args:
        table: whose row the sheet belongs to.
        name: of the file, without its ending.
        system: the platform.
    """
    register = system.registers.get(table)
    model = register.schema.model if register else None
    process = next(
        (d.process for d in system.documents if model and _model_of(d.model) == model), None
    )
    return f"{FOLDER}/{process or table}/{name}.docx"


def _model_of(written: str | None) -> str | None:
    """Return a model without the name of its kit."""
    return written.rpartition("/")[2] if written else None
