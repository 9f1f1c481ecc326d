"""What is said of a batch: done, in review, pending or failed, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dictionary_engine import DictionaryEngine
from translate.articles import find
from translate.batch import State, run, status
from translate.glossary import Glossary, Term
from translate.pipeline import Pipeline
from translate.preparation import Settings


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text("The mayor of Irpin spoke.\n", encoding="utf-8")
    (folder / "b.txt").write_text("The bridge is open.\n", encoding="utf-8")
    return folder


def pipeline(*terms: Term, model: str = "dictionary") -> Pipeline:
    engine = DictionaryEngine()
    engine.signature = model
    return Pipeline(engine, Glossary(terms), Settings())


def told(news: Path, own: Pipeline) -> dict[str, tuple[str, str]]:
    states: list[State] = status(find([news]), own, news.parent / "out")
    return {state.article.name: (state.standing, state.why) for state in states}


def draft(news: Path, own: Pipeline) -> None:
    run(find([news]), own, news.parent / "out")


def test_before_the_first_run_all_is_pending_and_nothing_is_made(news: Path) -> None:
    assert told(news, pipeline()) == {"a.txt": ("pending", "new"), "b.txt": ("pending", "new")}
    assert not (news.parent / "out").exists()


def test_after_a_run_all_is_done_and_counted(news: Path) -> None:
    draft(news, pipeline())
    [first, second] = status(find([news]), pipeline(), news.parent / "out")
    assert (first.standing, first.segments, first.flagged) == ("done", 1, 1)
    assert (second.standing, second.segments, second.flagged) == ("done", 1, 1)
    assert second.output == news.parent / "out" / "b.txt.uk.xlf"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("article", {"a.txt": "done", "b.txt": "pending: the article, the model or a setting has changed"}),
        ("glossary", {"a.txt": "pending: the glossary has changed for its terms", "b.txt": "done"}),
        ("reviewed", {"a.txt": "done", "b.txt": "in review"}),
        ("deleted", {"a.txt": "done", "b.txt": "pending: the article, the model or a setting has changed"}),
        (
            "model",
            dict.fromkeys(("a.txt", "b.txt"), "pending: the article, the model or a setting has changed"),
        ),
    ],
)
def test_what_has_changed_since_is_said(news: Path, change: str, expected: dict[str, str]) -> None:
    draft(news, pipeline())
    output = news.parent / "out" / "b.txt.uk.xlf"
    own = pipeline()
    match change:
        case "article":
            (news / "b.txt").write_text("The bridge is closed.\n", encoding="utf-8")
        case "glossary":
            own = pipeline(Term("Irpin", "Ірпінь", kind="place", gender="masc"))
        case "reviewed":
            output.write_bytes(output.read_bytes().replace(b'state="needs-', b'state="translated" x="', 1))
        case "deleted":
            output.unlink()
        case "model":
            own = pipeline(model="another")
    states = told(news, own)
    assert {name: ": ".join(filter(None, state)) for name, state in states.items()} == expected


def test_a_failure_is_said_with_its_reason(news: Path) -> None:
    (news / "b.txt").write_bytes(b"\xff")
    draft(news, pipeline())
    standing, why = told(news, pipeline())["b.txt"]
    assert standing == "failed"
    assert "is not UTF-8" in why


def test_what_the_engine_failed_on_is_failed_until_it_is_done(
    news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(DictionaryEngine, "draft", fail)
        draft(news, pipeline())
    assert told(news, pipeline())["b.txt"][0] == "failed"
    draft(news, pipeline())
    assert told(news, pipeline())["b.txt"] == ("done", "")


def test_status_writes_nothing(news: Path) -> None:
    draft(news, pipeline())
    (news / "b.txt").write_text("The bridge is closed.\n", encoding="utf-8")
    out = news.parent / "out"
    before = {path: path.read_bytes() for path in out.rglob("*") if path.suffix in (".xlf", ".sqlite")}
    told(news, pipeline(Term("bridge", "міст")))
    after = {path: path.read_bytes() for path in before}
    assert after == before
