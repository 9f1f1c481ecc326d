"""A figure or a name of a target replaced by another, in the same form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from translate.inline import Text
from translate.languages import Language
from translate.memory.similarity import fold
from translate.protection import Span
from translate.protection.cases import expected_cases, is_object, words_before
from translate.protection.locate import Place

_SPACES = str.maketrans("\u00a0\u202f", "  ")
_NUMBER = re.compile(r"[+−-]?\d+(?:[.,: ]\d+)*")


@dataclass(frozen=True, slots=True)
class Replacement:
    """`target[start:end]`, which is `old`, becomes `new`; `doubt` says what is uncertain about its form."""

    start: int
    end: int
    old: str
    new: str
    doubt: str = ""


def replacement(
    old: Span, new: Span, source: str, target: str, place: Place | None, language: Language
) -> Replacement | None:
    """Return how the form of `old` at `place` of `target` becomes one of `new`, a span of `source`.

    None when `old` does not stand in the target, or in no form that is known.
    """
    if place is None:
        return None
    written = target[slice(*place)]
    if old.paradigm is not None and new.paradigm is not None:
        made = _inflected(old, new, source, target, place, language)
        return None if made is None else _with_preposition(made, target, language)
    if new.figure is not None:
        return Replacement(*place, written, _figure(old, new, written), _number_doubt(old, new, language))
    # Text to be copied has one form; a name without a paradigm is no one's to inflect.
    return Replacement(*place, written, new.target) if new.term is None else None


def replaced(text: Text, replacements: Iterable[Replacement]) -> Text:
    """Return `text` with the replacements made; codes within a replaced stretch move behind it."""
    for each in sorted(replacements, key=lambda each: -each.start):
        shift = len(each.new) - (each.end - each.start)
        codes = tuple(
            code if code.position <= each.start else code.at(max(code.position, each.end) + shift)
            for code in text.codes
        )
        text = Text(text.text[: each.start] + each.new + text.text[each.end :], codes)
    return text


def _figure(old: Span, new: Span, written: str) -> str:
    """Return the figure as it is rendered, in the notation of the old one where only digits change."""
    new_target = new.target if "\u00a0" in written else new.target.translate(_SPACES)
    plain = written.translate(_SPACES)
    numbers = [_NUMBER.search(text.translate(_SPACES)) for text in (old.target, new.target, plain)]
    if all(numbers):
        before, after, stands = (number for number in numbers if number)
        rests = [
            text.translate(_SPACES)[: number.start()] + text.translate(_SPACES)[number.end() :]
            for text, number in ((old.target, before), (new.target, after))
        ]
        if before.group() == stands.group() and rests[0] == rests[1]:
            # `у 2021 році` becomes `у 2022 році`: the words keep their case.
            digits = new_target[after.start() : after.end()]
            return written[: stands.start()] + digits + written[stands.end() :]
    return new_target


def _number_doubt(old: Span, new: Span, language: Language) -> str:
    """Say so when the words behind a bare number have another form (5 людей, 2 людини)."""
    from babel import Locale

    if old.figure is None or new.figure is None or any(map(str.isalpha, new.target)):
        return ""
    plural = Locale.parse(language.code, sep="-").plural_form
    if not old.figure.values or not new.figure.values:
        return ""
    if plural(old.figure.values[0]) == plural(new.figure.values[0]):
        return ""
    return f"the words behind {new.target} stand as they do behind {old.target}"


def _inflected(
    old: Span, new: Span, source: str, target: str, place: Place, language: Language
) -> Replacement | None:
    """Return the new name (or month) in the case of the old one; of several cases in the likeliest."""
    written = target[slice(*place)]
    if old.paradigm is None or new.paradigm is None:
        return None
    cases = [case for case, forms in old.paradigm.cases if fold(written) in map(fold, forms)]
    if not cases:
        return None
    # A vocative is set apart by commas: it is the last to be thought of.
    cases = [case for case in cases if case != "voct"] or cases
    before = words_before(target, place[0])
    governed = language.governed_cases(before.group(2)) if before is not None else ()
    if any(case in governed for case in cases):
        cases = [case for case in cases if case in governed]
    expected = expected_cases(new, source, target, place, language)
    likely = [case for case in expected if case in cases]
    if not likely and is_object(new, source):
        likely = [case for case in cases if case == "accs"]
    likely += [case for case in cases if case not in likely]
    forms = list(dict.fromkeys(map(new.paradigm.form, likely)))
    doubts = [f"the case of {new.target} is in doubt ({', '.join(forms)})"] if len(forms) > 1 else []
    if likely[0] == "nomn" and _gender(old) != _gender(new):
        doubts.append(f"the words that belong to {new.target} stand as they do with {old.target}")
    return Replacement(*place, written, _capitalised(forms[0], written, old), "; ".join(doubts))


def _gender(span: Span) -> str:
    return span.term.gender if span.term is not None else ""


def _capitalised(form: str, written: str, old: Span) -> str:
    """Return a form with the capitals that the old name has in the target and not in the glossary."""
    if written.isupper() and len(written) > 1 and not old.target.isupper():
        return form.upper()
    if written[:1].isupper() and old.target[:1].islower():
        return form[:1].upper() + form[1:]
    return form


def _with_preposition(made: Replacement, target: str, language: Language) -> Replacement:
    """Return the replacement with the preposition before it in the variant that sounds well."""
    before = words_before(target, made.start)
    if before is None:
        return made
    preposition = before.group(2)
    agreed = language.agree_preposition(preposition, made.new, before.group(1) or "")
    if agreed == preposition:
        return made
    start, end = before.span(2)
    new = f"{agreed}{target[end : made.start]}{made.new}"
    return Replacement(start, made.end, target[start : made.end], new, made.doubt)
