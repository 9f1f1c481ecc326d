"""Words with a capital in an English sentence, and which of them stand side by side as one name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from translate.glossary import english


@dataclass(frozen=True, slots=True)
class Token:
    """A word without its possessive ending. sort: name, acronym, initial, lower or bar (what ends a name)."""

    start: int
    end: int
    word: str
    sort: str
    known: bool = False
    possessive: bool = False

    @property
    def lower(self) -> str:
        """The word in lower case without the full stop of an abbreviation."""
        return self.word.lower().rstrip(".")


LETTERS = r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*"
_WORD = re.compile(
    rf"(?:[A-Z]\.)+(?=\s?[A-Z])"  # initials: J. R., J.R.
    rf"|(?:Dr|Mr|Mrs|Ms|Lt|Col|Gen|Sgt|Capt|Maj|Prof|Rev|Gov|Sen|Rep|Adm|Hon|St|Mt|Jr|Sr|Inc|Ltd|Co|Corp)\."
    rf"|\w*\d\w*(?:-\w+)*|{LETTERS}(?:[-‑]\w+)*|&"
)
_POSSESSIVE = re.compile(r"['’ʼ](?:s|S)?$")
PARTS = re.compile(r"[-‑]")
_COUNTRY = re.compile(r"(?:U\.S|U\.K|U\.N|E\.U|D\.C)\.")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")


def tokens_of(text: str, closed: Sequence[tuple[int, int]]) -> list[Token]:
    """Return the words of the text; those that touch a (start, end) range of `closed` are known."""
    tokens = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match[0]
        if word[0].islower():
            sort = "name" if word[:3] in ("al-", "el-", "ad-") and word[3:4].isupper() else "lower"
            tokens.append(Token(start, end, word, sort))
            continue
        tokens.append(_token(start, word, any(a < end and start < b for a, b in closed)))
    return tokens


def _token(start: int, word: str, known: bool) -> Token:
    """Return the token of a word that does not begin with a small letter."""
    if not word[0].isalpha() and word != "&":
        return Token(start, start + len(word), word, "bar", known)
    if word == "&":
        return Token(start, start + 1, word, "lower")
    bare = _POSSESSIVE.sub("", word)
    possessive = bare != word
    parts = PARTS.split(bare)
    if len(parts) > 1:
        last = next((i for i in range(len(parts), 0, -1) if parts[i - 1][:1].isupper()), 1)
        # Kyiv-based, US-led: the name is the part before the hyphen, and nothing is joined to it.
        if last < len(parts) and parts[-1].lower() not in english.PARTICLES and len(parts[-1]) > 3:
            bare, possessive = "-".join(parts[:last]), True
    end = start + len(bare)
    if _COUNTRY.fullmatch(bare):
        sort = "bar"
    elif bare.endswith("."):
        sort = "initial" if len(bare.replace(".", "")) <= bare.count(".") else "name"
    elif len(bare) == 1 or any(map(str.isdigit, bare)) or _ROMAN.fullmatch(bare) or bare[:2] in ("I'", "I’"):
        sort = "bar"
    elif bare.isupper():
        sort = "acronym"
    else:
        sort = "name"
    return Token(start, end, bare, sort, known, possessive)


def runs(text: str, tokens: Sequence[Token]) -> list[list[Token]]:
    """Return the tokens with capitals that stand side by side, small words inside names included."""
    found: list[list[Token]] = []
    run: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        joined = (
            bool(run) and not run[-1].possessive and text[run[-1].end : token.start] in (" ", "", "\u00a0")
        )
        if token.sort in ("name", "acronym", "initial") and token.lower not in english.CALENDAR:
            if not joined and run:
                found.append(run)
                run = []
            run.append(token)
            index += 1
            continue
        bridge = _bridge(text, tokens, index, run) if joined and token.sort == "lower" else 0
        if bridge:
            run += tokens[index : index + bridge]
            index += bridge
            continue
        if run:
            found.append(run)
            run = []
        index += 1
    if run:
        found.append(run)
    return found


def _bridge(text: str, tokens: Sequence[Token], index: int, run: Sequence[Token]) -> int:
    """Return how many small words from `index` on lead to the next word of the same name, 0 for none."""
    end = index
    while end < len(tokens) and tokens[end].sort == "lower" and end - index < 3:
        end += 1
    if end == len(tokens) or tokens[end].sort not in ("name", "acronym"):
        return 0
    if text[tokens[index].start : tokens[end].start].count(" ") != end - index:
        return 0
    small = [token.word for token in tokens[index:end]]
    following = tokens[end].lower
    if all(word in english.PARTICLES for word in small):
        return end - index
    if small in (["of"], ["of", "the"], ["for"], ["for", "the"]):
        if run[-1].lower in english.TITLES_OF and following in english.TITLE_OBJECTS:
            return end - index
        heads = english.OF_HEADS if small[0] == "of" else english.ORGANISATION_HEADS
        if any(token.lower in heads for token in run[-1:]) or (
            small[0] == "for" and run[0].lower in english.ORGANISATION_HEADS
        ):
            return end - index
        # Institute for the Study of War
        return end - index if small[0] == "of" and "for" in [token.word for token in run] else 0
    if small == ["to"] and "for" in [token.word for token in run]:
        return end - index
    if small in (["and"], ["&"]) and {"of", "for"} & {token.word for token in run}:
        head = any(token.lower in english.ORGANISATION_HEADS - {"university"} for token in run)
        return end - index if head and not tokens[end].known else 0
    return end - index if small == ["&"] else 0
