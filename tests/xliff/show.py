"""A document that came back as a person can read it: the expected results of the reader are in this form."""

from __future__ import annotations

from translate.inline import Text
from translate.xliff import Returned, ReturnedUnit


def show(returned: Returned) -> str:
    languages = f"{returned.source_language} to {returned.target_language or '-'}"
    lines = [f"{returned.version} {returned.original} ({returned.datatype or '-'}) {languages}"]
    lines += [f"{key}: {value or '-'}" for key, value in sorted(returned.header.items()) if key != "seal"]
    lines.append(f"tool: {returned.tool_version or '-'}")
    lines.append(f"drafts: {'-' if returned.drafts is None else len(returned.drafts)}")
    lines += [f"problem: {problem}" for problem in returned.problems]
    return "\n".join(lines + [show_unit(unit) for unit in returned.units]) + "\n"


def show_unit(unit: ReturnedUnit) -> str:
    state = [unit.state, unit.qualifier, *["approved"] * unit.approved, *["frozen"] * (not unit.translatable)]
    lines = [
        f"\n[{unit.id}] {unit.resname}: {' '.join(part for part in state if part) or '-'}",
        show_text(unit.source),
        "(none)" if unit.target is None else show_text(unit.target),
        *(f"# {note}" for note in unit.notes),
    ]
    return "\n".join(lines)


def show_text(text: Text) -> str:
    """`<1>` and `</1>` are a pair, `<1/>` is a single code; a space that cannot be seen is spelled out."""
    marks = {"open": "<{}>", "close": "</{}>", "single": "<{}/>"}
    shown = "".join(
        part if isinstance(part, str) else marks[part.kind].format(part.id) for part in text.parts()
    )
    return shown.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r").replace("\u00a0", "~")
