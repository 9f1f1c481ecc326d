"""Words of targets are changed where they stand, and nothing else is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.xliff.samples import document
from translate import xliff
from translate.xliff.amend import Change, amend
