"""A segment made ready for the engine: edges peeled, capitals lowered, spans annotated."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from translate.engine import normalise
from translate.glossary import Glossary
from translate.languages import Language
from translate.protection.context import Context
from translate.protection.edges import peel
from translate.protection.model import EngineInput, FigureStyle, Protected, Span
from translate.protection.opening import opening
from translate.protection.spans import find_spans

# Private-use characters mark where spans stand while the text around them is normalised.
_OPEN, _CLOSE = "\ue000", "\ue001"
_PRIVATE = re.compile("[\ue000\ue001]")
_AFTER_EMOJI = re.compile(rf"{_CLOSE}[ .,;:!?…]")
_SENTINEL = re.compile(f"[{_OPEN}{_CLOSE}]")
ANNOTATION_MARKS = "｟￨｠"
# Words that the embedded model copies faithfully as names (measured on addresses, tags and designations).
_STAND_INS = (
    ("Alfa", "Альфа"),
    ("Beta", "Бета"),
    ("Gamma", "Гамма"),
    ("Delta", "Дельта"),
    ("Omega", "Омега"),
    ("Sigma", "Сигма"),
)
_MARK_AS_TEXT = str.maketrans({"｟": "(", "￨": "|", "｠": ")"})


def protect(
    source: str,
    glossary: Glossary,
    source_language: Language,
    target_language: Language,
    *,
    style: FigureStyle | None = None,
    context: Context | None = None,
    dropped: bool = False,
    fixed: Sequence[tuple[int, int]] = (),
) -> Protected:
    """Find the spans of `source` (free of characters illegal in XML) and peel its edges.

    The ranges `fixed` are copied as they stand.
    """
    spans = find_spans(
        source, glossary, source_language, target_language, style=style, context=context, fixed=fixed
    )
    head, head_target = opening(source, spans)
    prefix, _, suffix = peel(source[len(head) :])
    return Protected(
        source,
        spans,
        head,
        head_target,
        prefix,
        suffix,
        capitals=is_capitals(source),
        dropped=dropped,
    )


def is_capitals(text: str) -> bool:
    """Whether `text` is set in capitals throughout, as headlines are: two words or more, no small letter.

    >>> is_capitals("RUSSIAN TROOPS LEAVE KYIV"), is_capitals("NATO"), is_capitals("F-16 jets")
    (True, False, False)
    """
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 1]
    return len(words) >= 2 and text.upper() == text and text.lower() != text


def engine_input(
    protected: Protected,
    marks: tuple[str, str, str] | None,
    *,
    only: Collection[int] | None = None,
) -> EngineInput:
    """Build the text that the engine reads.

    With `marks` every span that is to be annotated (or only those whose index is in `only`) becomes
    `｟source￨target lemma｠`, or a word that stands in for it; emoji are taken out. The places of the spans
    are ranges of the result.
    """
    start, end = protected.core
    parts: list[str] = []
    position = start
    inside: list[int] = []
    stand_ins: list[tuple[int, str]] = []
    words = iter(() if marks is None else [pair for pair in _STAND_INS if pair[0] not in protected.source])
    for index, span in enumerate(protected.spans):
        if span.start < start or span.end > end:
            continue
        parts.append(_plain(protected.source[position : span.start], protected.capitals))
        position = span.end
        inside.append(index)
        if _is_emoji(span):
            # Nothing of it reaches the engine; its place is kept.
            parts.append(f"{_OPEN}{_CLOSE}")
            continue
        text = _source_text(span, protected)
        if marks is not None and span.ask == "stand-in" and (pair := next(words, None)):
            stand_ins.append((index, pair[1]))
            text = f"{marks[0]}{pair[0]}{marks[1]}{pair[1]}{marks[2]}"
        elif marks is not None and span.ask == "annotate" and (only is None or index in only):
            text = f"{marks[0]}{text}{marks[1]}{span.target}{marks[2]}"
        parts.append(f"{_OPEN}{text}{_CLOSE}")
        if span.possessive:
            parts.append("'s" if protected.source[span.end - 1] in "sS" else "'")
    parts.append(_plain(protected.source[position:end], protected.capitals))
    normalised = normalise("".join(parts))
    if protected.capitals:
        normalised = _capitalise(normalised)
    text, ranges = _take_sentinels_out(normalised)
    places: list[tuple[int, int] | None] = [None] * len(protected.spans)
    for index, place in zip(inside, ranges, strict=True):
        places[index] = place
    return EngineInput(text, tuple(places), marks is not None, tuple(stand_ins))


def _plain(text: str, capitals: bool) -> str:
    text = _PRIVATE.sub("", text).translate(_MARK_AS_TEXT)
    return text.lower() if capitals else text


def _source_text(span: Span, protected: Protected) -> str:
    text = span.text
    if protected.capitals and span.term is not None:
        # The glossary knows the ordinary spelling of a name set in capitals.
        text = span.term.source
    return text.translate(_MARK_AS_TEXT)


def _is_emoji(span: Span) -> bool:
    return span.kind == "copy" and not any(character.isalnum() for character in span.text)


def _capitalise(text: str) -> str:
    for index, character in enumerate(text):
        if character == _OPEN:
            return text
        if character.isalpha():
            return text[:index] + character.upper() + text[index + 1 :]
    return text


def _take_sentinels_out(text: str) -> tuple[str, list[tuple[int, int]]]:
    ranges: list[tuple[int, int]] = []
    plain: list[str] = []
    length = position = opened = 0
    for match in _SENTINEL.finditer(text):
        part = text[position : match.start()]
        if match.group() == _OPEN and part.endswith(" ") and _AFTER_EMOJI.match(text, match.end()):
            # An emoji was taken out between two spaces, or before a mark: the space before it goes too.
            part = part[:-1]
        plain.append(part)
        length += len(part)
        position = match.end()
        if match.group() == _OPEN:
            opened = length
        else:
            ranges.append((opened, length))
    plain.append(text[position:])
    return "".join(plain), ranges
