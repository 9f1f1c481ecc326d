"""What stands already where a draft would go, and whether it must stay."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from translate import xliff
from translate.errors import OutputError, XliffError
from translate.memory import Query
from translate.pipeline import Pipeline
from translate.xliff import Returned


@dataclass(frozen=True, slots=True)
class Standing:
    """A draft of this tool that stands at `path`; `touched` when another program has saved it since."""

    path: Path
    returned: Returned
    touched: bool
    same_version: bool

    def status(self, sha256: str, pipeline: Pipeline) -> Literal["kept", "unchanged"] | None:
        """Return why the file stays for an article of this `sha256`: a reviewer's work, or this very draft.

        None when it may be written anew. Raises OutputError when a reviewer has worked in it, the article has
        changed, and not all of that work is in the memory.
        """
        same_article = self.returned.header.get("source-sha256") == sha256
        if self.touched and same_article:
            return "kept"
        if self.touched and not self._is_learned(pipeline):
            raise OutputError(
                "a reviewer has worked in it, but the article has changed since",
                path=self.path,
                hint="Learn from it (`translate learn`), or draft anew with --force",
            )
        same = same_article and self.same_version and self.returned.signature == pipeline.signature
        return "unchanged" if same and not self.touched else None

    def has_memory(self, digest: str) -> bool:
        """Whether the draft took the same targets from the memory as one made now would."""
        return self.touched or self.returned.header.get("memory", "") == digest

    def _is_learned(self, pipeline: Pipeline) -> bool:
        """Whether the memory has every reviewed unit of the file."""
        if pipeline.memory is None:
            return False
        drafts = self.returned.drafts or {}
        reviewed = [u for u in self.returned.units if xliff.is_reviewed(u, drafts.get(u.id))]
        found = pipeline.memory.lookup_many([Query(unit.source) for unit in reviewed])
        return all(
            any(
                m.kind != "fuzzy" and unit.target is not None and m.target.text == unit.target.text
                for m in own
            )
            for unit, own in zip(reviewed, found, strict=True)
        )


def standing(path: Path, version: str) -> Standing | None:
    """Return the draft at `path`, None when there is nothing; `version` is the XLIFF that would be written.

    Raises OutputError when what is there cannot be read or is no draft of this tool.
    """
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        reason = error.strerror or str(error)
        hint = "Choose another folder with --out"
        raise OutputError(f"cannot be used for the draft ({reason})", path=path, hint=hint) from error
    foreign = OutputError(
        "is there already and is no draft of this tool", path=path, hint="Move it, or use --force"
    )
    try:
        returned, *others = xliff.read(data)
    except XliffError as error:
        raise foreign from error
    if others or returned.signature is None:
        raise foreign
    return Standing(path, returned, not xliff.is_untouched(data), returned.version == version)
