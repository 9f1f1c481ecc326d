"""Safe fixes made in a target: those that do not touch each other, the first first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from translate.checks.model import Finding, Fix
from translate.inline import Text


def apart(findings: Iterable[Finding], length: int) -> Iterator[tuple[Finding, Fix]]:
    """Yield the findings with their fixes that can be made together in a target of `length` characters."""
    done = -1
    with_fix = ((finding, finding.fix) for finding in findings if finding.fix is not None)
    for finding, fix in sorted(with_fix, key=lambda pair: (pair[1].start, pair[1].end)):
        if done < fix.start <= fix.end <= length:
            done = fix.end
            yield finding, fix


def mended(target: Text, fixes: Sequence[Fix]) -> Text:
    """Return a target with fixes that do not overlap; inline codes keep their place between the words.

    >>> mended(Text("Мер  сказав"), [Fix(3, 5, " ")]).text
    'Мер сказав'
    """
    text, codes = target.text, target.codes
    for fix in sorted(fixes, key=lambda fix: fix.start, reverse=True):
        text = text[: fix.start] + fix.text + text[fix.end :]
        shift = len(fix.text) - (fix.end - fix.start)
        codes = tuple(
            code.at(code.position + shift)
            if code.position >= fix.end and code.position > fix.start
            else code.at(min(code.position, fix.start + len(fix.text)))
            for code in codes
        )
    return Text(text, codes)
