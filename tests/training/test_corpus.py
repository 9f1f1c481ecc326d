"""Reading and cleaning: every rule by a pair that breaks it and by one that does not."""

from __future__ import annotations

import gzip
import lzma
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.corpus import RULES, Limits, Pair, clean, read, without_annotations
from training.errors import TrainingError
from translate.engine import normalise

GOOD = (
    ("The mayor spoke on Monday.", "Мер виступив у понеділок."),
    ("No", "Немає"),
    ("NATO sent 300 F-16 jets to Ukraine.", "НАТО надіслало Україні 300 літаків F-16."),
    ("The mayor of ｟Irpin￨Ірпінь｠ said", "Мер Ірпеня сказав"),
    ("Up 5% since May", "Зростання на 5% від травня"),
)
BAD = (
    ("empty", "…", "Мер"),
    ("empty", "The mayor", "2022"),
    ("long", "word " * 91, "слово " * 80),
    ("ratio", "The mayor spoke on Monday.", "Мер."),
    ("identical", "Firefox", "firefox"),
    ("source-script", "Мер сказав", "Мер мовив"),
    ("target-script", "The mayor spoke", "The mayor said"),
    ("target-language", "The mayor spoke", "Мэр выступил"),
    ("markup", "See <b>this</b> page", "Див. цю сторінку"),
    ("markup", "%s was added to the list", "%s додано до списку"),
)


def dropped(*sides: tuple[str, str], without: tuple[str, ...] = ()) -> dict[str, int]:
    _, reasons = clean([Pair("web", *each) for each in sides], without=without)
    return {rule: count for (_, rule), count in reasons.items()}


@pytest.mark.parametrize(("source", "target"), GOOD)
def test_clean_when_pair_is_sound_then_it_is_kept(source: str, target: str) -> None:
    assert dropped((source, target)) == {}


@pytest.mark.parametrize(("rule", "source", "target"), BAD)
def test_clean_when_pair_breaks_a_rule_then_it_is_dropped_under_its_name(
    rule: str, source: str, target: str
) -> None:
    assert dropped((source, target)) == {rule: 1}


def test_rules_each_have_a_pair_that_breaks_them() -> None:
    assert {rule for rule, _, _ in BAD} == {name for name, _ in RULES}


def test_clean_when_pair_comes_again_in_other_quotes_then_the_first_is_kept() -> None:
    twice = ("“No” is no answer", "«Ні» — не відповідь"), ('"no"  is no answer', '"Ні" — не відповідь')
    assert dropped(*twice) == {"duplicate": 1}
    kept, _ = clean([Pair("web", *each) for each in twice])
    assert kept == [Pair("web", '"No" is no answer', '"Ні" — не відповідь')]


def test_clean_when_only_the_annotation_differs_then_both_are_kept() -> None:
    assert dropped(("In Kyiv", "У Києві"), ("In ｟Kyiv￨Київ｠", "У Києві")) == {}


def test_clean_when_a_side_stands_in_an_evaluation_set_then_it_is_held_out() -> None:
    pairs = (
        ("The mayor “spoke”", "Мер виступив"),
        ("He spoke", "Він виступив"),
        ("In ｟Kyiv￨Київ｠", "У Києві"),
    )
    without = ('the mayor "spoke"', "Він виступив", "In Kyiv")
    assert dropped(*pairs, without=without) == {"held-out": 3}


def test_clean_when_limits_are_narrower_then_more_is_dropped() -> None:
    _, reasons = clean([Pair("web", "One two three", "Один два три")], Limits(words=2))
    assert reasons == {("web", "long"): 1}


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_cleaned_text_is_normalised_and_cleaning_again_drops_nothing(sides: list[tuple[str, str]]) -> None:
    kept, _ = clean([Pair("web", *each) for each in sides])
    assert all(normalise(pair.source) == pair.source for pair in kept)
    assert clean(kept) == (kept, {})


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("｟A￨Б｠ and ｟C￨Д｠'s", "A and C's"),
        ("no marks", "no marks"),
        ("half ｟open", "half ｟open"),
    ],
)
def test_without_annotations_leaves_the_source(text: str, plain: str) -> None:
    assert without_annotations(text) == plain


def test_read_takes_two_and_three_columns_plain_and_compressed(tmp_path: Path) -> None:
    (tmp_path / "news.tsv").write_text("One\tОдин\n", encoding="utf-8")
    with lzma.open(tmp_path / "all.tsv.xz", "wt", encoding="utf-8") as file:
        file.write("web\tTwo\tДва\n")
    with gzip.open(tmp_path / "all.tsv.gz", "wt", encoding="utf-8") as file:
        file.write("web\tThree\tТри\r\n")
    found = [pair for name in ("news.tsv", "all.tsv.xz", "all.tsv.gz") for pair in read(tmp_path / name)]
    assert found == [Pair("news", "One", "Один"), Pair("web", "Two", "Два"), Pair("web", "Three", "Три")]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.tsv", "one\tдва\nthree\n".encode(), "a.tsv:2: 1 columns"),
        ("a.tsv", b"\xff\xfe\t\xff", "cannot be read"),
        ("a.tsv.xz", b"no archive", "cannot be read"),
    ],
)
def test_read_when_file_is_broken_then_says_where(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(TrainingError, match=message):
        list(read(tmp_path / name))
