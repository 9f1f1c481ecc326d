"""The chain of checks: registered by name, listed, switched off, put before or after one another."""

from __future__ import annotations

import difflib
import inspect
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from translate.checks.model import Draft, Fault, Finding, Located
from translate.errors import UsageError

Severity = Literal["error", "warning", "info"]
Rule = Callable[[Draft], Iterable[Fault]]
RuleAcross = Callable[[Sequence[Located]], Iterable[tuple[int, Fault]]]


@dataclass(frozen=True, slots=True)
class _Check:
    name: str
    severity: Severity
    rule: Rule
    final: bool


@dataclass(frozen=True, slots=True)
class _CheckAcross:
    name: str
    severity: Severity
    rule: RuleAcross


_CHAIN: list[_Check] = []
_ACROSS: list[_CheckAcross] = []


def register(
    name: str,
    severity: Severity,
    *,
    before: str | None = None,
    after: str | None = None,
    final: bool = False,
) -> Callable[[Rule], Rule]:
    """Return a decorator that puts a check into the chain: at its end, or `before` or `after` another.

    The check takes a draft and yields its faults, each with a message for the reviewer: English, one line,
    what is wrong and what was expected. Its docstring states the rule. When a `final` check finds something,
    the checks after it do not run: they would say the same again. Raises ValueError when the name is taken or
    the docstring is missing, UsageError when the other check is unknown.
    """

    def decorate(rule: Rule) -> Rule:
        if name in names():
            raise ValueError(f"a check named {name!r} is registered already")
        if not rule.__doc__:
            raise ValueError(f"the check {name!r} has no docstring that states its rule")
        place = len(_CHAIN)
        if before is not None:
            place = _place(before)
        elif after is not None:
            place = _place(after) + 1
        _CHAIN.insert(place, _Check(name, severity, rule, final))
        _forget()
        return rule

    return decorate


def register_across(name: str, severity: Severity) -> Callable[[RuleAcross], RuleAcross]:
    """Return a decorator that registers a check of many segments together, those of an article or a batch.

    It takes them in their order and yields the index of a segment with a fault. Raises as `register` does.
    """

    def decorate(rule: RuleAcross) -> RuleAcross:
        if name in names():
            raise ValueError(f"a check named {name!r} is registered already")
        if not rule.__doc__:
            raise ValueError(f"the check {name!r} has no docstring that states its rule")
        _ACROSS.append(_CheckAcross(name, severity, rule))
        _forget()
        return rule

    return decorate


def run_across(
    segments: Sequence[Located], *, disabled: Collection[str] = (), spent: Counter[str] | None = None
) -> tuple[tuple[int, Finding], ...]:
    """Run the checks of many segments together; the findings with the index of their segment, in order.

    `disabled` and `spent` are as for `run`.
    """
    found: list[tuple[int, Finding]] = []
    for check in _enabled_across(frozenset(disabled)):
        started = time.perf_counter_ns() if spent is not None else 0
        found += [(index, _finding(check, fault)) for index, fault in check.rule(segments)]
        if spent is not None:
            spent[check.name] += time.perf_counter_ns() - started
    return tuple(sorted(found, key=lambda pair: pair[0]))


def unregister(name: str) -> None:
    """Take a check out. Raises UsageError when there is none of this name."""
    check = _find(name)
    if isinstance(check, _Check):
        _CHAIN.remove(check)
    else:
        _ACROSS.remove(check)
    _forget()


def names() -> tuple[str, ...]:
    """Return the names of the checks in the order in which they run, those across segments last."""
    return tuple(check.name for check in _all())


def describe(name: str) -> str:
    """Return what a check looks for, as its docstring states it. Raises UsageError for an unknown name."""
    return inspect.getdoc(_find(name).rule) or ""


def severity(name: str) -> Severity:
    """Return "error", "warning" or "info". Raises UsageError for an unknown name."""
    return _find(name).severity


def run(
    draft: Draft, *, disabled: Collection[str] = (), spent: Counter[str] | None = None
) -> tuple[Finding, ...]:
    """Run the chain over a draft, without the checks named in `disabled`.

    The findings come in the order of the chain. The nanoseconds that each check takes are added to `spent`.
    Raises UsageError for an unknown name in `disabled`.
    """
    chain = _enabled(frozenset(disabled))
    composed = unicodedata.is_normalized("NFC", draft.target)
    if not composed:
        # Some editors write й as two characters; the checks know it as one.
        draft = replace(draft, target=unicodedata.normalize("NFC", draft.target))
    findings: list[Finding] = []
    for check in chain:
        started = time.perf_counter_ns() if spent is not None else 0
        ends = False
        for fault in check.rule(draft):
            findings.append(_finding(check, fault))
            ends = check.final
        if spent is not None:
            spent[check.name] += time.perf_counter_ns() - started
        if ends:
            break
    if not composed:
        # The places are those of another text.
        findings = [replace(finding, target=None, fix=None) for finding in findings]
    return tuple(findings)


@lru_cache(maxsize=32)
def _enabled(disabled: frozenset[str]) -> tuple[_Check, ...]:
    """Return the chain without some checks. Raises UsageError when one of them is unknown."""
    for name in disabled.difference(names()):
        _find(name)
    return tuple(check for check in _CHAIN if check.name not in disabled)


@lru_cache(maxsize=32)
def _enabled_across(disabled: frozenset[str]) -> tuple[_CheckAcross, ...]:
    """Return the checks of many segments without some. Raises UsageError when one of them is unknown."""
    for name in disabled.difference(names()):
        _find(name)
    return tuple(check for check in _ACROSS if check.name not in disabled)


def _forget() -> None:
    """Forget what is enabled: the checks are others now."""
    _enabled.cache_clear()
    _enabled_across.cache_clear()


def _all() -> list[_Check | _CheckAcross]:
    return [*_CHAIN, *_ACROSS]


def _place(name: str) -> int:
    found = _find(name)
    return next(index for index, check in enumerate(_CHAIN) if check is found)


def _finding(check: _Check | _CheckAcross, fault: Fault) -> Finding:
    return Finding(
        check.name, fault.severity or check.severity, fault.message, fault.source, fault.target, fault.fix
    )


def _find(name: str) -> _Check | _CheckAcross:
    for check in _all():
        if check.name == name:
            return check
    meant = difflib.get_close_matches(name, names(), n=1)
    hint = f"Did you mean {meant[0]!r}?" if meant else f"The checks are: {', '.join(names())}"
    raise UsageError(f"there is no check named {name!r}", hint=hint)
