"""Step 5 of the ladder: put a missing span in place of the words of the draft that stand for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from translate.engine import Hypothesis
from translate.figures import Figure
from translate.languages import Language
from translate.protection.align import aligned_words
from translate.protection.cases import expected_cases
from translate.protection.edits import Edit
from translate.protection.locate import Place, figures_in
from translate.protection.model import EngineInput, Protected, Span

LOOKS_LIKE = 60
"""Least likeness (0 to 100) at which the ending of a mangled name tells its case."""

SUSPECT = 0.35
"""Least vote at which words of a draft are suspected of standing for a span that is missing."""

_NEXT = re.compile(r"[\s-]+([\w.]+)")
_SPACES = str.maketrans("\u00a0\u202f", "  ")
_FINAL_MARKS = " .!?…;:\"»”’')]"
_DIGITS = re.compile(r"\d+")


def repairs(
    protected: Protected,
    source: EngineInput,
    hypothesis: Hypothesis,
    places: Sequence[Place | None],
    language: Language,
) -> tuple[list[Edit], dict[int, str]]:
    """Return the edits that put missing spans in, and per repaired span why its form is in doubt, or ""."""
    edits: list[Edit] = []
    repaired: dict[int, str] = {}
    taken = [place for place in places if place is not None]
    # A figure of the draft that no span holds may be a wrong value, or the remains of a longer figure.
    spare = [
        figure
        for figure in figures_in(hypothesis.text, language.code)
        if all(figure.end <= start or figure.start >= end for start, end in taken)
    ]
    for index, span in enumerate(protected.spans):
        if places[index] is not None or not (span.accepted or span.figure):
            continue
        origin = source.places[index]
        if origin is not None and origin[0] == origin[1]:
            edits.append(_emoji(span, origin, source.text, hypothesis))
            repaired[index] = ""
            continue
        if span.figure is not None and (extra := _mistaken(span.figure, origin, spare, hypothesis)):
            spare.remove(extra)
            edits.append((*_with_unit(hypothesis.text, extra, span), span.target.translate(_SPACES)))
            taken.append((extra.start, extra.end))
            # What is not asked of the engine has a form that the sentence decides (`1990-х`, `52-річна`).
            own_form = span.ask == "no" and not span.target.isdigit()
            repaired[index] = f"its form is in doubt ({span.target})" if own_form else ""
            continue
        found = aligned_words(hypothesis, span, origin, taken, len(source.text))
        if found is None or (span.kind == "figure" and found[1] < LOOKS_LIKE / 100):
            continue
        place, _ = found
        form, doubt = _form(span, protected, hypothesis.text, place, language)
        edits.append((*place, form))
        taken.append(place)
        repaired[index] = doubt
    return edits, repaired


def wrong_words(
    best: Hypothesis, source: EngineInput, protected: Protected, missing: Sequence[int]
) -> list[str]:
    """Return the words of a draft that seem to stand for the missing spans, to be suppressed in the next."""
    found: list[str] = []
    for index in missing:
        aligned = aligned_words(
            best, protected.spans[index], source.places[index], (), len(source.text), enough=SUSPECT
        )
        if aligned is not None:
            found.append(best.text[slice(*aligned[0])])
    return found


def _with_unit(text: str, extra: Figure, span: Span) -> Place:
    """Return the range of a mistaken figure, with the broken unit behind it (`9,2 ГВитаю` for `9,2 ГВт`)."""
    unit = span.target.rsplit(maxsplit=1)[-1]
    behind = _NEXT.match(text, extra.end)
    if behind is None or unit == span.target or unit in text[extra.start : extra.end]:
        return extra.start, extra.end
    word = behind.group(1)
    broken = word.startswith(unit[:2]) or fuzz.ratio(word.lower(), unit.lower()) >= LOOKS_LIKE
    return extra.start, behind.end() if broken else extra.end


def _mistaken(
    figure: Figure, origin: Place | None, spare: Sequence[Figure], hypothesis: Hypothesis
) -> Figure | None:
    """Return the figure of the draft that stands for `figure` with a wrong value, if one clearly does."""
    best: tuple[float, Figure] | None = None
    for extra in spare:
        share = 0.0
        if origin is not None and hypothesis.attention:
            own = [s for a, b, s in hypothesis.focus(*origin) if a < extra.end and b > extra.start]
            share = sum(own) / len(own) if own else 0.0
        vote = share + fuzz.ratio(_digits(figure.text), _digits(extra.text)) / 200
        vote += 0.3 if figure.kind == extra.kind or _is_year_of(extra, figure) else 0.0
        if best is None or vote > best[0]:
            best = (vote, extra)
    return best[1] if best is not None and best[0] >= LOOKS_LIKE / 100 else None


def _is_year_of(figure: Figure, date: Figure) -> bool:
    return figure.kind == "year" and date.kind == "date" and figure.values[0] == date.values[0]


def _digits(text: str) -> str:
    return "".join(_DIGITS.findall(text))


def _form(span: Span, protected: Protected, text: str, place: Place, language: Language) -> tuple[str, str]:
    """Return the form of `span` that fits the words it replaces, and the doubt that remains, or ""."""
    if span.paradigm is None:
        return span.target, ""
    paradigm = span.paradigm
    replaced = text[place[0] : place[1]].lower().replace("'", "’")
    expected = expected_cases(span, protected.source, text, place, language)
    alike = {case: fuzz.ratio(paradigm.form(case).lower(), replaced) for case, _ in paradigm.cases}
    allowed = expected or tuple(case for case in alike if case != "voct")
    best = max(allowed, key=lambda case: (alike[case], -allowed.index(case)))
    # The digits of a month's year are alike whatever its case.
    if (span.names and alike[best] >= LOOKS_LIKE) or len(expected) == 1:
        return paradigm.form(best), ""
    seen = language.word_cases(replaced.split()[-1])
    likely = [case for case in allowed if case in seen]
    if likely and (expected or len(likely) == 1):
        return paradigm.form(likely[0]), ""
    case = (likely or list(allowed))[0]
    candidates = dict.fromkeys(paradigm.form(case) for case in likely or allowed)
    return paradigm.form(case), f"its case is in doubt ({', '.join(candidates)})"


def _emoji(span: Span, origin: Place, source: str, hypothesis: Hypothesis) -> Edit:
    """Put an emoji, which the engine never saw, behind the word that translates the one before it."""
    text = hypothesis.text
    after_sentence = source[: origin[0]].rstrip().endswith((".", "!", "?", "…"))
    end = len(text) if after_sentence else len(text.rstrip(_FINAL_MARKS))
    if origin[0] == 0:
        return 0, 0, f"{span.target} "
    if origin[0] < len(source) and hypothesis.attention:
        focus = hypothesis.focus(max(origin[0] - 2, 0), origin[0])
        piece = max(focus, key=lambda piece: piece[2], default=None)
        if piece is not None:
            rest = re.compile(r"\S*").match(text, piece[1])
            end = rest.end() if rest else piece[1]
    return end, end, f" {span.target}"
