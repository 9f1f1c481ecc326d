"""Are the signs of the source in the target?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.model import Draft, Fault
from translate.checks.registry import register

# What says the same as the sign.
_WORDS = {
    "©": r"©|\([cCсС]\)|copyright|авторськ",
    "™": r"™|\([tT][mM]\)",
    "®": r"®|\([rR]\)",
    "§": r"§|параграф|пункт|розділ|статт|ст\.",
    "№": r"№|номер",
    "%": r"%|відсот|процент|п\. ?п\.",
    "°": r"°|градус|º|широт|довгот|меридіан|паралел",
    "&": r"&|\b(?:і|й|та|und|and|et|y|i|e)\b",
    "+": r"\+|плюс|понад|більш|старш|від |вище|щонайменше|не менше",
    "=": r"=|дорівн|рівн|станов|означа",
}
_SIGN = re.compile(r"[©™®§№%°&+=←-⇿➔-➾]")
_BULLET = re.compile(r"\s*([•·▪▫◦‣●○■□►▶➤→✓✔✗☐☑*–—-])(\s+)(?=\S)")
_DASHES = "*–—-•"


@register("symbols", "warning")
def symbols(draft: Draft) -> Iterator[Fault]:
    """A sign of the source is lost: © ™ ® § № % ° & + =, an arrow, or the mark of a list item at the start.

    A word that says the same will do (відсотків, градусів, та, понад). The signs of a figure are the matter
    of `figures`.
    """
    if (bullet := _BULLET.match(draft.source)) and draft.target.strip():
        yield from _bullet(draft, bullet)
    if not _SIGN.search(draft.source):
        return
    for match in _first_of_each(draft.source, bullet.end() if bullet else 0):
        sign = match[0]
        if any(figure.start <= match.start() < figure.end for figure in draft.figures):
            continue
        words = _WORDS.get(sign, re.escape(sign))
        if not re.search(words, draft.target, re.IGNORECASE):
            yield Fault(f"sign missing: “{sign}”", match.span())


def _first_of_each(text: str, start: int) -> list[re.Match[str]]:
    return list({match[0]: match for match in reversed([*_SIGN.finditer(text, start)])}.values())[::-1]


def _bullet(draft: Draft, bullet: re.Match[str]) -> Iterator[Fault]:
    mark = bullet[1]
    same = _DASHES if mark in _DASHES else mark
    target = draft.target.lstrip()
    if target[0] in same or (mark == "→" and target[0] in "-–—"):
        return
    yield Fault(f"sign missing at the start: “{mark}”", bullet.span(1))
