"""XLIFF, the file the reviewer opens in a CAT tool: the only package that builds or reads its XML."""

from translate.xliff.model import Document, Group, Signature, Unit, clean
from translate.xliff.seal import is_untouched
from translate.xliff.v12 import read, to_bytes

__all__ = ["Document", "Group", "Signature", "Unit", "clean", "is_untouched", "read", "to_bytes"]
