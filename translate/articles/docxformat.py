"""What a run of DOCX looks like, and what the styles of the document say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from translate.articles.docxnames import Element, child, name, value

# The visible properties of a run, each in a form that can be compared.
Format = frozenset[tuple[str, str]]

# What does not show in Latin or Cyrillic text: the language and its proofing, tracked changes of formatting,
# the fonts of other scripts, kerning.
_UNSEEN = {
    *("w:lang", "w:noProof", "w:rPrChange", "w:ins", "w:del", "w:moveFrom", "w:moveTo"),
    *("w:bCs", "w:iCs", "w:szCs", "w:kern", "w14:ligatures", "w:snapToGrid"),
}
_UNSEEN_FONTS = ("hint", "eastAsia", "eastAsiaTheme", "cs", "cstheme")
# What shows where there is only a space.
ON_SPACES = frozenset({"w:u", "w:strike", "w:dstrike", "w:highlight", "w:shd", "w:bdr", "w:em", "w:effect"})
# Programs that fit text to a page move the letters of each word a little (twentieths of a point).
_SLIGHT_SPACING = 10

_ON = {None, "1", "true", "on"}
_OFF = {"0", "false", "off"}
_HEADLINE = re.compile(r"(heading [1-9]|(sub)?title)\b", re.IGNORECASE)
_EMPHASIS = {"w:b": "b", "w:i": "i", "w:u": "u"}
_TYPES = {"b": "bold", "i": "italic", "u": "underlined"}


_RAISED = {"superscript": "sup", "subscript": "sub"}


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it has from the styles it is based on."""

    headline: bool = False
    listed: bool = False
    emphasis: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by their ids."""

    by_id: dict[str, Style] = field(default_factory=dict)

    def kind(self, paragraph: Element) -> str:
        """Return the kind of block a paragraph is: "headline", "list", "cell" or "paragraph"."""
        properties = child(paragraph, "w:pPr")
        reference = child(properties, "w:pStyle")
        style = self._style(value(reference) if reference is not None else None)
        if style.headline or _is_outline(properties):
            return "headline"
        number = _number(properties)
        if number if number is not None else style.listed:
            return "list"
        return "cell" if any(name(each) == "w:tc" for each in paragraph.iterancestors()) else "paragraph"

    def emphasis(self, form: Format) -> frozenset[str]:
        """Return which of "b", "i" and "u" a run shows, by itself or by its character style."""
        own = {_EMPHASIS[key]: said for key, said in form if key in _EMPHASIS}
        style = self._style(next((said for key, said in form if key == "w:rStyle"), None))
        shown = {letter for letter, said in own.items() if said not in ("off", "none")}
        return frozenset(shown | (style.emphasis - own.keys()))

    def is_emphatic(self, form: Format) -> bool:
        """Tell whether a run stands out: bold, italic, underlined, raised or lowered."""
        return bool(self.emphasis(form)) or _raised(form) in _RAISED

    def differing(self, form: Format, base: Format) -> tuple[str, str]:
        """Return the type of an inline code for a run that is not like the others, and its letters."""
        gained = self.emphasis(form) - self.emphasis(base)
        letters = "".join(letter for letter in "biu" if letter in gained)
        if letters:
            return _TYPES[letters[0]], letters
        return "other", _RAISED.get(_raised(form), "f")

    def _style(self, style: str | None) -> Style:
        return self.by_id.get(style or "", Style())


def read_styles(root: Element | None) -> Styles:
    """Return the styles of a styles part; None has none."""
    elements = (
        {value(each, "styleId") or "": each for each in root if name(each) == "w:style"}
        if (root is not None)
        else {}
    )
    return Styles({id_: _resolve(id_, elements) for id_ in elements})


def format_of(properties: Element | None) -> Format:
    """Return the visible properties of a run from its `w:rPr`."""
    return frozenset(_properties(properties)) if properties is not None else frozenset()


def _raised(form: Format) -> str:
    return dict(form).get("w:vertAlign", "")


def _properties(properties: Element) -> Iterator[tuple[str, str]]:
    for each in properties:
        key = name(each)
        if not key or key in _UNSEEN:
            continue
        attributes = {etree.QName(attribute).localname: str(said) for attribute, said in each.attrib.items()}
        if key == "w:rFonts":
            attributes = {k: v for k, v in attributes.items() if k not in _UNSEEN_FONTS}
            if not attributes:
                continue
        if key == "w:spacing" and _is_slight(attributes.get("val", "0")):
            continue
        said = attributes.get("val")
        if attributes.keys() <= {"val"} and not len(each):
            yield key, "on" if said in _ON else "off" if said in _OFF else str(said)
        else:
            inner = [etree.tostring(part, encoding="unicode", with_tail=False) for part in each]
            yield key, " ".join([*(f"{k}={v}" for k, v in sorted(attributes.items())), *inner])


def _is_slight(spacing: str) -> bool:
    try:
        return abs(int(spacing)) <= _SLIGHT_SPACING
    except ValueError:
        return False


def _resolve(style: str, elements: dict[str, Element]) -> Style:
    headline, number = False, None
    emphasis: dict[str, bool] = {}
    seen: set[str] = set()
    while style in elements and style not in seen:
        seen.add(style)
        element = elements[style]
        called = child(element, "w:name")
        properties = child(element, "w:pPr")
        named = _HEADLINE.match((value(called) or "") if called is not None else "")
        headline = headline or bool(named) or _is_outline(properties)
        number = _number(properties) if number is None else number
        for key, said in format_of(child(element, "w:rPr")):
            if key in _EMPHASIS:
                emphasis.setdefault(_EMPHASIS[key], said not in ("off", "none"))
        based = child(element, "w:basedOn")
        style = (value(based) or "") if based is not None else ""
    return Style(headline, bool(number), frozenset(letter for letter, on in emphasis.items() if on))


def _is_outline(properties: Element | None) -> bool:
    """Tell whether paragraph properties name a level of the outline; level 9 is body text."""
    level = child(properties, "w:outlineLvl")
    return level is not None and value(level) in set("012345678")


def _number(properties: Element | None) -> bool | None:
    """Tell whether paragraph properties number the paragraph; None when they say nothing of it."""
    numbering = child(properties, "w:numPr")
    if numbering is None:
        return None
    instance = child(numbering, "w:numId")
    return instance is None or value(instance) != "0"
