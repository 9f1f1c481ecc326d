"""The checks over documents: each segment by itself, then all segments of the call together."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from translate import checks
from translate.checking.model import SEVERITIES, Bilingual, Checked, Outcome, Pair, Result, Rules
from translate.checking.notes import ignored_by
from translate.checks import Draft, Finding, Located
from translate.errors import TranslateError, segment_context
from translate.preparation import Preparation

READING = "(reading)"
PREPARING = "(names and figures)"
"""What takes time before the checks, as `Outcome.spent` names it."""


def check(
    documents: Iterable[Bilingual],
    preparation: Callable[[Pair], Preparation],
    rules: Rules,
    errors: Sequence[str] = (),
) -> Outcome:
    """Run the checks over documents as they are read, and return what they found, sorted by file.

    `preparation` gives what finds names and figures for a pair of languages. `errors` is read when the last
    document has been, so that whoever reads them can add to it. A document whose glossary cannot be read is
    an error; the others are checked.
    """
    spent: Counter[str] = Counter()
    done: list[_Document] = []
    failed: list[str] = []
    started = time.perf_counter_ns()
    for document in documents:
        spent[READING] += time.perf_counter_ns() - started
        try:
            done.append(_own(document, preparation(document.pair), rules, spent))
        except TranslateError as error:
            failed.append(str(error))
        started = time.perf_counter_ns()
    spent[READING] += time.perf_counter_ns() - started
    done.sort(key=lambda each: (each.document.path.parts, each.document.part))
    _across(done, rules, spent)
    problems = [f"{each.document.path}: {line}" for each in done for line in each.document.problems]
    return Outcome(
        tuple(_result(each, rules) for each in done), (*errors, *dict.fromkeys(failed), *problems), spent
    )


@dataclass(slots=True)
class _Document:
    """A document with what was found in each of its segments, by their index."""

    document: Bilingual
    located: list[Located]
    findings: dict[int, list[Finding]]


def _own(document: Bilingual, preparation: Preparation, rules: Rules, spent: Counter[str]) -> _Document:
    started = time.perf_counter_ns()
    drafts: list[Draft] = []
    protected = preparation.protect([item.source for item in document.items])
    for item, known in zip(document.items, protected, strict=True):
        drafts.append(
            preparation.draft(
                known,
                item.target.text,
                item.source.codes,
                item.target.codes,
                item.kind,
                machine=item.machine,
            )
        )
    spent[PREPARING] += time.perf_counter_ns() - started
    findings: dict[int, list[Finding]] = {}
    for index, draft in enumerate(drafts):
        with segment_context(document.items[index].unit):
            found = checks.run(draft, disabled=rules.disabled, spent=spent)
        if found:
            findings[index] = list(found)
    # Two documents of one file are two articles.
    name = f"{document.path}#{document.part}" if document.part else str(document.path)
    units = (item.unit for item in document.items)
    located = [Located(name, unit, draft) for unit, draft in zip(units, drafts, strict=True)]
    return _Document(document, located, findings)


def _across(done: Sequence[_Document], rules: Rules, spent: Counter[str]) -> None:
    """Add what only shows across the segments of a pair of languages, of one article or of several."""
    for pair in dict.fromkeys(each.document.pair for each in done):
        batch = [each for each in done if each.document.pair == pair]
        places = [(each, index) for each in batch for index in range(len(each.located))]
        every = [each.located[index] for each, index in places]
        for place, finding in checks.run_across(every, disabled=rules.disabled, spent=spent):
            each, index = places[place]
            each.findings.setdefault(index, []).append(finding)


def _result(done: _Document, rules: Rules) -> Result:
    shown = SEVERITIES[: SEVERITIES.index(rules.lowest) + 1]
    checked: list[Checked] = []
    warnings: list[str] = []
    for index, item in enumerate(done.document.items):
        ignored = ignored_by(item.notes)
        warnings += [f"{done.document.path}: unit {item.unit}: {line}" for line in ignored.warnings]
        graded = [
            replace(finding, severity=rules.severity.get(finding.check, finding.severity))
            for finding in done.findings.get(index, ())
        ]
        found = [finding for finding in graded if finding.severity in shown]
        if found:
            kept = tuple(finding for finding in found if not ignored.covers(finding.check))
            let_stand = tuple(finding for finding in found if ignored.covers(finding.check))
            checked.append(Checked(item, kept, let_stand))
    return Result(done.document, tuple(checked), tuple(warnings))
