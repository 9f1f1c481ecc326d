"""Foreign names in Ukrainian letters by their usual pronunciation: practical transcription.

The 2019 orthography, §§ 121–140: г for h and g, doubled consonants kept in names (§ 128), і for i, и after
дж, ж, ч, ш before a consonant (§ 129), апостроф by § 138. English names follow the English rules below,
Polish and German ones their own, all others sound for letter. The settled names that no rule gives are in
`SETTLED`; the rules alone are `by_rule`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from translate.languages.uk.first_names import FIRST_NAMES
from translate.languages.uk.settled import SETTLED

_Rules = list[tuple[re.Pattern[str], str]]

# Rules are tried in their order at each letter; ^ and $ are the ends of the word, V stands for a vowel,
# C for a consonant; (?<=…) and (?=…) look around.
_ENGLISH = """
^mc(?=[^aeiouy]) мак
^mc мак
^o['’] о’
^william вільям
hampton$ гемптон
t(?=ham) т
(?<=n)g(?=ham$) 
bridge$ бридж
stle$ сл
air ер
(?<=ll)ace$ ес
borough$ боро
burgh$ бург
bury$ бері
(?<=..)shire$ шир
(?<=..)leigh$ лі
(?<=C)le[iy]$ лі
(?<=V)ley$ лі
(?<=..)ham$ гем
(?<=..)ford$ форд
(?<=..)field$ філд
(?<=..)worth$ ворт
(?<=..)land$ ленд
mann$ манн
(?<=..)man$ мен
(?<=..)stein$ стайн
ville$ вілл
(?<=..)mouth$ мут
(?<=..)wich$ віч
(?<=..)wick$ вік
wood вуд
cester$ стер
ough$ о
ousse?$ ус
eaux?$ о
augh$ о
ight айт
igh ай
ldr лдр
onald ональд
old$ ольд
olds$ ольдс
ald$ альд
tion шн
quh? кв
que$ к
^kn н
^wr р
^wh в
^rh р
^x кс
^ps пс
sch ш
tch(?=C) ч
tch тч
chr кр
ch(?=[lr]) к
ch ч
ck к
cc(?=[ei]) кч
c(?=[eiy]) с
cz ч
c к
dge дж
dg дж
d д
ph ф
ff фф
f ф
ghi гі
(?<=[aeou])gh$ 
gh г
ge$ дж
ge(?=C) дже
gi(?=n[aio]) джи
gi гі
gy джі
gn$ н
gu(?=[ei]) г
gg гг
g г
(?<=[aeou])h(?=C|$) 
h г
j дж
kh х
k к
lle$ лль
(?<=e)l(?=b|son) ль
l л
mb$ мб
m м
n н
p п
rr рр
rh р
r р
sh ш
ss сс
(?<=[ou])se$ з
(?<=ai)se$ з
sc(?=[eiy]) с
s с
th т
tz ц
t т
v в
wh в
w в
x кс
zz цц
z з
b б
q к
aa аа
ai ей
ayo айо
aya ая
ay ей
augh о
au о
aw(?=V) ав
aw о
ae е
(?<=[^ae]w)a(?=rds?$|rts?$) а
(?<=ew)a(?=r) а
(?<=w)alk ок
(?<=w)a(?=[lrt]|ss) о
(?<=wh)a о
a(?=ck|sh(?!i)|dl|ddi|mp|mb(?!e)|nk|nn?ing|nce$|tch|p(?:man|pl)|nf|nley|vi[sd]) е
a(?=[kt]ers?$) ей
a(?=Ce$|Ces$) ей
a(?=lb|lf|lp|lv) а
a а
ea(?=r[nl]) е
ear$ ір
ea(?=u) е
ea і
ee і
ei ей
(?<=^l)eu ю
eu ю
^ew ью
(?<=d)ew ю
(?<=r)ew ю
(?<=st)ew ю
ew ью
ey$ і
eye ає
ey ей
e(?=ve$|ne$|te$) і
(?<=V)e$ 
(?<=^C)e$ і
(?<=^CC)e$ і
e$ 
(?<=C)e(?=s$) 
^eu ю
e е
igh ай
ia$ ія
ie$ і
ie(?=V) іє
ie і
(?<=V)i(?=V) й
(?<=V)i ї
i(?=ld$|lde$|nd$) ай
i(?=Ce$) ай
i(?=[aou]) і
i(?=nes$|les$|kes$|de[nr]s?$) ай
i і
oo у
oa оу
oe$ о
oi ой
oyV ой
oy ой
ough о
ouis уїс
our ур
ou(?=th) ау
ou у
own аун
^ow(?=e) ов
owa ова
owe$ оу
ow оу
o(?=Ce$) оу
o о
^uV ю
u(?=r[bdflmnprt]) е
(?<=[jlr])u(?=Ce$) у
u(?=Ce$) ю
u(?=nn|dd|ff|ll|mp|nt|ck|tt|ss|nc|nk|sh|dl|bb|gg|pp|mm|s[kt]|ds) а
u у
^ya я
^ye є
^yo йо
^yu ю
(?<=C)ya(?=[nt]) ая
(?<=V)ya я
(?<=V)ye є
(?<=V)yo йо
(?<=V)y й
y(?=Ce$|[dl]er$) ай
y і
"""
_PLAIN = """
^mc мак
^o['’] о’
sch ш
tch тч
ch(?=[r]) к
ch ч
ck к
cqu к
cc(?=[ei]) кч
c(?=[ei]) с
c к
ph ф
sh ш
th т
kh х
zh ж
gh г
gu(?=[ei]) г
gia джа
gio джо
gi джі
g г
h г
qu к
q к
ts ц
tz ц
x кс
w в
j дж
ñ нь
ny(?=[aou]) нь
eier$ аєр
[ae]yer$ аєр
ez$ ес
ai ай
ei ей
oi ой
ay(?!V) ай
ey(?!V) ей
oy(?!V) ой
uy(?!V) уй
eau о
aue ауе
ou у
oo у
ee і
eu ей
ia$ ія
(?<=V)ia я
(?<=V)io йо
(?<=V)i ї
i(?=a) і
ie$ і
ie іє
iu іу
i і
ya я
yu ю
yo йо
ye є
y$ і
y і
a а
b б
d д
e е
f ф
k к
l л
m м
n н
o о
p п
r р
s с
t т
u у
v в
z з
"""
_GERMAN = """
eier$ аєр
tsch ч
sch ш
^st шт
^sp шп
ch х
ck к
tz ц
z ц
(?<=[aeou])h(?=C|$) 
h г
ie і
ei ай
eu ой
äu ой
ä е
ö е
ü ю
ß с
w в
v ф
j й
s(?=V) з
th т
ph ф
qu кв
l(?=[bdfkmnpstz]) ль
x кс
"""
_POLISH = """
szcz щ
sz ш
cz ч
rz ж
ch х
dz(?=i) дз
ś сь
ć ць
ń нь
ź зь
ż ж
ł л
l(?=C|$) ль
ó у
ą он
ę ен
ck(?=i$|a$) цьк
nsk(?=i$|a$) нськ
lsk(?=i$|a$) льськ
sk(?=i$|a$) ськ
(?<=k)i$ ий
ia я
io йо
iu ю
ie е
ja я
je є
ju ю
jo йо
j й
w в
c ц
h г
y и
"""
_SLAVIC_LATIN = {"č": "ch", "š": "sh", "ž": "zh", "ć": "ch", "đ": "dj", "ş": "sh", "ș": "sh", "ţ": "ts", "ț": "ts",
                 "ç": "ch", "ø": "e", "å": "o", "æ": "e", "ı": "i", "ð": "d", "þ": "th", "œ": "e"}  # fmt: skip


def _compiled(rules: str) -> _Rules:
    compiled = []
    for line in filter(None, rules.split("\n")):
        pattern, _, letters = line.partition(" ")
        pattern = re.sub(r"(?<!\[)C(?!\])", "[^aeiouyäöüóąę’']", pattern)
        pattern = pattern.replace("V", "[aeiouyäöüóąę]")
        compiled.append((re.compile(pattern), letters.strip()))
    return compiled


_RULES = {
    "english": _compiled(_ENGLISH),
    "plain": _compiled(_PLAIN),
    "german": _compiled(_GERMAN + _PLAIN),
    "polish": _compiled(_POLISH + _PLAIN),
}
_GERMAN_NAME = re.compile(r"[äöüß]|sch(?!o)|mann$|berg(?:er)?$|stein|m[ae][iy]er$|lz$|burger$|tz$|^kn[aeiou].*[kpl]$|baum$")
_POLISH_NAME = re.compile(r"[ąęłńśźż]|cz|szcz|rz[ey]|[^aeiou]ski$|[ns]ka$|[cd]ki$|wicz$|owski|ewski|sz")
_ENGLISH_END = re.compile(
    r"(?:[^aeiou]|[^aeiou]ie|[^aeiou]y|ey|ay|oy|ee|we|[bcdfgkmnprstvz]e|ow|aw|ew|[^aeiou]le|oe|aw)$"
)
_PARTICLES = {
    "van": "ван", "von": "фон", "der": "дер", "den": "ден", "de": "де", "da": "да", "di": "ді", "du": "дю", "del": "дель",
    "della": "делла", "dos": "душ", "la": "ла", "le": "ле", "el": "ель", "al": "аль", "bin": "бін", "ibn": "ібн",
    "ben": "бен", "ter": "тер", "zu": "цу", "af": "аф", "of": "оф",
}  # fmt: skip
_HARD_I = re.compile(r"(?<=[жчшц])і(?=[бвгґджзклмнпрстфхцчшщ])")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def transcribe(name: str) -> str:
    """Return a foreign name in Ukrainian letters: settled names and first names first, then the rules.

    >>> transcribe("James Whitfield"), transcribe("Agnieszka Zielinska")
    ('Джеймс Вітфілд', 'Агнешка Зелінська')
    """
    return _each(name, lambda word: SETTLED.get(word) or FIRST_NAMES.get(word, ("",))[0] or _by_rule(word))


def by_rule(name: str) -> str:
    """Return a foreign name in Ukrainian letters by the rules alone; initials and particles as they must be.

    >>> by_rule("J. Robert Harris-Blake")
    'Дж. Роберт Гарріс-Блейк'
    """
    return _each(name, _by_rule)


def is_settled(word: str) -> bool:
    """Say whether a table, and not a rule, gives the Ukrainian form of the word."""
    return word in SETTLED or word in FIRST_NAMES


def _each(name: str, render: object) -> str:
    assert callable(render)

    def one(match: re.Match[str]) -> str:
        word = match[0].replace("’", "'")
        following = name[match.end() : match.end() + 1]
        if len(word) == 1 and following == ".":
            return _INITIALS.get(word, word)
        if word in _PARTICLES:
            return _PARTICLES[word]
        return str(render(word))

    if name in SETTLED:
        return SETTLED[name]
    return _WORD.sub(one, name)


_INITIALS = dict(
    zip(
        "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z".split(),
        "А Б К Д Е Ф Г Г І Дж К Л М Н О П К Р С Т У В В К Й З".split(),
        strict=True,
    )
)


@cache
def _by_rule(word: str) -> str:
    lower = _folded(word.lower())
    written = _apply(_RULES[_origin(lower)], lower)
    written = _HARD_I.sub("и", written)
    if word.startswith(("Mac", "Mc")) and len(word) > 5 and word[2 + (word[1] == "a") :][:1].isupper():
        rest = _by_rule(word[2 + (word[1] == "a") :])
        written = "мак" + rest[0].lower() + rest[1:]
    if written.startswith("о’"):
        return "О’" + written[2:3].upper() + written[3:]
    return written[:1].upper() + written[1:]


def _origin(word: str) -> str:
    if _POLISH_NAME.search(word):
        return "polish"
    if _GERMAN_NAME.search(word):
        return "german"
    return (
        "english"
        if _ENGLISH_END.search(word) and not re.search("ez$|kh|zh|aa|[àáâèéêìíîòôùúû]", word)
        else "plain"
    )


def _folded(word: str) -> str:
    """Return the word without the marks that no rule reads."""
    kept = "äöüßąęłńśźżóñ"
    letters: Iterable[str] = (
        letter if letter in kept else _SLAVIC_LATIN.get(letter) or unicodedata.normalize("NFD", letter)[0]
        for letter in word
    )
    return "".join(letters)


def _apply(rules: _Rules, word: str) -> str:
    written = []
    at = 0
    while at < len(word):
        for pattern, letters in rules:
            if match := pattern.match(word, at):
                written.append(letters)
                at = max(match.end(), at + 1)
                break
        else:
            at += 1
    return "".join(written)
