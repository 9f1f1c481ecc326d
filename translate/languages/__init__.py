"""What is particular to one language: inflection, prepositions, typography; codes of languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from translate.languages.codes import language_name, parse_code
from translate.languages.model import CASES, Language, Paradigm, Proposal
from translate.languages.neutral import Neutral

__all__ = [
    "CASES",
    "Language",
    "Neutral",
    "Paradigm",
    "Proposal",
    "common_lemma",
    "get",
    "language_name",
    "parse_code",
]


@cache
def get(code: str) -> Language:
    """Return the language of a BCP 47 code: Ukrainian, English, or the neutral default.

    Raises LanguageCodeError as `parse_code` does.
    """
    language = parse_code(code)
    # Imported when asked for: the Ukrainian dictionary is of no use to a run into another language.
    if language == "uk":
        from translate.languages.uk import UKRAINIAN

        return UKRAINIAN
    if language == "en":
        from translate.languages.en import ENGLISH

        return ENGLISH
    return Neutral(language, language_name(language))


def common_lemma(
    forms: Sequence[str], language: Language, *, kind: str = "other", source: str = ""
) -> tuple[str, bool]:
    """Return the dictionary form that explains most of `forms`, forms of one name, and whether it is sure.

    It is sure when one form gives it surely and all the others agree; see `Language.lemma` for the rest.
    """
    distinct = list(dict.fromkeys(forms))
    found = [language.lemma(form, kind=kind, source=source, seen=distinct) for form in distinct]
    votes = Counter(lemma for lemma, _ in found)
    best = max(votes, key=lambda lemma: votes[lemma])
    return best, len(votes) == 1 and any(sure for _, sure in found)
