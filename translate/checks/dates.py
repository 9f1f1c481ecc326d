"""Do the dates, weekdays and months of the source stand in the target?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from translate.checks.comparison import compared, target_figures
from translate.checks.datewords import (
    MONTHS,
    RELATIVE,
    WEEKDAYS,
    DateWord,
    english_date_words,
    ukrainian_date_words,
)
from translate.checks.model import Draft, Fault
from translate.checks.registry import register
from translate.figures import Figure

_WORDS: dict[str, Callable[[str], Iterator[DateWord]]] = {
    "en": english_date_words,
    "uk": ukrainian_date_words,
}
# What a translator may say with a relative day where the source has none: `last night`, `this morning`.
_SAYS = {
    "yesterday": re.compile(
        r"\b(?:last (?:night|evening)|(?:previous|prior) (?:day|night|evening)|day before)"
    ),
    "today": re.compile(
        r"\b(?:tonight|this (?:morning|afternoon|evening|day)|now|present|current|modern)", re.I
    ),
    "tomorrow": re.compile(r"\b(?:next|following) (?:day|morning)|day after"),
}


@register("dates", "error")
def dates(draft: Draft) -> Iterator[Fault]:
    """A date of the source differs in the target in its day, month or year, or is not there.

    Another weekday or month in words, and `yesterday`, `today` and `tomorrow` taken for one another or turned
    into a weekday, are faults too; for these English and Ukrainian are read.
    """
    own = [figure for figure in draft.figures if figure.kind == "date"]
    others = [figure for figure in target_figures(draft) if figure.kind == "date"]
    if own or others:
        yield from _figures(*([each for each in side if each.kind == "date"] for side in compared(draft)))
    yield from _words(draft, own, others)


def _figures(lost: list[Figure], made: list[Figure]) -> Iterator[Fault]:
    for figure in lost:
        if not made:
            yield Fault(f"date missing: {_named(figure)}", source=(figure.start, figure.end))
            continue
        # The one that shares the most with it is what became of it.
        other = max(
            made, key=lambda each: sum(a == b for a, b in zip(figure.values, each.values, strict=False))
        )
        made.remove(other)
        yield Fault(
            f"{_difference(figure, other)}: {_named(figure)} became {_named(other)}",
            source=(figure.start, figure.end),
            target=(other.start, other.end),
        )
    for figure in made:
        yield Fault(f"date not in the source: {_named(figure)}", target=(figure.start, figure.end))


def _difference(source: Figure, target: Figure) -> str:
    (year, month, *days), (other_year, other_month, *other_days) = source.values, target.values
    if days == [other_month] and other_days == [month] and year == other_year and days != [month]:
        return "day and month swapped"
    parts = [("year", year, other_year), ("month", month, other_month), ("day", days, other_days)]
    changed = [name for name, a, b in parts if a != b]
    return " and ".join(changed) + " changed" if changed else "date changed"


def _named(figure: Figure) -> str:
    # ISO 8601 with its place for what is not said: --03-28 has no year.
    values = [f"{number.normalize():f}" for number in figure.values]
    value = "-".join(number.zfill(2) if number != "0" else "-" for number in values).rstrip("-")
    return f"{value} (“{figure.text}”)"


def _words(draft: Draft, own: list[Figure], others: list[Figure]) -> Iterator[Fault]:
    """Compare the names of days and months outside dates; one is settled by any that means the same."""
    read, read_target = (_WORDS.get(code[:2]) for code in (draft.source_language, draft.target_language))
    if read is None or read_target is None:
        return
    source = [word for word in read(draft.source) if not _inside(word, own)]
    target = [word for word in read_target(draft.target) if not _inside(word, others)]
    if not target:
        return
    for kind in (WEEKDAYS, MONTHS):
        yield from _swapped(draft, kind, source, target)
    yield from _relative(draft, source, target)


def _swapped(
    draft: Draft, kind: Sequence[str], source: list[DateWord], target: list[DateWord]
) -> Iterator[Fault]:
    own = [word for word in source if word.name in kind]
    others = [word for word in target if word.name in kind]
    lost, made = _unmatched(own, others)
    for word, other in zip(lost, made, strict=False):
        yield _became(draft, word, other)


def _relative(draft: Draft, source: list[DateWord], target: list[DateWord]) -> Iterator[Fault]:
    own = [word for word in source if word.name in RELATIVE]
    lost, made = _unmatched(own, [word for word in target if word.name in RELATIVE])
    made = [word for word in made if not _SAYS[word.name].search(draft.source)]
    if not any(word.name in WEEKDAYS for word in source):
        made += [word for word in target if word.name in WEEKDAYS]
    for word, other in zip(lost, made, strict=False):
        yield _became(draft, word, other)


def _unmatched(source: list[DateWord], target: list[DateWord]) -> tuple[list[DateWord], list[DateWord]]:
    names, others = {word.name for word in source}, {word.name for word in target}
    return (
        [word for word in source if word.name not in others],
        [word for word in target if word.name not in names],
    )


def _became(draft: Draft, word: DateWord, other: DateWord) -> Fault:
    kind = "weekday" if word.name in WEEKDAYS else "month" if word.name in MONTHS else "day"
    said = draft.source[word.start : word.end], draft.target[other.start : other.end]
    return Fault(
        f"{kind} changed: “{said[0]}” became “{said[1]}” ({other.name})",
        source=(word.start, word.end),
        target=(other.start, other.end),
    )


def _inside(word: DateWord, dates: list[Figure]) -> bool:
    return any(date.start <= word.start and word.end <= date.end for date in dates)
