"""Argos's index: the newest package of a pair, or one clear line."""

from __future__ import annotations

import io
import json
import urllib.error
from collections.abc import Callable
from email.message import Message
from pathlib import Path
from typing import Any

import pytest

from tests.engine import tiny
from translate import engine
from translate.engine import index
from translate.errors import ModelError

INDEX = "https://index.example/index.json"


class Response(io.BytesIO):
    """What urllib gives."""

    def __init__(self, data: bytes, length: int | None = None) -> None:
        super().__init__(data)
        self.headers = Message()
        self.headers["Content-Length"] = str(len(data) if length is None else length)


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch, own_store: Path) -> dict[str, Callable[[], Any]]:
    """A web of answers by address; anything else is unreachable."""
    assert not own_store.exists()
    answers: dict[str, Callable[[], Any]] = {}

    def opened(address: str) -> Any:
        if address not in answers:
            raise urllib.error.URLError("no route to host")
        return answers[address]()

    monkeypatch.setattr(index, "_open", opened)
    monkeypatch.setattr(index, "_index_address", lambda: INDEX)
    return answers


def listed(*packages: dict[str, object]) -> Callable[[], Response]:
    return lambda: Response(json.dumps(packages).encode())


def entry(version: str, *links: str, **more: object) -> dict[str, object]:
    return {"from_code": "en", "to_code": "uk", "package_version": version, "links": list(links), **more}


def test_install_by_name_takes_the_newest_and_tells_the_bytes(
    web: dict[str, Callable[[], Any]], tmp_path: Path, sentencepiece_folder: Path
) -> None:
    data = tiny.archive(sentencepiece_folder, tmp_path / "x.argosmodel").read_bytes()
    web[INDEX] = listed(
        entry("1.9", "https://x.example/old"),
        entry("1.10", "ipfs://nothing", "https://x.example/gone", "https://x.example/new"),
        entry("9", "https://x.example/sbd", type="sbd"),
        entry("9", "https://x.example/other", to_code="de"),
    )
    web["https://x.example/new"] = lambda: Response(data)
    seen: list[tuple[int, int | None]] = []
    package = engine.install("translate-en_uk", progress=lambda done, total: seen.append((done, total)))
    assert package.name == "en_uk-1_4"
    assert seen[-1] == (len(data), len(data))


FAILURES: dict[str, tuple[dict[str, Callable[[], Any]], str]] = {
    "no network": ({}, "index cannot be reached \\(no route to host\\)"),
    "index no JSON": ({INDEX: lambda: Response(b"<html>")}, "index is not valid"),
    "index no list": ({INDEX: lambda: Response(b"{}")}, "index is not valid"),
    "not in index": ({INDEX: listed(entry("1", "https://x.example/a", to_code="de"))}, "index has no en_uk"),
    "no usable link": (
        {INDEX: listed(entry("1", "file:///etc/passwd", "http://x.example/a"))},
        "no usable link",
    ),
    "links no list": ({INDEX: listed(entry("1") | {"links": 7})}, "no usable link"),
    "link dead": ({INDEX: listed(entry("1", "https://x.example/a"))}, "cannot be downloaded \\(no route"),
    "cut off": (
        {
            INDEX: listed(entry("1", "https://x.example/a")),
            "https://x.example/a": lambda: Response(b"half", length=8),
        },
        "cut off after 4 of 8 bytes",
    ),
    "no package": (
        {
            INDEX: listed(entry("1", "https://x.example/a")),
            "https://x.example/a": lambda: Response(b"<html>not found</html>"),
        },
        "no intact zip",
    ),
}


@pytest.mark.parametrize("case", FAILURES)
def test_install_by_name_when_it_fails_says_why_in_one_line_and_leaves_nothing(
    web: dict[str, Callable[[], Any]], own_store: Path, case: str
) -> None:
    answers, message = FAILURES[case]
    web.update(answers)
    with pytest.raises(ModelError, match=message) as caught:
        engine.install("en_uk")
    assert "\n" not in str(caught.value)
    assert list(own_store.iterdir()) == []


def test_download_when_larger_than_a_package_may_be_stops(
    web: dict[str, Callable[[], Any]], own_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "MAX_BYTES", 100_000)
    web[INDEX] = listed(entry("1", "https://x.example/a"))
    web["https://x.example/a"] = lambda: Response(bytes(200_000))
    with pytest.raises(ModelError, match="the download exceeds"):
        engine.install("en_uk")
    assert list(own_store.iterdir()) == []
