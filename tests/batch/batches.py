"""A batch of small articles with a small glossary and an engine that remembers what it was asked."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.dictionary_engine import DictionaryEngine
from translate import batch
from translate.articles import find
from translate.batch import Events, Result
from translate.glossary import Glossary, Term
from translate.journal import FOLDER
from translate.memory import Memory
from translate.pipeline import Pipeline
from translate.preparation import Settings

IRPIN = Term("Irpin", "Ірпінь", kind="place")
SUMY = Term("Sumy", "Суми", kind="place", gender="plur")
DONETSK = Term("Donetsk", "Донецьк", kind="place")

_ANNOTATION = re.compile("｟([^￨]*)￨[^｠]*｠")

ARTICLES = {
    "a.txt": "The mayor of Irpin spoke.\n\nNobody answered.\n",
    "b.txt": "Nobody answered.\n\nThe bridge is open.\n\nNobody answered.\n",
    "sub/c.txt": "The mayor of Sumy spoke.\n\nThe bridge is open.\n",
}


@dataclass
class Ran:
    """What one run did: results, the segments that the engine was asked for (each once), warnings."""

    results: list[Result]
    asked: list[str]
    warnings: list[str] = field(default_factory=list)

    @property
    def statuses(self) -> dict[str, str]:
        return {result.article.name: result.status for result in self.results}

    @property
    def errors(self) -> list[str]:
        return [str(result.error) for result in self.results if result.error is not None]


def articles(folder: Path, texts: dict[str, str] | None = None) -> Path:
    """Write articles below a folder; return it."""
    for name, text in (ARTICLES if texts is None else texts).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def ran(
    folder: Path,
    terms: Sequence[Term] = (IRPIN, SUMY),
    *,
    out: Path | None = None,
    memory: Memory | None = None,
    fuzzy: int = 75,
    force: bool = False,
    signature: str = "dictionary",
) -> Ran:
    """Run a batch on the articles of a folder into `out` beside it."""
    engine = DictionaryEngine()
    engine.signature = signature
    warnings: list[str] = []
    results = batch.run(
        find([folder]),
        Pipeline(engine, Glossary(terms), Settings(), memory, fuzzy),
        out or folder.parent / "out",
        force=force,
        events=Events(warned=warnings.append),
    )
    return Ran(results, sorted({_ANNOTATION.sub(r"\1", text) for text in engine.asked}), warnings)


def state(out: Path) -> dict[str, tuple[int, int, str]]:
    """Return inode, time and digest of every file of an output folder but the program's own."""
    return {
        path.relative_to(out).as_posix(): (
            path.stat().st_ino,
            path.stat().st_mtime_ns,
            hashlib.sha256(path.read_bytes()).hexdigest(),
        )
        for path in sorted(out.rglob("*"))
        if path.is_file() and FOLDER not in path.relative_to(out).parts
    }


def documents(out: Path) -> dict[str, bytes]:
    """Return the bytes of every XLIFF file below a folder."""
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*.xlf"))}
