"""Plain text: a block per line or per hard-wrapped paragraph; everything else is skeleton.

The encoding is told by the byte order mark (Unicode Standard, section 23.8); without one it is UTF-8 or the
one that is named.
"""

from __future__ import annotations

import codecs
import hashlib
import re
import stat
import unicodedata
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from translate.articles.layout import LINE_BREAK, blocks_and_skeleton
from translate.articles.model import Article
from translate.errors import ArticleError, UsageError
from translate.files import write_atomically

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
_BARE_NEWLINE = re.compile(r"(?<!\r)\n")


def read(path: Path, encoding: str | None = None) -> Article:
    """Read the plain-text article at `path`.

    `encoding` is a Python codec name; a byte order mark in the file wins over it (as in the WHATWG Encoding
    Standard, section 6). Raises UsageError when `encoding` is no text encoding and ArticleError when the file
    cannot be read, is binary, is empty or has bytes that are not of the encoding.
    """
    named = _codec(encoding) if encoding is not None else None
    data = _bytes(path)
    _refuse_signature(data, path)
    bom, codec = _mark(data)
    codec = codec or named or "utf-8"
    text = _decode(data, len(bom), codec, named is not None, path)
    _refuse_control(text, path)
    blocks, skeleton = blocks_and_skeleton(text)
    if not blocks:
        empty = not text.strip("\ufeff\u200b \t\r\n") or text.isspace()
        message = "is empty" if empty else "has no words to translate"
        raise ArticleError(message, path=path, hint="Leave it out or give it a text")
    sha256 = hashlib.sha256(data).hexdigest()
    return Article(path, "text", codec, bom, blocks, skeleton, sha256)


def write(article: Article, targets: Sequence[str], path: Path) -> None:
    """Write `article` to `path`, each block replaced by its target, in the encoding and with the mark it had.

    A line break inside a target becomes the one its block has. Raises ArticleError when there is not one
    target per block or when the encoding lacks a character, OutputError when the file cannot be written.
    """
    if len(targets) != len(article.blocks):
        raise ArticleError(
            f"has {len(article.blocks)} blocks but {len(targets)} targets were given",
            path=article.path,
            hint="Draft the article again",
        )
    parts = [article.skeleton[0]]
    for block, target, after in zip(article.blocks, targets, article.skeleton[1:], strict=True):
        parts += [_with_breaks_of(block.text, target), after]
    write_atomically(path, article.bom + _encode("".join(parts), article))


def _bytes(path: Path) -> bytes:
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


def _codec(encoding: str) -> str:
    hint = "Name one that Python knows, for example utf-8, windows-1251 or koi8-u"
    try:
        info = codecs.lookup(encoding)
        # Codecs such as base64 turn bytes into bytes; decoding four spaces refuses them with a LookupError.
        with suppress(UnicodeDecodeError):
            b"    ".decode(encoding)
    except (LookupError, ValueError) as error:
        raise UsageError(f"--encoding `{encoding}` is not a known text encoding", hint=hint) from error
    return _MARKLESS.get(info.name, info.name)


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


def _with_breaks_of(source: str, target: str) -> str:
    """Give back the block's own line break where XML on the way has made it a plain newline."""
    breaks = set(LINE_BREAK.findall(source))
    if len(breaks) != 1 or "\n" in breaks:
        return target
    line_break: str = breaks.pop()
    return _BARE_NEWLINE.sub(line_break, target)
