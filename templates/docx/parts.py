"""Parts of the default Word template that hold no text: styles, numbering, settings, theme."""

import unicodedata

import look

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def root(tag: str, content: str) -> str:
    """Return a part with the prefixes that its text may use."""
    return f"{XML}<w:{tag} {SPACES}>{content}</w:{tag}>"


def identifier(name: str) -> str:
    """Return the identifier of a style: its name in ASCII, without spaces."""
    plain = unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode()
    return "".join(word[:1].upper() + word[1:] for word in plain.split())


def styles() -> str:
    """Return `styles.xml`."""
    font = look.fonts(look.FONT)
    language = '<w:lang w:val="fr-FR" w:eastAsia="fr-FR" w:bidi="ar-SA"/>'
    found = [
        f'<w:docDefaults><w:rPrDefault><w:rPr>{font}<w:sz w:val="20"/><w:szCs w:val="20"/>'
        f'{language}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="100"'
        ' w:line="252" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>",
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>',
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
    ]
    for name, based, following, paragraph, run in look.PARAGRAPHS:
        found.append(
            f'<w:style w:type="paragraph"{_custom(name)} w:styleId="{identifier(name)}">'
            f'<w:name w:val="{name}"/><w:basedOn w:val="{identifier(based)}"/>'
            f'<w:next w:val="{identifier(following)}"/><w:qFormat/>'
            f"<w:pPr>{paragraph}</w:pPr>{f'<w:rPr>{run}</w:rPr>' if run else ''}</w:style>"
        )
    for name, run in look.CHARACTERS:
        found.append(
            f'<w:style w:type="character"{_custom(name)} w:styleId="{identifier(name)}">'
            f'<w:name w:val="{name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
            f"<w:rPr>{run}</w:rPr></w:style>"
        )
    for name, borders, conditional in look.TABLES:
        found.append(
            f'<w:style w:type="table"{_custom(name)} w:styleId="{identifier(name)}">'
            f'<w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
            f"<w:tblPr>{borders}</w:tblPr>{conditional}</w:style>"
        )
    return root("styles", "".join(found))


def numbering() -> str:
    """Return `numbering.xml`: bullets and numbers of nine levels."""
    bullets = [("bullet", "•"), ("bullet", "–"), ("bullet", "▪")]
    numbers = [("decimal", "%{n}."), ("lowerLetter", "%{n})"), ("lowerRoman", "%{n}.")]
    abstracts = ""
    for key, forms in ((1, bullets), (2, numbers)):
        levels = ""
        for level in range(9):
            form, shown = forms[level % 3]
            shown = shown.replace("{n}", str(level + 1))
            link = (
                f'<w:pStyle w:val="{("ListBullet", "ListNumber")[key - 1]}"/>' if not level else ""
            )
            levels += (
                f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{link}'
                f'<w:lvlText w:val="{shown}"/><w:lvlJc w:val="left"/><w:pPr>'
                f'<w:ind w:left="{425 * (level + 1)}" w:hanging="425"/></w:pPr></w:lvl>'
            )
        abstracts += (
            f'<w:abstractNum w:abstractNumId="{key}"><w:multiLevelType w:val="multilevel"/>'
            f"{levels}</w:abstractNum>"
        )
    used = "".join(
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>' for key in (1, 2)
    )
    return root("numbering", abstracts + used)


def settings() -> str:
    """Return `settings.xml`; mode 15 puts the border of tables on the margin."""
    return root(
        "settings",
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="425"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="fr-FR"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>',
    )


def fonts() -> str:
    """Return `fontTable.xml`, with what stands in for a font that a machine does not have."""
    return root(
        "fonts",
        f'<w:font w:name="{look.FONT}"><w:altName w:val="Liberation Sans"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
        f'<w:font w:name="{look.MONO}"><w:altName w:val="Liberation Mono"/>'
        '<w:family w:val="modern"/><w:pitch w:val="fixed"/></w:font>',
    )


def theme() -> str:
    """Return `theme.xml`: the colours and fonts that Word offers in its menus."""
    colours = {
        "dk1": "000000", "lt1": "FFFFFF", "dk2": look.NAVY, "lt2": look.PALE, "accent1": look.BLUE,
        "accent2": look.LINE, "accent3": look.GREY, "accent4": "BF8F00", "accent5": "538135",
        "accent6": "C55A11", "hlink": "0563C1", "folHlink": "954F72",
    }  # fmt: skip
    palette = "".join(f'<a:{k}><a:srgbClr val="{v}"/></a:{k}>' for k, v in colours.items())
    font = f'<a:latin typeface="{look.FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{XML}<a:theme xmlns:a="{_DRAWING}" name="smq">'
        f'<a:themeElements><a:clrScheme name="smq">{palette}</a:clrScheme><a:fontScheme name="smq">'
        f"<a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="smq"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>'
        f"{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _custom(name: str) -> str:
    return ' w:customStyle="1"' if name.startswith("SMQ") else ""
