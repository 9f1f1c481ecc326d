"""The review loop from the command line: what comes back well, what reviewers and their tools do to it."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.articles.docx_samples import unpacked
from tests.cli.commands import call, finish, start
from tests.cli.reviewed import (
    ARTICLES,
    BRIEF,
    MEMORY,
    PAGE,
    PAGE_2,
    POST,
    REVIEWED,
    TEXT,
    XLIFF_2,
    edit,
    lay_out,
    review,
    review_text,
    unit,
)


@pytest.fixture(autouse=True)
def project(workplace: Path) -> None:
    lay_out()


def merged(*arguments: str | Path, name: str = "news.txt") -> str:
    """Merge; return the article that was written, nothing having been said."""
    outcome = call("merge", *arguments, "-q")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    return Path("out/uk", name).read_text(encoding="utf-8")


def listed(*arguments: str | Path) -> list[str]:
    """Call something of which a part fails; return what it lists."""
    outcome = call(*arguments, "-q")
    assert (outcome.code, outcome.out) == (1, "")
    lines = outcome.err.splitlines()
    assert all(line.startswith("translate: ") for line in lines)
    return [line.removeprefix("translate: ") for line in lines]


# The circle


@pytest.mark.parametrize("file", [TEXT, XLIFF_2])
def test_a_reviewed_file_is_merged_learnt_and_never_drafted_again(file: Path) -> None:
    review_text(file)
    assert merged(file) == REVIEWED
    outcome = call("learn", file, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    assert json.loads(outcome.out)["files"][0]["new"] == 3
    again = json.loads(call("run", "seeds/news.txt", "--to", "uk", "--out", "again", "--json").out)
    assert again["articles"][0]["from_memory"] == 3
    assert 'approved="yes"' in unit(Path("again/news.txt.uk.xlf"), "2-1")
    assert merged("again/news.txt.uk.xlf") == REVIEWED


def test_every_format_is_merged_in_one_call() -> None:
    review(PAGE, _1_1='<g id="2">Міста</g> <g id="1">мер</g> виступив.')
    review(POST, _2_1='Ніхто не <g id="1">покинув</g> <g id="2">міста</g>.')
    review(BRIEF, _1_1="Ніхто не покинув міста.")
    assert call("merge", TEXT, PAGE, POST, BRIEF, "-q").code == 0
    assert '<p><a href="/k">Міста</a> <b>мер</b> виступив.</p>' in Path("out/uk/page.html").read_text("utf-8")
    assert "Ніхто не *покинув* [міста](https://example.org/).\n" in Path("out/uk/post.md").read_text("utf-8")
    assert "Ніхто не покинув міста." in unpacked(Path("out/uk/brief.docx"))["word/document.xml"].decode()


def test_sources_for_all_that_is_not_reviewed_give_the_article_back() -> None:
    assert call("merge", TEXT, POST, BRIEF, "--unreviewed", "source", "-q").code == 0
    for name in ("news.txt", "post.md"):
        assert Path("out/uk", name).read_bytes() == ARTICLES[name]
    assert unpacked(Path("out/uk/brief.docx")) == unpacked(Path("seeds/brief.docx"))


def test_learning_twice_changes_no_byte_of_the_proposals_and_no_entry_of_the_memory() -> None:
    Path("seeds/names.txt").write_text("The mayor of Kyiv spoke.\n", encoding="utf-8")
    assert call("run", "seeds/names.txt", "--to", "uk", "-q").code == 0
    file = Path("out/names.txt.uk.xlf")
    edit(file, ("Києва", "Київа"))
    first = call("learn", file, TEXT, "--json")
    proposals = Path("glossaries/en-uk.proposed.tsv").read_bytes()
    assert "Kyiv\tКиїва" in proposals.decode()
    memory = _exported()
    second = call("learn", file, TEXT, file, "--json")
    assert Path("glossaries/en-uk.proposed.tsv").read_bytes() == proposals
    assert _exported() == memory
    assert [each["new"] for each in json.loads(first.out)["files"]] == [1, 0]
    assert [each["same"] for each in json.loads(second.out)["files"]] == [1, 0]


def _exported() -> str:
    """Return the entries of the memory."""
    assert call("memory", "export", "memory.tmx", "--replace").code == 0
    return Path("memory.tmx").read_text(encoding="utf-8").partition("<body>")[2]


def test_a_file_given_twice_counts_once() -> None:
    review_text()
    assert merged(TEXT, TEXT) == REVIEWED
    files = json.loads(call("learn", TEXT, TEXT, "--json").out)["files"]
    assert [each["new"] for each in files] == [3]


def test_drafts_of_a_folder_that_is_run_again_are_kept_when_reviewed() -> None:
    review_text()
    before = TEXT.read_bytes()
    document = json.loads(call("run", "seeds", "--to", "uk", "--json").out)
    assert {each["status"] for each in document["articles"]} == {"kept", "unchanged"}
    assert TEXT.read_bytes() == before


def test_statistics_count_what_was_learnt() -> None:
    review_text()
    assert call("learn", TEXT, "-q").code == 0
    rows = call("stats", "seeds/news.txt", "--format", "csv").out.splitlines()
    assert [row for row in rows if not row.endswith(",0,0,0")] == [
        "article,band,segments,words,characters",
        "seeds/news.txt,context,3,14,69",
        "seeds/news.txt,total,3,14,69",
        "all,context,3,14,69",
        "all,total,3,14,69",
    ]


@pytest.mark.skipif(os.name != "posix", reason="pipes of another kind")
def test_a_reader_that_goes_away_is_no_traceback() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    outcome = finish(start("merge", TEXT, PAGE, stdout=writing))
    os.close(writing)
    assert (outcome.code, outcome.err) == (1, "")


# Units


def _without(file: Path, id_: str) -> None:
    edit(file, (unit(file, id_), ""))


def _moved(file: Path) -> None:
    own, last = unit(file, "1-1"), unit(file, "2-1")
    edit(file, (own, ""), (last, own + last))


def _twice(file: Path) -> None:
    own = unit(file, "1-2")
    edit(file, (own, own + own.replace("Ніхто", "Жоден")))


def _renamed(file: Path) -> None:
    edit(file, ('id="1-1"', 'id="unit1"'), ('id="1-2"', 'id="unit2"'))


def _added(file: Path) -> None:
    own = unit(file, "2-1")
    new = own.replace('"2-1', '"9-1').replace("It rained for 12 days.", "More.")
    edit(file, (own, own + new))


def _source_edited(file: Path) -> None:
    edit(file, ("Nobody left the city.", "Nobody left the town."))


_ENGLISH = "Мер виступив у понеділок. Nobody left the city.\n\n  Дощ ішов 12 днів.\n"


@pytest.mark.parametrize("file", [TEXT, XLIFF_2], ids=["1.2", "2.0"])
@pytest.mark.parametrize(
    ("change", "article", "problems"),
    [
        (lambda file: _without(file, "1-2"), _ENGLISH, ["no unit came back for 1 segment: 1-2"]),
        (_moved, REVIEWED, []),
        (_renamed, REVIEWED, []),
        (_added, REVIEWED, ["1 unit with a source that the article does not have: 9-1"]),
        (
            _source_edited,
            _ENGLISH,
            [
                "no unit came back for 1 segment: 1-2",
                "1 unit with a source that the article does not have: 1-2",
            ],
        ),
        (lambda file: review(file, _1_2=""), _ENGLISH, ["no target came back for 1 segment: 1-2"]),
        (lambda file: review(file, _1_2="  "), _ENGLISH, ["no target came back for 1 segment: 1-2"]),
    ],
    ids=["missing", "moved", "renamed", "added", "source edited", "empty", "blank"],
)
def test_units_that_a_tool_has_changed_are_placed_or_listed(
    file: Path, change: Callable[[Path], None], article: str, problems: list[str]
) -> None:
    review_text(file)
    change(file)
    if problems:
        assert listed("merge", file) == [f"out/uk/news.txt: {problem}" for problem in problems]
        assert Path("out/uk/news.txt").read_text(encoding="utf-8") == article
    else:
        assert merged(file) == article


def test_a_unit_that_stands_twice_is_named_and_the_first_counts() -> None:
    review_text()
    _twice(TEXT)
    [problem] = listed("merge", TEXT)
    assert problem.startswith("out/uk/news.txt: unit 1-2: its id is used twice; the one in line ")
    assert Path("out/uk/news.txt").read_text(encoding="utf-8") == REVIEWED
    [problem] = listed("learn", TEXT)
    assert problem.startswith(f"{TEXT}: unit 1-2: its id is used twice; the one in line ")
    assert MEMORY.exists()


def test_the_review_of_renamed_units_is_no_draft() -> None:
    review_text()
    _renamed(TEXT)
    assert merged(TEXT, "--unreviewed", "source") == REVIEWED
    assert merged(TEXT, "--unreviewed", "fail", "--reviewed", "changed") == REVIEWED


def test_a_file_without_a_single_unit_is_listed() -> None:
    text = TEXT.read_text(encoding="utf-8")
    edit(TEXT, (text[text.index("<body>") : text.index("</body>") + 7], ""))
    assert listed("merge", TEXT) == [
        "out/uk/news.txt: a <file> has no <body>",
        "out/uk/news.txt: no unit came back for 3 segments: 1-1, 1-2, 2-1",
    ]
    assert listed("learn", TEXT) == [f"{TEXT}: a <file> has no <body>"]


# Inline codes

_LOST_B, _LOST_A = (
    "the inline codes <b> around a text were lost",
    "the inline codes <a> around a text were lost",
)


@pytest.mark.parametrize(
    ("target", "paragraph", "problems"),
    [
        ("Мер міста виступив.", "Мер міста виступив.", [_LOST_B, _LOST_A]),
        (
            '<g id="1">Мер</g> <g id="2">міста</g> <g id="1">виступив</g>.',
            '<b>Мер</b> <a href="/k">міста</a> виступив.',
            [
                "the inline code <b> came back twice; the second was left out",
                "the inline code </b> came back twice; the second was left out",
            ],
        ),
        (
            '<bx id="1"/>Мер <bx id="2"/>міста<ex id="1"/> тут<ex id="2"/> виступив.',
            'Мер <a href="/k">міста тут</a> виступив.',
            ["the inline code </b> closes before it opens, or crosses another", _LOST_B],
        ),
        (
            '<g id="1">Мер</g> <g id="2">міста</g><x id="9"/> <g id="77">виступив</g>.',
            '<b>Мер</b> <a href="/k">міста</a> виступив.',
            [
                "the inline code 9 (other) is not in the source and was left out",
                "the inline code 77 (other) is not in the source and was left out",
            ],
        ),
        (
            '<g id="1">Мер</g> <g>міста</g> виступив.',
            "<b>Мер</b> міста виступив.",
            ["the inline code without an id (other) is not in the source and was left out", _LOST_A],
        ),
        (
            '<g id="1"><g id="2">Мер</g></g> міста виступив.',
            '<b><a href="/k">Мер</a></b> міста виступив.',
            [],
        ),
    ],
    ids=["lost", "doubled", "crossed", "invented", "no id", "nested"],
)
def test_inline_codes_that_a_reviewer_has_changed_leave_a_whole_page(
    target: str, paragraph: str, problems: list[str]
) -> None:
    review(PAGE, _1_1=target)
    if problems:
        expected = [f"out/uk/page.html: segment 1-1: {problem}" for problem in problems]
        assert listed("merge", PAGE) == expected
    else:
        merged(PAGE, name="page.html")
    assert f"<p>{paragraph}</p>" in Path("out/uk/page.html").read_text(encoding="utf-8")


def test_a_line_break_that_was_lost_stands_at_the_end() -> None:
    review(PAGE_2, _2_1="Дощ ішов 12 днів.")
    lost = "out/uk/page.html: segment 2-1: the inline code <br> was lost and stands at the end now"
    assert listed("merge", PAGE_2) == [lost]
    assert "<p>Дощ ішов 12 днів.<br></p>" in Path("out/uk/page.html").read_text(encoding="utf-8")


def test_tags_that_a_reviewer_types_are_text() -> None:
    review(PAGE, _1_1="&lt;script&gt;мер&lt;/script&gt;")
    assert call("merge", PAGE, "-q").code == 1
    assert "<p>&lt;script&gt;мер&lt;/script&gt;</p>" in Path("out/uk/page.html").read_text(encoding="utf-8")


def test_tags_that_cross_in_the_article_are_no_fault_of_the_reviewer() -> None:
    Path("seeds/soup.html").write_text("<p>The <b>mayor <i>of</b> the city</i> spoke.</p>", encoding="utf-8")
    assert call("run", "seeds/soup.html", "--to", "uk", "-q").code == 0
    file = Path("out/soup.html.uk.xlf")
    text = merged(file, name="soup.html")
    assert text.index("<b>") < text.index("<i>") < text.index("</b>") < text.index("</i>")


# Texts


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("Nobody left the city.", "target is the same as the source (untranslated)"),
        ("Nikt nie opuścił miasta.", "left in Latin letters: “Nikt nie opuścił miasta” (untranslated)"),
        ("Никто не был, это ясно.", "Russian letters in a Ukrainian word: “это” (э) (letters)"),
    ],
    ids=["English", "Polish", "Russian"],
)
def test_a_target_in_another_language_is_merged_and_said(target: str, message: str) -> None:
    review_text()
    review(TEXT, _1_2=target)
    assert f"out/uk/news.txt: segment 1-2: {message}" in listed("merge", TEXT)
    assert target in Path("out/uk/news.txt").read_text(encoding="utf-8")


# Articles


def test_an_article_that_has_changed_is_merged_as_far_as_it_goes_when_forced() -> None:
    review_text()
    edit(Path("seeds/news.txt"), ("Nobody", "Somebody"))
    assert listed("merge", TEXT) == [
        "seeds/news.txt: has changed since it was drafted; segments that differ: 1-2. "
        "Draft it again, or merge the rest with --force"
    ]
    assert not Path("out/uk").exists()
    assert listed("merge", TEXT, "--force") == [
        "out/uk/news.txt: no unit came back for 1 segment: 1-2",
        "out/uk/news.txt: 1 unit with a source that the article does not have: 1-2",
    ]
    expected = "Мер виступив у понеділок. Somebody left the city.\n\n  Дощ ішов 12 днів.\n"
    assert Path("out/uk/news.txt").read_text(encoding="utf-8") == expected


def test_a_changed_article_does_not_cost_a_reviewer_the_work() -> None:
    review_text()
    edit(Path("seeds/news.txt"), ("Nobody", "Somebody"))
    before = TEXT.read_bytes()
    line = call("run", "seeds/news.txt", "--to", "uk", "-q").said(1)
    assert line == (
        f"{TEXT}: a reviewer has worked in it, but the article has changed since. "
        "Learn from it (`translate learn`), or draft anew with --force"
    )
    assert TEXT.read_bytes() == before
    assert call("learn", TEXT, "-q").code == 0
    document = json.loads(call("run", "seeds/news.txt", "--to", "uk", "--fuzzy", "100", "--json").out)
    assert document["articles"][0]["from_memory"] == 2


@pytest.mark.parametrize(
    "original",
    ["", "/home/anna/news.txt", "C:\\Users\\anna\\news.txt", "C:/news.txt", "\\\\server\\share\\news.txt",
     "file:///home/anna/news.txt", "../../../news.txt", ".", "page.html"],
)  # fmt: skip
def test_wherever_a_file_says_its_article_lies_the_result_stays_in_its_folder(original: str) -> None:
    review_text()
    edit(TEXT, ('original="news.txt"', f'original="{original}"'))
    assert merged(TEXT, "--source", "seeds/news.txt") == REVIEWED
    assert [path for path in Path("out/uk").rglob("*") if path.is_file()] == [Path("out/uk/news.txt")]


@pytest.mark.parametrize("original", ["C:\\Users\\anna\\news.txt", "/home/anna/news.txt", "old\\news.txt"])
def test_an_article_is_found_by_its_name_when_it_was_drafted_elsewhere(original: str) -> None:
    review_text()
    edit(TEXT, ('original="news.txt"', f'original="{original}"'))
    assert call("merge", TEXT, "-q").code == 0
    assert [path.name for path in Path("out/uk").rglob("*.txt")] == ["news.txt"]


@pytest.mark.parametrize("language", ["uk-UA", "UK", "uk-Cyrl-UA"])
def test_a_language_with_its_country_is_the_language(language: str) -> None:
    review_text()
    edit(TEXT, ('target-language="uk"', f'target-language="{language}"'))
    assert merged(TEXT) == REVIEWED
    assert call("learn", TEXT, "-q").code == 0
    assert MEMORY.exists()


def test_another_target_language_has_a_folder_and_a_memory_of_its_own() -> None:
    review_text()
    edit(TEXT, ('target-language="uk"', 'target-language="pl"'))
    call("merge", TEXT, "-q")
    assert Path("out/pl/news.txt").read_text(encoding="utf-8") == REVIEWED
    assert not Path("out/uk").exists()
    assert call("learn", TEXT, "-q").code == 0
    assert not MEMORY.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="file names of arbitrary bytes")
@pytest.mark.parametrize(
    ("name", "source"),
    [(b"two words.txt", False), (b"it's \"so\".txt", False), (b"two\nlines.txt", False), (b"a\\b.txt", False),
     (b"tab\t.txt", False), (b"a&<b>.txt", False), (b"Kyiv:/x.txt", False), (b"caf\xe9.txt", True)],
)  # fmt: skip
def test_an_article_of_any_name_comes_back(name: bytes, source: bool) -> None:
    path = Path(os.fsdecode(b"more/" + name))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(ARTICLES["news.txt"])
    assert call("run", "more", "--to", "uk", "-q").code == 0
    file = Path("out", path.relative_to("more")).with_name(f"{path.name}.uk.xlf")
    review_text(file)
    # XML cannot hold a name that is no text: the article has to be named.
    more = ("--source", path) if source else ()
    assert merged(file, *more, name=str(path.relative_to("more"))) == REVIEWED
    outcome = call("learn", file)
    assert (outcome.code, outcome.err, len(outcome.out.splitlines())) == (0, "", 2)
    assert len(call("stats", path).out.splitlines()) == 4
