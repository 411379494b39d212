"""What a Word template and `smq` agree on: names of styles, of fields and of markers."""

from enum import StrEnum


class Style(StrEnum):
    """Names of styles as Word shows them; found whatever their case."""

    NORMAL = "Normal"
    TITLE = "Title"
    CAPTION = "Caption"
    LIST_BULLET = "List Bullet"
    LIST_NUMBER = "List Number"
    LIST_CONTINUE = "List Continue"
    FOOTNOTE_TEXT = "footnote text"
    FOOTNOTE_REFERENCE = "footnote reference"
    STRONG = "Strong"
    EMPHASIS = "Emphasis"
    HYPERLINK = "Hyperlink"
    PLACEHOLDER = "Placeholder Text"
    FRONT_HEADING = "SMQ Rubrique"
    CODE = "SMQ Code"
    INLINE_CODE = "SMQ Code en ligne"
    QUOTE = "SMQ Citation"
    CELL = "SMQ Cellule"
    SMALL = "SMQ Cellule serrée"
    TASK = "SMQ Tâche"
    TERM = "SMQ Terme"
    DEFINITION = "SMQ Définition"
    FIGURE = "SMQ Figure"
    RULE = "SMQ Filet"
    GAP = "SMQ Espace"
    HELP = "SMQ Aide"
    LABEL = "SMQ Libellé"
    TO_COMPLETE = "SMQ À compléter"
    BOX_TITLE = "SMQ Boîte titre"
    BOX = "SMQ Boîte"
    CENTRE = "SMQ Centre"
    TABLE = "SMQ Tableau"
    SHEET = "SMQ Fiche"
    FORM = "SMQ Formulaire"


HEADINGS = tuple(f"heading {level}" for level in range(1, 7))
CONTENTS = tuple(f"toc {level}" for level in range(1, 4))

PARAGRAPHS: tuple[str, ...] = (
    Style.NORMAL,
    Style.TITLE,
    *HEADINGS,
    *CONTENTS,
    Style.CAPTION,
    Style.LIST_BULLET,
    Style.LIST_NUMBER,
    Style.LIST_CONTINUE,
    Style.FOOTNOTE_TEXT,
    Style.FRONT_HEADING,
    Style.CODE,
    Style.QUOTE,
    Style.CELL,
    Style.SMALL,
    Style.TASK,
    Style.TERM,
    Style.DEFINITION,
    Style.FIGURE,
    Style.RULE,
    Style.GAP,
    Style.HELP,
    Style.LABEL,
    Style.BOX_TITLE,
    Style.BOX,
    Style.CENTRE,
)
CHARACTERS: tuple[str, ...] = (
    Style.STRONG,
    Style.EMPHASIS,
    Style.HYPERLINK,
    Style.PLACEHOLDER,
    Style.FOOTNOTE_REFERENCE,
    Style.INLINE_CODE,
    Style.TO_COMPLETE,
)
TABLES: tuple[str, ...] = (Style.TABLE, Style.SHEET, Style.FORM)

IN_FRENCH: dict[str, str] = {
    Style.TITLE: "Titre",
    **{name: f"Titre {name[-1]}" for name in HEADINGS},
    **{name: f"TM {name[-1]}" for name in CONTENTS},
    Style.CAPTION: "Légende",
    Style.LIST_BULLET: "Liste à puces",
    Style.LIST_NUMBER: "Liste à numéros",
    Style.LIST_CONTINUE: "Liste continue",
    Style.FOOTNOTE_TEXT: "Note de bas de page",
    Style.FOOTNOTE_REFERENCE: "Appel note de bas de p.",
    Style.STRONG: "Élevé",
    Style.EMPHASIS: "Accentuation",
    Style.HYPERLINK: "Lien hypertexte",
    Style.PLACEHOLDER: "Texte de l’espace réservé",
}
"""Style → the name under which a French Word lists it; the file holds the English one."""


def shown(style: str, language: str) -> str:
    """Return a style as Word lists it: «Titre 2 (heading 2)» in French."""
    french = IN_FRENCH.get(style) if language == "fr" else None
    return f"{french} ({style})" if french else style


FALLBACKS: dict[str, tuple[str, ...]] = {
    "toc 2": ("toc 1",),
    "toc 3": ("toc 2", "toc 1"),
    Style.LIST_CONTINUE: ("List Paragraph",),
    Style.FRONT_HEADING: ("heading 2",),
    Style.CODE: ("HTML Preformatted", "Plain Text"),
    Style.QUOTE: ("Quote", "Intense Quote"),
    Style.TASK: ("List Paragraph",),
    Style.DEFINITION: (Style.LIST_CONTINUE, "List Paragraph"),
    Style.SMALL: (Style.CELL,),
    Style.BOX: (Style.CELL,),
    Style.HELP: (Style.CELL,),
    Style.TABLE: ("Table Grid",),
    Style.SHEET: (Style.TABLE, "Table Grid"),
    Style.FORM: (Style.TABLE, "Table Grid"),
}
"""Style → the styles that stand in for it, best first, before the template's default."""

FIELDS = (
    "plateforme",
    "sigle",
    "code",
    "titre",
    "type",
    "processus",
    "version",
    "edition",
    "etat",
    "date_application",
    "prochaine_revue",
    "diffusion",
    "logo",
)
"""Names that a template may write as `{{ name }}`; `libelle.…` are the words beside them."""

EXPECTED_FIELDS = ("code", "titre", "version", "etat", "date_application")
"""Fields without which a printed page can no longer be told from another version."""


class Marker(StrEnum):
    """Paragraphs of a template that a part of the document takes the place of."""

    APPROVAL = "[[APPROBATION]]"
    HISTORY = "[[HISTORIQUE]]"
    CONTENTS = "[[SOMMAIRE]]"
    BODY = "[[CORPS]]"
    RELATED = "[[ASSOCIES]]"
