"""Headers of documents that were approved and published, one version after the other."""

from typing import Any

VERIFIED = "2027-01-15"
"""When the document that cites was approved."""


def approved(version: str, day: str, applied: str | None = None, **more: object) -> dict[str, Any]:
    """Return the header of a document in force, approved on a day; earlier versions are told."""
    whole = int(version.partition(".")[0])
    earlier = [
        {"version": str(n), "date": f"2026-0{n}-01", "objet": f"Pas {n}"} for n in range(1, whole)
    ]
    last = {"version": str(whole), "date": applied or day, "objet": "Délais"}
    record = {"version": str(whole), "par": "P02", "role": "approbateur", "date": day}
    return {
        "version": version,
        "statut": "applicable",
        "date_application": applied or day,
        "redacteur": "P03",
        "approbateur": "P02",
        "approbations": [record],
        "historique": [*earlier, last],
        **more,
    }


def corrected(header: dict[str, Any], day: str) -> dict[str, Any]:
    """Return the header of a document after a slip of the pen was corrected, on a day."""
    version = f"{header['version']}.1"
    record = {**header["approbations"][0], "version": version, "date": day}
    row = {"version": version, "date": day, "objet": "Coquille"}
    return {
        **header,
        "version": version,
        "date_application": day,
        "approbations": [*header["approbations"], record],
        "historique": [*header["historique"], row],
    }


def confirmation(target: str, version: str, day: str) -> dict[str, str]:
    """Return a line of `confirmations`."""
    return {"cible": target, "version": version, "date": day, "par": "P03"}


def review(version: str, day: str, result: str = "inchange") -> dict[str, str]:
    """Return a line of `revues`."""
    return {"version": version, "date": day, "par": "P03", "resultat": result}
