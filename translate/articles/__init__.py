"""Article files in and out: every format gives blocks of text and the skeleton that stands around them."""

from translate.articles.decoding import check_encoding
from translate.articles.discover import Found, find
from translate.articles.model import Article, Block
from translate.articles.registry import in_language, is_known, read, suffixes, write

__all__ = [
    "Article",
    "Block",
    "Found",
    "check_encoding",
    "find",
    "in_language",
    "is_known",
    "read",
    "suffixes",
    "write",
]
