"""The encoding that an HTML page states of itself."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from translate.articles.htmlattributes import value_of
from translate.articles.htmltokens import tokens

# How far into a page its encoding is looked for: browsers look at 1024 bytes, and begin again when they find
# it in the rest of the head.
_HEAD = 65_536
_DECLARATION = re.compile(r"""\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"'>]+)["']""")
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([^\s"';]+)""", re.IGNORECASE)

# Labels of the WHATWG Encoding Standard (section 4.2) that mean another codec than Python's of that name, or
# that Python does not know; UTF-16 means UTF-8 in a page that could be read so far (HTML, section 13.2.3.2).
_TABLE = """
cp1252 ansi_x3.4-1968 ascii cp819 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987
cp1252 l1 latin1 us-ascii x-cp1252 x-user-defined
cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 x-cp1254
cp874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874
cp1250 x-cp1250
cp1251 x-cp1251
koi8-r koi koi8 koi8_r
koi8-u koi8-ru
mac-roman macintosh x-mac-roman
mac-cyrillic x-mac-cyrillic x-mac-ukrainian
gb18030 chinese gb2312 gb_2312 gb_2312-80 gbk x-gbk
big5hkscs big5 big5-hkscs x-x-big5
cp932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis
cp949 euc-kr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601
utf-8 utf-16 utf-16be utf-16le unicode unicode-1-1-utf-8 x-unicode20utf8
"""
# The standard leaves it out, browsers do not read it, and what it reads it does not write alike.
_NOT_OF_PAGES = "utf-7"
_LABELS = {label: codec for codec, *labels in map(str.split, _TABLE.strip().splitlines()) for label in labels}


def stated_encoding(data: bytes) -> str | None:
    """Return the Python codec that a page states in its XML declaration or in a `meta` element of its head.

    >>> stated_encoding(b'<!DOCTYPE html><meta charset="latin1">')
    'cp1252'
    """
    head = data[:_HEAD].decode("latin-1")
    if declaration := _DECLARATION.match(head):
        return _codec(declaration[1])
    for token in tokens(head):
        if token.name == "body":
            break
        if token.kind != "start" or token.name != "meta":
            continue
        charset = value_of(token, "charset", head)
        if charset is None and (value_of(token, "http-equiv", head) or "").lower() == "content-type":
            found = _CHARSET.search(value_of(token, "content", head) or "")
            charset = found[1] if found else None
        if charset:
            return _codec(charset)
    return None


def _codec(label: str) -> str:
    codec = _LABELS.get(label.strip().lower(), label.strip().lower())
    with suppress(LookupError, ValueError):
        if codecs.lookup(codec).name == _NOT_OF_PAGES:
            return ""
    return codec
