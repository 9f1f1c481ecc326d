"""What was learnt from corrections and waits for a person: `en-uk.proposed.tsv` beside `en-uk.tsv`.

Rows as in a glossary file, with their evidence behind them. The file is read and edited by people: a target
that they change and a note that they write stay, a row with `#` before it is refused for good, and comments
are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path

from translate.errors import GlossaryError
from translate.files import write_atomically
from translate.glossary.model import Term
from translate.glossary.tsv import format_row, numbered_rows, parse_row, refuse_invisible

COLUMNS = ("source", "target", "note", "kind", "gender", "count", "seen", "draft", "review", "conflict")
UNSURE = "dictionary form not sure"
"""The note of a row whose target was guessed from a form of it."""

_ABOUT = (
    "# Learnt from what reviewers corrected. Edit a row, then accept it: translate glossary accept SOURCE",
    "# Put # before a row to refuse it for good. seen: article#segment; draft, review: what stood there.",
    "#" + "\t".join(COLUMNS),
)


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposed row with its evidence.

    `seen` are the places, `article#unit`, each once; `draft` what stood there in the drafts, `review` what
    the reviewers wrote, each form once. `conflict` says what else is in force or proposed for the source.
    """

    source: str
    target: str
    note: str = ""
    kind: str = "other"
    gender: str = ""
    seen: tuple[str, ...] = ()
    draft: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    conflict: str = ""

    @property
    def count(self) -> int:
        """In how many places the correction was made."""
        return len(self.seen)

    @property
    def sure(self) -> bool:
        """Whether the dictionary form was found, or given by a person, and not guessed."""
        return self.note != UNSURE

    def term(self) -> Term:
        """Return the row as a glossary has it."""
        return Term(self.source, self.target, self.note if self.sure else "", self.kind, self.gender)


@dataclass(frozen=True, slots=True)
class Proposals:
    """The rows of a file in their order, and its comments, of which those that hold a row refuse it."""

    rows: tuple[Proposed, ...] = ()
    comments: tuple[str, ...] = field(default=())

    def refused(self) -> frozenset[tuple[str, str]]:
        """Return the sources and targets of the rows that a person has put behind a `#`."""
        cells = (comment.lstrip("# ").split("\t") for comment in self.comments)
        return frozenset((row[0].strip(), row[1].strip()) for row in cells if len(row) > 1)


def proposed_path(glossary: Path) -> Path:
    """Return where the proposals for a glossary file are.

    >>> proposed_path(Path("glossaries/en-uk.tsv")).name
    'en-uk.proposed.tsv'
    """
    return glossary.with_name(f"{glossary.stem}.proposed.tsv")


def read_proposals(path: Path) -> Proposals:
    """Read a file of proposals; one that is not there has none.

    Raises GlossaryError with the line, and the column counted in cells from 1, of a broken row.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Proposals()
    except OSError as error:
        raise GlossaryError(
            f"cannot be read ({error.strerror or error})", path=path, hint="Make it readable, or move it away"
        ) from error
    rows: dict[tuple[str, str], Proposed] = {}
    try:
        for number, line in numbered_rows(BytesIO(content)):
            try:
                row = _parsed(line)
            except GlossaryError as error:
                error.line = number
                raise
            known = rows.get((row.source, row.target))
            rows[row.source, row.target] = _joined(known, row) if known else row
    except GlossaryError as error:
        error.path = path
        raise
    lines = content.decode("utf-8-sig").splitlines()
    comments = tuple(line for line in lines if line.startswith("#") and line not in _ABOUT)
    return Proposals(tuple(rows.values()), comments)


def write_proposals(path: Path, proposals: Proposals) -> None:
    """Write the file whole or not at all; where there is nothing to write, none is begun.

    Raises OutputError when it cannot be written.
    """
    text = dump_proposals(proposals).encode()
    if proposals.rows or proposals.comments or path.exists():
        write_atomically(path, text)


def dump_proposals(proposals: Proposals) -> str:
    """Return the text of a file of proposals; the same proposals always give the same text."""
    return "\n".join([*_ABOUT, *proposals.comments, *map(_formatted, proposals.rows), ""])


def place(article: str, unit: str) -> str:
    """Return a place as `seen` has it; what would break a row, or be a formula to a spreadsheet, as %XX.

    >>> place("news/irpin|1.txt", "3-1"), place("=cmd.txt", "1")
    ('news/irpin%7C1.txt#3-1', '%3Dcmd.txt#1')
    """
    text = f"{article}#{unit}"
    return "".join(
        "".join(f"%{byte:02X}" for byte in letter.encode("utf-8", "surrogatepass"))
        if letter in "%|" or not letter.isprintable() or (index == 0 and letter in "=+-@# ")
        else letter
        for index, letter in enumerate(text)
    )


def _parsed(line: str) -> Proposed:
    refuse_invisible(line)
    term = parse_row("\t".join(line.split("\t")[:5]), "")
    cells = [cell.strip() for cell in line.split("\t")[5:10]] + [""] * 5
    seen, draft, review = (tuple(dict.fromkeys(filter(None, cell.split("|")))) for cell in cells[1:4])
    return Proposed(
        term.source, term.target, term.note, term.kind, term.gender, seen, draft, review, cells[4]
    )


def _formatted(row: Proposed) -> str:
    cells = format_row(Term(row.source, row.target, row.note, row.kind, row.gender)).split("\t")
    cells += [""] * (5 - len(cells))
    evidence = (row.seen, row.draft, row.review)
    return "\t".join([*cells, str(row.count), *map("|".join, evidence), row.conflict]).rstrip("\t")


def _joined(one: Proposed, other: Proposed) -> Proposed:
    """Return one row for two with the same source and target."""
    return replace(
        one,
        seen=joined(one.seen, other.seen),
        draft=joined(one.draft, other.draft),
        review=joined(one.review, other.review),
    )


def joined(one: Sequence[str], more: Iterable[str]) -> tuple[str, ...]:
    """Return a list with what it lacks added to its end."""
    return tuple(dict.fromkeys((*one, *more)))
