"""A reviewed file back into its article: the engine is a dictionary, the XLIFF and the formats are real."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.dictionary_engine import DictionaryEngine
from translate import articles, merge, originals, xliff
from translate.errors import ArticleError, OutputError, TranslateError, UsageError, XliffError
from translate.glossary import Glossary, Term
from translate.merge import Merged, Unreviewed
from translate.pipeline import Pipeline
from translate.preparation import Preparation, Settings

DATE = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
GLOSSARY = Glossary([Term("Irpin", "Ірпінь", kind="place", gender="masc")])
ENGINE = DictionaryEngine(
    {
        "The mayor of ｟Irpin￨Ірпінь｠ spoke.": "Мер Ірпеня виступив.",
        "Nobody left.": "Ніхто не поїхав.",
        "It rained.": "Дощило.",
    }
)
NEWS = "The mayor of Irpin spoke. Nobody left.\n\n  It rained.\n"


def drafted(folder: Path, text: str = NEWS, name: str = "news.txt") -> Path:
    """Write an article below `folder`/seeds and its draft to `folder`/out; return the draft."""
    path = folder / "seeds" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    pipeline = Pipeline(ENGINE, GLOSSARY, Settings())
    prepared = pipeline.prepare(articles.read(path), name)
    out = folder / "out" / f"{name}.uk.xlf"
    out.parent.mkdir(exist_ok=True)
    out.write_bytes(
        xliff.to_bytes(pipeline.document(prepared, pipeline.draft(prepared), DATE, "../seeds").document)
    )
    return out


def edit(file: Path, *changes: tuple[str, str]) -> None:
    """Replace text in a draft, as a reviewer or a tool does."""
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def merged(file: Path, unreviewed: Unreviewed = "draft", *, force: bool = False) -> tuple[Merged, str]:
    """Merge a draft; the result and the text of the merged article."""
    [returned] = xliff.read(file)
    article = articles.read(originals.find_article(returned, file))
    result = merge.merge(
        returned,
        article,
        Preparation(GLOSSARY, Settings()),
        originals.output_path(returned, file.parent, article.path),
        unreviewed=unreviewed,
        force=force,
    )
    return result, result.output.read_text(encoding="utf-8")


def test_a_changed_target_stands_in_the_article(tmp_path: Path) -> None:
    file = drafted(tmp_path)
    edit(file, ("Ніхто не поїхав.", "Ніхто не виїхав."))
    result, text = merged(file)
    assert text == "Мер Ірпеня виступив. Ніхто не виїхав.\n\n  Дощило.\n"
    assert result.output == tmp_path / "out" / "uk" / "news.txt"
    assert (result.reviewed, result.drafts, result.sources) == (1, 2, 0)
    assert (result.problems, result.findings) == ((), ())


def test_unreviewed_segments_get_their_source_when_asked(tmp_path: Path) -> None:
    file = drafted(tmp_path)
    edit(file, ("Ніхто не поїхав.", "Ніхто не виїхав."))
    assert merged(file, "source")[1] == "The mayor of Irpin spoke. Ніхто не виїхав.\n\n  It rained.\n"


def test_unreviewed_segments_stop_the_merge_when_asked(tmp_path: Path) -> None:
    file = drafted(tmp_path)
    edit(file, ("Ніхто не поїхав.", "Ніхто не виїхав."))
    with pytest.raises(ArticleError, match=r"2 segments not reviewed: 1-1, 2-1\. Review them"):
        merged(file, "fail")
    assert not (tmp_path / "out" / "uk").exists()


def test_the_sources_as_targets_give_the_article_back(tmp_path: Path) -> None:
    file = drafted(tmp_path)
    assert merged(file, "source")[1] == NEWS


def test_a_reviewed_target_without_its_term_is_a_finding(tmp_path: Path) -> None:
    file = drafted(tmp_path)
    edit(file, ("Мер Ірпеня виступив.", "Мер Бучі виступив."))
    result, _ = merged(file)
    assert [(found.unit, found.finding.check) for found in result.findings] == [("1-1", "terms")]


def test_a_target_of_a_megabyte_is_merged_unchecked_and_said_so(tmp_path: Path) -> None:
    file = drafted(tmp_path)
    long = "Бучі 7 " * 150_000 + "."
    edit(file, ("Мер Ірпеня виступив.", long), ("Ніхто не поїхав.", "Усі поїхали."))
    result, text = merged(file)
    assert text.startswith(long + " Усі")
    assert result.problems == (
        "unit 1-1 is not checked: it has 1,050,001 characters, and at most 20,000 are. "
        "Divide it into sentences",
    )
    assert [(found.unit, found.finding.check) for found in result.findings] == [("1-2", "negation")]


def test_a_changed_article_is_refused_with_the_segments_that_differ(tmp_path: Path) -> None:
    file = drafted(tmp_path)
    (tmp_path / "seeds" / "news.txt").write_text(NEWS.replace("rained", "snowed"), encoding="utf-8")
    with pytest.raises(ArticleError) as caught:
        merged(file)
    assert str(caught.value) == (
        f"{tmp_path / 'seeds' / 'news.txt'}: has changed since it was drafted; segments that differ: 2-1. "
        "Draft it again, or merge the rest with --force"
    )


def test_the_rest_of_a_changed_article_is_merged_when_forced(tmp_path: Path) -> None:
    file = drafted(tmp_path)
    changed = "A new one. " + NEWS.replace("rained", "snowed")
    (tmp_path / "seeds" / "news.txt").write_text(changed, encoding="utf-8")
    result, text = merged(file, force=True)
    assert text == "A new one. Мер Ірпеня виступив. Ніхто не поїхав.\n\n  It snowed.\n"
    assert result.problems == (
        "no unit came back for 2 segments: 1-1, 2-1",
        "1 unit with a source that the article does not have: 2-1",
    )


def test_a_missing_unit_is_listed_and_keeps_its_source(tmp_path: Path) -> None:
    file = drafted(tmp_path)
    text = file.read_text(encoding="utf-8")
    start, end = text.index('<trans-unit id="2-1"'), text.index("</trans-unit>", text.index('id="2-1"'))
    file.write_text(text[:start] + text[end + len("</trans-unit>") :], encoding="utf-8")
    result, article = merged(file)
    assert article.endswith("\n\n  It rained.\n")
    assert result.problems == ("no unit came back for 1 segment: 2-1",)


def test_units_that_were_renamed_are_found_by_their_source(tmp_path: Path) -> None:
    file = drafted(tmp_path)
    edit(file, ('id="1-2"', 'id="7"'), ("Ніхто не поїхав.", "Ніхто не виїхав."))
    result, text = merged(file)
    assert "Ніхто не виїхав." in text
    assert result.problems == ()


def test_units_that_a_tool_added_are_listed(tmp_path: Path) -> None:
    file = drafted(tmp_path)
    added = '<trans-unit id="x"><source>More.</source><target state="final">Ще.</target></trans-unit></group>'
    text = file.read_text(encoding="utf-8")
    last = text.rindex("</group>")
    file.write_text(text[:last] + added + text[last + len("</group>") :], encoding="utf-8")
    assert merged(file)[0].problems == ("1 unit with a source that the article does not have: x",)


def test_an_article_that_is_nowhere_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = drafted(tmp_path)
    (tmp_path / "seeds" / "news.txt").unlink()
    with pytest.raises(XliffError, match=r"its article `news\.txt` was not found\. Name the article"):
        merged(file)


def test_an_article_is_found_below_the_folder_that_is_named(tmp_path: Path) -> None:
    file = drafted(tmp_path)
    other = tmp_path / "elsewhere"
    (tmp_path / "seeds").rename(other)
    [returned] = xliff.read(file)
    assert originals.find_article(returned, file, other) == other / "news.txt"


def test_a_name_that_leads_out_of_the_folder_stays_inside(tmp_path: Path) -> None:
    file = drafted(tmp_path)
    edit(file, ('original="news.txt"', 'original="../../etc/news.txt"'))
    [returned] = xliff.read(file)
    assert originals.output_path(returned, Path("out"), Path("news.txt")) == Path("out/uk/etc/news.txt")


def test_the_article_itself_is_never_overwritten(tmp_path: Path) -> None:
    file = drafted(tmp_path)
    [returned] = xliff.read(file)
    path = tmp_path / "seeds" / "news.txt"
    with pytest.raises(OutputError, match="is the article itself"):
        merge.merge(returned, articles.read(path), Preparation(GLOSSARY, Settings()), path)


@pytest.mark.parametrize(
    ("words", "message"), [(("no", "all"), "--unreviewed is"), (("fail", "x"), "--reviewed is")]
)
def test_words_of_the_command_line_that_mean_nothing_are_refused(
    words: tuple[str, str], message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        merge.check_policy(*words)


def test_errors_name_the_file(tmp_path: Path) -> None:
    broken = tmp_path / "news.txt.uk.xlf"
    broken.write_bytes(b"<xliff")
    with pytest.raises(TranslateError, match=str(broken)):
        xliff.read(broken)
