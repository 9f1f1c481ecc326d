"""`translate run` when all is well: what it writes, what it prints, what it leaves alone."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.commands import SCRIPT, Outcome, call, finish, parts_left, start
from tests.returned import units
from tests.validate import faults
from translate import xliff

TEXT = "Irpin rebuilds\n\nThe mayor of Irpin said on Tuesday that 12 people were hurt.\n"
OUT = Path("out/brief.txt.uk.xlf")


@pytest.fixture
def article(workplace: Path) -> Path:
    """An article of two segments in the folder `news`."""
    path = workplace / "news" / "brief.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: str | Path) -> Outcome:
    return call("run", "news", "--to", "uk", *arguments)


def reviewed() -> bytes:
    """Do what a reviewer does: save the file with another target; return its bytes."""
    target = units(OUT)[0].target
    OUT.write_bytes(OUT.read_bytes().replace(target.encode(), "Ірпінь відбудовується".encode()))
    return OUT.read_bytes()


@pytest.mark.usefixtures("article")
def test_a_run_writes_one_valid_file_an_article_and_a_table() -> None:
    outcome = run()
    assert (outcome.code, outcome.err) == (0, "")
    heading, row, counts, report = outcome.out.splitlines()
    assert counts.startswith("names and figures: ")
    assert report == "report: out/report.html"
    assert " ".join(heading.split()) == (
        "article segments from memory terms settled figures settled flagged file"
    )
    assert row.split()[:3] == ["brief.txt", "2", "0"]
    assert row.split()[-1] == str(OUT)
    assert faults(OUT) == []
    [returned] = xliff.read(OUT)
    assert returned.original == "brief.txt"
    assert parts_left(Path("out")) == []


@pytest.mark.usefixtures("article")
def test_json_holds_the_signature_and_the_counts_of_each_article() -> None:
    document = json.loads(run("--json").out)
    assert document["signature"]["tool"].startswith("translate ")
    assert document["signature"]["model"].startswith("argos en_uk ")
    assert document["signature"]["glossary"].startswith("sha256:")
    [article] = document["articles"]
    expected = {"article": "news/brief.txt", "output": str(OUT), "status": "drafted", "segments": 2}
    assert expected.items() <= article.items()
    assert (article["figures"], article["error"]) == (1, None)


@pytest.mark.usefixtures("article")
def test_json_of_a_run_with_a_failure_says_what_failed_and_exits_1() -> None:
    Path("news/empty.txt").touch()
    outcome = run("--json")
    assert outcome.code == 1
    brief, empty = json.loads(outcome.out)["articles"]
    assert (brief["status"], empty["status"]) == ("drafted", "failed")
    assert empty["error"] == outcome.err.removeprefix("translate: ").strip()


@pytest.mark.usefixtures("article")
def test_quiet_prints_nothing() -> None:
    assert run("-q") == Outcome(0, "", "")
    assert OUT.exists()


@pytest.mark.usefixtures("article")
def test_verbose_says_how_names_and_figures_were_settled() -> None:
    assert run("-v", "--no-report").out.splitlines()[-1].startswith("  brief.txt: ")


@pytest.mark.usefixtures("article")
def test_a_second_run_says_unchanged_and_does_not_write() -> None:
    run()
    before = (OUT.read_bytes(), OUT.stat().st_mtime_ns, OUT.stat().st_ino)
    outcome = run()
    assert outcome.code == 0
    assert f"{OUT} (unchanged)" in outcome.out
    assert (OUT.read_bytes(), OUT.stat().st_mtime_ns, OUT.stat().st_ino) == before
    assert json.loads(run("--json").out)["articles"][0]["status"] == "unchanged"


def test_a_changed_article_is_drafted_again(article: Path) -> None:
    run()
    article.write_text("Sumy rebuilds\n", encoding="utf-8")
    assert run("-q").code == 0
    assert units(OUT)[0].source == "Sumy rebuilds"


@pytest.mark.usefixtures("article")
def test_another_glossary_drafts_again() -> None:
    run()
    Path("own.tsv").write_text("Irpin\tІрпінь\tприклад\n", encoding="utf-8")
    assert "unchanged" not in run("--glossary", "own.tsv").out
    assert "приклад" in units(OUT)[0].note


@pytest.mark.usefixtures("article")
def test_a_file_a_reviewer_has_changed_is_kept() -> None:
    run()
    before = reviewed()
    outcome = run()
    assert outcome.code == 0
    assert f"{OUT} (kept: changed since it was drafted; --force overwrites)" in outcome.out
    assert OUT.read_bytes() == before


@pytest.mark.usefixtures("article")
def test_force_overwrites_what_a_reviewer_has_changed() -> None:
    run()
    drafted = OUT.read_bytes()
    before = reviewed()
    assert run("--force", "-q").code == 0
    assert OUT.read_bytes() != before
    assert units(OUT) == units(drafted)


def test_a_reviewed_file_whose_article_has_changed_is_an_error_and_stays(article: Path) -> None:
    run()
    before = reviewed()
    article.write_text("Sumy rebuilds\n", encoding="utf-8")
    assert run("-q").said(1) == (
        f"{OUT}: a reviewer has worked in it, but the article has changed since. "
        "Learn from it (`translate learn`), or draft anew with --force"
    )
    assert OUT.read_bytes() == before


@pytest.mark.usefixtures("article")
def test_a_foreign_file_in_the_place_of_the_output_is_an_error_and_stays() -> None:
    OUT.parent.mkdir()
    OUT.write_text("a shopping list", encoding="utf-8")
    message = f"{OUT}: is there already and is no draft of this tool. Move it, or use --force"
    assert run("-q").said(1) == message
    assert OUT.read_text(encoding="utf-8") == "a shopping list"
    assert run("-q", "--force").code == 0


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize("code", ["uk-UA", "uk_UA", "UK"])
def test_the_region_and_the_case_of_a_language_code_do_not_matter(code: str) -> None:
    assert call("run", "news", "--to", code, "-q").code == 0
    [returned] = xliff.read(OUT)
    assert returned.target_language == "uk"


def test_the_country_code_for_the_language_is_named_as_such() -> None:
    assert call("run", "--to", "ua").said(2) == "`ua` is a country code; the language is `uk`"


@pytest.mark.usefixtures("article")
def test_a_pair_without_a_model_names_the_pairs_there_are_and_the_command() -> None:
    assert call("run", "news", "--to", "de").said(2) == (
        "no installed model drafts en → de; installed: en → uk. "
        "Install one with `translate models install en_de`"
    )


@pytest.mark.parametrize("source", ["uk", "uk-UA"])
def test_the_same_language_twice_is_wrong_usage(source: str) -> None:
    message = call("run", "--from", source, "--to", "uk").said(2)
    assert message == "--from and --to are both 'uk'. Give two different languages"


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize(
    "arguments",
    [["run", "news"], ["run", "--to", "uk", "--nope"], ["run", "--to", "uk", "--figures", "wide"], ["nope"]],
)
def test_wrong_usage_exits_2_and_writes_nothing(arguments: list[str]) -> None:
    outcome = call(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert "Traceback" not in outcome.err
    assert not Path("out").exists()


def test_without_paths_and_seeds_the_error_names_what_to_type() -> None:
    message = "there is no folder seeds/ here. Name the articles or their folder"
    assert call("run", "--to", "uk").said(2) == message


@pytest.mark.usefixtures("article")
def test_the_default_input_is_the_folder_seeds() -> None:
    Path("news").rename("seeds")
    assert call("run", "--to", "uk", "-q").code == 0
    assert OUT.exists()


def test_an_article_given_three_times_is_drafted_once(article: Path) -> None:
    outcome = call("run", "news", article, "news/../news/brief.txt", "--to", "uk", "--json")
    assert len(json.loads(outcome.out)["articles"]) == 1


@pytest.mark.usefixtures("article")
def test_folders_whose_articles_would_share_an_output_are_refused() -> None:
    other = Path("archive/brief.txt")
    other.parent.mkdir()
    other.write_text("Sumy rebuilds\n", encoding="utf-8")
    message = call("run", "news", "archive", "--to", "uk").said(2)
    assert message.startswith("news/brief.txt and archive/brief.txt would get the same output name")
    assert not Path("out").exists()


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize("arguments", [["--help"], ["run", "--help"], ["--version"]])
def test_help_loads_none_of_the_heavy_libraries(arguments: list[str]) -> None:
    script = (
        "import sys, translate.cli\n"
        "try: translate.cli.main()\n"
        "finally: print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    outcome = finish(start(*arguments, script=script))
    assert outcome.code == 0
    assert outcome.out
    heavy = {"argostranslate", "babel", "ctranslate2", "lxml", "numpy", "pymorphy3", "sentencepiece"}
    assert heavy & set(outcome.err.split()) == set()


@pytest.mark.usefixtures("article")
def test_nothing_listens_to_the_output_any_more_is_no_traceback() -> None:
    reader = subprocess.Popen([sys.executable, "-c", "pass"], stdin=subprocess.PIPE)
    assert reader.stdin is not None
    process = start("run", "news", "--to", "uk", "--json", stdout=reader.stdin.fileno())
    reader.stdin.close()
    reader.wait()
    assert finish(process) == Outcome(1, "", "")
    assert OUT.exists()


@pytest.mark.usefixtures("article")
def test_output_to_a_full_disk_is_one_line() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with Path("/dev/full").open("wb") as full:
        process = start("run", "news", "--to", "uk", stdout=full.fileno())
    assert finish(process).said(1) == "the output: No space left on device"
    assert OUT.exists()


@pytest.mark.usefixtures("article")
def test_closed_output_is_no_traceback() -> None:
    script = "import os; os.close(1); import sys; sys.stdout = None; from translate.cli import main; main()"
    assert finish(start("run", "news", "--to", "uk", script=script)) == Outcome(0, "", "")


def test_an_encoding_that_lacks_the_letters_still_prints(article: Path) -> None:
    article.rename(article.with_name("Ірпінь.txt"))
    outcome = call("run", "news", "--to", "uk", encoding="latin-1")
    assert outcome.code == 0
    assert r"\u0406\u0440\u043f\u0456\u043d\u044c.txt" in outcome.out


@pytest.mark.skipif(sys.platform == "win32", reason="signals of another kind")
def test_ctrl_c_in_the_middle_is_one_line_and_leaves_whole_files_only(workplace: Path) -> None:
    news = workplace / "news"
    news.mkdir()
    for number in range(300):
        (news / f"{number}.txt").write_text(f"{TEXT}\nIt was train {number} of the day.\n", encoding="utf-8")
    # One article at a time, so that the middle of the run comes soon.
    script = f"import sys, translate.batch; sys.modules['translate.batch.executor'].WINDOW = 1; {SCRIPT}"
    process = start("run", "news", "--to", "uk", script=script)
    out = workplace / "out"
    deadline = time.monotonic() + 30
    while not list(out.glob("*.xlf")) and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    assert finish(process).said(1) == "interrupted. The files written so far are complete"
    written = list(out.glob("*.xlf"))
    assert 0 < len(written) < 300
    assert [fault for path in written for fault in faults(path)] == []
    assert parts_left(out) == []


@pytest.mark.usefixtures("article")
def test_ctrl_c_while_the_model_loads_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("translate.engine.engine_for", interrupt)
    assert run().said(1) == "interrupted. The files written so far are complete"
    assert not Path("out").exists()


def test_metric_gives_miles_also_in_kilometres() -> None:
    Path("news").mkdir()
    Path("news/roads.txt").write_text("The war destroyed 5,000 miles of roads.\n", encoding="utf-8")
    assert call("run", "news", "--to", "uk", "--metric").code == 0
    [unit] = units(Path("out/roads.txt.uk.xlf"))
    assert "8000 км (5000 миль)" in unit.target.replace("\u00a0", " ")
    assert "figure" not in unit.note.partition("Check:")[2], unit.note
