"""`check --format junit`: one case a document without fault, one a finding."""

from collections.abc import Sequence
from xml.etree import ElementTree

from smq.i18n import Translator
from smq.model import Finding, QualitySystem, Severity
from smq.report.sentence import hint, message

_REFUSED = {code: None for code in range(32) if code not in (9, 10, 13)}
"""Control signs that XML cannot hold."""


def junit(
    system: QualitySystem,
    findings: Sequence[Finding],
    limit: Severity,
    prefix: str,
    translate: Translator,
) -> str:
    """Return the findings as a JUnit report: those that weigh enough are failures.

    Args:
        system: the platform: each of its documents without a failure is a case that passed.
        findings: what was found.
        limit: least weight of a failure; what weighs less is a case that was skipped.
        prefix: from the top of the repository to the platform, with its final `/`, or nothing.
        translate: the language.
    """
    failing = [finding for finding in findings if finding.severity.rank <= limit.rank]
    at_fault = {finding.location.path for finding in failing}
    clean = [document for document in system.documents if document.path not in at_fault]
    suite = ElementTree.Element(
        "testsuite",
        {
            "name": "smq check",
            "tests": str(len(clean) + len(findings)),
            "failures": str(len(failing)),
            "errors": "0",
            "skipped": str(len(findings) - len(failing)),
            "time": "0",
        },
    )
    for document in clean:
        case = {"classname": prefix + document.path, "name": _plain(document.label), "time": "0"}
        ElementTree.SubElement(suite, "testcase", case)
    for finding in findings:
        _case(suite, finding, finding in failing, prefix, translate)
    suites = ElementTree.Element("testsuites", {"name": "smq"})
    suites.append(suite)
    ElementTree.indent(suites)
    written = ElementTree.tostring(suites, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'


def _case(
    suite: ElementTree.Element,
    finding: Finding,
    failed: bool,
    prefix: str,
    translate: Translator,
) -> None:
    said = _plain(message(finding, translate))
    place = _plain(f"{prefix}{finding.location}")
    case = ElementTree.SubElement(
        suite,
        "testcase",
        {
            "classname": prefix + finding.location.path,
            "name": f"{finding.rule} {place}",
            "file": prefix + finding.location.path,
            "line": str(finding.location.line or 1),
            "time": "0",
        },
    )
    if failed:
        about = {"message": said, "type": finding.rule}
        node = ElementTree.SubElement(case, "failure", about)
    else:
        node = ElementTree.SubElement(case, "skipped", {"message": said})
    advice = hint(finding, translate)
    node.text = "\n".join([f"{place}: {said}", *([_plain(advice)] if advice else [])])


def _plain(text: str) -> str:
    return text.translate(_REFUSED)
