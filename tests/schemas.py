"""The OASIS schemas, which stand beside the repository and are not part of it."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

STRICT = Path(__file__).parents[2] / "shared/xliff/xsd/1.2/xliff-core-1.2-strict.xsd"
"""XLIFF 1.2, strict."""


def load(path: Path) -> etree.XMLSchema:
    """Load a schema; what it imports is looked for in its own folder, never on the network."""

    class Beside(etree.Resolver):
        def resolve(self, system_url, public_id, context):  # type: ignore[no-untyped-def, override]
            return self.resolve_filename(  # type: ignore[attr-defined]
                str(path.parent / system_url.rpartition("/")[2]), context
            )

    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Beside())
    return etree.XMLSchema(etree.parse(path, parser))
