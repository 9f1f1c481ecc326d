"""Names that no glossary term covers: spans of capitalised words in an English text, with what tells of them.

Rules, no statistics. A word at the start of a sentence has its capital from there, so it counts only with
further evidence; headlines, where every word has one, count only for words known from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from translate.glossary import english
from translate.glossary.capitals import LETTERS, PARTS, Token, runs, tokens_of
from translate.glossary.guards import addresses
from translate.glossary.kinds import is_head, is_place_head, kind_of


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name at `text[start:end]`, its possessive ending and its title left out.

    kind: person, place, organisation, other or acronym. `evidence` says in a few words why. `gender` is what
    a title tells: masc, femn or "".
    """

    start: int
    end: int
    text: str
    kind: str
    evidence: str
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the rest of the article tells: words with a capital inside a sentence, words in lower case."""

    names: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()

    @classmethod
    def of(cls, texts: Iterable[str]) -> Evidence:
        """Gather the evidence of an article's sentences."""
        names: set[str] = set()
        common: set[str] = set()
        for text in texts:
            common.update(_LOWER_WORD.findall(text))
            if not _is_headline(text):
                names.update(_INSIDE_SENTENCE.findall(text))
        return cls(frozenset(names), frozenset(common))


_LOWER_WORD = re.compile(r"(?<![\w'’-])[a-z]+(?![\w'’-])")
_INSIDE_SENTENCE = re.compile(r"(?<=[a-z,;] )[^\W\d_a-z][^\W\d_]+(?:[-’'][^\W\d_]{2,})*")
_OPENING = " \t\"'“”„«([{*-–—•>‘’"
_SENTENCE_END = tuple(".!?…:;\n")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:[A-Z]|Adm|Capt|Col|Dr|Gen|Gov|Lt|Maj|Mr|Mrs|Ms|Prof|Rep|Sen|Sgt|St|v)\.$"
)
_LONG = 4
_NO_ACRONYMS = english.ORDINARY | english.MEASURES | english.ABBREVIATIONS
_SHARED = frozenset({"person", "place"})
_DATELINE = re.compile(r"(?:, [A-Z][\w ]+)?(?:, \d{1,2} \w+| \([\w /]+\))? ?[—–-] ")


def unknown_names(
    text: str, known: Sequence[tuple[int, int]], evidence: Evidence | None = None
) -> tuple[UnknownName, ...]:
    """Return the names in an English sentence that no range of `known` covers, in order, without overlap.

    `known` are (start, end) offsets, those of the glossary terms; `evidence` is what the article tells
    otherwise, by default this sentence alone.

    >>> [(name.text, name.kind) for name in unknown_names("Mayor Ann Hill came from Leeds.", ())]
    [('Ann Hill', 'person'), ('Leeds', 'place')]
    """
    evidence = evidence if evidence is not None else Evidence.of([text])
    headline = _is_headline(text)
    if headline and text == text.upper():
        return ()
    tokens = tokens_of(text, (*known, *addresses(text)))
    found: list[UnknownName] = []
    for run in runs(text, tokens):
        for name in _resolve(text, run, evidence):
            if headline and not all(word in evidence.names for word in name.text.split()):
                continue
            _add(text, found, name)
    return tuple(found)


def _is_headline(text: str) -> bool:
    words = [word for word in re.findall(LETTERS, text) if len(word) >= _LONG]
    if len(words) < 2 or text.startswith("By "):
        return False
    if text == text.upper():
        return True
    return len(words) > 3 and all(word[0].isupper() for word in words) and not text.rstrip().endswith(".")


def _resolve(text: str, run: list[Token], evidence: Evidence) -> list[UnknownName]:
    """Return the names of a run: titles cut off, known terms cut out, ordinary words trimmed."""
    title = _title(run)
    if title is None:
        return _pieces(text, run, evidence)
    before, words, name = title
    gender = _gender(words)
    found = _pieces(text, before, evidence) if before else []
    for piece in _unknown(name):
        trimmed = _trim(text, piece, evidence, titled=True)
        if trimmed and any(token.sort == "name" for token in trimmed):
            found.append(_name(text, trimmed, "person", f"after {words[-1].word}", gender))
    return found


def _title(run: list[Token]) -> tuple[list[Token], list[Token], list[Token]] | None:
    """Split a run into what precedes a title, the title and the name behind it; None without a title."""
    if len(run) > 1 and is_head(run[-1]) and not run[0].word.endswith(".") and not _is_surname(run):
        return None
    last = -1
    for index, token in enumerate(run):
        is_object = token.lower in english.TITLE_OBJECTS and last >= 0 and run[index - 1].sort == "lower"
        if is_object or token.lower in english.TITLES:
            last = index
    # A name that is also a title (Judge, King, Bishop) ends a name: Stephen King.
    names = [token for token in run if token.sort == "name" and token.lower not in english.TITLES]
    if last < 0 or (last == len(run) - 1 and last and names and not _is_title_part(run[last - 1])):
        return None
    first = last
    while first and _is_title_part(run[first - 1]):
        first -= 1
    return run[:first], run[first : last + 1], run[last + 1 :]


def _is_surname(run: Sequence[Token]) -> bool:
    """Say whether the place noun at the end is a surname: Mayor Ann Hill, but Prince Edward Island."""
    titles = english.TITLES - english.ROYAL_TITLES
    return len(run) <= len(("Mayor", "Ann", "Hill")) and run[0].lower in titles and is_place_head(run[-1])


def _is_title_part(token: Token) -> bool:
    return not token.known and (
        token.lower in english.TITLES or token.lower in english.TITLE_PARTS or token.sort == "lower"
    )


def _gender(title: Sequence[Token]) -> str:
    words = {token.lower for token in title}
    if words & english.FEMININE_TITLES:
        return "femn"
    return "masc" if words & english.MASCULINE_TITLES else ""


def _pieces(text: str, run: list[Token], evidence: Evidence) -> list[UnknownName]:
    headed = any(is_head(token) and not token.known for token in run)
    pieces = [run] if headed and any(not token.known for token in run) else _unknown(run)
    found = []
    for piece in pieces:
        trimmed = _trim(text, piece, evidence)
        if trimmed:
            name = _classified(text, trimmed, evidence)
            if name:
                found.append(name)
    return found


def _unknown(run: Sequence[Token]) -> list[list[Token]]:
    """Return the parts of a run between its known words."""
    parts: list[list[Token]] = [[]]
    for token in run:
        if token.known:
            parts.append([])
        else:
            parts[-1].append(token)
    return [part for part in parts if part]


def _trim(text: str, piece: Sequence[Token], evidence: Evidence, *, titled: bool = False) -> list[Token]:
    """Leave out at both ends what is no part of a name: ordinary words, nations, small words."""
    tokens = list(piece)
    while tokens and not titled:
        first = tokens[0]
        starts = _starts_sentence(text, first.start)
        if first.sort == "initial":
            drop = False
        elif first.lower in english.NAME_ADJECTIVES:
            drop = (starts and first.lower in evidence.common) or not _named(tokens[1:])
        elif _is_demonym(first):
            drop = len(tokens) == 1 or not any(t.lower in english.NAMED_WITH_DEMONYM for t in tokens[1:])
        else:
            common = starts and len(tokens) > 1 and first.lower in evidence.common
            drop = common or first.sort == "lower" or first.lower in english.ORDINARY
        if not drop:
            break
        tokens.pop(0)
    while tokens and (
        tokens[-1].sort in ("lower", "initial")
        or tokens[-1].lower in ("jr", "sr")
        or tokens[-1].lower in english.ORDINARY
        or _is_demonym(tokens[-1])
    ):
        tokens.pop()
    return tokens


def _named(rest: Sequence[Token]) -> bool:
    """Say whether a direction or the like before these words belongs to the name: North Carolina."""
    return any(token.sort == "name" and not _is_demonym(token) for token in rest)


def _is_demonym(token: Token) -> bool:
    lower = token.lower
    if lower in english.DEMONYMS or (lower.endswith("s") and lower[:-1] in english.DEMONYMS):
        return True
    if PARTS.split(lower)[0] in english.DEMONYMS or (lower.endswith("ism") and len(lower) > len("prism")):
        return True
    return lower.endswith(("englishman", "frenchman", "irishman", "dutchman"))


def _starts_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(_OPENING)
    if not any(character.isalnum() for character in before):
        return True
    opened = len(before) < start and text[len(before) : start].strip(" \t'’-–—") != ""
    return opened or (before.endswith(_SENTENCE_END) and not _ABBREVIATED.search(before))


def _classified(text: str, tokens: list[Token], evidence: Evidence) -> UnknownName | None:
    words = [token for token in tokens if token.sort != "lower"]
    single = words[0] if len(words) == 1 else None
    if all(token.sort == "acronym" for token in words):
        return _acronym(text, tokens, evidence)
    starts = _starts_sentence(text, tokens[0].start)
    if single:
        if is_head(single) or single.lower in english.TITLES or single.lower in english.TITLE_PARTS:
            return None
        if single.lower in english.PLACE_NOUNS or single.lower.rstrip("s") in english.ROLES:
            return None
        if single.lower.endswith("s") and single.lower[:-1] in english.TITLES | english.PLACE_NOUNS:
            return None
        if not starts and single.lower in evidence.common and single.word not in evidence.names:
            return None
    kind, why = kind_of(text, tokens, words)
    if starts and single and not _proved(single, kind, evidence):
        return None
    return _name(text, tokens, kind, why)


def _acronym(text: str, tokens: list[Token], evidence: Evidence) -> UnknownName | None:
    first = tokens[0]
    if first.start == 0 and len(first.word) >= _LONG and _DATELINE.match(text, tokens[-1].end):
        return _name(text, tokens, "place", "dateline")
    if len(tokens) > 1 and any(len(token.word) > _LONG for token in tokens):
        return None  # words in capitals for emphasis
    if first.lower in evidence.common or first.lower in _NO_ACRONYMS:
        return None
    return _name(text, tokens[:1], "acronym", "capitals")


def _proved(token: Token, kind: str, evidence: Evidence) -> bool:
    """Say whether a single word at the start of a sentence is a name all the same."""
    if token.lower in english.ORDINARY or (
        token.lower in evidence.common and token.word not in evidence.names
    ):
        return False
    if token.word in evidence.names:
        return True
    if PARTS.search(token.word) and all(part[:1].isupper() for part in PARTS.split(token.word)):
        return True
    plural = token.lower.endswith("s")
    if kind == "person" or (kind == "place" and not plural):
        return not plural or token.lower.endswith("ss")
    return token.possessive and not plural


def _add(text: str, found: list[UnknownName], name: UnknownName) -> None:
    """Add a name; those listed side by side share a kind: in Oregon, Nevada and Utah."""
    found.append(name)
    for index in range(len(found) - 1, 0, -1):
        one, other = found[index - 1], found[index]
        if text[one.end : other.start] not in (", ", " and ", ", and ", " or "):
            return
        if other.kind == "other" and one.kind in _SHARED:
            found[index] = replace(other, kind=one.kind, evidence=f"listed with {one.text}")
        elif one.kind == "other" and other.kind in _SHARED:
            found[index - 1] = replace(one, kind=other.kind, evidence=f"listed with {other.text}")
        else:
            return


def _name(text: str, tokens: Sequence[Token], kind: str, evidence: str, gender: str = "") -> UnknownName:
    start, end = tokens[0].start, tokens[-1].end
    return UnknownName(start, end, text[start:end], kind, evidence, gender)
