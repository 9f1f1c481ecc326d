"""What is particular to one language: inflection, prepositions, typography; codes of languages."""

from __future__ import annotations

from functools import cache

from translate.languages.codes import language_name, parse_code
from translate.languages.model import CASES, Language, Paradigm, Proposal
from translate.languages.neutral import Neutral

__all__ = ["CASES", "Language", "Neutral", "Paradigm", "Proposal", "get", "language_name", "parse_code"]


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
