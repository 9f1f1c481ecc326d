"""Terms: read from glossary files and CLDR, found in texts, hashed for the journal."""

from translate.glossary.acceptance import Decision, decide, remaining
from translate.glossary.audit import Fault, audit
from translate.glossary.corrections import Correction, Review, corrections
from translate.glossary.countries import countries
from translate.glossary.diff import Difference, compare
from translate.glossary.edit import Change, Sheet, apply, open_sheet, plan, remove
from translate.glossary.forbidden import forbidden_in
from translate.glossary.formats import dump_any, read_any
from translate.glossary.glossary import Glossary, default_path
from translate.glossary.merging import merge
from translate.glossary.model import KINDS, Term, TermMatch
from translate.glossary.proposals import (
    Proposals,
    Proposed,
    place,
    proposed_path,
    read_proposals,
    write_proposals,
)
from translate.glossary.suggest import Suggestion, Variant, rows, suggest
from translate.glossary.tsv import CASES, COLUMNS, GENDERS, GlossaryFile, dump, load, parse_row, read
from translate.glossary.unknown import Evidence, UnknownName, unknown_names

__all__ = [
    "CASES",
    "COLUMNS",
    "GENDERS",
    "KINDS",
    "Change",
    "Correction",
    "Decision",
    "Difference",
    "Evidence",
    "Fault",
    "Glossary",
    "GlossaryFile",
    "Proposals",
    "Proposed",
    "Review",
    "Sheet",
    "Suggestion",
    "Term",
    "TermMatch",
    "UnknownName",
    "Variant",
    "apply",
    "audit",
    "compare",
    "corrections",
    "countries",
    "decide",
    "default_path",
    "dump",
    "dump_any",
    "forbidden_in",
    "load",
    "merge",
    "open_sheet",
    "parse_row",
    "place",
    "plan",
    "proposed_path",
    "read",
    "read_any",
    "read_proposals",
    "remaining",
    "remove",
    "rows",
    "suggest",
    "unknown_names",
    "write_proposals",
]
