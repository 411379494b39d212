"""The French catalogue: brought up to date from the sentences of the program, and compiled.

`python -m tests.i18n.catalogue` writes `smq.po` (new sentences arrive untranslated) and `smq.mo`.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

from smq import resources
from smq.render.typography import french
from tests.i18n.sentences import all_sentences

LANGUAGE = "fr"
FIXED = datetime(2027, 3, 1, tzinfo=UTC)
"""Both dates of the catalogue: they say nothing that git does not say."""


def po_file() -> Path:
    """Return the tracked catalogue."""
    return resources.catalogues() / LANGUAGE / "LC_MESSAGES" / "smq.po"


def mo_file() -> Path:
    """Return the tracked catalogue in the form that the program reads."""
    return po_file().with_suffix(".mo")


def read() -> Catalog:
    """Return the tracked catalogue."""
    with po_file().open("rb") as stream:
        return read_po(stream, locale=LANGUAGE, domain="smq")


def strings(catalogue: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return each msgid (with its plural) and its translations (singular, then plural)."""
    return {_texts(m.id): _texts(m.string) for m in catalogue if m.id}


def compiled(catalogue: Catalog) -> bytes:
    """Return the bytes of the `.mo` of a catalogue."""
    stream = BytesIO()
    write_mo(stream, catalogue)
    return stream.getvalue()


def read_compiled() -> Catalog:
    """Return what the tracked `.mo` holds."""
    with mo_file().open("rb") as stream:
        return read_mo(stream)


def fresh(known: dict[str, tuple[str, ...]]) -> Catalog:
    """Return the catalogue of today's sentences, with the translations known by their msgid."""
    catalogue = Catalog(
        locale=LANGUAGE,
        domain="smq",
        project="smq",
        version="0",
        msgid_bugs_address="The smq authors",
        header_comment="# French sentences of smq. To bring it up to date: make catalogues",
        creation_date=FIXED,
        revision_date=FIXED,
        last_translator="The smq authors",
        language_team="fr",
        fuzzy=False,
    )
    for order, sentence in enumerate(all_sentences(), 1):
        old = tuple(french(text) for text in known.get(sentence.text, ()))
        place = [(sentence.file, order)]
        if sentence.plural:
            both = old if len(old) == 2 else ("", "")
            catalogue.add((sentence.text, sentence.plural), both, locations=place)
        else:
            catalogue.add(sentence.text, old[0] if old else "", locations=place)
    return catalogue


def write(catalogue: Catalog) -> None:
    """Write both files of a catalogue."""
    stream = BytesIO()
    write_po(stream, catalogue, width=0, include_lineno=False, sort_by_file=True)
    po_file().parent.mkdir(parents=True, exist_ok=True)
    po_file().write_bytes(stream.getvalue())
    mo_file().write_bytes(compiled(read()))


def update() -> None:
    """Bring the catalogue up to date, and compile it."""
    known = strings(read()) if po_file().exists() else {}
    write(fresh({identifier[0]: texts for identifier, texts in known.items()}))


def _texts(text: str | Sequence[str] | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str | None) else tuple(text)


if __name__ == "__main__":
    update()
