"""A bilingual document as the reviewer gets it, whatever version of XLIFF it is written in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from translate.inline import Code, Text

State = Literal["draft", "flagged", "approved"]

Origin = Literal["mt", "context", "exact", "fuzzy"]

# XML 1.0 (Fifth Edition), production [2] Char: what may stand in a document, by reference or as itself.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence with its draft.

    `id` is unique in the document, `resname` unique and readable (`3-1 paragraph 3`). `state` is "draft",
    "flagged" when a check found something, or "approved" when a person has approved this target in this very
    context before. `note` is what the reviewer reads beside the unit: terms, then what to look at; "" for
    none. `codes` and `target_codes` are the inline codes of source and target. `origin` says where the
    target comes from: the model, or a translation memory with the kind of the match.
    """

    id: str
    resname: str
    source: str
    target: str
    state: State
    note: str = ""
    codes: tuple[Code, ...] = ()
    target_codes: tuple[Code, ...] = ()
    origin: Origin = "mt"


@dataclass(frozen=True, slots=True)
class Group:
    """The units of one block of the article, in order. `id` differs from every other id of the document."""

    id: str
    resname: str
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """How the drafts were made, so that they can be reproduced and compared.

    `model` is the engine's signature (`argos en_uk 0.1 sha256:12ab…`), `glossary` is `sha256:…` of the rows
    used, `settings` whatever else changes a draft (`beam=4 money=long`).
    """

    tool_version: str
    model: str
    glossary: str
    settings: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article: languages are BCP 47 codes, `date` is aware and counts to the second.

    `original` is the article's file name and `source_sha256` the hexadecimal SHA-256 of its bytes, by which
    a merge knows that the article has not changed since. `spans` counts how its names and figures were
    settled (`annotated 36, parts 14, flagged 3`). `folder` is the path from the folder of the document to
    the one in which `original` lies, with slashes; "" when it is not known. `memory` is a digest of the
    targets that came from a translation memory, "" when none did.
    """

    original: str
    datatype: str
    source_language: str
    target_language: str
    date: datetime
    signature: Signature
    groups: tuple[Group, ...]
    source_sha256: str
    spans: str = ""
    folder: str = ""
    memory: str = ""


@dataclass(frozen=True, slots=True)
class ReturnedUnit:
    """A unit as it stands in an XLIFF file, whichever tool has saved it.

    `id` is that of the `trans-unit`; of a `unit` of XLIFF 2 with several segments `<unit>/<segment>`.
    `target` is None when there is none. `state` is the attribute as written ("" for none; XLIFF 2 `initial`,
    `translated`, `reviewed`, `final`), `qualifier` the `state-qualifier` or `subState`. `notes` are all notes
    in their order. `line` is where the unit begins.
    """

    id: str
    source: Text
    target: Text | None
    state: str = ""
    qualifier: str = ""
    approved: bool = False
    notes: tuple[str, ...] = ()
    resname: str = ""
    translatable: bool = True
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Returned:
    """One `file` of an XLIFF document as it came back.

    `version` is that of the document ("1.2", "2.0" …). `header` holds our own header notes by their key
    (`model`, `glossary`, `settings`, `source-sha256`, `spans`, `folder`, `seal`; without those that a tool
    dropped), `tool_version` our `tool` element's version, "" when it is gone. `drafts` are the drafts as they
    were written, by unit, None when they are not in the file. `tool` is the last other program that signed
    the header (`lokalize 22.12`), "" when none did. `problems` are what is wrong with the document
    without making it unreadable, one line each.
    """

    version: str
    original: str
    source_language: str
    target_language: str
    units: tuple[ReturnedUnit, ...]
    header: dict[str, str]
    drafts: dict[str, Text] | None = None
    tool_version: str = ""
    tool: str = ""
    datatype: str = ""
    problems: tuple[str, ...] = ()

    @property
    def signature(self) -> Signature | None:
        """How the drafts were made; None when this is no document of ours or a tool has dropped the notes."""
        notes = [self.header.get(key) for key in ("model", "glossary", "settings", "source-sha256")]
        if None in notes:
            return None
        model, glossary, settings, _ = (note or "" for note in notes)
        return Signature(self.tool_version, model, glossary, settings)


def clean(text: str) -> tuple[str, bool]:
    r"""Drop the characters that XML 1.0 cannot hold; also say whether there were any.

    These are the control characters other than tab, line feed and carriage return, lone surrogates, U+FFFE
    and U+FFFF (XML 1.0, section 2.2).

    >>> clean("Kyiv\x00\tKharkiv")
    ('Kyiv\tKharkiv', True)
    """
    cleaned = _ILLEGAL.sub("", text)
    return cleaned, cleaned != text
