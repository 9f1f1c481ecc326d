"""Names and terms that a reviewer has put in place of those in the draft: what a glossary may learn from.

A correction is another name, never another case of the same one, nor a change of style around it. Names of
the source are found by the glossary and by their capitals; each is looked for in the draft by its forms and
by its sound, and what stands in its place in the review is taken when it can be nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from translate.glossary.folding import spelling
from translate.glossary.glossary import Glossary
from translate.glossary.replacing import ALIKE, Search
from translate.glossary.rewording import Rewording, Words
from translate.glossary.sourcenames import SourceName, accepted_forms, names_of, surnames
from translate.glossary.tsv import GENDERS
from translate.glossary.unknown import Evidence
from translate.languages import Language, get


@dataclass(frozen=True, slots=True)
class Review:
    """A segment with its draft and the target that a person has reviewed; places are `article#unit`."""

    article: str
    unit: str
    source: str
    draft: str
    target: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A name or term that the reviewer has written otherwise.

    `draft_form` and `target_form` are what stands in the two texts, `lemma` is the dictionary form of the
    latter, which is `sure` or a guess. `kind` and `gender` are those of `Term`.
    """

    source: str
    draft_form: str
    target_form: str
    lemma: str
    kind: str
    gender: str
    article: str
    unit: str
    sure: bool = True


def corrections(
    reviews: Iterable[Review], glossary: Glossary, source: str, target: str
) -> tuple[Correction, ...]:
    """Return the names and terms that reviewers have corrected, in the order of the reviews.

    `source` and `target` are BCP 47 codes. Names that the glossary lacks are found in English sources only.
    The segments of an article that nobody has changed may be given too: they tell of its names. Raises
    LanguageCodeError for a bad code.
    """
    language = get(target)
    english = get(source).code == "en"
    found: list[Correction] = []
    for _, article in groupby(reviews, key=lambda review: review.article):
        segments = list(article)
        evidence = Evidence.of(segment.source for segment in segments) if english else None
        people = (
            surnames([segment.source for segment in segments], glossary, evidence, language)
            if evidence
            else {}
        )
        for segment in segments:
            if segment.draft == segment.target:
                continue
            names = names_of(segment.source, glossary, evidence, people, language)
            found += _corrected(segment, names, language)
    return _with_lemmas(found, language)


def _corrected(segment: Review, names: Sequence[SourceName], language: Language) -> Iterator[Correction]:
    draft, review = Words.of(segment.draft), Words.of(segment.target)
    rewording = Rewording(draft, review)
    if len(rewording.kept) == len(draft) == len(review):
        return
    search = Search(rewording, names, language)
    for old, new, name in search.found():
        yield Correction(
            name.source,
            _clean(draft.said(old)),
            _clean(review.said(new)),
            "",
            name.kind,
            name.gender,
            segment.article,
            segment.unit,
        )


def _clean(words: str) -> str:
    """Return words of a text as a cell of a row can hold them."""
    visible = "".join(" " if letter.isspace() else letter for letter in words if letter != "|")
    return " ".join("".join(filter(str.isprintable, visible)).split())


def _with_lemmas(found: Sequence[Correction], language: Language) -> tuple[Correction, ...]:
    """Give each correction the dictionary form that explains most of the forms of its name."""
    groups: dict[str, list[Correction]] = {}
    for one in found:
        groups.setdefault(spelling(one.source)[1], []).append(one)
    read = {key: _read(group, language) for key, group in groups.items()}
    return tuple(replace(one, **read[spelling(one.source)[1]][one.target_form]) for one in found)


def _read(group: Sequence[Correction], language: Language) -> dict[str, dict[str, Any]]:
    """Return the kind, gender, dictionary form and its certainty for each form seen of one name."""
    kinds = Counter(one.kind for one in group if one.kind != "other")
    kind = kinds.most_common(1)[0][0] if kinds else "other"
    gender = next((one.gender for one in group if one.gender), "")
    forms = list(dict.fromkeys(one.target_form for one in group))
    source = group[0].source
    read = {
        form: language.lemma(_uncapitalised(form, source, language), kind=kind, source=source, seen=forms)
        for form in forms
    }
    votes = Counter(lemma for lemma, _ in read.values())
    result: dict[str, dict[str, Any]] = {}
    for form in forms:
        explaining = [
            lemma
            for lemma, _ in votes.most_common()
            if lemma == read[form][0] or explains(lemma, [form], kind, gender, language) is not None
        ]
        lemma = explaining[0]
        sure = any(one == (lemma, True) for one in read.values())
        seen = [form for form in forms if read[form][0] == lemma]
        fitting = explains(lemma, seen, kind, gender, language)
        result[form] = {"lemma": lemma, "sure": sure, "kind": kind, "gender": fitting or gender}
    return result


def _uncapitalised(form: str, source: str, language: Language) -> str:
    """Return a name that only a headline sets in capitals as names are written."""
    if not form.isupper() or source.isupper() or language.similarity(source, form) < ALIKE:
        return form
    return " ".join("-".join(map(str.capitalize, word.split("-"))) for word in form.split(" "))


def explains(lemma: str, forms: Sequence[str], kind: str, gender: str, language: Language) -> str | None:
    """Return the gender with which all of `forms` are forms of `lemma`, None when there is none.

    The one that is known is tried first, then none, which leaves it to the language.
    """
    genders = [gender] if gender and kind == "person" else dict.fromkeys((gender, "", *GENDERS))
    keys = [Words.of(form).keys for form in forms]
    return next(
        (
            one
            for one in genders
            if all(key in accepted_forms(lemma, kind, one, language.code) for key in keys)
        ),
        None,
    )
