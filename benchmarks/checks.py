"""How fast the checks are and what they find, beside pofilter of the Translate Toolkit on the same files.

    uv run python -m benchmarks.checks flores-dev.en flores-dev.uk --pofilter /tmp/tt/bin/pofilter

pofilter needs its own environment: `python3 -m venv /tmp/tt; /tmp/tt/bin/pip install translate-toolkit`.

Speed: an XLIFF file of the pairs again and again; each copy ends in a short sentence with a number of its own
on both sides, so that nothing remembers a segment. The seconds are those of the processor; for every
thousand segments the best repeat counts, for both tools. The checks that need a dictionary, a glossary or
figures run as one chain, the others as another; the clock of the chain says what each takes.

Found: up to 300 pairs for each kind of fault, as they are and with the fault. A pair as it is in which a
check fires is a false alarm, of either tool; an info of ours does not count.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf
from pathlib import Path
from statistics import fmean
from typing import Any

from lxml import etree

from benchmarks.faults import CLOSE, KINDS, OPEN, Pair, Sample, seeded
from benchmarks.protection import SOURCE, TARGET, sentences
from translate import checking, checks
from translate.checks import Draft, run
from translate.glossary import Glossary, default_path
from translate.inline import Text
from translate.preparation import Preparation, Settings

# What a check asks besides the two texts; the others need nothing, and are the cheap ones.
NEEDS = {
    "figures": "figures of the target",
    "dates": "figures of the target",
    "terms": "glossary",
    "forbidden": "glossary",
    "forms": "glossary, dictionary",
    "names": "sounds of names",
    "agreement": "dictionary",
    "apostrophe": "dictionary",
    "russianisms": "list of words",
    "unknown-words": "dictionary",
    "euphony": "dictionary",
}
# The checks with a filter that looks for the same.
PEERS = {
    "brackets": ("brackets",),
    "capital": ("startcaps",),
    "capitals": ("simplecaps",),
    "codes": ("xmltags",),
    "copied": ("urls", "emails"),
    "empty": ("blank",),
    "ending": ("endpunc",),
    "figures": ("numbers",),
    "length": ("long", "short"),
    "loops": ("doublewords",),
    "quotes": ("doublequoting",),
    "spaces": ("doublespacing", "puncspacing"),
    "untranslated": ("unchanged", "untranslated"),
}
FILTERS = tuple(dict.fromkeys(name for names in PEERS.values() for name in names))
MOST = 300
PART = 1000

_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Peer:
    """What pofilter did on a file: the seconds of each filter or group, and the units in which it fired."""

    version: str
    seconds: dict[str, float]
    fired: dict[str, frozenset[int]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument(
        "pairs", nargs=2, type=Path, help="a file of sentences and its translation, line by line"
    )
    parser.add_argument("--segments", type=int, default=20_000, help="of the file for speed (default 20,000)")
    parser.add_argument("--repeat", type=int, default=3, help="the best of so many counts (default 3)")
    parser.add_argument(
        "--pofilter", type=Path, help="the command in its own environment; not measured without"
    )
    options = parser.parse_args()

    pairs = list(zip(*map(sentences, options.pairs), strict=True))
    preparation = Preparation(
        Glossary.load([path for path in [default_path(SOURCE, TARGET)] if path], SOURCE, TARGET),
        Settings(SOURCE, TARGET),
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "segments.xlf"
        write(file, varied(pairs, options.segments))
        print(speed(file, pairs, preparation, options.pofilter, options.repeat), end="\n\n", flush=True)
        print(found(Path(folder) / "faults.xlf", pairs, preparation, options.pofilter))
    return 0


def varied(pairs: Sequence[Pair], count: int) -> list[Pair]:
    """Return so many pairs, those given over and over, each copy with a number of its own."""
    copies = ((number // len(pairs) + 1, *pairs[number % len(pairs)]) for number in range(count))
    return [(f"{source} Sentence {n}.", f"{target} Речення {n}.") for n, source, target in copies]


def write(path: Path, pairs: Iterable[Pair]) -> None:
    """Write an XLIFF 1.2 file; what stands between OPEN and CLOSE in a text is an inline element `g`."""
    space = "urn:oasis:names:tc:xliff:document:1.2"
    root = etree.Element(f"{{{space}}}xliff", {"version": "1.2"}, nsmap={None: space})  # type: ignore[dict-item]
    attributes = {
        "original": "pairs",
        "datatype": "plaintext",
        "source-language": SOURCE,
        "target-language": TARGET,
    }
    body = etree.SubElement(etree.SubElement(root, f"{{{space}}}file", attributes), f"{{{space}}}body")
    for number, pair in enumerate(pairs, 1):
        unit = etree.SubElement(body, f"{{{space}}}trans-unit", {"id": str(number), _PRESERVE: "preserve"})
        for name, text in zip(("source", "target"), pair, strict=True):
            before, opening, rest = text.partition(OPEN)
            element = etree.SubElement(unit, f"{{{space}}}{name}")
            element.text = before
            if opening:
                inner = etree.SubElement(element, f"{{{space}}}g", {"id": "1"})
                inner.text, _, inner.tail = rest.partition(CLOSE)
    path.write_bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))


def drafts(path: Path, preparation: Preparation) -> list[Draft]:
    """Read a file as `translate check` does."""
    errors: list[str] = []
    items = [item for document in checking.read([path], SOURCE, TARGET, errors) for item in document.items]
    if errors:
        raise SystemExit("\n".join(errors))
    return [
        preparation.draft(known, item.target.text, item.source.codes, item.target.codes)
        for item, known in zip(items, preparation.protect([item.source for item in items]), strict=True)
    ]


def peer(command: Path | None, path: Path, filters: Sequence[str], repeat: int) -> Peer | None:
    """Run filters of pofilter over a file, in the Python that its command belongs to."""
    if command is None:
        return None
    driver = Path(__file__).with_name("pofilter.py")
    call = [str(command.with_name("python")), "-I", str(driver), str(path), TARGET, str(repeat), *filters]
    told: dict[str, Any] = json.loads(subprocess.run(call, check=True, capture_output=True).stdout)
    each = told["filters"].items()
    return Peer(
        told["version"],
        {name: row["seconds"] for name, row in each},
        {name: frozenset(row["fired"]) for name, row in each},
    )


def speed(
    file: Path, pairs: Sequence[Pair], preparation: Preparation, command: Path | None, repeat: int
) -> str:
    """Return the table of segments per second, fastest first."""
    begin = time.process_time()
    own = drafts(file, preparation)
    reading = len(own) / (time.process_time() - begin)
    slow = [name for name in checks.names() if name in NEEDS]
    cheap = [name for name in checks.names() if name not in NEEDS]
    alone = by_check(own, slow, repeat) | by_check(own, cheap, repeat)
    groups = {
        "all with a filter, one chain": list(PEERS),
        "… that need nothing, one chain": [name for name in PEERS if name not in NEEDS],
    }
    together = [",".join(each for name in names for each in PEERS[name]) for names in groups.values()]
    theirs = peer(command, file, [*FILTERS, *together], repeat)
    characters = fmean(len(draft.target) for draft in own)
    lines = [
        f"{len(own):,} segments, {characters:.0f} characters of target on average.",
        "",
        f"| check | needs | segments/s | {_title(theirs)} | segments/s | ratio |",
        "|---|---|---|---|---|---|",
    ]
    for name in sorted(alone, key=lambda name: -alone[name]):
        names = PEERS.get(name, ())
        other = len(own) / sum(theirs.seconds[each] for each in names) if theirs and names else None
        lines.append(_row(name, NEEDS.get(name, "–"), alone[name], ", ".join(names), other))
    known = preparation.protect([Text(source) for source, _ in pairs])
    plain = [preparation.draft(one, target) for one, (_, target) in zip(known, pairs, strict=True)]
    for (title, group), filters in zip(groups.items(), together, strict=True):
        other = len(own) / theirs.seconds[filters] if theirs else None
        lines.append(_row(title, "", chain(own, group, repeat), "all at once", other))
    lines += [
        _row("all that need nothing, one chain", "", chain(own, cheap, repeat)),
        _row(f"… of the {len(plain)} pairs as they are", "", chain(plain, cheap, 5 * repeat)),
        _row("all, one chain", "", chain(own, list(alone), repeat)),
        _row("reading; names and figures of the source", "", reading),
    ]
    return "\n".join(lines)


def by_check(own: Sequence[Draft], names: Sequence[str], repeat: int) -> dict[str, float]:
    """Return the drafts per second of each of `names` in a chain of them; not of those across segments."""
    disabled = frozenset(checks.names()).difference(names)
    best: dict[tuple[int, str], float] = {}
    for start in [*range(0, len(own), PART)] * repeat:
        spent: Counter[str] = Counter()
        begin, clock = time.process_time(), time.perf_counter()
        for draft in own[start : start + PART]:
            run(draft, disabled=disabled, spent=spent)
        # The clock of the chain goes on while other programs have the processor.
        scale = (time.process_time() - begin) / (time.perf_counter() - clock) / 1e9
        for name, taken in spent.items():
            best[start, name] = min(scale * taken, best.get((start, name), inf))
    ran = dict.fromkeys(name for _, name in best)
    return {
        name: len(own) / sum(seconds for (_, each), seconds in best.items() if each == name) for name in ran
    }


def chain(own: Sequence[Draft], names: Sequence[str], repeat: int) -> float:
    """Return the drafts per second of some checks run as one chain."""
    disabled = frozenset(checks.names()).difference(names)
    best: dict[int, float] = {}
    for start in [*range(0, len(own), PART)] * repeat:
        begin = time.process_time()
        for draft in own[start : start + PART]:
            run(draft, disabled=disabled)
        best[start] = min(time.process_time() - begin, best.get(start, inf))
    return len(own) / sum(best.values())


def found(file: Path, pairs: Sequence[Pair], preparation: Preparation, command: Path | None) -> str:
    """Return the table of precision and recall for each kind of fault."""
    known = preparation.protect([Text(source) for source, _ in pairs])
    samples = [
        Sample(*pair, tuple(span.accepted for span in own.spans if span.term is not None))
        for pair, own in zip(pairs, known, strict=True)
    ]
    made = [(kind, seeded(kind, samples)[:MOST]) for kind in KINDS]
    write(file, [*pairs, *(pair for _, twins in made for both in twins for pair in both)])
    ours = [
        {finding.check for finding in run(draft) if finding.severity != "info"}
        for draft in drafts(file, preparation)
    ]
    filters = tuple(dict.fromkeys([*FILTERS, *(name for kind in KINDS for name in kind.filters)]))
    theirs = peer(command, file, filters, 1)
    fired = (
        [{name for name, units in theirs.fired.items() if at in units} for at in range(len(ours))]
        if theirs
        else None
    )
    lines = [
        f"| fault | pairs | check | precision | recall | {_title(theirs)} | precision | recall |",
        "|---|---|---|---|---|---|---|---|",
    ]
    at = len(pairs)
    for kind, twins in made:
        good, bad = slice(at, at + 2 * len(twins), 2), slice(at + 1, at + 2 * len(twins), 2)
        at += 2 * len(twins)
        own = _scores(ours[good], ours[bad], kind.checks)
        other = "– | –" if fired or not kind.filters else "not measured | –"
        if fired and kind.filters:
            other = _scores(fired[good], fired[bad], kind.filters)
        names = " or ".join(kind.filters) or "none"
        lines.append(
            f"| {kind.name} | {len(twins)} | {' or '.join(kind.checks)} | {own} | {names} | {other} |"
        )
    lines += ["", f"Of the {len(pairs)} pairs as they are, something is said of {_share(ours[: len(pairs)])}"]
    lines[-1] += f" (pofilter, the filters named: {_share(fired[: len(pairs)])})." if fired else "."
    return "\n".join(lines)


def _scores(good: Sequence[set[str]], bad: Sequence[set[str]], names: Sequence[str]) -> str:
    false, true = (sum(not said.isdisjoint(names) for said in side) for side in (good, bad))
    precision = f"{100 * true / (true + false):.1f} %" if true + false else "–"
    return f"{precision} | {100 * true / len(bad):.1f} %" if bad else "– | –"


def _share(said: Sequence[set[str]]) -> str:
    return f"{100 * fmean(map(bool, said)):.1f} %"


def _row(name: str, needs: str, own: float, peer: str = "", other: float | None = None) -> str:
    theirs = f"{other:,.0f} | {own / other:.1f}×" if other else "not measured | –" if peer else " | "
    return f"| {name} | {needs} | {own:,.0f} | {peer} | {theirs} |"


def _title(theirs: Peer | None) -> str:
    return f"pofilter {theirs.version}" if theirs else "pofilter"


if __name__ == "__main__":
    sys.exit(main())
