"""Reading TBX: ISO 30042:2019 in DCA and DCT style, and `martif` of 2008; the table stands in `tbx`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from translate import safexml
from translate.errors import GlossaryError
from translate.glossary.model import KINDS
from translate.glossary.tbx import DEPRECATED, GENDERS, OURS, PREFERRED, XML_LANG
from translate.glossary.tsv import GlossaryFile, collect
from translate.safexml import local_name

# The last two are what Weblate and others write.
_NEVER = {DEPRECATED, "supersededTerm-admn-sts", "forbidden", "obsolete"}
_ENTRIES = ("conceptEntry", "termEntry")
_LANGUAGES = ("langSec", "langSet")
_TERMS = ("termSec", "tig", "ntig")
# Pretty-printed files break lines inside a term; spaces alone are the term's own.
_BREAK = re.compile(r"[ \t]*[\r\n\t]\s*")
_EXPORT = "Export it as TBX-Basic"


@dataclass(slots=True)
class _Word:
    """One term of an entry, and what its `termSec` says of it, by data category."""

    text: str
    said: dict[str, str] = field(default_factory=dict)

    @property
    def never(self) -> bool:
        return self.said.get("administrativeStatus", "") in _NEVER


@dataclass(slots=True)
class _Entry:
    """A concept: its line in the file, its words in the two languages, and the categories of the concept."""

    line: int
    sources: list[_Word] = field(default_factory=list)
    targets: list[_Word] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    kind: str = ""


def read_tbx(path: Path, source_language: str, target_language: str) -> GlossaryFile:
    """Read the terms of a TBX file, DCA or DCT style or `martif`, that it has in both languages.

    The languages are BCP 47 codes, of which the primary subtag counts. A concept gives a row for each of its
    source terms, with its preferred or first target; deprecated and superseded targets are `forbidden`. The
    note is the concept's notes, definition and, unless it is one of our kinds, subject field. The file is
    read entry by entry. What cannot be a row is left out and named in `warnings`. Raises GlossaryError for
    XML that is broken or has declarations or entities, for other XML, and for other languages.
    """
    reader = _Reader(_primary(source_language), _primary(target_language), path)
    try:
        with path.open("rb") as file:
            result = collect(reader.rows(file), path, lenient=True)
    except OSError as error:
        raise GlossaryError(
            f"cannot be read ({error.strerror or error})",
            path=path,
            hint="Check its name and its permissions",
        ) from error
    except etree.XMLSyntaxError as error:
        line, column = error.position
        reason = error.msg.partition(", line ")[0]
        raise GlossaryError(
            f"is no well-formed XML ({reason})",
            path=path,
            line=line or None,
            column=column or None,
            hint=_EXPORT,
        ) from error
    if not result.terms and reader.languages:
        raise GlossaryError(
            f"has no term both in `{reader.source}` and in `{reader.target}`",
            path=path,
            hint=f"It has {', '.join(sorted(reader.languages))}: choose two with --from and --to",
        )
    return GlossaryFile(result.terms, (*reader.warnings, *result.warnings))


class _Reader:
    """Turns the entries of a TBX file into rows, and keeps what it meets on the way."""

    def __init__(self, source: str, target: str, path: Path) -> None:
        self.source = source
        self.target = target
        self.languages: set[str] = set()
        self.warnings: list[str] = []
        self._path = path

    def rows(self, file: BinaryIO) -> Iterator[tuple[int, str]]:
        """Yield the line and the row of each term, its cells separated by tabs."""
        root: etree._Element | None = None
        for event, element in safexml.events(file):
            if root is None:
                root = element
                self._check(root)
            if event == "end" and local_name(element) in _ENTRIES:
                yield from self._entry_rows(self._entry(element))
                safexml.forget(element)

    def _check(self, root: etree._Element) -> None:
        tree = root.getroottree()
        doctype: str = tree.docinfo.doctype  # type: ignore[attr-defined]  # lxml-stubs lacks it
        # Serialised, a DOCTYPE is longer than lxml's summary of it just when it has an internal subset.
        if doctype and doctype not in etree.tostring(tree, encoding="unicode"):
            raise GlossaryError(
                "declares its own DTD or entities, which is refused", line=1, hint="Delete its DOCTYPE"
            )
        if local_name(root) not in ("tbx", "martif"):
            raise GlossaryError(
                f"is no TBX: its root is `{local_name(root)}`", line=_line(root), hint=_EXPORT
            )

    def _entry(self, element: etree._Element) -> _Entry:
        entry = _Entry(_line(element))
        for child in element.iter(etree.Entity):
            raise GlossaryError(
                f"holds the entity {child.text}", line=entry.line, hint="Write the text instead of it"
            )
        for part in element.iterchildren(*_any(_LANGUAGES)):
            language = _primary(part.get(XML_LANG) or part.get("lang") or "")
            self.languages.add(language)
            words = [_word(one) for one in part.iter(*_any(_TERMS))]
            if language == self.source:
                entry.sources += words
            if language == self.target:
                entry.targets += words
            if language in (self.source, self.target):
                entry.notes += _notes(part)
        for child in element.iter(*_any(("descrip", "subjectField"))):
            if _category(child) == "subjectField" and (text := _text(child)):
                if text.lower() in KINDS and not entry.kind:
                    entry.kind = text.lower()
                else:
                    entry.notes.append(text)
        entry.notes = _notes(element) + entry.notes
        return entry

    def _entry_rows(self, entry: _Entry) -> Iterator[tuple[int, str]]:
        if not entry.sources or not entry.targets:
            return
        good = [word for word in entry.targets if word.text and not word.never]
        good.sort(key=lambda word: word.said.get("administrativeStatus") != PREFERRED)
        if not good:
            name = next((word.text for word in entry.sources if word.text), "?")
            self._warn(entry, f"`{name}` has no target that may be used: left out")
            return
        target, *others = good
        if others:
            names = ", ".join(f"`{word.text}`" for word in others)
            self._warn(entry, f"`{target.text}` is used; a row has no place for {names}")
        genders = {tbx: ours for ours, tbx in GENDERS.items()}
        gender = genders.get(target.said.get("grammaticalGender", ""), target.said.get("gender", ""))
        cells = (
            target.text,
            "; ".join(dict.fromkeys(entry.notes)),
            entry.kind,
            gender,
            target.said.get("case", ""),
            "|".join(
                word.text for word in entry.targets if word.never and word.text and "|" not in word.text
            ),
            target.said.get("forms", ""),
        )
        for word in entry.sources:
            if word.text:
                yield entry.line, "\t".join((word.text, *cells))
            else:
                self._warn(entry, f"a concept with the target `{target.text}` has an empty source: left out")

    def _warn(self, entry: _Entry, message: str) -> None:
        self.warnings.append(f"{self._path}:{entry.line}: {message}")


def _word(section: etree._Element) -> _Word:
    word = _Word("")
    for child in section.iter():
        name = _category(child)
        text = _text(child)
        if name == "term":
            word.text = word.text or text
        elif name == "note" and text.startswith(OURS):
            key, _, value = text.removeprefix(OURS).strip().partition("=")
            word.said[key] = value
        elif name in ("administrativeStatus", "grammaticalGender"):
            word.said[name] = text
    return word


def _notes(parent: etree._Element) -> list[str]:
    """Return the notes and definitions of a concept or of a language, those of its parts apart."""
    found = []
    for child in parent.iterchildren(etree.Element):
        inner = next(child.iterchildren(etree.Element), child) if local_name(child) == "descripGrp" else child
        if _category(inner) in ("note", "definition") and (text := _text(inner)):
            found.append(text)
    return found


def _category(element: etree._Element) -> str:
    """Return the data category of an element: its type in DCA style, its name in DCT style."""
    return (
        str(element.get("type") or "")
        if local_name(element) in ("descrip", "termNote")
        else local_name(element)
    )


def _line(element: etree._Element) -> int:
    line: object = element.sourceline
    return line if isinstance(line, int) else 0


def _any(names: Iterable[str]) -> Iterator[str]:
    """Return patterns for the names in any namespace, and in none."""
    return (f"{{*}}{name}" for name in names)


def _text(element: etree._Element) -> str:
    return _BREAK.sub(" ", "".join(map(str, element.itertext()))).strip()


def _primary(language: str) -> str:
    return re.split("[-_]", language.strip().lower(), maxsplit=1)[0]
