"""What a CAT tool does with the file we write. Skipped where the tool is not installed."""

import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.returned import Plain, units
from tests.xliff.samples import SMALL
from translate.xliff import Group, Unit, is_untouched, to_bytes

# About 3 s are needed; a Java that hangs must not stall the whole run.
LIMIT_S = 35

DOCUMENT = replace(
    SMALL,
    groups=(
        Group(
            "b1",
            "paragraph 1",
            (
                # A tool that splits sentences would cut this unit and find no reviewed text for its parts.
                Unit(
                    "1-1",
                    "1-1 paragraph 1",
                    "Mr. Smith met J. K. Rowling in St. Albans.",
                    "Пан Сміт зустрів Дж. К. Ролінґ у м. Сент-Олбанс.",
                    "flagged",
                    "Check: term missing: Mr. Smith",
                ),
                Unit(
                    "1-2",
                    "1-2 paragraph 1",
                    "R&D cost < $5\u00a0million. 🌉",
                    "НДДКР — < 5\u00a0млн. 🌉",
                    "draft",
                ),
            ),
        ),
        Group("b2", "paragraph 2", (Unit("2-1", "2-1 paragraph 2", "She left.", "Вона лівий.", "draft"),)),
    ),
)

# What the reviewer typed, by unit; 1-2 was left as drafted.
REVIEWED = {"1-1": "Пан Сміт зустрівся з Дж. К. Ролінґ у Сент-Олбансі.", "2-1": "Вона пішла."}

PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
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
    <sentence_seg>false</sentence_seg>
    <support_default_translations>true</support_default_translations>
    <remove_tags>false</remove_tags>
  </project>
</omegat>
"""

TMX = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.1">
  <header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext"
          creationtoolversion="3.6" segtype="paragraph" srclang="EN"/>
  <body>{units}</body>
</tmx>
"""
TU = '<tu><tuv lang="EN"><seg>{key}</seg></tuv><tuv lang="UK"><seg>{text}</seg></tuv></tu>'


def units_of(data: bytes) -> dict[str, Plain]:
    return {unit.id: unit for unit in units(data)}


def reviewed_tmx() -> str:
    """OmegaT's record of the review. Version 3.6 translates the target, version 6 the source."""
    drafts = units_of(to_bytes(DOCUMENT))
    pairs = [
        (key, text) for id_, text in REVIEWED.items() for key in (drafts[id_].source, drafts[id_].target)
    ]
    return TMX.format(units="".join(TU.format(key=key, text=text) for key, text in pairs))


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file as OmegaT exports it after the review."""
    omegat = shutil.which("omegat")
    if omegat is None:
        pytest.skip("OmegaT is not installed")
    project = tmp_path_factory.mktemp("omegat")
    for folder in ("source", "target", "omegat", "glossary", "tm", "dictionary"):
        (project / folder).mkdir()
    (project / "omegat.project").write_text(PROJECT, encoding="utf-8")
    (project / "omegat/project_save.tmx").write_text(reviewed_tmx(), encoding="utf-8")
    (project / "source/river-bridge.txt.uk.xlf").write_bytes(to_bytes(DOCUMENT))
    run_omegat(omegat, project)
    return (project / "target/river-bridge.txt.uk.xlf").read_bytes()


def run_omegat(omegat: str, project: Path) -> None:
    command = [omegat, str(project), "--mode=console-translate", f"--config-dir={project / 'settings'}"]
    environment = os.environ | {"JAVA_TOOL_OPTIONS": "-Djava.awt.headless=true"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=LIMIT_S)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_omegat_when_units_are_reviewed_then_each_text_comes_back_in_its_unit(exported: bytes) -> None:
    returned = units_of(exported)
    assert {id_: returned[id_].target for id_ in REVIEWED} == REVIEWED


@pytest.mark.slow
def test_omegat_when_a_unit_is_left_as_drafted_then_it_comes_back_unchanged(exported: bytes) -> None:
    assert units_of(exported)["1-2"].target == "НДДКР — < 5\u00a0млн. 🌉"


@pytest.mark.slow
def test_omegat_keeps_ids_and_sources(exported: bytes) -> None:
    drafts = units_of(to_bytes(DOCUMENT))
    assert {unit.id: unit.source for unit in units_of(exported).values()} == {
        unit.id: unit.source for unit in drafts.values()
    }


@pytest.mark.slow
def test_is_untouched_when_omegat_has_exported_the_file_then_false(exported: bytes) -> None:
    assert not is_untouched(exported)
