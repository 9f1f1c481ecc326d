"""Where sentences end: sentencex proposes, the rules of the language dispose.

sentencex leaves quotations and brackets whole and is slow on unbalanced ones, so it sees the text with those
marks blanked, in windows. Every gap of white space after a sentence terminator (the classes STerm, ATerm and
Close of UAX #29, sentence boundaries) is then judged here; sentencex has the vote where no rule speaks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import sentencex

from translate.segments.abbreviations import Rules, rules
from translate.segments.shields import Shields, shields

_TERMINATORS = ".!?…‥‽؟۔।॥։።"
_WIDE = "。！？｡"
_CLOSERS = "”’»“‹›\"')]}」』）】"
_BLANKED = str.maketrans(dict.fromkeys("“”„‟«»‘’‚‛‹›\"'()[]{}<>「」『』（）【】*_", " "))

# A gap: a terminator, what closes with it, white space. The closers are few, so that the search is linear.
_GAP = re.compile(
    rf"(?P<end>[{_TERMINATORS}])(?P<close>[{re.escape(_CLOSERS)}]{{0,6}}(?:[\xa0\u202f ]»)?)(?P<space>\s+)"
    rf"|(?P<wide>[{_WIDE}][{re.escape(_CLOSERS)}]{{0,6}})(?P<nothing>\s*)"
    r"|(?P<blank>(?<!\s)\s*?(?:\r\n|[\r\n\u2029])[ \t]*[\r\n\u2029]\s*)"
)
_BLANK_LINE = re.compile(r"(?:\r\n|[\r\n\u2029])[ \t]*[\r\n\u2029]")
_WORD = re.compile(r"[^\W_]")
_NEXT = re.compile(r"(?P<before>[^\w]{0,60}_{0,9})(?P<word>[^\W\d_]+|\d)(?P<after>.?)", re.DOTALL)
_DOTTED = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_ITEM = re.compile(r"[(\[]?(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,5})[.)]{1,2}")

_WINDOW = 4096
_LOOK_BACK = 40
_CLAUSE = 160
_CLAUSE_WORDS = 6
_LONGEST = 2_000
"""Characters of the longest segment: nobody reviews more in one piece, and no later stage need fear one."""
_CLAUSE_END = re.compile(r"(?<=[;:,—–])\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence and the white space around it: `lead` only before the first, `trail` after each."""

    lead: str
    source: str
    trail: str


def split(text: str, language: str, *, kind: str = "paragraph") -> tuple[Piece, ...]:
    """Return the sentences of `text`; joined with their white space they are `text` again.

    `language` is a BCP 47 code; one that sentencex does not know is split by its English rules. In a
    `kind="headline"` every word may be capitalised, so that no word counts as a sentence opener. No source is
    empty or begins or ends with white space; text of white space alone has no sentences.
    """
    body = text.strip()
    if not body:
        return ()
    lead = text[: text.index(body[0])]
    trail = text[len(lead) + len(body) :]
    pieces: list[Piece] = []
    begin = 0
    for end, after in _boundaries(body, language, is_headline=kind == "headline"):
        pieces += _bounded(body[begin:end], body[end:after])
        begin = after
    pieces += _bounded(body[begin:], trail)
    pieces[0] = Piece(lead, pieces[0].source, pieces[0].trail)
    return tuple(pieces)


def _bounded(source: str, trail: str) -> Iterator[Piece]:
    """Yield a sentence whole or, when it is longer than any real one, in parts cut at a clause or word."""
    while len(source) > _LONGEST:
        ends = [m.span() for m in _CLAUSE_END.finditer(source, _LONGEST // 2, _LONGEST)]
        ends = ends or [m.span() for m in re.finditer(r"(?<=\S)\s+(?=\S)", source[:_LONGEST])]
        end, after = ends[-1] if ends else (_LONGEST, _LONGEST)
        space = source[end:after]
        rest = source[after:]
        # A gap that runs past the limit belongs to this part as a whole.
        more = len(rest) - len(rest.lstrip())
        yield Piece("", source[:end], space + rest[:more])
        source = rest[more:]
    yield Piece("", source, trail)


def _boundaries(text: str, language: str, *, is_headline: bool) -> Iterator[tuple[int, int]]:
    """Yield the end of each sentence but the last and the beginning of the next."""
    judge = _Judge(text, rules(language), shields(text), _votes(text, language), is_headline)
    sentence = 0
    word = _first_word(text, 0)
    for gap in _GAP.finditer(text):
        end, after = gap.span(gap.lastgroup or 0)
        if after == len(text) or word >= end:
            continue
        if _BLANK_LINE.search(text, end, after) or judge.ends_sentence(sentence, gap):
            sentence, word = after, _first_word(text, after)
            if word == len(text):
                return
            yield end, after


def _first_word(text: str, start: int) -> int:
    found = _WORD.search(text, start)
    return found.start() if found else len(text)


def _votes(text: str, language: str) -> list[int]:
    """Return where sentencex would begin a sentence, ascending."""
    blanked = text.translate(_BLANKED)
    code = language.replace("_", "-").split("-")[0].lower()
    votes: list[int] = []
    begin = 0
    while begin < len(text):
        window = blanked[begin : begin + _WINDOW]
        found = [begin + part["end_index"] for part in sentencex.get_sentence_boundaries(code, window)]
        is_last = begin + _WINDOW >= len(text)
        if not is_last:
            # What the window's end cuts off is seen whole in the next one.
            found = [vote for vote in found if begin < vote <= begin + _WINDOW - _LOOK_BACK]
        votes += found
        begin = len(text) if is_last else max(found, default=begin + _WINDOW - _LOOK_BACK)
    return votes


@dataclass(frozen=True, slots=True)
class _Judge:
    text: str
    rules: Rules
    shields: Shields
    votes: list[int]
    is_headline: bool

    def ends_sentence(self, sentence: int, gap: re.Match[str]) -> bool:
        """Tell whether the sentence begun at `sentence` ends at `gap`."""
        if gap["wide"]:
            return not self.shields.cover(self.text, sentence, gap.end("wide"))
        following = _NEXT.match(self.text, gap.end())
        if following is None or following["before"][:1] in (*_TERMINATORS, ",", ";", ":"):
            return False
        if following["word"][0].islower() or self.shields.cover(self.text, sentence, gap.start("space")):
            return False
        stop = gap.end("end")
        if stop - sentence < _LOOK_BACK and _ITEM.fullmatch(self.text, sentence, stop):
            return False
        if gap["end"] == ".":
            return self._full_stop(sentence, gap, following)
        if self._is_reported(gap, following):
            return False
        return self._is_opener(sentence, following) or self._ends_by_vote(gap, following)

    def _full_stop(self, sentence: int, gap: re.Match[str], following: re.Match[str]) -> bool:
        if self.text[gap.start("end") - 1] in _CLOSERS:
            return True
        token = self._token_before(gap.start("end"))
        if not self.rules.never.isdisjoint(_spellings(token)):
            return False
        if self._is_opener(sentence, following):
            return True
        if token in self.rules.number and following["word"].isdigit():
            return False
        if token in self.rules.ends:
            return True
        if token in self.rules.maybe or _is_initials(token):
            return False
        return self._ends_by_vote(gap, following)

    def _token_before(self, end: int) -> str:
        words = self.text[max(0, end - _LOOK_BACK) : end].split()
        token = words[-1] if words else ""
        first = _WORD.search(token)
        token = token[first.start() :] if first else ""
        # `Lt.Col.` and `anti-U.S.`: the last part decides, unless all of it is one abbreviation.
        if token in self.rules.never or token in self.rules.maybe or _is_initials(token):
            return token
        return re.split(r"[.—–-]", token)[-1] or token

    def _is_opener(self, sentence: int, following: re.Match[str]) -> bool:
        word = following["word"]
        if self.is_headline or following["after"] in (".", "-", "&", "@"):
            return False
        if len(word) > 1 and word.isupper():
            before = self.text[max(sentence, following.start() - 200) : following.start()]
            return before.isupper() and word.capitalize() in self.rules.openers
        return word in self.rules.openers

    def _is_reported(self, gap: re.Match[str], following: re.Match[str]) -> bool:
        """Tell whether a name and a verb such as `said` go on after an exclamation in quotation marks."""
        words = self.text[following.start("word") : following.start("word") + _CLAUSE].split()[:_CLAUSE_WORDS]
        # A pronoun with a capital begins a sentence of its own, except the one that always has it.
        if not gap["close"] or following["before"] or words[0] in self.rules.openers - {"I"}:
            return False
        for word in words[1:]:
            if word.strip(".,:;") in self.rules.reporting:
                return True
            if not word[0].isupper():
                return False
        return False

    def _ends_by_vote(self, gap: re.Match[str], following: re.Match[str]) -> bool:
        index = bisect_right(self.votes, gap.start("end"))
        return index < len(self.votes) and self.votes[index] <= following.start("word")


def _spellings(token: str) -> set[str]:
    """Return a word as the table may spell it: `GEN` as `Gen`, `Approx` as `approx`."""
    return {token, token[:1].lower() + token[1:], token.capitalize() if token.isupper() else token}


def _is_initials(token: str) -> bool:
    """Tell whether a token is one capital letter or letters with full stops between: `J`, `U.S`, `a.m`."""
    return _DOTTED.fullmatch(token) is not None and (len(token) > 1 or token.isupper())
