"""An OmegaT project folder that opens as is: the XLIFF files, the glossary, the memory, the settings.

The layout and the settings are those that OmegaT 3.6 to 6 write themselves (project version 1.0). Sentence
segmentation is off: a unit is a sentence already, and OmegaT hides the draft of a unit that it splits.
"""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from translate import safexml
from translate.errors import OutputError
from translate.files import check_writable, write_atomically
from translate.glossary import Glossary, dump
from translate.memory import Memory, export_tmx

PROJECT = "omegat.project"

_FOLDERS = ("source", "target", "tm", "glossary", "dictionary", "omegat")
# Classes that every version since 3.6 has; none of them knows a stemmer for Ukrainian.
_TOKENIZERS = {"en": "org.omegat.tokenizer.LuceneEnglishTokenizer"}
_NEUTRAL_TOKENIZER = "org.omegat.tokenizer.DefaultTokenizer"
_HINT = "Choose another folder for the project, or move this file away"


def write_project(
    folder: Path, glossary: Glossary, source_language: str, target_language: str, memory: Memory | None = None
) -> Path:
    """Write an OmegaT project into `folder` and return the path of its `omegat.project`.

    The XLIFF files belong into its `source/`; the languages are BCP 47 codes. A folder that is a project
    already gets the new glossary and memory; what the translator has made there stays: the translations in
    `omegat/`, the exported files in `target/`, the glossary that grows in `glossary/glossary.txt`, and the
    project's own settings, except that sentence segmentation is off. Raises GlossaryError when a term fits in
    no row, OutputError when a file cannot be written or the folder is a project of other languages.
    """
    terms = dump(glossary.terms).encode()
    project = folder / PROJECT
    settings = _settings(project, source_language, target_language)
    for name in _FOLDERS:
        check_writable(folder / name)
    # OmegaT reads `.utf8` as UTF-8 on every system and in every version; it does not know `.tsv`.
    pair = f"{source_language}-{target_language}".lower()
    write_atomically(folder / "glossary" / f"{pair}.utf8", terms)
    if memory is not None:
        export_tmx(memory, folder / "tm" / f"{pair}.tmx")
    if settings is not None:
        # Last, so that what opens is complete.
        write_atomically(project, settings)
    return project


def _settings(project: Path, source_language: str, target_language: str) -> bytes | None:
    """Return the content of `omegat.project`, None when the one on disk is as it should be."""
    if not project.exists():
        return _new(source_language, target_language)
    root = _parse(project)
    for name, wanted in (("source_lang", source_language), ("target_lang", target_language)):
        found = root.findtext(f"project/{name}", "")
        if _primary(found) != _primary(wanted):
            side = name.partition("_")[0]
            raise OutputError(
                f"is a project whose {side} language is {found or 'not given'}, not {wanted.upper()}",
                path=project,
                hint="Choose another folder for the project",
            )
    if root.findtext("project/sentence_seg") == "false":
        return None
    # A project without the element has segmentation on.
    segmentation = root.find("project/sentence_seg")
    if segmentation is None:
        segmentation = etree.SubElement(root[0], "sentence_seg")
    segmentation.text = "false"
    return _serialise(root)


def _new(source_language: str, target_language: str) -> bytes:
    root = etree.Element("omegat")
    project = etree.SubElement(root, "project", {"version": "1.0"})
    for name, text in (
        ("source_dir", "__DEFAULT__"),
        ("target_dir", "__DEFAULT__"),
        ("tm_dir", "__DEFAULT__"),
        ("glossary_dir", "__DEFAULT__"),
        ("glossary_file", "__DEFAULT__"),
        ("dictionary_dir", "__DEFAULT__"),
        ("source_lang", source_language.upper()),
        ("target_lang", target_language.upper()),
        ("source_tok", _tokenizer(source_language)),
        ("target_tok", _tokenizer(target_language)),
        ("sentence_seg", "false"),
        ("support_default_translations", "true"),
        ("remove_tags", "false"),
    ):
        etree.SubElement(project, name).text = text
    etree.indent(root)
    return _serialise(root)


def _parse(project: Path) -> etree._Element:
    parser = safexml.parser()
    try:
        root = etree.fromstring(project.read_bytes(), parser)
    except etree.XMLSyntaxError as error:
        reason = error.msg.rpartition(", line ")[0] or error.msg
        raise OutputError(f"is no OmegaT project: {reason}", path=project, hint=_HINT) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"cannot be read ({reason})", path=project, hint=_HINT) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise OutputError(
            "is no OmegaT project: it has a document type declaration", path=project, hint=_HINT
        )
    return root


def _serialise(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True) + b"\n"


def _tokenizer(language: str) -> str:
    return _TOKENIZERS.get(_primary(language), _NEUTRAL_TOKENIZER)


def _primary(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()
