"""The formats of glossary files by the suffix of the name: TSV, CSV, TBX."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from translate.errors import UsageError
from translate.glossary.csvfile import dump_csv, read_csv
from translate.glossary.model import Term
from translate.glossary.tbx import dump_tbx
from translate.glossary.tbxreader import read_tbx
from translate.glossary.tsv import GlossaryFile, dump, read

# OmegaT's names for tab-separated glossaries: tab, txt, utf8.
_TSV = (".tsv", ".tab", ".txt", ".utf8")
_TBX = (".tbx", ".xml")


def read_any(path: Path, source_language: str, target_language: str) -> GlossaryFile:
    """Read a glossary file of any format; the languages (BCP 47) choose among those of a TBX file.

    Raises GlossaryError for a broken file, UsageError for a suffix that is no format's.
    """
    suffix = path.suffix.lower()
    if suffix in _TBX:
        return read_tbx(path, source_language, target_language)
    if suffix == ".csv":
        return read_csv(path)
    if suffix in _TSV:
        return read(path)
    raise _unknown(path)


def dump_any(terms: Iterable[Term], path: Path, source_language: str, target_language: str) -> bytes:
    """Return the bytes of a glossary file in the format that the suffix of `path` names.

    Raises UsageError for a suffix that is no format's, GlossaryError for a term that the format cannot hold.
    """
    suffix = path.suffix.lower()
    if suffix in _TBX:
        return dump_tbx(terms, source_language, target_language)
    if suffix == ".csv":
        return dump_csv(terms)
    if suffix in _TSV:
        return dump(terms).encode()
    raise _unknown(path)


def _unknown(path: Path) -> UsageError:
    return UsageError("is no glossary format", path=path, hint="Name it .tsv, .csv or .tbx")
