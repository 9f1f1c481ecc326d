"""Terms: read from glossary files and CLDR, found in texts, hashed for the journal."""

from translate.glossary.countries import countries
from translate.glossary.forbidden import forbidden_in
from translate.glossary.glossary import Glossary, default_path
from translate.glossary.model import KINDS, Term, TermMatch
from translate.glossary.tsv import CASES, COLUMNS, GENDERS, GlossaryFile, dump, load, read

__all__ = [
    "CASES",
    "COLUMNS",
    "GENDERS",
    "KINDS",
    "Glossary",
    "GlossaryFile",
    "Term",
    "TermMatch",
    "countries",
    "default_path",
    "dump",
    "forbidden_in",
    "load",
    "read",
]
