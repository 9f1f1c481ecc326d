"""The settings of a project: `translate.toml` in the folder in which a command is called, or in one above.

[checks]
disable = ["length"]              # checks that do not run; ["all"]: none but those of `enable`
enable = ["figures", "terms"]     # checks that run although `disable` names them, or all
severity = { quotes = "error" }   # error, warning or info instead of the check's own
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from translate import checks
from translate.checks import Severity
from translate.errors import UsageError, path_context

NAME = "translate.toml"
ALL = "all"
"""What stands for every check in `disable` and `enable`."""

_SEVERITIES: tuple[Severity, ...] = get_args(Severity)
_SHOWN = 40
_PLACE = re.compile(r"(.*) \(at line (\d+), column (\d+)\)")


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """The table `[checks]`: names of checks that do not run or do, and severities that replace their own."""

    disable: tuple[str, ...] = ()
    enable: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProjectSettings:
    """What `translate.toml` says; `path` is None when there is none."""

    path: Path | None = None
    checks: CheckSettings = CheckSettings()


def load(start: Path) -> ProjectSettings:
    """Return the settings of the nearest `translate.toml` in the folder `start` or above it.

    Raises UsageError when it cannot be read, is no TOML 1.0 in UTF-8, or has a key or the name of a check
    that is not known; the error names the nearest one that is.
    """
    folder = start.absolute()
    for each in (folder, *folder.parents):
        path = each / NAME
        if path.is_file() or path.is_dir():
            with path_context(path):
                return _settings(_parsed(path), path)
    return ProjectSettings()


def check_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return `names`, each that of a check or "all". Raises UsageError for an unknown one."""
    found = tuple(names)
    for name in found:
        if name != ALL:
            checks.severity(name)
    return found


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        reason = error.strerror or str(error)
        hint = "Rename the folder" if path.is_dir() else "Check its permissions"
        raise UsageError(f"cannot be read ({reason})", hint=hint) from error
    except UnicodeDecodeError as error:
        message = f"byte 0x{error.object[error.start]:02x} at offset {error.start} is not UTF-8"
        raise UsageError(message, hint="Save the file as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        found = _PLACE.fullmatch(str(error))
        message, line, column = found.groups() if found else (str(error), None, None)
        raise UsageError(
            f"is no TOML: {message}",
            line=int(line) if line else None,
            column=int(column) if column else None,
            hint='A list of checks is written disable = ["length", "loops"]',
        ) from error
    except ValueError as error:
        # Python reads no number of more than 4,300 digits (sys.int_info), and tomllib lets that out.
        raise UsageError("has a number that is too long", hint="Keep the table [checks] only") from error
    except RecursionError as error:
        raise UsageError("is nested too deeply", hint="Keep the table [checks] only") from error


def _settings(document: dict[str, Any], path: Path) -> ProjectSettings:
    _refuse_unknown(document, ("checks",), "")
    table = _table(document.get("checks", {}), "checks")
    _refuse_unknown(table, ("disable", "enable", "severity"), "checks.")
    disable, enable = _names(table, "disable"), _names(table, "enable")
    for name in enable:
        if name in disable:
            raise UsageError(
                f"`{name}` stands both in checks.disable and in checks.enable", hint="Delete one of the two"
            )
    return ProjectSettings(path, CheckSettings(disable, enable, _severities(table)))


def _refuse_unknown(table: Mapping[str, Any], known: tuple[str, ...], prefix: str) -> None:
    for key in table:
        if key not in known:
            meant = difflib.get_close_matches(key, known, n=1)
            hint = f"Did you mean `{prefix}{meant[0]}`?" if meant else f"Known: {', '.join(known)}"
            shown = f"{key[:_SHOWN]}…" if len(key) > _SHOWN else key
            raise UsageError(f"`{prefix}{shown}` is no known setting", hint=hint)


def _table(value: Any, key: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UsageError(f"`{key}` is no table", hint=f"Write it as [{key}], its settings on the lines below")
    return value


def _names(table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise UsageError(f"`checks.{key}` is no list of names", hint=f'Write it as {key} = ["length"]')
    return check_names(value)


def _severities(table: Mapping[str, Any]) -> dict[str, Severity]:
    found: dict[str, Severity] = {}
    for name, value in _table(table.get("severity", {}), "checks.severity").items():
        checks.severity(name)
        if value not in _SEVERITIES:
            stated = f"{value[:_SHOWN]!r} " if isinstance(value, str) else ""
            raise UsageError(
                f"the severity {stated}of `{name}` is none",
                hint=f"Known: {', '.join(_SEVERITIES)}; checks.disable switches a check off",
            )
        found[name] = value
    return found
