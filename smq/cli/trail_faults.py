"""What `smq check` finds in the rows of dossiers, for the commands that show dossiers."""

from collections.abc import Sequence

from smq import check as engine
from smq.check import Choice
from smq.model import QualitySystem
from smq.model.trail import Trail
from smq.tracing.faults import with_faults

_FAMILIES = ("REG", "TRC")


def checked(trails: Sequence[Trail], system: QualitySystem) -> tuple[Trail, ...]:
    """Return dossiers that tell what the rules find in their rows.

    An evaluator who is shown that nothing is missing must not find otherwise.

    Args:
        trails: as walked.
        system: the platform, its registers read.
    """
    return with_faults(trails, engine.run(system, Choice(select=_FAMILIES))) if trails else ()
