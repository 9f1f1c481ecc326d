"""The chain of checks: registered by name, listed, switched off, put before or after one another."""

from __future__ import annotations

import difflib
import inspect
import unicodedata
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from translate.checks.model import Draft, Finding
from translate.errors import UsageError

Severity = Literal["error", "warning", "info"]
Rule = Callable[[Draft], Iterable[str]]


@dataclass(frozen=True, slots=True)
class _Check:
    name: str
    severity: Severity
    rule: Rule
    final: bool


_CHAIN: list[_Check] = []


def register(
    name: str,
    severity: Severity,
    *,
    before: str | None = None,
    after: str | None = None,
    final: bool = False,
) -> Callable[[Rule], Rule]:
    """Return a decorator that puts a check into the chain: at its end, or `before` or `after` another.

    The check takes a draft and yields one message for the reviewer per fault: English, one line, what is
    wrong and what was expected. Its docstring states the rule. When a `final` check finds something, the
    checks after it do not run: they would say the same again. Raises ValueError when the name is taken or
    the docstring is missing, UsageError when the other check is unknown.
    """

    def decorate(rule: Rule) -> Rule:
        if name in names():
            raise ValueError(f"a check named {name!r} is registered already")
        if not rule.__doc__:
            raise ValueError(f"the check {name!r} has no docstring that states its rule")
        place = len(_CHAIN)
        if before is not None:
            place = _CHAIN.index(_find(before))
        elif after is not None:
            place = _CHAIN.index(_find(after)) + 1
        _CHAIN.insert(place, _Check(name, severity, rule, final))
        return rule

    return decorate


def unregister(name: str) -> None:
    """Take a check out of the chain. Raises UsageError when there is none of this name."""
    _CHAIN.remove(_find(name))


def names() -> tuple[str, ...]:
    """Return the names of the checks in the order in which they run."""
    return tuple(check.name for check in _CHAIN)


def describe(name: str) -> str:
    """Return what a check looks for, as its docstring states it. Raises UsageError for an unknown name."""
    return inspect.getdoc(_find(name).rule) or ""


def severity(name: str) -> Severity:
    """Return "error", "warning" or "info". Raises UsageError for an unknown name."""
    return _find(name).severity


def run(draft: Draft, *, disabled: Collection[str] = ()) -> tuple[Finding, ...]:
    """Run the chain over a draft, without the checks named in `disabled`.

    The findings come in the order of the chain. Raises UsageError for an unknown name in `disabled`.
    """
    for name in disabled:
        _find(name)
    if not unicodedata.is_normalized("NFC", draft.target):
        # Some editors write й as two characters; the checks know it as one.
        draft = replace(draft, target=unicodedata.normalize("NFC", draft.target))
    findings: list[Finding] = []
    for check in _CHAIN:
        if check.name in disabled:
            continue
        before = len(findings)
        findings += [Finding(check.name, check.severity, message) for message in check.rule(draft)]
        if check.final and len(findings) > before:
            break
    return tuple(findings)


def _find(name: str) -> _Check:
    for check in _CHAIN:
        if check.name == name:
            return check
    meant = difflib.get_close_matches(name, names(), n=1)
    hint = f"Did you mean {meant[0]!r}?" if meant else f"The checks are: {', '.join(names())}"
    raise UsageError(f"there is no check named {name!r}", hint=hint)
