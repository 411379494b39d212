"""The report of `check` for people, and sentences of findings."""

from dataclasses import replace

from smq.i18n import Translator
from smq.model import Finding, Location, QualitySystem, Settings, Severity, Word
from smq.report import text
from smq.report.line import Line
from smq.report.sentence import hint, message
from tests.conftest import TODAY, Repo

ENGLISH = Translator("en")
SYSTEM = QualitySystem(Settings(name="X"), TODAY)


def finding(rule: str, path: str, severity: Severity, count: int = 1) -> Finding:
    """Return a finding that stands for `count` places."""
    return Finding(
        rule=rule,
        name="x",
        severity=severity,
        code=None,
        location=Location(path, 3, 5),
        message="{path}: {count} place",
        plural="{path}: {count} places",
        hint="Look at {path}.",
        values={"count": count, "path": path},
    )


def shown(*findings: Finding) -> list[str]:
    """Return the lines of the report."""
    return [line.text for line in text.check(SYSTEM, findings, ENGLISH)]


def test_what_to_do_first_is_what_weighs_most() -> None:
    """Errors, then warnings, then the most work; five at most, one for each rule and document."""
    found = [finding("CNT001", f"{letter}.md", Severity.NOTE, 3) for letter in "abcde"]
    found += [
        finding("CNT001", "f.md", Severity.NOTE, 9),
        finding("LNK001", "g.md", Severity.WARNING),
        finding("LNK001", "h.md", Severity.ERROR),
        finding("LNK001", "h.md", Severity.ERROR),
    ]

    first = [line for line in shown(*found)[1:11] if line[2:4] in ("1.", "2.", "3.", "4.", "5.")]

    assert first == [
        "  1. h.md: 1 place",
        "  2. g.md: 1 place",
        "  3. f.md: 9 places",
        "  4. a.md: 3 places",
        "  5. b.md: 3 places",
    ]
    assert not any(line.startswith("  6.") for line in shown(*found))


def test_a_sentence_without_its_document_names_it() -> None:
    """Away from its place, a sentence says of which document it speaks; a note is said once."""

    def note(path: str) -> Finding:
        place, values = Location(path, 1, 1), {"document": path}
        said = "Nobody is named."
        return Finding("LIF009", "x", Severity.NOTE, path[:3], place, said, values=values)

    first = [line.text for line in text.check(SYSTEM, [note("ABC.md"), note("DEF.md")], ENGLISH)]

    assert first[:3] == ["To do first", "  1. ABC: Nobody is named.", ""]

    unread = [named("SYN001", "unreadable-header", path) for path in ("x.md", "y.md")]
    unread = [replace(finding, message="It cannot be read.") for finding in unread]
    assert next(
        line.text for line in text.check(SYSTEM, unread, ENGLISH) if "1." in line.text
    ).endswith("1. x.md:1: It cannot be read.")


def named(rule: str, name: str, path: str, **values: object) -> Finding:
    """Return an error of a rule at the top of a file."""
    place = Location(path, 1, 1)
    return Finding(rule, name, Severity.ERROR, None, place, f"{rule} {path}", values=values)


def gathered(system: QualitySystem, notes: list[Finding]) -> list[str]:
    """Return what is still to do, one line for each document."""
    lines = [line.text for line in text.check(system, notes, ENGLISH, notes=False)]
    start = lines.index("Still to do (every note with its place: smq check --notes)")
    return lines[start + 1 : -1]


def noted(path: str, said: str) -> Finding:
    """Return a note."""
    return Finding("CNT001", "x", Severity.NOTE, None, Location(path, 1, 1), said)


def test_what_most_documents_have_to_do_is_said_once() -> None:
    """Names of a few, then what each has on its own; a few documents are named one by one."""
    notes = [noted(f"{name}.md", "Nobody is named.") for name in "abcde"]
    notes.insert(1, noted("a.md", "Two places."))
    notes.append(noted("f.md", "One place."))

    assert gathered(SYSTEM, notes) == [
        "  5 documents (a.md, b.md, c.md…): Nobody is named",
        "  a.md: Two places",
        "  f.md: One place",
    ]
    assert gathered(SYSTEM, notes[:4]) == [
        "  a.md: Nobody is named · Two places",
        "  b.md: Nobody is named",
        "  c.md: Nobody is named",
    ]


def test_documents_come_in_the_order_of_their_codes(repo: Repo) -> None:
    """Where codes have no process, the folders would mix them; what is no document comes last."""
    repo.settings({"codification": {"motif": "SPE-{type}-{numero}"}})
    paths = {}
    for folder, code in (("A", "SPE-FIP-10"), ("B", "SPE-FIP-9"), ("C", "SPE-FOR-1")):
        header = f"---\ncode: {code}\ntype: FIP\ntitre: T\nstatut: projet\n---\n"
        paths[code] = repo.write(f"documents/{folder}/{code}-t.md", header.encode())
    notes = [noted(path, f"Note {code}.") for code, path in paths.items()]
    notes.append(noted("a.md", "Note."))

    assert [line.split(":")[0].strip() for line in gathered(repo.system(), notes)] == [
        "SPE-FIP-9",
        "SPE-FIP-10",
        "SPE-FOR-1",
        "a.md",
    ]
    listed = [line.text for line in text.check(repo.system(), notes, ENGLISH)]
    titles = [line for line in listed if line.startswith("SPE-") and "–" in line]
    assert titles == ["SPE-FIP-9 – T", "SPE-FIP-10 – T", "SPE-FOR-1 – T"]


def test_what_hides_other_faults_comes_first() -> None:
    """Files that are not read, codes, links, then content; one line for one cause."""
    found = [
        named("CNT002", "missing-section", "a.md"),
        named("LNK001", "broken-link", "a.md", target="PRE-FOR-009"),
        named("LNK001", "broken-link", "b.md", target="PRE-FOR-009"),
        named("NUM001", "code-twice", "c.md"),
        named("SYN003", "duplicate-key", "e.md"),
        named("LNK001", "broken-link", "z.md", target="PRE-FOR-008"),
        named("SYN009", "merge-marker", "z.md"),
    ]

    first = [line.text.strip() for line in text.check(SYSTEM, found, ENGLISH)][1:6]

    assert first == [
        "1. SYN009 z.md",
        "2. SYN003 e.md",
        "3. NUM001 c.md",
        "4. LNK001 a.md",
        "5. CNT002 a.md",
    ]


def test_one_finding_is_not_said_twice() -> None:
    """With a single finding there is nothing to choose."""
    assert shown(finding("LNK001", "a.md", Severity.ERROR)) == [
        "a.md",
        "a.md:3:5: error LNK001 a.md: 1 place",
        "    Look at a.md.",
        "",
    ]


def test_the_closing_sentence_counts() -> None:
    """Zero, one and many in their own form; the first error is the next thing to understand."""
    error = finding("LNK001", "a.md", Severity.ERROR)
    note = finding("CNT001", "a.md", Severity.NOTE)

    assert text.closing(SYSTEM, [note, error, note], ENGLISH) == (
        "0 documents: 1 error, 0 warnings, 2 notes. To understand an error: smq explain LNK001"
    )
    assert text.closing(SYSTEM, [note], ENGLISH).endswith("the documents hold together.")
    assert text.closing(SYSTEM, [], ENGLISH) == "0 documents: nothing to correct."


def test_the_severity_alone_is_coloured() -> None:
    """The word of the severity is a part of its own; a user's text is never styled."""
    lines = list(text.check(SYSTEM, [finding("LNK001", "[red].md", Severity.ERROR)], ENGLISH))

    assert ("error", "error") in lines[1].parts
    assert [style for part, style in lines[1].parts if "[red]" in part] == ["", ""]
    assert Line.of("a", "title").text == "a"


def test_a_word_of_ours_is_translated_and_braces_stay() -> None:
    """A value is text, whatever it holds; a `Word` would be translated."""
    odd = Finding(
        "X",
        "x",
        Severity.NOTE,
        None,
        Location("a"),
        "«{written}» is no {kind}",
        values={"written": "{type}", "kind": Word("date")},
    )

    assert message(odd, ENGLISH) == "«{type}» is no date"
    assert hint(odd, ENGLISH) is None
