"""The text of the Markdown is never lost: its words, in order and number."""

import io
import re
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smq.render.docx import render
from tests.render.docx.pages import ENGLISH, TEMPLATE, every_page, page, set_page
from tests.render.docx.reading import parts, words, words_of_markdown


def text_only(template: bytes) -> bytes:
    """Return the template with nothing but the place of the text."""
    entries = parts(template)
    document = entries["word/document.xml"].decode()
    document = re.sub(r"<w:tbl>.*?</w:tbl>", "", document)
    document = re.sub(r"<w:p>(?:(?!CORPS).)*?</w:p>", "", document)
    entries["word/document.xml"] = document.encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


TEXT_ONLY = text_only(TEMPLATE)

word = st.text("abcdeéœz", min_size=1, max_size=6)
phrase = st.lists(word, min_size=1, max_size=5).map(" ".join)
piece = st.one_of(
    phrase,
    phrase.map("**{}**".format),
    phrase.map("*{}*".format),
    phrase.map("~~{}~~".format),
    phrase.map("`{}`".format),
    phrase.map("[{}](https://exemple.fr/page)".format),
    phrase.map("[[{}]]".format),
    phrase.map("{} <!-- caché -->".format),
    phrase.map("« {} » :".format),
)
line = st.lists(piece, min_size=1, max_size=4).map(" ".join)
bullets = st.lists(line, min_size=1, max_size=4).map(lambda x: "\n".join(f"- {i}" for i in x))
numbers = st.lists(line, min_size=1, max_size=4).map(
    lambda x: "\n".join(f"{n}. {i}" for n, i in enumerate(x, start=4))
)
tasks = st.lists(line, min_size=1, max_size=3).map(lambda x: "\n".join(f"- [x] {i}" for i in x))
table = st.tuples(*[phrase] * 6).map(
    lambda c: f"| {c[0]} | {c[1]} |\n|---|--:|\n| {c[2]} | {c[3]} |\n| {c[4]} | {c[5]} | trop |"
)
plain = st.one_of(
    line,
    line.map("## {}".format),
    line.map("#### {}".format),
    bullets,
    numbers,
    tasks,
    table,
    phrase.map("```\n{}\n```".format),
    phrase.map("<div>{}</div>".format),
    st.tuples(word, line).map(lambda x: f"{x[0]}\n: {x[1]}"),
    st.just("---"),
)


def inside(block: str, first: str, rest: str) -> str:
    """Return a block put in a quotation or an item."""
    return first + block.replace("\n", "\n" + rest)


nested = st.one_of(
    plain,
    plain.map(lambda b: inside(b, "> ", "> ")),
    st.tuples(line, plain).map(lambda x: f"- {x[0]}\n\n" + inside(x[1], "  ", "  ")),
)
markdown = st.lists(nested, min_size=1, max_size=6).map("\n\n".join)


@given(markdown)
@settings(max_examples=150, deadline=None)
def test_words_are_kept(text: str) -> None:
    """The document holds the words of the Markdown and no other, in their order."""
    rendered = render(page(body=text, title="?"), TEXT_ONLY, ENGLISH)

    assert words(rendered.docx) == words_of_markdown(text)


def is_within(few: list[str], many: list[str]) -> bool:
    """Return whether `few` are found among `many`, in order, each as often."""
    rest = iter(many)
    return all(item in rest for item in few)


def test_rich_text_is_kept() -> None:
    """A text with everything in it keeps its words, notes and descriptions of pictures included."""
    rich = every_page()["rich"]
    assert is_within(words_of_markdown(rich.body), words(render(rich, TEMPLATE, ENGLISH).docx))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Un mot[^1].\n\n[^1]: Texte de la note.", "Texte de la note"),
        ("[^1]: Note que rien ne cite.", "Note que rien ne cite"),
        ("| a | b |\n|---|---|\n| 1 | 2 | cellule de trop |", "cellule de trop"),
        ("![Plan des locaux](absent.png)", "Plan des locaux"),
        ("<table><tr><td>cellule en HTML</td></tr></table>", "cellule en HTML"),
        ("> " * 80 + "tout au fond", "tout au fond"),
        ("Note[^1].\n\n[^1]: Voir[^2].\n[^2]: Seconde note.", "Seconde note"),
        ("une\x0bdeux", "une deux"),
        ("**gras non fermé", "gras non fermé"),
    ],
)
def test_text_that_other_tools_lose(text: str, kept: str) -> None:
    """What Markdown tools drop in silence is in the document."""
    assert is_within(kept.split(), words(set_page(body=text).docx))
