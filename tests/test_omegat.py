"""The OmegaT project: what is in the folder, and what OmegaT makes of it where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from tests.xliff.samples import SMALL
from translate.errors import OutputError
from translate.glossary import Glossary, Term
from translate.inline import Text
from translate.memory import Entry, Memory
from translate.omegat import write_project
from translate.xliff import to_bytes

# About 3 s are needed; a Java that hangs must not stall the whole run.
LIMIT_S = 35

GLOSSARY = Glossary(
    [Term("Irpin", "Ірпінь", kind="place"), Term("Kyiv", "Київ", "столиця", "place", forbidden=("Киев",))]
)
XLIFF = Path("news/river-bridge.txt.uk.xlf")
DRAFT = "Міст в Ірпені знову відкрили"
REVIEWED = "Міст в Ірпені відкрили знову"

# OmegaT's own record of the translator's work: 3.6 keeps it under our target, 6 under the source.
SAVED = f"""<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.1">
  <header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext"
          creationtoolversion="3.6" segtype="paragraph" srclang="EN"/>
  <body>
    <tu><tuv lang="EN"><seg>{DRAFT}</seg></tuv><tuv lang="UK"><seg>{REVIEWED}</seg></tuv></tu>
    <tu><tuv lang="EN"><seg>Bridge in Irpin reopens</seg></tuv><tuv lang="UK"><seg>{REVIEWED}</seg></tuv></tu>
  </body>
</tmx>
"""


def write(folder: Path, data: bytes = b"<xliff/>", memory: Memory | None = None) -> Path:
    project = write_project(folder, GLOSSARY, "en", "uk", memory)
    (folder / "source" / XLIFF).parent.mkdir(parents=True, exist_ok=True)
    (folder / "source" / XLIFF).write_bytes(data)
    return project


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def setting(project: Path, name: str) -> str | None:
    return etree.parse(project).findtext(f"project/{name}")


def test_write_project_then_every_file_and_folder(tmp_path: Path) -> None:
    project = write(tmp_path / "p")
    assert project == tmp_path / "p/omegat.project"
    assert sorted(files(tmp_path / "p")) == [
        "glossary/en-uk.utf8",
        "omegat.project",
        f"source/{XLIFF.as_posix()}",
    ]
    folders = {path.name for path in (tmp_path / "p").iterdir() if path.is_dir()}
    assert folders == {"dictionary", "glossary", "omegat", "source", "target", "tm"}


def test_write_project_then_the_settings_that_omegat_writes(tmp_path: Path) -> None:
    assert write(tmp_path).read_text(encoding="utf-8") == (
        """<?xml version='1.0' encoding='UTF-8' standalone='yes'?>
<omegat>
  <project version="1.0">
    <source_dir>__DEFAULT__</source_dir>
    <target_dir>__DEFAULT__</target_dir>
    <tm_dir>__DEFAULT__</tm_dir>
    <glossary_dir>__DEFAULT__</glossary_dir>
    <glossary_file>__DEFAULT__</glossary_file>
    <dictionary_dir>__DEFAULT__</dictionary_dir>
    <source_lang>EN</source_lang>
    <target_lang>UK</target_lang>
    <source_tok>org.omegat.tokenizer.LuceneEnglishTokenizer</source_tok>
    <target_tok>org.omegat.tokenizer.DefaultTokenizer</target_tok>
    <sentence_seg>false</sentence_seg>
    <support_default_translations>true</support_default_translations>
    <remove_tags>false</remove_tags>
  </project>
</omegat>
"""
    )


def test_write_project_then_source_target_and_note_come_first_in_the_glossary(tmp_path: Path) -> None:
    write(tmp_path)
    rows = (tmp_path / "glossary/en-uk.utf8").read_text(encoding="utf-8").splitlines()
    assert [row.split("\t")[:3] for row in rows if not row.startswith("#")] == [
        ["Irpin", "Ірпінь", ""],
        ["Kyiv", "Київ", "столиця"],
    ]


def test_write_project_with_a_memory_then_its_pairs_are_there_and_stay(tmp_path: Path) -> None:
    entry = Entry(
        Text("It rained."), Text("Дощило."), "", "", "a.txt", "1-1", "", datetime(2026, 3, 14, tzinfo=UTC)
    )
    with Memory.open(tmp_path / "m.sqlite", "en", "uk", create=True) as memory:
        memory.add([entry])
        write(tmp_path / "p", memory=memory)
    write(tmp_path / "p")
    assert "Дощило." in (tmp_path / "p/tm/en-uk.tmx").read_text(encoding="utf-8")


def test_write_project_again_then_the_work_of_the_translator_stays(tmp_path: Path) -> None:
    write(tmp_path)
    mine = {
        "omegat/project_save.tmx": SAVED.encode(),
        f"target/{XLIFF.as_posix()}": b"<xliff>exported</xliff>",
        "glossary/glossary.txt": "bridge\tміст\n".encode(),
        "tm/auto/agency.tmx": b"<tmx>agency</tmx>",
        "source/other.xlf": b"<xliff>other</xliff>",
    }
    for name, data in mine.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    write(tmp_path, b"<xliff>new</xliff>")
    after = files(tmp_path)
    assert {name: after[name] for name in mine} == mine
    assert after[f"source/{XLIFF.as_posix()}"] == b"<xliff>new</xliff>"


def test_write_project_again_then_the_settings_of_the_translator_stay(tmp_path: Path) -> None:
    project = write(tmp_path)
    settings = project.read_bytes().replace(b"<remove_tags>false", b"<remove_tags>true")
    project.write_bytes(settings)
    assert write(tmp_path).read_bytes() == settings


@pytest.mark.parametrize(
    "now", [b"<sentence_seg>true</sentence_seg>", b""], ids=["switched on", "not given, so on"]
)
def test_write_project_when_segmentation_is_on_then_it_is_switched_off(tmp_path: Path, now: bytes) -> None:
    project = write(tmp_path)
    settings = project.read_bytes().replace(b"<sentence_seg>false</sentence_seg>", now)
    project.write_bytes(settings.replace(b"UK<", b"UK-UA<"))
    write(tmp_path)
    assert (setting(project, "sentence_seg"), setting(project, "target_lang")) == ("false", "UK-UA")


BAD_PROJECTS = [
    (
        "<omegat><project><source_lang>EN</source_lang><target_lang>DE</target_lang></project></omegat>",
        "is a project whose target language is DE, not UK. Choose another folder for the project",
    ),
    (
        "<omegat/>",
        "is a project whose source language is not given, not EN. Choose another folder for the project",
    ),
    (
        "<omegat>",
        "is no OmegaT project: Premature end of data in tag omegat line 1. "
        "Choose another folder for the project, or move this file away",
    ),
    (
        '<!DOCTYPE omegat [<!ENTITY a "b">]><omegat>&a;</omegat>',
        "is no OmegaT project: it has a document type declaration. "
        "Choose another folder for the project, or move this file away",
    ),
    (
        "",
        "is no OmegaT project: Document is empty. "
        "Choose another folder for the project, or move this file away",
    ),
]


@pytest.mark.parametrize(("content", "line"), BAD_PROJECTS)
def test_write_project_over_a_bad_one_then_one_clear_line_and_nothing_written(
    tmp_path: Path, content: str, line: str
) -> None:
    (tmp_path / "omegat.project").write_text(content, encoding="utf-8")
    with pytest.raises(OutputError) as raised:
        write(tmp_path)
    assert str(raised.value) == f"{tmp_path / 'omegat.project'}: {line}"
    assert list(files(tmp_path)) == ["omegat.project"]


def test_write_project_where_a_file_stands_then_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "p").write_text("mine")
    with pytest.raises(OutputError, match=r"p/source: is no folder\. Choose another folder"):
        write(tmp_path / "p")
    assert (tmp_path / "p").read_text() == "mine"


@pytest.mark.slow
def test_omegat_opens_the_project_and_exports_the_reviewed_text(tmp_path: Path) -> None:
    omegat = shutil.which("omegat")
    if omegat is None:
        pytest.skip("OmegaT is not installed")
    data = to_bytes(SMALL)
    write(tmp_path / "p", data)
    (tmp_path / "p/omegat/project_save.tmx").write_text(SAVED, encoding="utf-8")
    run_omegat(omegat, tmp_path / "p", tmp_path / "settings")
    exported = (tmp_path / "p/target" / XLIFF).read_bytes()
    # Of what OmegaT changes nothing but the text matters; empty elements lose their end tags.
    expected = data.decode().replace(DRAFT, REVIEWED).replace("></target>", "/>").replace("></note>", "/>")
    assert exported.decode().strip() == expected.strip()


def run_omegat(omegat: str, project: Path, settings: Path) -> None:
    command = [omegat, str(project), "--mode=console-translate", f"--config-dir={settings}"]
    environment = os.environ | {"JAVA_TOOL_OPTIONS": "-Djava.awt.headless=true"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=LIMIT_S)
    assert done.returncode == 0, done.stdout + done.stderr
