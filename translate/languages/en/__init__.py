"""English: nothing inflects here, names and quotation marks only."""

from __future__ import annotations

from translate.languages.neutral import Neutral

ENGLISH = Neutral("en", "English", ("“", "”", "‘", "’"))

__all__ = ["ENGLISH"]
