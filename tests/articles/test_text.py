from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translate.articles import Article, read, write
from translate.errors import ArticleError, OutputError, UsageError
from translate.inline import Text

Save = Callable[[str | bytes], Path]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    def _save(content: str | bytes) -> Path:
        path = tmp_path / "article.txt"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return _save


def _texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


def _joined(article: Article) -> str:
    after = [b.text + s for b, s in zip(article.blocks, article.skeleton[1:], strict=True)]
    return "".join([article.skeleton[0], *after])


_MARKED = [
    ("utf-8", b""),
    ("utf-8", b"\xef\xbb\xbf"),
    ("utf-16-le", b"\xff\xfe"),
    ("utf-16-be", b"\xfe\xff"),
    ("utf-32-le", b"\xff\xfe\x00\x00"),
    ("utf-32-be", b"\x00\x00\xfe\xff"),
]
_NAMED = ["windows-1251", "koi8-u", "latin-1", "utf-16", "utf-16-be", "utf-32", "utf-8-sig", "mac-cyrillic"]
_LINES = st.lists(
    st.one_of(
        st.text(st.characters(exclude_categories=["Cc", "Cs"])),
        st.sampled_from(
            ["\n", "\r\n", "\r", "\f", "\x85", "\u2028", "\u2029", "\n\n", " ", "\t", "- ", "1. ", "Kyiv"]
        ),
    )
).map("".join)


@pytest.mark.parametrize(("encoding", "bom"), _MARKED)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(text=_LINES)
def test_writing_the_blocks_gives_the_same_bytes(encoding: str, bom: bytes, text: str) -> None:
    data = bom + f"Kyiv stands firm {text}".encode(encoding)
    _assert_round_trip(data, None)


@pytest.mark.parametrize("encoding", _NAMED)
@settings(max_examples=30)
@given(text=_LINES)
def test_writing_the_blocks_in_a_named_encoding_gives_the_same_bytes(encoding: str, text: str) -> None:
    _assert_round_trip(f"Kyiv stands firm {text}".encode(encoding, "replace"), encoding)


def _assert_round_trip(data: bytes, encoding: str | None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, copy = Path(folder, "a.txt"), Path(folder, "b.txt")
        path.write_bytes(data)
        article = read(path, encoding)
        assert len(article.skeleton) == len(article.blocks) + 1
        assert article.bom + _joined(article).encode(article.encoding) == data
        write(article, [block.content for block in article.blocks], copy)
        assert copy.read_bytes() == data


@pytest.mark.parametrize(("encoding", "bom"), _MARKED)
def test_read_of_a_marked_file_tells_encoding_and_mark(save: Save, encoding: str, bom: bytes) -> None:
    data = bom + "Київ тримається.".encode(encoding)
    article = read(save(data))
    assert (article.encoding, article.bom, _texts(article)) == (encoding, bom, ["Київ тримається."])
    assert article.sha256 == hashlib.sha256(data).hexdigest()
    assert article.format == "text"


def test_read_in_a_named_encoding_decodes_with_it(save: Save) -> None:
    article = read(save("Київ тримається.".encode("cp1251")), "windows-1251")
    assert (article.encoding, _texts(article)) == ("cp1251", ["Київ тримається."])


def test_read_with_a_mark_and_another_named_encoding_follows_the_mark(save: Save) -> None:
    article = read(save(b"\xef\xbb\xbf" + "Київ".encode()), "windows-1251")
    assert (article.encoding, _texts(article)) == ("utf-8", ["Київ"])


def test_read_keeps_what_is_around_the_lines(save: Save) -> None:
    article = read(save("\r\n  A town. \t\r\n\n\rTwo towns.\u2028 \xa0Three.\x85\n"))
    assert _texts(article) == ["A town.", "Two towns.", "Three."]
    assert article.skeleton == ("\r\n  ", " \t\r\n\n\r", "\u2028 \xa0", "\x85\n")


def test_read_of_rows_without_words_makes_them_skeleton(save: Save) -> None:
    article = read(save("One.\n* * *\n-----\n\u200b\nTwo.\n"))
    assert _texts(article) == ["One.", "Two."]
    assert article.skeleton[1] == "\n* * *\n-----\n\u200b\n"


def test_write_puts_targets_in_the_places_of_the_blocks(save: Save, tmp_path: Path) -> None:
    article = read(save(b"\xff\xfe" + "  - One.\r\n\r\n1. Two. \r\n".encode("utf-16-le")))
    write(article, [Text("Один."), Text("Два.")], tmp_path / "out" / "uk.txt")
    written = (tmp_path / "out" / "uk.txt").read_bytes()
    assert written == b"\xff\xfe" + "  - Один.\r\n\r\n1. Два. \r\n".encode("utf-16-le")


def test_write_of_a_wrapped_paragraph_gives_its_line_breaks_back(save: Save, tmp_path: Path) -> None:
    article = read(save(_WRAPPED.replace("\n", "\r\n")))
    assert len(article.blocks) == 1
    write(article, [Text("перший рядок\nдругий\r\nтретій")], tmp_path / "uk.txt")
    assert (tmp_path / "uk.txt").read_bytes().decode() == "перший рядок\r\nдругий\r\nтретій\r\n"


def test_write_of_a_character_the_encoding_lacks_names_it(save: Save, tmp_path: Path) -> None:
    article = read(save("The town.".encode("latin-1")), "latin-1")
    with pytest.raises(ArticleError, match=r"`ї` \(U\+0457 CYRILLIC SMALL LETTER YI\).*ISO8859-1.*UTF-8"):
        write(article, [Text("їжак")], tmp_path / "uk.txt")
    assert not (tmp_path / "uk.txt").exists()


def test_write_with_too_few_targets_says_so(save: Save, tmp_path: Path) -> None:
    article = read(save("One.\nTwo.\n"))
    with pytest.raises(ArticleError, match="has 2 blocks but 1 targets"):
        write(article, [Text("Один.")], tmp_path / "uk.txt")


def test_write_into_a_file_as_folder_is_an_output_error(save: Save) -> None:
    path = save("One.")
    with pytest.raises(OutputError):
        write(read(path), [Text("Один.")], path / "uk.txt")


# What is wrong with the file: one clear line, with the next step.


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        (b"", None, "is empty"),
        (b"\xef\xbb\xbf", None, "is empty"),
        (b" \r\n\t\xc2\xa0\xe2\x80\xa8\n", None, "is empty"),
        (b"* * *\n---\n", None, "has no words to translate"),
        ("Київ".encode("cp1251"), None, r"the byte 0xca at offset 0 is not UTF-8.*--encoding windows-1251"),
        (b"Kyiv \xff\xfe", None, r"the byte 0xff at offset 5 is not UTF-8.*--encoding"),
        (b"\xef\xbb\xbfKyiv \xff", None, r"the byte 0xff at offset 8 is not UTF-8"),
        (b"\xff\xfeK\x00y", None, r"the byte 0x79 at offset 4 is not UTF-16-LE"),
        (b"Kyiv \x98", "windows-1251", r"the byte 0x98 at offset 5 is not CP1251.*right encoding"),
        (b"Kyiv\x00 stands", None, r"looks like a binary file \(a NUL byte at offset 4\)"),
        ("Kyiv".encode("utf-16-le"), None, r"looks like a binary file \(a NUL byte at offset 1\)"),
        (b"\xff\xfeK\x00\x00\x00", "utf-16", r"looks like a binary file \(a NUL character"),
        (b"%PDF-1.7\n", None, r"looks like a binary file \(PDF\)"),
        (b"PK\x03\x04\x14", None, r"looks like a binary file \(ZIP, DOCX or ODT\)"),
        (b"\x89PNG\r\n\x1a\n", "latin-1", r"looks like a binary file \(PNG\)"),
        (b"{\\rtf1 Kyiv}", None, r"looks like a binary file \(RTF\)"),
        (b"Kyiv" + bytes(range(1, 9)) * 4, None, r"looks like a binary file \(mostly control"),
    ],
)
def test_read_of_a_bad_file_says_what_is_wrong(
    save: Save, data: bytes, encoding: str | None, message: str
) -> None:
    path = save(data)
    with pytest.raises(ArticleError, match=message) as caught:
        read(path, encoding)
    assert str(caught.value).startswith(str(path))
    assert caught.value.hint


def test_read_of_a_text_with_a_few_control_characters_keeps_them(save: Save) -> None:
    article = read(save("The town\x0b is free\x07 and the \x1bsirens are silent today."))
    assert _joined(article) == "The town\x0b is free\x07 and the \x1bsirens are silent today."


@pytest.mark.parametrize("encoding", ["nonsense", "base64", "rot13", "", "utf\x00"])
def test_read_in_no_encoding_is_wrong_usage(save: Save, encoding: str) -> None:
    with pytest.raises(UsageError, match="--encoding"):
        read(save("Kyiv"), encoding)


def test_read_of_a_folder_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(ArticleError, match="is a folder"):
        read(tmp_path / "a.txt")


@pytest.mark.parametrize("name", ["missing.txt", "x" * 300 + ".txt", "a\x00b.txt"])
def test_read_of_a_path_that_is_none_is_an_article_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(ArticleError, match=r"does not exist|cannot be read"):
        read(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_read_of_a_pipe_does_not_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(ArticleError, match="not a regular file"):
        read(tmp_path / "a.txt")


def test_read_without_permission_says_so(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ArticleError, match=r"cannot be read \(Permission denied\)"):
        read(save("Kyiv"))


@pytest.mark.parametrize("name", ["a.pdf", "a", "a.txt.bak"])
def test_read_of_an_unknown_suffix_names_the_known_ones(tmp_path: Path, name: str) -> None:
    with pytest.raises(ArticleError, match=r"end in .*\.text, \.txt"):
        read(tmp_path / name)


def test_read_does_not_mind_capitals_in_the_suffix(tmp_path: Path) -> None:
    (tmp_path / "A.TXT").write_text("Kyiv.")
    assert _texts(read(tmp_path / "A.TXT")) == ["Kyiv."]


def test_read_of_a_very_long_line_gives_one_block(save: Save) -> None:
    line = "Kyiv stands. " * 400_000
    assert _texts(read(save(line))) == [line.strip()]


_WRAPPED = """\
The river rose during the night and by the morning the lower
streets of the town were under water, so that the people who
lived there had to leave by boat.
"""
