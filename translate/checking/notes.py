"""Findings that a reviewer has looked at and lets stand: a line in a note of the unit says so.

translate: ignore                        all findings of this unit
translate: ignore figures, terms         those of the two checks
translate: ignore figures (as in the original)
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from translate import checks
from translate.settingsfile import ALL

_LINE = re.compile(r"^[ \t]*translate:[ \t]*ignore\b(?P<names>[^\r\n]*)", re.IGNORECASE | re.MULTILINE)
# A reason may follow the names.
_REASON = re.compile(r"[(;:.—–]|\s-\s")
_BETWEEN = re.compile(r"[\s,]+")


@dataclass(frozen=True, slots=True)
class Ignored:
    """The names of the checks whose findings do not count, and what is wrong with the notes, a line each."""

    names: frozenset[str] = frozenset()
    warnings: tuple[str, ...] = ()

    def covers(self, check: str) -> bool:
        """Whether the findings of a check do not count.

        >>> ignored_by(["translate: ignore figures, terms"]).covers("terms")
        True
        """
        return ALL in self.names or check in self.names


_NOTHING = Ignored()


def ignored_by(notes: Iterable[str]) -> Ignored:
    """Return what the notes of a unit suppress. A name that is none suppresses nothing, and is told."""
    names: set[str] = set()
    warnings: list[str] = []
    for note in notes:
        for line in _LINE.finditer(note):
            given = [name for name in _BETWEEN.split(_REASON.split(line["names"], maxsplit=1)[0]) if name]
            known = (*checks.names(), ALL)
            names.update(name.lower() for name in given if name.lower() in known)
            warnings += [_unknown(name, known) for name in given if name.lower() not in known]
            if not given:
                names.add(ALL)
    return Ignored(frozenset(names), tuple(warnings)) if names or warnings else _NOTHING


def _unknown(name: str, known: tuple[str, ...]) -> str:
    meant = difflib.get_close_matches(name.lower(), known, n=1)
    hint = f"Did you mean `{meant[0]}`?" if meant else "`translate check --list` names them"
    return f"its note ignores `{name[:40]}`, which is no check. {hint}"
