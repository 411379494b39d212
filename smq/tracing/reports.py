"""The reports of an analysis, and which of them is in use."""

from datetime import date

from smq.model.table import Row
from smq.tracing.index import Index


def reports_of(analysis: Row, index: Index) -> tuple[Row, ...]:
    """Return all the reports of an analysis."""
    return index.naming("rapports", "analyse", analysis.key) if analysis.key else ()


def current_reports(analysis: Row, index: Index) -> tuple[Row, ...]:
    """Return the reports of an analysis that no other report replaces."""
    return tuple(
        report
        for report in reports_of(analysis, index)
        if not report.key or not index.naming("rapports", "remplace", report.key)
    )


def sent_days(analysis: Row, index: Index) -> tuple[tuple[date, Row], ...]:
    """Return the days on which reports were sent, the first one first."""
    found = [
        (day, report) for report in reports_of(analysis, index) if (day := report.day("date_envoi"))
    ]
    return tuple(sorted(found, key=lambda sent: sent[0]))
