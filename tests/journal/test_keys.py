"""The key of a draft: the same in every process, another as soon as anything of the draft may be another."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.journal.jobs import IRPIN, SOURCE, job
from translate.drafting import Job
from translate.inline import Text
from translate.journal import draft_key
from translate.protection.model import Protected

MAKER = "0.1 argos en_uk 0.1 sha256:00 en uk 4"


def key_of(own: Job | None = None, maker: str = MAKER) -> str:
    return draft_key(own or job(), maker).hex()


@pytest.mark.parametrize("seed", ["1", "2"])
def test_a_key_is_the_same_in_a_process_with_other_hashes(seed: str) -> None:
    script = "from tests.journal.test_keys import key_of; print(key_of())"
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == key_of()


@pytest.mark.parametrize(
    "other",
    [
        job(SOURCE.replace("Tuesday", "Monday")),
        job(SOURCE.replace("{b1}Irpin{/b1}", "Irpin")),
        job(SOURCE.replace("{b1}Irpin{/b1} said", "{b1}Irpin said{/b1}")),
        job(SOURCE.replace("b1", "i1")),
        job(SOURCE.replace("12", "13")),
        job(terms=[]),
        job(terms=[replace(IRPIN, target="Ірпень")]),
        job(terms=[replace(IRPIN, kind="other")]),
        job(terms=[replace(IRPIN, gender="femn")]),
        job(terms=[replace(IRPIN, case_sensitive=True)]),
        job(terms=[replace(IRPIN, forbidden=())]),
        job(terms=[replace(IRPIN, forms=())]),
    ],
    ids=[
        "text",
        "without codes",
        "place of a code",
        "type of a code",
        "figure",
        "no row",
        "target of the row",
        "kind",
        "gender",
        "case",
        "forbidden",
        "forms",
    ],
)
def test_a_key_changes_with_what_matters(other: Job) -> None:
    assert key_of(other) != key_of()


def test_a_key_changes_with_the_way_figures_are_written() -> None:
    sums = "It costs $5 billion."
    assert key_of(job(sums)) != key_of(job(sums, figures="short"))


@pytest.mark.parametrize("part", ["0.1", "en_uk", "sha256:00", "en uk", "4"])
def test_a_key_changes_with_tool_model_languages_and_hypotheses(part: str) -> None:
    assert key_of(maker=MAKER.replace(part, "x")) != key_of()


@pytest.mark.parametrize(
    "row",
    [
        replace(IRPIN, note="a town near Kyiv"),
        replace(IRPIN, origin="other.tsv:7"),
    ],
    ids=["note", "origin"],
)
def test_a_key_does_not_change_with_what_a_person_wrote_about_the_row(row: object) -> None:
    assert key_of(job(terms=[row])) == key_of()  # type: ignore[list-item]


def test_a_row_that_is_not_in_the_segment_changes_no_key() -> None:
    sumy = replace(IRPIN, source="Sumy", target="Суми", forms=(), forbidden=())
    assert key_of(job(terms=[IRPIN, sumy])) == key_of()


def test_a_source_that_is_no_text_has_a_key() -> None:
    own = Job(Text("a\udcff"), replace_source(job("a").protected, "a\udcff"))
    assert key_of(own) != key_of(job("a"))


@given(st.text(max_size=20), st.text(max_size=20))
@settings(max_examples=50)
def test_two_sources_have_two_keys(one: str, other: str) -> None:
    empty = job("").protected
    first, second = (Job(Text(text), replace_source(empty, text)) for text in (one, other))
    assert (key_of(first) == key_of(second)) == (one == other)


def replace_source(protected: Protected, source: str) -> Protected:
    return replace(protected, source=source)
