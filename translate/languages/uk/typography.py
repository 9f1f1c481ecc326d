"""Ukrainian typography: quotation marks, apostrophe, dashes, spaces (2019 orthography, part III).

One rule per function, applied in order outside protected stretches (addresses, handles, Latin code). No rule
adds, drops or changes a letter or a digit; every rule leaves its own result alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable

NBSP = "\u00a0"
QUOTES = ("«", "»", "„", "“")

# Lengths are bounded (RFC 1035, RFC 5321), so that no text makes the search slow.
_PROTECTED = re.compile(
    r"(?:(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,30}://[^\s<>«»„“”]*[^\s<>«»„“”.,;:!?)'\"…]"
    r"|(?<![\w.])www\.[^\s<>«»„“”]*[^\s<>«»„“”.,;:!?)'\"…]"
    r"|(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,10}"
    r"|(?<![\w@#])[@#]\w+"
    r"|(?<![\w.-])(?:[a-z0-9-]{1,63}\.){1,10}(?:com|org|net|gov|edu|info|io|eu|uk|ua|us|de|fr|pl|tv|int)(?:/[^\s«»„“”]*[\w/])?(?!\w)"
    r"|(?<!\w)`[^`\s][^`]*`(?!\w))",
    re.IGNORECASE,
)
_UK = "А-ЩЬЮЯЄІЇҐа-щьюяєіїґ"
_OPENERS = "(\\[{«„—–\\-"
# Words that do not belong to the number before them.
_LINKS = "і|й|та|а|у|в|на|до|з|із|зі|за|по|але|чи|або|як|що|від|для|при|про|під|над|не"
_MOST_ROUNDS = 5
_SPACE = rf"[ \t{NBSP}]"


def typography(text: str) -> str:
    """Set a text of one sentence or paragraph by the rules of Ukrainian typography.

    Letters and digits stay as they are; addresses, handles, hashtags and code in backticks are not touched.
    White space at both ends is removed. Applying it twice is the same as once.

    >>> typography('Він сказав: "Об\\'їзд - за 5 км"...')
    'Він сказав: «Об’їзд\\xa0— за 5\\xa0км»…'
    """
    kept: list[str] = []

    def hide(match: re.Match[str]) -> str:
        kept.append(match[0])
        return chr(0xE000 + len(kept) - 1) if len(kept) <= 0x1900 else match[0]

    # Private-use characters stand for protected stretches; a text that has its own is left to the rules.
    own = re.search("[\ue000-\uf8ff]", text)
    set_text = text if own else _PROTECTED.sub(hide, text)
    # One rule may make room for another (a quotation mark for the next one), so they run until all is quiet.
    for _ in range(_MOST_ROUNDS):
        before = set_text
        for rule in RULES:
            set_text = rule(set_text)
        if set_text == before:
            break
    if not own:
        set_text = re.sub("[\ue000-\uf8ff]", lambda match: kept[ord(match[0]) - 0xE000], set_text)
    return set_text


def fold_spaces(text: str) -> str:
    """Fold runs of spaces into one, keeping a non-breaking one where there was one; strip the ends."""
    folded = re.sub(rf"{_SPACE}{{2,}}", lambda match: NBSP if NBSP in match[0] else " ", text)
    return folded.strip(f" \t{NBSP}")


def ellipses(text: str) -> str:
    """Write three full stops as one character."""
    return re.sub(r"(?<![.…])\.{3}(?![.…])", "…", text)


def apostrophes(text: str) -> str:
    """Write the apostrophe inside a word as ’, and a straight ' around words as a quotation mark."""
    inside = re.sub(r"(?<=[^\W\d_])['ʼ`‘´′](?=[^\W\d_])", "’", text)
    return re.sub(
        rf"(?:^|(?<=^“)|(?<=\s“)|(?<=[\s{_OPENERS}\"]))['‘](?=[^\W_])((?:[^'’‘\"«»„“”]|(?<=\w)’(?=\w))*)(?<!\s)['’](?!\w)",
        r"„\1“",
        inside,
    )


def quotation_marks(text: str) -> str:
    """Write quotation marks as « », and „ “ inside; straight and foreign ones are read by their position."""
    readings = _readings(text)
    depth = 1 if _closes_more(readings) else 0
    result = list(text)
    for index, opening in readings:
        if opening:
            result[index] = "„" if depth else "«"
            depth += 1
        else:
            depth = max(0, depth - 1)
            result[index] = "“" if depth else "»"
    return "".join(result)


def dashes(text: str) -> str:
    """Write a dash between words as — with a non-breaking space before it, and – in ranges of figures."""
    text = re.sub(rf"(?<=\S){_SPACE}+(?:--?|–|—|−){_SPACE}+(?=\S)", f"{NBSP}— ", text)
    text = re.sub(r"(?<=[^\W\d_])--(?=[^\W\d_])|(?<=[^\W\d_])—(?=[^\W\d_])", f"{NBSP}— ", text)
    text = re.sub(rf"^(?:--?|–|—){_SPACE}+(?=\S)", f"—{NBSP}", text)
    text = re.sub(rf"(?<=[,»“)!?…]){_SPACE}*(?:--|—){_SPACE}*(?=[^\s—])", f"{NBSP}— ", text)
    return re.sub(
        r"(?<![\w.,:/–-])(\d{1,4}(?:[.,]\d+)?)-(?=\d{1,4}(?:[.,]\d+)?(?![\w-])(?![.,/–-]\d))", r"\1–", text
    )


def spaces_around_marks(text: str) -> str:
    """Remove spaces before closing marks and after opening ones."""
    text = re.sub(rf"(?<=\S){_SPACE}+(?=[,;:!?)»“…\]](?![)(]))", "", text)
    text = re.sub(rf"(?<=\S){_SPACE}+(?=\.(?!\w))", "", text)
    return re.sub(rf"(?<=[(«„\[]){_SPACE}+(?=\S)", "", text)


def number_spaces(text: str) -> str:
    """Put a non-breaking space into digit groups, and between a number and its unit or noun."""
    text = re.sub(r"(?<!\d)(\d{1,3})((?:[ \u202f\u2009]\d{3})+)(?!\d)", _grouped, text)
    text = re.sub(
        rf"(?<![^\W_])(?<!\w-)(\d(?:[\d.,:–/{NBSP}-]{{0,30}}\d)?) (?=[{_UK}€$£₴%°№])(?!(?:{_LINKS})\b)",
        rf"\1{NBSP}",
        text,
    )
    text = re.sub(rf"(?<=\d{NBSP})(тис\.|млн|млрд|трлн) (?=[{_UK}€$£₴])", rf"\1{NBSP}", text)
    return re.sub(r"(?<=[№§$€£₴]) (?=\d)", NBSP, text)


def initial_spaces(text: str) -> str:
    """Keep initials with each other and with the surname."""
    return re.sub(
        rf"(?<![{_UK}])([А-ЩЮЯЄІЇҐ][а-щьюяєіїґ]?\.) (?=[А-ЩЮЯЄІЇҐ][а-щьюяєіїґ’]*[.{_UK}])", rf"\1{NBSP}", text
    )


RULES: tuple[Callable[[str], str], ...] = (
    fold_spaces,
    ellipses,
    apostrophes,
    quotation_marks,
    dashes,
    spaces_around_marks,
    number_spaces,
    initial_spaces,
)


def _readings(text: str) -> list[tuple[int, bool]]:
    """Return (index, opens) for each quotation mark.

    “ is read as closing when the last open mark is „, else by its position as " is: so the marks that
    `quotation_marks` writes are read again as they were meant.
    """
    readings: list[tuple[int, bool]] = []
    opened: list[str] = []
    for match in re.finditer('["«»„“”‟]', text):
        index, char = match.start(), match[0]
        if char in "«„‟»”":
            opening = char not in "»”"
        elif char == "“" and opened and opened[-1] == "„":
            opening = False
        else:
            after_opening = bool(readings) and readings[-1] == (index - 1, True)
            opening = _opens(text, index, after_opening=after_opening)
        readings.append((index, opening))
        if opening:
            opened.append(char)
        elif opened:
            opened.pop()
    return readings


def _closes_more(readings: list[tuple[int, bool]]) -> bool:
    """Say whether a mark closes a quotation that was opened before this text."""
    depth = 0
    for _, opening in readings:
        depth += 1 if opening else -1
        if depth < 0:
            return True
    return False


def _opens(text: str, index: int, *, after_opening: bool) -> bool:
    """Say whether a mark opens a quotation by what stands beside it."""
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    if index == 0:
        return after not in tuple(",.;:!?…)»]}") or not after
    if before.isspace() or before in "([{—–-" or after_opening:
        return bool(after) and not after.isspace() and after not in ",.;:!?…)»]}"
    return False


def _grouped(match: re.Match[str]) -> str:
    return match[1] + re.sub("[ \u202f\u2009]", NBSP, match[2])
