"""Foreign names that Ukrainian media write by tradition, where the rules of transcription say otherwise."""

from __future__ import annotations

_NAMES = """
"""

SETTLED: dict[str, str] = {}
