"""What is needed for a language pair: glossary, settings, memory, each from its place in the project."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from translate.errors import TranslateError, UsageError, XliffError

if TYPE_CHECKING:
    from translate.memory import Memory
    from translate.preparation import Preparation, Settings
    from translate.xliff import Returned

Pair = tuple[str, str]


def with_rules(settings: Settings) -> Settings:
    """Return settings with what `translate.toml` says of the checks. Raises UsageError when it is broken."""
    from translate import settingsfile
    from translate.checking.rules import rules_of

    rules = rules_of(settingsfile.load(Path()))
    return replace(settings, disabled=rules.disabled, severities=tuple(sorted(rules.severity.items())))


class Projects:
    """The glossary and the settings of each language pair, loaded once."""

    def __init__(self, glossary: Sequence[Path] | None) -> None:
        self._files = glossary
        self._known: dict[Pair, Preparation] = {}

    def pair(self, returned: Returned, file: Path) -> Pair:
        """Return the languages of a document as this tool writes them (`uk-UA` is `uk`)."""
        from translate import languages

        try:
            source = languages.parse_code(returned.source_language)
            return source, languages.parse_code(returned.target_language)
        except UsageError as error:
            raise XliffError(
                f"states no known pair of languages: {error.message}",
                path=file,
                hint="Set them in the file as they were, for example en and uk",
            ) from error

    def preparation(self, pair: Pair) -> Preparation:
        """Return what finds and checks names and figures, with the pair's glossary."""
        from translate.glossary import Glossary, default_path
        from translate.preparation import Preparation, Settings

        if pair not in self._known:
            default = default_path(*pair)
            files = self._files or ([default] if default else [])
            settings = with_rules(Settings(*pair))
            self._known[pair] = Preparation(Glossary.load(files, *pair), settings)
        return self._known[pair]

    def glossary_file(self, pair: Pair) -> Path:
        """Return the glossary file that new rows belong to, whether it is there or not."""
        return self._files[0] if self._files else Path("glossaries") / f"{'-'.join(pair)}.tsv"


def documents(files: Sequence[Path], errors: list[str]) -> Iterator[tuple[Path, Returned]]:
    """Yield what reviewed XLIFF files hold, each file once; why one cannot be read is added to `errors`."""
    from translate import xliff

    for file in dict.fromkeys(files):
        try:
            found = xliff.read(file)
        except TranslateError as error:
            errors.append(str(error))
            continue
        for returned in found:
            yield file, returned


@contextmanager
def opened_memory(path: Path | None, source: str, target: str) -> Iterator[Memory | None]:
    """Open the memory at `path`, or the pair's own if it is there, for reading; None when there is none.

    Raises UsageError when `path` is named and does not exist, MemoryFileError when it cannot be read.
    """
    from translate.memory import Memory, default_path

    if path is None:
        path = default_path(source, target)
        if not path.exists():
            yield None
            return
    elif not path.exists():
        raise UsageError("does not exist", path=path, hint="Fill one with `translate learn`")
    with Memory.open(path, source, target, read_only=True) as memory:
        yield memory
