"""Addresses, in which no term and no name is looked for."""

from __future__ import annotations

from time import perf_counter

import pytest

from translate.glossary.guards import addresses

TABLE = [
    ("See www.un.org/ua now.", ["www.un.org/ua"]),
    ("Write to press@kyiv.gov.ua.", ["press@kyiv.gov.ua"]),
    ("Ask @Ukraine or #Kyiv2022", ["@Ukraine", "#Kyiv2022"]),
    ("ftp://host/file and report.pdf", ["ftp://host/file", "report.pdf"]),
    ("It is over. He left at 3.5 p.m.", []),
    ("No mark at all", []),
]


@pytest.mark.parametrize(("text", "found"), TABLE, ids=[row[0] for row in TABLE])
def test_addresses_are_found(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in addresses(text)] == found


@pytest.mark.parametrize("text", ["a" * 50_000, "-a." * 20_000, "a-" * 30_000, "a." * 30_000, "+" * 50_000])
def test_a_text_without_spaces_is_searched_in_seconds(text: str) -> None:
    started = perf_counter()
    addresses(text + " @a")
    assert perf_counter() - started < 5
