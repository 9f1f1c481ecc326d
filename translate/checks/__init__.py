"""Quality checks on a draft, one rule per file, run as a chain."""

# The order of these imports is the order of the chain, and so of what the reviewer reads.
from translate.checks import empty  # noqa: F401, I001
from translate.checks import figures  # noqa: F401
from translate.checks import dates  # noqa: F401
from translate.checks import terms  # noqa: F401
from translate.checks import forbidden  # noqa: F401
from translate.checks import codes  # noqa: F401
from translate.checks import copied  # noqa: F401
from translate.checks import negation  # noqa: F401
from translate.checks import names as _names  # noqa: F401
from translate.checks import forms  # noqa: F401
from translate.checks import agreement  # noqa: F401
from translate.checks import lookalikes  # noqa: F401
from translate.checks import letters  # noqa: F401
from translate.checks import apostrophe  # noqa: F401
from translate.checks import russianisms  # noqa: F401
from translate.checks import unknown_words  # noqa: F401
from translate.checks import euphony  # noqa: F401
from translate.checks import untranslated  # noqa: F401
from translate.checks import loops  # noqa: F401
from translate.checks import length  # noqa: F401
from translate.checks import quotes  # noqa: F401
from translate.checks import brackets  # noqa: F401
from translate.checks import symbols  # noqa: F401
from translate.checks import ending  # noqa: F401
from translate.checks import capital  # noqa: F401
from translate.checks import capitals  # noqa: F401
from translate.checks import spaces  # noqa: F401
from translate.checks import dash  # noqa: F401
from translate.checks import nbsp  # noqa: F401
from translate.checks import score  # noqa: F401
from translate.checks import inconsistent_segment  # noqa: F401
from translate.checks import inconsistent_term  # noqa: F401
from translate.checks import inconsistent_source  # noqa: F401
from translate.checks.fixes import apart, mended
from translate.checks.model import Draft, Fault, Finding, Fix, Located, Place
from translate.checks.registry import (
    Severity,
    describe,
    names,
    register,
    register_across,
    run,
    run_across,
    severity,
    unregister,
)

__all__ = [
    "Draft",
    "Fault",
    "Finding",
    "Fix",
    "Located",
    "Place",
    "Severity",
    "apart",
    "describe",
    "mended",
    "names",
    "register",
    "register_across",
    "run",
    "run_across",
    "severity",
    "unregister",
]
