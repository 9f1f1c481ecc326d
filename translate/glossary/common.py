"""English sources that match too often: common words, and names that are words or that many people bear."""

from __future__ import annotations

from translate.glossary.model import Term


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WORDS = _set(
    """
    a about after again against all also always am an and another any are area around as ask at away back be
    because become been before being best better between big both but by call came can case child children
    city come company could country day days did different do does down each early end even every few find
    first for found four from gave general get give go going good got government great group had half hand
    has have he head help her here high him his home hour house how however i if important in into is it its
    just keep kind know large last late later left let life like line little live local long look made make
    man many may me mean men might money month more morning most mr much must my name national near need
    never new news next night no not nothing now number of off office often old on once one only open or
    order other our out over own part party people percent person place plan play point police power president
    problem put question read real report right room run said same saw say says school second see seem set
    several she should show side since small so some something soon state states still stop story street
    such system take tell ten than that the their them then there these they thing think this those though
    three through time to today told too took top town turn two under until up us use used very want war was
    water way we week well went were what when where which while who whole why will with without woman women
    word work world would year years yes yet you young your
    """
)
# Names of people and places that open a sentence as ordinary words do.
_NAMES_THAT_ARE_WORDS = _set(
    """
    Amber April Art August Banks Baker Bath Best Bill Bishop Black Brown Bush Case Chance Chase Church Cook
    Crystal Daisy Dawn Dean Drew Earl Eve Faith Fields Ford Frank Gene Ginger Grace Grant Gray Green Hill Hope
    Hunt Iris Ivy Jack Job Joy June King Knight Lance Lily Long Major March Mark May Miles Nice Olive Page Pat
    Pearl Polish Price Ray Reading Rice Rich Rob Rose Ruby Short Sky Star Stone Strong Sue Summer Swift Wade
    White Will Wood Woods Young
    """
)
_FIRST_NAMES = _set(
    """
    Alex Alexander Andrew Anna Anne Anthony Barbara Ben Charles Chris Christopher Dan Daniel David Donald
    Edward Elizabeth Emily Emma George Helen Henry James Jane Jennifer Jessica Jim Joe John Joseph Karen Kate
    Kevin Linda Lisa Lucy Margaret Maria Martin Mary Matthew Michael Mike Nancy Nick Olga Oleg Oleksandr Olena
    Patricia Patrick Paul Peter Philip Richard Robert Sarah Sergei Serhii Serhiy Simon Stephen Steve Susan
    Thomas Tom Victoria Viktor Vladimir Volodymyr William Yulia
    """
)


def common(term: Term) -> str:
    """Return why the English source of `term` will match what it does not mean, or "".

    >>> common(Term("May", "Мей", kind="person"))
    '`May` is an ordinary word where a sentence begins'
    >>> common(Term("Theresa May", "Тереза Мей", kind="person"))
    ''
    """
    source = term.source
    if source in _WORDS:
        return f"`{source}` is one of the commonest words of English"
    if source in _NAMES_THAT_ARE_WORDS:
        return f"`{source}` is an ordinary word where a sentence begins"
    if source in _FIRST_NAMES and term.kind == "person":
        return f"`{source}` is the first name of many people"
    if source.isupper() and source.lower() in _WORDS and not term.case_sensitive:
        return f"`{source}` is a common word in a text in capitals, unless its column `case` says yes"
    return ""
