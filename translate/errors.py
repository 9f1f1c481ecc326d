"""Every error this package raises on purpose.

    TranslateError
    ├── UsageError             the call was wrong; exit code 2
    │   ├── LanguageCodeError  a code that is no BCP 47 language, or not the one meant
    │   └── NoModelError       no installed model drafts this pair
    ├── ArticleError           an article cannot be read or written
    ├── GlossaryError          a glossary file is broken (line and column)
    ├── ModelError             a model package is corrupt, foreign or missing
    ├── MemoryFileError        a translation memory, or a TMX file, cannot be read or written
    ├── XliffError             an XLIFF document cannot be read, or would not be valid
    └── OutputError            an output file cannot be written

The core raises, the command line translates: `str(error)` is the one clear line a user sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# A file name may hold a line break or the escape codes of a terminal; neither may reach the terminal.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")

# A message may quote a name from a broken file, and that name may be most of the file.
_LONGEST = 400


class TranslateError(Exception):
    """Root of the tree: what is wrong, in which file and segment, and what to do next."""

    exit_code = 1

    def __init__(
        self,
        message: str,
        *,
        path: Path | str | None = None,
        segment: str | None = None,
        line: int | None = None,
        column: int | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = Path(path) if path is not None else None
        self.segment = segment
        self.line = line
        self.column = column
        self.hint = hint

    def __str__(self) -> str:
        """Return `path:line:column: segment: message (hint)` on one line, leaving out what is unknown."""
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        parts = [place, f"segment {_shown(self.segment)}" if self.segment else "", _shown(self.message)]
        text = ": ".join(part for part in parts if part)
        return on_one_line(f"{text}. {_shown(self.hint)}" if self.hint else text)


class UsageError(TranslateError):
    """The call was wrong."""

    exit_code = 2


class LanguageCodeError(UsageError):
    """A code that is no BCP 47 language, or not the one meant."""


class NoModelError(UsageError):
    """No installed model drafts this pair."""


class ArticleError(TranslateError):
    """An article cannot be read or written."""


class GlossaryError(TranslateError):
    """A glossary file is broken."""


class ModelError(TranslateError):
    """A model package is corrupt, foreign or missing."""


class MemoryFileError(TranslateError):
    """A translation memory, or a TMX file, cannot be read or written."""


class XliffError(TranslateError):
    """An XLIFF document cannot be read, or would not be valid if it were written."""


class OutputError(TranslateError):
    """An output file cannot be written."""


def _shown(text: str) -> str:
    """Return `text` without its middle when nobody would read all of it."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 4 :]}"


def on_one_line(text: str) -> str:
    r"""Return `text` fit to be printed: line breaks as spaces, other control characters as escapes.

    >>> on_one_line("two\nlines\x1b[31m.txt")
    'two lines\\x1b[31m.txt'
    """
    line = " ".join(text.splitlines())
    return _CONTROL.sub(lambda control: f"\\x{ord(control[0]):02x}", line)


@contextmanager
def segment_context(segment: str) -> Iterator[None]:
    """Add the segment's id to an error on its way up, unless a deeper frame has named one."""
    try:
        yield
    except TranslateError as error:
        error.segment = error.segment or segment
        raise


@contextmanager
def path_context(path: Path) -> Iterator[None]:
    """Add the file's path to an error on its way up, unless a deeper frame has named one."""
    try:
        yield
    except TranslateError as error:
        error.path = error.path or path
        raise
