"""A large translation memory: import, size on disk, and how long a look-up takes, beside a look at every text.

The segments are real pairs. Where there are fewer than asked for, the first half of one source is joined with
the second half of another, and their targets likewise; the memory then has more near matches than a real one.
Half of the segments have a context. The queries are sources of the memory in their context, without it, with
one to three words replaced by words of other sentences, and sentences whose words are all of the memory but
in an order of chance (no match). The peer is `rapidfuzz.process.extractOne` over the folded sources in memory,
with the same cut-off: the characters' part of the score alone.

    uv run python -m benchmarks.memory --segments 1000000
"""

from __future__ import annotations

import argparse
import lzma
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import batched, islice, pairwise
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from translate.inline import Text
from translate.memory import Entry, Memory, Query
from translate.memory.similarity import fold

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "model" / "corpus" / "train.tsv.xz"
DATE = datetime(2026, 1, 1, tzinfo=UTC)
