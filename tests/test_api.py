"""The tool as a library."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import translate
from tests.dictionary_engine import DictionaryEngine
from translate.errors import UsageError


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("translate.engine.engine_for", lambda *_, **__: DictionaryEngine())
    Path("news").mkdir()
    Path("news/a.txt").write_text("The mayor of Irpin spoke.\n", encoding="utf-8")
    return tmp_path


def test_a_run_gives_the_results_and_tells_as_it_goes() -> None:
    heard: list[translate.Result] = []
    results = translate.run("news", to="uk", out="drafts", events=translate.Events(finished=heard.append))
    assert [(each.article, each.output, each.status) for each in results] == [
        (Path("news/a.txt"), Path("drafts/a.txt.uk.xlf"), "drafted")
    ]
    assert heard == results


def test_a_batch_knows_how_far_it_is() -> None:
    batch = translate.Batch(to="uk", paths=[Path("news")])
    assert [state.standing for state in batch.status()] == ["pending"]
    batch.run()
    assert [state.standing for state in batch.status()] == ["done"]


def test_several_paths_and_options_are_those_of_a_batch() -> None:
    Path("more.txt").write_text("It cost $5 billion.\n", encoding="utf-8")
    first, second = translate.run(["news", Path("more.txt")], to="uk", figures="short", xliff="2.0")
    assert {first.status, second.status} == {"drafted"}
    assert "5\u00a0млрд\u00a0дол." in Path("out/more.txt.uk.xlf").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"xliff": "3"}, "--xliff is 1.2 or 2.0, not '3'"),
        ({"figures": "tiny"}, "--figures is long or short, not 'tiny'"),
        ({"encoding": "klingon"}, "--encoding `klingon` is not a known text encoding"),
        ({"from_": "uk"}, "--from and --to are both 'uk'"),
    ],
)
def test_a_wrong_option_is_an_error_before_any_work(options: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message.replace(".", r"\.")):
        translate.run("news", to="uk", **options)  # type: ignore[arg-type]
    assert not Path("out").exists()


def test_the_page_on_the_library_names_what_there_is() -> None:
    page = (Path(__file__).parents[1] / "docs" / "python.md").read_text(encoding="utf-8")
    table = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]
    assert set(re.findall(r"`(\w+)", " ".join(table))) == set(translate.__all__)


def test_an_unknown_option_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="nonsense"):
        translate.run("news", to="uk", nonsense=1)
