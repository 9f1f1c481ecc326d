"""Does a name stand in the target that nothing in the source accounts for?"""

from __future__ import annotations

from collections.abc import Iterator

from translate import languages
from translate.checks.model import Draft
from translate.checks.registry import register
from translate.checks.words import occurrences
from translate.protection import strange_names


@register("names", "warning")
def names(draft: Draft) -> Iterator[str]:
    """The target has a capitalised word within a sentence that stands for no name of the source.

    It may stand for a glossary term, for text that is copied, or for a capitalised word of the source that it
    sounds like. What is set in capitals throughout is not looked at.
    """
    if draft.target.upper() == draft.target:
        return
    covered = [(term.start, term.end) for term in draft.terms]
    terms = [place for forms in draft.accepted for place in occurrences(draft.target, forms)]
    language = languages.get(draft.target_language)
    for start, end in strange_names(draft.source, covered, draft.target, terms, language):
        yield f"name not in the source: “{draft.target[start:end]}”"
