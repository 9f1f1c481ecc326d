"""Which spellings of a text count as a term: the rules of capitals.

- A source with a capital (`Kyiv`, `US`) is matched as written or in capitals, never in lower case: `turkey`,
  `us`, `may` and `bush` are no names.
- A source in lower case (`ceasefire`) is matched in lower case, in capitals, and with an initial capital
  where any word would have one: at the start of a sentence and in a Title Case headline.
- A case-sensitive source is matched as written; in a text in capitals also in capitals.
- In a text in capitals, words of up to three letters are too often ordinary words (`GIVE US ARMS`): only an
  acronym that is not marked case-sensitive is matched there.
"""

from __future__ import annotations

import re
from functools import cached_property

from translate.glossary.model import Term

_SHORT = 3
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_OPENING = " \"'“”„«»([{*-–—•>"
_SENTENCE_END = tuple(".!?…:\n")
_ABBREVIATION = re.compile(
    r"(?:^|\W)(?:[A-Z]|Adm|Capt|Col|Dr|Gen|Gov|Lt|Maj|Mr|Mrs|Ms|Pres|Prof|Rep|Sen|Sgt|St)\.$"
)


class Surroundings:
    """A folded, cased text, asked about its capitals; each answer is worked out once."""

    def __init__(self, text: str) -> None:
        """Take the `cased` side of a folded text."""
        self.text = text

    def allows(self, term: Term, source: str, start: int, end: int) -> bool:
        """Tell whether the rules let `text[start:end]` stand for `term`, whose cased fold is `source`."""
        written = self.text[start:end]
        short = sum(map(str.isalpha, source)) <= _SHORT
        if written == source:
            return not (term.case_sensitive and short and source.isupper() and self._in_capitals(start, end))
        if source == source.lower() and not term.case_sensitive:
            return self._allows_common(written, start)
        if written != source.upper():
            return False
        capitals = self._in_capitals(start, end)
        return not (short and capitals) and (capitals or not term.case_sensitive)

    def _allows_common(self, written: str, start: int) -> bool:
        if written.isupper():
            return True
        if not written[0].isupper():
            return False
        rest = [word[1:] for word in written.split(" ")]
        if any(part != part.lower() for part in rest):
            return False
        return self._title_case or (written[1:] == written[1:].lower() and self._starts_sentence(start))

    def _starts_sentence(self, start: int) -> bool:
        before = self.text[:start].rstrip(_OPENING)
        return not before or (before.endswith(_SENTENCE_END) and not _ABBREVIATION.search(before))

    def _in_capitals(self, start: int, end: int) -> bool:
        """Tell whether capitals say nothing here: the whole text has them, or three words in a row."""
        return self._all_capitals or any(a <= start and end <= b for a, b in self._capital_runs)

    @cached_property
    def _words(self) -> list[str]:
        return _WORD.findall(self.text)

    @cached_property
    def _all_capitals(self) -> bool:
        words = [word.removesuffix("'s") for word in self._words]
        return len(words) > 1 and all(map(str.isupper, words))

    @cached_property
    def _title_case(self) -> bool:
        long = [word for word in self._words if len(word) > _SHORT]
        return len(long) > 2 and all(word[0].isupper() for word in long)

    @cached_property
    def _capital_runs(self) -> list[tuple[int, int]]:
        """The ranges of three or more words in capitals with one space between."""
        runs: list[tuple[int, int]] = []
        run: list[tuple[int, int]] = []
        for word in (*_WORD.finditer(self.text), None):
            if word is not None and run and self.text[run[-1][1] : word.start()] == " " and _capital(word[0]):
                run.append(word.span())
                continue
            if len(run) > 2:
                runs.append((run[0][0], run[-1][1]))
            run = [word.span()] if word is not None and _capital(word[0]) else []
        return runs


def _capital(word: str) -> bool:
    return len(word) > 1 and word.isupper()
