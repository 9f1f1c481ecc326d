"""Which of the safe fixes are made, and how they are shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate.checking.model import Bilingual, Item, Kind, Outcome
from translate.checks import Finding, Fix, apart, mended
from translate.errors import on_one_line
from translate.inline import Text

_UNWRITTEN: dict[Kind, str] = {
    "tmx": "fixes are not written into TMX; make them in the CAT tool and export it again",
    "other": "fixes are written into XLIFF and plain texts only",
}


@dataclass(frozen=True, slots=True)
class Planned:
    """A segment with the fixes that are made in it: `made` in the order of the text, none overlapping."""

    document: Bilingual
    item: Item
    made: tuple[tuple[Finding, Fix], ...]

    @property
    def after(self) -> str:
        """The target with the fixes."""
        return mended(Text(self.item.target.text), [fix for _, fix in self.made]).text


def plan(outcome: Outcome) -> tuple[tuple[Planned, ...], tuple[str, ...]]:
    """Return the segments that have safe fixes, and a line for each file into which none are written.

    Of fixes that overlap or touch, the first is made.
    """
    planned = [
        Planned(result.document, each.item, made)
        for result in outcome.results
        for each in result.checked
        if (made := tuple(apart(each.findings, len(each.item.target.text))))
    ]
    unwritten = (each.document for each in planned if each.document.kind in _UNWRITTEN)
    return (
        tuple(each for each in planned if each.document.kind not in _UNWRITTEN),
        tuple(dict.fromkeys(f"{document.path}: {_UNWRITTEN[document.kind]}" for document in unwritten)),
    )


def shown(planned: Sequence[Planned]) -> Iterator[str]:
    """Yield the lines of a list that looks like a diff: what is fixed, the target before and after."""
    for each in planned:
        checks = ", ".join(dict.fromkeys(finding.check for finding, _ in each.made))
        yield on_one_line(f"{each.document.path}:{each.item.unit}  {checks}")
        yield f"  - {_visible(each.item.target.text)}"
        yield f"  + {_visible(each.after)}"


def _visible(text: str) -> str:
    """Return a text in which the spaces can be told apart that a fix is often about."""
    return on_one_line(text.replace("\n", "⏎").replace("\xa0", "⍽").replace("\u202f", "⍽"))
