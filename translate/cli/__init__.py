"""The command line: each command parses, calls one function and prints."""

from translate.cli.app import app, main

__all__ = ["app", "main"]
