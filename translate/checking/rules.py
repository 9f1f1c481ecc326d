"""Which checks run: the project's settings first, then the options of the call."""

from __future__ import annotations

from collections.abc import Sequence

from translate import checks
from translate.checking.model import SEVERITIES, Rules
from translate.errors import UsageError
from translate.settingsfile import ALL, ProjectSettings, check_names


def rules_of(
    settings: ProjectSettings,
    disable: Sequence[str] = (),
    enable: Sequence[str] = (),
    severity: str = "warning",
) -> Rules:
    """Return the rules of a call; "all" is every check, and `enable` has the last word over `disable`.

    Raises UsageError for an unknown name or severity, and for a check that is both disabled and enabled.
    """
    for name in check_names([*disable, *enable]):
        if name in disable and name in enable:
            raise UsageError(f"{name!r} is both disabled and enabled", hint="Leave one of the two out")
    lowest = next((known for known in SEVERITIES if known == severity), None)
    if lowest is None:
        raise UsageError(f"--severity is error, warning or info, not {severity!r}")
    disabled: set[str] = set()
    for off, on in ((settings.checks.disable, settings.checks.enable), (disable, enable)):
        disabled |= _named(off)
        disabled -= _named(on)
    return Rules(frozenset(disabled), settings.checks.severity, lowest)


def _named(names: Sequence[str]) -> set[str]:
    return set(checks.names()) if ALL in names else set(names)
