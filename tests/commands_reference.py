"""The commands as a page: `python -m tests.commands_reference > docs/commands.md`.

The page is made from what `--help` prints, not from how it prints it, so that it does not change with the
library that lays the help out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer.main

from translate.cli import app


def reference() -> str:
    """Return every command with its text, arguments, options and example as Markdown."""
    parts = ["# Commands\n\nMade from the help texts; a test compares the two.\n"]
    for path, command in commands(typer.main.get_command(app), "translate"):
        parts.append(f"## `{path}`\n\n{_text(command.help)}\n")
        if rows := list(_rows(command)):
            parts.append("| argument or option | meaning |\n|---|---|\n" + "\n".join(rows) + "\n")
        if command.epilog:
            parts.append(f"{command.epilog.replace('Example: ', 'Example: `')}`\n")
    return "\n".join(parts)


def commands(command: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Yield each command and group with the words that call it, the root first."""
    yield path, command
    for name, child in getattr(command, "commands", {}).items():
        yield from commands(child, f"{path} {name}")


def _rows(command: Any) -> Iterator[str]:
    for parameter in command.params:
        names = ", ".join(parameter.opts) if parameter.param_type_name == "option" else str(parameter.metavar)
        if getattr(parameter, "metavar", None) and parameter.param_type_name == "option":
            names += f" {parameter.metavar}"
        default = parameter.default
        shown = f" Default: `{default}`." if getattr(parameter, "show_default", True) and default else ""
        yield f"| `{names}` | {_text(parameter.help)}{shown} |".replace("long|short", "long\\|short")


def _text(text: str | None) -> str:
    return " ".join((text or "").split())


if __name__ == "__main__":
    print(reference(), end="")
