"""What a model leaves around names and figures: words and initials said twice, figures half rendered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from translate.engine import Hypothesis
from translate.languages import Language
from translate.protection.edits import Edit, apply
from translate.protection.locate import Place, extra_figures, located
from translate.protection.model import Protected, Span

# Words are looked at up to a length, so that a draft without spaces takes no time with its square.
_REPEATED = re.compile(
    r"\b((?:\w[\w'’-]{0,40}\s{1,3}){1,4}\w[\w'’-]{0,40}|\w[\w'’-]{3,40}|\d[\d,. ]{0,20})(?:,?\s{1,3}\1\b)+",
    re.IGNORECASE,
)
_RUN = re.compile(r"\w+")
_FARTHEST = 4 * (41 + 3) + 41 + 4
"""The length of the longest words that are looked at, with the comma and the spaces behind them."""
_DOUBLED_UNIT = re.compile(r"(/\w{1,6})\1+(?!\w)")
_FOREIGN = re.compile(r"[£$€₴A-Za-z]")
_SIGN_BEFORE = re.compile(r"(?:\b[A-Za-z]{1,4})?[£$€₴]\s?$")
_DECIMAL = re.compile(r"\d,\d")
_PREPOSITION = re.compile(r"(?<=[\w,])(?:\s+[–—-])?\s+([А-ЯІЇЄҐ][а-яіїєґ]*)(?=\s)")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms)\.\s+$")
_TITLE_STOP = re.compile(r"\bпан\w*(\.)\s+$")
_CLOCK = re.compile(r"\d{1,2}:\d\d")
_INITIALS = re.compile(r"(?:\b\w{1,2}\.?\s+)+$")
_SPACES = str.maketrans("\u00a0\u202f", "  ")


def tidy(hypothesis: Hypothesis, protected: Protected, language: Language) -> Hypothesis:
    """Return the hypothesis with repetitions removed and its figures written as they are rendered."""
    for edits in (_commas, _repetitions, _initials, _units, _figures, _echoes, _capitals, _metric):
        hypothesis = apply(hypothesis, edits(hypothesis.text, protected, language))
    return hypothesis


def _units(text: str, protected: Protected, language: Language) -> list[Edit]:  # noqa: ARG001
    """Return the edits that take away what a unit has twice: км/год/год."""
    return [(match.end(1), match.end(), "") for match in _DOUBLED_UNIT.finditer(text)]


def _commas(text: str, protected: Protected, language: Language) -> list[Edit]:  # noqa: ARG001
    """Leave one of two commas where two parts of a segment were joined."""
    return [(match.start(), match.end(), ",") for match in re.finditer(r",(?:\s*,)+", text)]


def stops(text: str, protected: Protected, language: Language) -> list[Edit]:
    """Return the edits for full stops written twice or kept from a title before a name (`пані. Петренко`)."""
    edits: list[Edit] = [
        (match.start(), match.end(), ".") for match in re.finditer(r"(?<!\.)\.\.(?!\.)", text)
    ]
    for span, place in zip(protected.spans, located(protected, text, language.code), strict=True):
        if place is None or span.names != "person" or not _TITLE.search(protected.source, 0, span.start):
            continue
        if stop := _TITLE_STOP.search(text, max(place[0] - 20, 0), place[0]):
            edits.append((stop.start(1), stop.end(1), ""))
    return edits


def repetitions(text: str) -> Iterator[re.Match[str]]:
    """Yield where words stand twice in a row: group 1 is what is repeated. Groups of digits are no words."""
    for match in _REPEATED.finditer(text) if _may_repeat(text) else ():
        if any(letter.isalpha() for letter in match.group(1)):
            yield match


def _may_repeat(text: str) -> bool:
    """Whether some words come again right behind themselves: where they do not, nothing need be searched.

    The first word of what is said twice begins both copies, so only places of equal words are compared.
    """
    places: dict[str, list[int]] = {}
    for match in _RUN.finditer(text):
        start = match.start()
        earlier = places.setdefault(match[0].casefold(), [])
        if earlier and text[start - 1].isspace():
            for first in reversed(earlier):
                if start - first > _FARTHEST:
                    break
                copy = text[first:start].rstrip().removesuffix(",")
                if text[start : start + len(copy)].casefold() == copy.casefold():
                    return True
        earlier.append(start)
    # Its small letter is two characters, so that the comparison above may miss it.
    return "İ" in text


def _repetitions(text: str, protected: Protected, language: Language) -> list[Edit]:  # noqa: ARG001
    """Say once what the model said twice in a row, unless the source says it twice."""
    if any(repetitions(protected.source)):
        return []
    return [(match.end(1), match.end(), "") for match in repetitions(text)]


def _initials(text: str, protected: Protected, language: Language) -> list[Edit]:
    """Remove stray initials before a name that has its own (`В. В. В. Назаренко`)."""
    edits: list[Edit] = []
    for span, place in zip(protected.spans, located(protected, text, language.code), strict=True):
        if place is None or span.term is None or not re.match(r"\w{1,2}\.", span.target):
            continue
        stray = _INITIALS.search(text, 0, place[0])
        if stray and not re.search(r"\b\w{1,2}\.\s*$", protected.source[: span.start]):
            edits.append((stray.start(), place[0], ""))
    return edits


def _figures(text: str, protected: Protected, language: Language) -> list[Edit]:
    """Write a figure as it is rendered where no grammar can ask for another form.

    These are dates with a day (the month is always in the genitive), clock times, sums and measures with a
    decimal fraction (their unit is always in the genitive singular), and figures with foreign signs in them.
    """
    edits: list[Edit] = []
    for span, place in zip(protected.spans, located(protected, text, language.code), strict=True):
        if place is None or span.figure is None:
            continue
        sign = _SIGN_BEFORE.search(text[max(place[0] - 6, 0) : place[0]])
        if sign and not _FOREIGN.search(span.target):
            # `US$14,7 мільярда доларів`: the currency is said in words.
            edits.append((place[0] - len(sign.group()), place[0], ""))
        if _has_one_form(span, text[place[0] : place[1]]):
            behind = re.compile(r"\s+(\w+)").match(text, place[1])
            # What is left of a half rendered figure: `£5 мільярдів` of `£5 мільярдів фунтів`.
            rest = behind is not None and behind.group(1) in span.target.translate(_SPACES).split()[1:]
            end = behind.end() if behind is not None and rest else place[1]
            edits.append((place[0], end, span.target.translate(_SPACES)))
    return edits


def _is_garbled(span: Span, written: str, language: Language) -> bool:
    """Whether a word of a figure is neither a word of the language nor one of its rendering (`кронів`)."""
    known = {word.lower() for word in span.target.translate(_SPACES).split()}
    return span.ask == "annotate" and any(
        word.lower() not in known and not language.is_word(word) for word in re.findall(r"[^\W\d_]+", written)
    )


def _has_one_form(span: Span, written: str) -> bool:
    figure = span.figure
    if (
        figure is None
        or span.ask != "annotate"
        or written.translate(_SPACES) == span.target.translate(_SPACES)
    ):
        return False
    if _FOREIGN.search(written) and not _FOREIGN.search(span.target):
        return True
    if figure.kind == "date":
        return len(figure.values) == 3 and figure.values[2] > 0
    if figure.kind == "time":
        return _CLOCK.fullmatch(written) is None and any(letter.isdigit() for letter in written)
    if len(figure.values) == 1 and figure.values[0] < 0:
        return True
    return figure.unit != "" and len(figure.values) == 1 and _DECIMAL.search(span.target) is not None


def _metric(text: str, protected: Protected, language: Language) -> list[Edit]:
    """Put the metric value before a figure, the original in brackets, where that was asked for."""
    return [
        (*place, span.converted.translate(_SPACES))
        for span, place in zip(protected.spans, located(protected, text, language.code), strict=True)
        if place is not None and span.converted
    ]


def _echoes(text: str, protected: Protected, language: Language) -> list[Edit]:
    """Remove a broken copy of a figure right behind it (`11 листопада 2022 року 202 року`)."""
    places = [place for place in located(protected, text, language.code) if place is not None]
    edits: list[Edit] = []
    for extra in extra_figures(protected, text, language.code):
        before = _neighbour(text, places, extra.start)
        if (
            before is None
            or _digits(extra.text) == ""
            or _digits(extra.text) not in _digits(text[slice(*before)])
        ):
            continue
        # The word that belongs to the figure goes with it: року, годин, доларів.
        word = text[slice(*before)].rsplit(maxsplit=1)[-1]
        behind = re.match(rf"\s+{re.escape(word)}\b", text[extra.end :])
        edits.append((before[1], extra.end + (behind.end() if behind else 0), ""))
    return edits[:1]


def _capitals(text: str, protected: Protected, language: Language) -> list[Edit]:
    """Write terms and prepositions small within a sentence: parts of an input begin with a capital."""
    edits: list[Edit] = []
    for span, place in zip(protected.spans, located(protected, text, language.code), strict=True):
        if place is None or span.term is None or not span.target[:1].islower():
            continue
        if text[place[0]].isupper() and re.search(r"[\w,]\s+$", text[: place[0]]):
            edits.append((place[0], place[0] + 1, text[place[0]].lower()))
    return edits + [
        (match.start(1), match.start(1) + 1, match.group(1)[0].lower())
        for match in _PREPOSITION.finditer(text)
        if language.governed_cases(match.group(1))
    ]


def _neighbour(text: str, places: Sequence[Place], start: int) -> Place | None:
    return next(
        (place for place in places if place[1] < start and not text[place[1] : start].strip(" ,\u00a0")), None
    )


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
