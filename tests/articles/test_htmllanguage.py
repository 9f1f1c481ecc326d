from __future__ import annotations

from pathlib import Path

import pytest

from translate.articles import in_language, read, write

TABLE = [
    ('<html lang="en">', '<html lang="uk">'),
    ("<HTML class='a>b' LANG=en-GB>", "<HTML class='a>b' LANG=uk>"),
    ('<html xmlns="x" xml:lang="en" lang="en-US">', '<html xmlns="x" xml:lang="uk" lang="uk">'),
    ('<html data-lang="en">', '<html data-lang="en">'),
    ('<html lang="fr">', '<html lang="fr">'),
    ("<html>", "<html>"),
]


@pytest.mark.parametrize(("tag", "expected"), TABLE)
def test_a_translated_page_states_its_language(tmp_path: Path, tag: str, expected: str) -> None:
    page = f"<!doctype html>{tag}<p lang=en>Kyiv is free.</p>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    article = read(tmp_path / "a.html")
    changed = in_language(article, "en", "uk")
    write(changed, [block.content for block in changed.blocks], tmp_path / "b.html")
    assert (tmp_path / "b.html").read_text(encoding="utf-8") == page.replace(tag, expected)


def test_other_formats_state_no_language(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Kyiv is free.", encoding="utf-8")
    article = read(tmp_path / "a.txt")
    assert in_language(article, "en", "uk") is article
