"""Entries for the tests, short to write and by chance."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import strategies as st

from translate.inline import Code, Kind, Text
from translate.memory import Entry, Memory

DATE = datetime(2026, 3, 1, 12, 0, 0, tzinfo=UTC)


def text(marked: str) -> Text:
    """Return a text whose codes are written `<1>`, `</1>` and `<1/>`."""
    parts = marked.replace("<", "\0<").replace(">", ">\0").split("\0")
    plain = ""
    codes: list[Code] = []
    for part in parts:
        if part.startswith("<"):
            kind: Kind = "close" if part[1] == "/" else "single" if part[-2] == "/" else "open"
            codes.append(Code(len(plain), part.strip("</>"), kind))
        else:
            plain += part
    return Text(plain, tuple(codes))


def entry(
    source: str,
    target: str,
    previous: str = "",
    following: str = "",
    article: str = "a.txt",
    days: int = 0,
) -> Entry:
    """Return an entry dated `days` after `DATE`; the texts as `text` reads them."""
    date = DATE + timedelta(days=days)
    return Entry(text(source), text(target), previous, following, article, "1-1", "OmegaT 3.6", date)


def memory(folder: Path, *entries: Entry) -> Memory:
    """Open a new memory with these entries."""
    opened = Memory.open(folder / "en-uk.sqlite", "en", "uk", create=True)
    opened.add(entries)
    return opened


# Few words, so that texts by chance are often alike.
_WORDS = ["the", "of", "army", "Kyiv", "near", "held", "said", "5", "2022", "don't", "Львів", "—", "«"]
SENTENCES = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=12).map(" ".join)
_TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=20)
_KINDS: st.SearchStrategy[Kind] = st.sampled_from(["open", "close", "single"])
_TYPES = st.sampled_from(["bold", "italic", "underlined", "link", "image", "other"])


@st.composite
def _marked(draw: st.DrawFn) -> Text:
    plain = draw(_TEXTS.filter(lambda value: value == value.strip() and value.isprintable()))
    positions = sorted(draw(st.lists(st.integers(0, len(plain)), max_size=4)))
    codes: list[Code] = []
    opened: list[Code] = []
    for number, position in enumerate(positions, 1):
        kind: Kind = draw(_KINDS)
        if kind == "close":
            if not opened:
                continue
            partner = opened.pop()
            codes.append(Code(position, partner.id, "close", partner.type, (), f"</{partner.id}>"))
            continue
        code = Code(position, f"c{number}", kind, draw(_TYPES), (), f"<{number}>")
        codes.append(code)
        if kind == "open":
            opened.append(code)
    return Text(plain, tuple(codes))


ENTRIES = st.builds(
    Entry,
    _marked(),
    _marked(),
    previous=st.one_of(st.just(""), _TEXTS),
    following=st.one_of(st.just(""), _TEXTS),
    article=st.sampled_from(["", "a.txt", "дім/новина.html"]),
    unit=st.sampled_from(["", "1-1"]),
    tool=st.sampled_from(["", "OmegaT 3.6"]),
    date=st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1), timezones=st.just(UTC)),
)
