"""Many articles: what becomes of each, in their order, whatever becomes of the others."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.dictionary_engine import DictionaryEngine
from translate import batch, xliff
from translate.articles import Found, find
from translate.batch import Events, Result
from translate.engine import Hypothesis
from translate.errors import ModelError, UsageError
from translate.glossary import Glossary
from translate.pipeline import Pipeline
from translate.preparation import Settings
from translate.protection import FigureStyle


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of three articles, one of them in a folder of its own."""
    folder = tmp_path / "news"
    write(folder / "a.txt", "The mayor spoke.\n\nNobody answered.\n")
    write(folder / "b.txt", "The mayor spoke.\n")
    write(folder / "sub" / "c.txt", "The bridge is open.\n")
    return folder


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def pipeline(engine: DictionaryEngine | None = None, figure_style: str = "long") -> Pipeline:
    return Pipeline(engine or DictionaryEngine(), Glossary([]), Settings(figures=FigureStyle(figure_style)))


def drafted(folder: Path, engine: DictionaryEngine | None = None, *, force: bool = False) -> list[Result]:
    return batch.run(find([folder]), pipeline(engine), folder.parent / "out", force=force)


def statuses(results: Sequence[Result]) -> dict[str, str]:
    return {result.article.name: result.status for result in results}


def test_each_article_gets_a_document_at_its_path_below_the_folder(news: Path) -> None:
    out = news.parent / "out"
    results = drafted(news)
    assert [result.output for result in results] == [
        out / "a.txt.uk.xlf",
        out / "b.txt.uk.xlf",
        out / "sub" / "c.txt.uk.xlf",
    ]
    [document] = xliff.read(out / "sub" / "c.txt.uk.xlf")
    assert document.original == "sub/c.txt"
    digest = hashlib.sha256((news / "sub" / "c.txt").read_bytes()).hexdigest()
    assert document.header["source-sha256"] == digest
    assert [result.segments for result in results] == [2, 1, 1]


@pytest.mark.parametrize(
    ("relative", "output"),
    [
        ("brief.txt", "out/brief.txt.uk.xlf"),
        ("sub/brief.text", "out/sub/brief.text.uk.xlf"),
        ("v1.2.txt", "out/v1.2.txt.uk.xlf"),
    ],
)
def test_the_name_of_a_draft_keeps_the_suffix_of_its_article(relative: str, output: str) -> None:
    assert batch.output_path(Found(Path("any"), Path(relative)), Path("out"), "uk") == Path(output)


def test_results_come_in_the_order_of_the_articles(news: Path) -> None:
    found = find([news])[::-1]
    results = batch.run(found, pipeline(), news.parent / "out")
    assert [result.article for result in results] == [each.path for each in found]


def test_no_articles_is_no_result(tmp_path: Path) -> None:
    assert batch.run([], pipeline(), tmp_path / "out") == []
    assert not (tmp_path / "out").exists()


def test_the_articles_of_a_batch_go_to_the_engine_together(news: Path) -> None:
    class Counting(DictionaryEngine):
        calls: list[int]

        def draft(
            self,
            texts: Sequence[str],
            *,
            hypotheses: int = 1,
            part_tokens: int | None = None,
            avoid: Sequence[Sequence[str]] | None = None,
            progress: Callable[[int], None] | None = None,
        ) -> list[list[Hypothesis]]:
            self.calls.append(len(texts))
            return DictionaryEngine.draft(self, texts, hypotheses=hypotheses, progress=progress)

    engine = Counting()
    engine.calls = []
    drafted(news, engine)
    assert engine.calls[0] == 3  # what two articles have, once


def test_a_window_ends_when_it_has_enough_segments(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # In the package `run` is the function.
    monkeypatch.setattr(import_module("translate.batch.executor"), "WINDOW", 2)
    planned: list[int] = []
    done: list[int] = []
    finished: list[str] = []
    events = Events(planned.append, done.append, lambda result: finished.append(result.article.name))
    batch.run(find([news]), pipeline(), news.parent / "out", events=events)
    assert planned == [2, 2]
    assert finished == ["a.txt", "b.txt", "c.txt"]


def test_a_bad_article_is_its_own_result_and_no_other_s(news: Path) -> None:
    (news / "b.txt").write_bytes(b"\xff")
    results = drafted(news)
    assert statuses(results) == {"a.txt": "drafted", "b.txt": "failed", "c.txt": "drafted"}
    assert str(results[1].error).startswith(f"{news / 'b.txt'}: the byte 0xff at offset 0 is not UTF-8.")


def test_a_second_run_asks_the_engine_nothing(news: Path) -> None:
    drafted(news)
    engine = DictionaryEngine()
    assert set(statuses(drafted(news, engine)).values()) == {"unchanged"}
    assert engine.asked == []


def test_only_the_changed_article_is_drafted_again(news: Path) -> None:
    drafted(news)
    write(news / "b.txt", "The bridge is closed.\n")
    engine = DictionaryEngine()
    assert statuses(drafted(news, engine)) == {"a.txt": "unchanged", "b.txt": "drafted", "c.txt": "unchanged"}
    assert set(engine.asked) == {"The bridge is closed."}


def test_another_model_or_setting_drafts_again(news: Path) -> None:
    drafted(news)
    other = DictionaryEngine()
    other.signature = "another dictionary"
    assert set(statuses(drafted(news, other)).values()) == {"drafted"}
    short = pipeline(other, figure_style="short")
    again = batch.run(find([news]), short, news.parent / "out")
    assert set(statuses(again).values()) == {"drafted"}


def test_force_drafts_again_what_is_unchanged(news: Path) -> None:
    drafted(news)
    assert set(statuses(drafted(news, force=True)).values()) == {"drafted"}


def test_a_changed_file_is_kept_even_when_the_model_is_another(news: Path) -> None:
    [output] = [result.output for result in drafted(news) if result.article.name == "b.txt"]
    output.write_bytes(output.read_bytes() + b"<!-- looked at -->\n")
    before = output.read_bytes()
    other = DictionaryEngine()
    other.signature = "another dictionary"
    assert statuses(drafted(news, other))["b.txt"] == "kept"
    assert output.read_bytes() == before


def test_an_article_on_which_the_engine_fails_stops_no_other(
    news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = DictionaryEngine.draft

    def fail(self: DictionaryEngine, texts: Sequence[str], **options: Any) -> list[list[Hypothesis]]:
        if any("bridge" in text for text in texts):
            raise ModelError("the model failed")
        return draft(self, texts, **options)

    monkeypatch.setattr(DictionaryEngine, "draft", fail)
    results = drafted(news)
    assert statuses(results) == {"a.txt": "drafted", "b.txt": "drafted", "c.txt": "failed"}
    assert str(results[2].error) == f"{news / 'sub' / 'c.txt'}: the model failed"


def test_an_unknown_encoding_is_an_error_of_the_call(news: Path) -> None:
    with pytest.raises(UsageError, match="--encoding `nonsense`"):
        batch.run(find([news]), pipeline(), news.parent / "out", encoding="nonsense")


def test_a_paragraph_is_drafted_up_to_the_limit_and_refused_beyond(
    news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("translate.batch.assess.LONGEST_BLOCK", len("The mayor spoke."))
    assert statuses(drafted(news)) == {"a.txt": "drafted", "b.txt": "drafted", "c.txt": "failed"}


def test_the_date_of_the_drafts_can_be_fixed(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    outputs = [result.output for result in drafted(news)]
    assert b' date="2023-11-14T22:13:20Z"' in outputs[0].read_bytes()
    before = [output.read_bytes() for output in outputs]
    drafted(news, force=True)
    assert [output.read_bytes() for output in outputs] == before


def test_a_result_is_ready_for_json(news: Path) -> None:
    (news / "b.txt").write_bytes(b"")
    first, second, _ = json.loads(json.dumps([result.as_dict() for result in drafted(news)]))
    assert first["article"] == str(news / "a.txt")
    assert (first["status"], first["segments"], first["error"]) == ("drafted", 2, None)
    assert second["error"] == f"{news / 'b.txt'}: is empty. Leave it out or give it a text"
