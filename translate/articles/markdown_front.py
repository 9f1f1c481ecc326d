"""Front matter: the titles and descriptions of an article in YAML (`---`) or TOML (`+++`) before its text.

Only values on one line at the top level are read, YAML plain and quoted scalars (YAML 1.2.2, section 7.3) and
TOML basic and literal strings (TOML 1.0, String); all the rest of the front matter is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Language = Literal["yaml", "toml"]

_KINDS = {"title": "headline", "headline": "headline"} | dict.fromkeys(
    ("description", "summary", "subtitle", "excerpt", "caption", "alt"), "attribute"
)
_KEY = "|".join(_KINDS)

_NEWLINE = r"(?:\r\n|\n|\r)"
_FRONT = re.compile(
    rf"(?P<fence>---|\+\+\+)[ \t]*{_NEWLINE}(?P<body>(?:(?=[^\r\n]*\S)[^\r\n]*{_NEWLINE})"
    rf"(?:[^\r\n]*{_NEWLINE})*?)(?:(?P=fence)|\.\.\.)[ \t]*(?:{_NEWLINE}|\Z)"
)

_DOUBLE = r'"(?:\\[^\r\n]|[^"\\\r\n])*"'
_YAML = re.compile(
    rf"(?P<key>{_KEY}):[ \t]+(?P<value>{_DOUBLE}|'(?:''|[^'\r\n])*'"
    r"""|(?:[^\s"'\[\]{}#&*!|>%@`,?:-]|[?:-](?=\S))(?:[^\r\n#]|(?<=\S)#)*(?<!\s))[ \t]*(?:(?<=\s)\#.*)?""",
)
_TOML = re.compile(rf"(?P<key>{_KEY})[ \t]*=[ \t]*(?P<value>{_DOUBLE}|'[^'\r\n]*')[ \t]*(?:\#.*)?")
_TOML_LONG = re.compile(r'"""|' + "'''")
_LINE = re.compile(rf"[^\r\n]*(?:{_NEWLINE}|\Z)")

_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_SIMPLE = {'"': '"', "\\": "\\", "/": "/", "t": "\t", " ": " ", "_": "\xa0"}
# What YAML must not hold unescaped (section 5.1), with the line breaks of Unicode, and TOML's controls.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_NO_TEXT = re.compile("[\x00-\x08\n-\x1f\ud800-\udfff]")
# What a YAML reader would take for something other than a string (section 10.3, and YAML 1.1's booleans).
_NOT_A_STRING = re.compile(
    r"[-+.]?[\d.][\d_.,:eExXoOTZ+-]*[a-fA-F\d]*|~|null|true|false|yes|no|on|off|[yn]|[-+]?\.(?:inf|nan)|---|\.\.\.|=",
    re.I,
)
_PLAIN = re.compile(r"""(?:[^\s"'\[\]{}#&*!|>%@`,?:-]|[?:-](?=\S))(?:[^:#]|:(?=\S)|(?<=\S)#)*""")


@dataclass(frozen=True, slots=True)
class Value:
    """A translatable value: `text` stands, quotes included, at `[start:end]` of the article."""

    start: int
    end: int
    text: str
    kind: str
    language: Language


def front_matter(text: str) -> tuple[int, tuple[Value, ...]]:
    """Return where the front matter of `text` ends (0 without one) and its translatable values."""
    found = _FRONT.match(text)
    if not found:
        return 0, ()
    start, end = found.span("body")
    values = _yaml(text, start, end) if found["fence"] == "---" else _toml(text, start, end)
    return found.end(), tuple(values)


def spell_value(raw: str, language: Language, text: str) -> str:
    r"""Return `text` as a scalar in the quotes that `raw` has, in others where it needs them.

    >>> spell_value("Irpin holds", "yaml", "Ірпінь: місто тримається")
    '"Ірпінь: місто тримається"'
    >>> spell_value("'Irpin'", "toml", "Кам'янець")
    '"Кам\'янець"'
    """
    strange = _UNPRINTABLE.search(text)
    if language == "toml":
        return f"'{text}'" if raw.startswith("'") and "'" not in text and not strange else _double(text)
    if strange or raw.startswith('"'):
        return _double(text)
    if raw.startswith("'"):
        return "'" + text.replace("'", "''") + "'"
    plain = _PLAIN.fullmatch(text) and text == text.strip() and not text.endswith(":")
    return text if plain and not _NOT_A_STRING.fullmatch(text) else _double(text)


def _yaml(text: str, start: int, end: int) -> Iterator[Value]:
    lines = list(_lines(text, start, end))
    for (begin, line), (_, after) in zip(lines, [*lines[1:], (end, "")], strict=True):
        found = _YAML.fullmatch(line.rstrip("\r\n"))
        # An indented line would go on with the value.
        if found and not (after[:1] in (" ", "\t") and after.strip()):
            yield from _value(found, begin, "yaml")


def _toml(text: str, start: int, end: int) -> Iterator[Value]:
    within: str | None = None
    for begin, line in _lines(text, start, end):
        if within is None and line.lstrip().startswith("["):
            return
        if within is None and (found := _TOML.fullmatch(line.rstrip("\r\n"))):
            yield from _value(found, begin, "toml")
            continue
        for fence in _TOML_LONG.findall(line):
            within = fence if within is None else None if within == fence else within


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    while start < end:
        found = _LINE.match(text, start, end)
        assert found
        yield start, found[0]
        start = found.end()


def _value(found: re.Match[str], begin: int, language: Language) -> Iterator[Value]:
    text = _decoded(found["value"], language)
    if text is not None and not _NO_TEXT.search(text):
        start, end = found.span("value")
        yield Value(begin + start, begin + end, text, _KINDS[found["key"]], language)


def _decoded(value: str, language: Language) -> str | None:
    """Return the text of a scalar, None when it has an escape that no line of text can hold."""
    if value.startswith("'"):
        return value[1:-1].replace("''", "'") if language == "yaml" else value[1:-1]
    if not value.startswith('"'):
        return value
    strange = False

    def escape(found: re.Match[str]) -> str:
        nonlocal strange
        digits = found[1] or found[2] or found[3]
        if digits and int(digits, 16) < 0x110000:
            return chr(int(digits, 16))
        strange = strange or found[4] not in _SIMPLE
        return _SIMPLE.get(found[4], "")

    text = _ESCAPE.sub(escape, value[1:-1])
    return None if strange else text


def _double(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04X}", escaped) + '"'
