"""A document with what makes XLIFF hard: white space, markup characters, an empty target, an emoji."""

from datetime import UTC, datetime

from translate.xliff import Document, Group, Signature, Unit

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
