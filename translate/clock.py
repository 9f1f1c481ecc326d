"""The time that documents and memories are dated with."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from translate.errors import UsageError


def saved(path: Path) -> datetime:
    """Return when a file was last changed, in UTC, to the second; SOURCE_DATE_EPOCH wins. Raises OSError."""
    if os.environ.get("SOURCE_DATE_EPOCH"):
        return now()
    return datetime.fromtimestamp(int(path.stat().st_mtime), UTC)


def now() -> datetime:
    """Return the time in UTC, to the second; SOURCE_DATE_EPOCH makes a run reproducible.

    Raises UsageError when that is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(f"SOURCE_DATE_EPOCH is no time in seconds: {epoch!r}") from error
