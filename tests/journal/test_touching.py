"""Which articles a change of the glossary touches: never fewer than those that would be drafted otherwise."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from translate.articles import Article
from translate.articles.text import read as read_text
from translate.drafting import Job
from translate.glossary import Glossary, Term
from translate.journal import Touching, draft_key
from translate.preparation import Preparation, Settings

IRPIN = Term("Irpin", "Ірпінь", kind="place")


def article(text: str, folder: Path) -> Article:
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    return read_text(path)
