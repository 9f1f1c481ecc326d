"""What `translate check` does: bilingual files in, findings out, safe fixes made."""

from translate.checking.find import find
from translate.checking.fix import Written, write
from translate.checking.forms import FORMS, render
from translate.checking.listing import Listed, listing, listing_json
from translate.checking.model import Bilingual, Checked, Item, Outcome, Pair, Result, Rules
from translate.checking.notes import Ignored, ignored_by
from translate.checking.pairs import read_pair
from translate.checking.plan import Planned, plan, shown
from translate.checking.read import DEFAULT, read
from translate.checking.rules import rules_of
from translate.checking.run import check
from translate.checking.table import Screen, summary, table

__all__ = [
    "DEFAULT",
    "FORMS",
    "Bilingual",
    "Checked",
    "Ignored",
    "Item",
    "Listed",
    "Outcome",
    "Pair",
    "Planned",
    "Result",
    "Rules",
    "Screen",
    "Written",
    "check",
    "find",
    "ignored_by",
    "listing",
    "listing_json",
    "plan",
    "read",
    "read_pair",
    "render",
    "rules_of",
    "shown",
    "summary",
    "table",
    "write",
]
