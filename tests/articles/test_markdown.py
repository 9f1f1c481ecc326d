from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.articles.markdown_notation import (
    HERE,
    NEWS,
    content_of,
    joined,
    notation,
    own,
    read_bytes,
    written,
)
from translate.articles import Article, Block, read, write
from translate.errors import ArticleError, UsageError
from translate.inline import Text


def _cases() -> Iterator[tuple[str, str, str]]:
    text = (HERE / "blocks.txt").read_text(encoding="utf-8").partition("\n\n")[2]
    for case in text.split("\n.\n\n"):
        name, markdown, blocks = case.removesuffix("\n.\n").split("\n.\n")
        yield name, markdown + "\n", blocks


def _rows() -> list[list[str]]:
    text = (HERE / "targets.txt").read_text(encoding="utf-8").partition("\n\n")[2]
    return [line.split(" → ") for line in text.splitlines()]


def _line(block: Block) -> str:
    return f"{'inside ' * block.inside}{block.kind}: {notation(block.content)}"


@pytest.mark.parametrize(("markdown", "blocks"), [pytest.param(m, b, id=name) for name, m, b in _cases()])
def test_read_of_a_snippet_gives_its_blocks(markdown: str, blocks: str) -> None:
    assert "\n".join(map(_line, read_bytes(markdown).blocks)) == blocks


@pytest.mark.parametrize("markdown", [pytest.param(m, id=name) for name, m, _ in _cases()])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_writing_the_blocks_of_a_snippet_gives_the_same_bytes(markdown: str, newline: str) -> None:
    article = read_bytes(markdown.replace("\n", newline))
    assert joined(article) == markdown.replace("\n", newline).encode()
    assert written(article, own(article)) == markdown.replace("\n", newline).encode()


@pytest.mark.parametrize(("source", "target", "expected"), _rows())
def test_write_of_a_target_escapes_what_would_be_markup(source: str, target: str, expected: str) -> None:
    article = read_bytes(source.replace("⏎", "\n") + "\n")
    assert len(article.blocks) == 1
    assert written(article, [content_of(target)]).decode().replace("\n", "⏎") == expected + "⏎"


@pytest.mark.parametrize(
    ("encoding", "bom", "named"),
    [
        ("utf-8", b"\xef\xbb\xbf", None),
        ("utf-16-le", b"\xff\xfe", None),
        ("utf-16-be", b"\xfe\xff", None),
        ("cp1251", b"", "windows-1251"),
    ],
)
def test_write_keeps_encoding_and_mark(encoding: str, bom: bytes, named: str | None) -> None:
    data = bom + "# Київ\r\n\r\n> Слова *тут*\r\n> далі\r\n".encode(encoding)
    article = read_bytes(data, named)
    assert (article.encoding, article.bom, article.datatype) == (encoding, bom, "x-markdown")
    assert [block.text for block in article.blocks] == ["Київ", "Слова тут далі"]
    assert written(article, own(article)) == data


def test_read_with_lone_surrogates_keeps_them() -> None:
    article = read_bytes(b"+2AA- *a* &amp; b", "utf-7")
    assert [block.text for block in article.blocks] == ["\ud800 a & b"]


# News.


def _blocks_of(article: Article) -> dict[str, int]:
    return {block.text: index for index, block in enumerate(article.blocks)}


def test_read_of_the_news_numbers_what_is_inside_codes() -> None:
    article = read(NEWS)
    place = _blocks_of(article)
    (mayor,) = (block for block in article.blocks if "Markushyn" in block.text)
    link = next(code for code in mayor.codes if code.kind == "close" and code.type == "link")
    number = place["The mayor's page"] + 1
    assert link.data == ('](https://example.org/mayor "', number, '")')
    assert [code.shown for code in mayor.codes] == ["**", "**", "[", "**", "**", "](…)", "[^count]"]
    assert [code.type for code in mayor.codes if code.kind != "close"] == ["bold", "link", "bold", "other"]


def test_write_of_the_news_translates_block_by_block() -> None:
    article = read(NEWS)
    targets, place = own(article), _blocks_of(article)
    targets[place['Irpin bridge reopens: "We waited two years"']] = Text("Міст відкрито: «Чекали»")
    targets[place["The crossing that thousands used to flee now carries 12,000 cars a day"]] = Text(
        "Так: 12 000"
    )
    targets[place["The mayor's page"]] = Text('Сторінка "мера"')
    targets[place["before the war"]] = Text("до | війни")
    result = written(article, targets).decode()
    assert 'title: "Міст відкрито: «Чекали»"\ndescription: "Так: 12 000"\n' in result
    # Only the title of the link changed: the paragraph around it is written anew, with its text.
    assert (
        "opened to traffic on Saturday. [Mayor **Oleksandr Markushyn**]"
        '(https://example.org/mayor "Сторінка \\"мера\\"") called it “a day we have waited for”.[^count]\n'
        in result
    )
    assert "| 2021 | 11,400 | до \\| війни |\n" in result
    assert "> “We crossed here with *two cats* and one bag,” said Halyna Kovalenko, 67.\n> “Now" in result


def test_write_of_a_translated_label_keeps_the_link() -> None:
    article = read_bytes("See [the report] and [Lviv][].\n\n[the report]: /r\n[lviv]: /l\n")
    result = written(article, [content_of("Див. {1}звіт{/1} і {2}Львів{/2}.")]).decode()
    assert result.startswith("Див. [звіт][the report] і [Львів][Lviv].\n")
    assert notation(read_bytes(result).blocks[0].content) == "Див. {1}звіт{/1} і {2}Львів{/2}."


def test_write_of_a_note_whose_label_is_defined_escapes_it() -> None:
    article = read_bytes("Word.\n\n[sic]: /url\n")
    assert written(article, [Text("Так [sic] і [так]")]).startswith("Так \\[sic\\] і [так]\n".encode())


def test_write_in_an_article_with_formulas_escapes_dollars() -> None:
    article = read_bytes("Word.\n\nLet $x$ be.\n")
    assert written(article, [Text("Від $5 до $6"), article.blocks[1].content]) == (
        "Від \\$5 до \\$6\n\nLet $x$ be.\n".encode()
    )


# Bad input.


@pytest.mark.parametrize(
    ("text", "message"),
    [("", "is empty"), (" \n\n", "is empty"), ("***\n\n```\ncode\n```\n", "has no words to translate")],
)
def test_read_without_words_says_so(text: str, message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        read_bytes(text)


def test_read_with_a_wrong_encoding_says_so() -> None:
    with pytest.raises(ArticleError, match="0xcf at offset 2 is not UTF-8"):
        read_bytes("# Привіт".encode("cp1251"))
    with pytest.raises(UsageError, match="nonsense"):
        read_bytes("# A", "nonsense")


def test_write_with_a_target_missing_says_so(tmp_path: Path) -> None:
    article = read(NEWS)
    with pytest.raises(ArticleError, match="32 blocks but 31 targets"):
        write(article, own(article)[1:], tmp_path / "uk.md")
    assert list(tmp_path.iterdir()) == []
