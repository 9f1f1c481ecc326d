"""HTML pages: the blocks that are read, how targets are written, the encoding, what is wrong with a file."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.coded import coded
from translate.articles import Article, Block, read, write
from translate.articles.htmlblocks import blocks_and_skeleton
from translate.errors import ArticleError
from translate.inline import Code, Text, concatenate

HERE = Path(__file__).parent / "html"


def shown(block: Block) -> str:
    """Return a block as the golden files have it: `kind: text`, codes as `{1}`, `{/1}` and `{1/}`."""
    marks = {"open": "{%s}", "close": "{/%s}", "single": "{%s/}"}
    parts = [part if isinstance(part, str) else marks[part.kind] % part.id for part in block.content.parts()]
    text = "".join(parts).replace("\n", "⏎").replace("\xa0", "⍽")
    return f"{block.kind}{' inside' if block.inside else ''}: {text}"


def read_page(page: str | bytes, encoding: str | None = None, name: str = "page.html") -> Article:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(page.encode() if isinstance(page, str) else page)
        return read(path, encoding)


def written(article: Article, targets: Sequence[Text]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "written.html")
        write(article, targets, path)
        return path.read_bytes()


def rewritten(page: str, **changes: str) -> str:
    """Return the page with the blocks of these numbers (`b1`, `b2` …) replaced by a text, codes dropped."""
    article = read_page(page)
    targets = [block.content for block in article.blocks]
    for name, text in changes.items():
        targets[int(name[1:]) - 1] = Text(text)
    return written(article, targets).decode(article.encoding)


def contents(article: Article) -> list[Text]:
    return [block.content for block in article.blocks]


# What is read.


def golden() -> Iterator[tuple[str, str, list[str]]]:
    for case in (HERE / "blocks.txt").read_text(encoding="utf-8").strip().split("\n\n"):
        title, *lines = case.split("\n")
        page = [line for line in lines if not line.startswith("= ")]
        yield title.removeprefix("# "), "\n".join(page), [line[2:] for line in lines if line.startswith("= ")]


@pytest.mark.parametrize(("page", "blocks"), [pytest.param(*case[1:], id=case[0]) for case in golden()])
def test_blocks_of_a_page_are_the_golden_ones(page: str, blocks: list[str]) -> None:
    article = read_page(page)
    assert [shown(block) for block in article.blocks] == blocks
    assert written(article, contents(article)) == page.encode()


def test_blocks_of_a_news_page_are_the_golden_ones() -> None:
    expected = (HERE / "news.txt").read_text(encoding="utf-8").splitlines()
    assert [shown(block) for block in read(HERE / "news.html").blocks] == expected


def test_codes_say_what_they_are() -> None:
    page = (
        '<p>a <strong>b</strong> <B>c</B> <em>d</em> <u>e</u> <A HREF="x">f</A> <img src="y"> g<br>h'
        " <q>i</q> <!-- j --> <code>k &lt; l</code> <svg><path/></svg> <kbd>" + "m" * 81 + "</kbd> n"
    )
    assert [
        (code.id, code.kind, code.type, "".join(map(str, code.data)), code.shown)
        for code in read_page(page).blocks[0].codes
    ] == [
        ("1", "open", "bold", "<strong>", "<strong>"),
        ("1", "close", "bold", "</strong>", "</strong>"),
        ("2", "open", "bold", "<B>", "<b>"),
        ("2", "close", "bold", "</B>", "</b>"),
        ("3", "open", "italic", "<em>", "<em>"),
        ("3", "close", "italic", "</em>", "</em>"),
        ("4", "open", "underlined", "<u>", "<u>"),
        ("4", "close", "underlined", "</u>", "</u>"),
        ("5", "open", "link", '<A HREF="x">', "<a>"),
        ("5", "close", "link", "</A>", "</a>"),
        ("6", "single", "image", '<img src="y">', "<img>"),
        ("7", "single", "lb", "<br>", "<br>"),
        ("8", "open", "other", "<q>", "<q>"),
        ("8", "close", "other", "</q>", "</q>"),
        ("9", "single", "other", "<!-- j -->", "<!-- -->"),
        ("10", "open", "protected", "<code>", "<code>"),
        ("10", "close", "protected", "</code>", "</code>"),
        ("11", "single", "other", "<svg><path/></svg>", "<svg>"),
        ("12", "single", "other", f"<kbd>{'m' * 81}</kbd>", f"<kbd>{'m' * 29}…</kbd>"),
    ]


def test_an_attribute_in_a_sentence_is_a_block_that_its_code_refers_to() -> None:
    article = read_page('<h1>One</h1><p>Two <img src=x alt="Flag" title="Tip"> <a title=Go>three</a></p>')
    assert article.blocks[1].codes[0].data == ('<img src=x alt="', 3, '" title="', 4, '">')
    assert article.blocks[1].codes[1].data == ("<a title=", 5, ">")
    assert [block.text for block in article.blocks[2:]] == ["Flag", "Tip", "Go"]
    assert [block.inside for block in article.blocks] == [False, False, True, True, True]


def test_the_raw_spelling_and_the_skeleton_are_the_page() -> None:
    article = read_page("<p>\n A &amp;  <b>B</b> </p>")
    assert article.blocks[0].raw == "A &amp;  <b>B</b>"
    assert article.skeleton == ("<p>\n ", " </p>")
    assert (article.format, article.datatype) == ("html", "html")


def test_xhtml_reads_sections_and_self_closed_elements_as_xml() -> None:
    page = '<?xml version="1.0"?><p>A <b/>b <![CDATA[<p>c</p>]]> d</p><script src="x"/><p>E</p>'
    blocks = ["paragraph: A {1/}b {2/} d", "paragraph: E"]
    assert [shown(block) for block in read_page(page).blocks] == blocks
    assert [shown(b) for b in read_page(page.partition("?>")[2], name="a.XHTML").blocks] == blocks


# What is written.


def test_a_changed_text_is_escaped_and_what_is_around_it_stays() -> None:
    page = '<P CLASS=x>\r\n  Old\r\n</P><p>A &amp; B&rsquo;s</p><img alt="Q">'
    assert rewritten(page, b1="5 < 6 & \"x\" 'y'>") == page.replace("Old", "5 &lt; 6 &amp; \"x\" 'y'&gt;")


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ('<img alt="Old">', "<img alt=\"5 &lt; &quot;6&quot; &amp; '7'\">"),
        ("<img alt='Old'>", "<img alt='5 &lt; \"6\" &amp; &#39;7&#39;'>"),
        ("<img alt=Old>", "<img alt=\"5 &lt; &quot;6&quot; &amp; '7'\">"),
        ("<img alt = Old src=x>", "<img alt = \"5 &lt; &quot;6&quot; &amp; '7'\" src=x>"),
    ],
)
def test_a_changed_attribute_is_escaped_for_its_quotation_marks(tag: str, expected: str) -> None:
    assert rewritten(tag, b1="5 < \"6\" & '7'") == expected
    sentence = f"<p>A&nbsp;  b {tag} c</p>"
    assert rewritten(sentence, b2="5 < \"6\" & '7'") == f"<p>A&nbsp;  b {expected} c</p>"


def test_a_changed_text_and_a_changed_attribute_of_its_code_are_both_written() -> None:
    article = read_page('<p>Old <img src=x alt="Flag" title=Tip> <b>text</b>.</p>')
    (image, start, end) = article.blocks[0].codes
    target = concatenate([start, "Новий", end, " ", image, " текст."])
    page = written(article, [target, Text("Прапор"), Text("Tip")]).decode()
    assert page == '<p><b>Новий</b> <img src=x alt="Прапор" title=Tip> текст.</p>'


def test_codes_that_come_back_without_their_data_get_it_from_the_source() -> None:
    article = read_page("<p>One <a href=x>two</a><br>three</p>")
    target = concatenate(
        [Code(0, "1", "open"), "два", Code(0, "1", "close"), " один", Code(0, "2", "single")]
    )
    page = written(article, [concatenate([target, "\nтри"])]).decode()
    assert page == "<p><a href=x>два</a> один<br>три</p>"


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("Пишіть {p1}WATER{/p1} {b2}зараз{/b2}.", 'Пишіть <code title="T">WATER</code> <b>зараз</b>.'),
        ("Пишіть {p1}A < B & <i>{/p1}", 'Пишіть <code title="T">A &lt; B &amp; &lt;i&gt;</code>'),
        ("Пишіть {p1}{/p1}.", 'Пишіть <code title="T"></code>.'),
        # What stands in the pair or crosses it goes behind it.
        ("{b2}Пишіть {p1}WATER{/b2} NOW{/p1}.", '<b>Пишіть <code title="T">WATER NOW</code></b>.'),
        ("{p1}WATER {b2}NOW{/p1} так{/b2}.", '<code title="T">WATER NOW</code><b> так</b>.'),
        ("{p1}WATER {b2}NOW{/b2}{/p1}.", '<code title="T">WATER NOW</code><b></b>.'),
        # A tag without its other would swallow the rest.
        ("Пишіть {p1}WATER так.", "Пишіть WATER так."),
        ("Пишіть {/p1}WATER{p1} так.", "Пишіть WATER так."),
    ],
)
def test_protected_text_is_written_between_its_tags(target: str, expected: str) -> None:
    article = read_page('<p>Text <code title="T">WATER</code> <b>now</b>.</p>')
    assert written(article, [coded(target), Text("T")]).decode() == f"<p>{expected}</p>"


def test_a_no_break_space_is_written_as_the_page_spells_it() -> None:
    assert rewritten("<p>Old<p>1&nbsp;000", b1="5\xa0км") == "<p>5&nbsp;км<p>1&nbsp;000"
    assert rewritten("<p>Old<p>1\xa0000", b1="5\xa0км") == "<p>5\xa0км<p>1\xa0000"


def test_the_newline_of_a_line_break_does_not_pile_up() -> None:
    page = "<p>One<br>\n  two<b><br></b>three</p>"
    article = read_page(page)
    for _ in range(2):
        first, start, second, end = article.blocks[0].codes
        target = concatenate(["Один", first, "\nдва", start, second, end, "\nтри"])
        page = written(article, [target]).decode()
        assert page == "<p>Один<br>два<b><br></b>три</p>"
        article = read_page(page)
        assert article.blocks[0].text == "Один\nдва\nтри"


def test_characters_that_the_encoding_lacks_become_references() -> None:
    page = '<meta charset="iso-8859-1"><p title="Old">Café old</p>'.encode("latin-1")
    article = read_page(page)
    assert article.encoding == "cp1252"
    assert written(article, [Text("Її"), Text("Café “ї”")]) == (
        b'<meta charset="iso-8859-1"><p title="&#1031;&#1111;">Caf\xe9 \x93&#1111;\x94</p>'
    )


def test_write_with_too_few_targets_says_so(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="has 2 blocks but 1 targets"):
        write(read_page("<p>One<p>Two"), [Text("Один")], tmp_path / "uk.html")


# The encoding.


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        ("", "utf-8"),
        ('<meta charset="windows-1251">', "cp1251"),
        ("<!-- <meta charset=koi8-u> --><META CHARSET = Windows-1251 >", "cp1251"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=koi8-u'>", "koi8-u"),
        ('<meta content="text/html;charset=KOI8-U;x" http-equiv=content-type>', "koi8-u"),
        ('<meta name="description" content="charset=koi8-u"><meta charset=cp1251>', "cp1251"),
        ('<?xml version="1.0" encoding="windows-1251"?><meta charset="utf-8">', "cp1251"),
        ("<script>'<meta charset=koi8-u>'</script>", "utf-8"),
        ("<meta charset=nonsense>", "utf-8"),
        ("<meta charset=utf-16>", "utf-8"),
        ("<meta charset=us-ascii>", "cp1252"),
        ("<meta charset=gb2312>", "gb18030"),
        ("<body><meta charset=koi8-u>", "utf-8"),
        (f"<!--{'x' * 3000}--><meta charset=koi8-u>", "koi8-u"),
    ],
)
def test_the_encoding_is_the_one_that_the_page_states(head: str, codec: str) -> None:
    text = "Grüße" if codec == "cp1252" else "Київ"
    article = read_page(head.encode() + f"<p>{text}</p>".encode(codec))
    assert article.encoding == codec
    assert article.blocks[-1].text == text


def test_the_mark_wins_over_the_named_encoding_and_that_over_the_stated_one() -> None:
    page = "<meta charset=koi8-u><p>Київ</p>"
    assert read_page(page.encode("cp1251"), "windows-1251").blocks[0].text == "Київ"
    marked = read_page(b"\xef\xbb\xbf" + page.encode(), "windows-1251")
    assert (marked.encoding, marked.blocks[0].text) == ("utf-8", "Київ")
    assert written(marked, contents(marked)) == b"\xef\xbb\xbf" + page.encode()
    wide = b"\xff\xfe" + page.encode("utf-16-le")
    article = read_page(wide)
    assert written(article, contents(article)) == wide


# What is wrong with the file: one clear line, with the next step.


@pytest.mark.parametrize(
    ("page", "message"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \n", "is empty"),
        (b"<html><body><script>x</script><p>&mdash;</p></body></html>", "has no words to translate"),
        (b"<html translate=no><p>Text</p>", "has no words to translate"),
        (b"<p>Caf\xe9</p>", r"the byte 0xe9 at offset 6 is not UTF-8.*--encoding"),
        (b"<meta charset=windows-1251><p>\x98</p>", r"the byte 0x98 at offset 30 is not CP1251"),
        (b"<p>a\x00b</p>", "looks like a binary file"),
        (b"PK\x03\x04<p>a</p>", "looks like a binary file"),
        # Two spellings of the same character; only one of them could be written.
        (b"<meta charset=shift_jis><p>\xfa\x54 \x81\xca</p>", "would not come back the same in CP932"),
    ],
)
def test_read_of_a_bad_page_says_what_is_wrong(page: bytes, message: str) -> None:
    with pytest.raises(ArticleError, match=message) as caught:
        read_page(page)
    assert caught.value.hint


# Laws.

# A tilde stands for a space.
_PIECES = r"""
<p> </p> <div> </div> <h1> </h1> <ul> <li> </ul> <table> <td> </table> <b> </b> <B~CLASS=x> <i> </i> <br>
<br/> <wbr> <a~href=x~title='A~b'> </a> <img~alt="Cd~e"> <img~alt=Fg> <code> </code> <pre> </pre> <x-y> </x-y>
<span~translate=no> </span> <b~translate=yes> <div~class=notranslate> <svg/> <svg~aria-label='Hi'> </svg>
<script> </script> <style> </style> <title> </title> <textarea~placeholder="Pl"> </textarea> <!-- -->
<![CDATA[ ]]> <?php ?> <! </ < > & &amp; &nbsp; &lt; &# &copy &#x41; = / ' " ~ Kyiv x 1 <kbd>x1</kbd>
<input~type=submit~value=Go> <meta~name=description~content='De~sc'> <meta~charset=utf-8>
"""
_PIECE = st.sampled_from([*(piece.replace("~", " ") for piece in _PIECES.split()), "\n", "\r\n", "\xa0"])
_SOUP = st.lists(
    st.one_of(_PIECE, st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=4)), max_size=25
).map("".join)
# Every letter another one, and no text longer or shorter.
_NEXT = str.maketrans("abcxyzABCXYZ", "bcdyzaBCDYZA")


@settings(max_examples=300)
@given(page=_SOUP, xml=st.booleans())
def test_skeleton_and_blocks_in_turn_give_the_page_back(page: str, xml: bool) -> None:
    blocks, skeleton = blocks_and_skeleton(page, xml=xml)
    placed = [block for block in blocks if not block.inside]
    after = [block.spelling + part for block, part in zip(placed, skeleton[1:], strict=True)]
    assert "".join([skeleton[0], *after]) == page


@settings(max_examples=150)
@given(page=_SOUP, name=st.sampled_from(["a.html", "a.xhtml"]))
def test_writing_the_blocks_gives_the_same_bytes_and_other_words_are_read_again(page: str, name: str) -> None:
    data = f"<p>Kyiv</p>{page}".encode()
    article = read_page(data, name=name)
    assert written(article, contents(article)) == data
    targets = [Text(block.text.translate(_NEXT), block.codes) for block in article.blocks]
    again = read_page(written(article, targets), name=name)
    assert [(t.text, t.keys) for t in contents(again)] == [(target.text, target.keys) for target in targets]


@given(page=_SOUP, xml=st.booleans())
def test_codes_stand_in_order_each_with_a_key_of_its_own(page: str, xml: bool) -> None:
    blocks, _ = blocks_and_skeleton(page, xml=xml)
    for index, block in enumerate(blocks):
        positions = [code.position for code in block.codes]
        assert positions == sorted(positions)
        assert all(0 <= position <= len(block.text) for position in positions)
        assert len(set(block.content.keys)) == len(block.codes)
        assert all(block.text[code.position] == "\n" for code in block.codes if code.type == "lb")
        inside = [part for code in block.codes for part in code.data if isinstance(part, int)]
        assert inside == list(range(index + 2, index + 2 + len(inside)))


_HOSTILE = """
< <b> <b>x <div> <p> <li> </b> <!-- <! <?php </ <a~ <a~b= &nbsp; & ~ <script> <script><!-- <title> <td> <br>~
<p><button><div> <code>x</code> <i>x</b> <b></b>x <span~translate=no>x<b~translate=yes>y x~<img~alt='a~b'>
"""


@pytest.mark.parametrize("unit", [unit.replace("~", " ") for unit in _HOSTILE.split()])
def test_a_hostile_page_takes_linear_time(unit: str) -> None:
    def seconds(length: int) -> float:
        page = "x" + unit * (length // len(unit)) + "x"
        start = time.process_time()
        blocks_and_skeleton(page)
        return time.process_time() - start

    seconds(1000)
    small, large = seconds(10_000), seconds(80_000)
    assert large < 24 * max(small, 0.02)


def test_two_megabytes_of_open_tags_and_brackets_are_read_and_written() -> None:
    page = "<b>" * 200_000 + "Kyiv" + "<" * 1_400_000
    article = read_page(page)
    assert article.blocks[0].text == "Kyiv" + "<" * 1_400_000
    assert written(article, contents(article)) == page.encode()


@pytest.mark.parametrize(
    "charset", ["idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "utf-7"]
)
def test_page_that_states_what_is_no_encoding_of_pages_is_utf_8_and_comes_back(charset: str) -> None:
    data = f"<meta charset={charset}><p>Київ +AGE- \\x41</p>".encode()
    article = read_page(data)
    assert article.encoding == "utf-8"
    assert [block.text for block in article.blocks] == ["Київ +AGE- \\x41"]
    assert written(article, contents(article)) == data
