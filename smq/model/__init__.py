"""Frozen values shared by all rooms. The model imports nothing of ours and no third party."""

from smq.model.body import (
    Body,
    BrokenTable,
    Heading,
    Mention,
    PathLink,
    Placeholder,
    Table,
    WikiLink,
)
from smq.model.change import Change
from smq.model.code import Code, Codification
from smq.model.doctype import Approval, DocumentType, FieldType, Section
from smq.model.document import (
    REVIEW_RESULTS,
    TO_CHANGE,
    UNCHANGED,
    ApprovalRecord,
    Confirmation,
    DeclaredLink,
    Document,
    Refusal,
    Review,
    Version,
)
from smq.model.finding import Finding, Severity, Word
from smq.model.header import Fields, Items, Node, Scalar, plain, scalars, text_of
from smq.model.history import History
from smq.model.linkage import Link, Linkage, LinkKind, Resolution
from smq.model.location import Location
from smq.model.people import Person
from smq.model.problem import Problem
from smq.model.settings import (
    Area,
    Derogation,
    Label,
    NamedType,
    Process,
    Reading,
    Settings,
    Unit,
)
from smq.model.status import LABELS, WRITTEN, Status
from smq.model.system import QualitySystem, nearest

__all__ = [
    "LABELS",
    "REVIEW_RESULTS",
    "TO_CHANGE",
    "UNCHANGED",
    "WRITTEN",
    "Approval",
    "ApprovalRecord",
    "Area",
    "Body",
    "BrokenTable",
    "Change",
    "Code",
    "Codification",
    "Confirmation",
    "DeclaredLink",
    "Derogation",
    "Document",
    "DocumentType",
    "FieldType",
    "Fields",
    "Finding",
    "Heading",
    "History",
    "Items",
    "Label",
    "Link",
    "LinkKind",
    "Linkage",
    "Location",
    "Mention",
    "NamedType",
    "Node",
    "PathLink",
    "Person",
    "Placeholder",
    "Problem",
    "Process",
    "QualitySystem",
    "Reading",
    "Refusal",
    "Resolution",
    "Review",
    "Scalar",
    "Section",
    "Settings",
    "Severity",
    "Status",
    "Table",
    "Unit",
    "Version",
    "WikiLink",
    "Word",
    "nearest",
    "plain",
    "scalars",
    "text_of",
]
