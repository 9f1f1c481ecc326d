"""Two documents with what makes XLIFF hard: white space, markup characters, an empty target, an emoji;
inline codes that nest, cross, stand alone or side by side."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from translate.inline import Code, Text, concatenate
from translate.xliff import Document, Group, Signature, Unit
from translate.xliff.model import Origin, State

SMALL = Document(
    original="river-bridge.txt",
    datatype="plaintext",
    source_language="en",
    target_language="uk",
    date=datetime(2026, 3, 14, 9, 30, tzinfo=UTC),
    signature=Signature(
        tool_version="0.1.0",
        model="argos en_uk 0.1 sha256:12ab",
        glossary="sha256:34cd",
        settings="beam=4 money=long",
    ),
    groups=(
        Group(
            "b1",
            "headline",
            (
                Unit(
                    id="1-1",
                    resname="1-1 headline",
                    source="Bridge in Irpin reopens",
                    target="Міст в Ірпені знову відкрили",
                    state="draft",
                    note="Terms: Irpin = Ірпінь.",
                ),
            ),
        ),
        Group(
            "b2",
            "paragraph 1",
            (
                Unit(
                    "2-1",
                    "2-1 paragraph 1",
                    "R&D costs < $5\u00a0million. 🌉",
                    "Витрати < 5\u00a0млн",
                    "flagged",
                    "Check: 5.",
                ),
                Unit("2-2", "2-2 paragraph 1", "Tab\there,\nline there.", "", "draft"),
            ),
        ),
    ),
    source_sha256="e3b0c442",
)


def coded(id_: str, source: Text, target: Text, state: State = "draft", origin: Origin = "mt") -> Unit:
    return Unit(
        id=id_,
        resname=f"{id_} paragraph {id_[0]}",
        source=source.text,
        target=target.text,
        state=state,
        codes=source.codes,
        target_codes=target.codes,
        origin=origin,
    )


_LINK, _END_OF_LINK = Code(0, "1", "open", "link", shown="<a>"), Code(0, "1", "close", "link", shown="</a>")
_BOLD, _END_OF_BOLD = Code(0, "2", "open", "bold", shown="<b>"), Code(0, "2", "close", "bold", shown="</b>")
_IMAGE = Code(0, "3", "single", "image", shown="[img]")
_BREAK = Code(0, "4", "single", "lb", shown="[br]")
_MARK = Code(0, "5", "single", shown="[1]")

CODED = replace(
    SMALL,
    original="news/bridge.html",
    datatype="html",
    folder="../articles",
    groups=(
        Group(
            "b1",
            "paragraph 1",
            (
                # Codes side by side at the very beginning and the very end.
                coded(
                    "1-1",
                    concatenate([_LINK, _BOLD, "Irpin", _END_OF_BOLD, " reopens", _END_OF_LINK, _IMAGE]),
                    concatenate([_LINK, "Відкрито ", _BOLD, "Ірпінь", _END_OF_BOLD, _END_OF_LINK, _IMAGE]),
                ),
                # The other half of each pair is in the other sentence.
                coded(
                    "1-2",
                    concatenate(["It was ", _LINK, "long.", _MARK]),
                    concatenate(["Це було ", _LINK, "довго.", _MARK]),
                    origin="fuzzy",
                ),
                coded(
                    "1-3",
                    concatenate(["It is", _END_OF_LINK, " over."]),
                    concatenate(["Це", _END_OF_LINK, " скінчилося."]),
                    origin="exact",
                ),
            ),
        ),
        Group(
            "b2",
            "paragraph 2",
            (
                coded(
                    "2-1",
                    concatenate([_LINK, "Roads", _END_OF_LINK, " and ", _BOLD, "bridges", _END_OF_BOLD]),
                    concatenate([_LINK, "Дороги", _BOLD, " і ", _END_OF_LINK, "мости", _END_OF_BOLD]),
                    state="flagged",
                ),
                coded(
                    "2-2",
                    concatenate(["One,", _BREAK, "\ntwo."]),
                    concatenate(["Один,", _BREAK, "\nдва."]),
                    state="approved",
                    origin="context",
                ),
                coded("2-3", Text("No code."), concatenate([_LINK, "Без коду.", _END_OF_LINK])),
            ),
        ),
    ),
)
