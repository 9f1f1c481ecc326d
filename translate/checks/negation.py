"""Is a negation of the source lost?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.model import Draft, Fault
from translate.checks.registry import register

_APOSTROPHE = "['’ʼ]"
_NEGATION = re.compile(
    r"\b(?:not|never|no(?! ?\d)(?!\. ?\d)|nobody|nothing|nowhere|none|neither|without|cannot"
    rf"|[a-z]+n{_APOSTROPHE}t)\b",
    re.IGNORECASE,
)
# What each of them begins or ends with, in small letters; looking for this is faster.
_SIGN = re.compile(rf"n(?:o(?:t|body|where|ne|\b)|ever|either|{_APOSTROPHE}t)|without")
# Negative words in phrases that another language says without one.
_IDLE = re.compile(
    r"\b(?:not (?:only|just|merely|simply|solely|least|to mention|until|till|unlike|un\w{3,}"
    r"|in(?:frequent|significant)\w*|long (?:ago|after|before)|far|quite|nearly|all that)"
    r"|(?:whether )?or not|if not|why not"
    r"|no (?:longer|(?:more|less|fewer|later|earlier|other|better) than|sooner|doubt|matter|wonder)"
    r"|no[- ](?:brainer|nonsense)|nothing (?:but|more than|less than|short of)|none other|none the less"
    rf"|without (?:a |any )?(?:doubt|delay)|can(?:not|{_APOSTROPHE}t) (?:help|but|wait)|never mind"
    # A question at the end: did it not? Ukrainian asks without a negation.
    rf"|[a-z]+n{_APOSTROPHE}t (?:it|he|she|they|we|you|I)\?)",
    re.IGNORECASE,
)
# Words that deny nothing though they begin with не-, ні- or без-.
_NOT_NEGATIVE = (
    "неб[оаеу](?!зп)|невад[аиуі]|невеж|негайн|неділ|незважа|нейро|нейтр|неймов|нектар|немовл|необхід"
    "|нео(?:н|лі|кл|нац|фі|лог|фа)|непал|нептун|нерв|нерухом|нафт|нехай|нещодавн|недавно|неї|нею"
    r"|нес(?:ти|ли|ла|ло|у|уть|еш|е|емо)?(?!\w)|безліч|безпе[кч]|безпосеред"
)
# In small letters and after a space: a word is found faster by what stands before it than by its boundary.
_NEGATIVE = re.compile(
    rf"\W(?!{_NOT_NEGATIVE})(?:"
    r"не[а-яіїєґ’']*|без[а-яіїєґ’']*"
    r"|ні|ні(?:коли|кого|кому|ким|куд|звідк|чог|чом|чим|чий|чия|чиє|чиї|що|хто|як|де\b|скільк|трох)[а-яіїєґ’']*"
    r"|анітрох\w*|ані|жод[а-яіїєґ]*|відсутн\w*|відмов\w*|відкид\w*|відкин\w*|відхил\w*|запереч\w*|заборон\w*"
    r"|позбав\w*|перест[аі]\w*|припин\w*|уник\w*|втра[тч]\w*|брак\w*|навряд|ледв\w*|ледь|важко|замість|поза"
    r"|всупереч|ануль\w*|нул[ьяюі]\w*)\b"
)
# “Not … until” and “nothing … except” say “only”.
_LIMIT = re.compile(r"\b(?:until|till|but|except|unless|than|besides|other)\b", re.IGNORECASE)
_ONLY = re.compile(r"\b(?:лиш[еа]?|тільки|крім|окрім|аж|щойно)\b", re.IGNORECASE)


@register("negation", "warning")
def negation(draft: Draft) -> Iterator[Fault]:
    """An English source denies something (not, never, no, nobody, without …) and its target nothing.

    Any word with не, ні, без, жоден, or one that says the same (відмовитися, припинити, заборонити) will do.
    Phrases that need no negation in Ukrainian (not only, no doubt) and negations in glossary terms do not
    count.
    """
    if draft.source_language != "en" or draft.target_language != "uk":
        return
    if not _SIGN.search(draft.source.lower()):
        return
    if " не " in draft.target or _NEGATIVE.search(f" {draft.target.lower()}"):
        return
    if _LIMIT.search(draft.source) and _ONLY.search(draft.target):
        return
    if _NEGATION.search(draft.target):
        # Left in English: the matter of another check.
        return
    idle = [match.span() for match in _IDLE.finditer(draft.source)]
    idle += [(term.start, term.end) for term in draft.terms]
    for match in _NEGATION.finditer(draft.source):
        if not any(start <= match.start() < end for start, end in idle):
            yield Fault(
                f"negation lost: “{match[0]}” in the source, no не, ні or без in the target", match.span()
            )
            return
