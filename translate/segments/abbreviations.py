"""What each language says about a full stop: is it an abbreviation's, the sentence's, or both at once."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rules:
    """The words that decide, all without their last full stop and case-sensitive.

    `never` stands before the word it belongs to and never ends a sentence (Mr., Gen., e.g.); `maybe` ends one
    only when a clear opener follows (Inc., a.m., Jan.); `number` belongs to a figure that follows (No. 5);
    `ends` ends a sentence before any capital letter (etc.). `openers` are words that begin a sentence and
    no name. `reporting` are the verbs of `“Go away!” Mr. Smith said`.
    """

    never: frozenset[str] = frozenset()
    maybe: frozenset[str] = frozenset()
    number: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    reporting: frozenset[str] = frozenset()


def rules(language: str) -> Rules:
    """Return the rules of a BCP 47 language; a language without rules of its own has empty ones."""
    return _RULES.get(language.replace("_", "-").split("-")[0].lower(), _NEUTRAL)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ENGLISH = Rules(
    never=_words(
        """
        Mr Mrs Ms Mx Messrs Mme Mlle Dr Prof Rev Hon Fr Sen Rep Gov Pres Amb Atty Supt Insp Det Cllr
        Gen Col Lt Maj Capt Cpt Cmdr Cdr Sgt Cpl Pvt Pfc Adm Brig Comdr Ens Sgts Gens Sens Reps Govs Profs Drs
        Mt Ft e.g eg i.e ie cf viz vs approx ca sq incl excl
        """
    ),
    maybe=_words(
        """
        St Ave Blvd Rd Sq Inc Ltd Co Corp Bros LLC Dept Univ Assn Jr Sr Esq al ibid op
        Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri
        Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mich Minn Mo Mont Neb Nev Okla Ore Pa
        Tenn Tex Va Vt Wis Wyo Ph.D PhD est ft lb lbs oz
        """
    ),
    number=_words(
        "No Nos no nos p pp Art art Fig fig Vol vol Ch ch Sec sec Ex ver v para paras col eq tel Tel"
    ),
    ends=_words("etc no No km kg cm mm mph kph"),
    openers=_words(
        """
        The A An This That These Those There Here He She It They We You I His Her Its Their Our My Your
        And But Or So Yet Nor If When While Whilst Although Though Because Since After Before Until Unless
        However Meanwhile Moreover Furthermore Instead Then Now Also Even Still Earlier Later Today Yesterday
        As At In On For From With By To Of During Despite Among Under Over Between Without According
        What Who Why How Where Which Some Many Most Several Both Each Every Another Other Others Nobody
        Everyone Someone Nothing No Not Yes Only Just Nearly About Perhaps Maybe Please
        Is Are Was Were Do Does Did Have Has Had Can Could Would Should
        """
    ),
    reporting=_words(
        """
        said says asked asks added adds told tells replied replies shouted shouts cried answered wrote writes
        wondered exclaimed warned urged joked insisted recalled laughs laughed
        """
    ),
)

_UKRAINIAN = Rules(
    never=_words(
        """
        м с смт вул просп пр-т пл пров бул бульв ім акад проф доц ген полк підполк кап майор лейт серж
        гр гр-н п пп о св див напр тобто т ред упоряд пор зокр тел
        """
    ),
    maybe=_words("р рр ст тис млн млрд грн год хв сек обл р-н кв км кг см коп дол"),
    number=_words("№ ст ч гл розд рис табл с стор п пп т кн вип"),
    # Units and scale words without a full stop of their own: the one they have is the sentence's.
    ends=_words("ін інш млн млрд трлн мм см км кг га км/год м/с"),
    openers=_words(
        """
        Він Вона Воно Вони Ми Ви Я Ти Це Цей Ця Ці Той Та Ті Те Такий Така Такі Його Її Їх Їхній Наш Ваш Мій
        А Але Й І Однак Проте Тому Також Тоді Там Тут Тепер Зараз Нині Сьогодні Вчора Учора Потім Згодом
        У В На За Під Після Перед Про З Із Зі До Від Для Без Через Між Серед Крім Попри При По
        Як Якщо Коли Де Що Щоб Хто Чому Чи Хоча Бо Навіть Усі Всі Кожен Кожна Деякі Багато Не Ні Так
        """
    ),
)

_NEUTRAL = Rules()
_RULES = {"en": _ENGLISH, "uk": _UKRAINIAN}
