"""Watch mode: what appears or changes is drafted, until stopped. Real files, real notifications."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue
from threading import Event, Thread

import pytest

from tests.dictionary_engine import DictionaryEngine
from translate import Batch, Events, Result
from translate.batch import watch as watching
from translate.errors import UsageError

SOON = 20.0

Seen = Callable[[], dict[str, str]]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder with an empty `news/`, in which a dictionary drafts."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("translate.engine.engine_for", lambda *_, **__: DictionaryEngine())
    monkeypatch.setattr(watching, "QUIET", 60)
    (tmp_path / "news").mkdir()
    (tmp_path / "glossaries").mkdir()
    (tmp_path / "glossaries" / "en-uk.tsv").write_text("Irpin\tІрпінь\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def seen(place: Path) -> Iterator[Seen]:
    """Start watching; the function waits for the next results: name of the article and status."""
    queue: Queue[list[Result] | BaseException] = Queue()
    stop = Event()

    def work() -> None:
        try:
            for results in Batch(to="uk", paths=[Path("news")]).watch(Events(warned=warned.append), stop):
                queue.put(results)
        except BaseException as error:
            queue.put(error)

    warned: list[str] = []
    thread = Thread(target=work)
    thread.start()

    def next_results() -> dict[str, str]:
        results = queue.get(timeout=SOON)
        assert isinstance(results, list), results
        return {result.article.name: result.status for result in results}

    next_results.warned = warned  # type: ignore[attr-defined]
    yield next_results
    stop.set()
    thread.join(timeout=SOON)
    assert not thread.is_alive()


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def test_articles_are_drafted_as_they_come_and_change(place: Path, seen: Seen) -> None:
    assert seen() == {}
    write(place / "news" / "a.txt", "The mayor of Irpin spoke.\n")
    assert seen() == {"a.txt": "drafted"}
    write(place / "news" / "b.txt", "The bridge is open.\n")
    assert seen() == {"b.txt": "drafted"}
    write(place / "news" / "a.txt", "The mayor of Irpin left.\n")
    assert seen() == {"a.txt": "drafted"}
    assert sorted(path.name for path in (place / "out").glob("*.xlf")) == ["a.txt.uk.xlf", "b.txt.uk.xlf"]


def test_a_file_that_is_moved_into_the_folder_is_drafted(place: Path, seen: Seen) -> None:
    assert seen() == {}
    write(place / "a.txt", "The bridge is open.\n")
    (place / "a.txt").rename(place / "news" / "a.txt")
    assert seen() == {"a.txt": "drafted"}


def test_a_new_row_of_the_glossary_drafts_what_it_touches(place: Path, seen: Seen) -> None:
    write(place / "news" / "a.txt", "The mayor of Irpin spoke.\n")
    write(place / "news" / "b.txt", "The bridge is open.\n")
    first = seen()
    if len(first) < 2:  # the watch began before the second file was there
        first |= seen()
    assert set(first) == {"a.txt", "b.txt"}
    write(place / "glossaries" / "en-uk.tsv", "Irpin\tІрпінь\nbridge\tміст\n")
    assert seen() == {"a.txt": "unchanged", "b.txt": "drafted"}


def test_a_glossary_that_is_broken_for_a_moment_ends_nothing(place: Path, seen: Seen) -> None:
    assert seen() == {}
    write(place / "glossaries" / "en-uk.tsv", "Irpin\n")
    write(place / "news" / "a.txt", "The mayor of Irpin spoke.\n")
    write(place / "glossaries" / "en-uk.tsv", "Irpin\tІрпінь\n")
    write(place / "news" / "b.txt", "The bridge is open.\n")
    found: dict[str, str] = {}
    while set(found) != {"a.txt", "b.txt"}:
        found |= seen()
    assert found["a.txt"] in ("drafted", "unchanged")


def test_drafts_and_other_files_are_no_articles(place: Path, seen: Seen) -> None:
    assert seen() == {}
    write(place / "news" / "notes.odt", "no article")
    write(place / "news" / ".hidden.txt", "The bridge is open.\n")
    write(place / "news" / "a.txt", "The bridge is open.\n")
    assert seen() == {"a.txt": "drafted"}


def test_a_folder_that_is_not_there_is_wrong_usage(place: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        next(Batch(to="uk", paths=[place / "nowhere"]).watch())
