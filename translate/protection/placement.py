"""Inline codes put into a target: links, bold names and images follow the words they belong to.

A pair of codes covers some words of the source; in the target it is put around the run of words that stands
for them best (the sum of their shares, less a half each, is greatest). A single code stays with the word it
touches. Pairs stay nested, and what cannot be placed goes to the end, for the reviewer to move.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate.inline import Code, Text, concatenate
from translate.languages import Language
from translate.protection.alignment import SURE, Weights, weights, words
from translate.protection.codetree import Element, Node, all_codes, pieces, tree
from translate.protection.locate import Place
from translate.protection.model import Protected, Settled
from translate.protection.spacing import spaced

_OPENING = "«„“‘\"'([{"
_CLOSING = "»“”’\"')]}.,;:!?…"
_ENOUGH = 0.5
"""Least weight of source words in a target: of words that nothing looks at, nothing can be said."""


@dataclass(frozen=True, slots=True)
class Placement:
    """A target with its codes; `lost` are the elements (by `shown`) that were put at the end."""

    target: Text
    lost: tuple[str, ...]


def place(source: Text, protected: Protected, settled: Settled, language: Language) -> Placement:
    """Put the codes of `source` into the target of `settled`, by the word alignment of its draft."""
    if not source.codes:
        return Placement(Text(settled.target), ())
    source_words, target_words = words(source.text), words(settled.target)
    table = weights(protected, settled, source_words, target_words, language)
    placer = _Placer(source.text, settled.target, source_words, target_words, table, language)
    lost: list[Element] = []
    root = tree(source)
    nodes = placer.inside(root.children, (0, len(target_words)), lost)
    target = concatenate(_assembled(settled.target, nodes, 0, len(settled.target)))
    end = [code for element in lost for code in all_codes(element)]
    named = tuple(element.codes[0].shown or f"code {element.codes[0].id}" for element in lost)
    return Placement(spaced(concatenate([target, *end]), source), named)


@dataclass(frozen=True, slots=True)
class _Placer:
    source: str
    target: str
    source_words: list[Place]
    target_words: list[Place]
    table: Weights
    language: Language

    def inside(
        self, elements: Sequence[Element], area: tuple[int, int], lost: list[Element]
    ) -> tuple[Node, ...]:
        """Place elements within the words `area` of the target, those that cover most words first."""
        taken: dict[tuple[int, int], Node] = {}
        points: list[Node] = []
        for element in sorted(elements, key=self._covered, reverse=True):
            if len(element.codes) == 2 and (part := self._part_of_word(element)) is not None:
                node = self._within_word(element, part)
                if node is None:
                    lost.append(element)
                else:
                    points.append(node)
            elif len(element.codes) == 2 and self._covered(element):
                run = self._best_run(element, area, list(taken))
                if run is None:
                    lost.append(element)
                    continue
                children = self.inside(element.children, run, lost)
                taken[run] = Node(*self._bounds(element, run), element.codes, children)
            else:
                position = self._point(element, area, list(taken))
                if position is None:
                    lost.append(element)
                    continue
                left = self._leans_left(element)
                for node in taken.values():
                    if node.start < position < node.end:
                        position = node.end if left else node.start
                points.append(self._wordless(element, position))
        return tuple(sorted([*points, *taken.values()], key=lambda node: (node.start, node.end)))

    def _part_of_word(self, element: Element) -> int | None:
        """Return the index of the word that a pair covers a part of (`H2O`, `19th`), None for whole ones."""
        for index, (start, end) in enumerate(self.source_words):
            if start <= element.start and element.end <= end and (start, end) != (element.start, element.end):
                return index if element.start < element.end else None
        return None

    def _within_word(self, element: Element, index: int) -> Node | None:
        """Return the pair around the same part of the same word; a translated word has no such part."""
        start, end = self.source_words[index]
        word = self.source[start:end]
        same = [t for t, (a, b) in enumerate(self.target_words) if self.target[a:b] == word]
        if not same or element.children:
            return None
        begin = self.target_words[max(same, key=lambda t: self.table[t][index])][0]
        return Node(begin + element.start - start, begin + element.end - start, element.codes)

    def _wordless(self, element: Element, position: int) -> Node:
        """Return the node of an element without words: a single code, or a pair around signs (`[^]`).

        The model drops such signs or moves them: the nearest in the target are taken, or the source's put in.
        """
        signs = self.source[element.start : element.end].strip()
        found = [i for i in range(len(self.target)) if signs and self.target.startswith(signs, i)]
        if found and not element.children:
            start = min(found, key=lambda index: abs(index - position))
            return Node(start, start + len(signs), element.codes)
        own = tuple(pieces(element, self.source))
        spaced = self.source[element.end : element.end + 1].isspace()
        if signs and spaced and not self.target[position : position + 1].isspace():
            own += (" ",)
        return Node(position, position, own)

    def _covered(self, element: Element) -> int:
        return len(_inner(element, self.source_words))

    def _best_run(
        self, element: Element, area: tuple[int, int], taken: Sequence[tuple[int, int]]
    ) -> tuple[int, int] | None:
        """Return the run of free target words whose shares of the element's words are greatest."""
        covered = _inner(element, self.source_words)
        best: tuple[float, int, int] | None = None
        total, begin = 0.0, area[0]
        for index in range(*area):
            if any(a <= index < b for a, b in taken):
                total, begin = 0.0, index + 1
                continue
            value = self._share(index, covered) - 0.5
            if total <= 0:
                total, begin = 0.0, index
            total += value
            if total > 0 and (best is None or total > best[0]):
                best = (total, begin, index + 1)
        return None if best is None else self._without_prepositions(best[1:], covered)

    def _without_prepositions(self, run: tuple[int, int], covered: Sequence[int]) -> tuple[int, int]:
        """Leave out prepositions before the run that stand for no word of the element."""
        start, end = run
        while end - start > 1:
            row = self.table[start]
            source = max(range(len(row)), key=row.__getitem__)
            belongs = source in covered and all(other[source] < SURE for other in self.table)
            word = self.target[slice(*self.target_words[start])].lower()
            if belongs or not self.language.preposition_cases(word):
                break
            start += 1
        return start, end

    def _share(self, target: int, covered: Sequence[int]) -> float:
        """Return how much a target word stands for the source words `covered`, 0 to 1.

        Either it stands mostly for them, or they stand mostly in it: articles and auxiliaries have no word
        of their own in many languages, and share that of their neighbour.
        """
        row = self.table[target]
        own = sum(row[index] for index in covered)
        theirs = sum(other[index] for other in self.table for index in covered)
        return max(own / (sum(row) or 1.0), own / max(theirs, _ENOUGH))

    def _bounds(self, element: Element, run: tuple[int, int]) -> tuple[int, int]:
        """Return the range of the target for a pair around `run`, with the marks it has in the source."""
        start, end = self.target_words[run[0]][0], self.target_words[run[1] - 1][1]
        covered = _inner(element, self.source_words)
        head = self.source[element.start : self.source_words[covered[0]][0]]
        tail = self.source[self.source_words[covered[-1]][1] : element.end]
        left = self.target_words[run[0] - 1][1] if run[0] else 0
        right = self.target_words[run[1]][0] if run[1] < len(self.target_words) else len(self.target)
        for _ in range(len(head.strip())):
            if start > left and self.target[start - 1] in _OPENING:
                start -= 1
        for _ in range(len(tail.strip())):
            if end < right and self.target[end] in _CLOSING:
                end += 1
        return start, end

    def _leans_left(self, element: Element) -> bool:
        """Whether a code belongs to the word before it: it touches that, or closes something."""
        before = self.source[element.start - 1 : element.start]
        after = self.source[element.end : element.end + 1]
        if element.codes[0].kind != "single" and len(element.codes) == 1:
            return element.codes[0].kind == "close"
        return bool(before and not before.isspace()) and not (
            after and after.isalnum() and not before.isalnum()
        )

    def _point(self, element: Element, area: tuple[int, int], taken: Sequence[tuple[int, int]]) -> int | None:
        """Return where a single code goes: behind or before the target word of the word it touches."""
        left = self._leans_left(element)
        position = element.start if left else element.end
        neighbours = [
            index
            for index, (start, end) in enumerate(self.source_words)
            if (end <= position if left else start >= position)
        ]
        if not neighbours and not left:
            # Nothing but marks follows: it stays with the word before them.
            left = True
            neighbours = [i for i, (_, end) in enumerate(self.source_words) if end <= element.start]
        if not neighbours or area[0] == area[1]:
            return self._edge(area, left)
        word = neighbours[-1] if left else neighbours[0]
        column = [(self._share(index, [word]), index) for index in range(*area)]
        share, index = max(column, key=lambda pair: (pair[0], -pair[1]))
        if share < 0.2:
            return None
        for a, b in taken:
            if a <= index < b:
                index = b - 1 if left else a
        return self._beside(element, word, index, left)

    def _edge(self, area: tuple[int, int], left: bool) -> int | None:
        """Return the place of a code with no word on its side: the beginning or the end of the area."""
        if area[0] == area[1]:
            return None
        if left:
            return self.target_words[area[0]][0]
        return self.target_words[area[1] - 1][1] if area[1] < len(self.target_words) else len(self.target)

    def _beside(self, element: Element, word: int, index: int, left: bool) -> int:
        start, end = self.target_words[index]
        if left:
            marks = self.source[self.source_words[word][1] : element.start].strip()
            stop = self.target_words[index + 1][0] if index + 1 < len(self.target_words) else len(self.target)
            for _ in marks:
                if end < stop and self.target[end] in _CLOSING:
                    end += 1
            return end
        marks = self.source[element.end : self.source_words[word][0]].strip()
        begin = self.target_words[index - 1][1] if index else 0
        for _ in marks:
            if start > begin and self.target[start - 1] in _OPENING:
                start -= 1
        return start


def _inner(element: Element, source_words: Sequence[Place]) -> list[int]:
    return [i for i, (start, end) in enumerate(source_words) if start < element.end and end > element.start]


def _assembled(target: str, nodes: Sequence[Node], start: int, end: int) -> Iterator[str | Code]:
    """Yield `target[start:end]` with the codes of `nodes`, which are in order and do not overlap."""
    done = start
    for node in nodes:
        yield target[done : max(done, min(node.start, end))]
        done = max(done, min(node.start, end))
        if node.start == node.end:
            yield from node.pieces
            continue
        yield node.pieces[0]
        yield from _assembled(target, node.children, done, min(node.end, end))
        yield node.pieces[1]
        done = min(node.end, end)
    yield target[done:end]
