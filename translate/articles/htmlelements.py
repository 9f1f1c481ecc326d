"""What the elements of HTML are to a translator, and which of them are open at a point of the page.

The lists follow the HTML Standard: section 15.3 (which elements are displayed as blocks), 13.1.2 (void
elements, optional end tags), 3.2.6.3 (the `translate` attribute and the attributes that are translatable).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from translate.articles.htmltokens import Token


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


VOID = _names(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr"
)

# Every other element, also one that nobody knows, stands within a line.
BLOCK = _names(
    """
    address article aside audio base blockquote body button canvas caption center col colgroup datalist dd
    details dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head
    header hgroup hr html iframe label legend li link listing main menu meta nav noframes noscript object ol
    optgroup option p param plaintext pre search section select source summary table tbody td template
    textarea tfoot th thead title tr track ul video xmp
    """
)

# Left as they are: program text, drawings and what only a machine reads.
LEFT_ALONE = _names(
    """
    code iframe kbd listing math noembed noframes plaintext pre samp script style svg textarea var xmp
    """
)

# Of those, the ones whose text readers see in the sentence.
QUOTED = _names("code kbd samp var")

# Of those, the ones that put no word into the sentence around them.
UNSEEN = _names("noembed noframes script style svg")

TYPES = {
    "a": "link",
    "b": "bold",
    "br": "lb",
    "em": "italic",
    "i": "italic",
    "img": "image",
    "strong": "bold",
    "u": "underlined",
}
"""The types of inline codes by element; of every other element it is `other`."""

_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "title"), "headline"),
    **dict.fromkeys(("li", "dt", "dd"), "list"),
    **dict.fromkeys(("td", "th"), "cell"),
    "div": None,
}

_P_ENDS_BEFORE = _names(
    """
    address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p pre search section table ul
    """
)

# Start tag -> the open elements that it ends, and those that shelter them.
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (_names("li"), _names("ul ol menu dir")),
    **dict.fromkeys(("dt", "dd"), (_names("dt dd"), _names("dl"))),
    **dict.fromkeys(("td", "th"), (_names("td th"), _names("table tr"))),
    "tr": (_names("tr td th caption colgroup"), _names("table")),
    **dict.fromkeys(
        ("tbody", "thead", "tfoot"),
        (_names("tbody thead tfoot tr td th caption colgroup"), _names("table")),
    ),
    "option": (_names("option"), _names("select datalist optgroup")),
    "optgroup": (_names("option optgroup"), _names("select")),
}
_P = (_names("p"), _names("table td th caption button object template"))

# How far up an omitted end tag is looked for; a bound keeps pages of a million open tags cheap.
_LOOK_UP = 64


@dataclass(frozen=True, slots=True)
class State:
    """What an open element says of its content: whether it is translated, and the kind of its blocks."""

    translated: bool = True
    kind: str = "paragraph"


class OpenElements:
    """The elements that are open, by a rule of thumb that is right where end tags may be left out."""

    def __init__(self) -> None:
        self._stack: list[tuple[str, State]] = []
        self._count: Counter[str] = Counter()

    @property
    def state(self) -> State:
        """Return what the innermost open element says."""
        return self._stack[-1][1] if self._stack else State()

    @property
    def in_drawing(self) -> bool:
        """Tell whether an `svg` element is open; a `title` in it is none of the page."""
        return self._count["svg"] > 0

    def start(self, token: Token, translate: bool | None) -> tuple[State, State]:
        """Open the element of a start tag; return the states of its own tag and of its content.

        `translate` is what its attributes say: yes, no, or nothing. Without that, program text is left alone
        but the attributes of its tag are not.
        """
        name = token.name
        if name in _P_ENDS_BEFORE:
            self._end_omitted(*_P)
        if name in _ENDS:
            self._end_omitted(*_ENDS[name])
        outer = self.state
        own = outer.translated if translate is None else translate
        inner = own and (translate is True or name not in LEFT_ALONE)
        kind = _KINDS.get(name, "paragraph" if name in BLOCK else None) or outer.kind
        content = State(inner, kind)
        if name not in VOID and not token.empty:
            self._stack.append((name, content))
            self._count[name] += 1
        return State(own, kind), content

    def end(self, name: str) -> State:
        """Close the element of an end tag and all within it; return what it said of its content."""
        if not self._count[name]:
            return self.state
        while True:
            closed, state = self._pop()
            if closed == name:
                return state

    def _end_omitted(self, names: frozenset[str], shelters: frozenset[str]) -> None:
        if not any(self._count[name] for name in names):
            return
        depth = 0
        for up, (name, _) in enumerate(self._stack[: -_LOOK_UP - 1 : -1], 1):
            if name in shelters:
                break
            if name in names:
                depth = up
        for _ in range(depth):
            self._pop()

    def _pop(self) -> tuple[str, State]:
        name, state = self._stack.pop()
        self._count[name] -= 1
        return name, state
