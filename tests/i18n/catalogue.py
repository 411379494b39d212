"""Every sentence of the program, and the catalogues made from them.

`python -m tests.i18n.catalogue` brings `smq.po` up to date (new sentences arrive untranslated) and compiles `smq.mo`.
"""

import inspect
from importlib import import_module
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import smq
from smq import cli, resources
from smq.cli.help import paragraphs
from smq.load.yaml import REASONS
from smq.rules import FAMILIES, all_rules

PACKAGE = Path(smq.__file__).parent
LANGUAGES = ("fr",)


def messages() -> Catalog:
    """Return the catalogue of all msgids, untranslated."""
    found = Catalog(domain="smq", charset="utf-8")
    for file, _line, message, _comments, _context in extract_from_dir(
        str(PACKAGE), method_map=[("**.py", "python")], keywords={"_": None}
    ):
        found.add(message, locations=[(file, 0)])
    for one, many in _plurals():
        found.add((one, many))
    for text in (*_rule_texts(), *_command_texts(), *FAMILIES.values(), *REASONS):
        if text:
            found.add(text)
    return found


def _plurals() -> list[tuple[str, str]]:
    """Return the pairs of `translate.plural(_("one"), _("many"), …)` and of rules with a plural."""
    import ast

    pairs = [(r.message, r.plural) for r in all_rules() if r.plural]
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "plural":
                texts = [_marked(argument) for argument in node.args[:2]]
                if len(texts) == 2 and all(texts):
                    pairs.append((str(texts[0]), str(texts[1])))
    return pairs


def _marked(node: object) -> str | None:
    import ast

    if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
        return str(node.args[0].value)
    return None


def _rule_texts() -> list[str]:
    docs = [rule.documentation for rule in all_rules()]
    return [text for doc in docs for text in (doc.summary, doc.why, doc.fix, doc.source)]


def _command_texts() -> list[str]:
    modules = [import_module(f"smq.cli.{name}") for name in cli.COMMANDS]
    return [
        text for module in modules for text in paragraphs(inspect.getdoc(module.command))
    ]


def po_file(language: str) -> Path:
    """Return the tracked catalogue of a language."""
    return resources.catalogues() / language / "LC_MESSAGES" / "smq.po"


def read(language: str) -> Catalog:
    """Return the tracked catalogue of a language."""
    with po_file(language).open("rb") as stream:
        return read_po(stream, locale=language, domain="smq")


def compiled(catalogue: Catalog) -> bytes:
    """Return the bytes of the `.mo` of a catalogue."""
    stream = BytesIO()
    write_mo(stream, catalogue)
    return stream.getvalue()


def update(language: str) -> None:
    """Bring the catalogue of a language up to date, and compile it."""
    file = po_file(language)
    known = read(language) if file.exists() else Catalog(locale=language)
    fresh = Catalog(locale=language, domain="smq", charset="utf-8", project="smq", version="")
    fresh.header_comment = "# French sentences of smq."
    for message in sorted(messages(), key=lambda m: str(m.id)):
        if not message.id:
            continue
        old = known.get(message.id) or _by_singular(known, message.id)
        fresh.add(message.id, string=_kept(message.id, old.string if old else None))
    fresh.creation_date = fresh.revision_date = "2026-11-24 00:00+0000"
    stream = BytesIO()
    write_po(stream, fresh, width=0, no_location=True, omit_header=False)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(stream.getvalue())
    file.with_suffix(".mo").write_bytes(compiled(read(language)))


def _by_singular(known: Catalog, identifier: object) -> object:
    one = identifier[0] if isinstance(identifier, tuple | list) else identifier
    return next((m for m in known if (m.id[0] if isinstance(m.id, tuple | list) else m.id) == one), None)


def _kept(identifier: object, string: object) -> object:
    plural = isinstance(identifier, tuple | list)
    if plural:
        return tuple(string) if isinstance(string, tuple | list) else ("", "")
    return string if isinstance(string, str) else ""


if __name__ == "__main__":
    for name in LANGUAGES:
        update(name)
