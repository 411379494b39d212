"""Non-breaking spaces, apostrophes and guillemets of French text; pure.

The space is U+00A0 everywhere: fonts that Word substitutes often lack U+202F and show a box for it.
Spaces are only made non-breaking, never added, except inside « », where nothing else can be meant:
a colon without a space may be an hour, a path or an English word.
Keyboards have neither ’ nor « »: a straight apostrophe between two letters and a pair of straight
quotes around words become them; feet, inches and addresses stay.
"""

import re

NBSP = "\u00a0"

_UNITS = (
    r"°C|°|%|‰|€|k€|M€|[kmµnp]?[gLlmsVAWJN]|[cd]m|[cdh]L|[kMGT]?Hz|[kM]?Pa|m?bar|[mµn]?M|[mµn]?mol"
    r"|[kMGT]o|[kMGT]?eV|K|T|ppm|ppb|min|h|j|kDa|Da|tr/min"
    r"|jours?|mois|ans?|années?|heures?|minutes?|secondes?|semaines?|pages?|euros?"
)
_TO_SET = re.compile(r"[ \u00a0«»'\"]")
_APOSTROPHE = re.compile(r"(\S*(?:://|@)\S*)|(?<=[^\W\d_])'(?=[^\W\d_])")
_QUOTED = re.compile(r'(?<![\w"])"(?! )([^"\n]*[^"\s])"(?![\w"])')
_BEFORE_SIGN = re.compile(r"[ \u00a0]+(?=[:;!?»%‰])")
_AFTER_GUILLEMET = re.compile(r"«[ \u00a0]+")
_TIGHT_OPENING = re.compile(r"«(?=\S)")
_TIGHT_CLOSING = re.compile(r"(?<=\S)»")
_BETWEEN_NUMBER_AND_UNIT = re.compile(rf"(?<=\d) (?=(?:{_UNITS})(?:[²³]|\b|(?!\w)))")
_THOUSANDS = re.compile(r"(?<![\d,.\u00a0] )(?<![\d,.])\d{1,3}(?: \d{3})+(?![\d])")
_BEFORE_NUMBER = re.compile(r"(?<=[°§±≥≤≈]) (?=\d)")
_TITLES = re.compile(r"\b(M\.|MM\.|Mme|Dr|Pr) (?=[A-ZÀ-Ý])")


def french(text: str, preceding: str = "", following: str = "") -> str:
    """Return the text with its non-breaking spaces and French quotes; its words are unchanged.

    `preceding` and `following` are what stands beside the text in the same sentence, when the text
    is only a piece of it (a word in bold cuts a sentence in three).
    """
    if not _TO_SET.search(text):
        return text
    text = _QUOTED.sub(r"«\1»", text)
    if "'" in text:
        text = _apostrophes(text, preceding[-1:], following[:1])
    text = _BEFORE_SIGN.sub(NBSP, text)
    if "«" in text or "»" in text:
        text = _guillemets(text, preceding[-1:], following[:1])
    text = _BETWEEN_NUMBER_AND_UNIT.sub(NBSP, text)
    text = _THOUSANDS.sub(lambda match: match[0].replace(" ", NBSP), text)
    text = _BEFORE_NUMBER.sub(NBSP, text)
    return _TITLES.sub(r"\1" + NBSP, text)


def _apostrophes(text: str, preceding: str, following: str) -> str:
    whole = preceding + text + following
    whole = _APOSTROPHE.sub(lambda match: match[1] or "’", whole)
    return whole[len(preceding) : len(whole) - len(following)]


def _guillemets(text: str, preceding: str, following: str) -> str:
    text = _AFTER_GUILLEMET.sub("«" + NBSP, text)
    text = _TIGHT_OPENING.sub("«" + NBSP, text + following)
    text = text[: -len(following)] if following else text
    text = _TIGHT_CLOSING.sub(NBSP + "»", preceding + text)
    return text[len(preceding) :]
