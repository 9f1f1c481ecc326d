"""Jobs as a batch makes them, for the tests of the journal."""

from __future__ import annotations

from collections.abc import Sequence

from tests.coded import coded
from translate.drafting import Job
from translate.glossary import Glossary, Term
from translate.preparation import Preparation, Settings
from translate.protection import FigureStyle

IRPIN = Term(
    "Irpin", "Ірпінь", kind="place", gender="masc", forms=(("loct", "Ірпені"),), forbidden=("Ірпень",)
)
SOURCE = "The mayor of {b1}Irpin{/b1} said on Tuesday that 12 people were hurt."


def job(source: str = SOURCE, terms: Sequence[Term] = (IRPIN,), figures: str = "long") -> Job:
    """Return the job of one segment, in the notation of `coded`."""
    preparation = Preparation(Glossary(terms), Settings(figures=FigureStyle(figures)))
    text = coded(source)
    return Job(text, preparation.protect([text])[0])
