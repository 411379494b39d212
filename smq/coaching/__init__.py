"""The road to the label, session after session: expectations from facts, plan, brief. Pure."""

from smq.coaching.reading import (
    expectations,
    is_over,
    next_session,
    open_sessions,
    previous_session,
    remarks,
    sessions,
)
from smq.coaching.standing import standing, standings

__all__ = [
    "expectations",
    "is_over",
    "next_session",
    "open_sessions",
    "previous_session",
    "remarks",
    "sessions",
    "standing",
    "standings",
]
