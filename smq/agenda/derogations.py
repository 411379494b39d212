"""When recorded derogations end."""

from collections.abc import Iterator

from smq.agenda.wording import called
from smq.i18n import _
from smq.model import Location, QualitySystem
from smq.model.due import Due
from smq.root import FILE_NAME

KIND = "derogation"
WARNING = 60


def dates(system: QualitySystem) -> Iterator[Due]:
    """Yield the last day of each derogation of the settings that has one."""
    for derogation in system.settings.derogations:
        if derogation.end is None:
            continue
        types = ", ".join(derogation.types) or "*"
        yield Due(
            date=derogation.end,
            kind=KIND,
            title=_("End of the derogation «{rule}» ({types})"),
            ref=f"derogation:{derogation.rule}:{types}",
            location=Location(FILE_NAME),
            values={"rule": derogation.rule, "types": types},
            person=derogation.by,
            name=called(derogation.by, system),
            warnings=(WARNING,),
        )
