"""Terms: read from glossary files and CLDR, found in texts, hashed for the journal."""

from translate.glossary.audit import Fault, audit
from translate.glossary.countries import countries
from translate.glossary.diff import Difference, compare
from translate.glossary.edit import Change, Sheet, apply, open_sheet, plan, remove
from translate.glossary.forbidden import forbidden_in
from translate.glossary.formats import dump_any, read_any
from translate.glossary.glossary import Glossary, default_path
from translate.glossary.model import KINDS, Term, TermMatch
from translate.glossary.suggest import Suggestion, Variant, rows, suggest
from translate.glossary.tsv import CASES, COLUMNS, GENDERS, GlossaryFile, dump, load, parse_row, read
from translate.glossary.unknown import Evidence, UnknownName, unknown_names

__all__ = [
    "CASES",
    "COLUMNS",
    "GENDERS",
    "KINDS",
    "Change",
    "Difference",
    "Evidence",
    "Fault",
    "Glossary",
    "GlossaryFile",
    "Sheet",
    "Suggestion",
    "Term",
    "TermMatch",
    "UnknownName",
    "Variant",
    "apply",
    "audit",
    "compare",
    "countries",
    "default_path",
    "dump",
    "dump_any",
    "forbidden_in",
    "load",
    "open_sheet",
    "parse_row",
    "plan",
    "read",
    "read_any",
    "remove",
    "rows",
    "suggest",
    "unknown_names",
]
