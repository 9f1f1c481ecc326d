"""What is read from the files that CAT tools save: golden pairs in `tools/`, the file and what is in it.

The files imitate what each tool was seen to change in a document of ours; `as-written` is that document.
"""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.xliff.samples import CODED, SMALL, coded
from tests.xliff.show import show
from tests.xliff.texts import texts
from translate.inline import Text
from translate.xliff import Group, is_untouched, read, to_bytes
from translate.xliff.content import plain_breaks
from translate.xliff.inlinexml import written

TOOLS = Path(__file__).parent / "tools"
WRITTEN = (TOOLS / "as-written.xlf").read_bytes()


@pytest.mark.parametrize("path", sorted(TOOLS.glob("*.xlf")), ids=lambda path: path.stem)
def test_read_of_a_file_as_a_tool_saves_it(path: Path) -> None:
    expected = path.with_suffix(".txt").read_text(encoding="utf-8")
    assert "\n".join(show(returned) for returned in read(path)) == expected


def resaved(data: bytes) -> dict[str, bytes]:
    """Return one document saved in ways that change nothing in it."""
    text = data.decode()
    prefixed = text.replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?")
    return {
        "BOM": b"\xef\xbb\xbf" + data,
        "CRLF": data.replace(b"\n", b"\r\n"),
        "no final line feed": data.rstrip(b"\n"),
        "UTF-16": text.replace("UTF-8", "UTF-16").encode("utf-16"),
        "UTF-16, still declared UTF-8": text.encode("utf-16"),
        "UTF-16 without BOM": text.replace("UTF-8", "UTF-16").encode("utf-16-be"),
        "windows-1251": text.replace("UTF-8", "windows-1251").encode("cp1251", "xmlcharrefreplace"),
        "BOM wins": b"\xef\xbb\xbf" + data.replace(b"UTF-8", b"windows-1251"),
        "prefix": prefixed.replace("xmlns=", "xmlns:x=").encode(),
        "comments": data.replace(b"<body>", b"<!-- saved --><?tool saved?><body><!-- here -->"),
        "foreign": data.replace(
            b"<body>",
            b'<body xmlns:t="urn:tool" t:a="b"><t:group><t:trans-unit id="1-1"/></t:group>',
        ),
        "order": data.replace(b'id="1-1" resname="1-1 paragraph 1"', b'resname="1-1 paragraph 1" id="1-1"'),
    }


@pytest.mark.parametrize("how", resaved(WRITTEN))
def test_read_when_a_tool_saved_it_in_another_way_then_the_same(how: str) -> None:
    data = resaved(WRITTEN)[how]
    assert data != WRITTEN
    assert "".join(map(show, read(data))) == (TOOLS / "as-written.txt").read_text(encoding="utf-8")


def test_read_when_groups_and_notes_were_dropped_then_units_are_the_same() -> None:
    lines = WRITTEN.decode().splitlines()
    bare = [line for line in lines if not line.strip().startswith(("<note", "<group", "</group"))]
    [before], [after] = read(WRITTEN), read("\n".join(bare).encode())
    assert [(unit.id, unit.source, unit.target) for unit in after.units] == [
        (unit.id, unit.source, unit.target) for unit in before.units
    ]
    assert (after.header, after.drafts, after.signature) == ({}, None, None)


def test_read_gives_the_drafts_the_signature_and_the_folder_back() -> None:
    [returned] = read(to_bytes(CODED))
    units = [unit for group in CODED.groups for unit in group.units]
    assert returned.drafts is not None
    assert list(returned.drafts) == [unit.id for unit in units]
    assert all(returned.drafts[unit.id].same(written(unit)[1]) for unit in units)
    assert returned.signature == CODED.signature
    assert returned.header["folder"] == "../articles"


@pytest.mark.parametrize("version", ["1.2", "2.0"])
@given(source=texts(), target=texts(), note=st.text(max_size=5))
def test_texts_and_codes_survive_writing_and_reading(
    version: str, source: Text, target: Text, note: str
) -> None:
    unit = replace(coded("1-1", source, target), note=note)
    data = to_bytes(replace(SMALL, groups=(Group("b1", "paragraph 1", (unit,)),)), version)
    [[returned]] = [each.units for each in read(data)]
    assert returned.target is not None
    for text, expected in zip((returned.source, returned.target), written(unit), strict=True):
        assert text.same(plain_breaks(expected))
        # XLIFF 2 has no type for protected text.
        other = {"protected": "other"} if version == "2.0" else {}
        types = [other.get(code.type, code.type) for code in expected.codes]
        assert [code.type for code in text.codes] == types
    assert is_untouched(data)


@pytest.mark.slow
def test_read_of_twenty_megabytes_takes_seconds() -> None:
    head, _, rest = WRITTEN.partition(b"<group ")
    groups, body_end, foot = (b"<group " + rest).partition(b"    </body>")
    count = 20_000_000 // len(groups)
    copies = (groups.replace(b'unit id="', b'unit id="%d-' % number) for number in range(count))
    data = head + b"".join(copies) + body_end + foot
    start = time.process_time()
    [returned] = read(data)
    assert len(returned.units) == 3 * count
    # 1.5 were measured; a busy machine takes longer.
    assert time.process_time() - start < 5
