"""What a batch has done already: drafts by what they were made of, articles by what was written for them."""

from translate.journal.codec import decode, encode
from translate.journal.keys import draft_key
from translate.journal.model import Record
from translate.journal.store import FOLDER, Journal
from translate.journal.touching import Change, Touching

__all__ = ["FOLDER", "Change", "Journal", "Record", "Touching", "decode", "draft_key", "encode"]
