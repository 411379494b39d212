"""What a document of the kit says once processes are merged at `init`."""

from collections.abc import Mapping
from typing import Any


def join(header: dict[str, Any], other: Mapping[str, Any]) -> None:
    """Add to the lists of a process sheet what the sheet of a process that it takes over says."""
    for key, value in other.items():
        held = header.get(key)
        if isinstance(value, list):
            listed = held if isinstance(held, list) else []
            header[key] = [*listed, *(item for item in value if item not in listed)]
        elif isinstance(value, dict) and isinstance(held, dict):
            join(held, value)


def follow_merges(header: dict[str, Any], process: str, merges: Mapping[str, str]) -> None:
    """Name the process that takes over in tables of a header; no row of a sheet names its own."""
    for key, value in header.items():
        if not isinstance(value, list):
            continue
        rows = []
        for row in value:
            named = row.get("processus") if isinstance(row, dict) else None
            if isinstance(named, str) and isinstance(row, dict):
                into = merges.get(named, named)
                if into == process and (named in merges or process in merges.values()):
                    continue
                rows.append({**row, "processus": into})
            else:
                rows.append(row)
        header[key] = rows


def followed_paths(body: str, merges: Mapping[str, str]) -> str:
    """Return a text where the folder of records of a process that goes is that of the other."""
    for merged, into in merges.items():
        body = body.replace(f"enregistrements/{merged}/", f"enregistrements/{into}/")
    return body
