"""Pages that tests render: together they use every part of the renderer."""

import struct
import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path

from smq import resources
from smq.i18n import Translator
from smq.render.docx import Rendered, render
from smq.render.page import (
    Box,
    FormField,
    Grid,
    Page,
    Picture,
    Prose,
    Related,
    Revision,
    Target,
    Turtle,
    Visa,
)

HERE = Path(__file__).parent
ENGLISH = Translator("en")
TEMPLATE = (resources.templates() / "docx" / "modele.docx").read_bytes()

FORM = Target("PRE-FOR-001", "Fiche de demande", "PRE-FOR-001_v01_fiche-de-demande.docx")
CLAIM = Target("PRE-PRO-002", "Traiter une réclamation")
MANUAL = Target("PIL-MAN-001", "Manuel de la qualité", "PIL-MAN-001_v01_manuel.docx")
LINKS = {
    "PRE-FOR-001": FORM,
    "Fiche de demande": FORM,
    "../PRE/fiche.md": FORM,
    "PRE-PRO-002": CLAIM,
}


def png(width: int = 40, height: int = 20) -> bytes:
    """Return a picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + checksum

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = b"".join(b"\0" + b"\x1f\x38\x64" * width for _ in range(height))
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def page(**changes: object) -> Page:
    """Return a small procedure in force, with these changes."""
    small = Page(
        language="fr",
        platform="Plateforme de spectroscopie",
        acronym="SPE",
        code="PRE-PRO-001",
        title="Traiter une prestation",
        type_label="Procédure",
        process_label="PRE – Réaliser les prestations",
        version_label="2",
        status_label="Applicable",
        effective="01/03/2027",
        next_review="01/03/2029",
        audience="interne",
        modified=date(2027, 3, 1),
    )
    return replace(small, **changes)  # type: ignore[arg-type]


def set_page(**changes: object) -> Rendered:
    """Return that procedure set in the default template."""
    return render(page(**changes), TEMPLATE, ENGLISH)


def every_page() -> dict[str, Page]:
    """Return name → page, covering every feature."""
    visas = (
        Visa("Rédigé par", "Élodie Lefèvre", "Responsable qualité", "02/11/2026"),
        Visa("Approuvé par", "Dr Œdipe Çelik", "Directeur", "24/11/2026", "signé"),
    )
    history = (
        Revision("2", "24/11/2026", "É. Lefèvre", "Seuil < 5 % & > 2 %"),
        Revision("1", "15/01/2026", "J.-N. Peña", "Création"),
    )
    front = page(visas=visas, history=history, author="Élodie Lefèvre")
    related = (Related("Cite", (FORM, CLAIM)), Related("Cité par", (MANUAL,)))
    return {
        "rich": replace(
            front,
            body=(HERE / "rich.md").read_text(encoding="utf-8"),
            links=LINKS,
            pictures={"img/cycle.png": png()},
            related=related,
            logo=png(),
        ),
        "process-sheet": replace(front, before=_process_sheet(), links=LINKS, related=related),
        "form": replace(front, body="## Consignes\n\nÀ remettre.", form=_form(), related=related),
        "landscape-draft": replace(
            front, body="## Liste\n\nTexte.", landscape=True, watermark="PROJET", language="en"
        ),
        "bare": page(),
    }


def _process_sheet() -> tuple[Grid | Turtle | Picture | Prose, ...]:
    return (
        Grid("", (), (("Pilote", "Élodie **Lefèvre**"), ("Finalité", "Répondre\nvite")), True),
        Turtle(
            "Schéma en tortue",
            "PRE – Réaliser",
            Box("Entrées", ("Demande", "Échantillons")),
            Box("Sorties", ("Rapport",)),
            Box("Avec qui", ()),
            Box("Avec quoi", ("Spectromètre",)),
            Box("Comment", ("PRE-FOR-001",)),
            Box("Combien", ("Délai",)),
        ),
        Grid("SIPOC", ("Fournisseurs", "Entrées"), (("Usager", "Demande"),), widths=(1, 3)),
        Picture(png(), "Carte des processus", 4.0, "Carte des processus"),
        Prose("## Interactions\n\nTexte[^1].\n\n[^1]: Note."),
    )


def _form() -> tuple[FormField, ...]:
    kinds = ("texte", "texte_long", "nombre", "date", "case", "signature")
    simple = tuple(
        FormField("Identification", kind, f"Champ {kind}", kind, kind == "date", "Aide")
        for kind in kinds
    )
    choices = ("Équipe hôte", "Partenaire")
    return (
        *simple,
        FormField("Identification", "categorie", "Catégorie", "choix", choices=choices),
        FormField("Remise", "objets", "Objets", "tableau", columns=("Repère", "État"), rows=2),
    )
