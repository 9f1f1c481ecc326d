"""Reading TMX as tools write it: levels 1 and 2, versions 1.1 to 1.4b, OmegaT, Trados, Translate Toolkit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from translate import safexml
from translate.errors import LanguageCodeError, MemoryFileError
from translate.languages import parse_code
from translate.memory.model import Entry
from translate.memory.tmx import ARTICLE, DATE, FOLLOWING, PREVIOUS, UNIT, WAIVED, XML_LANG
from translate.memory.tmxsegment import SegmentError, neighbour, pair_of
from translate.safexml import local_name

# What OmegaT (`prev` …), memoQ (`x-context-pre` …) and others call the properties that we write.
_PROPERTIES = {
    PREVIOUS: {"prev", "x-prev", "x-context-pre"},
    FOLLOWING: {"next", "x-next", "x-context-post"},
    ARTICLE: {"file", "x-file", "x-document"},
    UNIT: {"id", "x-id", "x-segment-id"},
    WAIVED: set(),
}
_OURS = {theirs: ours for ours, names in _PROPERTIES.items() for theirs in (ours, *names)}
# memoQ wraps the neighbours in an element, escaped.
_WRAPPED = re.compile(r"<seg>(.*)</seg>", re.DOTALL)
_DATES = ("changedate", "creationdate")
_HINT = "Export it again as TMX 1.4"


@dataclass(frozen=True, slots=True)
class Fault:
    """A `tu` that cannot be used: its number from 1, its line (0: unknown), and why."""

    number: int
    line: int
    message: str


@dataclass(slots=True)
class Reading:
    """What is said of a file while its entries are read.

    `line` is where the unit that was read last begins (0: unknown). `other` counts the units without the two
    languages, `broken` is what ends the file before its end, "" for nothing.
    """

    path: Path
    source_language: str
    target_language: str
    units: int = 0
    line: int = 0
    other: int = 0
    faults: list[Fault] = field(default_factory=list)
    languages: set[str] = field(default_factory=set)
    broken: str = ""

    def entries(self) -> Iterator[Entry]:
        """Yield the entries of the file as they are read; a file of any size takes little memory.

        A unit that cannot be used is added to `faults`, and of a file that is broken somewhere everything
        before that place is given. A unit without a date has that of its file. Raises MemoryFileError for a
        file that cannot be read, is no TMX or declares entities.
        """
        try:
            date = datetime.fromtimestamp(int(self.path.stat().st_mtime), UTC)
            with self.path.open("rb") as file:
                yield from self._entries(file, date)
        except OSError as error:
            raise MemoryFileError(
                f"cannot be read ({error.strerror or error})",
                path=self.path,
                hint="Check its name and its permissions",
            ) from error
        except etree.XMLSyntaxError as error:
            line, column = error.position
            reason = error.msg.partition(", line ")[0]
            if not self.units:
                raise MemoryFileError(
                    f"is no well-formed XML ({reason})",
                    path=self.path,
                    line=line or None,
                    column=column or None,
                    hint=_HINT,
                ) from error
            self.broken = f"{self.path}:{line}: is broken here ({reason}): nothing behind it was read"

    def _entries(self, file: BinaryIO, date: datetime) -> Iterator[Entry]:
        header: dict[str, str] = {}
        root: etree._Element | None = None
        for event, element in safexml.events(file):
            if root is None:
                root = element
                self._check(root)
            name = local_name(element)
            if event == "end" and name == "header":
                header = {str(key): str(value) for key, value in element.attrib.items()}
            if event == "end" and name == "tu":
                self.units += 1
                self.line = _line(element)
                try:
                    entry = self._entry(element, header, date)
                    if entry is not None:
                        yield entry
                except SegmentError as error:
                    self.faults.append(Fault(self.units, _line(element), str(error)))
                safexml.forget(element)

    def _check(self, root: etree._Element) -> None:
        tree = root.getroottree()
        doctype: str = tree.docinfo.doctype  # type: ignore[attr-defined]  # lxml-stubs lacks it
        # The DTD that most tools name is never read. Serialised, a DOCTYPE is longer than lxml's summary of
        # it just when it has an internal subset.
        if doctype and doctype not in etree.tostring(tree, encoding="unicode"):
            raise MemoryFileError(
                "declares its own DTD or entities, which is refused",
                path=self.path,
                line=1,
                hint="Delete what stands between [ and ] in its DOCTYPE",
            )
        if local_name(root) != "tmx":
            raise MemoryFileError(
                f"is no TMX: its root is `{local_name(root)}`", path=self.path, line=_line(root), hint=_HINT
            )

    def _entry(self, unit: etree._Element, header: dict[str, str], date: datetime) -> Entry | None:
        for entity in unit.iter(etree.Entity):
            raise SegmentError(f"holds the entity {entity.text}")
        variants = [(_language(each), each) for each in unit.iterchildren("{*}tuv")]
        self.languages.update(language for language, _ in variants if language)
        source = _best(variants, self.source_language)
        target = _best(variants, self.target_language)
        if source is None or target is None:
            self.other += 1
            return None
        omegat = header.get("creationtool") == "OmegaT"
        pair = pair_of(source, target, omegat=omegat)
        said = {
            _OURS[type_]: _unwrapped("".join(map(str, each.itertext())), type_)
            for each in unit.iterchildren("{*}prop")
            if (type_ := (each.get("type") or "").lower()) in _OURS
        }
        return Entry(
            *pair,
            previous=neighbour(said.get(PREVIOUS, ""), omegat=omegat),
            following=neighbour(said.get(FOLLOWING, ""), omegat=omegat),
            article=said.get(ARTICLE, ""),
            unit=said.get(UNIT, ""),
            tool=_tool(unit, target, header),
            date=_date((target, unit), header) or date,
            waived=tuple(said.get(WAIVED, "").splitlines()),
        )


def _tool(unit: etree._Element, target: etree._Element, header: dict[str, str]) -> str:
    """Return what made a unit, with its version: as it says itself, else as the file says."""
    for each in (unit, target):
        tool = each.get("creationtool")
        if tool is not None:
            return f"{tool} {each.get('creationtoolversion', '')}".strip()
    return f"{header.get('creationtool', '')} {header.get('creationtoolversion', '')}".strip()


def _best(variants: list[tuple[str, etree._Element]], wanted: str) -> etree._Element | None:
    """Return the variant in the wanted language: the very tag if there is one, else the first that fits."""
    fitting = [(tag, element) for tag, element in variants if _fits(tag, wanted)]
    exact = [element for tag, element in fitting if tag.lower().replace("_", "-") == wanted.lower()]
    return exact[0] if exact else fitting[0][1] if fitting else None


@lru_cache(maxsize=256)
def _fits(tag: str, wanted: str) -> bool:
    """Whether a tag is the wanted language in any region, and in its script if it names one."""
    try:
        code = parse_code(tag)
    except LanguageCodeError:
        return False
    return code == wanted or wanted.startswith(f"{code}-") or code.startswith(f"{wanted}-")


def _date(elements: tuple[etree._Element, ...], header: dict[str, str]) -> datetime | None:
    for said in (*(element.get(name) for element in elements for name in _DATES), *map(header.get, _DATES)):
        if said:
            try:
                return datetime.strptime(said.strip(), DATE).replace(tzinfo=UTC)
            except ValueError:
                continue
    return None


def _unwrapped(value: str, type_: str) -> str:
    wrapped = _WRAPPED.fullmatch(value) if type_.startswith("x-context-") else None
    return wrapped.group(1) if wrapped else value


def _language(variant: etree._Element) -> str:
    """Return the language of a variant; TMX before 1.3 wrote `lang`."""
    return (variant.get(XML_LANG) or variant.get("lang") or "").strip()


def _line(element: etree._Element) -> int:
    line: object = element.sourceline
    return line if isinstance(line, int) else 0
