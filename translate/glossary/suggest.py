"""Unknown names of a folder of articles, ranked, with a proposed spelling: rows for a person to accept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from translate.errors import UsageError
from translate.glossary.folding import spelling
from translate.glossary.glossary import Glossary
from translate.glossary.model import KINDS, Term
from translate.glossary.tsv import HEADER, dump
from translate.glossary.unknown import Evidence, UnknownName, unknown_names
from translate.languages import Language, get, parse_code

_CONTEXTS = 3
_AROUND = 50


@dataclass(frozen=True, slots=True)
class Variant:
    """A shorter form of a name in the same article: `Markushyn` for `Oleksandr Markushyn`."""

    source: str
    target: str
    count: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name that the glossary lacks.

    `target` is the proposed spelling, "" when there is none; `kind` is person, place, organisation, other or
    acronym; `count` is of all occurrences, variants included, in `articles` articles. `contexts` are up to
    three pieces of text around it; `method` says where the spelling comes from.
    """

    source: str
    target: str
    kind: str
    gender: str
    method: str
    count: int
    articles: int
    contexts: tuple[str, ...]
    variants: tuple[Variant, ...] = ()


@dataclass(slots=True)
class _Entry:
    """What is known of one name while the articles are read."""

    source: str
    order: int
    kinds: Counter[str] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)
    articles: set[str] = field(default_factory=set)
    contexts: list[str] = field(default_factory=list)
    count: int = 0
    variants: dict[str, int] = field(default_factory=dict)


def suggest(
    articles: Iterable[tuple[str, Sequence[str]]],
    glossary: Glossary,
    source: str,
    target: str,
    *,
    min_count: int = 1,
) -> list[Suggestion]:
    """Return the unknown names of the articles, the most frequent first.

    `articles` are (name, segments) pairs, `source` and `target` BCP 47 codes. A single surname counts for the
    full name in the same article. Raises UsageError when the source is not English, the one language whose
    names can be told by their capitals here, LanguageCodeError for a bad code.
    """
    if parse_code(source) != "en":
        raise UsageError(f"names are recognised in English only, not in `{source}`", hint="Give --from en")
    language = get(target)
    entries: dict[str, _Entry] = {}
    for name, segments in articles:
        for found, context, full in _linked(segments, glossary, language):
            _count(entries, name, found, context, full)
    _fold_variants(entries)
    ranked = sorted(entries.values(), key=lambda entry: (-entry.count, -len(entry.articles), entry.order))
    return [_suggestion(entry, language) for entry in ranked if entry.count >= min_count]


def rows(suggestions: Iterable[Suggestion]) -> str:
    """Return the suggestions as the text of a glossary file, each after comment lines with its contexts.

    A name without a proposed spelling is a comment itself, to be filled in; a variant is a row of its own.
    """
    lines = [HEADER]
    taken: set[str] = set()
    for one in suggestions:
        articles = f"{one.articles} article{'s' * (one.articles != 1)}"
        lines += ["", f"# {one.count} × in {articles}, {one.kind}{': ' * bool(one.method)}{one.method}"]
        lines += [f"#   … {context} …" for context in one.contexts]
        kind = one.kind if one.kind in KINDS else "other"
        if not one.target:
            lines.append("#" + "\t".join((one.source, "", "", kind, one.gender)).rstrip("\t"))
            continue
        terms = [Term(one.source, one.target, "proposed", kind, one.gender)]
        terms += [Term(v.source, v.target, f"proposed; {one.source}", kind, one.gender) for v in one.variants]
        for term in terms:
            if spelling(term.source)[1] not in taken:
                taken.add(spelling(term.source)[1])
                lines.append(dump([term]).split("\n")[1])
    return "\n".join([*lines, ""])


def _linked(
    segments: Sequence[str], glossary: Glossary, language: Language
) -> list[tuple[UnknownName, str, str]]:
    """Return each unknown name of an article with its context and, for a lone surname, the full name."""
    evidence = Evidence.of(segments)
    found: list[tuple[UnknownName, str]] = []
    for text in segments:
        known = [(match.start, match.end) for match in glossary.find(text)]
        found += [(name, _context(text, name)) for name in unknown_names(text, known, evidence)]
    full = _full_names([name for name, _ in found], language)
    return [(name, context, full.get(_key(name.text), "")) for name, context in found]


def _full_names(names: Sequence[UnknownName], language: Language) -> dict[str, str]:
    """Return the folded surnames of the persons among `names`, each with the first full name it ends."""
    full: dict[str, str] = {}
    for name in names:
        words = name.text.split()
        if len(words) < 2 or name.kind not in ("person", "other"):
            continue
        if name.kind == "other":
            proposal = language.propose(name.text, name.kind)
            if proposal is None or proposal.kind != "person":
                continue
        start = next((at for at in range(1, len(words) - 1) if words[at].islower()), len(words) - 1)
        for at in {start, len(words) - 1}:
            full.setdefault(_key(" ".join(words[at:])), name.text)
    return full


def _count(entries: dict[str, _Entry], article: str, found: UnknownName, context: str, full: str) -> None:
    linked = bool(full) and found.kind in ("person", "other", "place")
    source = full if linked else found.text
    entry = entries.setdefault(_key(source), _Entry(source, len(entries)))
    if entry.source.isupper() and not source.isupper():
        entry.source = source
    entry.count += 1
    entry.articles.add(article)
    entry.kinds["person" if linked else found.kind] += 1
    if found.gender:
        entry.genders[found.gender] += 1
    if linked and found.text != full:
        entry.variants[found.text] = entry.variants.get(found.text, 0) + 1
    if len(entry.contexts) < _CONTEXTS and context not in entry.contexts:
        entry.contexts.append(context)


def _fold_variants(entries: dict[str, _Entry]) -> None:
    """Count a surname that stands alone in one article for the full name that another article gives it."""
    owners: dict[str, list[_Entry]] = {}
    for entry in entries.values():
        for variant in entry.variants:
            owners.setdefault(_key(variant), []).append(entry)
    for key, owning in owners.items():
        lone = entries.get(key)
        if lone is None or len(owning) > 1:
            continue
        owner = owning[0]
        owner.count += lone.count
        owner.articles |= lone.articles
        owner.variants[lone.source] = owner.variants.get(lone.source, 0) + lone.count
        owner.contexts = [*owner.contexts, *lone.contexts][:_CONTEXTS]
        del entries[key]


def _suggestion(entry: _Entry, language: Language) -> Suggestion:
    evident = [kind for kind, _ in entry.kinds.most_common() if kind != "other"]
    kind = evident[0] if evident else "other"
    source = entry.source
    if kind != "acronym" and source.isupper():
        source = " ".join("-".join(map(str.capitalize, word.split("-"))) for word in source.split(" "))
    proposal = language.propose(source, kind) if kind != "acronym" else None
    gender = entry.genders.most_common(1)[0][0] if entry.genders else ""
    if proposal is not None:
        kind = proposal.kind if kind == "other" else kind
        gender = proposal.gender or gender
    made = Suggestion(
        source,
        proposal.text if proposal else "",
        kind,
        gender,
        proposal.method if proposal else "",
        entry.count,
        len(entry.articles),
        tuple(entry.contexts),
    )
    variants = (_variant(short, count, made) for short, count in entry.variants.items())
    return replace(made, variants=tuple(variant for variant in variants if variant is not None))


def _variant(source: str, count: int, full: Suggestion) -> Variant | None:
    """Return the variant with the same end of the full name's spelling, as many words as the source has."""
    words = full.target.split()
    if len(words) != len(full.source.split()):
        return None
    return Variant(source, " ".join(words[-len(source.split()) :]), count)


def _context(text: str, name: UnknownName) -> str:
    """Return the words around a name on one line."""
    before = text[max(0, name.start - _AROUND) : name.start]
    after = text[name.end : name.end + _AROUND]
    if name.start > _AROUND:
        before = before.partition(" ")[2]
    if len(text) > name.end + _AROUND:
        after = after.rpartition(" ")[0]
    return " ".join((before + text[name.start : name.end] + after).split())


def _key(source: str) -> str:
    return spelling(source)[1]
