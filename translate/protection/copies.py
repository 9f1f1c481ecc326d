"""Text that is copied, never translated: web and e-mail addresses, handles, hashtags, emoji."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

# A trailing full stop, comma or bracket belongs to the sentence, not to the address.
# The marks of annotated input end an address, so that none is copied into a target.
_TAIL = r"[^\s<>«»“”„｟￨｠\uE000\uE001]*[^\s<>«»“”„｟￨｠\uE000\uE001.,;:!?)\]}'’\"…]"
_ADDRESS = rf"(?i:https?://|www\.){_TAIL}"
_DOMAIN = (
    r"(?<![\w@.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+"
    rf"(?:com|org|net|info|int|gov|edu|ua|uk|eu|io)(?:\.ua|\.uk)?(?:/{_TAIL})?(?![\w-])"
)
# In a headline an address is set in capitals; `Kyiv.Com` is the start of a sentence without its space.
_CAPITAL_DOMAIN = (
    r"(?<![\w@.-])(?:[A-Z0-9](?:[A-Z0-9-]*[A-Z0-9])?\.)+"
    rf"(?:COM|ORG|NET|INFO|INT|GOV|EDU|UA|EU|IO)(?:\.UA|\.UK)?(?:/{_TAIL})?(?![\w-])"
)
_EMAIL = r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_TAG = r"(?<![\w&/])#\p{L}[\w]*|(?<![\w.])@[A-Za-z_][\w.]*\w"
_EMOJI = (
    r"(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2})"
    r"(?:\uFE0F|\p{Emoji_Modifier}|\u200D\p{Extended_Pictographic})*"
)

_COPY = regex.compile(f"(?P<emoji>{_EMOJI})|(?:{_ADDRESS}|{_EMAIL}|{_DOMAIN}|{_CAPITAL_DOMAIN}|{_TAG})")
# What any of these has, and what most sentences do not: no pictograph stands before U+203C but © and ®.
_MAY_BE_COPY = re.compile(r"[@#©®\u203c-\U0010ffff]|://|(?i:www)|[\w-]\.\w")
# Extended_Pictographic covers signs that ordinary prose writes and a model reads.
_NOT_EMOJI = frozenset("©®™‼⁉ℹ↔↕")


def copies(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield (start, end, is_emoji) of each stretch of `text` that is copied as it stands.

    >>> [("@un"), [t for t in copies("Ask @un or www.un.org/ua, not me.")]]
    ['@un', [(4, 7, False), (11, 24, False)]]
    """
    if _MAY_BE_COPY.search(text) is None:
        return
    for match in _COPY.finditer(text):
        emoji = match.group("emoji") is not None
        if not (emoji and match.group() in _NOT_EMOJI):
            yield match.start(), match.end(), emoji
