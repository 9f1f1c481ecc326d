"""Bytes into text and back, for the formats that are text.

The encoding is told by the byte order mark (Unicode Standard, section 23.8); without one it is the one that
is named, the one that the file states of itself, or UTF-8.
"""

from __future__ import annotations

import codecs
import hashlib
import re
import stat
import unicodedata
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from translate.articles.model import Article
from translate.errors import ArticleError, UsageError
from translate.files import write_atomically
from translate.inline import Text

# UTF-32 first: its little-endian mark begins with the one of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Codecs that write a mark of their own or look for one; without a mark the WHATWG order is little-endian.
_MARKLESS = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}

# Python's codecs for host names and string literals: nobody's files, and what they read they may not write.
_NO_FILES = ("idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape")

_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP, DOCX or ODT"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\xd0\xcf\x11\xe0", "old Microsoft Office"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"{\\rtf", "RTF"),
)

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_SAMPLE = 65_536
_CONTROL_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file as text: the Python name of its codec, its byte order mark, the SHA-256 of its bytes."""

    text: str
    codec: str
    bom: bytes
    sha256: str


def decode(
    path: Path, encoding: str | None = None, stated: Callable[[bytes], str | None] = lambda _data: None
) -> Decoded:
    """Return the text of the file at `path`.

    `encoding` is the codec that the user names, `stated` finds the one that the file states of itself; a byte
    order mark wins over both, the user over the file (WHATWG Encoding Standard, section 6). Raises UsageError
    when `encoding` is no text encoding and ArticleError when the file cannot be read, is binary or has bytes
    that are not of its encoding.
    """
    named = check_encoding(encoding) if encoding is not None else None
    data = read_bytes(path)
    _refuse_signature(data, path)
    bom, codec = _mark(data)
    codec = codec or named or _known(stated(data)) or "utf-8"
    text = _decode(data, len(bom), codec, named is not None, path)
    _refuse_control(text, path)
    return Decoded(text, codec, bom, hashlib.sha256(data).hexdigest())


def no_words(text: str, path: Path) -> ArticleError:
    """Return the complaint about an article without blocks."""
    empty = not text.strip("\ufeff\u200b \t\r\n") or text.isspace()
    message = "is empty" if empty else "has no words to translate"
    return ArticleError(message, path=path, hint="Leave it out or give it a text")


def check_targets(article: Article, targets: Sequence[Text]) -> None:
    """Raise ArticleError when there is not one target for each block."""
    if len(targets) != len(article.blocks):
        raise ArticleError(
            f"has {len(article.blocks)} blocks but {len(targets)} targets were given",
            path=article.path,
            hint="Draft the article again",
        )


def write_text(text: str, article: Article, path: Path) -> None:
    """Write the text of `article` to `path` in the encoding and with the mark that the article has.

    Raises ArticleError when the encoding lacks a character, OutputError when the file cannot be written.
    """
    write_atomically(path, article.bom + _encode(text, article))


def _encode(text: str, article: Article) -> bytes:
    try:
        return text.encode(article.encoding)
    except UnicodeEncodeError as error:
        character = text[error.start]
        name = unicodedata.name(character, "unnamed")
        raise ArticleError(
            f"the character `{character}` (U+{ord(character):04X} {name}) does not exist in its encoding "
            f"{article.encoding.upper()}".encode("utf-8", "backslashreplace").decode(),
            path=article.path,
            hint="Save the article as UTF-8 and draft it again, or replace the character in the target",
        ) from error


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a regular file. Raises ArticleError when it cannot be read."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise ArticleError("is a folder, not an article", path=path, hint="Give a file inside it")
        if not stat.S_ISREG(mode):
            raise ArticleError("is not a regular file", path=path, hint="Save the text in a file")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ArticleError("does not exist", path=path, hint="Check the spelling of the path") from error
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise ArticleError(
            f"cannot be read ({reason})", path=path, hint="Check its name and its permissions"
        ) from error


def check_encoding(encoding: str) -> str:
    """Return the Python codec of this name. Raises UsageError when there is none for texts."""
    hint = "Name one that Python knows, for example utf-8, windows-1251 or koi8-u"
    try:
        info = codecs.lookup(encoding)
        # Codecs such as base64 turn bytes into bytes; decoding four spaces refuses them with a LookupError.
        with suppress(UnicodeDecodeError):
            b"    ".decode(encoding)
        if info.name.replace("_", "-") in _NO_FILES:
            raise LookupError(encoding)
    except (LookupError, ValueError) as error:
        raise UsageError(f"--encoding `{encoding}` is not a known text encoding", hint=hint) from error
    return _MARKLESS.get(info.name, info.name)


def _known(encoding: str | None) -> str | None:
    """Return the codec of the name that a file states; a name that no one knows states nothing."""
    if encoding is None:
        return None
    with suppress(UsageError):
        return check_encoding(encoding)
    return None


def _mark(data: bytes) -> tuple[bytes, str | None]:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return mark, codec
    return b"", None


def _decode(data: bytes, start: int, codec: str, named: bool, path: Path) -> str:
    if not codec.startswith(("utf-16", "utf-32")) and (nul := data.find(0, start)) >= 0:
        raise _binary(f"a NUL byte at offset {nul}", path)
    try:
        return data[start:].decode(codec)
    except UnicodeDecodeError as error:
        offset = start + error.start
        hint = (
            "Name the right encoding with --encoding, or save the file as UTF-8"
            if named
            else "Name the file's encoding with --encoding, for example --encoding windows-1251"
        )
        message = f"the byte 0x{data[offset]:02x} at offset {offset} is not {codec.upper()}"
        raise ArticleError(message, path=path, hint=hint) from error
    except (UnicodeError, ValueError) as error:
        # Some codecs (idna, punycode) fail without saying where.
        raise ArticleError(f"is not {codec.upper()}", path=path, hint="Name another --encoding") from error


def _refuse_signature(data: bytes, path: Path) -> None:
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise _binary(name, path)


def _refuse_control(text: str, path: Path) -> None:
    if "\x00" in text:
        raise _binary(f"a NUL character at position {text.index(chr(0))}", path)
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > _CONTROL_SHARE * len(sample):
        raise _binary("mostly control characters", path)


def _binary(what: str, path: Path) -> ArticleError:
    hint = "Save its text as plain UTF-8; if it is plain text already, name its encoding with --encoding"
    return ArticleError(f"looks like a binary file ({what})", path=path, hint=hint)
