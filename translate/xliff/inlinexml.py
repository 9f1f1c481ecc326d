"""How the inline codes of a unit stand in XML, whichever version: what is an element and what a mark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from translate.errors import XliffError, segment_context
from translate.inline import Code, Kind, Text, concatenate
from translate.xliff.model import Unit, clean

# Halves of a pair that cannot be one element: `1-open`, `1-close`, so that ids are unique in the unit.
_HALVES: tuple[Kind, ...] = ("open", "close")


def written(unit: Unit) -> tuple[Text, Text]:
    """Return the source and the target of `unit` as a document holds them.

    Characters that XML 1.0 cannot hold are dropped, and so are the codes of a target whose source has none:
    a CAT tool has nothing there that it could match them with. Raises XliffError when a code stands twice.
    """
    with segment_context(unit.id):
        source = _cleaned(Text(unit.source, unit.codes))
        target = _cleaned(Text(unit.target, unit.target_codes if unit.codes else ()))
        return source, target


def _cleaned(text: Text) -> Text:
    if len(set(text.keys)) < len(text.keys):
        hint = "This is a fault of translate: please report it"
        raise XliffError("an inline code stands twice in one text", hint=hint)
    return concatenate(clean(part)[0] if isinstance(part, str) else part for part in text.parts())


def halved(*texts: Text) -> frozenset[str]:
    """Return the ids of the pairs that no element can hold in every one of `texts`.

    These are the ones of which a half is not there, and those that cross another (`<b>1<i>2</b>3</i>`). They
    are marks of their own in source and target alike, so that a CAT tool sees the same codes in both.
    """
    return frozenset(id_ for text in texts for id_ in _crossing_or_alone(text.codes))


def _crossing_or_alone(codes: Iterable[Code]) -> Iterator[str]:
    inner: list[str] = []
    for code in codes:
        if code.kind == "open":
            inner.append(code.id)
        elif code.kind == "close" and code.id not in inner:
            yield code.id
        elif code.kind == "close":
            # Whatever has been opened since and is not closed yet crosses this pair.
            while inner[-1] != code.id:
                yield from (code.id, inner.pop())
            inner.pop()
    yield from inner


def mark_id(code: Code) -> str:
    """Return the id of a code that is an element of its own, unique in its unit.

    >>> mark_id(Code(0, "2", "single")), mark_id(Code(0, "1", "open"))
    ('2', '1-open')
    """
    return code.id if code.kind == "single" else f"{code.id}-{code.kind}"


def code_of_mark(id_: str, type_: str = "other", shown: str = "") -> Code:
    """Return the code that `mark_id` named.

    >>> code_of_mark("1-open").key
    ('1', 'open')
    """
    for kind in _HALVES:
        whole = id_.removesuffix(f"-{kind}")
        if whole and whole != id_:
            return Code(0, whole, kind, type_, shown=shown)
    return Code(0, id_, "single", type_, shown=shown)


def indent(element: etree._Element, level: int = 0) -> None:
    """Indent what holds only elements; a text of the article or of the reviewer stays as it is.

    (`etree.indent` would put line breaks between inline codes.)
    """
    if not len(element) or etree.QName(element).localname in {"source", "target"}:
        return
    element.text = "\n" + "  " * (level + 1)
    for child in element:
        indent(child, level + 1)
        child.tail = element.text
    element[-1].tail = "\n" + "  " * level


def add(
    parent: etree._Element, name: str, attributes: dict[str, str] | None = None, text: str | None = None
) -> etree._Element:
    """Add an element of the parent's namespace, without what XML cannot hold; return it."""
    values = {key: clean(value)[0] for key, value in (attributes or {}).items()}
    namespace = etree.QName(parent).namespace
    element = etree.SubElement(parent, f"{{{namespace}}}{name}" if namespace else name, values)
    if text is not None:
        element.text = clean(text)[0]
    return element


def append_text(element: etree._Element, text: str) -> None:
    """Add `text` at the end of an element, after its last child."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
