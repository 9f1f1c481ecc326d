"""TermBase eXchange: TBX-Basic of ISO 30042:2019, and the older `martif` files of ISO 30042:2008.

| our column | place in TBX-Basic (data categories of its modules Core, Min and Basic) |
|---|---|
| source, target | a `term` in the `langSec` of its language |
| note | `note` of the concept |
| kind | `subjectField` of the concept |
| gender | `grammaticalGender` of the target; `plur`, which TBX-Basic has not, as below |
| forbidden | further terms in the target language, `administrativeStatus` deprecatedTerm-admn-sts |
| case, forms, plur | a `note` of the target that begins with `translate:` and is read back |

This module writes, `tbxreader` reads, with entities, DTDs, the network and huge trees off. Older files of
many tools begin with a plain `<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">`: it is passed over, what it
names is never loaded. A file whose DOCTYPE has declarations of its own is refused, and so is an entity.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from translate.errors import GlossaryError
from translate.glossary.model import Term
from translate.glossary.tsv import format_row

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
GENDERS = {"masc": "masculine", "femn": "feminine", "neut": "neuter"}
DEPRECATED = "deprecatedTerm-admn-sts"
PREFERRED = "preferredTerm-admn-sts"
OURS = "translate:"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_WRITTEN_BY = "Written by translate glossary export"
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def dump_tbx(terms: Iterable[Term], source_language: str, target_language: str) -> bytes:
    """Return the terms as TBX-Basic, DCA style, UTF-8, a concept each; `read_tbx` gives the same terms.

    Raises GlossaryError for a term that no row can hold, or with a character that XML 1.0 has not.
    """
    attributes = {"type": "TBX-Basic", "style": "dca", XML_LANG: source_language}
    root = etree.Element(_name("tbx"), attributes, nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    _add(_sub(_sub(_sub(root, "tbxHeader"), "fileDesc"), "sourceDesc"), "p", _WRITTEN_BY)
    body = _sub(_sub(root, "text"), "body")
    body.text = "\n"
    for number, term in enumerate(terms, 1):
        _add_concept(body, number, term, source_language, target_language)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _add_concept(
    body: etree._Element, number: int, term: Term, source_language: str, target_language: str
) -> None:
    if bad := _ILLEGAL.search(format_row(term)):
        raise GlossaryError(
            f"`{term.source}` holds U+{ord(bad[0]):04X}, which XML cannot hold", hint="Delete the character"
        )
    entry = _sub(body, "conceptEntry", {"id": f"c{number}"})
    entry.tail = "\n"
    if term.kind != "other":
        _add(entry, "descrip", term.kind, type="subjectField")
    if term.note:
        _add(entry, "note", term.note)
    _add_word(_sub(entry, "langSec", {XML_LANG: source_language}), term.source)
    section = _sub(entry, "langSec", {XML_LANG: target_language})
    target = _add_word(section, term.target)
    if term.gender in GENDERS:
        _add(target, "termNote", GENDERS[term.gender], type="grammaticalGender")
    if term.forbidden:
        _add(target, "termNote", PREFERRED, type="administrativeStatus")
    for name, value in _settings(term).items():
        _add(target, "note", f"{OURS} {name}={value}")
    for forbidden in term.forbidden:
        _add(_add_word(section, forbidden), "termNote", DEPRECATED, type="administrativeStatus")


def _add_word(section: etree._Element, text: str) -> etree._Element:
    word = _sub(section, "termSec")
    _add(word, "term", text)
    return word


def _add(parent: etree._Element, name: str, text: str, **attributes: str) -> None:
    _sub(parent, name, attributes).text = text


def _sub(parent: etree._Element, name: str, attributes: dict[str, str] | None = None) -> etree._Element:
    return etree.SubElement(parent, _name(name), attributes or {})


def _name(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _settings(term: Term) -> dict[str, str]:
    cells = {
        "gender": term.gender if term.gender not in GENDERS else "",
        "case": "yes" if term.case_sensitive else "",
        "forms": "|".join(f"{case}={form}" for case, form in term.forms),
    }
    return {name: cell for name, cell in cells.items() if cell}
