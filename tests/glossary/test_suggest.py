"""Suggestions: ranked, linked, written as rows of a glossary; the command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from translate.cli import app
from translate.errors import UsageError
from translate.glossary import Glossary, Suggestion, Term, load, rows, suggest

IRPIN = (
    "irpin.txt",
    [
        "Mayor Oleksandr Markushyn said: “Irpin has been liberated.”",
        "In Irpin, Markushyn thanked Sarah Pemberton of the World Bank.",
        "Markushyn’s house in Irpin stands.",
    ],
)
BUCHA = ("bucha.txt", ["The road from Irpin to Bucha is open, Markushyn wrote.", "DTEK mended the lines."])


def _made(*articles: tuple[str, list[str]], terms: tuple[Term, ...] = (), **options: int) -> list[Suggestion]:
    return suggest(articles, Glossary(terms), "en", "uk", **options)


def test_suggestions_come_most_frequent_first_with_spelling_kind_and_gender() -> None:
    made = [
        (one.source, one.target, one.kind, one.gender, one.count, one.articles) for one in _made(IRPIN, BUCHA)
    ]
    assert made == [
        ("Oleksandr Markushyn", "Олександр Маркушин", "person", "masc", 4, 2),
        ("Irpin", "Ірпінь", "place", "", 4, 2),
        ("Sarah Pemberton", "Сара Пембертон", "person", "femn", 1, 1),
        ("World Bank", "", "organisation", "", 1, 1),
        ("Bucha", "Буча", "place", "", 1, 1),
        ("DTEK", "", "acronym", "", 1, 1),
    ]


def test_surname_alone_is_a_variant_of_the_full_name() -> None:
    (markushyn, *_) = _made(IRPIN, BUCHA)
    assert [(v.source, v.target, v.count) for v in markushyn.variants] == [("Markushyn", "Маркушин", 3)]


def test_surname_alone_is_no_variant_of_the_preposition_before_it() -> None:
    made = _made(
        ("a.txt", ["Ursula von der Leyen came.", "The guests left; von der Leyen stayed with Leyen."])
    )
    assert [one.source for one in made] == ["Ursula von der Leyen"]


def test_names_of_the_glossary_are_not_suggested() -> None:
    made = _made(IRPIN, terms=(Term("Irpin", "Ірпінь"), Term("Markushyn", "Маркушин")))
    assert "Irpin" not in [one.source for one in made]
    assert "Markushyn" not in [one.source for one in made]


def test_min_count_leaves_out_rare_names() -> None:
    assert [one.source for one in _made(IRPIN, BUCHA, min_count=2)] == ["Oleksandr Markushyn", "Irpin"]


def test_dateline_in_capitals_counts_for_the_name() -> None:
    made = _made(("a.txt", ["KHARKIV — The kitchen is open.", "She came to Kharkiv."]))
    assert [(one.source, one.target, one.count) for one in made] == [("Kharkiv", "Харків", 2)]


def test_at_most_three_contexts_of_one_line_are_kept() -> None:
    made = _made(("a.txt", [f"Number {n}:\nhe lives in Irpin now." for n in range(5)]))
    assert made[0].contexts == tuple(f"Number {n}: he lives in Irpin now." for n in range(3))


def test_rows_are_a_glossary_file_with_a_comment_before_each(tmp_path: Path) -> None:
    text = rows(_made(IRPIN, BUCHA))
    path = tmp_path / "suggested.tsv"
    path.write_text(text, encoding="utf-8")
    assert [(term.source, term.target, term.kind) for term in load(path)] == [
        ("Oleksandr Markushyn", "Олександр Маркушин", "person"),
        ("Markushyn", "Маркушин", "person"),
        ("Irpin", "Ірпінь", "place"),
        ("Sarah Pemberton", "Сара Пембертон", "person"),
        ("Bucha", "Буча", "place"),
    ]
    assert "# 4 × in 2 articles, person: transliteration (KMU 55/2010)" in text
    assert "#World Bank\t\t\torganisation" in text


def test_source_language_other_than_english_is_refused() -> None:
    with pytest.raises(UsageError, match="English only"):
        suggest([], Glossary([]), "de", "uk")


def test_target_without_rules_gives_names_without_spelling() -> None:
    made = suggest([IRPIN], Glossary([]), "en", "fr")
    assert {one.target for one in made} == {""}
    assert rows(made).count("\n#Irpin") == 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "articles"
    path.mkdir()
    (path / "irpin.txt").write_text("\n\n".join(IRPIN[1]), encoding="utf-8")
    return path


def test_command_writes_rows_and_leaves_the_glossary_alone(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    glossary = tmp_path / "mine.tsv"
    glossary.write_text("Irpin\tІрпінь\n", encoding="utf-8")
    out = tmp_path / "new.tsv"
    command = ["glossary", "suggest", str(folder), "--glossary", str(glossary), "--out", str(out)]
    result = CliRunner().invoke(app, command)
    assert result.exit_code == 0, result.output
    assert "Markushyn" in [term.source for term in load(out)]
    assert glossary.read_text(encoding="utf-8") == "Irpin\tІрпінь\n"


def test_command_refuses_to_write_over_a_glossary_it_reads(folder: Path, tmp_path: Path) -> None:
    glossary = tmp_path / "mine.tsv"
    glossary.write_text("Irpin\tІрпінь\n", encoding="utf-8")
    command = ["glossary", "suggest", str(folder), "--glossary", str(glossary), "--out", str(glossary)]
    result = CliRunner().invoke(app, command)
    assert isinstance(result.exception, UsageError)
    assert glossary.read_text(encoding="utf-8") == "Irpin\tІрпінь\n"


def test_command_prints_json(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["glossary", "suggest", str(folder), "--json", "--min-count", "2"])
    assert [one["target"] for one in json.loads(result.stdout)] == ["Олександр Маркушин", "Ірпінь"]
