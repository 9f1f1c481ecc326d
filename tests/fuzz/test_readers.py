"""Every reader under a few hundred inputs; many more with `python -m tests.fuzz` (README.md)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.fuzz.harness import Tally, attempt, minimised, outcome
from tests.fuzz.recipe import parts, zipped
from tests.fuzz.seeds import corpus
from tests.fuzz.strategies import inputs
from tests.fuzz.targets import MODEL, TARGETS, BadComplaintError, check_complaint
from translate.errors import TranslateError

INPUTS = int(os.environ.get("FUZZ_INPUTS", "40"))
"""Inputs of a reader in the suite; what is found beyond them is kept in the corpus."""


@pytest.mark.parametrize("reader", TARGETS)
def test_reader_under_made_up_files_then_they_are_read_or_refused_in_one_line(reader: str) -> None:
    @settings(max_examples=INPUTS, suppress_health_check=list(HealthCheck))
    @given(inputs(reader))
    def law(data: bytes) -> None:
        attempt(reader, data)

    law()


@pytest.mark.parametrize(
    ("reader", "path"),
    [pytest.param(reader, path, id=f"{reader}/{path.name}") for reader in TARGETS for path in corpus(reader)],
)
def test_reader_under_the_corpus_then_it_is_read_or_refused_in_one_line(reader: str, path: Path) -> None:
    attempt(reader, path.read_bytes())


def test_corpus_is_small_and_of_known_readers() -> None:
    folder = Path(__file__).parent / "corpus"
    assert {path.name for path in folder.iterdir()} <= set(TARGETS)
    assert sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) < 300_000


# The harness itself: it must see what it is there to see.


@pytest.mark.parametrize(
    ("error", "complaint"),
    [
        (TranslateError("is broken"), "without a hint"),
        (TranslateError("is broken", path="a" * 2_000, hint="Mend it"), "longer than anyone reads"),
    ],
)
def test_complaint_that_helps_nobody_is_a_failure(error: TranslateError, complaint: str) -> None:
    with pytest.raises(BadComplaintError, match=complaint):
        check_complaint(error)


def test_failing_reader_is_tallied_with_its_smallest_input(monkeypatch: pytest.MonkeyPatch) -> None:
    def fragile(data: bytes, folder: Path) -> None:
        if b"!" in data:
            raise KeyError(data)

    monkeypatch.setitem(TARGETS, "fragile", fragile)
    tally = Tally("fragile")
    for data in (b"one", b"two! and more", b"three!"):
        tally.count(data)
    assert (tally.inputs, list(tally.failures.values())) == (3, [b"three!"])
    (kind,) = tally.failures
    assert kind == "KeyError in test_readers.py:fragile"
    assert minimised(b"three!", lambda data: outcome("fragile", data)[0] == kind) == b"!"


@pytest.mark.skipif(os.name != "posix", reason="there is no alarm clock elsewhere")
def test_reader_that_does_not_come_back_is_a_hang(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(data: bytes, folder: Path) -> None:
        while True:
            pass

    monkeypatch.setitem(TARGETS, "endless", endless)
    monkeypatch.setattr("tests.fuzz.harness.SECONDS", 0.05)
    assert outcome("endless", b"") == ("Hang in test_readers.py:endless", False)


def test_recipe_then_parts_replace_those_of_the_base_and_options_hold() -> None:
    recipe = b"--- m/metadata.json repeat=2\n{}\n--- m/bpe.model absent\n--- ../x\\x00y mode=120777\n/etc"
    assert [(part.name, part.content) for part in parts(recipe, MODEL)] == [
        ("m/model/model.bin", b"weights"),
        ("m/model/config.json", b"{}"),
        ("m/metadata.json", b"{}{}"),
        ("../x\0y", b"/etc"),
    ]
    assert zipped(parts(b"", {"a": b"b"})) == zipped(parts(b"", {"a": b"b"}))
