"""The header of a new document, its keys in the order people expect."""

from collections.abc import Mapping
from typing import Any

from smq.operations.yaml_text import dump, quoted

ORDER = (
    "id",
    "code",
    "type",
    "titre",
    "processus",
    "version",
    "statut",
    "date_application",
    "prochaine_revue",
    "redacteur",
    "verificateur",
    "approbateur",
    "approbations",
    "historique",
    "refus",
    "revues",
    "confirmations",
    "liens",
    "diffusion",
    "criteres",
    "alias",
    "modele",
    "plateaux",
    "original",
    "genere",
    "contenu",
    "tables",
    "registre",
    "rempli_par",
    "remis_a",
    "champs",
)


def new_document(
    *,
    identity: str,
    code: str,
    type_: str,
    title: str,
    process: str | None,
    extra: Mapping[str, Any],
    body: str,
) -> bytes:
    """Return the bytes of a new draft: `code`, `titre` and `statut` on one line each.

    What `extra` says of the same fields is left out: a skeleton gives neither code nor state.
    """
    own: dict[str, Any] = {
        "id": identity,
        "code": code,
        "type": type_,
        "titre": title,
        "processus": process,
        "version": quoted(""),
        "statut": "projet",
        "date_application": None,
        "redacteur": None,
        "verificateur": None,
        "approbateur": None,
    }
    values = {**own, **{name: value for name, value in extra.items() if name not in own}}
    if process is None:
        del values["processus"]
    first = [name for name in ORDER if name in values]
    rest = [name for name in values if name not in ORDER]
    header = dump({name: values[name] for name in (*first, *rest)})
    text = f"---\n{header}---\n"
    return (f"{text}\n{body}" if body else text).encode()
