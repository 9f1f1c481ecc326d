"""Has the model copied its source?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.model import Draft, Fault, Place
from translate.checks.registry import register
from translate.checks.words import occurrences, words

_CYRILLIC_LANGUAGES = frozenset({"be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"})
# Web and e-mail addresses, handles, hashtags; a host name's labels have at most 63 characters (RFC 1035).
_ADDRESS = re.compile(r"//|www\.|@|#|(?<![\w-])[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{2,63})+")
_LATIN = r"[A-Za-z\u00c0-\u024f]+(?:[’'-][A-Za-z\u00c0-\u024f]+)*"
_WORD = re.compile(rf"(?<![\w’'-]){_LATIN}(?![\w’'-])")
_RUN = re.compile(rf"(?<![\w’'-]){_LATIN}(?:\s+{_LATIN})*(?![\w’'-])")
# Small words inside names: Leonardo da Vinci, Ursula von der Leyen.
_PARTICLES = frozenset(
    {
        "al",
        "bin",
        "d",
        "da",
        "das",
        "de",
        "del",
        "der",
        "di",
        "dos",
        "du",
        "el",
        "ibn",
        "la",
        "le",
        "van",
        "von",
        "y",
        "zu",
    }
)
_SHARE = 0.4
_LATIN_LETTER = re.compile("[A-Za-z\u00c0-\u024f]")


@register("untranslated", "warning")
def untranslated(draft: Draft) -> Iterator[Fault]:
    """The target is the source, or has words of it that were to be translated.

    In a language with Cyrillic letters these are Latin words in small letters, words whose capital is that of
    a sentence, two or more capitalised ones or three acronyms in a row, or Latin words that make up more than
    40 % of the target. Free to stay are addresses, handles, hashtags, acronyms and designations, single
    capitalised names, and glossary terms.
    """
    cyrillic = draft.target_language.partition("-")[0] in _CYRILLIC_LANGUAGES
    if cyrillic and not _LATIN_LETTER.search(draft.target):
        return
    source, target = _without_free(draft.source, draft), _without_free(draft.target, draft)
    if _folded(source) == _folded(target) and _is_prose(target, draft):
        yield Fault("target is the same as the source")
    elif cyrillic:
        yield from _latin(draft, target, source)


def _latin(draft: Draft, target: str, source: str) -> Iterator[Fault]:
    copied = 0
    found: list[str] = []
    for run in _RUN.finditer(target):
        pieces = [word for word in run[0].split() if not _is_acronym(word)]
        copied += sum(word in source for word in pieces)
        prose = any(_is_small(word) or _is_sentence_start(word, source) for word in pieces)
        if prose or len(pieces) >= 2 or len(run[0].split()) >= 3:
            found.append(run[0])
    for text in dict.fromkeys(found):
        yield Fault(f"left in Latin letters: “{text}”", _find(text, draft.source), _find(text, draft.target))
    if not found and copied > 2 and copied > _SHARE * (total := sum(1 for _ in words(target))):
        yield Fault(f"copied from the source: {copied} of {total} words")


def _find(text: str, whole: str) -> Place | None:
    """Return where the words of `text` stand in `whole`; None where something free stands between them."""
    words_apart = r"\s+".join(map(re.escape, text.split()))
    match = re.search(rf"(?<![\w’'-]){words_apart}(?![\w’'-])", whole)
    return match.span() if match else None


def _is_small(word: str) -> bool:
    return word.islower() and len(word) > 1 and word not in _PARTICLES


def _is_sentence_start(word: str, source: str) -> bool:
    """Say whether the source has the word, and only where a sentence or a quotation begins."""
    before = [source[: match.start()] for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", source)]
    return bool(before) and all(re.search(r"(?:^|[.!?…:\"“‘'«(\[])\s*$", text) for text in before)


def _is_acronym(word: str) -> bool:
    return not word[1:].islower() and not word.islower()


def _is_prose(text: str, draft: Draft) -> bool:
    """Say whether a text that stands in both languages should not: it has words that are no names."""
    found = [match[0] for match in words(text) if match[0][0].isalpha()]
    if draft.target_language.partition("-")[0] in _CYRILLIC_LANGUAGES:
        found = [word for word in found if _WORD.fullmatch(word)]
        return any(_is_small(word) for word in found) or sum(not _is_acronym(word) for word in found) >= 2
    return sum(_is_small(word) for word in found) >= 2


def _without_free(text: str, draft: Draft) -> str:
    # No address has white space in it: what the whole text does not have no word has.
    free = _ADDRESS.search(text) is not None
    text = " ".join(word for word in text.split() if not (free and _ADDRESS.search(word)))
    for forms in draft.accepted:
        latin = [form for form in forms if _WORD.search(form)]
        for start, end in sorted(occurrences(text, latin), reverse=True) if latin else ():
            text = f"{text[:start]} {text[end:]}"
    return text


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
