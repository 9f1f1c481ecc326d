"""Translation memory: reviewed pairs in an SQLite file, looked up in context, exactly and nearly; TMX."""

from translate.memory.model import LOWEST_THRESHOLD, Added, Entry, Match, MatchKind, Query, Stats
from translate.memory.prune import Rule
from translate.memory.repair import Adapted, adapt, repair
from translate.memory.replacing import Replacement
from translate.memory.similarity import similarity
from translate.memory.store import Memory, default_path
from translate.memory.tmx import write_tmx
from translate.memory.tmxreader import Fault, Reading
from translate.memory.transfer import Imported, export_tmx, import_tmx

__all__ = [
    "LOWEST_THRESHOLD",
    "Adapted",
    "Added",
    "Entry",
    "Fault",
    "Imported",
    "Match",
    "MatchKind",
    "Memory",
    "Query",
    "Reading",
    "Replacement",
    "Rule",
    "Stats",
    "adapt",
    "default_path",
    "export_tmx",
    "import_tmx",
    "repair",
    "similarity",
    "write_tmx",
]
