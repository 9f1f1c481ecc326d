"""Files of any tool as documents to check, and what cannot be read as one line each."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.checking import find, read

TOOLS = Path(__file__).parents[1] / "xliff" / "tools"
HEAD = '<xliff version="1.2"><file original="a" datatype="x"'
UNIT = "<body><trans-unit id='1'><source>a</source><target>б</target></trans-unit></body></file></xliff>"


def pairs(
    folder: Path, text: str, source: str | None, target: str | None, name: str = "a.xlf"
) -> tuple[list[str], list[str]]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    errors: list[str] = []
    found = [
        f"{document.pair[0]} {document.pair[1]}: "
        + "; ".join(
            f"{item.unit}@{item.line} {item.source.text} = {item.target.text}" for item in document.items
        )
        for document in read([path], source, target, errors)
    ]
    return found, [error.replace(str(path), name) for error in errors]


@pytest.mark.parametrize("file", sorted(TOOLS.glob("*.xlf")), ids=lambda file: file.stem)
def test_files_of_every_tool_are_read(file: Path) -> None:
    documents = list(read([file], None, "uk", []))
    assert documents
    assert all(document.pair[1] == "uk" for document in documents)
    assert any(item.line for document in documents for item in document.items)


@pytest.mark.parametrize(
    ("stated", "options", "expected"),
    [
        ("source-language='en-US' target-language='uk-UA'", (None, None), "en uk"),
        ("source-language='en' target-language='uk'", (None, "pl"), "en pl"),
        ("source-language='en'", (None, "uk"), "en uk"),
        ("", ("de", "uk"), "de uk"),
    ],
)
def test_languages_come_from_the_file_unless_named(
    tmp_path: Path, stated: str, options: tuple[str | None, str | None], expected: str
) -> None:
    found, errors = pairs(tmp_path, f"{HEAD} {stated}>{UNIT}", *options)
    assert (found, errors) == ([f"{expected}: 1@1 a = б"], [])


@pytest.mark.parametrize(
    ("stated", "line"),
    [
        ("source-language='en'", "a.xlf: states no target language. Name it with --to"),
        ("target-language='uk'", "a.xlf: states no source language. Name it with --from"),
        ("source-language='en' target-language='ua'",
         "a.xlf: its target language is unknown: `ua` is a country code; the language is `uk`. "
         "Name it with --to"),
    ],
)  # fmt: skip
def test_languages_that_nobody_names_are_one_line(tmp_path: Path, stated: str, line: str) -> None:
    assert pairs(tmp_path, f"{HEAD} {stated}>{UNIT}", None, None) == ([], [line])


def test_units_that_are_not_to_be_translated_are_left_out(tmp_path: Path) -> None:
    unit = UNIT.replace("id='1'", "id='1' translate='no'")
    found, _ = pairs(tmp_path, f"{HEAD} source-language='en' target-language='uk'>{unit}", None, None)
    assert found == ["en uk: "]


def tmx(*units: str) -> str:
    return f'<tmx version="1.4"><header srclang="en"/><body>\n{chr(10).join(units)}\n</body></tmx>'


def unit(**texts: str) -> str:
    variants = (f'<tuv xml:lang="{code}"><seg>{text}</seg></tuv>' for code, text in texts.items())
    return f"<tu>{''.join(variants)}</tu>"


def test_tmx_is_read_with_lines(tmp_path: Path) -> None:
    text = tmx(unit(en="a", uk="б"), unit(en="c", de="d"), unit(en="e", uk="є"))
    assert pairs(tmp_path, text, None, None, "a.tmx") == (["en uk: 1@2 a = б; 3@4 e = є"], [])
    assert pairs(tmp_path, text, None, "de", "a.tmx") == (["en de: 2@3 c = d"], [])


def test_tmx_of_other_languages_names_them(tmp_path: Path) -> None:
    assert pairs(tmp_path, tmx(unit(de="a", pl="b")), None, None, "a.tmx") == (
        [],
        [
            "a.tmx: has no units from en to uk; its languages are de, pl. "
            "Choose two of them with --from and --to"
        ],
    )


def test_tmx_with_a_broken_unit_says_which(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_text(tmx(unit(en="a", uk="б"), unit(en="", uk="б")), encoding="utf-8")
    [document] = read([path], None, None, [])
    assert document.problems == ("unit 2 is left out: its source is empty (line 3)",)


def test_files_are_found_in_folders_and_each_once(tmp_path: Path) -> None:
    for name in ("b.xlf", "a/c.XLIFF", "a/d.tmx", "a/e.sdlxliff", "a/f.txt", ".git/g.xlf", "a/.h.xlf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "loop").symlink_to(".")
    (tmp_path / "z.xlf").symlink_to("b.xlf")
    errors: list[str] = []
    found = [path.relative_to(tmp_path).as_posix() for path in find([tmp_path, tmp_path / "b.xlf"], errors)]
    assert (found, errors) == (["b.xlf", "a/c.XLIFF", "a/d.tmx", "a/e.sdlxliff"], [])


def test_paths_with_nothing_to_check_are_one_line_each(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.docx").touch()
    (tmp_path / "b.xlf").touch()
    paths = [tmp_path / name for name in ("empty", "a.docx", "none.xlf", "b.xlf")]
    errors: list[str] = []
    assert list(find(paths, errors)) == [tmp_path / "b.xlf"]
    give = "Give XLIFF or TMX files, or two texts with --pair"
    assert errors == [
        f"{paths[0]}: has no XLIFF or TMX files. {give}",
        f"{paths[1]}: is neither XLIFF nor TMX by its name. {give}",
        f"{paths[2]}: does not exist. Check the spelling of the path",
    ]
