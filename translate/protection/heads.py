"""Names that share one head: `the Donetsk, Kharkiv and Kherson regions` are regions, not cities."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from translate.glossary import Glossary, Term, TermMatch

_HEAD = re.compile(r"\s+(regions|oblasts|provinces)\b", re.IGNORECASE)
_LINK = re.compile(r"\s*(?:,|,?\s+(?:and|or|&))\s+", re.IGNORECASE)


def share_heads(text: str, matches: Sequence[TermMatch], glossary: Glossary) -> list[TermMatch]:
    """Return `matches` with each name of such a list replaced by the term with its head, if there is one.

    The last name takes the head into its range, so that the plural word is not translated once more.
    """
    result = list(matches)
    for last, match in enumerate(matches):
        head = _HEAD.match(text, match.end)
        if head is None:
            continue
        singular = _singular(head)
        first = last
        while first > 0 and _LINK.fullmatch(text, matches[first - 1].end, matches[first].start):
            first -= 1
        for index in range(first, last + 1):
            whole = _whole(f"{matches[index].term.source} {singular}", glossary)
            if whole is not None:
                end = head.end() if index == last else matches[index].end
                result[index] = TermMatch(matches[index].start, end, whole.term)
    return result


def with_heads(text: str, terms: Iterable[Term]) -> Iterator[str]:
    """Yield the names with a head that may stand for one of `terms`, which stand in `text`, in such a list.

    >>> list(with_heads("the Donetsk and Kherson regions", [Term("Donetsk", "Донецьк")]))
    ['Donetsk region']
    """
    heads = {_singular(head) for head in _HEAD.finditer(text)}
    if heads:
        yield from (f"{term.source} {head}" for term in terms for head in sorted(heads))


def _singular(head: re.Match[str]) -> str:
    return head.group(1).lower().removesuffix("s")


def _whole(name: str, glossary: Glossary) -> TermMatch | None:
    found = glossary.find(name)
    return found[0] if len(found) == 1 and found[0].end - found[0].start == len(name) else None
