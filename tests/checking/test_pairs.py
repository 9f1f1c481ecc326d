from __future__ import annotations

from pathlib import Path

import pytest

from translate.checking import read_pair
from translate.errors import ArticleError


def pair(folder: Path, source: str, target: str, suffix: str = ".txt") -> list[str]:
    """Pair two texts; return `unit@line: source = target` and see that each offset is where the target is."""
    files = folder / f"a.en{suffix}", folder / f"a.uk{suffix}"
    for file, text in zip(files, (source, target), strict=True):
        file.write_bytes(text.encode())
    document = read_pair(*files, ("en", "uk"))
    for item in document.items:
        if item.offset is not None:
            assert target[item.offset :].startswith(item.target.text)
    return [
        f"{item.unit}@{item.line}: {item.source.text} = {item.target.text}".replace("\n", "⏎")
        for item in document.items
    ]


def test_lines_of_two_texts_are_paired(tmp_path: Path) -> None:
    assert pair(tmp_path, "One. Two.\n\nThree.\n", "Один. Два.\r\n\r\n  Три.") == [
        "1@1: One. Two. = Один. Два.",
        "3@3: Three. = Три.",
    ]


def test_lines_pair_whatever_the_suffix(tmp_path: Path) -> None:
    assert pair(tmp_path, "One.\n", "Один.\n", ".corpus") == ["1@1: One. = Один."]


def test_a_line_without_translation_is_paired_with_nothing(tmp_path: Path) -> None:
    assert pair(tmp_path, "One.\nTwo.\nThree.", "Один.\n\nТри.") == [
        "1@1: One. = Один.",
        "2@2: Two. = ",
        "3@3: Three. = Три.",
    ]


def test_blocks_are_paired_where_lines_differ(tmp_path: Path) -> None:
    source = "Headline\n\nOne. Two.\n\n- item\n"
    assert pair(tmp_path, source, "Заголовок\nОдин. Два.\n\n\n  - пункт\n") == [
        "1-1@1: Headline = Заголовок",
        "2-1@2: One. = Один.",
        "2-2@2: Two. = Два.",
        "3-1@5: item = пункт",
    ]


def test_a_block_of_more_sentences_is_one_segment(tmp_path: Path) -> None:
    assert pair(tmp_path, "Headline\n\nOne. Two.\n", "Заголовок\nОдин і два.\n") == [
        "1-1@1: Headline = Заголовок",
        "2@2: One. Two. = Один і два.",
    ]


def test_blocks_of_pages_are_paired(tmp_path: Path) -> None:
    source = "<p>The <b>mayor</b> spoke.</p>"
    assert pair(tmp_path, source, "<p><b>Мер</b> сказав.</p>", ".html") == [
        "1-1@None: The mayor spoke. = Мер сказав."
    ]


@pytest.mark.parametrize(
    ("source", "target", "where"),
    [
        ("One.\nTwo.\n\nThree.", "Один.\n\nДва.\nТри.\nЧотири.",
         "4 blocks of text where {source} has 3; "
         "line 2 is blank in the target and reads “Two.” in the other"),
        ("One.\nTwo.\nThree.", "Один.\nДва.",
         "2 blocks of text where {source} has 3; the target has nothing for block 3, “Three.”"),
        ("One.\nTwo.", "Один.\nДва.\nТри.",
         "3 blocks of text where {source} has 2; the source has nothing for block 3, “Три.”"),
        ("One.\n- two\nThree.", "Один.\nТри.",
         "2 blocks of text where {source} has 3; "
         "block 2 is a list in the source and a paragraph in the target"),
    ],
)  # fmt: skip
def test_texts_of_other_numbers_are_refused_with_the_place(
    tmp_path: Path, source: str, target: str, where: str
) -> None:
    with pytest.raises(ArticleError) as error:
        pair(tmp_path, source, target)
    hint = "Give both texts the same lines, or the same paragraphs"
    expected = f"{where.format(source=tmp_path / 'a.en.txt')}. {hint}"
    assert str(error.value) == f"{tmp_path / 'a.uk.txt'}: {expected}"
