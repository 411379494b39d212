"""Tables of the kit, filled in a few lines, as an index of rows."""

from smq.tracing import Index
from tests.conftest import Repo
from tests.rules.traceability.world import write_schemas, write_table


def index_of(repo: Repo, **tables: str) -> Index:
    """Return the rows of these tables: a heading, then rows, as text with `;`."""
    write_schemas(repo)
    for name, rows in tables.items():
        write_table(repo, name, rows)
    return Index(repo.system().registers)
