"""The documentation says what the program does."""

from __future__ import annotations

from pathlib import Path

import typer.main

from tests.commands_reference import commands, reference
from translate.cli import app

ROOT = Path(__file__).parents[2]


def test_commands_page_is_what_the_help_says() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert page == reference(), "run: uv run python -m tests.commands_reference > docs/commands.md"


def test_every_command_has_a_text_and_an_example() -> None:
    for path, command in commands(typer.main.get_command(app), "translate"):
        assert command.help, path
        if not hasattr(command, "commands"):
            assert (command.epilog or "").startswith(f"Example: {path}"), path
