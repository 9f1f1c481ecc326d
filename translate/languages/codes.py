"""Language codes: BCP 47 in, the language subtag of this tool out."""

from __future__ import annotations

import re
from functools import cache

from translate.errors import LanguageCodeError

# Country codes (ISO 3166-1) that people write for the language. Codes that are themselves languages in
# common use (`se` Northern Sami, `sv` Swedish, `et` Estonian …) are not here.
_COUNTRIES = {
    "ua": "uk",
    "gb": "en",
    "us": "en",
    "cz": "cs",
    "gr": "el",
    "jp": "ja",
    "cn": "zh",
    "kr": "ko",
    "dk": "da",
    "rs": "sr",
    "by": "be",
    "al": "sq",
    "at": "de",
    "ir": "fa",
    "il": "he",
    "in": "hi",
    "br": "pt",
    "mx": "es",
    "vn": "vi",
}
# `br` is Breton; `in` was Indonesian until 1989 and is withdrawn.
_LANGUAGES_TOO = frozenset({"br"})
# Codes that ISO 639 withdrew or that BCP 47 folds into a shorter one (IANA registry, Preferred-Value),
# and the three-letter codes of languages that have a two-letter one.
_PREFERRED = {
    "iw": "he",
    "ji": "yi",
    "mo": "ro",
    "tl": "fil",
    "ukr": "uk",
    "eng": "en",
    "deu": "de",
    "ger": "de",
    "fra": "fr",
    "fre": "fr",
    "spa": "es",
    "ita": "it",
    "pol": "pl",
    "por": "pt",
    "nld": "nl",
    "dut": "nl",
    "ces": "cs",
    "cze": "cs",
    "slk": "sk",
    "ron": "ro",
    "rum": "ro",
    "hun": "hu",
    "tur": "tr",
    "rus": "ru",
    "jpn": "ja",
    "zho": "zh",
    "chi": "zh",
    "kor": "ko",
    "ara": "ar",
}
# Codes that CLDR names but that say "no particular language" (ISO 639-2).
_NO_LANGUAGE = frozenset({"und", "mul", "mis", "zxx", "root"})
_SUBTAG = re.compile(r"[A-Za-z0-9]{1,8}")
# Scripts a language is written in unless a tag says otherwise (IANA registry, Suppress-Script).
_SUPPRESSED = {"Latn": "en de fr es it pl cs sk hu ro nl pt sv da fi tr et lv lt", "Cyrl": "uk be bg mk ru"}


def parse_code(code: str) -> str:
    """Return the language subtag of a BCP 47 tag (RFC 5646), with its script where that matters.

    `_` is read as `-` and case does not matter; region, variants and extensions are dropped.

    >>> parse_code("uk-UA"), parse_code("EN_gb"), parse_code("zh-hant-TW"), parse_code("uk-Cyrl")
    ('uk', 'en', 'zh-Hant', 'uk')

    Raises LanguageCodeError for a country code used as a language, and for what is no language.
    """
    subtags = code.strip().replace("_", "-").split("-")
    language = subtags[0].lower()
    if not all(_SUBTAG.fullmatch(subtag) for subtag in subtags) or not language.isalpha():
        hint = _suggestion(code) or "Write it like `uk` or `pt-BR`"
        raise LanguageCodeError(f"`{code}` is no language code", hint=hint)
    if language in _COUNTRIES and language not in _LANGUAGES_TOO:
        raise LanguageCodeError(f"`{language}` is a country code; the language is `{_COUNTRIES[language]}`")
    language = _PREFERRED.get(language, language)
    if language not in _names():
        raise LanguageCodeError(f"`{code}` is no language this tool knows", hint=_suggestion(code))
    script = next((subtag.title() for subtag in subtags[1:2] if len(subtag) == 4 and subtag.isalpha()), "")
    if not script or language in _SUPPRESSED.get(script, "").split():
        return language
    return f"{language}-{script}"


def language_name(code: str) -> str:
    """Return the English name of a language code as `parse_code` returns it (CLDR), e.g. `Ukrainian`."""
    language, _, script = code.partition("-")
    name = _names()[language]
    return f"{name} ({script})" if script else name


@cache
def _names() -> dict[str, str]:
    # Imported here: Babel takes longer to load than the command line's help may take.
    from babel import Locale

    return {
        code: name
        for code, name in Locale("en").languages.items()
        if "_" not in code and code not in _NO_LANGUAGE
    }


def _suggestion(code: str) -> str | None:
    from rapidfuzz import fuzz, process

    text = code.strip()
    names = _names()
    by_name = process.extractOne(
        text.lower(), {key: name.lower() for key, name in names.items()}, scorer=fuzz.ratio, score_cutoff=85
    )
    if by_name:
        return f"Did you mean `{by_name[2]}` ({names[by_name[2]]})?"
    common = [key for key in names if len(key) == 2]
    by_code = process.extractOne(text.lower()[:2], common, scorer=fuzz.ratio, score_cutoff=50)
    return f"Did you mean `{by_code[0]}` ({names[by_code[0]]})?" if by_code else None
