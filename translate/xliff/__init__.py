"""XLIFF, the file the reviewer opens in a CAT tool: the only package that builds or reads its XML."""

from translate.xliff.model import (
    Document,
    Group,
    Origin,
    Returned,
    ReturnedUnit,
    Signature,
    State,
    Unit,
    clean,
)
from translate.xliff.reader import read
from translate.xliff.review import Policy, is_flagged, is_reviewed
from translate.xliff.seal import is_untouched
from translate.xliff.writer import to_bytes

__all__ = [
    "Document",
    "Group",
    "Origin",
    "Policy",
    "Returned",
    "ReturnedUnit",
    "Signature",
    "State",
    "Unit",
    "clean",
    "is_flagged",
    "is_reviewed",
    "is_untouched",
    "read",
    "to_bytes",
]
