"""Are all letters of a word of one script?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.model import Draft, Fault, Fix, Place
from translate.checks.registry import register

# What must stand in a target before there can be a fault.
_SUSPECT = re.compile("[A-Za-z\u00c0-\u024f\u0300-\u03ff\u04cf`´‘′‛ˈˊˋ՚＇]")
_LETTERS = re.compile(r"[^\W\d_]+(?:[’'ʼ][^\W\d_]+)*")
# The Ukrainian words а, і, о, у typed with the Latin letter of the same shape, between Cyrillic words.
_ALONE = re.compile("(?<=[\u0400-\u052f] )[aioy](?= [\u0400-\u052f])")
_ALONE_DOUBLES = {"i": "і", "o": "о", "y": "у"}
# The acute accent marks the stress; any other mark that stands on a Cyrillic letter alone is none of ours.
_MARK = re.compile("[\u0400-\u052f][\u0302-\u036f\u0300]+")


@register("lookalikes", "error")
def lookalikes(draft: Draft) -> Iterator[Fault]:
    """A word of a Ukrainian target has Cyrillic letters and Latin or Greek ones, which often look the same.

    A Latin a, i, o or y that stands for а, і, о or у is found too, a sign typed for the apostrophe (`, ´, ‘)
    and an accent on a Cyrillic letter other than that of stress. Words that the source or the glossary writes
    in this way are no fault. The fix writes a word in the letters of one script where that makes a word of
    the dictionary, of the glossary or of the source.
    """
    if draft.target_language != "uk" or not _SUSPECT.search(draft.target):
        return
    from translate.languages.uk.scripts import APOSTROPHE_LIKE, CYRILLIC, FOREIGN

    for match in _LETTERS.finditer(draft.target):
        word = match[0]
        if not FOREIGN.search(word) or not CYRILLIC.search(word):
            continue
        # An English ’s on a Ukrainian word is what `letters` finds.
        mixed = [part for part in re.split("[’'ʼ]", word) if FOREIGN.search(part) and CYRILLIC.search(part)]
        if mixed and not _is_given(word, draft):
            yield _mixed(word, match.span(), draft)
    for match in _ALONE.finditer(draft.target):
        letter = match[0]
        # The article "a" stands in nearly every source; "y" as a name of something is there when it is meant.
        if letter == "a" or not re.search(rf"\b{letter}\b", draft.source):
            meant = _ALONE_DOUBLES.get(letter)
            yield Fault(
                f"Latin letter alone between Cyrillic words: “{letter}”",
                target=match.span(),
                fix=Fix(*match.span(), meant) if meant else None,
            )
    for match in APOSTROPHE_LIKE.finditer(draft.target):
        yield Fault(f"“{match[0]}” for the apostrophe ’", target=match.span(), fix=Fix(*match.span(), "’"))
    for match in _MARK.finditer(draft.target):
        yield Fault(f"accent on a Cyrillic letter: “{match[0]}”", target=match.span())


def _mixed(word: str, place: Place, draft: Draft) -> Fault:
    from translate.languages.uk.scripts import FOREIGN

    letters = ", ".join(dict.fromkeys(FOREIGN.findall(word)))
    meant = _meant(word, draft)
    script = "Greek" if re.fullmatch("[\u0370-\u03ff]+", "".join(FOREIGN.findall(word))) else "Latin"
    return Fault(
        f"{script} letters in a Cyrillic word: “{word}” ({letters})"
        + (f"; expected “{meant}”" if meant and meant.isascii() else ""),
        target=place,
        fix=Fix(*place, meant) if meant else None,
    )


def _meant(word: str, draft: Draft) -> str:
    """Return the word in letters of one script, "" when neither way makes a word that is known."""
    from translate.languages.uk.readings import is_sound
    from translate.languages.uk.scripts import in_cyrillic, in_latin

    latin, cyrillic = in_latin(word), in_cyrillic(word)
    if latin and re.search(rf"(?<!\w){re.escape(latin)}(?!\w)", draft.source):
        return latin
    if cyrillic and (is_sound(cyrillic) or _is_given(cyrillic, draft)):
        return cyrillic
    return ""


def _is_given(word: str, draft: Draft) -> bool:
    return word in draft.source or any(word in form for forms in draft.accepted for form in forms)
